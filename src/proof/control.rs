//! Whether the check sees at all: words that must be found in each kind of output.

use super::find::{Finder, Needle};
use super::fold;
use super::medium::Medium;
use super::reading::{Role, SourceText};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// So many titles are enough to be found in any register.
const MOST: usize = 400;

/// A file with fewer words has no records in it.
const FEWEST_WORDS: usize = 40;

/// Titles of visible records.
pub(super) struct Controls {
    finder: Finder,
    /// How many there are.
    pub(super) count: usize,
}

/// What was seen of one kind of output.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sight {
    words: usize,
    found: bool,
    must: bool,
}

/// The titles of all visible sources.
pub(super) fn titles(texts: &[SourceText]) -> Vec<Vec<u64>> {
    texts
        .iter()
        .flat_map(|text| &text.passages)
        .filter(|passage| !passage.withheld && passage.role == Role::Title)
        .filter(|passage| passage.words.iter().map(|word| usize::from(word.shape.letters)).sum::<usize>() >= 4)
        .map(|passage| passage.words.iter().map(|word| word.hash).collect())
        .collect()
}

/// Takes titles from all over the visible sources, and those under which records are shown: a
/// record without a title is called by its file, and people by their roles.
pub(super) fn controls(titles: &[Vec<u64>], shown: &[&str]) -> Controls {
    let mut seen = FxHashSet::default();
    let shown = shown.iter().map(|title| fold::words(title)).filter(|words| !words.is_empty());
    let titles: Vec<Vec<u64>> =
        titles.iter().cloned().chain(shown).filter(|title| seen.insert(title.clone())).collect();
    let step = titles.len().div_ceil(MOST).max(1);
    let needles: Vec<Needle> =
        titles.iter().step_by(step).map(|title| Needle::phrase(title.iter().copied(), 0)).collect();
    Controls { count: needles.len(), finder: Finder::new(needles) }
}

impl Controls {
    /// Whether a title is found in a file of that name; and whether one must be.
    /// `passed` counts the words of lines that were looked through in another file.
    pub(super) fn look(&self, path: &str, medium: Medium, words: &[u64], passed: usize, bytes: &[u8]) -> Sight {
        let must = match medium {
            Medium::Page => words.len() + passed >= FEWEST_WORDS,
            // The engagement's own file, and a register without a row, name no record.
            Medium::Data => bytes.trim_ascii_start().starts_with(b"[") && bytes.contains(&b'{'),
            // A table of nothing but its head has no record to be seen.
            Medium::Table => memchr::memchr_iter(b'\n', bytes).nth(1).is_some(),
            Medium::Book | Medium::Print => true,
            Medium::Feed => path.rsplit('/').next().is_some_and(|name| name.contains("feed")),
            Medium::Script => path.contains("search") && words.len() >= FEWEST_WORDS,
            Medium::Drawing | Medium::Other => false,
        };
        Sight { words: words.len() + passed, found: must && self.finder.finds_a_phrase(words), must }
    }
}

/// The kinds of output in which nothing was found although something must be.
pub(super) fn blind(sights: impl Iterator<Item = (Medium, Sight)>) -> Vec<Medium> {
    let mut media: BTreeMap<Medium, Sight> = BTreeMap::new();
    for (medium, sight) in sights {
        let all = media.entry(medium).or_default();
        all.words += sight.words;
        all.found |= sight.found;
        all.must |= sight.must;
    }
    media.into_iter().filter(|(_, sight)| sight.must && !sight.found).map(|(medium, _)| medium).collect()
}
