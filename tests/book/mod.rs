//! The book of the sample, in every form.

mod epubcheck;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pictures;
#[cfg(feature = "pdf")]
mod print;
#[cfg(feature = "pdf")]
mod tables;

use crate::support::{Built, Site};
use crate::trials;
use html5gum::{Token, Tokenizer};
use leavebehind::compile::{Request, compile};
use leavebehind::output::OutputTree;
use leavebehind::source::disk::load;
use leavebehind::source::{SourcePath, SourceTree};
use libtest_mimic::Trial;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = trials!["book";
        every_record_of_the_site_is_in_page_and_epub,
        a_matrix_of_many_skills_is_drawn_in_parts,
        the_epub_begins_as_its_format_asks_and_is_the_same_each_time,
        the_contents_of_the_epub_have_every_heading,
    ];
    trials.extend(epubcheck::trials());
    #[cfg(feature = "pdf")]
    {
        trials.extend(pdf::trials());
        trials.extend(pictures::trials());
        trials.extend(print::trials());
        trials.extend(tables::trials());
    }
    trials
}

/// A site of the disk with its book, after a change to its sources.
fn book_of(folder: &Path, change: impl FnOnce(&mut SourceTree)) -> OutputTree {
    let mut sources = load(folder).unwrap_or_else(|error| panic!("{error}"));
    change(&mut sources);
    let request = Request { links_warn: true, ..Request::on("2026-05-29".parse().unwrap()) };
    let made = compile(&sources, &request);
    assert!(!made.report.has_errors());
    made.value.output
}

fn sample() -> OutputTree {
    book_of(Path::new(env!("CARGO_MANIFEST_DIR")), |_| {})
}

/// A word that fits no line.
const LONG_WORD: &str = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

/// The book, on letter paper, of notes that nobody would write, and somebody will: words, addresses and lines of code
/// beyond any line, eight lists and quotations in one another, a table of fourteen columns, and Japanese.
fn odd_notes() -> Built {
    let address = format!("https://example.com/{}", "segment/".repeat(40));
    let nested = |mark: &dyn Fn(usize) -> String| -> String {
        let words = "with words that go on until the line has to be broken somewhere near its end";
        (1..=8).map(|level| format!("{}level {level} {words}\n", mark(level))).collect()
    };
    let lists = nested(&|level| format!("{}- ", "  ".repeat(level - 1)));
    let quotes = nested(&|level| format!("{0}\n{0}", "> ".repeat(level)));
    let row = |cell: &dyn Fn(usize) -> String| (0..14).map(|column| format!("| {} ", cell(column))).collect::<String>();
    let table: String = [row(&|column| format!("Column {column}")), row(&|_| "-".to_owned())]
        .into_iter()
        .chain((0..20).map(|line| row(&|column| format!("cell {line}.{column} value"))))
        .map(|line| format!("{line}|\n"))
        .collect();
    let code = format!("let {} = 1; // three hundred", "very_long_name_".repeat(18));
    let words = format!("# {LONG_WORD}{LONG_WORD}\n\n## On {LONG_WORD}\n\nSee {address} and `{0}`.\n", "b".repeat(300));
    Site::new()
        .file("site.toml", "title = \"Odd\"\n[book]\npaper = \"letter\"\n")
        .file("content/index.md", "# Welcome\n\nRead on.\n")
        .file("content/playbooks/words.md", words)
        .file("content/playbooks/nested.md", format!("# Nested\n\n{lists}\n## Quotes\n\n{quotes}\n"))
        .file("content/playbooks/wide.md", format!("# Wide\n\n{table}\n```rust\n{code}\n{0}\n```\n", "x".repeat(300)))
        .file("content/playbooks/ja.md", "# 見積もりの手順\n\n**三人**で別々に`見積もる`。宛先はme@x.orgです。\n")
        .request(|request| (request.pdf, request.epub) = (cfg!(feature = "pdf"), true))
        .build()
}

/// Ids and titles of all records that have a data file.
fn data(output: &OutputTree) -> Vec<(String, String)> {
    let kinds = [
        ("playbook", "playbooks"),
        ("lesson", "lessons"),
        ("decision", "decisions"),
        ("session", "sessions"),
        ("project", "projects"),
        ("person", "people"),
        ("skill", "skills"),
        ("open-item", "open-items"),
        ("leave-behind", "leave-behinds"),
        ("success-criterion", "success-criteria"),
    ];
    let mut found = Vec::new();
    for (kind, file) in kinds {
        let rows: serde_json::Value = serde_json::from_str(output.text(&format!("data/{file}.json")).unwrap()).unwrap();
        for row in rows.as_array().unwrap() {
            let title = row.get("title").or_else(|| row.get("name")).and_then(|title| title.as_str()).unwrap();
            found.push((format!("{kind}:{}", row["id"].as_str().unwrap()), title.to_owned()));
        }
    }
    found
}

/// The ids of records in a page.
fn records(html: &str) -> BTreeSet<String> {
    let kinds = [
        "playbook",
        "lesson",
        "decision",
        "session",
        "project",
        "person",
        "skill",
        "open-item",
        "leave-behind",
        "success-criterion",
    ];
    let mut ids = BTreeSet::new();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        if let Some(id) = tag.attributes.get(&b"id"[..]) {
            let id = String::from_utf8_lossy(id).into_owned();
            let mut parts = id.split(':');
            let kind = parts.next().unwrap_or_default();
            if kinds.contains(&kind) && parts.count() == 1 {
                ids.insert(id);
            }
        }
    }
    ids
}

fn epub(output: &OutputTree) -> ZipArchive<Cursor<Vec<u8>>> {
    let bytes = output.get("book/what-we-leave-behind.epub").expect("the sample has an EPUB").bytes().to_vec();
    ZipArchive::new(Cursor::new(bytes)).unwrap()
}

fn every_record_of_the_site_is_in_page_and_epub() {
    let output = sample();
    let site: BTreeSet<String> = data(&output).into_iter().map(|(id, _)| id).collect();
    assert!(site.len() > 150, "the sample has more records than {}", site.len());
    assert_eq!(records(output.text("book/index.html").unwrap()), site);
    assert_eq!(records_of_epub(&output), site);

    // What is left out on purpose is in neither, and nothing else is missing.
    let few = book_of(Path::new(env!("CARGO_MANIFEST_DIR")), |sources| {
        let settings = SourcePath::new("site.toml");
        let text = std::str::from_utf8(sources.get(&settings).unwrap().bytes()).unwrap().to_owned();
        let text = text.replace("[book]\n", "[book]\nexclude = [\"session:*\", \"skill:estimating\"]\n");
        sources.insert(settings, text.as_bytes());
    });
    let left_out = |id: &String| id.starts_with("session:") || id == "skill:estimating";
    assert!(site.iter().any(|id| id == "skill:estimating"), "the sample has the skill that is left out");
    let rest: BTreeSet<String> = site.iter().filter(|id| !left_out(id)).cloned().collect();
    assert_eq!(records(few.text("book/index.html").unwrap()), rest);
    assert_eq!(records_of_epub(&few), rest);
}

fn records_of_epub(output: &OutputTree) -> BTreeSet<String> {
    let mut epub = epub(output);
    let mut found = BTreeSet::new();
    for number in 0..epub.len() {
        let mut file = epub.by_index(number).unwrap();
        if file.name().ends_with(".xhtml") {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            found.extend(records(&text));
        }
    }
    found
}

/// In letters that can be read, no page holds a matrix of so many skills.
fn a_matrix_of_many_skills_is_drawn_in_parts() {
    let skills: String = (10..70).map(|number| format!("  - {{id: s{number}, name: Skill{number}}}\n")).collect();
    let levels: String = (10..70).map(|number| format!("{{skill: s{number}, after: 2}}, ")).collect();
    let built = Site::new()
        .file("content/index.md", "# Welcome\n\nHello.\n")
        .file("content/skills.yaml", format!("skills:\n{skills}"))
        .file("content/people.yaml", format!("people:\n  - {{name: Mei, organisation: Bank, skills: [{levels}]}}\n"))
        .build();
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    let page = built.output.text("book/index.html").expect("the book is a page");
    let figures: Vec<&str> =
        page.split("<figure").skip(1).filter(|figure| figure.contains("Skills matrix (")).collect();
    assert!(figures.len() > 1, "{} parts", figures.len());
    for number in 10..70 {
        let drawn = figures.iter().filter(|figure| figure.contains(&format!(">Skill{number}<"))).count();
        assert_eq!(drawn, 1, "Skill{number}");
    }
}

fn the_epub_begins_as_its_format_asks_and_is_the_same_each_time() {
    let (first, second) = (sample(), sample());
    let mut zip = epub(&first);
    let mimetype = zip.by_index(0).unwrap();
    assert_eq!((mimetype.name(), mimetype.compression()), ("mimetype", CompressionMethod::Stored));
    drop(mimetype);
    let bytes = |output: &OutputTree| output.get("book/what-we-leave-behind.epub").unwrap().bytes().to_vec();
    assert!(bytes(&first) == bytes(&second), "two builds gave two EPUBs");
}

/// What stands over the parts of a record is a heading like those of its text.
fn the_contents_of_the_epub_have_every_heading() {
    let note = "---\ncontext: Three vendors were late.\noutcome: We ask early.\n---\n# Ask early\n\n## Who asks\n\nThe lead.\n";
    let built = Site::new()
        .file("content/index.md", "# Dear colleagues\n\nSee you.\n")
        .file("content/decisions/ask-early.md", note)
        .request(|request| request.epub = true)
        .build();
    let mut zip = epub(&built.output);
    let mut contents = String::new();
    zip.by_name("EPUB/nav.xhtml").unwrap().read_to_string(&mut contents).unwrap();
    let toc = contents.split("epub:type=\"landmarks\"").next().unwrap();
    for heading in ["Context", "Decision", "Who asks"] {
        let link = toc.split("<a href=\"").skip(1).find(|rest| rest.contains(&format!("\">{heading}</a>")));
        let link = link.unwrap_or_else(|| panic!("{heading} is not in the contents: {toc}"));
        let (file, id) = link.split('"').next().unwrap().split_once('#').unwrap();
        let mut page = String::new();
        zip.by_name(&format!("EPUB/{file}")).unwrap().read_to_string(&mut page).unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{file} has no {id}");
    }
}
