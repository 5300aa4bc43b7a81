//! Values in brackets and braces.

use super::value::{unquoted, value};
use crate::proof::reading::{Notebook, Person, spelt};
use std::ops::Range;

/// How deep a flow mapping may be nested; deeper ones are withheld.
const DEEPEST: usize = 60;

/// Reads `{key: value, …}` and `[value, …]`.
pub(super) struct Flow<'a, 'n, 't> {
    text: &'a str,
    at: usize,
    base: usize,
    /// Whether its mappings are people.
    is_people: bool,
    notebook: &'n mut Notebook<'t>,
}

impl<'a, 'n, 't> Flow<'a, 'n, 't> {
    /// A reader of a text that begins at a place of its file.
    pub(super) fn new(text: &'a str, base: usize, is_people: bool, notebook: &'n mut Notebook<'t>) -> Self {
        Self { text, at: 0, base, is_people, notebook }
    }

    /// Reads a value, of that key where it has one.
    pub(super) fn value(&mut self, key: Option<&str>, withheld: bool, depth: usize) {
        self.blanks();
        match self.text.as_bytes().get(self.at) {
            Some(b'{') if depth < DEEPEST => self.mapping(withheld, depth),
            Some(b'[') if depth < DEEPEST => {
                self.at += 1;
                let before = self.notebook.passages.len();
                while !self.closes(']') {
                    self.value(key, withheld, depth + 1);
                }
                self.notebook.join_names(before);
            }
            Some(_) => {
                let (text, at) = self.scalar();
                value(key, &text, at, withheld, self.notebook);
            }
            None => {}
        }
    }

    fn mapping(&mut self, withheld: bool, depth: usize) {
        self.at += 1;
        // Whether the mapping is withheld may be said at its end: what it says is judged then.
        let from = self.notebook.passages.len();
        let mut audience = None;
        let mut remarks: Vec<Range<usize>> = Vec::new();
        let mut person = Person::default();
        while !self.closes('}') {
            let (key, _) = self.scalar();
            self.blanks();
            if self.text[self.at..].starts_with(':') {
                self.at += 1;
            }
            let lower = key.to_lowercase();
            let start = self.at;
            let before = self.notebook.passages.len();
            self.value(Some(&key), withheld || super::is_remark(&key), depth + 1);
            if self.is_people && matches!(&*key, "name" | "aliases" | "contact") {
                let at = self.base + start;
                let names = self.text[start..self.at].split(['[', ']', ',']);
                person
                    .names
                    .extend(names.flat_map(|name| spelt(&unquoted(name), at)).filter(|name| !name.words.is_empty()));
            }
            if super::is_remark(&key) {
                remarks.push(before..self.notebook.passages.len());
            }
            let says_yes = (lower == "draft" || super::is_remark(&key)) && super::says_yes(&self.text[start..self.at]);
            if lower == "audience" || says_yes {
                let mut said = super::audiences_in(&self.text[start..self.at]);
                let admitted = lower == "audience" && said.all(|name| self.notebook.admits(name));
                audience = Some(audience.unwrap_or(true) && admitted);
            }
        }
        let parent_said = withheld && self.notebook.admits("client");
        if !person.names.is_empty() {
            person.withheld = audience.map_or(withheld, |admitted| !admitted || parent_said);
            self.notebook.people.push(person);
        }
        if let Some(admitted) = audience {
            for index in from..self.notebook.passages.len() {
                let is_remark = remarks.iter().any(|remark| remark.contains(&index));
                if !admitted || (!parent_said && !is_remark) {
                    self.notebook.passages[index].withheld = !admitted;
                }
            }
        }
    }

    /// Whether the bracket closes here or the text ends; commas are passed.
    fn closes(&mut self, bracket: char) -> bool {
        loop {
            self.blanks();
            match self.text[self.at..].chars().next() {
                None => return true,
                Some(',') => self.at += 1,
                Some(character @ ('}' | ']')) => {
                    self.at += 1;
                    if character == bracket {
                        return true;
                    }
                }
                Some(_) => return false,
            }
        }
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn scalar(&mut self) -> (String, usize) {
        self.blanks();
        let rest = &self.text[self.at..];
        let at = self.base + self.at;
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''));
        let end = match quote {
            Some(quote) => {
                let mut before = quote;
                rest.char_indices()
                    .skip(1)
                    .find(|(_, character)| {
                        let ends = *character == quote && before != '\\';
                        before = *character;
                        ends
                    })
                    .map_or(rest.len(), |(end, _)| end + 1)
            }
            None => rest
                .char_indices()
                .find(|(at, character)| {
                    matches!(character, ',' | '}' | ']' | '{' | '[')
                        || (*character == ':' && rest[at + 1..].starts_with([' ', '\n']))
                })
                .map_or(rest.len(), |(end, _)| end),
        };
        // Something must be taken, or the reader would stand still.
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        self.at += end;
        (unquoted(&rest[..end]), at)
    }
}
