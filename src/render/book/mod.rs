//! The handover book: the same content as the site, in reading order, as a web page, a PDF and an EPUB.
//!
//! In: one publication. Out: a tree of chapters (`tree::Book`) and what the three writers make of it.
//!
//! *Invariant:* what a note says reaches every output as data; no text of an author is ever read as
//! markup or as Typst.

mod chapter;
mod composer;
mod epub;
mod facts;
mod headings;
mod html;
mod index;
mod links;
mod markup;
#[cfg(feature = "pdf")]
mod pdf;
mod prose;
#[cfg(feature = "pdf")]
mod takeaway;
mod terms;
mod tree;
mod views;
#[cfg(feature = "pdf")]
mod volumes;
mod walk;

use super::theme::Theme;
use super::words::{Value, Words};
use super::{BookFiles, Publication};
use crate::config::CHAPTERS;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::model::{EntryId, Kind};
use crate::output::{Content, OutputPath};
use composer::Composer;
use index::Index;
use std::collections::{BTreeMap, BTreeSet};
use tree::{Block, Book, Paper, Rgb};

/// Where the PDF stands on the site.
pub const PDF: &str = "book/what-we-leave-behind.pdf";
/// Where the EPUB stands on the site.
pub const EPUB: &str = "book/what-we-leave-behind.epub";

/// Everything that is made of the book.
#[derive(Debug, Default)]
pub struct Made {
    /// The body of the book's page: the book, or where it is to be had.
    pub page: Option<Page>,
    /// The PDF, the EPUB and the packs.
    pub files: Vec<(OutputPath, Content)>,
    /// The same, where they are to be made when somebody asks for them.
    pub promised: Vec<OutputPath>,
}

/// The book as a page, without the frame that the theme puts around it.
#[derive(Debug)]
pub struct Page {
    /// The book's title.
    pub title: String,
    /// The line under it.
    pub subtitle: String,
    /// Contents and chapters as HTML.
    pub body: String,
}

/// Makes the book in every form that the settings ask for.
///
/// `file` gives the address of a file of the site, named by its path below the site folder, as seen
/// from the book's page.
pub fn render(
    publication: &Publication<'_>,
    words: &Words,
    theme: &Theme,
    file: &dyn Fn(&str) -> Option<String>,
) -> Outcome<Made> {
    let settings = &publication.config.book;
    let mut report = Report::new();
    let mut made = Made::default();
    if !settings.is_made() {
        return Outcome::new(made, report);
    }
    let (book, placed) = if settings.exclude.is_empty() {
        compose(publication, words)
    } else {
        let edition = publication.edition.without_what_the_book_leaves_out(|kind| settings.takes(kind));
        let insights = publication.insights.of_part(&edition);
        compose(&Publication { edition: &edition, insights: &insights, ..*publication }, words)
    };
    report.extend(not_in_book(publication, &placed));
    let names = names(publication, &book);
    let beside = downloads(publication, &book);
    // Without the book in it the page still leads to its other forms: the whole site links there.
    let body = if settings.html { html::body(&book, &beside, file) } else { html::only_downloads(&book, &beside) };
    made.page = Some(Page { title: book.title.clone(), subtitle: book.subtitle.clone(), body });
    if publication.book_files == BookFiles::Promised {
        made.promised = names;
        return Outcome::new(made, report);
    }
    if settings.epub {
        let style = theme.file("epub.css").unwrap_or_default();
        let imprint = epub::Imprint {
            identifier: &identifier(&book, &placed),
            date: &publication.edition.today().to_string(),
            style: &String::from_utf8_lossy(style),
        };
        match epub::write(&book, imprint) {
            Ok(bytes) => made.files.push((OutputPath::new(EPUB), Content::Bytes(bytes))),
            Err(error) => {
                let message = format!("the EPUB cannot be written: {error}");
                report.push(Diagnostic::of_site(Code::BookLayout, Severity::Error, message));
            }
        }
    }
    #[cfg(feature = "pdf")]
    if settings.pdf {
        made.files.extend(pdf::files(publication, words, book, theme).into_value(&mut report));
    }
    Outcome::new(made, report)
}

/// The files of the book, which lie beside its page.
fn downloads(publication: &Publication<'_>, book: &Book) -> Vec<html::Download> {
    let settings = &publication.config.book;
    let mut downloads = Vec::new();
    if settings.epub {
        downloads.push(html::Download::new(&OutputPath::new(EPUB), "EPUB".to_owned()));
    }
    #[cfg(feature = "pdf")]
    if settings.pdf {
        let volumes = book.names_of_volumes(settings.max_pages as usize);
        for (number, volume) in volumes.iter().enumerate() {
            let said = if volume.is_empty() { "PDF".to_owned() } else { format!("PDF, {volume}") };
            downloads.push(html::Download::new(&pdf::path(number, volumes.len()), said));
        }
    }
    #[cfg(not(feature = "pdf"))]
    let _ = book;
    downloads
}

/// The files that are made besides the page.
fn names(publication: &Publication<'_>, book: &Book) -> Vec<OutputPath> {
    let mut names = Vec::new();
    if publication.config.book.epub {
        names.push(OutputPath::new(EPUB));
    }
    #[cfg(feature = "pdf")]
    if publication.config.book.pdf {
        let volumes = book.names_of_volumes(publication.config.book.max_pages as usize).len();
        names.extend((0..volumes).map(|number| pdf::path(number, volumes)));
        names.extend(takeaway::people(publication).into_iter().map(|person| takeaway::path(&person.id)));
    }
    #[cfg(not(feature = "pdf"))]
    let _ = book;
    names.sort();
    names
}

/// Where a person's pack stands; none where they get none.
pub fn pack_of(publication: &Publication<'_>, person: &EntryId) -> Option<OutputPath> {
    #[cfg(feature = "pdf")]
    if publication.config.book.pdf && takeaway::has_pack(publication, person) {
        return Some(takeaway::path(person));
    }
    let _ = (publication, person);
    None
}

/// The book, and the records that are in it.
fn compose(publication: &Publication<'_>, words: &Words) -> (Book, BTreeSet<EntryId>) {
    let settings = &publication.config.book;
    let names: Vec<&str> = if settings.chapters.is_empty() {
        CHAPTERS.to_vec()
    } else {
        settings.chapters.iter().map(String::as_str).collect()
    };
    let mut composer = Composer::new(publication, words, &names);
    let chapters = chapter::chapters(&mut composer, &names);
    let mut book = frame(&mut composer);
    let engagement = publication.edition.engagement();
    book.title =
        engagement.book_title.clone().unwrap_or_else(|| words.say("chapter-what-we-leave-behind").into_owned());
    book.subtitle.clone_from(&engagement.site_title);
    book.chapters = chapters;
    headings::name(&mut book.chapters);
    book.images.append(&mut composer.images);
    if Index::of(&book).terms().is_empty() {
        // A book of one letter names nothing: an index of nothing would be an empty page.
        book.chapters.retain(|chapter| !chapter.intro.iter().any(|block| matches!(block, Block::Index)));
    }
    (book, composer.placed)
}

/// One person's pack, with no list in it longer than `most`.
#[cfg(feature = "pdf")]
fn pack(publication: &Publication<'_>, words: &Words, person: &crate::model::Entry<EntryId>, most: usize) -> Book {
    let mut composer = Composer::new(publication, words, &[]);
    let chapters = takeaway::chapters(&mut composer, &person.id, most);
    let mut book = frame(&mut composer);
    book.title.clone_from(&person.title);
    book.subtitle = words.say("what-you-take").into_owned();
    book.dates = takeaway::attendance(&composer, &person.id);
    book.chapters = chapters;
    headings::name(&mut book.chapters);
    book.images.append(&mut composer.images);
    book
}

/// What the book and the packs have in common: cover, language, colours, words.
fn frame(composer: &mut Composer<'_>) -> Book {
    let (publication, words) = (composer.publication, composer.words);
    let config = publication.config;
    let engagement = publication.edition.engagement();
    let known = engagement.start.is_some() || engagement.end.is_some();
    let dates = if known { words.period(engagement.start, engagement.end) } else { String::new() };
    let logo = config.brand.logo.as_ref().and_then(|path| composer.image(path));
    Book {
        description: engagement.purpose.clone().unwrap_or_default(),
        client: engagement.client.clone().unwrap_or_default(),
        consultancy: engagement.consultancy.clone().unwrap_or_default(),
        motto: engagement.motto.clone().unwrap_or_default(),
        dates,
        imprint: vec![words.say_with("as-of", &[("date", Value::Text(&words.date(publication.edition.today())))])],
        language: words.language().tag().to_owned(),
        accent: Rgb::parse(&super::site::ground(config)).unwrap_or_default(),
        tone: Rgb::parse(&super::site::accent(config)).unwrap_or_default(),
        logo,
        paper: match config.book.paper {
            crate::config::Paper::A4 => Paper::A4,
            crate::config::Paper::Letter => Paper::Letter,
        },
        words: tree::Words {
            contents: words.say("contents").into_owned(),
            figures: words.say("figures").into_owned(),
            figure: words.say("figure").into_owned(),
            table: words.say("table").into_owned(),
            page: words.say_with("page-number", &[("number", Value::Text("{}"))]),
            volume: words.say_with(
                "volume",
                &[
                    ("number", Value::Text("{number}")),
                    ("count", Value::Text("{count}")),
                    ("chapters", Value::Text("{chapters}")),
                ],
            ),
            aside: words.with_more("", "{}"),
            in_volume: words.say_with("in-volume", &[("number", Value::Text("{}"))]),
            in_volume_page: words
                .say_with("in-volume-page", &[("number", Value::Text("{number}")), ("page", Value::Text("{page}"))]),
            notes: words.say("section-notes").into_owned(),
            evidence: words.say("section-evidence").into_owned(),
            footnotes: words.say("footnotes").into_owned(),
            back: words.say("back-to-text").into_owned(),
            labelled: words.labelled("{label}", "{value}"),
            cover: words.say("cover").into_owned(),
            done: words.say("task-done").into_owned(),
            open: words.say("task-open").into_owned(),
            accessibility: words.say("book-accessibility").into_owned(),
            unset: '\u{25a1}',
        },
        ..Book::default()
    }
}

/// Every visible record is in the book, or left out on purpose. Where the author has chosen the
/// chapters, whole kinds fall out of it, and their list is the place to say so.
fn not_in_book(publication: &Publication<'_>, placed: &BTreeSet<EntryId>) -> Report {
    let settings = &publication.config.book;
    let chosen = publication.config.places.get("book.chapters").filter(|_| !settings.chapters.is_empty());
    let mut report = Report::new();
    let mut fallen_out: BTreeMap<Kind, usize> = BTreeMap::new();
    for entry in publication.edition.entries() {
        if !publication.takes(&entry.id) || placed.contains(&entry.id) {
            continue;
        }
        *fallen_out.entry(entry.id.kind).or_default() += 1;
        if chosen.is_none() {
            let message = format!("{} is in no chapter of the book", entry.id);
            let hint = format!("add its chapter to `book.chapters`, or \"{}\" to `book.exclude`", entry.id);
            report.push(Diagnostic::warning(Code::NotInBook, entry.origin.span.clone(), message).hint(hint));
        }
    }
    if let Some(place) = chosen {
        for (kind, count) in fallen_out {
            let kind = kind.as_str();
            let message = format!("these chapters leave out every {}, {count} in all", kind.replace('-', " "));
            let hint = format!("add the chapter, or \"{kind}:*\" to `book.exclude`");
            report.push(Diagnostic::warning(Code::NotInBook, place.clone(), message).hint(hint));
        }
    }
    report
}

/// A name for this book in this edition: the same on every machine, another for other content.
fn identifier(book: &Book, placed: &BTreeSet<EntryId>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [&book.title, &book.subtitle, &book.client, &book.consultancy, &book.language] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    for id in placed {
        hasher.update(id.to_string().as_bytes()).update(&[0]);
    }
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    // Version 8 of RFC 9562: a number of the maker's own making.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
