//! What a character is to a reader who compares words.

use std::sync::OnceLock;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What one character comes to once everything that was done to letters is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// No more than its absence.
    Nothing,
    /// The end of a word.
    Gap,
    /// One letter or digit, in lower case; and whether it was a capital letter.
    Letter(char, bool),
    /// One letter that is a word of its own.
    Word(char),
    /// Two or three letters, in lower case, the third of two being none; and whether it was a capital letter.
    Letters([char; 2], Option<char>, bool),
    /// More letters, or letters and signs between words.
    Several,
}

impl Meaning {
    fn of(character: char) -> Self {
        if is_without_width(character) || is_combining_mark(character) {
            return Self::Nothing;
        }
        // A letter in a circle or in a mathematical face is a letter still.
        let mut letters = character.is_alphanumeric();
        let mut parts = Vec::new();
        decompose_compatible(character, |part| {
            letters |= part.is_alphanumeric();
            if !is_combining_mark(part) {
                parts.extend(part.to_lowercase());
            }
        });
        if !letters {
            return Self::Gap;
        }
        if parts.iter().any(|part| *part == 'ß' || !part.is_alphanumeric()) {
            return Self::Several;
        }
        let capital = character.is_uppercase();
        match (parts.as_slice(), is_gapless(character)) {
            ([one], true) => Self::Word(bare(*one)),
            ([one], false) => Self::Letter(bare(*one), capital),
            ([one, two], false) => Self::Letters([bare(*one), bare(*two)], None, capital),
            ([one, two, three], false) => Self::Letters([bare(*one), bare(*two)], Some(bare(*three)), capital),
            _ => Self::Several,
        }
    }
}

/// A small letter without a stroke, where Unicode does not part the two; and the one of two whose capital is the same.
pub(super) fn bare(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ς' => 'σ',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        _ => letter,
    }
}

/// The characters below this are learnt: the alphabets of the living, and the pictures that people put between words.
const LEARNT: usize = 0x2_0000;

/// So many characters are learnt together.
const PAGE: usize = 32;

/// The meaning of a character. Those of a page of the code table are known by heart once one of them was
/// read: to find out takes longer than to read twenty letters of ASCII.
pub(super) fn usual(character: char) -> Meaning {
    static PAGES: [OnceLock<[Meaning; PAGE]>; LEARNT / PAGE] = [const { OnceLock::new() }; LEARNT / PAGE];
    let (page, place) = (character as usize / PAGE, character as usize % PAGE);
    let meaning = |place: usize| char::from_u32((page * PAGE + place) as u32).map_or(Meaning::Gap, Meaning::of);
    match PAGES.get(page) {
        Some(known) => known.get_or_init(|| std::array::from_fn(meaning))[place],
        None => Meaning::of(character),
    }
}

pub(super) fn is_without_width(character: char) -> bool {
    matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Scripts without gaps between words: each character counts as a word.
pub(super) fn is_gapless(character: char) -> bool {
    matches!(character, '\u{0E00}'..='\u{0EFF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}
