//! The index of terms at the end of a book.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::tree::{Book, Inline, Section, section_number};
use super::walk::{Visit, walk};

/// How a term is sorted: without accents, case and hyphens. What differs in these alone is one term:
/// the tag `change-desk` and the title "Change desk".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(String);

impl Key {
    /// The key of a term.
    pub(super) fn of(term: &str) -> Self {
        let letters = term.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
        Self(letters.map(|letter| if matches!(letter, '-' | '_') { ' ' } else { letter }).collect())
    }

    /// The heading under which the term stands: its first letter, or `#` for figures and signs.
    fn letter(&self) -> String {
        match self.0.chars().next() {
            Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
            _ => "#".to_owned(),
        }
    }
}

/// Terms in the order of the index, each with its number from 0.
pub(super) type Terms<'a> = BTreeMap<Key, (&'a str, usize)>;

/// The terms of a book, and the chapters and sections that mark them.
#[derive(Debug)]
pub(super) struct Index<'a> {
    terms: Terms<'a>,
    /// The number of each term as it is written in the book, of which several may be one.
    numbers: HashMap<&'a str, usize>,
    places: Vec<BTreeSet<usize>>,
    labels: Vec<Label>,
}

/// What a part of the book is called.
#[derive(Debug)]
struct Label {
    number: String,
    title: String,
}

impl Label {
    fn new(number: String, title: &str) -> Self {
        Self { number, title: title.to_owned() }
    }
}

impl<'a> Index<'a> {
    /// Collects the index of a book.
    pub(super) fn of(book: &'a Book) -> Self {
        let mut marks = Marks { written: BTreeMap::new(), part: 0, parts: 0 };
        walk(book, &mut marks);
        let mut by_key: BTreeMap<Key, Vec<(&str, BTreeSet<usize>)>> = BTreeMap::new();
        for (term, parts) in marks.written {
            by_key.entry(Key::of(term)).or_default().push((term, parts));
        }
        let mut terms = BTreeMap::new();
        let mut places = Vec::new();
        let mut numbers = HashMap::new();
        for (number, (key, written)) in by_key.into_iter().enumerate() {
            // A title is better to read than a tag: capitals sort before small letters, blanks before hyphens.
            let shown = written.iter().map(|(term, _)| *term).min().unwrap_or_default();
            numbers.extend(written.iter().map(|(term, _)| (*term, number)));
            places.push(written.into_iter().flat_map(|(_, parts)| parts).collect());
            terms.insert(key, (shown, number));
        }
        let mut labels = Vec::new();
        for chapter in &book.chapters {
            labels.push(Label::new(chapter.number.clone(), &chapter.title));
            add_labels(&chapter.sections, &chapter.number, &mut labels);
        }
        Self { terms, numbers, places, labels }
    }

    /// The terms, sorted.
    pub(super) fn terms(&self) -> &Terms<'a> {
        &self.terms
    }

    /// The number of a term.
    pub(super) fn number(&self, term: &str) -> Option<usize> {
        self.numbers.get(term).copied()
    }

    /// The parts (chapters and sections, counted in reading order from 0) that mark a term.
    pub(super) fn places(&self, term: usize) -> impl Iterator<Item = usize> + use<> {
        self.places.get(term).cloned().unwrap_or_default().into_iter()
    }

    /// What a part is called: its number, or its title where it has none.
    pub(super) fn label(&self, part: usize) -> &str {
        self.labels
            .get(part)
            .map_or("", |label| if label.number.is_empty() { label.title.as_str() } else { label.number.as_str() })
    }

    /// What a part is called in full: number and title.
    pub(super) fn full_label(&self, part: usize) -> String {
        let Some(label) = self.labels.get(part) else { return String::new() };
        if label.number.is_empty() { label.title.clone() } else { format!("{} {}", label.number, label.title) }
    }

    /// Every term's number with a part that marks it.
    pub(super) fn marks(&self) -> impl Iterator<Item = (usize, usize)> {
        self.places.iter().enumerate().flat_map(|(term, parts)| parts.iter().map(move |part| (term, *part)))
    }
}

struct Marks<'a> {
    /// The terms as they are written, and the parts that mark them.
    written: BTreeMap<&'a str, BTreeSet<usize>>,
    part: usize,
    parts: usize,
}

impl<'a> Visit<'a> for Marks<'a> {
    fn part(&mut self, _id: &'a str) {
        self.part = self.parts;
        self.parts += 1;
    }

    fn inline(&mut self, inline: &'a Inline) {
        if let Inline::Mark(term) = inline {
            self.written.entry(term).or_default().insert(self.part);
        }
    }
}

fn add_labels(sections: &[Section], parent: &str, labels: &mut Vec<Label>) {
    for (position, section) in sections.iter().enumerate() {
        let number = section_number(parent, position);
        labels.push(Label::new(number, &section.title));
        add_labels(&section.sections, "", labels);
    }
}

/// The terms by their first letters.
pub(super) fn groups<'a>(terms: &Terms<'a>) -> Vec<(String, Vec<(&'a str, usize)>)> {
    let mut groups: Vec<(String, Vec<(&str, usize)>)> = Vec::new();
    for (key, entry) in terms {
        let letter = key.letter();
        match groups.last_mut() {
            Some((last, list)) if *last == letter => list.push(*entry),
            _ => groups.push((letter, vec![*entry])),
        }
    }
    groups
}
