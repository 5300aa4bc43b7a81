//! The keys that say who may see what, wherever they stand in a record.

use super::Reading;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Block, BlockKind, Extra, Prose, Remark, Safeguard};
use std::collections::BTreeMap;

impl Reading<'_> {
    /// Takes what stands under an `internal:` key away from everything else. A mere yes is no text: whoever
    /// wrote it meant the record.
    pub(crate) fn remark(&mut self, node: &Node, holder: &str) {
        let nodes = if let Value::List(items) = &node.value { items.as_slice() } else { std::slice::from_ref(node) };
        if let Some((node, answer)) = nodes.iter().find_map(|node| Some((node, answer(node)?))) {
            self.answered(node, answer);
            return;
        }
        let text = if matches!(node.value, Value::Mapping(_)) {
            let written = self.text.value[node.range.clone()].to_owned();
            let kind = BlockKind::Code { language: Some("yaml".to_owned()), text: written + "\n" };
            let block = Block { kind, span: self.text.range(node.range.clone()) };
            Some(Prose { blocks: vec![block], footnotes: Vec::new() })
        } else {
            self.prose(node, "internal")
        };
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.remarks.push(Remark { field: holder.to_owned(), text });
        }
    }

    /// An `internal:` that says yes or no where a text is expected.
    fn answered(&mut self, node: &Node, answer: bool) {
        let place = self.span(node);
        let word = node.words().unwrap_or_default().trim();
        let message = format!("`internal` takes a text, not {word}");
        if !answer {
            let hint = "leave it out; who may see a record is said by its `audience`";
            self.report.push(Diagnostic::warning(Code::MisplacedAudience, place, message).hint(hint));
            return;
        }
        self.report.push(
            Diagnostic::error(Code::MisplacedAudience, place, message)
                .hint("to withhold the record, write `audience: internal`")
                .hint("until then the whole record counts as internal"),
        );
        if !Safeguard::MisplacedAudiences.is_out() {
            self.audiences.doubt();
        }
    }

    /// One more word about who may see the record. What cannot be read counts as internal.
    pub(crate) fn restrict(&mut self, key: &Node, node: &Node) {
        let place = if node.is_nothing() { self.span(key) } else { self.first_line(&node.range) };
        let complaint = match &node.value {
            Value::Scalar(word) => match self.circles.find(word) {
                Some(audience) => {
                    self.audiences.restrict(audience);
                    return;
                }
                // Which circles there are is not known, and why has been said.
                None if !self.circles.are_all_known => {
                    self.audiences.doubt();
                    return;
                }
                None => Diagnostic::error(Code::UnknownAudience, place, format!("there is no audience \"{word}\""))
                    .did_you_mean(word, self.circles.names()),
            },
            Value::Nothing => Diagnostic::error(Code::UnknownAudience, place, "`audience` says nothing"),
            _ => Diagnostic::error(Code::UnknownAudience, place, "`audience` takes one word"),
        };
        let all: Vec<&str> = self.circles.names().collect();
        self.report.push(
            complaint.hint(format!("it takes one of: {}; what cannot be read counts as internal", all.join(", "))),
        );
        if !Safeguard::UnknownAudiences.is_out() {
            self.audiences.doubt();
        }
    }

    /// An audience where no record is: nobody can tell what it was meant to hide.
    pub(crate) fn misplaced_audience(&mut self, key: &Node) {
        self.report.push(
            Diagnostic::error(Code::MisplacedAudience, self.span(key), "only a whole record has an audience")
                .hint("write what is not for the client under `internal:`, here or in the record")
                .hint("until then the whole record counts as internal"),
        );
        if !Safeguard::MisplacedAudiences.is_out() {
            self.audiences.doubt();
        }
    }

    /// A value that no kind knows, without what is internal in it.
    pub(crate) fn extra(&mut self, node: &Node, path: &str) -> Extra {
        match &node.value {
            Value::Nothing => Extra::Null,
            Value::Scalar(words) => Extra::Text(words.clone()),
            Value::List(items) => Extra::List(
                items.iter().enumerate().map(|(at, item)| self.extra(item, &format!("{path}[{at}]"))).collect(),
            ),
            Value::Mapping(pairs) => {
                let mut extra = BTreeMap::new();
                for (key, value) in pairs {
                    let name = key.words().unwrap_or_default();
                    match Secrecy::of(name) {
                        Some(Secrecy::Internal) => self.remark(value, path),
                        Some(Secrecy::Audience) => self.misplaced_audience(key),
                        _ => {
                            let value = self.extra(value, &format!("{path}.{name}"));
                            extra.entry(name.to_owned()).or_insert(value);
                        }
                    }
                }
                Extra::Map(extra)
            }
        }
    }
}

/// Whether a value is a mere yes or no.
pub(crate) fn answer(node: &Node) -> Option<bool> {
    match node.words()?.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// The keys that say who may see something. Whatever looks like one of them is treated as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secrecy {
    Audience,
    Internal,
    Draft,
}

impl Secrecy {
    /// What a key is, misspelt or not.
    pub(crate) fn of(key: &str) -> Option<Self> {
        // Words of their own that are one or two letters away.
        if matches!(key, "interval" | "external" | "internet" | "craft") {
            return None;
        }
        match key {
            "audience" => Some(Self::Audience),
            "internal" => Some(Self::Internal),
            "draft" => Some(Self::Draft),
            _ if Self::is_remark(key) => Some(Self::Internal),
            _ => match nearest(key, ["audience", "internal", "draft"])? {
                "audience" => Some(Self::Audience),
                "internal" => Some(Self::Internal),
                _ => Some(Self::Draft),
            },
        }
    }

    /// Whether a key says of itself that it is internal: `internal_note`, `remarks-internal`.
    pub(crate) fn is_remark(key: &str) -> bool {
        let mut words = key.split(|sign: char| !sign.is_alphanumeric());
        key.len() > "internal".len() && words.any(|word| word.eq_ignore_ascii_case("internal"))
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Audience => "audience",
            Self::Internal => "internal",
            Self::Draft => "draft",
        }
    }
}
