//! The sources, read a second time and cruder: by lines, marks and indentation.
//!
//! In: the raw files, and what the edition admits. Out: every stretch of text with whether it is
//! withheld. It is not told how the program reads notes, so that what the filter failed to see is
//! still found here.
//!
//! *Invariant:* nothing is shared with the rooms that read, filter and render.

mod beside;
mod field;
mod folder;
mod markdown;
mod spelling;
mod yaml;

pub(super) use field::field_names;

use super::Terms;
use super::find::InRun;
use super::fold::{Folder, Shape, Sink};
use crate::model::Audience;
use crate::source::{SourcePath, SourceTree};
use beside::with_files;
use folder::folder_default;
use rayon::prelude::*;
use spelling::spelt;
use std::num::NonZeroU32;

/// A word of a source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) hash: u64,
    pub(super) shape: Shape,
    /// The offset in the file at which it, or the line it stands in, begins.
    pub(super) at: u32,
}

impl InRun for Word {
    fn hash(&self) -> u64 {
        self.hash
    }
}

/// What a stretch of text is to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Prose,
    /// A line of code.
    Code,
    /// What a record is called: its title, id, tag, path.
    Title,
    /// What names another record or file: a link's target, an owner.
    Reference,
    /// An address of mail or web.
    Address,
}

/// A stretch of text that belongs together: a paragraph, a value.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) words: Vec<Word>,
    pub(super) role: Role,
    pub(super) withheld: bool,
    /// The text of its file in whose run it stands, counted from 1: as plain text, such passages follow
    /// one another without a gap. None where it is seen elsewhere: a target, a title.
    pub(super) run: Option<NonZeroU32>,
}

/// What somebody is called, in one spelling.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) words: Vec<Word>,
    /// The same as a genitive that has no apostrophe; none where it could be any word.
    pub(super) genitive: Option<Vec<u64>>,
}

/// Somebody of a people register.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    /// Name, aliases, addresses, each in all its spellings.
    pub(super) names: Vec<Name>,
    pub(super) withheld: bool,
}

/// All that one file says.
#[derive(Debug)]
pub(super) struct SourceText {
    pub(super) file: SourcePath,
    pub(super) passages: Vec<Passage>,
    pub(super) people: Vec<Person>,
    /// Whether it is a file beside the notes that shown text names, and so is handed on as it is.
    pub(super) handed_on: bool,
    /// Whether it is too long to be read, so that nothing is known of it.
    pub(super) is_unread: bool,
    /// Bytes of pictures and files that must not be found in what is written, and why.
    pub(super) bytes: Vec<(Vec<u8>, &'static str)>,
}

/// A line of a text and where it begins in its file.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    at: usize,
    text: &'a str,
}

/// The lines of a text that begins at an offset.
fn lines(text: &str, offset: usize) -> Vec<Line<'_>> {
    let mut at = offset;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            Line { at: start, text: line.trim_end_matches(['\n', '\r']) }
        })
        .collect()
}

/// Takes the words of a source with their places.
#[derive(Default)]
struct Words(Vec<Word>);

impl Words {
    /// The words so far, in no more room than they need: a passage is small, and there are many.
    fn taken(&mut self) -> Vec<Word> {
        let words = self.0.as_slice().to_vec();
        self.0.clear();
        words
    }
}

impl Sink for Words {
    const WITH_SHAPES: bool = true;

    fn word(&mut self, hash: u64, shape: Shape, at: usize) {
        self.0.push(Word { hash, shape, at: at as u32 });
    }

    fn boundary(&mut self) {}
}

/// Collects passages of one file.
struct Notebook<'a> {
    terms: &'a Terms<'a>,
    passages: Vec<Passage>,
    people: Vec<Person>,
    /// The run that was begun last.
    run: Option<NonZeroU32>,
    /// How the page of the file's record is addressed: in a book, and as a file.
    addresses: Vec<String>,
    /// Room for words that are being read.
    scratch: Words,
}

impl Notebook<'_> {
    /// Adds a text as it stands.
    fn add(&mut self, text: &str, at: usize, role: Role, withheld: bool) {
        let mut scratch = std::mem::take(&mut self.scratch);
        Folder::new(&mut scratch).text(text, at);
        let words = scratch.taken();
        self.scratch = scratch;
        self.push(words, role, withheld);
    }

    fn push(&mut self, words: Vec<Word>, role: Role, withheld: bool) {
        if !words.is_empty() {
            self.passages.push(Passage { words, role, withheld, run: None });
        }
    }

    /// Begins the run of another text.
    fn begin_run(&mut self) {
        self.run = NonZeroU32::MIN.checked_add(self.run.map_or(0, NonZeroU32::get));
    }

    /// Adds words that go on in the run of a text.
    fn run_on(&mut self, words: Vec<Word>, role: Role, withheld: bool) {
        if !words.is_empty() {
            self.passages.push(Passage { words, role, withheld, run: self.run });
        }
    }

    /// Adds the address of a shown heading, which is its page's with the heading's words behind it.
    fn add_address(&mut self, heading: &str, at: usize) {
        for index in 0..self.addresses.len() {
            let address = format!("{} {heading}", self.addresses[index]);
            self.add(&address, at, Role::Reference, false);
        }
    }

    /// Makes one run of what was added since and names something: the values of a list are shown side by side.
    fn join_names(&mut self, since: usize) {
        self.begin_run();
        let names = self.passages[since..].iter_mut().filter(|passage| passage.run.is_none());
        for passage in names.filter(|passage| matches!(passage.role, Role::Title | Role::Reference)) {
            passage.run = self.run;
        }
    }

    /// Whether the edition admits an audience of that name, in whatever letters it is written.
    fn admits(&self, audience: &str) -> bool {
        let wanted = audience.to_lowercase();
        let is_wanted = |admitted: &Audience| admitted.as_str().to_lowercase() == wanted;
        self.terms.policy.admits.as_ref().is_none_or(|admits| admits.iter().any(is_wanted))
    }
}

/// The words of a text that begins at an offset.
fn words(text: &str, at: usize) -> Vec<Word> {
    let mut words = Words::default();
    Folder::new(&mut words).text(text, at);
    words.0
}

/// A text with more lines and links than this is not read: each becomes a passage with its words, and
/// all of them together would fill the memory.
pub(super) const MOST_PASSAGES: usize = 3_000_000;

/// For how many passages an address counts, which is read once more with the words before it.
const ADDRESS: usize = 15;

/// Whether a text is too long to be read.
fn is_too_long(text: &str) -> bool {
    let bytes = text.as_bytes();
    // An address is longer than this, and everything else is no shorter than a byte.
    if bytes.len() < MOST_PASSAGES / ADDRESS {
        return false;
    }
    let addresses = memchr::memmem::find_iter(bytes, "://").count();
    memchr::memchr2_iter(b'\n', b'[', bytes).count() + ADDRESS * addresses > MOST_PASSAGES
}

/// Reads all sources.
pub(super) fn read(sources: &SourceTree, terms: &Terms<'_>) -> Vec<SourceText> {
    let files: Vec<_> = sources.files().collect();
    let texts: Vec<SourceText> = files
        .par_iter()
        .filter_map(|(path, file)| {
            let text = std::str::from_utf8(file.bytes()).ok();
            if path.as_str() == "site.toml" {
                return Some(settings(path, text?, terms));
            }
            let below = path.as_str().strip_prefix("content/")?;
            match (path.ending().as_str(), text) {
                ("md" | "markdown" | "yaml" | "yml", Some(text)) if is_too_long(text) => {
                    Some(SourceText { is_unread: true, ..finished(path, notebook(terms)) })
                }
                ("md" | "markdown", Some(text)) => Some(note(path, below, text, terms)),
                ("yaml" | "yml", Some(text)) => Some(register(path, below, text, terms)),
                _ => None,
            }
        })
        .collect();
    with_files(sources, terms, texts)
}

fn notebook<'a>(terms: &'a Terms<'a>) -> Notebook<'a> {
    Notebook {
        terms,
        passages: Vec::new(),
        people: Vec::new(),
        run: None,
        addresses: Vec::new(),
        scratch: Words::default(),
    }
}

/// A note: front matter and Markdown.
fn note(path: &SourcePath, below: &str, text: &str, terms: &Terms<'_>) -> SourceText {
    let mut notebook = notebook(terms);
    let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let (front, body) = front_matter(text, start);
    let ground = folder_default(terms, below);
    let withheld = match front {
        Some(range) => yaml::read(&text[range.clone()], range.start, below, ground, true, &mut notebook),
        None => ground.1 || (!ground.0 && !notebook.admits("client")),
    };
    notebook.addresses = addresses(below);
    markdown::read(&lines(&text[body..], body), withheld, &mut notebook);
    own_path(below, withheld, &mut notebook);
    finished(path, notebook)
}

/// Where the front matter stands, and where the body begins.
fn front_matter(text: &str, start: usize) -> (Option<std::ops::Range<usize>>, usize) {
    let mut lines = lines(&text[start..], start).into_iter().peekable();
    // A blank line before it is a mistake that must not publish its fields.
    while lines.next_if(|line| line.text.trim().is_empty()).is_some() {}
    let Some(first) = lines.next() else { return (None, start) };
    // Nor must a fence that is written nearly as one.
    let fence = first.text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{FEFF}');
    let is_exact = first.text.trim_end() == "---";
    let is_meant = fence.starts_with("---")
        && ["", "yaml", "yml"].contains(&fence.trim_start_matches('-').trim().to_lowercase().as_str())
        && lines.peek().is_some_and(|next| {
            next.text.trim().split([' ', ':']).next().is_some_and(|key| next.text.contains(&format!("{key}:")))
        });
    if !is_exact && !is_meant {
        return (None, start);
    }
    let from = first.at + first.text.len();
    let from = from + text[from..].find('\n').map_or(0, |end| end + 1);
    let closes = |line: &str| {
        if is_exact {
            return matches!(line.trim_end(), "---" | "...");
        }
        let line = line.trim();
        line == "..." || (line.starts_with("---") && line.trim_start_matches('-').is_empty())
    };
    match lines.find(|line| closes(line.text)) {
        Some(end) => (Some(from..end.at), (end.at + end.text.len()).min(text.len())),
        None => (Some(from..text.len()), text.len()),
    }
}

/// A register or a session: YAML.
fn register(path: &SourcePath, below: &str, text: &str, terms: &Terms<'_>) -> SourceText {
    let mut notebook = notebook(terms);
    let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let ground = folder_default(terms, below);
    let withheld = yaml::read(&text[start..], start, below, ground, false, &mut notebook);
    own_path(below, withheld, &mut notebook);
    finished(path, notebook)
}

/// A file's own path names its page; the path of a register is the program's own word.
fn own_path(below: &str, withheld: bool, notebook: &mut Notebook<'_>) {
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    let own = stem.split_once('/').filter(|(first, _)| field::REGISTERS.contains(first)).map_or(stem, |(_, rest)| rest);
    if field::REGISTERS.contains(&own) {
        return;
    }
    notebook.add(stem, 0, if withheld { Role::Title } else { Role::Reference }, withheld);
    if !withheld {
        // An export has it under the name of its source, as whoever links to it writes it.
        notebook.add(below, 0, Role::Reference, false);
    }
    notebook.add(own, 0, Role::Title, withheld);
    if own.contains('/') {
        own.split('/').for_each(|segment| notebook.add(segment, 0, Role::Title, withheld));
    }
}

/// How the page of a note is addressed: by its kind and id, and by its file.
fn addresses(below: &str) -> Vec<String> {
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let is_index = ["readme", "index"].iter().any(|index| name.eq_ignore_ascii_case(index));
    let (id, page) = if is_index { (folder, format!("{folder} index")) } else { (stem, stem.to_owned()) };
    let (register, own) = id.split_once('/').unwrap_or((id, ""));
    vec![format!("{} {own}", register.strip_suffix('s').unwrap_or(register)), format!("{page} html")]
}

/// site.toml: its texts are for everybody, its comments and what it says of audiences for nobody.
fn settings(path: &SourcePath, text: &str, terms: &Terms<'_>) -> SourceText {
    let mut notebook = notebook(terms);
    let mut withheld = false;
    for line in lines(text, 0) {
        let trimmed = line.text.trim_start();
        if trimmed.starts_with('[') {
            withheld = ["audiences", "editions"]
                .iter()
                .any(|table| trimmed.trim_start_matches('[').trim_start().starts_with(table));
        }
        let (value, comment) = yaml::split_comment(line.text);
        let role = if trimmed.starts_with("title") { Role::Title } else { Role::Prose };
        let value = value.split_once('=').map_or(value, |(_, value)| value);
        if !withheld {
            notebook.add(value, line.at, role, false);
        }
        notebook.add(comment, line.at, Role::Prose, true);
    }
    finished(path, notebook)
}

fn finished(path: &SourcePath, notebook: Notebook<'_>) -> SourceText {
    SourceText {
        file: path.clone(),
        passages: notebook.passages,
        people: notebook.people,
        handed_on: false,
        is_unread: false,
        bytes: Vec::new(),
    }
}
