//! Texts that are not UTF-8, read as what they most likely are; and what formats of word processors wrap text in.

/// What Windows-1252 has between 0x80 and 0x9F.
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// The text of bytes that begin with the mark of UTF-16; none of others.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let (rest, number): (_, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => (rest, u16::from_be_bytes),
        _ => return None,
    };
    let numbers: Vec<u16> = rest.chunks_exact(2).map(|pair| number([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&numbers))
}

/// Bytes as Windows-1252, which Western programs write where they do not write Unicode.
pub(super) fn windows(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_character(*byte)).collect()
}

fn windows_character(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Whether a file of that name is a text, by what it is called.
pub(super) fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    matches!(&*ending, "txt" | "csv" | "tsv" | "md" | "markdown" | "text" | "log" | "ics" | "vcf" | "eml")
}

/// What an RTF document says: control words and groups undone, characters decoded.
pub(super) fn rich_text(bytes: &[u8]) -> String {
    let written = windows(bytes);
    let mut plain = String::new();
    let mut rest = written.as_str();
    // How many characters stand for the one that was written as a number, for older programs.
    let mut fallback = 0;
    while let Some(sign) = rest.chars().next() {
        rest = &rest[sign.len_utf8()..];
        match sign {
            '{' | '}' | '\r' | '\n' => {}
            '\\' => rest = control(rest, &mut plain, &mut fallback),
            _ if fallback > 0 => fallback -= 1,
            sign => plain.push(sign),
        }
    }
    plain
}

/// Undoes what stands behind a backslash, and gives what follows it.
fn control<'a>(rest: &'a str, plain: &mut String, fallback: &mut usize) -> &'a str {
    if let Some(after) = rest.strip_prefix('\'') {
        let byte = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if *fallback > 0 {
            *fallback -= 1;
        } else {
            plain.extend(byte.map(windows_character));
        }
        return after.get(2..).unwrap_or_default();
    }
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 {
        // `\~` is a blank, and other signs stand for themselves or for nothing.
        let sign = rest.chars().next().unwrap_or(' ');
        match sign {
            '~' => plain.push(' '),
            '{' | '}' | '\\' => plain.push(sign),
            '_' => plain.push('-'),
            _ => {}
        }
        return &rest[sign.len_utf8().min(rest.len())..];
    }
    let word = &rest[..letters];
    let after = &rest[letters..];
    let digits =
        after.bytes().enumerate().take_while(|(at, byte)| byte.is_ascii_digit() || (*at == 0 && *byte == b'-'));
    let digits = digits.count();
    let number: Option<i32> = after[..digits].parse().ok();
    match (word, number) {
        ("u", Some(number)) => {
            // Numbers beyond 32767 are written as negative ones.
            let code = if number < 0 { number + 0x1_0000 } else { number };
            plain.extend(u32::try_from(code).ok().and_then(char::from_u32));
            *fallback = 1;
        }
        ("par" | "line" | "tab" | "cell" | "row" | "page", _) => plain.push('\n'),
        _ => {}
    }
    let after = &after[digits..];
    after.strip_prefix(' ').unwrap_or(after)
}

/// The paragraphs of a part of an Office document, each with the text of its runs joined: a word processor parts
/// a word wherever it was changed.
pub(super) fn office_paragraphs(xml: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    // The same with what was deleted while changes were tracked, which is still in the file.
    let mut with_deleted = String::new();
    let (mut is_run, mut is_deleted) = (false, false);
    for piece in xml.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/', '\t', '\n', '\r']).next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default();
        match name {
            "t" => is_run = !is_end && !tag.ends_with('/'),
            "delText" => is_deleted = !is_end && !tag.ends_with('/'),
            "p" | "si" | "is" if is_end => {
                paragraphs.push(std::mem::take(&mut paragraph));
                paragraphs.push(std::mem::take(&mut with_deleted));
            }
            "tab" | "br" | "cr" => {
                paragraph.push(' ');
                with_deleted.push(' ');
            }
            _ => {}
        }
        if is_run || is_deleted {
            let text = crate::proof::disguise::without_entities(text);
            with_deleted.push_str(&text);
            if is_run {
                paragraph.push_str(&text);
            }
        }
    }
    paragraphs.extend([paragraph, with_deleted]);
    // Where nothing was deleted, both are the same.
    paragraphs.dedup();
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    paragraphs
}

/// A card of an address book or an appointment: lines that were broken joined, escapes undone.
pub(super) fn card(written: &str) -> String {
    let joined = written.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    joined.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
}

/// Whether a file of that name is such a card.
pub(super) fn is_card(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("vcf") || ending.eq_ignore_ascii_case("ics")
}

/// Why nobody sees into a file; none where it can be read.
pub(super) fn seal(bytes: &[u8]) -> Option<&'static str> {
    const SEALED: [&[u8]; 5] = [b"BZh", b"7z\xBC\xAF\x27\x1C", b"\xFD7zXZ\0", b"Rar!\x1A\x07", b"\x28\xB5\x2F\xFD"];
    if SEALED.iter().any(|sign| bytes.starts_with(sign)) {
        return Some("it is packed in a way that is not opened");
    }
    bytes
        .starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
        .then_some("it is an Office document of before 2007, of which only parts can be read")
}

#[cfg(test)]
mod tests {
    use super::{office_paragraphs, rich_text, utf16, windows};

    #[test]
    fn texts_of_other_programs_are_read() {
        assert_eq!(utf16(b"\xFF\xFEZ\0\xFC\0").as_deref(), Some("Zü"));
        assert_eq!(utf16(b"\xFE\xFF\0Z\0\xFC").as_deref(), Some("Zü"));
        assert_eq!(utf16(b"Z"), None);
        assert_eq!(windows(b"Z\xFCrich \x96 J\xF8rn"), "Zürich – Jørn");
        assert_eq!(rich_text(br"{\rtf1\ansi J\'f6rg {\b Mei}er\par M\u252\'fcller \{x\}}"), "Jörg Meier\nMüller {x}");
    }

    #[test]
    fn the_runs_of_a_paragraph_are_one_text() {
        let xml = "<w:p><w:r><w:t>Mei</w:t></w:r><w:r><w:rPr/><w:t xml:space=\"preserve\">ke Tan&#228;ka</w:t></w:r></w:p><w:p><w:t>Two</w:t></w:p>";
        assert_eq!(office_paragraphs(xml), ["Meike Tanäka", "Two"]);
        assert_eq!(office_paragraphs("<si><t>A</t><r><t>b</t></r></si>"), ["Ab"]);
    }
}
