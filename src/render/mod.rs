//! The site, the book, search, data files and feeds.
//!
//! In: one [`Publication`] and a theme. Out: an [`OutputTree`](crate::output::OutputTree).
//!
//! *Invariant:* nothing is filtered here; what an edition withholds never arrives.

pub mod attachment;
pub mod data;
pub mod highlight;
pub mod image;
pub mod picture;
pub mod plain;
pub mod site;
pub mod words;

use crate::config::Config;
use crate::edition::Edition;
use crate::insight::Insights;
use crate::source::{SourcePath, SourceTree};

/// One edition with everything that is derived from it: what a renderer is given.
#[derive(Debug)]
pub struct Publication<'a> {
    /// The settings.
    pub config: &'a Config,
    /// What may be seen.
    pub edition: &'a Edition,
    /// What follows from it.
    pub insights: &'a Insights,
    /// The readiness of the handover, from the internal edition's facts.
    pub sources: &'a SourceTree,
}

impl Publication<'_> {
    /// The bytes of a file that the edition refers to.
    pub fn file(&self, path: &SourcePath) -> Option<&std::sync::Arc<[u8]>> {
        self.sources.get(path).map(crate::source::SourceFile::bytes)
    }
}

/// Renders everything an edition becomes.
pub fn render(_publication: &Publication<'_>) -> crate::diagnostic::Outcome<crate::output::OutputTree> {
    crate::diagnostic::Outcome::new(crate::output::OutputTree::new(), crate::diagnostic::Report::new())
}
