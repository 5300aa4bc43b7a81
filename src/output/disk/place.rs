//! What is no place for a site, found out before anything is built.

use super::manifest::Manifest;
use super::{DiskError, OWN};
use crate::output::OutputTree;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The folders around the one that is built into, which must come to no harm.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The site folder.
    pub site: Option<PathBuf>,
    /// The user's own folder.
    pub home: Option<PathBuf>,
}

/// What a host of sites wants to find in a folder, and may lie there before the first build.
const HOSTS_FILES: [&str; 5] = ["CNAME", "_headers", "_redirects", "robots.txt", "lost+found"];

/// The folder with every link above it resolved. It need not exist.
pub(super) fn resolve(folder: &Path) -> Result<PathBuf, DiskError> {
    let absolute = std::path::absolute(folder).map_err(DiskError::at(folder))?;
    // A slash at the end would make the system look behind a link.
    let absolute: PathBuf = absolute.components().collect();
    match absolute.symlink_metadata() {
        Ok(metadata) if metadata.is_symlink() => return refused(folder, "it is a symbolic link"),
        Ok(metadata) if !metadata.is_dir() => return refused(folder, "it is not a folder"),
        Ok(_) => return absolute.canonicalize().map_err(DiskError::at(folder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return refused(folder, "a folder above it is a file");
        }
        Err(error) => return Err(DiskError::Io(folder.to_owned(), error)),
    }
    let missing: Vec<Component<'_>> = {
        let depth = absolute.ancestors().take_while(|path| path.symlink_metadata().is_err()).count();
        let components: Vec<_> = absolute.components().collect();
        components[components.len() - depth..].to_vec()
    };
    if missing.iter().any(|component| !matches!(component, Component::Normal(_))) {
        return refused(folder, "its path goes up from a folder that does not exist");
    }
    let standing: PathBuf = absolute.components().take(absolute.components().count() - missing.len()).collect();
    let mut resolved = standing.canonicalize().map_err(DiskError::at(&standing))?;
    if !resolved.is_dir() {
        return refused(folder, "a folder above it is a file");
    }
    resolved.extend(missing);
    Ok(resolved)
}

/// Refuses folders whose loss would hurt.
pub(super) fn refuse_unfit(folder: &Path, surroundings: &Surroundings) -> Result<(), DiskError> {
    if folder.parent().is_none() {
        return refused(folder, "it is the root of the file system");
    }
    if surroundings.home.as_deref().and_then(real).is_some_and(|home| home.starts_with(folder)) {
        return refused(folder, "it holds your home folder");
    }
    let Some(site) = surroundings.site.as_deref().and_then(real) else { return Ok(()) };
    if site.starts_with(folder) {
        return refused(folder, "it holds the site folder");
    }
    for sources in ["content", "themes", ".git", ".leavebehind"] {
        let inside = |sources: PathBuf| folder.starts_with(&sources) || sources.starts_with(folder);
        if inside(site.join(sources)) || real(&site.join(sources)).is_some_and(inside) {
            return refused(folder, &format!("{sources}/ of the site folder is there"));
        }
    }
    Ok(())
}

/// Refuses a folder that the system would not let be changed.
pub(super) fn refuse_unwritable(folder: &Path) -> Result<(), DiskError> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        access(folder, Access::WRITE_OK | Access::EXEC_OK | Access::READ_OK)
            .map_err(|error| DiskError::Io(folder.to_owned(), error.into()))?;
    }
    #[cfg(not(unix))]
    if fs::metadata(folder).map_err(DiskError::at(folder))?.permissions().readonly() {
        return Err(DiskError::Io(folder.to_owned(), io::ErrorKind::PermissionDenied.into()));
    }
    Ok(())
}

/// Refuses a folder that this program has not built into before, and that holds somebody's files.
pub(super) fn refuse_foreign(folder: &Path) -> Result<(), DiskError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(DiskError::Io(folder.to_owned(), error)),
    };
    if Manifest::read(folder)?.is_some() {
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry.map_err(DiskError::at(folder))?.file_name());
    }
    names.sort();
    match names.iter().find(|name| !is_harmless(name)) {
        Some(name) => {
            let name = name.to_string_lossy();
            refused(folder, &format!("it was not built by this program and is not empty ({name:?} is there)"))
        }
        None => Ok(()),
    }
}

/// Refuses paths that would leave the folder, or be taken for the program's own files.
pub(super) fn refuse_paths(folder: &Path, tree: &OutputTree) -> Result<(), DiskError> {
    for (path, _) in tree.files() {
        if !is_inside(path.as_str()) {
            return refused(folder, &format!("the site has a file {:?}", path.as_str()));
        }
    }
    Ok(())
}

/// Whether a path of the site stays inside of its folder and is none of the program's own.
pub(super) fn is_inside(path: &str) -> bool {
    !path.starts_with(OWN)
        && !path.contains(['\\', '\0'])
        && path.split('/').all(|segment| !matches!(segment, "" | "." | ".."))
        && Path::new(path).is_relative()
}

fn is_harmless(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || HOSTS_FILES.iter().any(|file| name == *file)
}

fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

fn refused<T>(folder: &Path, reason: &str) -> Result<T, DiskError> {
    Err(DiskError::Refused(folder.to_owned(), reason.to_owned()))
}
