//! The preview as it runs: what it serves is what a build writes.

use crate::support::Preview;
use crate::trials;
use libtest_mimic::Trial;
use std::fs;
use std::path::Path;
use std::process::Command;

pub(crate) fn trials() -> Vec<Trial> {
    trials!["preview";
        a_page_is_the_built_one_but_for_one_script_element,
        the_book_is_made_when_it_is_asked_for_and_is_the_built_one,
        a_change_is_shown_and_an_error_leaves_the_last_good_page,
        a_port_that_is_taken_is_refused,
    ]
}

/// A running preview of a site.
fn preview(folder: &Path) -> Preview {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leavebehind"));
    command.args(["serve", "--port", "0", "--today", "2026-05-29"]).arg(folder);
    Preview::of(&mut command)
}

/// A page as it is served.
fn page(preview: &Preview, path: &str) -> String {
    let (head, body) = preview.get(path, &preview.host());
    assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
    String::from_utf8(body).unwrap()
}

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("content/lessons")).unwrap();
    fs::write(folder.path().join("content/index.md"), "# Welcome\n\nGood to see you.\n").unwrap();
    fs::write(folder.path().join("content/lessons/late.md"), "# Late vendors\n\nAsk early.\n").unwrap();
    folder
}

fn a_page_is_the_built_one_but_for_one_script_element() {
    let site = site();
    let built = Command::new(env!("CARGO_BIN_EXE_leavebehind"))
        .args(["build", "--today", "2026-05-29"])
        .arg(site.path())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let preview = preview(site.path());
    let script = "<script src=\"/-leavebehind/preview.js\" data-version=\"1\" defer></script>";
    for (path, file) in
        [("/", "index.html"), ("/lessons/late.html", "lessons/late.html"), ("/lessons/", "lessons/index.html")]
    {
        let page = page(&preview, path);
        assert_eq!(page.matches(script).count(), 1, "{path}");
        assert_eq!(
            page.replace(script, ""),
            fs::read_to_string(site.path().join("public").join(file)).unwrap(),
            "{path}"
        );
    }
    let data = page(&preview, "/data/lessons.csv");
    assert_eq!(data, fs::read_to_string(site.path().join("public/data/lessons.csv")).unwrap());
    let (head, _) = preview.get("/", "example.com");
    assert!(head.starts_with("HTTP/1.1 403"), "{head}");
    let (head, _) = preview.get("/../content/index.md", &format!("localhost:{}", preview.port));
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
}

fn the_book_is_made_when_it_is_asked_for_and_is_the_built_one() {
    let site = site();
    let build = Command::new(env!("CARGO_BIN_EXE_leavebehind"))
        .args(["build", "--today", "2026-05-29"])
        .arg(site.path())
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let preview = preview(site.path());
    let script = "<script src=\"/-leavebehind/preview.js\" data-version=\"1\" defer></script>";
    let built = |file: &str| fs::read(site.path().join("public").join(file)).unwrap();
    assert_eq!(page(&preview, "/book/").replace(script, "").as_bytes(), built("book/index.html"));
    let mut files = vec!["book/what-we-leave-behind.epub"];
    if cfg!(feature = "pdf") {
        files.push("book/what-we-leave-behind.pdf");
    }
    for file in files {
        let (head, body) = preview.get(&format!("/{file}"), &preview.host());
        assert!(head.starts_with("HTTP/1.1 200"), "{file}: {head}");
        assert!(body == built(file), "{file} is not the built one");
    }
    let (head, _) = preview.get("/book/another.pdf", &preview.host());
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
}

fn a_change_is_shown_and_an_error_leaves_the_last_good_page() {
    let site = site();
    let index = site.path().join("content/index.md");
    let mut preview = preview(site.path());
    fs::write(site.path().join("new"), "# Welcome\n\nGood to see you again.\n").unwrap();
    // As an editor saves: written elsewhere, then renamed over the note.
    fs::rename(site.path().join("new"), &index).unwrap();
    preview.wait_for("built in");
    assert!(page(&preview, "/").contains("Good to see you again."));

    fs::write(site.path().join("new"), "# Welcome\n\n[nowhere](nowhere.md)\n").unwrap();
    fs::rename(site.path().join("new"), &index).unwrap();
    preview.wait_for("not built");
    assert!(page(&preview, "/").contains("Good to see you again."));
}

fn a_port_that_is_taken_is_refused() {
    let site = site();
    let preview = preview(site.path());
    let second = Command::new(env!("CARGO_BIN_EXE_leavebehind"))
        .args(["serve", "--port", &preview.port.to_string()])
        .arg(site.path())
        .output()
        .unwrap();
    assert_eq!(second.status.code(), Some(3));
}
