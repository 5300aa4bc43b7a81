//! Comments that are none: what other programs hide, and Markdown shows.

use super::Tree;
use crate::content::markdown::plain;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Inline, Mention};

/// With what a comment begins that is written as the definition of a link.
const DEFINITIONS: [&str; 2] = ["[//]:", "[comment]:"];

/// Around what Obsidian hides.
const OBSIDIAN: &str = "%%";

impl Tree<'_> {
    /// Whether a paragraph is such a comment, or holds one. Its author meant it for nobody, so this is an error.
    pub(super) fn is_foreign_comment(&mut self, inlines: &[Inline<Mention>], place: (usize, usize)) -> bool {
        let written = &self.text.value[place.0..place.1];
        let begins = |line: &str| {
            let line = line.trim_start_matches(['>', ' ', '\t']);
            DEFINITIONS.iter().any(|start| line.starts_with(start))
        };
        let (message, hint) = if written.lines().any(begins) {
            (
                "this is no comment for Markdown, and would be published",
                "let it follow a blank line, with its words in quotation marks: [//]: # \"…\"; or write <!-- … -->",
            )
        } else if written.contains(OBSIDIAN) && is_hidden_by_obsidian(inlines) {
            ("only Obsidian hides what stands between %% and %%, and it would be published", "write <!-- … -->")
        } else {
            return false;
        };
        let span = self.text.span(place.0..place.1);
        self.report.push(Diagnostic::error(Code::RawHtml, span, message).hint(hint));
        true
    }
}

fn is_hidden_by_obsidian(inlines: &[Inline<Mention>]) -> bool {
    let is_text = |inline: &&Inline<Mention>| !matches!(inline, Inline::Code(_));
    let texts: Vec<Inline<Mention>> = inlines.iter().filter(is_text).cloned().collect();
    let words = plain::words(&texts);
    words.trim_start().starts_with(OBSIDIAN) || words.matches(OBSIDIAN).count() > 1
}
