//! A folder as it lies with whoever received it, and the certificate beside it.

use super::{DiskError, sibling};
use crate::output::{Content, OutputPath, OutputTree};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// Reads every file below a folder. Links are not followed: what they lead to was not handed over, and each
/// stands as the path it leads to.
pub fn read(folder: &Path) -> Result<OutputTree, DiskError> {
    let mut tree = OutputTree::new();
    let root = folder.canonicalize().map_err(|error| DiskError::Unreadable(folder.to_owned(), error))?;
    for entry in WalkDir::new(&root).min_depth(1) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            DiskError::Unreadable(path, error.into())
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let segments: Vec<_> = entry
            .path()
            .strip_prefix(&root)
            .unwrap_or(entry.path())
            .iter()
            .map(|part| part.to_string_lossy())
            .collect();
        let unreadable = |error| DiskError::Unreadable(entry.path().to_owned(), error);
        let bytes = if entry.file_type().is_file() {
            fs::read(entry.path()).map_err(unreadable)?
        } else if entry.path_is_symlink() {
            let target = fs::read_link(entry.path()).map_err(unreadable)?;
            format!("symbolic link to {}", target.display()).into_bytes()
        } else {
            // To read a pipe or a device might never end; that it was added is all there is to say.
            Vec::new()
        };
        // A folder has no two files of one path; two names that are not Unicode may look alike.
        let _ = tree.insert(OutputPath::new(segments.join("/")), Content::Bytes(bytes));
    }
    Ok(tree)
}

/// Reads the certificate: the one that is named, else the one beside the folder.
pub fn certificate(folder: &Path, named: Option<&Path>) -> Result<Vec<u8>, DiskError> {
    let folder = folder.canonicalize().map_err(|error| DiskError::Unreadable(folder.to_owned(), error))?;
    let path = named.map_or_else(|| sibling(&folder, "", ".certificate.json"), Path::to_owned);
    fs::read(&path).map_err(|error| DiskError::Unreadable(path, error))
}
