//! Brackets that were meant as a link and are none for Markdown, which shows them as they are.

use std::ops::Range;

/// A stretch of words that was meant as a link.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Where it stands in the words.
    pub(super) range: Range<usize>,
    /// What is wrong with it.
    pub(super) message: &'static str,
    /// What to write.
    pub(super) hint: String,
}

/// Finds such stretches in running words, from which every link that is one has been taken.
pub(super) fn find(words: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut from = 0;
    while let Some(at) = words[from..].find('[') {
        let start = from + at;
        let line = nearby(&words[start..]).split('\n').next().unwrap_or_default();
        // Behind a letter or a bracket it is an index: `list[0]`, `[[0, 1], [1, 0]]`.
        let may_begin = !words[..start].ends_with(|before: char| before.is_alphanumeric() || before == ']');
        let found = may_begin.then(|| wikilink(line).or_else(|| link(line))).flatten();
        from = start + 1;
        if let Some((length, message, hint)) = found {
            from = start + length;
            slips.push(Slip { range: start..from, message, hint });
        }
    }
    slips
}

/// As far as a link reaches: a text of nothing but open brackets is not to be read at each of them.
fn nearby(words: &str) -> &str {
    const REACH: usize = 400;
    let end = (REACH.min(words.len())..=words.len()).find(|end| words.is_char_boundary(*end));
    &words[..end.unwrap_or(words.len())]
}

/// `[[id` without its end, and `[[]]`.
fn wikilink(line: &str) -> Option<(usize, &'static str, String)> {
    let inside = line.strip_prefix("[[")?;
    if inside.trim_start().starts_with("]]") {
        let length = line.find("]]")? + 2;
        return Some((
            length,
            "these brackets name no record",
            "write an id between them: [[late-vendors]]".to_owned(),
        ));
    }
    if inside.contains("]]") || !inside.starts_with(char::is_alphanumeric) {
        return None;
    }
    let id = inside.find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_' | '/' | ':' | '#'));
    let id = inside[..id.unwrap_or(inside.len())].trim_end_matches(':');
    Some((2 + id.len(), "this link is not closed", format!("write [[{id}]]")))
}

/// `[words](path with spaces)`, and `[words][label]` without a line for the label.
fn link(line: &str) -> Option<(usize, &'static str, String)> {
    let close = line.find(']')?;
    let label = &line[1..close];
    if label.trim().is_empty() || label.contains('[') || label.starts_with(['^', '!']) {
        return None;
    }
    let behind = &line[close + 1..];
    if let Some(address) = behind.strip_prefix('(') {
        let address = &address[..address.find(')')?];
        let is_path = address.contains(char::is_whitespace) && address.contains(['.', '/']);
        let ends_as_path =
            address.rsplit('.').next().is_some_and(|ending| ending.len() <= 4) || address.starts_with("../");
        if !is_path || !ends_as_path || address.contains(['"', '\'']) {
            return None;
        }
        let length = close + address.len() + 3;
        return Some((length, "an address with spaces is no link", format!("write [{label}](<{address}>)")));
    }
    let reference = behind.strip_prefix('[')?;
    let reference = &reference[..reference.find(']')?];
    let is_label = label.contains(' ') && reference.len() > 1 && !reference.contains('[');
    is_label.then(|| {
        let message = "this link refers to an address that is not written anywhere";
        (close + reference.len() + 3, message, format!("write it on a line of its own: [{reference}]: path.md"))
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(words: &str) -> Vec<(&str, String)> {
        find(words).into_iter().map(|slip| (&words[slip.range], slip.hint)).collect()
    }

    #[test]
    fn a_link_that_is_none_is_found_with_what_to_write() {
        let cases = [
            ("see [[late-vendors and more", "[[late-vendors", "[[late-vendors]]"),
            ("see [[]] here", "[[]]", "an id"),
            ("see [the note](late vendors.md) here", "[the note](late vendors.md)", "[the note](<late vendors.md>)"),
            ("see [the note][late] here", "[the note][late]", "[late]: path.md"),
        ];
        for (words, stretch, hint) in cases {
            let slips = found(words);
            assert_eq!(slips.len(), 1, "{words}: {slips:?}");
            assert_eq!(slips[0].0, stretch);
            assert!(slips[0].1.contains(hint), "{slips:?}");
        }
    }

    #[test]
    fn brackets_that_mean_no_link_are_left_alone() {
        for words in [
            "list[0][1]",
            "[x] done",
            "[1][2]",
            "[[ -f a ]]",
            "[[0, 1], [1, 0]]",
            "an [aside] (and more)",
            "[a](b c)",
            "[^1]",
        ] {
            assert_eq!(found(words), [], "{words}");
        }
    }
}
