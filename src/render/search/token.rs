//! Words as both sides of the search know them: here, and in the theme's `search.js`.

use super::SearchPage;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// What is longer is no word: a key, a hash, an address. Nobody types it.
const LONGEST: usize = 64;

/// The words of one page: every word once, and the passages as numbers of words.
pub(super) struct Counted {
    pub(super) words: Vec<String>,
    pub(super) passages: Vec<CountedPassage>,
}

/// The words of a passage by field, in their order, as places in [`Counted::words`].
pub(super) struct CountedPassage {
    pub(super) title: Vec<u32>,
    pub(super) tags: Vec<u32>,
    pub(super) text: Vec<u32>,
}

/// The words of a page.
pub(super) fn count(page: &SearchPage) -> Counted {
    let mut known: FxHashMap<String, u32> = FxHashMap::default();
    let mut words = Vec::new();
    let mut of = |texts: &[&str]| {
        let mut numbers = Vec::new();
        for text in texts {
            each(text, &mut |word| {
                let number = known.get(word).copied().unwrap_or_else(|| {
                    let number = words.len() as u32;
                    known.insert(word.to_owned(), number);
                    words.push(word.to_owned());
                    number
                });
                numbers.push(number);
            });
        }
        numbers
    };
    let tags: Vec<&str> = page.tags.iter().map(String::as_str).collect();
    let passages = page
        .passages
        .iter()
        .enumerate()
        .map(|(place, passage)| CountedPassage {
            title: of(&[if place == 0 { &page.title } else { &passage.heading }]),
            tags: if place == 0 { of(&tags) } else { Vec::new() },
            text: of(&[&passage.text]),
        })
        .collect();
    Counted { words, passages }
}

/// Calls for every word of a text.
fn each(text: &str, call: &mut dyn FnMut(&str)) {
    let folded = fold(text);
    let mut rest = folded.as_str();
    while let Some((start, class)) = rest.char_indices().find_map(|(at, sign)| Some((at, class(sign)?))) {
        rest = &rest[start..];
        let end = rest.find(|sign| self::class(sign) != Some(class)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match class {
            Class::Cjk => pairs(run, call),
            Class::Letters if run.len() <= LONGEST => call(run),
            Class::Letters => {}
        }
        rest = after;
    }
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
    if is_cjk(sign) {
        return Some(Class::Cjk);
    }
    sign.is_alphanumeric().then_some(Class::Letters)
}

/// The overlapping pairs of a run of signs; a single sign is a word.
fn pairs(run: &str, call: &mut dyn FnMut(&str)) {
    let mut starts = run.char_indices().map(|(at, _)| at).chain([run.len()]);
    let (Some(mut first), Some(mut second)) = (starts.next(), starts.next()) else { return };
    let mut is_alone = true;
    for third in starts {
        is_alone = false;
        call(&run[first..third]);
        (first, second) = (second, third);
    }
    if is_alone {
        call(&run[first..second]);
    }
}

/// Lower case, without accents, and each letter in its simplest form.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // No form of a letter depends on what stands behind a space, so that one sign that is not of
    // ASCII makes one word slow and not a whole text.
    for word in text.split_inclusive(' ') {
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            folded[start..].make_ascii_lowercase();
        } else {
            fold_word(word, &mut folded);
        }
    }
    folded
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
