//! A book that is printed in several volumes, each with its own contents and index.
//!
//! Where it is cut is known before anything is set, from the length of the text, so that pages can
//! link to volumes that are made later. No chapter is cut, however long.

use super::links;
use super::tree::{Block, Book, Chapter, Inline};
use super::walk::{self, Visit};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Cover, contents and index of a volume begin pages of their own.
const OPENING_PAGES: f64 = 3.0;
/// So many entries of the contents fill a page.
const ENTRIES_OF_A_PAGE: f64 = 44.0;
/// So many terms of the index fill a page, in two columns.
const TERMS_OF_A_PAGE: f64 = 96.0;

/// A volume to be: how many pages it comes to so far, and what its index will name.
#[derive(Default)]
struct Volume<'a> {
    pages: f64,
    terms: BTreeSet<&'a str>,
}

impl Book {
    /// Its volumes where none is to have more than so many pages, each with what tells it from the
    /// others, in words. The only one needs none.
    pub(super) fn names_of_volumes(&self, most: usize) -> Vec<String> {
        let shelf = self.shelf(most);
        let of = shelf.last().map_or(1, |last| last + 1);
        if of == 1 {
            return vec![String::new()];
        }
        let chapters: Vec<&Chapter> = self.chapters.iter().filter(|chapter| !is_index(chapter)).collect();
        (0..of)
            .map(|number| {
                let mut own = chapters.iter().zip(&shelf).filter(|(_, volume)| **volume == number);
                let first = own.next().map_or("", |(chapter, _)| &chapter.title);
                let chapters =
                    own.next_back().map_or_else(|| first.to_owned(), |(last, _)| format!("{first} – {}", last.title));
                let said = self.words.volume.replace("{number}", &(number + 1).to_string());
                said.replace("{count}", &of.to_string()).replace("{chapters}", &chapters)
            })
            .collect()
    }

    /// The volume of each chapter but the index, from 0.
    fn shelf(&self, most: usize) -> Vec<usize> {
        let mut shelf = Vec::new();
        let mut number = 0;
        let mut volume = Volume::default();
        for chapter in self.chapters.iter().filter(|chapter| !is_index(chapter)) {
            let pages = chapter.pages(&self.images) + entries(chapter) / ENTRIES_OF_A_PAGE;
            let named = terms(chapter);
            let all = volume.terms.union(&named).count() as f64 / TERMS_OF_A_PAGE;
            if volume.pages > 0.0 && OPENING_PAGES + volume.pages + pages + all > most as f64 {
                number += 1;
                volume = Volume::default();
            }
            volume.pages += pages;
            volume.terms.extend(named);
            shelf.push(number);
        }
        shelf
    }
}

/// The volumes, each with its own index, and with where to find what stands in the others.
pub(super) fn cut(mut book: Book, most: usize) -> Vec<Book> {
    let names = book.names_of_volumes(most);
    if names.len() == 1 {
        return vec![book];
    }
    let shelf = book.shelf(most);
    let (indices, chapters): (Vec<_>, Vec<_>) = std::mem::take(&mut book.chapters).into_iter().partition(is_index);
    let mut volumes: Vec<Book> = names.into_iter().map(|volume| Book { volume, ..book.clone() }).collect();
    for (chapter, number) in chapters.into_iter().zip(shelf) {
        volumes[number].chapters.push(chapter);
    }
    let mut homes = BTreeMap::new();
    for (number, volume) in (1..).zip(&volumes) {
        for id in links::ids(volume).into_keys() {
            homes.entry(id.to_owned()).or_insert(number);
        }
    }
    let homes = Arc::new(homes);
    for volume in &mut volumes {
        volume.chapters.extend(indices.iter().cloned());
        volume.imprint.insert(0, super::facts::capitalised(&volume.volume));
        volume.homes = Arc::clone(&homes);
    }
    volumes
}

fn is_index(chapter: &Chapter) -> bool {
    chapter.intro.iter().any(|block| matches!(block, Block::Index))
}

/// How many lines a chapter has in the contents and the list of figures.
fn entries(chapter: &Chapter) -> f64 {
    struct Entries(f64);
    impl<'a> Visit<'a> for Entries {
        fn part(&mut self, _id: &'a str) {
            self.0 += 1.0;
        }
        fn block(&mut self, block: &'a Block) {
            if let Block::Figure(figure) = block
                && !figure.caption.is_empty()
            {
                self.0 += 1.0;
            }
        }
    }
    let mut entries = Entries(1.0);
    walk::chapter(chapter, &mut entries);
    entries.0
}

/// What a chapter marks for the index.
fn terms(chapter: &Chapter) -> BTreeSet<&str> {
    struct Terms<'a>(BTreeSet<&'a str>);
    impl<'a> Visit<'a> for Terms<'a> {
        fn inline(&mut self, inline: &'a Inline) {
            if let Inline::Mark(term) = inline {
                self.0.insert(term);
            }
        }
    }
    let mut terms = Terms(BTreeSet::new());
    walk::chapter(chapter, &mut terms);
    terms.0
}
