//! The text of a page, from the operators that draw it.

use super::characters::{Characters, text};
use crate::proof::said::Said;
use lopdf::ObjectId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Gaps in a line of shown text that are wider than this, in thousandths of the font's size, part
/// words where a document has no blanks of its own.
const WIDE_GAP: f32 = -180.0;

/// A line's texts stand on one height, but for rounding.
const SAME_LINE: f32 = 0.5;

/// An affine map, as PDF writes it.
type Matrix = [f32; 6];

const UNTURNED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// A token of a content stream.
enum Token<'a> {
    Number(f32),
    Text(Vec<u8>),
    Name(&'a [u8]),
    Word(&'a [u8]),
    Open,
    Close,
}

/// Two readings of one block of a page: whether two texts drawn one after the other are one word
/// cannot be known without the widths of their letters.
struct Readings {
    /// How high the text drawn last stands.
    height: f32,
    /// Each drawn text for itself.
    apart: String,
    /// What is drawn on one height joined, hyphens at the ends of lines undone.
    joined: String,
}

impl Default for Readings {
    fn default() -> Self {
        Self { height: f32::NAN, apart: String::new(), joined: String::new() }
    }
}

/// Reads what a content stream shows. `blocks` tells, by the numbers of marked content, what belongs
/// together; everything else is read as one text.
pub(super) fn read(
    content: &[u8],
    fonts: &FxHashMap<&[u8], &Characters>,
    blocks: &[Option<ObjectId>],
    said: &mut Said,
) {
    let mut all: BTreeMap<Option<ObjectId>, Readings> = BTreeMap::new();
    let mut block = None;
    let mut operands: Vec<Token<'_>> = Vec::new();
    let mut matrices = vec![UNTURNED];
    let mut line = UNTURNED;
    let mut font: Option<&Characters> = None;
    let mut lexer = Lexer { bytes: content, at: 0 };
    // Inside of marked content with a text of its own, that text is what is shown.
    let mut instead = 0_usize;
    let mut marked = Vec::new();
    while let Some(token) = lexer.next() {
        let Token::Word(operator) = token else {
            if operands.len() < 100_000 {
                operands.push(token);
            }
            continue;
        };
        let numbers: Vec<f32> = operands
            .iter()
            .filter_map(|operand| if let Token::Number(number) = operand { Some(*number) } else { None })
            .collect();
        let readings = all.entry(block).or_default();
        let matrix = || numbers.get(..6).and_then(|six| Matrix::try_from(six).ok());
        match operator {
            b"q" if matrices.len() < 1_000 => matrices.extend(matrices.last().copied()),
            b"Q" if matrices.len() > 1 => {
                matrices.pop();
            }
            b"cm" => {
                if let (Some(matrix), Some(top)) = (matrix(), matrices.last_mut()) {
                    *top = times(matrix, *top);
                }
            }
            b"BT" => line = UNTURNED,
            b"Tm" => line = matrix().unwrap_or(line),
            b"Td" | b"TD" => {
                if let [x, y, ..] = numbers[..] {
                    line = times([1.0, 0.0, 0.0, 1.0, x, y], line);
                }
            }
            // The leading is not kept; any other height will do.
            b"T*" => line = times([1.0, 0.0, 0.0, 1.0, 0.0, -10.0], line),
            b"Tf" => {
                if let Some(Token::Name(name)) = operands.iter().find(|operand| matches!(operand, Token::Name(_))) {
                    font = fonts.get(name).copied();
                }
            }
            b"BDC" | b"BMC" => {
                let actual = actual_text(&operands);
                marked.push((actual.is_some(), block));
                block = number_of(&operands).map_or(block, |number| blocks.get(number).copied().flatten());
                let readings = all.entry(block).or_default();
                instead += usize::from(actual.is_some());
                if let Some(actual) = actual {
                    readings.apart.push_str(&actual);
                    readings.joined.push_str(&actual);
                } else {
                    for operand in &operands {
                        if let Token::Text(bytes) = operand {
                            said.text(&text(bytes));
                        }
                    }
                }
            }
            b"EMC" => {
                if let Some((is_instead, before)) = marked.pop() {
                    instead -= usize::from(is_instead);
                    block = before;
                }
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                if matches!(operator, b"'" | b"\"") {
                    line = times([1.0, 0.0, 0.0, 1.0, 0.0, -10.0], line);
                }
                let here = times(line, matrices.last().copied().unwrap_or(UNTURNED))[5];
                if !(here - readings.height).abs().lt(&SAME_LINE) {
                    readings.next_line();
                }
                readings.height = here;
                let mut shown = (String::new(), String::new());
                for operand in &operands {
                    match operand {
                        Token::Text(bytes) => {
                            let start = shown.0.len();
                            said.unread += match font {
                                Some(font) => font.decode(bytes, &mut shown.0),
                                None => bytes.len(),
                            };
                            let new = shown.0[start..].to_owned();
                            shown.1.push_str(&new);
                        }
                        Token::Number(gap) if *gap < WIDE_GAP => shown.0.push(' '),
                        _ => {}
                    }
                }
                // Another reading of what marked content already says cannot hurt, but a hyphen's.
                if instead == 0 || shown.0.chars().count() > 1 {
                    readings.apart.push_str(&shown.0);
                    readings.apart.push(' ');
                    readings.joined.push_str(&shown.1);
                }
            }
            // The data of an image inside the page is no text.
            b"ID" => lexer.skip_image(),
            _ => {}
        }
        operands.clear();
    }
    for readings in all.values() {
        said.text(&readings.apart);
        said.text(&readings.joined);
    }
}

impl Readings {
    fn next_line(&mut self) {
        let trimmed = self.joined.trim_end_matches(' ').len();
        self.joined.truncate(trimmed);
        let end = self.joined.trim_end_matches(['-', '\u{AD}', '\u{2010}']).len();
        if end < self.joined.len() {
            self.joined.truncate(end);
        } else {
            self.joined.push(' ');
        }
        self.apart.push(' ');
    }
}

/// The number of marked content.
fn number_of(operands: &[Token<'_>]) -> Option<usize> {
    let at = operands.iter().position(|operand| matches!(operand, Token::Name(b"MCID")))?;
    match operands.get(at + 1) {
        Some(Token::Number(number)) => Some(*number as usize),
        _ => None,
    }
}

fn actual_text(operands: &[Token<'_>]) -> Option<String> {
    let at = operands.iter().position(|operand| matches!(operand, Token::Name(b"ActualText")))?;
    match operands.get(at + 1) {
        Some(Token::Text(bytes)) => Some(text(bytes)),
        _ => None,
    }
}

struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' => self.at += 1,
                b'%' => self.at = self.end(|byte| byte == b'\n' || byte == b'\r'),
                b'(' => return Some(Token::Text(self.literal())),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    self.at += 2;
                    return Some(Token::Open);
                }
                b'<' => return Some(Token::Text(self.hex())),
                b'>' | b'[' | b']' | b'{' | b'}' | b')' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'/' => {
                    self.at += 1;
                    let start = self.at;
                    self.at = self.end(is_delimiter);
                    return Some(Token::Name(&self.bytes[start..self.at]));
                }
                _ => {
                    let start = self.at;
                    self.at = self.end(is_delimiter);
                    let word = &self.bytes[start..self.at];
                    let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
                    return Some(match number {
                        Some(number) if !byte.is_ascii_alphabetic() => Token::Number(number),
                        _ => Token::Word(word),
                    });
                }
            }
        }
    }

    fn end(&self, stops: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[self.at..];
        self.at + rest.iter().position(|byte| stops(*byte)).unwrap_or(rest.len())
    }

    fn hex(&mut self) -> Vec<u8> {
        let start = self.at + 1;
        let end = self.end(|byte| byte == b'>');
        self.at = (end + 1).min(self.bytes.len());
        let digits: Vec<u8> = self
            .bytes
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .filter_map(|byte| (*byte as char).to_digit(16))
            .map(|digit| digit as u8)
            .collect();
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0;
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'(' => {
                    depth += 1;
                    if depth > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(byte);
                }
                b'\\' => self.escape(&mut text),
                _ => text.push(byte),
            }
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.bytes.get(self.at).copied() else { return };
        self.at += 1;
        match byte {
            // The bytes may be codes of a font: each is what it stands for, not just some blank.
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(0x08),
            b'f' => text.push(0x0C),
            b'\n' | b'\r' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.bytes.get(self.at) {
                        Some(digit @ b'0'..=b'7') => {
                            code = code * 8 + u32::from(digit - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                text.push(code as u8);
            }
            _ => text.push(byte),
        }
    }

    fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let end = rest.windows(4).position(|window| {
            window[0].is_ascii_whitespace() && &window[1..3] == b"EI" && window[3].is_ascii_whitespace()
        });
        self.at += end.map_or(rest.len(), |end| end + 3);
    }
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}
