//! Where long words may break.

use super::letters::Stretch;
use super::{Maker, join};
use crate::render::book::pdf::tables::{self, Breadth, Word};
use serde_json::{Value, json};

/// A word may end a line behind these.
const SIGNS: [char; 25] = [
    '/', '\\', '.', '_', '-', ':', '=', '&', '?', ',', ';', '@', '+', '|', '%', '#', '~', '(', ')', '[', ']', '{', '}',
    '<', '>',
];
/// So many signs for missing characters stand together on a line.
const UNSET_PIECE: usize = 4;

/// How long words are given chances to break.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wrap {
    /// Running text: hyphenation does most of it.
    Prose,
    /// Program text: words are long and nothing is hyphenated.
    Code,
    /// A cell.
    Cell {
        /// The letters of a word that it has room for.
        letters: f64,
        /// Its width in points.
        width: f64,
    },
}

impl Wrap {
    pub(super) fn for_code(self) -> Self {
        match self {
            Self::Prose | Self::Code => Self::Code,
            // The letters of program text are wider.
            Self::Cell { letters, width } => Self::Cell { letters: (letters * 0.8).max(3.0), width },
        }
    }
}

impl Maker<'_> {
    /// Cuts long words where a line may break if it must.
    pub(super) fn breaks<'t>(&self, text: &'t str, wrap: Wrap) -> Vec<&'t str> {
        breaks(text, wrap, &|letter| self.fonts.breadth(letter))
    }

    /// Text: a string, or a list with `b` where it may break, and `unset` where no font has its characters: `c` as it
    /// is, for programs, and `sign` as it is shown.
    pub(super) fn text(&mut self, text: &str, wrap: Wrap) -> Value {
        let mut list = Vec::new();
        for stretch in self.stretches(text) {
            match stretch {
                Stretch::Set(text) => {
                    let pieces = self.breaks(&text, wrap).into_iter().map(Value::from);
                    list.extend(pieces.flat_map(|piece| [json!({ "k": "b" }), piece]).skip(1));
                }
                Stretch::Unset(text) => {
                    let letters: Vec<char> = text.chars().collect();
                    let pieces = letters.chunks(UNSET_PIECE).map(|piece| {
                        let sign: String = piece.iter().map(|_| self.book.words.unset).collect();
                        json!({ "k": "unset", "c": piece.iter().collect::<String>(), "sign": sign })
                    });
                    list.extend(pieces.flat_map(|piece| [json!({ "k": "b" }), piece]).skip(1));
                }
            }
        }
        if list.is_empty() { Value::from("") } else { join(list) }
    }
}

fn breaks<'t>(text: &'t str, wrap: Wrap, breadth: &Breadth<'_>) -> Vec<&'t str> {
    // (words longer than this are cut behind signs, words longer than this anywhere, into pieces of)
    let (signs, anywhere, piece) = match wrap {
        Wrap::Prose => (24.0, 48.0, 12.0),
        Wrap::Code => (16.0, 40.0, 10.0),
        Wrap::Cell { letters, .. } => (letters.min(24.0), letters, letters.clamp(2.0, 8.0)),
    };
    let breadth = |letter: char| breadth(letter).filter(|_| matches!(wrap, Wrap::Cell { .. }));
    let mut out = Vec::new();
    let mut start = 0;
    let mut word_start = 0;
    let mut word = Word::default();
    let mut cut_word = |from: usize, to: usize, letters: f64, start: &mut usize| {
        if letters <= signs {
            return;
        }
        let length = |part: &str| {
            let mut word = Word::default();
            part.chars().for_each(|letter| word.add(letter, &breadth));
            word.length()
        };
        // Behind signs a word breaks best; elsewhere only what has none for longer than a line.
        let is_longer = text[from..to].split_inclusive(SIGNS).any(|part| length(part) > anywhere);
        let mut since = Word::default();
        for (offset, letter) in text[from..to].char_indices() {
            let here = from + offset;
            let mut with = since;
            with.add(letter, &breadth);
            if since.length() > 0.0 && is_longer && with.length() > piece {
                out.push(&text[*start..here]);
                *start = here;
                with = Word::default();
                with.add(letter, &breadth);
            }
            since = with;
            let end = here + letter.len_utf8();
            if since.length() >= 2.0 && end < to && SIGNS.contains(&letter) {
                out.push(&text[*start..end]);
                *start = end;
                since = Word::default();
            }
        }
    };
    for (offset, letter) in text.char_indices() {
        if tables::parts_words(letter) {
            cut_word(word_start, offset, word.length(), &mut start);
            word_start = offset + letter.len_utf8();
            word = Word::default();
        } else {
            word.add(letter, &breadth);
        }
    }
    cut_word(word_start, text.len(), word.length(), &mut start);
    out.push(&text[start..]);
    out
}
