//! Words as they are compared: whatever was done to a text's letters undone.
//!
//! Case, accents, both Unicode forms, ligatures, full-width letters, soft hyphens and characters
//! without width make no difference; whatever is neither letter nor digit is a gap. A word is
//! known by its hash alone, so that a leak check of a large site keeps no copy of its texts.

use super::ascii::{SMALL, eight, joins, letters_ahead};
use super::hash::{SEED, eight_at, mixed};
use super::letter::{Meaning, bare, is_gapless, usual};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What takes words as they are found.
pub(super) trait Sink {
    /// Whether it asks what words look like; outputs are known by their hashes alone.
    const WITH_SHAPES: bool;

    /// A word has ended. `at` is the offset, in the text being read, at which it began.
    fn word(&mut self, hash: u64, shape: Shape, at: usize);
    /// No phrase reaches over this place.
    fn boundary(&mut self);
    /// How many words and boundaries there are, and whether the last of them is a boundary, as at
    /// the beginning. Who takes words for good cannot tell.
    fn state(&self) -> (usize, bool) {
        (0, false)
    }
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

    fn state(&self) -> (usize, bool) {
        (self.len(), self.last().is_none_or(|last| *last == BOUNDARY))
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
    /// Whether it is a part of something longer: an address, a path, a name with a hyphen.
    pub(super) is_part: bool,
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

impl<'a, S: Sink> Folder<'a, S> {
    pub(super) fn new(sink: &'a mut S) -> Self {
        Self { sink, hash: SEED, pending: 0, length: 0, shape: Shape::default(), start: 0, was_digit: false }
    }

    /// Reads a piece of text; a word may go on in the next piece. `base` is the piece's offset.
    pub(super) fn text(&mut self, text: &str, base: usize) {
        self.read::<0>(text, base);
    }

    /// Reads texts in quotes, each for itself.
    pub(super) fn quoted(&mut self, text: &str) {
        self.read::<b'"'>(text, 0);
        self.boundary();
    }

    /// Reads a text, in which one character may part stretches.
    fn read<const PARTING: u8>(&mut self, text: &str, base: usize) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let part = eight_at(bytes, at);
            let run = letters_ahead(part);
            if run > 0 {
                // Most words come whole, with a sign of ASCII behind them.
                if S::WITH_SHAPES && self.length == 0 {
                    self.shape.is_part = at > 0 && joins(bytes, at - 1, at.checked_sub(2));
                }
                if self.length == 0 && run < 8 && bytes.get(at + run).is_some_and(u8::is_ascii) {
                    if S::WITH_SHAPES {
                        self.shape.is_part |= joins(bytes, at + run, Some(at + run + 1));
                    }
                    self.whole_word(part, run, base + at);
                    if PARTING != 0 && bytes[at + run] == PARTING {
                        self.sink.boundary();
                    }
                    at += run + 1;
                    continue;
                }
                self.run(part, run, base + at);
                at += run;
                if run == 8 {
                    continue;
                }
            }
            match bytes.get(at) {
                Some(byte) if *byte < 0x80 => {
                    if S::WITH_SHAPES && self.length > 0 {
                        self.shape.is_part |= joins(bytes, at, Some(at + 1));
                    }
                    if PARTING != 0 && *byte == PARTING {
                        self.boundary();
                    } else {
                        self.gap();
                    }
                    at += 1;
                }
                Some(_) => {
                    let character = text[at..].chars().next().unwrap_or('\u{FFFD}');
                    self.character(character, base + at);
                    at += character.len_utf8();
                }
                None => {}
            }
        }
    }

    /// Reads one character.
    pub(super) fn character(&mut self, character: char, at: usize) {
        match usual(character) {
            Meaning::Nothing => {}
            Meaning::Gap => self.gap(),
            Meaning::Letter(letter, capital) => self.letter(letter, capital, at),
            Meaning::Letters([first, second], third, capital) => {
                self.letter(first, capital, at);
                self.letter(second, capital, at);
                if let Some(third) = third {
                    self.letter(third, capital, at);
                }
            }
            Meaning::Word(letter) => {
                self.gap();
                self.letter(letter, false, at);
                self.shape.gapless = true;
                self.gap();
            }
            Meaning::Several => self.letters_of(character, at),
        }
    }

    /// Reads one character, whatever it comes to.
    fn letters_of(&mut self, character: char, at: usize) {
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
                    _ if part.is_alphanumeric() => self.letter(bare(part), capital, at),
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

    /// Reads a word of fewer than eight letters and digits of ASCII, where none is open.
    fn whole_word(&mut self, part: u64, length: usize, at: usize) {
        let mut shape = Shape::default();
        let part = part & u64::MAX >> (64 - 8 * length);
        if S::WITH_SHAPES {
            self.shapes(part, length);
            shape = std::mem::take(&mut self.shape);
        }
        let hash = mixed(SEED ^ (part | SMALL >> (64 - 8 * length)));
        self.sink.word(if hash == BOUNDARY { 1 } else { hash }, shape, at);
    }

    /// Notes what up to eight letters and digits of ASCII look like; what is above them is zero.
    fn shapes(&mut self, part: u64, length: usize) {
        // Of all of them the second highest bit is set in letters alone, and the third in small ones and digits.
        const LETTER: u64 = eight(0x40);
        let letters = (part & LETTER).count_ones() as usize;
        if letters < length {
            let bytes = part.to_le_bytes();
            bytes[..length].iter().for_each(|byte| self.shape(byte.is_ascii_digit(), byte.is_ascii_uppercase()));
            return;
        }
        let is_capital = part & SMALL != SMALL >> (64 - 8 * length);
        self.shape(false, is_capital);
        self.shape.letters = self.shape.letters.saturating_add(length as u16 - 1);
    }

    /// Reads up to eight letters and digits of ASCII.
    fn run(&mut self, part: u64, length: usize, at: usize) {
        if self.length == 0 {
            self.start = at;
        }
        let part = part & u64::MAX >> (64 - 8 * length);
        if S::WITH_SHAPES {
            self.shapes(part, length);
        }
        self.take(part | SMALL >> (64 - 8 * length), length);
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

    /// What its sink says of itself, where no word is open.
    pub(super) fn state(&self) -> (usize, bool) {
        let (written, is_apart) = self.sink.state();
        (written, is_apart && self.length == 0)
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

/// The words of a text as hashes.
pub(super) fn words(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    Folder::new(&mut words).text(text, 0);
    words
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
        for (written, disguise) in [("Yıldız", "YILDIZ"), ("Νίκος", "ΝΙΚΟΣ"), ("Pawłowski Đorđe", "PAWLOWSKI Dorde")]
        {
            assert_eq!(words(written), words(disguise), "{disguise}");
        }
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
    fn what_is_known_of_a_character_is_what_it_is_read_as() {
        for character in (0x80..0x1_0000).filter_map(char::from_u32) {
            let mut found: Vec<u64> = Vec::new();
            let mut folder = Folder::new(&mut found);
            folder.text("a", 0);
            folder.letters_of(character, 1);
            folder.text("b", 9);
            drop(folder);
            let is_read = super::usual(character) != super::Meaning::Nothing;
            assert!(!is_read || words(&format!("a{character}b")) == found, "{character:?}");
        }
    }

    #[test]
    fn scripts_without_gaps_are_read_by_character() {
        assert_eq!(words("見積もり").len(), 4);
    }
}
