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
    /// A text whose stretches stand at known places of its file: (offset in the value, offset in
    /// the file), ascending in the value and beginning at 0.
    pub(crate) fn stretches(value: String, file: &SourcePath, anchors: Vec<(u32, u32)>) -> Self {
        Self { value, file: file.clone(), anchors }
    }

    /// A stretch of this text as a text of its own.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let start = range.start as u32;
        let mut anchors = vec![(0, self.offset(range.start))];
        let first = self.anchors.partition_point(|(value, _)| *value <= start);
        let inside = self.anchors[first..].iter().take_while(|(value, _)| (*value as usize) < range.end);
        anchors.extend(inside.map(|(value, source)| (value - start, *source)));
        Self { value: self.value[range].to_owned(), file: self.file.clone(), anchors }
    }

    /// The value of a YAML scalar that is written at a range of this text, in quotes or without.
    ///
    /// The characters of both are walked side by side, but for white space, which folding and
    /// indentation change.
    pub(crate) fn scalar(&self, value: String, range: Range<usize>, is_quoted: bool) -> Self {
        let mut anchors: Vec<(u32, u32)> = vec![(0, self.offset(range.start))];
        let mut written = Written::new(&self.value[range.clone()], is_quoted);
        let mut drift = None;
        let mut next = 0;
        while let Some(wanted) = value[next..].chars().next() {
            let at = next;
            next += wanted.len_utf8();
            if wanted.is_whitespace() {
                continue;
            }
            let Some(position) = written.find(wanted) else { break };
            let here = i64::from(self.offset(range.start + position));
            if drift != Some(here - at as i64) {
                drift = Some(here - at as i64);
                if at == 0 {
                    anchors.clear();
                }
                anchors.push((at as u32, here as u32));
            }
            // What follows a letter that is written otherwise stands elsewhere than it would.
            if written.at == position + wanted.len_utf8() {
                next += written.pass(&value.as_bytes()[next..]);
            }
        }
        Self { value, file: self.file.clone(), anchors }
    }

    /// Where an offset of the value stands in the file. Inside of a letter it is the letter's place.
    pub(crate) fn offset(&self, offset: usize) -> u32 {
        let mut offset = offset.min(self.value.len());
        while !self.value.is_char_boundary(offset) {
            offset -= 1;
        }
        let next = self.anchors.partition_point(|(value, _)| *value as usize <= offset);
        let (value, source) = self.anchors[next.saturating_sub(1)];
        let here = source + (offset as u32 - value);
        self.anchors.get(next).map_or(here, |(_, limit)| here.min(*limit))
    }

    /// Where in the value stands what is at an offset of the file.
    pub(crate) fn at(&self, source: u32) -> usize {
        let next = self.anchors.partition_point(|(_, place)| *place <= source);
        let (value, place) = self.anchors[next.saturating_sub(1)];
        let at = (value + source.saturating_sub(place)) as usize;
        (0..=at.min(self.value.len())).rev().find(|at| self.value.is_char_boundary(*at)).unwrap_or(0)
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
        // It stands at one place of the file, however long it is.
        let source = self.original.offset(at);
        self.anchor(source);
        let here = self.text.value.len();
        self.text.anchors.extend((1..words.len()).map(|offset| ((here + offset) as u32, source)));
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

/// The visible characters of a YAML scalar as it is written, escapes undone, with their places.
struct Written<'t> {
    raw: &'t str,
    at: usize,
    style: u8,
}

impl<'t> Written<'t> {
    fn new(raw: &'t str, is_quoted: bool) -> Self {
        let style = if is_quoted { raw.bytes().next().unwrap_or(b' ') } else { b' ' };
        Self { raw, at: usize::from(is_quoted), style }
    }

    /// The place of the next visible character, which is the wanted one unless the scalar was read
    /// other than this reads it.
    fn find(&mut self, wanted: char) -> Option<usize> {
        // A character that was replaced in reading must not lose the rest of the text.
        let from = self.at;
        for _ in 0..8 {
            let (position, character) = self.next_visible()?;
            if character == wanted {
                return Some(position);
            }
        }
        self.at = from;
        self.next_visible().map(|(position, _)| position)
    }

    /// Passes over what is written on this line as it is meant, in plain letters and blanks. Gives the length.
    fn pass(&mut self, meant: &[u8]) -> usize {
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\'' | b'\\');
        let pairs = self.raw.as_bytes()[self.at..].iter().zip(meant);
        let length = pairs.take_while(|(written, meant)| written == meant && is_plain(**written)).count();
        self.at += length;
        length
    }

    fn next_visible(&mut self) -> Option<(usize, char)> {
        loop {
            let position = self.at;
            let mut rest = self.raw[position..].chars();
            let character = rest.next()?;
            self.at += character.len_utf8();
            let character = match (self.style, character) {
                (b'\'', '\'') => {
                    self.at += 1;
                    if rest.next() != Some('\'') {
                        return None;
                    }
                    '\''
                }
                (b'"', '\\') => {
                    let escape = rest.next()?;
                    self.at += escape.len_utf8();
                    let digits = match escape {
                        'x' => 2,
                        'u' => 4,
                        'U' => 8,
                        '"' | '/' | '\\' => return Some((position, escape)),
                        _ => continue,
                    };
                    let hexadecimal = self.raw.get(self.at..self.at + digits)?;
                    self.at += digits;
                    char::from_u32(u32::from_str_radix(hexadecimal, 16).ok()?).unwrap_or(' ')
                }
                (_, character) => character,
            };
            if !character.is_whitespace() {
                return Some((position, character));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rewriting;
    use crate::content::manuscript;
    use crate::diagnostic::Report;
    use crate::source::SourcePath;

    /// Where a word of a scalar's value is found in the file it was read from.
    fn found(file: &str, scalar: &str, value: &str, word: &str) -> (usize, usize) {
        let start = file.find(scalar).expect("the scalar is in the file");
        let whole = manuscript::read(&SourcePath::new("a.yaml"), file.as_bytes(), &mut Report::new());
        let text = whole.scalar(value.into(), start..start + scalar.len(), scalar.starts_with(['"', '\'']));
        let at = text.value.find(word).expect("the word is in the value");
        (text.offset(at) as usize, file.find(word).expect("the word is in the file"))
    }

    #[test]
    fn words_of_every_style_of_scalar_are_found_again() {
        let block = "notes: |\n  one\n  two [x](y)\n";
        let (here, there) = found(block, &block[11..], "one\ntwo [x](y)\n", "[x]");
        assert_eq!(here, there);
        let (here, there) = found("a: 'it''s\n  so [x]'", "'it''s\n  so [x]'", "it's so [x]", "[x]");
        assert_eq!(here, there);
        let double = "a: \"n\\nn \\u00e4\\\n   e\\\"f [x]\"";
        let (here, there) = found(double, &double[3..], "n\nn äe\"f [x]", "[x]");
        assert_eq!(here, there);
    }

    #[test]
    fn windows_line_ends_vanish_and_places_stay() {
        let file = "a\r\nb\rc\r\nd";
        let text = manuscript::read(&SourcePath::new("a.md"), file.as_bytes(), &mut Report::new());
        assert_eq!(text.value, "a\nb\nc\nd");
        for letter in ['a', 'b', 'c', 'd'] {
            let at = text.value.find(letter).expect("the letter is there");
            assert_eq!(text.offset(at) as usize, file.find(letter).expect("the letter is there"));
        }
    }

    #[test]
    fn a_rewritten_text_knows_where_its_parts_stood() {
        let file = "one\r\n    two\r\n    three";
        let text = manuscript::read(&SourcePath::new("a.md"), file.as_bytes(), &mut Report::new());
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
