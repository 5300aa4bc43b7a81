//! Addresses of e-mail as people write them in a text.

use std::ops::Range;

/// What stands between the two parts of an address, some of it to mislead machines.
const SIGNS: [&str; 4] = ["@", "(at)", "[at]", "{at}"];

/// The addresses in a text: where the local part stands, and where the whole.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for sign in SIGNS {
        for (at, _) in lower.match_indices(sign) {
            let (mut before, mut behind) = (&text[..at], &text[at + sign.len()..]);
            if sign != "@" {
                (before, behind) = (before.trim_end_matches(' '), behind.trim_start_matches(' '));
            }
            let local = before.trim_end_matches(|letter| is_letter(letter) || matches!(letter, '_' | '+' | '%')).len();
            let host = behind.find(|letter| !is_letter(letter)).map_or(behind, |end| &behind[..end]);
            let host = host.trim_end_matches(['.', '-']).len();
            if local < before.len() && host > 0 {
                let start = text.len() - behind.len();
                found.push((local..before.len(), local..start + host));
            }
        }
    }
    found
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-')
}
