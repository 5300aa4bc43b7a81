//! What is found in outputs, whatever their format.

use super::pdf::pdf;
use super::{Case, page, zip};
use crate::diagnostic::Code;
use std::io::Write as _;

#[test]
fn what_is_shown_is_clean_in_every_format() {
    Case::note().writes("playbooks/estimate.html", page("")).is_clean();
}

#[test]
fn a_withheld_sentence_is_found_in_every_disguise() {
    let sentence = "client's own team could not plan its way out";
    let disguises = [
        ("plain", "<p>The client's own team could not plan its way out.</p>"),
        ("other words around it", "<p>say client’s own team could not plan its</p>"),
        (
            "split by emphasis",
            "<p>The client's <em>own</em> te<b>am</b> could not <a href=\"x\">plan its</a> way out</p>",
        ),
        ("entities", "<p>client&#39;s own team &#99;ould no&#x74; plan its way out</p>"),
        ("capitals", "<p>CLIENT'S OWN TEAM COULD NOT PLAN ITS WAY OUT</p>"),
        ("soft hyphens", "<p>client's own team co\u{AD}uld not plan its w\u{AD}ay&shy; out</p>"),
        ("no width", "<p>client's own te\u{200B}am could not plan its way out</p>"),
        ("line ends", "<p>client's own\n  team could\n not<br>plan its way out</p>"),
        ("a footnote's mark", "<p>client's own team<sup id=\"r1\"><a href=\"#f1\">1</a></sup> could not plan its</p>"),
        ("a title", "<a title=\"client's own team could not plan its way out\">x</a>"),
        ("a slug", "<h2 id=\"clients-x\"></h2><a href=\"#the-client-s-own-team-could-not-plan-its-way-out\">x</a>"),
        ("a link", "<a href=\"x.html?q=client%27s%20own%20team%20could%20not%20plan%20its%20way%20out\">x</a>"),
        ("a comment", "<!-- client's own team could not plan its way out -->"),
        ("a script", "<script>var x = \"client\\u0027s own team c\\u006fuld not plan its way out\"</script>"),
        (
            "JSON in a page",
            "<script type=\"application/json\">{\"x\":\"client's own team could not plan its way out\"}</script>",
        ),
        ("a style", "<style>.a::after{content:\"client's own team could not plan its way out\"}</style>"),
        ("an unclosed tag", "<p title=\"client's own team could not plan its way out"),
        ("a hidden part", "<template><p hidden>client's own team could not plan its way out</p></template>"),
        ("a picture", "<svg><desc>client's own team could not plan its way out</desc></svg>"),
    ];
    for (name, html) in disguises {
        let case = Case::note().writes("x.html", page(html));
        assert!(case.leaks() > 0, "{name}: {sentence}");
    }
}

#[test]
fn a_token_and_a_name_are_found_alone_and_in_every_unicode_form() {
    for html in [
        "<p>CANARY-note-1a2b3c4d</p>",
        "<p class=\"canary-note-1a2b3c4d\"></p>",
        "<p>canary_note_1A2B3C4D</p>",
        "<p>7q2x</p>",
        "<p>Falke Zu\u{308}rich</p>",
        "<a href=\"falke-z%C3%BCrich-7q2x.html\">x</a>",
        "<a href=\"falke-zu%CC%88rich.html\">x</a>",
        "<p>FALKE ZÜRICH</p>",
        "<p>Falke&nbsp;Z&uuml;rich</p>",
    ] {
        let case = Case::note().writes("x.html", page(html));
        assert!(case.leaks() > 0, "{html}");
    }
}

#[test]
fn every_kind_of_file_is_searched() {
    let sentence = "the client's own team could not plan its way out";
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("data/x.json", format!("[{{\"a\": \"{sentence}\"}}]").into_bytes()),
        ("data/y.json", b"[\"the client\\u2019s own\\u0020team could not\\nplan its way out\"]".to_vec()),
        ("data/z.csv", format!("a,b\n1,\"say \"\"{sentence}\"\"\"\n").into_bytes()),
        (
            "feed.xml",
            format!(
                "<feed><content type=\"html\">&lt;p&gt;{}&lt;/p&gt;</content></feed>",
                sentence.replace("team", "&lt;em&gt;team&lt;/em&gt;")
            )
            .into_bytes(),
        ),
        (
            "feed2.xml",
            format!("<feed><content><![CDATA[<p>{}</p>]]></content></feed>", sentence.replace("team", "<em>te</em>am"))
                .into_bytes(),
        ),
        ("search.js", format!("index = JSON.parse(\"{{\\\"text\\\":\\\"{sentence}\\\"}}\")").into_bytes()),
        (
            "search2.js",
            b"index={\"html\":\"<p>the client's own <b>te<\\/b>am could not plan its way out<\\/p>\"}".to_vec(),
        ),
        ("style.css", format!(".x::after {{ content: \"{sentence}\" }}").into_bytes()),
        ("book/x.epub", zip(&[("OEBPS/a.xhtml", &format!("<html><p>{sentence}</p></html>"))])),
        (
            "book/y.epub",
            zip(&[("OEBPS/the-clients-own.txt", ""), ("the-client-s-own-team-could-not-plan-its-way-out", "")]),
        ),
        ("files/x.docx", zip(&[("word/document.xml", &format!("<w:t>{sentence}</w:t>"))])),
        ("files/x.txt", sentence.as_bytes().to_vec()),
        ("files/x.bin", [b"\xff\xfe\0\x01".as_slice(), sentence.as_bytes()].concat()),
        ("files/utf16.bin", sentence.encode_utf16().flat_map(u16::to_le_bytes).chain([0xFF, 0xFF]).collect()),
        ("the-client-s-own-team-could-not-plan-its.html", b"<p>x</p>".to_vec()),
    ];
    for (path, bytes) in files {
        let case = Case::note().writes(path, bytes);
        assert!(case.leaks() > 0, "{path}");
    }
}

#[test]
fn neighbouring_cells_and_strings_are_no_sentence() {
    let markup = "<p>an <em>open</em> word</p>";
    for (path, text) in [
        ("a.json", format!("[\"{markup}\", \"client's own team\", \"could not plan its way\"]")),
        ("b.js", format!("x = [\"{markup}\", \"\\\\u0041\", \"client's own team\", \"could not plan its way\"]")),
        (
            "c.js",
            format!("JSON.parse(\"[\\\"{markup}\\\",\\\"client's own team\\\",\\\"could not plan its way\\\"]\")"),
        ),
        ("d.csv", format!("{markup},client's own team,could not plan its way\n")),
        ("e.csv", format!("\"{markup}\",\"client's own team\",\"could not plan its way\"\n")),
        ("f.html", page(&format!("<script>[\"{markup}\",\"client's own team\",\"could not plan its way\"]</script>"))),
    ] {
        Case::note().writes(path, text).is_clean();
    }
    let split = "<p title=\\\"x\\\">client's own te<em>am</em> could not plan its way</p>";
    for (path, text) in [
        ("a.json", format!("[\"open\", \"{split}\"]")),
        ("b.json", "[\"\\\\u003cp>client's own te<em>am<\\\\/em> could not plan its way\"]".into()),
        ("c.csv", format!("open,\"{}\"\n", split.replace('\\', "\""))),
        ("d.csv", "open,client's own te<em>am</em> could not plan its way".into()),
        ("e.html", page(&format!("<script>[\"open\",\"{split}\"]</script>"))),
    ] {
        let case = Case::note().writes(path, text);
        assert!(case.leaks() > 0, "{path}");
    }
}

#[test]
fn a_name_is_found_however_a_drawing_places_it() {
    for text in [
        "<text>Falke Zürich</text>",
        "<text><tspan>Falke</tspan> <tspan>Zürich</tspan></text>",
        "<text><tspan x=\"1\">Falke</tspan><tspan x=\"1\" dy=\"12\">Zürich</tspan></text>",
        "<text>Falke Zü<tspan dx=\"1\">rich</tspan></text>",
        "<text x=\"1\">Falke</text><!-- a > b --><text x=\"1\" y=\"22\">Zürich</text>",
        "<text>Fal<a href=\"#x\">ke</a></text><g><text>Zürich</text></g>",
    ] {
        let case = Case::note().writes("x.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{text}</svg>"));
        assert!(case.leaks() > 0, "{text}");
    }
    let open = "<svg><style>.falke{}</style><text>We estimate</text><text>in pairs</text><text>rich</text></svg>";
    Case::note().writes("x.svg", open).is_clean();
}

#[test]
fn what_an_image_says_beside_its_picture_is_found() {
    let chunk = |name: &[u8], data: &[u8]| [&(data.len() as u32).to_be_bytes()[..], name, data, &[0; 4]].concat();
    let head = b"\x89PNG\r\n\x1a\n".as_slice();
    let text = b"Author\0Taken on the way home by Theodor Anselm";
    let dirty =
        [head, &chunk(b"IHDR", &[0; 13]), &chunk(b"tEXt", text), &chunk(b"IDAT", b"12345"), &chunk(b"IEND", b"")]
            .concat();
    let clean = [head, &chunk(b"IHDR", &[0; 13]), &chunk(b"IDAT", b"12345"), &chunk(b"IEND", b"")].concat();
    let case = || Case::new(&[("content/a.md", "![A wall](wall.png)\n")]).file("content/wall.png", &dirty);
    case().writes("wall.png", &clean).is_clean();
    case().writes("wall.png", &dirty).leaks_somewhere();
    // Whatever text an image of ours holds is searched like any other.
    let mut packed = flate2::write::ZlibEncoder::new(b"Comment\0\0".to_vec(), flate2::Compression::best());
    packed.write_all(b"CANARY-note-1a2b3c4d").unwrap();
    let packed = [head, &chunk(b"zTXt", &packed.finish().unwrap()), &chunk(b"IEND", b"")].concat();
    Case::note().writes("chart.png", packed).leaks_somewhere();
    let jpeg = [b"\xff\xd8\xff\xe1\0\x24Exif\0\0X CANARY-note-1a2b3c4d 1234".as_slice(), b"\xff\xd9"].concat();
    Case::note().writes("chart.jpg", jpeg).leaks_somewhere();
}

fn blind(case: &Case) -> Vec<String> {
    case.report()
        .iter()
        .filter(|complaint| complaint.code == Code::BlindLeakCheck)
        .map(|complaint| complaint.message.clone())
        .collect()
}

#[test]
fn a_kind_of_output_in_which_no_visible_title_is_found_counts_as_unseen() {
    let sees = Case::note().writes("x.pdf", pdf(&["How we estimate together"], "x", "x"));
    assert_eq!(blind(&sees), Vec::<String>::new());
    let noise = "lorem ipsum dolor ".repeat(40);
    for (path, bytes) in [
        ("x.pdf", pdf(&["qqqq"], "x", "x")),
        ("x.epub", zip(&[("a.xhtml", "<p>qqqq</p>")])),
        ("x.html", noise.clone().into_bytes()),
        ("data/x.json", format!("[{{\"a\": \"{noise}\"}}]").into_bytes()),
        ("data/x.csv", b"a,b\n1,2\n".to_vec()),
        ("search.js", noise.clone().into_bytes()),
        ("feed.xml", b"<feed></feed>".to_vec()),
    ] {
        let unseen = blind(&Case::note().writes(path, bytes));
        assert_eq!(unseen.len(), 1, "{path}: {unseen:?}");
    }
}

#[test]
fn a_book_that_cannot_be_opened_counts_as_unseen() {
    for (path, bytes) in
        [("x.pdf", b"%PDF-1.7 broken".to_vec()), ("x.epub", b"PK\x03\x04broken".to_vec()), ("y.epub", b"none".to_vec())]
    {
        assert!(!blind(&Case::note().writes(path, bytes)).is_empty(), "{path}");
    }
}

#[test]
fn broken_files_never_stop_the_check() {
    let whole = [
        ("x.pdf", pdf(&["How we estimate together"], "x", "x")),
        ("x.epub", zip(&[("a.xhtml", "<p>How we estimate together</p>")])),
        ("x.html", page("<p title=\"a&#x;&#xFFFFFFFF; %C3 \\u\"><script>\"\\ud800\\").into_bytes()),
        ("x.json", br#"{"a":"\u12","b":"\"#.to_vec()),
    ];
    for (path, bytes) in whole {
        for end in (0..bytes.len()).step_by(7) {
            let _ = Case::note().writes(path, &bytes[..end]).report();
        }
    }
    for text in [
        "---",
        "---\n",
        "[",
        "![",
        "[[",
        "](",
        "> [!",
        "<!--",
        "`",
        "[^",
        "[^]:",
        "- ",
        "|",
        "&#",
        "<a",
        "a: {",
        "a: [",
        "- {a: ",
        "a: \"",
        "a: |",
        ": ",
        "-",
        "{}: }",
        "\u{FEFF}---\na: b",
    ] {
        for path in ["content/a.md", "content/sessions/a.yaml", "site.toml"] {
            let _ = Case::new(&[(path, text)]).writes("x.html", "<p>x</p>").report();
        }
    }
}

#[test]
fn the_comment_of_a_gif_is_found_and_its_picture_is_none() {
    let gif = |comment: &str| {
        let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
        if !comment.is_empty() {
            bytes.extend([0x21, 0xFE, comment.len() as u8]);
            bytes.extend(comment.as_bytes());
            bytes.push(0);
        }
        bytes.extend(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b");
        bytes
    };
    let with = gif("Shot by Gordon at the harbour wall");
    let case = || Case::new(&[("content/index.md", "# A\n\n![Wall](wall.gif)\n")]).file("content/wall.gif", &with);
    case().writes("wall.gif", &with).leaks_somewhere();
    case().writes("wall.gif", gif("")).is_clean();
}

#[test]
fn markdown_that_is_handed_on_is_compared_with_its_addresses() {
    let list =
        |version: &str| format!("- [4192 - Move it in-tree](https://example.com/tree/4192-in-tree) - {version}\n");
    let shown = list("v1.35");
    Case::new(&[
        ("content/a.md", &format!("# A\n\n{shown}")),
        ("content/b.md", &format!("# B\n\n<!--\n{}-->\n", list("v1.32"))),
    ])
    .writes("content/a.md", format!("# A\n\n{shown}"))
    .is_clean();
}

#[test]
fn text_of_a_script_without_gaps_is_found_by_its_characters() {
    let secret = "この見積もりは甘すぎるので秋までに作り直すこと";
    let case = || {
        Case::new(&[(
            "content/a.md",
            "# 見積もり\n\n> [!INTERNAL]\n> この見積もりは甘すぎるので秋までに作り直すこと。\n",
        )])
    };
    case().writes("x.html", format!("<p>要点:{secret}。</p>")).leaks_somewhere();
    case().writes("x.html", "<p>この見積もりは正しい</p>").is_clean();
}

/// What pages share is read once; what is in it is found in each of them all the same.
#[test]
fn a_line_that_pages_share_hides_nothing() {
    let frame =
        "<nav class=\"a-long-name-that-makes-the-line-a-long-one\"><a href=\"index.html\">Home of everybody</a></nav>";
    let bad =
        "<nav class=\"a-long-name-that-makes-the-line-a-long-one\">client's own team could not plan its way out</nav>";
    let beginning = "<span class=\"a-long-name-that-makes-the-line-a-long-one\">client's own team</span>";
    let end = "<span class=\"a-long-name-that-makes-the-line-a-long-one\">could not plan its</span>";
    let found = |line: &str| {
        let case = (0..40).fold(Case::note(), |case, number| {
            case.writes(
                &format!("{number:02}.html"),
                page(&format!("\n{frame}\n{beginning}\n<p>x</p>\n{end}\n<p>y</p>\n")),
            )
        });
        let case = case.writes("99.html", page(&format!("\n{frame}\n{line}\n<p>x</p>\n")));
        case.report().iter().filter(|complaint| complaint.code == Code::Leak).count()
    };
    assert_eq!(found(frame), 0);
    for line in [
        bad.to_owned(),
        format!("{beginning}\n{end}"),
        format!("client's own team\n{end}"),
        format!("{beginning}\ncould not plan its"),
        format!("<p title=\"\n{frame}\nclient's own team could not plan its way out\n\">"),
        format!("<!--\n{frame}\nclient's own team could not plan its way out\n-->"),
        format!("{frame}\nclient's own team could not plan its way out"),
    ] {
        assert!(found(&line) > 0, "{line}");
    }
    let everywhere = (0..40).fold(Case::note(), |case, number| {
        case.writes(&format!("{number:02}.html"), page(&format!("\n{bad}\n<p>x</p>\n")))
    });
    let report = everywhere.report();
    let leak = report.iter().find(|complaint| complaint.code == Code::Leak).unwrap();
    assert!(leak.message.contains("00.html and 39 more"), "{}", leak.message);
}
