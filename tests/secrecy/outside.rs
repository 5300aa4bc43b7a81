//! Places outside of the edition itself: the machine, the folder, the preview, the terminal.

use super::planted::{For, PLACES, site};
use super::token::{Kind, code};
use crate::support::{Preview, line_with};
use libtest_mimic::Trial;
use std::fs;
use std::io::BufReader;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub(super) fn trials() -> Vec<Trial> {
    crate::trials!["secrecy::outside";
        nothing_of_the_machine_is_in_an_edition,
        nothing_else_is_in_the_folder_and_its_list_names_nothing,
        an_earlier_internal_build_in_the_same_folder_leaves_nothing,
        a_preview_of_the_client_s_edition_knows_no_internal_page,
        a_preview_of_the_client_s_edition_shows_no_error_that_tells_withheld_matter,
        standard_output_names_nothing_and_standard_error_does,
        what_is_withheld_is_listed_by_check,
    ]
}

/// The planted site on disk, in a folder whose name is a secret too, with a history.
fn on_disk(kind: Kind) -> TempDir {
    let folder = tempfile::Builder::new().prefix("secretfolder").tempdir().unwrap();
    let (sources, _) = site(kind).into_parts();
    for (path, file) in sources.files() {
        write(&folder.path().join(path.as_str()), file.bytes());
    }
    write(
        &folder.path().join(".git/config"),
        b"[user]\n\tname = Secret Author\n\temail = secret.author@example.com\n[remote \"secretremote\"]\n",
    );
    write(&folder.path().join(".git/HEAD"), b"ref: refs/heads/secretbranch\n");
    folder
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leavebehind"));
    command.current_dir(folder).args(arguments).env("LEAVEBEHIND_NOTE", "secretvariable").env("TZ", "Asia/Kathmandu");
    command.env_remove("SOURCE_DATE_EPOCH");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let output = program(folder, arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn build(folder: &Path, edition: &str) -> Output {
    run(folder, &["build", "--edition", edition, "--out", "out", "--no-pdf", "--today", "2026-05-29"])
}

/// Every name and byte below a folder, in small letters, with archives opened.
fn all_of(folder: &Path) -> String {
    let mut text = String::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            text.push_str(&path.file_name().unwrap().to_string_lossy());
            text.push('\n');
            if path.is_dir() {
                folders.push(path);
            } else {
                super::open(&fs::read(path).unwrap(), &mut text);
            }
        }
    }
    text.to_lowercase()
}

#[track_caller]
fn holds_no_token(text: &str) {
    let text = text.to_lowercase();
    for (place, _, name) in PLACES.iter().filter(|(_, reader, _)| *reader != For::All) {
        assert!(!text.contains(&code(*place)), "{name} is there");
    }
}

fn nothing_of_the_machine_is_in_an_edition() {
    let site = on_disk(Kind::Natural);
    build(site.path(), "client");
    let text = all_of(&site.path().join("out"));
    for secret in [
        "secretfolder",
        "secret author",
        "secret.author",
        "secretremote",
        "secretbranch",
        "secretvariable",
        "kathmandu",
    ] {
        assert!(!text.contains(secret), "{secret} is in the edition");
    }
    let folder = env!("CARGO_MANIFEST_DIR").to_lowercase();
    assert!(!text.contains(&folder), "the folder of the program is named");
    for name in ["HOME", "HOSTNAME"] {
        let value = std::env::var(name).unwrap_or_default().to_lowercase();
        assert!(value.len() < 6 || !text.contains(&value), "{name} is named");
    }
}

fn nothing_else_is_in_the_folder_and_its_list_names_nothing() {
    let site = on_disk(Kind::Canary);
    build(site.path(), "client");
    let hidden: Vec<String> = fs::read_dir(site.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(hidden, [".leavebehind-manifest"]);
    holds_no_token(&all_of(&site.path().join("out")));
    holds_no_token(&fs::read_to_string(site.path().join("out.certificate.json")).unwrap());
}

fn an_earlier_internal_build_in_the_same_folder_leaves_nothing() {
    for kind in Kind::ALL {
        let site = on_disk(kind);
        build(site.path(), "internal");
        let internal = all_of(&site.path().join("out"));
        assert!(internal.contains(&code(4)), "the internal edition holds what is withheld");
        build(site.path(), "client");
        holds_no_token(&all_of(&site.path().join("out")));
        holds_no_token(&fs::read_to_string(site.path().join("out.certificate.json")).unwrap());
    }
}

/// A running preview of the client's edition.
fn preview(folder: &Path) -> Preview {
    Preview::of(&mut program(folder, &["serve", "--edition", "client", "--port", "0", "--today", "2026-05-29"]))
}

fn a_preview_of_the_client_s_edition_knows_no_internal_page() {
    let site = on_disk(Kind::Canary);
    build(site.path(), "internal");
    let preview = preview(site.path());
    let get = |path: &str| {
        let (head, body) = preview.get(&format!("/{path}"), &preview.host());
        head + &String::from_utf8_lossy(&body)
    };
    assert!(get("").starts_with("HTTP/1.1 200"));
    let (mut known, mut unknown) = (0, 0);
    let mut folders = vec![site.path().join("out")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let url = path.strip_prefix(site.path().join("out")).unwrap().to_string_lossy().into_owned();
            let answer = get(&url);
            let is_withheld = PLACES.iter().any(|(place, reader, _)| *reader == For::Us && url.contains(&code(*place)));
            if is_withheld {
                assert!(answer.starts_with("HTTP/1.1 404"), "{url}: {}", answer.lines().next().unwrap_or_default());
                unknown += 1;
            } else {
                known += 1;
            }
            holds_no_token(&answer);
        }
    }
    assert!(known > 20 && unknown > 5, "{known} known, {unknown} unknown");
}

fn a_preview_of_the_client_s_edition_shows_no_error_that_tells_withheld_matter() {
    for kind in Kind::ALL {
        let site = on_disk(kind);
        let mut preview = preview(site.path());
        let ours = format!("---\naudience: internal\n---\n\n# {}\n\n[text](nowhere.md)\n", kind.token(3));
        let mixed = "# Mixed\n\n[seen](missing.md)\n\n> [!INTERNAL]\n> [unseen](hidden.md)\n";
        write(&site.path().join("more/ours.md"), ours.as_bytes());
        write(&site.path().join("more/mixed.md"), mixed.as_bytes());
        // Both at once, so that one build sees them.
        fs::rename(site.path().join("more"), site.path().join("content/playbooks/more")).unwrap();
        preview.wait_for("not built");
        let news = line_with(&mut BufReader::new(preview.ask("/-leavebehind/news", &preview.host())), "data:");
        holds_no_token(&news);
        assert!(news.contains("missing.md") && news.contains("content/playbooks/more/mixed.md"), "{news}");
        for withheld in ["nowhere", "hidden", "ours"] {
            assert!(!news.contains(withheld), "{withheld}: {news}");
        }
        assert_eq!(news.matches("withholds").count(), 2, "{news}");
    }
}

fn standard_output_names_nothing_and_standard_error_does() {
    let site = on_disk(Kind::Canary);
    let output = build(site.path(), "client");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("written"), "{said}");
    holds_no_token(&said);
    let details = String::from_utf8_lossy(&output.stderr);
    assert!(details.contains(&code(3)), "the link to a withheld note is not spoken of: {details}");
    // Once more over a page of the internal edition that somebody has changed.
    build(site.path(), "internal");
    let page = format!("out/playbooks/{}.html", Kind::Canary.token(103));
    fs::write(site.path().join(&page), "changed").unwrap();
    let output = build(site.path(), "client");
    holds_no_token(&String::from_utf8_lossy(&output.stdout));
}

fn what_is_withheld_is_listed_by_check() {
    let site = on_disk(Kind::Natural);
    let output = run(site.path(), &["check", "--edition", "client", "--today", "2026-05-29"]);
    let said = String::from_utf8_lossy(&output.stdout).to_lowercase();
    for (place, what) in [(3, "a note"), (16, "a session"), (17, "a person"), (22, "an action"), (222, "a risk")] {
        assert!(said.contains(&code(place)), "{what} is not listed: {said}");
    }
    assert!(said.contains("passages of"), "{said}");
    let warned = String::from_utf8_lossy(&output.stderr);
    assert!(warned.contains("link-to-withheld") && warned.contains("content/index.md"), "{warned}");
}
