//! The values of YAML as the values of fields.
//!
//! Every reader takes the node and the path of its field. What cannot be read is complained of at
//! its place and left out, so that one mistake never hides another.

mod secrecy;

pub(crate) use secrecy::{Secrecy, answer};

use super::audience::Circles;
use super::text::Text;
use super::yaml::{Node, Value};
use super::{amount, markdown};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::model::{
    Amount, Audiences, Block, BlockKind, EntryId, Extra, Level, ListItem, LooseReference, Mention, MentionForm, Party,
    Prose, Remark, Role, Vocabulary, date, holds_mark, slug,
};
use crate::source::Span;
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;
use std::ops::Range;

/// One record while it is read: its text, and what its fields leave behind besides their values.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a Text,
    pub(crate) circles: &'a Circles,
    pub(crate) report: Report,
    pub(crate) places: BTreeMap<String, Span>,
    pub(crate) remarks: Vec<Remark<Mention>>,
    pub(crate) extra: BTreeMap<String, Extra>,
    pub(crate) audiences: Audiences,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(text: &'a Text, circles: &'a Circles) -> Self {
        Self {
            text,
            circles,
            report: Report::new(),
            places: BTreeMap::new(),
            remarks: Vec::new(),
            extra: BTreeMap::new(),
            audiences: Audiences::unsaid(),
        }
    }

    pub(crate) fn span(&self, node: &Node) -> Span {
        self.text.span(node.range.clone())
    }

    /// The place of a mapping or list that is complained of as a whole: its first line.
    pub(crate) fn first_line(&self, range: &Range<usize>) -> Span {
        let written = &self.text.value[range.clone()];
        let end = written.find('\n').unwrap_or(written.len());
        self.text.span(range.start..range.start + written[..end].trim_end().len())
    }

    pub(crate) fn note_place(&mut self, path: &str, node: &Node) {
        let span = if matches!(node.value, Value::Scalar(_)) { self.span(node) } else { self.first_line(&node.range) };
        self.places.insert(path.to_owned(), span);
    }

    /// A complaint that a field takes something else.
    pub(crate) fn wrong_type(&mut self, node: &Node, path: &str, wanted: &str) -> Diagnostic {
        let found = match &node.value {
            Value::Nothing => "nothing",
            Value::Scalar(_) => "a single value",
            Value::List(_) => "a list",
            Value::Mapping(_) => "a mapping",
        };
        let place = self.first_line(&node.range);
        let complaint =
            Diagnostic::error(Code::WrongType, place, format!("`{}` takes {wanted}, not {found}", field_name(path)));
        match &node.value {
            Value::Mapping(pairs) if pairs.len() == 1 && !self.is_flow(node) => {
                complaint.hint("if it is a text with a colon in it, put it in quotes")
            }
            Value::Mapping(_) | Value::List(_) if self.is_flow(node) => {
                complaint.hint("if it is a text that begins with a bracket, put it in quotes")
            }
            Value::List(_) => complaint.hint("keep one of them"),
            Value::Mapping(_) => complaint.hint("write one value behind the colon"),
            _ => complaint,
        }
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text.value[node.range.clone()].starts_with(['{', '['])
    }

    /// The words of a scalar; anything else is complained of.
    fn words<'n>(&mut self, node: &'n Node, path: &str, wanted: &str) -> Option<&'n str> {
        match &node.value {
            Value::Nothing => None,
            Value::Scalar(words) => Some(words),
            Value::List(items) if items.len() == 1 && matches!(items[0].value, Value::Scalar(_)) => items[0].words(),
            _ => {
                let complaint = self.wrong_type(node, path, wanted);
                self.report.push(complaint);
                None
            }
        }
    }

    /// Complains of the mark that withholds, which does so in texts alone.
    fn complain_of_mark(&mut self, node: &Node, words: &str) {
        if holds_mark(words) {
            let complaint = Diagnostic::error(
                Code::UnknownCallout,
                self.span(node),
                "the mark [!INTERNAL] withholds nothing in a field of one line",
            );
            self.report.push(complaint.hint("write what nobody else may see under `internal:`"));
        }
    }

    /// A line of plain text.
    pub(crate) fn line(&mut self, node: &Node, path: &str) -> Option<String> {
        let words = self.words(node, path, "a text")?;
        self.complain_of_mark(node, words);
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// A Markdown text; a list of texts is a list in Markdown.
    pub(crate) fn prose(&mut self, node: &Node, path: &str) -> Option<Prose<Mention>> {
        match &node.value {
            Value::Nothing => None,
            Value::Scalar(words) => {
                let text = self.text.scalar(words.clone(), node.range.clone(), node.is_quoted);
                Some(markdown::read(&text, &mut self.report))
            }
            // `[[id]]` without quotes is a list in a list for YAML and a link for its author.
            Value::List(_) if self.as_link(node).is_some() => {
                Some(markdown::read(&self.text.part(node.range.clone()), &mut self.report))
            }
            Value::List(items) => {
                let mut prose = Prose::default();
                let mut points = Vec::new();
                for (at, item) in items.iter().enumerate() {
                    let Some(read) = self.prose(item, &format!("{path}[{at}]")) else { continue };
                    prose.footnotes.extend(read.footnotes);
                    points.push(ListItem { task: None, blocks: read.blocks });
                }
                if !points.is_empty() {
                    let kind = BlockKind::List { start: None, tight: true, items: points };
                    prose.blocks.push(Block { kind, span: self.text.range(node.range.clone()) });
                }
                Some(prose)
            }
            Value::Mapping(_) => {
                let complaint = self.wrong_type(node, path, "a text");
                self.report.push(complaint);
                None
            }
        }
    }

    /// `[[id]]` without quotes.
    fn as_link<'n>(&self, node: &'n Node) -> Option<&'n str> {
        let Value::List(outer) = &node.value else { return None };
        let [Node { value: Value::List(inner), .. }] = &outer[..] else { return None };
        let is_link = self.text.value[node.range.clone()].starts_with("[[");
        inner.first().filter(|_| is_link && inner.len() == 1)?.words()
    }

    pub(crate) fn mention(&mut self, node: &Node, path: &str) -> Option<Mention> {
        let words = match self.as_link(node) {
            Some(words) => words,
            None => self.words(node, path, "an id or a name")?,
        };
        self.complain_of_mark(node, words);
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]")).unwrap_or(&text);
        let text = text.split('|').next().unwrap_or(text).trim();
        if text.is_empty() {
            return None;
        }
        Some(Mention { text: text.to_owned(), span: self.span(node), form: MentionForm::Field })
    }

    /// A record, or a text of its own where it cannot be an id.
    pub(crate) fn loose(&mut self, node: &Node, path: &str) -> Option<LooseReference<Mention>> {
        let is_text = match &node.value {
            Value::Scalar(words) => words.trim().contains(char::is_whitespace) && !words.trim().starts_with("[["),
            _ => false,
        };
        if is_text {
            self.prose(node, path).map(LooseReference::Text)
        } else {
            self.mention(node, path).map(LooseReference::Record)
        }
    }

    /// Somebody, or whoever plays a part.
    pub(crate) fn party(&mut self, node: &Node, path: &str) -> Option<Party<Mention>> {
        let mention = self.mention(node, path)?;
        let role = Role::parse(&mention.text).or_else(|| Role::parse(mention.text.strip_suffix('s')?));
        Some(role.map_or(Party::Record(mention), Party::Role))
    }

    pub(crate) fn word<V: Vocabulary>(&mut self, node: &Node, path: &str) -> Option<V> {
        let words = self.words(node, path, "one word")?;
        if words.trim().is_empty() {
            return None;
        }
        let found = V::parse(words);
        if found.is_none() {
            self.unknown_value(node, path, words, V::ALL.iter().map(|word| word.as_str()));
        }
        found
    }

    pub(crate) fn unknown_value<'w>(
        &mut self,
        node: &Node,
        path: &str,
        written: &str,
        known: impl Iterator<Item = &'w str>,
    ) {
        let message = format!("`{}` does not take \"{}\"", field_name(path), written.trim());
        let all: Vec<&str> = known.collect();
        let complaint = Diagnostic::error(Code::UnknownValue, self.span(node), message);
        let part = written.trim().to_lowercase();
        let mut whole = all.iter().filter(|word| part.len() > 2 && word.contains(&part));
        let complaint = match (nearest(written.trim(), all.iter().copied()), whole.next(), whole.next()) {
            (Some(near), _, _) | (None, Some(&near), None) => complaint.hint(format!("did you mean \"{near}\"?")),
            _ => complaint,
        };
        self.report.push(complaint.hint(format!("it takes one of: {}", all.join(", "))));
    }

    pub(crate) fn date(&mut self, node: &Node, path: &str) -> Option<Date> {
        let words = self.words(node, path, "a date")?;
        self.settle(date::date(words), Code::InvalidDate, node, path, "date")
    }

    pub(crate) fn date_time(&mut self, node: &Node, path: &str) -> Option<(Date, Option<Time>)> {
        let words = self.words(node, path, "a date")?;
        self.settle(date::date_time(words), Code::InvalidDate, node, path, "date")
    }

    /// In minutes.
    pub(crate) fn duration(&mut self, node: &Node, path: &str) -> Option<u32> {
        let words = self.words(node, path, "a duration")?;
        let minutes = self.settle(date::duration(words), Code::InvalidDuration, node, path, "duration")?;
        if minutes > 14 * 24 * 60 {
            let message = format!("`{}` is longer than two weeks", field_name(path));
            self.report.push(
                Diagnostic::error(Code::OutOfRange, self.span(node), message)
                    .hint("a bare number is minutes; write 90m or 1.5h"),
            );
            return None;
        }
        Some(minutes)
    }

    pub(crate) fn amount(&mut self, node: &Node, path: &str) -> Option<Amount> {
        let words = self.words(node, path, "a sum of money")?;
        self.settle(amount::amount(words), Code::InvalidAmount, node, path, "sum of money")
    }

    /// Takes a value, or complains with the advice that came instead.
    fn settle<T>(&mut self, value: Result<T, String>, code: Code, node: &Node, path: &str, what: &str) -> Option<T> {
        value
            .map_err(|advice| {
                let written = self.words(node, path, "").unwrap_or_default();
                let message = format!("\"{}\" in `{}` is no {what}", written.trim(), field_name(path));
                self.report.push(Diagnostic::error(code, self.span(node), message).hint(advice));
            })
            .ok()
    }

    /// 0 to 4, or the word for it.
    pub(crate) fn level(&mut self, node: &Node, path: &str) -> Option<Level> {
        const ALL: &str = "levels are 0 none, 1 aware, 2 assisted, 3 independent, 4 teaches";
        let words = self.words(node, path, "a level")?.trim();
        let found = words.parse().ok().and_then(Level::from_number).or_else(|| Level::parse(words));
        if found.is_none() {
            let place = self.span(node);
            let complaint = if words.parse::<f64>().is_ok() {
                Diagnostic::error(Code::OutOfRange, place, format!("there is no level {words}"))
            } else {
                let message = format!("`{}` does not take \"{words}\"", field_name(path));
                Diagnostic::error(Code::UnknownValue, place, message)
                    .did_you_mean(words, Level::ALL.iter().map(|level| level.as_str()))
            };
            self.report.push(complaint.hint(ALL));
        }
        found
    }

    pub(crate) fn integer(&mut self, node: &Node, path: &str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let words = self.words(node, path, &wanted)?.trim();
        let name = field_name(path);
        match words.parse::<i64>() {
            Ok(number) => match u32::try_from(number).ok().filter(|number| range.contains(number)) {
                Some(number) => Some(number),
                None => {
                    let message = format!("`{name}` takes {wanted}, not {words}");
                    let nearest = number_near(words, &range);
                    self.report.push(
                        Diagnostic::error(Code::OutOfRange, self.span(node), message)
                            .hint(format!("the nearest it takes is {nearest}; leave it out where it is not known")),
                    );
                    None
                }
            },
            Err(_) => {
                let message = format!("`{name}` takes {wanted}, not \"{words}\"");
                self.report.push(
                    Diagnostic::error(Code::WrongType, self.span(node), message)
                        .hint("write it in digits; leave it out where it is not known"),
                );
                None
            }
        }
    }

    pub(crate) fn number(&mut self, node: &Node, path: &str) -> Option<f64> {
        let words = self.words(node, path, "a number")?.trim();
        let number = words.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            let complaint = Diagnostic::error(
                Code::WrongType,
                self.span(node),
                format!("`{}` takes a number, not \"{words}\"", field_name(path)),
            );
            self.report.push(match words.replace(',', ".").split(['/', ' ']).next().map(str::parse::<f64>) {
                Some(Ok(number)) => complaint.hint(format!("write {number}")),
                _ => complaint.hint("write it in digits; leave it out where it is not known"),
            });
        }
        number
    }

    pub(crate) fn truth(&mut self, node: &Node, path: &str) -> Option<bool> {
        let words = self.words(node, path, "true or false")?;
        match words.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => Some(true),
            "false" | "no" | "off" | "n" => Some(false),
            other => {
                let name = field_name(path);
                let message = format!("`{name}` takes true or false, not \"{other}\"");
                self.report.push(
                    Diagnostic::error(Code::WrongType, self.span(node), message)
                        .hint(format!("write `{name}: true` or `{name}: false`, or leave it out")),
                );
                None
            }
        }
    }
}

/// The number of a range that is nearest to what was written.
fn number_near(written: &str, range: &std::ops::RangeInclusive<u32>) -> u32 {
    if written.starts_with('-') || written == "0" { *range.start() } else { *range.end() }
}

/// The name of a field at the end of a path.
pub(crate) fn field_name(path: &str) -> &str {
    let name = path.rsplit('.').next().unwrap_or(path);
    name.split('[').next().unwrap_or(name)
}

/// Whether a text is written as an id is: nothing in it would change in a slug.
pub(crate) fn is_id(written: &str) -> bool {
    !written.is_empty() && written.split('/').all(|segment| !segment.is_empty() && slug(segment) == segment)
}

/// A reference that nobody wrote, to a record that is there.
pub(crate) fn mention_of(id: &EntryId, span: Span) -> Mention {
    Mention { text: id.to_string(), span, form: MentionForm::Field }
}
