//! The book as one web page: the body that the theme's frame is put around.

use std::fmt::Write as _;

use super::index::Index;
use super::links;
use super::markup::{Attribute, Medium, Text, Writer, fragment, mark_id, note_id};
use super::tree::{Book, Drawing, Section, section_number};
use crate::output::OutputPath;
use std::collections::BTreeSet;

/// The body of the page: contents, then the chapters.
///
/// `beside` are the files of the book that lie beside the page. `file` gives the address of an image or another file of the site, seen from the page.
pub(super) fn body(book: &Book, beside: &[Download], file: &dyn Fn(&str) -> Option<String>) -> String {
    let index = Index::of(book);
    let mut ids: BTreeSet<String> = links::ids(book).into_keys().map(str::to_owned).collect();
    ids.extend(index.marks().map(|(term, part)| mark_id(term, part)));
    for chapter in &book.chapters {
        ids.extend((1..=chapter.notes.len()).map(|number| note_id(&chapter.id, number)));
    }
    let mut out = String::new();
    downloads(book, beside, &mut out);
    contents(book, &mut out);
    let mut writer = Writer::new(book, &index, Page { ids, file });
    for chapter in &book.chapters {
        writer.open_chapter(chapter);
        writer.sections(chapter);
        writer.close_chapter(chapter);
    }
    out.push_str(&writer.take());
    out
}

/// The body of the page where the book itself is not one of its forms.
pub(super) fn only_downloads(book: &Book, beside: &[Download]) -> String {
    let mut out = String::new();
    downloads(book, beside, &mut out);
    out
}

/// Another form of the book, or a volume of one.
#[derive(Debug)]
pub(super) struct Download {
    name: String,
    said: String,
}

impl Download {
    /// A file below the folder of the book, called by its format, which has one name everywhere, and
    /// by what else tells it from the others.
    pub(super) fn new(path: &OutputPath, said: String) -> Self {
        let name = path.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        Self { name, said }
    }
}

/// Links to the other forms of the book.
fn downloads(book: &Book, beside: &[Download], out: &mut String) {
    if beside.is_empty() {
        return;
    }
    out.push_str("<ul class=\"chips no-print\">");
    for Download { name, said } in beside {
        let label = book.words.labelled.replace("{label}", &book.title).replace("{value}", said);
        let _ = write!(
            out,
            "<li><a class=\"chip\" href=\"{}\" aria-label=\"{}\">{}</a></li>",
            Attribute(name),
            Attribute(&label),
            Text(said)
        );
    }
    out.push_str("</ul>\n");
}

fn contents(book: &Book, out: &mut String) {
    let _ = writeln!(
        out,
        "<nav class=\"contents\" aria-labelledby=\"book-contents\">\n<h2 id=\"book-contents\">{}</h2>\n<ul class=\"toc-list\">",
        Text(&book.words.contents)
    );
    for chapter in &book.chapters {
        entry(&chapter.id, &chapter.number, &chapter.title, out);
        nested(&chapter.sections, &chapter.number, out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</nav>\n");
}

fn nested(sections: &[Section], parent: &str, out: &mut String) {
    if sections.is_empty() {
        return;
    }
    out.push_str("\n<ul class=\"toc-list\">\n");
    for (position, section) in sections.iter().enumerate() {
        entry(&section.id, &section_number(parent, position), &section.title, out);
        nested(&section.sections, "", out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn entry(id: &str, number: &str, title: &str, out: &mut String) {
    let _ = write!(out, "<li><a href=\"#{}\">", Attribute(&fragment(id)));
    if !number.is_empty() {
        let _ = write!(out, "<span class=\"number\">{}</span> ", Text(number));
    }
    let _ = write!(out, "{}</a>", Text(if title.trim().is_empty() { "…" } else { title }));
}

struct Page<'a> {
    ids: BTreeSet<String>,
    file: &'a dyn Fn(&str) -> Option<String>,
}

impl Medium for Page<'_> {
    fn href(&self, id: &str) -> Option<String> {
        self.ids.contains(id).then(|| format!("#{}", fragment(id)))
    }

    fn image(&mut self, name: &str) -> Option<String> {
        (self.file)(name)
    }

    fn file(&self, name: &str) -> Option<String> {
        (self.file)(name)
    }

    fn drawing(&mut self, drawing: &Drawing, alt: &str, out: &mut String) {
        // A drawing is the program's own and says its text itself; the label sums it up. On a phone it is scrolled.
        let _ = write!(
            out,
            "<div class=\"scroll\" role=\"group\" aria-label=\"{}\" tabindex=\"0\">{}</div>",
            Attribute(alt),
            drawing.screen
        );
    }

    fn is_epub(&self) -> bool {
        false
    }

    fn above(&self) -> u8 {
        1
    }
}
