//! All stages in their order, on one page.
//!
//! In: the snapshot and what is asked for. Out: everything that would be written, and everything
//! there is to say.
//!
//! *Invariant:* this alone knows the order of the stages; nothing here touches disk, clock,
//! network or terminal.

#[cfg(test)]
mod tests;

pub use crate::render::BookFiles;

use crate::author::export;
use crate::config::{self, Config};
use crate::content;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::edition::{self, Edition};
use crate::graph::{self, Graph, Rules};
use crate::insight::{self, Readiness};
use crate::model::{Corpus, EntryId, Kind, Policy};
use crate::output::OutputTree;
use crate::proof::{self, Certificate, Search};
use crate::render::highlight::Colours;
use crate::render::{self, Publication};
use crate::source::SourceTree;
use jiff::civil::Date;
use std::borrow::Cow;
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
    /// That the output was searched for withheld matter, and what it consists of.
    pub certificate: Certificate,
    graph: Graph,
    edition: Edition,
}

/// How the engagement stands: always of all records, whatever the edition.
#[derive(Debug)]
pub struct Standing {
    /// How far the handover is.
    pub readiness: Readiness,
    /// The names of the records, for what readiness names.
    pub titles: BTreeMap<EntryId, String>,
}

impl Compiled {
    /// What the edition does not show, which is found when it is asked for.
    pub fn withheld(&self) -> edition::Withheld {
        edition::withheld(&self.graph, &self.policy)
    }

    /// How the engagement stands, which is derived when it is asked for.
    pub fn standing(&self) -> Standing {
        let whole = edition::publish(&self.graph, &Policy::internal()).value;
        let titles = whole.entries().map(|entry| (entry.id.clone(), entry.title.clone())).collect();
        Standing { readiness: insight::derive(&whole).readiness, titles }
    }

    /// The edition's own sources, which build to the same site, searched like everything else.
    pub fn sources(&self, sources: &SourceTree) -> Outcome<OutputTree> {
        let own = export::export(&self.edition, &self.config, sources, &self.output);
        let built_in = render::theme::built_in();
        let vocabulary = vocabulary(&built_in);
        let search = Search::new(sources, &terms(&self.config, &self.policy, &vocabulary, self.today));
        let examined = search.examine(&own, &shown(&self.edition));
        Outcome::new(own, examined.report)
    }

    /// A report that can be shown where readers of the edition look on: nothing in it tells what
    /// the edition withholds.
    pub fn discreet(&self, report: &Report, sources: &SourceTree) -> Report {
        let built_in = render::theme::built_in();
        let vocabulary = vocabulary(&built_in);
        proof::discreet(report, sources, &terms(&self.config, &self.policy, &vocabulary, self.today))
    }
}

/// Makes an edition of a site.
pub fn compile(sources: &SourceTree, request: &Request) -> Outcome<Compiled> {
    let mut report = Report::new();
    let mut config = config::read(sources).into_value(&mut report);
    config.check.links_warn |= request.links_warn;
    let (policy, is_known) = policy(&config, request, &mut report);
    let today = request.today.or(config.as_of).unwrap_or(request.clock);

    let built_in = render::theme::built_in();
    let vocabulary = vocabulary(&built_in);
    let mut wanted = config.clone();
    wanted.book.pdf &= request.pdf;
    wanted.book.epub &= request.epub;
    let corpus = content::read(sources, &wanted).into_value(&mut report);
    // What must not be found is read from the sources while the edition is made from them: references are
    // resolved one after the other, and leave time for it.
    let (made, search) = rayon::join(
        || make(corpus, sources, &wanted, &policy, today, request.book_files),
        || Search::new(sources, &terms(&config, &policy, &vocabulary, today)),
    );
    let Made { graph, edition, output } = made.into_value(&mut report);
    let output = if is_known { output } else { OutputTree::new() };

    // While there are errors nothing is written, and what would be written is not whole.
    let written = if report.has_errors() { &OutputTree::new() } else { &output };
    let certificate = search.examine(written, &shown(&edition)).into_value(&mut report);
    drop(search);
    let counts = Kind::ALL.into_iter().map(|kind| (kind, edition.of_kind(kind).count())).collect();
    let compiled = Compiled { output, config, policy, today, counts, certificate, graph, edition };
    Outcome::new(compiled, report.sorted())
}

/// What is made of the records as written, up to everything that would be written.
struct Made {
    graph: Graph,
    edition: Edition,
    output: OutputTree,
}

fn make(
    corpus: Corpus,
    sources: &SourceTree,
    config: &Config,
    policy: &Policy,
    today: Date,
    book_files: BookFiles,
) -> Outcome<Made> {
    let mut report = Report::new();
    let rules = Rules {
        links: if config.check.links_warn { Severity::Warning } else { Severity::Error },
        registers_open: config.check.registers_open,
        today,
    };
    let graph = graph::resolve(corpus, sources, rules).into_value(&mut report);
    let edition = edition::publish(&graph, policy).into_value(&mut report);
    let insights = insight::derive(&edition);
    let shown: Vec<_> = edition.entries().chain(edition.introductions()).chain(edition.chapters()).collect();
    let colours = &Colours::of(config.highlight, &shown);
    let publication = Publication { config, edition: &edition, insights: &insights, sources, book_files, colours };
    let output = render::render(&publication).into_value(&mut report);
    Outcome::new(Made { graph, edition, output }, report)
}

/// What the program says by itself.
fn vocabulary<'a>(built_in: &'a [(String, Cow<'static, [u8]>)]) -> Vec<(&'a str, &'a [u8])> {
    built_in.iter().map(|(path, bytes)| (path.as_str(), &**bytes)).collect()
}

/// What the leak check is told.
fn terms<'a>(
    config: &'a Config,
    policy: &'a Policy,
    vocabulary: &'a [(&'a str, &'a [u8])],
    date: Date,
) -> proof::Terms<'a> {
    proof::Terms { policy, audiences: &config.audiences, vocabulary, date }
}

/// The titles under which an edition shows its records.
fn shown(edition: &Edition) -> Vec<&str> {
    edition.entries().map(|entry| entry.title.as_str()).collect()
}

/// The edition that is asked for, and whether it exists. In place of one that does not, which is an error, another is
/// made, so that everything else that is wrong is told too; it is shown to nobody.
fn policy(config: &Config, request: &Request, report: &mut Report) -> (Policy, bool) {
    let name = request.edition.as_ref().unwrap_or(&config.edition);
    if let Some(policy) = config.editions.get(name) {
        return (policy.clone(), true);
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
    (Policy::client(), false)
}
