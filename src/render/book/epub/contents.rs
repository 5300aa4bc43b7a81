//! The navigation document: every chapter, section and heading.

use super::Pages;
use crate::render::book::markup::{Attribute, Medium as _, Text};
use crate::render::book::tree::{Block, Book, Section, plain, section_number};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The navigation document: every chapter, section and heading.
pub(super) fn contents(book: &Book, medium: &Pages<'_>) -> String {
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
