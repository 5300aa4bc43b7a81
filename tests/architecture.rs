//! Which room may know of which, and which outside crate stands where.
//!
//! The arrows are those of the design: stages lean on the vocabulary and on the stage whose value
//! they take; only `compile` knows the order; disk, clock, environment and terminal are at the
//! doors.

use crate::trials;
use libtest_mimic::Trial;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms it may import.
const ARROWS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("output", &[]),
    ("diagnostic", &["source"]),
    ("model", &["source"]),
    ("config", &["source", "diagnostic", "model"]),
    ("content", &["source", "diagnostic", "model", "config"]),
    ("graph", &["source", "diagnostic", "model", "config"]),
    ("edition", &["source", "diagnostic", "model", "graph"]),
    ("insight", &["source", "model", "edition"]),
    ("render", &["source", "output", "diagnostic", "model", "config", "edition", "insight"]),
    // The proof shares no code with what it holds to account.
    ("proof", &["source", "output", "diagnostic", "model", "config"]),
    ("author", &["source", "output", "diagnostic", "model", "config", "edition"]),
    (
        "compile",
        &[
            "source",
            "output",
            "diagnostic",
            "model",
            "config",
            "content",
            "graph",
            "edition",
            "insight",
            "render",
            "proof",
            "author",
        ],
    ),
    ("preview", &["source", "output", "diagnostic", "compile"]),
    ("cli", &["source", "output", "diagnostic", "model", "config", "insight", "proof", "author", "compile", "preview"]),
];

/// Each outside crate, and the files or rooms behind which it stands.
const CRATES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["edition/names.rs", "render/book/", "proof/"]),
    ("annotate_snippets", &["diagnostic/print.rs"]),
    ("anstream", &["cli/voice.rs", "diagnostic/print.rs"]),
    ("axum", &["preview/server.rs", "preview/response.rs"]),
    ("base64", &["render/", "proof/"]),
    ("blake3", &["output/disk/manifest.rs", "model/slug.rs", "content/", "render/", "proof/", "compile/"]),
    ("clap", &["cli/"]),
    ("ctrlc", &["cli/interrupt.rs", "preview/mod.rs"]),
    ("flate2", &["render/", "proof/"]),
    ("fluent_bundle", &["render/"]),
    ("fluent_syntax", &["render/"]),
    ("futures_util", &["preview/server.rs"]),
    ("html5gum", &["content/markdown/", "proof/"]),
    ("image", &["render/"]),
    ("indicatif", &["cli/progress.rs"]),
    (
        "jiff",
        &[
            "model/", "config/", "content/", "graph/", "edition/", "insight/", "render/", "author/", "compile/",
            "cli/", "proof/",
        ],
    ),
    ("lopdf", &["render/", "proof/"]),
    ("memchr", &["proof/"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["preview/watch.rs"]),
    ("notify_debouncer_full", &["preview/watch.rs"]),
    ("open", &["preview/mod.rs"]),
    (
        "percent_encoding",
        &["graph/", "edition/names.rs", "render/", "author/", "preview/response.rs", "proof/", "content/"],
    ),
    ("pulldown_cmark", &["content/markdown/"]),
    ("quick_xml", &["render/", "proof/"]),
    (
        "rayon",
        &[
            "source/disk.rs",
            "output/disk/",
            "content/",
            "graph/",
            "edition/",
            "render/",
            "proof/",
            "compile/",
            "model/safeguard.rs",
        ],
    ),
    ("resvg", &["render/social_card.rs"]),
    ("rust_embed", &["render/theme.rs", "render/theme/", "author/"]),
    ("rustc_hash", &["render/search/", "proof/"]),
    ("rustix", &["output/disk/"]),
    ("schemars", &["author/"]),
    ("serde", &["content/", "render/", "output/disk/", "diagnostic/print.rs", "author/", "proof/"]),
    (
        "serde_json",
        &["content/", "render/", "output/disk/", "diagnostic/print.rs", "author/", "preview/shown.rs", "proof/"],
    ),
    ("serde_yaml", &["content/", "author/", "proof/"]),
    ("strsim", &["diagnostic/nearest.rs"]),
    ("syntect", &["render/"]),
    ("tera", &["render/"]),
    ("terminal_size", &["cli/voice.rs"]),
    ("tokio", &["preview/server.rs"]),
    ("toml", &["config/", "author/", "render/theme.rs", "render/theme/", "proof/"]),
    ("two_face", &["render/"]),
    ("typst", &["render/book/", "render/social_card.rs"]),
    ("typst_kit", &["render/book/", "render/social_card.rs"]),
    ("typst_layout", &["render/book/"]),
    ("typst_pdf", &["render/book/"]),
    ("unic_langid", &["render/"]),
    ("unicode_normalization", &["model/slug.rs", "content/", "graph/", "edition/", "render/", "proof/"]),
    ("unicode_segmentation", &["render/", "edition/", "proof/"]),
    ("memchr", &["proof/"]),
    ("walkdir", &["source/disk.rs", "output/disk/handed_over.rs"]),
    ("zip", &["render/", "proof/"]),
];

/// Words that reach outside, and the doors at which they may stand.
const DOORS: &[(&str, &[&str])] = &[
    ("std::fs", &["source/disk.rs", "output/disk.rs", "output/disk/", "cli/", "preview/"]),
    ("std::env", &["main.rs", "cli/", "preview/"]),
    ("TcpListener", &["preview/"]),
    ("TcpStream", &["preview/"]),
    ("UdpSocket", &["preview/"]),
    ("std::process", &["main.rs", "cli/", "preview/"]),
    ("Instant::now", &["cli/", "preview/"]),
    ("SystemTime::now", &["cli/"]),
    ("Zoned::now", &["cli/"]),
    ("Timestamp::now", &["cli/"]),
    ("stdout()", &["cli/"]),
    ("stderr()", &["cli/"]),
    ("println!", &[]),
    ("eprintln!", &[]),
];

/// Words that mean a job is unfinished.
const REFUSED: &[&str] = &["todo!", "TODO", "FIXME", "XXX", "dbg!", "unimplemented!"];

pub(crate) fn trials() -> Vec<Trial> {
    trials!["architecture";
        rooms_import_along_the_arrows,
        every_outside_crate_stands_behind_its_file,
        disk_clock_environment_and_terminal_are_at_the_doors,
        nothing_is_left_to_be_done,
        every_dependency_is_in_the_table,
        the_vocabulary_knows_no_format,
    ]
}

fn rooms_import_along_the_arrows() {
    let arrows: BTreeMap<_, BTreeSet<_>> =
        ARROWS.iter().map(|(room, allowed)| (*room, allowed.iter().copied().collect())).collect();
    let mut wrong = Vec::new();
    for file in Source::all() {
        let Some(room) = file.room() else { continue };
        let Some(allowed) = arrows.get(room) else {
            wrong.push(format!("the room {room} is not in the table"));
            continue;
        };
        for (line, imported) in file.imports() {
            if imported != room && arrows.contains_key(imported.as_str()) && !allowed.contains(imported.as_str()) {
                wrong.push(format!("src/{}:{line} imports {imported}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "against the arrows:\n  {}", wrong.join("\n  "));
}

fn every_outside_crate_stands_behind_its_file() {
    let mut wrong = Vec::new();
    for file in Source::all() {
        for (name, places) in CRATES {
            let stands = places.iter().any(|place| is_at(&file.path, place));
            if let Some(line) = file.line_of_crate(name).filter(|_| !stands) {
                wrong.push(format!("src/{}:{line} uses {name}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "outside of their places:\n  {}", wrong.join("\n  "));
}

fn every_dependency_is_in_the_table() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let known: BTreeSet<&str> = CRATES.iter().map(|(name, _)| *name).collect();
    let missing: Vec<_> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .map(|name| name.replace('-', "_"))
        .filter(|name| !known.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "say in tests/architecture.rs where these crates stand: {missing:?}");
}

fn disk_clock_environment_and_terminal_are_at_the_doors() {
    let mut wrong = Vec::new();
    for file in Source::all() {
        for (word, doors) in DOORS {
            let stands = doors.iter().any(|door| is_at(&file.path, door));
            if let Some(line) = file.line_of(word).filter(|_| !stands) {
                wrong.push(format!("src/{}:{line} says {word}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "away from the doors:\n  {}", wrong.join("\n  "));
}

fn nothing_is_left_to_be_done() {
    let mut wrong = Vec::new();
    for file in Source::all() {
        for (number, line) in file.text.lines().enumerate() {
            for word in REFUSED.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("src/{}:{} says {word}", file.path, number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "unfinished:\n  {}", wrong.join("\n  "));
}

/// `model` is the subject and nothing else; the table of crates says so too, and this says it in
/// one place.
fn the_vocabulary_knows_no_format() {
    for file in Source::all().into_iter().filter(|file| file.room() == Some("model")) {
        for name in ["serde", "serde_yaml", "serde_json", "tera", "pulldown_cmark", "toml"] {
            assert_eq!(file.line_of_crate(name), None, "src/{} uses {name}", file.path);
        }
    }
}

/// One file of the program.
struct Source {
    /// Its path below `src/`.
    path: String,
    text: String,
}

impl Source {
    fn all() -> Vec<Self> {
        let mut files = Vec::new();
        let mut folders = vec![root().join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    files.push(Self::read(&path));
                }
            }
        }
        assert!(files.len() > 20, "the program has more files than {}", files.len());
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }

    fn read(path: &Path) -> Self {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        Self { path: names.join("/"), text: fs::read_to_string(path).unwrap() }
    }

    /// The folder that it lies in; none for what lies beside the rooms.
    fn room(&self) -> Option<&str> {
        self.path.split_once('/').map(|(room, _)| room)
    }

    /// Its lines without comments, by number from 1.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(number, line)| (number + 1, line.find("//").map_or(line, |at| &line[..at])))
    }

    /// Every room that is named after `crate::`, with the line.
    fn imports(&self) -> Vec<(usize, String)> {
        let mut imports = Vec::new();
        for (number, line) in self.code() {
            for (at, word) in line.match_indices("crate::") {
                let rest = &line[at + word.len()..];
                assert!(!rest.starts_with('{'), "src/{}:{number}: one `use` for each room", self.path);
                let name: String = rest.chars().take_while(|character| is_part_of_name(*character)).collect();
                imports.push((number, name));
            }
        }
        imports
    }

    /// The first line of code that holds a word.
    fn line_of(&self, word: &str) -> Option<usize> {
        self.code()
            .find(|(_, line)| line.match_indices(word).any(|(at, _)| !line[..at].ends_with(is_part_of_name)))
            .map(|(number, _)| number)
    }

    /// The first line that uses an outside crate.
    fn line_of_crate(&self, name: &str) -> Option<usize> {
        let path = format!("{name}::");
        let import = format!("use {name};");
        self.code()
            .find(|(_, line)| {
                line.contains(&import)
                    || line
                        .match_indices(&path)
                        .any(|(at, _)| !line[..at].ends_with([':', '_']) && !line[..at].ends_with(is_part_of_name))
            })
            .map(|(number, _)| number)
    }
}

fn is_part_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether a path is a file, or below a folder that is written with a slash at its end.
fn is_at(path: &str, place: &str) -> bool {
    if place.ends_with('/') { path.starts_with(place) } else { path == place }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
