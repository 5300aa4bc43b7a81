//! From the text of a record to the tree of the book, block by block.

use super::composer::Composer;
use super::links;
use super::tree::{
    self, Align, Block, Definition, Figure, Footnote, Inline, Item, MAX_DEPTH, Picture, Row, Run, Table, Target,
};
use crate::model::{self, Alignment, BlockKind, EntryId, Prose, View};
use crate::render::highlight::Tone;
use crate::render::plain;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// One text on its way into the book.
pub(super) struct Reader<'c, 'p> {
    composer: &'c mut Composer<'p>,
    /// The id of the record, under which its headings stand.
    scope: String,
    footnotes: BTreeMap<&'c str, Arc<Footnote>>,
    /// What to take off the levels of headings, so that the highest is 1.
    shift: u8,
}

impl<'c, 'p> Reader<'c, 'p> {
    /// Reads a text of the record with that id.
    pub(super) fn read(composer: &'c mut Composer<'p>, prose: &'c Prose<EntryId>, scope: &EntryId) -> Vec<Block> {
        let levels = prose.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { level, .. } => Some(*level),
            _ => None,
        });
        let shift = levels.min().unwrap_or(1).saturating_sub(1);
        let mut reader = Self { composer, scope: scope.to_string(), footnotes: BTreeMap::new(), shift };
        // A footnote may refer to one before it; one after it is found on the second round.
        for _ in 0..2 {
            for footnote in &prose.footnotes {
                let blocks = reader.blocks(&footnote.blocks, MAX_DEPTH - 2);
                let id = reader.composer.next_footnote();
                reader.footnotes.insert(&footnote.label, Arc::new(Footnote { id, blocks }));
            }
            if prose.footnotes.len() < 2 {
                break;
            }
        }
        reader.blocks(&prose.blocks, 0)
    }

    fn blocks(&mut self, blocks: &[model::Block<EntryId>], depth: usize) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(&block.kind, depth, &mut out);
        }
        out
    }

    fn block(&mut self, block: &BlockKind<EntryId>, depth: usize, out: &mut Vec<Block>) {
        // What stands deeper than anybody reads is set beside its parent.
        if depth >= MAX_DEPTH
            && let BlockKind::Quote(inner)
            | BlockKind::Internal(inner)
            | BlockKind::Callout { blocks: inner, .. }
            | BlockKind::Details { blocks: inner, .. } = block
        {
            out.extend(self.blocks(inner, depth));
            return;
        }
        match block {
            BlockKind::Paragraph(content) => {
                if let Some(figure) = self.figure(content) {
                    out.push(figure);
                    return;
                }
                out.push(Block::Paragraph(self.indexed(content)));
            }
            BlockKind::Heading { level, id, content } => {
                let id = Some(Composer::anchor_of(&self.scope, id));
                let level = level.saturating_sub(self.shift).max(1);
                out.push(Block::Heading { level, id, text: self.indexed(content) });
            }
            BlockKind::Code { language, text } => {
                let runs = self.composer.publication.colours.runs(language.as_deref(), text);
                let lines = lines(text, runs.iter().flat_map(|runs| &**runs));
                out.push(Block::Code { language: language.clone(), lines });
            }
            BlockKind::Quote(inner) => out.push(Block::Quote { blocks: self.blocks(inner, depth + 1), by: Vec::new() }),
            // Only the internal edition still has these.
            BlockKind::Internal(inner) => {
                let title = vec![Inline::Text(self.composer.words.say("callout-internal").into_owned())];
                let blocks = self.blocks(inner, depth + 1);
                out.push(Block::Callout { kind: model::Callout::Caution, title, blocks });
            }
            BlockKind::Callout { kind, title, blocks } => {
                let mut title = self.indexed(title);
                if title.is_empty() {
                    title.push(Inline::Text(self.composer.words.callout(*kind).into_owned()));
                }
                out.push(Block::Callout { kind: *kind, title, blocks: self.blocks(blocks, depth + 1) });
            }
            BlockKind::List { start, tight, items } => {
                let items: Vec<Item> = items
                    .iter()
                    .map(|item| Item { task: item.task, blocks: self.blocks(&item.blocks, depth + 1) })
                    .collect();
                if depth >= MAX_DEPTH {
                    out.extend(items.into_iter().flat_map(|item| item.blocks));
                } else {
                    out.push(Block::List { start: *start, tight: *tight, items });
                }
            }
            BlockKind::Definitions(definitions) => {
                let definitions = definitions
                    .iter()
                    .map(|definition| Definition {
                        id: None,
                        term: self.indexed(&definition.term),
                        meanings: definition.meanings.iter().map(|blocks| self.blocks(blocks, depth + 1)).collect(),
                    })
                    .collect();
                out.push(Block::Definitions(definitions));
            }
            BlockKind::Table { alignments, head, rows } => out.push(Block::Table(self.table(alignments, head, rows))),
            BlockKind::Rule => out.push(Block::Rule),
            BlockKind::View { name, arguments } => {
                out.extend(
                    View::parse(name).map(|view| self.composer.view_of_note(view, arguments)).unwrap_or_default(),
                );
            }
            BlockKind::Details { summary, blocks, .. } => {
                out.push(Block::Details { summary: self.indexed(summary), blocks: self.blocks(blocks, depth + 1) });
            }
        }
    }

    /// An image that stands alone and has a title is a figure; its title is the caption.
    fn figure(&mut self, content: &[model::Inline<EntryId>]) -> Option<Block> {
        let [model::Inline::Image(image)] = content else { return None };
        let (title, model::Target::File(path)) = (image.title.as_ref()?, &image.target) else { return None };
        let picture = Picture::Image(self.composer.image(path)?, image.width);
        Some(Block::Figure(Figure {
            id: Some(self.composer.next_figure()),
            picture,
            alt: image.alt.clone(),
            caption: vec![Inline::Text(title.clone())],
        }))
    }

    fn table(
        &mut self,
        alignments: &[Alignment],
        head: &[Vec<model::Inline<EntryId>>],
        rows: &[Vec<Vec<model::Inline<EntryId>>>],
    ) -> Table {
        // Markdown has no table without a head: where it is left empty, the first cells say what the rows are about.
        let says =
            |inline: &model::Inline<EntryId>| !matches!(inline, model::Inline::Text(text) if text.trim().is_empty());
        let has_head = head.iter().flatten().any(says);
        Table {
            columns: alignments
                .iter()
                .map(|alignment| match alignment {
                    Alignment::Natural | Alignment::Left => Align::Start,
                    Alignment::Center => Align::Center,
                    Alignment::Right => Align::End,
                })
                .collect(),
            head: head.iter().filter(|_| has_head).map(|cell| self.indexed(cell)).collect(),
            rows: rows
                .iter()
                .map(|cells| Row { id: None, cells: cells.iter().map(|cell| self.indexed(cell)).collect() })
                .collect(),
            row_heads: !has_head,
            ..Table::default()
        }
    }

    /// The same with marks for the index of what it names.
    fn indexed(&mut self, content: &[model::Inline<EntryId>]) -> Vec<Inline> {
        let mut text = self.inlines(content);
        self.composer.mark_terms(&plain::inline(content), &mut text);
        text
    }

    fn inlines(&mut self, content: &[model::Inline<EntryId>]) -> Vec<Inline> {
        let mut out = Vec::with_capacity(content.len());
        for inline in content {
            self.inline(inline, &mut out);
        }
        out
    }

    fn inline(&mut self, inline: &model::Inline<EntryId>, out: &mut Vec<Inline>) {
        let made = match inline {
            model::Inline::Text(text) => return add_text(text, out),
            model::Inline::SoftBreak => return add_text(" ", out),
            model::Inline::Code(text) => Inline::Code(text.clone()),
            model::Inline::Emphasis(content) => Inline::Emphasis(self.inlines(content)),
            model::Inline::Strong(content) => Inline::Strong(self.inlines(content)),
            model::Inline::Strikethrough(content) => Inline::Strike(self.inlines(content)),
            model::Inline::Superscript(content) => Inline::Superscript(self.inlines(content)),
            model::Inline::Subscript(content) => Inline::Subscript(self.inlines(content)),
            model::Inline::Mark(content) => Inline::Highlight(self.inlines(content)),
            model::Inline::Keyboard(content) => Inline::Key(self.inlines(content)),
            model::Inline::Abbreviation { meaning, content } => {
                Inline::Abbreviation { meaning: meaning.clone(), text: self.inlines(content) }
            }
            model::Inline::Link { target, content, .. } => {
                let mut text = self.inlines(content);
                // On paper "here" leads nowhere, and who hears only the links of a page hears ten times "here".
                if links::says_nothing(&tree::plain(&text))
                    && let Some(name) = self.name_of(target)
                {
                    text.push(Inline::Text(self.composer.words.with_more("", &name)));
                }
                Inline::Link { to: self.target(target), text }
            }
            model::Inline::Image(image) => {
                let name = match &image.target {
                    model::Target::File(path) => self.composer.image(path),
                    _ => None,
                };
                match name {
                    Some(name) => Inline::Image { name, alt: image.alt.clone(), width: image.width },
                    None => return add_text(&image.alt, out),
                }
            }
            model::Inline::FootnoteReference(label) => match self.footnotes.get(label.as_str()) {
                Some(footnote) => Inline::Footnote(Arc::clone(footnote)),
                None => return,
            },
            model::Inline::HardBreak => Inline::Break,
        };
        out.push(made);
    }

    /// What a link leads to is called.
    fn name_of(&self, target: &model::Target<EntryId>) -> Option<String> {
        match target {
            model::Target::Entry { id, .. } => {
                self.composer.publication.edition.get(id).map(|entry| entry.title.clone())
            }
            model::Target::Register(kind) => Some(self.composer.words.kinds(*kind).into_owned()),
            model::Target::File(path) => path.as_str().rsplit('/').next().map(str::to_owned),
            model::Target::External(url) => {
                let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
                (!host.is_empty()).then(|| host.to_owned())
            }
            model::Target::Anchor(_) => None,
        }
    }

    fn target(&self, target: &model::Target<EntryId>) -> Target {
        match target {
            model::Target::Entry { id, anchor: None } => Target::Id(id.to_string()),
            model::Target::Entry { id, anchor: Some(anchor) } => {
                Target::Id(Composer::anchor_of(&id.to_string(), anchor))
            }
            model::Target::Anchor(anchor) => Target::Id(Composer::anchor_of(&self.scope, anchor)),
            model::Target::Register(kind) => Target::Id(super::chapter::of_register(*kind)),
            model::Target::File(path) => Target::File(path.as_str().to_owned()),
            model::Target::External(url) => Target::Url(url.clone()),
        }
    }
}

/// Program text by lines, each in stretches of one colour.
fn lines<'r>(text: &str, runs: impl Iterator<Item = &'r (Range<usize>, Tone)>) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    let mut add = |text: &str, tone: Option<Tone>| {
        for (position, piece) in text.split('\n').enumerate() {
            if position > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && !piece.is_empty()
            {
                line.push(Run { tone, text: piece.to_owned() });
            }
        }
    };
    let mut from = 0;
    // The end of the last line begins no other.
    let end = text.strip_suffix('\n').unwrap_or(text).len();
    for (range, tone) in runs {
        let range = range.start.min(end)..range.end.min(end);
        add(&text[from..range.start], None);
        add(&text[range.clone()], Some(*tone));
        from = range.end;
    }
    add(&text[from..end], None);
    lines
}

fn add_text(text: &str, out: &mut Vec<Inline>) {
    match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

/// A text for a cell or a line: its paragraphs one below the other, lists as lines with a bullet,
/// what needs room of its own left to the places that have it.
pub(super) fn in_a_cell(blocks: Vec<Block>) -> Vec<Inline> {
    let mut out = Vec::new();
    add_cell(blocks, "", &mut out);
    out
}

fn add_cell(blocks: Vec<Block>, bullet: &str, out: &mut Vec<Inline>) {
    for block in blocks {
        let line = |out: &mut Vec<Inline>, content: Vec<Inline>| {
            if out.iter().any(|inline| !matches!(inline, Inline::Mark(_))) {
                out.push(Inline::Break);
            }
            if !bullet.is_empty() {
                out.push(Inline::Text(bullet.to_owned()));
            }
            out.extend(content);
        };
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => line(out, text),
            Block::Code { lines, .. } => {
                for runs in lines {
                    line(out, vec![Inline::Code(runs.into_iter().map(|run| run.text).collect())]);
                }
            }
            Block::Quote { blocks, .. } | Block::Callout { blocks, .. } | Block::Details { blocks, .. } => {
                add_cell(blocks, bullet, out);
            }
            Block::List { items, .. } => items.into_iter().for_each(|item| add_cell(item.blocks, "• ", out)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    line(out, vec![Inline::Strong(definition.term)]);
                    definition.meanings.into_iter().for_each(|meaning| add_cell(meaning, bullet, out));
                }
            }
            Block::Table(table) => {
                for row in table.rows {
                    let mut content = Vec::new();
                    for cell in row.cells {
                        if !content.is_empty() {
                            content.push(Inline::Text("; ".to_owned()));
                        }
                        content.extend(cell);
                    }
                    line(out, content);
                }
            }
            Block::Figure(figure) => {
                if let Picture::Image(name, width) = figure.picture {
                    line(out, vec![Inline::Image { name, alt: figure.alt, width }]);
                }
            }
            Block::Facts(_) | Block::Anchor(_) | Block::Rule | Block::Signatures(_) | Block::Index => {}
        }
    }
}
