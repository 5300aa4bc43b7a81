//! Markdown, parsed once into [`Prose`].
//!
//! In: a [`Text`]. Out: its tree, with references as written, and every complaint about its form.
//!
//! *Invariant:* what the tree holds is harmless: no raw HTML, no scheme that could run something, no
//! control character; and a block whose mark cannot be read is withheld.

mod admonition;
pub(crate) mod anchors;
mod autolink;
mod callout;
mod definition;
mod element;
mod fence;
mod footnote;
mod frame;
mod heading;
mod limit;
mod link;
mod markup;
pub(crate) mod plain;
mod reader;
mod slip;
mod stray;
mod table;
mod tree;
mod words;

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Block, BlockKind, Mention, Prose};
use heading::Disorder;
use std::ops::Range;

/// The body of a note.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// The body without the heading that is its title.
    pub(crate) prose: Prose<Mention>,
    /// The words of the heading of level 1 with which the body begins, and where they stand.
    pub(crate) title: Option<(String, Range<u32>)>,
    /// That heading, for a record whose title is another one.
    pub(crate) heading: Option<Block<Mention>>,
    /// Whether there is more of it than could be read, which has been complained of.
    pub(crate) is_cut: bool,
}

/// Reads a text. Complaints go to the report, at the places of the file the text stands in.
pub(crate) fn read(text: &Text, report: &mut Report) -> Prose<Mention> {
    let mut prose = read_unordered(text, report).unwrap_or_default();
    order_headings(&mut prose, false, text, report);
    prose
}

/// Reads the body of a note, which may begin with its title.
pub(crate) fn read_note(text: &Text, report: &mut Report) -> Parsed {
    let read = read_unordered(text, report);
    let is_cut = read.is_none();
    let mut prose = read.unwrap_or_default();
    let first = first_shown(&prose.blocks);
    let begins_with_title =
        matches!(prose.blocks.get(first), Some(Block { kind: BlockKind::Heading { level: 1, .. }, .. }));
    let mut heading = begins_with_title.then(|| prose.blocks.remove(first));
    let mut title = None;
    if let Some(Block { kind: BlockKind::Heading { level, id, content }, span }) = &mut heading {
        let words = plain::own_words(content);
        if words.split_whitespace().ne(plain::words(content).split_whitespace()) {
            let span = crate::source::Span { file: text.file.clone(), start: span.start, end: span.end };
            report.push(reference_in_title(span));
        }
        *level = 2;
        *id = anchors::anchor(if id.is_empty() { &words } else { id });
        title = Some((words, span.clone()));
    }
    order_headings(&mut prose, begins_with_title, text, report);
    Parsed { prose, title, heading, is_cut }
}

/// Says that a title shows nothing of the record that a link in it leads to.
pub(crate) fn reference_in_title(place: crate::source::Span) -> Diagnostic {
    Diagnostic::warning(Code::EmptyLink, place, "a title shows no title of another record: the link is left out of it")
        .hint("give it words of its own: [[late-vendors|late vendors]]")
}

/// The place of the first block that is not withheld from anybody: what stands above it must not be seen in what
/// is made of it.
pub(crate) fn first_shown(blocks: &[Block<Mention>]) -> usize {
    blocks.iter().position(|block| !block.is_internal()).unwrap_or(blocks.len())
}

/// None of a text that is refused, which has then been said.
fn read_unordered(text: &Text, report: &mut Report) -> Option<Prose<Mention>> {
    let rewritten = admonition::rewrite(text, report);
    let text = rewritten.as_ref().unwrap_or(text);
    if let Some(refusal) = limit::refusal(text) {
        report.push(refusal);
        return None;
    }
    let (blocks, footnotes, stray_mark) = reader::read(text, report);
    let mut prose = footnote::keep_used(blocks, footnotes, text, report);
    if stray_mark {
        stray::withhold(&mut prose, text, report);
    }
    Some(prose)
}

fn order_headings(prose: &mut Prose<Mention>, title: bool, text: &Text, report: &mut Report) {
    for disorder in heading::order(prose, title) {
        let (span, message, hint) = match disorder {
            Disorder::Skipped(span) => (
                span,
                "this heading is more than one level below the one before",
                "leave no level out: ## is followed by ###",
            ),
            Disorder::SecondTitle(span) => (
                span,
                "a second heading of level 1 is shown below the title, as level 2",
                "a note has one title; begin what is below it with ##",
            ),
            Disorder::Moved(span, moved) => (
                span,
                if moved > 0 {
                    "this heading and those that follow are shown a level deeper than they are written"
                } else {
                    "this heading and those that follow are shown on a higher level than they are written"
                },
                "the title is level 1; begin what is below it with ##",
            ),
        };
        let span = crate::source::Span { file: text.file.clone(), start: span.start, end: span.end };
        report.push(Diagnostic::warning(Code::HeadingLevels, span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests;
