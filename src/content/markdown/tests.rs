//! Small Markdown into a compact form of the tree: `p(…)`, `h2#anchor(…)`, `q(…)`.

mod shape;

use super::{anchors, read, read_note};
use crate::content::manuscript;
use crate::content::text::Text;
use crate::diagnostic::{Report, Severity};
use crate::model::{Mention, Prose};
use crate::source::SourcePath;
use shape::{block, show};

fn text(markdown: &str, report: &mut Report) -> Text {
    manuscript::read(&SourcePath::new("content/a.md"), markdown.as_bytes(), report)
}

fn prose(markdown: &str) -> (Prose<Mention>, Vec<String>) {
    let mut report = Report::new();
    let text = text(markdown, &mut report);
    let prose = read(&text, &mut report);
    (prose, complaints(report, markdown))
}

/// The complaints with the words they point at.
fn complaints(report: Report, markdown: &str) -> Vec<String> {
    let report = report.sorted();
    report
        .iter()
        .map(|diagnostic| {
            let span = &diagnostic.primary.as_ref().expect("every complaint has a place").span;
            let mark = if diagnostic.severity == Severity::Error { "!" } else { "" };
            format!("{mark}{} {:?}", diagnostic.code, &markdown[span.start as usize..span.end as usize])
        })
        .collect()
}

#[track_caller]
fn becomes(markdown: &str, expected: &str) {
    let (prose, complaints) = prose(markdown);
    assert_eq!(show(&prose), expected, "{markdown}");
    assert_eq!(complaints, [] as [String; 0], "{markdown}");
}

#[track_caller]
fn complains(markdown: &str, expected: &str, expected_complaints: &[&str]) {
    let (prose, complaints) = prose(markdown);
    assert_eq!(show(&prose), expected, "{markdown}");
    assert_eq!(complaints, expected_complaints, "{markdown}");
}

#[test]
fn words_keep_their_markup() {
    becomes("a *b* **c** ~~d~~ `e`\nf  \ng", "p(a em(b) b(c) s(d) `e`_f¶g)");
    becomes("a & b &amp; c \\* d &copy;", "p(a & b & c * d ©)");
    becomes("    code\n\tmore\n", "code:(\"code\\nmore\\n\")");
    becomes("```Rust,ignore\nfn x\n```\n***\n", "code:rust(\"fn x\\n\") hr");
}

#[test]
fn lists_are_tight_or_loose_and_hold_tasks() {
    becomes("- a\n- b\n  - c\n", "ul(p(a); p(b) ul(p(c)))");
    becomes("3. a\n\n4. b\n", "ol3+(p(a); p(b))");
    becomes("- [ ] a\n- [x] b\n", "ul([ ]p(a); [x]p(b))");
    becomes("- [ ] a\n\n- [X] b\n", "ul+([ ]p(a); [x]p(b))");
    becomes("- a\n  ```\n  x\n  ```\n  b\n", "ul(p(a) code:(\"x\\n\") p(b))");
}

#[test]
fn definition_lists_and_tables_are_read() {
    becomes("Gate\n: A decision.\n: A door.\n", "dl(Gate: p(A decision.) | p(A door.))");
    becomes("|a|b|\n|-|-|\n|1|\n|1|2|3|\n", "table(a|b // 1| / 1|2)");
    becomes("|a|\n|:-:|\n|`x|y`|\n", "table'(a // `x)");
    becomes("|a|\n|-|\n|[[x\\|y]]|\n", "table(a // <[[x]]>(y))");
}

#[test]
fn links_inside_the_site_stay_as_they_are_written() {
    becomes("[a](../b%20c.md#d 'title')", "p(<../b%20c.md#d>(a))");
    becomes("[a][b]\n\n[b]: /c.md", "p(</c.md>(a))");
    becomes("[a](#B-c)", "p(<#B-c>(a))");
    becomes("[[late-vendors]] [[person:mei|Mei]] [[a#b]]", "p(<[[late-vendors]]>() <[[person:mei]]>(Mei) <[[a#b]]>())");
    becomes("[[#A b]]", "p(<#A b>(A b))");
    becomes("# [[late-vendors]]\n", "h2#section(<[[late-vendors]]>())");
    becomes(
        "[[1]](#sources) [[a b]](https://c.example/d_e_f) [[c]] (d)",
        "p(<#sources>(1) <@https://c.example/d_e_f>(a b) <[[c]]>() (d))",
    );
    becomes("[TOC]\n\n[[_TOC_]]\n\n[[TOC]] a\n", "p(a)");
    becomes("[a](skill:estimating)", "p(<[[skill:estimating]]>(a))");
    becomes("![a *b*](c.png \"T\")", "p(img[c.png \"T\"](a b))");
}

#[test]
fn links_out_of_the_site_have_a_harmless_scheme() {
    becomes(
        "[a](https://b.example) <c@d.example> <tel:123>",
        "p(<@https://b.example>(a) <@mailto:c@d.example>(c@d.example) <@tel:123>(tel:123))",
    );
    becomes("[a](//b.example/c)", "p(<@https://b.example/c>(a))");
    becomes(
        "see https://a.example/b_c_d, www.e.example.",
        "p(see <@https://a.example/b_c_d>(https://a.example/b_c_d), <@https://www.e.example>(www.e.example).)",
    );
    becomes("[https://a.example](b.md) `https://c.example`", "p(<b.md>(https://a.example) `https://c.example`)");
}

#[test]
fn links_that_could_run_something_are_only_their_words() {
    complains("[a](javascript:alert(1))", "p(a)", &["unsafe-link \"javascript:alert(1)\""]);
    complains("[a](JAVA&#115;cript&colon;alert(1))", "p(a)", &["unsafe-link \"[a](JAVA&#115;cript&colon;alert(1))\""]);
    complains("[a](<java\tscript:x>)", "p(a)", &["unsafe-link \"java\\tscript:x\""]);
    complains("<vbscript:x>", "p(vbscript:x)", &["unsafe-link \"vbscript:x\""]);
    complains("![a](data:image/svg+xml,x)", "p(a)", &["unsafe-link \"data:image/svg+xml,x\""]);
    complains("<a href=\"&#1;javascript:x\">a</a>", "p(a)", &["unsafe-link \"<a href=\\\"&#1;javascript:x\\\">\""]);
}

#[test]
fn links_without_words_or_address_are_warned_of() {
    complains("a [](b.md) [c]()", "p(a  c)", &["empty-link \"[](b.md)\"", "empty-link \"[c]()\""]);
    complains("![](a.png)", "p(img[a.png]())", &["missing-alt \"![](a.png)\""]);
}

#[test]
fn a_callout_has_a_kind_and_perhaps_a_title() {
    becomes("> [!NOTE]\n> a\n", "note[](p(a))");
    becomes("> [!tip]- Its *own* title\n> a\n>\n> b\n", "tip[Its em(own) title](p(a) p(b))");
    becomes("> [!Warning] \n> - a\n", "warning[](ul(p(a)))");
    becomes("> [!QUOTE]\n", "quote[]()");
    becomes("> [!danger]\n> a\n", "caution[Danger](p(a))");
    becomes("- > [!EXAMPLE]\n  > a\n", "ul(example[](p(a)))");
    becomes("> a [!NOTE]\n", "q(p(a [!NOTE]))");
    becomes("> [a](b.md) c\n", "q(p(<b.md>(a) c))");
    becomes("> `[!NOTE]` c\n", "q(p(`[!NOTE]` c))");
}

#[test]
fn an_internal_block_is_read_wherever_and_however_it_is_written() {
    for markdown in [
        "> [!INTERNAL]\n> secret\n",
        "> [!internal]\n> secret\n",
        "> [ ! Internal ]\n> secret\n",
        ">[!INTERNAL]\nsecret\n",
        "> [!INTERNAL] secret\n",
        "> [!INTERNAL]- secret\n",
        "> **[!INTERNAL]** secret\n",
        "> \\[!INTERNAL] secret\n",
        "> &#91;!INTERNAL] secret\n",
        "> [!INTER\u{200B}NAL] secret\n",
        "> ［！INTERNAL］ secret\n",
        "> [!INTERNAL]\n> secret\n\n[!internal]: x\n",
        "<blockquote>[!INTERNAL] secret</blockquote>\n",
    ] {
        let (prose, _) = prose(markdown);
        let shown = show(&prose);
        assert!(shown.starts_with("INTERNAL(p(") && shown.ends_with("secret))"), "{markdown:?} became {shown}");
    }
    becomes("- a\n  > [!INTERNAL]\n  > b\n  c\n\n", "ul(p(a) INTERNAL(p(b_c)))");
    becomes("> a\n>\n> > [!INTERNAL]\n> > b\n", "q(p(a) INTERNAL(p(b)))");
    becomes("> - a\n>\n>   > [!INTERNAL]\n>   > b\n> - c\n", "q(ul(p(a) INTERNAL(p(b)); p(c)))");
    becomes("- a\n\n  > [!INTERNAL]\n  > b\n\n- c\n", "ul+(p(a) INTERNAL(p(b)); p(c))");
    becomes("- a\n\n  > [!INTERNAL]\n  > b\n\n  c\n", "ul+(p(a) INTERNAL(p(b)) p(c))");
    becomes("a\n: b\n\n> [!INTERNAL]\n> c\n\nd\n: e\n", "dl(a: p(b) INTERNAL(p(c)); d: p(e))");
    becomes("a[^1]\n\n[^1]: > [!INTERNAL]\n    > b\n", "p(a^1) ^1(INTERNAL(p(b)))");
    becomes("> # [!INTERNAL] a\n", "INTERNAL(h2#a(a))");
    becomes("> [!INTERNAL]\n> ===\n> a\n", "INTERNAL(p(a))");
    becomes("> - [!INTERNAL] a\n", "INTERNAL(ul(p(a)))");
    becomes("> | [!INTERNAL] | b |\n> |-|-|\n> | c | d |\n", "INTERNAL(table(|b // c|d))");
    becomes("<table><tr><td>\n\n> [!INTERNAL]\n> a\n\nb</td></tr></table>\n", "INTERNAL(p(a)) table( // b)");
    becomes("<details>\n\n> [!INTERNAL]\n> a\n\n</details>\n", "details[](INTERNAL(p(a)))");
}

#[test]
fn a_footnote_written_in_an_internal_block_is_internal() {
    becomes("a[^1]\n\n> [!INTERNAL]\n> b\n>\n> [^1]: c\n", "p(a^1) INTERNAL(p(b)) ^1(INTERNAL(p(c)))");
}

#[test]
fn a_mark_that_cannot_be_read_withholds_its_block() {
    complains("> [!INTERNL]\n> a\n", "INTERNAL(p([!INTERNL]_a))", &["!unknown-callout \"[!INTERNL]\""]);
    complains("> [!REMARKABLE]\n> a\n", "INTERNAL(p([!REMARKABLE]_a))", &["!unknown-callout \"[!REMARKABLE]\""]);
    complains("> [INTERNAL] a\n", "INTERNAL(p([INTERNAL] a))", &["!unknown-callout \"[INTERNAL]\""]);
    complains("> [!INTERNAL\n> a\n", "INTERNAL(p([!INTERNAL_a))", &["!unknown-callout \"[!INTERNAL\""]);
    complains("> [!!INTERNAL!] a\n", "INTERNAL(p([!!INTERNAL!] a))", &["!unknown-callout \"[!!INTERNAL!]\""]);
}

#[test]
fn admonitions_of_mkdocs_are_callouts() {
    becomes("!!! note \"Its *title*\"\n    a\n    b\n\n    - c\n\nd\n", "note[Its em(title)](p(a_b) ul(p(c))) p(d)");
    becomes("a\n??? danger\n    a\n!!! tip\n\tb\nc\n", "p(a) caution[Danger](p(a)) tip[](p(b)) p(c)");
    becomes("!!! deployment inline end\n    a", "note[deployment](p(a))");
    becomes("!!! note \"\"\n    ```\n    !!! tip\n    ```\n", "note[](code:(\"!!! tip\\n\"))");
    becomes(
        "1. a\n\n    !!! Warning\n        b\n\n        !!! note\n            c\n\n2. d\n",
        "ol1+(p(a) warning[](p(b) note[](p(c))); p(d))",
    );
    becomes("!!! Internal \"x\"\n    a\n\n    > b\n\nc\n", "INTERNAL(p(x) p(a) q(p(b))) p(c)");
    complains("!!! interal\n    a\n", "INTERNAL(p([!interal]) p(a))", &["!unknown-callout \"interal\""]);
    becomes(
        "=== \"Linux\"\n    a\n\n=== \"Mac\"\n\n        b\n\nc\n",
        "p(b(Linux)) p(a) p(b(Mac)) code:(\"b\\n\") p(c)",
    );
}

#[test]
fn a_mark_at_a_place_where_it_does_not_work_is_an_error() {
    complains(
        "> a\n> [!INTERNAL]\n> b\n>\n> c\n",
        "INTERNAL(q(INTERNAL(p(a_[!INTERNAL]_b)) p(c)))",
        &["!unknown-callout \"a\\n> [!INTERNAL]\\n> b\\n\""],
    );
    complains(
        "- [!INTERNAL] a\n- b\n",
        "ul(INTERNAL(p([!INTERNAL] a)); p(b))",
        &["!unknown-callout \"[!INTERNAL] a\""],
    );
    complains(
        "<div>\n> [!INTERNAL]\n> a\n</div>\n",
        "INTERNAL(p(> [!INTERNAL] > a))",
        &["!unknown-callout \"> [!INTERNAL]\\n> a\\n\""],
    );
    complains("# [!internal] a\n", "INTERNAL(h2#internal-a([!internal] a))", &["!unknown-callout \"# [!internal] a\""]);
}

#[test]
fn footnotes_are_collected_and_only_used_ones_stay() {
    complains(
        "a[^n] b[^N]\n\n[^n]: c\n\n    d[^m]\n\n[^m]: e\n[^o]: f\n",
        "p(a^n b^n) ^n(p(c) p(d^m)) ^m(p(e))",
        &["unused-footnote \"f\\n\""],
    );
    complains("a[^x]", "p(a[^x])", &["missing-footnote \"[^x]\""]);
}

#[test]
fn a_view_is_a_fence_of_its_own() {
    becomes("```view skills-matrix project=billing\n```\n", "view:skills-matrix[(\"project\", \"billing\")]");
}

#[test]
fn headings_have_anchors_and_leave_no_level_out() {
    becomes("## a\n### b\n## c\n# d\n## e\n", "h2#a(a) h3#b(b) h2#c(c) h2#d(d) h3#e(e)");
    becomes(
        "## What *APIs* `x_y`? {#Own-Id}\n## What *APIs* `x_y`?\n",
        "h2#own-id(What em(APIs) `x_y`?) h2#what-apis-x_y(What em(APIs) `x_y`?)",
    );
    complains("## a\n#### b\n##### c\n", "h2#a(a) h3#b(b) h4#c(c)", &["heading-levels \"#### b\""]);
    becomes("## a\n\n> [!INTERNAL]\n> ### b\n\n### c\n", "h2#a(a) INTERNAL(h3#b(b)) h3#c(c)");
}

#[test]
fn the_first_heading_may_be_the_title() {
    let mut report = Report::new();
    let note = text("# The *title*\n\na\n\n## b\n", &mut report);
    let parsed = read_note(&note, &mut report);
    assert_eq!(parsed.title, Some(("The title".into(), 0..13)));
    assert_eq!(show(&parsed.prose), "p(a) h2#b(b)");
    assert_eq!(parsed.heading.as_ref().map(block).as_deref(), Some("h2#the-title(The em(title))"));
    let note = text("a\n\n# b\n", &mut report);
    let parsed = read_note(&note, &mut report);
    assert_eq!((parsed.title, show(&parsed.prose).as_str()), (None, "p(a) h2#b(b)"));
    assert_eq!(report.iter().count(), 0);
}

#[test]
fn anchors_are_unique_in_a_record_and_withheld_ones_come_last() {
    let (mut first, _) = prose("> [!INTERNAL]\n> ## a\n\n## a\n## a-1\n");
    let (mut second, _) = prose("## a\n## a\n");
    anchors::unique(&mut [&mut first, &mut second]);
    assert_eq!(show(&first), "INTERNAL(h2#a-4(a)) h2#a(a) h2#a-1(a-1)");
    assert_eq!(show(&second), "h2#a-2(a) h2#a-3(a)");
}

#[test]
fn html_that_people_write_becomes_the_same_tree() {
    becomes(
        "a<br>b <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <mark>m</mark>",
        "p(a¶b kbd(Ctrl) Hsub(2)O xsup(2) mark(m))",
    );
    becomes(
        "<abbr title=\"Business analyst\">BA</abbr> <u>u</u> <s>s</s> <code>a &lt; b</code>",
        "p(abbr[Business analyst](BA) em(u) s(s) `a < b`)",
    );
    becomes("<b>a *b</b> c*", "p(b(a em(b c)))");
    becomes("<img src=\"a.png\" alt=\"b\" width=\"200\" height=20px>", "p(img[a.png 200x20](b))");
    becomes(
        "<p align=\"center\">\n  <a href=\"b.md\"><img src=\"a.png\" alt=\"c\"></a>\n</p>\n\nd\n",
        "p(<b.md>(img[a.png](c))) p(d)",
    );
    becomes("<div class=\"x\">\n\n*a*\n\n</div>\n", "p(em(a))");
    becomes("<h2 align=center>a</h2>\n<hr>\n<ul><li>a<li>b<ol><li>c</ol></ul>", "h2#a(a) hr ul(p(a); p(b) ol1(p(c)))");
    becomes("<dl><dt>a<dd>b<dd>c</dl>", "dl(a: p(b) | p(c))");
    becomes("<pre><code class=\"language-js\">\na &amp;\n  <b>b</b>\n</code></pre>", "code:js(\"a &\\n  b\\n\")");
    becomes("<a name=\"x\"></a>\n\na <span style=\"color:red\">b</span>", "p(a b)");
}

#[test]
fn details_hold_markdown() {
    becomes(
        "<details open>\n<summary>a <b>b</b></summary>\n\n- c\n\n## d\n\n</details>\n\ne\n",
        "details+[a b(b)](ul(p(c)) h2#d(d)) p(e)",
    );
    becomes("- <details><summary>a</summary>\n\n  b\n\n  </details>\n- c\n", "ul+(details[a](p(b)); p(c))");
}

#[test]
fn html_tables_are_tables() {
    becomes("<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1<td align=right>2\n</table>", "table'(a|b // 1|2)");
    becomes(
        "<table><tr><td colspan=2>a</td></tr><tr><td>b<p>c</p>d<ul><li>e</li></ul></td></tr></table>",
        "table(| // a| / b¶c¶d¶• e|)",
    );
    becomes("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "table(| // a|b / |c)");
    becomes("<table>\n<tr>\n<td>\n\n**a**\n\n- b\n\n</td>\n</tr>\n</table>\n\nc\n", "table( // b(a)¶• b) p(c)");
}

#[test]
fn other_html_loses_its_tags_and_is_warned_of_once() {
    complains("a <blink onclick=x>b</blink> <blink>c</blink>", "p(a b c)", &["raw-html \"<blink onclick=x>\""]);
    complains("<script>\nalert(1)\n</script>\n\na", "p(a)", &["raw-html \"<script>\""]);
    complains("a<script>alert(1)</script>b", "p(ab)", &["raw-html \"<script>\""]);
    complains("<svg>\n\n<text>a</text>\n\nb\n\n</svg>\n\nc", "p(c)", &["raw-html \"<svg>\""]);
    complains("<style>\n\na", "", &["raw-html \"<style>\""]);
    complains("<iframe src=x>\n\na", "p(a)", &["raw-html \"<iframe src=x>\""]);
    complains(
        "a <your name> b <no\n  value>",
        "p(a <your name> b <no value>)",
        &["raw-html \"<your name>\"", "raw-html \"<no\\n  value>\""],
    );
    complains("a <foo>b</foo>", "p(a b)", &["raw-html \"<foo>\""]);
    complains("<form><input name=a>b</form>", "p(b)", &["raw-html \"<form>\"", "raw-html \"<input name=a>\""]);
}

#[test]
fn unclosed_html_ends_with_its_block_or_its_parent() {
    becomes("<div><table><tr><td><b>a\n\nb\n\n# c\n", "table( // b(a )) p(b) h2#c(c)");
    becomes("- <b>a\n- b</b>\n\nc\n", "ul(p(b(a)); p(b)) p(c)");
    becomes("</div></td>a\n\n*b <i>c* d</i>\n", "p(a) p(em(b em(c)) d)");
    becomes("<details>\n\na\n", "p(a)");
}

#[test]
fn comments_vanish() {
    becomes(
        "<!-- x -->\n<!--y--> <!----> <b>z</b>\n\na <!-- b --> c\n\n<!--\n\nd\n\n-->\n\n[//]: # (e)\n\nf <!--\ng --> h",
        "p(b(z)) p(a  c) p(f  h)",
    );
}

#[test]
fn a_comment_that_would_be_published_is_an_error() {
    complains("a <!-- b\n\nc -->\n", "p(a <!-- b) p(c -->)", &["!raw-html \"<!--\""]);
    complains("- <!-- a\n\nb -->\n", "ul() p(b -->)", &["!raw-html \"<!--\""]);
    complains("a\n\n<!-- b\n", "p(a)", &["!raw-html \"<!--\""]);
    becomes("a `<!--`\n\n```\n<!--\n```\n", "p(a `<!--`) code:(\"<!--\\n\")");
}

#[test]
fn control_characters_written_as_entities_vanish() {
    complains("a&#1;b `c`", "p(a b `c`)", &["control-character \"a&#1;b \""]);
    complains("[a](b.md \"&#7;\") <a href=\"x&#1;y\">c</a>", "p(<b.md>(a) <x y>(c))", &[]);
    becomes("a\r\nb\rc", "p(a_b_c)");
}

#[test]
fn what_nobody_reads_is_refused_or_flat() {
    for markdown in [
        format!("{}a\n", ">".repeat(50_000)),
        format!("{}a\n", "- ".repeat(50_000)),
        format!("{}a{}\n", "*a ".repeat(20_000), " b*".repeat(20_000)),
        format!("{}a\n", "<b>".repeat(20_000)),
        format!("{}a\n", "<ul><li>".repeat(20_000)),
        format!("{}a{}\n", "![".repeat(20_000), "](b)".repeat(20_000)),
    ] {
        let (_, complaints) = prose(&markdown);
        assert!(complaints.iter().any(|complaint| complaint.starts_with("!too-deep")), "{}", &markdown[..20]);
    }
}
