//! What there is to say about somebody's notes, and how it is printed.
//!
//! In: complaints of any stage. Out: a [`Report`] beside a stage's value, and its text for people
//! or programs.
//!
//! *Invariant:* a diagnostic is a value; only `print.rs` turns it into text, and nobody prints here.

mod code;
mod nearest;
mod place;
pub mod print;

pub use code::Code;
pub use nearest::{Names, continued, nearest, slip_of};
pub use place::{Place, Places};

use crate::source::Span;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is built while one of these stands.
    Error,
    /// The site is built; the author should look.
    Warning,
}

/// A place, with what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands there; empty where the message says it.
    pub message: String,
}

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the complaint.
    pub code: Code,
    /// Whether it bars the build.
    pub severity: Severity,
    /// One short sentence, lower case, no full stop.
    pub message: String,
    /// The smallest span that is wrong; none where it concerns the whole site.
    pub primary: Option<Label>,
    /// The other end of a clash.
    pub related: Vec<Label>,
    /// What to do about it.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, Some(span), message.into())
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, Some(span), message.into())
    }

    /// A complaint about the whole site.
    pub fn of_site(code: Code, severity: Severity, message: impl Into<String>) -> Self {
        Self::new(code, severity, None, message.into())
    }

    fn new(code: Code, severity: Severity, span: Option<Span>, message: String) -> Self {
        let primary = span.map(|span| Label { span, message: String::new() });
        Self { code, severity, message, primary, related: Vec::new(), hints: Vec::new() }
    }

    /// With words beside the marked place.
    #[must_use]
    pub fn label(mut self, message: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.message = message.into();
        }
        self
    }

    /// With the other end of a clash.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Label { span, message: message.into() });
        self
    }

    /// With advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// With the nearest of the known names as advice, where one is near.
    #[must_use]
    pub fn did_you_mean<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(written, known) {
            Some(name) => self.hint(format!("did you mean \"{name}\"?")),
            None => self,
        }
    }
}

/// All that one run has to say.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Nothing to say.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a complaint.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all complaints of another report.
    pub fn extend(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// The complaints in order of file, place and code, each once.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.diagnostics.sort_by(|a, b| {
            (&a.primary, a.severity, a.code, &a.message).cmp(&(&b.primary, b.severity, b.code, &b.message))
        });
        self.diagnostics.dedup();
        self
    }

    /// The complaints as they came.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning).count()
    }

    /// Whether nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// Keeps those for which the question is answered with yes, and lets each be changed.
    #[must_use]
    pub fn map(self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Self {
        Self { diagnostics: self.diagnostics.into_iter().filter_map(change).collect() }
    }
}

/// What a stage gives: always a value, and what there is to say about it.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// The stage's value, made as well as it could be.
    pub value: T,
    /// What there is to say.
    pub report: Report,
}

impl<T> Outcome<T> {
    /// A value and its report.
    pub fn new(value: T, report: Report) -> Self {
        Self { value, report }
    }

    /// Hands the report on to a larger one and gives the value.
    pub fn into_value(self, report: &mut Report) -> T {
        report.extend(self.report);
        self.value
    }
}
