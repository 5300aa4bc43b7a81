use super::Kind;
use crate::source::SourcePath;
use std::ops::Range;

/// A text with its structure: Markdown, once it has been read.
///
/// `R` is how the text refers to records: a [`Mention`](super::Mention) as written, an
/// [`EntryId`](super::EntryId) once resolved.
#[derive(Debug, Clone)]
pub struct Prose<R> {
    /// The text's blocks in order.
    pub blocks: Vec<Block<R>>,
    /// The footnotes in the order in which they are written; numbers are given when rendered.
    pub footnotes: Vec<Footnote<R>>,
}

impl<R> Default for Prose<R> {
    fn default() -> Self {
        Self { blocks: Vec::new(), footnotes: Vec::new() }
    }
}

/// A footnote of a text.
#[derive(Debug, Clone)]
pub struct Footnote<R> {
    /// The label that refers to it.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block<R>>,
}

/// One block of a text, with its place.
#[derive(Debug, Clone)]
pub struct Block<R> {
    /// What it is.
    pub kind: BlockKind<R>,
    /// Where it stands in the file of its record, in bytes.
    pub span: Range<u32>,
}

/// The kinds of blocks.
#[derive(Debug, Clone)]
pub enum BlockKind<R> {
    /// Running text.
    Paragraph(Vec<Inline<R>>),
    /// A heading.
    Heading {
        /// 1 to 6; brought into order so that none is skipped.
        level: u8,
        /// The anchor: unique in its record, lower case.
        id: String,
        /// Its words.
        content: Vec<Inline<R>>,
    },
    /// Preformatted text.
    Code {
        /// The first word after the fence, in lower case.
        language: Option<String>,
        /// The text, with its last line end.
        text: String,
    },
    /// A quotation.
    Quote(Vec<Block<R>>),
    /// A callout such as `> [!NOTE]` or `!!! note`.
    Callout {
        /// Which.
        kind: Callout,
        /// Its own title, where it has one.
        title: Vec<Inline<R>>,
        /// What it says.
        blocks: Vec<Block<R>>,
    },
    /// `> [!INTERNAL]`: for the internal edition only.
    Internal(Vec<Block<R>>),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether its items stand close together.
        tight: bool,
        /// Its items.
        items: Vec<ListItem<R>>,
    },
    /// Terms and what they mean.
    Definitions(Vec<Definition<R>>),
    /// A table. Every row has as many cells as there are alignments.
    Table {
        /// One a column.
        alignments: Vec<Alignment>,
        /// The head row's cells.
        head: Vec<Vec<Inline<R>>>,
        /// The rows of cells.
        rows: Vec<Vec<Vec<Inline<R>>>>,
    },
    /// A break in the matter.
    Rule,
    /// A picture drawn from the records: ```` ```view skills-matrix project=billing ````.
    View {
        /// Which picture.
        name: String,
        /// Its keys and values, as written.
        arguments: Vec<(String, String)>,
    },
    /// Something folded away (`<details>`).
    Details {
        /// What shows while it is folded.
        summary: Vec<Inline<R>>,
        /// Whether it is open at first.
        open: bool,
        /// What is inside.
        blocks: Vec<Block<R>>,
    },
}

/// One item of a list.
#[derive(Debug, Clone)]
pub struct ListItem<R> {
    /// Whether it is a task, and done.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block<R>>,
}

/// One term of a definition list.
#[derive(Debug, Clone)]
pub struct Definition<R> {
    /// The term.
    pub term: Vec<Inline<R>>,
    /// What it means; each meaning has its blocks.
    pub meanings: Vec<Vec<Block<R>>>,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the language writes.
    Natural,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// The kinds of callouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Callout {
    /// Good to know.
    Note,
    /// Makes it easier.
    Tip,
    /// Without it, it will not work.
    Important,
    /// May go wrong.
    Warning,
    /// Will hurt.
    Caution,
    /// Something to look at.
    Example,
    /// Somebody's words.
    Quote,
}

impl Callout {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution, Self::Example, Self::Quote];

    /// The kind as written in a mark, in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
            Self::Example => "example",
            Self::Quote => "quote",
        }
    }
}

/// A stretch inside a line of text.
#[derive(Debug, Clone)]
pub enum Inline<R> {
    /// Words.
    Text(String),
    /// Code within words.
    Code(String),
    /// Stressed.
    Emphasis(Vec<Inline<R>>),
    /// Strongly stressed.
    Strong(Vec<Inline<R>>),
    /// Struck out.
    Strikethrough(Vec<Inline<R>>),
    /// Raised.
    Superscript(Vec<Inline<R>>),
    /// Lowered.
    Subscript(Vec<Inline<R>>),
    /// Highlighted (`<mark>`).
    Mark(Vec<Inline<R>>),
    /// A key to press (`<kbd>`).
    Keyboard(Vec<Inline<R>>),
    /// An abbreviation and what it stands for (`<abbr>`).
    Abbreviation {
        /// What it stands for.
        meaning: String,
        /// The abbreviation.
        content: Vec<Inline<R>>,
    },
    /// A link.
    Link {
        /// Where it leads.
        target: Target<R>,
        /// What is linked; never empty once resolved.
        content: Vec<Inline<R>>,
        /// Where the link stands in the file of its record, in bytes.
        span: Range<u32>,
    },
    /// An image.
    Image(Image<R>),
    /// A reference to a footnote of the same text.
    FootnoteReference(String),
    /// A line end of the source that is none of the text.
    SoftBreak,
    /// A line end of the text.
    HardBreak,
}

/// An image in a text.
#[derive(Debug, Clone)]
pub struct Image<R> {
    /// Where the image lies.
    pub target: Target<R>,
    /// What it shows, for those who do not see it; empty where it is decoration.
    pub alt: String,
    /// Its title.
    pub title: Option<String>,
    /// Its width in CSS pixels, where the note says it.
    pub width: Option<u32>,
    /// Its height in CSS pixels, where the note says it.
    pub height: Option<u32>,
    /// Where it stands in the file of its record, in bytes.
    pub span: Range<u32>,
}

/// Where a link or an image leads.
///
/// As written, every place inside the site is `Entry` with a [`Mention`](super::Mention);
/// resolving tells what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target<R> {
    /// A record, and a heading of it.
    Entry {
        /// The record.
        id: R,
        /// The heading's anchor.
        anchor: Option<String>,
    },
    /// The register of a kind.
    Register(Kind),
    /// A file below `content/`, to be copied.
    File(SourcePath),
    /// A heading of the same record.
    Anchor(String),
    /// An address outside the site, with a harmless scheme.
    External(String),
}

impl<R> Prose<R> {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Lets every line of text be changed, footnotes' too.
    pub fn change_lines(&mut self, change: &mut dyn FnMut(&mut Vec<Inline<R>>)) {
        let footnotes = self.footnotes.iter_mut().flat_map(|footnote| &mut footnote.blocks);
        self.blocks.iter_mut().chain(footnotes).for_each(|block| block.change_lines(change));
    }
}

impl<R> Block<R> {
    /// Whether the block as a whole is for the internal edition only.
    pub fn is_internal(&self) -> bool {
        matches!(self.kind, BlockKind::Internal(_))
    }

    /// Lets every line of the block and of the blocks in it be changed.
    fn change_lines(&mut self, change: &mut dyn FnMut(&mut Vec<Inline<R>>)) {
        match &mut self.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => change(content),
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::View { .. } => {}
            BlockKind::Quote(blocks) | BlockKind::Internal(blocks) => {
                blocks.iter_mut().for_each(|block| block.change_lines(change));
            }
            BlockKind::Callout { title: content, blocks, .. } | BlockKind::Details { summary: content, blocks, .. } => {
                change(content);
                blocks.iter_mut().for_each(|block| block.change_lines(change));
            }
            BlockKind::List { items, .. } => {
                items.iter_mut().flat_map(|item| &mut item.blocks).for_each(|block| block.change_lines(change));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    change(&mut definition.term);
                    definition.meanings.iter_mut().flatten().for_each(|block| block.change_lines(change));
                }
            }
            BlockKind::Table { head, rows, .. } => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(change),
        }
    }
}

impl<R> Inline<R> {
    /// The stretches inside of this one; none where it has only words.
    pub fn content(&self) -> &[Self] {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strikethrough(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Mark(content)
            | Self::Keyboard(content)
            | Self::Abbreviation { content, .. }
            | Self::Link { content, .. } => content,
            Self::Text(_)
            | Self::Code(_)
            | Self::Image(_)
            | Self::FootnoteReference(_)
            | Self::SoftBreak
            | Self::HardBreak => &[],
        }
    }

    /// The same, to be changed.
    pub fn content_mut(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strikethrough(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Mark(content)
            | Self::Keyboard(content)
            | Self::Abbreviation { content, .. }
            | Self::Link { content, .. } => Some(content),
            Self::Text(_)
            | Self::Code(_)
            | Self::Image(_)
            | Self::FootnoteReference(_)
            | Self::SoftBreak
            | Self::HardBreak => None,
        }
    }
}
