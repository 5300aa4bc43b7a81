//! The program as it is called: exit codes, what goes where, and that nothing panics.

use crate::trials;
use libtest_mimic::Trial;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub(crate) fn trials() -> Vec<Trial> {
    trials!["commands";
        a_good_site_is_built_and_ends_with_0,
        errors_of_the_content_end_with_1_and_write_nothing,
        wrong_usage_ends_with_2,
        json_is_an_array_on_the_output,
        links_may_be_warnings_where_sources_are_exported,
        the_output_counts_nothing_that_is_withheld,
        warnings_are_denied_on_request,
        a_closed_output_is_no_panic,
        the_same_sources_give_the_same_bytes,
        the_output_of_site_toml_counts_from_the_site_folder,
        a_folder_is_verified_by_its_certificate,
        exported_sources_build_to_the_same_site,
        a_missed_threshold_is_an_error_on_request,
    ]
}

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn good() -> TempDir {
    site(&[
        ("content/index.md", "# Welcome\n\nGood to see you.\n"),
        ("content/lessons/one.md", "# Late vendors\n\nAsk early.\n"),
    ])
}

/// A note whose link leads nowhere: an error, unless links are warnings.
fn broken() -> TempDir {
    site(&[("content/index.md", "# Welcome\n\n[nowhere](nowhere.md)\n")])
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leavebehind"));
    command.current_dir(folder).env_remove("SOURCE_DATE_EPOCH").env_remove("RUST_BACKTRACE");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, Output) {
    let output = program(folder).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
    (output.status.code().expect("it ended by itself"), output)
}

fn code(folder: &Path, arguments: &[&str]) -> i32 {
    run(folder, arguments).0
}

fn a_good_site_is_built_and_ends_with_0() {
    let site = good();
    let (code, output) = run(site.path(), &["build", "--links", "warn", "--no-pdf", "--no-epub"]);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(site.path().join("public/index.html").is_file());
    let mut left: Vec<_> = fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["content", "public", "public.certificate.json"], "nothing else is left");
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 lesson"));
}

fn errors_of_the_content_end_with_1_and_write_nothing() {
    let site = broken();
    let (code, output) = run(site.path(), &["build", "--out", "made"]);
    assert_eq!(code, 1);
    assert!(!site.path().join("made").exists());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("broken-link") && said.contains("content/index.md:3:"), "{said}");
    assert!(!said.contains('\u{1b}'), "no colours without a terminal");
    assert_eq!(self::code(site.path(), &["check"]), 1);
    assert_eq!(self::code(site.path(), &["check", "--links", "warn"]), 0);
}

fn wrong_usage_ends_with_2() {
    let site = good();
    let wrong: &[&[&str]] = &[
        &[],
        &["biuld"],
        &["build", "--bogus"],
        &["build", "nowhere"],
        &["build", "content"],
        &["build", "--out", "content/x"],
        &["build", "--out", "."],
        &["build", "--edition", "nobody"],
        &["check", "--today", "yesterday"],
        &["check", "--format", "yaml"],
    ];
    for arguments in wrong {
        assert_eq!(code(site.path(), arguments), 2, "{arguments:?}");
    }
    assert_eq!(code(site.path(), &["--help"]), 0);
    assert_eq!(code(site.path(), &["--version"]), 0);
}

fn json_is_an_array_on_the_output() {
    let (code, output) = run(broken().path(), &["check", "--format", "json"]);
    assert_eq!(code, 1);
    let items: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let item = &items.as_array().unwrap()[0];
    assert_eq!((&item["code"], &item["severity"]), (&"broken-link".into(), &"error".into()));
    assert_eq!((&item["file"], &item["line"]), (&"content/index.md".into(), &3.into()));
    for key in ["message", "column", "end_line", "end_column", "hints", "related"] {
        assert!(!item[key].is_null(), "{key} is there");
    }
    let (_, output) = run(good().path(), &["check", "--format", "json", "--links", "warn"]);
    assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap().is_array());
}

fn links_may_be_warnings_where_sources_are_exported() {
    let site = broken();
    assert_eq!(code(site.path(), &["export", "--out", "own"]), 1);
    assert_eq!(code(site.path(), &["export", "--out", "own", "--links", "warn"]), 0);
    assert!(site.path().join("own/content/index.md").is_file());
}

fn the_output_counts_nothing_that_is_withheld() {
    let site = site(&[
        ("content/index.md", "# Welcome\n\nSee [it](lessons/ours.md).\n"),
        ("content/lessons/ours.md", "---\ntitle: Ours\naudience: internal\ntag: x\n---\n\nOurs.\n"),
    ]);
    let (code, output) = run(site.path(), &["build", "--no-pdf", "--no-epub"]);
    let (said, made) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1 warning") || said.contains("2 warnings"), "{said}");
    assert!(!made.contains("warning"), "{made}");
}

fn warnings_are_denied_on_request() {
    let site = broken();
    assert_eq!(code(site.path(), &["check", "--links", "warn", "--deny-warnings"]), 1);
}

fn a_closed_output_is_no_panic() {
    let site = broken();
    let mut child = program(site.path())
        .args(["check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

fn the_same_sources_give_the_same_bytes() {
    let site = good();
    let list = |name: &str, zone: &str| {
        let arguments = ["build", "--out", name, "--today", "2026-05-29", "--no-pdf", "--no-epub"];
        let status = program(site.path()).args(arguments).env("TZ", zone).env("LC_ALL", "C").status().unwrap();
        assert!(status.success());
        fs::read(site.path().join(name).join(".leavebehind-manifest")).unwrap()
    };
    assert_eq!(list("one", "UTC"), list("two", "Pacific/Kiritimati"));
}

fn the_output_of_site_toml_counts_from_the_site_folder() {
    let site = site(&[("notes/site.toml", "output = \"made\"\n"), ("notes/content/index.md", "# Welcome\n\nHello.\n")]);
    assert_eq!(code(site.path(), &["build", "notes", "--no-pdf", "--no-epub"]), 0);
    assert!(site.path().join("notes/made/.leavebehind-manifest").is_file());
}

fn a_folder_is_verified_by_its_certificate() {
    let site = good();
    assert_eq!(code(site.path(), &["build", "--out", "made", "--no-pdf", "--no-epub"]), 0);
    assert_eq!(code(site.path(), &["verify", "made"]), 0);
    assert_eq!(code(site.path(), &["verify", "content"]), 2, "there is no certificate");
    fs::write(site.path().join("made/index.html"), "by hand").unwrap();
    fs::write(site.path().join("made/more.html"), "more").unwrap();
    fs::remove_file(site.path().join("made/404.html")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("index.html", site.path().join("made/link.html")).unwrap();
    #[cfg(not(unix))]
    fs::write(site.path().join("made/link.html"), "link").unwrap();
    let (code, output) = run(site.path(), &["verify", "made", "--certificate", "made.certificate.json"]);
    assert_eq!(code, 1);
    let said = String::from_utf8_lossy(&output.stdout);
    for line in ["changed  index.html", "added    more.html", "added    link.html", "lost     404.html"] {
        assert!(said.lines().any(|said| said == line), "{said}");
    }
}

fn exported_sources_build_to_the_same_site() {
    let site = good();
    fs::write(site.path().join("content/lessons/two.md"), "---\naudience: internal\n---\n# Two\n\nNot theirs.\n")
        .unwrap();
    let book = ["--no-pdf", "--no-epub", "--today", "2026-05-29"];
    assert_eq!(code(site.path(), &["export", "--out", "theirs"]), 0);
    assert!(!site.path().join("theirs/content/lessons/two.md").exists());
    assert_eq!(code(site.path(), &[&["build", "--out", "one"], book.as_slice()].concat()), 0);
    assert_eq!(code(site.path(), &[&["build", "theirs", "--out", "two"], book.as_slice()].concat()), 0);
    let list = |name: &str| fs::read_to_string(site.path().join(name).join(".leavebehind-manifest")).unwrap();
    assert_eq!(list("one"), list("two"));
}

fn a_missed_threshold_is_an_error_on_request() {
    let site = good();
    let item = "- { id: one, title: Order the server, type: action, raised: 2026-01-01, due: 2026-12-01, status: open, next_action: Order }\n";
    fs::write(site.path().join("content/open-items.yaml"), item).unwrap();
    assert_eq!(code(site.path(), &["check"]), 0);
    let (code, output) = run(site.path(), &["check", "--gate"]);
    assert_eq!(code, 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[gate]"));
}
