//! Blocks that are no tables.

use super::escape::{Attribute, Text, anchor};
use super::{Medium, Writer, mark_id};
use crate::render::book::index;
use crate::render::book::tree::{Block, Definition, Figure, Inline, Item, Picture, Run, plain};
use std::fmt::Write as _;

/// More letters than this are too many for a narrow column.
const LONG_FACT: usize = 60;

impl<M: Medium> Writer<'_, M> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
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
                    // A long value takes the whole width: in a narrow column it would be a tower of words.
                    let class = if plain(value).chars().count() > LONG_FACT { " class=\"wide\"" } else { "" };
                    let _ = write!(self.out, "<div{class}><dt>{}</dt><dd>", Text(name));
                    self.inlines(value);
                    self.out.push_str("</dd></div>\n");
                }
                self.out.push_str("</dl>\n");
            }
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Index => self.index(),
        }
    }

    fn code(&mut self, language: Option<&str>, lines: &[Vec<Run>]) {
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

    fn figure(&mut self, figure: &Figure) {
        self.out.push_str("<figure");
        self.label(figure.id.as_deref());
        self.out.push('>');
        match &figure.picture {
            Picture::Drawing(drawing) => self.medium.drawing(drawing, &figure.alt, &mut self.out),
            Picture::Image(name, width) => self.image(name, &figure.alt, *width),
        }
        if !figure.caption.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(&figure.caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
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
                        // A number alone says nothing to who hears only the link.
                        let (label, full) = (self.index.label(part), self.index.full_label(part));
                        let name =
                            if label == full { String::new() } else { format!(" aria-label=\"{}\"", Attribute(&full)) };
                        let _ = write!(self.out, " <a href=\"{}\"{name}>{}</a>", Attribute(&href), Text(label));
                    }
                }
                self.out.push_str("</li>\n");
            }
            self.out.push_str("</ul>\n");
        }
        self.out.push_str("</div>\n");
    }
}
