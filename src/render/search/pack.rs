//! The index in its packed form.
//!
//! The object has `version`; `kinds`; `pages`: address, title, kind, and anchor and heading of each
//! passage but the first; `excerpts`: one a passage; `common`: words in more than a quarter of the
//! texts, whose places are left out; `lengths`: for each passage the number of distinct words of
//! each field; `terms`: all words in order, each as the number of UTF-16 units it shares with the
//! word before, and the rest; `postings`: for each word and field the passages in which it stands,
//! as steps from one to the next, and how often.

use super::vocabulary::{FIELDS, Vocabulary};
use super::{Rung, SearchPage};
use rayon::prelude::*;
use serde_json::json;

/// So many passages make a word that stands in a quarter of them worthless.
const ENOUGH_PASSAGES: usize = 100;

/// A frequency beyond this changes no order of hits.
const MOST_OFTEN: u32 = 31;

pub(super) const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The passages of one word in one field, ascending, with how often it stands there.
type Places = Vec<(u32, u32)>;

pub(super) fn script(pages: &[SearchPage], kinds: &[(String, String)], vocabulary: &Vocabulary, rung: Rung) -> Vec<u8> {
    let mut places: Vec<[Places; FIELDS]> = Vec::new();
    places.resize_with(vocabulary.words.len(), Default::default);
    let mut lengths = String::new();
    for (passage, fields) in vocabulary.passages.iter().enumerate() {
        for (field, words) in fields.iter().enumerate() {
            let is_text = field == FIELDS - 1;
            let words = if is_text { &words[..words.len().min(rung.words)] } else { &words[..] };
            let mut distinct = 0;
            for word in words {
                let of_word = &mut places[*word as usize][field];
                match of_word.last_mut() {
                    Some((last, times)) if *last == passage as u32 => *times += 1,
                    _ => {
                        of_word.push((passage as u32, 1));
                        distinct += 1;
                    }
                }
            }
            varint(distinct, &mut lengths);
        }
    }

    let count = vocabulary.passages.len();
    let mut common = Vec::new();
    for (word, fields) in vocabulary.words.iter().zip(&mut places) {
        let text = &mut fields[FIELDS - 1];
        if count > ENOUGH_PASSAGES && text.len() * 4 > count {
            common.push(word.as_str());
            text.clear();
        }
    }
    let kept: Vec<(&str, &[Places; FIELDS])> = vocabulary
        .words
        .iter()
        .map(String::as_str)
        .zip(&places)
        .filter(|(_, fields)| fields.iter().any(|places| !places.is_empty()))
        .collect();
    let postings: Vec<String> = kept.par_iter().map(|(_, fields)| fields.each_ref().map(steps).join(",")).collect();

    let mut object = json!({
        "version": 1,
        "kinds": kinds,
        "pages": pages.iter().map(|page| {
            let headings: Vec<&str> = page.passages.iter().skip(1).flat_map(|p| [p.anchor.as_str(), &p.heading]).collect();
            json!([page.url, page.title, page.kind, headings])
        }).collect::<Vec<_>>(),
        "common": common,
        "lengths": lengths,
        "terms": front_coded(kept.iter().map(|(word, _)| *word)),
        "postings": postings.join(" "),
    });
    if rung.excerpt > 0 {
        let passages = pages.iter().flat_map(|page| &page.passages);
        object["excerpts"] = passages.map(|passage| excerpt(&passage.text, rung.excerpt)).collect();
    }
    // What would end a script or a line in some place where the text may come to stand.
    let text = object.to_string();
    let mut script = String::with_capacity(text.len() + 32);
    script.push_str("leavebehindIndex(");
    for sign in text.chars() {
        match sign {
            '<' => script.push_str("\\u003c"),
            '>' => script.push_str("\\u003e"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            other => script.push(other),
        }
    }
    script.push_str(");\n");
    script.into_bytes()
}

/// Places as steps from one to the next: the step, doubled, and one more where a frequency follows.
fn steps(places: &Places) -> String {
    let mut packed = String::new();
    let mut next = 0;
    for (passage, times) in places {
        varint((passage - next) * 2 + u32::from(*times > 1), &mut packed);
        if *times > 1 {
            varint((*times).min(MOST_OFTEN), &mut packed);
        }
        next = passage + 1;
    }
    packed
}

/// A number in digits of base 64: five bits each, the lowest first; the sixth says that more follow.
fn varint(mut number: u32, packed: &mut String) {
    loop {
        let digit = (number % 32) as usize;
        number /= 32;
        packed.push(char::from(DIGITS[if number > 0 { digit | 32 } else { digit }]));
        if number == 0 {
            break;
        }
    }
}

/// Words in their order, each by what it does not share with the word before.
fn front_coded<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut coded = String::new();
    let mut before = "";
    for (place, word) in words.enumerate() {
        if place > 0 {
            coded.push(' ');
        }
        let mut units = 0;
        let mut bytes = 0;
        for (one, other) in before.chars().zip(word.chars()) {
            if one != other || units + one.len_utf16() > 35 {
                break;
            }
            units += one.len_utf16();
            bytes += one.len_utf8();
        }
        coded.push(char::from_digit(units as u32, 36).unwrap_or('0'));
        coded.push_str(&word[bytes..]);
        before = word;
    }
    coded
}

/// The beginning of a text on one line, cut between words.
fn excerpt(text: &str, longest: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let taken = line.chars().count();
        let room = longest.saturating_sub(taken + usize::from(taken > 0));
        if word.chars().count() > room {
            // A text without spaces is cut within.
            if taken == 0 {
                line.extend(word.chars().take(longest));
            }
            line.push_str(" …");
            return line;
        }
        if taken > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
