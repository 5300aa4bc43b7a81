//! A text with the way back to the place where its author wrote it.

use crate::source::{SourcePath, Span};
use std::ops::Range;

/// A text as it is meant, and where its parts stand in its file.
///
/// The body of a note is its file from an offset on. A YAML scalar may be indented, folded or
/// quoted, so that its lines have to be found again.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// The text as it is meant, with `\n` line ends.
    pub(crate) value: String,
    /// The file it stands in.
    pub(crate) file: SourcePath,
    /// Where stretches of the value begin in the file: (offset in the value, offset in the file),
    /// ascending in the value; between two of them both advance alike.
    anchors: Vec<(u32, u32)>,
}

impl Text {
    /// A text that stands in its file as it is, from an offset on. Line ends of Windows and of old
    /// Macs become `\n`.
    pub(crate) fn verbatim(value: &str, file: &SourcePath, offset: usize) -> Self {
        let mut anchors = vec![(0, offset as u32)];
        if !value.contains('\r') {
            return Self { value: value.to_owned(), file: file.clone(), anchors };
        }
        let mut plain = String::with_capacity(value.len());
        let mut kept = 0;
        for (at, _) in value.match_indices('\r') {
            plain.push_str(&value[kept..at]);
            kept = at + 1;
            if value[kept..].starts_with('\n') {
                anchors.push((plain.len() as u32, (offset + kept) as u32));
            } else {
                plain.push('\n');
            }
        }
        plain.push_str(&value[kept..]);
        Self { value: plain, file: file.clone(), anchors }
    }

    /// The value of a YAML scalar, which stands in its file as `raw` from an offset on.
    ///
    /// The characters of both are walked side by side; what only `raw` has (indentation, quotes,
    /// escapes, folded line ends) is skipped.
    pub(crate) fn scalar(value: String, raw: &str, file: &SourcePath, offset: usize) -> Self {
        let mut anchors = vec![(0, offset as u32)];
        let mut rest = raw.char_indices().peekable();
        let mut drift = offset as i64;
        for (at, wanted) in value.char_indices() {
            if wanted.is_whitespace() {
                continue;
            }
            // An escape such as `\u00e4` has no character of its own to be found: the walk looks a
            // short way ahead and otherwise stays where it is.
            let mut ahead = rest.clone();
            let found = ahead.by_ref().take(400).find(|(_, character)| *character == wanted);
            let Some((position, _)) = found else { continue };
            rest = ahead;
            let here = offset as i64 + position as i64 - at as i64;
            if here != drift {
                drift = here;
                anchors.push((at as u32, (at as i64 + drift) as u32));
            }
        }
        Self { value, file: file.clone(), anchors }
    }

    /// Where an offset of the value stands in the file.
    pub(crate) fn offset(&self, offset: usize) -> u32 {
        let offset = offset.min(self.value.len());
        let next = self.anchors.partition_point(|(value, _)| *value as usize <= offset);
        let (value, source) = self.anchors[next.saturating_sub(1)];
        let here = source + (offset as u32 - value);
        // What was put in by a rewriting stands at one place of the file, however long it is.
        self.anchors.get(next).map_or(here, |(_, limit)| here.min(*limit))
    }

    /// Where a stretch of the value stands in the file, in bytes.
    pub(crate) fn range(&self, range: Range<usize>) -> Range<u32> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }

    /// Where a stretch of the value stands.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let range = self.range(range);
        Span { file: self.file.clone(), start: range.start, end: range.end }
    }
}

/// A text that is being made out of another one, stretch by stretch, and keeps the way back.
#[derive(Debug)]
pub(crate) struct Rewriting<'t> {
    original: &'t Text,
    text: Text,
}

impl<'t> Rewriting<'t> {
    /// Begins with nothing.
    pub(crate) fn new(original: &'t Text) -> Self {
        let text = Text {
            value: String::with_capacity(original.value.len() + original.value.len() / 16),
            file: original.file.clone(),
            anchors: vec![(0, original.offset(0))],
        };
        Self { original, text }
    }

    /// Takes over a stretch of the original.
    pub(crate) fn keep(&mut self, range: Range<usize>) {
        let Range { start, end } = range;
        self.anchor(self.original.offset(start));
        let moved = self.text.value.len();
        let anchors = &self.original.anchors;
        let first = anchors.partition_point(|(value, _)| *value as usize <= start);
        let inside = anchors[first..].iter().take_while(|(value, _)| (*value as usize) < end);
        self.text.anchors.extend(inside.map(|(value, source)| ((*value as usize - start + moved) as u32, *source)));
        self.text.value.push_str(&self.original.value[start..end]);
    }

    /// Puts in what the original does not have, for the sake of a place of the original.
    pub(crate) fn insert(&mut self, words: &str, at: usize) {
        self.anchor(self.original.offset(at));
        self.text.value.push_str(words);
    }

    /// The text as it has become.
    pub(crate) fn finish(mut self) -> Text {
        self.anchor(self.original.offset(self.original.value.len()));
        self.text
    }

    fn anchor(&mut self, source: u32) {
        let here = self.text.value.len() as u32;
        if self.text.anchors.last().is_some_and(|(value, _)| *value == here) {
            self.text.anchors.pop();
        }
        self.text.anchors.push((here, source));
    }
}

#[cfg(test)]
mod tests {
    use super::{Rewriting, Text};
    use crate::source::SourcePath;

    #[test]
    fn an_indented_block_is_found_again() {
        let file = "notes: |\n  one\n  two [x](y)\n";
        let raw = &file[9..];
        let text = Text::scalar("one\ntwo [x](y)\n".into(), raw, &SourcePath::new("a.yaml"), 9);
        let at = text.value.find('[').expect("there is a link");
        assert_eq!(text.offset(at) as usize, file.find('[').expect("there is a link"));
    }

    #[test]
    fn windows_line_ends_vanish_and_places_stay() {
        let file = "a\r\nb\rc\r\nd";
        let text = Text::verbatim(file, &SourcePath::new("a.md"), 0);
        assert_eq!(text.value, "a\nb\nc\nd");
        for letter in ['a', 'b', 'c', 'd'] {
            let at = text.value.find(letter).expect("the letter is there");
            assert_eq!(text.offset(at) as usize, file.find(letter).expect("the letter is there"));
        }
    }

    #[test]
    fn a_rewritten_text_knows_where_its_parts_stood() {
        let file = "one\r\n    two\r\n    three";
        let text = Text::verbatim(file, &SourcePath::new("a.md"), 0);
        let mut rewriting = Rewriting::new(&text);
        rewriting.insert("> [!NOTE] a long mark\n", 0);
        for word in ["two\n", "three"] {
            let at = text.value.find(word).expect("the word is there");
            rewriting.insert("> ", at);
            rewriting.keep(at..at + word.len());
        }
        let rewritten = rewriting.finish();
        assert_eq!(rewritten.value, "> [!NOTE] a long mark\n> two\n> three");
        for word in ["two", "three"] {
            let at = rewritten.value.find(word).expect("the word is there");
            assert_eq!(rewritten.offset(at) as usize, file.find(word).expect("the word is there"));
        }
        assert_eq!(rewritten.offset(rewritten.value.len()) as usize, file.len());
    }
}
