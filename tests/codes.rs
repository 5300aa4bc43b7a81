//! Every complaint has a wrong example, and every example a code that exists.

use crate::{documents, trials};
use leavebehind::diagnostic::Code;
use libtest_mimic::Trial;
use std::collections::BTreeSet;

/// Codes that no site of texts can bring about, and where they are tested instead.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::Gate, "commands.rs: a threshold is asked for on the command line"),
    (Code::BlindLeakCheck, "it says that the program itself is at fault; src/proof/tests.rs"),
    (Code::Leak, "the filter would have to fail: src/proof/tests.rs, over outputs with planted words"),
    (Code::SearchTrimmed, "it takes hundreds of long pages: src/render/search/tests.rs"),
    (Code::BookLayout, "book.rs: it takes the PDF engine"),
    (Code::MissingGlyph, "book.rs: it takes the PDF engine"),
];

pub(crate) fn trials() -> Vec<Trial> {
    trials!["codes"; every_code_has_a_wrong_example, every_example_has_a_code_that_exists]
}

fn every_code_has_a_wrong_example() {
    let shown = documents::codes();
    let elsewhere: BTreeSet<_> = ELSEWHERE.iter().map(|(code, _)| code.as_str()).collect();
    let missing: Vec<_> = Code::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !shown.contains(*code) && !elsewhere.contains(code))
        .collect();
    assert!(missing.is_empty(), "no document below tests/suite/ shows: {}", missing.join(", "));
}

fn every_example_has_a_code_that_exists() {
    let known: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let unknown: Vec<_> = documents::codes().into_iter().filter(|code| !known.contains(code.as_str())).collect();
    assert!(unknown.is_empty(), "no such codes: {unknown:?}");
}
