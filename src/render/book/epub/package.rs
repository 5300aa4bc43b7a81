//! The package: its document, and the zip.

use super::{Imprint, XHTML};
use crate::render::book::markup::{Attribute, Text};
use crate::render::book::tree::Book;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The files of the package in the order of the zip.
#[derive(Default)]
pub(super) struct Parts {
    list: Vec<Part>,
}

struct Part {
    path: String,
    bytes: Vec<u8>,
    media_type: &'static str,
    properties: &'static str,
}

impl Parts {
    pub(super) fn add(&mut self, path: &str, bytes: Vec<u8>, media_type: &'static str, properties: &'static str) {
        self.list.push(Part { path: path.to_owned(), bytes, media_type, properties });
    }

    pub(super) fn zip(&self, package: &str) -> io::Result<Vec<u8>> {
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
pub(super) fn package(book: &Book, imprint: Imprint<'_>, parts: &Parts) -> String {
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
