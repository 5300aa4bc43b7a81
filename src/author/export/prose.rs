//! Texts as Markdown that reads back as the same text.

use super::Paths;
use super::inline::{Line, html};
use crate::model::{Alignment, Block, BlockKind, Definition, EntryId, Inline, ListItem, Prose};

/// A whole text, ending in a line end; empty for an empty text.
pub(super) fn markdown(prose: &Prose<EntryId>, paths: &Paths<'_>) -> String {
    let writer = Writer { paths };
    let mut text = writer.blocks(&prose.blocks);
    for footnote in &prose.footnotes {
        let blocks = writer.blocks(&footnote.blocks);
        text.push_str(&format!("\n[^{}]: {}", footnote.label, indented(&blocks, "    ").trim_start()));
    }
    text
}

struct Writer<'a> {
    paths: &'a Paths<'a>,
}

impl Writer<'_> {
    /// Blocks with an empty line between two of them.
    fn blocks(&self, blocks: &[Block<EntryId>]) -> String {
        self.each(blocks).join("\n")
    }

    fn each(&self, blocks: &[Block<EntryId>]) -> Vec<String> {
        let mut written = Vec::with_capacity(blocks.len());
        let mut last_list: Option<(bool, bool)> = None;
        for block in blocks {
            // Two lists in a row would be read as one; another mark keeps them apart.
            let list = match &block.kind {
                BlockKind::List { start, .. } => {
                    let ordered = start.is_some();
                    let other_mark = last_list.is_some_and(|(was_ordered, other)| was_ordered == ordered && !other);
                    Some((ordered, other_mark))
                }
                _ => None,
            };
            written.push(self.block(block, list.is_some_and(|(_, other_mark)| other_mark)));
            last_list = list;
        }
        written
    }

    fn line(&self, inlines: &[Inline<EntryId>]) -> String {
        Line::new(self.paths, false).write(inlines)
    }

    fn block(&self, block: &Block<EntryId>, other_mark: bool) -> String {
        match &block.kind {
            BlockKind::Paragraph(content) => format!("{}\n", self.line(content)),
            BlockKind::Heading { level, id, content } => {
                format!("{} {} {{#{id}}}\n", "#".repeat(usize::from(*level)), self.line(content).replace('\n', " "))
            }
            BlockKind::Code { language, text } => fenced(language.as_deref().unwrap_or(""), text),
            BlockKind::Quote(blocks) => quoted(&self.blocks(blocks)),
            BlockKind::Callout { kind, title, blocks } => {
                let mark = format!("[!{}] {}", kind.as_str().to_uppercase(), self.line(title).replace('\n', " "));
                // Only a paragraph may follow without a blank line: other blocks would become words of the title's line.
                let is_paragraph = matches!(blocks.first(), Some(Block { kind: BlockKind::Paragraph(_), .. }));
                let gap = if is_paragraph { "\n" } else { "\n\n" };
                quoted(&format!("{}{gap}{}", mark.trim_end(), self.blocks(blocks)))
            }
            BlockKind::Internal(blocks) => quoted(&format!("[!INTERNAL]\n{}", self.blocks(blocks))),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items, other_mark),
            BlockKind::Definitions(definitions) => {
                definitions.iter().map(|definition| self.definition(definition)).collect::<Vec<_>>().join("\n")
            }
            BlockKind::Table { alignments, head, rows } => self.table(alignments, head, rows),
            BlockKind::Rule => "***\n".to_owned(),
            BlockKind::View { name, arguments } => {
                let arguments: String =
                    arguments.iter().map(|(key, value)| format!(" {key}={}", quoted_argument(value))).collect();
                format!("```view {name}{arguments}\n```\n")
            }
            BlockKind::Details { summary, open, blocks } => {
                let open = if *open { " open" } else { "" };
                format!(
                    "<details{open}>\n<summary>{}</summary>\n\n{}\n</details>\n",
                    html(summary),
                    self.blocks(blocks)
                )
            }
        }
    }

    fn list(&self, start: Option<u64>, tight: bool, items: &[ListItem<EntryId>], other_mark: bool) -> String {
        let mut written = Vec::with_capacity(items.len());
        for (number, item) in (start.unwrap_or(0)..).zip(items) {
            let mark = match (start, other_mark) {
                (Some(_), false) => format!("{number}. "),
                (Some(_), true) => format!("{number}) "),
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
            };
            let task = match item.task {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            // An empty line between the blocks of an item makes its list a loose one; within the lists in
            // it, it does not.
            let blocks = self.each(&item.blocks).join(if tight { "" } else { "\n" });
            let inner = indented(&blocks, &" ".repeat(mark.len()));
            written.push(format!("{mark}{task}{}", inner.trim_start_matches(' ')));
            if item.blocks.is_empty() {
                written.last_mut().expect("an item was just written").push('\n');
            }
        }
        written.join(if tight { "" } else { "\n" })
    }

    fn definition(&self, definition: &Definition<EntryId>) -> String {
        let mut written = format!("{}\n", self.line(&definition.term));
        for meaning in &definition.meanings {
            written.push_str(": ");
            written.push_str(indented(&self.blocks(meaning), "  ").trim_start());
        }
        written
    }

    fn table(
        &self,
        alignments: &[Alignment],
        head: &[Vec<Inline<EntryId>>],
        rows: &[Vec<Vec<Inline<EntryId>>>],
    ) -> String {
        let row = |cells: &[Vec<Inline<EntryId>>]| {
            let cells: Vec<String> = cells.iter().map(|cell| Line::new(self.paths, true).write(cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let rule: Vec<&str> = alignments
            .iter()
            .map(|alignment| match alignment {
                Alignment::Natural => "---",
                Alignment::Left => ":--",
                Alignment::Center => ":-:",
                Alignment::Right => "--:",
            })
            .collect();
        let rows: String = rows.iter().map(|cells| row(cells)).collect();
        format!("{}| {} |\n{rows}", row(head), rule.join(" | "))
    }
}

fn quoted_argument(value: &str) -> String {
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

fn fenced(language: &str, text: &str) -> String {
    let longest =
        text.lines().map(|line| line.trim_start().bytes().take_while(|byte| *byte == b'`').count()).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}\n")
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { ">\n".to_owned() } else { format!("> {line}\n") }).collect()
}

fn indented(text: &str, indent: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{indent}{line}\n") }).collect()
}
