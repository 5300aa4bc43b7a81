//! The EPUB 3: a zip of XHTML files in fixed order and with fixed dates, so that equal input gives
//! equal bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::index::Index;
use super::links;
use super::markup::{Attribute, Medium, Text, Writer, fragment, mark_id, note_id};
use super::tree::{Block, Book, Format, Section, plain, section_number, weight};

/// A file of a chapter is ended after so many bytes: reading devices are slow with long ones.
const LONG_FILE: usize = 120_000;

/// What an EPUB says of itself besides the book.
#[derive(Debug, Clone, Copy)]
pub(super) struct Imprint<'a> {
    /// A URI that names this book and edition and no other; `urn:uuid:…`.
    pub identifier: &'a str,
    /// The day it was made, as `2026-05-29`.
    pub date: &'a str,
    /// The style sheet.
    pub style: &'a str,
}

/// Writes the EPUB.
///
/// # Errors
/// When the zip cannot be written, which in memory is when the book is larger than a zip can be.
pub(super) fn write(book: &Book, imprint: Imprint<'_>) -> io::Result<Vec<u8>> {
    let index = Index::of(book);
    let plan = plan(book, &index);
    let medium = Pages { book, ids: plan.ids, file: String::new(), files: BTreeMap::new(), drawings: Vec::new() };
    let mut writer = Writer::new(book, &index, medium);
    let mut pages = Vec::new();
    for (chapter, files) in book.chapters.iter().zip(plan.files) {
        let last = files.len() - 1;
        for (position, file) in files.into_iter().enumerate() {
            writer.medium.file.clone_from(&file.name);
            if position == 0 {
                writer.open_chapter(chapter);
            } else {
                writer.continue_chapter();
            }
            for number in file.sections {
                writer.section(&chapter.sections[number], &section_number(&chapter.number, number), 2);
            }
            if position == last {
                writer.close_chapter(chapter);
            } else {
                writer.pause_chapter();
            }
            pages.push((file.name, chapter.title.as_str(), writer.take()));
        }
    }
    let mut medium = writer.into_medium();
    "nav.xhtml".clone_into(&mut medium.file);
    let mut parts = Parts::default();
    parts.add("cover.svg", cover(book).into_bytes(), "image/svg+xml", "cover-image");
    let cover_page = format!(
        "<section epub:type=\"cover\" class=\"cover\"><img src=\"cover.svg\" alt=\"{}\"/></section>\n",
        Attribute(&format!("{}: {}", book.words.cover, book.title))
    );
    parts.add("cover.xhtml", page(book, &book.title, &cover_page).into_bytes(), XHTML, "");
    let contents = contents(book, &medium);
    parts.add("nav.xhtml", page(book, &book.words.contents, &contents).into_bytes(), XHTML, "nav");
    for (name, title, body) in &pages {
        parts.add(name, page(book, title, body).into_bytes(), XHTML, "");
    }
    parts.add("style.css", imprint.style.as_bytes().to_vec(), "text/css", "");
    for (name, path) in &medium.files {
        if let Some(image) = book.images.get(name) {
            parts.add(path, image.bytes.to_vec(), image.format.media_type(), "");
        }
    }
    for (number, drawing) in medium.drawings.into_iter().enumerate() {
        parts.add(&drawing_path(number), drawing.into_bytes(), Format::Svg.media_type(), "");
    }
    parts.zip(&package(book, imprint, &parts))
}

const XHTML: &str = "application/xhtml+xml";

/// Which file each part of the book is in.
struct Plan<'a> {
    /// The files of each chapter.
    files: Vec<Vec<File>>,
    /// The file of each id.
    ids: BTreeMap<Id<'a>, String>,
}

type Id<'a> = std::borrow::Cow<'a, str>;

/// A file with the numbers of the chapter's sections that are in it.
struct File {
    name: String,
    sections: Vec<usize>,
}

fn plan<'a>(book: &'a Book, index: &Index<'_>) -> Plan<'a> {
    let mut files = Vec::new();
    // The file of each part in reading order.
    let mut homes: Vec<String> = Vec::new();
    for (number, chapter) in book.chapters.iter().enumerate() {
        let mut list = vec![File { name: file_name(number, 0), sections: Vec::new() }];
        homes.push(file_name(number, 0));
        let mut size = weight(&chapter.intro);
        for (position, section) in chapter.sections.iter().enumerate() {
            let more = section_weight(section);
            if size > 0 && size + more > LONG_FILE {
                list.push(File { name: file_name(number, list.len()), sections: Vec::new() });
                size = 0;
            }
            size += more;
            let name = file_name(number, list.len() - 1);
            homes.extend(std::iter::repeat_n(name, count(section)));
            if let Some(file) = list.last_mut() {
                file.sections.push(position);
            }
        }
        files.push(list);
    }
    let home = |part: usize| homes.get(part).cloned().unwrap_or_default();
    let mut ids: BTreeMap<Id<'a>, String> =
        links::ids(book).into_iter().map(|(id, part)| (Id::Borrowed(id), home(part))).collect();
    ids.extend(index.marks().map(|(term, part)| (Id::Owned(mark_id(term, part)), home(part))));
    for (chapter, files) in book.chapters.iter().zip(&files) {
        for position in 0..chapter.notes.len() {
            let file = files.last().map_or_else(String::new, |file| file.name.clone());
            ids.insert(Id::Owned(note_id(&chapter.id, position)), file);
        }
    }
    Plan { files, ids }
}

fn file_name(chapter: usize, file: usize) -> String {
    if file == 0 {
        format!("chapter-{:02}.xhtml", chapter + 1)
    } else {
        format!("chapter-{:02}-{:02}.xhtml", chapter + 1, file + 1)
    }
}

/// How many parts a section is.
fn count(section: &Section) -> usize {
    1 + section.sections.iter().map(count).sum::<usize>()
}

fn section_weight(section: &Section) -> usize {
    weight(&section.blocks) + section.sections.iter().map(section_weight).sum::<usize>()
}

/// Where things are within the package.
struct Pages<'a> {
    book: &'a Book,
    ids: BTreeMap<Id<'a>, String>,
    /// The file being written.
    file: String,
    /// The paths of the images that are used, by name.
    files: BTreeMap<String, String>,
    drawings: Vec<String>,
}

impl Medium for Pages<'_> {
    fn href(&self, id: &str) -> Option<String> {
        let file = self.ids.get(id)?;
        let fragment = fragment(id);
        Some(if *file == self.file { format!("#{fragment}") } else { format!("{file}#{fragment}") })
    }

    fn image(&mut self, name: &str) -> Option<String> {
        let image = self.book.images.get(name)?;
        let number = self.files.len() + 1;
        let path = self
            .files
            .entry(name.to_owned())
            .or_insert_with(|| format!("images/image-{number:03}.{}", image.format.extension()));
        Some(path.clone())
    }

    fn file(&self, _name: &str) -> Option<String> {
        None
    }

    fn drawing(&mut self, svg: &str, alt: &str, out: &mut String) {
        let path = drawing_path(self.drawings.len());
        self.drawings.push(svg.to_owned());
        let _ = write!(out, "<img src=\"{path}\" alt=\"{}\"/>", Attribute(alt));
    }

    fn is_epub(&self) -> bool {
        true
    }

    fn above(&self) -> u8 {
        0
    }
}

fn drawing_path(number: usize) -> String {
    format!("images/drawing-{:03}.svg", number + 1)
}

/// An XHTML file.
fn page(book: &Book, title: &str, body: &str) -> String {
    let language = Attribute(&book.language).to_string();
    let title = if title.trim().is_empty() { "…" } else { title };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         xml:lang=\"{language}\" lang=\"{language}\">\n\
         <head><title>{}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n\
         <body>\n{body}</body>\n</html>\n",
        Text(title)
    )
}

/// The navigation document: every chapter, section and heading.
fn contents(book: &Book, medium: &Pages<'_>) -> String {
    let mut out =
        format!("<nav epub:type=\"toc\" id=\"toc\" role=\"doc-toc\">\n<h1>{}</h1>\n<ol>\n", Text(&book.words.contents));
    let mut seen = BTreeSet::new();
    for chapter in &book.chapters {
        let name = if chapter.number.is_empty() {
            chapter.title.clone()
        } else {
            format!("{} {}", chapter.number, chapter.title)
        };
        let mut entries = Vec::new();
        headings(&chapter.intro, 1, &mut entries);
        for (position, section) in chapter.sections.iter().enumerate() {
            sections(section, &section_number(&chapter.number, position), 1, &mut entries);
        }
        // An id that stands twice leads to its first place, which the contents have passed by then.
        entries.retain(|line| seen.insert(line.id) && !line.name.trim().is_empty());
        item(&name, &chapter.id, &entries, medium, &mut out);
    }
    out.push_str("</ol>\n</nav>\n");
    let first = book.chapters.first().and_then(|chapter| medium.ids.get(chapter.id.as_str()));
    let _ = writeln!(
        out,
        "<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n\
         <li><a epub:type=\"cover\" href=\"cover.xhtml\">{}</a></li>\n\
         <li><a epub:type=\"toc\" href=\"nav.xhtml#toc\">{}</a></li>",
        Text(&book.words.cover),
        Text(&book.words.contents)
    );
    if let Some(first) = first {
        let _ = writeln!(out, "<li><a epub:type=\"bodymatter\" href=\"{first}\">{}</a></li>", Text(&book.title));
    }
    out.push_str("</ol>\n</nav>\n");
    out
}

/// A line of the contents, with its depth below the chapter from 1.
struct Line<'a> {
    depth: usize,
    name: String,
    id: &'a str,
}

fn sections<'a>(section: &'a Section, number: &str, depth: usize, out: &mut Vec<Line<'a>>) {
    let name = if number.is_empty() { section.title.clone() } else { format!("{number} {}", section.title) };
    out.push(Line { depth, name, id: &section.id });
    headings(&section.blocks, depth + 1, out);
    for inner in &section.sections {
        sections(inner, "", depth + 1, out);
    }
}

fn headings<'a>(blocks: &'a [Block], depth: usize, out: &mut Vec<Line<'a>>) {
    for block in blocks {
        if let Block::Heading { level, id: Some(id), text } = block {
            out.push(Line { depth: depth + usize::from(level.saturating_sub(1)), name: plain(text), id });
        }
    }
}

fn item(name: &str, id: &str, below: &[Line<'_>], medium: &Pages<'_>, out: &mut String) {
    let name = if name.trim().is_empty() { "…" } else { name };
    match medium.href(id) {
        Some(href) => {
            let _ = write!(out, "<li><a href=\"{}\">{}</a>", Attribute(&href), Text(name));
        }
        None => {
            let _ = write!(out, "<li><span>{}</span>", Text(name));
        }
    }
    // A line deeper than the first below belongs to the one before it, whatever its number says.
    if !below.is_empty() {
        out.push_str("\n<ol>\n");
        let mut start = 0;
        while let Some(line) = below.get(start) {
            let rest = &below[start + 1..];
            let own = rest.iter().position(|next| next.depth <= line.depth).unwrap_or(rest.len());
            item(&line.name, line.id, &rest[..own], medium, out);
            start += own + 1;
        }
        out.push_str("</ol>\n");
    }
    out.push_str("</li>\n");
}

/// The cover as a drawing, two by three.
fn cover(book: &Book) -> String {
    let ink = if book.accent.carries_white() { "#ffffff" } else { "#1c1d20" };
    let mut text = String::new();
    let mut y = 620;
    let mut line = |words: &str, size: u32, lead: u32, style: &str| {
        for part in wrapped(words, (1700 / size) as usize) {
            let _ = writeln!(
                text,
                "<text x=\"120\" y=\"{y}\" font-size=\"{size}\"{style} fill=\"{ink}\">{}</text>",
                Text(&part)
            );
            y += lead;
        }
        y += 30;
    };
    line(&book.client, 56, 76, "");
    line(&book.title, 130, 150, " font-weight=\"bold\"");
    line(&book.subtitle, 64, 84, " font-style=\"italic\"");
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 1800\" width=\"1200\" height=\"1800\" font-family=\"serif\">\n\
         <rect width=\"1200\" height=\"1800\" fill=\"#ffffff\"/>\n<rect width=\"1200\" height=\"1360\" fill=\"{}\"/>\n{text}\
         <text x=\"120\" y=\"1490\" font-size=\"52\" fill=\"#1c1d20\">{}</text>\n\
         <text x=\"120\" y=\"1680\" font-size=\"46\" fill=\"#5a5f66\">{}</text>\n</svg>\n",
        book.accent.hex(),
        Text(&book.dates),
        Text(&book.consultancy)
    )
}

/// Words in lines of about so many letters; at most five lines.
fn wrapped(words: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.truncate(5);
    lines
}

/// The files of the package in the order of the zip.
#[derive(Default)]
struct Parts {
    list: Vec<Part>,
}

struct Part {
    path: String,
    bytes: Vec<u8>,
    media_type: &'static str,
    properties: &'static str,
}

impl Parts {
    fn add(&mut self, path: &str, bytes: Vec<u8>, media_type: &'static str, properties: &'static str) {
        self.list.push(Part { path: path.to_owned(), bytes, media_type, properties });
    }

    fn zip(&self, package: &str) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // The earliest date a zip can hold: the same whenever and wherever it is written.
        let base = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
        let stored = base.compression_method(CompressionMethod::Stored);
        let deflated = base.compression_method(CompressionMethod::Deflated);
        // The format asks for this file first and uncompressed.
        zip.start_file("mimetype", stored)?;
        zip.write_all(b"application/epub+zip")?;
        zip.start_file("META-INF/container.xml", deflated)?;
        zip.write_all(CONTAINER.as_bytes())?;
        zip.start_file("EPUB/package.opf", deflated)?;
        zip.write_all(package.as_bytes())?;
        for part in &self.list {
            let is_packed = matches!(part.media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp");
            zip.start_file(format!("EPUB/{}", part.path), if is_packed { stored } else { deflated })?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n\
    </container>\n";

/// The package document.
fn package(book: &Book, imprint: Imprint<'_>, parts: &Parts) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{0}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{1}</dc:identifier>\n<dc:title>{2}</dc:title>\n<dc:language>{0}</dc:language>\n\
         <dc:date>{3}</dc:date>\n<meta property=\"dcterms:modified\">{3}T00:00:00Z</meta>\n",
        Text(&book.language),
        Text(imprint.identifier),
        Text(if book.title.trim().is_empty() { "…" } else { &book.title }),
        Text(imprint.date)
    );
    let mut say = |element: &str, text: &str| {
        if !text.trim().is_empty() {
            let _ = writeln!(out, "<{element}>{}</{}>", Text(text), element.split(' ').next().unwrap_or(element));
        }
    };
    say("dc:creator", &book.consultancy);
    say("dc:description", &book.description);
    let has_pictures = parts.list.iter().any(|part| part.path.starts_with("images/"));
    say("meta property=\"schema:accessMode\"", "textual");
    if has_pictures {
        say("meta property=\"schema:accessMode\"", "visual");
        say("meta property=\"schema:accessModeSufficient\"", "textual,visual");
    }
    say("meta property=\"schema:accessModeSufficient\"", "textual");
    for feature in
        ["alternativeText", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    {
        say("meta property=\"schema:accessibilityFeature\"", feature);
    }
    say("meta property=\"schema:accessibilityHazard\"", "none");
    say("meta property=\"schema:accessibilitySummary\"", &book.words.accessibility);
    out.push_str("</metadata>\n<manifest>\n");
    for (number, part) in parts.list.iter().enumerate() {
        let properties =
            if part.properties.is_empty() { String::new() } else { format!(" properties=\"{}\"", part.properties) };
        let _ = writeln!(
            out,
            "<item id=\"p{number}\" href=\"{}\" media-type=\"{}\"{properties}/>",
            Attribute(&part.path),
            part.media_type
        );
    }
    out.push_str("</manifest>\n<spine>\n");
    for (number, _) in parts.list.iter().enumerate().filter(|(_, part)| part.media_type == XHTML) {
        let _ = writeln!(out, "<itemref idref=\"p{number}\"/>");
    }
    out.push_str("</spine>\n</package>\n");
    out
}
