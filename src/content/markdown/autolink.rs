//! Bare addresses in running text, by the rules of GitHub Flavored Markdown.

use std::ops::Range;

/// The stretches of a text that are addresses: of the web, and of people.
pub(super) fn find(words: &str) -> Vec<Range<usize>> {
    let mut found = web(words);
    if words.contains('@') {
        let of_people: Vec<Range<usize>> =
            mail(words).filter(|mail| !found.iter().any(|web| web.start < mail.end && mail.start < web.end)).collect();
        found.extend(of_people);
        found.sort_by_key(|range| range.start);
    }
    found
}

/// E-mail addresses. What pins a version (`name@1.2`) and what names a repository (`git@host.org:name`) is none.
fn mail(words: &str) -> impl Iterator<Item = Range<usize>> {
    words.match_indices('@').filter_map(|(at, _)| {
        let is_local = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
        let is_domain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
        let before = words[..at].trim_end_matches(is_local);
        let local = words[before.len()..at].trim_start_matches('.');
        let behind = &words[at + 1..];
        let domain = behind[..behind.len() - behind.trim_start_matches(is_domain).len()].trim_end_matches('.');
        let end = at + 1 + domain.len();
        let (_, last) = domain.rsplit_once('.')?;
        let is_whole = !local.is_empty()
            && !before.ends_with(|before: char| before == '/' || (before.is_alphabetic() && before < '\u{370}'))
            && domain.split('.').all(|label| !label.is_empty())
            && last.len() > 1
            && last.chars().all(|letter| letter.is_ascii_alphabetic())
            && !words[end..].strip_prefix(':').is_some_and(|rest| rest.starts_with(|next: char| !next.is_whitespace()));
        let scheme = before.len() - before.strip_suffix(SCHEME).map_or(before.len(), str::len);
        is_whole.then_some(at - local.len() - scheme..end)
    })
}

/// What may be written before an e-mail address.
const SCHEME: &str = "mailto:";

fn web(words: &str) -> Vec<Range<usize>> {
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
    } else if bare.contains('@') && !bare.contains("://") && !bare.starts_with(SCHEME) {
        format!("{SCHEME}{bare}")
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
    fn an_address_of_a_person_ends_before_the_sentence_does() {
        assert_eq!(links("Write to me@x.org, or (a.b+c@d-e.example.com)."), ["me@x.org", "a.b+c@d-e.example.com"]);
        assert_eq!(links("mailto:me@x.org; 宛先me@x.orgへ"), ["mailto:me@x.org", "me@x.org"]);
        assert_eq!(links("See https://a.example/me@x.org and me@x.org"), ["https://a.example/me@x.org", "me@x.org"]);
        assert_eq!(links("@me me@ @x.org me@x react@18.2.0 git@x.org:a/b ssh://git@x.org éme@x.org"), [] as [&str; 0]);
        assert_eq!(address("me@x.org"), "mailto:me@x.org");
        assert_eq!(address("mailto:me@x.org"), "mailto:me@x.org");
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
