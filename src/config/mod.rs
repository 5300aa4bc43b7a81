//! site.toml, read and checked.
//!
//! In: the snapshot. Out: a [`Config`] that cannot be wrong, and what there is to say about the
//! file. Without site.toml everything has its default.
//!
//! *Invariant:* what is here is settings; no record is read.

mod editions;
mod settings;
mod table;
mod trouble;

pub use settings::CHAPTERS;

use crate::diagnostic::{Code, Diagnostic, Outcome, Report};
use crate::model::{Audience, Engagement, EntryId, Kind, Mention, Policy};
use crate::source::{SourcePath, SourceTree, Span};
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::de::DeTable;

/// All settings of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// The language of the site's own words: en, de, fr, es, ja.
    pub language: String,
    /// Where the site will stand, ending in `/`; only for canonical links, sitemap and feed.
    pub base_url: Option<String>,
    /// The name of the theme.
    pub theme: String,
    /// The folder to build into, from the site folder.
    pub output: String,
    /// The edition to build when none is named.
    pub edition: String,
    /// What counts as today.
    pub as_of: Option<Date>,
    /// Whether there is a search.
    pub search: bool,
    /// Whether code is highlighted.
    pub highlight: bool,
    /// The engagement, and the titles of its site and book.
    pub engagement: Engagement<Mention>,
    /// The look.
    pub brand: Brand,
    /// Defaults of audience, by folder or file below `content/`.
    pub audiences: Vec<(String, Audience)>,
    /// The paths among them whose audience cannot be read.
    pub doubtful_audiences: Vec<String>,
    /// Whether all audiences that site.toml names could be read, so that any other is a mistake.
    pub audiences_are_known: bool,
    /// Every edition by name, the three built-in ones too.
    pub editions: BTreeMap<String, Policy>,
    /// The book.
    pub book: BookSettings,
    /// How strictly to check.
    pub check: CheckSettings,
    /// Where settings stand in site.toml, by dotted path: `engagement.start`.
    pub places: BTreeMap<String, Span>,
}

/// The look: `[brand]`.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// The accent colour as `#rrggbb`.
    pub accent: Option<String>,
    /// The logo's file, below the site folder.
    pub logo: Option<SourcePath>,
}

/// The book: `[book]`.
#[derive(Debug, Clone)]
pub struct BookSettings {
    /// Whether it is made as a page of the site.
    pub html: bool,
    /// Whether it is made as PDF.
    pub pdf: bool,
    /// Whether it is made as EPUB.
    pub epub: bool,
    /// The paper.
    pub paper: Paper,
    /// What is left out on purpose.
    pub exclude: Vec<Exclusion>,
    /// The chapters in another order, or fewer; empty for the usual ones.
    pub chapters: Vec<String>,
    /// Beyond so many pages, as reckoned from its text, it is made in volumes. Usually 1000: 1150 pages
    /// in one volume took 2.1 GB of memory to set, in two 1.2 GB.
    pub max_pages: u32,
}

impl BookSettings {
    /// Whether there is a book in any form that this program makes.
    pub fn is_made(&self) -> bool {
        self.html || self.epub || self.pdf && cfg!(feature = "pdf")
    }

    /// Whether records of a kind are to be in the book: they are not all left out on purpose.
    pub fn takes(&self, kind: Kind) -> bool {
        !self.exclude.iter().any(|exclusion| matches!(exclusion, Exclusion::Kind(of) if *of == kind))
    }
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// What is left out of the book on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exclusion {
    /// Every record of a kind: `session:*`.
    Kind(Kind),
    /// One record: `lesson:late-vendors`.
    Entry(EntryId),
}

/// How strictly to check: `[check]`.
#[derive(Debug, Clone, Copy)]
pub struct CheckSettings {
    /// Whether broken links and missing images are warnings only.
    pub links_warn: bool,
    /// Whether a name without a register entry is implied although there is a register.
    pub registers_open: bool,
    /// Percent of open things that must have an owner who stays.
    pub gate_owners: Option<f64>,
    /// Percent of skills that must be covered after the exit.
    pub gate_coverage: Option<f64>,
}

/// Reads the settings.
pub fn read(sources: &SourceTree) -> Outcome<Config> {
    let file = SourcePath::new("site.toml");
    let mut report = Report::new();
    let Some(source) = sources.get(&file) else {
        // One that cannot be read, which has been said where the notes are read, may name any audience.
        let audiences_are_known = sources.oddities().iter().all(|oddity| oddity.path != file);
        return Outcome::new(Config { audiences_are_known, ..Config::default() }, report);
    };
    let text = match std::str::from_utf8(source.bytes()) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("site.toml is not UTF-8 at byte {at}");
            report.push(
                Diagnostic::error(Code::NotUtf8, Span::new(&file, at..at + 1), message)
                    .hint("save it as UTF-8 in your editor"),
            );
            return Outcome::new(Config { audiences_are_known: false, ..Config::default() }, report);
        }
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    trouble::explain(text, &file, &errors, &mut report);
    if !errors.is_empty() {
        // A file that is read in part only could hide the very setting that withholds something.
        return Outcome::new(Config { audiences_are_known: false, ..Config::default() }, report);
    }
    let config = settings::settings(table.get_ref(), &file, sources, &mut report);
    Outcome::new(config, report)
}

impl Default for Config {
    fn default() -> Self {
        let editions = [Policy::internal(), Policy::client(), Policy::public()];
        Self {
            language: "en".into(),
            base_url: None,
            theme: "ledger".into(),
            output: "public".into(),
            edition: "client".into(),
            as_of: None,
            search: true,
            highlight: true,
            engagement: Engagement::default(),
            brand: Brand::default(),
            audiences: Vec::new(),
            doubtful_audiences: Vec::new(),
            audiences_are_known: true,
            editions: editions.into_iter().map(|policy| (policy.name.clone(), policy)).collect(),
            book: BookSettings::default(),
            check: CheckSettings { links_warn: false, registers_open: false, gate_owners: None, gate_coverage: None },
            places: BTreeMap::new(),
        }
    }
}

impl Default for BookSettings {
    fn default() -> Self {
        Self {
            html: true,
            pdf: true,
            epub: true,
            paper: Paper::A4,
            exclude: Vec::new(),
            chapters: Vec::new(),
            max_pages: 1000,
        }
    }
}
