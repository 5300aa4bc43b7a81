//! What links of a book may lead to.

use std::collections::BTreeMap;

use super::tree::{Block, Book, plain};
use crate::render::site::address;

use super::walk::{Visit, walk};

/// Every id that an internal link may name, with the part (chapter or section, counted in reading
/// order from 0) in which it stands first.
pub(super) fn ids(book: &Book) -> BTreeMap<&str, usize> {
    struct Ids<'a> {
        ids: BTreeMap<&'a str, usize>,
        parts: usize,
    }
    impl<'a> Ids<'a> {
        fn add(&mut self, id: Option<&'a str>) {
            if let Some(id) = id.filter(|id| !id.is_empty()) {
                self.ids.entry(id).or_insert(self.parts - 1);
            }
        }
    }
    impl<'a> Visit<'a> for Ids<'a> {
        fn part(&mut self, id: &'a str) {
            self.parts += 1;
            self.add(Some(id));
        }
        fn block(&mut self, block: &'a Block) {
            match block {
                Block::Heading { id, text, .. } if !plain(text).trim().is_empty() => self.add(id.as_deref()),
                Block::Anchor(id) => self.add(Some(id)),
                Block::Figure(figure) => self.add(figure.id.as_deref()),
                Block::Definitions(list) => list.iter().for_each(|one| self.add(one.id.as_deref())),
                Block::Table(table) if !table.rows.is_empty() || !table.head.is_empty() => {
                    self.add(table.id.as_deref());
                    table.rows.iter().for_each(|row| self.add(row.id.as_deref()));
                }
                _ => {}
            }
        }
    }
    let mut ids = Ids { ids: BTreeMap::new(), parts: 0 };
    walk(book, &mut ids);
    ids.ids
}

/// Words under a link that say nothing of where it leads, in the languages of the themes.
const EMPTY_WORDS: [&str; 34] = [
    "here",
    "click here",
    "see here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "learn more",
    "see more",
    "more info",
    "more information",
    "hier",
    "hier klicken",
    "mehr",
    "mehr erfahren",
    "weiterlesen",
    "ici",
    "cliquez ici",
    "lire la suite",
    "en savoir plus",
    "lien",
    "aquí",
    "haga clic aquí",
    "leer más",
    "ver más",
    "más información",
    "enlace",
    "こちら",
    "ここ",
    "詳細",
    "続きを読む",
    "もっと見る",
];

/// Whether the words of a link say nothing of where it leads.
pub(super) fn says_nothing(words: &str) -> bool {
    let words = words.to_lowercase();
    EMPTY_WORDS.contains(&words.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

/// An address as a link may have it: one that opens a page, a letter or a call, and nothing else.
pub(super) fn outside(url: &str) -> Option<String> {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_safe = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        && !url.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    if is_safe { address::outside(url) } else { None }
}
