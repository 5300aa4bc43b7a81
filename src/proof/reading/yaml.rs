//! YAML by its indentation: which mappings are withheld, and what their values are.

use super::{Line, Notebook, Person, Role, lines, markdown, words};
use crate::model::RatingDetail;
use std::ops::Range;

/// Keys whose value is what a record is called.
const TITLES: &[&str] = &["title", "name", "term", "id", "aliases", "tags", "theme", "pseudonym"];

/// Keys whose value names another record.
const REFERENCES: &[&str] = &[
    "absent",
    "accepted_by",
    "accountable",
    "consulted",
    "decision_makers",
    "decisions",
    "evidence",
    "facilitator",
    "facilitators",
    "informed",
    "lead",
    "lessons",
    "new_owner",
    "organisation",
    "owner",
    "owner_after",
    "participants",
    "people",
    "person",
    "playbooks",
    "project",
    "recipients",
    "responsible",
    "session",
    "sessions",
    "signed_off_by",
    "skill",
    "skills",
    "sponsor",
    "supersedes",
    "vendors",
];

/// Keys whose value is a word of a fixed list, a date or a number.
const WORDS_OF_A_LIST: &[&str] = &[
    "actual",
    "after",
    "assessed_on",
    "audience",
    "baseline",
    "before",
    "columns",
    "currency",
    "date",
    "due",
    "duration",
    "end",
    "evidence_level",
    "family",
    "form",
    "format",
    "from",
    "impact",
    "internal",
    "kind",
    "level",
    "method",
    "polarity",
    "priority",
    "probability",
    "raised",
    "required_holders",
    "required_level",
    "response",
    "review_by",
    "role",
    "scope",
    "score",
    "start",
    "status",
    "target",
    "to",
    "type",
    "value_after",
    "value_before",
    "weight",
    "draft",
];

/// The names of registers, under which their records may stand.
pub(super) const REGISTERS: &[&str] = &[
    "decisions",
    "glossary",
    "handover",
    "leave-behinds",
    "leave_behinds",
    "lessons",
    "open-items",
    "open_items",
    "organisations",
    "people",
    "playbooks",
    "projects",
    "sessions",
    "skills",
    "success-criteria",
    "success_criteria",
];

/// Names of fields, which data files say whatever they hold.
pub(in crate::proof) fn field_names() -> impl Iterator<Item = &'static str> {
    let others = [
        "accepted_on",
        "actions",
        "approved",
        "area",
        "attended",
        "blocked_by",
        "causes",
        "client",
        "consequences",
        "context",
        "contact",
        "counts",
        "coverage",
        "criteria",
        "critical",
        "description",
        "done",
        "effect",
        "engagement",
        "event",
        "feedback",
        "hours",
        "how_to_extend",
        "inputs",
        "location",
        "maintenance",
        "measure",
        "measured_on",
        "meaning",
        "moments",
        "motto",
        "next_action",
        "notes",
        "objectives",
        "outcome",
        "options",
        "outputs",
        "overdue",
        "phases",
        "pitfalls",
        "planned",
        "portfolio",
        "purpose",
        "quotes",
        "rationale",
        "readiness",
        "recommendation",
        "recognition",
        "responses",
        "retro",
        "signed_off_on",
        "skill_changes",
        "stays_after_exit",
        "steps",
        "summary",
        "teachers",
        "title",
        "tolerances",
        "url",
        "when_to_use",
        "hypercare_until",
        "schedule_pct",
        "cost_pct",
        "base_url",
        "highlight",
        "accent",
        "logo",
        "paper",
        "formats",
        "gate",
        "admits",
        "registers",
        "chapters",
        "exclude",
        "max_pages",
        "search",
        "as_of",
        "consultancy",
        "language",
        "output",
        "edition",
        "links",
        "money",
        "ratings",
        "book",
        "brand",
        "check",
        "coverage",
        "what went well",
        "evidence",
    ];
    TITLES.iter().chain(REFERENCES).chain(WORDS_OF_A_LIST).chain(REGISTERS).copied().chain(others)
}

/// How deep a flow mapping may be nested; deeper ones are withheld.
const DEEPEST: usize = 60;

/// One key or list item.
#[derive(Debug)]
struct Item {
    at: usize,
    /// The column of the key, or of the value of a list item without one.
    column: usize,
    /// The column of the first dash before it.
    dash: Option<usize>,
    /// Whether the key follows a dash on its line, and so is the first of its mapping.
    first: bool,
    key: Option<String>,
    /// The lines of the value.
    value: Vec<Range<usize>>,
    /// Whether the value is a block scalar.
    is_block: bool,
    /// Which document of the file it stands in.
    document: usize,
    withheld: bool,
}

/// Reads a file or front matter. `ground` is what the folder says: whether anything, and whether
/// it withholds. Gives whether all of it is withheld.
pub(super) fn read(
    text: &str,
    offset: usize,
    below: &str,
    ground: (bool, bool),
    is_front_matter: bool,
    notebook: &mut Notebook<'_>,
) -> bool {
    let lines = lines(text, offset);
    let source = Source { text, offset };
    let mut items = items(&lines, notebook);
    let unsaid = !notebook.admits("client");
    let mut whole = ground.1;
    // First what is said openly, then what is withheld: the stricter wins.
    for item in &mut items {
        item.withheld = ground.1 || (!ground.0 && unsaid);
    }
    let said: Vec<(usize, Vec<String>)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| is_key(item, "audience") || is_key(item, "audiences"))
        .map(|(index, _)| (index, audiences(&source, &items, index)))
        .collect();
    if !ground.1 {
        for (index, audiences) in &said {
            if audiences.iter().all(|audience| notebook.admits(audience)) && !audiences.is_empty() {
                let range = mapping(&items, *index);
                let named = named_by(&items, &range, items[*index].column);
                range.chain(named).for_each(|index| items[index].withheld = false);
            }
        }
    }
    for (index, audiences) in &said {
        if audiences.is_empty() || !audiences.iter().all(|audience| notebook.admits(audience)) {
            whole |= items[*index].column == 0 && is_front_matter;
            withhold_mapping(&mut items, *index);
        }
    }
    for index in 0..items.len() {
        if is_key(&items[index], "draft") && is_yes(&source, &items[index]) {
            whole |= items[index].column == 0 && is_front_matter;
            withhold_mapping(&mut items, index);
        } else if is_key(&items[index], "internal") {
            below_key(&items, index).for_each(|index| items[index].withheld = true);
        }
    }
    hidden_ratings(&mut items, notebook);
    if is_front_matter {
        let is_said = ground.0 || said.iter().any(|(index, _)| items[*index].column == 0);
        whole |= !is_said && unsaid;
        if whole {
            for item in &mut items {
                item.withheld = true;
            }
        }
    } else {
        whole = !items.is_empty() && items.iter().all(|item| item.withheld);
    }
    let is_people = below == "people.yaml" || below == "people.yml" || below.starts_with("people/");
    speak(&source, &items, below, is_people, notebook);
    whole
}

struct Source<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Source<'a> {
    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.start - self.offset..range.end - self.offset).unwrap_or_default()
    }
}

fn is_key(item: &Item, name: &str) -> bool {
    item.key.as_deref().is_some_and(|key| key.eq_ignore_ascii_case(name))
}

fn is_yes(source: &Source<'_>, item: &Item) -> bool {
    let value: String = item.value.iter().map(|range| source.slice(range)).collect();
    matches!(value.trim().trim_matches(['"', '\'']).to_lowercase().as_str(), "true" | "yes" | "on" | "y" | "1")
}

/// The audiences that a key names: inline, in brackets, or in a list below it.
fn audiences(source: &Source<'_>, items: &[Item], index: usize) -> Vec<String> {
    below_key(items, index)
        .flat_map(|index| &items[index].value)
        .flat_map(|range| {
            source.slice(range).split(|character: char| !character.is_alphanumeric() && !matches!(character, '-' | '_'))
        })
        .filter(|word| !word.is_empty() && *word != "-")
        .map(str::to_owned)
        .collect()
}

/// The items of the mapping that an item's key belongs to.
fn mapping(items: &[Item], index: usize) -> Range<usize> {
    let (column, document) = (items[index].column, items[index].document);
    let mut start = index;
    while start > 0 {
        let here = &items[start];
        let before = &items[start - 1];
        if (here.column == column && here.first) || before.column < column || before.document != document {
            break;
        }
        start -= 1;
    }
    let end = items[index + 1..]
        .iter()
        .position(|item| {
            item.column < column || item.document != document || item.dash.is_some_and(|dash| dash < column)
        })
        .map_or(items.len(), |length| index + 1 + length);
    start..end
}

/// The item and all that stands below its key.
fn below_key(items: &[Item], index: usize) -> Range<usize> {
    let (column, document) = (items[index].column, items[index].document);
    let length = items[index + 1..].iter().take_while(|item| item.column > column && item.document == document).count();
    index..index + 1 + length
}

/// Withholds a mapping, and the key that names it.
fn withhold_mapping(items: &mut [Item], index: usize) {
    let range = mapping(items, index);
    let named = named_by(items, &range, items[index].column);
    range.chain(named).for_each(|index| items[index].withheld = true);
}

/// The key that names a mapping, where it is an entry of a mapping from ids.
fn named_by(items: &[Item], range: &Range<usize>, column: usize) -> Option<usize> {
    let above = range.start.checked_sub(1)?;
    let names = items[range.start].dash.is_none() && items[above].value.is_empty() && items[above].column < column;
    names.then_some(above)
}

/// An edition without ratings shows no words of evidence for a level.
fn hidden_ratings(items: &mut [Item], notebook: &Notebook<'_>) {
    if notebook.terms.policy.ratings == RatingDetail::Person {
        return;
    }
    for index in 0..items.len() {
        let rates = ["from", "to", "before", "after", "level"];
        if is_key(&items[index], "evidence") {
            let column = items[index].column;
            let is_rating = mapping(items, index)
                .any(|index| items[index].column == column && rates.iter().any(|key| is_key(&items[index], key)));
            if is_rating {
                items[index].withheld = true;
            }
        }
    }
}

/// Parts lines into keys and list items. Comments are withheld in any case.
fn items(lines: &[Line<'_>], notebook: &mut Notebook<'_>) -> Vec<Item> {
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
pub(super) fn split_comment(text: &str) -> (&str, &str) {
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

/// Gives the values their roles.
fn speak(source: &Source<'_>, items: &[Item], below: &str, is_people: bool, notebook: &mut Notebook<'_>) {
    let mut section = String::new();
    let mut person: Option<(usize, usize, Person)> = None;
    for (index, item) in items.iter().enumerate() {
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
                            .extend(values(source, &items[index]).into_iter().map(|(text, at)| words(&text, at)));
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
            let mut flow = Flow { text: &text, at: 0, base: item.value[0].start, notebook };
            flow.value(key.as_deref(), item.withheld, 0);
            continue;
        }
        let texts = values(source, item);
        if texts.len() == 1 {
            value(key.as_deref(), &texts[0].0, texts[0].1, item.withheld, notebook);
        } else {
            let lines: Vec<Line<'_>> = texts.iter().map(|(text, at)| Line { at: *at, text }).collect();
            markdown::read(&lines, item.withheld, notebook);
        }
    }
    notebook.people.extend(person.map(|(_, _, person)| person));
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

/// A scalar without its quotes, the escapes of double quotes undone.
fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inner = text.trim_start_matches('"');
    if inner.len() < text.len() {
        let inner = inner.strip_suffix('"').unwrap_or(inner);
        return crate::proof::disguise::without_backslashes(inner).unwrap_or_else(|| inner.to_owned());
    }
    text.trim_matches('\'').replace("''", "'")
}

/// One scalar with the role that its key gives it.
fn value(key: Option<&str>, text: &str, at: usize, withheld: bool, notebook: &mut Notebook<'_>) {
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

/// Reads `{key: value, …}` and `[value, …]`.
struct Flow<'a, 'n, 't> {
    text: &'a str,
    at: usize,
    base: usize,
    notebook: &'n mut Notebook<'t>,
}

impl Flow<'_, '_, '_> {
    fn value(&mut self, key: Option<&str>, withheld: bool, depth: usize) {
        self.blanks();
        match self.text.as_bytes().get(self.at) {
            Some(b'{') if depth < DEEPEST => self.mapping(withheld, depth),
            Some(b'[') if depth < DEEPEST => {
                self.at += 1;
                while !self.closes(']') {
                    self.value(key, withheld, depth + 1);
                }
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
        while !self.closes('}') {
            let (key, _) = self.scalar();
            self.blanks();
            if self.text[self.at..].starts_with(':') {
                self.at += 1;
            }
            let lower = key.to_lowercase();
            let start = self.at;
            let before = self.notebook.passages.len();
            self.value(Some(&key), withheld || lower == "internal", depth + 1);
            if lower == "internal" {
                remarks.push(before..self.notebook.passages.len());
            }
            if lower == "audience" || (lower == "draft" && self.text[start..self.at].contains("true")) {
                let said = self.text[start..self.at]
                    .split(|character: char| !character.is_alphanumeric() && character != '-' && character != '_');
                let admitted =
                    lower == "audience" && said.filter(|word| !word.is_empty()).all(|word| self.notebook.admits(word));
                audience = Some(audience.unwrap_or(true) && admitted);
            }
        }
        if let Some(admitted) = audience {
            let parent_said = withheld && self.notebook.admits("client");
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
