//! The mark that withholds, at a place where it does not work.
//!
//! A mark in the middle of a quotation, in a list or in plain words withholds nothing, though its
//! author meant it to. It is an error, and what it stands in is withheld all the same.

use super::{callout, plain};
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Block, BlockKind, Definition, Inline, Mention, Prose, Visit};
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
fn walk(blocks: &mut [Block<Mention>], spans: &mut Vec<Found>) -> bool {
    let mut any = false;
    let mut is_open = false;
    for block in blocks {
        // The block of another program reaches to its closing line, or to the end.
        let words = match &block.kind {
            BlockKind::Paragraph(content) => plain::words(content),
            BlockKind::Definitions(definitions) => first_words(definitions),
            _ => String::new(),
        };
        let begins = !is_open && words.lines().any(callout::begins_elsewhere);
        let goes_on = is_open;
        is_open = (is_open || begins) && !words.trim_end().ends_with(":::");
        let found = match &mut block.kind {
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
            if begins {
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

/// The words with which meanings begin, one on a line, with the colon that begins each.
fn first_words(definitions: &[Definition<Mention>]) -> String {
    let meanings = definitions.iter().flat_map(|definition| &definition.meanings);
    let words = meanings.map(|blocks| match blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(content)) => format!(":{}", plain::words(content)),
        _ => String::new(),
    });
    words.collect::<Vec<_>>().join("\n")
}

fn has_stray(content: &[Inline<Mention>]) -> bool {
    struct Search(bool);

    impl Visit<Mention> for Search {
        fn inline(&mut self, inline: &Inline<Mention>) {
            match inline {
                Inline::Text(text) => self.0 |= callout::has_stray(text),
                Inline::Image(image) => self.0 |= callout::has_stray(&image.alt),
                _ => {}
            }
        }
    }

    let mut search = Search(false);
    search.inlines(content);
    search.0
}
