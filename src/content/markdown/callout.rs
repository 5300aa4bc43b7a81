//! The mark at the beginning of a quotation: `> [!NOTE]`, `> [!INTERNAL]`.
//!
//! *Invariant:* a mark that cannot be read withholds its block.

use super::plain;
use crate::model::{Block, BlockKind, Callout, Inline, Mention, Safeguard};
use unicode_normalization::UnicodeNormalization;

/// What the mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A callout, and whether the word is another one than the kind's own.
    Callout(Callout, bool),
    /// For the internal edition only.
    Internal,
    /// Something else, as written.
    Unknown,
}

/// The word that withholds.
pub(super) const INTERNAL: &str = "internal";

/// The words of other programs for the kinds of callouts.
const SYNONYMS: [(&str, Callout); 39] = [
    ("abstract", Callout::Note),
    ("attention", Callout::Warning),
    ("bug", Callout::Caution),
    ("check", Callout::Tip),
    ("cite", Callout::Quote),
    ("danger", Callout::Caution),
    ("definition", Callout::Note),
    ("done", Callout::Tip),
    ("error", Callout::Caution),
    ("exercise", Callout::Example),
    ("fail", Callout::Caution),
    ("failure", Callout::Caution),
    ("faq", Callout::Note),
    ("help", Callout::Note),
    ("hint", Callout::Tip),
    ("info", Callout::Note),
    ("information", Callout::Note),
    ("missing", Callout::Caution),
    ("notes", Callout::Note),
    ("notice", Callout::Note),
    ("practice", Callout::Example),
    ("question", Callout::Note),
    ("quotation", Callout::Quote),
    ("recommendation", Callout::Tip),
    ("remark", Callout::Note),
    ("remember", Callout::Important),
    ("required", Callout::Important),
    ("seealso", Callout::Note),
    ("snippet", Callout::Example),
    ("stop", Callout::Caution),
    ("success", Callout::Tip),
    ("summary", Callout::Note),
    ("tips", Callout::Tip),
    ("tldr", Callout::Note),
    ("todo", Callout::Important),
    ("warn", Callout::Warning),
    ("alert", Callout::Warning),
    ("key", Callout::Important),
    ("goal", Callout::Note),
];

impl Mark {
    /// Reads the word of a mark, in any letter case and with any spaces.
    pub(super) fn of(word: &str) -> Self {
        // `[!note|right]` is how Obsidian adds metadata to a mark.
        let word = word.split_once('|').map_or(word, |(word, _)| word);
        let word: String =
            word.to_lowercase().chars().filter(|character| !matches!(character, '-' | '_' | ' ')).collect();
        if word == INTERNAL {
            return Self::Internal;
        }
        if let Some(callout) = Callout::ALL.into_iter().find(|callout| callout.as_str() == word) {
            return Self::Callout(callout, false);
        }
        match SYNONYMS.iter().find(|(synonym, _)| *synonym == word) {
            Some((_, callout)) => Self::Callout(*callout, true),
            None => Self::Unknown,
        }
    }

    /// The words that a mark should have, the one that withholds first.
    pub(super) fn known() -> impl Iterator<Item = &'static str> {
        let synonyms = SYNONYMS.iter().map(|(synonym, _)| *synonym);
        [INTERNAL].into_iter().chain(Callout::ALL.into_iter().map(Callout::as_str)).chain(synonyms)
    }
}

/// A mark that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misread {
    /// The word of the mark.
    pub(super) word: String,
    /// What is wrong with it.
    pub(super) message: String,
}

/// What a quotation turned out to be, and what is wrong with its mark.
pub(super) fn judge(mut blocks: Vec<Block<Mention>>) -> (BlockKind<Mention>, Option<Misread>) {
    let word = match leading_mark(&blocks) {
        None => return (BlockKind::Quote(blocks), None),
        Some(Err(misread)) => return (BlockKind::Internal(blocks), Some(misread)),
        Some(Ok(word)) => word,
    };
    match Mark::of(&word) {
        Mark::Internal => {
            strip(&mut blocks);
            trim_first(&mut blocks);
            (BlockKind::Internal(blocks), None)
        }
        Mark::Unknown => {
            let message = format!("no callout is called \"{word}\"");
            let misread = Some(Misread { word, message });
            if Safeguard::UnknownMarks.is_out() {
                return (BlockKind::Quote(blocks), misread);
            }
            (BlockKind::Internal(blocks), misread)
        }
        Mark::Callout(kind, other_word) => {
            let mut title = if strip(&mut blocks) { take_title(&mut blocks) } else { Vec::new() };
            if other_word && title.is_empty() {
                title.push(Inline::Text(capitalised(&word)));
            }
            (BlockKind::Callout { kind, title, blocks }, None)
        }
    }
}

/// The word of the mark with which the first block begins.
///
/// Full-width signs of Japanese keyboards and characters without width count as what they look
/// like. `[INTERNAL]` without its exclamation mark is a mistake that must not publish anything.
fn leading_mark(blocks: &[Block<Mention>]) -> Option<Result<String, Misread>> {
    let words = leading_words(blocks)?;
    let visible = words.chars().take(200).filter(|character| !is_without_width(*character));
    let words: String = visible.nfkc().collect();
    let Some(inside) = words.trim_start().strip_prefix('[').map(str::trim_start) else {
        let word = other_brackets(&words)?;
        let message = format!("the mark of \"{word}\" is not written as one");
        return Some(Err(Misread { word, message }));
    };
    let marked = inside.starts_with('!');
    let inside = inside.trim_start_matches(['!', ' ']);
    if marked && !inside.starts_with(char::is_alphanumeric) {
        return None;
    }
    let line = inside.lines().next().unwrap_or_default();
    let word = line.split_once(']').map(|(word, _)| word.trim().to_owned());
    match word {
        Some(word) if marked => Some(Ok(word)),
        Some(word) if word.eq_ignore_ascii_case(INTERNAL) => {
            let message = format!("the mark \"[{word}]\" lacks its \"!\"");
            Some(Err(Misread { word, message }))
        }
        None if marked => {
            let word: String = line.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            let message = format!("the mark \"[!{word}\" is not closed");
            Some(Err(Misread { word, message }))
        }
        _ => None,
    }
}

/// The word that withholds, behind signs that are nearly those of a mark: `![INTERNAL]`, `(!INTERNAL)`.
fn other_brackets(words: &str) -> Option<String> {
    let line = words.trim_start().lines().next()?;
    let rest = line.trim_start_matches(['!', '[', '(', '{', '<', ' ']);
    let signs = &line[..line.len() - rest.len()];
    let (word, _) = rest.split_once([']', ')', '}', '>'])?;
    let is_meant = signs.contains('!') && signs.contains(['[', '(', '{', '<']);
    (is_meant && word.trim().eq_ignore_ascii_case(INTERNAL)).then(|| word.trim().to_owned())
}

/// Whether a text begins as the blocks of other programs do, with the word that withholds:
/// `:::internal`, `!!!internal`, `{{< internal >}}`. Those of `!!! internal` are read.
pub(super) fn begins_elsewhere(words: &str) -> bool {
    let words = words.trim_start();
    // Behind a paragraph, the first colon begins a definition.
    let Some(rest) = ["::", "!!!", "???", "{{<", "{{%"].iter().find_map(|signs| words.strip_prefix(signs)) else {
        return false;
    };
    let rest = rest.trim_start_matches([':', '!', '?', '+', ' ', '{', '.', '[']);
    let end = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
    rest[..end].eq_ignore_ascii_case(INTERNAL) && !rest[end..].starts_with("::")
}

/// The words with which the first block begins, where it is one that can hold a mark. A link of the
/// words in brackets is shown in brackets: a definition elsewhere may have made the mark a link.
fn leading_words(blocks: &[Block<Mention>]) -> Option<String> {
    match &blocks.first()?.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => Some(begin(content)),
        BlockKind::List { items, .. } => leading_words(&items.first()?.blocks),
        BlockKind::Definitions(definitions) => definitions.first().map(|definition| begin(&definition.term)),
        BlockKind::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).find(|cell| !cell.is_empty()).map(|cell| begin(cell))
        }
        BlockKind::Details { summary, blocks, .. } if summary.is_empty() => leading_words(blocks),
        BlockKind::Details { summary, .. } => Some(begin(summary)),
        BlockKind::Code { .. }
        | BlockKind::Quote(_)
        | BlockKind::Callout { .. }
        | BlockKind::Internal(_)
        | BlockKind::Rule
        | BlockKind::View { .. } => None,
    }
}

fn begin(content: &[Inline<Mention>]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::SoftBreak | Inline::HardBreak => words.push('\n'),
            Inline::Link { content, .. } => {
                let label = plain::words(content);
                if words.trim().is_empty() { words.push_str(&format!("[{label}]")) } else { words.push_str(&label) }
            }
            // What is written as code is meant to be read as it is.
            Inline::Code(_) => break,
            other => words.push_str(&plain::words(std::slice::from_ref(other))),
        }
        if words.len() > 800 {
            break;
        }
    }
    words
}

fn is_without_width(character: char) -> bool {
    matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Takes the mark off the first block, and the block where nothing is left of it. Says whether
/// something is left.
fn strip(blocks: &mut Vec<Block<Mention>>) -> bool {
    let Some(first) = blocks.first_mut() else { return false };
    let empty = match &mut first.kind {
        BlockKind::Paragraph(content) => {
            // The line end behind the mark says that there is no title.
            strip_inlines(content);
            plain::is_blank(content)
        }
        BlockKind::Heading { content, .. } => {
            strip_words(content);
            plain::is_blank(content)
        }
        BlockKind::List { items, .. } => {
            if let Some(item) = items.first_mut() {
                strip(&mut item.blocks);
                trim_first(&mut item.blocks);
                if item.blocks.is_empty() {
                    items.remove(0);
                }
            }
            items.is_empty()
        }
        BlockKind::Definitions(definitions) => {
            if let Some(definition) = definitions.first_mut() {
                strip_words(&mut definition.term);
            }
            false
        }
        BlockKind::Table { head, rows, .. } => {
            if let Some(cell) = head.iter_mut().chain(rows.iter_mut().flatten()).find(|cell| !cell.is_empty()) {
                strip_words(cell);
            }
            false
        }
        BlockKind::Details { summary, blocks, .. } => {
            if summary.is_empty() {
                strip(blocks);
            } else {
                strip_words(summary);
            }
            false
        }
        _ => false,
    };
    if empty {
        blocks.remove(0);
    }
    !empty
}

/// Takes the white space behind the mark off the first paragraph.
fn trim_first(blocks: &mut [Block<Mention>]) {
    if let Some(Block { kind: BlockKind::Paragraph(content), .. }) = blocks.first_mut() {
        plain::trim(content);
    }
}

/// Drops the mark, and the white space behind it.
fn strip_words(content: &mut Vec<Inline<Mention>>) {
    strip_inlines(content);
    plain::trim(content);
}

/// Drops everything up to and with the first closing bracket. Says whether it was found.
fn strip_inlines(content: &mut Vec<Inline<Mention>>) -> bool {
    let mut gone = 0;
    let mut found = false;
    for inline in content.iter_mut() {
        match inline {
            Inline::Text(text) => {
                if let Some(end) = text.find([']', '］']) {
                    let bracket = text[end..].chars().next().map_or(0, char::len_utf8);
                    text.drain(..end + bracket);
                    found = true;
                }
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Mark(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Keyboard(inner)
            | Inline::Abbreviation { content: inner, .. } => {
                found = strip_inlines(inner);
                if found && inner.is_empty() {
                    gone += 1;
                }
            }
            Inline::Link { .. } => {
                found = true;
                gone += 1;
            }
            _ => {}
        }
        if found {
            break;
        }
        gone += 1;
    }
    content.drain(..gone);
    if matches!(content.first(), Some(Inline::Text(text)) if text.is_empty()) {
        content.remove(0);
    }
    found
}

/// The words between the mark and the end of its line.
fn take_title(blocks: &mut Vec<Block<Mention>>) -> Vec<Inline<Mention>> {
    let Some(Block { kind: BlockKind::Paragraph(content), .. }) = blocks.first_mut() else { return Vec::new() };
    let end = content.iter().position(|inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak));
    let mut title: Vec<_> = content.drain(..end.unwrap_or(content.len())).collect();
    plain::trim(content);
    if content.is_empty() {
        blocks.remove(0);
    }
    if let Some(Inline::Text(text)) = title.first_mut() {
        // `+` and `-` say in Obsidian whether the callout is folded.
        *text = text.trim_start_matches(['+', '-', ':']).trim_start().to_owned();
    }
    plain::trim(&mut title);
    title
}

fn capitalised(word: &str) -> String {
    let word = word.split_once('|').map_or(word, |(word, _)| word).to_lowercase();
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use crate::model::Callout;
    use crate::model::holds_mark;

    #[test]
    fn the_word_is_read_in_any_form() {
        for word in ["INTERNAL", "internal", " Internal ", "internal|x"] {
            assert_eq!(Mark::of(word.trim()), Mark::Internal);
        }
        assert_eq!(Mark::of("See also"), Mark::Callout(Callout::Note, true));
        assert_eq!(Mark::of("INTERNL"), Mark::Unknown);
    }

    #[test]
    fn a_stray_mark_is_seen() {
        assert!(holds_mark("see [ ! internal ] here"));
        assert!(!holds_mark("an [internal] note [!NOTE]"));
    }
}
