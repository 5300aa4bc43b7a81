//! The ground: an immutable snapshot of every file of a site folder.
//!
//! In: a folder on disk, or files from a test. Out: a [`SourceTree`], which every later stage reads.
//! What could not be taken into the snapshot stands beside it as [`Oddity`] values, so that the
//! stage that reads content can say so at its place.
//!
//! *Invariant:* nothing here knows what the files mean; only `disk.rs` touches the disk.

pub mod disk;
mod path;

pub use path::SourcePath;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// One file of the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    bytes: Arc<[u8]>,
}

impl SourceFile {
    /// The file's bytes as they are on disk.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }
}

/// Something in the folder that is not an ordinary readable file, and was left out of the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// Where it lies, as far as its name can be written.
    pub path: SourcePath,
    /// What is the matter with it.
    pub kind: OddityKind,
}

/// Why a directory entry is not part of the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OddityKind {
    /// A symbolic link that leads out of the folder; its target was not read.
    LinkOutside,
    /// A symbolic link whose target does not exist.
    LinkDangling,
    /// A symbolic link that leads back to a folder above it.
    LinkLoop,
    /// A pipe, socket or device.
    Special,
    /// A file or folder that may not be read, with the system's words.
    Unreadable(String),
    /// A name that is not UTF-8; the path shows it escaped.
    NameNotUtf8,
    /// A file larger than the limit, which is given in bytes.
    TooLarge(u64),
}

/// All files of a site folder at one moment, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceTree {
    files: BTreeMap<SourcePath, SourceFile>,
    oddities: Vec<Oddity>,
}

impl SourceTree {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces the one of that path.
    pub fn insert(&mut self, path: SourcePath, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path, SourceFile { bytes: bytes.into() });
    }

    /// Notes what could not be read.
    pub fn note(&mut self, oddity: Oddity) {
        self.oddities.push(oddity);
    }

    /// The file of that path.
    pub fn get(&self, path: &SourcePath) -> Option<&SourceFile> {
        self.files.get(path)
    }

    /// Whether a file of that path is in the snapshot.
    pub fn contains(&self, path: &SourcePath) -> bool {
        self.files.contains_key(path)
    }

    /// All files in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&SourcePath, &SourceFile)> {
        self.files.iter()
    }

    /// The files below a folder (`"content"`), in the order of their paths.
    pub fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a SourcePath, &'a SourceFile)> {
        let prefix = format!("{folder}/");
        let start = SourcePath::new(&prefix);
        self.files.range(start..).take_while(move |(path, _)| path.as_str().starts_with(&prefix))
    }

    /// What could not be read.
    pub fn oddities(&self) -> &[Oddity] {
        &self.oddities
    }

    /// The text of a file, where it is UTF-8.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        std::str::from_utf8(&self.get(path)?.bytes).ok()
    }
}

/// A stretch of a source file, in bytes from its beginning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: SourcePath,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A stretch of a file.
    pub fn new(file: &SourcePath, range: Range<usize>) -> Self {
        Self { file: file.clone(), start: range.start as u32, end: range.end.max(range.start) as u32 }
    }

    /// The very beginning of a file, for what concerns all of it.
    pub fn file(file: &SourcePath) -> Self {
        Self { file: file.clone(), start: 0, end: 0 }
    }
}
