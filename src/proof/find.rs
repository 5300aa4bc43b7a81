//! Looks for phrases and sentences in runs of words.

use super::fold::BOUNDARY;
use rustc_hash::FxHashMap;

/// So many words in a row are a sentence of which nobody else would think.
pub(super) const SENTENCE: usize = 6;

/// So many characters in a row, in scripts without gaps between words.
pub(super) const GAPLESS: usize = 16;

const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

/// Something to be looked for, and the secret it belongs to.
pub(super) enum Needle {
    Phrase(Box<[u64]>, u32),
    Sentence(u64, u32),
    Gapless(u64, u32),
}

impl Needle {
    /// A few words in a row.
    pub(super) fn phrase(words: impl Iterator<Item = u64>, secret: u32) -> Self {
        Self::Phrase(words.collect(), secret)
    }

    /// [`SENTENCE`] words in a row.
    pub(super) fn sentence(words: impl Iterator<Item = u64>, secret: u32) -> Self {
        Self::Sentence(words.fold(0, append), secret)
    }

    /// [`GAPLESS`] characters in a row.
    pub(super) fn gapless(words: impl Iterator<Item = u64>, secret: u32) -> Self {
        Self::Gapless(words.fold(0, append), secret)
    }
}

fn append(hash: u64, word: u64) -> u64 {
    hash.wrapping_mul(FACTOR).wrapping_add(word)
}

/// A word in a run.
pub(super) trait InRun {
    /// By what it is known; [`BOUNDARY`] where it is none.
    fn hash(&self) -> u64;
}

impl InRun for u64 {
    fn hash(&self) -> u64 {
        *self
    }
}

/// By what a phrase is known: its word, or the first two of several. Many phrases begin with a word that
/// stands everywhere, and few with two.
fn beginning(first: u64, second: Option<u64>) -> u64 {
    second.map_or(first, |second| append(first, second))
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Hit {
    Phrase(u32),
    Sentence(u64),
    Gapless(u64),
}

struct Phrase {
    words: Box<[u64]>,
    secret: u32,
    removed: bool,
}

/// All needles at once.
pub(super) struct Finder {
    phrases: Vec<Phrase>,
    /// The phrases by their beginnings.
    begun: FxHashMap<u64, Vec<u32>>,
    sentences: FxHashMap<u64, u32>,
    gapless: FxHashMap<u64, u32>,
    /// One bit for what could be a needle: most words are none, and the maps are too large for
    /// the processor's caches.
    sieve: Vec<u64>,
    /// What is left of a hash, once shifted by so many bits, is a place in the sieve.
    shift: u32,
}

impl Finder {
    pub(super) fn new(needles: Vec<Needle>) -> Self {
        let mut finder = Self {
            phrases: Vec::new(),
            begun: FxHashMap::default(),
            sentences: FxHashMap::default(),
            gapless: FxHashMap::default(),
            sieve: Vec::new(),
            shift: 0,
        };
        for needle in needles {
            match needle {
                Needle::Phrase(words, secret) => {
                    let index = finder.phrases.len() as u32;
                    finder.begun.entry(beginning(words[0], words.get(1).copied())).or_default().push(index);
                    finder.phrases.push(Phrase { words, secret, removed: false });
                }
                Needle::Sentence(hash, secret) => {
                    finder.sentences.entry(hash).or_insert(secret);
                }
                Needle::Gapless(hash, secret) => {
                    finder.gapless.entry(hash).or_insert(secret);
                }
            }
        }
        finder.sift();
        finder
    }

    /// How many needles there are.
    pub(super) fn len(&self) -> usize {
        self.phrases.iter().filter(|phrase| !phrase.removed).count() + self.sentences.len() + self.gapless.len()
    }

    /// The secret to which what was found belongs.
    pub(super) fn secret(&self, hit: Hit) -> u32 {
        match hit {
            Hit::Phrase(index) => self.phrases[index as usize].secret,
            Hit::Sentence(hash) => self.sentences[&hash],
            Hit::Gapless(hash) => self.gapless[&hash],
        }
    }

    /// Over how many words it reaches.
    pub(super) fn length(&self, hit: Hit) -> usize {
        match hit {
            Hit::Phrase(index) => self.phrases[index as usize].words.len(),
            Hit::Sentence(_) => SENTENCE,
            Hit::Gapless(_) => GAPLESS,
        }
    }

    /// Takes out the needles for which the question is answered with yes.
    pub(super) fn remove(&mut self, mut question: impl FnMut(Hit, u32) -> bool) {
        for (index, phrase) in self.phrases.iter_mut().enumerate() {
            phrase.removed = question(Hit::Phrase(index as u32), phrase.secret);
        }
        self.sentences.retain(|hash, secret| !question(Hit::Sentence(*hash), *secret));
        self.gapless.retain(|hash, secret| !question(Hit::Gapless(*hash), *secret));
        let phrases = &self.phrases;
        self.begun.retain(|_, indices| {
            indices.retain(|index| !phrases[*index as usize].removed);
            !indices.is_empty()
        });
        self.sift();
    }

    fn sift(&mut self) {
        let count = self.begun.len() + self.sentences.len() + self.gapless.len();
        let bits = (count * 16).next_power_of_two().clamp(1 << 10, 1 << 26);
        self.shift = 64 - bits.trailing_zeros();
        self.sieve = vec![0; bits / 64];
        for hash in self.begun.keys().chain(self.sentences.keys()).chain(self.gapless.keys()) {
            let bit = hash >> self.shift;
            self.sieve[(bit / 64) as usize] |= 1 << (bit % 64);
        }
    }

    /// The high bits of a sum of products depend on every bit of its parts.
    fn may_hold(&self, hash: u64) -> bool {
        let bit = hash >> self.shift;
        self.sieve[(bit / 64) as usize] >> (bit % 64) & 1 == 1
    }

    /// Whether any phrase stands in some words.
    pub(super) fn finds_a_phrase(&self, words: &[u64]) -> bool {
        let mut is_found = false;
        (0..words.len()).any(|index| {
            self.phrases_at(words, index, words[index], &mut |_, _| is_found = true);
            is_found
        })
    }

    /// Gives the phrases that begin at a place, where `word` stands.
    fn phrases_at<W: InRun>(&self, words: &[W], index: usize, word: u64, found: &mut dyn FnMut(Hit, usize)) {
        if self.may_hold(word) {
            self.begun_by(word, words, index, found);
        }
        if let Some(second) = words.get(index + 1) {
            let pair = beginning(word, Some(second.hash()));
            if self.may_hold(pair) {
                self.begun_by(pair, words, index, found);
            }
        }
    }

    /// Gives the phrases with that beginning that stand at a place. Rarely asked: the sieve says no to nearly all.
    #[cold]
    fn begun_by<W: InRun>(&self, beginning: u64, words: &[W], index: usize, found: &mut dyn FnMut(Hit, usize)) {
        let rest = &words[index..];
        for number in self.begun.get(&beginning).into_iter().flatten() {
            let phrase = &self.phrases[*number as usize].words;
            if phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(wanted, word)| *wanted == word.hash()) {
                found(Hit::Phrase(*number), index);
            }
        }
    }

    /// Goes through words and gives what is found, and the place of its first word.
    pub(super) fn scan<W: InRun>(&self, words: &[W], mut found: impl FnMut(Hit, usize)) {
        let sentence_power = (0..SENTENCE).fold(1_u64, |power, _| power.wrapping_mul(FACTOR));
        let gapless_power = (0..GAPLESS).fold(1_u64, |power, _| power.wrapping_mul(FACTOR));
        let (mut sentence, mut gapless, mut run) = (0_u64, 0_u64, 0_usize);
        for (index, word) in words.iter().map(InRun::hash).enumerate() {
            if word == BOUNDARY {
                (sentence, gapless, run) = (0, 0, 0);
                continue;
            }
            run += 1;
            self.phrases_at(words, index, word, &mut found);
            sentence = append(sentence, word);
            if run > SENTENCE {
                sentence = sentence.wrapping_sub(words[index - SENTENCE].hash().wrapping_mul(sentence_power));
            }
            if run >= SENTENCE && self.may_hold(sentence) && self.sentences.contains_key(&sentence) {
                found(Hit::Sentence(sentence), index + 1 - SENTENCE);
            }
            if !self.gapless.is_empty() {
                gapless = append(gapless, word);
                if run > GAPLESS {
                    gapless = gapless.wrapping_sub(words[index - GAPLESS].hash().wrapping_mul(gapless_power));
                }
                if run >= GAPLESS && self.may_hold(gapless) && self.gapless.contains_key(&gapless) {
                    found(Hit::Gapless(gapless), index + 1 - GAPLESS);
                }
            }
        }
    }
}
