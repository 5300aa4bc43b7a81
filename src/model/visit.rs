use super::{Block, BlockKind, Inline, Prose};

/// A walk over all blocks and inline stretches of a text, outer before inner.
pub trait Visit<R> {
    /// Called for every block.
    fn block(&mut self, _block: &Block<R>) {}

    /// Called for every inline stretch.
    fn inline(&mut self, _inline: &Inline<R>) {}

    /// Walks a text.
    fn prose(&mut self, prose: &Prose<R>) {
        self.blocks(&prose.blocks);
        for footnote in &prose.footnotes {
            self.blocks(&footnote.blocks);
        }
    }

    /// Walks blocks.
    fn blocks(&mut self, blocks: &[Block<R>]) {
        for block in blocks {
            self.block(block);
            match &block.kind {
                BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => self.inlines(content),
                BlockKind::Code { .. } | BlockKind::Rule | BlockKind::View { .. } => {}
                BlockKind::Quote(blocks) | BlockKind::Internal(blocks) => self.blocks(blocks),
                BlockKind::Callout { title: content, blocks, .. }
                | BlockKind::Details { summary: content, blocks, .. } => {
                    self.inlines(content);
                    self.blocks(blocks);
                }
                BlockKind::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.inlines(&definition.term);
                        definition.meanings.iter().for_each(|meaning| self.blocks(meaning));
                    }
                }
                BlockKind::Table { head, rows, .. } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|cell| self.inlines(cell));
                }
            }
        }
    }

    /// Walks inline stretches.
    fn inlines(&mut self, inlines: &[Inline<R>]) {
        for inline in inlines {
            self.inline(inline);
            self.inlines(inline.content());
        }
    }
}
