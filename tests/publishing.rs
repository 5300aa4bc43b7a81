//! A site on disk: at every moment the old one or the new one, and nothing of anybody else's lost.

use crate::trials;
use leavebehind::output::disk::{Destination, DiskError, Surroundings, Written};
use leavebehind::output::{Content, OutputPath, OutputTree};
use libtest_mimic::Trial;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

pub(crate) fn trials() -> Vec<Trial> {
    #[cfg(unix)]
    let of_unix = trials!["publishing"; a_link_is_refused, files_can_be_read_by_others];
    #[cfg(not(unix))]
    let of_unix = Vec::new();
    let mut trials = trials!["publishing";
        an_unchanged_site_writes_no_file,
        a_changed_file_is_written_and_the_others_stay,
        what_the_site_no_longer_has_is_removed,
        foreign_files_and_folders_stay,
        a_foreign_folder_is_refused,
        a_foreign_file_is_not_written_over,
        a_file_that_was_changed_by_hand_is_mended,
        a_file_that_was_changed_by_hand_is_not_removed,
        a_file_becomes_a_folder_and_back,
        folders_whose_loss_would_hurt_are_refused,
        a_file_is_refused,
        two_builds_do_not_meet,
        nothing_but_the_site_is_left,
        the_certificate_stands_beside_the_folder,
        an_abandoned_build_leaves_the_old_site,
        a_list_that_leads_out_is_refused,
    ];
    trials.extend(of_unix);
    trials
}

fn site(files: &[(&str, &str)]) -> OutputTree {
    let mut tree = OutputTree::new();
    for (path, text) in files {
        assert!(tree.insert(OutputPath::new(path), Content::Bytes(text.as_bytes().to_vec())));
    }
    tree
}

fn publish(folder: &Path, files: &[(&str, &str)]) -> Result<Written, DiskError> {
    Destination::claim(folder, &Surroundings::default())?.publish(&site(files), None)
}

/// Every file below a folder, the program's own list left out.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files.remove(".leavebehind-manifest").expect("the list of files is there");
    files
}

fn expect(folder: &Path, expected: &[(&str, &str)]) {
    let expected: BTreeMap<_, _> =
        expected.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(files(folder), expected);
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

fn age(path: &Path) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
}

fn an_unchanged_site_writes_no_file() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    let first = publish(&out, &[("index.html", "1"), ("a/b.html", "2")]).unwrap();
    assert_eq!((first.written, first.unchanged), (2, 0));
    age(&out.join("a/b.html"));
    age(&out.join(".leavebehind-manifest"));
    let folder_before = modified(&out);
    let second = publish(&out, &[("index.html", "1"), ("a/b.html", "2")]).unwrap();
    assert_eq!((second.written, second.unchanged, second.removed), (0, 2, 0));
    assert_eq!(modified(&out.join("a/b.html")), SystemTime::UNIX_EPOCH);
    assert_eq!(modified(&out.join(".leavebehind-manifest")), SystemTime::UNIX_EPOCH);
    assert_eq!(modified(&out), folder_before);
}

fn a_changed_file_is_written_and_the_others_stay() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1"), ("a/b.html", "2")]).unwrap();
    age(&out.join("a/b.html"));
    let written = publish(&out, &[("index.html", "new"), ("a/b.html", "2")]).unwrap();
    assert_eq!((written.written, written.unchanged), (1, 1));
    assert_eq!(modified(&out.join("a/b.html")), SystemTime::UNIX_EPOCH);
    expect(&out, &[("index.html", "new"), ("a/b.html", "2")]);
}

fn what_the_site_no_longer_has_is_removed() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1"), ("a/b.html", "2")]).unwrap();
    let written = publish(&out, &[("index.html", "1")]).unwrap();
    assert_eq!(written.removed, 1);
    expect(&out, &[("index.html", "1")]);
    assert!(!out.join("a").exists(), "an empty folder is gone too");
}

fn foreign_files_and_folders_stay() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    fs::create_dir_all(out.join(".git/objects")).unwrap();
    fs::write(out.join(".git/HEAD"), "ref").unwrap();
    fs::write(out.join("CNAME"), "example.com").unwrap();
    publish(&out, &[("index.html", "1"), ("a/b.html", "2")]).unwrap();
    fs::write(out.join("a/note.txt"), "mine").unwrap();
    fs::create_dir_all(out.join("a/mine/deep")).unwrap();
    fs::write(out.join("a/mine/deep/x"), "x").unwrap();
    publish(&out, &[("index.html", "2")]).unwrap();
    let stays = [(".git/HEAD", "ref"), ("CNAME", "example.com"), ("a/mine/deep/x", "x"), ("a/note.txt", "mine")];
    expect(&out, &[stays.as_slice(), &[("index.html", "2")]].concat());
    assert!(out.join(".git/objects").is_dir());
}

fn a_foreign_folder_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("thesis");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("chapter.docx"), "years of work").unwrap();
    let error = publish(&out, &[("index.html", "1")]).unwrap_err();
    assert!(error.is_wrong_usage() && error.to_string().contains("chapter.docx"), "{error}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}

fn a_foreign_file_is_not_written_over() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1")]).unwrap();
    fs::create_dir(out.join("a")).unwrap();
    fs::write(out.join("a/b.html"), "mine").unwrap();
    let error = publish(&out, &[("index.html", "2"), ("a/b.html", "2")]).unwrap_err();
    assert!(matches!(error, DiskError::Occupied(_)), "{error}");
    let error = publish(&out, &[("index.html", "2"), ("a", "a file")]).unwrap_err();
    assert!(matches!(error, DiskError::Occupied(_)), "{error}");
    expect(&out, &[("index.html", "1"), ("a/b.html", "mine")]);
}

fn a_file_that_was_changed_by_hand_is_mended() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1")]).unwrap();
    fs::write(out.join("index.html"), "by hand").unwrap();
    publish(&out, &[("index.html", "1")]).unwrap();
    expect(&out, &[("index.html", "1")]);
}

fn a_file_that_was_changed_by_hand_is_not_removed() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1"), ("old.html", "1")]).unwrap();
    fs::write(out.join("old.html"), "by hand").unwrap();
    let written = publish(&out, &[("index.html", "1")]).unwrap();
    assert_eq!(written.kept, ["old.html"]);
    expect(&out, &[("index.html", "1"), ("old.html", "by hand")]);
}

fn a_file_becomes_a_folder_and_back() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("a", "1")]).unwrap();
    publish(&out, &[("a/b", "2")]).unwrap();
    expect(&out, &[("a/b", "2")]);
    publish(&out, &[("a", "3")]).unwrap();
    expect(&out, &[("a", "3")]);
}

fn folders_whose_loss_would_hurt_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let at = place.path().canonicalize().unwrap();
    fs::create_dir_all(at.join("home/site/content")).unwrap();
    let surroundings = Surroundings { site: Some(at.join("home/site")), home: Some(at.join("home")) };
    let inside = [
        "home/site/content",
        "home/site/content/x/y",
        "home/site/themes/z",
        "home/site",
        "home",
        "",
        "home/site/../site",
    ];
    for path in inside.iter().map(|path| at.join(path)).chain(["/".into()]) {
        let error = Destination::claim(&path, &surroundings).expect_err(&format!("{path:?} is refused"));
        assert!(error.is_wrong_usage(), "{error}");
    }
    assert!(Destination::claim(&at.join("home/site/public"), &surroundings).is_ok());
    assert!(!at.join("home/site/content/x").exists(), "what was refused is not made");
}

fn a_file_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    fs::write(&out, "a file").unwrap();
    assert!(publish(&out, &[]).unwrap_err().is_wrong_usage());
    assert!(publish(&out.join("below"), &[]).unwrap_err().is_wrong_usage());
    assert_eq!(fs::read_to_string(&out).unwrap(), "a file");
}

#[cfg(unix)]
fn a_link_is_refused() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("real")).unwrap();
    let out = place.path().join("public");
    std::os::unix::fs::symlink("real", &out).unwrap();
    assert!(publish(&out, &[("index.html", "1")]).unwrap_err().is_wrong_usage());
    assert!(publish(&out.join("."), &[("index.html", "1")]).unwrap_err().is_wrong_usage());
    assert_eq!(fs::read_dir(place.path().join("real")).unwrap().count(), 0);
}

#[cfg(unix)]
fn files_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("made/public");
    publish(&out, &[("a/b.html", "2")]).unwrap();
    let mode = |path: &str| fs::metadata(out.join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("a"), mode("a/b.html")), (0o755, 0o755, 0o644));
}

fn two_builds_do_not_meet() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    let first = Destination::claim(&out, &Surroundings::default()).unwrap();
    assert!(matches!(Destination::claim(&out, &Surroundings::default()), Err(DiskError::Busy(_))));
    drop(first);
    assert!(Destination::claim(&out, &Surroundings::default()).is_ok());
}

fn nothing_but_the_site_is_left() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("made/for/it/public");
    drop(Destination::claim(&out, &Surroundings::default()).unwrap());
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0, "a build that came to nothing leaves nothing");
    publish(&out, &[("index.html", "1")]).unwrap();
    publish(&out, &[("index.html", "2")]).unwrap();
    let left: Vec<_> = fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["public"]);
}

fn the_certificate_stands_beside_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    let destination = Destination::claim(&out, &Surroundings::default()).unwrap();
    destination.publish(&site(&[("index.html", "1")]), Some(b"{}")).unwrap();
    let certificate = place.path().join("public.certificate.json");
    assert_eq!(fs::read(&certificate).unwrap(), b"{}");
    age(&certificate);
    destination.publish(&site(&[("index.html", "1")]), Some(b"{}")).unwrap();
    assert_eq!(modified(&certificate), SystemTime::UNIX_EPOCH, "an unchanged one is not written");
}

fn an_abandoned_build_leaves_the_old_site() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1")]).unwrap();
    let destination = Destination::claim(&out, &Surroundings::default()).unwrap();
    destination.abandon();
    let error = destination.publish(&site(&[("index.html", "2")]), None).unwrap_err();
    assert!(matches!(error, DiskError::Interrupted), "{error}");
    expect(&out, &[("index.html", "1")]);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

fn a_list_that_leads_out_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    publish(&out, &[("index.html", "1")]).unwrap();
    fs::write(place.path().join("victim"), "x").unwrap();
    let list = fs::read_to_string(out.join(".leavebehind-manifest")).unwrap();
    fs::write(out.join(".leavebehind-manifest"), list.replace("index.html", "../victim")).unwrap();
    assert!(publish(&out, &[("index.html", "2")]).unwrap_err().is_wrong_usage());
    assert!(place.path().join("victim").exists());
}
