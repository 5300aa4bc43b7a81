//! What the headings of a body say about its record: the title, and the sections that are fields.

use super::markdown::{Parsed, first_shown, plain};
use super::reading::Reading;
use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, slip_of};
use crate::model::{Block, BlockKind, Footnote, Inline, Mention, Prose, Visit};
use crate::source::Span;
use std::collections::BTreeSet;

/// The title that a body gives.
#[derive(Debug, Default)]
pub(crate) struct Title {
    /// The words of its first heading of the first level.
    pub(crate) words: Option<String>,
    /// The anchor of that heading, where it is not part of the body.
    pub(crate) anchor: Option<String>,
}

/// Reads the title off a body. Its heading stays in the body only where the written title is
/// another one, or where it does not stand first.
pub(crate) fn take_title(text: &Text, note: Parsed, written: Option<&str>) -> (Title, Prose<Mention>) {
    let Parsed { mut prose, title, heading, .. } = note;
    let Some(heading) = heading else {
        let words = first_of_level_one(text, &prose);
        return (Title { words, anchor: None }, prose);
    };
    let words = title.map(|(words, _)| words).filter(|words| !words.is_empty());
    let same = |written: &str| words.as_deref().is_some_and(|words| written.split_whitespace().eq(words.split(' ')));
    if written.is_some_and(|written| !same(written)) {
        prose.blocks.insert(first_shown(&prose.blocks), heading);
        return (Title { words, anchor: None }, prose);
    }
    let anchor = match heading.kind {
        BlockKind::Heading { id, .. } => Some(id),
        _ => None,
    };
    (Title { words, anchor }, prose)
}

/// The words of the first heading that its author wrote on the first level; in the tree it has
/// another one by now.
fn first_of_level_one(text: &Text, prose: &Prose<Mention>) -> Option<String> {
    prose.blocks.iter().find_map(|block| {
        let BlockKind::Heading { content, .. } = &block.kind else { return None };
        let mut written = text.value[text.at(block.span.start)..].lines();
        let is_first_level = written.next().is_some_and(|line| line.trim_start().starts_with("# "))
            || written.next().is_some_and(|line| line.trim_start().starts_with("=="));
        Some(words(content)).filter(|words| is_first_level && !words.is_empty())
    })
}

/// The words of a line, without their form.
pub(crate) fn words(inlines: &[Inline<Mention>]) -> String {
    plain::own_words(inlines)
}

/// A title that is written as a value, without its links: those with words of their own are their words.
pub(crate) fn without_references(title: &str) -> String {
    let mut rest = title;
    let mut words = String::new();
    while let Some((before, behind)) = rest.split_once("[[") {
        let Some((inside, after)) = behind.split_once("]]") else { break };
        words.push_str(before);
        words.push_str(inside.split_once('|').map_or("", |(_, label)| label.trim()));
        rest = after;
    }
    words.push_str(rest);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A field, and the headings that stand for it, in lower case.
pub(crate) type Section<'f> = (&'f [&'f str], &'f mut Prose<Mention>);

/// Moves the sections of a body into the fields they stand for. A section ends at the next heading
/// of its level or above, or at one that stands for a field of its own. A heading that nearly does is asked about.
/// Gives the anchors of the headings that are gone.
pub(crate) fn take_sections(
    reading: &mut Reading<'_>,
    body: &mut Prose<Mention>,
    mut fields: Vec<Section<'_>>,
) -> Vec<String> {
    ask_about_slips(reading, body, &fields);
    let named = |block: &Block<Mention>, fields: &[Section<'_>]| match &block.kind {
        BlockKind::Heading { level, content, .. } => {
            let name = section_name(content);
            Some((*level, fields.iter().position(|(names, _)| names.contains(&name.as_str()))))
        }
        _ => None,
    };
    let mut rest = Vec::with_capacity(body.blocks.len());
    let mut into: Option<(u8, usize)> = None;
    let mut anchors = Vec::new();
    let mut moved: Vec<Vec<Block<Mention>>> = fields.iter().map(|_| Vec::new()).collect();
    for block in std::mem::take(&mut body.blocks) {
        match (named(&block, &fields), into) {
            (Some((level, Some(field))), _) => {
                into = Some((level, field));
                if let BlockKind::Heading { id, .. } = block.kind {
                    anchors.push(id);
                }
                continue;
            }
            (Some((level, None)), Some((open, _))) if level <= open => into = None,
            _ => {}
        }
        match into {
            Some((_, field)) => moved[field].push(block),
            None => rest.push(block),
        }
    }
    body.blocks = rest;
    let mut elsewhere = BTreeSet::new();
    for ((_, field), blocks) in fields.iter_mut().zip(moved) {
        if blocks.is_empty() {
            continue;
        }
        let notes = footnotes_of(&blocks, &body.footnotes);
        elsewhere.extend(notes.iter().map(|note| note.label.clone()));
        field.footnotes.extend(notes);
        field.blocks.extend(blocks);
    }
    if !elsewhere.is_empty() {
        let still: BTreeSet<String> =
            footnotes_of(&body.blocks, &body.footnotes).into_iter().map(|note| note.label).collect();
        body.footnotes.retain(|note| still.contains(&note.label) || !elsewhere.contains(&note.label));
    }
    anchors
}

/// The words of a heading as they may stand for a field.
fn section_name(content: &[Inline<Mention>]) -> String {
    words(content).trim_end_matches([':', '.']).trim().to_lowercase()
}

/// Headings of their own that are a letter away from one that stands for a field, in English and in the other
/// languages of the site's words.
const HEADINGS_OF_THEIR_OWN: [&str; 10] = [
    "conséquences",
    "content",
    "contents",
    "contexte",
    "contexto",
    "effekt",
    "effet",
    "effets",
    "kontext",
    "recommandation",
];

/// Asks about headings that are nearly those of fields.
fn ask_about_slips(reading: &mut Reading<'_>, body: &Prose<Mention>, fields: &[Section<'_>]) {
    for block in &body.blocks {
        let BlockKind::Heading { content, .. } = &block.kind else { continue };
        let name = section_name(content);
        let known = || fields.iter().flat_map(|(names, _)| names.iter().copied());
        if known().any(|known| known == name) || HEADINGS_OF_THEIR_OWN.contains(&name.as_str()) {
            continue;
        }
        if let Some(meant) = slip_of(&name, known()) {
            let span = Span { file: reading.text.file.clone(), start: block.span.start, end: block.span.end };
            let message = format!("\"{}\" is the heading of no section that is known", words(content));
            reading.report.push(
                Diagnostic::warning(Code::UnknownKey, span, message)
                    .hint(format!("did you mean \"{meant}\"? As it is, the section is part of the text")),
            );
        }
    }
}

/// The footnotes that blocks refer to, and those that these refer to.
fn footnotes_of(blocks: &[Block<Mention>], footnotes: &[Footnote<Mention>]) -> Vec<Footnote<Mention>> {
    struct Labels(Vec<String>);
    impl Visit<Mention> for Labels {
        fn inline(&mut self, inline: &Inline<Mention>) {
            if let Inline::FootnoteReference(label) = inline {
                self.0.push(label.clone());
            }
        }
    }
    let mut labels = Labels(Vec::new());
    labels.blocks(blocks);
    let mut found: Vec<Footnote<Mention>> = Vec::new();
    let mut next = 0;
    while let Some(label) = labels.0.get(next).cloned() {
        next += 1;
        let is_new = found.iter().all(|note| note.label != label);
        if let Some(note) = footnotes.iter().find(|note| note.label == label).filter(|_| is_new) {
            labels.blocks(&note.blocks);
            found.push(note.clone());
        }
    }
    found
}

/// A file's name as a title: `2025-06-12-lean_estimating` is "Lean estimating".
pub(crate) fn readable(name: &str) -> String {
    let bare = match name.get(..10) {
        Some(day) if day.parse::<jiff::civil::Date>().is_ok() && name.len() > 10 => {
            name[10..].trim_start_matches(['-', '_', ' '])
        }
        _ => name,
    };
    let bare = if bare.is_empty() { name } else { bare };
    let spaced =
        if bare.parse::<jiff::civil::Date>().is_ok() { bare.to_owned() } else { bare.replace(['-', '_'], " ") };
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn names_of_files_become_titles() {
        for (name, title) in [
            ("lean-estimating", "Lean estimating"),
            ("2025-06-12-kick_off", "Kick off"),
            ("2025-06-12", "2025-06-12"),
            ("élan", "Élan"),
            ("--", "--"),
        ] {
            assert_eq!(readable(name), title);
        }
    }
}
