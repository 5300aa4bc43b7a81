//! People by their roles or initials: their names in no byte.

use super::opened::text_of;
use crate::support::{Built, Site, png};
use leavebehind::diagnostic::Code;
use libtest_mimic::Trial;

pub(super) fn trials() -> Vec<Trial> {
    crate::trials!["secrecy::roles";
        a_name_is_nowhere_however_it_is_written,
        a_name_is_in_no_pdf,
        a_name_that_emphasis_parts_is_in_no_pdf,
        initials_stand_for_names_too,
        a_name_that_cannot_be_replaced_is_an_error_at_its_place,
        a_name_in_parts_is_found_in_attachments,
        numbers_do_not_tell_of_withheld_people,
        words_that_only_look_like_a_name_stay,
        initials_are_those_of_what_is_shown,
        a_name_in_an_address_or_a_title_is_taken_out_or_an_error_at_its_place,
        a_name_of_two_letters_is_not_found_among_bytes_that_are_no_text,
        addresses_and_code_make_no_word_of_a_name,
    ]
}

const SETTINGS: &str = "[editions.vendor]\nadmits = [\"client\", \"public\"]\npeople = \"roles\"\n[editions.short]\nadmits = [\"client\", \"public\"]\npeople = \"initials\"\n";

const PEOPLE: &str = "people:\n  - name: Meike Tanäka-Weiß\n    aliases: [Meike, MTK]\n    role: business_analyst\n    contact: meike.tanaeka@bank.example\n  - name: Seán O'Brien\n    role: project_lead\n    audience: client\n";

/// Everything a name may look like in a text.
const TEXT: &str = "Meike Tanäka-Weiß, **Mei**ke *Tanäka*-Weiß, MEIKE TANÄKA-WEISS, Meike Tana\u{308}ka-Weiß, \
Meike's, meike tanaka weiss, meike.tanaeka@bank.example, <meike.tanaeka@bank.example>, MTK, Meike\n\
Tanäka-Weiß, **Meike**\nTanäka-Weiß, Meike\u{A0}Tanäka\u{2011}Weiß, Mei\u{AD}ke, `Meike`, ~~Meike~~, \
Seán O\u{2019}Brien, Sean O'Brien, [her page](https://people.example/meike%20tan%C3%A4ka-wei%C3%9F), \
[her](https://people.example \"Meike\").[^m]\n\n[^m]: Said Meike.\n";

fn site() -> Site {
    Site::new()
        .file("site.toml", SETTINGS)
        .file("content/people.yaml", PEOPLE)
        .file(
            "content/index.md",
            format!(
                "# What Meike did\n\n{TEXT}\n\n## Ask Meike Tanäka-Weiß\n\nSee [above](#ask-meike-tanäka-weiß).\n\n![Meike](meike.png \"Meike\") [list](meike-tanäka-weiß.csv)\n\n```\nMeike\n```\n\n| Who | What |\n| --- | --- |\n| Meike | MTK |\n\n<details><summary>Meike</summary>\n\nMeike\n\n</details>\n\n> [!NOTE] Meike\n> Meike\n\nMeike\n: Meike\n"
            ),
        )
        .file("content/meike.png", png(&[]))
        .file("content/meike-tanäka-weiß.csv", "a,b\n1,2\n")
        .file(
            "content/lessons/what-meike-learned.md",
            "---\ntitle: What Meike learned\nowner: Meike\ntags: [Meike]\ntheme: Meike\naliases: [old/meike.html]\nmood: Meike\n---\n\nText.\n",
        )
        .file("content/decisions/meike-tanäka-weiß.md", "---\ntitle: For Meike\nstatus: accepted\ndate: 2026-01-12\ndecision_makers: [MTK]\n---\n\nText.\n")
        .file(
            "content/sessions/a.yaml",
            "title: With Meike\ndate: 2026-01-12\nparticipants: [{person: MTK, role: As Meike}]\nquotes:\n  - {text: \"I am Meike\", person: Meike}\nactions: [{title: Ask Meike, owner: Meike}]\nlessons: [Meike was right about it]\nretro: {columns: {Meike: [Meike said]}}\n",
        )
        .file("content/projects.yaml", "- title: Project Meike\n  lead: Meike\n  phases: [{name: Phase Meike, start: 2026-01-01}]\n")
        .file("content/glossary.yaml", "- term: Meike's rule\n  meaning: What Meike says.\n")
}

fn built(edition: &'static str) -> Built {
    site()
        .request(|request| {
            request.edition = Some(edition.into());
            request.epub = true;
        })
        .build()
}

#[track_caller]
fn names_nobody(text: &str) {
    for name in
        ["meike", "tanäka", "tana\u{308}ka", "tanaka", "tanaeka", "mtk", "weiß", "o'brien", "o\u{2019}brien", "seán"]
    {
        let found: Vec<&str> = text.lines().filter(|line| line.contains(name)).take(3).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

fn a_name_is_nowhere_however_it_is_written() {
    let built = built("vendor");
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    names_nobody(&text_of(&built.output));
    assert!(built.page("index.html").contains("Business analyst 1"));
}

fn a_name_is_in_no_pdf() {
    if !cfg!(feature = "pdf") {
        return;
    }
    let built = site()
        .request(|request| {
            request.edition = Some("vendor".into());
            request.pdf = true;
        })
        .build();
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    assert!(built.output.files().any(|(path, _)| path.as_str().ends_with(".pdf")));
    names_nobody(&text_of(&built.output));
}

fn initials_stand_for_names_too() {
    let built = built("short");
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    names_nobody(&text_of(&built.output));
    assert!(built.page("index.html").contains("M.T."));
}

fn a_name_that_emphasis_parts_is_in_no_pdf() {
    if !cfg!(feature = "pdf") {
        return;
    }
    let built = Site::new()
        .file("site.toml", SETTINGS)
        .file("content/people.yaml", "people:\n  - {name: Meike Tanner, role: vendor}\n")
        .file("content/index.md", "# A\n\nAsk Meike**Tanner** about it.\n")
        .request(|request| {
            request.edition = Some("vendor".into());
            request.pdf = true;
        })
        .build();
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    names_nobody(&text_of(&built.output));
}

fn a_name_that_cannot_be_replaced_is_an_error_at_its_place() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><text>Meike Tanäka-Weiß</text></svg>";
    for (file, content) in [("list.csv", "a,b\n1,Meike Tanäka-Weiß\n"), ("plan.svg", drawing)] {
        let link = if file == "plan.svg" { "![A plan](plan.svg)" } else { "[list](list.csv)" };
        let built = Site::new()
            .file("site.toml", SETTINGS)
            .file("content/people.yaml", PEOPLE)
            .file("content/index.md", "# Welcome\n\nRead on.\n")
            .file("content/lessons/b.md", format!("# B\n\nMeike: {link}\n"))
            .file(&format!("content/lessons/{file}"), content)
            .request(|request| request.edition = Some("vendor".into()))
            .build();
        let errors = built.errors();
        let places: Vec<&str> = errors
            .iter()
            .filter(|error| error.code == Code::Leak)
            .filter_map(|error| error.primary.as_ref().map(|label| label.span.file.as_str()))
            .collect();
        assert!(places.contains(&format!("content/lessons/{file}").as_str()), "{file}: {places:?}\n{}", built.said());
    }
}

fn a_name_in_parts_is_found_in_attachments() {
    let document = |body: &str| office(&[("word/document.xml", body)]);
    let comments = office(&[
        ("word/document.xml", "<w:p><w:t>Text</w:t></w:p>"),
        ("word/comments.xml", "<w:comment><w:p><w:t>Meike Tan</w:t><w:t>ner</w:t></w:p></w:comment>"),
    ]);
    for (file, content) in [
        ("a.csv", b"first,last\nMeike,Tanner\n".to_vec()),
        ("a.csv", b"last;id;first\nTanner;7;Meike\n".to_vec()),
        ("a.tsv", b"Tanner\tMeike\n".to_vec()),
        ("a.vcf", b"BEGIN:VCARD\r\nN:Tanner;Meike;;;\r\nEND:VCARD\r\n".to_vec()),
        ("a.vcf", b"BEGIN:VCARD\r\nNOTE:Call Meike Tan\r\n ner\r\nEND:VCARD\r\n".to_vec()),
        ("a.ics", b"BEGIN:VEVENT\r\nDESCRIPTION:With\\nMeike\\nTanner\r\nEND:VEVENT\r\n".to_vec()),
        ("a.docx", document("<w:p><w:del><w:delText>Meike Tanner</w:delText></w:del></w:p>")),
        ("a.docx", document("<w:p><w:t>Mei</w:t><w:delText>ke Tan</w:delText><w:t>ner</w:t></w:p>")),
        ("a.docx", comments),
    ] {
        let site = |name: &str| {
            Site::new()
                .file("site.toml", SETTINGS)
                .file("content/people.yaml", format!("people:\n  - name: {name}\n"))
                .file("content/index.md", format!("# A\n\n[It]({file}).\n"))
                .file(&format!("content/{file}"), content.clone())
                .request(|request| request.edition = Some("vendor".into()))
                .build()
        };
        let leaks = |built: &Built| built.errors().iter().filter(|error| error.code == Code::Leak).count();
        assert_eq!(leaks(&site("Meike Tanner")), 1, "{file}: {:?}", String::from_utf8_lossy(&content));
        assert_eq!(leaks(&site("Zora Quist")), 0, "{file}: somebody else");
    }
}

/// An archive as word processors make it.
fn office(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in parts {
        archive.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn numbers_do_not_tell_of_withheld_people() {
    let site = |more: &str| {
        let people =
            format!("people:\n{more}  - {{name: Mei Tanaka, role: vendor}}\n  - {{name: Zoe Zander, role: vendor}}\n");
        let built = Site::new()
            .file("site.toml", SETTINGS)
            .file("content/index.md", "# Welcome\n\nMei Tanaka and Zoe Zander.\n")
            .file("content/people.yaml", people)
            .request(|request| request.edition = Some("vendor".into()))
            .build();
        assert_eq!(built.errors().len(), 0, "{}", built.said());
        built.output
    };
    let withheld = "  - {name: Ada Byron, role: vendor, audience: internal}\n  - {name: Nils Holm, role: vendor, audience: internal}\n";
    assert_eq!(crate::support::difference(&site(""), &site(withheld)), None);
}

fn words_that_only_look_like_a_name_stay() {
    let built = Site::new()
        .file("site.toml", SETTINGS)
        .file("content/people.yaml", "people:\n  - {id: mei, name: Mei Tanaka, aliases: [Mei], role: vendor}\n")
        .file("content/index.md", "# Welcome\n\nMeinung, Meister and a mei\u{200B}ster; homei.\n")
        .request(|request| request.edition = Some("vendor".into()))
        .build();
    let page = built.page("index.html");
    for word in ["Meinung", "Meister", "homei"] {
        assert!(page.contains(word), "{word} is gone");
    }
}

fn a_name_of_two_letters_is_not_found_among_bytes_that_are_no_text() {
    // Each of these stands somewhere in the compressed bytes of the theme's own fonts.
    for alias in ["JB", "Jo", "Mo", "DM", "KT"] {
        let people =
            format!("- {{ name: Zora Quist, aliases: [{alias}], audience: internal }}\n- {{ name: Jan Bos }}\n");
        let built = Site::new().file("content/people.yaml", people).file("content/index.md", "# Welcome\n").build();
        assert_eq!(built.errors().len(), 0, "{alias}: {}", built.said());
    }
}

/// Nobody wrote the person down: how others spell the name is all there is.
fn initials_are_those_of_what_is_shown() {
    let page = |withheld: &str| {
        let session = |audience: &str, name: &str| {
            format!("title: Planning\ndate: 2026-01-12\naudience: {audience}\nparticipants: [\"{name}\"]\n")
        };
        let built = Site::new()
            .file("site.toml", SETTINGS)
            .file("content/index.md", "# Welcome\n\nText.\n")
            .file("content/sessions/a.yaml", session("internal", withheld))
            .file("content/sessions/b.yaml", session("client", "mei tanaka"))
            .request(|request| request.edition = Some("short".into()))
            .build();
        built.page("sessions/b.html").to_owned()
    };
    assert_eq!(page("Mei-Tanaka"), page("mei tanaka"));
    assert!(page("Mei-Tanaka").contains("m.t."));
}

fn a_name_in_an_address_or_a_title_is_taken_out_or_an_error_at_its_place() {
    for (file, text, line, must_fail) in [
        (
            "site.toml",
            format!("title = \"Meike Tanner at the bank\"\n{SETTINGS}[book]\ntitle = \"For Meike Tanner\"\n"),
            1,
            false,
        ),
        ("site.toml", format!("base_url = \"https://meike-tanner.example/\"\n{SETTINGS}"), 1, true),
        (
            "content/index.md",
            "# A\n\n| Who | What |\n| --- | --- |\n| a | b |\n| <b title=\"Meike Tanner\">x</b> | d |\n".into(),
            6,
            false,
        ),
        ("content/index.md", "# A\n\n| Who |\n| --- |\n| [x](https://a.example/meike-tanner) |\n".into(), 5, false),
        ("content/index.md", "# A\n\nText.\n\n```rust title=\"Meike Tanner\"\nx\n```\n".into(), 5, false),
    ] {
        let built = Site::new()
            .file("site.toml", SETTINGS)
            .file("content/index.md", "# A\n\nText.\n")
            .file("content/people.yaml", "people:\n  - name: Meike Tanner\n")
            .file(file, &text)
            .request(|request| request.edition = Some("vendor".into()))
            .build();
        assert_eq!(!built.errors().is_empty(), must_fail, "{text}\n{}", built.said());
        assert!(must_fail || !text_of(&built.output).contains("meike"), "{text}");
        // What cannot be replaced is an error at its place.
        for leak in built.errors() {
            let span = &leak.primary.as_ref().unwrap().span;
            let place = (span.file.as_str(), text[..span.start as usize].matches('\n').count() + 1);
            assert_eq!((leak.code, place), (Code::Leak, (file, line)), "{}", built.said());
        }
    }
}

/// An address that somebody's name stands in makes no word of the name.
fn addresses_and_code_make_no_word_of_a_name() {
    let built = Site::new()
        .file(
            "content/people.yaml",
            "people:\n  - {name: Otto Krumm, aliases: [Otto], audience: internal}\n  - {name: Bruno, audience: internal}\n",
        )
        .file(
            "content/index.md",
            "# A\n\nOtto drinks. Ask Bruno, too.\n\nThe files are at https://git.example/teams/otto/files and https://git.example/teams/bruno/files for now.\n\nWrite to otto@firm.example or to bruno@firm.example before the end of the week.\n\n```\nscp the big report to otto and then to bruno as well\n```\n",
        )
        .build();
    let codes: Vec<Code> = built.errors().iter().map(|complaint| complaint.code).collect();
    assert_eq!(codes, [Code::Leak, Code::Leak], "{}", built.said());
}
