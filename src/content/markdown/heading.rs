//! The levels and anchors of headings, once the whole text is known.

use super::{anchors, plain};
use crate::model::{Block, BlockKind, Mention, Prose};
use std::ops::Range;

/// The largest level there is.
const DEEPEST: u8 = 6;

/// Brings the headings of a text into order and names them.
///
/// The title of the record is level 1, so the first heading gets 2, and one below another only the
/// next level. Gives the place of the first heading whose author left a level out; `title` says
/// whether a heading of level 1 stood before.
pub(super) fn order(prose: &mut Prose<Mention>, title: bool) -> Option<Range<u32>> {
    let mut order = Order { above: Vec::new(), before: title.then_some(1), skipped: None };
    order.blocks(&mut prose.blocks);
    for footnote in &mut prose.footnotes {
        order.blocks(&mut footnote.blocks);
    }
    order.skipped
}

struct Order {
    /// The headings under which the text stands: the level as written, and as it has become.
    above: Vec<(u8, u8)>,
    /// The level of the heading before, as written.
    before: Option<u8>,
    skipped: Option<Range<u32>>,
}

impl Order {
    fn blocks(&mut self, blocks: &mut [Block<Mention>]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { level, id, content } => {
                    let written = *level;
                    if self.before.is_some_and(|before| written > before + 1) && self.skipped.is_none() {
                        self.skipped = Some(block.span.clone());
                    }
                    self.before = Some(written);
                    while self.above.last().is_some_and(|(above, _)| *above >= written) {
                        self.above.pop();
                    }
                    *level = self.above.last().map_or(2, |(_, above)| above + 1).min(DEEPEST);
                    self.above.push((written, *level));
                    let words = plain::words(content);
                    *id = anchors::anchor(if id.is_empty() { &words } else { id });
                }
                BlockKind::Internal(blocks) => {
                    // What is withheld must not be seen in the levels of what stays.
                    let (above, before) = (self.above.clone(), self.before);
                    self.blocks(blocks);
                    (self.above, self.before) = (above, before);
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
