//! Words as they are compared: whatever was done to a text's letters undone.
//!
//! Case, accents, both Unicode forms, ligatures, full-width letters, soft hyphens and characters
//! without width make no difference; whatever is neither letter nor digit is a gap. A word is
//! known by its hash alone, so that a leak check of a large site keeps no copy of its texts.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What takes words as they are found.
pub(super) trait Sink {
    /// A word has ended. `at` is the offset, in the text being read, at which it began.
    fn word(&mut self, hash: u64, shape: Shape, at: usize);
    /// No phrase reaches over this place.
    fn boundary(&mut self);
}

/// Stands between two stretches of text in a list of hashes; no word has it.
pub(super) const BOUNDARY: u64 = 0;

impl Sink for Vec<u64> {
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
    hash: u64,
    shape: Shape,
    start: usize,
    was_digit: bool,
}

const SEED: u64 = 0x51_7C_C1_B7_27_22_0A_95;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl<'a, S: Sink> Folder<'a, S> {
    pub(super) fn new(sink: &'a mut S) -> Self {
        Self { sink, hash: SEED, shape: Shape::default(), start: 0, was_digit: false }
    }

    /// Reads a piece of text; a word may go on in the next piece. `base` is the piece's offset.
    pub(super) fn text(&mut self, text: &str, base: usize) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < 0x80 {
                let folded = byte | 0x20;
                if byte.is_ascii_digit() {
                    self.unit(u32::from(byte), true, false, base + at);
                } else if folded.is_ascii_lowercase() && byte >= b'A' {
                    self.unit(u32::from(folded), false, byte != folded, base + at);
                } else {
                    self.gap();
                }
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
                        self.unit(u32::from('s'), false, capital, at);
                        self.unit(u32::from('s'), false, capital, at);
                    }
                    _ if part.is_alphanumeric() => self.unit(u32::from(part), part.is_numeric(), capital, at),
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

    fn unit(&mut self, unit: u32, is_digit: bool, capital: bool, at: usize) {
        if self.hash == SEED {
            self.start = at;
        } else if is_digit != self.was_digit {
            self.shape.turns = self.shape.turns.saturating_add(1);
        }
        self.was_digit = is_digit;
        self.hash = (self.hash.rotate_left(5) ^ u64::from(unit)).wrapping_mul(FACTOR);
        self.shape.capital |= capital;
        if is_digit {
            self.shape.digits = self.shape.digits.saturating_add(1);
        } else {
            self.shape.letters = self.shape.letters.saturating_add(1);
        }
    }

    /// Ends a word, where one is open.
    pub(super) fn gap(&mut self) {
        if self.hash != SEED {
            // The low bits of a product depend on few bits of its factors.
            let hash = self.hash ^ self.hash >> 32;
            self.sink.word(if hash == BOUNDARY { 1 } else { hash }, self.shape, self.start);
            self.hash = SEED;
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
    use super::words;

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
    fn scripts_without_gaps_are_read_by_character() {
        assert_eq!(words("見積もり").len(), 4);
    }
}
