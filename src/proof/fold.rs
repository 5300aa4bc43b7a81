//! Words as they are compared: whatever was done to a text's letters undone.
//!
//! Case, accents, both Unicode forms, ligatures, full-width letters, soft hyphens and characters
//! without width make no difference; whatever is neither letter nor digit is a gap. A word is
//! known by its hash alone, so that a leak check of a large site keeps no copy of its texts.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What takes words as they are found.
pub(super) trait Sink {
    /// Whether it asks what words look like; outputs are known by their hashes alone.
    const WITH_SHAPES: bool;

    /// A word has ended. `at` is the offset, in the text being read, at which it began.
    fn word(&mut self, hash: u64, shape: Shape, at: usize);
    /// No phrase reaches over this place.
    fn boundary(&mut self);
}

/// Stands between two stretches of text in a list of hashes; no word has it.
pub(super) const BOUNDARY: u64 = 0;

impl Sink for Vec<u64> {
    const WITH_SHAPES: bool = false;

    fn word(&mut self, hash: u64, _: Shape, _: usize) {
        self.push(hash);
    }

    fn boundary(&mut self) {
        if self.last().is_some_and(|last| *last != BOUNDARY) {
            self.push(BOUNDARY);
        }
    }
}

/// What a word looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// How many letters it has.
    pub(super) letters: u16,
    /// How many digits it has.
    pub(super) digits: u16,
    /// How often letters and digits take turns.
    pub(super) turns: u16,
    /// Whether it has a capital letter.
    pub(super) capital: bool,
    /// Whether it is one character of a script that is written without gaps.
    pub(super) gapless: bool,
}

/// Reads text piece by piece and gives its words to a sink.
pub(super) struct Folder<'a, S: Sink> {
    sink: &'a mut S,
    /// What is known of the open word: its bytes, folded and eight at a time.
    hash: u64,
    /// Its bytes that are not in the hash yet, the first of them lowest.
    pending: u64,
    /// How many bytes it has; none where no word is open.
    length: usize,
    shape: Shape,
    start: usize,
    was_digit: bool,
}

const SEED: u64 = 0x51_7C_C1_B7_27_22_0A_95;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Which bytes are letters or digits of ASCII.
const IN_WORDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

impl<'a, S: Sink> Folder<'a, S> {
    pub(super) fn new(sink: &'a mut S) -> Self {
        Self { sink, hash: SEED, pending: 0, length: 0, shape: Shape::default(), start: 0, was_digit: false }
    }

    /// Reads a piece of text; a word may go on in the next piece. `base` is the piece's offset.
    pub(super) fn text(&mut self, text: &str, base: usize) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let run = bytes[at..].iter().take_while(|byte| IN_WORDS[usize::from(**byte)]).count();
            if run > 0 {
                self.run(&bytes[at..at + run], base + at);
                at += run;
            } else if bytes[at] < 0x80 {
                self.gap();
                at += 1;
            } else {
                let character = text[at..].chars().next().unwrap_or('\u{FFFD}');
                self.character(character, base + at);
                at += character.len_utf8();
            }
        }
    }

    /// Reads one character.
    pub(super) fn character(&mut self, character: char, at: usize) {
        if is_without_width(character) || is_combining_mark(character) {
            return;
        }
        if !character.is_alphanumeric() {
            // A letter in a circle or in a mathematical face is a letter still.
            let mut letters = false;
            decompose_compatible(character, |part| letters |= part.is_alphanumeric());
            if !letters {
                self.gap();
                return;
            }
        }
        if is_gapless(character) {
            self.gap();
        }
        let capital = character.is_uppercase();
        decompose_compatible(character, |part| {
            if is_combining_mark(part) {
                return;
            }
            for part in part.to_lowercase() {
                match part {
                    'ß' => {
                        self.letter('s', capital, at);
                        self.letter('s', capital, at);
                    }
                    _ if part.is_alphanumeric() => self.letter(part, capital, at),
                    _ if is_combining_mark(part) => {}
                    _ => self.gap(),
                }
            }
        });
        if is_gapless(character) {
            self.shape.gapless = true;
            self.gap();
        }
    }

    /// Reads letters and digits of ASCII.
    fn run(&mut self, run: &[u8], at: usize) {
        if self.length == 0 {
            self.start = at;
        }
        if S::WITH_SHAPES {
            run.iter().for_each(|byte| self.shape(byte.is_ascii_digit(), byte.is_ascii_uppercase()));
        }
        // One bit makes a capital letter a small one, and leaves digits as they are.
        let (parts, rest) = run.as_chunks::<8>();
        for part in parts {
            self.take(u64::from_le_bytes(*part) | 0x2020_2020_2020_2020, 8);
        }
        if !rest.is_empty() {
            let mut part = [0; 8];
            part[..rest.len()].copy_from_slice(rest);
            self.take(u64::from_le_bytes(part) | 0x2020_2020_2020_2020 >> (64 - 8 * rest.len()), rest.len());
        }
    }

    /// Reads a letter or digit of any script, in lower case.
    fn letter(&mut self, letter: char, capital: bool, at: usize) {
        if self.length == 0 {
            self.start = at;
        }
        if S::WITH_SHAPES {
            self.shape(letter.is_numeric(), capital);
        }
        let mut part = [0; 8];
        let length = letter.encode_utf8(&mut part).len();
        self.take(u64::from_le_bytes(part), length);
    }

    /// Adds up to eight bytes to the word, the first of them lowest.
    fn take(&mut self, part: u64, length: usize) {
        let filled = self.length % 8;
        self.pending |= part << (8 * filled);
        self.length += length;
        if filled + length >= 8 {
            self.hash = mixed(self.hash ^ self.pending);
            self.pending = if filled == 0 { 0 } else { part >> (8 * (8 - filled)) };
        }
    }

    fn shape(&mut self, is_digit: bool, capital: bool) {
        let shape = &mut self.shape;
        if (shape.letters > 0 || shape.digits > 0) && is_digit != self.was_digit {
            shape.turns = shape.turns.saturating_add(1);
        }
        self.was_digit = is_digit;
        shape.capital |= capital;
        let counted = if is_digit { &mut shape.digits } else { &mut shape.letters };
        *counted = counted.saturating_add(1);
    }

    /// Ends a word, where one is open.
    pub(super) fn gap(&mut self) {
        if self.length > 0 {
            let hash = mixed(self.hash ^ self.pending);
            self.sink.word(if hash == BOUNDARY { 1 } else { hash }, self.shape, self.start);
            (self.hash, self.pending, self.length) = (SEED, 0, 0);
            self.shape = Shape::default();
        }
    }

    /// Ends a word, and the stretch within which phrases are looked for.
    pub(super) fn boundary(&mut self) {
        self.gap();
        self.sink.boundary();
    }
}

impl<S: Sink> Drop for Folder<'_, S> {
    fn drop(&mut self) {
        self.gap();
    }
}

/// Both halves of a product, so that every bit depends on every other.
fn mixed(hash: u64) -> u64 {
    let product = u128::from(hash) * u128::from(FACTOR);
    product as u64 ^ (product >> 64) as u64
}

/// The words of a text as hashes.
pub(super) fn words(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    Folder::new(&mut words).text(text, 0);
    words
}

fn is_without_width(character: char) -> bool {
    matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Scripts without gaps between words: each character counts as a word.
fn is_gapless(character: char) -> bool {
    matches!(character, '\u{0E00}'..='\u{0EFF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::{Folder, words};

    #[test]
    fn letters_are_compared_whatever_was_done_to_them() {
        let plain = words("Falke Zürich 7Q2x");
        for disguise in
            ["falke-zürich-7q2x", "FALKE ZU\u{308}RICH 7Q2X", "Fal\u{AD}ke_Zu\u{308}rich/7q2x", "Ｆalke Zurich, 7Q2x"]
        {
            assert_eq!(words(disguise), plain, "{disguise}");
        }
        assert_eq!(words("o\u{FB03}ce Straße"), words("OFFICE STRASSE"));
        assert_ne!(words("Falke Zürich 7Q2y"), plain);
    }

    #[test]
    fn a_word_is_the_same_however_its_pieces_come() {
        let long = "Zwischenergebnisübersichtsseite2026";
        for at in long.char_indices().map(|(at, _)| at) {
            let mut found = Vec::new();
            let mut folder = Folder::new(&mut found);
            folder.text(&long[..at], 0);
            folder.text(&long[at..], at);
            drop(folder);
            assert_eq!(found, words(long), "parted at {at}");
        }
        assert_ne!(words("abcdefgh"), words("abcdefghi"));
        assert_ne!(words("abcdefgh"), words("abcdefg"));
    }

    #[test]
    fn scripts_without_gaps_are_read_by_character() {
        assert_eq!(words("見積もり").len(), 4);
    }
}
