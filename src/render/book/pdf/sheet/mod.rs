//! The book as a layout reads it: plain JSON, every decision taken that needs more than looking.
//!
//! A layout is Typst source of the theme; what comes from notes reaches it only through this data,
//! as strings, and so can never be read as Typst.
//!
//! Inlines are a string, a list of inlines, or an object with `k`: `b` (a chance to break), `unset` (`c`, which no font
//! has, and `sign`, which stands for it), `code`,
//! `em`, `strong`, `strike`, `sup`, `sub`, `mark`, `key`, `url` (`to`), `ref` (`to`), `img`
//! (`src`, `alt`, `width`), `foot` (`id`, `body`; without body when referred to again), `note`
//! (`n`, `to` or null), `br`, `ix` (`n`, the place in `terms`). Containers hold their inlines under `c`.
//! Blocks have `k` too, and are described where they are made.

mod block;
mod inline;
mod letters;
mod picture;
mod table;
mod wrap;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::render::book::index::{self, Index};
use crate::render::book::links;
use crate::render::book::pdf::pictures::Print;
use crate::render::book::tree::{Block, Book, Chapter, Format, Paper, Section};
use crate::render::book::walk::{Visit, walk};
use wrap::Wrap;

/// What a layout needs besides its own source.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The data as JSON.
    pub json: Vec<u8>,
    /// Drawings and images by the path under which the data names them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Characters that no font has, and where they stand.
    pub unset: Vec<Unset>,
    /// Pictures that cannot be shown: their name, or the id of the place, and why.
    pub broken: Vec<(String, String)>,
}

/// Characters that no font has, in one text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render::book) struct Unset {
    /// The id of the chapter or section.
    pub place: String,
    /// The characters, each once.
    pub letters: String,
    /// The beginning of the text they stand in.
    pub text: String,
}

/// What the maker of a sheet must know of the press.
pub(super) trait Fonts {
    /// Whether some font has a glyph for the character.
    fn has(&self, letter: char) -> bool;
    /// The breadth of a letter, in parts of the size of the type, where it is boldest; none where it is not known.
    fn breadth(&self, letter: char) -> Option<f64>;
    /// Names of the families besides the layout's own.
    fn families(&self) -> &[String];
    /// An image as a PDF may hold it.
    ///
    /// # Errors
    /// Why it cannot be shown, in the decoder's own words.
    fn printable(&self, bytes: Vec<u8>, format: Format) -> Result<Print, String>;
}

/// The size of the text on a page, in points: width, height less a caption, and the width of a
/// page that is turned.
fn text_area(paper: Paper) -> (f64, f64, f64) {
    match paper {
        Paper::A4 => (425.0, 600.0, 671.0),
        Paper::Letter => (441.0, 560.0, 621.0),
    }
}

/// Makes the sheet of a book.
pub(super) fn sheet(book: &Book, fonts: &dyn Fonts) -> Sheet {
    let mut maker = Maker {
        book,
        fonts,
        known: links::ids(book),
        labelled: BTreeSet::new(),
        footnotes: BTreeSet::new(),
        index: Index::of(book),
        images: BTreeMap::new(),
        chapter: String::new(),
        place: String::new(),
        section: 1,
        level: 1,
        room: text_area(book.paper).0,
        out: Sheet::default(),
    };
    let chapters: Vec<Value> = book.chapters.iter().map(|chapter| maker.chapter(chapter)).collect();
    // A list of one is no list.
    let has_figures = captioned_figures(book) > 1;
    let words = &book.words;
    let (language, region) = book.language.split_once('-').unwrap_or((&book.language, ""));
    // The letters of a title are large, so that its words break as early as those of program text.
    let title = maker.text(if book.title.trim().is_empty() { "…" } else { &book.title }, Wrap::Code);
    let index: Vec<Value> = index::groups(maker.index.terms())
        .into_iter()
        .map(|(letter, terms)| {
            let terms: Vec<Value> =
                terms.into_iter().map(|(term, number)| json!([maker.text(term, Wrap::Prose), number])).collect();
            json!({ "letter": maker.letters(&letter), "terms": terms })
        })
        .collect();
    let logo = book.logo.as_ref().and_then(|name| maker.image(name)).map(|(src, width, height)| {
        // A logo is as large as the cover wants it, in the bounds of a quarter by a tenth of the sheet.
        let scale = (150.0 / width).min(60.0 / height);
        json!({ "src": src, "width": width * scale })
    });
    let value = json!({
        // What only programs read.
        "said": {
            "title": maker.said(if book.title.trim().is_empty() { "…" } else { &book.title }),
            "volume": maker.said(&book.volume),
            "consultancy": maker.said(&book.consultancy),
            "description": maker.said(&book.description),
        },
        "title": title,
        "subtitle": maker.text(&book.subtitle, Wrap::Prose),
        "client": maker.text(&book.client, Wrap::Prose),
        "consultancy": maker.letters(&book.consultancy),
        "motto": maker.text(&book.motto, Wrap::Prose),
        "dates": maker.letters(&book.dates),
        "volume": maker.letters(&book.volume),
        "imprint": book.imprint.iter().map(|line| maker.letters(line)).collect::<Vec<_>>(),
        "language": language,
        "region": if region.len() == 2 { Value::from(region) } else { Value::Null },
        "accent": book.accent.hex(),
        "tone": book.tone.hex(),
        "light": book.accent.carries_white(),
        "logo": logo,
        "paper": match book.paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "families": fonts.families(),
        "words": {
            "contents": maker.letters(&words.contents), "figures": maker.letters(&words.figures),
            "figure": maker.letters(&words.figure), "table": maker.letters(&words.table),
            // The number stays on the line of its word.
            "page": maker.letters(&words.page.replace(' ', "\u{a0}")), "evidence": maker.letters(&words.evidence),
            "notes": maker.letters(&words.notes),
            "aside": maker.letters(&words.aside.replace(' ', "\u{a0}")),
        },
        "figures": has_figures,
        "index": index,
        "chapters": chapters,
    });
    maker.out.json = value.to_string().into_bytes();
    maker.out.unset.sort();
    maker.out.unset.dedup();
    maker.out
}

struct Maker<'a> {
    book: &'a Book,
    fonts: &'a dyn Fonts,
    known: BTreeMap<&'a str, usize>,
    labelled: BTreeSet<String>,
    footnotes: BTreeSet<String>,
    index: Index<'a>,
    images: BTreeMap<&'a str, Option<(String, f64, f64)>>,
    chapter: String,
    place: String,
    section: u8,
    level: u8,
    /// The width in points that there is for what comes next.
    room: f64,
    out: Sheet,
}

impl<'a> Maker<'a> {
    fn chapter(&mut self, chapter: &'a Chapter) -> Value {
        self.chapter.clone_from(&chapter.id);
        self.place.clone_from(&chapter.id);
        (self.section, self.level) = (1, 1);
        let number = self.letters(&chapter.number);
        let id = self.label(&chapter.id);
        let title = self.title(&chapter.title);
        let intro = self.blocks(&chapter.intro, 0);
        let sections = self.sections(&chapter.sections, &number, 2);
        self.place.clone_from(&chapter.id);
        let notes: Vec<Value> = chapter
            .notes
            .iter()
            .enumerate()
            .map(|(position, note)| {
                let id = format!("note {} {}", chapter.id, position + 1);
                json!({ "id": id, "c": self.inlines(note, Wrap::Prose, 0) })
            })
            .collect();
        json!({
            "number": number, "title": title, "id": id,
            "intro": intro, "sections": sections, "notes": notes,
        })
    }

    fn sections(&mut self, sections: &'a [Section], parent: &str, level: u8) -> Vec<Value> {
        sections
            .iter()
            .enumerate()
            .map(|(position, section)| {
                self.place.clone_from(&section.id);
                (self.section, self.level) = (level, level);
                let number = crate::render::book::tree::section_number(parent, position);
                let id = self.label(&section.id);
                let title = self.title(&section.title);
                let blocks = self.blocks(&section.blocks, 0);
                let inner = self.sections(&section.sections, "", level.saturating_add(1));
                json!({
                    "number": number, "title": title, "id": id, "level": level, "opens": section.opens_page,
                    "blocks": blocks, "sections": inner,
                })
            })
            .collect()
    }

    /// The label for an id, once: what stands twice in a book can be referred to only once.
    fn label(&mut self, id: &str) -> Option<String> {
        (!id.is_empty() && self.labelled.insert(id.to_owned())).then(|| id.to_owned())
    }

    /// A title: PDF/UA refuses an empty one.
    fn title(&mut self, title: &str) -> Value {
        let made = self.text(title, Wrap::Prose);
        if is_blank(&made) { Value::from("…") } else { made }
    }
}

/// How many entries a list of figures has.
fn captioned_figures(book: &Book) -> usize {
    struct Figures(usize);
    impl<'a> Visit<'a> for Figures {
        fn block(&mut self, block: &'a Block) {
            if let Block::Figure(figure) = block {
                self.0 += usize::from(!figure.caption.is_empty());
            }
        }
    }
    let mut figures = Figures(0);
    walk(book, &mut figures);
    figures.0
}

fn join(mut list: Vec<Value>) -> Value {
    if list.len() == 1 { list.swap_remove(0) } else { Value::Array(list) }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        _ => false,
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.iter().all(is_blank),
        Value::Object(object) => matches!(object.get("k").and_then(Value::as_str), Some("b" | "br")),
        _ => false,
    }
}
