//! Small sites in, outputs with planted matter in: what is found, and what is not.

use super::{Certificate, Search, Terms, verify};
use crate::diagnostic::{Code, Report};
use crate::model::{Audience, Naming, Policy};
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::{SourcePath, SourceTree};
use jiff::civil::date;
use std::io::Write;

const NOTE: &str = "---\ntitle: How we estimate together\n---\n\nWe estimate in pairs and compare.\n\n> [!INTERNAL]\n> The client's own team could not plan its way out.\n> Ask for CANARY-note-1a2b3c4d or Falke Zürich 7Q2x.\n";

struct Case {
    sources: SourceTree,
    outputs: OutputTree,
    policy: Policy,
    audiences: Vec<(String, Audience)>,
    vocabulary: Vec<(&'static str, &'static [u8])>,
}

impl Case {
    fn new(files: &[(&str, &str)]) -> Self {
        let mut sources = SourceTree::new();
        for (path, text) in files {
            sources.insert(SourcePath::new(path), text.as_bytes());
        }
        Self {
            sources,
            outputs: OutputTree::new(),
            policy: Policy::client(),
            audiences: Vec::new(),
            vocabulary: Vec::new(),
        }
    }

    fn note() -> Self {
        Self::new(&[("content/playbooks/estimate.md", NOTE)])
    }

    fn file(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.sources.insert(SourcePath::new(path), bytes.as_ref());
        self
    }

    fn writes(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        assert!(self.outputs.insert(OutputPath::new(path), Content::Bytes(bytes.as_ref().to_vec())));
        self
    }

    fn report(&self) -> Report {
        self.outcome().0
    }

    fn outcome(&self) -> (Report, Certificate) {
        let terms = Terms {
            policy: &self.policy,
            audiences: &self.audiences,
            vocabulary: &self.vocabulary,
            date: date(2026, 5, 29),
        };
        let outcome = Search::new(&self.sources, &terms).examine(&self.outputs, &[]);
        (outcome.report, outcome.value)
    }

    fn leaks(&self) -> usize {
        self.report().iter().filter(|complaint| complaint.code == Code::Leak).count()
    }

    #[track_caller]
    fn is_clean(&self) {
        let report = self.report();
        let messages: Vec<String> = report
            .iter()
            .filter(|complaint| complaint.code == Code::Leak)
            .map(|complaint| {
                let span = complaint.primary.as_ref().map(|label| label.span.clone());
                let line = span
                    .as_ref()
                    .and_then(|span| self.sources.text(&span.file)?.get(span.start as usize..span.end as usize));
                format!("{} {span:?} {line:?}", complaint.message)
            })
            .collect();
        assert!(messages.is_empty(), "{messages:#?}");
    }

    #[track_caller]
    fn leaks_somewhere(&self) {
        assert!(self.leaks() > 0, "nothing was found");
    }
}

/// A page that says what the note shows, and something more.
fn page(more: &str) -> String {
    format!(
        "<!doctype html><html><body><h1>How we estimate together</h1><p>We estimate in pairs and compare.</p>{more}</body></html>"
    )
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (path, text) in files {
        writer.start_file(*path, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

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
fn every_place_of_a_source_that_withholds_is_read() {
    let secret = "nobody at the bank may read these very words";
    let sources: Vec<(&str, String)> = vec![
        ("content/a.md", format!("---\naudience: internal\n---\n\n{secret}\n")),
        ("content/a.md", format!("---\naudience: [client, internal]\n---\n\n{secret}\n")),
        ("content/a.md", format!("---\nAudience: \"internal\" # so\n---\n\n{secret}\n")),
        ("content/a.md", format!("---\naudience: intrenal\n---\n\n{secret}\n")),
        ("content/a.md", format!("---\ndraft: true\n---\n\n{secret}\n")),
        ("content/a.md", format!("---\ntitle: A\ninternal: {secret}\n---\n")),
        (
            "content/a.md",
            String::from(
                "---\ntitle: A\ninternal: >-\n  nobody at the bank\n  may read these very words\nowner: X\n---\n",
            ),
        ),
        ("content/a.md", format!("---\ntitle: A\ninternal:\n- a\n- {secret}\nowner: X\n---\n")),
        ("content/a.md", format!("---\ntitle: A # {secret}\n---\n")),
        ("content/a.md", format!("---\n# {secret}\ntitle: A\n---\n")),
        ("content/a.md", format!("Text.\n\n> [!INTERNAL]\n> {secret}\n")),
        ("content/a.md", format!("Text.\n\n> [!internal] {secret}\n")),
        ("content/a.md", format!("Text.\n\n>   [! Internal ]\n>{secret}\n")),
        ("content/a.md", "Text.\n\n> [!INTERNAL]\n> nobody at the bank\nmay read these very words\n".into()),
        ("content/a.md", format!("Text.\n\n> [!INTRENAL]\n> {secret}\n")),
        ("content/a.md", format!("Text.\n\n> [INTERNAL]\n> {secret}\n")),
        ("content/a.md", format!("- one\n\n  > [!INTERNAL]\n  > {secret}\n\n- two\n")),
        ("content/a.md", format!("- > [!INTERNAL]\n  > {secret}\n- two\n")),
        ("content/a.md", format!("> said\n>\n> > [!INTERNAL]\n> > {secret}\n")),
        ("content/a.md", format!("> [!NOTE]\n> said\n>\n> > [!INTERNAL]\n> > {secret}\n")),
        ("content/a.md", format!("One.[^1]\n\n[^1]: > [!INTERNAL]\n    > {secret}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> See.[^1]\n\nText.\n\n[^1]: {secret}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> # {secret}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> ```\n> {secret}\n> ```\n\nText.\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> | a | b |\n> |---|---|\n> | c | {secret} |\n")),
        ("content/a.md", format!("Text <!-- {secret} --> text\n")),
        (
            "content/a.md",
            "Text\n\n<!--\nnobody at the bank\n\nmay read these very words\nnow and later on\n-->\n\ntext\n".into(),
        ),
        ("content/a.md", format!("Text\n\n[//]: # ({secret})\n")),
        ("content/a.md", format!("Text\n\n[comment]: <> ({secret})\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> ![{secret}](a.png)\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> [x](b.md \"{secret}\")\n")),
        ("content/steering/a.md", secret.into()),
        ("content/sessions/a.yaml", format!("title: A\naudience: internal\nnotes: |\n  {secret}\n")),
        ("content/sessions/a.yaml", format!("title: A\ninternal: {secret}\n")),
        ("content/sessions/a.yaml", format!("title: A\nnotes: |\n  Text.\n\n  > [!INTERNAL]\n  > {secret}\n")),
        ("content/sessions/a.yaml", format!("title: A\nactions:\n  - title: B\n    internal: {secret}\n")),
        (
            "content/sessions/a.yaml",
            format!("title: A\nactions:\n  - {{title: B, audience: internal, next_action: \"{secret}\"}}\n"),
        ),
        ("content/sessions/a.yaml", format!("title: A\nactions:\n  - {{title: B, internal: {secret}}}\n")),
        (
            "content/sessions/a.yaml",
            format!("title: A\nactions:\n  - {{title: \"{secret}\", x: y,\n     audience: internal}}\n"),
        ),
        (
            "content/sessions/a.yaml",
            format!("title: A\n---\ntitle: B\naudience: internal\nsummary: {secret}\n---\ntitle: C\n"),
        ),
        ("content/open-items.yaml", format!("- title: A\n- title: {secret}\n  audience: internal\n- title: C\n")),
        (
            "content/open-items.yaml",
            format!("a:\n  title: A\nb:\n  next_action: {secret}\n  audience: internal\nc:\n  title: C\n"),
        ),
        (
            "content/open-items.yaml",
            String::from(
                "open_items:\n- title: A\n- audience: internal\n  next_action: >-\n    nobody at the bank\n    may read these very words\n- title: C\n",
            ),
        ),
        ("content/open-items.yaml", format!("- title: A # {secret}\n")),
        ("content/open-items.yaml", format!("- title: A\n# - title: {secret}\n")),
        ("site.toml", format!("title = \"A\" # {secret}\n")),
        ("content/notes.csv", format!("a,b\n1,{secret}\n")),
    ];
    for (path, text) in sources {
        let mut case = Case::new(&[(path, &text)]).writes("x.html", page(&format!("<p>{secret}</p>")));
        case.audiences = vec![("steering".into(), Audience::internal())];
        assert!(case.leaks() > 0, "{path}\n{text}");
    }
}

#[test]
fn what_stands_beside_withheld_text_is_shown() {
    let shown = "everybody at the bank may read these very words";
    let sources: Vec<(&str, String)> = vec![
        ("content/a.md", format!("> [!INTERNAL]\n> secret\n\n{shown}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> secret\n\n> {shown}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> # Secret\n{shown}\n")),
        ("content/a.md", format!("> [!NOTE]\n> {shown}\n")),
        ("content/a.md", format!("- > [!INTERNAL]\n  > secret\n- {shown}\n")),
        ("content/a.md", format!("> said\n>\n> > [!INTERNAL]\n> > secret\n>\n> {shown}\n")),
        ("content/a.md", format!("```\n> [!INTERNAL]\n> {shown}\n```\n")),
        ("content/a.md", format!("`<!--` {shown}\n")),
        ("content/a.md", format!("Text.[^1]\n\n[^1]: {shown}\n")),
        ("content/a.md", format!("> [!INTERNAL]\n> secret[^2]\n\nText.[^1]\n\n[^2]: other\n[^1]: {shown}\n")),
        ("content/sessions/a.yaml", format!("title: A\ninternal:\n  - secret\nnotes: {shown}\n")),
        (
            "content/sessions/a.yaml",
            format!("title: A\nactions:\n  - title: B\n    audience: internal\n  - title: {shown}\n"),
        ),
        (
            "content/sessions/a.yaml",
            format!("title: A\nactions:\n  - {{title: B, audience: internal}}\n  - {{title: \"{shown}\"}}\n"),
        ),
        ("content/open-items.yaml", format!("a:\n  title: A\n  audience: internal\nb:\n  title: {shown}\n")),
        ("content/sessions/a.yaml", format!("title: A\naudience: internal\n---\ntitle: {shown}\n")),
    ];
    for (path, text) in sources {
        let case = Case::new(&[(path, &text), ("content/b.md", &format!("> [!INTERNAL]\n> {shown}\n"))]);
        case.writes("x.html", page(&format!("<p>{shown}</p>"))).is_clean();
    }
}

#[test]
fn what_is_withheld_in_one_place_and_shown_in_another_is_no_secret() {
    Case::new(&[
        ("content/a.md", "> [!INTERNAL]\n> We met Ulrike Brandauer to talk about the plan.\n"),
        ("content/sessions/b.yaml", "title: B\nparticipants: [Ulrike Brandauer, Mei]\n"),
        (
            "content/sessions/c.yaml",
            "title: Quarterly pricing talk\naudience: internal\nparticipants: [Ulrike Brandauer, Theodor Anselm]\n",
        ),
    ])
    .writes("x.html", "<p>Ulrike Brandauer</p>")
    .is_clean();
}

#[test]
fn somebody_who_is_only_in_withheld_records_is_found() {
    let case = Case::new(&[
        ("content/sessions/b.yaml", "title: B\nparticipants: [Mei]\n"),
        ("content/sessions/c.yaml", "title: C\naudience: internal\nparticipants: [Mei, Theodor Anselm]\n"),
    ]);
    case.writes("x.html", "<p>Theodor Anselm</p>").leaks_somewhere();
}

#[test]
fn a_withheld_title_or_path_is_found_and_an_ordinary_word_is_not() {
    let case = || {
        Case::new(&[
            (
                "content/index.md",
                "# Welcome\n\nThe planning of the year. See [the talk](sessions/c.yaml) and [[lessons/pricing-nerves]].\n",
            ),
            ("content/sessions/c.yaml", "title: Planning\naudience: internal\n"),
            (
                "content/lessons/pricing-nerves.md",
                "---\ntitle: Who blinked first\naudience: internal\ntags: [undercut]\n---\nText.\n",
            ),
        ])
    };
    case().writes("x.html", "<p>Planning</p>").is_clean();
    case().writes("x.html", "<p>Who blinked first</p>").leaks_somewhere();
    Case::new(&[
        ("content/index.md", "# A\n\nOne session a week.\n"),
        ("content/sessions/session-3.yaml", "audience: internal\n"),
    ])
    .writes("x.html", "<p>Session 3</p>")
    .is_clean();
    case().writes("x.html", "<a href=\"lessons/pricing-nerves.html\">x</a>").leaks_somewhere();
    case().writes("lessons/pricing-nerves.html", "<p>x</p>").leaks_somewhere();
    case().writes("tags/undercut.html", "<p>x</p>").leaks_somewhere();
}

#[test]
fn what_the_program_says_by_itself_is_no_secret() {
    let mut case = Case::new(&[("content/sessions/c.yaml", "title: Mentioned in\naudience: internal\n")])
        .writes("x.html", "<h1>Mentioned in</h1>");
    case.leaks_somewhere();
    case.vocabulary = vec![("words/en.ftl", b"mentioned-in = Mentioned in")];
    case.is_clean();
}

const PEOPLE: &str = "organisations:\n  - name: Harbour Bank\npeople:\n  - id: mei\n    name: Mei Tanaka\n    aliases: [Mei, \"May\"]\n    contact: mei.tanaka@bank.example\n  - name: Gordon Pell\n    aliases: [Gordon]\n    contact: gordon.pell@tern.example\n    audience: internal\n";

#[test]
fn the_name_of_a_withheld_person_in_shown_text_is_an_error_at_that_place() {
    let case = Case::new(&[("content/people.yaml", PEOPLE), ("content/a.md", "# Title\n\nWe asked Gordon.\n")])
        .writes("x.html", "<p>We asked Gordon.</p>");
    let report = case.report();
    let leak = report.iter().find(|complaint| complaint.code == Code::Leak).unwrap();
    let label = leak.primary.as_ref().unwrap();
    assert_eq!(label.span.file.as_str(), "content/a.md");
    assert_eq!(leak.related[0].span.file.as_str(), "content/people.yaml");
    assert!(!leak.message.contains("Gordon") && leak.message.contains("x.html"));
}

#[test]
fn an_owner_who_is_withheld_is_a_secret_still() {
    let case = Case::new(&[
        ("content/people.yaml", PEOPLE),
        ("content/open-items.yaml", "- title: A\n  owner: Gordon Pell\n"),
        ("content/decisions/secret-one.md", "---\ntitle: Leave before winter\naudience: internal\n---\n"),
        ("content/lessons/a.md", "---\ntitle: B\nplaybooks: [secret-one]\n---\n"),
    ]);
    case.writes("x.html", "<p>Gordon Pell</p>").leaks_somewhere();
}

#[test]
fn people_by_their_roles_are_named_nowhere() {
    let case = |html: &str| {
        let mut case = Case::new(&[
            ("content/people.yaml", PEOPLE),
            ("content/a.md", "# Title\n\nMei Tanaka will meet us in may or later, says Mei.\n"),
        ])
        .writes("x.html", html);
        case.policy.people = Naming::Roles;
        case
    };
    for html in [
        "<p>Mei Tanaka</p>",
        "<p>M<b>ei</b> <i>Tanaka</i></p>",
        "<p>MEI</p>",
        "<p>Mei's</p>",
        "<a href=\"people/mei.html\">x</a>",
        "<a href=\"mailto:mei.tanaka@bank.example\">x</a>",
        "<p>mei.tanaka</p>",
    ] {
        case(html).leaks_somewhere();
    }
    // An alias that is a word of running text as well cannot be told from it.
    case("<p>Business analyst 2 will meet us in May of Harbour Bank</p>").is_clean();
}

#[test]
fn an_edition_that_the_client_does_not_see_withholds_what_says_nothing() {
    let mut case = Case::new(&[
        ("site.toml", "title = \"Harbour\"\n[editions.vendor]\nadmits = [\"vendor\"]\n"),
        (
            "content/playbooks/a.md",
            "---\ntitle: How to send a release\naudience: vendor\n---\nSend it on a Monday morning before ten.\n",
        ),
        ("content/playbooks/b.md", "---\ntitle: How to talk of price\n---\nNever say the first number on a Friday.\n"),
        (
            "content/people.yaml",
            "people:\n  - name: Ada Byron\n    audience: public\n    title: Programmer of the analytical engine in London town\n  - name: Charles Babbage\n    title: Maker of the analytical engine in London town\n",
        ),
    ]);
    case.policy = Policy::admitting("vendor", [Audience::new("vendor"), Audience::public()]);
    case.outputs = OutputTree::new();
    let case = case.writes("a.html", "<h1>How to send a release</h1><p>Send it on a Monday morning before ten. Ada Byron, Programmer of the analytical engine in London town</p>");
    case.is_clean();
    let case = case.writes("b.html", "<p>Never say the first number on a Friday.</p>");
    assert_eq!(case.leaks(), 1);
    let case = case.writes("c.html", "<p>Charles Babbage</p>");
    assert_eq!(case.leaks(), 2);
}

#[test]
fn a_file_that_only_withheld_text_names_is_found_by_its_name_and_its_bytes() {
    let photo: Vec<u8> = (0..400_u32).map(|index| (index * index * 7 + index) as u8).collect();
    let photo = [b"\x89PNG\r\n\x1a\n".as_slice(), &photo].concat();
    let case = || {
        Case::new(&[("content/a.md", "![A wall](shown.png)\n\n> [!INTERNAL]\n> ![x](whiteboard-of-shame.png)\n")])
            .file("content/whiteboard-of-shame.png", &photo)
            .file("content/shown.png", [b"\x89PNG\r\n\x1a\n".as_slice(), &[7; 300]].concat())
    };
    case().writes("shown.png", [b"\x89PNG\r\n\x1a\n".as_slice(), &[7; 300]].concat()).is_clean();
    case().writes("static/0a1b.png", &photo).leaks_somewhere();
    case().writes("whiteboard-of-shame.png", "x").leaks_somewhere();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("image.png", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(&photo).unwrap();
    case().writes("book.epub", writer.finish().unwrap().into_inner()).leaks_somewhere();
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

/// A PDF of one page with a font whose codes are two bytes, an outline and properties.
fn pdf(lines: &[&str], title: &str, outline: &str) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.7");
    let letters: Vec<char> = {
        let mut letters: Vec<char> = lines.iter().flat_map(|line| line.chars()).collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    };
    let mut cmap = String::from("begincmap\n1 beginbfchar\n");
    for (code, letter) in letters.iter().enumerate() {
        cmap.push_str(&format!("<{code:04x}> <{:04x}>\n", u32::from(*letter)));
    }
    cmap.push_str("endbfchar\nendcmap");
    let to_unicode = document.add_object(Stream::new(dictionary! {}, cmap.into_bytes()));
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type0", "ToUnicode" => to_unicode });
    let mut content = String::new();
    for (row, line) in lines.iter().enumerate() {
        let codes: String = line
            .chars()
            .map(|letter| format!("{:04x}", letters.iter().position(|known| *known == letter).unwrap()))
            .collect();
        content.push_str(&format!(
            "q 1 0 0 -1 90 {} cm BT /f0 10 Tf 1 0 0 -1 0 0 Tm [<{codes}>]TJ ET Q\n",
            700 - 14 * row
        ));
    }
    let mut stream = Stream::new(dictionary! {}, content.into_bytes());
    stream.compress().unwrap();
    let content = document.add_object(stream);
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
            "Resources" => dictionary! { "Font" => dictionary! { "f0" => font } },
        }),
    );
    let wide = |text: &str| {
        Object::string_literal(
            [&[0xFE, 0xFF][..], &text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>()].concat(),
        )
    };
    let item = document.add_object(dictionary! { "Title" => wide(outline) });
    let outlines = document.add_object(dictionary! { "Type" => "Outlines", "First" => item });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Outlines" => outlines });
    let info = document.add_object(dictionary! { "Title" => wide(title) });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_pdf_is_read_through_its_fonts_over_its_lines_and_hyphens() {
    let shown = ["How we estimate together"];
    Case::note().writes("x.pdf", pdf(&shown, "How we estimate together", "x")).is_clean();
    for lines in [
        &["How we estimate together", "The client's own team", "could not plan its way out."][..],
        &["How we estimate together", "The client's own team could not pl-", "an its way out."],
        &["CANARY-note-1a2b-", "3c4d"],
        &["Fal\u{AD}", "ke Zürich"],
    ] {
        let case = Case::note().writes("x.pdf", pdf(lines, "How we estimate together", "x"));
        assert!(case.leaks() > 0, "{lines:?}");
    }
    Case::note().writes("x.pdf", pdf(&shown, "Falke Zürich", "x")).leaks_somewhere();
    Case::note()
        .writes("x.pdf", pdf(&shown, "x", "The client's own team could not plan its way out"))
        .leaks_somewhere();
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
fn the_certificate_counts_and_names_no_word() {
    let (_, certificate) = Case::note().writes("a.html", page("")).outcome();
    assert!(certificate.searched_for >= 4);
    let json = certificate.to_json();
    for word in ["CANARY", "Falke", "plan its way", "internal"] {
        assert!(!json.contains(word), "{word}");
    }
    assert_eq!(Certificate::from_json(json.as_bytes()), Ok(certificate));
    assert!(Certificate::from_json(b"{}").is_err());
}

#[test]
fn a_folder_is_held_against_its_certificate() {
    let (_, certificate) = Case::note().writes("a.html", page("")).writes("b.html", "x").outcome();
    let page = page("");
    let whole: Vec<(&str, &[u8])> = vec![("a.html", page.as_bytes()), ("b.html", b"x"), (".git/config", b"own")];
    assert!(verify(&certificate, whole).is_empty());
    let other: Vec<(&str, &[u8])> = vec![("a.html", b"changed"), ("c.html", b"new")];
    let differences = verify(&certificate, other);
    assert_eq!(differences.changed, ["a.html"]);
    assert_eq!(differences.added, ["c.html"]);
    assert_eq!(differences.lost, ["b.html"]);
}

#[test]
fn the_internal_edition_is_listed_and_not_searched() {
    let mut case = Case::note().writes("a.html", NOTE);
    case.policy = Policy::internal();
    let (report, certificate) = case.outcome();
    assert_eq!((report.errors(), certificate.searched_for, certificate.files.len()), (0, 0, 1));
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
