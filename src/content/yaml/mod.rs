//! YAML as a tree whose every part knows its place.
//!
//! The tree is made from the events of the parser inside `serde_yaml` rather than by
//! deserializing: events tell tags, quotes and the places of collections, and aliases can be
//! counted before they are followed.

pub(crate) mod recovery;
mod tree;
mod trouble;

use super::text::Text;
use crate::diagnostic::Report;
use recovery::Parts;
use serde_yaml::granit_parser::Parser;
use std::ops::Range;
use tree::Tree;

/// A value, or the key of one.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) value: Value,
    /// Where it stands in the text it was read from, without line ends after it.
    pub(crate) range: Range<usize>,
    /// Whether it is a scalar in quotes.
    pub(crate) is_quoted: bool,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// Nothing, `~` or `null`.
    Nothing,
    /// Words, a number, a date: whatever is not quoted is as it is written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of its keys; a key that is written twice is there twice.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    fn new(value: Value, range: Range<usize>) -> Self {
        Self { value, range, is_quoted: false }
    }

    /// The words of a scalar.
    pub(crate) fn words(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(words) => Some(words),
            _ => None,
        }
    }

    /// Whether it says nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self.value, Value::Nothing)
    }

    /// The pairs of a mapping; none for anything else.
    pub(crate) fn pairs(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Mapping(pairs) => pairs,
            _ => &[],
        }
    }

    /// The first value of a key that is a word.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.pairs().iter().find(|(name, _)| name.words() == Some(key)).map(|(_, value)| value)
    }

    fn size(&self) -> usize {
        match &self.value {
            Value::Nothing => 1,
            Value::Scalar(words) => 1 + words.len() / 64,
            Value::List(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Value::Mapping(pairs) => 1 + pairs.iter().map(|(key, value)| key.size() + value.size()).sum::<usize>(),
        }
    }
}

/// The documents of a stretch of text: between lines that begin with `---`, and before `...`.
///
/// They are parted by hand so that one that cannot be read does not hide the others.
pub(crate) fn documents(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut documents = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    for line in text.value[range.clone()].split_inclusive('\n') {
        let next = at + line.len();
        let words = line.trim_end();
        if words == "---" || words.starts_with("--- ") || words.starts_with("---\t") {
            documents.push(start..at);
            start = at + 3;
        } else if words == "..." {
            documents.push(start..at);
            start = next;
        }
        at = next;
    }
    documents.push(start..range.end);
    documents.retain(|document| {
        let says_nothing = |line: &str| {
            let line = line.trim_start();
            line.is_empty() || line.starts_with('#') || line.starts_with('%')
        };
        !text.value[document.clone()].lines().all(says_nothing)
    });
    documents
}

/// Whether the first line that says something is an item of a list.
pub(crate) fn begins_with_item(text: &Text, document: Range<usize>) -> bool {
    let says_something = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let first = text.value[document].lines().map(str::trim).find(says_something).unwrap_or_default();
    first == "-" || first.starts_with("- ") || first.starts_with('[')
}

/// Reads one document. `None` where it cannot be read, which has then been said.
pub(crate) fn read(text: &Text, range: Range<usize>, report: &mut Report) -> Option<Node> {
    let source = &text.value[range.clone()];
    let mut tree = Tree::new(text, range.start, report);
    for event in Parser::new_from_str(source) {
        let outcome = match event {
            Ok((event, stretch)) => tree.take(event, &stretch),
            Err(error) => Err(Box::new(trouble::explain(text, range.clone(), &error))),
        };
        if let Err(complaint) = outcome {
            tree.report.push(*complaint);
            return None;
        }
    }
    Some(tree.finish().unwrap_or(Node::new(Value::Nothing, range.start..range.start)))
}

/// Reads the keys of one record, and says whether some of them could not be read.
pub(crate) fn read_record(text: &Text, document: Range<usize>, report: &mut Report) -> (Node, bool) {
    let recovered = recovery::recover(text, document.clone(), Parts::Keys, report);
    let is_whole = recovered.lost.is_empty() && recovered.node.is_some();
    let Some(mut node) = recovered.node else { return (plain_lines(text, document), true) };
    for part in recovered.lost {
        let Value::Mapping(found) = plain_lines(text, part).value else { continue };
        match &mut node.value {
            Value::Mapping(pairs) => pairs.extend(found),
            Value::Nothing => node.value = Value::Mapping(found),
            Value::Scalar(_) | Value::List(_) => {}
        }
    }
    (node, !is_whole)
}

/// What tells which record this is and who may see it.
const TELLING: [&str; 9] = ["id", "kind", "title", "name", "term", "date", "audience", "draft", "internal"];

/// The telling lines `key: value` at the left edge of what cannot be read as YAML.
pub(crate) fn plain_lines(text: &Text, range: Range<usize>) -> Node {
    let mut pairs = Vec::new();
    let mut at = range.start;
    for line in text.value[range.clone()].split_inclusive('\n') {
        if let Some((key, value)) = line.split_once(':').filter(|(key, _)| TELLING.contains(key)) {
            let words = value.trim().trim_matches(['"', '\'']);
            let place = at + line.len() - value.trim_start().len();
            if !words.is_empty() && !words.starts_with(['|', '>', '[', '{']) {
                pairs.push((
                    Node::new(Value::Scalar(key.to_owned()), at..at + key.len()),
                    Node::new(Value::Scalar(words.to_owned()), place..place + value.trim().len()),
                ));
            }
        }
        at += line.len();
    }
    Node::new(Value::Mapping(pairs), range)
}

#[cfg(test)]
mod tests {
    use super::{Node, Value, documents, read};
    use crate::content::manuscript;
    use crate::diagnostic::{Diagnostic, Report};
    use crate::source::SourcePath;

    fn parse(written: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let text = manuscript::read(&SourcePath::new("a.yaml"), written.as_bytes(), &mut Report::new());
        let mut report = Report::new();
        let node = read(&text, 0..written.len(), &mut report);
        (node, report.iter().cloned().collect())
    }

    fn outline(node: &Node, source: &str) -> String {
        let place = &source[node.range.clone()];
        match &node.value {
            Value::Nothing => format!("~{place:?}"),
            Value::Scalar(words) => format!("{words:?}@{place:?}"),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| outline(item, source)).collect::<Vec<_>>().join(", "))
            }
            Value::Mapping(pairs) => {
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|(key, value)| format!("{}: {}", outline(key, source), outline(value, source)))
                    .collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }

    #[test]
    fn every_scalar_knows_its_place() {
        let source = "a: no\nb: 007\nc: 'x'\nd: |\n  one\n  two\ne:\nf: [1e999, \"q\"]\ng: 2025-06-12\n";
        let (node, complaints) = parse(source);
        assert!(complaints.is_empty());
        assert_eq!(
            outline(&node.expect("it can be read"), source),
            "{\"a\"@\"a\": \"no\"@\"no\", \"b\"@\"b\": \"007\"@\"007\", \"c\"@\"c\": \"x\"@\"'x'\", \
             \"d\"@\"d\": \"one\\ntwo\\n\"@\"one\\n  two\", \"e\"@\"e\": ~\"\", \
             \"f\"@\"f\": [\"1e999\"@\"1e999\", \"q\"@\"\\\"q\\\"\"], \"g\"@\"g\": \"2025-06-12\"@\"2025-06-12\"}"
        );
    }

    #[test]
    fn a_bomb_of_aliases_is_refused_before_it_goes_off() {
        let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (last, next) in ('a'..'j').zip('b'..='j') {
            let line = vec![format!("*{last}"); 9].join(", ");
            bomb.push_str(&format!("{next}: &{next} [{line}]\n"));
        }
        let (node, complaints) = parse(&bomb);
        assert!(node.is_none());
        assert_eq!(complaints.len(), 1);
    }

    #[test]
    fn what_contains_itself_is_refused() {
        let (node, complaints) = parse("a: &a\n  b: *a\n");
        assert!(node.is_none());
        assert_eq!(complaints.len(), 1);
    }

    #[test]
    fn documents_are_parted_at_their_lines() {
        let source = "%YAML 1.2\n---\na: 1\n---\n\n# nothing\n--- # b\nb: |\n  ---\n...\nc: 3\n";
        let text = manuscript::read(&SourcePath::new("a.yaml"), source.as_bytes(), &mut Report::new());
        let parts: Vec<_> = documents(&text, 0..source.len()).into_iter().map(|range| source[range].trim()).collect();
        assert_eq!(parts, ["a: 1", "# b\nb: |\n  ---", "c: 3"]);
    }
}
