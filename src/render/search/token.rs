//! Words as both sides of the search know them: here, and in the theme's `search.js`.

use super::SearchPage;
use super::vocabulary::FIELDS;
use rustc_hash::FxHashMap;
use std::iter;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What is longer is no word: a key, a hash, an address. Nobody types it.
const LONGEST: usize = 64;

/// The words of one page: every word once, and the passages as numbers of words.
pub(super) struct Counted {
    /// All that the page says, folded.
    folded: String,
    /// Where each word stands in it first.
    words: Vec<Range<u32>>,
    pub(super) passages: Vec<[Vec<u32>; FIELDS]>,
}

impl Counted {
    /// Every word once, in the order of the numbers in `passages`.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| &self.folded[word.start as usize..word.end as usize])
    }
}

/// The words of a page.
pub(super) fn count(page: &SearchPage) -> Counted {
    let mut folded = String::new();
    let mut stretch = |texts: &mut dyn Iterator<Item = &str>| {
        let start = folded.len();
        for text in texts {
            fold(text, &mut folded);
            // No word goes on from one text into the next.
            folded.push(' ');
        }
        start..folded.len()
    };
    let stretches: Vec<[Range<usize>; FIELDS]> = page
        .passages
        .iter()
        .enumerate()
        .map(|(place, passage)| {
            let (title, tags): (&str, &[String]) =
                if place == 0 { (&page.title, &page.tags) } else { (&passage.heading, &[]) };
            [
                stretch(&mut iter::once(title)),
                stretch(&mut tags.iter().map(String::as_str)),
                stretch(&mut iter::once(passage.text.as_str())),
            ]
        })
        .collect();

    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    let mut words = Vec::new();
    let mut of = |stretch: Range<usize>| {
        let mut numbers = Vec::new();
        each(&folded, stretch, &mut |word| {
            numbers.push(*known.entry(&folded[word.clone()]).or_insert_with(|| {
                words.push(word.start as u32..word.end as u32);
                words.len() as u32 - 1
            }));
        });
        numbers
    };
    let passages = stretches.into_iter().map(|fields| fields.map(&mut of)).collect();
    Counted { folded, words, passages }
}

/// Calls with the place of every word in a stretch of a folded text.
fn each(folded: &str, stretch: Range<usize>, call: &mut dyn FnMut(Range<usize>)) {
    let mut start = stretch.start;
    while start < stretch.end {
        let Some((run, class)) = next(folded, start..stretch.end) else { return };
        start = run.end;
        match class {
            Class::Cjk => pairs(folded, run, call),
            Class::Letters if run.len() <= LONGEST => call(run),
            Class::Letters => {}
        }
    }
}

/// The next run of signs of one class.
fn next(folded: &str, stretch: Range<usize>) -> Option<(Range<usize>, Class)> {
    let rest = &folded[stretch.clone()];
    // Most words are of ASCII, and end at a sign of it.
    let from = rest.bytes().position(|byte| byte >= 0x80 || byte.is_ascii_alphanumeric())?;
    let length = rest.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if length > 0 && rest.as_bytes().get(from + length).is_none_or(u8::is_ascii) {
        let start = stretch.start + from;
        return Some((start..start + length, Class::Letters));
    }
    let (from, class) = rest.char_indices().find_map(|(at, sign)| Some((at, class(sign)?)))?;
    let length = rest[from..].find(|sign| self::class(sign) != Some(class)).unwrap_or(rest.len() - from);
    let start = stretch.start + from;
    Some((start..start + length, class))
}

/// What may stand in one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Signs that are written without spaces between words.
    Cjk,
    /// All other letters and digits.
    Letters,
}

fn class(sign: char) -> Option<Class> {
    if sign.is_ascii() {
        return sign.is_ascii_alphanumeric().then_some(Class::Letters);
    }
    if is_cjk(sign) {
        return Some(Class::Cjk);
    }
    sign.is_alphanumeric().then_some(Class::Letters)
}

/// The overlapping pairs of a run of signs; a single sign is a word.
fn pairs(folded: &str, run: Range<usize>, call: &mut dyn FnMut(Range<usize>)) {
    let mut starts = folded[run.clone()].char_indices().map(|(at, _)| run.start + at).chain([run.end]);
    let (Some(mut first), Some(mut second)) = (starts.next(), starts.next()) else { return };
    let mut is_alone = true;
    for third in starts {
        is_alone = false;
        call(first..third);
        (first, second) = (second, third);
    }
    if is_alone {
        call(first..second);
    }
}

/// Adds a text in lower case, without accents, and each letter in its simplest form.
fn fold(text: &str, folded: &mut String) {
    folded.reserve(text.len() + 1);
    if text.is_ascii() {
        return fold_ascii(text, folded);
    }
    // No form of a letter depends on what stands behind a space, so that one sign that is not of
    // ASCII makes one word slow and not a whole text.
    for word in text.split_inclusive(' ') {
        if word.is_ascii() {
            fold_ascii(word, folded);
        } else {
            fold_word(word, folded);
        }
    }
}

fn fold_ascii(text: &str, folded: &mut String) {
    let start = folded.len();
    folded.push_str(text);
    folded[start..].make_ascii_lowercase();
}

fn fold_word(word: &str, folded: &mut String) {
    let lower = word.to_lowercase();
    for sign in lower.nfkd().filter(|sign| !matches!(sign, '\u{300}'..='\u{36f}')).nfc() {
        match sign {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
}

fn is_cjk(sign: char) -> bool {
    matches!(sign, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309f}' | '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
