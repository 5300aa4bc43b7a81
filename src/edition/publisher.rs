//! One record as an edition shows it.

use super::label::relabel;
use super::names::Names;
use crate::model::{
    Block, BlockKind, Caster, Definition, EntryId, Footnote, Image, Inline, ListItem, Prose, Safeguard, Target,
    ViewKey, Visit,
};
use crate::source::SourcePath;
use std::collections::{BTreeMap, BTreeSet};

/// What every publisher may look at.
pub(super) struct Context<'a> {
    /// The records that are shown.
    pub(super) visible: &'a BTreeSet<EntryId>,
    /// How people are called, where not by their names.
    pub(super) names: &'a Names,
    /// The ids that change with the names in them.
    pub(super) renamed: &'a BTreeMap<EntryId, EntryId>,
    /// Titles as the edition shows them, for links without words of their own.
    pub(super) titles: &'a BTreeMap<EntryId, String>,
    /// Whether internal blocks are shown.
    pub(super) internal: bool,
    /// The files that are withheld by what the settings say of them.
    pub(super) withheld_files: &'a BTreeSet<SourcePath>,
}

impl Context<'_> {
    pub(super) fn renamed(&self, id: EntryId) -> EntryId {
        self.renamed.get(&id).cloned().unwrap_or(id)
    }
}

/// Takes out of a record what its edition may not see.
pub(super) struct Publisher<'a> {
    context: &'a Context<'a>,
    /// The visible records it refers to, and in which fields.
    pub(super) mentions: BTreeMap<EntryId, BTreeSet<&'static str>>,
    /// The files it refers to.
    pub(super) files: BTreeSet<SourcePath>,
    /// The withheld files to which it referred.
    pub(super) left_out: BTreeSet<SourcePath>,
    /// The footnotes of the text at hand of which nothing may be seen.
    gone: BTreeSet<String>,
}

impl<'a> Publisher<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self {
            context,
            mentions: BTreeMap::new(),
            files: BTreeSet::new(),
            left_out: BTreeSet::new(),
            gone: BTreeSet::new(),
        }
    }

    fn blocks(&mut self, blocks: Vec<Block<EntryId>>, field: &'static str) -> Vec<Block<EntryId>> {
        blocks.into_iter().filter_map(|block| self.block(block, field)).collect()
    }

    /// A block, where something of it is left. One that was empty from the beginning stays.
    fn block(&mut self, block: Block<EntryId>, field: &'static str) -> Option<Block<EntryId>> {
        let kind = match block.kind {
            BlockKind::Paragraph(content) => {
                let content = self.line(content, field);
                if content.iter().all(is_blank) {
                    return None;
                }
                BlockKind::Paragraph(content)
            }
            BlockKind::Heading { level, id, content } => {
                let content = self.line(content, field);
                if content.iter().all(is_blank) {
                    return None;
                }
                BlockKind::Heading { level, id: self.context.names.slug(&id), content }
            }
            BlockKind::Code { language, text } => BlockKind::Code { language, text: self.words(text) },
            BlockKind::Quote(blocks) => BlockKind::Quote(self.left(blocks, field)?),
            BlockKind::Callout { kind, title, blocks } => {
                let had_blocks = !blocks.is_empty();
                let blocks = self.blocks(blocks, field);
                if had_blocks && blocks.is_empty() {
                    return None;
                }
                BlockKind::Callout { kind, title: self.line(title, field), blocks }
            }
            BlockKind::Internal(_) if !self.context.internal && !Safeguard::InternalBlocks.is_out() => return None,
            BlockKind::Internal(blocks) => BlockKind::Internal(self.blocks(blocks, field)),
            BlockKind::List { start, tight, items } => {
                let items: Vec<_> = items.into_iter().filter_map(|item| self.item(item, field)).collect();
                if items.is_empty() {
                    return None;
                }
                BlockKind::List { start, tight, items }
            }
            BlockKind::Definitions(definitions) => {
                let definitions: Vec<_> =
                    definitions.into_iter().filter_map(|definition| self.definition(definition, field)).collect();
                if definitions.is_empty() {
                    return None;
                }
                BlockKind::Definitions(definitions)
            }
            BlockKind::Table { alignments, head, rows } => BlockKind::Table {
                alignments,
                head: head.into_iter().map(|cell| self.line(cell, field)).collect(),
                rows: rows
                    .into_iter()
                    .map(|row| row.into_iter().map(|cell| self.line(cell, field)).collect())
                    .collect(),
            },
            BlockKind::Rule => BlockKind::Rule,
            BlockKind::View { name, arguments } => {
                let arguments: Option<Vec<_>> =
                    arguments.into_iter().map(|(key, value)| self.argument(key, value, field)).collect();
                BlockKind::View { name, arguments: arguments? }
            }
            BlockKind::Details { summary, open, blocks } => {
                let had_blocks = !blocks.is_empty();
                let blocks = self.blocks(blocks, field);
                if had_blocks && blocks.is_empty() {
                    return None;
                }
                BlockKind::Details { summary: self.line(summary, field), open, blocks }
            }
        };
        Some(Block { kind, span: block.span })
    }

    /// Footnotes that only withheld text used go with it, and so do those that only they used:
    /// nothing that they name is named.
    fn footnotes(
        &mut self,
        blocks: &[Block<EntryId>],
        footnotes: Vec<Footnote<EntryId>>,
        field: &'static str,
    ) -> Vec<Footnote<EntryId>> {
        let mut used = Used(BTreeSet::new());
        used.blocks(blocks);
        let mut waiting: BTreeMap<usize, Footnote<EntryId>> = footnotes.into_iter().enumerate().collect();
        let mut shown = BTreeMap::new();
        let is_used = |used: &Used, footnote: &Footnote<EntryId>| {
            used.0.contains(&footnote.label) || Safeguard::Footnotes.is_out()
        };
        while let Some(place) = waiting.iter().find(|(_, footnote)| is_used(&used, footnote)).map(|(place, _)| *place)
            && let Some(Footnote { label, blocks }) = waiting.remove(&place)
        {
            let blocks = self.blocks(blocks, field);
            used.blocks(&blocks);
            shown.insert(place, Footnote { label, blocks });
        }
        shown.into_values().collect()
    }

    /// A picture of a withheld record goes whole.
    fn argument(&mut self, key: String, value: String, field: &'static str) -> Option<(String, String)> {
        let Some(kind) = ViewKey::parse(&key).and_then(ViewKey::kind) else { return Some((key, value)) };
        let id = Caster::reference(self, EntryId::new(kind, value), field)?;
        Some((key, id.slug.to_string()))
    }

    fn left(&mut self, blocks: Vec<Block<EntryId>>, field: &'static str) -> Option<Vec<Block<EntryId>>> {
        let had_blocks = !blocks.is_empty();
        let blocks = self.blocks(blocks, field);
        (!had_blocks || !blocks.is_empty() || Safeguard::EmptiedBlocks.is_out()).then_some(blocks)
    }

    fn item(&mut self, item: ListItem<EntryId>, field: &'static str) -> Option<ListItem<EntryId>> {
        let blocks = self.left(item.blocks, field)?;
        Some(ListItem { task: item.task, blocks })
    }

    fn definition(&mut self, definition: Definition<EntryId>, field: &'static str) -> Option<Definition<EntryId>> {
        let had_meanings = !definition.meanings.is_empty();
        let meanings: Vec<_> =
            definition.meanings.into_iter().filter_map(|meaning| self.left(meaning, field)).collect();
        if had_meanings && meanings.is_empty() {
            return None;
        }
        Some(Definition { term: self.line(definition.term, field), meanings })
    }

    /// A line of text: links first, then the names in what is left, across emphasis and links.
    fn line(&mut self, inlines: Vec<Inline<EntryId>>, field: &'static str) -> Vec<Inline<EntryId>> {
        let mut inlines = self.inlines(inlines, field);
        squeeze(&mut inlines, false);
        trim(&mut inlines);
        self.context.names.replace_in(&mut inlines);
        inlines
    }

    fn inlines(&mut self, inlines: Vec<Inline<EntryId>>, field: &'static str) -> Vec<Inline<EntryId>> {
        let mut shown = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Emphasis(content) => self.wrapped(content, field, Inline::Emphasis, &mut shown),
                Inline::Strong(content) => self.wrapped(content, field, Inline::Strong, &mut shown),
                Inline::Strikethrough(content) => self.wrapped(content, field, Inline::Strikethrough, &mut shown),
                Inline::Superscript(content) => self.wrapped(content, field, Inline::Superscript, &mut shown),
                Inline::Subscript(content) => self.wrapped(content, field, Inline::Subscript, &mut shown),
                Inline::Mark(content) => self.wrapped(content, field, Inline::Mark, &mut shown),
                Inline::Keyboard(content) => self.wrapped(content, field, Inline::Keyboard, &mut shown),
                Inline::Abbreviation { meaning, content } => {
                    let meaning = self.words(meaning);
                    self.wrapped(content, field, |content| Inline::Abbreviation { meaning, content }, &mut shown);
                }
                Inline::Link { target, content, span } => {
                    let content = self.inlines(content, field);
                    match self.target(target, field) {
                        Some(target) => {
                            let content = match &target {
                                Target::Entry { id, .. } if content.is_empty() => {
                                    vec![Inline::Text(self.context.titles.get(id).cloned().unwrap_or_default())]
                                }
                                _ => content,
                            };
                            shown.push(Inline::Link { target, content, span });
                        }
                        None => shown.extend(content),
                    }
                }
                Inline::Image(image) => {
                    if let Some(target) = self.target(image.target, field) {
                        let alt = self.words(image.alt);
                        let title = image.title.map(|title| self.words(title));
                        shown.push(Inline::Image(Image {
                            target,
                            alt,
                            title,
                            ..image_frame(image.width, image.height, image.span)
                        }));
                    }
                }
                // Its number would tell that there was something.
                Inline::FootnoteReference(label) if self.gone.contains(&label) => {}
                other => shown.push(other),
            }
        }
        shown
    }

    /// The footnotes of which nothing is left, and those of which nothing is left without them.
    fn emptied(&self, footnotes: &[Footnote<EntryId>], field: &'static str) -> BTreeSet<String> {
        let mut trial = Publisher::new(self.context);
        if self.context.internal {
            return trial.gone;
        }
        let mut full: Vec<_> = footnotes.iter().filter(|footnote| !footnote.blocks.is_empty()).collect();
        loop {
            let before = full.len();
            // A footnote mostly refers to those after it.
            full = full
                .into_iter()
                .rev()
                .filter(|footnote| {
                    let is_left = !trial.blocks(footnote.blocks.clone(), field).is_empty();
                    if !is_left {
                        trial.gone.insert(footnote.label.clone());
                    }
                    is_left
                })
                .collect();
            full.reverse();
            if full.len() == before {
                return trial.gone;
            }
        }
    }

    fn wrapped(
        &mut self,
        content: Vec<Inline<EntryId>>,
        field: &'static str,
        wrap: impl FnOnce(Vec<Inline<EntryId>>) -> Inline<EntryId>,
        shown: &mut Vec<Inline<EntryId>>,
    ) {
        let content = self.inlines(content, field);
        if !content.is_empty() {
            shown.push(wrap(content));
        }
    }

    fn target(&mut self, target: Target<EntryId>, field: &'static str) -> Option<Target<EntryId>> {
        match target {
            Target::Entry { id, anchor } => {
                if !self.context.visible.contains(&id) && Safeguard::Links.is_out() {
                    return Some(Target::External(format!("https://{}", id.slug)));
                }
                let id = Caster::reference(self, id, field)?;
                Some(Target::Entry { id, anchor: anchor.map(|anchor| self.context.names.slug(&anchor)) })
            }
            Target::File(path) if self.context.withheld_files.contains(&path) => {
                self.left_out.insert(path);
                None
            }
            Target::File(path) => {
                self.files.insert(path.clone());
                Some(Target::File(path))
            }
            Target::Anchor(anchor) => Some(Target::Anchor(self.context.names.slug(&anchor))),
            Target::External(address) if self.context.names.are_in(&address) => None,
            other => Some(other),
        }
    }
}

fn image_frame(width: Option<u32>, height: Option<u32>, span: std::ops::Range<u32>) -> Image<EntryId> {
    Image { target: Target::Anchor(String::new()), alt: String::new(), title: None, width, height, span }
}

/// Takes away blanks at the ends of lines, and line ends around all of them: something withheld may
/// have stood behind them.
fn trim(inlines: &mut Vec<Inline<EntryId>>) {
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    let is_end = |inline: Option<&Inline<EntryId>>| {
        inline.is_none_or(|inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak))
    };
    for place in 0..inlines.len() {
        let begins = is_end(place.checked_sub(1).and_then(|before| inlines.get(before)));
        let ends = is_end(inlines.get(place + 1));
        if let Inline::Text(text) = &mut inlines[place] {
            if ends {
                text.truncate(text.trim_end_matches([' ', '\t']).len());
            }
            if begins {
                *text = text.trim_start_matches([' ', '\t']).to_owned();
            }
        }
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    while matches!(inlines.last(), Some(Inline::SoftBreak)) {
        inlines.pop();
    }
    let first = inlines.iter().position(|inline| !matches!(inline, Inline::SoftBreak)).unwrap_or(0);
    inlines.drain(..first);
}

/// Makes one blank of several: between two of them something withheld may have stood. `is_behind_blank` says whether
/// one stands before; so does what is given back, of what follows.
fn squeeze(inlines: &mut [Inline<EntryId>], is_behind_blank: bool) -> bool {
    inlines.iter_mut().fold(is_behind_blank, |mut is_behind_blank, inline| match inline {
        Inline::Text(text) => {
            text.retain(|letter| {
                let is_second = letter == ' ' && is_behind_blank;
                is_behind_blank = letter == ' ';
                !is_second
            });
            is_behind_blank
        }
        other => other.content_mut().is_some_and(|content| squeeze(content, is_behind_blank)),
    })
}

fn is_blank(inline: &Inline<EntryId>) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    }
}

impl Caster for Publisher<'_> {
    type From = EntryId;

    fn reference(&mut self, id: EntryId, field: &'static str) -> Option<EntryId> {
        if !self.context.visible.contains(&id) && !Safeguard::References.is_out() {
            return None;
        }
        let id = self.context.renamed(id);
        self.mentions.entry(id.clone()).or_default().insert(field);
        Some(id)
    }

    fn prose(&mut self, prose: Prose<EntryId>, field: &'static str) -> Prose<EntryId> {
        self.gone = self.emptied(&prose.footnotes, field);
        let blocks = self.blocks(prose.blocks, field);
        let footnotes = self.footnotes(&blocks, prose.footnotes, field);
        self.gone.clear();
        let mut prose = Prose { blocks, footnotes };
        relabel(&mut prose, self.context.names);
        prose
    }

    fn words(&mut self, words: String) -> String {
        self.context.names.replaced(&words).unwrap_or(words)
    }
}

/// The footnotes that a text refers to.
struct Used(BTreeSet<String>);

impl Visit<EntryId> for Used {
    fn inline(&mut self, inline: &Inline<EntryId>) {
        if let Inline::FootnoteReference(label) = inline {
            self.0.insert(label.clone());
        }
    }
}
