//! The book of the sample, in every form.

use crate::trials;
use html5gum::{Token, Tokenizer};
use leavebehind::compile::{Request, compile};
use leavebehind::output::OutputTree;
use leavebehind::source::disk::load;
use libtest_mimic::Trial;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

pub(crate) fn trials() -> Vec<Trial> {
    #[cfg_attr(not(feature = "pdf"), expect(unused_mut, reason = "without the PDF there is less to try"))]
    let mut trials = trials!["book";
        every_record_is_in_page_and_epub_alike,
        the_epub_begins_as_its_format_asks_and_is_the_same_each_time,
    ];
    #[cfg(feature = "pdf")]
    trials.extend(pdf::trials());
    trials
}

fn sample() -> OutputTree {
    let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|error| panic!("{error}"));
    let made = compile(&sources, &Request::on("2026-05-29".parse().unwrap()));
    assert!(!made.report.has_errors());
    made.value.output
}

/// The ids of records in a page.
fn records(html: &str) -> BTreeSet<String> {
    let kinds =
        ["playbook", "lesson", "decision", "session", "project", "person", "skill", "open-item", "leave-behind"];
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

fn every_record_is_in_page_and_epub_alike() {
    let output = sample();
    let page = records(output.text("book/index.html").unwrap());
    let mut epub = epub(&output);
    let mut found = BTreeSet::new();
    for number in 0..epub.len() {
        let mut file = epub.by_index(number).unwrap();
        if file.name().ends_with(".xhtml") {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            found.extend(records(&text));
        }
    }
    assert!(page.len() > 100, "the sample has more records than {}", page.len());
    assert_eq!(page, found);
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

#[cfg(feature = "pdf")]
mod pdf {
    use super::sample;
    use crate::support::Site;
    use crate::trials;
    use libtest_mimic::Trial;
    use lopdf::{Dictionary, Document, Object};
    use std::collections::BTreeMap;

    pub(super) fn trials() -> Vec<Trial> {
        trials!["book";
            the_pdf_holds_what_a_machine_can_check_of_pdf_ua,
            the_pdf_is_the_same_each_time,
            hostile_notes_are_set_as_they_are,
            a_layout_that_does_not_work_is_complained_of_in_its_file,
        ]
    }

    const PDF: &str = "book/what-we-leave-behind.pdf";

    fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
        document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
    }

    fn name(dictionary: &Dictionary, key: &[u8]) -> String {
        let name = dictionary.get(key).and_then(Object::as_name).unwrap_or_default();
        String::from_utf8_lossy(name).into_owned()
    }

    /// What the structure tree says, in reading order: each element with its own dictionary.
    fn elements<'a>(document: &'a Document, object: &'a Object, out: &mut Vec<(String, &'a Dictionary)>) {
        match document.dereference(object) {
            Ok((_, Object::Array(list))) => list.iter().for_each(|one| elements(document, one, out)),
            Ok((_, Object::Dictionary(element))) if element.has(b"S") => {
                out.push((name(element, b"S"), element));
                if let Ok(inner) = element.get(b"K") {
                    elements(document, inner, out);
                }
            }
            _ => {}
        }
    }

    fn the_pdf_holds_what_a_machine_can_check_of_pdf_ua() {
        let output = sample();
        let document = Document::load_mem(output.get(PDF).expect("the sample has a PDF").bytes()).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"en");
        let marked = dictionary(&document, catalog.get(b"MarkInfo").unwrap()).unwrap();
        assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap());
        let viewer = dictionary(&document, catalog.get(b"ViewerPreferences").unwrap()).unwrap();
        assert!(viewer.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap());
        assert!(catalog.has(b"Outlines"), "there are bookmarks");
        let (_, metadata) = document.dereference(catalog.get(b"Metadata").unwrap()).unwrap();
        let metadata = metadata.as_stream().unwrap();
        let metadata = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
        let metadata = String::from_utf8(metadata).unwrap();
        assert!(metadata.contains("pdfuaid") && metadata.contains("pdfaid") && metadata.contains("dc:title"));

        let tree = dictionary(&document, catalog.get(b"StructTreeRoot").unwrap()).unwrap();
        assert!(tree.has(b"ParentTree"));
        let mut found = Vec::new();
        elements(&document, tree.get(b"K").unwrap(), &mut found);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut last = 0;
        for (kind, element) in &found {
            *counts.entry(kind).or_default() += 1;
            match kind.as_str() {
                "Figure" => assert!(element.has(b"Alt"), "a figure without words"),
                "TH" => assert!(format!("{element:?}").contains("Scope"), "a head of a table without scope"),
                _ => {}
            }
            if let Some(level) = kind.strip_prefix('H').and_then(|level| level.parse::<usize>().ok()) {
                assert!(level <= last + 1, "a heading of level {level} follows one of level {last}");
                last = level;
            }
        }
        for kind in ["Figure", "TH", "Table", "LI", "Lbl", "LBody", "Link", "TOC", "Code", "H1", "H2", "H3"] {
            assert!(counts.contains_key(kind), "the sample's book has no {kind}");
        }
        for (_, page) in document.get_pages() {
            let page = document.get_dictionary(page).unwrap();
            let Ok(annotations) = page.get(b"Annots") else { continue };
            assert_eq!(name(page, b"Tabs"), "S");
            let (_, annotations) = document.dereference(annotations).unwrap();
            for annotation in annotations.as_array().unwrap() {
                assert!(dictionary(&document, annotation).unwrap().has(b"Contents"), "a link without words");
            }
        }
        for object in document.objects.values() {
            if let Ok(font) = object.as_dict()
                && name(font, b"Type") == "Font"
                && name(font, b"Subtype") == "Type0"
            {
                assert!(font.has(b"ToUnicode"), "a font whose letters cannot be read");
            }
        }
    }

    fn the_pdf_is_the_same_each_time() {
        let bytes = || sample().get(PDF).unwrap().bytes().to_vec();
        assert!(bytes() == bytes(), "two builds gave two PDFs");
    }

    fn hostile_notes_are_set_as_they_are() {
        let quotes = "> ".repeat(60);
        let columns = "| x ".repeat(40);
        let rule = "|---".repeat(40);
        let long = "word ".repeat(40_000);
        let note = format!(
            "# #panic(\"x\") $x^2$ <label> @ref\n\n{quotes}deep\n\n{columns}|\n{rule}|\n{columns}|\n\n{long}\n\n{}\n\n\
             ```js\nconst x = /[/]\\/(?<a>b+)+$/.test(`${{y}}`); // {}\n```\n\n日本語 e\u{301}\u{323} 🎉\n",
            "x".repeat(5000),
            "y".repeat(500),
        );
        let built = Site::new().file("content/index.md", note).request(|request| request.pdf = true).build();
        let book = built.output.get(PDF).unwrap_or_else(|| panic!("no book: {}", built.said()));
        assert!(book.bytes().starts_with(b"%PDF-1.7"));
        assert!(built.said().contains("missing-glyph"), "Japanese without a font is said");
    }

    fn a_layout_that_does_not_work_is_complained_of_in_its_file() {
        let built = Site::new()
            .file("site.toml", "theme = \"mine\"\n")
            .file("themes/mine/book.typ", "#let broken = (\n")
            .file("content/index.md", "# Welcome\n\nHello.\n")
            .request(|request| request.pdf = true)
            .build();
        assert!(built.said().contains("book-layout"), "{}", built.said());
        assert!(built.said().contains("themes/mine/book.typ"), "{}", built.said());
    }
}
