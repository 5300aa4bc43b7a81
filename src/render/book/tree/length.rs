//! How long a book is, before it is set.

use super::{Block, plain};
#[cfg(feature = "pdf")]
use super::{Chapter, Image, Inline, Picture, Row, Run, Section, Table};
#[cfg(feature = "pdf")]
use std::collections::BTreeMap;

/// So many lines, as they are reckoned here, fill a page: blocks are rather reckoned too high. Held
/// against the pages of three sites of 92, 410 and 1151 pages, books come out a tenth longer than they are.
#[cfg(feature = "pdf")]
const LINES_OF_A_PAGE: f64 = 56.0;
/// The distance of two lines, in points.
#[cfg(feature = "pdf")]
const LINE: f64 = 13.3;
/// So many letters fill a line.
#[cfg(feature = "pdf")]
const LETTERS_OF_A_LINE: f64 = 88.0;
/// The same for program text, which is set in wide letters.
#[cfg(feature = "pdf")]
const SIGNS_OF_A_LINE: f64 = 74.0;
/// The same for a table, which is set in small ones.
#[cfg(feature = "pdf")]
const LETTERS_OF_A_ROW: f64 = 98.0;
/// The letters for which the space between two columns has room.
#[cfg(feature = "pdf")]
const BETWEEN_COLUMNS: f64 = 2.3;
/// The width and height of the text on a page, in points.
#[cfg(feature = "pdf")]
const TEXT: (f64, f64) = (425.0, 600.0);
/// A picture whose size is not known is so high, in lines.
#[cfg(feature = "pdf")]
const PICTURE: f64 = 18.0;

#[cfg(feature = "pdf")]
impl Chapter {
    /// About how many pages it has; these are the images of its book.
    pub(in crate::render::book) fn pages(&self, images: &BTreeMap<String, Image>) -> f64 {
        fn of(section: &Section, images: &BTreeMap<String, Image>) -> f64 {
            3.2 + lines(&section.blocks, images) + section.sections.iter().map(|inner| of(inner, images)).sum::<f64>()
        }
        // The number and the title over a chapter take a sixth of a page.
        let opening = 9.0;
        let notes: f64 = self.notes.iter().map(|note| filled(note, LETTERS_OF_A_ROW) * 0.7).sum();
        let sections: f64 = self.sections.iter().map(|section| of(section, images)).sum();
        let all = opening + lines(&self.intro, images) + sections + notes;
        // Each chapter begins a page.
        (all / LINES_OF_A_PAGE).ceil()
    }
}

/// How many lines a text comes to.
#[cfg(feature = "pdf")]
fn filled(text: &[Inline], letters: f64) -> f64 {
    (plain(text).chars().count() as f64 / letters).ceil()
}

/// About how many lines of text blocks come to, with the space between them.
#[cfg(feature = "pdf")]
fn lines(blocks: &[Block], images: &BTreeMap<String, Image>) -> f64 {
    let within = |blocks: &[Block]| lines(blocks, images);
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => {
                let pictures = text.iter().filter_map(|inline| match inline {
                    Inline::Image { name, width, .. } => Some(image(images, name, *width)),
                    _ => None,
                });
                // Pictures alone are set as figures, others in the line.
                let is_alone = text.iter().all(|inline| match inline {
                    Inline::Image { .. } | Inline::Break | Inline::Mark(_) => true,
                    Inline::Text(text) => text.trim().is_empty(),
                    _ => false,
                });
                if is_alone { pictures.sum() } else { filled(text, LETTERS_OF_A_LINE) + 0.2 }
            }
            Block::Heading { .. } => 2.2,
            Block::Code { lines, .. } => {
                let signs = |runs: &Vec<Run>| runs.iter().map(|run| run.text.chars().count()).sum::<usize>() as f64;
                2.8 + lines.iter().map(|runs| (signs(runs) / SIGNS_OF_A_LINE).ceil().max(1.0) * 0.85).sum::<f64>()
            }
            Block::Quote { blocks, by } => 1.2 + within(blocks) + if by.is_empty() { 0.0 } else { 0.8 },
            Block::Callout { blocks, .. } => 3.4 + within(blocks),
            Block::Details { blocks, .. } => 2.2 + within(blocks),
            Block::List { items, .. } => 0.4 + items.iter().map(|item| within(&item.blocks)).sum::<f64>(),
            Block::Definitions(list) => {
                list.iter().map(|one| 0.3 + one.meanings.iter().map(|blocks| within(blocks)).sum::<f64>()).sum()
            }
            Block::Table(table) => rows(table),
            Block::Facts(facts) => {
                let fact = |value: &[Inline]| {
                    let letters = plain(value).chars().count() as f64;
                    // Two short ones share a row.
                    if letters <= 27.0 { 0.5 } else { (letters / 78.0).ceil() * 0.85 + 0.3 }
                };
                1.4 + facts.iter().map(|(_, value)| fact(value)).sum::<f64>()
            }
            Block::Figure(figure) => {
                let high = match &figure.picture {
                    Picture::Image(name, width) => image(images, name, *width),
                    Picture::Drawing(svg) => drawing(&svg.paper),
                };
                high + filled(&figure.caption, LETTERS_OF_A_ROW)
            }
            Block::Signatures(signatures) => 4.0 + 3.6 * signatures.lines.len() as f64,
            Block::Rule => 3.0,
            Block::Anchor(_) | Block::Index => 0.0,
        })
        .sum()
}

/// The lines of a table whose columns have room by what is in them, as the layout shares it out.
#[cfg(feature = "pdf")]
fn rows(table: &Table) -> f64 {
    let count = table.columns.len().max(1);
    let length =
        |row: &Row, column: usize| row.cells.get(column).map_or(0.0, |cell| plain(cell).chars().count() as f64);
    let claims: Vec<f64> = (0..count)
        .map(|column| {
            let lengths = table.rows.iter().map(|row| length(row, column));
            let (total, longest) =
                lengths.fold((0.0, 1.0_f64), |(total, longest), letters| (total + letters, longest.max(letters)));
            (total * longest).powf(0.375).max(1.0)
        })
        .collect();
    let room = LETTERS_OF_A_ROW - BETWEEN_COLUMNS * count as f64;
    let all: f64 = claims.iter().sum();
    let tallest = |row: &Row| {
        let cells = claims.iter().enumerate();
        cells.map(|(column, claim)| (length(row, column) / (room * claim / all).max(6.0)).ceil()).fold(1.0, f64::max)
    };
    3.0 + table.rows.iter().map(|row| tallest(row) * 0.78 + 0.3).sum::<f64>()
}

/// How many lines high an image of the book is, with the space around it.
#[cfg(feature = "pdf")]
fn image(images: &BTreeMap<String, Image>, name: &str, wish: Option<u32>) -> f64 {
    let Some(image) = images.get(name) else { return 1.0 };
    let (width, height) = (f64::from(image.width), f64::from(image.height));
    if width < 1.0 || height < 1.0 {
        return PICTURE;
    }
    let scale = wish.map_or(1.0, |wish| f64::from(wish.max(8)) / width);
    framed(width * scale, height * scale)
}

/// How many lines high a drawing is, by the size that it says it has.
#[cfg(feature = "pdf")]
fn drawing(svg: &str) -> f64 {
    let size = svg.split_once("viewBox=\"").and_then(|(_, rest)| {
        let mut numbers = rest.split('"').next()?.split_whitespace().skip(2).map(str::parse::<f64>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    size.map_or(PICTURE, |(width, height)| framed(width, height))
}

/// How many lines high a picture of so many CSS pixels is, scaled to the page.
#[cfg(feature = "pdf")]
fn framed(width: f64, height: f64) -> f64 {
    let (width, height) = (width.max(1.0) * 0.75, height.max(1.0) * 0.75);
    let scale = (TEXT.0 / width).min(TEXT.1 / height).min(1.0);
    height * scale / LINE + 2.5
}

/// About how many bytes blocks come to.
pub(in crate::render::book) fn weight(blocks: &[Block]) -> usize {
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
