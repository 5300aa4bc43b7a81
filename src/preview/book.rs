//! The files of the book, made when somebody asks for the first of them.

use super::Options;
use crate::compile::{BookFiles, Request, compile};
use crate::diagnostic::{Report, Severity, print};
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::SourceTree;
use std::fmt;
use std::sync::OnceLock;

/// The book of a site that is shown: everything a build makes, of the same sources, or why not.
pub(super) struct Book {
    sources: SourceTree,
    request: Request,
    show: fn(&Report, &SourceTree),
    /// What has been said of these sources already.
    said: Report,
    made: OnceLock<Result<OutputTree, String>>,
}

impl Book {
    /// The book of those sources, of which that was said when the pages were made.
    pub(super) fn of(options: &Options, sources: &SourceTree, said: Report) -> Self {
        let request = Request { book_files: BookFiles::Made, ..options.request.clone() };
        Self { sources: sources.clone(), request, show: options.show, said, made: OnceLock::new() }
    }

    /// A file of it. The first who asks waits until it is made, and so does whoever asks meanwhile.
    ///
    /// # Errors
    /// Why there is no book, as text for people.
    pub(super) fn file(&self, path: &OutputPath) -> Result<Option<&Content>, &str> {
        let made = self.made.get_or_init(|| self.make()).as_ref().map_err(String::as_str)?;
        Ok(made.get(path.as_str()))
    }

    fn make(&self) -> Result<OutputTree, String> {
        let made = compile(&self.sources, &self.request);
        let is_new = |diagnostic| (!self.said.iter().any(|said| *said == diagnostic)).then_some(diagnostic);
        let news = made.report.map(is_new);
        (self.show)(&news, &self.sources);
        if !news.has_errors() {
            return Ok(made.value.output);
        }
        let errors = news.map(|diagnostic| (diagnostic.severity == Severity::Error).then_some(diagnostic));
        let lines = print::items(&errors, &self.sources).into_iter().map(|error| match (error.file, error.line) {
            (Some(file), Some(line)) => format!("{file}:{line}: {}\n", error.message),
            _ => format!("{}\n", error.message),
        });
        Err(lines.collect())
    }
}

impl fmt::Debug for Book {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Book").field("is_made", &self.made.get().is_some()).finish_non_exhaustive()
    }
}
