//! What formats do to characters, undone: entities, escapes of URLs, JSON and scripts.

use std::borrow::Cow;

/// The entities that pages and books are written with; others stand as gaps.
const ENTITIES: [(&str, char); 40] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("shy", '\u{AD}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("oslash", 'ø'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
];

/// The character of an entity at the beginning of a text (`&uuml;…`), and the entity's length.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.as_bytes().iter().take(12).position(|byte| *byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 1))
}

/// A text with its entities decoded; borrowed where it has none.
pub(super) fn without_entities(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = entity(rest).unwrap_or(('&', 1));
        plain.push(character);
        rest = &rest[length..];
    }
    if plain.is_empty() && rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A text with its URL escapes decoded; none where it has none.
pub(super) fn without_percent(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let escape = |at: usize| {
        let digits = bytes.get(at + 1..at + 3)?;
        let digit = |byte: u8| (byte as char).to_digit(16);
        Some((digit(digits[0])? * 16 + digit(digits[1])?) as u8)
    };
    memchr::memchr_iter(b'%', bytes).find_map(escape)?;
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => match escape(at) {
                Some(byte) => {
                    plain.push(byte);
                    at += 3;
                    continue;
                }
                None => plain.push(b'%'),
            },
            byte => plain.push(byte),
        }
        at += 1;
    }
    Some(String::from_utf8_lossy(&plain).into_owned())
}

/// A text with the backslash escapes of JSON, scripts and style sheets decoded; none where it has
/// none.
pub(super) fn without_backslashes(text: &str) -> Option<String> {
    text.contains('\\').then_some(())?;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (character, length) = backslash(rest);
        plain.extend(character);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    Some(plain)
}

/// The character of an escape whose backslash has been read, and the length of what follows it.
fn backslash(rest: &str) -> (Option<char>, usize) {
    let hex = |digits: Option<&str>| u32::from_str_radix(digits?, 16).ok();
    match rest.bytes().next() {
        Some(b'n' | b'r' | b't' | b'f' | b'v' | b'b' | b'\n') => (Some(' '), 1),
        Some(b'u') if rest.as_bytes().get(1) == Some(&b'{') => {
            let end = rest.find('}').unwrap_or(1);
            (hex(rest.get(2..end)).and_then(char::from_u32), end + 1)
        }
        Some(b'u') => match hex(rest.get(1..5)) {
            Some(high @ 0xD800..=0xDBFF) => match hex(rest.get(7..11)) {
                Some(low @ 0xDC00..=0xDFFF) if rest.get(5..7) == Some("\\u") => {
                    (char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)), 11)
                }
                _ => (None, 5),
            },
            Some(code) => (char::from_u32(code), 5),
            None => (Some('u'), 1),
        },
        Some(b'x') => match hex(rest.get(1..3)) {
            Some(code) => (char::from_u32(code), 3),
            None => (Some('x'), 1),
        },
        Some(_) => {
            let character = rest.chars().next();
            (character, character.map_or(0, char::len_utf8))
        }
        None => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::{without_backslashes, without_entities, without_percent};

    #[test]
    fn escapes_are_undone() {
        assert_eq!(without_entities("Z&uuml;rich &#252;&#xFC; &amp;uuml; & so"), "Zürich üü &uuml; & so");
        assert_eq!(without_percent("Z%C3%BCrich 100% 5%zz").as_deref(), Some("Zürich 100% 5%zz"));
        assert_eq!(without_percent("100 %"), None);
        assert_eq!(without_backslashes(r#"Z\u00fcrich\n\x41\u{41}\ud83d\ude00\""#).as_deref(), Some("Zürich AA😀\""));
        assert_eq!(without_backslashes(r"\u12 \ud800 \ux \"), Some("u12  ux ".into()));
    }
}
