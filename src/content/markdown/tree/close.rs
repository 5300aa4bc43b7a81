//! The end of a frame: what each kind has become is handed to the one around it.

use super::Tree;
use super::emit::is_contents_mark;
use crate::content::markdown::frame::{Frame, FrameKind, Written};
use crate::content::markdown::{callout, fence, plain};
use crate::model::{Block, BlockKind, Definition, Footnote, Inline, ListItem, Mention};

impl Tree<'_> {
    /// Closes the innermost frame and hands what it has become to the one around it.
    pub(in crate::content::markdown) fn close_top(&mut self, end: usize) {
        self.flush();
        let Some(frame) = self.frames.pop() else { return };
        let end = if frame.written == Written::Implied { self.reached.max(frame.start) } else { end };
        self.reached = end;
        let place = (frame.start, end);
        let Frame { kind, mut blocks, mut inlines, footnotes, .. } = frame;
        if !kind.is_inline() {
            plain::trim(&mut inlines);
        }
        // A growing list takes room for more than it will hold: in a long text, most of its memory.
        inlines.shrink_to_fit();
        blocks.shrink_to_fit();
        match kind {
            FrameKind::Root | FrameKind::Suppressed => {}
            FrameKind::Split => blocks.into_iter().for_each(|block| self.emit_block(block)),
            FrameKind::Quote => {
                let kind = self.judge_quote(blocks, footnotes, place);
                self.emit(kind, place);
            }
            FrameKind::Item(task) => {
                let parts = self.is_parted(&blocks);
                let stands_apart = !is_withheld(&blocks) && self.is_behind_blank_line(place.0);
                if let FrameKind::List { items, parted, .. } = &mut self.top_mut().kind {
                    let follows = items.iter().any(|item: &ListItem<_>| !is_withheld(&item.blocks));
                    *parted |= parts || (follows && stands_apart);
                    items.push(ListItem { task, blocks });
                }
            }
            FrameKind::Details { open, summary } => {
                if !summary.is_empty() || !blocks.is_empty() {
                    self.emit(BlockKind::Details { summary, open, blocks }, place);
                }
            }
            FrameKind::Footnote(label) => self.footnotes.push(Footnote { label, blocks }),
            FrameKind::Meaning => self.add_meaning(blocks),
            FrameKind::List { start, tight, parted, items } => {
                // A blank line before a withheld block parts nothing: had the block never been written, there were none.
                let holds_withheld = || items.iter().flat_map(|item| &item.blocks).any(Block::is_internal);
                let tight = tight || (!parted && holds_withheld());
                if !items.is_empty() {
                    self.emit(BlockKind::List { start, tight, items }, place);
                }
            }
            FrameKind::Definitions(definitions) => {
                if !definitions.is_empty() {
                    self.emit(BlockKind::Definitions(definitions), place);
                }
            }
            FrameKind::Table(rows) => self.emit_table(rows, place),
            FrameKind::Row(cells) => {
                if let FrameKind::Table(table) = &mut self.top_mut().kind
                    && !cells.is_empty()
                {
                    table.rows.push(cells);
                }
            }
            FrameKind::Cell(mut cell) => {
                cell.content = inlines;
                if let FrameKind::Row(cells) = &mut self.top_mut().kind {
                    cells.push(cell);
                }
            }
            FrameKind::Paragraph => {
                let mark = match inlines.as_slice() {
                    [Inline::Text(text)] => text.strip_prefix('[').and_then(|text| text.strip_suffix(']')),
                    _ => None,
                };
                let is_comment = self.is_foreign_comment(&inlines, place);
                if !is_comment && !mark.is_some_and(is_contents_mark) && !plain::is_blank(&inlines) {
                    self.emit(BlockKind::Paragraph(inlines), place);
                }
            }
            FrameKind::Heading { level, id } => {
                let written = &self.text.value[place.0..place.1];
                let place = (place.0, place.0 + written.trim_end().len());
                if !plain::is_blank(&inlines) {
                    self.emit(BlockKind::Heading { level, id, content: inlines }, place);
                }
            }
            FrameKind::Caption => {
                if !inlines.is_empty() {
                    let caption = BlockKind::Paragraph(vec![Inline::Strong(inlines)]);
                    self.put_before(Block { kind: caption, span: self.text.range(place.0..place.1) });
                }
            }
            FrameKind::Summary => {
                if let FrameKind::Details { summary, .. } = &mut self.top_mut().kind {
                    *summary = inlines;
                }
            }
            FrameKind::Term => {
                if let FrameKind::Definitions(definitions) = &mut self.top_mut().kind {
                    definitions.push(Definition { term: inlines, meanings: Vec::new() });
                }
            }
            FrameKind::Preformatted(language) => {
                let mut text = plain::words(&inlines);
                text.push('\n');
                self.emit(BlockKind::Code { language, text }, place);
            }
            FrameKind::Code { info, mut text } => {
                // The last line of a text may end without one.
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                let kind = match fence::Fence::of(&info) {
                    fence::Fence::Code(language) => {
                        self.stray_mark |= language.as_deref() == Some(callout::INTERNAL);
                        BlockKind::Code { language, text }
                    }
                    fence::Fence::View { name, arguments } => BlockKind::View { name, arguments },
                };
                self.emit(kind, place);
            }
            FrameKind::Emphasis => self.emit_stretch(Inline::Emphasis, inlines),
            FrameKind::Strong => self.emit_stretch(Inline::Strong, inlines),
            FrameKind::Strikethrough => self.emit_stretch(Inline::Strikethrough, inlines),
            FrameKind::Superscript => self.emit_stretch(Inline::Superscript, inlines),
            FrameKind::Subscript => self.emit_stretch(Inline::Subscript, inlines),
            FrameKind::Mark => self.emit_stretch(Inline::Mark, inlines),
            FrameKind::Keyboard => self.emit_stretch(Inline::Keyboard, inlines),
            FrameKind::Abbreviation(meaning) => {
                self.emit_stretch(|content| Inline::Abbreviation { meaning, content }, inlines);
            }
            FrameKind::InlineCode => {
                let code = plain::words(&inlines);
                if !code.trim().is_empty() {
                    self.top_mut().inlines.push(Inline::Code(code));
                }
            }
            FrameKind::Link(link) => self.emit_link(link, inlines, place),
            FrameKind::Image(image) => self.emit_image(image, &inlines, (None, None), place),
        }
    }
    /// Whether a blank line stands between blocks that are not withheld.
    fn is_parted(&self, blocks: &[Block<Mention>]) -> bool {
        let seen = blocks.iter().filter(|block| !block.is_internal());
        seen.skip(1).any(|block| self.is_behind_blank_line(self.text.at(block.span.start)))
    }

    /// Whether the line before the one with this place is blank, in the quotes in which it stands.
    pub(super) fn is_behind_blank_line(&self, at: usize) -> bool {
        let before = &self.text.value[..at];
        let Some(end) = before.rfind('\n') else { return false };
        let quotes = before[end..].matches('>').count();
        let line = before[..end].rsplit('\n').next().unwrap_or_default();
        let inner = (0..quotes).fold(line, |rest, _| rest.trim_start().strip_prefix('>').unwrap_or(rest));
        inner.trim().is_empty()
    }
}

/// Whether nothing of an item is seen by who sees no withheld block.
fn is_withheld(blocks: &[Block<Mention>]) -> bool {
    !blocks.is_empty() && blocks.iter().all(Block::is_internal)
}
