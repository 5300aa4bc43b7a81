//! EPUBCheck has nothing to say, not even a warning.

use super::{book_of, odd_notes};
use crate::support::{corpora, needing, tool};
use leavebehind::output::OutputTree;
use libtest_mimic::Trial;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(super) fn trials() -> Vec<Trial> {
    let site = |name: &'static str, folder: fn() -> Result<PathBuf, String>| {
        let need = move || Ok((tool("python/bin/epubcheck")?, folder()?));
        needing(name, need, |(checker, folder)| {
            is_content(&checker, &book_of(&folder, |_| {}));
        })
    };
    vec![
        site("book::epubcheck_has_nothing_to_say_of_the_sample", || Ok(Path::new(env!("CARGO_MANIFEST_DIR")).into())),
        site("book::epubcheck_has_nothing_to_say_of_the_playbook_corpus", || corpora("mscode-playbook")),
        site("book::epubcheck_has_nothing_to_say_of_the_community_corpus", || corpora("k8s-community")),
        needing(
            "book::epubcheck_has_nothing_to_say_of_odd_notes",
            || tool("python/bin/epubcheck"),
            |checker| is_content(&checker, &odd_notes().output),
        ),
    ]
}

fn is_content(checker: &Path, output: &OutputTree) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.epub");
    fs::write(&file, output.get("book/what-we-leave-behind.epub").unwrap().bytes()).unwrap();
    let checked = Command::new(checker).arg(&file).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&checked.stdout), String::from_utf8_lossy(&checked.stderr));
    assert!(checked.status.success() && said.trim().is_empty(), "{said}");
}
