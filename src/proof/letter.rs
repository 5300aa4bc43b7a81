//! What a character is to a reader who compares words.

use std::sync::LazyLock;
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
    /// Several letters, or a word of its own.
    Several,
}

impl Meaning {
    fn of(character: char) -> Self {
        if is_without_width(character) || is_combining_mark(character) {
            return Self::Nothing;
        }
        // A letter in a circle or in a mathematical face is a letter still.
        let mut letters = character.is_alphanumeric();
        if letters && is_gapless(character) {
            return Self::Several;
        }
        let (mut last, mut count) = (character, 0);
        decompose_compatible(character, |part| {
            letters |= part.is_alphanumeric();
            if !is_combining_mark(part) {
                part.to_lowercase().for_each(|part| (last, count) = (part, count + 1));
            }
        });
        if !letters {
            Self::Gap
        } else if count == 1 && last != 'ß' && last.is_alphanumeric() && !is_gapless(character) {
            Self::Letter(bare(last), character.is_uppercase())
        } else {
            Self::Several
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

/// The meaning of a character. Those of the alphabets and the signs between words are known by
/// heart: to find out takes longer than to read twenty letters of ASCII.
pub(super) fn usual(character: char) -> Meaning {
    const KNOWN: u32 = 0x2100;
    static MEANINGS: LazyLock<Vec<Meaning>> =
        LazyLock::new(|| (0..KNOWN).map(|code| char::from_u32(code).map_or(Meaning::Gap, Meaning::of)).collect());
    MEANINGS.get(character as usize).copied().unwrap_or_else(|| Meaning::of(character))
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
