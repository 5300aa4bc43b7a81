//! Which characters can be set: every other is counted, and stands as a sign.

use super::{Maker, Unset};
use std::collections::BTreeSet;

/// A stretch of a text.
pub(super) enum Stretch {
    /// It can be set as it stands.
    Set(String),
    /// No font has its characters.
    Unset(String),
}

impl Maker<'_> {
    /// The text with every character that can be set; the others are counted and stand as a sign.
    pub(super) fn letters(&mut self, text: &str) -> String {
        let sign = self.book.words.unset;
        let mut out = String::with_capacity(text.len());
        for stretch in self.stretches(text) {
            match stretch {
                Stretch::Set(text) => out.push_str(&text),
                Stretch::Unset(text) => out.extend(text.chars().map(|_| sign)),
            }
        }
        out
    }

    /// The text as programs read it: titles of windows, bookmarks and what is said of pictures need no font.
    pub(super) fn said(&self, text: &str) -> String {
        text.chars().filter_map(plain).collect()
    }

    /// The text in stretches that can be set and such that cannot; these are counted.
    pub(super) fn stretches(&mut self, text: &str) -> Vec<Stretch> {
        let mut missing = BTreeSet::new();
        let mut out = Vec::new();
        for letter in text.chars().filter_map(plain) {
            let set = if self.can_be_set(letter) {
                letter
            } else if let Some(sign) = akin(letter).filter(|sign| self.fonts.has(*sign)) {
                sign
            } else {
                missing.insert(letter);
                match out.last_mut() {
                    Some(Stretch::Unset(text)) => text.push(letter),
                    _ => out.push(Stretch::Unset(letter.to_string())),
                }
                continue;
            };
            match out.last_mut() {
                Some(Stretch::Set(text)) => text.push(set),
                _ => out.push(Stretch::Set(set.to_string())),
            }
        }
        if !missing.is_empty() {
            self.out.unset.push(Unset {
                place: self.place.clone(),
                letters: missing.into_iter().collect(),
                text: text.chars().take(80).collect(),
            });
        }
        out
    }

    fn can_be_set(&self, letter: char) -> bool {
        // Joiners shape scripts.
        matches!(
            letter,
            ' '..='~' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}'
        ) || (!is_private(letter) && self.fonts.has(letter))
    }

    pub(super) fn letters_of_drawing(&mut self, svg: &str) -> String {
        if svg.is_ascii() { svg.to_owned() } else { self.letters(svg) }
    }
}

/// A character as a text may hold it: ends of lines are blanks, and of what shows nothing only what shapes scripts or
/// parts words is left. The rest is refused by PDF/A or has no glyph, and nothing is lost without it.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        _ if is_invisible(letter) => None,
        _ => Some(letter),
    }
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(u32::from(letter), 0x202a..=0x202e | 0x2061..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xfff0..=0xffff | 0xe0000..=0xe0fff | 0x180b..=0x180e | 0xfdd0..=0xfdef)
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// A plain sign that says what a coloured one says.
fn akin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{2705}' => '\u{2714}',
        '\u{274c}' | '\u{274e}' => '\u{2718}',
        '\u{2b50}' | '\u{1f31f}' => '\u{2605}',
        '\u{2757}' => '!',
        '\u{2753}' => '?',
        '\u{1f534}' | '\u{1f7e0}' | '\u{1f7e1}' | '\u{1f7e2}' | '\u{1f535}' => '\u{25cf}',
        _ => return None,
    })
}

fn is_private(letter: char) -> bool {
    matches!(u32::from(letter), 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff)
}
