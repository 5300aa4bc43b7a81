//! The other ground: what a build makes, as values before they are files.
//!
//! In: pages and files from `render`. Out: an [`OutputTree`] that `disk.rs` publishes, the preview
//! serves and a test reads.
//!
//! *Invariant:* paths are relative and stay inside; only `disk.rs` touches the disk.

pub mod disk;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// A path of the built site, from its root, with `/` between segments.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// The path of that text.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(path.as_ref().into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a page for a browser.
    pub fn is_page(&self) -> bool {
        self.0.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
    }

    /// How many folders lie above the file.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// The way from the folder of this path to the site's root: empty, `../`, `../../` …
    pub fn to_root(&self) -> String {
        "../".repeat(self.depth())
    }

    /// The relative way from this page to another output path, both named in full.
    ///
    /// The text is not yet escaped for a URL.
    pub fn relative_to(&self, target: &Self) -> String {
        let from: Vec<&str> = self.0.split('/').collect();
        let to: Vec<&str> = target.0.split('/').collect();
        let shared = from[..from.len() - 1].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut way = "../".repeat(from.len() - 1 - shared);
        way.push_str(&to[shared..].join("/"));
        way
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", &*self.0)
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What stands at one path of the output.
#[derive(Debug, Clone)]
pub enum Content {
    /// Made by this build.
    Bytes(Vec<u8>),
    /// Taken from the sources as it is, or cleaned once and shared.
    Shared(Arc<[u8]>),
}

impl Content {
    /// The bytes to be written.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// Every file of the built site, by path.
#[derive(Debug, Clone, Default)]
pub struct OutputTree {
    files: BTreeMap<OutputPath, Content>,
    promised: BTreeSet<OutputPath>,
}

impl OutputTree {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. Returns false, and changes nothing, where the path is taken.
    #[must_use]
    pub fn insert(&mut self, path: OutputPath, content: Content) -> bool {
        match self.files.entry(path) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(content);
                true
            }
            std::collections::btree_map::Entry::Occupied(_) => false,
        }
    }

    /// Says that a whole build has a file of that path too, which was not made this time.
    pub fn promise(&mut self, path: OutputPath) {
        self.promised.insert(path);
    }

    /// Whether a whole build has a file of that path, which was not made this time.
    pub fn promises(&self, path: &str) -> bool {
        self.promised.contains(&OutputPath::new(path))
    }

    /// The file of that path.
    pub fn get(&self, path: &str) -> Option<&Content> {
        self.files.get(&OutputPath::new(path))
    }

    /// The file of that path as text, where it is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.get(path)?.bytes()).ok()
    }

    /// All files in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&OutputPath, &Content)> {
        self.files.iter()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether nothing was made.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
