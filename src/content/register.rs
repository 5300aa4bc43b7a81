//! The records of a register: a list, a mapping from id to record, or either under the kind's name.

use super::heading::readable;
use super::reading::{Secrecy, answer, is_id};
use super::text::Text;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::model::Kind;
use std::ops::Range;

/// One record of a file of records.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its key, in a mapping from id to record.
    pub(crate) key: Option<String>,
    /// Its fields.
    pub(crate) node: Node,
    /// Where its key stands.
    pub(crate) place: Option<Range<usize>>,
    /// Whether its YAML could not be read.
    pub(crate) is_salvaged: bool,
    /// Whether the register around it says something of audiences, which it cannot.
    pub(crate) is_withheld: bool,
}

impl Item {
    pub(crate) fn of(node: Node) -> Self {
        Self { key: None, node, place: None, is_salvaged: false, is_withheld: false }
    }

    /// The title that a key gives.
    pub(crate) fn name(&self, key: &str) -> String {
        if is_id(key) { readable(key) } else { key.to_owned() }
    }

    /// Whether the key is meant as a title: a name of somebody, a word of the glossary.
    pub(crate) fn is_named(&self, kind: Kind) -> bool {
        self.key.as_deref().is_some_and(|key| kind == Kind::Term || !is_id(key))
    }
}

/// Whether a mapping is a register under the name of its kind.
pub(crate) fn wraps(node: &Node, kind: Kind) -> bool {
    let belongs = |found: Kind| found == kind || (kind == Kind::Person && found == Kind::Organisation);
    node.pairs().iter().any(|(key, value)| {
        let is_collection = !matches!(value.value, Value::Scalar(_));
        is_collection && key.words().and_then(kind_named).is_some_and(|(found, _)| belongs(found))
    })
}

/// The records of a register, each with its kind.
pub(crate) fn items(node: Node, kind: Kind, text: &Text, report: &mut Report) -> Vec<(Kind, Item)> {
    if !wraps(&node, kind) {
        return of_kind(node, kind, text, report);
    }
    let Value::Mapping(pairs) = node.value else { return Vec::new() };
    let mut items = Vec::new();
    let mut is_withheld = false;
    for (key, value) in pairs {
        let name = key.words().unwrap_or_default();
        match (Secrecy::of(name), kind_named(name)) {
            (Some(secrecy), _) if secrecy == Secrecy::Audience || answer(&value) == Some(true) => {
                is_withheld = true;
                report.push(
                    Diagnostic::error(
                        Code::MisplacedAudience,
                        text.span(key.range.clone()),
                        "a register has no audience of its own",
                    )
                    .hint(format!(
                        "write it in each record, or for the whole file in site.toml: [audiences] \"{}\" = …",
                        below_content(text)
                    ))
                    .hint("until then the whole register counts as internal"),
                );
            }
            // What stands here belongs to no record, and is for nobody else.
            (Some(Secrecy::Internal), _) => {}
            (_, Some((found, is_exact))) => {
                if !is_exact {
                    let message = format!("`{name}` is no key here; it is read as `{}`", key_of(found));
                    report.push(
                        Diagnostic::warning(Code::UnknownKey, text.span(key.range.clone()), message)
                            .hint(format!("write `{}`", key_of(found))),
                    );
                }
                items.extend(of_kind(value, found, text, report));
            }
            _ => report.push(
                Diagnostic::warning(
                    Code::UnknownKey,
                    text.span(key.range.clone()),
                    format!("`{name}` is no register, and is not read"),
                )
                .hint(format!("the records of this file stand under `{}`", key_of(kind))),
            ),
        }
    }
    for (_, item) in &mut items {
        item.is_withheld |= is_withheld;
    }
    items
}

fn below_content(text: &Text) -> &str {
    text.file.as_str().strip_prefix("content/").unwrap_or(text.file.as_str())
}

fn of_kind(node: Node, kind: Kind, text: &Text, report: &mut Report) -> Vec<(Kind, Item)> {
    let range = node.range.clone();
    let not_records = || {
        Diagnostic::error(
            Code::WrongType,
            first_line(text, &range),
            format!("`{}` takes a list of records", key_of(kind)),
        )
        .hint("or a mapping from id to record")
    };
    let items: Vec<Item> = match node.value {
        Value::Nothing => Vec::new(),
        Value::Scalar(_) => {
            report.push(not_records());
            Vec::new()
        }
        Value::List(items) => items.into_iter().filter_map(|item| listed(item, kind, text, report)).collect(),
        Value::Mapping(_) if is_one_record(&node) => vec![Item::of(node)],
        Value::Mapping(pairs) => pairs.into_iter().map(|(key, value)| keyed(key, value, kind, text, report)).collect(),
    };
    items.into_iter().map(|item| (kind, item)).collect()
}

/// Whether a mapping has a title, and so is a record rather than a register.
fn is_one_record(node: &Node) -> bool {
    ["title", "name", "term"].iter().any(|key| node.get(key).is_some_and(|value| value.words().is_some()))
}

/// An item of a list; one that is only a text is a record with that title.
fn listed(node: Node, kind: Kind, text: &Text, report: &mut Report) -> Option<Item> {
    match &node.value {
        Value::Nothing => None,
        Value::Mapping(_) => Some(Item::of(node)),
        Value::Scalar(words) => {
            let title = words.trim().to_owned();
            let nothing = Node { value: Value::Mapping(Vec::new()), range: node.range.clone(), is_quoted: false };
            Some(Item { key: Some(title), place: Some(node.range), ..Item::of(nothing) })
        }
        Value::List(_) => {
            let message = format!("this is a list, where a {} must stand", super::record::kind_in_words(kind));
            report.push(
                Diagnostic::error(Code::WrongType, first_line(text, &node.range), message)
                    .hint("write the keys of one record behind each hyphen"),
            );
            None
        }
    }
}

/// A record under its id. A word of the glossary may be followed by its meaning alone.
fn keyed(key: Node, value: Node, kind: Kind, text: &Text, report: &mut Report) -> Item {
    let name = key.words().unwrap_or_default().trim().to_owned();
    let place = Some(key.range.clone());
    let mapping = |pairs| Node { value: Value::Mapping(pairs), range: value.range.clone(), is_quoted: false };
    let mut is_salvaged = false;
    let node = match &value.value {
        Value::Mapping(_) => value,
        Value::Nothing => mapping(Vec::new()),
        Value::Scalar(_) | Value::List(_) if kind == Kind::Term => {
            let meaning = Node { value: Value::Scalar("meaning".to_owned()), range: key.range, is_quoted: false };
            mapping(vec![(meaning, value.clone())])
        }
        _ => {
            let message = format!("`{name}` takes the fields of one {}", super::record::kind_in_words(kind));
            report.push(
                Diagnostic::error(Code::WrongType, first_line(text, &value.range), message)
                    .hint("write its keys below it, indented"),
            );
            is_salvaged = true;
            mapping(Vec::new())
        }
    };
    Item { key: Some(name), place, is_salvaged, ..Item::of(node) }
}

fn first_line(text: &Text, range: &Range<usize>) -> crate::source::Span {
    let written = &text.value[range.clone()];
    text.span(range.start..range.start + written.find('\n').unwrap_or(written.len()))
}

/// The name of a kind's register as a key.
fn key_of(kind: Kind) -> String {
    kind.folder().replace('-', "_")
}

/// The kind under whose name the end of a text stands.
pub(crate) fn kind_above(source: &str) -> Option<Kind> {
    let key =
        source.lines().rev().find_map(|line| line.strip_suffix(':').filter(|key| !key.starts_with([' ', '-'])))?;
    kind_named(key).map(|(kind, _)| kind)
}

/// The kind of a register's name, and whether it is written as it should be.
pub(crate) fn kind_named(written: &str) -> Option<(Kind, bool)> {
    if let Some(kind) = Kind::parse(written) {
        return Some((kind, true));
    }
    let name = written.to_lowercase().replace('_', "-");
    let plural = Kind::ALL.into_iter().find(|kind| name.strip_suffix('s') == Some(kind.as_str()));
    if let Some(kind) = plural {
        return Some((kind, true));
    }
    let near = nearest(&name, Kind::ALL.iter().map(|kind| kind.folder()).filter(|folder| !folder.is_empty()))?;
    Kind::parse(near).map(|kind| (kind, false))
}
