//! Where long words may break.

use super::Maker;
use crate::render::book::pdf::tables;
use serde_json::{Value, json};

/// How long words are given chances to break.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wrap {
    /// Running text: hyphenation does most of it.
    Prose,
    /// Program text: words are long and nothing is hyphenated.
    Code,
    /// A cell with room for so many letters.
    Cell(usize),
}

impl Wrap {
    pub(super) fn for_code(self) -> Self {
        match self {
            Self::Prose | Self::Code => Self::Code,
            // The letters of program text are wider.
            Self::Cell(room) => Self::Cell((room * 8 / 10).max(3)),
        }
    }
}

impl Maker<'_> {
    pub(super) fn text(&mut self, text: &str, wrap: Wrap) -> Value {
        let text = self.letters(text);
        let pieces = breaks(&text, wrap);
        if pieces.len() == 1 {
            return Value::from(text);
        }
        let mut list = Vec::with_capacity(pieces.len() * 2);
        for piece in pieces {
            if !list.is_empty() {
                list.push(json!({ "k": "b" }));
            }
            list.push(Value::from(piece));
        }
        Value::Array(list)
    }
}

/// Cuts long words where a line may break if it must.
pub(super) fn breaks(text: &str, wrap: Wrap) -> Vec<&str> {
    // (words longer than this are cut behind signs, words longer than this anywhere, into pieces of)
    let (signs, anywhere, piece) = match wrap {
        Wrap::Prose => (24, 48, 12),
        Wrap::Code => (16, 40, 10),
        Wrap::Cell(room) => (room.min(24), room, room.clamp(2, 8)),
    };
    let mut out = Vec::new();
    let mut start = 0;
    let mut word_start = 0;
    let mut letters = 0;
    let mut cut_word = |from: usize, to: usize, letters: usize, start: &mut usize| {
        if letters <= signs {
            return;
        }
        let mut since = 0;
        for (offset, letter) in text[from..to].char_indices() {
            let here = from + offset;
            if since > 0 && letters > anywhere && since >= piece {
                out.push(&text[*start..here]);
                *start = here;
                since = 0;
            }
            since += 1;
            let end = here + letter.len_utf8();
            if since >= 2 && end < to && "/\\._-:=&?,;@+|%#~()[]{}<>".contains(letter) {
                out.push(&text[*start..end]);
                *start = end;
                since = 0;
            }
        }
    };
    for (offset, letter) in text.char_indices() {
        if tables::parts_words(letter) {
            cut_word(word_start, offset, letters, &mut start);
            word_start = offset + letter.len_utf8();
            letters = 0;
        } else {
            letters += 1;
        }
    }
    cut_word(word_start, text.len(), letters, &mut start);
    out.push(&text[start..]);
    out
}
