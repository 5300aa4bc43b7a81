//! The index of the search: a classic script that is loaded when somebody searches.
//!
//! In: what the pages show. Out: one script, `leavebehindIndex({…});`, as the reader in the theme's
//! `search.js` unpacks it.
//!
//! *Invariant:* an index holds nothing but what a page of the same edition shows, and stays within
//! its budget.

mod pack;
mod token;
mod vocabulary;

use super::site::prose::Passage;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use flate2::Compression;
use flate2::write::GzEncoder;
use pack::Part;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;
use token::Counted;
use vocabulary::Vocabulary;

/// The largest index, in bytes as it is sent: compressed.
const BUDGET: usize = 450_000;

/// An index of at most so many bytes stays within the budget whatever is in it.
const SURELY_SMALL: usize = 850_000;

/// No index of more bytes than this stays within it: words and numbers are packed too closely.
const SURELY_LARGE: usize = 4 * BUDGET;

/// Several times as long as compression looks back: cutting there costs less than a hundredth.
const STRETCH: usize = 200_000;

/// What the search finds of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPage {
    /// Its address from the site's root, escaped.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The key of what it is, by which a reader may choose.
    pub kind: String,
    /// Its tags, and other names for it.
    pub tags: Vec<String>,
    /// What it says: first what stands before any heading, then a passage a heading.
    pub passages: Vec<Passage>,
}

/// How much of the texts is in an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rung {
    /// So many words of each passage.
    words: usize,
    /// So many signs of it to be shown beside a hit; 0 for none.
    excerpt: usize,
}

/// From everything to less and less, until the budget is met.
const LADDER: [Rung; 9] = [
    Rung { words: usize::MAX, excerpt: 90 },
    Rung { words: 400, excerpt: 90 },
    Rung { words: 150, excerpt: 90 },
    Rung { words: 80, excerpt: 90 },
    Rung { words: 40, excerpt: 90 },
    Rung { words: 40, excerpt: 60 },
    Rung { words: 40, excerpt: 0 },
    Rung { words: 12, excerpt: 0 },
    Rung { words: 0, excerpt: 0 },
];

/// Makes the index. `kinds` are the keys of [`SearchPage::kind`] with their words, in the order in
/// which they are offered.
pub fn index(pages: &[SearchPage], kinds: &[(String, String)]) -> Outcome<Vec<u8>> {
    let mut report = Report::new();
    let counted: Vec<Counted> = pages.par_iter().map(token::count).collect();
    let vocabulary = Vocabulary::new(counted);
    let listed = Arc::new(pack::pages(pages, kinds));
    let mut excerpts: BTreeMap<usize, Arc<Part>> = BTreeMap::new();
    let mut rung = |place: usize| {
        let Rung { words, excerpt } = LADDER[place];
        let excerpts = excerpts.entry(excerpt).or_insert_with(|| Arc::new(pack::excerpts(pages, excerpt)));
        [Arc::new(pack::words(&vocabulary, words)), Arc::clone(excerpts), Arc::clone(&listed)]
    };
    let fits = |parts: &[Arc<Part>]| {
        let length: usize = parts.iter().map(|part| part.text.len()).sum();
        let sent = || parts.iter().map(|part| part.sent()).sum::<usize>();
        length <= SURELY_SMALL || (length <= SURELY_LARGE && sent() <= BUDGET)
    };
    let whole = rung(0);
    if fits(&whole) {
        return Outcome::new(pack::script(&whole), report);
    }
    // The first rung that fits is looked for from the middle; the last is taken in any case.
    let (mut first, mut last, mut found) = (1, LADDER.len() - 1, None);
    while first < last {
        let middle = usize::midpoint(first, last);
        let tried = rung(middle);
        if fits(&tried) {
            (last, found) = (middle, Some(tried));
        } else {
            first = middle + 1;
        }
    }
    report.push(trimmed(LADDER[last]));
    Outcome::new(pack::script(&found.unwrap_or_else(|| rung(last))), report)
}

fn trimmed(rung: Rung) -> Diagnostic {
    let message = match rung.words {
        0 => "the search finds pages and sections by their titles alone".to_owned(),
        words => format!("the search finds only the first {words} words of each section"),
    };
    let budget = BUDGET / 1000;
    Diagnostic::of_site(Code::SearchTrimmed, Severity::Warning, message)
        .hint(format!("there is more text than an index of {budget} kB holds"))
}

/// How many bytes are sent for a part of a script: at most so many, for its stretches are compressed each by
/// itself, all at once, and know nothing of the others.
fn sent(script: &[u8]) -> usize {
    script.par_chunks(STRETCH).map(compressed).sum()
}

fn compressed(stretch: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    match encoder.write_all(stretch).and_then(|()| encoder.finish()) {
        Ok(compressed) => compressed.len(),
        // Writing into memory does not fail; were it to, the plain length is on the safe side.
        Err(_) => stretch.len(),
    }
}

#[cfg(test)]
mod tests;
