//! All words of a site in their order, and where they stand.

use super::token::Counted;
use rustc_hash::FxHashMap;

/// A title, tags, or the text itself.
pub(super) const FIELDS: usize = 3;

/// The words of every passage of a site, numbered in the order of the words.
pub(super) struct Vocabulary {
    pub(super) words: Vec<String>,
    /// For each passage in the order of the pages, the words of its fields in their order.
    pub(super) passages: Vec<[Vec<u32>; FIELDS]>,
}

impl Vocabulary {
    pub(super) fn new(mut pages: Vec<Counted>) -> Self {
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        let mut found: Vec<&str> = Vec::new();
        let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(pages.len());
        for page in &pages {
            let of_page = page.words().map(|word| {
                *known.entry(word).or_insert_with(|| {
                    found.push(word);
                    found.len() as u32 - 1
                })
            });
            numbers.push(of_page.collect());
        }
        let mut order: Vec<u32> = (0..found.len() as u32).collect();
        order.sort_unstable_by_key(|number| found[*number as usize]);
        let mut places = vec![0_u32; found.len()];
        for (place, number) in order.iter().enumerate() {
            places[*number as usize] = place as u32;
        }
        let words = order.iter().map(|number| found[*number as usize].to_owned()).collect();
        let mut passages = Vec::with_capacity(pages.iter().map(|page| page.passages.len()).sum());
        for (page, numbers) in pages.iter_mut().zip(&numbers) {
            for mut fields in page.passages.drain(..) {
                for word in fields.iter_mut().flatten() {
                    *word = places[numbers[*word as usize] as usize];
                }
                passages.push(fields);
            }
        }
        Self { words, passages }
    }
}
