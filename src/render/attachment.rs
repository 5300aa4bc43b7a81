//! Attachments that say who made them: PDF and Office files carry their authors' names.
//!
//! They are handed over as they are, so that the author is told what they say beside their text.

use std::io::Read;

/// Where Office formats keep who wrote a document, and the elements that name people.
const OFFICE: [(&str, &[&str]); 3] = [
    ("docProps/core.xml", &["dc:creator", "cp:lastModifiedBy", "dc:description", "cp:keywords"]),
    ("docProps/app.xml", &["Company", "Manager"]),
    ("meta.xml", &["dc:creator", "meta:initial-creator", "meta:printed-by"]),
];

/// A document's properties are never longer than this.
const LONGEST_PROPERTIES: u64 = 1 << 20;

/// What an attachment says about its makers beside its text, in the author's words: "its author";
/// none where it says nothing, or is no kind of file that could. The ending is in lower case.
///
/// An image of a kind that cannot be cleaned is assumed to carry what cameras write.
pub fn metadata(bytes: &[u8], ending: &str) -> Option<&'static str> {
    match ending {
        "pdf" => pdf(bytes),
        "docx" | "docm" | "dotx" | "xlsx" | "xlsm" | "pptx" | "pptm" | "odt" | "ods" | "odp" => office(bytes),
        // The formats before 2007 always name who saved them last.
        "doc" | "xls" | "ppt" => Some("who saved it last"),
        "tif" | "tiff" | "heic" | "heif" | "avif" | "jxl" | "mp4" | "mov" | "m4a" => {
            Some("where and with what it was recorded")
        }
        _ => None,
    }
}

fn pdf(bytes: &[u8]) -> Option<&'static str> {
    let document = lopdf::Document::load_mem(bytes).ok()?;
    let info = document.trailer.get(b"Info").ok().and_then(|info| document.dereference(info).ok());
    let named = info.and_then(|(_, info)| info.as_dict().ok()).is_some_and(|info| {
        [&b"Author"[..], b"Subject", b"Keywords"]
            .iter()
            .any(|key| info.get(key).and_then(lopdf::Object::as_str).is_ok_and(|text| !text.is_empty()))
    });
    if named {
        return Some("its author");
    }
    let described = document.objects.values().filter_map(|object| object.as_stream().ok()).any(|stream| {
        stream.dict.get(b"Type").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Metadata")
            && stream
                .get_plain_content_with_limit(LONGEST_PROPERTIES as usize)
                .is_ok_and(|text| holds(&text, b"dc:creator"))
    });
    described.then_some("its author")
}

fn office(bytes: &[u8]) -> Option<&'static str> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let says = OFFICE.iter().any(|(name, elements)| {
        let mut text = String::new();
        let Ok(file) = archive.by_name(name) else { return false };
        if file.take(LONGEST_PROPERTIES).read_to_string(&mut text).is_err() {
            return true;
        }
        elements.iter().any(|element| {
            text.split(&format!("<{element}")).skip(1).any(|rest| {
                let value = rest.split_once('>').map_or("", |(_, value)| value);
                value.split('<').next().is_some_and(|value| !value.trim().is_empty())
            })
        })
    });
    says.then_some("who wrote it")
}

fn holds(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|window| window == word)
}
