//! The signs that begin a block: of lists, fences, headings, definitions, and of what is withheld.

use unicode_normalization::UnicodeNormalization;

/// The words of marks whose blocks are shown; every other mark withholds its block.
const SHOWN_MARKS: &[&str] = &[
    "note",
    "tip",
    "important",
    "warning",
    "caution",
    "example",
    "quote",
    "abstract",
    "attention",
    "bug",
    "check",
    "cite",
    "danger",
    "definition",
    "done",
    "error",
    "exercise",
    "fail",
    "failure",
    "faq",
    "help",
    "hint",
    "info",
    "information",
    "missing",
    "notes",
    "notice",
    "practice",
    "question",
    "quotation",
    "recommendation",
    "remark",
    "remember",
    "required",
    "seealso",
    "snippet",
    "stop",
    "success",
    "summary",
    "tips",
    "tldr",
    "todo",
    "warn",
    "alert",
    "key",
    "goal",
];

/// The length of `- `, `* `, `+ `, `1. `, `1) ` at the beginning.
pub(super) fn list_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = match text.as_bytes().get(digits)? {
        b'.' | b')' if (1..10).contains(&digits) => digits + 1,
        b'-' | b'*' | b'+' if digits == 0 => 1,
        _ => return None,
    };
    let rest = &text[length..];
    // `***` and `---` are rules.
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(length).filter(|_| !is_rule(text))
}

pub(super) fn footnote_mark(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix("[^")?;
    let end = inside.find("]:")?;
    (!inside[..end].contains(['[', ']'])).then(|| (&inside[..end], end + 4))
}

pub(super) fn fence_mark(text: &str) -> Option<(u8, usize)> {
    let byte = *text.as_bytes().first().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = text.bytes().take_while(|other| *other == byte).count();
    (length >= 3 && (byte == b'~' || !text[length..].contains('`'))).then_some((byte, length))
}

/// Whether a line is a rule. The end of the line tells at once where most are none: a line may begin
/// with thousands of marks, and be asked at each of them.
pub(super) fn is_rule(text: &str) -> bool {
    let Some(sign) = text.chars().next().filter(|sign| matches!(sign, '-' | '*' | '_')) else { return false };
    let mut signs = text.chars().rev().filter(|character| !character.is_whitespace());
    signs.by_ref().take(3).filter(|other| *other == sign).count() == 3 && signs.all(|other| other == sign)
}

pub(super) fn heading(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    ((1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']))).then_some(rest)
}

/// Whether a line is a block by itself, and so goes on with no paragraph.
pub(super) fn is_own_block(text: &str) -> bool {
    heading(text).is_some() || is_rule(text)
}

/// The length of a mark that withholds the block it begins: `[!INTERNAL]`, in any case and with
/// any spaces, full-width signs and characters without width among them; and, where a quotation
/// begins, every word that is no known mark.
pub(super) fn mark(text: &str, begins: bool) -> Option<usize> {
    // Nothing but signs stands before the first bracket; most lines begin with a letter.
    if text.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric()) {
        return None;
    }
    let end = text.char_indices().take(80).find(|(_, character)| matches!(character, ']' | '］'))?;
    let length = end.0 + end.1.len_utf8();
    let mut plain = text[..length]
        .nfkc()
        .filter(|character| character.is_alphanumeric() || matches!(character, '[' | ']' | '!' | '|'))
        .peekable();
    // Brackets within a line are links most of the time.
    plain.next_if_eq(&'[')?;
    let plain = plain.collect::<String>().to_lowercase();
    let inside = plain.strip_suffix(']')?;
    let word = inside.trim_start_matches('!');
    let word = word.split_once('|').map_or(word, |(word, _)| word);
    let marked = inside.starts_with('!');
    let withholds = word == "internal" || (marked && begins && !word.is_empty() && !SHOWN_MARKS.contains(&word));
    // What stands in backticks is an example of a mark.
    let ticks = &text[..text.len() - text.trim_start_matches('`').len()];
    if !ticks.is_empty() && text[length..].starts_with(ticks) {
        return None;
    }
    // `[internal](…)` is a link, and `[internal]` in running text may be a reference.
    let is_link = text[length..].starts_with(['(', '[']);
    (withholds && (marked || begins) && !is_link).then_some(length)
}

/// `[label]: target "title"`.
pub(super) fn definition(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('[').filter(|inside| !inside.starts_with('^'))?;
    let end = inside.find("]:")?;
    let target = inside[end + 2..].trim();
    // "[Mei]: next week we begin" is a sentence: behind its address a definition has a title at most.
    let address = if target.starts_with('<') { target.find('>').map_or(0, |at| at + 1) } else { 0 };
    let behind = target[address..].split_once(char::is_whitespace).map_or("", |(_, behind)| behind.trim());
    let is_definition = behind.is_empty() || behind.starts_with(['"', '\'', '(']);
    (is_definition && !inside[..end].contains(['[', ']']) && end > 0).then(|| (&inside[..end], target))
}
