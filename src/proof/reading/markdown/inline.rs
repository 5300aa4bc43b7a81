//! The words of one line of Markdown, and what is seen elsewhere: targets, alternative texts, addresses.

use crate::proof::disguise::{entity, without_percent};
use crate::proof::fold::Folder;
use crate::proof::reading::{Notebook, Role, Words};
use std::mem;

/// Elements inside which a word goes on.
const WITHIN_WORDS: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "u", "wbr",
];

/// Reads the words of a line as a reader sees them. What is seen elsewhere (targets, alternative
/// texts) becomes passages of its own. Gives the places, as counts of words, at which the line is
/// parted.
pub(super) fn inline(
    text: &str,
    base: usize,
    withheld: bool,
    words: &mut Words,
    notebook: &mut Notebook<'_>,
) -> Vec<usize> {
    let mut breaks = Vec::new();
    if !text.bytes().any(|byte| is_mark(byte) || byte == b'@') && !has_scheme(text) {
        Folder::new(words).text(text, base);
        return breaks;
    }
    let mut folder = Parting { words, breaks: &mut breaks };
    let bytes = text.as_bytes();
    let mut piece = String::new();
    let mut at = 0;
    let mut piece_at = 0;
    let is_row = text.starts_with('|') || text.contains(" | ");
    while at < text.len() {
        let rest = &text[at..];
        let taken = match bytes[at] {
            b'*' | b'`' | b'~' => 1,
            b'|' if is_row => {
                folder.part(&mut piece, base + piece_at);
                1
            }
            b'!' if rest.starts_with("![") => match link(&rest[1..]) {
                Some(link) => {
                    notebook.add(link.text, base + at, Role::Prose, withheld);
                    target_and_title(link.target, base + at, withheld, notebook);
                    folder.part(&mut piece, base + piece_at);
                    link.length + 1
                }
                None => 1,
            },
            b'[' if rest.starts_with("[^") => near(rest).find(']').map_or(1, |end| end + 1),
            b'[' if rest.starts_with("[[") => match near(rest).find("]]") {
                Some(end) => {
                    let inside = &rest[2..end];
                    let (id, label) = inside.split_once('|').unwrap_or((inside, ""));
                    // The kind before a colon is no part of the name.
                    let id = id.split_once(':').map_or(id, |(_, id)| id);
                    notebook.add(id, base + at, Role::Reference, withheld);
                    if label.is_empty() {
                        folder.part(&mut piece, base + piece_at);
                    }
                    piece.push_str(label);
                    end + 2
                }
                None => 1,
            },
            b']' if rest.starts_with("](") || rest.starts_with("][") => match target(&rest[1..]) {
                Some((target, length)) => {
                    // As plain text a link is its words with its address behind them.
                    if !withheld && target.contains("://") {
                        notebook.add(&format!("{} {target}", end_of(&piece)), base + piece_at, Role::Prose, false);
                    }
                    target_and_title(target, base + at, withheld, notebook);
                    length + 1
                }
                None => 1,
            },
            b'<' => {
                if let Some(end) = near(rest)
                    .find('>')
                    .filter(|_| bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/'))
                {
                    let inside = rest[1..end].trim_start_matches('/');
                    let name =
                        inside.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
                    if inside.contains([':', '@']) && !inside.contains(' ') {
                        piece.push_str(inside);
                    } else if !WITHIN_WORDS.contains(&name.to_ascii_lowercase().as_str()) {
                        piece.push(' ');
                    }
                    end + 1
                } else {
                    piece.push(' ');
                    1
                }
            }
            b'&' => {
                if let Some((character, length)) = entity(rest) {
                    piece.push(character);
                    length
                } else {
                    piece.push(' ');
                    1
                }
            }
            _ => {
                if piece.is_empty() {
                    piece_at = at;
                }
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let end =
                    bytes[at + first..].iter().position(|byte| is_mark(*byte)).map_or(rest.len(), |end| first + end);
                piece.push_str(&rest[..end]);
                end
            }
        };
        at += taken;
    }
    let has_addresses = has_scheme(text) || memchr::memchr(b'@', bytes).is_some();
    let tokens = text.split_whitespace().filter(|_| has_addresses);
    for token in tokens.filter(|token| token.contains("://") || token.contains('@')) {
        let at = base + (token.as_ptr() as usize - text.as_ptr() as usize);
        let token = token.split_once("://").map_or(token, |(_, host)| host);
        if let Some(plain) = without_percent(token).filter(|_| !withheld) {
            notebook.add(&plain, at, Role::Address, false);
        }
        let token = token.split(['>', ')', ']', '"']).next().unwrap_or(token);
        notebook.add(token, at, Role::Address, withheld);
        // A shown address of a person is a link, and its scheme stands before it.
        if token.contains('@') && !withheld {
            notebook.add(&format!("mailto:{token}"), at, Role::Address, false);
        }
    }
    Folder::new(folder.words).text(&piece, base + piece_at);
    // In Markdown that is handed on, addresses stand within their sentences.
    if !withheld && has_only_addresses(text) {
        notebook.add(text, base, Role::Prose, false);
    }
    breaks
}

/// Whether a byte may begin something in a line of Markdown.
const fn is_mark(byte: u8) -> bool {
    matches!(byte, b'*' | b'`' | b'~' | b'|' | b'!' | b'[' | b']' | b'<' | b'&')
}

/// Whether an address may stand in a text.
fn has_scheme(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b':', bytes).any(|at| bytes[at + 1..].starts_with(b"//"))
}

/// Whether a line has links, and all of them lead to addresses: paths name records.
fn has_only_addresses(text: &str) -> bool {
    let is_address = |rest: &str| {
        let scheme = rest.trim_start_matches('<').split_once("://").map(|(scheme, _)| scheme);
        scheme.is_some_and(|scheme| scheme.bytes().all(|byte| byte.is_ascii_alphabetic()))
    };
    text.contains("](") && !text.contains("[[") && text.split("](").skip(1).all(is_address)
}

/// Puts words down and notes where a stretch ends.
struct Parting<'a> {
    words: &'a mut Words,
    breaks: &'a mut Vec<usize>,
}

impl Parting<'_> {
    fn part(&mut self, piece: &mut String, at: usize) {
        Folder::new(self.words).text(&mem::take(piece), at);
        self.breaks.push(self.words.0.len());
    }
}

struct Link<'a> {
    text: &'a str,
    target: &'a str,
    length: usize,
}

/// The beginning of a text, as far as a link or a tag reaches: without a bound, a line of nothing
/// but open brackets would be read once for each of them.
fn near(text: &str) -> &str {
    const REACH: usize = 1024;
    let end = (REACH.min(text.len())..=text.len()).find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(text.len())]
}

/// The last words of a text, more than a needle that reaches beyond its end can have: without a
/// bound, a line of nothing but links would be read once for each of them.
fn end_of(text: &str) -> &str {
    const REACH: usize = 200;
    let start = (0..=text.len().saturating_sub(REACH)).rev().find(|start| text.is_char_boundary(*start));
    &text[start.unwrap_or(0)..]
}

/// `[text](target)` or `[text][label]` at the beginning.
fn link(text: &str) -> Option<Link<'_>> {
    let mut depth = 0;
    let end = near(text).char_indices().find_map(|(at, character)| {
        depth += match character {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        (depth == 0).then_some(at)
    })?;
    let (target, length) = target(&text[end + 1..]).unwrap_or(("", 0));
    Some(Link { text: &text[1..end], target, length: end + 1 + length })
}

/// What stands in the brackets after a link's text, and their length.
fn target(text: &str) -> Option<(&str, usize)> {
    let (open, close) = match text.as_bytes().first()? {
        b'(' => ('(', ')'),
        b'[' => ('[', ']'),
        _ => return None,
    };
    let mut depth = 0;
    let end = near(text).char_indices().find_map(|(at, character)| {
        if character == open {
            depth += 1;
        } else if character == close {
            depth -= 1;
        }
        (depth == 0).then_some(at)
    })?;
    Some((&text[1..end], end + 1))
}

/// A link's target names something else; its title is text. What is shown is known as it is written,
/// and with the escapes of its address undone.
pub(super) fn target_and_title(text: &str, at: usize, withheld: bool, notebook: &mut Notebook<'_>) {
    // An apostrophe within a target begins no title.
    let begins_title = |at: usize| text[at + 1..].starts_with(['"', '\'']);
    let space = text.match_indices([' ', '\t']).map(|(at, _)| at).find(|at| begins_title(*at));
    let (target, title) = text.split_at(space.unwrap_or(text.len()));
    let role = if target.contains("://") { Role::Address } else { Role::Reference };
    // A withheld address is looked for with its scheme and without; a shown one is shown with it.
    let target = target.split_once("://").filter(|_| withheld).map_or(target, |(_, host)| host);
    let plain = without_percent(target);
    if plain.is_some() && !withheld {
        notebook.add(target, at, role, false);
    }
    notebook.add(plain.as_deref().unwrap_or(target), at, role, withheld);
    notebook.add(title, at, Role::Prose, withheld);
}
