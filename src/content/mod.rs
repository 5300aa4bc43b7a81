//! Notes and YAML into records as their authors wrote them.
//!
//! In: the snapshot and the settings. Out: a [`Corpus`] of `Entry<Mention>`, and every complaint
//! about form: front matter, YAML, fields, Markdown.
//!
//! *Invariant:* nothing is looked up in another record; a reference stays as written. An audience
//! that cannot be read counts as internal.

mod markdown;
mod text;

use crate::config::Config;
use crate::diagnostic::{Outcome, Report};
use crate::model::Corpus;
use crate::source::SourceTree;

/// Reads every note and register below `content/`.
pub fn read(_sources: &SourceTree, _config: &Config) -> Outcome<Corpus> {
    Outcome::new(Corpus::default(), Report::new())
}
