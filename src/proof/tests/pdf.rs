//! What a PDF says is read as a reader would.

use super::Case;

/// A tagged PDF of one page: blocks of lines, each block an element of its own.
fn tagged(blocks: &[&[&str]]) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.7");
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1" });
    let body = document.add_object(dictionary! { "S" => "Document" });
    let (mut content, mut elements, mut height) = (String::new(), Vec::new(), 700);
    for lines in blocks {
        let block = document.add_object(dictionary! { "S" => "P", "P" => body });
        for line in *lines {
            let number = elements.len();
            content.push_str(&format!(
                "/Span <</MCID {number}>> BDC BT /f0 10 Tf 1 0 0 1 90 {height} Tm ({line}) Tj ET EMC\n"
            ));
            let inline = document.add_object(dictionary! { "S" => "Strong", "P" => block });
            elements.push(Object::Reference(if number % 2 == 0 { block } else { inline }));
            height -= 14;
        }
    }
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "StructParents" => 0,
        "Resources" => dictionary! { "Font" => dictionary! { "f0" => font } },
    });
    let pages_of = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(pages_of));
    let tree = dictionary! { "Nums" => vec![0.into(), Object::Array(elements)] };
    let root = document.add_object(dictionary! { "Type" => "StructTreeRoot", "ParentTree" => tree });
    let catalog = dictionary! { "Type" => "Catalog", "Pages" => pages, "StructTreeRoot" => root };
    saved(document, catalog)
}

/// A document as its file.
fn saved(mut document: lopdf::Document, catalog: lopdf::Dictionary) -> Vec<u8> {
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_lines_of_a_paragraph_are_one_text_and_paragraphs_are_several() {
    let title = "How we estimate together";
    Case::note().writes("x.pdf", tagged(&[&[title], &["client's own team"], &["could not plan its way"]])).is_clean();
    for lines in [&["client's own team", "could not plan its way"], &["client's own team could not pl-", "an its way"]]
    {
        let case = Case::note().writes("x.pdf", tagged(&[&[title], lines]));
        assert!(case.leaks() > 0, "{lines:?}");
    }
}

/// A PDF of one page with a font whose codes are two bytes, an outline and properties.
pub(super) fn pdf(lines: &[&str], title: &str, outline: &str) -> Vec<u8> {
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
        let codes = line.chars().map(|letter| letters.iter().position(|known| *known == letter).unwrap());
        // A writer of PDF takes either form; in the second some codes have escapes of their own.
        let codes = if row % 2 == 0 {
            format!("<{}>", codes.map(|code| format!("{code:04x}")).collect::<String>())
        } else {
            let escaped = |code: usize| match code {
                8 => "\\b".to_owned(),
                9 => "\\t".to_owned(),
                10 => "\\n".to_owned(),
                12 => "\\f".to_owned(),
                13 => "\\r".to_owned(),
                code => format!("\\{code:03o}"),
            };
            format!("({})", codes.map(|code| format!("\\000{}", escaped(code))).collect::<String>())
        };
        content
            .push_str(&format!("q 1 0 0 -1 90 {} cm BT /f0 10 Tf 1 0 0 -1 0 0 Tm [{codes}]TJ ET Q\n", 700 - 14 * row));
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
    let info = document.add_object(dictionary! { "Title" => wide(title) });
    document.trailer.set("Info", info);
    saved(document, dictionary! { "Type" => "Catalog", "Pages" => pages, "Outlines" => outlines })
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
