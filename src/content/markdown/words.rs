//! Running words between two elements, which a parser gives in many pieces.

use super::link::Destination;
use super::tree::Tree;
use super::{autolink, callout, footnote, slip};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Inline, Mention, Target, holds_mark};

/// Words, and where their pieces stand in the text.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    /// (offset in the words, offset in the text), ascending.
    places: Vec<(usize, usize)>,
}

impl Words {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a piece that stands at a place of the text.
    pub(super) fn push(&mut self, piece: &str, place: usize) {
        self.places.push((self.text.len(), place));
        self.text.push_str(piece);
    }

    /// The words with their bare addresses as links, unless they are to stay as they are.
    pub(super) fn into_inlines(self, tree: &mut Tree<'_>, verbatim: bool) -> Vec<Inline<Mention>> {
        let (begin, end) = (self.place(0), self.place(self.text.len()));
        let mut inlines = Vec::new();
        let mut kept = 0;
        self.look_for_mistakes(tree, verbatim);
        if !verbatim {
            for range in autolink::find(&self.text) {
                let bare = &self.text[range.clone()];
                let signs = bare.match_indices(['@', ':', '.']).map(|(at, _)| range.start + at);
                if signs.into_iter().any(|at| self.is_meant(tree, at)) {
                    continue;
                }
                // The parser decodes entities; what it leaves is an address like any other.
                let Destination::External(address) = Destination::of(&autolink::address(bare)) else { continue };
                if range.start > kept {
                    let before = self.text[kept..range.start].to_owned();
                    inlines.push(Inline::Text(tree.without_controls(before, (begin, end))));
                }
                kept = range.end;
                let span = tree.text.range(self.place(range.start)..self.place(range.end - 1) + 1);
                let content = vec![Inline::Text(bare.to_owned())];
                inlines.push(Inline::Link { target: Target::External(address), content, span });
            }
        }
        if kept < self.text.len() {
            let rest = if kept == 0 { self.text } else { self.text[kept..].to_owned() };
            let rest = tree.without_controls(rest, (begin, end));
            inlines.push(Inline::Text(rest));
        }
        inlines
    }

    /// Whoever writes a backslash before a sign means the sign.
    fn is_meant(&self, tree: &Tree<'_>, at: usize) -> bool {
        self.place(at).checked_sub(1).map(|before| tree.text.value.as_bytes()[before]) == Some(b'\\')
    }

    fn look_for_mistakes(&self, tree: &mut Tree<'_>, verbatim: bool) {
        tree.stray_mark |= (self.text.contains('[') && holds_mark(&self.text)) || callout::begins_elsewhere(&self.text);
        if verbatim {
            return;
        }
        let is_meant = |at: usize| self.is_meant(tree, at);
        let comment = self.text.match_indices("<!--").map(|(at, _)| at).find(|at| !is_meant(*at));
        let slips: Vec<_> = slip::find(&self.text).into_iter().filter(|slip| !is_meant(slip.range.start)).collect();
        let notes: Vec<_> = footnote::look_alikes(&self.text).into_iter().filter(|(at, _)| !is_meant(*at)).collect();
        if let Some(at) = comment {
            let start = self.place(at);
            tree.complain_of_comment((start, start + 4));
        }
        for slip in slips {
            let place = (self.place(slip.range.start), self.place(slip.range.end - 1) + 1);
            tree.advise(Code::NotALink, place, slip.message, slip.hint);
        }
        for (at, label) in notes {
            let start = self.place(at);
            let span = tree.text.span(start..start + label.len() + 3);
            let message = format!("the footnote \"{label}\" is not written anywhere");
            let hint = format!("write it on a line of its own: [^{label}]: ...");
            tree.report.push(Diagnostic::warning(Code::MissingFootnote, span, message).hint(hint));
        }
    }

    /// Where an offset of the words stands in the text.
    fn place(&self, offset: usize) -> usize {
        let index = self.places.partition_point(|(words, _)| *words <= offset).saturating_sub(1);
        self.places.get(index).map_or(0, |(words, text)| text + (offset - words))
    }
}
