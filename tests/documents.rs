//! The documents below `tests/suite/`: each is a tiny site, and what must become of it.
//!
//! README.md beside this file says how one is written.

mod document;
mod marker;

use crate::support::{Built, Site};
use document::{Block, Case, Document};
use leavebehind::diagnostic::{Diagnostic, Places, Severity};
use leavebehind::source::{Oddity, OddityKind, SourcePath, Span};
use libtest_mimic::{Failed, Trial};
use marker::Marker;
use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Every case of every document.
pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for document in documents() {
        for number in 0..document.cases.len() {
            let document = document.clone();
            let name = match document.cases[number].title.as_str() {
                "" => format!("suite::{}", document.name),
                title => format!("suite::{}::{}", document.name, title.to_lowercase().replace(' ', "-")),
            };
            trials.push(Trial::test(name, move || run(&document, number)));
        }
    }
    trials
}

/// Every code for which some document has a wrong example.
pub(crate) fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for document in documents() {
        for case in &document.cases {
            codes.extend(case.files().flat_map(|file| file.markers).map(|marker| marker.code));
            codes.extend(case.of_site().into_iter().map(|marker| marker.code));
            codes.extend(case.of_oddities().into_iter().map(|(_, marker)| marker.code));
        }
    }
    codes
}

fn documents() -> Vec<Document> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut documents = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                documents.push(Document::read(&root, &path));
            }
        }
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents
}

fn run(document: &Document, number: usize) -> Result<(), Failed> {
    let case = &document.cases[number];
    let built = build(case);
    let mut wrong = String::new();
    compare_diagnostics(case, &built, &mut wrong);
    for block in &case.blocks {
        compare_output(document, block, &built, &mut wrong);
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let said = built.said();
    let said = if said.is_empty() { "nothing".to_owned() } else { said };
    Err(Failed::from(format!("{}\n{wrong}\nwhat was said:\n{said}", document.path.display())))
}

fn build(case: &Case) -> Built {
    let mut site = Site::new();
    for file in case.files() {
        site = site.file(&file.path, &file.bytes);
    }
    for (path, kind) in case.oddities() {
        let kind = match kind.as_str() {
            "unreadable" => OddityKind::Unreadable("permission denied".into()),
            "link outside" => OddityKind::LinkOutside,
            "link dangling" => OddityKind::LinkDangling,
            "link loop" => OddityKind::LinkLoop,
            "special" => OddityKind::Special,
            "name not utf-8" => OddityKind::NameNotUtf8,
            "too large" => OddityKind::TooLarge(512 << 20),
            other => panic!("there is no oddity {other:?}"),
        };
        site = site.oddity(Oddity { path: SourcePath::new(&path), kind });
    }
    for (key, value) in case.request() {
        site = site.request(|request| match key.as_str() {
            "edition" => request.edition = Some(value.clone()),
            "today" => request.today = Some(value.parse().unwrap()),
            "links" => request.links_warn = value == "warn",
            "epub" => request.epub = value == "yes",
            "pdf" => request.pdf = value == "yes",
            other => panic!("a request has no {other:?}"),
        });
    }
    site.build()
}

/// Holds what was said against the marks in the document, both ways.
fn compare_diagnostics(case: &Case, built: &Built, wrong: &mut String) {
    let mut places = Places::new(&built.sources);
    let mut line_of = |span: &Span| {
        let place = places.find(span);
        (span.file.to_string(), place.line, place.column)
    };
    let mut expected: Vec<(Option<(String, usize)>, Marker)> = Vec::new();
    for file in case.files() {
        for marker in file.markers {
            expected.push((Some((file.path.clone(), marker.line)), marker));
        }
    }
    for (path, marker) in case.of_oddities() {
        expected.push((Some((path, 1)), marker));
    }
    expected.extend(case.of_site().into_iter().map(|marker| (None, marker)));

    for diagnostic in built.report.iter() {
        let primary = diagnostic.primary.as_ref().map(|label| line_of(&label.span));
        let related: Vec<_> = diagnostic.related.iter().map(|label| (line_of(&label.span), &label.message)).collect();
        let found = expected.iter().position(|(place, marker)| {
            let same_place = match (place, &primary) {
                (None, None) => true,
                (Some((file, line)), Some((in_file, at_line, at_column))) => {
                    file == in_file && line == at_line && marker.column.is_none_or(|column| column == *at_column)
                }
                _ => false,
            };
            same_place && !marker.is_related && is_meant(marker, diagnostic)
        });
        if let Some(found) = found {
            expected.remove(found);
        } else {
            let at = primary.map_or("the site".into(), |(file, line, column)| format!("{file}:{line}:{column}"));
            let severity = severity(diagnostic);
            let _ = writeln!(wrong, "not expected at {at}: {severity}: {} ({})", diagnostic.code, diagnostic.message);
        }
        for ((in_file, at_line, _), message) in related {
            let found = expected.iter().position(|(place, marker)| {
                marker.is_related
                    && place.as_ref().is_some_and(|(file, line)| *file == in_file && *line == at_line)
                    && marker.code == diagnostic.code.as_str()
                    && marker.words.as_ref().is_none_or(|words| message.contains(words.as_str()))
            });
            if let Some(found) = found {
                expected.remove(found);
            }
        }
    }
    for (place, marker) in expected {
        let at = place.map_or("the site".into(), |(file, line)| format!("{file}:{line}"));
        let _ = writeln!(wrong, "not said at {at}: {marker}");
    }
}

fn is_meant(marker: &Marker, diagnostic: &Diagnostic) -> bool {
    let label = diagnostic.primary.as_ref().map(|label| &label.message);
    let mut texts = diagnostic.hints.iter().chain(label).chain([&diagnostic.message]);
    marker.code == diagnostic.code.as_str()
        && marker.severity == severity(diagnostic)
        && marker.words.as_ref().is_none_or(|words| texts.any(|text| text.contains(words.as_str())))
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn compare_output(document: &Document, block: &Block, built: &Built, wrong: &mut String) {
    let Some((what, path)) = block.info.split_once(' ') else {
        if block.info == "absent" {
            for path in block.lines().filter(|path| built.output.get(path).is_some()) {
                let _ = writeln!(wrong, "{path} is there");
            }
        } else if block.info == "present" {
            for path in block.lines().filter(|path| built.output.get(path).is_none()) {
                let _ = writeln!(wrong, "{path} is not there");
            }
        }
        return;
    };
    match what {
        "contains" => {
            let page = built.output.text(path).unwrap_or_default();
            for line in block.lines().filter(|line| !page.contains(line)) {
                let _ = writeln!(wrong, "{path} does not contain: {line}");
            }
            if built.output.get(path).is_none() {
                let _ = writeln!(wrong, "{path} is not there");
            }
        }
        "ordered" => {
            let page = built.output.text(path).unwrap_or_default();
            let mut rest = page;
            for line in block.lines() {
                match rest.split_once(line) {
                    Some((_, after)) => rest = after,
                    None => {
                        let _ = writeln!(wrong, "{path} does not contain, after the line before: {line}");
                    }
                }
            }
        }
        "lacks" => {
            if path != "*" && built.output.get(path).is_none() {
                let _ = writeln!(wrong, "{path} is not there");
            }
            for line in block.lines() {
                let mut files = built.output.files().filter(|(file, _)| path == "*" || file.as_str() == path);
                let found = files.find(|(file, content)| file.as_str().contains(line) || holds(content.bytes(), line));
                if let Some((file, _)) = found {
                    let _ = writeln!(wrong, "{file} contains: {line}");
                }
            }
        }
        "equals" => {
            let text = built.output.text(path).unwrap_or_default();
            if text.trim_end() != block.text.trim_end() {
                if env::var("UPDATE").is_ok_and(|update| update == "1") {
                    document.replace(block, text);
                } else {
                    let _ = writeln!(wrong, "{path} is not as expected (UPDATE=1 accepts it):\n{text}");
                }
            }
        }
        _ => {}
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}
