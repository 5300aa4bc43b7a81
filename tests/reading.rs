//! What lies in a folder on disk, and what of it is read.

use crate::trials;
use leavebehind::source::disk::{DiskError, load};
use leavebehind::source::{OddityKind, SourceTree};
use libtest_mimic::Trial;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub(crate) fn trials() -> Vec<Trial> {
    #[cfg(unix)]
    let of_unix = trials!["reading";
        a_link_that_leads_out_is_not_read,
        a_link_that_leads_nowhere_or_in_a_circle_is_noted,
        a_pipe_is_noted_and_not_waited_for,
        a_name_that_is_not_utf_8_is_noted,
        settings_that_cannot_be_read_are_noted,
    ];
    #[cfg(not(unix))]
    let of_unix = Vec::new();
    let mut trials = trials!["reading";
        a_folder_with_only_content_is_a_site,
        a_folder_without_content_is_refused,
        hidden_files_and_the_built_site_are_not_read,
        a_folder_that_is_named_like_a_note_is_a_folder,
    ];
    trials.extend(of_unix);
    trials
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn paths(tree: &SourceTree) -> Vec<String> {
    tree.files().map(|(path, _)| path.to_string()).collect()
}

fn read(folder: &Path) -> SourceTree {
    load(folder).unwrap_or_else(|error| panic!("{error}"))
}

fn a_folder_with_only_content_is_a_site() {
    let folder = folder(&[("content/b/two.md", "2"), ("content/one.md", "1")]);
    assert_eq!(paths(&read(folder.path())), ["content/b/two.md", "content/one.md"]);
}

fn a_folder_without_content_is_refused() {
    let folder = folder(&[("notes/one.md", "1")]);
    assert!(matches!(load(folder.path()), Err(DiskError::NotASite(_))));
    assert!(matches!(load(&folder.path().join("nowhere")), Err(DiskError::Missing(_))));
    assert!(matches!(load(&folder.path().join("notes/one.md")), Err(DiskError::NotAFolder(_))));
}

fn hidden_files_and_the_built_site_are_not_read() {
    let folder = folder(&[
        ("site.toml", ""),
        ("logo.svg", "<svg/>"),
        ("Cargo.toml", ""),
        ("content/.hidden.md", ""),
        ("content/.git/config", ""),
        ("content/a.md", ""),
        ("public/index.html", ""),
        ("themes/own/base.html", ""),
    ]);
    assert_eq!(paths(&read(folder.path())), ["content/a.md", "logo.svg", "site.toml", "themes/own/base.html"]);
}

fn a_folder_that_is_named_like_a_note_is_a_folder() {
    let folder = folder(&[("content/folder.md/inside.md", "1")]);
    assert_eq!(paths(&read(folder.path())), ["content/folder.md/inside.md"]);
}

#[cfg(unix)]
fn oddities(tree: &SourceTree) -> Vec<(String, OddityKind)> {
    tree.oddities().iter().map(|oddity| (oddity.path.to_string(), oddity.kind.clone())).collect()
}

#[cfg(unix)]
fn a_link_that_leads_out_is_not_read() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.md", "secret"), ("more/secret.md", "secret")]);
    let site = folder(&[("content/a.md", "1"), ("content/inside/b.md", "2")]);
    symlink(outside.path().join("secret.md"), site.path().join("content/file.md")).unwrap();
    symlink(outside.path().join("more"), site.path().join("content/more")).unwrap();
    symlink(site.path().join("content/inside"), site.path().join("content/again")).unwrap();
    let tree = read(site.path());
    assert_eq!(paths(&tree), ["content/a.md", "content/again/b.md", "content/inside/b.md"]);
    let outside = |path: &str| (path.to_owned(), OddityKind::LinkOutside);
    assert_eq!(oddities(&tree), [outside("content/file.md"), outside("content/more")]);
}

#[cfg(unix)]
fn a_link_that_leads_nowhere_or_in_a_circle_is_noted() {
    use std::os::unix::fs::symlink;
    let site = folder(&[("content/a.md", "1")]);
    symlink("nowhere.md", site.path().join("content/dangling.md")).unwrap();
    symlink("itself.md", site.path().join("content/itself.md")).unwrap();
    symlink(site.path().join("content"), site.path().join("content/loop")).unwrap();
    let tree = read(site.path());
    assert_eq!(paths(&tree), ["content/a.md"]);
    let expected = [
        ("content/dangling.md".to_owned(), OddityKind::LinkDangling),
        ("content/itself.md".to_owned(), OddityKind::LinkLoop),
        ("content/loop".to_owned(), OddityKind::LinkLoop),
    ];
    assert_eq!(oddities(&tree), expected);
}

#[cfg(unix)]
fn a_pipe_is_noted_and_not_waited_for() {
    let site = folder(&[("content/a.md", "1")]);
    let pipe = site.path().join("content/pipe.md");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::from_raw_mode(0o644), 0)
        .unwrap();
    let tree = read(site.path());
    assert_eq!(oddities(&tree), [("content/pipe.md".to_owned(), OddityKind::Special)]);
}

#[cfg(unix)]
fn a_name_that_is_not_utf_8_is_noted() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let site = folder(&[("content/a.md", "1")]);
    let name = OsStr::from_bytes(b"caf\xe9.md");
    // Some file systems take no such name; then there is nothing to be noted.
    if fs::write(site.path().join("content").join(name), "2").is_ok() {
        let tree = read(site.path());
        assert_eq!(oddities(&tree), [("content/caf\\xE9.md".to_owned(), OddityKind::NameNotUtf8)]);
    }
}

#[cfg(unix)]
fn settings_that_cannot_be_read_are_noted() {
    use std::os::unix::fs::symlink;
    let site = folder(&[("content/a.md", "1"), ("site.toml/inside.md", "2")]);
    let noted = |kind: OddityKind| [("site.toml".to_owned(), kind)];
    assert_eq!(oddities(&read(site.path())), noted(OddityKind::Unreadable("it is a folder".to_owned())));
    fs::remove_dir_all(site.path().join("site.toml")).unwrap();
    symlink("nowhere.toml", site.path().join("site.toml")).unwrap();
    assert_eq!(oddities(&read(site.path())), noted(OddityKind::LinkDangling));
}
