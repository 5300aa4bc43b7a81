//! The PDF files of a publication, and what there is to say about them.

use super::asked::place_of_image;
use super::sheet::Unset;
use super::{Complaint, Layout, Press, Printed, Typeset};
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::output::{Content, OutputPath};
use crate::render::Publication;
use crate::render::book::tree::Book;
use crate::render::book::{self, takeaway, volumes};
use crate::render::theme::Theme;
use crate::render::words::Words;
use crate::source::{SourcePath, Span};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The Typst files of a theme.
const LAYOUTS: [&str; 3] = ["book.typ", "prose.typ", "takeaway.typ"];
/// Where a theme brings a font for letters that the built-in ones do not have.
const FONTS: [&str; 3] = ["fonts/book.otf", "fonts/book.ttf", "fonts/book.ttc"];

/// Where a volume stands on the site.
pub(in crate::render::book) fn path(number: usize, of: usize) -> OutputPath {
    if of == 1 {
        OutputPath::new(book::PDF)
    } else {
        OutputPath::new(book::PDF.replace(".pdf", &format!("-{}.pdf", number + 1)))
    }
}

/// Sets the book and the packs.
pub(in crate::render::book) fn files(
    publication: &Publication<'_>,
    words: &Words,
    book: Book,
    theme: &Theme,
) -> Outcome<Vec<(OutputPath, Content)>> {
    let mut report = Report::new();
    let mut made = Vec::new();
    let sources: BTreeMap<String, String> = LAYOUTS
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), String::from_utf8_lossy(theme.file(name)?).into_owned())))
        .collect();
    let fonts: Vec<Arc<[u8]>> = FONTS.iter().filter_map(|name| theme.file(name).map(Arc::from)).collect();
    let press = Press::new(&fonts);
    let today = publication.edition.today();

    let layout = Layout { main: LAYOUTS[0], files: &sources };
    let mut speak = Speaker::new(publication);
    let volumes = volumes::cut(book, publication.config.book.max_pages as usize);
    let of = volumes.len();
    for (number, volume) in printed(volumes, |volume| press.typeset(volume, &layout, today)).into_iter().enumerate() {
        match volume {
            Ok(printed) => {
                speak.of(&printed, &mut report);
                made.push((path(number, of), Content::Bytes(printed.pdf)));
            }
            Err(complaints) => speak.complain(complaints, Severity::Error, &mut report),
        }
    }

    let layout = Layout { main: LAYOUTS[2], files: &sources };
    let packs: Vec<_> = takeaway::people(publication)
        .into_par_iter()
        .map(|person| {
            let of = |most: usize| book::pack(publication, words, person, most);
            (
                person,
                press.print_within(takeaway::MOST_PAGES, takeaway::LONGEST_LISTS.into_iter().map(of), &layout, today),
            )
        })
        .collect();
    for (person, pack) in packs {
        match pack {
            Ok(printed) => {
                speak.of(&printed, &mut report);
                made.push((takeaway::path(&person.id), Content::Bytes(printed.pdf)));
            }
            Err(complaints) => speak.complain(complaints, Severity::Error, &mut report),
        }
    }
    typst::comemo::evict(0);
    Outcome::new(made, report)
}

/// How often volumes are set until they name each other's pages rightly.
const MOST_ROUNDS: usize = 3;

/// The volumes, or the whole, as files.
///
/// A reference into another volume names its page there, and that is known when the other has been
/// set: volumes are set once to learn the pages, and again with them. Where the longer words move a
/// page, once more; where they never come to rest, the volume alone is named.
fn printed<'a>(
    mut volumes: Vec<Book>,
    typeset: impl Fn(&Book) -> Result<Typeset<'a>, Vec<Complaint>>,
) -> Vec<Result<Printed, Vec<Complaint>>> {
    let set = |volume: &Book| {
        let set = typeset(volume);
        // What was remembered while setting is of no use for writing, and takes as much room as the
        // book itself.
        typst::comemo::evict(0);
        set
    };
    if volumes.len() > 1 {
        // A page of two digits takes about the room that the true one will.
        let homes = Arc::clone(&volumes[0].homes);
        let mut folios: BTreeMap<String, String> = homes.keys().map(|id| (id.clone(), "00".to_owned())).collect();
        for round in 0..MOST_ROUNDS {
            let known = Arc::new(std::mem::take(&mut folios));
            let mut files = Vec::new();
            for (number, volume) in (1..).zip(&mut volumes) {
                volume.folios = Arc::clone(&known);
                let set = set(volume);
                if let Ok(set) = &set {
                    folios.extend(set.folios().into_iter().filter(|(id, _)| homes.get(id) == Some(&number)));
                }
                // What was set to learn the pages is not written, unless it cannot be set at all.
                if round > 0 || set.is_err() {
                    files.push(set.and_then(Typeset::print));
                }
            }
            if files.iter().any(Result::is_err) || folios == *known {
                return files;
            }
        }
        volumes.iter_mut().for_each(|volume| volume.folios = Arc::default());
    }
    volumes.iter().map(|volume| set(volume).and_then(Typeset::print)).collect()
}

/// Turns what Typst says into diagnostics of the author's files.
struct Speaker<'p> {
    publication: &'p Publication<'p>,
    /// The place of each record by its id in the book.
    places: BTreeMap<String, &'p Span>,
    /// What has been said of one of the files, and is true of the others too.
    said: Vec<Complaint>,
    /// The pictures that have been complained of.
    broken: BTreeSet<String>,
    /// The letters that have been said to be in no font.
    letters: BTreeSet<char>,
}

impl<'p> Speaker<'p> {
    fn new(publication: &'p Publication<'p>) -> Self {
        let places = publication.edition.entries().map(|entry| (entry.id.to_string(), &entry.origin.span)).collect();
        Self { publication, places, said: Vec::new(), broken: BTreeSet::new(), letters: BTreeSet::new() }
    }

    fn of(&mut self, printed: &Printed, report: &mut Report) {
        self.complain(printed.warnings.clone(), Severity::Warning, report);
        self.missing(&printed.unset, report);
        for (name, reason) in &printed.broken {
            if !self.broken.insert(name.clone()) {
                continue;
            }
            let message = format!("the book cannot show {name}: {reason}");
            let place = self.places.get(name).map(|place| (*place).clone());
            let diagnostic = match place.or_else(|| place_of_image(self.publication, name)) {
                Some(place) => Diagnostic::warning(Code::InvalidImage, place, message),
                None => Diagnostic::of_site(Code::InvalidImage, Severity::Warning, message),
            };
            report.push(diagnostic.hint("what it shows in words stands in its place"));
        }
    }

    /// One warning for each record with characters that no font has. What stands in no record, as in
    /// a pack, is said where nothing else has the character.
    fn missing(&mut self, unset: &[Unset], report: &mut Report) {
        let mut letters: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
        for one in unset {
            let place = if self.places.contains_key(&one.place) { one.place.as_str() } else { "" };
            letters.entry(place).or_default().extend(one.letters.chars());
        }
        let known = std::mem::take(&mut self.letters);
        self.letters = letters.values().flatten().chain(&known).copied().collect();
        if let Some(elsewhere) = letters.remove("") {
            let new: BTreeSet<char> = elsewhere
                .into_iter()
                .filter(|letter| !known.contains(letter) && !letters.values().any(|of| of.contains(letter)))
                .collect();
            if !new.is_empty() {
                letters.insert("", new);
            }
        }
        for (place, letters) in letters {
            let some: String = letters.iter().take(20).collect();
            let more = if letters.len() > 20 { " and more" } else { "" };
            let message = format!("the book's fonts have no picture of {some}{more}");
            let theme = &self.publication.config.theme;
            let diagnostic = match self.places.get(place) {
                Some(span) => Diagnostic::warning(Code::MissingGlyph, (*span).clone(), message),
                None => Diagnostic::of_site(Code::MissingGlyph, Severity::Warning, message),
            };
            report.push(diagnostic.hint(format!("put a font that has them at themes/{theme}/{}", FONTS[0])));
        }
    }

    fn complain(&mut self, complaints: Vec<Complaint>, severity: Severity, report: &mut Report) {
        for complaint in complaints {
            if self.said.contains(&complaint) {
                continue;
            }
            self.said.push(complaint.clone());
            let theme = &self.publication.config.theme;
            let own = complaint.place.and_then(|(file, range)| {
                let path = SourcePath::new(&format!("themes/{theme}/{file}"));
                self.publication.sources.get(&path).map(|_| Span::new(&path, range))
            });
            let message = format!("the book cannot be set: {}", complaint.message);
            let mut diagnostic = match (own, severity) {
                (Some(span), Severity::Error) => Diagnostic::error(Code::BookLayout, span, message),
                (Some(span), Severity::Warning) => Diagnostic::warning(Code::BookLayout, span, message),
                (None, severity) => Diagnostic::of_site(Code::BookLayout, severity, message),
            };
            diagnostic.hints = complaint.hints;
            report.push(diagnostic);
        }
    }
}
