//! Whole sites: a tiny one, the sample in this repository, and real notes of others.

use crate::support::{Built, Site, corpora, dead_links, needing};
use crate::trials;
use leavebehind::compile::{Compiled, Request, compile};
use leavebehind::diagnostic::{Code, Outcome, Severity};
use leavebehind::output::OutputTree;
use leavebehind::source::SourceTree;
use leavebehind::source::disk::load;
use libtest_mimic::Trial;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = trials!["sites";
        two_notes_and_a_session_are_a_good_site,
        the_sample_builds_without_a_warning,
        every_edition_of_the_sample_holds_no_dead_link,
        every_edition_of_the_sample_is_published_with_its_book,
        the_same_sources_give_the_same_tree,
        a_note_with_more_elements_than_memory_holds_is_refused_and_the_others_are_read,
        what_is_too_long_for_the_leak_check_is_not_published,
    ];
    for name in ["k8s-community", "mscode-playbook"] {
        trials.push(needing(&format!("sites::{name}::counts_are_as_expected"), move || corpora(name), counts_agree));
        trials.push(needing(&format!("sites::{name}::no_link_is_dead"), move || corpora(name), no_link_is_dead));
        trials.push(needing(&format!("sites::{name}::broken_links_are_named"), move || corpora(name), links_are_named));
    }
    trials
}

fn request() -> Request {
    Request { pdf: false, epub: false, ..Request::on("2026-05-29".parse().unwrap()) }
}

fn made(folder: &Path, request: &Request) -> (SourceTree, Outcome<Compiled>) {
    let sources = load(folder).unwrap_or_else(|error| panic!("{error}"));
    let made = compile(&sources, request);
    (sources, made)
}

fn sample() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn a_note_with_more_elements_than_memory_holds_is_refused_and_the_others_are_read() {
    let prose = "The vendor was asked late, and so the estimate came later than the plan had it.\n";
    for (what, text, line) in [
        ("lines", "a\n\n".repeat(1_000_100), Some("a.md:1999999:1")),
        ("links", "[a](b) ".repeat(500_100), Some("a.md:3:1")),
        ("addresses", "[a](https://b.c) ".repeat(250_000), Some("a.md:3:1")),
        ("ordinary sentences", prose.repeat(30_000), None),
    ] {
        let built = Site::new()
            .file("content/lessons/a.md", format!("# A\n\n{text}"))
            .file("content/lessons/b.md", "# B\n\n[gone](gone.md)\n")
            .build();
        let of_size = built.report.iter().filter(|diagnostic| diagnostic.code == Code::TooLarge).count();
        assert_eq!(of_size, usize::from(line.is_some()), "{what}");
        assert!(
            built.report.iter().any(|diagnostic| diagnostic.code == Code::BrokenLink),
            "{what}: the others are read"
        );
        if let Some(line) = line {
            assert!(built.said().contains(line), "{what}");
        }
    }
}

fn what_is_too_long_for_the_leak_check_is_not_published() {
    let blank = "\n".repeat(3_000_100);
    let built = Site::new().file("content/lessons/a.md", format!("# A\n{blank}Ask early.\n")).build();
    let errors: Vec<Code> = built.errors().iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(errors, [Code::BlindLeakCheck]);
}

fn two_notes_and_a_session_are_a_good_site() {
    let built = Site::new()
        .file("content/index.md", "# Our year\n\nSee [the lesson](lessons/late-vendors.md).\n")
        .file("content/lessons/late-vendors.md", "# Late vendors\n\nAsk early.\n")
        .file(
            "content/sessions/2026-02.yaml",
            "title: Kick-off\ndate: 2026-02-03\ntype: workshop\nparticipants: [Mei Tanaka]\nskills: [estimating]\n",
        )
        .build();
    assert!(built.errors().is_empty(), "{}", built.said());
    assert_eq!(dead_links(&built.output), Vec::<String>::new());
    assert!(built.page("index.html").contains("lessons/late-vendors.html"));
    assert_eq!(rows(&built.output, "people").len(), 1, "who is named in a session is a person");
    assert_eq!(rows(&built.output, "skills").len(), 1);
}

fn the_sample_builds_without_a_warning() {
    let (sources, made) = made(sample(), &request());
    let built = Built { sources, output: made.value.output, report: made.report };
    assert_eq!(built.said(), "");
    assert!(built.output.len() > 100, "it has {} files", built.output.len());
}

fn every_edition_of_the_sample_holds_no_dead_link() {
    for edition in ["internal", "client", "vendor", "public"] {
        let (_, made) = made(sample(), &Request { edition: Some(edition.into()), ..request() });
        assert_eq!(dead_links(&made.value.output), Vec::<String>::new(), "in {edition}");
    }
}

/// The lines of a title page are no sentence, even where withheld words stand in that order.
fn every_edition_of_the_sample_is_published_with_its_book() {
    for edition in ["client", "vendor", "public"] {
        let pdf = cfg!(feature = "pdf");
        let (_, made) = made(sample(), &Request { edition: Some(edition.into()), epub: true, pdf, ..request() });
        let errors: Vec<_> = made.report.iter().filter(|it| it.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{edition}: {errors:?}");
        let books =
            made.value.output.files().filter(|(path, _)| path.as_str() == "book/what-we-leave-behind.pdf").count();
        assert_eq!(books, usize::from(pdf), "{edition}");
    }
}

fn the_same_sources_give_the_same_tree() {
    let bytes = |output: &OutputTree| {
        output.files().map(|(path, content)| (path.to_string(), content.bytes().to_vec())).collect::<Vec<_>>()
    };
    let (_, first) = made(sample(), &request());
    let (_, second) = made(sample(), &request());
    assert!(bytes(&first.value.output) == bytes(&second.value.output), "two builds differ");
}

/// The rows of a register among the data files.
fn rows(output: &OutputTree, name: &str) -> Vec<Value> {
    let path = format!("data/{name}.json");
    let text = output.text(&path).unwrap_or_else(|| panic!("there is no {path}"));
    serde_json::from_str(text).unwrap()
}

fn counts_agree(folder: impl AsRef<Path>) {
    let folder = folder.as_ref();
    let expected: Value = serde_json::from_str(&fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    let (_, made) = made(folder, &Request { links_warn: true, ..request() });
    assert!(!made.report.has_errors());
    let output = &made.value.output;
    let count = |key: &str| expected.get(key).and_then(Value::as_u64).map(|count| count as usize);
    assert_eq!(Some(rows(output, "playbooks").len()), count("playbook_pages"), "playbooks");
    assert_eq!(Some(rows(output, "lessons").len()), count("lesson_pages"), "lessons");
    let Some(sessions) = count("sessions") else { return };

    let records = rows(output, "sessions");
    assert_eq!(records.len(), sessions, "sessions");
    let mut years = BTreeMap::<String, usize>::new();
    let mut skills = BTreeMap::<String, usize>::new();
    for session in &records {
        *years.entry(session["date"].as_str().unwrap()[..4].to_owned()).or_default() += 1;
        for skill in session["skills"].as_array().unwrap() {
            *skills.entry(skill.as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    let expected_years: BTreeMap<String, usize> = serde_json::from_value(expected["sessions_by_year"].clone()).unwrap();
    assert_eq!(years, expected_years, "sessions by year");
    assert_eq!(Some(skills.len()), count("distinct_skills"), "skills");
    for pair in expected["sessions_by_skill_top10"].as_array().unwrap() {
        let name = pair[0].as_str().unwrap();
        assert_eq!(skills.get(name).map(|count| *count as u64), pair[1].as_u64(), "sessions of {name}");
    }
    let people = rows(output, "people");
    let sessions_of = |person: &Value| person["sessions"].as_u64().unwrap_or_default();
    let attended = people.iter().filter(|person| sessions_of(person) > 0).count();
    assert_eq!(Some(attended), count("people_who_attended"), "people who attended");
    // Whoever is written in several ways is one person, who was there more often than one spelling says.
    for pair in expected["top_participants"].as_array().unwrap() {
        let one: Vec<u64> = people.iter().filter(|person| person["name"] == pair[0]).map(sessions_of).collect();
        assert_eq!(one.len(), 1, "{} is one person", pair[0]);
        assert!(Some(one[0]) >= pair[1].as_u64(), "{} was in {} sessions only", pair[0], one[0]);
    }
}

fn no_link_is_dead(folder: impl AsRef<Path>) {
    let (_, made) = made(folder.as_ref(), &Request { links_warn: true, ..request() });
    assert_eq!(dead_links(&made.value.output), Vec::<String>::new());
}

fn links_are_named(folder: impl AsRef<Path>) {
    let folder = folder.as_ref();
    let (_, made) = made(folder, &request());
    let links = [Code::BrokenLink, Code::BrokenAnchor, Code::MissingImage, Code::LinkOutside];
    let mut named = Vec::new();
    for diagnostic in made.report.iter().filter(|diagnostic| links.contains(&diagnostic.code)) {
        assert_eq!(diagnostic.severity, Severity::Error);
        let file = diagnostic.primary.as_ref().map(|label| label.span.file.to_string());
        named.push((file.unwrap_or_default(), diagnostic.message.clone()));
    }
    // Lines are not compared: those of the list do not count front matter.
    let known = fs::read_to_string(folder.join("BROKEN-LINKS.txt")).unwrap();
    let missing: Vec<_> = known
        .lines()
        .filter_map(|line| {
            let (place, link) = line.split_once(": ")?;
            let (file, _) = place.rsplit_once(':')?;
            Some((format!("content/{file}"), link.split('#').next().unwrap_or_default().to_owned()))
        })
        .filter(|(file, link)| !named.iter().any(|(at, message)| at == file && message.contains(link.as_str())))
        .collect();
    assert_eq!(missing, Vec::new(), "not named");
}
