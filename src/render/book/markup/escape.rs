//! Texts and ids as HTML and XML can hold them.

/// An id as an attribute can hold it: without spaces and control characters.
pub(super) fn anchor(id: &str) -> String {
    id.chars().map(|letter| if letter.is_whitespace() || !is_allowed(letter) { '_' } else { letter }).collect()
}

/// The part of an address that names an id.
pub(in crate::render::book) fn fragment(id: &str) -> String {
    const KEEP: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'~')
        .remove(b'/')
        .remove(b':');
    percent_encoding::utf8_percent_encode(&anchor(id), KEEP).to_string()
}

/// Whether XML 1.0 allows the character.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{7e}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(u32::from(letter), 0xfdd0..=0xfdef)
        && u32::from(letter) & 0xfffe != 0xfffe
}

/// Text between tags.
pub(in crate::render::book) struct Text<'a>(pub &'a str);

/// Text within the quotes of an attribute.
pub(in crate::render::book) struct Attribute<'a>(pub &'a str);

impl std::fmt::Display for Text<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        escape(self.0, false, out)
    }
}

impl std::fmt::Display for Attribute<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        escape(self.0, true, out)
    }
}

fn escape(text: &str, quotes: bool, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let mut start = 0;
    for (offset, letter) in text.char_indices() {
        let instead = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if quotes => "&quot;",
            letter if !is_allowed(letter) => "",
            _ => continue,
        };
        out.write_str(&text[start..offset])?;
        out.write_str(instead)?;
        start = offset + letter.len_utf8();
    }
    out.write_str(&text[start..])
}
