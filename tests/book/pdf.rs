//! The structure of the PDF, as far as a machine can hold it to PDF/UA-1.

use super::{book_of, sample};
use crate::support::Site;
use crate::trials;
use leavebehind::source::SourcePath;
use libtest_mimic::Trial;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn trials() -> Vec<Trial> {
    trials!["book";
        the_pdf_holds_what_a_machine_can_check_of_pdf_ua,
        everything_drawn_is_content_or_artifact_and_found_from_the_parent_tree,
        links_stand_in_link_elements_and_lists_have_labels,
        every_font_is_embedded_and_the_file_is_open_to_readers,
        the_pdf_is_the_same_each_time,
        hostile_notes_are_set_as_they_are,
        a_site_in_a_language_without_a_font_is_set_with_signs_and_says_so,
        a_layout_that_does_not_work_is_complained_of_in_its_file,
        a_pack_has_two_to_six_pages,
        people_of_the_client_who_leave_have_packs_too,
        what_only_programs_read_keeps_the_letters_that_no_font_has,
        what_the_layout_of_packs_is_warned_of_is_said_once,
    ]
}

const PDF: &str = "book/what-we-leave-behind.pdf";

pub(super) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
}

fn name(dictionary: &Dictionary, key: &[u8]) -> String {
    let name = dictionary.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8_lossy(name).into_owned()
}

/// What the structure tree says, in reading order: each element with its own dictionary.
pub(super) fn elements<'a>(document: &'a Document, object: &'a Object, out: &mut Vec<(String, &'a Dictionary)>) {
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
            "Table" => {
                let mut inner = Vec::new();
                elements(&document, element.get(b"K").unwrap(), &mut inner);
                assert!(inner.iter().any(|(kind, _)| kind == "TH"), "a table without a head");
            }
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

/// The sample's book with a block of JavaScript, which made Typst's own highlighter hang.
fn with_javascript() -> Document {
    let output = book_of(Path::new(env!("CARGO_MANIFEST_DIR")), |sources| {
        let note = "# A script\n\n```js\nconst x = /[/]\\/(?<a>b+)+$/.test(`${y}`); // a remark\n```\n\n\
                    1. One\n   - Two\n\n[Out](https://example.com/a?b[]=c)\n";
        sources.insert(SourcePath::new("content/playbooks/script.md"), note.as_bytes());
    });
    Document::load_mem(output.get(PDF).unwrap().bytes()).unwrap()
}

/// The parent tree: the value of each key, followed through its nodes.
fn parents(document: &Document) -> BTreeMap<i64, Object> {
    fn add(document: &Document, node: &Object, out: &mut BTreeMap<i64, Object>) {
        let node = dictionary(document, node).expect("a node of the tree is a dictionary");
        if let Ok(kids) = node.get(b"Kids").and_then(|kids| document.dereference(kids)?.1.as_array()) {
            kids.iter().for_each(|kid| add(document, kid, out));
        }
        if let Ok(numbers) = node.get(b"Nums").and_then(|numbers| document.dereference(numbers)?.1.as_array()) {
            for pair in numbers.chunks_exact(2) {
                out.insert(pair[0].as_i64().unwrap(), document.dereference(&pair[1]).unwrap().1.clone());
            }
        }
    }
    let tree = dictionary(document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap()).unwrap();
    let mut out = BTreeMap::new();
    add(document, tree.get(b"ParentTree").unwrap(), &mut out);
    out
}

fn everything_drawn_is_content_or_artifact_and_found_from_the_parent_tree() {
    const DRAWING: [&str; 16] =
        ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"];
    let document = with_javascript();
    let parents = parents(&document);
    let (mut drawn, mut contents) = (0, 0);
    for (number, id) in document.get_pages() {
        let page = document.get_dictionary(id).unwrap();
        let content = Content::decode(&document.get_page_content(id)).unwrap();
        let mut marked = 0_usize;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    marked += 1;
                    let Some(Ok(properties)) = operation.operands.get(1).map(Object::as_dict) else { continue };
                    let Ok(mark) = properties.get(b"MCID").and_then(Object::as_i64) else { continue };
                    let key = page.get(b"StructParents").and_then(Object::as_i64).expect("the page is in the tree");
                    let elements = parents[&key].as_array().expect("a page's entry is a list");
                    let element = dictionary(&document, &elements[mark as usize]).expect("content has an element");
                    assert!(element.has(b"S") && element.has(b"P"), "page {number}: an element without a place");
                    contents += 1;
                }
                "EMC" => marked -= 1,
                operator if DRAWING.contains(&operator) => {
                    assert!(marked > 0, "page {number}: {operator} is neither content nor artifact");
                    drawn += 1;
                }
                _ => {}
            }
        }
        assert_eq!(marked, 0, "page {number}: marked content that does not end");
    }
    assert!(drawn > 10_000 && contents > 5_000, "{drawn} operators, {contents} contents");

    let tree = dictionary(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap()).unwrap();
    if let Some(roles) = tree.get(b"RoleMap").ok().and_then(|roles| dictionary(&document, roles)) {
        for (role, _) in roles {
            let mut seen = vec![role.clone()];
            while let Ok(next) = roles.get(seen.last().unwrap()).and_then(Object::as_name) {
                assert!(!seen.iter().any(|role| role == next), "a role that stands for itself");
                seen.push(next.to_vec());
            }
        }
    }
}

fn links_stand_in_link_elements_and_lists_have_labels() {
    let document = with_javascript();
    let parents = parents(&document);
    let mut links = 0;
    for (number, id) in document.get_pages() {
        let Ok(annotations) = document.get_dictionary(id).unwrap().get(b"Annots") else { continue };
        for annotation in document.dereference(annotations).unwrap().1.as_array().unwrap() {
            let annotation = dictionary(&document, annotation).unwrap();
            let key = annotation.get(b"StructParent").and_then(Object::as_i64).expect("a link is in the tree");
            let element = parents[&key].as_dict().expect("a link's entry is its element");
            assert!(matches!(name(element, b"S").as_str(), "Link" | "Reference"), "page {number}: {element:?}");
            links += 1;
        }
    }
    assert!(links > 500, "the sample has more links than {links}");

    let tree = dictionary(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap()).unwrap();
    let mut found = Vec::new();
    elements(&document, tree.get(b"K").unwrap(), &mut found);
    let items: Vec<_> = found.iter().filter(|(kind, _)| kind == "LI").collect();
    assert!(items.len() > 100, "the sample has more items than {}", items.len());
    for (_, item) in items {
        let mut inner = Vec::new();
        elements(&document, item.get(b"K").unwrap(), &mut inner);
        for part in ["Lbl", "LBody"] {
            assert!(inner.iter().any(|(kind, _)| kind == part), "an item of a list without {part}");
        }
    }
}

fn every_font_is_embedded_and_the_file_is_open_to_readers() {
    let document = with_javascript();
    assert!(!document.trailer.has(b"Encrypt"));
    let mut fonts = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if name(font, b"Type") == "FontDescriptor" {
            assert!([&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|file| font.has(file)), "{font:?}");
            fonts += 1;
        }
    }
    assert!(fonts > 3, "the sample is set in more fonts than {fonts}");
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

fn a_site_in_a_language_without_a_font_is_set_with_signs_and_says_so() {
    // The words of the book itself are Japanese too, those of contents and pages among them.
    let built = Site::new()
        .file("site.toml", "language = \"ja\"\n")
        .file("content/index.md", "# Hello\n\nA letter.\n")
        .request(|request| request.pdf = true)
        .build();
    assert!(!built.said().contains("error"), "{}", built.said());
    assert!(built.said().contains("missing-glyph") && built.said().contains('あ'), "{}", built.said());
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

/// The pages of Mei's pack, who was in so many sessions.
fn pages_of_pack(sessions: usize) -> usize {
    let mut records = String::new();
    for number in 0..sessions {
        let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
        let year = 2000 + number / 336;
        records.push_str(&format!(
            "---\ntitle: A session with a long enough title to need two lines of its cell, number {number}\n\
             date: {year}-{month:02}-{day:02}\nparticipants: [Mei]\nskills: [estimating]\n\
             skill_changes: [{{person: Mei, skill: estimating, from: 1, to: 2}}]\n"
        ));
    }
    let built = Site::new()
        .file("content/index.md", "# Welcome\n\nHello.\n")
        .file("content/people.yaml", "people:\n  - {id: mei, name: Mei, role: business_analyst}\n")
        .file("content/skills.yaml", "skills:\n  - {id: estimating, name: Estimating, family: manage_projects}\n")
        .file("content/sessions/all.yaml", records)
        .request(|request| request.pdf = true)
        .build();
    let pack = built.output.get("people/mei.takeaway.pdf").unwrap_or_else(|| panic!("no pack: {}", built.said()));
    Document::load_mem(pack.bytes()).unwrap().get_pages().len()
}

fn a_pack_has_two_to_six_pages() {
    let (few, many) = (pages_of_pack(3), pages_of_pack(700));
    assert_eq!(few, 2, "a pack of three sessions");
    assert!((3..=6).contains(&many), "a pack of seven hundred sessions has {many} pages");

    // Of whom nothing is recorded but one meeting has a page for notes.
    let built = two_people().build();
    let pack = built.output.get("people/mei.takeaway.pdf").unwrap_or_else(|| panic!("no pack: {}", built.said()));
    assert_eq!(Document::load_mem(pack.bytes()).unwrap().get_pages().len(), 2, "a pack of one meeting");
}

/// Two people who were in one meeting.
fn two_people() -> Site {
    Site::new()
        .file("content/index.md", "# Welcome\n\nHello.\n")
        .file("content/people.yaml", "people:\n  - {id: mei, name: Mei}\n  - {id: noor, name: Noor}\n")
        .file("content/sessions/first.yaml", "title: First\ndate: 2026-01-05\nparticipants: [Mei, Noor]\n")
        .request(|request| request.pdf = true)
}

fn people_of_the_client_who_leave_have_packs_too() {
    let built = Site::new()
        .file("content/index.md", "# Welcome\n\nHello.\n")
        .file(
            "content/organisations.yaml",
            "- {id: bank, name: The bank, kind: client}\n- {id: we, name: We, kind: consultancy}\n",
        )
        .file(
            "content/people.yaml",
            "people:\n  - {id: mei, name: Mei, organisation: bank, stays_after_exit: false}\n  \
             - {id: ada, name: Ada, organisation: we}\n  - {id: bo, name: Bo, organisation: bank}\n",
        )
        .file("content/sessions/first.yaml", "title: First\ndate: 2026-01-05\nparticipants: [Mei, Ada]\n")
        .request(|request| request.pdf = true)
        .build();
    let packs: Vec<String> =
        built.output.files().map(|(path, _)| path.to_string()).filter(|path| path.contains("takeaway")).collect();
    assert_eq!(packs, ["people/mei.takeaway.pdf"], "{}", built.said());
}

/// A title that no font can set is a row of signs on the page, and itself in the window's title, in the bookmarks and
/// in what is said of a picture.
fn what_only_programs_read_keeps_the_letters_that_no_font_has() {
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"40\"><path d=\"M0 0h90v40z\"/></svg>";
    let built = Site::new()
        .file("site.toml", "[book]\ntitle = \"引き継ぎ\"\n")
        .file("content/wall.svg", drawing)
        .file("content/index.md", "# Dear colleagues\n\nThe wall:\n\n![壁の写真](wall.svg)\n")
        .file("content/playbooks/ja.md", "# 見積もり\n\nAsk.\n\n## 手順\n\nAsk again.\n")
        .request(|request| request.pdf = true)
        .build();
    assert!(built.said().contains("missing-glyph") && built.errors().is_empty(), "{}", built.said());
    let document = Document::load_mem(built.output.get(PDF).unwrap().bytes()).unwrap();
    let mut said = Vec::new();
    for object in document.objects.values() {
        let Ok(object) = object.as_dict() else { continue };
        for key in [&b"Title"[..], b"Alt"] {
            said.extend(object.get(key).ok().and_then(|text| lopdf::decode_text_string(text).ok()));
        }
    }
    for text in ["引き継ぎ", "見積もり", "手順", "壁の写真"] {
        assert!(said.iter().any(|one| one.contains(text)), "{text} is not among {said:?}");
    }
    assert!(!said.iter().any(|one| one.contains('\u{25a1}')), "{said:?}");
}

fn what_the_layout_of_packs_is_warned_of_is_said_once() {
    let built = two_people()
        .file("site.toml", "theme = \"mine\"\n")
        .file(
            "themes/mine/takeaway.typ",
            "#import \"prose.typ\": *\n#set document(title: data.title)\n\
             #set text(font: \"No such letters\")\n= #data.title\n",
        )
        .build();
    assert!(built.output.get("people/noor.takeaway.pdf").is_some(), "{}", built.said());
    assert_eq!(built.said().matches("no such letters").count(), 1, "{}", built.said());
    assert!(built.said().contains("themes/mine/takeaway.typ"), "{}", built.said());
}
