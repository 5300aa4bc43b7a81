//! Reading a site folder from disk: the only place that does.
//!
//! The whole folder is listed, read in parallel, and listed again; what changed in between is read
//! again, so that a snapshot never mixes two states of a file that was being saved.

#![expect(clippy::disallowed_methods, reason = "this is the door through which the sources come in")]

use super::{Oddity, OddityKind, SourcePath, SourceTree};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;
use walkdir::WalkDir;

/// The most directory entries a site folder may hold. Folders that link to one another in many
/// ways would otherwise be walked for ever.
const MOST_ENTRIES: usize = 1_000_000;

/// The largest file that is taken into memory, in bytes.
const LARGEST_FILE: u64 = 512 << 20;

/// The file of the settings, beside content/.
const SETTINGS: &str = "site.toml";

/// How often a folder that is being written to is read again before giving up.
const MOST_READINGS: usize = 8;

/// Why a folder could not be read at all.
#[derive(Debug)]
pub enum DiskError {
    /// There is no such folder.
    Missing(PathBuf),
    /// It is not a folder.
    NotAFolder(PathBuf),
    /// It is a folder, but has neither content/ nor site.toml.
    NotASite(PathBuf),
    /// It holds more files than the program takes; the number is the limit.
    TooManyFiles(PathBuf, usize),
    /// Files in it were being written during every attempt to read it; the path is one of them.
    KeepsChanging(PathBuf),
    /// The system refuses.
    Io(PathBuf, io::Error),
}

impl fmt::Display for DiskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(formatter, "there is no folder {path:?}"),
            Self::NotAFolder(path) => write!(formatter, "{path:?} is not a folder"),
            Self::NotASite(path) => {
                write!(formatter, "{path:?} is not a site folder: it has neither content/ nor site.toml")
            }
            Self::TooManyFiles(path, limit) => write!(formatter, "{path:?} holds more than {limit} files"),
            Self::KeepsChanging(path) => {
                write!(formatter, "{path:?} keeps changing while it is read; try again when it is at rest")
            }
            Self::Io(path, error) => write!(formatter, "cannot read {path:?}: {error}"),
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(_, error) => Some(error),
            _ => None,
        }
    }
}

/// Reads a site folder: `site.toml`, `content/`, `themes/`, and the images beside `site.toml`.
///
/// Hidden files and folders are left out. What is not an ordinary readable file becomes an
/// [`Oddity`] of the tree; only a folder that cannot be a site is an error.
pub fn load(folder: &Path) -> Result<SourceTree, DiskError> {
    let root = folder.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => DiskError::Missing(folder.to_owned()),
        _ => DiskError::Io(folder.to_owned(), error),
    })?;
    if !root.is_dir() {
        return Err(DiskError::NotAFolder(folder.to_owned()));
    }
    if !root.join("content").is_dir() && !root.join(SETTINGS).is_file() {
        return Err(DiskError::NotASite(folder.to_owned()));
    }

    let mut read = BTreeMap::<SourcePath, Reading>::new();
    let mut listing = Listing::of(&root)?;
    for _ in 0..MOST_READINGS {
        let outdated = listing.outdated(&read);
        let fresh: Vec<_> = outdated.into_par_iter().map(|(path, file)| (path, Reading::of(file))).collect();
        read.retain(|path, _| listing.files.contains_key(path));
        read.extend(fresh);
        // A list made after the reading tells whether it read one state of every file.
        listing = Listing::of(&root)?;
        if listing.outdated(&read).is_empty() && read.len() == listing.files.len() {
            return Ok(tree(read, listing.oddities));
        }
    }
    let restless = listing.outdated(&read).into_iter().next().map_or(root, |(_, file)| file.path.clone());
    Err(DiskError::KeepsChanging(restless))
}

fn tree(read: BTreeMap<SourcePath, Reading>, mut oddities: Vec<Oddity>) -> SourceTree {
    let mut tree = SourceTree::new();
    for (path, reading) in read {
        match reading.bytes {
            Ok(bytes) => tree.insert(path, bytes),
            Err(message) => oddities.push(Oddity { path, kind: OddityKind::Unreadable(message) }),
        }
    }
    oddities.sort_by(|a, b| a.path.cmp(&b.path));
    for oddity in oddities {
        tree.note(oddity);
    }
    tree
}

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is, so that one saved by renaming another over it is seen.
    #[cfg(unix)]
    identity: (u64, u64, i64, i64),
}

impl State {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt as _;
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            identity: (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec()),
        }
    }
}

/// A file that is to be read.
#[derive(Debug, Clone)]
struct Listed {
    path: PathBuf,
    state: State,
}

/// A file as it was read.
struct Reading {
    state: State,
    bytes: Result<Vec<u8>, String>,
}

impl Reading {
    fn of(listed: &Listed) -> Self {
        let bytes = File::open(&listed.path).and_then(|file| {
            let mut bytes = Vec::with_capacity(listed.state.length as usize);
            // A file that grows while it is read must not fill the memory.
            file.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        // The system's words without the number of the error, which differs between systems.
        let bytes = bytes.map_err(|error| words(&error));
        Self { state: listed.state.clone(), bytes }
    }
}

/// Everything that lies in a site folder at one moment.
struct Listing {
    files: BTreeMap<SourcePath, Listed>,
    oddities: Vec<Oddity>,
}

impl Listing {
    fn of(root: &Path) -> Result<Self, DiskError> {
        let mut listing = Self { files: BTreeMap::new(), oddities: Vec::new() };
        let mut seen = 0;
        let beside = WalkDir::new(root).follow_links(true).min_depth(1).max_depth(1).sort_by_file_name();
        for entry in beside {
            match entry {
                Ok(entry) if !is_wanted_beside(entry.file_name()) => {}
                Ok(entry) if leads_out(&entry, root) => listing.note(root, entry.path(), OddityKind::LinkOutside),
                // Without its settings a site would be built, and might show what they withhold.
                Ok(entry) if entry.file_type().is_dir() && entry.file_name() == SETTINGS => {
                    listing.note(root, entry.path(), OddityKind::Unreadable("it is a folder".to_owned()));
                }
                Ok(entry) => listing.take(root, entry)?,
                Err(error) if error.path().is_none_or(|at| at.file_name().is_some_and(is_wanted_beside)) => {
                    listing.take_error(root, error)?;
                }
                Err(_) => {}
            }
        }
        for name in ["content", "themes"] {
            let mut walk = WalkDir::new(root.join(name)).follow_links(true).sort_by_file_name().into_iter();
            while let Some(entry) = walk.next() {
                seen += 1;
                if seen > MOST_ENTRIES {
                    return Err(DiskError::TooManyFiles(root.to_owned(), MOST_ENTRIES));
                }
                match entry {
                    Ok(entry) if is_passed_over(entry.file_name()) || leads_out(&entry, root) => {
                        if entry.file_type().is_dir() {
                            walk.skip_current_dir();
                        }
                        if !is_passed_over(entry.file_name()) {
                            listing.note(root, entry.path(), OddityKind::LinkOutside);
                        }
                    }
                    Ok(entry) => listing.take(root, entry)?,
                    Err(error) => listing.take_error(root, error)?,
                }
            }
        }
        Ok(listing)
    }

    /// The files whose reading is missing or of another state.
    fn outdated(&self, read: &BTreeMap<SourcePath, Reading>) -> Vec<(SourcePath, &Listed)> {
        self.files
            .iter()
            .filter(|(path, listed)| read.get(path).is_none_or(|reading| reading.state != listed.state))
            .map(|(path, listed)| (path.clone(), listed))
            .collect()
    }

    fn take(&mut self, root: &Path, entry: walkdir::DirEntry) -> Result<(), DiskError> {
        let Some(path) = source_path(root, entry.path()) else {
            self.note(root, entry.path(), OddityKind::NameNotUtf8);
            return Ok(());
        };
        let kind = entry.file_type();
        if kind.is_dir() {
            return Ok(());
        }
        if !kind.is_file() {
            self.note(root, entry.path(), OddityKind::Special);
            return Ok(());
        }
        match entry.metadata() {
            Ok(metadata) if metadata.len() > LARGEST_FILE => {
                self.note(root, entry.path(), OddityKind::TooLarge(LARGEST_FILE));
            }
            Ok(metadata) => {
                self.files.insert(path, Listed { path: entry.into_path(), state: State::of(&metadata) });
            }
            Err(error) => self.take_error(root, error)?,
        }
        Ok(())
    }

    /// Notes what stands at the place of the error. Where the system breaks off in the middle of a list, there is no
    /// place: what it has not listed would be missing unseen.
    fn take_error(&mut self, root: &Path, error: walkdir::Error) -> Result<(), DiskError> {
        let Some(at) = error.path() else { return Err(DiskError::Io(root.to_owned(), error.into())) };
        let missing = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
        let kind = if error.loop_ancestor().is_some() {
            OddityKind::LinkLoop
        } else if at.is_symlink() && missing {
            OddityKind::LinkDangling
        } else if at.is_symlink() && at.canonicalize().is_err() {
            // A link that leads to itself is refused by the system, in words of its own.
            OddityKind::LinkLoop
        } else if missing {
            // A file that vanished since its folder was listed, or a site without themes/.
            return Ok(());
        } else {
            OddityKind::Unreadable(error.io_error().map_or_else(|| error.to_string(), words))
        };
        self.note(root, at, kind);
        Ok(())
    }

    fn note(&mut self, root: &Path, at: &Path, kind: OddityKind) {
        let path = source_path(root, at).unwrap_or_else(|| escaped_path(root, at));
        self.oddities.push(Oddity { path, kind });
    }
}

/// Hidden files, and what package managers put into folders that people keep notes in.
fn is_passed_over(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name == "node_modules"
}

/// Of what lies beside content/, the settings and the pictures that they may name.
fn is_wanted_beside(name: &OsStr) -> bool {
    let ending = Path::new(name).extension().map(OsStr::to_ascii_lowercase);
    let is_picture = ending.is_some_and(|ending| {
        ["svg", "png", "jpg", "jpeg", "webp", "gif", "ico"].iter().any(|picture| ending == *picture)
    });
    name == SETTINGS || is_picture && !is_passed_over(name)
}

/// Whether an entry is a link whose target lies outside of the site folder, or in a hidden part of it.
fn leads_out(entry: &walkdir::DirEntry, root: &Path) -> bool {
    if !entry.path_is_symlink() {
        return false;
    }
    let Ok(target) = entry.path().canonicalize() else { return false };
    let Ok(inside) = target.strip_prefix(root) else { return true };
    inside.components().any(|component| is_passed_over(component.as_os_str()))
}

fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let mut text = String::new();
    for component in path.strip_prefix(root).ok()?.components() {
        let Component::Normal(name) = component else { return None };
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(name.to_str()?);
    }
    Some(SourcePath::new(&text))
}

/// A path for messages, with what is not UTF-8 written as `\xNN`.
fn escaped_path(root: &Path, path: &Path) -> SourcePath {
    let path = path.strip_prefix(root).unwrap_or(path);
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    SourcePath::new(&text)
}

/// What the system says, without the number it has for it.
fn words(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
