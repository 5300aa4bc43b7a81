//! How long a book is, and its parts of about the same length.

use super::{Block, plain};
#[cfg(feature = "pdf")]
use super::{Book, Chapter, Inline, Row, Run, Section};

/// So many lines fill a page: fewer than fit, so that a volume is rather thinner than it might be
/// than thicker. Some pages end early, so that what belongs together stays together.
#[cfg(feature = "pdf")]
const LINES_OF_A_PAGE: f64 = 36.0;
/// So many letters fill a line.
#[cfg(feature = "pdf")]
const LETTERS_OF_A_LINE: f64 = 84.0;

#[cfg(feature = "pdf")]
impl Book {
    /// In how many volumes it is printed, where none is to have more than so many pages.
    ///
    /// That is known before anything is set, from the length of the text, so that pages can link
    /// to volumes that are made later.
    pub(in crate::render::book) fn volumes(&self, most: usize) -> usize {
        self.shelf(most).last().map_or(1, |last| last + 1)
    }

    /// The volumes, each with its own index; no chapter is cut, however long.
    pub(in crate::render::book) fn in_volumes(self, most: usize) -> Vec<Self> {
        let shelf = self.shelf(most);
        let of = self.volumes(most);
        if of == 1 {
            return vec![self];
        }
        let frame = Self { chapters: Vec::new(), ..self.clone() };
        let mut volumes = vec![frame; of];
        let (indices, chapters): (Vec<_>, Vec<_>) = self.chapters.into_iter().partition(Chapter::is_index);
        for (chapter, number) in chapters.into_iter().zip(shelf) {
            volumes[number].chapters.push(chapter);
        }
        for (number, volume) in volumes.iter_mut().enumerate() {
            volume.chapters.extend(indices.iter().cloned());
            volume.imprint.insert(0, format!("{} / {of}", number + 1));
        }
        volumes
    }

    /// The volume of each chapter but the index, from 0.
    fn shelf(&self, most: usize) -> Vec<usize> {
        let (mut volume, mut pages) = (0, 0);
        let chapters = self.chapters.iter().filter(|chapter| !chapter.is_index());
        chapters
            .map(|chapter| {
                let more = chapter.pages();
                if pages > 0 && pages + more > most {
                    volume += 1;
                    pages = 0;
                }
                pages += more;
                volume
            })
            .collect()
    }
}

#[cfg(feature = "pdf")]
impl Chapter {
    fn is_index(&self) -> bool {
        self.intro.iter().any(|block| matches!(block, Block::Index))
    }

    /// About how many pages it has.
    fn pages(&self) -> usize {
        fn of(section: &Section) -> f64 {
            3.0 + lines(&section.blocks) + section.sections.iter().map(of).sum::<f64>()
        }
        // The heading of a chapter takes a third of a page.
        let opening = LINES_OF_A_PAGE / 3.0;
        let all = opening + lines(&self.intro) + self.sections.iter().map(of).sum::<f64>();
        (all / LINES_OF_A_PAGE).ceil() as usize
    }
}

/// About how many lines of a page blocks come to, with the space between them.
#[cfg(feature = "pdf")]
fn lines(blocks: &[Block]) -> f64 {
    let filled = |text: &[Inline], width: f64| (plain(text).len() as f64 / (LETTERS_OF_A_LINE * width)).ceil();
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => filled(text, 1.0) + 0.4,
            Block::Heading { .. } => 2.5,
            Block::Code { lines, .. } => {
                let letters = |runs: &Vec<Run>| runs.iter().map(|run| run.text.len()).sum::<usize>() as f64;
                2.0 + lines.iter().map(|runs| (letters(runs) / LETTERS_OF_A_LINE).ceil().max(1.0) * 0.8).sum::<f64>()
            }
            Block::Quote { blocks, .. } | Block::Callout { blocks, .. } | Block::Details { blocks, .. } => {
                3.0 + lines(blocks)
            }
            Block::List { items, .. } => items.iter().map(|item| lines(&item.blocks)).sum(),
            Block::Definitions(list) => list.iter().flat_map(|one| &one.meanings).map(|blocks| lines(blocks)).sum(),
            Block::Table(table) => {
                let share = 1.0 / table.columns.len().max(1) as f64;
                let tallest = |row: &Row| row.cells.iter().map(|cell| filled(cell, share)).fold(1.0, f64::max);
                3.0 + table.rows.iter().map(|row| tallest(row) * 0.9 + 0.4).sum::<f64>()
            }
            Block::Facts(facts) => 2.0 + facts.iter().map(|(_, value)| filled(value, 0.75).max(1.0) * 1.2).sum::<f64>(),
            Block::Figure(_) => 16.0,
            Block::Signatures(signatures) => 3.0 * signatures.lines.len() as f64,
            Block::Anchor(_) | Block::Rule | Block::Index => 2.0,
        })
        .sum()
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
