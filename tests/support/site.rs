//! A tiny site, built from texts in one chain.

use jiff::civil::{Date, date};
use leavebehind::compile::{Request, compile};
use leavebehind::diagnostic::{Diagnostic, Report, Severity, print};
use leavebehind::output::OutputTree;
use leavebehind::source::{Oddity, SourcePath, SourceTree};

/// A site that is being written.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    sources: SourceTree,
    request: Request,
}

/// The day on which all tests take place.
const TODAY: Date = date(2026, 5, 29);

impl Site {
    /// A site without any file.
    pub(crate) fn new() -> Self {
        let request = Request { pdf: false, epub: false, ..Request::on(TODAY) };
        Self { sources: SourceTree::new(), request }
    }

    /// With a file.
    pub(crate) fn file(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.sources.insert(SourcePath::new(path), bytes.as_ref());
        self
    }

    /// With something that could not be read.
    pub(crate) fn oddity(mut self, oddity: Oddity) -> Self {
        self.sources.note(oddity);
        self
    }

    /// With other wishes.
    pub(crate) fn request(mut self, change: impl FnOnce(&mut Request)) -> Self {
        change(&mut self.request);
        self
    }

    /// Its files, and what is asked for.
    pub(crate) fn into_parts(self) -> (SourceTree, Request) {
        (self.sources, self.request)
    }

    /// Builds it.
    pub(crate) fn build(self) -> Built {
        let outcome = compile(&self.sources, &self.request);
        Built { sources: self.sources, output: outcome.value.output, report: outcome.report }
    }
}

/// What became of a site.
#[derive(Debug)]
pub(crate) struct Built {
    /// What it was built from.
    pub(crate) sources: SourceTree,
    /// What would be written.
    pub(crate) output: OutputTree,
    /// What there was to say.
    pub(crate) report: Report,
}

impl Built {
    /// The text of an output file; the test fails where there is none.
    pub(crate) fn page(&self, path: &str) -> &str {
        let known = || self.output.files().map(|(path, _)| path.to_string()).collect::<Vec<_>>().join("\n  ");
        self.output.text(path).unwrap_or_else(|| panic!("there is no {path}; there are:\n  {}", known()))
    }

    /// The diagnostics as a person reads them.
    pub(crate) fn said(&self) -> String {
        let text = print::for_people(&self.report, &self.sources, 120);
        anstream::adapter::strip_str(&text).to_string()
    }

    /// The errors.
    pub(crate) fn errors(&self) -> Vec<&Diagnostic> {
        self.report.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect()
    }
}
