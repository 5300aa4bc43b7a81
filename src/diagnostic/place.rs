//! Where a stretch of bytes stands for a person: line, column, and the words around it.

use crate::source::{SourceFile, SourcePath, SourceTree, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Beginning and end of a stretch; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line where it ends.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
}

/// Finds places in the files of a snapshot, each of which is looked through once at most.
#[derive(Debug)]
pub struct Places<'a> {
    sources: &'a SourceTree,
    indexes: BTreeMap<SourcePath, Option<Index<'a>>>,
}

impl<'a> Places<'a> {
    /// For the files of this snapshot.
    pub fn new(sources: &'a SourceTree) -> Self {
        Self { sources, indexes: BTreeMap::new() }
    }

    /// Where a stretch begins and ends. In a file that is not in the snapshot, that is its very
    /// beginning.
    pub fn find(&mut self, span: &Span) -> Place {
        let Some(index) = self.index(&span.file) else {
            return Place { line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let (line, column) = index.position(span.start as usize);
        let (end_line, end_column) = index.position(span.end.max(span.start) as usize);
        Place { line, column, end_line, end_column }
    }

    /// What is to be shown of the line in which a stretch begins.
    pub(super) fn excerpt(&mut self, span: &Span) -> Option<Excerpt> {
        self.index(&span.file).map(|index| index.excerpt(span.start as usize..span.end as usize))
    }

    fn index(&mut self, file: &SourcePath) -> Option<&Index<'a>> {
        let sources = self.sources;
        let make = || sources.get(file).map(SourceFile::bytes).map(|bytes| Index::of(bytes));
        self.indexes.entry(file.clone()).or_insert_with(make).as_ref()
    }
}

/// How many bytes lie between two counts of characters: a line may be ten megabytes long, and have
/// thousands of complaints.
const STRIDE: usize = 1024;

/// The longest line that is shown with a mark below it, in bytes.
const LONGEST_SHOWN: usize = 2000;

/// How many bytes are shown to both sides of a place in a longer line.
const SHOWN_AROUND: usize = 40;

/// The lines and characters of one file.
#[derive(Debug)]
struct Index<'a> {
    bytes: &'a [u8],
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters there are before every [`STRIDE`]th byte.
    characters: Vec<usize>,
}

impl<'a> Index<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let mut lines = vec![mark];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if ends {
                lines.push(at + 1);
            }
        }
        let mut before = 0;
        let characters = bytes
            .chunks(STRIDE)
            .map(|chunk| {
                let here = before;
                before += count(chunk);
                here
            })
            .collect();
        Self { bytes, lines, characters }
    }

    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).max(1) - 1
    }

    fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.bytes.len());
        let line = self.line(offset);
        let start = self.lines[line].min(offset);
        (line + 1, self.characters_before(offset) - self.characters_before(start) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let stride = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(stride).copied().unwrap_or_default();
        counted + count(&self.bytes[stride * STRIDE..offset])
    }

    fn excerpt(&self, span: Range<usize>) -> Excerpt {
        let start = span.start.min(self.bytes.len());
        let line = self.line(start);
        let begin = self.lines[line].min(start);
        let end = self.lines.get(line + 1).copied().unwrap_or(self.bytes.len());
        let text = self.bytes[begin..end].trim_ascii_end();
        let start = (start - begin).min(text.len());
        let end = (span.end.max(span.start) - begin).min(text.len());
        if text.len() > LONGEST_SHOWN {
            let around = lossy(&text[start.saturating_sub(SHOWN_AROUND)..(start + SHOWN_AROUND).min(text.len())]);
            return Excerpt::Part(around.trim_matches('\u{FFFD}').to_owned());
        }
        let before = lossy(&text[..start]);
        let meant = lossy(&text[start..end]);
        let range = before.len()..before.len() + meant.len();
        Excerpt::Line(before + &meant + &lossy(&text[end..]), range)
    }
}

/// What is shown of the line in which a stretch begins.
#[derive(Debug)]
pub(super) enum Excerpt {
    /// The whole line, and the part of it that is meant, in bytes.
    Line(String, Range<usize>),
    /// The surroundings of the place in a line that is too long to be shown.
    Part(String),
}

/// How many characters begin in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Bytes as a text that a terminal may be given.
fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().map(shown).collect()
}

/// A character as a terminal may be given it: tabs stay, what would steer the terminal does not.
fn shown(character: char) -> char {
    match character {
        '\t' => character,
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        _ => character,
    }
}

/// A text as a terminal may be given it, in one line.
pub(super) fn in_one_line(text: &str) -> Cow<'_, str> {
    let harmless = |character: char| character != '\t' && shown(character) == character;
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            _ => line.push(shown(character)),
        }
    }
    Cow::Owned(line)
}

#[cfg(test)]
mod tests {
    use super::{Place, Places};
    use crate::source::{SourcePath, SourceTree, Span};

    fn place(text: &str, range: std::ops::Range<usize>) -> Place {
        let path = SourcePath::new("a.md");
        let mut sources = SourceTree::new();
        sources.insert(path.clone(), text.as_bytes());
        Places::new(&sources).find(&Span::new(&path, range))
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let text = "äöü [x]";
        let place = place(text, 7..10);
        assert_eq!((place.line, place.column, place.end_column), (1, 5, 8));
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        assert_eq!(place("a\nb\r\nc\rd", 7..8), Place { line: 4, column: 1, end_line: 4, end_column: 2 });
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(place("\u{FEFF}abc", 4..5).column, 2);
    }

    #[test]
    fn a_column_is_found_far_into_a_long_line() {
        let text = "ü".repeat(5000);
        assert_eq!(place(&text, 9000..9002).column, 4501);
    }

    #[test]
    fn a_place_behind_the_end_is_the_end() {
        assert_eq!(place("ab\n", 50..60), Place { line: 2, column: 1, end_line: 2, end_column: 1 });
    }
}
