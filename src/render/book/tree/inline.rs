//! What stands in a line of text.

use super::Block;
use std::sync::Arc;

/// What stands in a line of text.
#[derive(Debug, Clone)]
pub(in crate::render::book) enum Inline {
    /// Text as it is.
    Text(String),
    /// Program text.
    Code(String),
    /// `<em>`.
    Emphasis(Vec<Inline>),
    /// `<strong>`.
    Strong(Vec<Inline>),
    /// `<del>`.
    Strike(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Lowered.
    Subscript(Vec<Inline>),
    /// Highlighted.
    Highlight(Vec<Inline>),
    /// A key to press.
    Key(Vec<Inline>),
    /// An abbreviation.
    Abbreviation {
        /// What it stands for.
        meaning: String,
        /// The abbreviation.
        text: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it leads.
        to: Target,
        /// What is shown.
        text: Vec<Inline>,
    },
    /// A picture within the line.
    Image {
        /// A name in [`Book::images`].
        name: String,
        /// What it shows; empty for an ornament.
        alt: String,
        /// The width in CSS pixels, where the author gave one.
        width: Option<u32>,
    },
    /// A footnote where it is referred to.
    Footnote(Arc<Footnote>),
    /// A numbered note on evidence.
    Note {
        /// The number, from 1.
        number: usize,
        /// The id of the row that bears the number; none for one of the chapter's own notes.
        row: Option<String>,
    },
    /// The line ends here.
    Break,
    /// A place the index refers to; shows nothing.
    Mark(String),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render::book) enum Target {
    /// An address; only `http`, `https`, `mailto` and `tel` become links.
    Url(String),
    /// The id of a chapter, section, heading, figure, table, row or term.
    Id(String),
    /// A file beside the site, by its name there; only the web page can link it.
    File(String),
}

/// A footnote; one that is referred to twice is the same object twice.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Footnote {
    /// Unique in the book.
    pub id: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Inline {
    /// The inlines of which it makes something else; none where it has no such.
    pub(in crate::render::book) fn inner(&self) -> Option<&[Self]> {
        match self {
            Self::Emphasis(inner)
            | Self::Strong(inner)
            | Self::Strike(inner)
            | Self::Superscript(inner)
            | Self::Subscript(inner)
            | Self::Highlight(inner)
            | Self::Key(inner)
            | Self::Abbreviation { text: inner, .. }
            | Self::Link { text: inner, .. } => Some(inner),
            Self::Text(_)
            | Self::Code(_)
            | Self::Image { .. }
            | Self::Break
            | Self::Footnote(_)
            | Self::Note { .. }
            | Self::Mark(_) => None,
        }
    }
}

/// The text of a run of inlines, as it is read aloud.
pub(in crate::render::book) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    add_plain(inlines, &mut out);
    out
}

fn add_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Break => out.push(' '),
            other => add_plain(other.inner().unwrap_or_default(), out),
        }
    }
}
