//! What takes lines of its own.

use super::{Callout, Inline};
use crate::render::highlight::Tone;
use std::sync::Arc;

/// What takes lines of its own.
#[derive(Debug, Clone)]
pub(in crate::render::book) enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading of the prose itself. `level` counts from 1 below the section it stands in.
    Heading {
        /// Depth below the section's own title, from 1.
        level: u8,
        /// What internal links name; unique in the book.
        id: Option<String>,
        /// The heading's text.
        text: Vec<Inline>,
    },
    /// Program text, already highlighted.
    Code {
        /// The language's name, where one was given.
        language: Option<String>,
        /// The lines without their ends.
        lines: Vec<Vec<Run>>,
    },
    /// Someone else's words.
    Quote {
        /// What was said.
        blocks: Vec<Block>,
        /// Who said it; empty for none.
        by: Vec<Inline>,
    },
    /// A remark set apart.
    Callout {
        /// Which kind.
        kind: Callout,
        /// The heading, the kind's own word where the author gave none.
        title: Vec<Inline>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// What a web page folds away; print shows it.
    Details {
        /// What shows while it is folded.
        summary: Vec<Inline>,
        /// What is inside.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether the items stand close together.
        tight: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// Terms with what they mean.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A place that links may lead to; shows nothing.
    Anchor(String),
    /// A break in thought.
    Rule,
    /// A picture with what is said about it.
    Figure(Figure),
    /// A few labelled values: owner, status, date.
    Facts(Vec<(String, Vec<Inline>)>),
    /// Lines to sign on.
    Signatures(Signatures),
    /// The list of terms with the places where [`Inline::Mark`] stands.
    Index,
}

/// A run of program text of one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render::book) struct Run {
    /// What the highlighter says it is.
    pub tone: Option<Tone>,
    /// The text.
    pub text: String,
}

/// An item of a list.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Item {
    /// For a task, whether it is done.
    pub task: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// A term and its meanings.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Definition {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// The term.
    pub term: Vec<Inline>,
    /// What it means; several where it has several senses.
    pub meanings: Vec<Vec<Block>>,
}

/// A table; every row has as many cells as there are columns, or fewer.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Table {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// What the table shows; empty for none.
    pub caption: Vec<Inline>,
    /// One alignment a column.
    pub columns: Vec<Align>,
    /// The heads of the columns; empty for a table without.
    pub head: Vec<Vec<Inline>>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row names the row.
    pub row_heads: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Row {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::render::book) enum Align {
    /// As the text runs.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Against the text's direction: numbers.
    End,
}

/// A picture in a place of its own.
#[derive(Debug, Clone)]
pub(in crate::render::book) struct Figure {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// What is shown.
    pub picture: Picture,
    /// What it shows, for who cannot see it; empty for an ornament.
    pub alt: String,
    /// What is said about it; empty for none. Only with a caption is the figure numbered and listed.
    pub caption: Vec<Inline>,
}

/// What a figure shows.
#[derive(Debug, Clone)]
pub(in crate::render::book) enum Picture {
    /// A drawing of the program's own.
    Drawing(Drawing),
    /// A name in [`Book::images`], and the width in CSS pixels where the author gave one.
    Image(String, Option<u32>),
}

/// The same picture twice, as SVG text.
#[derive(Debug, Clone)]
pub(in crate::render::book) struct Drawing {
    /// With literal colours on white.
    pub paper: Arc<str>,
    /// With the theme's classes, whose colours follow the scheme of the page.
    pub screen: Arc<str>,
}

/// Lines for signatures, with the heads of their columns.
#[derive(Debug, Clone, Default)]
pub(in crate::render::book) struct Signatures {
    /// Words for name, role, signature, date.
    pub heads: [String; 4],
    /// Name and role of each person; either may be empty, to be filled in by hand.
    pub lines: Vec<[String; 2]>,
}
