//! What is open while a text is read.

use super::link::Destination;
use super::table::{Cell, Rows};
use crate::model::{Block, Definition, Inline, ListItem, Mention};

/// One open element: what it is, who opened it, and what it holds so far.
#[derive(Debug)]
pub(super) struct Frame {
    /// What it is.
    pub(super) kind: FrameKind,
    /// Who opened it.
    pub(super) written: Written,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// How many footnotes were written before it.
    pub(super) footnotes: usize,
    /// The blocks so far, where it holds blocks.
    pub(super) blocks: Vec<Block<Mention>>,
    /// The words so far, where it holds words.
    pub(super) inlines: Vec<Inline<Mention>>,
}

/// Who opened a frame, which says who may close it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// Markdown, which always closes what it opens.
    Markdown,
    /// A tag of that name. It closes with its Markdown parent at the latest.
    Html(&'static str),
    /// Nobody: words stood where only blocks can.
    Implied,
}

/// The kinds of open elements.
#[derive(Debug)]
pub(super) enum FrameKind {
    Root,
    Quote,
    Item(Option<bool>),
    Details {
        open: bool,
        summary: Vec<Inline<Mention>>,
    },
    Footnote(String),
    Meaning,
    /// A paragraph of Markdown in which raw HTML has begun a block: its parts are blocks.
    Split,
    /// What is in it is never seen.
    Suppressed,

    List {
        start: Option<u64>,
        tight: bool,
        /// Whether a blank line parts two of its items or two blocks of one, for who sees none of the withheld ones.
        parted: bool,
        items: Vec<ListItem<Mention>>,
    },
    Definitions(Vec<Definition<Mention>>),
    Table(Rows),
    Row(Vec<Cell>),

    Paragraph,
    Heading {
        level: u8,
        id: String,
    },
    Cell(Cell),
    Caption,
    Summary,
    Term,
    /// `<pre>`, with its language.
    Preformatted(Option<String>),
    /// A block of code, with the words after its fence.
    Code {
        info: String,
        text: String,
    },

    Emphasis,
    Strong,
    Strikethrough,
    Superscript,
    Subscript,
    Mark,
    Keyboard,
    Abbreviation(String),
    /// `<code>` within words.
    InlineCode,
    Link(LinkFrame),
    Image(ImageFrame),
}

/// An open link.
#[derive(Debug)]
pub(super) struct LinkFrame {
    /// Where it leads.
    pub(super) destination: Destination,
    /// Whether it is `[[id]]` or `[[id|label]]`.
    pub(super) wikilink: bool,
    /// Whether its words are its own.
    pub(super) labelled: bool,
    /// Where its address stands in the text.
    pub(super) address: (usize, usize),
}

/// An image whose words are being read.
#[derive(Debug)]
pub(super) struct ImageFrame {
    /// Where it lies.
    pub(super) destination: Destination,
    /// Its title.
    pub(super) title: String,
    /// Where its address stands in the text.
    pub(super) address: (usize, usize),
}

/// What a frame can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Blocks.
    Blocks,
    /// Only parts of its own: items, rows, cells, terms.
    Parts,
    /// Words.
    Words,
}

impl FrameKind {
    /// What it can hold.
    pub(super) fn holds(&self) -> Holds {
        match self {
            Self::Root
            | Self::Quote
            | Self::Item(_)
            | Self::Details { .. }
            | Self::Footnote(_)
            | Self::Meaning
            | Self::Split
            | Self::Suppressed => Holds::Blocks,
            Self::List { .. } | Self::Definitions(_) | Self::Table(_) | Self::Row(_) => Holds::Parts,
            _ => Holds::Words,
        }
    }

    /// Whether it is a stretch within words.
    pub(super) fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Strikethrough
                | Self::Superscript
                | Self::Subscript
                | Self::Mark
                | Self::Keyboard
                | Self::Abbreviation(_)
                | Self::InlineCode
                | Self::Link(_)
                | Self::Image(_)
        )
    }

    /// Whether bare addresses inside it stay bare.
    pub(super) fn is_verbatim(&self) -> bool {
        matches!(self, Self::Link(_) | Self::Image(_) | Self::Preformatted(_) | Self::InlineCode | Self::Keyboard)
    }
}
