//! The spellings of a name: with the letters of its language, and with those of a keyboard that lacks them.

use super::{Name, words};
use crate::proof::fold;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Letters, what they are written as elsewhere, and what is left of them without their marks.
const LETTERS: [(&str, &str, &str); 6] =
    [("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u"), ("ø", "oe", "o"), ("å", "aa", "a"), ("æ", "ae", "ae")];

/// A name of more spellings is known by its own alone.
const MOST_SPELLINGS: usize = 64;

/// A genitive of fewer letters could be any word.
const SHORTEST_GENITIVE: usize = 3;

/// A name in all its spellings, the written one first.
pub(super) fn spelt(text: &str, at: usize) -> Vec<Name> {
    let written = text.nfc().collect::<String>().to_lowercase();
    let mut spellings = BTreeSet::from([written.clone()]);
    // An address of mail is spelt in one way only.
    let is_address = written.contains('@');
    for (letter, elsewhere, bare) in LETTERS.iter().filter(|_| !is_address) {
        let longer: Vec<String> = spellings
            .iter()
            .flat_map(|spelling| {
                let mut others = replaced(spelling, letter, &[elsewhere, bare], |_, _| true);
                others.extend(replaced(spelling, elsewhere, &[letter], stands_for_one));
                others
            })
            .collect();
        spellings.extend(longer);
        if spellings.len() > MOST_SPELLINGS {
            spellings = BTreeSet::from([written.clone()]);
            break;
        }
    }
    let capital = text.chars().find(|sign| sign.is_alphanumeric()).is_some_and(char::is_uppercase);
    let names = std::iter::once(text.to_owned()).chain(spellings.into_iter().filter(|spelling| *spelling != written));
    names.map(|spelling| name(&spelling, at, capital)).filter(|name| !name.words.is_empty()).collect()
}

fn name(text: &str, at: usize, capital: bool) -> Name {
    let mut words = words(text, at);
    if let Some(first) = words.first_mut() {
        first.shape.capital |= capital;
    }
    let letters = text.chars().filter(|sign| sign.is_alphanumeric()).count();
    let is_word = letters >= SHORTEST_GENITIVE && text.ends_with(char::is_alphabetic) && !text.contains('@');
    Name { words, genitive: is_word.then(|| fold::words(&format!("{text}s"))) }
}

/// A text with one stretch replaced at every place, and at each place by itself.
fn replaced(text: &str, from: &str, to: &[&str], is_meant: fn(&str, usize) -> bool) -> Vec<String> {
    let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).filter(|at| is_meant(text, *at)).collect();
    let mut all = vec![text.to_owned()];
    for at in places.into_iter().rev() {
        let others: Vec<String> = all
            .iter()
            .flat_map(|text| to.iter().map(move |to| format!("{}{to}{}", &text[..at], &text[at + from.len()..])))
            .collect();
        all.extend(others);
        if all.len() > MOST_SPELLINGS {
            break;
        }
    }
    all.remove(0);
    all
}

/// Whether two vowels stand for one letter: between consonants, and not in "Samuel" or "Michael".
fn stands_for_one(text: &str, at: usize) -> bool {
    let is_consonant = |sign: char| sign.is_alphabetic() && !"aeiouyäöüøå".contains(sign);
    let before = text[..at].chars().next_back();
    let rest = &text[at + 2..];
    let word = &rest[..rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len())];
    before.is_none_or(|sign| is_consonant(sign) || !sign.is_alphabetic())
        && word.starts_with(is_consonant)
        && word != "l"
}
