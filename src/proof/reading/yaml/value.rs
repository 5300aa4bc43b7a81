//! The values of items, with the roles that their keys give them.

use super::flow::Flow;
use super::item::{Item, Source};
use super::{below_key, mapping};
use crate::proof::reading::field::{REFERENCES, REGISTERS, TITLES, WORDS_OF_A_LIST};
use crate::proof::reading::{Line, Notebook, Passage, Person, Role, Word, markdown, spelt};

/// Gives the values their roles.
pub(super) fn speak(source: &Source<'_>, items: &[Item], below: &str, is_people: bool, notebook: &mut Notebook<'_>) {
    let mut section = String::new();
    let mut person: Option<(usize, usize, Person)> = None;
    // Where the values of an open list begin.
    let mut list: Option<usize> = None;
    for (index, item) in items.iter().enumerate() {
        if item.key.is_none() && item.dash.is_some() {
            list.get_or_insert(notebook.passages.len());
        } else if let Some(start) = list.take() {
            notebook.join_names(start);
        }
        if item.column == 0
            && let Some(key) = &item.key
        {
            section.clone_from(key);
        }
        let key = own_key(items, index);
        if is_people && section != "organisations" {
            let names = item.key.as_deref().is_some_and(|key| matches!(key, "name" | "aliases" | "contact"));
            if names {
                let mapping = mapping(items, index);
                if person.as_ref().is_none_or(|(start, column, _)| (*start, *column) != (mapping.start, item.column)) {
                    notebook.people.extend(person.take().map(|(_, _, person)| person));
                    person =
                        Some((mapping.start, item.column, Person { withheld: item.withheld, ..Person::default() }));
                }
                if let Some((_, _, person)) = &mut person {
                    for index in below_key(items, index) {
                        person
                            .names
                            .extend(values(source, &items[index]).iter().flat_map(|(text, at)| spelt(text, *at)));
                    }
                }
            }
        }
        if item.value.is_empty() {
            // In a register a key with a mapping below it is a record's id; elsewhere it is a field.
            let is_id = !below.contains('/') && (item.column == 0 || REGISTERS.contains(&section.as_str()));
            let is_first_level = items[..index]
                .iter()
                .rev()
                .take_while(|above| above.column > 0)
                .all(|above| above.column >= item.column);
            if let Some(key) =
                item.key.as_ref().filter(|key| is_id && is_first_level && !REGISTERS.contains(&key.as_str()))
            {
                notebook.add(key, item.at, Role::Title, item.withheld);
            }
            continue;
        }
        if item.is_block {
            let lines: Vec<Line<'_>> =
                item.value.iter().map(|range| Line { at: range.start, text: source.slice(range) }).collect();
            let indent = lines
                .iter()
                .filter(|line| !line.text.trim().is_empty())
                .map(|line| line.text.len() - line.text.trim_start_matches(' ').len())
                .min()
                .unwrap_or(0);
            let lines: Vec<Line<'_>> = lines
                .into_iter()
                .map(|line| Line {
                    at: line.at + indent.min(line.text.len()),
                    text: line.text.get(indent..).unwrap_or_default(),
                })
                .collect();
            markdown::read(&lines, item.withheld, notebook);
            continue;
        }
        let first = source.slice(&item.value[0]);
        if first.starts_with(['{', '[']) {
            let text: String = item.value.iter().map(|range| source.slice(range)).collect::<Vec<_>>().join("\n");
            let mut flow = Flow::new(&text, item.value[0].start, is_people && section != "organisations", notebook);
            flow.value(key.as_deref(), item.withheld, 0);
            continue;
        }
        let texts = match double_quoted(source, item) {
            Some(lines) => lines,
            None => values(source, item),
        };
        if texts.len() == 1 {
            value(key.as_deref(), &texts[0].0, texts[0].1, item.withheld, notebook);
        } else {
            let lines: Vec<Line<'_>> = texts.iter().map(|(text, at)| Line { at: *at, text }).collect();
            markdown::read(&lines, item.withheld, notebook);
        }
    }
    if let Some(start) = list {
        notebook.join_names(start);
    }
    notebook.people.extend(person.map(|(_, _, person)| person));
    join_attendance(items, notebook);
}

/// Whoever leads a session attends it too, and is shown behind the others.
fn join_attendance(items: &[Item], notebook: &mut Notebook<'_>) {
    let is = |item: &Item, name: &str| item.key.as_deref() == Some(name);
    for leader in items.iter().filter(|item| is(item, "facilitator")) {
        let place = items.iter().position(|item| is(item, "participants") && item.document == leader.document);
        let last = place.and_then(|place| below_key(items, place).flat_map(|index| &items[index].value).last());
        let pair = [last, leader.value.first()].into_iter().flatten().filter_map(|range| {
            let stands = |words: &[Word]| words.first().is_some_and(|word| range.contains(&(word.at as usize)));
            let passages = notebook.passages.iter().rev();
            passages.clone().find(|passage| passage.role == Role::Reference && stands(&passage.words)).cloned()
        });
        let pair: Vec<_> = pair.collect();
        notebook.begin_run();
        let run = notebook.run;
        notebook.passages.extend(pair.into_iter().map(|passage| Passage { run, ..passage }));
    }
}

/// The key of an item, or for a list's item the key above it.
fn own_key(items: &[Item], index: usize) -> Option<String> {
    let item = &items[index];
    if item.key.is_some() {
        return item.key.clone();
    }
    let dash = item.dash.unwrap_or(item.column);
    items[..index]
        .iter()
        .rev()
        .find(|above| above.key.is_some() && above.column <= dash && above.column < item.column)?
        .key
        .clone()
}

/// The lines of a plain or quoted value, and those of a list in brackets, each for itself.
fn values(source: &Source<'_>, item: &Item) -> Vec<(String, usize)> {
    if let Some(mut lines) = double_quoted(source, item) {
        lines.retain(|(text, _)| !text.trim().is_empty());
        return lines;
    }
    let mut values = Vec::new();
    for range in &item.value {
        let text = source.slice(range);
        if text.starts_with('[') {
            for part in text.split(['[', ']', ',']) {
                let at = range.start + (part.as_ptr() as usize - text.as_ptr() as usize);
                values.push((unquoted(part), at));
            }
        } else {
            values.push((unquoted(text), range.start));
        }
    }
    values.retain(|(text, _)| !text.trim().is_empty());
    values
}

/// The lines of a text in double quotes, which are not the lines of its file: those end in blanks or,
/// behind a backslash, in nothing, and `\n` ends a line wherever it stands.
fn double_quoted(source: &Source<'_>, item: &Item) -> Option<Vec<(String, usize)>> {
    let first = item.value.first()?;
    if !source.slice(first).trim_start().starts_with('"') {
        return None;
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut at = first.start;
    for (number, range) in item.value.iter().enumerate() {
        let mut text = source.slice(range).trim();
        if number == 0 {
            text = text.strip_prefix('"').unwrap_or(text);
        }
        if number + 1 == item.value.len() {
            text = text.strip_suffix('"').unwrap_or(text);
        }
        if line.is_empty() {
            at = range.start;
        }
        let mut letters = text.chars();
        let mut goes_on = false;
        while let Some(letter) = letters.next() {
            if letter != '\\' {
                line.push(letter);
                continue;
            }
            match letters.next() {
                Some('n') => {
                    lines.push((std::mem::take(&mut line), at));
                    at = range.start;
                }
                Some('t' | '_') => line.push(' '),
                Some(kind @ ('x' | 'u' | 'U')) => {
                    let length = match kind {
                        'x' => 2,
                        'u' => 4,
                        _ => 8,
                    };
                    let digits: String = letters.by_ref().take(length).collect();
                    line.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                }
                Some(other) => line.push(other),
                None => goes_on = true,
            }
        }
        if !goes_on {
            line.push(' ');
        }
    }
    lines.push((line, at));
    while lines.len() > 1 && lines.last().is_some_and(|(text, _)| text.trim().is_empty()) {
        lines.pop();
    }
    Some(lines)
}

/// A scalar without its quotes, the escapes of double quotes undone.
pub(super) fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inner = text.trim_start_matches('"');
    if inner.len() < text.len() {
        let inner = inner.strip_suffix('"').unwrap_or(inner);
        return crate::proof::disguise::without_backslashes(inner).unwrap_or_else(|| inner.to_owned());
    }
    text.trim_matches('\'').replace("''", "'")
}

/// One scalar with the role that its key gives it.
pub(super) fn value(key: Option<&str>, text: &str, at: usize, withheld: bool, notebook: &mut Notebook<'_>) {
    let key = key.unwrap_or_default();
    if TITLES.contains(&key) {
        notebook.add(text, at, Role::Title, withheld);
    } else if REFERENCES.contains(&key) {
        notebook.add(text, at, Role::Reference, withheld);
        // Evidence, decisions and lessons may be texts of their own.
        if text.split_whitespace().count() > 4 {
            markdown::read(&[Line { at, text }], withheld, notebook);
        }
    } else if key == "contact" {
        notebook.add(text, at, Role::Address, withheld);
    } else if !WORDS_OF_A_LIST.contains(&key) || key == "internal" || text.split_whitespace().count() > 3 {
        markdown::read(&[Line { at, text }], withheld, notebook);
    }
}
