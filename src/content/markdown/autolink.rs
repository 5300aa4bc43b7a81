//! Bare addresses in running text, by the rules of GitHub Flavored Markdown.

use std::ops::Range;

/// The stretches of a text that are web addresses.
pub(super) fn find(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !words.contains("://") && !words.contains("www.") && !words.contains("WWW.") {
        return found;
    }
    let mut from = 0;
    while let Some(start) = next_start(words, from) {
        let end = end_of(words, start);
        if is_address(&words[start..end]) {
            found.push(start..end);
        }
        from = end.max(start + 1);
    }
    found
}

/// The address that a bare one stands for.
pub(super) fn address(bare: &str) -> String {
    if bare.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) {
        format!("https://{bare}")
    } else {
        bare.to_owned()
    }
}

/// The next place at which an address may begin: `http` or `www` after something that is no
/// Latin letter (Japanese writes no space before it).
fn next_start(words: &str, from: usize) -> Option<usize> {
    let bytes = words.as_bytes();
    (from..bytes.len()).find(|&at| {
        matches!(bytes[at], b'h' | b'H' | b'w' | b'W')
            && !words[..at].chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric())
            && ["http://", "https://", "www."].iter().any(|head| {
                bytes.get(at..at + head.len()).is_some_and(|written| written.eq_ignore_ascii_case(head.as_bytes()))
            })
    })
}

fn end_of(words: &str, start: usize) -> usize {
    let rest = &words[start..];
    let stop = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '<' | '>' | '"' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '’' | '”' | '“' | '»' | '«')
    };
    let mut address = &rest[..rest.find(stop).unwrap_or(rest.len())];
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        let shorter = match address.chars().next_back() {
            Some('?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | ']' | '|') => true,
            Some(')') if closed > opened => {
                closed -= 1;
                true
            }
            _ => false,
        };
        if !shorter {
            return start + address.len();
        }
        address = &address[..address.len() - 1];
    }
}

/// Whether there is a host behind the scheme.
fn is_address(written: &str) -> bool {
    let host = written.split_once("://").map_or(written, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let www = written.len() == host.len() || !written.contains("://");
    !host.is_empty()
        && host.chars().next().is_some_and(char::is_alphanumeric)
        && (!www || host.matches('.').count() >= 2)
        && host.split('.').all(|label| !label.is_empty())
        && host.chars().all(|character| character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | '@'))
}

#[cfg(test)]
mod tests {
    use super::{address, find};

    fn links(words: &str) -> Vec<&str> {
        find(words).into_iter().map(|range| &words[range]).collect()
    }

    #[test]
    fn an_address_ends_before_the_sentence_does() {
        assert_eq!(
            links("See https://a.example/b_c?d=e, and (http://a.example/(x))."),
            ["https://a.example/b_c?d=e", "http://a.example/(x)"]
        );
        assert_eq!(links("WWW.example.com! www.x http://"), ["WWW.example.com"]);
        assert_eq!(links("詳しくはhttps://a.example/次。ここ"), ["https://a.example/次"]);
    }

    #[test]
    fn a_word_that_only_looks_like_one_is_none() {
        assert_eq!(links("xhttp://a.example http:// https://. hwww.a.b ftp://a.b"), [] as [&str; 0]);
    }

    #[test]
    fn the_bare_form_takes_the_safe_scheme() {
        assert_eq!(address("www.example.com"), "https://www.example.com");
        assert_eq!(address("http://a.example"), "http://a.example");
    }
}
