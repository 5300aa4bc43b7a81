//! A tree in a form that is read at a glance.

use crate::model::{Block, BlockKind, Footnote, Image, Inline, Mention, MentionForm, Prose, Target};

pub(super) fn show(prose: &Prose<Mention>) -> String {
    let footnotes =
        prose.footnotes.iter().map(|Footnote { label, blocks }| format!(" ^{label}({})", self::blocks(blocks)));
    format!("{}{}", blocks(&prose.blocks), footnotes.collect::<String>())
}

fn blocks(blocks: &[Block<Mention>]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

pub(super) fn block(block: &Block<Mention>) -> String {
    match &block.kind {
        BlockKind::Paragraph(content) => format!("p({})", inlines(content)),
        BlockKind::Heading { level, id, content } => format!("h{level}#{id}({})", inlines(content)),
        BlockKind::Code { language, text } => format!("code:{}({text:?})", language.as_deref().unwrap_or_default()),
        BlockKind::Quote(inner) => format!("q({})", blocks(inner)),
        BlockKind::Callout { kind, title, blocks: inner } => {
            format!("{}[{}]({})", kind.as_str(), inlines(title), blocks(inner))
        }
        BlockKind::Internal(inner) => format!("INTERNAL({})", blocks(inner)),
        BlockKind::List { start, tight, items } => {
            let items = items.iter().map(|item| {
                let task = item.task.map_or("", |done| if done { "[x]" } else { "[ ]" });
                format!("{task}{}", blocks(&item.blocks))
            });
            let items = items.collect::<Vec<_>>().join("; ");
            let name = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
            format!("{name}{}({items})", if *tight { "" } else { "+" })
        }
        BlockKind::Definitions(definitions) => {
            let definitions = definitions.iter().map(|definition| {
                let meanings = definition.meanings.iter().map(|meaning| blocks(meaning)).collect::<Vec<_>>();
                format!("{}: {}", inlines(&definition.term), meanings.join(" | "))
            });
            format!("dl({})", definitions.collect::<Vec<_>>().join("; "))
        }
        BlockKind::Table { alignments, head, rows } => {
            let row = |cells: &Vec<Vec<Inline<Mention>>>| {
                assert_eq!(cells.len(), alignments.len(), "every row is as wide as the table");
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join("|")
            };
            let rows = rows.iter().map(row).collect::<Vec<_>>().join(" / ");
            let alignments = alignments.iter().map(|alignment| &format!("{alignment:?}")[..1].to_lowercase() == "n");
            let plain = alignments.clone().all(|natural| natural);
            format!("table{}({} // {rows})", if plain { "" } else { "'" }, row(head))
        }
        BlockKind::Rule => "hr".to_owned(),
        BlockKind::View { name, arguments } => format!("view:{name}{arguments:?}"),
        BlockKind::Details { summary, open, blocks: inner } => {
            format!("details{}[{}]({})", if *open { "+" } else { "" }, inlines(summary), blocks(inner))
        }
    }
}

fn inlines(content: &[Inline<Mention>]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline<Mention>) -> String {
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Emphasis(content) => format!("em({})", inlines(content)),
        Inline::Strong(content) => format!("b({})", inlines(content)),
        Inline::Strikethrough(content) => format!("s({})", inlines(content)),
        Inline::Superscript(content) => format!("sup({})", inlines(content)),
        Inline::Subscript(content) => format!("sub({})", inlines(content)),
        Inline::Mark(content) => format!("mark({})", inlines(content)),
        Inline::Keyboard(content) => format!("kbd({})", inlines(content)),
        Inline::Abbreviation { meaning, content } => format!("abbr[{meaning}]({})", inlines(content)),
        Inline::Link { target, content, .. } => format!("<{}>({})", self::target(target), inlines(content)),
        Inline::Image(Image { target, alt, title, width, height, .. }) => {
            let title = title.as_ref().map(|title| format!(" \"{title}\"")).unwrap_or_default();
            let size = if width.is_some() || height.is_some() {
                format!(" {}x{}", width.unwrap_or(0), height.unwrap_or(0))
            } else {
                String::new()
            };
            format!("img[{}{title}{size}]({alt})", self::target(target))
        }
        Inline::FootnoteReference(label) => format!("^{label}"),
        Inline::SoftBreak => "_".to_owned(),
        Inline::HardBreak => "¶".to_owned(),
    }
}

fn target(target: &Target<Mention>) -> String {
    match target {
        Target::Entry { id, .. } if id.form == MentionForm::Wikilink => format!("[[{}]]", id.text),
        Target::Entry { id, .. } => id.text.clone(),
        Target::Anchor(anchor) => format!("#{anchor}"),
        Target::External(address) => format!("@{address}"),
        Target::Register(_) | Target::File(_) => unreachable!("only resolving tells registers and files"),
    }
}
