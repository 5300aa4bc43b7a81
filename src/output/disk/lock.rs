//! One build at a time writes to a folder.

use super::{DiskError, OWN, sibling};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// How often a lock is tried again when its file was taken away by the one who held it.
const MOST_TRIES: usize = 100;

/// The lock of a folder: a locked file beside it, or inside where nothing can be written beside.
///
/// The system lets go of it when the process ends, however it ends. The file also notes which
/// folder is about to be exchanged for the old one, for the build that comes after a crash.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    beside: bool,
}

impl Lock {
    /// Takes the lock of a folder, or says that another build has it.
    pub(super) fn take(folder: &Path) -> Result<Self, DiskError> {
        let beside = sibling(folder, ".", ".leavebehind-lock");
        match Self::at(&beside, folder, true) {
            Err(DiskError::Io(_, error)) if is_refusal(&error) && folder.is_dir() => {
                // A volume that is mounted by itself: its parent belongs to somebody else.
                Self::at(&folder.join(format!("{OWN}lock")), folder, false)
            }
            result => result,
        }
    }

    fn at(path: &Path, folder: &Path, beside: bool) -> Result<Self, DiskError> {
        for _ in 0..MOST_TRIES {
            let file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
                .map_err(DiskError::at(path.parent().unwrap_or(path)))?;
            // Some network file systems have no locks; a build there goes without.
            if let Err(TryLockError::WouldBlock) = file.try_lock() {
                return Err(DiskError::Busy(folder.to_owned()));
            }
            // Whoever held it before removes the file when done: a lock on a file that is gone
            // holds nobody off.
            let here = identity_of(path);
            if here.is_some() && here == file.metadata().ok().as_ref().and_then(identity) {
                return Ok(Self { file, path: path.to_owned(), beside });
            }
            if cfg!(not(unix)) {
                return Ok(Self { file, path: path.to_owned(), beside });
            }
        }
        Err(DiskError::Busy(folder.to_owned()))
    }

    /// Whether the program may write beside the folder.
    pub(super) fn stands_beside(&self) -> bool {
        self.beside
    }

    /// Notes which folder is being prepared, or that none is.
    pub(super) fn note(&mut self, folder: Option<&Path>) -> Result<(), DiskError> {
        let text = folder.and_then(identity_of).unwrap_or_default();
        let written = self.file.set_len(0).and_then(|()| self.file.rewind());
        written.and_then(|()| self.file.write_all(text.as_bytes())).map_err(DiskError::at(&self.path))
    }

    /// Whether the folder is the one that was noted, by this build or by one that was interrupted.
    pub(super) fn noted(&mut self, folder: &Path) -> bool {
        let mut text = String::new();
        let read = self.file.rewind().and_then(|()| self.file.read_to_string(&mut text));
        read.is_ok() && !text.is_empty() && identity_of(folder).is_some_and(|identity| identity == text)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still locked: afterwards it might be another's.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the system says that nothing may be written in a folder at all.
fn is_refusal(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What tells a file or folder from every other, as text.
fn identity_of(path: &Path) -> Option<String> {
    path.symlink_metadata().ok().as_ref().and_then(identity)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have no such numbers")]
fn identity(metadata: &fs::Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    Some(format!("{}:{}", metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(_metadata: &fs::Metadata) -> Option<String> {
    None
}
