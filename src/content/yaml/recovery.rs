//! Reading what can be read of a document in which something cannot.
//!
//! The part that holds the mistake is blanked out, and the rest is read again: so one mistake costs
//! one part, and the next mistake is found in the same run. What is lost is a key of a record, or a
//! record of a register.

use super::{Node, Value, read};
use crate::content::text::Text;
use crate::diagnostic::Report;
use std::ops::Range;

/// More mistakes than this in one document, and the rest waits for the next run.
const MOST: usize = 40;

/// A document that was read, perhaps in part.
pub(crate) struct Recovered {
    /// What could be read; `None` where nothing could.
    pub(crate) node: Option<Node>,
    /// The parts that could not be read, which have been complained of.
    pub(crate) lost: Vec<Range<usize>>,
}

/// What a document consists of.
#[derive(Clone, Copy)]
pub(crate) enum Parts<'p> {
    /// The keys of one record.
    Keys,
    /// Records: a list, or a mapping, or either under a key that is the name of a register.
    Records(&'p dyn Fn(&str) -> bool),
}

/// Reads a document, part by part where it cannot be read as a whole.
pub(crate) fn recover(text: &Text, document: Range<usize>, parts: Parts<'_>, report: &mut Report) -> Recovered {
    let mut lost: Vec<Range<usize>> = Vec::new();
    let mut blanked: Option<Text> = None;
    loop {
        let mut own = Report::new();
        let node = read(blanked.as_ref().unwrap_or(text), document.clone(), &mut own);
        if node.is_some() {
            report.extend(own);
            return Recovered { node, lost };
        }
        // What else was said comes again with the next reading; the last is what ended this one.
        let Some(fatal) = own.iter().last().cloned() else { return Recovered { node: None, lost } };
        let at = fatal.primary.as_ref().map_or(document.start, |label| text.at(label.span.start));
        report.push(fatal);
        let source = blanked.as_ref().map_or(&text.value, |blanked| &blanked.value);
        let part = part_around(source, document.clone(), at, parts);
        let Some(part) = part.filter(|_| lost.len() < MOST) else { return Recovered { node: None, lost } };
        let empty: String = source[part.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        blanked.get_or_insert_with(|| text.clone()).value.replace_range(part.clone(), &empty);
        lost.push(part);
    }
}

/// A line that says something.
struct Line<'s> {
    range: Range<usize>,
    indent: usize,
    words: &'s str,
}

impl Line<'_> {
    fn is_item(&self) -> bool {
        self.words == "-" || self.words.starts_with("- ")
    }
}

fn lines(source: &str, document: Range<usize>) -> Vec<Line<'_>> {
    let mut at = document.start;
    let mut lines = Vec::new();
    for line in source[document].split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            let space = &line[..line.len() - line.trim_start().len()];
            // A tab is never the indentation of a part, but it is inside of one.
            let indent = space.chars().map(|space| if space == '\t' { 8 } else { 1 }).sum();
            lines.push(Line { range: at..at + line.len(), indent, words });
        }
        at += line.len();
    }
    lines
}

/// The part of a document that holds a place.
fn part_around(source: &str, document: Range<usize>, at: usize, parts: Parts<'_>) -> Option<Range<usize>> {
    let lines = lines(source, document.clone());
    let first = lines.first()?;
    let (indent, is_list) = match parts {
        Parts::Keys => (first.indent, false),
        Parts::Records(_) if first.is_item() => (first.indent, true),
        Parts::Records(is_register) => {
            let is_wrapped = first.words.strip_suffix(':').is_some_and(is_register);
            let inner = lines.get(1).filter(|_| is_wrapped);
            inner.map_or((first.indent, false), |line| (line.indent, line.is_item()))
        }
    };
    let begins = |line: &Line<'_>| line.indent == indent && line.is_item() == is_list;
    let ends = |line: &Line<'_>| line.indent < indent || (line.indent == indent && (is_list || begins(line)));
    let start = lines.iter().rposition(|line| line.range.start <= at && begins(line))?;
    // A place below the end of the part belongs to none.
    let end = lines[start + 1..].iter().find(|line| ends(line)).map_or(document.end, |line| line.range.start);
    (at <= end).then(|| lines[start].range.start..end)
}

/// What tells which record a lost part was: its key, and the lines that name it.
pub(crate) fn salvage(text: &Text, part: Range<usize>) -> (Option<String>, Node) {
    const TELLING: [&str; 5] = ["id", "name", "title", "term", "aliases"];
    let mut key = None;
    let mut pairs: Vec<(Node, Node)> = Vec::new();
    for (at, line) in lines(&text.value, part.clone()).into_iter().enumerate() {
        let words = line.words.trim_start_matches("- ").trim_start();
        let Some((name, rest)) = words.split_once(':') else { continue };
        if at == 0 && rest.trim().is_empty() && !line.is_item() {
            key = Some(name.trim_matches(['"', '\'']).to_owned());
        }
        let is_known = pairs.iter().any(|(known, _)| known.words() == Some(name));
        if !TELLING.contains(&name) || is_known {
            continue;
        }
        let start = line.range.start + text.value[line.range.clone()].find(words).unwrap_or(0);
        let slice = start..start + words.len();
        match read(text, slice.clone(), &mut Report::new()) {
            Some(Node { value: Value::Mapping(read), .. }) => pairs.extend(read),
            // The very line that cannot be read: its words are the best there is.
            _ => {
                let bare = rest.trim().trim_matches(['"', '\'']).to_owned();
                let place = slice.end - rest.trim_start().len()..slice.end;
                let key = Node::new(Value::Scalar(name.to_owned()), slice.start..slice.start + name.len());
                pairs.push((key, Node::new(Value::Scalar(bare), place)));
            }
        }
    }
    (key, Node::new(Value::Mapping(pairs), part))
}

#[cfg(test)]
mod tests {
    use super::{Parts, recover, salvage};
    use crate::content::manuscript;
    use crate::diagnostic::Report;
    use crate::source::SourcePath;

    #[test]
    fn every_mistake_costs_its_own_part() {
        let written = "title: A: B\ndate: 2025-06-12\nnotes: [a\nskills:\n\t- x\ntype: demo\n";
        let mut report = Report::new();
        let text = manuscript::read(&SourcePath::new("a.yaml"), written.as_bytes(), &mut report);
        let recovered = recover(&text, 0..written.len(), Parts::Keys, &mut report);
        let node = recovered.node.expect("the rest can be read");
        let keys: Vec<_> = node.pairs().iter().filter_map(|(key, _)| key.words()).collect();
        assert_eq!(keys, ["date", "type"]);
        assert_eq!((recovered.lost.len(), report.errors()), (3, 3));
    }

    #[test]
    fn a_lost_record_of_a_register_is_known_by_its_name() {
        let written = "people:\n  - id: mei\n    name: Mei Chen\n    aliases: [Mei]\n\trole: pmo\n  - name: Petra\n";
        let mut report = Report::new();
        let text = manuscript::read(&SourcePath::new("people.yaml"), written.as_bytes(), &mut report);
        let is_register = |key: &str| key == "people";
        let recovered = recover(&text, 0..written.len(), Parts::Records(&is_register), &mut report);
        assert!(recovered.node.is_some());
        let (key, node) = salvage(&text, recovered.lost[0].clone());
        assert_eq!((key, node.get("name").and_then(super::Node::words)), (None, Some("Mei Chen")));
        assert!(node.get("aliases").is_some());
        assert_eq!(report.errors(), 1);
    }
}
