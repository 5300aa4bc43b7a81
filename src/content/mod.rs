//! Notes and YAML into records as their authors wrote them.
//!
//! In: the snapshot and the settings. Out: a [`Corpus`] of `Entry<Mention>`, and every complaint
//! about form: front matter, YAML, fields, Markdown.
//!
//! *Invariant:* nothing is looked up in another record; a reference stays as written. An audience
//! that cannot be read counts as internal.

mod amount;
mod audience;
mod corpus;
mod date;
mod fields;
mod file;
mod front_matter;
mod heading;
mod manuscript;
mod markdown;
mod oddity;
mod place;
mod reading;
mod record;
mod register;
mod schema;
mod text;
mod yaml;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::model::Corpus;
use crate::source::SourceTree;
use rayon::prelude::*;

/// Reads every note and register below `content/`.
pub fn read(sources: &SourceTree, config: &Config) -> Outcome<Corpus> {
    let mut report = Report::new();
    oddity::complain(sources, &mut report);
    let circles = audience::Circles::of(config);
    let root_has_index = sources.below("content").any(|(path, _)| {
        path.folder() == "content" && path.stem().eq_ignore_ascii_case("index") && path.ending() == "md"
    });
    let files: Vec<_> = sources.below("content").collect();
    let pieces: Vec<_> = files
        .into_par_iter()
        .map(|(path, file)| file::read(path, file.bytes(), &place::of(path, root_has_index), &circles))
        .collect();
    let mut corpus = corpus::assemble(pieces, &mut report);
    corpus.engagement = config.engagement.clone();
    if corpus.entries.is_empty() && !report.has_errors() {
        report.push(
            Diagnostic::of_site(Code::EmptySite, Severity::Error, "there is nothing to build: no note below content/")
                .hint("write content/index.md, or begin with `leavebehind init`"),
        );
    }
    Outcome::new(corpus, report)
}
