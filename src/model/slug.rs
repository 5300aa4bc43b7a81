use unicode_normalization::UnicodeNormalization;

/// A name as a segment of a path: lower case, letters and digits of every script and their accents
/// kept, everything else one hyphen.
///
/// Both Unicode forms of a name give the same slug (NFC), and characters without width vanish.
/// A name of nothing but signs gives an empty slug.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    for character in name.nfc().flat_map(char::to_lowercase) {
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
    slug.nfc().collect()
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
    use super::slug;

    #[test]
    fn letters_of_every_script_stay() {
        assert_eq!(slug("Zürich – Ängste & Größe"), "zürich-ängste-größe");
        assert_eq!(slug("見積もり 入門"), "見積もり-入門");
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
