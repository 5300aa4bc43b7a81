//! A book's tree as markup that is HTML and XHTML alike; the web page and the EPUB share it.
//!
//! Every text is escaped, every element closed, every attribute quoted. What differs between the
//! two (where links lead, where pictures lie) is asked of the [`Medium`].

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use super::index::{self, Index};
use super::links;
use super::tree::{
    Align, Block, Book, Chapter, Definition, Figure, Footnote, Inline, Item, Picture, Row, Section, Signatures, Table,
    Target, section_number,
};

/// What the markup needs to know of where it will stand.
pub(super) trait Medium {
    /// The address of an id of the book, from the page being written; none if nothing has the id.
    fn href(&self, id: &str) -> Option<String>;
    /// The address of an image of the book; none if it cannot be shown.
    fn image(&mut self, name: &str) -> Option<String>;
    /// The address of a file beside the site; none where the book stands alone.
    fn file(&self, name: &str) -> Option<String>;
    /// Writes a drawing with what it shows.
    fn drawing(&mut self, svg: &str, alt: &str, out: &mut String);
    /// Whether names of EPUB's structure vocabulary are understood.
    fn is_epub(&self) -> bool;
    /// How many levels of headings the page has above a chapter's.
    fn above(&self) -> u8;
}

/// Writes the parts of a book in reading order.
#[derive(Debug)]
pub(super) struct Writer<'a, M> {
    book: &'a Book,
    index: &'a Index<'a>,
    /// What differs between the media.
    pub medium: M,
    out: String,
    labelled: BTreeSet<String>,
    footnotes: Vec<Note>,
    notes_run: usize,
    chapter: &'a str,
    parts: usize,
    part: usize,
    marked: BTreeSet<(usize, usize)>,
    section: u8,
    level: u8,
}

/// A footnote that waits for the end of the page.
#[derive(Debug, Clone)]
struct Note {
    footnote: Arc<Footnote>,
    part: usize,
}

impl<'a, M: Medium> Writer<'a, M> {
    /// A writer of that book.
    pub(super) fn new(book: &'a Book, index: &'a Index<'a>, medium: M) -> Self {
        Self {
            book,
            index,
            medium,
            out: String::new(),
            labelled: BTreeSet::new(),
            footnotes: Vec::new(),
            notes_run: 1,
            chapter: "",
            parts: 0,
            part: 0,
            marked: BTreeSet::new(),
            section: 1,
            level: 1,
        }
    }

    /// What has been written since the last call.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// The medium, when all is written.
    pub(super) fn into_medium(self) -> M {
        self.medium
    }

    /// A chapter's heading and what stands before its sections. The element stays open.
    pub(super) fn open_chapter(&mut self, chapter: &'a Chapter) {
        self.chapter = &chapter.id;
        self.begin_part(1);
        self.out.push_str("<section class=\"chapter\"");
        self.label(Some(&chapter.id));
        self.out.push_str(">\n");
        self.title(1, &chapter.number, &chapter.title);
        self.blocks(&chapter.intro);
    }

    /// Ends what [`Self::open_chapter`] began, after the notes that stand at a chapter's end.
    pub(super) fn close_chapter(&mut self, chapter: &'a Chapter) {
        if !chapter.notes.is_empty() {
            let level = 2 + self.medium.above();
            let _ = writeln!(
                self.out,
                "<section class=\"evidence\">\n<h{level}>{}</h{level}>\n<ol>",
                Text(&self.book.words.evidence)
            );
            for (position, note) in chapter.notes.iter().enumerate() {
                let id = note_id(&chapter.id, position);
                self.out.push_str("<li");
                self.label(Some(&id));
                self.out.push('>');
                self.inlines(note);
                self.out.push_str("</li>\n");
            }
            self.out.push_str("</ol>\n</section>\n");
        }
        self.footnotes();
        self.out.push_str("</section>\n");
    }

    /// Ends a file in the middle of a chapter.
    pub(super) fn pause_chapter(&mut self) {
        self.footnotes();
        self.out.push_str("</section>\n");
    }

    /// Goes on with the chapter in another file.
    pub(super) fn continue_chapter(&mut self) {
        self.out.push_str("<section class=\"chapter\">\n");
    }

    /// A section with all inside it; `number` is its own.
    pub(super) fn section(&mut self, section: &'a Section, number: &str, level: u8) {
        self.begin_part(level);
        self.out.push_str("<section");
        self.label(Some(&section.id));
        self.out.push_str(">\n");
        self.title(level, number, &section.title);
        self.blocks(&section.blocks);
        for inner in &section.sections {
            self.section(inner, "", level.saturating_add(1));
        }
        self.out.push_str("</section>\n");
    }

    /// All sections of a chapter.
    pub(super) fn sections(&mut self, chapter: &'a Chapter) {
        for (position, section) in chapter.sections.iter().enumerate() {
            self.section(section, &section_number(&chapter.number, position), 2);
        }
    }

    /// The footnotes referred to since the last call; numbers begin anew after it.
    pub(super) fn footnotes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let kind = if self.medium.is_epub() { " epub:type=\"footnotes\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<section class=\"footnotes\"{kind} role=\"doc-endnotes\" aria-label=\"{}\">\n<ol>",
            Attribute(&self.book.words.footnotes)
        );
        let mut position = 0;
        // A footnote may have footnotes, which go to the end of the list.
        while let Some(note) = self.footnotes.get(position).cloned() {
            position += 1;
            let run = self.notes_run;
            self.part = note.part;
            let kind = if self.medium.is_epub() { " epub:type=\"footnote\"" } else { "" };
            let _ = write!(self.out, "<li id=\"fn-{run}-{position}\"{kind}>");
            self.blocks(&note.footnote.blocks);
            let _ = writeln!(
                self.out,
                "<p><a href=\"#fnref-{run}-{position}\" role=\"doc-backlink\" aria-label=\"{}\">\u{21a9}\u{fe0e}</a></p></li>",
                Attribute(&self.book.words.back)
            );
        }
        self.footnotes.clear();
        self.notes_run += 1;
        self.out.push_str("</ol>\n</section>\n");
    }

    fn begin_part(&mut self, level: u8) {
        self.part = self.parts;
        self.parts += 1;
        (self.section, self.level) = (level, level);
    }

    fn title(&mut self, level: u8, number: &str, title: &str) {
        let level = level.saturating_add(self.medium.above()).min(6);
        let _ = write!(self.out, "<h{level}>");
        if !number.is_empty() {
            let _ = write!(self.out, "<span class=\"number\">{}</span> ", Text(number));
        }
        let _ = writeln!(self.out, "{}</h{level}>", Text(if title.trim().is_empty() { "…" } else { title }));
    }

    /// ` id="…"` for an id that has not been written yet.
    fn label(&mut self, id: Option<&str>) {
        if let Some(id) = id.filter(|id| !id.is_empty())
            && self.labelled.insert(id.to_owned())
        {
            let _ = write!(self.out, " id=\"{}\"", Attribute(&anchor(id)));
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) if text.iter().all(|inline| matches!(inline, Inline::Mark(_))) => self.inlines(text),
            Block::Paragraph(text) => {
                self.out.push_str("<p>");
                self.inlines(text);
                self.out.push_str("</p>\n");
            }
            Block::Heading { level, id, text } => {
                // Like the PDF: no gap between levels, whatever the notes do.
                let wanted = self.section.saturating_add((*level).max(1));
                self.level = wanted.min(self.level.saturating_add(1));
                let level = self.level.saturating_add(self.medium.above()).min(6);
                let _ = write!(self.out, "<h{level}");
                self.label(id.as_deref());
                self.out.push('>');
                self.inlines(text);
                let _ = writeln!(self.out, "</h{level}>");
            }
            Block::Code { language, lines } => self.code(language.as_deref(), lines),
            Block::Quote { blocks, by } => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                if !by.is_empty() {
                    self.out.push_str("<footer>— ");
                    self.inlines(by);
                    self.out.push_str("</footer>\n");
                }
                self.out.push_str("</blockquote>\n");
            }
            Block::Callout { kind, title, blocks } => {
                let _ = write!(self.out, "<aside class=\"callout {}\">\n<p class=\"title\">", kind.as_str());
                self.inlines(title);
                self.out.push_str("</p>\n");
                self.blocks(blocks);
                self.out.push_str("</aside>\n");
            }
            Block::Details { summary, blocks } => {
                self.out.push_str("<details open=\"open\"><summary>");
                self.inlines(summary);
                self.out.push_str("</summary>\n");
                self.blocks(blocks);
                self.out.push_str("</details>\n");
            }
            Block::List { start, tight, items } => self.list(*start, *tight, items),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Anchor(id) => {
                self.out.push_str("<div");
                self.label(Some(id));
                self.out.push_str("></div>\n");
            }
            Block::Rule => self.out.push_str("<hr/>\n"),
            Block::Figure(figure) => self.figure(figure),
            Block::Facts(facts) => {
                if facts.is_empty() {
                    return;
                }
                self.out.push_str("<dl class=\"facts\">\n");
                for (name, value) in facts {
                    let _ = write!(self.out, "<div><dt>{}</dt><dd>", Text(name));
                    self.inlines(value);
                    self.out.push_str("</dd></div>\n");
                }
                self.out.push_str("</dl>\n");
            }
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Index => self.index(),
        }
    }

    fn code(&mut self, language: Option<&str>, lines: &[Vec<super::tree::Run>]) {
        self.out.push_str("<pre tabindex=\"0\"><code");
        if let Some(language) = language.filter(|language| !language.is_empty()) {
            let _ = write!(self.out, " class=\"language-{}\"", Attribute(&anchor(language)));
        }
        self.out.push('>');
        for line in lines {
            for run in line {
                let text = Text(&run.text);
                let _ = match run.tone {
                    None => write!(self.out, "{text}"),
                    Some(tone) => write!(self.out, "<span class=\"{}\">{text}</span>", tone.class()),
                };
            }
            self.out.push('\n');
        }
        self.out.push_str("</code></pre>\n");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item]) {
        if items.is_empty() {
            return;
        }
        let tasks = items.iter().any(|item| item.task.is_some());
        let element = if start.is_some() { "ol" } else { "ul" };
        let _ = write!(self.out, "<{element}");
        // HTML counts in 32 bits.
        if let Some(start) = start.and_then(|start| i32::try_from(start).ok()).filter(|start| *start != 1) {
            let _ = write!(self.out, " start=\"{start}\"");
        }
        if tasks {
            self.out.push_str(" class=\"tasks\"");
        }
        self.out.push_str(">\n");
        for item in items {
            self.out.push_str("<li>");
            if let Some(done) = item.task {
                let (sign, word) =
                    if done { ('\u{2611}', &self.book.words.done) } else { ('\u{2610}', &self.book.words.open) };
                let _ = write!(self.out, "<span role=\"img\" aria-label=\"{}\">{sign}</span> ", Attribute(word));
            }
            for (position, block) in item.blocks.iter().enumerate() {
                match block {
                    Block::Paragraph(text) if tight || (item.task.is_some() && position == 0) => self.inlines(text),
                    block => self.block(block),
                }
            }
            self.out.push_str("</li>\n");
        }
        let _ = writeln!(self.out, "</{element}>");
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        if definitions.is_empty() {
            return;
        }
        self.out.push_str("<dl>\n");
        for definition in definitions {
            self.out.push_str("<dt");
            self.label(definition.id.as_deref());
            self.out.push('>');
            self.inlines(&definition.term);
            self.out.push_str("</dt>\n");
            for meaning in &definition.meanings {
                self.out.push_str("<dd>");
                self.blocks(meaning);
                self.out.push_str("</dd>\n");
            }
            if definition.meanings.is_empty() {
                self.out.push_str("<dd></dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let count = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len(), table.head.len()]).max();
        let count = count.unwrap_or(0);
        if count == 0 || (table.rows.is_empty() && table.head.is_empty()) {
            return;
        }
        let name =
            if table.caption.is_empty() { self.book.words.table.clone() } else { super::tree::plain(&table.caption) };
        // A table wider than the screen scrolls, by keyboard too.
        let _ = write!(
            self.out,
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><table",
            Attribute(&name)
        );
        self.label(table.id.as_deref());
        self.out.push_str(">\n");
        if !table.caption.is_empty() {
            self.out.push_str("<caption>");
            self.inlines(&table.caption);
            self.out.push_str("</caption>\n");
        }
        if table.head.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead><tr>");
            for column in 0..count {
                let cell = table.head.get(column).map_or(&[][..], Vec::as_slice);
                // A head without words names nothing.
                let element = if cell.is_empty() { "td" } else { "th" };
                let scope = if cell.is_empty() { "" } else { " scope=\"col\"" };
                self.cell(element, scope, table.columns.get(column).copied(), cell);
            }
            self.out.push_str("</tr></thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in &table.rows {
            self.row(table, row, count);
        }
        if table.rows.is_empty() {
            let _ = writeln!(self.out, "<tr>{}</tr>", "<td></td>".repeat(count));
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, count: usize) {
        self.out.push_str("<tr");
        self.label(row.id.as_deref());
        self.out.push('>');
        for column in 0..count {
            let cell = row.cells.get(column).map_or(&[][..], Vec::as_slice);
            let names = column == 0 && table.row_heads && !cell.is_empty();
            let (element, scope) = if names { ("th", " scope=\"row\"") } else { ("td", "") };
            self.cell(element, scope, table.columns.get(column).copied(), cell);
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, element: &str, scope: &str, align: Option<Align>, cell: &[Inline]) {
        let class = match align.unwrap_or_default() {
            Align::Start => "",
            Align::Center => " class=\"center\"",
            Align::End => " class=\"end\"",
        };
        let _ = write!(self.out, "<{element}{scope}{class}>");
        self.inlines(cell);
        let _ = write!(self.out, "</{element}>");
    }

    fn figure(&mut self, figure: &Figure) {
        self.out.push_str("<figure");
        self.label(figure.id.as_deref());
        self.out.push('>');
        match &figure.picture {
            Picture::Drawing(svg) => self.medium.drawing(svg, &figure.alt, &mut self.out),
            Picture::Image(name, width) => self.image(name, &figure.alt, *width),
        }
        if !figure.caption.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(&figure.caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn image(&mut self, name: &str, alt: &str, width: Option<u32>) {
        let Some(source) = self.medium.image(name) else {
            let _ = write!(self.out, "<em>{}</em>", Text(alt));
            return;
        };
        let _ = write!(self.out, "<img src=\"{}\" alt=\"{}\"", Attribute(&source), Attribute(alt));
        let size = self.book.images.get(name).filter(|image| image.width > 0 && image.height > 0);
        match (width, size) {
            (Some(width), Some(image)) => {
                let height = u64::from(width) * u64::from(image.height) / u64::from(image.width);
                let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
            }
            (None, Some(image)) => {
                let _ = write!(self.out, " width=\"{}\" height=\"{}\"", image.width, image.height);
            }
            (Some(width), None) => {
                let _ = write!(self.out, " width=\"{width}\"");
            }
            (None, None) => {}
        }
        self.out.push_str("/>");
    }

    fn signatures(&mut self, signatures: &Signatures) {
        self.out.push_str("<table class=\"signatures\"><thead><tr>");
        for head in &signatures.heads {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", Text(head));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for [name, role] in &signatures.lines {
            let _ = writeln!(self.out, "<tr><td>{}</td><td>{}</td><td></td><td></td></tr>", Text(name), Text(role));
        }
        if signatures.lines.is_empty() {
            self.out.push_str("<tr><td></td><td></td><td></td><td></td></tr>\n");
        }
        self.out.push_str("</tbody></table>\n");
    }

    fn index(&mut self) {
        let kind = if self.medium.is_epub() { " epub:type=\"index\"" } else { "" };
        let _ = writeln!(self.out, "<div class=\"index\"{kind}>");
        for (letter, terms) in index::groups(self.index.terms()) {
            let _ = writeln!(self.out, "<p class=\"letter\">{}</p>\n<ul>", Text(&letter));
            for (term, number) in terms {
                let _ = write!(self.out, "<li>{}", Text(term));
                for part in self.index.places(number) {
                    let id = mark_id(number, part);
                    if let Some(href) = self.medium.href(&id) {
                        let label = self.index.label(part);
                        let _ = write!(self.out, " <a href=\"{}\">{}</a>", Attribute(&href), Text(label));
                    }
                }
                self.out.push_str("</li>\n");
            }
            self.out.push_str("</ul>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn within(&mut self, element: &str, inner: &[Inline]) {
        let _ = write!(self.out, "<{element}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{element}>");
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => {
                let _ = write!(self.out, "{}", Text(text));
            }
            Inline::Code(text) => {
                let _ = write!(self.out, "<code>{}</code>", Text(text));
            }
            Inline::Emphasis(inner) => self.within("em", inner),
            Inline::Strong(inner) => self.within("strong", inner),
            Inline::Strike(inner) => self.within("del", inner),
            Inline::Superscript(inner) => self.within("sup", inner),
            Inline::Subscript(inner) => self.within("sub", inner),
            Inline::Highlight(inner) => self.within("mark", inner),
            Inline::Key(inner) => self.within("kbd", inner),
            Inline::Abbreviation { meaning, text } => {
                let _ = write!(self.out, "<abbr title=\"{}\">", Attribute(meaning));
                self.inlines(text);
                self.out.push_str("</abbr>");
            }
            Inline::Link { to, text } => {
                let (href, outside) = match to {
                    Target::Url(url) if links::is_safe(url) => (Some(url.clone()), true),
                    Target::Url(_) => (None, false),
                    Target::Id(id) => (self.medium.href(id), false),
                    Target::File(name) => (self.medium.file(name), false),
                };
                let Some(href) = href.filter(|_| !text.is_empty()) else {
                    self.inlines(text);
                    return;
                };
                let rel = if outside { " rel=\"noopener noreferrer\"" } else { "" };
                let _ = write!(self.out, "<a href=\"{}\"{rel}>", Attribute(&href));
                self.inlines(text);
                self.out.push_str("</a>");
            }
            Inline::Image { name, alt, width } => self.image(name, alt, *width),
            Inline::Footnote(footnote) => self.footnote(footnote),
            Inline::Note(number) => {
                let id = note_id(self.chapter, *number);
                let label = number + 1;
                if let Some(href) = self.medium.href(&id) {
                    let _ =
                        write!(self.out, "<sup class=\"note\"><a href=\"{}\">[{label}]</a></sup>", Attribute(&href));
                }
            }
            Inline::Break => self.out.push_str("<br/>"),
            Inline::Mark(term) => {
                if let Some(number) = self.index.number(term)
                    && self.marked.insert((number, self.part))
                {
                    let _ = write!(self.out, "<span id=\"{}\"></span>", mark_id(number, self.part));
                }
            }
        }
    }

    fn footnote(&mut self, footnote: &Arc<Footnote>) {
        let known = self.footnotes.iter().position(|note| note.footnote.id == footnote.id);
        let number = known.unwrap_or_else(|| {
            self.footnotes.push(Note { footnote: Arc::clone(footnote), part: self.part });
            self.footnotes.len() - 1
        });
        let (run, label) = (self.notes_run, number + 1);
        let kind = if self.medium.is_epub() { " epub:type=\"noteref\"" } else { "" };
        // The way back leads to the first of several references.
        let id = if known.is_none() { format!(" id=\"fnref-{run}-{label}\"") } else { String::new() };
        let _ = write!(self.out, "<sup><a{id} href=\"#fn-{run}-{label}\"{kind} role=\"doc-noteref\">{label}</a></sup>");
    }
}

/// The id of a note on evidence.
pub(super) fn note_id(chapter: &str, position: usize) -> String {
    format!("note-{chapter}-{}", position + 1)
}

/// The id of a term's mark in a part of the book.
pub(super) fn mark_id(term: usize, part: usize) -> String {
    format!("index-{term}-{part}")
}

/// An id as an attribute can hold it: without spaces and control characters.
pub(super) fn anchor(id: &str) -> String {
    id.chars().map(|letter| if letter.is_whitespace() || !is_allowed(letter) { '_' } else { letter }).collect()
}

/// The part of an address that names an id.
pub(super) fn fragment(id: &str) -> String {
    const KEEP: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'~')
        .remove(b'/')
        .remove(b':');
    percent_encoding::utf8_percent_encode(&anchor(id), KEEP).to_string()
}

/// Whether XML 1.0 allows the character.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{7e}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(u32::from(letter), 0xfdd0..=0xfdef)
        && u32::from(letter) & 0xfffe != 0xfffe
}

/// Text between tags.
pub(super) struct Text<'a>(pub &'a str);

/// Text within the quotes of an attribute.
pub(super) struct Attribute<'a>(pub &'a str);

impl std::fmt::Display for Text<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        escape(self.0, false, out)
    }
}

impl std::fmt::Display for Attribute<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        escape(self.0, true, out)
    }
}

fn escape(text: &str, quotes: bool, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let mut start = 0;
    for (offset, letter) in text.char_indices() {
        let instead = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if quotes => "&quot;",
            letter if !is_allowed(letter) => "",
            _ => continue,
        };
        out.write_str(&text[start..offset])?;
        out.write_str(instead)?;
        start = offset + letter.len_utf8();
    }
    out.write_str(&text[start..])
}
