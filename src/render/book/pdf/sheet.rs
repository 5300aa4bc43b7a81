//! The book as a layout reads it: plain JSON, every decision taken that needs more than looking.
//!
//! A layout is Typst source of the theme; what comes from notes reaches it only through this data,
//! as strings, and so can never be read as Typst.
//!
//! Inlines are a string, a list of inlines, or an object with `k`: `b` (a chance to break), `code`,
//! `em`, `strong`, `strike`, `sup`, `sub`, `mark`, `key`, `url` (`to`), `ref` (`to`), `img`
//! (`src`, `alt`, `width`), `foot` (`id`, `body`; without body when referred to again), `note`
//! (`n`), `br`, `ix` (`n`, the place in `terms`). Containers hold their inlines under `c`.
//! Blocks have `k` too, and are described where they are made.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::tables::{self, Need};
use crate::render::book::index::{self, Index};
use crate::render::book::links;
use crate::render::book::tree::{
    Align, Block, Book, Chapter, Definition, Figure, Image, Inline, Item, MAX_DEPTH, Paper, Picture, Row, Run, Section,
    Signatures, Table, Target, plain,
};
use crate::render::book::walk::{Visit, walk};
use crate::render::highlight::Tone;

/// How deep emphasis, links and the like may stand in one another before the rest is plain text.
const MAX_INLINE_DEPTH: usize = 8;
/// Addresses longer than this are shown, not linked: Typst refuses more than 8000 bytes.
const LONGEST_URL: usize = 2000;

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
    /// Names of the families besides the layout's own.
    fn families(&self) -> &[String];
    /// The size in CSS pixels of an image that can be decoded, else why it cannot.
    ///
    /// # Errors
    /// The decoder's own words.
    fn measure(&self, bytes: &[u8], format: crate::render::book::tree::Format) -> Result<(f64, f64), String>;
}

/// The size of the text on a page, in points: width, and height less a caption.
fn text_area(paper: Paper) -> (f64, f64, f64) {
    match paper {
        Paper::A4 => (425.0, 600.0, 680.0),
        Paper::Letter => (442.0, 560.0, 630.0),
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
        out: Sheet::default(),
    };
    let chapters: Vec<Value> = book.chapters.iter().map(|chapter| maker.chapter(chapter)).collect();
    let has_figures = has_captioned_figures(book);
    let words = &book.words;
    let (language, region) = book.language.split_once('-').unwrap_or((&book.language, ""));
    let title = maker.letters(if book.title.trim().is_empty() { "…" } else { &book.title });
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
        "title": title,
        "subtitle": maker.letters(&book.subtitle),
        "description": maker.letters(&book.description),
        "client": maker.letters(&book.client),
        "consultancy": maker.letters(&book.consultancy),
        "dates": maker.letters(&book.dates),
        "imprint": book.imprint.iter().map(|line| maker.letters(line)).collect::<Vec<_>>(),
        "language": language,
        "region": if region.len() == 2 { Value::from(region) } else { Value::Null },
        "accent": book.accent.hex(),
        "light": book.accent.carries_white(),
        "logo": logo,
        "paper": match book.paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "families": fonts.families(),
        "words": {
            "contents": words.contents, "figures": words.figures, "figure": words.figure, "table": words.table,
            // The number stays on the line of its word.
            "page": words.page.replace(' ', "\u{a0}"), "evidence": words.evidence,
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

/// How long words are given chances to break.
#[derive(Debug, Clone, Copy)]
enum Wrap {
    /// Running text: hyphenation does most of it.
    Prose,
    /// Program text: words are long and nothing is hyphenated.
    Code,
    /// A cell with room for so many letters.
    Cell(usize),
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

    fn blocks(&mut self, blocks: &'a [Block], depth: usize) -> Vec<Value> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, depth, &mut out);
        }
        out
    }

    fn block(&mut self, block: &'a Block, depth: usize, out: &mut Vec<Value>) {
        let too_deep = depth >= MAX_DEPTH;
        match block {
            Block::Paragraph(text) => self.paragraph(text, out),
            Block::Heading { level, id, text } => self.heading(*level, id.as_deref(), text, depth, out),
            Block::Code { lines, .. } => out.push(self.code(lines)),
            Block::Quote { blocks, by } => {
                let inner = self.blocks(blocks, depth + 1);
                if too_deep {
                    out.extend(inner);
                    return;
                }
                let by = if by.is_empty() { Value::Null } else { self.inlines(by, Wrap::Prose, 0) };
                out.push(json!({ "k": "quote", "c": inner, "by": by }));
            }
            Block::Callout { kind, title, blocks } => {
                let title = self.inlines(title, Wrap::Prose, 0);
                let inner = self.blocks(blocks, depth + 1);
                if too_deep {
                    out.push(json!({ "k": "p", "c": { "k": "strong", "c": title } }));
                    out.extend(inner);
                } else {
                    out.push(json!({ "k": "callout", "kind": kind.as_str(), "title": title, "c": inner }));
                }
            }
            Block::Details { summary, blocks } => {
                let summary = self.inlines(summary, Wrap::Prose, 0);
                let inner = self.blocks(blocks, depth + 1);
                if too_deep {
                    out.push(json!({ "k": "p", "c": { "k": "strong", "c": summary } }));
                    out.extend(inner);
                } else {
                    out.push(json!({ "k": "details", "title": summary, "c": inner }));
                }
            }
            Block::List { start, tight, items } => self.list(*start, *tight, items, depth, out),
            Block::Definitions(definitions) => self.definitions(definitions, depth, out),
            Block::Table(table) => self.table(table, depth, out),
            Block::Anchor(id) => {
                let id = self.label(id);
                out.push(json!({ "k": "anchor", "id": id }));
            }
            Block::Rule => out.push(json!({ "k": "rule" })),
            Block::Figure(figure) => self.figure(figure, out),
            Block::Facts(facts) => {
                let rows: Vec<Value> = facts
                    .iter()
                    .map(|(label, value)| {
                        json!([self.text(label, Wrap::Cell(18)), self.inlines(value, Wrap::Prose, 0)])
                    })
                    .collect();
                if !rows.is_empty() {
                    let length: usize = facts.iter().map(|(_, value)| plain(value).len()).sum();
                    out.push(json!({ "k": "facts", "rows": rows, "keep": rows.len() < 16 && length < 1200 }));
                }
            }
            Block::Signatures(signatures) => out.push(self.signatures(signatures)),
            Block::Index => out.push(json!({ "k": "index" })),
        }
    }

    /// `p` with the inlines under `c`; pictures alone in it become figures without a caption.
    fn paragraph(&mut self, text: &'a [Inline], out: &mut Vec<Value>) {
        let alone = text.iter().any(|inline| matches!(inline, Inline::Image { .. }))
            && text.iter().all(|inline| match inline {
                Inline::Image { .. } | Inline::Break => true,
                Inline::Text(text) => text.trim().is_empty(),
                _ => false,
            });
        if alone {
            for inline in text {
                if let Inline::Image { name, alt, width } = inline {
                    out.push(self.picture(name, alt, *width));
                }
            }
            return;
        }
        let is_marks = text.iter().all(|inline| matches!(inline, Inline::Mark(_)));
        let text = self.inlines(text, Wrap::Prose, 0);
        if is_marks {
            // No paragraph: a heading above must stay with what follows.
            out.push(json!({ "k": "marks", "c": text }));
        } else if !is_blank(&text) {
            out.push(json!({ "k": "p", "c": text }));
        }
    }

    /// `h` with `level`, `id` and inlines without links or footnotes: the text is repeated in the
    /// contents and in the running head, where a second footnote or link would be wrong.
    fn heading(&mut self, level: u8, id: Option<&str>, text: &'a [Inline], depth: usize, out: &mut Vec<Value>) {
        let mut notes = Vec::new();
        let bare = self.bare(text, &mut notes, 0);
        let id = id.and_then(|id| self.label(id));
        if is_blank(&bare) {
            return;
        }
        if depth == 0 {
            // PDF/UA allows no gap between levels, and notes do leave gaps.
            let wanted = self.section.saturating_add(level.max(1));
            let next = wanted.min(self.level.saturating_add(1));
            self.level = next;
            out.push(json!({ "k": "h", "level": next, "id": id, "c": bare }));
        } else {
            out.push(json!({ "k": "p", "c": { "k": "strong", "c": bare }, "id": id }));
        }
        for note in notes {
            let blocks = self.blocks(note, MAX_DEPTH);
            out.extend(blocks);
        }
    }

    fn bare(&mut self, inlines: &'a [Inline], notes: &mut Vec<&'a [Block]>, depth: usize) -> Value {
        if depth > MAX_INLINE_DEPTH {
            return self.text(&plain(inlines), Wrap::Prose);
        }
        let list: Vec<Value> = inlines
            .iter()
            .filter_map(|inline| match inline {
                Inline::Link { text, .. } => Some(self.bare(text, notes, depth + 1)),
                Inline::Footnote(footnote) => {
                    notes.push(&footnote.blocks);
                    None
                }
                Inline::Note(_) | Inline::Mark(_) => None,
                Inline::Image { alt, .. } => Some(self.text(alt, Wrap::Prose)),
                Inline::Break => Some(Value::from(" ")),
                Inline::Emphasis(inner) => Some(json!({ "k": "em", "c": self.bare(inner, notes, depth + 1) })),
                Inline::Strong(inner)
                | Inline::Highlight(inner)
                | Inline::Strike(inner)
                | Inline::Superscript(inner)
                | Inline::Subscript(inner)
                | Inline::Key(inner)
                | Inline::Abbreviation { text: inner, .. } => Some(self.bare(inner, notes, depth + 1)),
                Inline::Text(_) | Inline::Code(_) => self.inline(inline, Wrap::Prose, depth),
            })
            .collect();
        join(list)
    }

    /// `listing` with `text` as a whole for the structure, and `lines` of `[class, text...]` to show.
    fn code(&mut self, lines: &[Vec<Run>]) -> Value {
        let mut whole = String::new();
        let mut shown = Vec::with_capacity(lines.len());
        for (position, line) in lines.iter().enumerate() {
            if position > 0 {
                whole.push('\n');
            }
            let mut runs = Vec::with_capacity(line.len());
            for run in line {
                let text = self.letters(&run.text.replace('\t', "    "));
                whole.push_str(&text);
                let class = run.tone.map_or("", Tone::class);
                let pieces: Vec<Value> = breaks(&text, Wrap::Code).into_iter().map(Value::from).collect();
                runs.push(json!([class, pieces]));
            }
            shown.push(Value::Array(runs));
        }
        json!({ "k": "listing", "text": whole, "lines": shown })
    }

    /// `list` or `enum` (`start`), `tight`, `items` as lists of blocks; a list with tasks is `tasks`
    /// with `done` beside the items.
    fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [Item], depth: usize, out: &mut Vec<Value>) {
        let bodies: Vec<Vec<Value>> = items.iter().map(|item| self.blocks(&item.blocks, depth + 1)).collect();
        if depth >= MAX_DEPTH {
            for body in bodies {
                out.extend(body);
            }
            return;
        }
        if items.is_empty() {
            return;
        }
        if items.iter().any(|item| item.task.is_some()) {
            let done: Vec<Option<bool>> = items.iter().map(|item| item.task).collect();
            out.push(json!({ "k": "tasks", "tight": tight, "done": done, "items": bodies }));
        } else if let Some(start) = start {
            // Typst counts in signed numbers.
            let start = i64::try_from(start).unwrap_or(1);
            out.push(json!({ "k": "enum", "start": start, "tight": tight, "items": bodies }));
        } else {
            out.push(json!({ "k": "list", "tight": tight, "items": bodies }));
        }
    }

    /// `terms` with `items` of `id`, `term` and `c`, the blocks of all meanings.
    fn definitions(&mut self, definitions: &'a [Definition], depth: usize, out: &mut Vec<Value>) {
        let mut items = Vec::new();
        let mut flat = Vec::new();
        for definition in definitions {
            let id = definition.id.as_deref().and_then(|id| self.label(id));
            let term = self.inlines(&definition.term, Wrap::Prose, 0);
            let mut body = Vec::new();
            for meaning in &definition.meanings {
                body.extend(self.blocks(meaning, depth + 1));
            }
            if depth >= MAX_DEPTH {
                flat.push(json!({ "k": "p", "c": { "k": "strong", "c": term } }));
                flat.extend(body);
            } else {
                items.push(json!({ "id": id, "term": term, "c": body }));
            }
        }
        out.extend(flat);
        if !items.is_empty() {
            out.push(json!({ "k": "terms", "items": items }));
        }
    }

    /// `table` with `size`, `landscape`, `caption`, `id`, `rowheads` and `parts` of `widths`, `aligns`,
    /// `head` (null for none) and `rows` of `id` and `cells`.
    fn table(&mut self, table: &'a Table, depth: usize, out: &mut Vec<Value>) {
        let count = table
            .rows
            .iter()
            .map(|row| row.cells.len())
            .chain([table.columns.len(), table.head.len()])
            .max()
            .unwrap_or(0);
        if count == 0 || (table.rows.is_empty() && table.head.is_empty()) {
            return;
        }
        let mut needs = vec![Need::default(); count];
        for cells in table.rows.iter().map(|row| &row.cells).chain([&table.head]) {
            for (need, cell) in needs.iter_mut().zip(cells) {
                need.add(&self.shown(cell));
            }
        }
        let (width, _, turned) = text_area(self.book.paper);
        let width = width - 22.0 * f64::from(u8::try_from(depth).unwrap_or(u8::MAX));
        let plan =
            tables::plan(&needs, table.rows.len(), width.max(120.0), turned, depth == 0, table.row_heads || count > 8);
        let has_head = table.head.iter().any(|cell| !plain(cell).trim().is_empty());
        let mut parts = Vec::new();
        for (position, columns) in plan.parts.iter().enumerate() {
            let head = if has_head { Value::Array(self.cells(&table.head, columns, plan.size)) } else { Value::Null };
            let rows: Vec<Value> = table.rows.iter().map(|row| self.row(row, columns, plan.size, position)).collect();
            let widths: Vec<f64> = columns.iter().map(|(_, width)| (width * 10.0).round() / 10.0).collect();
            let aligns: Vec<&str> = columns
                .iter()
                .map(|(column, _)| match table.columns.get(*column).copied().unwrap_or_default() {
                    Align::Start => "start",
                    Align::Center => "center",
                    Align::End => "end",
                })
                .collect();
            parts.push(json!({ "widths": widths, "aligns": aligns, "head": head, "rows": rows }));
        }
        let caption = if table.caption.is_empty() { Value::Null } else { self.inlines(&table.caption, Wrap::Prose, 0) };
        let id = table.id.as_deref().and_then(|id| self.label(id));
        out.push(json!({
            "k": "table", "size": plan.size, "landscape": plan.landscape, "caption": caption, "id": id,
            "rowheads": table.row_heads, "parts": parts,
        }));
    }

    fn row(&mut self, row: &'a Row, columns: &[(usize, f64)], size: f64, part: usize) -> Value {
        let id = if part == 0 { row.id.as_deref().and_then(|id| self.label(id)) } else { None };
        json!({ "id": id, "cells": self.cells(&row.cells, columns, size) })
    }

    fn cells(&mut self, cells: &'a [Vec<Inline>], columns: &[(usize, f64)], size: f64) -> Vec<Value> {
        columns
            .iter()
            .map(|(column, width)| {
                let room = ((width - 10.0) / (size * 0.58)).floor().max(3.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "at least 3, at most a page"
                )]
                let wrap = Wrap::Cell(room as usize);
                cells.get(*column).map_or(Value::from(""), |cell| self.inlines(cell, wrap, 0))
            })
            .collect()
    }

    /// The text of a cell with what is printed after its links, to measure it.
    fn shown(&self, cell: &[Inline]) -> String {
        let mut text = plain(cell);
        let links = cell.iter().filter(|inline| matches!(inline, Inline::Link { to: Target::Id(_), .. })).count();
        for _ in 0..links {
            text.push_str(&self.book.words.page.replace("{}", "888"));
        }
        text
    }

    /// `figure` with `src`, `width`, `alt` (null for an ornament), `caption` (null for none), `id`.
    fn figure(&mut self, figure: &'a Figure, out: &mut Vec<Value>) {
        let caption =
            if figure.caption.is_empty() { Value::Null } else { self.inlines(&figure.caption, Wrap::Prose, 0) };
        let id = figure.id.as_deref().and_then(|id| self.label(id));
        let mut made = match &figure.picture {
            Picture::Image(name, width) => self.picture(name, &figure.alt, *width),
            Picture::Drawing(svg) => self.drawing(svg, &figure.alt),
        };
        if let Some(object) = made.as_object_mut() {
            object.insert("caption".into(), caption);
            object.insert("id".into(), id.map_or(Value::Null, Value::from));
        }
        out.push(made);
    }

    fn picture(&mut self, name: &'a str, alt: &str, wish: Option<u32>) -> Value {
        match self.image(name) {
            Some((src, width, height)) => {
                let scale = wish.map_or(1.0, |wish| f64::from(wish.max(8)) / width);
                self.framed(&src, width * scale, height * scale, alt)
            }
            None => json!({ "k": "p", "c": { "k": "em", "c": self.text(alt, Wrap::Prose) } }),
        }
    }

    fn drawing(&mut self, svg: &str, alt: &str) -> Value {
        let svg = self.letters_of_drawing(svg);
        match self.fonts.measure(svg.as_bytes(), crate::render::book::tree::Format::Svg) {
            Ok((width, height)) => {
                let src = format!("drawing-{}.svg", self.out.files.len());
                self.out.files.insert(src.clone(), svg.into_bytes());
                self.framed(&src, width, height, alt)
            }
            Err(reason) => {
                self.out.broken.push((self.place.clone(), reason));
                json!({ "k": "p", "c": { "k": "em", "c": self.text(alt, Wrap::Prose) } })
            }
        }
    }

    fn framed(&mut self, src: &str, width: f64, height: f64, alt: &str) -> Value {
        let (most_wide, most_high, _) = text_area(self.book.paper);
        // A CSS pixel is three quarters of a point.
        let (width, height) = (width * 0.75, height * 0.75);
        let scale = (most_wide / width).min(most_high / height).min(1.0);
        let alt = if alt.trim().is_empty() { Value::Null } else { Value::from(self.letters(alt)) };
        json!({ "k": "figure", "src": src, "width": (width * scale * 10.0).round() / 10.0, "alt": alt, "caption": null, "id": null })
    }

    /// The path and size of an image of the book, decoded once to know that it can be.
    fn image(&mut self, name: &'a str) -> Option<(String, f64, f64)> {
        if let Some(known) = self.images.get(name) {
            return known.clone();
        }
        let made = match self.book.images.get(name) {
            None => {
                self.out.broken.push((name.to_owned(), "there is no such image".to_owned()));
                None
            }
            Some(image) => self.decode(name, image),
        };
        self.images.insert(name, made.clone());
        made
    }

    fn decode(&mut self, name: &str, image: &Image) -> Option<(String, f64, f64)> {
        let bytes = match (image.format, std::str::from_utf8(&image.bytes)) {
            (crate::render::book::tree::Format::Svg, Ok(text)) => self.letters_of_drawing(text).into_bytes(),
            _ => image.bytes.to_vec(),
        };
        match self.fonts.measure(&bytes, image.format) {
            Ok((width, height)) => {
                let src = format!("image-{}.{}", self.out.files.len(), image.format.extension());
                self.out.files.insert(src.clone(), bytes);
                Some((src, width, height))
            }
            Err(reason) => {
                self.out.broken.push((name.to_owned(), reason));
                None
            }
        }
    }

    /// `sign` with `heads` and `lines` of name and role.
    fn signatures(&mut self, signatures: &Signatures) -> Value {
        let heads: Vec<String> = signatures.heads.iter().map(|head| self.letters(head)).collect();
        let lines: Vec<Value> = signatures
            .lines
            .iter()
            .map(|[name, role]| json!([self.text(name, Wrap::Cell(18)), self.text(role, Wrap::Cell(18))]))
            .collect();
        json!({ "k": "sign", "heads": heads, "lines": lines })
    }

    fn inlines(&mut self, inlines: &'a [Inline], wrap: Wrap, depth: usize) -> Value {
        if depth > MAX_INLINE_DEPTH {
            return self.text(&plain(inlines), wrap);
        }
        join(inlines.iter().filter_map(|inline| self.inline(inline, wrap, depth)).collect())
    }

    fn inline(&mut self, inline: &'a Inline, wrap: Wrap, depth: usize) -> Option<Value> {
        let wrapped = |maker: &mut Self, kind: &str, inner: &'a [Inline]| {
            let inner = maker.inlines(inner, wrap, depth + 1);
            if is_empty(&inner) { None } else { Some(json!({ "k": kind, "c": inner })) }
        };
        match inline {
            Inline::Text(text) => Some(self.text(text, wrap)),
            Inline::Code(text) => {
                let text = self.letters(text);
                let pieces: Vec<Value> = breaks(&text, wrap.for_code()).into_iter().map(Value::from).collect();
                if text.is_empty() { None } else { Some(json!({ "k": "code", "c": pieces })) }
            }
            Inline::Key(inner) => wrapped(self, "key", inner),
            // Print has no pointer to rest on an abbreviation: the glossary says what it stands for.
            Inline::Abbreviation { text, .. } => Some(self.inlines(text, wrap, depth + 1)),
            Inline::Emphasis(inner) => wrapped(self, "em", inner),
            Inline::Strong(inner) => wrapped(self, "strong", inner),
            Inline::Strike(inner) => wrapped(self, "strike", inner),
            Inline::Superscript(inner) => wrapped(self, "sup", inner),
            Inline::Subscript(inner) => wrapped(self, "sub", inner),
            Inline::Highlight(inner) => wrapped(self, "mark", inner),
            Inline::Link { to, text } => {
                let inner = self.inlines(text, wrap, depth + 1);
                if is_empty(&inner) {
                    return None;
                }
                Some(match to {
                    Target::Url(url) if links::is_safe(url) && url.len() <= LONGEST_URL => {
                        json!({ "k": "url", "to": url, "c": inner })
                    }
                    Target::Id(id) if self.known.contains_key(id.as_str()) => {
                        json!({ "k": "ref", "to": id, "c": inner })
                    }
                    Target::Url(_) | Target::Id(_) | Target::File(_) => inner,
                })
            }
            Inline::Image { name, alt, .. } => Some(match self.image(name) {
                Some((src, width, height)) => {
                    // Within a line a picture is a sign or a badge: no taller than three lines.
                    let scale = (300.0 / (width * 0.75)).min(38.0 / (height * 0.75)).min(1.0);
                    let alt = if alt.trim().is_empty() { Value::Null } else { Value::from(self.letters(alt)) };
                    json!({ "k": "img", "src": src, "alt": alt, "width": width * 0.75 * scale })
                }
                None => json!({ "k": "em", "c": self.text(alt, wrap) }),
            }),
            Inline::Footnote(footnote) => {
                if self.footnotes.insert(footnote.id.clone()) {
                    // A footnote inside a footnote is set with the page's others; three deep is enough.
                    let body = if depth > 3 { Vec::new() } else { self.blocks(&footnote.blocks, MAX_DEPTH - 2) };
                    Some(json!({ "k": "foot", "id": format!("footnote {}", footnote.id), "body": body }))
                } else {
                    Some(json!({ "k": "foot", "id": format!("footnote {}", footnote.id) }))
                }
            }
            Inline::Note(number) => {
                let number = number + 1;
                Some(json!({ "k": "note", "n": number, "to": format!("note {} {number}", self.chapter) }))
            }
            Inline::Break => Some(json!({ "k": "br" })),
            Inline::Mark(term) => self.index.number(term).map(|number| json!({ "k": "ix", "n": number })),
        }
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

    fn text(&mut self, text: &str, wrap: Wrap) -> Value {
        let text = self.letters(text);
        let pieces = breaks(&text, wrap);
        if pieces.len() == 1 {
            return Value::from(text);
        }
        let mut list = Vec::with_capacity(pieces.len() * 2);
        for piece in pieces {
            if !list.is_empty() {
                list.push(json!({ "k": "b" }));
            }
            list.push(Value::from(piece));
        }
        Value::Array(list)
    }

    /// The text with every character that can be set; the others are counted and stand as a sign.
    fn letters(&mut self, text: &str) -> String {
        let mut missing = BTreeSet::new();
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                ' '..='~' => out.push(letter),
                '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push(' '),
                // Joiners shape scripts; the others that show nothing are refused by PDF/A or have
                // no glyph, and nothing is lost without them.
                '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}' => {
                    out.push(letter);
                }
                _ if is_invisible(letter) => {}
                _ if !is_private(letter) && self.fonts.has(letter) => out.push(letter),
                _ if akin(letter).is_some_and(|sign| self.fonts.has(sign)) => out.extend(akin(letter)),
                _ => {
                    missing.insert(letter);
                    out.push(self.book.words.unset);
                }
            }
        }
        if !missing.is_empty() {
            self.out.unset.push(Unset {
                place: self.place.clone(),
                letters: missing.into_iter().collect(),
                text: text.chars().take(80).collect(),
            });
        }
        out
    }

    fn letters_of_drawing(&mut self, svg: &str) -> String {
        if svg.is_ascii() { svg.to_owned() } else { self.letters(svg) }
    }
}

impl Wrap {
    fn for_code(self) -> Self {
        match self {
            Self::Prose | Self::Code => Self::Code,
            // The letters of program text are wider.
            Self::Cell(room) => Self::Cell((room * 8 / 10).max(3)),
        }
    }
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(u32::from(letter), 0x202a..=0x202e | 0x2061..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xfff0..=0xffff | 0xe0000..=0xe0fff | 0x180b..=0x180e | 0xfdd0..=0xfdef)
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// A plain sign that says what a coloured one says.
fn akin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{2705}' => '\u{2714}',
        '\u{274c}' | '\u{274e}' => '\u{2718}',
        '\u{2b50}' | '\u{1f31f}' => '\u{2605}',
        '\u{2757}' => '!',
        '\u{2753}' => '?',
        '\u{1f534}' | '\u{1f7e0}' | '\u{1f7e1}' | '\u{1f7e2}' | '\u{1f535}' => '\u{25cf}',
        _ => return None,
    })
}

fn is_private(letter: char) -> bool {
    matches!(u32::from(letter), 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff)
}

/// Cuts long words where a line may break if it must.
fn breaks(text: &str, wrap: Wrap) -> Vec<&str> {
    // (words longer than this are cut behind signs, words longer than this anywhere, into pieces of)
    let (signs, anywhere, piece) = match wrap {
        Wrap::Prose => (24, 48, 12),
        Wrap::Code => (16, 40, 10),
        Wrap::Cell(room) => (room.min(24), room, room.clamp(2, 8)),
    };
    let mut out = Vec::new();
    let mut start = 0;
    let mut word_start = 0;
    let mut letters = 0;
    let mut cut_word = |from: usize, to: usize, letters: usize, start: &mut usize| {
        if letters <= signs {
            return;
        }
        let mut since = 0;
        for (offset, letter) in text[from..to].char_indices() {
            let here = from + offset;
            if since > 0 && letters > anywhere && since >= piece {
                out.push(&text[*start..here]);
                *start = here;
                since = 0;
            }
            since += 1;
            let end = here + letter.len_utf8();
            if since >= 2 && end < to && "/\\._-:=&?,;@+|%#~()[]{}<>".contains(letter) {
                out.push(&text[*start..end]);
                *start = end;
                since = 0;
            }
        }
    };
    for (offset, letter) in text.char_indices() {
        if letter.is_whitespace() || tables::is_wide(letter) {
            cut_word(word_start, offset, letters, &mut start);
            word_start = offset + letter.len_utf8();
            letters = 0;
        } else {
            letters += 1;
        }
    }
    cut_word(word_start, text.len(), letters, &mut start);
    out.push(&text[start..]);
    out
}

/// Whether a list of figures has something to list.
fn has_captioned_figures(book: &Book) -> bool {
    struct Figures(bool);
    impl<'a> Visit<'a> for Figures {
        fn block(&mut self, block: &'a Block) {
            if let Block::Figure(figure) = block {
                self.0 |= !figure.caption.is_empty();
            }
        }
    }
    let mut figures = Figures(false);
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
