//! Footnotes: only those to which the text refers stay.

use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Block, Footnote, Inline, Mention, Prose, Visit};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Keeps, in the order in which they are written, the footnotes to which the text or another kept
/// footnote refers. Of two of one label the first stays, but never a withheld one before one that is
/// shown: its reference would lead those to nothing who may read the other. What does not stay is complained of, for
/// its words are lost.
pub(super) fn keep_used(
    blocks: Vec<Block<Mention>>,
    footnotes: Vec<Footnote<Mention>>,
    text: &Text,
    report: &mut Report,
) -> Prose<Mention> {
    let mut by_label = BTreeMap::new();
    let (withheld, open): (Vec<_>, Vec<_>) = footnotes.iter().enumerate().partition(|(_, it)| is_withheld(it));
    for (index, footnote) in open.into_iter().chain(withheld) {
        by_label.entry(footnote.label.as_str()).or_insert(index);
    }
    let mut used = BTreeSet::new();
    let mut waiting = references(&blocks);
    while let Some(label) = waiting.pop() {
        if let Some(&index) = by_label.get(label.as_str())
            && used.insert(index)
        {
            waiting.extend(references(&footnotes[index].blocks));
        }
    }
    for (index, footnote) in footnotes.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        let first = by_label[footnote.label.as_str()];
        let Some(place) = self::place(footnote, text) else { continue };
        let complaint = match (first != index).then(|| self::place(&footnotes[first], text)).flatten() {
            Some(other) => {
                let message =
                    format!("the footnote \"{}\" is written twice, and only the other is shown", footnote.label);
                Diagnostic::warning(Code::UnusedFootnote, place, message)
                    .related(other, "the one that is shown")
                    .hint("give this one a label of its own")
            }
            None => {
                let message = format!("nothing refers to the footnote \"{}\", so it is not shown", footnote.label);
                Diagnostic::warning(Code::UnusedFootnote, place, message)
                    .hint(format!("write [^{}] where it belongs, or take it out", footnote.label))
            }
        };
        report.push(complaint);
    }
    let footnotes = footnotes.into_iter().enumerate().filter(|(index, _)| used.contains(index));
    Prose { blocks, footnotes: footnotes.map(|(_, footnote)| footnote).collect() }
}

/// Whether all of a footnote is internal.
fn is_withheld(footnote: &Footnote<Mention>) -> bool {
    !footnote.blocks.is_empty() && footnote.blocks.iter().all(Block::is_internal)
}

/// Where the words of a footnote stand; none where it has no words.
fn place(footnote: &Footnote<Mention>, text: &Text) -> Option<Span> {
    let span = &footnote.blocks.first()?.span;
    Some(Span { file: text.file.clone(), start: span.start, end: span.end })
}

/// The labels of all references.
fn references(blocks: &[Block<Mention>]) -> Vec<String> {
    struct References(Vec<String>);

    impl Visit<Mention> for References {
        fn inline(&mut self, inline: &Inline<Mention>) {
            if let Inline::FootnoteReference(label) = inline {
                self.0.push(label.clone());
            }
        }
    }

    let mut references = References(Vec::new());
    references.blocks(blocks);
    references.0
}

/// The stretches of a text that look like references to footnotes and are none.
pub(super) fn look_alikes(words: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words[from..].find("[^") {
        let start = from + at;
        let label = &words[start + 2..];
        let end = label.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_');
        from = start + 2;
        if let Some(end) = end.filter(|end| *end > 0 && label[*end..].starts_with(']')) {
            found.push((start, &label[..end]));
            from += end;
        }
    }
    found
}
