//! All stages in their order, on one page.
//!
//! In: the snapshot and what is asked for. Out: everything that would be written, and everything
//! there is to say.
//!
//! *Invariant:* this alone knows the order of the stages; nothing here touches disk, clock,
//! network or terminal.

pub use crate::render::BookFiles;

use crate::author::export;
use crate::config::{self, Config};
use crate::content;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::edition;
use crate::graph::{self, Rules};
use crate::insight::{self, Readiness};
use crate::model::{EntryId, Kind, Policy};
use crate::output::OutputTree;
use crate::proof::{self, Certificate};
use crate::render::{self, Publication};
use crate::source::SourceTree;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The edition's name; site.toml's own where none is named.
    pub edition: Option<String>,
    /// What counts as today, where it was said on the command line or by the environment.
    pub today: Option<Date>,
    /// The date of the clock, for when neither the request nor site.toml says one.
    pub clock: Date,
    /// Whether broken links are warnings, whatever site.toml says.
    pub links_warn: bool,
    /// Whether the PDF is made, where site.toml asks for it.
    pub pdf: bool,
    /// Whether the EPUB is made, where site.toml asks for it.
    pub epub: bool,
    /// What becomes of the files of the book.
    pub book_files: BookFiles,
}

impl Request {
    /// The usual request on that date.
    pub fn on(clock: Date) -> Self {
        Self {
            edition: None,
            today: None,
            clock,
            links_warn: false,
            pdf: true,
            epub: true,
            book_files: BookFiles::Made,
        }
    }
}

/// Everything that one run makes.
#[derive(Debug)]
pub struct Compiled {
    /// Everything that would be written.
    pub output: OutputTree,
    /// The settings.
    pub config: Config,
    /// The edition that was made.
    pub policy: Policy,
    /// What counts as today.
    pub today: Date,
    /// How many records of each kind the edition shows.
    pub counts: BTreeMap<Kind, usize>,
    /// How far the handover is: always of all records, whatever the edition.
    pub readiness: Readiness,
    /// The names of the records of the internal edition, for what readiness names.
    pub titles: BTreeMap<EntryId, String>,
    /// That the output was searched for withheld matter, and what it consists of.
    pub certificate: Certificate,
    edition: edition::Edition,
}

impl Compiled {
    /// The edition's own sources, which build to the same site, searched like everything else.
    pub fn sources(&self, sources: &SourceTree) -> Outcome<OutputTree> {
        let own = export::export(&self.edition, &self.config, sources, &self.output);
        let examined = examine(sources, &own, &self.config, &self.policy, &self.edition);
        Outcome::new(own, examined.report)
    }
}

/// Makes an edition of a site.
pub fn compile(sources: &SourceTree, request: &Request) -> Outcome<Compiled> {
    let mut report = Report::new();
    let mut config = config::read(sources).into_value(&mut report);
    config.check.links_warn |= request.links_warn;
    config.book.pdf &= request.pdf;
    config.book.epub &= request.epub;
    let policy = policy(&config, request, &mut report);
    let today = request.today.or(config.as_of).unwrap_or(request.clock);

    let corpus = content::read(sources, &config).into_value(&mut report);
    let rules = Rules {
        links: if config.check.links_warn { Severity::Warning } else { Severity::Error },
        registers_open: config.check.registers_open,
        today,
    };
    let graph = graph::resolve(corpus, sources, rules).into_value(&mut report);

    let whole = edition::publish(&graph, &Policy::internal()).value;
    let whole_insights = insight::derive(&whole);
    let (edition, insights) = if policy.is_internal() {
        (whole.clone(), whole_insights.clone())
    } else {
        let edition = edition::publish(&graph, &policy).into_value(&mut report);
        let insights = insight::derive(&edition);
        (edition, insights)
    };

    let counts = Kind::ALL.into_iter().map(|kind| (kind, edition.of_kind(kind).count())).collect();
    let publication = Publication {
        config: &config,
        edition: &edition,
        insights: &insights,
        sources,
        book_files: request.book_files,
    };
    let output = render::render(&publication).into_value(&mut report);
    // While there are errors nothing is written, and what would be written is not whole.
    let written = if report.has_errors() { &OutputTree::new() } else { &output };
    let certificate = examine(sources, written, &config, &policy, &edition).into_value(&mut report);
    let titles = whole.entries().map(|entry| (entry.id.clone(), entry.title.clone())).collect();
    let compiled = Compiled {
        output,
        config,
        policy,
        today,
        counts,
        readiness: whole_insights.readiness,
        titles,
        certificate,
        edition,
    };
    Outcome::new(compiled, report.sorted())
}

/// Searches everything that would be written for what is withheld.
fn examine(
    sources: &SourceTree,
    output: &OutputTree,
    config: &Config,
    policy: &Policy,
    edition: &edition::Edition,
) -> Outcome<Certificate> {
    let shown: Vec<&str> = edition.entries().map(|entry| entry.title.as_str()).collect();
    let built_in = render::theme::built_in();
    let own = sources.below("themes").map(|(path, file)| (path.as_str(), &**file.bytes()));
    let vocabulary: Vec<(&str, &[u8])> =
        built_in.iter().map(|(path, bytes)| (path.as_str(), &**bytes)).chain(own).collect();
    let terms = proof::Terms {
        policy,
        audiences: &config.audiences,
        vocabulary: &vocabulary,
        shown: &shown,
        date: edition.today(),
    };
    proof::examine(sources, output, &terms)
}

/// The edition that is asked for; one that does not exist is an error, and shows nothing.
fn policy(config: &Config, request: &Request, report: &mut Report) -> Policy {
    let name = request.edition.as_ref().unwrap_or(&config.edition);
    if let Some(policy) = config.editions.get(name) {
        return policy.clone();
    }
    // One that site.toml names as the default has been complained of where it stands.
    if request.edition.is_some() {
        let known: Vec<&str> = config.editions.keys().map(String::as_str).collect();
        let message = format!("there is no edition \"{name}\"");
        let complaint = Diagnostic::of_site(Code::UnknownEdition, Severity::Error, message)
            .did_you_mean(name, known.iter().copied())
            .hint(format!("there are: {}", known.join(", ")));
        report.push(complaint);
    }
    Policy::admitting(name, [])
}
