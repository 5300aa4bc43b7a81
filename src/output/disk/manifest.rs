//! The list of what this program wrote into a folder, kept there in a dot-file.

use super::place::is_inside;
use super::{DiskError, OWN};
use crate::output::OutputTree;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Paths of files and the BLAKE3 hashes of their bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// What to do with this file, for whoever finds it.
    about: String,
    files: BTreeMap<String, String>,
}

const ABOUT: &str = "What leavebehind wrote into this folder, by BLAKE3 hash. Only these files are ever removed.";

impl Manifest {
    /// The list for a site.
    pub(super) fn of(tree: &OutputTree) -> Self {
        let files: Vec<_> = tree.files().collect();
        let files = files.into_par_iter().map(|(path, content)| (path.as_str().to_owned(), hash(content.bytes())));
        Self { about: ABOUT.into(), files: files.collect() }
    }

    /// The list in a folder; none where the program has not built into it.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, DiskError> {
        let path = Self::path(folder);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(DiskError::Io(path, error)),
        };
        match serde_json::from_slice::<Self>(&bytes) {
            // A list that somebody tampered with must not lead out of the folder.
            Ok(manifest) if manifest.files.keys().all(|path| is_inside(path)) => Ok(Some(manifest)),
            _ => Err(DiskError::Refused(folder.to_owned(), format!("{path:?} cannot be read"))),
        }
    }

    /// Where the list lies.
    pub(super) fn path(folder: &Path) -> PathBuf {
        folder.join(format!("{OWN}manifest"))
    }

    /// The list as it is written.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("texts can always be written as JSON");
        bytes.push(b'\n');
        bytes
    }

    /// The hash of a listed file.
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All listed files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

/// The BLAKE3 hash of some bytes, in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
