//! How long a book is, and its parts of about the same length.

use super::{Block, plain};
#[cfg(feature = "pdf")]
use super::{Book, Chapter, Section};

#[cfg(feature = "pdf")]
impl Book {
    /// About how many letters it has.
    pub(in crate::render::book) fn length(&self) -> usize {
        self.chapters.iter().map(Chapter::length).sum()
    }

    /// The book in at most so many volumes of about the same length, none without a chapter.
    pub(in crate::render::book) fn volumes(&self, most: usize) -> Vec<Self> {
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
