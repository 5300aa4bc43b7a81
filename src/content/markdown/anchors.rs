//! The names of headings, by which links find them.

use crate::model::{Block, BlockKind, Mention, Prose};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A heading that is longer, in characters, is found by its beginning.
const MAX_LENGTH: usize = 200;

/// The anchor of a heading of these words, as GitHub makes it, so that links which work there work
/// here: lower case, letters and digits of every script, `-` and `_` kept, each space a hyphen.
///
/// A heading of nothing but signs is called `section`.
pub(crate) fn anchor(words: &str) -> String {
    let anchor: String = words
        .trim()
        .nfc()
        .flat_map(char::to_lowercase)
        .filter_map(|character| match character {
            ' ' | '\u{A0}' | '\n' | '\t' => Some('-'),
            '-' | '_' | '\u{203F}' => Some(character),
            '\u{FE00}'..='\u{FE0F}' => None,
            letter if letter.is_alphanumeric() || is_combining_mark(letter) => Some(letter),
            _ => None,
        })
        .nfc()
        .take(MAX_LENGTH)
        .collect();
    if anchor.is_empty() { "section".to_owned() } else { anchor }
}

/// Makes the anchors of all texts of one record unique, in their order, by `-1`, `-2` and so on.
///
/// Headings that every edition sees come first, so that a withheld heading never changes the
/// anchor of a visible one.
pub(crate) fn unique(proses: &mut [&mut Prose<Mention>]) {
    let mut taken = Taken::default();
    for internal in [false, true] {
        for prose in &mut *proses {
            taken.blocks(&mut prose.blocks, false, internal);
            for footnote in &mut prose.footnotes {
                taken.blocks(&mut footnote.blocks, false, internal);
            }
        }
    }
}

/// The anchors that are given, and how often each was asked for.
#[derive(Default)]
struct Taken {
    ids: BTreeSet<String>,
    asked: BTreeMap<String, u32>,
}

impl Taken {
    /// Gives anchors to the headings that are inside of internal blocks, or to those that are not.
    fn blocks(&mut self, blocks: &mut [Block<Mention>], inside: bool, internal: bool) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { id, .. } if inside == internal => self.give(id),
                BlockKind::Internal(blocks) => {
                    if internal {
                        self.blocks(blocks, true, internal);
                    }
                }
                BlockKind::Quote(blocks) | BlockKind::Callout { blocks, .. } | BlockKind::Details { blocks, .. } => {
                    self.blocks(blocks, inside, internal);
                }
                BlockKind::List { items, .. } => {
                    items.iter_mut().for_each(|item| self.blocks(&mut item.blocks, inside, internal));
                }
                BlockKind::Definitions(definitions) => {
                    let meanings = definitions.iter_mut().flat_map(|definition| &mut definition.meanings);
                    meanings.for_each(|blocks| self.blocks(blocks, inside, internal));
                }
                BlockKind::Heading { .. }
                | BlockKind::Paragraph(_)
                | BlockKind::Code { .. }
                | BlockKind::Table { .. }
                | BlockKind::Rule
                | BlockKind::View { .. } => {}
            }
        }
    }

    fn give(&mut self, id: &mut String) {
        if self.ids.insert(id.clone()) {
            return;
        }
        let asked = self.asked.entry(id.clone()).or_default();
        loop {
            *asked += 1;
            let next = format!("{id}-{asked}");
            if self.ids.insert(next.clone()) {
                *id = next;
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn anchors_are_those_of_github() {
        for (words, expected) in [
            ("What APIs need to be reviewed?", "what-apis-need-to-be-reviewed"),
            ("Best practices & recommendations", "best-practices--recommendations"),
            ("CI - Cross build", "ci---cross-build"),
            ("kinds_of_tests", "kinds_of_tests"),
            ("Communauté", "communauté"),
            ("入门", "入门"),
            ("1.2 What's new", "12-whats-new"),
            ("!?", "section"),
        ] {
            assert_eq!(anchor(words), expected);
        }
    }
}
