//! Renames inside the folder, written down first: assets before pages before removals.
//!
//! A build that is killed while it carries the journal out is completed by the next one.

use super::manifest::Manifest;
use super::place::is_inside;
use super::survey::Survey;
use super::{DiskError, OWN, below, folders_above, make_folder, rank, remove_if_there, remove_tree, write_file};
use crate::output::OutputTree;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// What is to be done, in this order.
#[derive(Debug, Serialize, Deserialize)]
struct Journal {
    /// Files of the old site that are in the way of a folder, or in a folder that is in the way.
    clearings: Vec<String>,
    /// Paths of the site; the file for the n-th lies in the stage as `n`.
    moves: Vec<String>,
    /// Files of the old site.
    removals: Vec<String>,
}

fn stage(folder: &Path) -> PathBuf {
    folder.join(format!("{OWN}stage"))
}

/// Publishes by renames. On an error before the journal stands, nothing has changed; after that
/// the next build goes on with it.
pub(super) fn publish(
    folder: &Path,
    tree: &OutputTree,
    manifest: &Manifest,
    survey: &Survey,
    stop: &AtomicBool,
) -> Result<(), DiskError> {
    make_folder(folder)?;
    let stage = stage(folder);
    prepare(&stage, tree, manifest, survey, stop).inspect_err(|_| {
        let _ = remove_tree(&stage);
    })?;
    complete(folder)
}

/// Carries out the journal in a folder, where there is one, and removes what a killed build has
/// left.
pub(super) fn complete(folder: &Path) -> Result<(), DiskError> {
    let stage = stage(folder);
    let path = stage.join("journal");
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return remove_tree(&stage),
        Err(error) => return Err(DiskError::Io(path, error)),
    };
    let journal: Journal = serde_json::from_slice(&bytes)
        .map_err(|error| DiskError::Io(path.clone(), io::Error::new(io::ErrorKind::InvalidData, error)))?;
    carry_out(folder, &stage, &journal)?;
    // Without its journal, what is left of the stage is litter.
    remove_if_there(&path)?;
    remove_tree(&stage)
}

fn prepare(
    stage: &Path,
    tree: &OutputTree,
    manifest: &Manifest,
    survey: &Survey,
    stop: &AtomicBool,
) -> Result<(), DiskError> {
    make_folder(stage)?;
    let mut changed: Vec<_> = survey.changed.iter().collect();
    changed.sort_by_key(|path| rank(path));
    changed.par_iter().enumerate().try_for_each(|(number, path)| {
        if stop.load(Ordering::Relaxed) {
            return Err(DiskError::Interrupted);
        }
        let content = tree.get(path.as_str()).map_or(&[][..], |content| content.bytes());
        write_file(&stage.join(number.to_string()), content)
    })?;
    write_file(&stage.join("manifest"), &manifest.bytes())?;

    let paths: BTreeSet<&str> = changed.iter().map(|path| path.as_str()).collect();
    let folders = folders_above(paths.iter().copied());
    let in_the_way =
        |old: &str| folders.contains(old) || old.match_indices('/').any(|(at, _)| paths.contains(&old[..at]));
    let (clearings, removals) = survey.removed.iter().cloned().partition(|path| in_the_way(path));
    let moves = changed.iter().map(|path| path.as_str().to_owned()).collect();
    let bytes = serde_json::to_vec(&Journal { clearings, moves, removals }).expect("texts can be written as JSON");
    let part = stage.join("journal.part");
    write_file(&part, &bytes)?;
    fs::rename(&part, stage.join("journal")).map_err(DiskError::at(&part))
}

fn carry_out(folder: &Path, stage: &Path, journal: &Journal) -> Result<(), DiskError> {
    let all = journal.clearings.iter().chain(&journal.moves).chain(&journal.removals);
    if let Some(path) = all.into_iter().find(|path| !is_inside(path)) {
        return Err(DiskError::Refused(folder.to_owned(), format!("its journal names {path:?}")));
    }
    for path in &journal.clearings {
        remove(folder, path)?;
    }
    for (number, path) in journal.moves.iter().enumerate() {
        let from = stage.join(number.to_string());
        if !from.exists() {
            continue;
        }
        let to = below(folder, path);
        for (at, _) in path.match_indices('/') {
            make_folder(&below(folder, &path[..at]))?;
        }
        fs::rename(&from, &to).map_err(DiskError::at(&to))?;
    }
    for path in &journal.removals {
        remove(folder, path)?;
    }
    let listed = stage.join("manifest");
    if listed.exists() {
        let path = Manifest::path(folder);
        fs::rename(&listed, &path).map_err(DiskError::at(&path))?;
    }
    Ok(())
}

/// Removes a file of the old site, and the folders above it that are empty then.
fn remove(folder: &Path, path: &str) -> Result<(), DiskError> {
    remove_if_there(&below(folder, path))?;
    let mut rest = path;
    while let Some((above, _)) = rest.rsplit_once('/') {
        if fs::remove_dir(below(folder, above)).is_err() {
            break;
        }
        rest = above;
    }
    Ok(())
}
