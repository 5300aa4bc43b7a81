//! Which characters can be set: every other is counted, and stands as a sign.

use super::{Maker, Unset};
use std::collections::BTreeSet;

impl Maker<'_> {
    /// The text with every character that can be set; the others are counted and stand as a sign.
    pub(super) fn letters(&mut self, text: &str) -> String {
        let mut missing = BTreeSet::new();
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                ' '..='~' => out.push(letter),
                '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push(' '),
                // Joiners shape scripts; the others that show nothing are refused by PDF/A or have
                // no glyph, and nothing is lost without them.
                '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}' => {
                    out.push(letter);
                }
                _ if is_invisible(letter) => {}
                _ if !is_private(letter) && self.fonts.has(letter) => out.push(letter),
                _ if akin(letter).is_some_and(|sign| self.fonts.has(sign)) => out.extend(akin(letter)),
                _ => {
                    missing.insert(letter);
                    out.push(self.book.words.unset);
                }
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

    pub(super) fn letters_of_drawing(&mut self, svg: &str) -> String {
        if svg.is_ascii() { svg.to_owned() } else { self.letters(svg) }
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
