//! Going through a book once, in reading order.

use super::tree::{Block, Book, Chapter, Inline, Section};

/// What wants to see the parts of a book; everything is seen once for each place it stands in.
pub(super) trait Visit<'a> {
    /// A chapter's or section's id, before what is in it.
    fn part(&mut self, _id: &'a str) {}
    /// A block, before what is in it.
    fn block(&mut self, _block: &'a Block) {}
    /// An inline, before what is in it.
    fn inline(&mut self, _inline: &'a Inline) {}
}

/// Shows a whole book to the visitor.
pub(super) fn walk<'a>(book: &'a Book, visit: &mut dyn Visit<'a>) {
    for one in &book.chapters {
        chapter(one, visit);
    }
}

/// Shows one chapter to the visitor.
pub(super) fn chapter<'a>(chapter: &'a Chapter, visit: &mut dyn Visit<'a>) {
    visit.part(&chapter.id);
    blocks(&chapter.intro, visit);
    sections(&chapter.sections, visit);
    for note in &chapter.notes {
        inlines(note, visit);
    }
}

fn sections<'a>(list: &'a [Section], visit: &mut dyn Visit<'a>) {
    for section in list {
        visit.part(&section.id);
        blocks(&section.blocks, visit);
        sections(&section.sections, visit);
    }
}

fn blocks<'a>(list: &'a [Block], visit: &mut dyn Visit<'a>) {
    for block in list {
        visit.block(block);
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => inlines(text, visit),
            Block::Quote { blocks: inner, by } => {
                blocks(inner, visit);
                inlines(by, visit);
            }
            Block::Callout { title, blocks: inner, .. } | Block::Details { summary: title, blocks: inner } => {
                inlines(title, visit);
                blocks(inner, visit);
            }
            Block::List { items, .. } => items.iter().for_each(|item| blocks(&item.blocks, visit)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&definition.term, visit);
                    definition.meanings.iter().for_each(|meaning| blocks(meaning, visit));
                }
            }
            Block::Table(table) => {
                inlines(&table.caption, visit);
                table.head.iter().for_each(|cell| inlines(cell, visit));
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| inlines(cell, visit));
            }
            Block::Figure(figure) => inlines(&figure.caption, visit),
            Block::Facts(facts) => facts.iter().for_each(|(_, value)| inlines(value, visit)),
            Block::Code { .. } | Block::Anchor(_) | Block::Rule | Block::Signatures(_) | Block::Index => {}
        }
    }
}

fn inlines<'a>(list: &'a [Inline], visit: &mut dyn Visit<'a>) {
    for inline in list {
        visit.inline(inline);
        inlines(inline.inner().unwrap_or_default(), visit);
        if let Inline::Footnote(footnote) = inline {
            blocks(&footnote.blocks, visit);
        }
    }
}
