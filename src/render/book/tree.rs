//! The handover book as data: one tree from which the PDF, the EPUB and the HTML book are made.
//!
//! Everything in it is text to be shown, never markup of any output: each writer escapes for itself.
//! The tree is at most [`MAX_DEPTH`] containers deep; who builds it flattens what goes further.

pub(super) use crate::model::Callout;
use crate::render::highlight::Tone;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many containers (lists, quotes, call-outs) may stand inside one another.
///
/// Typst stops at 72 nested layouts, and no reader follows so far: the builder of the tree puts
/// deeper blocks beside their parent.
pub(super) const MAX_DEPTH: usize = 10;

/// The whole book, or one person's takeaway pack.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    /// What stands on the cover and in the metadata.
    pub title: String,
    /// The line under the title; empty for none.
    pub subtitle: String,
    /// One sentence on what the book is, for the metadata.
    pub description: String,
    /// For whom the book was made; empty for none.
    pub client: String,
    /// Who made it; empty for none.
    pub consultancy: String,
    /// The time the engagement took, as words of the book's language.
    pub dates: String,
    /// Further lines for the foot of the cover.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub imprint: Vec<String>,
    /// BCP 47 tag of the book's language, as `en` or `de-CH`.
    pub language: String,
    /// The accent colour.
    pub accent: Rgb,
    /// A name in [`Book::images`].
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub logo: Option<String>,
    /// The sheet the PDF is set on.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub paper: Paper,
    /// The chapters and appendices in order.
    pub chapters: Vec<Chapter>,
    /// Files that pictures and the logo name.
    pub images: BTreeMap<String, Image>,
    /// The book's own words in its language.
    pub words: Words,
}

#[cfg(feature = "pdf")]
impl Book {
    /// About how many letters it has.
    pub(super) fn length(&self) -> usize {
        self.chapters.iter().map(Chapter::length).sum()
    }

    /// The book in at most so many volumes of about the same length, none without a chapter.
    pub(super) fn volumes(&self, most: usize) -> Vec<Self> {
        let lengths: Vec<usize> = self.chapters.iter().map(Chapter::length).collect();
        let share = lengths.iter().sum::<usize>().div_ceil(most.max(1)).max(1);
        let mut volumes: Vec<Vec<Chapter>> = Vec::new();
        let mut before = 0;
        for (chapter, length) in self.chapters.iter().zip(lengths) {
            // A chapter goes where its middle lies.
            let wanted = (before + length / 2) / share;
            before += length;
            if volumes.is_empty() || wanted >= volumes.len() {
                volumes.push(Vec::new());
            }
            if let Some(volume) = volumes.last_mut() {
                volume.push(chapter.clone());
            }
        }
        let of = volumes.len();
        volumes
            .into_iter()
            .enumerate()
            .map(|(number, chapters)| {
                let mut volume = Self { chapters, ..self.clone() };
                volume.imprint.insert(0, format!("{} / {of}", number + 1));
                volume
            })
            .collect()
    }
}

/// A colour, eight bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(pub u8, pub u8, pub u8);

impl Default for Rgb {
    fn default() -> Self {
        Self(0x0b, 0x5c, 0x6b)
    }
}

impl Rgb {
    /// The colour of a text like `#0b5c6b`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self(channel(0)?, channel(2)?, channel(4)?))
    }

    /// The colour as `#rrggbb`.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Whether white text on this colour has the contrast of 4.5 to 1 that WCAG asks for.
    pub(super) fn carries_white(self) -> bool {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2);
        1.05 / (luminance + 0.05) >= 4.5
    }
}

/// The sheet of the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// The words a layout needs that are no part of the content.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// Heading of the list of figures.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub figures: String,
    /// What a figure is called before its number.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub figure: String,
    /// What a table is called before its number.
    pub table: String,
    /// A reference to a page; `{}` stands for the number.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub page: String,
    /// Heading of the notes on evidence at a chapter's end.
    pub evidence: String,
    /// Heading of the footnotes of a web page.
    pub footnotes: String,
    /// The way back from a footnote to its mark, as a screen reader says it.
    pub back: String,
    /// What is said of the cover picture.
    pub cover: String,
    /// The state of a task that is done, and of one that is not.
    pub done: String,
    /// See [`Words::done`].
    pub open: String,
    /// One sentence on how well the EPUB can be read without eyes.
    pub accessibility: String,
    /// Stands in the place of a character that no font has.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub unset: char,
}

/// A chapter, or an appendix.
#[derive(Debug, Clone, Default)]
pub(super) struct Chapter {
    /// As printed, `3` or `A`; empty for a chapter without number.
    pub number: String,
    /// The title as plain text.
    pub title: String,
    /// What internal links name; unique in the book.
    pub id: String,
    /// What stands before the first section.
    pub intro: Vec<Block>,
    /// The sections, with numbers `3.1` and so on where the chapter has one.
    pub sections: Vec<Section>,
    /// The notes on evidence that [`Inline::Note`] counts into.
    pub notes: Vec<Vec<Inline>>,
}

#[cfg(feature = "pdf")]
impl Chapter {
    /// About how many letters it has.
    fn length(&self) -> usize {
        fn of(section: &Section) -> usize {
            weight(&section.blocks) + section.sections.iter().map(of).sum::<usize>()
        }
        weight(&self.intro) + self.sections.iter().map(of).sum::<usize>()
    }
}

/// About how many bytes blocks come to.
pub(super) fn weight(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => 20 + plain(text).len(),
            Block::Code { lines, .. } => lines.iter().flatten().map(|run| run.text.len() + 30).sum(),
            Block::Quote { blocks, .. } | Block::Callout { blocks, .. } | Block::Details { blocks, .. } => {
                weight(blocks)
            }
            Block::List { items, .. } => items.iter().map(|item| 10 + weight(&item.blocks)).sum(),
            Block::Definitions(list) => {
                list.iter().flat_map(|one| &one.meanings).map(|blocks| 30 + weight(blocks)).sum()
            }
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).map(|cell| 12 + plain(cell).len()).sum()
            }
            _ => 100,
        })
        .sum()
}

/// A part of a chapter that stands in the contents; a record of the site is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// The title as plain text.
    pub title: String,
    /// What internal links name; unique in the book.
    pub id: String,
    /// Whether the section begins a new page.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub opens_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Sections inside it.
    pub sections: Vec<Section>,
}

/// What takes lines of its own.
#[derive(Debug, Clone)]
pub(super) enum Block {
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
pub(super) struct Run {
    /// What the highlighter says it is.
    pub tone: Option<Tone>,
    /// The text.
    pub text: String,
}

/// An item of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// For a task, whether it is done.
    pub task: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// A term and its meanings.
#[derive(Debug, Clone, Default)]
pub(super) struct Definition {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// The term.
    pub term: Vec<Inline>,
    /// What it means; several where it has several senses.
    pub meanings: Vec<Vec<Block>>,
}

/// A table; every row has as many cells as there are columns, or fewer.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
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
pub(super) struct Row {
    /// What internal links name; unique in the book.
    pub id: Option<String>,
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
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
pub(super) struct Figure {
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
pub(super) enum Picture {
    /// A drawing as SVG text with literal colours.
    Drawing(Arc<str>),
    /// A name in [`Book::images`], and the width in CSS pixels where the author gave one.
    Image(String, Option<u32>),
}

/// Lines for signatures, with the heads of their columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Signatures {
    /// Words for name, role, signature, date.
    pub heads: [String; 4],
    /// Name and role of each person; either may be empty, to be filled in by hand.
    pub lines: Vec<[String; 2]>,
}

/// What stands in a line of text.
#[derive(Debug, Clone)]
pub(super) enum Inline {
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
    /// A numbered note on evidence: an index into [`Chapter::notes`].
    Note(usize),
    /// The line ends here.
    Break,
    /// A place the index refers to; shows nothing.
    Mark(String),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// An address; only `http`, `https`, `mailto` and `tel` become links.
    Url(String),
    /// The id of a chapter, section, heading, figure, table, row or term.
    Id(String),
    /// A file beside the site, by its name there; only the web page can link it.
    File(String),
}

/// A footnote; one that is referred to twice is the same object twice.
#[derive(Debug, Clone, Default)]
pub(super) struct Footnote {
    /// Unique in the book.
    pub id: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A file that a picture needs.
#[derive(Debug, Clone)]
pub(super) struct Image {
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// What the bytes are.
    pub format: Format,
    /// Width in CSS pixels, where it is known.
    pub width: u32,
    /// Height in CSS pixels, where it is known.
    pub height: u32,
}

/// The formats of images that all three books can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF; the first picture of it in print.
    Gif,
    /// WebP.
    Webp,
    /// Scalable Vector Graphics.
    Svg,
}

impl Format {
    /// The usual ending of a file name.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Svg => "svg",
        }
    }

    /// The media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// The text of a run of inlines, as it is read aloud.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    add_plain(inlines, &mut out);
    out
}

fn add_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Highlight(inner)
            | Inline::Key(inner)
            | Inline::Abbreviation { text: inner, .. }
            | Inline::Link { text: inner, .. } => add_plain(inner, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Break => out.push(' '),
            Inline::Footnote(_) | Inline::Note(_) | Inline::Mark(_) => {}
        }
    }
}

/// The number of a section within its chapter (`3.1`); empty where the chapter has none.
pub(super) fn section_number(chapter: &str, position: usize) -> String {
    if chapter.is_empty() { String::new() } else { format!("{chapter}.{}", position + 1) }
}
