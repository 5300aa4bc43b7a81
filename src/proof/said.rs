//! What a file says, whatever its format: the words in it, and what it holds besides words.

mod decoded;

use super::disguise::{without_backslashes, without_percent};
use super::fold::{BOUNDARY, Folder, Sink as _};
use super::frame::Known;
use super::medium::Medium;
use super::{markup, pdf, picture};
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::borrow::Cow;
use std::io::{Cursor, Read};

/// Archives inside archives are opened so often.
const DEEPEST: usize = 3;

/// An archive that inflates to more than this is not read further: it is an attack.
const LARGEST_ARCHIVE: u64 = 2 << 30;

/// Everything that one file says.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Its words, stretch after stretch, parted by [`BOUNDARY`].
    pub(super) words: Vec<u64>,
    /// What looks like words among bytes that are no text. Of two or three letters it is chance.
    pub(super) doubtful: Vec<u64>,
    /// What it holds that is not text: pictures, and files of unknown kinds.
    pub(super) raw: Vec<Vec<u8>>,
    /// Why it cannot be read.
    pub(super) blind: Option<String>,
    /// How many drawn characters have no meaning.
    pub(super) unread: usize,
}

impl Said {
    /// Adds a text.
    pub(super) fn text(&mut self, text: &str) {
        Folder::new(&mut self.words).text(text, 0);
        self.words.boundary();
    }

    /// Adds what another file says.
    pub(super) fn append(&mut self, other: Self) {
        self.words.boundary();
        self.words.extend(other.words);
        self.words.boundary();
        self.doubtful.boundary();
        self.doubtful.extend(other.doubtful);
        self.raw.extend(other.raw);
        self.blind = self.blind.take().or(other.blind);
    }
}

/// Reads a file. `depth` counts the archives around it.
pub(super) fn read(path: &str, bytes: &[u8], depth: usize) -> Said {
    if bytes.starts_with(b"PK\x03\x04") {
        return archive(bytes, depth);
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf::read(bytes);
    }
    if bytes.starts_with(&[0x1F, 0x8B]) && depth < DEEPEST {
        let mut plain = Vec::new();
        let decoded = flate2::read::MultiGzDecoder::new(bytes).take(LARGEST_ARCHIVE).read_to_end(&mut plain);
        if decoded.is_ok() {
            return read(path.strip_suffix(".gz").unwrap_or(path), &plain, depth + 1);
        }
    }
    if let Some(texts) = picture::texts(bytes) {
        let mut said = Said::default();
        for text in &texts {
            said.text(text);
        }
        return said;
    }
    if bytes.starts_with(b"{\\rtf") {
        let mut said = Said::default();
        said.text(&decoded::rich_text(bytes));
        return said;
    }
    let medium = Medium::of(path);
    let text = match (std::str::from_utf8(bytes), decoded::utf16(bytes)) {
        (Ok(text), _) => Ok(Cow::Borrowed(text)),
        // In a file of an unknown kind, two such bytes may be chance.
        (Err(_), Some(text)) if medium != Medium::Other || decoded::is_text(path) => Ok(Cow::Owned(text)),
        (Err(_), _) if decoded::is_text(path) => Ok(Cow::Owned(decoded::windows(bytes))),
        (Err(error), _) => Err(error),
    };
    let Ok(text) = text else {
        let mut said = match medium {
            Medium::Other => Said::default(),
            _ => Said { blind: Some("it is not UTF-8".into()), ..Said::default() },
        };
        said.blind = said.blind.or_else(|| decoded::seal(bytes).map(str::to_owned));
        binary(bytes, &mut said);
        return said;
    };
    let text = &*text;
    match medium {
        Medium::Feed if is_office(path) => {
            let mut said = markup(text);
            decoded::office_paragraphs(text).iter().for_each(|paragraph| said.text(paragraph));
            said
        }
        Medium::Page | Medium::Feed => markup(text),
        Medium::Drawing => {
            let mut said = markup(text);
            markup::drawing(text, &mut said.words);
            said
        }
        Medium::Data | Medium::Script => quoted(text),
        Medium::Table => table(text),
        Medium::Book | Medium::Print => {
            let blind = Some(format!("it is no {} file", medium.name()));
            Said { blind, ..Said::default() }
        }
        Medium::Other if decoded::is_card(path) => {
            let mut said = Said::default();
            let plain = decoded::card(text);
            said.text(text);
            said.text(&plain);
            said.text(&without_percent(&plain).unwrap_or_default());
            // `N:Tanaka;Mei` is a row of parts.
            for (_, value) in plain.lines().filter_map(|line| line.split_once(':')) {
                said.pairs(&value.split(';').collect::<Vec<_>>());
            }
            said
        }
        Medium::Other => {
            let mut said = if text.trim_start().starts_with('<') { markup(text) } else { Said::default() };
            said.text(text);
            said.text(&without_percent(text).unwrap_or_default());
            said
        }
    }
}

/// Whether a part of an archive holds the text of an Office document.
fn is_office(path: &str) -> bool {
    ["word/", "xl/", "ppt/"].iter().any(|folder| path.starts_with(folder))
}

/// Reads a page that is one of many, but not the lines of it that are known. The words come into a list that
/// there is already, whatever is in it.
pub(super) fn page(text: &str, known: &mut Known<'_>, room: Vec<u64>) -> Said {
    let mut said = Said { words: room, ..Said::default() };
    said.words.clear();
    let mut aside = Vec::new();
    markup::read_unknown(text, &mut said.words, &mut aside, known);
    said.words.boundary();
    said.words.extend(aside);
    said
}

/// Reads HTML or XML.
pub(super) fn markup(text: &str) -> Said {
    let mut said = Said::default();
    let mut aside = Vec::new();
    said.words.reserve(text.len() / 12);
    markup::read(text, &mut said.words, &mut aside);
    said.words.boundary();
    said.words.extend(aside);
    said
}

/// Reads JSON, scripts and style sheets: each quoted text for itself, its escapes undone.
fn quoted(text: &str) -> Said {
    let mut said = Said::default();
    said.words.reserve(text.len() / 12);
    strings(text, &mut |string| said.string(string, 0));
    said
}

/// A text between two quotes of JSON or a script, or what stands outside of them.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    pub(super) written: &'a str,
    /// Whether there are escapes in it.
    is_escaped: bool,
}

impl Quoted<'_> {
    /// The text with its escapes undone.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        let plain = if self.is_escaped { without_backslashes(self.written) } else { None };
        plain.map_or(Cow::Borrowed(self.written), Cow::Owned)
    }
}

/// Parts JSON or a script at its quotes.
pub(super) fn strings<'a>(text: &'a str, each: &mut dyn FnMut(Quoted<'a>)) {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    let mut is_escaped = false;
    while let Some(next) = memchr::memchr2(b'"', b'\\', &bytes[at..]) {
        at += next;
        if bytes[at] == b'\\' {
            is_escaped = true;
            at = (at + 2).min(bytes.len());
            continue;
        }
        each(Quoted { written: &text[start..at], is_escaped });
        is_escaped = false;
        at += 1;
        start = at;
    }
    each(Quoted { written: text.get(start..).unwrap_or_default(), is_escaped });
}

/// Whether a text is itself JSON with texts of its own, which are no neighbours in a sentence.
fn is_json(text: &str) -> bool {
    let text = text.trim();
    let inside = |open, close| text.strip_prefix(open).and_then(|text: &str| text.strip_suffix(close));
    inside('{', '}').or_else(|| inside('[', ']')).is_some_and(|text| text.trim_start().starts_with(['"', '{', '[']))
}

impl Said {
    /// Adds a quoted text; one that is JSON, by its own quoted texts.
    fn string(&mut self, string: Quoted<'_>, depth: usize) {
        let plain = string.plain();
        if depth < DEEPEST && string.is_escaped && is_json(&plain) {
            return strings(&plain, &mut |string| self.string(string, depth + 1));
        }
        self.text(&plain);
        if let Some(address) = without_percent(&plain) {
            self.text(&address);
        }
        let twice = if string.is_escaped { without_backslashes(&plain) } else { None };
        if let Some(twice) = &twice {
            self.text(twice);
        }
        let plain = twice.as_deref().unwrap_or(&plain);
        if markup::looks_like_markup(plain) {
            self.append(markup(plain));
        }
    }
}

/// Reads CSV: each cell for itself.
fn table(text: &str) -> Said {
    let mut said = Said::default();
    cells(text, &mut |cell, _| said.cell(cell));
    said
}

/// Goes through the cells of CSV as they are written; says of each whether it ends its row.
fn cells<'a>(text: &'a str, each: &mut dyn FnMut(&'a str, bool)) {
    let mut quoted = false;
    let mut start = 0;
    for (at, sign) in text.bytes().enumerate() {
        match sign {
            b'"' => quoted = !quoted,
            b',' | b';' | b'\t' | b'\n' if !quoted => {
                each(&text[start..at], sign == b'\n');
                start = at + 1;
            }
            _ => {}
        }
    }
    each(&text[start..], true);
}

/// The rows of a table that somebody else made, each as one text: a name may stand in two cells. None of other files.
pub(super) fn rows(path: &str, bytes: &[u8]) -> Vec<u64> {
    let mut said = Said::default();
    if Medium::of(path) == Medium::Table {
        let text = decoded::utf16(bytes).or_else(|| Some(std::str::from_utf8(bytes).ok()?.to_owned()));
        let text = text.unwrap_or_else(|| decoded::windows(bytes));
        let mut row = Vec::new();
        cells(&text, &mut |cell, ends| {
            row.push(cell.trim().trim_matches('"'));
            if ends {
                said.text(&row.join(" "));
                said.pairs(&row);
                row.clear();
            }
        });
    }
    said.words
}

impl Said {
    /// Adds any two short cells of a row as one text, in both orders: first and last name.
    fn pairs(&mut self, row: &[&str]) {
        /// A row of more is a table of figures.
        const WIDEST: usize = 24;
        /// A name of so many words is none.
        const LONGEST: usize = 4;
        let is_name = |cell: &&&str| (1..=LONGEST).contains(&cell.split_whitespace().count());
        let names: Vec<&str> = row.iter().filter(is_name).copied().take(WIDEST).collect();
        for (place, one) in names.iter().enumerate() {
            for other in &names[place + 1..] {
                self.text(&format!("{one} {other}"));
                self.text(&format!("{other} {one}"));
            }
        }
    }
}

impl Said {
    /// Adds a cell of CSV as it is written.
    fn cell(&mut self, written: &str) {
        self.text(written);
        if markup::looks_like_markup(written) {
            let plain = written.trim().trim_matches('"').replace("\"\"", "\"");
            self.append(markup(&plain));
        }
    }
}

/// Reads what can be read in a file of an unknown kind: runs of letters of one or two bytes.
fn binary(bytes: &[u8], said: &mut Said) {
    stretches(bytes, said);
    let wide: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    if wide.len() < bytes.len() {
        stretches(&wide, said);
    }
    said.raw.push(bytes.to_vec());
}

/// A stretch of so many letters in a row is no chance.
const SURELY_TEXT: usize = 8;

/// Adds what can be read among bytes: as words where a long stretch is nearly all letters, and all of it as what may
/// be words.
fn stretches(bytes: &[u8], said: &mut Said) {
    let all = String::from_utf8_lossy(bytes);
    Folder::new(&mut said.doubtful).text(&all, 0);
    said.doubtful.boundary();
    for stretch in all.split(|sign: char| sign == '\u{FFFD}' || (sign.is_control() && !matches!(sign, '\n' | '\t'))) {
        let is_of_text = |sign: &char| sign.is_alphanumeric() || matches!(sign, ' ' | '.' | ',' | '-' | '\'' | '@');
        let (all, of_text) = (stretch.chars().count(), stretch.chars().filter(is_of_text).count());
        if stretch.len() >= SURELY_TEXT && of_text * 10 >= all * 9 {
            said.text(stretch);
        }
    }
}

/// Opens a ZIP file: EPUB, Office documents.
fn archive(bytes: &[u8], depth: usize) -> Said {
    let mut said = Said::default();
    if depth >= DEEPEST {
        said.blind = Some("there are too many archives inside each other".into());
        return said;
    }
    let mut archive = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            said.blind = Some(format!("the archive cannot be opened: {error}"));
            return said;
        }
    };
    said.text(&String::from_utf8_lossy(archive.comment()));
    let mut left = LARGEST_ARCHIVE;
    for index in 0..archive.len() {
        let content = archive.by_index(index).map_err(std::io::Error::from).and_then(|mut file| {
            let path = file.name().to_owned();
            said.text(&path);
            said.text(file.comment());
            said.text(&String::from_utf8_lossy(file.extra_data().unwrap_or_default()));
            let mut content = Vec::new();
            file.by_ref().take(left).read_to_end(&mut content)?;
            Ok((path, content))
        });
        match content {
            Ok((path, content)) => {
                left = left.saturating_sub(content.len() as u64);
                said.append(read(&path, &content, depth + 1));
                if picture::is_picture(&content) {
                    said.raw.push(content);
                }
            }
            Err(error) => said.blind = Some(format!("a file of the archive cannot be read: {error}")),
        }
    }
    said
}

/// Whether no word was read.
pub(super) fn is_mute(words: &[u64]) -> bool {
    words.iter().all(|word| *word == BOUNDARY)
}

/// The bytes of a base64 text, as far as it is one.
pub(super) fn base64(text: &str) -> Vec<u8> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let end = text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'+' | b'/' | b'='));
    GeneralPurpose::new(&STANDARD, config).decode(&text[..end.unwrap_or(text.len())]).unwrap_or_default()
}
