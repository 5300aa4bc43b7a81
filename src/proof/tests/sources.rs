//! What is read as withheld in sources, and what as shown.

use super::{Case, page};
use crate::diagnostic::Code;
use crate::model::{Audience, Naming, Policy};
use crate::output::OutputTree;
use std::io::Write as _;

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

pub(super) const PEOPLE: &str = "organisations:\n  - name: Harbour Bank\npeople:\n  - id: mei\n    name: Mei Tanaka\n    aliases: [Mei, \"May\"]\n    contact: mei.tanaka@bank.example\n  - name: Gordon Pell\n    aliases: [Gordon]\n    contact: gordon.pell@tern.example\n    audience: internal\n";

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
fn people_in_braces_are_people_too() {
    let people = "people: [{name: Gordon Pell, aliases: [Gordo], audience: internal}]\n";
    let case = || {
        let note = "# Welcome\n\nAsk Gordon Pell.\n";
        Case::new(&[("content/people.yaml", people), ("content/index.md", note)])
    };
    case().writes("index.html", "<h1>Welcome</h1><p>Ask Gordon Pell.</p>").leaks_somewhere();
    let mut roles = Case::new(&[("content/people.yaml", "- {name: Mei Tanaka, contact: mei@bank.example}\n")]);
    roles.policy.people = Naming::Roles;
    let mut named = roles.writes("index.html", "<p>Mei Tanaka</p>");
    named.leaks_somewhere();
    named.policy.people = Naming::Names;
    named.is_clean();
}

#[test]
fn audiences_are_read_in_any_letters_and_with_blanks() {
    let secret = "nobody at the bank may read these very words";
    let case = |source: String| {
        let mut case = Case::new(&[("content/a.md", source.as_str()), ("content/b.md", "# Open to everybody\n")])
            .writes("x.html", page(&format!("<h1>Open to everybody</h1><p>{secret}</p>")));
        case.policy = Policy::admitting("partner", [Audience::new("project team"), Audience::client()]);
        case
    };
    for said in ["Client", "CLIENT", "project team", "\"Project Team\"", "[project team, client]", "\n  - project team"]
    {
        case(format!("---\naudience: {said}\n---\n\n{secret}\n")).is_clean();
    }
    for said in ["project", "team", "Internal", "[project team, public]", "\n  - project team\n  - vendor"] {
        let case = case(format!("---\naudience: {said}\n---\n\n{secret}\n"));
        assert!(case.leaks() > 0, "{said}");
    }
}

#[test]
fn folders_of_the_settings_are_read_in_any_letters_and_with_their_signs() {
    let secret = "nobody at the bank may read these very words";
    let case = |folder: &str, file: &str| {
        let mut case = Case::new(&[(file, secret), ("content/b.md", "# Open to everybody\n")])
            .writes("x.html", page(&format!("<h1>Open to everybody</h1><p>{secret}</p>")));
        case.audiences = vec![(folder.to_owned(), Audience::internal())];
        case
    };
    for folder in [
        "lessons/x",
        "lessons/x/**",
        "lessons/*",
        "**/a",
        "lessons/**/a",
        "LESSONS/X",
        "lessons/x/a.md",
        "l*s/?/a",
        "**",
    ] {
        let leaks = case(folder, "content/lessons/X/a.md").leaks();
        assert_eq!(leaks > 0, !folder.contains('?'), "{folder}");
    }
    for folder in ["lessons/y/**", "lessons/*/b", "*/a", "lesson", "lessons/x/a.m", "**/x/*/a"] {
        case(folder, "content/lessons/X/a.md").is_clean();
    }
}
