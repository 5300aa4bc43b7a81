//! Publishing to disk: the only place that writes what a build has made.
//!
//! A folder is claimed before the build starts, so that what stands in the way is said early, and
//! published into once everything has been made. At every moment the folder is the old site or
//! the new one: where the system can exchange two folders in one step, the new one is made beside
//! it and exchanged; elsewhere a journal of renames is carried out, which the next run completes
//! if this one is killed.

#![expect(clippy::disallowed_methods, reason = "this is the door through which the site goes out")]

mod exchange;
pub mod handed_over;
mod journal;
mod lock;
mod manifest;
mod place;
mod survey;

pub use place::Surroundings;

use super::{OutputPath, OutputTree};
use lock::Lock;
use manifest::Manifest;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use survey::Survey;

/// What the program's own files in a built folder begin with.
const OWN: &str = ".leavebehind-";

/// Why a site could not be published.
#[derive(Debug)]
pub enum DiskError {
    /// The folder is no place to build into; the text says why.
    Refused(PathBuf, String),
    /// Somebody else's file lies where the site has one.
    Occupied(PathBuf),
    /// Another build is writing to the folder.
    Busy(PathBuf),
    /// There is no room; the number is how many bytes the build has to write.
    Full(PathBuf, u64, io::Error),
    /// The build was told to stop before anything was published.
    Interrupted,
    /// What was handed over cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The system refuses.
    Io(PathBuf, io::Error),
}

impl DiskError {
    /// Whether the words of the command line are at fault and not the machine.
    pub fn is_wrong_usage(&self) -> bool {
        match self {
            Self::Refused(..) | Self::Occupied(_) => true,
            Self::Unreadable(_, error) => error.kind() == io::ErrorKind::NotFound,
            _ => false,
        }
    }

    /// An error of the system at a path.
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io(path, error)
    }

    /// The same error, with what the build needs where there is no room.
    fn needing(self, bytes: u64) -> Self {
        match self {
            Self::Io(path, error)
                if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) =>
            {
                Self::Full(path, bytes, error)
            }
            other => other,
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(path, reason) => write!(formatter, "refusing to build into {path:?}: {reason}"),
            Self::Occupied(path) => {
                write!(formatter, "{path:?} was not written by this program, and the site has a file of that name")
            }
            Self::Busy(path) => write!(formatter, "another build is writing to {path:?}"),
            Self::Full(path, bytes, error) => {
                let need = *bytes as f64 / 1e6;
                write!(formatter, "cannot write {path:?}: {error}; the build has to write {need:.1} MB")
            }
            Self::Interrupted => write!(formatter, "interrupted; nothing was published"),
            Self::Unreadable(path, error) => write!(formatter, "cannot read {path:?}: {error}"),
            Self::Io(path, error) => write!(formatter, "cannot write {path:?}: {error}"),
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Full(_, _, error) | Self::Unreadable(_, error) | Self::Io(_, error) => Some(error),
            _ => None,
        }
    }
}

/// What publishing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files are new or have other bytes than before.
    pub written: usize,
    /// How many files were left as they were.
    pub unchanged: usize,
    /// How many files of the old site are gone.
    pub removed: usize,
    /// Files of the old site that somebody changed by hand and that the new one does not have:
    /// they stay, as foreign files.
    pub kept: Vec<String>,
}

/// A folder that has been claimed for one build.
///
/// It is released when this value is dropped.
#[derive(Debug)]
pub struct Destination {
    /// The folder, with every link above it resolved.
    folder: PathBuf,
    /// Folders above it that were made for it, innermost first.
    made: Vec<PathBuf>,
    lock: Mutex<Option<Lock>>,
    stop: AtomicBool,
}

impl Destination {
    /// Claims a folder: refuses what is no place for a site, completes what an interrupted build
    /// has left, and holds others off.
    pub fn claim(folder: &Path, surroundings: &Surroundings) -> Result<Self, DiskError> {
        let folder = place::resolve(folder)?;
        place::refuse_unfit(&folder, surroundings)?;
        let made = make_parents(&folder)?;
        let lock = Lock::take(&folder).inspect_err(|_| remove_empty(&made))?;
        let destination = Self { folder, made, lock: Mutex::new(Some(lock)), stop: AtomicBool::new(false) };
        destination.with_lock(|lock| {
            if destination.folder.is_dir() {
                place::refuse_unwritable(&destination.folder)?;
                journal::complete(&destination.folder)?;
            }
            exchange::heal(&destination.folder, lock)?;
            remove_if_there(&certificate_part(&destination.folder))?;
            place::refuse_foreign(&destination.folder)
        })?;
        Ok(destination)
    }

    /// Publishes a site, and beside the folder its certificate where there is one.
    ///
    /// Files whose bytes have not changed are left as they are; nothing at all is written where
    /// none has. On an error the old site is whole.
    pub fn publish(&self, tree: &OutputTree, certificate: Option<&[u8]>) -> Result<Written, DiskError> {
        self.with_lock(|lock| {
            place::refuse_paths(&self.folder, tree)?;
            let manifest = Manifest::of(tree);
            let survey = Survey::of(&self.folder, tree, &manifest)?;
            let bytes = survey.bytes_to_write(tree) + certificate.map_or(0, |bytes| bytes.len() as u64);
            let certificate = certificate.map(|bytes| self.stage_certificate(bytes)).transpose();
            let certificate = certificate.map_err(|error| error.needing(bytes))?.flatten();
            if survey.differs() {
                let exchanged = if lock.stands_beside() {
                    exchange::publish(&self.folder, tree, &manifest, &survey, lock, &self.stop)
                } else {
                    Ok(exchange::Attempt::Unsuited)
                };
                let published = match exchanged {
                    Ok(exchange::Attempt::Done) => Ok(()),
                    Ok(exchange::Attempt::Unsuited) => {
                        journal::publish(&self.folder, tree, &manifest, &survey, &self.stop)
                    }
                    Err(error) => Err(error),
                };
                if let Err(error) = published {
                    remove_if_there(&certificate_part(&self.folder))?;
                    return Err(error.needing(bytes));
                }
            }
            if let Some((part, whole)) = certificate {
                fs::rename(&part, &whole).map_err(DiskError::at(&whole))?;
            }
            Ok(survey.into_written())
        })
    }

    /// Stops a build that publishes from another thread, and releases the folder: waits until it
    /// has stopped or, if it is past the point where it could, has finished.
    pub fn abandon(&self) {
        self.stop.store(true, Ordering::SeqCst);
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
        remove_empty(&self.made);
    }

    fn with_lock<T>(&self, work: impl FnOnce(&mut Lock) -> Result<T, DiskError>) -> Result<T, DiskError> {
        let mut guard = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        guard.as_mut().map_or(Err(DiskError::Interrupted), work)
    }

    /// Writes the certificate under a name of its own, to be renamed when the site is there.
    /// Nothing where it stands there already.
    fn stage_certificate(&self, bytes: &[u8]) -> Result<Option<(PathBuf, PathBuf)>, DiskError> {
        let whole = sibling(&self.folder, "", ".certificate.json");
        if fs::read(&whole).is_ok_and(|old| old == bytes) {
            return Ok(None);
        }
        let part = certificate_part(&self.folder);
        if let Err(error) = write_file(&part, bytes) {
            remove_if_there(&part)?;
            return Err(error);
        }
        Ok(Some((part, whole)))
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        self.abandon();
    }
}

/// A path beside the folder: its name between two texts.
fn sibling(folder: &Path, before: &str, after: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(before);
    name.push(folder.file_name().unwrap_or_default());
    name.push(after);
    folder.with_file_name(name)
}

fn certificate_part(folder: &Path) -> PathBuf {
    sibling(folder, ".", ".certificate.json.leavebehind-new")
}

/// Where a path of the site lies below a folder.
fn below(folder: &Path, path: &str) -> PathBuf {
    let mut whole = folder.to_owned();
    whole.extend(path.split('/'));
    whole
}

/// Makes the folders above one, and gives those that were not there, innermost first.
fn make_parents(folder: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let missing: Vec<_> = folder.ancestors().skip(1).take_while(|path| !path.exists()).map(Path::to_owned).collect();
    for path in missing.iter().rev() {
        make_folder(path).inspect_err(|_| remove_empty(&missing))?;
    }
    Ok(missing)
}

/// Removes folders, innermost first, as long as they are empty.
fn remove_empty(folders: &[PathBuf]) {
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

/// Makes a folder that others can read, whatever the process's mask of permissions. One that is
/// there is left as it is.
fn make_folder(path: &Path) -> Result<(), DiskError> {
    match fs::create_dir(path) {
        Ok(()) => set_mode(path, 0o755),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(DiskError::Io(path.to_owned(), error)),
    }
}

/// Makes a file that others can read, whatever the process's mask of permissions.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let file = fs::File::create(path).map_err(DiskError::at(path))?;
    (&file).write_all(bytes).and_then(|()| make_readable(&file)).map_err(DiskError::at(path))
}

#[cfg(unix)]
fn make_readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    const MODE: u32 = 0o644;
    // Most masks leave it so from the beginning, and to ask costs less than to change.
    match file.metadata()?.permissions().mode() & 0o7777 {
        MODE => Ok(()),
        _ => file.set_permissions(fs::Permissions::from_mode(MODE)),
    }
}

#[cfg(not(unix))]
fn make_readable(_file: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Result<(), DiskError> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(DiskError::at(path))
}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) -> Result<(), DiskError> {
    Ok(())
}

fn remove_if_there(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DiskError::Io(path.to_owned(), error)),
        _ => Ok(()),
    }
}

/// Removes a folder with all that is in it. Links in it are removed, not followed.
fn remove_tree(path: &Path) -> Result<(), DiskError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DiskError::Io(path.to_owned(), error)),
        _ => Ok(()),
    }
}

/// Every folder that lies between the site's root and one of its files, outer ones first.
fn folders_above<'a>(paths: impl Iterator<Item = &'a str>) -> std::collections::BTreeSet<&'a str> {
    let mut folders = std::collections::BTreeSet::new();
    for path in paths {
        let mut rest = path;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            // Where an inner folder is known, so are those above it.
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    folders
}

/// Assets come before the pages that need them, and the home page comes last.
fn rank(path: &OutputPath) -> u8 {
    match path.as_str() {
        "index.html" => 2,
        _ if path.is_page() => 1,
        _ => 0,
    }
}
