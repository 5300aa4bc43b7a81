//! What the preview shows at a moment.

use super::book::Book;
use crate::diagnostic::{Report, Severity, print};
use crate::output::OutputTree;
use crate::source::SourceTree;
use std::sync::Arc;

/// The last good site, and the errors that keep a newer one from being built.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Counts the good sites, so that a page knows whether it is outdated. 0 before the first.
    pub(super) version: u64,
    /// The last good site, and its book; none before the first.
    pub(super) site: Option<Arc<(OutputTree, Book)>>,
    /// The errors of what came after it.
    pub(super) problems: Arc<Vec<print::Item>>,
}

impl Shown {
    /// What is shown before anything has been built.
    pub(super) fn nothing() -> Self {
        Self { version: 0, site: None, problems: Arc::default() }
    }

    /// A new good site.
    pub(super) fn good(self, site: OutputTree, book: Book) -> Self {
        Self { version: self.version + 1, site: Some(Arc::new((site, book))), problems: Arc::default() }
    }

    /// The same site, with the errors that stand in the way of the next.
    pub(super) fn broken(self, report: &Report, sources: &SourceTree) -> Self {
        let errors = report.clone().map(|diagnostic| (diagnostic.severity == Severity::Error).then_some(diagnostic));
        Self { problems: Arc::new(print::items(&errors, sources)), ..self }
    }

    /// What a page in the browser is told: the version, and the errors.
    pub(super) fn news(&self) -> String {
        let problems = self.problems.as_slice();
        serde_json::json!({ "version": self.version, "problems": problems }).to_string()
    }
}
