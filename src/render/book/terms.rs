//! The terms, skills and people that texts are searched for, so that the index finds them.

use crate::model::Kind;
use crate::render::Publication;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;

/// The words that texts are searched for: terms of the glossary, skills and people.
pub(super) struct Terms {
    finder: Option<AhoCorasick>,
    titles: Vec<String>,
}

impl Terms {
    /// Every name that the book takes, of more than two letters.
    pub(super) fn of(publication: &Publication<'_>) -> Self {
        let edition = publication.edition;
        let titles: BTreeSet<String> = [Kind::Term, Kind::Skill, Kind::Person]
            .into_iter()
            .flat_map(|kind| edition.of_kind(kind))
            .map(|entry| entry.title.clone())
            .filter(|title| title.chars().count() > 2)
            .collect();
        let titles: Vec<String> = titles.into_iter().collect();
        let patterns = titles.iter().map(|title| title.to_lowercase());
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok();
        Self { finder, titles }
    }

    /// Those of them that stand in a text as words of their own.
    pub(super) fn find(&self, words: &str) -> BTreeSet<&str> {
        let Some(finder) = &self.finder else { return BTreeSet::new() };
        let words = words.to_lowercase();
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        finder
            .find_iter(&words)
            .filter(|found| {
                !is_letter(words[..found.start()].chars().next_back())
                    && !is_letter(words[found.end()..].chars().next())
            })
            .filter_map(|found| self.titles.get(found.pattern().as_usize()))
            .map(String::as_str)
            .collect()
    }
}
