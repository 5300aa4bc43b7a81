//! Marked-up words as plain ones, and blocks as running words where only those can stand.

use crate::model::{Block, BlockKind, Inline, Mention, Target};

/// The words alone. Line ends of the source become spaces, an image its words.
pub(crate) fn words(inlines: &[Inline<Mention>]) -> String {
    let mut words = String::new();
    collect(inlines, Unlabelled::AsWritten, &mut words);
    words
}

/// The words that are the author's own, for what is made of them before it is known who sees which record: a link
/// without words of its own may be gone from an edition, and then must not be in a title or an anchor.
pub(crate) fn own_words(inlines: &[Inline<Mention>]) -> String {
    let mut words = String::new();
    collect(inlines, Unlabelled::LeftOut, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands for a link without words of its own, which will show the title of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unlabelled {
    /// What is written between the brackets.
    AsWritten,
    LeftOut,
}

fn collect(inlines: &[Inline<Mention>], unlabelled: Unlabelled, words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Link { target: Target::Entry { id, .. }, content, .. } if content.is_empty() => {
                if unlabelled == Unlabelled::AsWritten {
                    words.push_str(&id.text);
                }
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Mark(content)
            | Inline::Keyboard(content)
            | Inline::Abbreviation { content, .. }
            | Inline::Link { content, .. } => collect(content, unlabelled, words),
            Inline::Image(image) => words.push_str(&image.alt),
            Inline::FootnoteReference(_) => {}
            Inline::SoftBreak => words.push(' '),
            Inline::HardBreak => words.push('\n'),
        }
    }
}

/// Whether nothing of it can be seen.
pub(super) fn is_blank(inlines: &[Inline<Mention>]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Superscript(content)
        | Inline::Subscript(content)
        | Inline::Mark(content)
        | Inline::Keyboard(content)
        | Inline::Abbreviation { content, .. } => is_blank(content),
        Inline::Code(_) | Inline::Link { .. } | Inline::Image(_) | Inline::FootnoteReference(_) => false,
    })
}

/// Takes white space and line ends off both ends.
pub(super) fn trim(inlines: &mut Vec<Inline<Mention>>) {
    loop {
        match inlines.last_mut() {
            Some(Inline::SoftBreak | Inline::HardBreak) => {
                inlines.pop();
            }
            Some(Inline::Text(text)) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
                inlines.pop();
            }
            _ => break,
        }
    }
    let blank = inlines
        .iter()
        .take_while(|inline| match inline {
            Inline::SoftBreak | Inline::HardBreak => true,
            Inline::Text(text) => text.trim().is_empty(),
            _ => false,
        })
        .count();
    inlines.drain(..blank);
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        let trimmed = text.trim_start();
        if trimmed.len() < text.len() {
            *text = trimmed.to_owned();
        }
    }
}

/// Blocks as running words, for a cell of a table and other places that hold no blocks.
///
/// What is for the internal edition only cannot be marked there; it is handed out instead.
pub(super) fn flatten(block: Block<Mention>, withheld: &mut Vec<Block<Mention>>) -> Vec<Inline<Mention>> {
    match block.kind {
        BlockKind::Internal(_) => {
            withheld.push(block);
            Vec::new()
        }
        BlockKind::Paragraph(content) => content,
        BlockKind::Heading { content, .. } => vec![Inline::Strong(content)],
        BlockKind::Code { text, .. } => join(text.lines().map(|line| vec![Inline::Code(line.to_owned())])),
        BlockKind::Quote(blocks) => flatten_all(blocks, withheld),
        BlockKind::Callout { title, blocks, .. } | BlockKind::Details { summary: title, blocks, .. } => {
            let title = if title.is_empty() { Vec::new() } else { vec![Inline::Strong(title)] };
            join([title, flatten_all(blocks, withheld)])
        }
        BlockKind::List { start, items, .. } => join(items.into_iter().enumerate().map(|(index, item)| {
            let mut content = flatten_all(item.blocks, withheld);
            let mark = match start {
                Some(start) => format!("{}. ", start.saturating_add(index as u64)),
                None => "• ".to_owned(),
            };
            content.insert(0, Inline::Text(mark));
            content
        })),
        BlockKind::Definitions(definitions) => join(definitions.into_iter().map(|definition| {
            let mut parts = vec![vec![Inline::Strong(definition.term)]];
            parts.extend(definition.meanings.into_iter().map(|blocks| flatten_all(blocks, withheld)));
            join(parts)
        })),
        BlockKind::Table { head, rows, .. } => join([head].into_iter().chain(rows).map(|cells| {
            let mut content = Vec::new();
            for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
                if !content.is_empty() {
                    content.push(Inline::Text(" ".into()));
                }
                content.extend(cell);
            }
            content
        })),
        BlockKind::Rule | BlockKind::View { .. } => Vec::new(),
    }
}

fn flatten_all(blocks: Vec<Block<Mention>>, withheld: &mut Vec<Block<Mention>>) -> Vec<Inline<Mention>> {
    join(blocks.into_iter().map(|block| flatten(block, withheld)))
}

/// Stretches of words, each on a line of its own.
fn join(parts: impl IntoIterator<Item = Vec<Inline<Mention>>>) -> Vec<Inline<Mention>> {
    let mut joined = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !joined.is_empty() {
            joined.push(Inline::HardBreak);
        }
        joined.extend(part);
    }
    joined
}
