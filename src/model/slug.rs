use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A name as a segment of a path: lower case, letters and digits of every script and their accents
/// kept, everything else one hyphen.
///
/// Both Unicode forms of a name give the same slug (NFC), and characters without width vanish.
/// A name of nothing but signs gives an empty slug.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    for character in composed(name).chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() || is_mark(character) {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(character);
        } else if !is_without_width(character) && character != '\'' && character != '’' {
            gap = true;
        }
    }
    composed(&slug).into_owned()
}

/// One of the two Unicode forms of a text; most names are of ASCII alone and have only one.
fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The longest segment of an id in bytes: file systems take 255, and an ending and a copy's suffix
/// must fit too.
const LONGEST: usize = 120;

/// A path as an id: each segment as a slug, fit to be the name of a file on every system.
///
/// A segment that is too long is cut, with a hash of all of it; a name that Windows keeps for
/// itself gets a suffix. A segment of nothing but signs is left empty.
pub fn id_slug(path: &str) -> String {
    path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn segment(name: &str) -> String {
    let mut slug = slug(name);
    if slug.len() > LONGEST {
        let hash = blake3::hash(slug.as_bytes()).to_hex();
        let cut = (0..LONGEST - 20).rev().find(|end| slug.is_char_boundary(*end)).unwrap_or(0);
        slug.truncate(cut);
        slug = format!("{}-{}", slug.trim_end_matches('-'), &hash[..8]);
    }
    let is_numbered = |name: &str| {
        slug.strip_prefix(name)
            .is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if matches!(slug.as_str(), "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt") {
        slug.push_str("-page");
    }
    slug
}

/// Combining marks belong to the letter before them (Devanagari vowels, stacked accents).
fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

fn is_without_width(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{id_slug, slug};

    #[test]
    fn letters_of_every_script_stay() {
        assert_eq!(slug("Zürich – Ängste & Größe"), "zürich-ängste-größe");
        assert_eq!(slug("見積もり 入門"), "見積もり-入門");
    }

    #[test]
    fn every_segment_of_an_id_can_be_a_file() {
        assert_eq!(id_slug("Agile/Stand Ups"), "agile/stand-ups");
        assert_eq!(id_slug("aux/com1/com"), "aux-page/com1-page/com");
        let long = id_slug(&"ä".repeat(200));
        assert!(long.len() <= 120 && long != id_slug(&"ä".repeat(201)));
    }

    #[test]
    fn both_unicode_forms_are_one() {
        assert_eq!(slug("Caf\u{e9}"), slug("Cafe\u{301}"));
    }

    #[test]
    fn characters_without_width_vanish() {
        assert_eq!(slug("a\u{200B}b"), "ab");
    }
}
