//! How the letters of a name may be written.

use std::collections::BTreeSet;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How letters with marks are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Without the marks: `ü` is `u`.
    Plain,
    /// As they are written where there are no such letters: `ü` is `ue`, `ø` is `oe`, `å` is `aa`.
    Transliterated,
}

/// All spellings of a name: each letter with a mark without it, or with the letters that stand for it.
pub(super) fn spellings(name: &str) -> BTreeSet<String> {
    /// So many letters are varied by themselves; in a longer name, all of them at once.
    const VARIED: usize = 5;
    let letters: Vec<[String; 2]> = name
        .nfc()
        .map(|letter| {
            let letter = letter.to_string();
            [plain(&letter, Spelling::Plain), plain(&letter, Spelling::Transliterated)]
        })
        .collect();
    let several = letters.iter().filter(|[one, other]| one != other).count();
    if several == 0 || several > VARIED {
        return [Spelling::Plain, Spelling::Transliterated].map(|spelling| plain(name, spelling)).into();
    }
    let mut spellings = vec![String::new()];
    for [one, other] in letters {
        let with = |letter: &str| spellings.iter().map(|start| format!("{start}{letter}")).collect::<Vec<_>>();
        let mut longer = with(&one);
        if one != other {
            longer.extend(with(&other));
        }
        spellings = longer;
    }
    // Letter by letter, runs of blanks have not become one.
    spellings.iter().map(|spelling| plain(spelling, Spelling::Plain)).collect()
}

pub(super) fn plain(text: &str, spelling: Spelling) -> String {
    fold(text, spelling).into_iter().map(|(character, _)| character).collect()
}

/// A text without what makes one name look like several: letter case, Unicode form, accents, kinds
/// and runs of white space and hyphens, characters without width. Each character knows the bytes it
/// came from.
pub(super) fn fold(text: &str, spelling: Spelling) -> Vec<(char, Range<usize>)> {
    let mut folded: Vec<(char, Range<usize>)> = Vec::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let range = at..at + character.len_utf8();
        if matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}') {
            continue;
        }
        if character.is_whitespace() || is_hyphen(character) {
            match folded.last_mut() {
                Some((' ', last)) => last.end = range.end,
                _ => folded.push((' ', range)),
            }
            continue;
        }
        for decomposed in std::iter::once(character).nfkd().flat_map(char::to_lowercase) {
            let before = folded.last().map(|(letter, _)| *letter);
            match decomposed {
                '\u{308}' if spelling == Spelling::Transliterated && matches!(before, Some('a' | 'o' | 'u')) => {
                    folded.push(('e', range.clone()));
                }
                '\u{30A}' if spelling == Spelling::Transliterated && before == Some('a') => {
                    folded.push(('a', range.clone()));
                }
                '\u{300}'..='\u{36F}' => {}
                'ø' if spelling == Spelling::Transliterated => {
                    folded.extend([('o', range.clone()), ('e', range.clone())]);
                }
                'ø' => folded.push(('o', range.clone())),
                'æ' => folded.extend([('a', range.clone()), ('e', range.clone())]),
                'œ' => folded.extend([('o', range.clone()), ('e', range.clone())]),
                'ł' => folded.push(('l', range.clone())),
                // Capitals have one form for both.
                'ı' => folded.push(('i', range.clone())),
                'ς' => folded.push(('σ', range.clone())),
                'đ' | 'ð' => folded.push(('d', range.clone())),
                'þ' => folded.extend([('t', range.clone()), ('h', range.clone())]),
                '\u{2018}' | '\u{2019}' | '\u{2BC}' => folded.push(('\'', range.clone())),
                // Capitals have no other way to write it.
                'ß' => folded.extend([('s', range.clone()), ('s', range.clone())]),
                letter => folded.push((letter, range.clone())),
            }
        }
    }
    folded
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
