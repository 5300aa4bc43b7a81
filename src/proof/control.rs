//! Whether the check sees at all: words that must be found in each kind of output.

use super::find::{Finder, Needle};
use super::reading::{Role, SourceText};
use super::said::Medium;
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

/// Takes titles from all over the visible sources.
pub(super) fn controls(texts: &[SourceText]) -> Controls {
    let mut seen = FxHashSet::default();
    let titles: Vec<Vec<u64>> = texts
        .iter()
        .flat_map(|text| &text.passages)
        .filter(|passage| !passage.withheld && passage.role == Role::Title)
        .filter(|passage| passage.words.iter().map(|word| usize::from(word.shape.letters)).sum::<usize>() >= 4)
        .map(|passage| passage.words.iter().map(|word| word.hash).collect())
        .filter(|title: &Vec<u64>| seen.insert(title.clone()))
        .collect();
    let step = titles.len().div_ceil(MOST).max(1);
    let needles: Vec<Needle> =
        titles.iter().step_by(step).map(|title| Needle::phrase(title.iter().copied(), 0)).collect();
    Controls { count: needles.len(), finder: Finder::new(needles) }
}

impl Controls {
    /// Whether a title is found in a file of that name; and whether one must be.
    pub(super) fn look(&self, path: &str, medium: Medium, words: &[u64], bytes: &[u8]) -> Sight {
        let must = match medium {
            // Sums of the engagement name no record.
            Medium::Data if path.ends_with("data/engagement.json") => false,
            Medium::Page | Medium::Data => words.len() >= FEWEST_WORDS,
            // A table of nothing but its head has no record to be seen.
            Medium::Table => memchr::memchr_iter(b'\n', bytes).nth(1).is_some(),
            Medium::Book | Medium::Print => true,
            Medium::Feed => path.rsplit('/').next().is_some_and(|name| name.contains("feed")),
            Medium::Script => path.contains("search") && words.len() >= FEWEST_WORDS,
            Medium::Drawing | Medium::Other => false,
        };
        let mut found = false;
        if must {
            self.finder.scan(words, |_, _| found = true);
        }
        Sight { words: words.len(), found, must }
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
