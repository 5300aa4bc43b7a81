//! What stands in a line of text.

use super::escape::{Attribute, Text};
use super::{Medium, Note, Writer, mark_id, note_id};
use crate::render::book::links;
use crate::render::book::tree::{Footnote, Inline, Target};
use crate::render::site::address;
use std::fmt::Write as _;
use std::sync::Arc;

impl<M: Medium> Writer<'_, M> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn within(&mut self, element: &str, inner: &[Inline]) {
        let _ = write!(self.out, "<{element}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{element}>");
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => {
                let _ = write!(self.out, "{}", Text(text));
            }
            Inline::Code(text) => {
                let _ = write!(self.out, "<code>{}</code>", Text(text));
            }
            Inline::Emphasis(inner) => self.within("em", inner),
            Inline::Strong(inner) => self.within("strong", inner),
            Inline::Strike(inner) => self.within("del", inner),
            Inline::Superscript(inner) => self.within("sup", inner),
            Inline::Subscript(inner) => self.within("sub", inner),
            Inline::Highlight(inner) => self.within("mark", inner),
            Inline::Key(inner) => self.within("kbd", inner),
            Inline::Abbreviation { meaning, text } => {
                let _ = write!(self.out, "<abbr title=\"{}\">", Attribute(meaning));
                self.inlines(text);
                self.out.push_str("</abbr>");
            }
            Inline::Link { to, text } => {
                let (href, outside) = match to {
                    Target::Url(url) => (links::outside(url), true),
                    Target::Id(id) => (self.medium.href(id), false),
                    Target::File(name) => (self.medium.file(name), false),
                };
                let Some(href) = href.filter(|_| !text.is_empty()) else {
                    self.inlines(text);
                    return;
                };
                let rel = if outside && address::leaves(&href) { " rel=\"external noopener noreferrer\"" } else { "" };
                let _ = write!(self.out, "<a href=\"{}\"{rel}>", Attribute(&href));
                self.inlines(text);
                self.out.push_str("</a>");
            }
            Inline::Image { name, alt, width } => self.image(name, alt, *width),
            Inline::Footnote(footnote) => self.footnote(footnote),
            Inline::Note { number, row } => {
                let id = row.clone().unwrap_or_else(|| note_id(self.chapter, *number));
                if let Some(href) = self.medium.href(&id) {
                    let _ = write!(
                        self.out,
                        "<sup class=\"note\"><a href=\"{}\" role=\"doc-noteref\" aria-label=\"{} [{number}]\">[{number}]</a></sup>",
                        Attribute(&href),
                        Attribute(&self.book.words.evidence),
                    );
                }
            }
            Inline::Break => self.out.push_str("<br/>"),
            Inline::Mark(term) => {
                if let Some(number) = self.index.number(term)
                    && self.marked.insert((number, self.part))
                {
                    let _ = write!(self.out, "<span id=\"{}\"></span>", mark_id(number, self.part));
                }
            }
        }
    }

    /// An image; what it shows in words where it cannot be shown.
    pub(super) fn image(&mut self, name: &str, alt: &str, width: Option<u32>) {
        let Some(source) = self.medium.image(name) else {
            let _ = write!(self.out, "<em>{}</em>", Text(alt));
            return;
        };
        let _ = write!(self.out, "<img src=\"{}\" alt=\"{}\"", Attribute(&source), Attribute(alt));
        let size = self.book.images.get(name).filter(|image| image.width > 0 && image.height > 0);
        match (width, size) {
            (Some(width), Some(image)) => {
                let height = u64::from(width) * u64::from(image.height) / u64::from(image.width);
                let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
            }
            (None, Some(image)) => {
                let _ = write!(self.out, " width=\"{}\" height=\"{}\"", image.width, image.height);
            }
            (Some(width), None) => {
                let _ = write!(self.out, " width=\"{width}\"");
            }
            (None, None) => {}
        }
        self.out.push_str("/>");
    }

    fn footnote(&mut self, footnote: &Arc<Footnote>) {
        let known = self.footnotes.iter().position(|note| note.footnote.id == footnote.id);
        let number = known.unwrap_or_else(|| {
            self.footnotes.push(Note { footnote: Arc::clone(footnote), part: self.part });
            self.footnotes.len() - 1
        });
        let (run, label) = (self.notes_run, number + 1);
        let kind = if self.medium.is_epub() { " epub:type=\"noteref\"" } else { "" };
        // The way back leads to the first of several references.
        let id = if known.is_none() { format!(" id=\"fnref-{run}-{label}\"") } else { String::new() };
        let _ = write!(self.out, "<sup><a{id} href=\"#fn-{run}-{label}\"{kind} role=\"doc-noteref\">{label}</a></sup>");
    }
}
