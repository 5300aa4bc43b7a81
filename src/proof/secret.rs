//! What must not be found, from what is withheld and nowhere shown.

use super::Terms;
use super::find::{Finder, Hit, Needle, SENTENCE};
use super::fold::{Shape, words};
use super::reading::{Passage, Person, Role, SourceText, Word};
use crate::model::Naming;
use rustc_hash::{FxHashMap, FxHashSet};

/// A phrase longer than this is known by its beginning; its sentences are looked for anyhow.
const LONGEST_PHRASE: usize = 12;

/// Something that must not be found, and where it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Secret {
    /// The source text, by its place in the list.
    pub(super) source: usize,
    /// The offset in its file.
    pub(super) at: u32,
    /// What it is, for the author.
    pub(super) what: &'static str,
    /// Where it stands in a text that is shown: a name that cannot be there.
    pub(super) shown: Option<(usize, u32)>,
    /// Whether it is forbidden however openly it is written.
    pub(super) always: bool,
    /// Whether it has so few letters that any bytes may hold them by chance.
    pub(super) is_short: bool,
}

/// All that must not be found, ready to be looked for.
pub(super) struct Secrets {
    pub(super) list: Vec<Secret>,
    pub(super) finder: Finder,
    /// Byte sequences of files, and the secret each belongs to.
    pub(super) bytes: Vec<(Vec<u8>, u32)>,
}

/// Puts together what must not be found. `vocabulary` is what the program says by itself.
pub(super) fn secrets(texts: &[SourceText], vocabulary: &[u64], terms: &Terms<'_>) -> Secrets {
    let shown_words = shown_words(texts, vocabulary);
    let mut gathering =
        Gathering { list: Vec::new(), needles: Vec::new(), names: FxHashSet::default(), seen: FxHashSet::default() };
    gathering.people(texts, vocabulary, terms);
    for (source, text) in texts.iter().enumerate() {
        for passage in text.passages.iter().filter(|passage| passage.withheld) {
            gathering.passage(source, passage, &shown_words);
        }
    }
    let mut bytes = Vec::new();
    let mut known: FxHashMap<&[u8], usize> = FxHashMap::default();
    for (source, text) in texts.iter().enumerate() {
        for (window, what) in &text.bytes {
            // The same picture beside a shown note is shown.
            if *known.entry(window).or_insert(source) == source {
                gathering.list.push(Secret { source, at: 0, what, shown: None, always: false, is_short: false });
                bytes.push((window.clone(), gathering.list.len() as u32 - 1));
            }
        }
    }
    let mut secrets = Secrets { finder: Finder::new(gathering.needles), list: gathering.list, bytes };
    secrets.let_go_what_is_shown(texts, vocabulary, &gathering.names);
    secrets
}

/// The words of withheld texts that stand in anything that is shown as well.
fn shown_words(texts: &[SourceText], vocabulary: &[u64]) -> FxHashSet<u64> {
    let withheld = texts.iter().flat_map(|text| &text.passages).filter(|passage| passage.withheld);
    let asked: FxHashSet<u64> = withheld.flat_map(|passage| &passage.words).map(|word| word.hash).collect();
    let of_texts = shown(texts).flat_map(|passage| &passage.words).map(|word| word.hash);
    vocabulary.iter().copied().chain(of_texts).filter(|word| asked.contains(word)).collect()
}

fn shown(texts: &[SourceText]) -> impl Iterator<Item = &Passage> {
    texts.iter().flat_map(|text| &text.passages).filter(|passage| !passage.withheld)
}

/// Fewer letters than this stand in any large file that is no text.
const LEAST_AMONG_BYTES: usize = 4;

fn letters(words: &[Word]) -> usize {
    words.iter().map(|word| usize::from(word.shape.letters)).sum()
}

struct Gathering {
    list: Vec<Secret>,
    needles: Vec<Needle>,
    /// What withheld records are called, as whole texts: an owner that is one of them names it.
    names: FxHashSet<u64>,
    seen: FxHashSet<u64>,
}

impl Gathering {
    fn secret(&mut self, source: usize, at: u32, what: &'static str) -> u32 {
        self.list.push(Secret { source, at, what, shown: None, always: false, is_short: false });
        self.list.len() as u32 - 1
    }

    /// Names of people: of those who are withheld, and of all where people go by their roles.
    fn people(&mut self, texts: &[SourceText], vocabulary: &[u64], terms: &Terms<'_>) {
        let by_name = terms.policy.people == Naming::Names;
        let people = || {
            texts.iter().enumerate().flat_map(|(source, text)| text.people.iter().map(move |person| (source, person)))
        };
        let withheld = |person: &Person| !by_name || person.withheld;
        if !people().any(|(_, person)| withheld(person)) {
            return;
        }
        let own: FxHashSet<u64> = vocabulary.iter().copied().collect();
        let common = common_words(texts);
        let uncapitalised = uncapitalised_words(texts);
        let of_shown: FxHashSet<u64> = people()
            .filter(|(_, person)| !person.withheld)
            .flat_map(|(_, person)| person.names.iter().flat_map(|name| &name.words).map(|word| word.hash))
            .collect();
        for (source, person) in people().filter(|(_, person)| withheld(person)) {
            for name in &person.names {
                if let Some(genitive) = &name.genitive {
                    self.genitive(source, &name.words, genitive, |word| {
                        own.contains(&word) || of_shown.contains(&word) || uncapitalised.contains(&word)
                    });
                }
                let name = &name.words;
                let Some(first) = name.first() else { continue };
                let is_single = name.len() == 1;
                let hash = first.hash;
                // "Will" and "May" are names and words; "Mei" may be somebody else's name too.
                let is_common = is_single
                    && (own.contains(&hash) || common.contains(&hash) || (by_name && of_shown.contains(&hash)));
                if is_common || (is_single && first.shape.letters < 2) {
                    continue;
                }
                self.names.insert(whole(name));
                let secret = self.secret(source, first.at, "the name of somebody who must not be named");
                self.list[secret as usize].always = true;
                self.list[secret as usize].is_short = letters(name) < LEAST_AMONG_BYTES;
                self.needles.push(Needle::phrase(name.iter().map(|word| word.hash), secret));
            }
        }
    }

    /// "Annas" of Anna, where it is no word that the shown texts use otherwise.
    fn genitive(&mut self, source: usize, name: &[Word], genitive: &[u64], is_word: impl Fn(u64) -> bool) {
        let (Some(first), Some(last)) = (name.first(), genitive.last()) else { return };
        if is_word(*last) || !first.shape.capital || name.iter().any(|word| word.shape.gapless) {
            return;
        }
        let secret = self.secret(source, first.at, "the name of somebody who must not be named");
        self.list[secret as usize].always = true;
        self.list[secret as usize].is_short = letters(name) < LEAST_AMONG_BYTES;
        self.needles.push(Needle::phrase(genitive.iter().copied(), secret));
    }

    fn passage(&mut self, source: usize, passage: &Passage, shown: &FxHashSet<u64>) {
        let words = &passage.words;
        let has_unknown =
            |words: &[Word]| words.iter().any(|word| !shown.contains(&word.hash) && word.shape.letters >= 3);
        match passage.role {
            Role::Title => {
                self.names.insert(whole(words));
                // One word, or one and a number, would be anybody's: it must be in no shown text.
                let spelt = words.iter().filter(|word| word.shape.letters > 1);
                let is_distinct = spelt.clone().count() > 1
                    || spelt.clone().any(|word| word.shape.letters >= 5 && !shown.contains(&word.hash));
                if is_distinct && letters(words) >= 4 {
                    self.phrase(source, words, "a title, path or tag of withheld matter");
                }
            }
            Role::Address if words.len() >= 3 => self.phrase(source, words, "an address in withheld text"),
            _ if (2..SENTENCE).contains(&words.len())
                && (has_unknown(words) || (words.len() > 3 && letters(words) > 14)) =>
            {
                self.phrase(source, words, "withheld text");
            }
            _ => {}
        }
        for pair in words.windows(2) {
            // Two words side by side that nobody else uses are a name.
            if pair.iter().all(|word| !shown.contains(&word.hash) && word.shape.capital && word.shape.letters >= 3) {
                self.phrase(source, pair, "a name in withheld text");
            }
        }
        for word in words {
            if is_rare(word.shape) && !shown.contains(&word.hash) {
                self.phrase(source, std::slice::from_ref(word), "a word of withheld text");
            }
        }
        if passage.role != Role::Reference {
            self.sentences(source, passage);
        }
    }

    fn phrase(&mut self, source: usize, words: &[Word], what: &'static str) {
        let words = &words[..words.len().min(LONGEST_PHRASE)];
        if self.seen.insert(whole(words)) {
            let secret = self.secret(source, words[0].at, what);
            self.list[secret as usize].is_short = letters(words) < LEAST_AMONG_BYTES;
            self.needles.push(Needle::phrase(words.iter().map(|word| word.hash), secret));
        }
    }

    /// Every six words in a row; of scripts without gaps every sixteen characters.
    fn sentences(&mut self, source: usize, passage: &Passage) {
        let mut secret = None;
        for window in passage.words.windows(SENTENCE) {
            let telling = window.iter().filter(|word| word.shape.letters >= 3).count();
            let letters: usize = window.iter().map(|word| usize::from(word.shape.letters)).sum();
            if telling >= 3 && letters >= 18 && !window[0].shape.gapless {
                let secret = *secret.get_or_insert_with(|| self.secret(source, window[0].at, "withheld text"));
                self.needles.push(Needle::sentence(window.iter().map(|word| word.hash), secret));
            }
        }
        for window in passage.words.windows(super::find::GAPLESS) {
            if window.iter().all(|word| word.shape.gapless) {
                let secret = *secret.get_or_insert_with(|| self.secret(source, window[0].at, "withheld text"));
                self.needles.push(Needle::gapless(window.iter().map(|word| word.hash), secret));
            }
        }
    }
}

impl Secrets {
    /// Lets go what stands in a shown text as well, or what the program says by itself.
    fn let_go_what_is_shown(&mut self, texts: &[SourceText], vocabulary: &[u64], names: &FxHashSet<u64>) {
        let mut open: FxHashSet<Hit> = FxHashSet::default();
        let mut seen: FxHashMap<u32, (usize, u32)> = FxHashMap::default();
        // Where a name stands in an address, or among people, is said where it stands in no text.
        let mut seen_beside = seen.clone();
        let finder = &self.finder;
        let mut joined: Vec<Word> = Vec::new();
        // A file that is handed on as it is comes first: in a note, a name may have been replaced.
        let (handed_on, notes): (Vec<_>, Vec<_>) = texts.iter().enumerate().partition(|(_, text)| text.handed_on);
        for (source, text) in handed_on.into_iter().chain(notes) {
            // As plain text the passages of one run follow each other, and so do the words at their ends.
            let mut shown: Vec<&Passage> = text.passages.iter().filter(|passage| !passage.withheld).collect();
            shown.sort_by_key(|passage| passage.run);
            for run in shown.chunk_by(|one, next| one.run.is_some() && one.run == next.run) {
                let words: &[Word] = if let [alone] = run {
                    &alone.words
                } else {
                    joined.clear();
                    run.iter().for_each(|passage| joined.extend_from_slice(&passage.words));
                    &joined
                };
                finder.scan(words, |hit, index| {
                    let (passage, end) = passage_at(run, index);
                    let is_reference = passage.role == Role::Reference;
                    // A reference to a withheld record says its name and is not shown.
                    let is_hidden =
                        is_reference && index + finder.length(hit) <= end && names.contains(&whole(&passage.words));
                    if !is_hidden {
                        let is_beside = is_reference || !text.people.is_empty();
                        let seen = if is_beside { &mut seen_beside } else { &mut seen };
                        seen.entry(finder.secret(hit)).or_insert((source, words[index].at));
                        open.insert(hit);
                    }
                });
            }
        }
        self.finder.scan(vocabulary, |hit, _| {
            open.insert(hit);
        });
        let list = &mut self.list;
        self.finder.remove(|hit, secret| {
            let secret = &mut list[secret as usize];
            if secret.always {
                return false;
            }
            open.contains(&hit)
        });
        for (index, secret) in self.list.iter_mut().enumerate().filter(|(_, secret)| secret.always) {
            let index = index as u32;
            secret.shown = seen.get(&index).or_else(|| seen_beside.get(&index)).copied();
        }
    }
}

/// The passage of a run in which a word stands, and where, in the run, the passage ends.
fn passage_at<'a>(run: &[&'a Passage], index: usize) -> (&'a Passage, usize) {
    let mut end = 0;
    for passage in run {
        end += passage.words.len();
        if index < end {
            return (passage, end);
        }
    }
    (run[run.len() - 1], end)
}

/// Whether a word is written as those of a language are, and not as a name or a part of an address.
fn is_word_of_a_language(word: &Word) -> bool {
    !word.shape.capital && !word.shape.is_part
}

/// Words that any shown text writes without a capital letter.
fn uncapitalised_words(texts: &[SourceText]) -> FxHashSet<u64> {
    shown(texts)
        .filter(|passage| passage.role == Role::Prose)
        .flat_map(|passage| passage.words.iter().filter(|word| is_word_of_a_language(word)).map(|word| word.hash))
        .collect()
}

/// Words that running text uses in lower case, and so are no names there.
fn common_words(texts: &[SourceText]) -> FxHashSet<u64> {
    shown(texts)
        .filter(|passage| passage.role == Role::Prose && passage.words.len() >= SENTENCE)
        .flat_map(|passage| passage.words.iter().filter(|word| is_word_of_a_language(word)).map(|word| word.hash))
        .collect()
}

/// One hash for a whole text.
fn whole(words: &[Word]) -> u64 {
    words
        .iter()
        .fold(words.len() as u64, |hash, word| (hash.rotate_left(7) ^ word.hash).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// Whether a word is no word of any language: letters and digits mixed as in keys and numbers of
/// files. Measures and short names of versions are not.
fn is_rare(shape: Shape) -> bool {
    let length = shape.letters + shape.digits;
    shape.letters > 0 && shape.digits > 0 && ((length >= 4 && shape.turns >= 3) || length >= 8)
}

/// What the program and its themes say by themselves, as one run of words.
pub(super) fn vocabulary<'a>(texts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u64> {
    let mut vocabulary = Vec::new();
    for name in super::reading::field_names() {
        vocabulary.extend(words(name));
        vocabulary.push(super::fold::BOUNDARY);
    }
    // What fonts and pictures hold is no word of anybody.
    for (path, text) in texts.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?))) {
        vocabulary.extend(super::said::read(path, text.as_bytes(), 0).words);
        vocabulary.push(super::fold::BOUNDARY);
        vocabulary.extend(words(text));
        vocabulary.push(super::fold::BOUNDARY);
    }
    vocabulary
}
