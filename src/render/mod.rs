//! The site, the book, search, data files and feeds.
//!
//! In: one [`Publication`] and a theme. Out: an [`OutputTree`].
//!
//! *Invariant:* nothing is filtered here; what an edition withholds never arrives.

pub mod attachment;
pub mod book;
pub mod data;
pub mod feed;
pub mod highlight;
pub mod image;
pub mod picture;
pub mod plain;
pub mod search;
pub mod site;
#[cfg(feature = "pdf")]
mod social_card;
pub mod theme;
pub mod words;

use crate::config::Config;
use crate::diagnostic::{Outcome, Report};
use crate::edition::Edition;
use crate::insight::Insights;
use crate::model::EntryId;
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::{SourcePath, SourceTree};
use highlight::Colours;
use search::SearchPage;
use site::Site;
use site::route::{FixedPage, Routes};
use theme::Theme;

/// An output file: where, and what.
type File = (OutputPath, Content);

/// One edition with everything that is derived from it: what a renderer is given.
#[derive(Debug)]
pub struct Publication<'a> {
    /// The settings.
    pub config: &'a Config,
    /// What may be seen.
    pub edition: &'a Edition,
    /// What follows from it.
    pub insights: &'a Insights,
    /// The files that records name.
    pub sources: &'a SourceTree,
    /// What becomes of the files of the book.
    pub book_files: BookFiles,
    /// The colours of code.
    pub colours: &'a Colours,
}

/// What becomes of the PDF, the EPUB and the packs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookFiles {
    /// They are made.
    Made,
    /// They are linked and promised: whoever asks for one makes them then.
    Promised,
}

impl Publication<'_> {
    /// Whether a record is to have a place in the book: it is not left out on purpose.
    pub fn takes(&self, id: &EntryId) -> bool {
        self.config.book.takes(id.kind) && !self.edition.left_out().contains(id)
    }

    /// The bytes of a file that the edition refers to.
    pub fn file(&self, path: &SourcePath) -> Option<&std::sync::Arc<[u8]>> {
        self.sources.get(path).map(crate::source::SourceFile::bytes)
    }
}

/// Renders everything an edition becomes.
pub fn render(publication: &Publication<'_>) -> Outcome<OutputTree> {
    let mut report = Report::new();
    let Publication { config, sources, .. } = publication;
    let mut theme = Theme::load(config, sources).into_value(&mut report);
    let words = theme.take_words();
    let (brand, mut files) = site::assets(&theme, publication, &words, &mut report);

    let generated: Vec<OutputPath> = files.iter().map(|(path, _)| path.clone()).chain(site::made_paths()).collect();
    let routes = Routes::new(publication, &generated).into_value(&mut report);
    let (images, copied) = site::image::copy(publication, &routes, &mut report);
    files.extend(copied);

    site::introduce(&mut theme, publication, &words, &routes, brand);
    let subject = picture::Subject { edition: publication.edition, insights: publication.insights, words: &words };
    report.extend(picture::complaints(subject));
    let pictures = site::figure::pictures(publication, &words);
    let site = Site::new(publication, &words, &routes, &images, &theme, &pictures);
    // Pages are made on all cores. Index and book are each made in one go: beside one another.
    let mut pages = site.write(&mut report);
    let (written, book) = rayon::join(
        || {
            let mut files = data::render(publication, &|id| routes.url(id));
            let index = config.search.then(|| index(&mut pages, &words)).map(|index| index.into_value(&mut report));
            files.extend(index);
            files
        },
        || the_book(publication, &words, &theme, &routes, &site),
    );
    files.extend(written);
    let book = book.into_value(&mut report);
    files.extend(book.files);

    let mut output = OutputTree::new();
    book.promised.into_iter().for_each(|path| output.promise(path));
    if let Some(base) = &config.base_url {
        files.extend(feed::feed(publication, &routes, &words));
        let listed = pages.iter().filter(|page| page.listed).map(|page| (&page.path, page.changed));
        files.extend(feed::sitemap(base, listed));
    }
    files.extend(pages.into_iter().map(|page| (page.path, Content::Bytes(page.html))));
    for (path, content) in files {
        let is_new = output.insert(path.clone(), content);
        debug_assert!(is_new || report.has_errors(), "{path} is made twice, and nobody said so");
    }
    Outcome::new(output, report)
}

/// The index of what the pages say, which is taken out of them.
fn index(pages: &mut [site::Written], words: &words::Words) -> Outcome<File> {
    let mut report = Report::new();
    let found: Vec<SearchPage> = pages.iter_mut().filter_map(|page| page.search.take()).collect();
    let index = search::index(&found, &site::kinds_of_search(&found, words)).into_value(&mut report);
    Outcome::new((OutputPath::new("static/search-index.js"), Content::Bytes(index)), report)
}

/// The book: its files, and its page in the frame of the site.
fn the_book(
    publication: &Publication<'_>,
    words: &words::Words,
    theme: &Theme,
    routes: &Routes,
    site: &Site<'_>,
) -> Outcome<book::Made> {
    let mut report = Report::new();
    let place = routes.fixed(FixedPage::Book);
    let file = |name: &str| {
        let file = routes.file(&SourcePath::new(name))?;
        Some(site::address::way(&place?.relative_to(file)).into_owned())
    };
    let mut made = book::render(publication, words, theme, &file).into_value(&mut report);
    if let (Some(page), Some(path)) = (made.page.take(), place) {
        let mut frame = site.frame_of(FixedPage::Book, path, "book", &page.title);
        frame.description.clone_from(&page.subtitle);
        match site.framed(frame, page.body, Vec::new()) {
            Ok(html) => made.files.push((path.clone(), Content::Bytes(html))),
            Err(complaint) => report.push(*complaint),
        }
    }
    Outcome::new(made, report)
}
