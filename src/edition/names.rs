//! People by their initials or roles: every name of the register, wherever it stands.

use super::mail;
use super::spelling::{Spelling, fold, plain, spellings};
use crate::model::{Entry, EntryId, Inline, Naming, Record, Safeguard, Vocabulary, slug};
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The names to be replaced, and by what. Empty where people are called by their names.
#[derive(Debug, Default)]
pub(super) struct Names {
    finder: Option<AhoCorasick>,
    /// What stands behind each pattern.
    labels: Vec<Label>,
    /// Words of names that end in `s`: they are nobody's genitive.
    whole_words: BTreeSet<String>,
    /// What each person is called.
    pub(super) by_person: BTreeMap<EntryId, String>,
}

/// By what a name is replaced.
#[derive(Debug)]
struct Label {
    said: String,
    /// Whether it counts among words.
    among_words: AmongWords,
}

/// Whether a name counts among words, where some of them are words like others: `will`, `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AmongWords {
    /// However it is written.
    Always,
    /// Where it begins with a capital letter.
    Capitalised,
    /// In paths and anchors alone.
    Never,
}

/// Where names are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among words.
    Prose,
    /// In a path or an anchor, which are made of ids.
    Path,
}

impl Names {
    /// Labels for people who are shown, in the order of their ids, so that nobody who is withheld
    /// changes a number. `shown` is what people whom nobody wrote down are called by what is shown.
    pub(super) fn new<'a>(
        naming: Naming,
        people: impl Iterator<Item = &'a Entry<EntryId>>,
        shown: &BTreeMap<EntryId, String>,
    ) -> Self {
        if naming == Naming::Names {
            return Self::default();
        }
        let mut names = Self::default();
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut patterns: Vec<String> = Vec::new();
        for entry in people {
            let Record::Person(person) = &entry.record else { continue };
            let title = shown.get(&entry.id).unwrap_or(&entry.title);
            let base = match naming {
                Naming::Initials => initials(title),
                _ => person.role.map_or_else(|| "Person".to_owned(), |role| spoken(role.as_str())),
            };
            let number = numbers.entry(base.clone()).or_default();
            *number += 1;
            let label = match (&person.pseudonym, naming) {
                (Some(pseudonym), _) => pseudonym.clone(),
                (None, Naming::Initials) if *number == 1 => base,
                (None, _) => format!("{base} {number}"),
            };
            let id = plain(entry.id.last_segment(), Spelling::Plain);
            let words_of_name = plain(title, Spelling::Plain);
            let is_part = |name: &str| words_of_name.split(' ').any(|word| word == name);
            // A part of the name by itself, such as a first name, may be a word too.
            let counts = |name: &str| {
                let is_word = is_part(&plain(name, Spelling::Plain)) && name.starts_with(char::is_uppercase);
                if is_word { AmongWords::Capitalised } else { AmongWords::Always }
            };
            let of_id = if is_part(&id) { AmongWords::Capitalised } else { AmongWords::Never };
            let written = person.names.iter().map(|name| (name.as_str(), counts(name)));
            let addresses = person.contact.iter().flat_map(|contact| addresses(contact));
            let addresses = addresses.map(|address| (address, AmongWords::Always));
            let others = written.chain(addresses).chain([(entry.id.last_segment(), of_id)]);
            let others = others.filter(|_| !Safeguard::OtherNames.is_out());
            for (name, among_words) in std::iter::once((title.as_str(), counts(title))).chain(others) {
                for spelling in spellings(name) {
                    if spelling.trim().chars().count() > 1 {
                        patterns.push(spelling.trim().to_owned());
                        names.labels.push(Label { said: label.clone(), among_words });
                    }
                }
                let words = plain(name, Spelling::Plain);
                names.whole_words.extend(words.split(' ').filter(|word| word.ends_with('s')).map(str::to_owned));
            }
            names.by_person.insert(entry.id.clone(), label);
        }
        names.finder = AhoCorasick::new(&patterns).ok();
        names
    }

    /// Whether any name stands in the address.
    pub(super) fn are_in(&self, address: &str) -> bool {
        !self.find(&percent_encoding::percent_decode_str(address).decode_utf8_lossy()).is_empty()
    }

    /// Plain words with every name replaced; `None` where none stands in them.
    pub(super) fn replaced(&self, words: &str) -> Option<String> {
        if Safeguard::NamesInWords.is_out() { None } else { self.relabelled(words) }
    }

    fn relabelled(&self, text: &str) -> Option<String> {
        self.with_labels(text, self.find(text))
    }

    fn with_labels(&self, text: &str, found: Vec<(Range<usize>, &str)>) -> Option<String> {
        if found.is_empty() {
            return None;
        }
        let mut replaced = String::with_capacity(text.len());
        let mut from = 0;
        for (range, label) in found {
            replaced.push_str(&text[from..range.start]);
            replaced.push_str(label);
            from = range.end;
        }
        replaced.push_str(&text[from..]);
        Some(replaced)
    }

    /// A slug, anchor or path with every name replaced; the same where none stands in it.
    pub(super) fn slug(&self, written: &str) -> String {
        if self.finder.is_none() || Safeguard::NamesInPaths.is_out() {
            return written.to_owned();
        }
        let segments = written.split('/').map(|segment| {
            let (stem, ending) = match segment.rsplit_once('.') {
                Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => (stem, Some(ending)),
                _ => (segment, None),
            };
            // In a slug a possessive has lost its apostrophe.
            let spoken = stem.replace('.', " ");
            match self.with_labels(&spoken, self.find_where(&spoken, Place::Path, is_whole_or_possessive)) {
                Some(replaced) => match ending {
                    Some(ending) => format!("{}.{ending}", slug(&replaced)),
                    None => slug(&replaced),
                },
                None => segment.to_owned(),
            }
        });
        segments.collect::<Vec<_>>().join("/")
    }

    /// Replaces the names in a line of text, across emphasis, links and line ends.
    pub(super) fn replace_in(&self, inlines: &mut Vec<Inline<EntryId>>) {
        if self.finder.is_none() || Safeguard::NamesInText.is_out() {
            return;
        }
        let mut leaves = Vec::new();
        gather(inlines, &mut leaves);
        let mut line = String::new();
        let mut starts = Vec::new();
        for leaf in &leaves {
            starts.push(line.len());
            match leaf {
                Leaf::Words(words) => line.push_str(words),
                Leaf::Break(_) => line.push(' '),
            }
        }
        let found = self.find(&line).into_iter().chain(self.find_parted(&line, &starts)).collect();
        let found: Vec<(Range<usize>, String)> =
            without_overlaps(found).into_iter().map(|(range, label)| (range, label.to_owned())).collect();
        if found.is_empty() {
            return;
        }
        for (range, label) in found.into_iter().rev() {
            for (leaf, start) in leaves.iter_mut().zip(&starts).rev() {
                let words = match leaf {
                    Leaf::Words(words) => words,
                    Leaf::Break(inline) => {
                        if range.contains(start) {
                            **inline = Inline::Text(String::new());
                        }
                        continue;
                    }
                };
                let end = start + words.len();
                let (from, to) = (range.start.max(*start), range.end.min(end));
                if from >= to {
                    continue;
                }
                // The label stands where the name begins; what else there is of the name goes.
                let instead = if from == range.start { label.as_str() } else { "" };
                words.replace_range(from - start..to - start, instead);
            }
        }
        drop_emptied(inlines);
    }

    /// Where names stand in a text, as whole words, from left to right.
    fn find(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let found = self.find_where(text, Place::Prose, is_whole);
        let genitives = self.find_where(text, Place::Prose, is_genitive);
        let genitives = genitives.into_iter().filter(|(range, _)| self.is_genitive_of_name(text, range));
        without_overlaps(found.into_iter().chain(genitives).chain(self.find_in_addresses(text)).collect())
    }

    /// The names that nothing but emphasis parts, as in `Mei**Tanaka**`: where an element ends amid letters, a word
    /// may begin.
    fn find_parted(&self, line: &str, starts: &[usize]) -> Vec<(Range<usize>, &str)> {
        let is_amid_letters =
            |at: &usize| line[..*at].ends_with(char::is_alphanumeric) && line[*at..].starts_with(char::is_alphanumeric);
        let amid: Vec<usize> = starts.iter().copied().filter(is_amid_letters).collect();
        if amid.is_empty() {
            return Vec::new();
        }
        let mut parted = line.to_owned();
        amid.iter().rev().for_each(|at| parted.insert(*at, ' '));
        // Before each place stand as many blanks more as there are places before it.
        let back = |at: usize| at - amid.iter().enumerate().filter(|(count, place)| **place + count < at).count();
        let found = self.find(&parted).into_iter().map(|(range, label)| (back(range.start)..back(range.end), label));
        found.filter(|(range, _)| amid.iter().any(|at| range.start < *at && *at < range.end)).collect()
    }

    /// The e-mail addresses in whose local part a name stands, whole: half of one would still lead to the person.
    fn find_in_addresses(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let of_address = |(local, whole): (Range<usize>, Range<usize>)| {
            let words = text[local].replace(['.', '_', '+', '%'], " ");
            let (_, label) = self.find_where(&words, Place::Path, is_whole).into_iter().next()?;
            Some((whole, label))
        };
        if self.finder.is_none() {
            Vec::new()
        } else {
            mail::addresses(text).into_iter().filter_map(of_address).collect()
        }
    }

    /// Whether what stands there is a name, which has a capital letter, and no longer name of its own.
    fn is_genitive_of_name(&self, text: &str, range: &Range<usize>) -> bool {
        let end =
            range.end + text[range.end..].find(|sign: char| !sign.is_alphanumeric()).unwrap_or(text.len() - range.end);
        let words = plain(&text[range.start..end], Spelling::Plain);
        let word = words.rsplit(' ').next().unwrap_or_default();
        text[range.clone()].starts_with(char::is_uppercase) && !self.whole_words.contains(word)
    }

    /// Where names stand in a text, however letters with marks are spelt in it.
    fn find_where(
        &self,
        text: &str,
        place: Place,
        is_name: fn(&str, Range<usize>) -> bool,
    ) -> Vec<(Range<usize>, &str)> {
        let mut found = self.find_spelt(text, Spelling::Plain, place, is_name);
        if !text.is_ascii() {
            found.extend(self.find_spelt(text, Spelling::Transliterated, place, is_name));
        }
        without_overlaps(found)
    }

    fn find_spelt(
        &self,
        text: &str,
        spelling: Spelling,
        place: Place,
        is_name: fn(&str, Range<usize>) -> bool,
    ) -> Vec<(Range<usize>, &str)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let folded = fold(text, spelling);
        let mut plain = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(folded.len());
        for (character, range) in &folded {
            origins.push((plain.len(), range.clone()));
            plain.push(*character);
        }
        let at = |offset: usize| origins.partition_point(|(start, _)| *start < offset);
        // All of them: where the longest is no word of its own, a shorter one may be.
        finder
            .find_overlapping_iter(&plain)
            .filter(|found| is_name(&plain, found.range()))
            .filter_map(|found| {
                let (first, last) = (at(found.start()), at(found.end()) - 1);
                let range = origins[first].1.start..origins[last].1.end;
                let Label { said, among_words } = &self.labels[found.pattern().as_usize()];
                let is_meant = match (place, among_words) {
                    (Place::Path, _) | (Place::Prose, AmongWords::Always) => true,
                    (Place::Prose, AmongWords::Capitalised) => text[range.clone()].starts_with(char::is_uppercase),
                    (Place::Prose, AmongWords::Never) => false,
                };
                is_meant.then_some((range, said.as_str()))
            })
            .collect()
    }
}

/// The stretches from left to right; of those that overlap the first, and of these the longest.
fn without_overlaps(mut found: Vec<(Range<usize>, &str)>) -> Vec<(Range<usize>, &str)> {
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut reached = 0;
    found.retain(|(range, _)| {
        let is_free = range.start >= reached;
        if is_free {
            reached = range.end;
        }
        is_free
    });
    found
}

enum Leaf<'a> {
    Words(&'a mut String),
    Break(&'a mut Inline<EntryId>),
}

/// Takes away what the rest of a name stood in: an empty emphasis would tell where a name was parted.
fn drop_emptied(inlines: &mut Vec<Inline<EntryId>>) {
    inlines.retain_mut(|inline| match inline {
        Inline::Text(words) | Inline::Code(words) => !words.is_empty(),
        wrapped => wrapped.content_mut().is_none_or(|content| {
            drop_emptied(content);
            !content.is_empty()
        }),
    });
}

fn gather<'a>(inlines: &'a mut [Inline<EntryId>], leaves: &mut Vec<Leaf<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => leaves.push(Leaf::Words(words)),
            Inline::SoftBreak | Inline::HardBreak => leaves.push(Leaf::Break(inline)),
            wrapped => gather(wrapped.content_mut().map_or(&mut [], Vec::as_mut_slice), leaves),
        }
    }
}

/// Whether a stretch begins and ends where words do. Scripts that write without spaces have no
/// such places, so every stretch of theirs counts.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let joins = |outside: Option<char>, inside: Option<char>| {
        outside.is_some_and(|character| {
            character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character)
        }) && inside.is_some_and(|character| character.is_alphanumeric() && !is_unspaced(character))
    };
    let name = &text[range.clone()];
    !joins(text[..range.start].chars().next_back(), name.chars().next())
        && !joins(text[range.end..].chars().next(), name.chars().next_back())
}

/// The same, where an `s` may follow.
fn is_whole_or_possessive(text: &str, range: Range<usize>) -> bool {
    is_whole(text, range.clone()) || (text[range.end..].starts_with('s') && is_whole(text, range.start..range.end + 1))
}

/// Whether the `s` of a genitive follows, as German and the languages of Scandinavia write it: "Annas". Of shorter
/// names the word would be anything.
fn is_genitive(text: &str, range: Range<usize>) -> bool {
    const SHORTEST: usize = 3;
    let name = &text[range.clone()];
    name.chars().filter(|sign| sign.is_alphanumeric()).count() >= SHORTEST
        && name.ends_with(char::is_alphabetic)
        && text[range.end..].starts_with('s')
        && is_whole(text, range.start..range.end + 1)
}

fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{0E00}'..='\u{0E7F}')
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).map(|letter| format!("{letter}.")).collect()
}

/// The e-mail addresses in a text.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| {
        character.is_whitespace() || matches!(character, '<' | '>' | '(' | ')' | ',' | ';' | ':')
    })
    .filter(|word| word.contains('@'))
    .map(|word| word.trim_matches('.'))
}

/// A word of a vocabulary as one says it: `business_analyst` is "Business analyst".
fn spoken(word: &str) -> String {
    let words = word.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
