//! Where the path of a Markdown link leads.

use crate::diagnostic::Names;
use crate::model::{Corpus, EntryId, Kind, Record};
use crate::source::{SourcePath, SourceTree};
use std::collections::{BTreeSet, HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// The files of the site, and what a link to each of them means.
pub(super) struct Places<'a> {
    sources: &'a SourceTree,
    notes: HashMap<SourcePath, EntryId>,
    /// Index pages of folders, by folder.
    folders: HashMap<String, EntryId>,
    registers: HashMap<SourcePath, Kind>,
    /// Files by the composed form of their paths, for links written in the other Unicode form.
    composed: HashMap<String, SourcePath>,
    /// Every folder that holds a file.
    holding: HashSet<String>,
    /// The names of all files.
    names: Names<'a>,
    /// The files by their names.
    by_name: HashMap<&'a str, Vec<&'a SourcePath>>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The page of a record.
    Entry(EntryId),
    /// The register of a kind.
    Register(Kind),
    /// A file to be copied.
    File(SourcePath),
    /// A note that could not be read: complained of already.
    Unread,
    /// Out of the site folder, or of content/.
    Outside,
    /// Nothing.
    Nothing,
}

impl<'a> Places<'a> {
    pub(super) fn new(corpus: &Corpus, sources: &'a SourceTree) -> Self {
        let mut places = Self {
            sources,
            notes: HashMap::new(),
            folders: HashMap::new(),
            registers: HashMap::new(),
            composed: HashMap::new(),
            holding: HashSet::new(),
            names: sources.below("content").map(|(path, _)| path.name()).collect(),
            by_name: HashMap::new(),
        };
        let mut several = BTreeSet::new();
        for entry in corpus.entries.iter().filter(|entry| entry.origin.parent.is_none() && !entry.origin.implied) {
            let file = entry.origin.file().clone();
            if places.notes.insert(file.clone(), entry.id.clone()).is_some() {
                several.insert(file.clone());
                places.registers.insert(file.clone(), register_kind(&entry.record));
            }
            if is_index(&file) {
                places.folders.insert(file.folder().to_owned(), entry.id.clone());
            }
        }
        // A file of several records is a register, whichever of them came last; so is a file at
        // the root that holds one record today and two tomorrow.
        for file in &several {
            places.notes.remove(file);
        }
        for (kind, entry) in &corpus.introductions {
            places.registers.insert(entry.origin.file().clone(), *kind);
        }
        for (path, _) in sources.below("content") {
            places.by_name.entry(path.name()).or_default().push(path);
            if path.folder() == "content"
                && matches!(&*path.ending(), "yaml" | "yml")
                && let Some(kind) = Kind::parse(path.stem())
            {
                places.registers.insert(path.clone(), kind);
                places.notes.remove(path);
            }
            let composed: String = path.as_str().nfc().collect();
            if composed != path.as_str() {
                places.composed.insert(composed, path.clone());
            }
            let mut folder = path.folder();
            while places.holding.insert(folder.to_owned()) && !folder.is_empty() {
                folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            }
        }
        places
    }

    /// Follows a path, without its anchor and with nothing escaped, from a folder.
    pub(super) fn follow(&self, folder: &str, path: &str) -> Place {
        let joined = match path.strip_prefix('/') {
            Some(from_content) => SourcePath::join("content", from_content),
            None => SourcePath::join(folder, path),
        };
        let Some(target) = joined else { return Place::Outside };
        if target.as_str() != "content" && !target.as_str().starts_with("content/") {
            return Place::Outside;
        }
        self.at(&target).unwrap_or_else(|| {
            let composed: String = target.as_str().nfc().collect();
            let other = self.composed.get(&composed).cloned().unwrap_or_else(|| SourcePath::new(&composed));
            self.at(&other).unwrap_or(Place::Nothing)
        })
    }

    fn at(&self, target: &SourcePath) -> Option<Place> {
        if let Some(id) = self.notes.get(target) {
            return Some(Place::Entry(id.clone()));
        }
        if let Some(kind) = self.registers.get(target) {
            return Some(Place::Register(*kind));
        }
        if let Some(id) = self.folders.get(target.as_str()) {
            return Some(Place::Entry(id.clone()));
        }
        if let Some(kind) = target
            .as_str()
            .strip_prefix("content/")
            .and_then(Kind::parse)
            .filter(|kind| Some(kind.folder()) == target.as_str().strip_prefix("content/"))
            && self.holding.contains(target.as_str())
        {
            return Some(Place::Register(kind));
        }
        // What could not be read has been complained of.
        if self.sources.oddities().iter().any(|oddity| oddity.path == *target) {
            return Some(Place::Unread);
        }
        if !self.sources.contains(target) {
            return None;
        }
        let is_hidden = target.as_str().split('/').any(|segment| segment.starts_with(['.', '_']));
        match &*target.ending() {
            _ if is_hidden => None,
            "md" | "yaml" | "yml" => Some(Place::Unread),
            _ => Some(Place::File(target.clone())),
        }
    }

    /// The path, from a folder, of the file whose name is nearest to what was written.
    pub(super) fn nearest(&self, folder: &str, path: &str) -> Option<String> {
        let name = path.rsplit('/').next().unwrap_or(path);
        // Most files that are not found have moved, and are called as they were.
        let near = if self.by_name.contains_key(name) { name } else { self.names.nearest(name)? };
        let target = self.by_name.get(near)?.iter().min_by_key(|path| distance(folder, path.folder()))?;
        Some(relative(folder, target.as_str()))
    }
}

/// How many steps lie between two folders.
fn distance(from: &str, to: &str) -> usize {
    relative(from, to).split('/').count()
}

fn relative(folder: &str, target: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    let to: Vec<&str> = target.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    format!("{}{}", "../".repeat(from.len() - shared), to[shared..].join("/"))
}

fn is_index(path: &SourcePath) -> bool {
    path.ending() == "md" && matches!(&*path.stem().to_lowercase(), "readme" | "index")
}

fn register_kind(record: &Record<crate::model::Mention>) -> Kind {
    record.kind()
}
