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
    /// A text that stands in its file as it is, from an offset on.
    pub(crate) fn verbatim(value: &str, file: &SourcePath, offset: usize) -> Self {
        Self { value: value.to_owned(), file: file.clone(), anchors: vec![(0, offset as u32)] }
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
        let index = self.anchors.partition_point(|(value, _)| *value as usize <= offset).saturating_sub(1);
        let (value, source) = self.anchors[index];
        source + (offset as u32 - value)
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

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::source::SourcePath;

    #[test]
    fn an_indented_block_is_found_again() {
        let file = "notes: |\n  one\n  two [x](y)\n";
        let raw = &file[9..];
        let text = Text::scalar("one\ntwo [x](y)\n".into(), raw, &SourcePath::new("a.yaml"), 9);
        let at = text.value.find('[').expect("there is a link");
        assert_eq!(text.offset(at) as usize, file.find('[').expect("there is a link"));
    }
}
