//! Where a link leads, and whether it may.

use crate::model::Kind;

/// What an address is, as far as can be told from its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// There is none.
    Empty,
    /// A heading of the same text.
    Anchor(String),
    /// A path inside the site, as written.
    Path(String),
    /// A record by its kind and id, as written.
    Record(String),
    /// An address with a harmless scheme.
    External(String),
    /// An address with another scheme, which is given.
    Unsafe(String),
}

/// The schemes that only ever open a page, a letter or a call.
const HARMLESS: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Destination {
    /// Judges an address whose entities have been decoded.
    ///
    /// Browsers ignore control characters and line ends inside an address and white space around
    /// it, so they are gone before the scheme is looked at.
    pub(super) fn of(written: &str) -> Self {
        let address: String = written.trim().chars().filter(|character| !is_ignored(*character)).collect();
        let address = address.trim();
        if address.is_empty() || address == "#" {
            return Self::Empty;
        }
        if let Some(anchor) = address.strip_prefix('#') {
            return Self::Anchor(decode_percent(anchor));
        }
        if let Some(host) = address.strip_prefix(['/', '\\']).and_then(|rest| rest.strip_prefix(['/', '\\'])) {
            return Self::External(without_spaces(&format!("https://{host}")));
        }
        match scheme(address) {
            Some(scheme) if HARMLESS.contains(&scheme.to_ascii_lowercase().as_str()) => {
                Self::External(without_spaces(address))
            }
            Some(scheme) if Kind::parse(scheme).is_some() => Self::Record(address.to_owned()),
            Some(scheme) => Self::Unsafe(scheme.to_ascii_lowercase()),
            None => Self::Path(address.to_owned()),
        }
    }
}

/// The scheme of an address, by the grammar of RFC 3986. A single letter is a drive of Windows.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let begins = letters.next().is_some_and(|first| first.is_ascii_alphabetic());
    let goes_on = letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    (begins && goes_on && scheme.len() > 1).then_some(scheme)
}

/// Control characters, and characters that nobody sees.
fn is_ignored(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn without_spaces(address: &str) -> String {
    address.split_whitespace().collect::<Vec<_>>().join("%20")
}

/// `%C3%A4` as the letter it stands for; what is no UTF-8 stays as written.
pub(super) fn decode_percent(written: &str) -> String {
    if !written.contains('%') {
        return written.to_owned();
    }
    let bytes = written.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at] == b'%').then(|| bytes.get(at + 1..at + 3)).flatten();
        let pair = pair.filter(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let byte =
            pair.and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Destination, decode_percent};

    #[test]
    fn whatever_could_run_is_unsafe_however_it_is_written() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "java\u{200B}script:alert(1)",
            "vbscript:x",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "blob:x",
        ] {
            assert!(matches!(Destination::of(address), Destination::Unsafe(_)), "{address:?}");
        }
    }

    #[test]
    fn a_path_stays_as_it_is_written() {
        for path in ["../lessons/a.md", "a%20b.md#c", "javascript%3Aalert(1)", "C:\\notes\\a.md", "a/b:c.md", "?q=a:b"]
        {
            assert_eq!(Destination::of(path), Destination::Path(path.into()));
        }
    }

    #[test]
    fn an_address_without_a_scheme_of_its_own_takes_the_safe_one() {
        for address in ["//example.com/a", "\\\\example.com/a", "/\\example.com/a", "/\t/example.com/a"] {
            assert_eq!(Destination::of(address), Destination::External("https://example.com/a".into()));
        }
    }

    #[test]
    fn anchors_are_decoded_and_nothing_is_empty() {
        assert_eq!(Destination::of("#%C3%A9t%C3%A9"), Destination::Anchor("été".into()));
        assert_eq!(Destination::of(" # "), Destination::Empty);
        assert_eq!(Destination::of("skill:estimating"), Destination::Record("skill:estimating".into()));
        assert_eq!(decode_percent("100%"), "100%");
        assert_eq!(decode_percent("%ff"), "%ff");
    }
}
