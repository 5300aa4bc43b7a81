//! The keys and list items of a file, by its lines.

use crate::proof::reading::{Line, Notebook, Role};
use std::ops::Range;

/// One key or list item.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) at: usize,
    /// The column of the key, or of the value of a list item without one.
    pub(super) column: usize,
    /// The column of the first dash before it.
    pub(super) dash: Option<usize>,
    /// Whether the key follows a dash on its line, and so is the first of its mapping.
    pub(super) first: bool,
    pub(super) key: Option<String>,
    /// The lines of the value.
    pub(super) value: Vec<Range<usize>>,
    /// Whether the value is a block scalar.
    pub(super) is_block: bool,
    /// Which document of the file it stands in.
    pub(super) document: usize,
    pub(super) withheld: bool,
}

/// A text, and where it begins in its file.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) offset: usize,
}

impl<'a> Source<'a> {
    /// What stands at a place of the file.
    pub(super) fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.start - self.offset..range.end - self.offset).unwrap_or_default()
    }
}

/// Parts lines into keys and list items. Comments are withheld in any case.
pub(super) fn items(lines: &[Line<'_>], notebook: &mut Notebook<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut document = 0;
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index];
        index += 1;
        let trimmed = line.text.trim_start();
        if trimmed.is_empty() {
            continue;
        }
        if line.text.starts_with("---") || line.text.starts_with("...") {
            document += 1;
            continue;
        }
        let indent = line.text.len() - trimmed.len();
        if trimmed.starts_with('#') {
            comment(trimmed, line.at + indent, notebook);
            continue;
        }
        let (dash, column) = dashes(line.text, indent);
        let body = &line.text[column..];
        if body.is_empty() {
            // A dash alone: its mapping begins on the next line.
            continue;
        }
        let key = key(body);
        if key.is_none()
            && dash.is_none()
            && items.last().is_some_and(|last| last.document == document && !last.is_block)
        {
            // The value of the line before goes on.
            let (value, note) = split_comment(body);
            comment(note, line.at + column + value.len(), notebook);
            if let Some(last) = items.last_mut() {
                last.value.push(line.at + column..line.at + column + value.trim_end().len());
            }
            continue;
        }
        let (name, value_at) = key.map_or((None, 0), |(name, length)| (Some(name), length));
        let value = &body[value_at..];
        let blanks = value.len() - value.trim_start().len();
        let start = column + value_at + blanks;
        let value = value.trim_start();
        let mut item = Item {
            at: line.at + column,
            column,
            dash,
            first: dash.is_some(),
            key: name,
            value: Vec::new(),
            is_block: value.starts_with(['|', '>']),
            document,
            withheld: false,
        };
        if item.is_block {
            let parent = if item.key.is_some() { column } else { dash.unwrap_or(column) };
            while let Some(next) = lines.get(index) {
                let text = next.text.trim_start();
                if !text.is_empty()
                    && next.text.len() - text.len() <= parent
                    && !(parent == 0 && next.text.starts_with(' '))
                {
                    break;
                }
                item.value.push(next.at..next.at + next.text.len());
                index += 1;
            }
        } else {
            let (first, note) = split_comment(value);
            comment(note, line.at + start + first.len(), notebook);
            let mut open = Open::default();
            open.read(first);
            if !first.trim().is_empty() {
                item.value.push(line.at + start..line.at + start + first.trim_end().len());
            }
            // Quotes and brackets go on until they are closed.
            while open.is_open() && index < lines.len() {
                let next = lines[index];
                let (text, note) = if open.quote.is_some() { (next.text, "") } else { split_comment(next.text) };
                comment(note, next.at + text.len(), notebook);
                open.read(text);
                item.value.push(next.at..next.at + text.len());
                index += 1;
            }
        }
        items.push(item);
    }
    items
}

fn comment(text: &str, at: usize, notebook: &mut Notebook<'_>) {
    notebook.add(text, at, Role::Prose, true);
}

/// The columns of the first dash and of what follows the last one.
fn dashes(line: &str, indent: usize) -> (Option<usize>, usize) {
    let mut column = indent;
    let mut dash = None;
    while let Some(rest) = line[column..].strip_prefix('-')
        && (rest.is_empty() || rest.starts_with(' '))
    {
        dash.get_or_insert(column);
        column += 1 + (rest.len() - rest.trim_start().len());
    }
    (dash, column)
}

/// A key at the beginning and the length up to its value.
fn key(body: &str) -> Option<(String, usize)> {
    let quote = body.chars().next().filter(|first| matches!(first, '"' | '\''));
    if let Some(quote) = quote {
        let end = body[1..].find(quote)? + 1;
        let rest = &body[end + 1..];
        let colon = rest.trim_start().strip_prefix(':')?;
        return (colon.is_empty() || colon.starts_with(' '))
            .then(|| (body[1..end].to_owned(), body.len() - colon.len()));
    }
    if body.starts_with(['{', '[', '|', '>', '&', '*', '!', '%', '@', '`']) {
        return None;
    }
    let at = body
        .char_indices()
        .find(|(at, character)| *character == ':' && body[at + 1..].chars().next().is_none_or(char::is_whitespace))?;
    Some((body[..at.0].trim().to_owned(), at.0 + 1))
}

/// A value without the comment that follows it, and the comment.
pub(in crate::proof::reading) fn split_comment(text: &str) -> (&str, &str) {
    let mut quote = None;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match quote {
            Some(open) if character == open && before != '\\' => quote = None,
            None if character == '#' && before.is_whitespace() => return text.split_at(at),
            None if matches!(character, '"' | '\'') && !before.is_alphanumeric() => quote = Some(character),
            Some(_) | None => {}
        }
        before = character;
    }
    (text, "")
}

/// Quotes and brackets that are open.
#[derive(Default)]
struct Open {
    quote: Option<char>,
    depth: usize,
    has_begun: bool,
}

impl Open {
    fn read(&mut self, text: &str) {
        let text = text.trim_start();
        if !self.has_begun {
            self.has_begun = true;
            // Inside of a plain text quotes and brackets mean nothing.
            if !text.starts_with(['"', '\'', '{', '[']) {
                return;
            }
        }
        let mut before = ' ';
        for character in text.chars() {
            match self.quote {
                Some(open) if character == open && before != '\\' => self.quote = None,
                Some(_) => {}
                None => match character {
                    '"' | '\'' if !before.is_alphanumeric() => self.quote = Some(character),
                    '{' | '[' => self.depth += 1,
                    '}' | ']' => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                },
            }
            before = if character == '\\' && before == '\\' { ' ' } else { character };
        }
    }

    fn is_open(&self) -> bool {
        self.quote.is_some() || self.depth > 0
    }
}
