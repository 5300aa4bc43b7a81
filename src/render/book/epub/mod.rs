//! The EPUB 3: a zip of XHTML files in fixed order and with fixed dates, so that equal input gives
//! equal bytes.

mod contents;
mod cover;
mod package;
mod plan;

use super::index::Index;
use super::markup::{Attribute, Medium, Text, Writer, fragment};
use super::tree::{Book, Drawing, Format, section_number};
use contents::contents;
use cover::cover;
use package::{Parts, package};
use plan::{Id, plan};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

/// What an EPUB says of itself besides the book.
#[derive(Debug, Clone, Copy)]
pub(super) struct Imprint<'a> {
    /// A URI that names this book and edition and no other; `urn:uuid:…`.
    pub identifier: &'a str,
    /// The day it was made, as `2026-05-29`.
    pub date: &'a str,
    /// The style sheet.
    pub style: &'a str,
}

/// Writes the EPUB.
///
/// # Errors
/// When the zip cannot be written, which in memory is when the book is larger than a zip can be.
pub(super) fn write(book: &Book, imprint: Imprint<'_>) -> io::Result<Vec<u8>> {
    let index = Index::of(book);
    let plan = plan(book, &index);
    let medium = Pages { book, ids: plan.ids, file: String::new(), files: BTreeMap::new(), drawings: Vec::new() };
    let mut writer = Writer::new(book, &index, medium);
    let mut pages = Vec::new();
    for (chapter, files) in book.chapters.iter().zip(plan.files) {
        let last = files.len() - 1;
        for (position, file) in files.into_iter().enumerate() {
            writer.medium.file.clone_from(&file.name);
            if position == 0 {
                writer.open_chapter(chapter);
            } else {
                writer.continue_chapter();
            }
            for number in file.sections {
                writer.section(&chapter.sections[number], &section_number(&chapter.number, number), 2);
            }
            if position == last {
                writer.close_chapter(chapter);
            } else {
                writer.pause_chapter();
            }
            pages.push((file.name, chapter.title.as_str(), writer.take()));
        }
    }
    let mut medium = writer.into_medium();
    "nav.xhtml".clone_into(&mut medium.file);
    let mut parts = Parts::default();
    parts.add("cover.svg", cover(book).into_bytes(), "image/svg+xml", "cover-image");
    let cover_page = format!(
        "<section epub:type=\"cover\" class=\"cover\"><img src=\"cover.svg\" alt=\"{}\"/></section>\n",
        Attribute(&book.words.labelled.replace("{label}", &book.words.cover).replace("{value}", &book.title))
    );
    parts.add("cover.xhtml", page(book, &book.title, &cover_page).into_bytes(), XHTML, "");
    let contents = contents(book, &medium);
    parts.add("nav.xhtml", page(book, &book.words.contents, &contents).into_bytes(), XHTML, "nav");
    for (name, title, body) in &pages {
        parts.add(name, page(book, title, body).into_bytes(), XHTML, "");
    }
    parts.add("style.css", imprint.style.as_bytes().to_vec(), "text/css", "");
    for (name, path) in &medium.files {
        if let Some(image) = book.images.get(name) {
            parts.add(path, image.bytes.to_vec(), image.format.media_type(), "");
        }
    }
    for (number, drawing) in medium.drawings.into_iter().enumerate() {
        parts.add(&drawing_path(number), drawing.into_bytes(), Format::Svg.media_type(), "");
    }
    parts.zip(&package(book, imprint, &parts))
}

const XHTML: &str = "application/xhtml+xml";

/// Where things are within the package.
struct Pages<'a> {
    book: &'a Book,
    ids: BTreeMap<Id<'a>, String>,
    /// The file being written.
    file: String,
    /// The paths of the images that are used, by name.
    files: BTreeMap<String, String>,
    drawings: Vec<String>,
}

impl Medium for Pages<'_> {
    fn href(&self, id: &str) -> Option<String> {
        let file = self.ids.get(id)?;
        let fragment = fragment(id);
        Some(if *file == self.file { format!("#{fragment}") } else { format!("{file}#{fragment}") })
    }

    fn image(&mut self, name: &str) -> Option<String> {
        let image = self.book.images.get(name)?;
        let number = self.files.len() + 1;
        let path = self
            .files
            .entry(name.to_owned())
            .or_insert_with(|| format!("images/image-{number:03}.{}", image.format.extension()));
        Some(path.clone())
    }

    fn file(&self, _name: &str) -> Option<String> {
        None
    }

    fn drawing(&mut self, drawing: &Drawing, alt: &str, out: &mut String) {
        let path = drawing_path(self.drawings.len());
        self.drawings.push(drawing.paper.to_string());
        let _ = write!(out, "<img src=\"{path}\" alt=\"{}\"/>", Attribute(alt));
    }

    fn is_epub(&self) -> bool {
        true
    }

    fn above(&self) -> u8 {
        0
    }
}

fn drawing_path(number: usize) -> String {
    format!("images/drawing-{:03}.svg", number + 1)
}

/// An XHTML file.
fn page(book: &Book, title: &str, body: &str) -> String {
    let language = Attribute(&book.language).to_string();
    let title = if title.trim().is_empty() { "…" } else { title };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         xml:lang=\"{language}\" lang=\"{language}\">\n\
         <head><title>{}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n\
         <body>\n{body}</body>\n</html>\n",
        Text(title)
    )
}
