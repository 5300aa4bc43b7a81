//! The handover book as data: one tree from which the PDF, the EPUB and the HTML book are made.
//!
//! Everything in it is text to be shown, never markup of any output: each writer escapes for itself.
//! The tree is at most [`MAX_DEPTH`] containers deep; who builds it flattens what goes further.

mod block;
mod image;
mod inline;
mod length;

pub(super) use crate::model::Callout;
pub(super) use block::{Align, Block, Definition, Drawing, Figure, Item, Picture, Row, Run, Signatures, Table};
pub(super) use image::{Format, Image};
pub(super) use inline::{Footnote, Inline, Target, plain};
pub(super) use length::weight;

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
    /// The engagement's motto; empty for none.
    pub motto: String,
    /// The time the engagement took, as words of the book's language.
    pub dates: String,
    /// Which volume of the book this is and of what, in words; empty for the whole.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub volume: String,
    /// The numbers of the volumes, from 1, in which ids stand; empty for the whole.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub homes: Arc<BTreeMap<String, usize>>,
    /// The pages, as they are printed, on which ids stand in the other volumes, where they are known.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub folios: Arc<BTreeMap<String, String>>,
    /// Further lines for the foot of the cover.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub imprint: Vec<String>,
    /// BCP 47 tag of the book's language, as `en` or `de-CH`.
    pub language: String,
    /// The accent colour, for surfaces.
    pub accent: Rgb,
    /// The accent colour as dark as words on white paper need it.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub tone: Rgb,
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
    /// What a volume is called: `{number}`, `{count}` and `{chapters}` stand for what it is.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub volume: String,
    /// What is said of something in passing, in brackets and with the space before them; `{}` stands for it.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub aside: String,
    /// A reference to a volume; `{}` stands for the number.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub in_volume: String,
    /// A reference to a page of a volume; `{number}` and `{page}` stand for them.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print has volumes"))]
    pub in_volume_page: String,
    /// Heading of a page for the reader's own notes.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only print shows it"))]
    pub notes: String,
    /// Heading of the notes on evidence at a chapter's end.
    pub evidence: String,
    /// Heading of the footnotes of a web page.
    pub footnotes: String,
    /// The way back from a footnote to its mark, as a screen reader says it.
    pub back: String,
    /// A value behind the word for it: `{label}` and `{value}` stand for them.
    pub labelled: String,
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
    /// The notes on evidence, where no register of the book bears their numbers.
    pub notes: Vec<Vec<Inline>>,
}

/// A part of a chapter that stands in the contents; a record of the site is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// The title as plain text.
    pub title: String,
    /// What internal links name; unique in the book.
    pub id: String,
    /// Whether the section begins a new page.
    pub opens_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Sections inside it.
    pub sections: Vec<Section>,
}

/// The number of a section within its chapter (`3.1`); empty where the chapter has none.
pub(super) fn section_number(chapter: &str, position: usize) -> String {
    if chapter.is_empty() { String::new() } else { format!("{chapter}.{}", position + 1) }
}
