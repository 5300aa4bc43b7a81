//! The mark behind a line of a site: what must be said of it.

use std::fmt;

/// `<-- error: unknown-reference "did you mean"`, with the column before the severity where it
/// matters: `<-- 8 error: …`. `<-- related: duplicate-id "first"` marks the other end of a clash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// The line of its file, from 1.
    pub(super) line: usize,
    pub(super) column: Option<usize>,
    pub(super) severity: String,
    pub(super) is_related: bool,
    pub(super) code: String,
    /// Words of the message, a label, or a hint.
    pub(super) words: Option<String>,
}

const ARROW: &str = "<-- ";

/// A text without its marks, and the marks.
pub(super) fn markers(text: &str) -> (String, Vec<Marker>) {
    let mut plain = String::with_capacity(text.len());
    let mut markers = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut parts = line.split(ARROW);
        let rest = parts.next().unwrap_or_default();
        let before = markers.len();
        markers.extend(parts.map(|part| Marker::read(part, number + 1)));
        plain.push_str(if markers.len() == before { line } else { rest.trim_end() });
        plain.push('\n');
    }
    (plain, markers)
}

impl Marker {
    /// Reads what stands behind the arrow.
    pub(super) fn read(text: &str, line: usize) -> Self {
        let (head, rest) = text.split_once(": ").unwrap_or_else(|| panic!("what does the mark {text:?} say?"));
        let (column, severity) = match head.trim().split_once(' ') {
            Some((column, severity)) => (Some(column.parse().unwrap()), severity),
            None => (None, head.trim()),
        };
        assert!(matches!(severity, "error" | "warning" | "related"), "what is {severity:?}?");
        let (code, words) = match rest.trim().split_once(' ') {
            Some((code, words)) => (code, Some(words.trim())),
            None => (rest.trim(), None),
        };
        let words = words.map(|words| {
            let words = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
            words.unwrap_or_else(|| panic!("words stand in quotes: {text:?}")).to_owned()
        });
        let is_related = severity == "related";
        Self { line, column, severity: severity.to_owned(), is_related, code: code.to_owned(), words }
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(column) = self.column {
            write!(formatter, "{column} ")?;
        }
        write!(formatter, "{}: {}", self.severity, self.code)?;
        match &self.words {
            Some(words) => write!(formatter, " {words:?}"),
            None => Ok(()),
        }
    }
}
