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

#[cfg(test)]
mod tests {
    use super::{complete, prepare, publish, stage};
    use crate::output::disk::manifest::Manifest;
    use crate::output::disk::survey::Survey;
    use crate::output::{Content, OutputPath, OutputTree};
    use std::fs;
    use std::path::Path;
    use std::sync::atomic::AtomicBool;

    fn tree(files: &[(&str, &str)]) -> OutputTree {
        let mut tree = OutputTree::new();
        for (path, text) in files {
            assert!(tree.insert(OutputPath::new(path), Content::Bytes(text.as_bytes().to_vec())));
        }
        tree
    }

    fn with_survey(folder: &Path, tree: &OutputTree, work: impl Fn(&Manifest, &Survey)) {
        let manifest = Manifest::of(tree);
        let survey = Survey::of(folder, tree, &manifest).expect("the folder can be read");
        work(&manifest, &survey);
    }

    fn publish_into(folder: &Path, tree: &OutputTree) {
        with_survey(folder, tree, |manifest, survey| {
            publish(folder, tree, manifest, survey, &AtomicBool::new(false)).expect("it is published");
        });
    }

    fn holds(folder: &Path, path: &str, text: Option<&str>) {
        assert_eq!(fs::read_to_string(folder.join(path)).ok().as_deref(), text, "{path}");
    }

    #[test]
    fn a_site_is_written_changed_and_tidied_up() {
        let place = tempfile::tempdir().expect("there is room");
        let folder = place.path().join("public");
        publish_into(&folder, &tree(&[("index.html", "1"), ("a/b.html", "1"), ("c", "1")]));
        fs::write(folder.join("CNAME"), "example.com").expect("it can be written");
        publish_into(&folder, &tree(&[("index.html", "2"), ("a", "2"), ("c/d", "2")]));
        holds(&folder, "index.html", Some("2"));
        holds(&folder, "a", Some("2"));
        holds(&folder, "c/d", Some("2"));
        holds(&folder, "CNAME", Some("example.com"));
        assert!(!stage(&folder).exists());
    }

    #[test]
    fn what_a_killed_build_began_is_completed_from_any_point() {
        let old = tree(&[("index.html", "1"), ("a.html", "1"), ("gone.html", "1")]);
        let new = tree(&[("index.html", "2"), ("a.html", "2"), ("style.css", "2")]);
        for done in 0..4 {
            let place = tempfile::tempdir().expect("there is room");
            let folder = place.path().join("public");
            publish_into(&folder, &old);
            with_survey(&folder, &new, |manifest, survey| {
                prepare(&stage(&folder), &new, manifest, survey, &AtomicBool::new(false)).expect("it is prepared");
            });
            // Assets, then pages, the home page last: as far as the killed build came.
            for (number, path) in ["style.css", "a.html", "index.html"].iter().enumerate().take(done) {
                fs::rename(stage(&folder).join(number.to_string()), folder.join(path)).expect("it is in its place");
            }
            complete(&folder).expect("it is completed");
            for path in ["index.html", "a.html", "style.css"] {
                holds(&folder, path, Some("2"));
            }
            holds(&folder, "gone.html", None);
            assert!(!stage(&folder).exists());
            let survey = Survey::of(&folder, &new, &Manifest::of(&new)).expect("the folder can be read");
            assert!(!survey.differs(), "the list is the new one");
        }
    }

    #[test]
    fn what_was_killed_before_its_journal_stood_is_forgotten() {
        let place = tempfile::tempdir().expect("there is room");
        let folder = place.path().join("public");
        publish_into(&folder, &tree(&[("index.html", "1")]));
        fs::create_dir(stage(&folder)).expect("it can be made");
        fs::write(stage(&folder).join("0"), "2").expect("it can be written");
        complete(&folder).expect("it is tidied up");
        holds(&folder, "index.html", Some("1"));
        assert!(!stage(&folder).exists());
    }
}
