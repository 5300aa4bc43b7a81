//! The index in its packed form.
//!
//! It is made of parts, most of which are the same however many words it takes.
//!
//! The object has `version`; `kinds`; `pages`: address, title, kind, and anchor and heading of each
//! passage but the first; `excerpts`: one a passage; `common`: words in more than a quarter of the
//! texts, whose places are left out; `lengths`: for each passage the number of distinct words of
//! each field; `terms`: all words in order, each as the number of UTF-16 units it shares with the
//! word before, and the rest; `postings`: for each word and field the passages in which it stands,
//! as steps from one to the next, and how often.

use super::vocabulary::{FIELDS, Vocabulary};
use super::{SearchPage, sent};
use crate::render::site::prose::Passage;
use rayon::prelude::*;
use serde::Serialize;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// So many passages make a word that stands in a quarter of them worthless.
const ENOUGH_PASSAGES: usize = 100;

/// A frequency beyond this changes no order of hits.
const MOST_OFTEN: u32 = 31;

pub(super) const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A part of the index as it stands in the script: keys with their values, each with a comma behind it.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) text: String,
    sent: OnceLock<usize>,
}

impl Part {
    fn with<V: Serialize + ?Sized>(mut self, key: &str, value: &V) -> Self {
        let value = serde_json::to_string(value).expect("texts and numbers can always be written as JSON");
        self.text.push_str(&format!("\"{key}\":"));
        escape(&value, &mut self.text);
        self.text.push(',');
        self
    }

    /// How many bytes are sent for it.
    pub(super) fn sent(&self) -> usize {
        *self.sent.get_or_init(|| sent(self.text.as_bytes()))
    }
}

/// What would end a script or a line in some place where the text may come to stand, as an escape.
fn escape(text: &str, script: &mut String) {
    script.reserve(text.len());
    let mut rest = text;
    while let Some((before, sign)) = rest.find(['<', '>', '\u{2028}', '\u{2029}']).map(|at| rest.split_at(at)) {
        script.push_str(before);
        let sign = sign.chars().next().unwrap_or_default();
        script.push_str(&format!("\\u{:04x}", u32::from(sign)));
        rest = &rest[before.len() + sign.len_utf8()..];
    }
    script.push_str(rest);
}

/// The pages, and what they may be.
pub(super) fn pages(pages: &[SearchPage], kinds: &[(String, String)]) -> Part {
    let list: Vec<_> = pages.iter().map(of_page).collect();
    Part::default().with("kinds", kinds).with("pages", &list)
}

/// The beginning of each passage, of so many signs; nothing for none.
pub(super) fn excerpts(pages: &[SearchPage], longest: usize) -> Part {
    if longest == 0 {
        return Part::default();
    }
    let passages: Vec<&Passage> = pages.iter().flat_map(|page| &page.passages).collect();
    let excerpts: Vec<String> = passages.par_iter().map(|passage| excerpt(&passage.text, longest)).collect();
    Part::default().with("excerpts", &excerpts)
}

/// The words and where they stand, of each passage the first so many.
pub(super) fn words(vocabulary: &Vocabulary, most: usize) -> Part {
    let places = places(vocabulary, most);
    let count = vocabulary.passages.len();
    let mut lengths = String::new();
    for passage in 0..count {
        places.iter().for_each(|field| varint(field.distinct[passage], &mut lengths));
    }

    let (mut common, mut terms, mut postings) = (Vec::new(), Vec::new(), String::new());
    for (number, word) in vocabulary.words.iter().enumerate() {
        let [title, tags, mut text] = places.each_ref().map(|field| field.of(number));
        if count > ENOUGH_PASSAGES && text.len() * 4 > count {
            common.push(word.as_str());
            text = &[];
        }
        if [title, tags, text].iter().all(|places| places.is_empty()) {
            continue;
        }
        if !terms.is_empty() {
            postings.push(' ');
        }
        terms.push(word.as_str());
        steps(title, &mut postings);
        postings.push(',');
        steps(tags, &mut postings);
        postings.push(',');
        steps(text, &mut postings);
    }
    let terms = front_coded(terms.into_iter());
    let part = Part::default().with("common", &common).with("lengths", &lengths);
    part.with("postings", &postings).with("terms", &terms)
}

/// The parts as one script.
pub(super) fn script(parts: &[Arc<Part>]) -> Vec<u8> {
    let mut script = "leavebehindIndex({".to_owned();
    parts.iter().for_each(|part| script.push_str(&part.text));
    script.push_str("\"version\":1});\n");
    script.into_bytes()
}

/// Where the words stand, in each field.
fn places(vocabulary: &Vocabulary, most: usize) -> [Places; FIELDS] {
    std::array::from_fn(|field| {
        let is_text = field == FIELDS - 1;
        Places::new(vocabulary, field, if is_text { most } else { usize::MAX })
    })
}

fn of_page(page: &SearchPage) -> (&str, &str, &str, Vec<&str>) {
    let headings = page.passages.iter().skip(1).flat_map(|passage| [passage.anchor.as_str(), &passage.heading]);
    (&page.url, &page.title, &page.kind, headings.collect())
}

/// Where all words stand in one field: the passages of each, ascending, and how often it stands there.
struct Places {
    places: Vec<(u32, u32)>,
    /// For each word, its stretch of the places.
    of_word: Vec<Range<u32>>,
    /// For each passage, the number of distinct words.
    distinct: Vec<u32>,
}

impl Places {
    /// The places within the first so many words of each passage.
    fn new(vocabulary: &Vocabulary, field: usize, most: usize) -> Self {
        let passages = || vocabulary.passages.iter().map(|fields| &fields[field][..fields[field].len().min(most)]);
        // Each word gets room for all its places, in one list for all words.
        let mut room = vec![0_u32; vocabulary.words.len()];
        passages().flatten().for_each(|word| room[*word as usize] += 1);
        let mut end = 0;
        let mut of_word: Vec<Range<u32>> = Vec::with_capacity(room.len());
        for count in room {
            of_word.push(end..end);
            end += count;
        }
        let mut places = vec![(0, 0); end as usize];
        let mut distinct = Vec::with_capacity(vocabulary.passages.len());
        for (passage, words) in passages().enumerate() {
            let mut count = 0;
            for word in words {
                let stretch = &mut of_word[*word as usize];
                let last = places[stretch.start as usize..stretch.end as usize].last_mut();
                match last {
                    Some((last, times)) if *last == passage as u32 => *times += 1,
                    _ => {
                        places[stretch.end as usize] = (passage as u32, 1);
                        stretch.end += 1;
                        count += 1;
                    }
                }
            }
            distinct.push(count);
        }
        Self { places, of_word, distinct }
    }

    fn of(&self, word: usize) -> &[(u32, u32)] {
        let stretch = &self.of_word[word];
        &self.places[stretch.start as usize..stretch.end as usize]
    }
}

/// Places as steps from one to the next: the step, doubled, and one more where a frequency follows.
fn steps(places: &[(u32, u32)], packed: &mut String) {
    let mut next = 0;
    for (passage, times) in places {
        varint((passage - next) * 2 + u32::from(*times > 1), packed);
        if *times > 1 {
            varint((*times).min(MOST_OFTEN), packed);
        }
        next = passage + 1;
    }
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
