//! What a record says in short, as labels with their values.

use super::composer::Composer;
use super::tree::{Block, Inline};

/// Labelled values; those without a value are left out.
#[derive(Debug, Default)]
pub(super) struct Facts(Vec<(String, Vec<Inline>)>);

impl Facts {
    /// Adds a value under a word of the site.
    pub(super) fn add(&mut self, composer: &Composer<'_>, label: &str, value: Vec<Inline>) {
        if !value.is_empty() {
            self.0.push((capitalised(&composer.words.say(label)), value));
        }
    }

    /// The block, where there is anything in it.
    pub(super) fn block(self) -> Option<Block> {
        (!self.0.is_empty()).then_some(Block::Facts(self.0))
    }
}

/// With a capital at the beginning: some words of the site stand in sentences elsewhere.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
