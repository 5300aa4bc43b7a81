//! The PDF, set by Typst from the layout of a theme and the data of a sheet.
//!
//! Nothing here reads a disk, a clock or a network: the layout's files, the pictures and the fonts
//! are given, packages are refused, and the date is an argument, so equal input gives equal bytes.

mod asked;
mod breadths;
mod files;
mod pictures;
mod sheet;
mod tables;

pub(super) use files::{files, path};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem};
use typst::model::Numbering;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World, WorldExt as _};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::render::book::tree::{Book, Format};

use breadths::Breadths;
use pictures::Print;
use sheet::{Fonts, Unset};

/// The path under which a layout reads the book's data.
const DATA: &str = "book.json";

/// The Typst source of a layout: its files by path, and which of them is the document.
#[derive(Debug, Clone)]
pub(super) struct Layout<'a> {
    /// The path of the document.
    pub main: &'a str,
    /// All files the layout imports, and the document.
    pub files: &'a BTreeMap<String, String>,
}

/// A finished PDF, and what is to be said of it.
#[derive(Debug)]
pub(super) struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// Characters that no font has.
    pub unset: Vec<Unset>,
    /// Pictures that could not be shown: name or place, and why.
    pub broken: Vec<(String, String)>,
    /// Typst's warnings on the layout.
    pub warnings: Vec<Complaint>,
}

/// What Typst has to say of a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Complaint {
    /// The layout's file and the bytes of it; none where the complaint is about no place in it.
    pub place: Option<(String, Range<usize>)>,
    /// Typst's message.
    pub message: String,
    /// Typst's advice.
    pub hints: Vec<String>,
}

/// The fonts and Typst's library, made once for many books.
pub(super) struct Press {
    fonts: FontStore,
    families: Vec<String>,
    /// One bit for each character that some font has.
    covered: Vec<u64>,
    breadths: Breadths,
    library: LazyHash<Library>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Press").field("families", &self.families).finish_non_exhaustive()
    }
}

impl Press {
    /// A press with Typst's own fonts and these font files (TrueType, OpenType or collections).
    ///
    /// What is no font is passed over; [`Fonts::families`] tells what was found.
    pub(super) fn new(extra: &[Arc<[u8]>]) -> Self {
        let mut fonts = FontStore::new();
        fonts.extend(typst_kit::fonts::embedded());
        let mut families: Vec<String> = Vec::new();
        for file in extra {
            for font in Font::iter(Bytes::new(Arc::clone(file))) {
                let info = font.info().clone();
                if !families.contains(&info.family) {
                    families.push(info.family.clone());
                }
                fonts.push((font, info));
            }
        }
        let mut covered = vec![0_u64; 0x0011_0000 / 64];
        for info in (0..).map_while(|index| fonts.book().info(index)) {
            for code in info.coverage.iter() {
                if let Some(bits) = covered.get_mut(code as usize / 64) {
                    *bits |= 1 << (code % 64);
                }
            }
        }
        // The extras give tables a row's head: without it no reader can tell what a cell is about.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let breadths = Breadths::measured(&fonts);
        Self { fonts, families, covered, breadths, library: LazyHash::new(library) }
    }

    /// Sets a book.
    ///
    /// # Errors
    /// What Typst complains of in the layout.
    pub(super) fn typeset<'a>(
        &'a self,
        book: &Book,
        layout: &Layout<'_>,
        date: Date,
    ) -> Result<Typeset<'a>, Vec<Complaint>> {
        let mut refused = BTreeSet::new();
        // A letter may be in one font and the accent on it in another, so that only setting the
        // text shows what cannot be set. Once those are known the second try is clean.
        for _ in 0..2 {
            let sheet = sheet::sheet(book, &Case { press: self, refused: &refused });
            let day = Datetime::from_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
            let desk = Desk::new(self, layout, sheet.json, sheet.files, day);
            let document = typst::compile::<PagedDocument>(&desk);
            let warnings = document.warnings.iter().map(|warning| desk.complaint(warning)).collect();
            let document = document.output.map_err(|errors| desk.complaints(&errors))?;
            let before = refused.len();
            for page in document.pages() {
                missing(&page.frame, &mut refused);
            }
            if refused.len() == before {
                let identity = format!("{}\n{}\n{}\n{}", book.title, book.volume, book.client, book.language);
                return Ok(Typeset { desk, document, identity, warnings, unset: sheet.unset, broken: sheet.broken });
            }
        }
        Err(vec![Complaint::bare(format!("no font of the layout can set {refused:?}"))])
    }

    /// Prints the first of these books that has no more than so many pages, else the last.
    ///
    /// # Errors
    /// What Typst complains of in the layout, and what bars the document from its standards.
    pub(super) fn print_within(
        &self,
        most: usize,
        books: impl IntoIterator<Item = Book>,
        layout: &Layout<'_>,
        date: Date,
    ) -> Result<Printed, Vec<Complaint>> {
        let mut books = books.into_iter().peekable();
        while let Some(book) = books.next() {
            let typeset = self.typeset(&book, layout, date)?;
            if books.peek().is_none() || typeset.document.pages().len() <= most {
                return typeset.print();
            }
        }
        Err(vec![Complaint::bare("there is nothing to set".to_owned())])
    }
}

/// A book whose pages stand, and are not written yet.
pub(super) struct Typeset<'a> {
    desk: Desk<'a>,
    document: PagedDocument,
    identity: String,
    warnings: Vec<Complaint>,
    unset: Vec<Unset>,
    broken: Vec<(String, String)>,
}

impl Typeset<'_> {
    /// The pages, as they are printed, on which labels stand; a page without a number is none.
    pub(super) fn folios(&self) -> BTreeMap<String, String> {
        let mut folios = BTreeMap::new();
        for page in self.document.pages() {
            let Some(Numbering::Pattern(pattern)) = &page.numbering else { continue };
            let mut ids = Vec::new();
            labels(&page.frame, &mut ids);
            let Ok(folio) = pattern.apply(None, &[page.number]) else { continue };
            for id in ids {
                folios.entry(id).or_insert_with(|| folio.to_string());
            }
        }
        folios
    }

    /// Writes the PDF.
    ///
    /// # Errors
    /// What bars the document from being PDF/UA-1 and PDF/A-2a.
    pub(super) fn print(self) -> Result<Printed, Vec<Complaint>> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| vec![Complaint::bare(error.message().to_string())])?;
        let options = PdfOptions {
            ident: Smart::Custom(self.identity),
            creator: Smart::Custom(Some("Leavebehind".to_owned())),
            timestamp: self.desk.day.map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options).map_err(|errors| self.desk.complaints(&errors))?;
        Ok(Printed { pdf, unset: self.unset, broken: self.broken, warnings: self.warnings })
    }
}

/// The labels of a frame, in their order.
fn labels(frame: &Frame, ids: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => labels(&group.frame, ids),
            FrameItem::Tag(Tag::Start(content, _)) => {
                ids.extend(content.label().map(|label| label.resolve().to_string()));
            }
            _ => {}
        }
    }
}

/// The characters of a frame that came out as the sign for a missing glyph.
fn missing(frame: &Frame, letters: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing(&group.frame, letters),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    // The accent, not the letter under it, is what to give up.
                    let cluster = text.text.get(range).unwrap_or_default();
                    letters.extend(cluster.chars().max());
                }
            }
            _ => {}
        }
    }
}

/// The press as the maker of a sheet sees it.
struct Case<'a> {
    press: &'a Press,
    refused: &'a BTreeSet<char>,
}

impl Fonts for Case<'_> {
    fn has(&self, letter: char) -> bool {
        let code = u32::from(letter) as usize;
        !self.refused.contains(&letter)
            && self.press.covered.get(code / 64).is_some_and(|bits| bits & (1 << (code % 64)) != 0)
    }

    fn breadth(&self, letter: char) -> Option<f64> {
        self.press.breadths.of(letter)
    }

    fn families(&self) -> &[String] {
        &self.press.families
    }

    fn printable(&self, bytes: Vec<u8>, format: Format) -> Result<Print, String> {
        pictures::printable(bytes, format)
    }
}

/// Everything Typst may ask for while it sets one book.
struct Desk<'a> {
    press: &'a Press,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
    day: Option<Datetime>,
}

impl<'a> Desk<'a> {
    fn new(
        press: &'a Press,
        layout: &Layout<'_>,
        json: Vec<u8>,
        pictures: BTreeMap<String, Vec<u8>>,
        day: Option<Datetime>,
    ) -> Self {
        let mut sources = BTreeMap::new();
        for (path, text) in layout.files {
            if let Some(id) = file_id(path) {
                sources.insert(path.clone(), Source::new(id, text.clone()));
            }
        }
        let main = file_id(layout.main).unwrap_or_else(|| Source::detached("").id());
        let mut files: BTreeMap<String, Bytes> =
            pictures.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect();
        files.insert(DATA.to_owned(), Bytes::new(json));
        Self { press, main, sources, files, day }
    }

    fn complaints(&self, diagnostics: &[SourceDiagnostic]) -> Vec<Complaint> {
        diagnostics.iter().map(|diagnostic| self.complaint(diagnostic)).collect()
    }

    fn complaint(&self, diagnostic: &SourceDiagnostic) -> Complaint {
        let mut complaint = Complaint::bare(diagnostic.message.to_string());
        complaint.hints = diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect();
        if let Some(id) = diagnostic.span.id() {
            let path = id.get().vpath().get_without_slash().to_owned();
            let range = self.range(diagnostic.span).unwrap_or(0..0);
            complaint.place = Some((path, range));
        }
        complaint
    }
}

impl Complaint {
    fn bare(message: String) -> Self {
        Self { place: None, message, hints: Vec::new() }
    }
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.press.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = id.get().vpath().get_without_slash();
        let source = matches!(id.get().root(), VirtualRoot::Project).then(|| self.sources.get(path)).flatten();
        source.cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        let file = matches!(id.get().root(), VirtualRoot::Project).then(|| self.files.get(path)).flatten();
        file.cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.day
    }
}
