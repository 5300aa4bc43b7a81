//! The levels and anchors of headings, once the whole text is known.

use super::{anchors, plain};
use crate::model::{Block, BlockKind, Mention, Prose};
use std::ops::Range;

/// The largest level there is.
const DEEPEST: u8 = 6;

/// Brings the headings of a text into order and names them.
///
/// The title of the record is level 1, so the first heading gets 2, and one below another only the
/// next level. Gives the headings whose level is not as written; `title` says whether a heading of
/// level 1 stood before.
pub(super) fn order(prose: &mut Prose<Mention>, title: bool) -> Vec<Disorder> {
    let mut order = Order { above: Vec::new(), before: title.then_some(1), title, told: vec![0], found: Vec::new() };
    order.blocks(&mut prose.blocks);
    for footnote in &mut prose.footnotes {
        order.blocks(&mut footnote.blocks);
    }
    order.found
}

/// A heading whose level had to be changed.
#[derive(Debug)]
pub(super) enum Disorder {
    /// It is more than one level below the heading before.
    Skipped(Range<u32>),
    /// It is of level 1, as the title is.
    SecondTitle(Range<u32>),
    /// It begins a run of headings that are shown so many levels deeper than they are written.
    Moved(Range<u32>, i8),
}

struct Order {
    /// The headings under which the text stands: the level as written, and as it has become.
    above: Vec<(u8, u8)>,
    /// The level of the heading before, as written.
    before: Option<u8>,
    /// Whether a heading of level 1 is the title.
    title: bool,
    /// By how many levels headings are deeper than written, as far as that was told.
    told: Vec<i8>,
    found: Vec<Disorder>,
}

impl Order {
    fn blocks(&mut self, blocks: &mut [Block<Mention>]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { level, id, content } => {
                    let written = *level;
                    let is_skipped = self.before.is_some_and(|before| written > before + 1);
                    self.before = Some(written);
                    while self.above.last().is_some_and(|(above, _)| *above >= written) {
                        self.above.pop();
                    }
                    *level = self.above.last().map_or(2, |(_, above)| above + 1).min(DEEPEST);
                    self.above.push((written, *level));
                    let moved = i8::try_from(*level).unwrap_or(i8::MAX) - i8::try_from(written).unwrap_or(i8::MAX);
                    let place = block.span.clone();
                    if is_skipped {
                        self.found.push(Disorder::Skipped(place));
                    } else if written == 1 && self.title {
                        self.found.push(Disorder::SecondTitle(place));
                    } else if written > 1 && !self.told.contains(&moved) {
                        // Where sections begin with `#`, the title stands above all of them.
                        self.found.push(Disorder::Moved(place, moved));
                    }
                    self.told.push(moved);
                    let words = plain::own_words(content);
                    *id = anchors::anchor(if id.is_empty() { &words } else { id });
                }
                BlockKind::Internal(blocks) => {
                    // What is withheld must not be seen in the levels of what stays.
                    let (above, before, title, told) = (self.above.clone(), self.before, self.title, self.told.clone());
                    self.title = false;
                    self.blocks(blocks);
                    (self.above, self.before, self.title, self.told) = (above, before, title, told);
                }
                BlockKind::Quote(blocks) | BlockKind::Callout { blocks, .. } | BlockKind::Details { blocks, .. } => {
                    self.blocks(blocks);
                }
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
                BlockKind::Definitions(definitions) => {
                    let meanings = definitions.iter_mut().flat_map(|definition| &mut definition.meanings);
                    meanings.for_each(|blocks| self.blocks(blocks));
                }
                BlockKind::Paragraph(_)
                | BlockKind::Code { .. }
                | BlockKind::Table { .. }
                | BlockKind::Rule
                | BlockKind::View { .. } => {}
            }
        }
    }
}
