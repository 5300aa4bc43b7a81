//! The mark that withholds, at a place where it does not work.
//!
//! A mark in the middle of a quotation, in a list or in plain words withholds nothing, though its
//! author meant it to. It is an error, and what it stands in is withheld all the same.

use super::{callout, plain};
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Block, BlockKind, Definition, Inline, Mention, Prose, Visit, holds_mark};
use crate::source::Span;

/// Withholds and complains of every block that holds such a mark.
pub(super) fn withhold(prose: &mut Prose<Mention>, text: &Text, report: &mut Report) {
    let mut spans = Vec::new();
    walk(&mut prose.blocks, &mut spans);
    for footnote in &mut prose.footnotes {
        walk(&mut footnote.blocks, &mut spans);
    }
    for (span, message) in spans {
        let span = Span { file: text.file.clone(), start: span.start, end: span.end };
        let hint = "let it begin a quotation of its own: \"> [!INTERNAL]\"; as words it is written in backticks";
        report.push(Diagnostic::error(Code::UnknownCallout, span, message).hint(hint));
    }
}

/// Where a mark was found, and what is wrong with it.
type Found = (std::ops::Range<u32>, &'static str);

/// Says whether one of the blocks themselves holds a mark.
fn walk(blocks: &mut Vec<Block<Mention>>, spans: &mut Vec<Found>) -> bool {
    part(blocks);
    let mut any = false;
    let mut is_open = false;
    for block in blocks {
        // The block of another program reaches to its closing line, or to the end.
        let words = match &block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => plain::words(content),
            BlockKind::Definitions(definitions) => first_words(definitions),
            BlockKind::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.map(|cell| plain::words(cell)).collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        };
        let is_fenced =
            matches!(&block.kind, BlockKind::Code { language: Some(word), .. } if word == callout::INTERNAL);
        let begins = !is_open && words.lines().any(callout::begins_elsewhere);
        let goes_on = is_open;
        let mut inside = words.lines().skip_while(|line| begins && !callout::begins_elsewhere(line));
        let is_closed = words.trim_end().ends_with(":::") || inside.any(|line| line.trim() == ":::");
        is_open = (is_open || begins) && !is_closed;
        let found = match &mut block.kind {
            _ if is_fenced => true,
            BlockKind::Internal(_) | BlockKind::Code { .. } | BlockKind::Rule | BlockKind::View { .. } => false,
            _ if begins || goes_on => true,
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => has_stray(content),
            BlockKind::Quote(blocks) => walk(blocks, spans),
            BlockKind::Callout { title: words, blocks, .. } | BlockKind::Details { summary: words, blocks, .. } => {
                walk(blocks, spans) || has_stray(words)
            }
            BlockKind::List { items, .. } => {
                items.iter_mut().for_each(|item| {
                    walk(&mut item.blocks, spans);
                });
                false
            }
            BlockKind::Definitions(definitions) => definitions.iter_mut().fold(false, |found, definition| {
                definition.meanings.iter_mut().for_each(|blocks| {
                    walk(blocks, spans);
                });
                found || has_stray(&definition.term)
            }),
            BlockKind::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).any(|cell| has_stray(cell)),
        };
        if found {
            if begins || is_fenced {
                spans.push((block.span.clone(), "this begins no block here, and so withholds nothing"));
            } else if !goes_on && !matches!(block.kind, BlockKind::Quote(_)) {
                spans.push((block.span.clone(), "the mark [!INTERNAL] withholds only what it begins"));
            }
            let whole = Block { kind: BlockKind::Rule, span: block.span.clone() };
            let withheld = std::mem::replace(block, whole);
            block.kind = BlockKind::Internal(vec![withheld]);
            any = true;
        }
    }
    any
}

/// Parts the paragraphs behind which the block of another program begins without a blank line, and those that go
/// on behind its last line: they are not in it.
fn part(blocks: &mut Vec<Block<Mention>>) {
    let mut at = 0;
    while at < blocks.len() {
        let span = blocks[at].span.clone();
        let paragraph = |content| Block { kind: BlockKind::Paragraph(content), span: span.clone() };
        if let BlockKind::Definitions(definitions) = &mut blocks[at].kind
            && begins_as_definition(definitions)
        {
            let term = definitions.first_mut().map(|first| std::mem::take(&mut first.term));
            let behind = behind_definitions(definitions);
            behind.into_iter().rev().for_each(|block| blocks.insert(at + 1, block));
            blocks.insert(at, paragraph(term.unwrap_or_default()));
            at += 1;
        } else if let BlockKind::Paragraph(content) = &mut blocks[at].kind {
            if let Some(from) = line_that_begins(content) {
                let rest = content.split_off(from);
                // The line end before it goes with the line.
                content.pop();
                blocks.insert(at + 1, paragraph(rest));
            } else if callout::begins_elsewhere(&plain::words(content))
                && let Some(end) = line_that_ends(content)
            {
                let rest = content.split_off(end + 1);
                blocks.insert(at + 1, paragraph(rest));
            }
        }
        at += 1;
    }
}

/// Whether it is such a block: behind a paragraph, the colon of a line makes it a term and the line its meaning.
fn begins_as_definition(definitions: &[Definition<Mention>]) -> bool {
    let meaning = definitions.first().and_then(|first| first.meanings.first());
    meaning.is_some_and(|meaning| callout::begins_elsewhere(&begun(meaning)))
}

/// Takes what goes on behind the last line of such a block out of it.
fn behind_definitions(definitions: &mut [Definition<Mention>]) -> Vec<Block<Mention>> {
    if let [Definition { meanings, .. }] = definitions
        && let [_, .., meaning] = meanings.as_mut_slice()
        && let Some(Block { kind: BlockKind::Paragraph(content), span }) = meaning.first_mut()
        && matches!(&content[..], [Inline::Text(text), Inline::SoftBreak | Inline::HardBreak, ..] if text.trim() == "::")
    {
        let rest = BlockKind::Paragraph(content.split_off(2));
        content.pop();
        let rest = Block { kind: rest, span: span.clone() };
        return std::iter::once(rest).chain(meaning.drain(1..)).collect();
    }
    Vec::new()
}

/// Where in a paragraph the line stands that begins the block of another program, where it is not the first.
fn line_that_begins(content: &[Inline<Mention>]) -> Option<usize> {
    (1..content.len()).find(|at| {
        matches!(content[at - 1], Inline::SoftBreak | Inline::HardBreak)
            && callout::begins_elsewhere(&plain::words(&content[*at..]))
    })
}

/// The line end behind the line that ends such a block, where more lines follow.
fn line_that_ends(content: &[Inline<Mention>]) -> Option<usize> {
    let is_break = |inline: &Inline<Mention>| matches!(inline, Inline::SoftBreak | Inline::HardBreak);
    (2..content.len().saturating_sub(1)).find(|at| {
        is_break(&content[*at])
            && is_break(&content[at - 2])
            && matches!(&content[at - 1], Inline::Text(text) if text.trim() == ":::")
    })
}

/// Terms, and the words with which meanings begin, one on a line, with the colon that begins each meaning. The last
/// line of such a block makes what it withholds a term.
fn first_words(definitions: &[Definition<Mention>]) -> String {
    let words = definitions.iter().flat_map(|definition| {
        let meanings = definition.meanings.iter().map(|meaning| begun(meaning));
        std::iter::once(plain::words(&definition.term)).chain(meanings)
    });
    words.collect::<Vec<_>>().join("\n")
}

fn begun(meaning: &[Block<Mention>]) -> String {
    match meaning.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(content)) => format!(":{}", plain::words(content)),
        _ => String::new(),
    }
}

fn has_stray(content: &[Inline<Mention>]) -> bool {
    struct Search(bool);

    impl Visit<Mention> for Search {
        fn inline(&mut self, inline: &Inline<Mention>) {
            match inline {
                Inline::Text(text) => self.0 |= holds_mark(text),
                Inline::Image(image) => self.0 |= holds_mark(&image.alt),
                _ => {}
            }
        }
    }

    let mut search = Search(false);
    search.inlines(content);
    search.0
}
