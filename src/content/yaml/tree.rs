//! The tree of one document as it grows from the parser's events.

use super::{Node, Value};
use crate::content::manuscript::is_control;
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use serde_yaml::granit_parser::{Event, ScalarStyle, Span as Stretch, Tag};
use std::collections::HashMap;
use std::ops::Range;

/// Deeper than any record goes; keeps every later walk of the tree off the end of the stack.
const DEEPEST: usize = 64;

/// How many nodes the aliases of one document may add to it.
const MOST_REPEATED: usize = 20_000;

/// A complaint that ends the reading of a document.
pub(super) type Fatal = Box<Diagnostic>;

/// The tree while it grows.
pub(super) struct Tree<'t> {
    text: &'t Text,
    /// Where the document begins in the text.
    start: usize,
    /// Where complaints go.
    pub(super) report: &'t mut Report,
    open: Vec<Collection>,
    anchors: HashMap<usize, Node>,
    repeated: usize,
    root: Option<Node>,
}

/// A list or a mapping that has not ended yet.
struct Collection {
    start: usize,
    anchor: usize,
    children: Children,
}

enum Children {
    List(Vec<Node>),
    Mapping(Vec<(Node, Node)>, Option<Node>),
}

impl<'t> Tree<'t> {
    /// An empty tree of a document that begins at that place.
    pub(super) fn new(text: &'t Text, start: usize, report: &'t mut Report) -> Self {
        Self { text, start, report, open: Vec::new(), anchors: HashMap::new(), repeated: 0, root: None }
    }

    /// What the document is; nothing where it holds nothing.
    pub(super) fn finish(self) -> Option<Node> {
        self.root
    }

    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event<'_>, stretch: &Stretch) -> Result<(), Fatal> {
        let range = self.range(stretch);
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                let is_text = self.check_tag(tag.as_deref(), stretch);
                let value = self.scalar(&words, style, is_text, &range);
                let end = range.start + self.text.value[range.clone()].trim_end().len();
                let is_quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
                self.close(Node { is_quoted, ..Node::new(value, range.start..end) }, anchor);
                Ok(())
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), stretch);
                self.begin(range.start, anchor, Children::List(Vec::new()))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), stretch);
                self.begin(range.start, anchor, Children::Mapping(Vec::new(), None))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(range.end);
                Ok(())
            }
            Event::Alias(anchor) => {
                let node = self.repeat(anchor, &range)?;
                self.close(node, 0);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn range(&self, stretch: &Stretch) -> Range<usize> {
        let bytes = stretch.byte_range().unwrap_or_default();
        let end = self.text.value.len();
        let start = (self.start + bytes.start).min(end);
        start..(self.start + bytes.end).clamp(start, end)
    }

    fn scalar(&mut self, words: &str, style: ScalarStyle, is_text: bool, range: &Range<usize>) -> Value {
        if style == ScalarStyle::Plain && !is_text && matches!(words, "" | "~" | "null" | "NULL") {
            return Value::Nothing;
        }
        if words.contains(is_control) {
            let span = self.text.span(range.clone());
            self.report.push(
                Diagnostic::warning(Code::ControlCharacter, span, "an escape for a control character")
                    .hint("it is read as a space"),
            );
            return Value::Scalar(words.replace(is_control, " "));
        }
        Value::Scalar(words.to_owned())
    }

    /// Whether a tag makes a text of its scalar. Tags of other programs are errors, since what they
    /// mean cannot be known.
    fn check_tag(&mut self, tag: Option<&Tag>, stretch: &Stretch) -> bool {
        let Some(tag) = tag else { return false };
        let core = tag.core_suffix();
        if core.is_none() && tag.is_custom() && tag.original() != "!" {
            let place = stretch.tag_span().map_or_else(|| self.range(stretch), |place| self.range(&place));
            let written = self.text.value[place.clone()].to_owned();
            self.report.push(
                Diagnostic::error(
                    Code::YamlTag,
                    self.text.span(place),
                    format!("the YAML tag `{written}` means nothing here"),
                )
                .hint("take it out; if it is part of a text, put the whole text in quotes"),
            );
        }
        core == Some("str")
    }

    fn begin(&mut self, start: usize, anchor: usize, children: Children) -> Result<(), Fatal> {
        if self.open.len() >= DEEPEST {
            let message = format!("nested more than {DEEPEST} levels deep");
            return Err(self.fatal(start..start + 1, message, "records have a few levels at most"));
        }
        self.open.push(Collection { start, anchor, children });
        Ok(())
    }

    fn end(&mut self, end: usize) {
        let Some(Collection { start, anchor, children }) = self.open.pop() else { return };
        let value = match children {
            Children::List(items) => Value::List(items),
            Children::Mapping(pairs, _) => Value::Mapping(self.settle(pairs)),
        };
        let end = start + self.text.value[start..end.max(start)].trim_end().len();
        self.close(Node::new(value, start..end), anchor);
    }

    /// Puts a finished node where it belongs.
    fn close(&mut self, node: Node, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|collection| &mut collection.children) {
            None => self.root = Some(node),
            Some(Children::List(items)) => items.push(node),
            Some(Children::Mapping(pairs, key)) => match key.take() {
                Some(key) => pairs.push((key, node)),
                None => *key = Some(node),
            },
        }
    }

    /// What an alias stands for. Aliases of aliases multiply, so their nodes are counted first.
    fn repeat(&mut self, anchor: usize, range: &Range<usize>) -> Result<Node, Fatal> {
        let Some(node) = self.anchors.get(&anchor) else {
            let message = "this alias is part of what it stands for".to_owned();
            return Err(self.fatal(range.clone(), message, "write the value itself"));
        };
        self.repeated += node.size();
        if self.repeated > MOST_REPEATED {
            let message = format!("the aliases of this document repeat more than {MOST_REPEATED} values");
            return Err(self.fatal(range.clone(), message, "write the values themselves"));
        }
        Ok(node.clone())
    }

    /// Follows merge keys, and complains of keys that are no words or are written twice.
    fn settle(&mut self, pairs: Vec<(Node, Node)>) -> Vec<(Node, Node)> {
        let mut settled: Vec<(Node, Node)> = Vec::with_capacity(pairs.len());
        let mut merged = Vec::new();
        let mut first: HashMap<String, Range<usize>> = HashMap::new();
        for (key, value) in pairs {
            let name = match &key.value {
                Value::Scalar(name) => name.clone(),
                Value::Nothing => String::new(),
                Value::List(_) | Value::Mapping(_) => {
                    self.report.push(
                        Diagnostic::error(Code::InvalidYaml, self.text.span(key.range), "a key must be a word")
                            .hint("a text that begins with `{` or `[` needs quotes"),
                    );
                    continue;
                }
            };
            if name == "<<" && self.text.value[key.range.clone()] == *"<<" {
                match value.value {
                    Value::Mapping(pairs) => merged.extend(pairs),
                    Value::List(items) => merged.extend(items.into_iter().flat_map(|item| match item.value {
                        Value::Mapping(pairs) => pairs,
                        _ => Vec::new(),
                    })),
                    _ => {}
                }
                continue;
            }
            if let Some(there) = first.get(&name) {
                let message = format!("the key `{name}` is written twice");
                self.report.push(
                    Diagnostic::error(Code::DuplicateKey, self.text.span(key.range.clone()), message)
                        .related(self.text.span(there.clone()), "first written here")
                        .hint("keep one of them"),
                );
            } else {
                first.insert(name, key.range.clone());
            }
            settled.push((key, value));
        }
        for (key, value) in merged {
            if !settled.iter().any(|(own, _)| own.words() == key.words()) {
                settled.push((key, value));
            }
        }
        settled
    }

    #[expect(clippy::unnecessary_box_returns, reason = "every caller returns it as the error of a result")]
    fn fatal(&self, range: Range<usize>, message: String, hint: &str) -> Fatal {
        let end = range.end.min(self.text.value.len());
        let place = self.text.span(range.start.min(end)..end);
        Box::new(Diagnostic::error(Code::InvalidYaml, place, message).hint(hint))
    }
}
