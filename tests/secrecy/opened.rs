//! An edition with every archive opened and every compression undone.

use super::planted::site;
use super::token::Kind;
use crate::support::Built;
use leavebehind::output::OutputTree;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::{Arc, Mutex};

/// An edition of the planted site and all that is in it, in small letters.
pub(super) struct Opened {
    pub(super) built: Built,
    pub(super) text: String,
}

/// Builds an edition once.
pub(super) fn opened(kind: Kind, edition: &'static str) -> Arc<Opened> {
    static OPENED: Mutex<BTreeMap<(bool, &str), Arc<Opened>>> = Mutex::new(BTreeMap::new());
    let mut known = OPENED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let make = || {
        let built = site(kind)
            .request(|request| {
                request.edition = Some(edition.into());
                request.epub = true;
                request.pdf = cfg!(feature = "pdf");
            })
            .build();
        let text = text_of(&built.output);
        Arc::new(Opened { built, text })
    };
    known.entry((kind == Kind::Natural, edition)).or_insert_with(make).clone()
}

/// Names and contents of all files, in small letters.
pub(super) fn text_of(output: &OutputTree) -> String {
    let mut text = String::new();
    for (path, content) in output.files() {
        text.push_str(path.as_str());
        text.push('\n');
        open(content.bytes(), &mut text);
    }
    text.to_lowercase()
}

/// The bytes as text; those of archives and of PDF streams too.
pub(super) fn open(bytes: &[u8], text: &mut String) {
    text.push_str(&String::from_utf8_lossy(bytes));
    text.push('\n');
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            text.push_str(file.name());
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            drop(file);
            open(&content, text);
        }
    } else if bytes.starts_with(b"%PDF") {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        text.push_str(&document.extract_text(&pages).unwrap_or_default());
        for stream in document.objects.values().filter_map(|object| object.as_stream().ok()) {
            text.push_str(&String::from_utf8_lossy(&stream.get_plain_content().unwrap_or_default()));
        }
    }
}
