//! The bytes of a file as the text its author meant.

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::{SourcePath, Span};

/// The text of a file: without byte order mark, with `\n` line ends, without control characters.
///
/// A file in another encoding is an error, and is read all the same as well as it can be, so that
/// its records are there for others to refer to; nothing is published while the error stands.
pub(crate) fn read(file: &SourcePath, bytes: &[u8], report: &mut Report) -> Text {
    if let Some(wide) = Wide::of(bytes) {
        report.push(
            Diagnostic::error(Code::NotUtf8, Span::file(file), format!("this file is {}, not UTF-8", wide.name()))
                .hint("save it as UTF-8"),
        );
        return wide.decode(file, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => clean(file, text, report),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes[at];
            let message = format!("this file is not UTF-8: byte 0x{byte:02X} at offset {at}");
            report.push(
                Diagnostic::error(Code::NotUtf8, Span::new(file, at..at + 1), message)
                    .label(format!("in Latin-1 this is \"{}\"", char::from(byte)))
                    .hint("it looks like Latin-1 or Windows-1252: save it as UTF-8"),
            );
            from_latin_1(file, bytes)
        }
    }
}

/// Takes out what no text has, and says so once a file.
fn clean(file: &SourcePath, text: &str, report: &mut Report) -> Text {
    let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let mut builder = Builder::new(file, text.len());
    if start == 0 && !is_suspicious(text.as_bytes()) {
        builder.text.push_str(text);
        return builder.finish();
    }
    let mut controls: Vec<(usize, char)> = Vec::new();
    let mut bidi: Vec<(usize, char)> = Vec::new();
    let mut rest = text[start..].char_indices().map(|(at, character)| (at + start, character)).peekable();
    while let Some((at, character)) = rest.next() {
        match character {
            '\r' if rest.peek().is_some_and(|(_, next)| *next == '\n') => {}
            '\r' => builder.push(at, "\n"),
            _ if is_control(character) => {
                controls.push((at, character));
                builder.push(at, &"   "[..character.len_utf8()]);
            }
            _ => {
                if is_bidi(character) {
                    bidi.push((at, character));
                }
                builder.push(at, character.encode_utf8(&mut [0; 4]));
            }
        }
    }
    if let Some((at, character)) = controls.first() {
        let message = format!("a control character, U+{:04X}{}", u32::from(*character), and_more(controls.len()));
        let span = Span::new(file, *at..at + character.len_utf8());
        report.push(Diagnostic::warning(Code::ControlCharacter, span, message).hint("it is read as a space"));
    }
    if let Some((at, character)) = bidi.first() {
        let code = u32::from(*character);
        let message =
            format!("a character that changes the direction of writing, U+{code:04X}{}", and_more(bidi.len()));
        let span = Span::new(file, *at..at + character.len_utf8());
        report.push(
            Diagnostic::warning(Code::BidiCharacter, span, message)
                .hint("it can make a text read other than it is; take it out unless it is meant"),
        );
    }
    builder.finish()
}

fn and_more(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        count => format!(", and {} more in this file", count - 1),
    }
}

/// Whether there is anything that [`clean`] would take out or complain of. Most texts that are not of
/// ASCII alone have quotation marks and dashes, whose first byte is that of marks of direction too.
fn is_suspicious(bytes: &[u8]) -> bool {
    let is_so = |at: usize| match bytes[at] {
        b'\n' | b'\t' => false,
        0..0x20 | 0x7F => true,
        0xC2 => bytes.get(at + 1).is_some_and(|next| *next < 0xA0),
        0xE2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xAA..=0xAE] | [0x81, 0xA6..=0xA9])),
        0xEF => matches!(bytes.get(at + 1..at + 3), Some([0xBF, 0xBE | 0xBF])),
        _ => false,
    };
    // A block is looked at as a whole first, without an end that a processor would have to foresee.
    let may_be =
        |byte: &u8| (*byte < 0x20 && !matches!(*byte, b'\n' | b'\t')) || matches!(*byte, 0x7F | 0xC2 | 0xE2 | 0xEF);
    let starts = (0..bytes.len()).step_by(BLOCK);
    starts.map(|start| start..bytes.len().min(start + BLOCK)).any(|block| {
        bytes[block.clone()].iter().fold(false, |found, byte| found | may_be(byte)) && block.into_iter().any(is_so)
    })
}

/// So many bytes are looked at as a whole.
const BLOCK: usize = 256;

/// What neither HTML nor XML may hold.
pub(crate) fn is_control(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t' | '\r')) || matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

fn is_bidi(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn from_latin_1(file: &SourcePath, bytes: &[u8]) -> Text {
    let mut builder = Builder::new(file, bytes.len() + bytes.len() / 8);
    let mut start = 0;
    for chunk in bytes.utf8_chunks() {
        builder.push(start, &chunk.valid().replace('\r', ""));
        start += chunk.valid().len();
        for byte in chunk.invalid() {
            builder.push(start, char::from(*byte).encode_utf8(&mut [0; 4]));
            start += 1;
        }
    }
    builder.finish()
}

/// Encodings of two bytes a character.
#[derive(Clone, Copy)]
enum Wide {
    Little,
    Big,
}

impl Wide {
    /// By the byte order mark, or by every second byte being zero.
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xFE, ..] => return Some(Self::Little),
            [0xFE, 0xFF, ..] => return Some(Self::Big),
            _ => {}
        }
        let sample = &bytes[..bytes.len().min(400)];
        if sample.len() < 8 {
            return None;
        }
        let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
        let most = sample.len() * 2 / 5;
        if zeros(1) >= most {
            Some(Self::Little)
        } else if zeros(0) >= most {
            Some(Self::Big)
        } else {
            None
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Little => "UTF-16 (little-endian)",
            Self::Big => "UTF-16 (big-endian)",
        }
    }

    fn decode(self, file: &SourcePath, bytes: &[u8]) -> Text {
        let units = bytes.chunks_exact(2).map(|pair| match self {
            Self::Little => u16::from_le_bytes([pair[0], pair[1]]),
            Self::Big => u16::from_be_bytes([pair[0], pair[1]]),
        });
        let mut builder = Builder::new(file, bytes.len());
        let mut at = 0;
        for character in char::decode_utf16(units) {
            let character = character.unwrap_or(' ');
            if character != '\u{FEFF}' && character != '\r' {
                let character = if is_control(character) { ' ' } else { character };
                builder.push(at, character.encode_utf8(&mut [0; 4]));
            }
            at += character.len_utf16() * 2;
        }
        builder.finish()
    }
}

/// A text that is put together from stretches of a file.
struct Builder<'f> {
    file: &'f SourcePath,
    text: String,
    anchors: Vec<(u32, u32)>,
}

impl<'f> Builder<'f> {
    fn new(file: &'f SourcePath, capacity: usize) -> Self {
        Self { file, text: String::with_capacity(capacity), anchors: vec![(0, 0)] }
    }

    /// Adds words that stand at an offset of the file.
    fn push(&mut self, at: usize, words: &str) {
        let here = self.text.len() as u32;
        let (value, source) = self.anchors.last().copied().unwrap_or_default();
        if source + (here - value) != at as u32 {
            if value == here {
                self.anchors.pop();
            }
            self.anchors.push((here, at as u32));
        }
        self.text.push_str(words);
    }

    fn finish(self) -> Text {
        Text::stretches(self.text, self.file, self.anchors)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostic::{Code, Report};
    use crate::source::SourcePath;

    fn read_bytes(bytes: &[u8]) -> (super::Text, Report) {
        let mut report = Report::new();
        (read(&SourcePath::new("content/a.md"), bytes, &mut report), report)
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        for written in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"] {
            let (text, report) = read_bytes(written.as_bytes());
            assert_eq!(text.value, "a\nb\nc");
            assert_eq!(text.offset(text.value.len() - 1) as usize, written.len() - 1);
            assert_eq!(report.errors(), 0);
        }
    }

    #[test]
    fn other_encodings_are_errors_and_read_all_the_same() {
        let wide: Vec<u8> = "\u{FEFF}title: é".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [&wide[..], b"title: \xE9"] {
            let (text, report) = read_bytes(bytes);
            assert_eq!(text.value, "title: é");
            assert!(report.iter().all(|diagnostic| diagnostic.code == Code::NotUtf8));
            assert_eq!(report.errors(), 1);
        }
    }

    #[test]
    fn control_characters_become_spaces_at_their_places() {
        let (text, report) = read_bytes("\u{FEFF}a\0b\u{7}\nc".as_bytes());
        assert_eq!(text.value, "a b \nc");
        assert_eq!(text.offset(2), 5);
        assert_eq!(report.warnings(), 1);
    }
}
