//! What lies in a folder, held against what shall lie there.

use super::manifest::{Manifest, hash};
use super::{DiskError, OWN, Written, below, folders_above};
use crate::output::{Content, OutputPath, OutputTree};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The differences between a folder and the site that shall be there.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files of the site that are new or differ.
    pub(super) changed: BTreeSet<OutputPath>,
    /// Files of the site that lie there with the same bytes.
    pub(super) unchanged: BTreeSet<OutputPath>,
    /// Files of the old site that shall go.
    pub(super) removed: BTreeSet<String>,
    /// Files that are not this program's and stay.
    pub(super) foreign_files: BTreeSet<String>,
    /// Folders, links and the like that are not this program's and stay; what is in them is not
    /// looked at.
    pub(super) foreign_others: BTreeSet<std::ffi::OsString>,
    /// Files of the old site that somebody has changed; they are among the foreign ones.
    kept: Vec<String>,
    /// Whether the list of files has to be written although no file differs.
    relisted: bool,
}

impl Survey {
    /// Looks at a folder.
    pub(super) fn of(folder: &Path, tree: &OutputTree, manifest: &Manifest) -> Result<Self, DiskError> {
        let old = Manifest::read(folder)?;
        let mut survey = Self { relisted: old.as_ref() != Some(manifest), ..Self::default() };
        let old = old.unwrap_or_default();
        let listed: BTreeSet<&str> = old.paths().collect();
        let wanted: BTreeSet<&str> = manifest.paths().collect();
        let ours = folders_above(listed.iter().chain(&wanted).copied());
        survey.walk(folder, "", &old, &wanted, &ours)?;

        let files: Vec<_> = tree.files().collect();
        let same: Vec<_> =
            files.into_par_iter().map(|(path, content)| (path, has_bytes(folder, path, content))).collect();
        for (path, same) in same {
            let set = if same { &mut survey.unchanged } else { &mut survey.changed };
            set.insert(path.clone());
        }
        survey.refuse_occupied(folder, &old, &ours)?;
        // A file that the site has is nobody else's.
        let Self { foreign_files, unchanged, changed, .. } = &mut survey;
        foreign_files.retain(|path| {
            let path = OutputPath::new(path);
            !unchanged.contains(&path) && !changed.contains(&path)
        });
        Ok(survey)
    }

    /// Sorts what lies in one folder of the site.
    fn walk(
        &mut self,
        root: &Path,
        folder: &str,
        old: &Manifest,
        wanted: &BTreeSet<&str>,
        ours: &BTreeSet<&str>,
    ) -> Result<(), DiskError> {
        let at = if folder.is_empty() { root.to_owned() } else { below(root, folder) };
        let entries = match fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(DiskError::Io(at, error)),
        };
        for entry in entries {
            let entry = entry.map_err(DiskError::at(&at))?;
            let kind = entry.file_type().map_err(DiskError::at(&at))?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                let mut path = std::ffi::OsString::from(folder);
                if !folder.is_empty() {
                    path.push("/");
                }
                path.push(entry.file_name());
                self.foreign_others.insert(path);
                continue;
            };
            if folder.is_empty() && name.starts_with(OWN) {
                continue;
            }
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if kind.is_dir() && ours.contains(path.as_str()) {
                self.walk(root, &path, old, wanted, ours)?;
            } else if !kind.is_file() {
                self.foreign_others.insert(path.into());
            } else if let Some(listed) = old.get(&path) {
                if !wanted.contains(path.as_str()) {
                    let bytes = fs::read(entry.path()).map_err(DiskError::at(&entry.path()))?;
                    if hash(&bytes) == listed {
                        self.removed.insert(path);
                    } else {
                        self.kept.push(path.clone());
                        self.foreign_files.insert(path);
                    }
                }
            } else {
                self.foreign_files.insert(path);
            }
        }
        self.kept.sort();
        Ok(())
    }

    /// Refuses to write over what others have put where the site has a file or a folder.
    fn refuse_occupied(&self, folder: &Path, old: &Manifest, ours: &BTreeSet<&str>) -> Result<(), DiskError> {
        let changed = |path: &str| self.changed.contains(&OutputPath::new(path));
        let wanted_folders = folders_above(self.changed.iter().chain(&self.unchanged).map(OutputPath::as_str));
        let occupied = self
            .foreign_files
            .iter()
            .find(|path| wanted_folders.contains(path.as_str()) || changed(path) && old.get(path).is_none())
            .cloned()
            .or_else(|| {
                let mut others = self.foreign_others.iter().filter_map(|path| path.to_str());
                others.find(|path| ours.contains(path) || changed(path)).map(str::to_owned)
            })
            .or_else(|| {
                // A folder that the site no longer needs, kept alive by foreign files in it.
                let inside = |file: &str, path: &str| path.strip_prefix(file).is_some_and(|rest| rest.starts_with('/'));
                let others = self.foreign_others.iter().filter_map(|path| path.to_str());
                let mut foreign = self.foreign_files.iter().map(String::as_str).chain(others);
                foreign.find(|path| self.changed.iter().any(|file| inside(file.as_str(), path))).map(str::to_owned)
            });
        match occupied {
            Some(path) => Err(DiskError::Occupied(below(folder, &path))),
            None => Ok(()),
        }
    }

    /// Whether there is anything to do.
    pub(super) fn differs(&self) -> bool {
        self.relisted || !self.changed.is_empty() || !self.removed.is_empty()
    }

    /// How many bytes have to be written.
    pub(super) fn bytes_to_write(&self, tree: &OutputTree) -> u64 {
        let contents = self.changed.iter().filter_map(|path| tree.get(path.as_str()));
        contents.map(|content| content.bytes().len() as u64).sum()
    }

    /// What was done, once it has been.
    pub(super) fn into_written(self) -> Written {
        Written {
            written: self.changed.len(),
            unchanged: self.unchanged.len(),
            removed: self.removed.len(),
            kept: self.kept,
        }
    }
}

/// Whether a file lies there with these bytes.
fn has_bytes(folder: &Path, path: &OutputPath, content: &Content) -> bool {
    let path = below(folder, path.as_str());
    let Ok(metadata) = path.symlink_metadata() else { return false };
    metadata.is_file()
        && metadata.len() == content.bytes().len() as u64
        && fs::read(&path).is_ok_and(|bytes| bytes == content.bytes())
}
