//! Prose as plain text: for spreadsheets, search and feeds.

use crate::model::{Block, BlockKind, EntryId, Inline, Prose};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A text without its structure: blocks on lines of their own, list items behind a bullet or a
/// number, links and images as their words, footnotes at the end. Pictures drawn from records say nothing.
pub fn text(prose: &Prose<EntryId>) -> String {
    let mut writer = Writer::default();
    writer.blocks(&prose.blocks, "");
    let mut written = 0;
    // A footnote may be the only one to refer to another, which then comes after it.
    while let Some(label) = writer.referred.get(written).copied() {
        written += 1;
        if let Some(footnote) = prose.footnotes.iter().find(|footnote| footnote.label == label) {
            writer.line(&format!("[{written}] "));
            writer.continued = true;
            writer.blocks(&footnote.blocks, "    ");
        }
    }
    writer.text.truncate(writer.text.trim_end().len());
    writer.text
}

/// A stretch of a text without its structure.
pub fn inline(content: &[Inline<EntryId>]) -> String {
    let mut writer = Writer::default();
    writer.inlines(content);
    writer.text
}

#[derive(Default)]
struct Writer<'a> {
    text: String,
    /// Whether the next block goes on in the line that has been begun: after a bullet.
    continued: bool,
    numbers: BTreeMap<&'a str, usize>,
    referred: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn line(&mut self, indent: &str) {
        if self.continued {
            self.continued = false;
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(indent);
    }

    fn blocks(&mut self, blocks: &'a [Block<EntryId>], indent: &str) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                    self.line(indent);
                    self.inlines(content);
                }
                BlockKind::Code { text, .. } => {
                    for line in text.lines() {
                        self.line(indent);
                        self.text.push_str(line);
                    }
                }
                BlockKind::Quote(blocks) | BlockKind::Internal(blocks) => self.blocks(blocks, indent),
                BlockKind::Callout { title: lead, blocks, .. } | BlockKind::Details { summary: lead, blocks, .. } => {
                    if !lead.is_empty() {
                        self.line(indent);
                        self.inlines(lead);
                    }
                    self.blocks(blocks, indent);
                }
                BlockKind::List { start, items, .. } => {
                    let deeper = format!("{indent}  ");
                    for (place, item) in (0_u64..).zip(items) {
                        self.line(indent);
                        match start {
                            Some(first) => self.write(format_args!("{}. ", first.saturating_add(place))),
                            None => self.text.push_str("• "),
                        }
                        match item.task {
                            Some(true) => self.text.push_str("[x] "),
                            Some(false) => self.text.push_str("[ ] "),
                            None => {}
                        }
                        self.continued = true;
                        self.blocks(&item.blocks, &deeper);
                        self.continued = false;
                    }
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.line(indent);
                        self.inlines(&definition.term);
                        for meaning in &definition.meanings {
                            self.blocks(meaning, &format!("{indent}  "));
                        }
                    }
                }
                BlockKind::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        self.line(indent);
                        for (column, cell) in row.iter().enumerate() {
                            if column > 0 {
                                self.text.push_str(" | ");
                            }
                            self.inlines(cell);
                        }
                    }
                }
                BlockKind::Rule | BlockKind::View { .. } => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &'a [Inline<EntryId>]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.text.push_str(text),
                Inline::Image(image) => self.text.push_str(&image.alt),
                Inline::FootnoteReference(label) => {
                    let next = self.referred.len() + 1;
                    let number = *self.numbers.entry(label).or_insert(next);
                    if number == next {
                        self.referred.push(label);
                    }
                    self.write(format_args!("[{number}]"));
                }
                Inline::SoftBreak => self.text.push(' '),
                Inline::HardBreak => self.text.push('\n'),
                wrapped => self.inlines(wrapped.content()),
            }
        }
    }

    fn write(&mut self, arguments: std::fmt::Arguments<'_>) {
        self.text.write_fmt(arguments).expect("writing to a String cannot fail");
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::model::{Block, BlockKind, EntryId, Footnote, Inline, ListItem, Prose};

    fn block(kind: BlockKind<EntryId>) -> Block<EntryId> {
        Block { kind, span: 0..0 }
    }

    fn paragraph(words: &str) -> Block<EntryId> {
        block(BlockKind::Paragraph(vec![Inline::Text(words.into())]))
    }

    #[test]
    fn items_of_nested_lists_stand_on_lines_of_their_own() {
        let inner = BlockKind::List {
            start: Some(3),
            tight: true,
            items: vec![ListItem { task: Some(true), blocks: vec![paragraph("c")] }],
        };
        let outer = BlockKind::List {
            start: None,
            tight: true,
            items: vec![
                ListItem { task: None, blocks: vec![paragraph("a"), block(inner)] },
                ListItem { task: None, blocks: vec![] },
                ListItem { task: None, blocks: vec![paragraph("d")] },
            ],
        };
        let prose = Prose { blocks: vec![block(outer)], footnotes: vec![] };
        assert_eq!(text(&prose), "• a\n  3. [x] c\n• \n• d");
    }

    #[test]
    fn footnotes_are_numbered_in_the_order_in_which_they_are_named() {
        let reference = |label: &str| Inline::FootnoteReference(label.into());
        let prose = Prose {
            blocks: vec![block(BlockKind::Paragraph(vec![
                Inline::Text("So".into()),
                reference("b"),
                reference("a"),
                reference("b"),
            ]))],
            footnotes: vec![
                Footnote { label: "a".into(), blocks: vec![paragraph("first")] },
                Footnote { label: "b".into(), blocks: vec![paragraph("second")] },
            ],
        };
        assert_eq!(text(&prose), "So[1][2][1]\n[1] second\n[2] first");
    }
}
