//! What is refused before it is parsed, because parsing it would take more time or memory than any text
//! is worth.

use super::tree::{MAX_DEPTH, too_deep as complain_of_depth};
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// How many marks of quotations and lists may begin one line.
const MAX_MARKS: usize = 2 * MAX_DEPTH;

/// How far the last of them may stand from the beginning of the line.
const MAX_INDENT: usize = 4 * MAX_DEPTH;

/// How many elements one text may have. Each takes up to 900 bytes until it stands on its pages, and so
/// all of them less than a gigabyte; 20 MB of ordinary notes have 600 000, and the longest real one known
/// has 20 000.
const MAX_ELEMENTS: usize = 1_000_000;

/// How many elements an address of the web weighs.
const ADDRESS: usize = 4;

/// Why a text is not read at all.
pub(super) fn refusal(text: &Text) -> Option<Diagnostic> {
    if let Some(line) = too_deep(&text.value) {
        return Some(complain_of_depth(text, (line.start, line.end)));
    }
    let line = too_many(&text.value, MAX_ELEMENTS)?;
    let message = format!("more than {MAX_ELEMENTS} elements in one text: lines, links, cells, stressed words");
    let complaint = Diagnostic::error(Code::TooLarge, text.span(line), message);
    Some(complaint.hint("nothing of it is read; make several notes of it"))
}

/// The line in which a text has more elements than that: every line that is not blank is one, and so is
/// every sign that may begin or end another.
fn too_many(text: &str, most: usize) -> Option<Range<usize>> {
    // None is shorter than a byte.
    if text.len() <= most {
        return None;
    }
    let mut start = 0;
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        count += elements(line.as_bytes());
        if count > most {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn elements(line: &[u8]) -> usize {
    if line.trim_ascii().is_empty() {
        return 0;
    }
    let mut before = b' ';
    let is_mark = |byte: &&u8| {
        let repeats = **byte == std::mem::replace(&mut before, **byte);
        match **byte {
            b'[' | b']' | b'<' | b'|' | b'&' | b'\\' => true,
            b'*' | b'_' | b'`' | b'~' => !repeats,
            _ => false,
        }
    };
    let marks = line.iter().filter(is_mark).count();
    // A heading has its place in contents, search and book; an address is read with the words before it.
    let heading = usize::from(line.starts_with(b"#"));
    let addresses = line.windows(3).filter(|signs| signs == b"://").count();
    1 + marks + heading + ADDRESS * addresses
}

/// The first line that opens more quotations and lists than anybody reads.
///
/// The parser looks at every open quotation and list for every line that follows, so such lines make
/// it slow out of all proportion.
fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > MAX_MARKS && is_too_deep(line.as_bytes()) {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn is_too_deep(line: &[u8]) -> bool {
    let mut marks = 0;
    let mut last = 0;
    let mut at = 0;
    while let Some(byte) = line.get(at) {
        match byte {
            b' ' | b'\t' => {}
            b'>' => {
                marks += 1;
                last = at;
            }
            b'-' | b'+' | b'*' if is_space(line.get(at + 1)) => {
                marks += 1;
                last = at;
            }
            b'0'..=b'9' => {
                let digits = line[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                at += digits;
                if !matches!(line.get(at), Some(b'.' | b')')) || !is_space(line.get(at + 1)) {
                    break;
                }
                marks += 1;
                last = at;
            }
            _ => break,
        }
        at += 1;
    }
    (marks > MAX_MARKS || (marks > 0 && last > MAX_INDENT)) && !is_rule(line)
}

fn is_space(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b' ' | b'\t' | b'\n') | None)
}

/// Whether the line is a break of the matter, such as `- - -`.
fn is_rule(line: &[u8]) -> bool {
    let mut signs = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = signs.next();
    first.is_some_and(|first| matches!(first, b'-' | b'*') && signs.all(|sign| sign == first))
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn only_what_nobody_reads_is_too_deep() {
        for line in [
            "- ".repeat(300),
            "-".repeat(900),
            format!("{}a", "> ".repeat(150)),
            format!("{}- a", " ".repeat(300)),
            "1.1.".repeat(300),
        ] {
            assert_eq!(too_deep(&line), None, "{line}");
        }
        for line in [
            format!("{}a", ">".repeat(300)),
            format!("{}a", "- ".repeat(300)),
            format!("{}a", "1. ".repeat(300)),
            format!("{}- a", " ".repeat(500)),
        ] {
            assert!(too_deep(&format!("a\n{line}\n")).is_some_and(|range| range.start == 2), "{line}");
        }
    }
}
