//! The headings that the book itself sets: they have no name of a note's making, and contents lead to them too.

use super::tree::{Block, Chapter, Section};

/// Gives a name to every heading that has none.
pub(super) fn name(chapters: &mut [Chapter]) {
    for chapter in chapters {
        blocks(&chapter.id, &mut chapter.intro);
        sections(&mut chapter.sections);
    }
}

fn sections(list: &mut [Section]) {
    for section in list {
        blocks(&section.id, &mut section.blocks);
        sections(&mut section.sections);
    }
}

fn blocks(part: &str, list: &mut [Block]) {
    let unnamed = list.iter_mut().filter_map(|block| match block {
        Block::Heading { id, .. } if id.is_none() => Some(id),
        _ => None,
    });
    for (id, number) in unnamed.zip(1..) {
        // No anchor of a note begins with a colon.
        *id = Some(format!("{part}::{number}"));
    }
}
