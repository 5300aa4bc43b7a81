use super::Step;
use jiff::civil::Date;

/// The engagement itself: `[engagement]` of site.toml, and what its site and its book are called there.
#[derive(Debug, Clone)]
pub struct Engagement<R> {
    /// The site's title; empty where nothing is said.
    pub site_title: String,
    /// The book's title; the language's own where nothing is said.
    pub book_title: Option<String>,
    /// Who hired the consultancy.
    pub client: Option<String>,
    /// Who was hired.
    pub consultancy: Option<String>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
    /// What it is for.
    pub purpose: Option<String>,
    /// The executive who wants it.
    pub sponsor: Option<R>,
    /// What came of it.
    pub outcome: Option<String>,
    /// A line to remember.
    pub motto: Option<String>,
    /// The ISO 4217 code of sums without one of their own.
    pub currency: Option<String>,
    /// What counts as on time and on budget.
    pub tolerances: Tolerances,
    /// How long the consultancy still answers.
    pub hypercare_until: Option<Date>,
    /// The step of economic value at which the client stood before.
    pub value_before: Option<Step>,
    /// The step at which the client stands after.
    pub value_after: Option<Step>,
}

impl<R> Default for Engagement<R> {
    fn default() -> Self {
        Self {
            site_title: String::new(),
            book_title: None,
            client: None,
            consultancy: None,
            start: None,
            end: None,
            purpose: None,
            sponsor: None,
            outcome: None,
            motto: None,
            currency: None,
            tolerances: Tolerances::default(),
            hypercare_until: None,
            value_before: None,
            value_after: None,
        }
    }
}

/// What still counts as on time and on budget, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tolerances {
    /// Percent of the planned duration.
    pub schedule_pct: f64,
    /// Percent of the planned budget.
    pub cost_pct: f64,
}
