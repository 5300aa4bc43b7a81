//! No withheld word in any byte of an edition: every place where a secret could hide.
//!
//! A token of its own is planted in each place. None may be found in the client's edition, with
//! archives opened and compression undone; each must be found in the internal edition, or the case
//! would be blind, except where it is for no reader at all. What is no word (a number, an order, a
//! hash) is compared between a site with withheld matter and one without.

mod near;
mod opened;
mod outside;
mod planted;
mod roles;
mod token;
mod traces;

use crate::support::Site;
use leavebehind::diagnostic::Code;
use libtest_mimic::Trial;
use opened::{open, opened, text_of};
use planted::{FILES, For, PLACES};
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use token::{Kind, code};

/// The list of places where a secret could hide, and the test that looks there.
const LIST: [(u32, &str, &str); 60] = [
    (1, "internal front-matter field", "place_1_"),
    (2, "unknown front-matter field", "place_2_"),
    (3, "title, slug, alias, tag of an internal note", "place_3_"),
    (4, "body of an internal note", "place_4_"),
    (5, "folder of internal notes", "place_5_"),
    (6, "note internal by folder default", "place_6_"),
    (7, "by glob in the settings", "place_7_"),
    (8, "internal block", "place_8_"),
    (9, "the same inside list, quote, footnote, nested block", "place_9_"),
    (10, "text next to an internal block", "place_10_"),
    (11, "heading inside an internal block", "place_11_"),
    (12, "footnote used only from internal text", "place_12_"),
    (13, "link definition used only there", "place_13_"),
    (14, "numbering of figures, sections, footnotes", "traces::numbers_of_footnotes"),
    (15, "internal session field", "place_15_"),
    (16, "internal session record", "place_16_"),
    (17, "attendance of an internal person", "traces::attendance"),
    (18, "sums, counts and averages over internal sessions", "traces::sums"),
    (19, "first and last date, number of sessions", "traces::dates"),
    (20, "internal person's name, address, role", "place_20_"),
    (21, "glossary and index entries used only internally", "place_21_"),
    (22, "withheld actions and decisions, and the gap in their ids", "traces::numbers_of_parts"),
    (23, "HTML comment", "place_23_"),
    (24, "YAML comment", "place_24_"),
    (25, "Markdown comment", "place_25_"),
    (26, "raw HTML", "place_26_"),
    (27, "alternative text of an image in internal text", "place_27_"),
    (28, "image used only internally", "only_files_that_visible_text_names_are_copied"),
    (29, "its file name", "place_29_"),
    (30, "metadata of a visible image", "place_30_"),
    (31, "original beside the resized image", "only_files_that_visible_text_names_are_copied"),
    (32, "attachments and their metadata", "an_attachment_that_names_its_author_is_a_warning"),
    (33, "attachment used only internally", "place_33_"),
    (34, "search index", "kinds_of_output::search index"),
    (35, "sitemap", "kinds_of_output::sitemap"),
    (36, "feed", "kinds_of_output::feed"),
    (37, "JSON data, redirects", "kinds_of_output::data"),
    (38, "backlinks, related notes, next and previous", "traces::neighbours"),
    (39, "tag and person pages, empty categories", "traces::tags"),
    (40, "text and title of a link to an internal note", "place_40_"),
    (41, "broken-link placeholders", "place_41_"),
    (42, "a withheld note shown inside another", "a_note_is_never_shown_inside_another"),
    (43, "hover previews", "traces::previews_of_links"),
    (44, "404 page", "kinds_of_output::404 page"),
    (45, "meta elements", "kinds_of_output::meta elements"),
    (46, "EPUB", "kinds_of_output::EPUB"),
    (47, "PDF", "kinds_of_output::PDF"),
    (48, "style sheets", "kinds_of_output::style sheets"),
    (49, "class names from tags", "traces::tags"),
    (50, "file and folder names of sources", "place_50_"),
    (51, "paths, user and host of the machine", "outside::nothing_of_the_machine"),
    (52, "git", "outside::nothing_of_the_machine"),
    (53, "settings and environment", "outside::nothing_of_the_machine"),
    (54, "manifest, cache and log in the folder", "outside::nothing_else_is_in_the_folder"),
    (55, "an earlier internal build in the same folder", "outside::an_earlier_internal_build"),
    (56, "preview of the client's edition", "outside::a_preview_of_the_client_s_edition_shows_no_error"),
    (57, "standard output of a build", "outside::standard_output"),
    (58, "byte size of pages", "worlds::client_sees_the_same"),
    (59, "hashes of assets", "traces::hashes"),
    (60, "order of items", "worlds::client_sees_the_same"),
];

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = crate::trials!["secrecy";
        both_editions_are_built_without_an_error,
        every_kind_of_file_holds_a_visible_title,
        only_files_that_visible_text_names_are_copied,
        no_part_of_a_natural_token_is_left,
        an_attachment_that_names_its_author_is_a_warning,
        a_withheld_person_in_visible_prose_is_an_error,
        a_note_is_never_shown_inside_another,
        no_two_places_share_a_token,
        a_filter_that_lets_everything_through_is_caught_at_every_place,
        the_client_s_sources_hold_nothing_withheld,
    ];
    for (place, reader, name) in PLACES {
        let name = format!("secrecy::place_{place}_{}", name.replace([' ', ','], "_"));
        trials.push(crate::trial_of(&name, move || {
            Kind::ALL.into_iter().for_each(|kind| is_found_by(kind, *place, *reader));
        }));
    }
    for (name, is_one, shows) in OUTPUTS {
        let name = format!("secrecy::kinds_of_output::{name}");
        trials.push(crate::trial_of(&name, move || holds_nothing_withheld(*is_one, *shows)));
    }
    trials.extend(traces::trials());
    trials.extend(near::trials());
    trials.extend(outside::trials());
    trials.extend(roles::trials());
    let mut names: Vec<String> = trials.iter().map(|trial| trial.name().to_owned()).collect();
    names.extend(crate::worlds::trials().iter().map(|trial| trial.name().to_owned()));
    trials.push(crate::trial_of("secrecy::every_place_of_the_list_has_its_test", move || {
        for (at, (number, place, test)) in LIST.iter().enumerate() {
            assert_eq!(at + 1, *number as usize);
            assert!(names.iter().any(|name| name.contains(test)), "{number} ({place}): there is no test {test}");
        }
    }));
    trials
}

fn is_found_by(kind: Kind, place: u32, reader: For) {
    let code = code(place);
    let client = opened(kind, "client");
    if reader == For::All {
        assert!(client.text.contains(&code), "{kind:?}: the client does not see what is visible");
    } else {
        let found: Vec<&str> = client.text.lines().filter(|line| line.contains(&code)).take(3).collect();
        assert!(found.is_empty(), "{kind:?}: found in the client's edition: {found:#?}");
    }
    let internal = opened(kind, "internal").text.contains(&code);
    assert_eq!(internal, reader != For::Nobody, "{kind:?}: whether it is in the internal edition");
}

fn no_two_places_share_a_token() {
    let all: BTreeSet<String> = PLACES.iter().map(|(place, ..)| code(*place)).collect();
    assert_eq!(all.len(), PLACES.len());
    let planted: String =
        FILES.iter().flat_map(|(path, text)| [Kind::Canary.planted(path), Kind::Canary.planted(text)]).collect();
    for (place, _, name) in PLACES.iter().filter(|(place, ..)| !matches!(place, 30 | 130 | 230 | 430)) {
        assert!(planted.contains(&code(*place)), "{name} is planted nowhere");
    }
}

/// A shortened or divided token would lack its end.
fn no_part_of_a_natural_token_is_left() {
    let client = opened(Kind::Natural, "client");
    let internal = opened(Kind::Natural, "internal");
    for part in ["falke", "zürich", "zu\u{308}rich", "zurich", "z%c3%bcrich", "z\\u00fcrich"] {
        let found: Vec<&str> = client.text.lines().filter(|line| line.contains(part)).take(3).collect();
        assert!(found.is_empty(), "{part}: {found:#?}");
    }
    assert!(internal.text.contains("falke zürich") && internal.text.contains("falke-z"));
}

fn both_editions_are_built_without_an_error() {
    for kind in Kind::ALL {
        for edition in ["client", "internal"] {
            let opened = opened(kind, edition);
            assert_eq!(opened.built.errors().len(), 0, "{kind:?}, {edition}:\n{}", opened.built.said());
        }
    }
}

fn every_kind_of_file_holds_a_visible_title() {
    let client = opened(Kind::Natural, "client");
    let endings: BTreeSet<&str> = client
        .built
        .output
        .files()
        .filter_map(|(path, _)| path.as_str().rsplit_once('.').map(|(_, ending)| ending))
        .collect();
    for ending in endings.into_iter().filter(|ending| ["html", "json", "csv", "epub", "pdf"].contains(ending)) {
        let mut text = String::new();
        let files = client.built.output.files().filter(|(path, _)| path.as_str().ends_with(ending));
        files.for_each(|(_, content)| open(content.bytes(), &mut text));
        assert!(text.to_lowercase().contains(&code(900)), "no {ending} file holds the title");
    }
}

/// The kinds of output: which files are of it, and whether visible records are named there.
type Output = (&'static str, fn(&str) -> bool, bool);

const OUTPUTS: &[Output] = &[
    ("search index", |path| path == "static/search-index.js", true),
    ("sitemap", |path| path == "sitemap.xml", false),
    ("feed", |path| path == "feed.xml", false),
    ("data", |path| path.starts_with("data/"), true),
    ("404 page", |path| path == "404.html", false),
    ("meta elements", |path| path == "playbooks/open.html", true),
    ("EPUB", |path| path.ends_with(".epub"), true),
    #[cfg(feature = "pdf")]
    ("PDF", |path| path.ends_with(".pdf"), true),
    #[cfg(not(feature = "pdf"))]
    ("PDF", |path| path == "index.html", false),
    ("style sheets", |path| path.ends_with(".css"), false),
];

fn holds_nothing_withheld(is_one: fn(&str) -> bool, shows: bool) {
    for kind in Kind::ALL {
        let client = opened(kind, "client");
        let mut text = String::new();
        let files = client.built.output.files().filter(|(path, _)| is_one(path.as_str()));
        files.for_each(|(path, content)| {
            text.push_str(path.as_str());
            open(content.bytes(), &mut text);
        });
        let text = text.to_lowercase();
        assert!(!text.is_empty(), "there is no such output");
        assert!(!shows || text.contains(&code(900)), "{kind:?}: the visible title is not there");
        for (place, reader, name) in PLACES {
            assert!(*reader == For::All || !text.contains(&code(*place)), "{kind:?}: {name} is there");
        }
    }
}

/// Neither a file that only withheld text names is there, nor an image as it was before it was
/// cleaned.
fn only_files_that_visible_text_names_are_copied() {
    let client = opened(Kind::Canary, "client");
    let output = &client.built.output;
    let copied: Vec<String> = output
        .files()
        .map(|(path, _)| path.to_string())
        .filter(|path| path.starts_with("playbooks/") && !path.ends_with(".html"))
        .collect();
    assert_eq!(copied, ["playbooks/door.jpg", "playbooks/plan.svg", "playbooks/sheet.csv", "playbooks/wall.png"]);
    for image in ["content/playbooks/door.jpg", "content/playbooks/plan.svg", "content/playbooks/wall.png"] {
        let original = client.built.sources.get(&leavebehind::source::SourcePath::new(image)).unwrap().bytes();
        assert!(output.files().all(|(_, content)| content.bytes() != &**original), "{image} is there as it was");
    }
}

fn an_attachment_that_names_its_author_is_a_warning() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("docProps/core.xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(b"<cp:coreProperties><dc:creator>Gordon Pell</dc:creator></cp:coreProperties>").unwrap();
    let docx = writer.finish().unwrap().into_inner();
    let pdf = b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n3 0 obj <</Author (Gordon Pell)>> endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n0000000106 00000 n \ntrailer <</Size 4 /Root 1 0 R /Info 3 0 R>>\nstartxref\n145\n%%EOF\n";
    let built = Site::new()
        .file("content/index.md", "# A\n\n[Letter](letter.docx) and [print](print.pdf)\n")
        .file("content/letter.docx", docx)
        .file("content/print.pdf", pdf)
        .build();
    let warned = built.report.iter().filter(|complaint| complaint.code == Code::AttachmentMetadata).count();
    assert_eq!(warned, 2, "{}", built.said());
}

fn a_withheld_person_in_visible_prose_is_an_error() {
    let built = Site::new()
        .file("content/people.yaml", "people:\n  - name: Gordon Pell\n    audience: internal\n")
        .file("content/index.md", "# A\n\nAsk Gordon Pell.\n")
        .build();
    let errors = built.errors();
    let leak = errors.iter().find(|error| error.code == Code::Leak).unwrap_or_else(|| panic!("{}", built.said()));
    assert_eq!(leak.primary.as_ref().map(|label| label.span.file.as_str()), Some("content/index.md"));
}

fn a_note_is_never_shown_inside_another() {
    let built = Site::new()
        .file("content/index.md", "# A\n\n![[late]]\n")
        .file("content/lessons/late.md", "---\naudience: internal\n---\n\n# Late\n\nAn unmistakable sentence.\n")
        .build();
    assert!(built.errors().iter().any(|error| error.code == Code::MissingImage), "{}", built.said());
    assert!(!text_of(&built.output).contains("unmistakable"));
}

/// What the leak check says where nothing at all is withheld from what it is given.
fn a_filter_that_lets_everything_through_is_caught_at_every_place() {
    let internal = opened(Kind::Canary, "internal");
    let client = opened(Kind::Canary, "client");
    let sources = &client.built.sources;
    let config = leavebehind::config::read(sources).value;
    let policy = leavebehind::model::Policy::client();
    let terms = leavebehind::proof::Terms {
        policy: &policy,
        audiences: &config.audiences,
        vocabulary: &[],
        date: jiff::civil::date(2026, 5, 29),
    };
    let report = leavebehind::proof::Search::new(sources, &terms).examine(&internal.built.output, &[]).report;
    let mut lines = String::new();
    for span in report
        .iter()
        .filter(|complaint| complaint.code == Code::Leak)
        .filter_map(|complaint| complaint.primary.as_ref())
    {
        let span = &span.span;
        lines.push_str(span.file.as_str());
        lines.push('\n');
        if let Some(line) = sources.text(&span.file).and_then(|text| text.get(span.start as usize..span.end as usize)) {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    let missed: Vec<&str> = PLACES
        .iter()
        // What is withheld because another record is (65) cannot be read off its own line.
        .filter(|(place, reader, _)| *reader == For::Us && *place != 65 && !lines.contains(&code(*place)))
        .map(|(_, _, name)| *name)
        .collect();
    assert!(missed.is_empty(), "not seen by the leak check: {missed:#?}\n{lines}");
}

/// What `export` writes is held to the same.
fn the_client_s_sources_hold_nothing_withheld() {
    for kind in Kind::ALL {
        let (sources, request) = planted::site(kind).into_parts();
        let made = leavebehind::compile::compile(&sources, &request).value;
        let exported = made.sources(&sources);
        assert!(!exported.report.has_errors());
        let text = text_of(&exported.value);
        assert!(text.contains(&code(900)) && text.contains(&code(902)));
        for (place, reader, name) in PLACES {
            assert!(*reader == For::All || !text.contains(&code(*place)), "{kind:?}: {name} is in the sources");
        }
    }
}
