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
mod fields;
mod file;
mod front_matter;
mod heading;
mod manuscript;
mod markdown;
mod oddity;
mod order;
mod place;
mod reading;
mod record;
mod register;
mod schema;
mod text;
mod yaml;

use crate::config::{Config, Exclusion};
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::model::{Audiences, Corpus, EntryId};
use crate::source::{SourcePath, SourceTree, Span};
use audience::Circles;
use place::Place;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A record that the book leaves out, and where site.toml says so.
fn excluded(exclusion: &Exclusion, config: &Config) -> Option<(EntryId, Span)> {
    match exclusion {
        Exclusion::Entry(id) => Some((id.clone(), config.places.get(&format!("book.exclude.{id}"))?.clone())),
        Exclusion::Kind(_) => None,
    }
}

/// What site.toml withholds by a path that is not there is not withheld.
fn check_audiences(config: &Config, circles: &Circles, sources: &SourceTree, report: &mut Report) {
    let below_content = |path: &SourcePath| path.as_str().trim_start_matches("content/").to_owned();
    // Of one whose audience cannot be read enough has been said.
    let readable = config.audiences.iter().filter(|(written, _)| !config.doubtful_audiences.contains(written));
    for (written, _) in readable {
        let Some(place) = config.places.get(&format!("audiences.{written}")) else { continue };
        // What is there and cannot be read has been complained of.
        let unread = sources.oddities().iter().map(|oddity| &oddity.path);
        if sources
            .below("content")
            .map(|(path, _)| path)
            .chain(unread)
            .any(|path| circles.covers(written, &below_content(path)))
        {
            continue;
        }
        let files: BTreeSet<String> = sources.below("content").map(|(path, _)| below_content(path)).collect();
        let folders = files.iter().flat_map(|file| file.match_indices('/').map(|(at, _)| &file[..at]));
        let names: BTreeSet<&str> = folders.chain(files.iter().map(String::as_str)).collect();
        let message = format!("no file is at \"{written}\" below content/, and nothing is withheld by it");
        report.push(
            Diagnostic::warning(Code::UnmatchedAudience, place.clone(), message)
                .did_you_mean(written, names)
                .hint("a folder, a file, or a pattern such as \"sessions/**/steering-*\""),
        );
    }
}

/// Reads every note and register below `content/`.
pub fn read(sources: &SourceTree, config: &Config) -> Outcome<Corpus> {
    let mut report = Report::new();
    oddity::complain(sources, &mut report);
    let circles = Circles::of(config);
    let root_has_index = sources.below("content").any(|(path, _)| {
        path.folder() == "content" && path.stem().eq_ignore_ascii_case("index") && path.ending() == "md"
    });
    let files: Vec<_> = sources.below("content").collect();
    let pieces: Vec<_> = files
        .into_par_iter()
        .map(|(path, file)| file::read(path, file.bytes(), &place::of(path, root_has_index), &circles))
        .collect();
    check_audiences(config, &circles, sources, &mut report);
    let mut corpus = corpus::assemble(pieces, &mut report);
    corpus.engagement = config.engagement.clone();
    let said = |path: &SourcePath| circles.of_path(path.as_str().trim_start_matches("content/"));
    let said = sources.below("content").map(|(path, _)| (path.clone(), said(path)));
    corpus.restricted = said.filter(|(_, audiences)| *audiences != Audiences::unsaid()).collect();
    corpus.excluded = config.book.exclude.iter().filter_map(|exclusion| excluded(exclusion, config)).collect();
    for oddity in sources.oddities() {
        match place::of(&oddity.path, root_has_index) {
            Place::Note(kind, _) | Place::Records(kind, _) | Place::Register(kind) => {
                corpus.unread.insert(kind);
            }
            _ => {}
        }
    }
    if corpus.entries.is_empty() && !report.has_errors() {
        report.push(
            Diagnostic::of_site(Code::EmptySite, Severity::Error, "there is nothing to build: no note below content/")
                .hint("write content/index.md: a title and a few words are enough"),
        );
    }
    Outcome::new(corpus, report)
}
