//! What is written is HTML, CSS and SVG by the book, and holds to the policy by its own text.

use super::pages;
use super::sites::{CORPORA, Shown, corpus, sample};
use crate::support::{corpora, needing, tool};
use html5gum::{Token, Tokenizer};
use libtest_mimic::Trial;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(super) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        needing("browser::the_checker_finds_no_error_in_the_sample", checker, |checker| is_valid(&checker, sample())),
        crate::trial("browser::no_page_of_the_sample_holds_a_script_or_a_style", || holds_to_the_policy(sample())),
        crate::trial("browser::the_first_page_is_small", the_first_page_is_small),
        crate::trial("browser::every_kind_of_page_and_every_picture_is_looked_at", all_are_looked_at),
    ];
    for name in CORPORA {
        let need = move || {
            corpora(name)?;
            checker()
        };
        trials.push(needing(&format!("browser::{name}::the_checker_finds_no_error"), need, move |checker| {
            is_valid(&checker, corpus(name));
        }));
        let need = move || corpora(name);
        trials.push(needing(&format!("browser::{name}::no_page_holds_a_script_or_a_style"), need, move |_| {
            holds_to_the_policy(corpus(name));
        }));
    }
    trials
}

/// The Nu HTML checker, and that there is a Java to run it.
fn checker() -> Result<PathBuf, String> {
    let java = Command::new("java").arg("-version").output();
    if !java.is_ok_and(|java| java.status.success()) {
        return Err("there is no java; `.ci/run tools` gets it".into());
    }
    tool("node_modules/vnu-jar/build/dist/vnu.jar")
}

fn is_valid(checker: &Path, site: &Shown) {
    let mut files: Vec<PathBuf> = Vec::new();
    for (path, _) in site.output.files() {
        if [".html", ".css", ".svg"].iter().any(|ending| path.as_str().ends_with(ending)) {
            files.push(site.folder.join(path.as_str()));
        }
    }
    assert!(files.len() > 100);
    let checked = Command::new("java")
        .args(["-Xss8m", "-jar"])
        .arg(checker)
        .args(["--errors-only", "--also-check-css", "--also-check-svg", "--format", "gnu"])
        .args(&files)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stderr);
    let first: Vec<&str> = said.lines().take(20).collect();
    assert!(
        checked.status.success() && said.trim().is_empty(),
        "{} errors:\n{}",
        said.lines().count(),
        first.join("\n")
    );
}

/// `default-src 'self'` refuses all of these, and a page that has none needs no trust in the header.
fn holds_to_the_policy(site: &Shown) {
    let mut found = Vec::new();
    let mut pages = 0;
    for (path, content) in site.output.files().filter(|(path, _)| path.is_page()) {
        pages += 1;
        let mut has_policy = false;
        for token in Tokenizer::new(content.bytes()) {
            let Ok(Token::StartTag(tag)) = token else { continue };
            let name = String::from_utf8_lossy(&tag.name).into_owned();
            let has = |attribute: &[u8]| tag.attributes.contains_key(attribute);
            has_policy |=
                tag.attributes.get(&b"http-equiv"[..]).is_some_and(|value| ***value == *b"Content-Security-Policy");
            let handler = tag.attributes.keys().any(|attribute| attribute.starts_with(b"on"));
            let inline = name == "style" || (name == "script" && !has(b"src"));
            // Modules and integrity break by double-click.
            let refused =
                has(b"integrity") || tag.attributes.get(&b"type"[..]).is_some_and(|value| ***value == *b"module");
            if handler || inline || refused || has(b"style") {
                found.push(format!("{path}: <{name}>"));
            }
        }
        if !has_policy {
            found.push(format!("{path}: no policy"));
        }
    }
    assert!(pages > 100);
    assert_eq!(found, Vec::<String>::new());
}

/// Everything but the fonts that the home page has a browser fetch, not compressed.
fn the_first_page_is_small() {
    let output = &sample().output;
    let home = output.get("index.html").unwrap().bytes();
    let mut fetched = vec!["index.html".to_owned()];
    for token in Tokenizer::new(home) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let text =
            |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        let is_fetched = text("rel").is_some_and(|rel| rel == "stylesheet" || rel == "icon");
        fetched.extend(if is_fetched { text("href") } else { text("src") });
    }
    let sizes: Vec<(String, usize)> = fetched
        .into_iter()
        .map(|path| {
            let size = output.get(&path).unwrap_or_else(|| panic!("there is no {path}")).bytes().len();
            (path, size)
        })
        .collect();
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    assert!(all < 60_000, "{all} bytes: {sizes:?}");
}

/// The audit takes one page of every kind that the sample has; the sample must have them all.
fn all_are_looked_at() {
    let all = pages::all(&sample().output);
    let chosen = pages::of_every_kind(&all);
    let pictures: std::collections::BTreeSet<&str> =
        chosen.iter().flat_map(|page| &page.pictures).map(String::as_str).collect();
    // How ready the handover is, and levels without names, are for other editions.
    let known =
        ["budget", "coverage", "lessons-by-theme", "risk-grid", "schedule", "skills-matrix", "staircase", "timeline"];
    for name in known {
        assert!(pictures.contains(name), "the sample shows no {name}; it has {pictures:?}");
    }
    assert!(chosen.len() > 35, "{} kinds", chosen.len());
}
