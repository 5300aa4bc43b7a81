//! A book's tree as markup that is HTML and XHTML alike; the web page and the EPUB share it.
//!
//! Every text is escaped, every element closed, every attribute quoted. What differs between the
//! two (where links lead, where pictures lie) is asked of the [`Medium`].

mod block;
mod escape;
mod inline;
mod table;

pub(super) use escape::{Attribute, Text, fragment};

use super::index::Index;
use super::tree::{Book, Chapter, Drawing, Footnote, Section, section_number};
use escape::anchor;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

/// What the markup needs to know of where it will stand.
pub(super) trait Medium {
    /// The address of an id of the book, from the page being written; none if nothing has the id.
    fn href(&self, id: &str) -> Option<String>;
    /// The address of an image of the book; none if it cannot be shown.
    fn image(&mut self, name: &str) -> Option<String>;
    /// The address of a file beside the site; none where the book stands alone.
    fn file(&self, name: &str) -> Option<String>;
    /// Writes a drawing with what it shows.
    fn drawing(&mut self, drawing: &Drawing, alt: &str, out: &mut String);
    /// Whether names of EPUB's structure vocabulary are understood.
    fn is_epub(&self) -> bool;
    /// How many levels of headings the page has above a chapter's.
    fn above(&self) -> u8;
}

/// Writes the parts of a book in reading order.
#[derive(Debug)]
pub(super) struct Writer<'a, M> {
    book: &'a Book,
    index: &'a Index<'a>,
    /// What differs between the media.
    pub medium: M,
    out: String,
    labelled: BTreeSet<String>,
    footnotes: Vec<Note>,
    notes_run: usize,
    chapter: &'a str,
    parts: usize,
    part: usize,
    marked: BTreeSet<(usize, usize)>,
    section: u8,
    level: u8,
}

/// A footnote that waits for the end of the page.
#[derive(Debug, Clone)]
struct Note {
    footnote: Arc<Footnote>,
    part: usize,
}

impl<'a, M: Medium> Writer<'a, M> {
    /// A writer of that book.
    pub(super) fn new(book: &'a Book, index: &'a Index<'a>, medium: M) -> Self {
        Self {
            book,
            index,
            medium,
            out: String::new(),
            labelled: BTreeSet::new(),
            footnotes: Vec::new(),
            notes_run: 1,
            chapter: "",
            parts: 0,
            part: 0,
            marked: BTreeSet::new(),
            section: 1,
            level: 1,
        }
    }

    /// What has been written since the last call.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// The medium, when all is written.
    pub(super) fn into_medium(self) -> M {
        self.medium
    }

    /// A chapter's heading and what stands before its sections. The element stays open.
    pub(super) fn open_chapter(&mut self, chapter: &'a Chapter) {
        self.chapter = &chapter.id;
        self.begin_part(1);
        self.out.push_str("<section class=\"chapter\"");
        self.label(Some(&chapter.id));
        self.out.push_str(">\n");
        self.title(1, &chapter.number, &chapter.title);
        self.blocks(&chapter.intro);
    }

    /// Ends what [`Self::open_chapter`] began, after the notes that stand at a chapter's end.
    pub(super) fn close_chapter(&mut self, chapter: &'a Chapter) {
        if !chapter.notes.is_empty() {
            let level = 2 + self.medium.above();
            let _ = writeln!(
                self.out,
                "<section class=\"evidence\">\n<h{level}>{}</h{level}>\n<ol>",
                Text(&self.book.words.evidence)
            );
            for (position, note) in chapter.notes.iter().enumerate() {
                let id = note_id(&chapter.id, position + 1);
                self.out.push_str("<li");
                self.label(Some(&id));
                self.out.push('>');
                self.inlines(note);
                self.out.push_str("</li>\n");
            }
            self.out.push_str("</ol>\n</section>\n");
        }
        self.footnotes();
        self.out.push_str("</section>\n");
    }

    /// Ends a file in the middle of a chapter.
    pub(super) fn pause_chapter(&mut self) {
        self.footnotes();
        self.out.push_str("</section>\n");
    }

    /// Goes on with the chapter in another file.
    pub(super) fn continue_chapter(&mut self) {
        self.out.push_str("<section class=\"chapter\">\n");
    }

    /// A section with all inside it; `number` is its own.
    pub(super) fn section(&mut self, section: &'a Section, number: &str, level: u8) {
        self.begin_part(level);
        self.out.push_str("<section");
        self.label(Some(&section.id));
        self.out.push_str(">\n");
        self.title(level, number, &section.title);
        self.blocks(&section.blocks);
        for inner in &section.sections {
            self.section(inner, "", level.saturating_add(1));
        }
        self.out.push_str("</section>\n");
    }

    /// All sections of a chapter.
    pub(super) fn sections(&mut self, chapter: &'a Chapter) {
        for (position, section) in chapter.sections.iter().enumerate() {
            self.section(section, &section_number(&chapter.number, position), 2);
        }
    }

    /// The footnotes referred to since the last call; numbers begin anew after it.
    pub(super) fn footnotes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let kind = if self.medium.is_epub() { " epub:type=\"footnotes\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<section class=\"footnotes\"{kind} role=\"doc-endnotes\" aria-label=\"{}\">\n<ol>",
            Attribute(&self.book.words.footnotes)
        );
        let mut position = 0;
        // A footnote may have footnotes, which go to the end of the list.
        while let Some(note) = self.footnotes.get(position).cloned() {
            position += 1;
            let run = self.notes_run;
            self.part = note.part;
            let kind = if self.medium.is_epub() { " epub:type=\"footnote\"" } else { "" };
            let _ = write!(self.out, "<li id=\"fn-{run}-{position}\"{kind}>");
            self.blocks(&note.footnote.blocks);
            let _ = writeln!(
                self.out,
                "<p><a href=\"#fnref-{run}-{position}\" role=\"doc-backlink\" aria-label=\"{}\">\u{21a9}\u{fe0e}</a></p></li>",
                Attribute(&self.book.words.back)
            );
        }
        self.footnotes.clear();
        self.notes_run += 1;
        self.out.push_str("</ol>\n</section>\n");
    }

    fn begin_part(&mut self, level: u8) {
        self.part = self.parts;
        self.parts += 1;
        (self.section, self.level) = (level, level);
    }

    fn title(&mut self, level: u8, number: &str, title: &str) {
        let level = level.saturating_add(self.medium.above()).min(6);
        let _ = write!(self.out, "<h{level}>");
        if !number.is_empty() {
            let _ = write!(self.out, "<span class=\"number\">{}</span> ", Text(number));
        }
        let _ = writeln!(self.out, "{}</h{level}>", Text(if title.trim().is_empty() { "…" } else { title }));
    }

    /// ` id="…"` for an id that has not been written yet.
    fn label(&mut self, id: Option<&str>) {
        if let Some(id) = id.filter(|id| !id.is_empty())
            && self.labelled.insert(id.to_owned())
        {
            let _ = write!(self.out, " id=\"{}\"", Attribute(&anchor(id)));
        }
    }
}

/// The id of a note on evidence.
pub(super) fn note_id(chapter: &str, number: usize) -> String {
    format!("note-{chapter}-{number}")
}

/// The id of a term's mark in a part of the book.
pub(super) fn mark_id(term: usize, part: usize) -> String {
    format!("index-{term}-{part}")
}
