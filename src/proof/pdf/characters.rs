//! From the codes of a font to Unicode, by the font's own `ToUnicode` table.

use lopdf::{Dictionary, Document, Object};
use rustc_hash::FxHashMap;

/// A range in a table is never longer than all two-byte codes.
const LONGEST_RANGE: u32 = 0xFFFF;

/// What the codes of one font mean.
pub(super) struct Characters {
    table: FxHashMap<u32, String>,
    /// Two bytes a code for composite fonts, else one.
    width: usize,
}

impl Characters {
    pub(super) fn of(document: &Document, font: &Dictionary) -> Self {
        let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let table = font
            .get(b"ToUnicode")
            .and_then(|found| document.dereference(found))
            .ok()
            .and_then(|(_, object)| object.as_stream().ok())
            .map(|stream| table(&super::plain(stream)))
            .unwrap_or_default();
        Self { table, width: if composite { 2 } else { 1 } }
    }

    /// Decodes a shown string. Gives how many codes mean nothing.
    pub(super) fn decode(&self, shown: &[u8], out: &mut String) -> usize {
        let mut unread = 0;
        for code in shown.chunks(self.width) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match self.table.get(&code) {
                Some(text) => out.push_str(text),
                // A font without a table shows Latin letters by their usual codes.
                None if self.width == 1 && self.table.is_empty() => out.extend(char::from_u32(code)),
                None => unread += 1,
            }
        }
        unread
    }
}

/// Reads `beginbfchar` and `beginbfrange` sections.
fn table(cmap: &[u8]) -> FxHashMap<u32, String> {
    let cmap = String::from_utf8_lossy(cmap);
    let mut table = FxHashMap::default();
    let mut rest = &*cmap;
    while let Some(at) = rest.find("beginbf") {
        rest = &rest[at + "beginbf".len()..];
        let end = rest.find("endbf").unwrap_or(rest.len());
        let is_range = rest.starts_with("range");
        let body = rest[..end].split_once(char::is_whitespace).map_or("", |(_, body)| body);
        if is_range {
            ranges(body, &mut table);
        } else {
            single(body, &mut table);
        }
        rest = &rest[end..];
    }
    table
}

fn single(body: &str, table: &mut FxHashMap<u32, String>) {
    let mut codes = hex_strings(body);
    while let (Some(code), Some(text)) = (codes.next(), codes.next()) {
        if let Some(code) = number(code) {
            table.insert(code, utf16(text));
        }
    }
}

fn ranges(body: &str, table: &mut FxHashMap<u32, String>) {
    let mut rest = body;
    loop {
        let mut bounds = hex_strings(rest);
        let (Some(low), Some(high)) = (bounds.next(), bounds.next()) else { return };
        let after = offset(rest, high) + high.len() + 1;
        rest = rest[after..].trim_start();
        let (Some(low), Some(high)) = (number(low), number(high)) else { return };
        let high = high.min(low.saturating_add(LONGEST_RANGE));
        if let Some(list) = rest.strip_prefix('[') {
            let end = list.find(']').unwrap_or(list.len());
            for (code, text) in (low..=high).zip(hex_strings(&list[..end])) {
                table.insert(code, utf16(text));
            }
            rest = list.get(end + 1..).unwrap_or_default();
        } else {
            let Some(first) = hex_strings(rest).next() else { return };
            rest = &rest[offset(rest, first) + first.len() + 1..];
            let first = utf16(first);
            let mut characters: Vec<char> = first.chars().collect();
            let Some(last) = characters.pop() else { continue };
            let stem: String = characters.into_iter().collect();
            for code in low..=high {
                if let Some(last) = char::from_u32(u32::from(last) + (code - low)) {
                    table.insert(code, format!("{stem}{last}"));
                }
            }
        }
    }
}

fn hex_strings(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(hex, _)| hex))
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn number(hex: &str) -> Option<u32> {
    u32::from_str_radix(hex.trim(), 16).ok()
}

fn utf16(hex: &str) -> String {
    let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let units: Vec<u16> =
        digits.chunks(4).map(|unit| unit.iter().fold(0, |code, digit| code << 4 | *digit) as u16).collect();
    String::from_utf16_lossy(&units)
}

/// A text string: UTF-16 or UTF-8 with its mark, else Latin letters.
pub(super) fn text(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        let units: Vec<u16> = rest.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn single_codes_ranges_and_lists_are_read() {
        let table = table(
            b"1 beginbfchar\n<0003> <00660066>\nendbfchar 2 beginbfrange <0010> <0012> <0041>\n<0020> <0021> [<0061> <0062>] endbfrange",
        );
        let get = |code| table.get(&code).map(String::as_str);
        assert_eq!((get(3), get(0x10), get(0x12)), (Some("ff"), Some("A"), Some("C")));
        assert_eq!((get(0x20), get(0x21), get(0x22)), (Some("a"), Some("b"), None));
    }
}
