//! The whole site made beside the old one, and both exchanged in one step.

use super::lock::Lock;
use super::manifest::Manifest;
use super::survey::Survey;
use super::{DiskError, below, folders_above, make_folder, remove_tree, sibling, write_file};
use crate::output::{OutputPath, OutputTree};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// How an attempt to exchange folders ended without an error.
pub(super) enum Attempt {
    /// The new site stands.
    Done,
    /// This system or file system cannot do it; nothing was changed.
    Unsuited,
}

/// Where the new site is made, and where the old one lies after the exchange.
fn stage(folder: &Path) -> PathBuf {
    sibling(folder, ".", ".leavebehind-new")
}

/// Publishes by exchange. On an error nothing has changed.
pub(super) fn publish(
    folder: &Path,
    tree: &OutputTree,
    manifest: &Manifest,
    survey: &Survey,
    lock: &mut Lock,
    stop: &AtomicBool,
) -> Result<Attempt, DiskError> {
    let stage = stage(folder);
    let attempt = make(&stage, folder, tree, manifest, survey, lock, stop)
        .map(|attempt| match attempt {
            Attempt::Done => swap(&stage, folder),
            Attempt::Unsuited => Attempt::Unsuited,
        })
        .inspect_err(|_| {
            // What cannot be removed now is removed by the next build.
            let _ = remove_tree(&stage);
        })?;
    match attempt {
        Attempt::Done => {
            // The site stands; what is left to do is tidying, which the next build can do too.
            if bring_over(&stage, folder, &survey.foreign_others).is_ok() && remove_tree(&stage).is_ok() {
                let _ = lock.note(None);
            }
        }
        Attempt::Unsuited => remove_tree(&stage)?,
    }
    Ok(attempt)
}

/// Tidies up after a build that was killed, before or after its exchange.
pub(super) fn heal(folder: &Path, lock: &mut Lock) -> Result<(), DiskError> {
    let stage = stage(folder);
    if !stage.is_dir() {
        return Ok(());
    }
    if lock.noted(folder) {
        // The exchange was done: the old site lies there, and foreign folders may still be in it.
        let survey = Survey::of(&stage, &OutputTree::new(), &Manifest::default())?;
        let files = survey.foreign_files.iter().map(Into::into);
        bring_over(&stage, folder, &files.chain(survey.foreign_others.iter().cloned()).collect())?;
    }
    remove_tree(&stage)?;
    lock.note(None)
}

fn make(
    stage: &Path,
    folder: &Path,
    tree: &OutputTree,
    manifest: &Manifest,
    survey: &Survey,
    lock: &mut Lock,
    stop: &AtomicBool,
) -> Result<Attempt, DiskError> {
    make_folder(stage)?;
    lock.note(Some(stage))?;
    if let Ok(metadata) = folder.metadata() {
        fs::set_permissions(stage, metadata.permissions()).map_err(DiskError::at(stage))?;
    }
    let foreign_others = survey.foreign_others.iter().filter_map(|path| path.to_str());
    let wanted = tree.files().map(|(path, _)| path.as_str());
    for path in folders_above(wanted.chain(survey.foreign_files.iter().map(String::as_str)).chain(foreign_others)) {
        make_folder(&below(stage, path))?;
    }
    let go_on = || if stop.load(Ordering::Relaxed) { Err(DiskError::Interrupted) } else { Ok(()) };
    survey.changed.par_iter().try_for_each(|path| {
        go_on()?;
        let content = tree.get(path.as_str()).map_or(&[][..], |content| content.bytes());
        write_file(&below(stage, path.as_str()), content)
    })?;
    // The same file in both folders: neither rewritten nor copied.
    let kept: Vec<&str> = survey
        .unchanged
        .iter()
        .map(OutputPath::as_str)
        .chain(survey.foreign_files.iter().map(String::as_str))
        .collect();
    let linked = kept.into_par_iter().try_for_each(|path| {
        go_on().map_err(Some)?;
        fs::hard_link(below(folder, path), below(stage, path)).map_err(|_| None)
    });
    match linked {
        Err(Some(error)) => return Err(error),
        Err(None) => return Ok(Attempt::Unsuited),
        Ok(()) => {}
    }
    write_file(&Manifest::path(stage), &manifest.bytes())?;
    go_on()?;
    Ok(Attempt::Done)
}

/// Puts the new folder into the place of the old one, and the old one into the place of the new.
fn swap(stage: &Path, folder: &Path) -> Attempt {
    let is_new = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_new && fs::rename(stage, folder).is_ok() {
        return Attempt::Done;
    }
    if exchange(stage, folder) { Attempt::Done } else { Attempt::Unsuited }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(stage: &Path, folder: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    // Whatever the reason (a mount point, a file system without exchange), the journal is tried
    // next, and says so if nothing can be written at all.
    renameat_with(CWD, stage, CWD, folder, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_stage: &Path, _folder: &Path) -> bool {
    false
}

/// Moves what is not this program's from the old site to the new one.
fn bring_over(old: &Path, new: &Path, foreign: &BTreeSet<std::ffi::OsString>) -> Result<(), DiskError> {
    for path in foreign {
        let (from, to) = (old.join(path), new.join(path));
        if from.symlink_metadata().is_ok() && to.symlink_metadata().is_err() {
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(DiskError::at(parent))?;
            }
            fs::rename(&from, &to).map_err(DiskError::at(&to))?;
        }
    }
    Ok(())
}
