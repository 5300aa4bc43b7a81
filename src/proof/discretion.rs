//! What may be said where readers of an edition could look on.
//!
//! The preview shows an author's mistakes over the pages of an edition, and a page that is shown to
//! a client must not say what stands in a note that the client never sees.

use super::reading::{self, SourceText};
use super::{Search, Terms, Wanted};
use crate::diagnostic::{Diagnostic, Report};
use crate::output::OutputPath;
use crate::source::{SourcePath, SourceTree, Span};
use std::collections::BTreeMap;

/// The same report, in which nothing tells what an edition withholds: neither a line of it nor a
/// name from it. What would is said by its code alone, without a place.
pub fn discreet(report: &Report, sources: &SourceTree, terms: &Terms<'_>) -> Report {
    if terms.policy.is_internal() {
        return report.clone();
    }
    let texts = reading::read(sources, terms);
    let places = withheld_places(&texts);
    let wanted = Some(Wanted::of(texts, sources, terms));
    let search = Search { sources, policy: terms.policy, date: terms.date, wanted };
    report.clone().map(|diagnostic| {
        let tells = spans(&diagnostic).any(|span| is_withheld(span, sources, &places))
            || search.finds_in(&OutputPath::new("news.txt"), &said(&diagnostic));
        Some(if tells { masked(&diagnostic) } else { diagnostic })
    })
}

/// Where withheld words begin, by their files.
fn withheld_places(texts: &[SourceText]) -> BTreeMap<SourcePath, Vec<u32>> {
    let mut places: BTreeMap<SourcePath, Vec<u32>> = BTreeMap::new();
    for text in texts {
        let withheld = text.passages.iter().filter(|passage| passage.withheld);
        let mut words: Vec<u32> = withheld.flat_map(|passage| &passage.words).map(|word| word.at).collect();
        words.sort_unstable();
        places.entry(text.file.clone()).or_default().extend(words);
    }
    places
}

fn spans(diagnostic: &Diagnostic) -> impl Iterator<Item = &Span> {
    diagnostic.primary.iter().chain(&diagnostic.related).map(|label| &label.span)
}

/// Whether a withheld word begins in the lines of a span.
fn is_withheld(span: &Span, sources: &SourceTree, places: &BTreeMap<SourcePath, Vec<u32>>) -> bool {
    let (Some(file), Some(words)) = (sources.get(&span.file), places.get(&span.file)) else { return false };
    let bytes = file.bytes();
    let (start, end) = ((span.start as usize).min(bytes.len()), (span.end as usize).min(bytes.len()));
    let start = bytes[..start].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = bytes[end..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| end + at);
    let first = words.partition_point(|word| (*word as usize) < start);
    words.get(first).is_some_and(|word| (*word as usize) < end)
}

/// Everything that a diagnostic says in words.
fn said(diagnostic: &Diagnostic) -> String {
    let mut said = diagnostic.message.clone();
    for label in diagnostic.primary.iter().chain(&diagnostic.related) {
        said.push('\n');
        said.push_str(&label.message);
        said.push('\n');
        said.push_str(label.span.file.as_str());
    }
    for hint in &diagnostic.hints {
        said.push('\n');
        said.push_str(hint);
    }
    said
}

fn masked(diagnostic: &Diagnostic) -> Diagnostic {
    let message = format!("{} in what this edition withholds", diagnostic.code.as_str());
    Diagnostic::of_site(diagnostic.code, diagnostic.severity, message)
        .hint("the terminal in which the preview runs says what and where")
}
