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
    let mut order = Order { above: Vec::new(), before: title.then_some(1), title, found: Vec::new() };
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
}

struct Order {
    /// The headings under which the text stands: the level as written, and as it has become.
    above: Vec<(u8, u8)>,
    /// The level of the heading before, as written.
    before: Option<u8>,
    /// Whether a heading of level 1 is the title.
    title: bool,
    found: Vec<Disorder>,
}

impl Order {
    fn blocks(&mut self, blocks: &mut [Block<Mention>]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { level, id, content } => {
                    let written = *level;
                    if self.before.is_some_and(|before| written > before + 1) {
                        self.found.push(Disorder::Skipped(block.span.clone()));
                    }
                    if written == 1 && self.title {
                        self.found.push(Disorder::SecondTitle(block.span.clone()));
                    }
                    self.before = Some(written);
                    while self.above.last().is_some_and(|(above, _)| *above >= written) {
                        self.above.pop();
                    }
                    *level = self.above.last().map_or(2, |(_, above)| above + 1).min(DEEPEST);
                    self.above.push((written, *level));
                    let words = plain::own_words(content);
                    *id = anchors::anchor(if id.is_empty() { &words } else { id });
                }
                BlockKind::Internal(blocks) => {
                    // What is withheld must not be seen in the levels of what stays.
                    let (above, before, title) = (self.above.clone(), self.before, self.title);
                    self.title = false;
                    self.blocks(blocks);
                    (self.above, self.before, self.title) = (above, before, title);
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
