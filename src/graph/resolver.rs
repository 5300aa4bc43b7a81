//! One record's references, looked up.

mod target;
mod view;

use super::Reference;
use super::field;
use super::index::{Found, Index};
use super::place::Places;
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::model::{
    Audiences, Block, BlockKind, Caster, Definition, EntryId, Footnote, Image, Inline, Kind, ListItem, Mention, Prose,
    Role, Target, Vocabulary, slug,
};
use crate::source::{SourceFile, SourcePath, SourceTree, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use target::{decode, find_anchor, split_anchor};

/// What every resolver may look at.
pub(super) struct Context<'a> {
    pub(super) index: Index,
    pub(super) places: Places<'a>,
    pub(super) anchors: HashMap<EntryId, HashSet<String>>,
    pub(super) introduction_anchors: BTreeMap<Kind, HashSet<String>>,
    /// The anchors of headings that have become titles and fields: what leads there leads to the whole record.
    pub(super) record_anchors: HashMap<EntryId, Vec<String>>,
    /// Kinds of which something could not be read.
    pub(super) unread: BTreeSet<Kind>,
    /// What records may be called whose ids are in doubt.
    pub(super) doubtful_names: BTreeSet<(Kind, String)>,
    /// Who may see each record, and whether it is a draft.
    pub(super) readers: HashMap<EntryId, (Audiences, bool)>,
    pub(super) sources: &'a SourceTree,
    /// Whether a broken link is an error.
    pub(super) link_severity: Severity,
}

impl Context<'_> {
    /// What a name stands for in a record: of several, the only one that all see who see the record. Those that are
    /// withheld from some of them must not be seen in what becomes of a reference.
    fn look_up_for(&self, from: &EntryId, written: &str, kinds: &[Kind]) -> Found {
        let found = self.index.look_up(written, kinds);
        let (Found::Several(candidates), Some((readers, is_draft))) = (&found, self.readers.get(from)) else {
            return found;
        };
        let is_shown = |candidate: &&EntryId| {
            self.readers.get(*candidate).is_none_or(|(others, draft)| readers.see(others) && (*is_draft || !draft))
        };
        let shown: Vec<&EntryId> = candidates.iter().filter(is_shown).collect();
        match shown[..] {
            [one] => Found::One(one.clone()),
            _ => found,
        }
    }

    /// Whether a record that is not found may be one that could not be read, which has been said.
    pub(super) fn may_be_unread(&self, kinds: &[Kind], written: &str) -> bool {
        let name = written.rsplit('/').next().unwrap_or(written);
        let name = name.split_once(':').map_or(name, |(_, name)| name);
        let key = slug(name);
        kinds.iter().any(|kind| self.unread.contains(kind) || self.doubtful_names.contains(&(*kind, key.clone())))
    }

    /// The place of some words inside of a larger place; that one where they are not found.
    fn inside(&self, place: &Span, words: &str) -> Span {
        let bytes = self.sources.get(&place.file).map(SourceFile::bytes);
        let found = bytes
            .and_then(|bytes| std::str::from_utf8(bytes.get(place.start as usize..place.end as usize)?).ok())
            .filter(|_| !words.is_empty())
            .and_then(|written| written.find(words));
        found.map_or_else(
            || place.clone(),
            |at| {
                let start = place.start as usize + at;
                Span::new(&place.file, start..start + words.len())
            },
        )
    }
}

/// Looks up the references of one record.
pub(super) struct Resolver<'a> {
    context: &'a Context<'a>,
    from: EntryId,
    file: SourcePath,
    own_anchors: &'a HashSet<String>,
    /// Where its fields stand.
    fields: &'a BTreeMap<String, Span>,
    pub(super) references: Vec<Reference>,
    pub(super) files: BTreeSet<SourcePath>,
    pub(super) spellings: Vec<(EntryId, Mention)>,
    pub(super) report: Report,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        context: &'a Context<'a>,
        from: EntryId,
        file: SourcePath,
        own_anchors: &'a HashSet<String>,
        fields: &'a BTreeMap<String, Span>,
    ) -> Self {
        Self {
            context,
            from,
            file,
            own_anchors,
            fields,
            references: Vec::new(),
            files: BTreeSet::new(),
            spellings: Vec::new(),
            report: Report::new(),
        }
    }

    fn refer(&mut self, to: &EntryId, field: &'static str, place: Span) {
        if *to != self.from {
            self.references.push(Reference { from: self.from.clone(), to: to.clone(), field, place: Some(place) });
        }
    }

    fn unknown(&self, mention: &Mention, kinds: &[Kind], noun: &str) -> Diagnostic {
        let message = format!("there is no {noun} \"{}\"", mention.text);
        let complaint = Diagnostic::error(Code::UnknownReference, mention.span.clone(), message);
        if let Some(list) = self.as_list(mention, kinds) {
            return complaint.hint(format!("write a list: {list}"));
        }
        let roles = Role::ALL.iter().filter(|_| kinds.len() > 1).map(|role| role.as_str());
        let complaint = self.suggest(complaint, &mention.text, kinds, self.context.index.names(kinds).chain(roles));
        let complaint =
            if complaint.hints.is_empty() { complaint.hint(self.there_are(kinds, noun)) } else { complaint };
        match kinds {
            [kind] if field::can_be_implied(*kind) => {
                let register = if *kind == Kind::Organisation { "people" } else { kind.folder() };
                complaint.hint(format!("or add it to content/{register}.yaml"))
            }
            _ => complaint,
        }
    }

    /// The list that was meant by names with commas between them, where one value stands in the place
    /// of a list and every name is known.
    fn as_list(&self, mention: &Mention, kinds: &[Kind]) -> Option<String> {
        let parts: Vec<&str> = mention.text.split(',').map(str::trim).collect();
        let is_known = |part: &&str| matches!(self.context.look_up_for(&self.from, part, kinds), Found::One(_));
        if parts.len() < 2 || !parts.iter().all(is_known) {
            return None;
        }
        let is_alone = |(path, place): (&String, &Span)| {
            *place == mention.span
                && path.strip_suffix("[0]").is_some_and(|list| self.fields.get(list) == Some(&mention.span))
        };
        self.fields.iter().any(is_alone).then(|| format!("[{}]", parts.join(", ")))
    }

    /// With the name that was probably meant, if need be behind another prefix.
    fn suggest<'n>(
        &self,
        complaint: Diagnostic,
        written: &str,
        kinds: &[Kind],
        names: impl Iterator<Item = &'n str>,
    ) -> Diagnostic {
        let complaint = complaint.did_you_mean(written, names);
        let behind = written.split_once(':').map(|(_, name)| name.trim());
        match behind.map(|name| self.context.index.look_up(name, kinds)) {
            Some(Found::One(id)) if complaint.hints.is_empty() => complaint.hint(format!("did you mean \"{id}\"?")),
            _ => complaint,
        }
    }

    /// The first of the records that a field takes.
    fn there_are(&self, kinds: &[Kind], noun: &str) -> String {
        const SHOWN: usize = 8;
        let ids = self.context.index.ids(kinds);
        let shown: Vec<&str> = ids.iter().take(SHOWN).map(|id| &*id.slug).collect();
        match ids.len() {
            0 => format!("no {noun} is recorded"),
            count if count > SHOWN => format!("there are {count}, among them {}", shown.join(", ")),
            _ => format!("there are: {}", shown.join(", ")),
        }
    }

    fn several(mention: &Mention, candidates: &[EntryId]) -> Diagnostic {
        let names: Vec<String> = candidates.iter().map(ToString::to_string).collect();
        Diagnostic::error(
            Code::AmbiguousReference,
            mention.span.clone(),
            format!("\"{}\" could be any of {} records", mention.text, names.len()),
        )
        .hint(format!("write one of: {}", names.join(", ")))
    }

    fn blocks(&mut self, blocks: Vec<Block<Mention>>, field: &'static str) -> Vec<Block<EntryId>> {
        let resolve =
            |block: Block<Mention>| Block { kind: self.block(block.kind, field, &block.span), span: block.span };
        blocks.into_iter().map(resolve).collect()
    }

    fn block(&mut self, kind: BlockKind<Mention>, field: &'static str, span: &Range<u32>) -> BlockKind<EntryId> {
        match kind {
            BlockKind::Paragraph(content) => BlockKind::Paragraph(self.inlines(content, field)),
            BlockKind::Heading { level, id, content } => {
                BlockKind::Heading { level, id, content: self.inlines(content, field) }
            }
            BlockKind::Code { language, text } => BlockKind::Code { language, text },
            BlockKind::Quote(blocks) => BlockKind::Quote(self.blocks(blocks, field)),
            BlockKind::Callout { kind, title, blocks } => {
                BlockKind::Callout { kind, title: self.inlines(title, field), blocks: self.blocks(blocks, field) }
            }
            BlockKind::Internal(blocks) => BlockKind::Internal(self.blocks(blocks, field)),
            BlockKind::List { start, tight, items } => BlockKind::List {
                start,
                tight,
                items: items
                    .into_iter()
                    .map(|item| ListItem { task: item.task, blocks: self.blocks(item.blocks, field) })
                    .collect(),
            },
            BlockKind::Definitions(definitions) => BlockKind::Definitions(
                definitions
                    .into_iter()
                    .map(|definition| Definition {
                        term: self.inlines(definition.term, field),
                        meanings: definition.meanings.into_iter().map(|meaning| self.blocks(meaning, field)).collect(),
                    })
                    .collect(),
            ),
            BlockKind::Table { alignments, head, rows } => BlockKind::Table {
                alignments,
                head: head.into_iter().map(|cell| self.inlines(cell, field)).collect(),
                rows: rows
                    .into_iter()
                    .map(|row| row.into_iter().map(|cell| self.inlines(cell, field)).collect())
                    .collect(),
            },
            BlockKind::Rule => BlockKind::Rule,
            BlockKind::View { name, arguments } => self.view(name, arguments, field, span),
            BlockKind::Details { summary, open, blocks } => {
                BlockKind::Details { summary: self.inlines(summary, field), open, blocks: self.blocks(blocks, field) }
            }
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline<Mention>>, field: &'static str) -> Vec<Inline<EntryId>> {
        let mut resolved = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => resolved.push(Inline::Text(text)),
                Inline::Code(text) => resolved.push(Inline::Code(text)),
                Inline::Emphasis(content) => resolved.push(Inline::Emphasis(self.inlines(content, field))),
                Inline::Strong(content) => resolved.push(Inline::Strong(self.inlines(content, field))),
                Inline::Strikethrough(content) => resolved.push(Inline::Strikethrough(self.inlines(content, field))),
                Inline::Superscript(content) => resolved.push(Inline::Superscript(self.inlines(content, field))),
                Inline::Subscript(content) => resolved.push(Inline::Subscript(self.inlines(content, field))),
                Inline::Mark(content) => resolved.push(Inline::Mark(self.inlines(content, field))),
                Inline::Keyboard(content) => resolved.push(Inline::Keyboard(self.inlines(content, field))),
                Inline::Abbreviation { meaning, content } => {
                    resolved.push(Inline::Abbreviation { meaning, content: self.inlines(content, field) });
                }
                Inline::FootnoteReference(label) => resolved.push(Inline::FootnoteReference(label)),
                Inline::SoftBreak => resolved.push(Inline::SoftBreak),
                Inline::HardBreak => resolved.push(Inline::HardBreak),
                Inline::Link { target, content, span } => {
                    let content = self.inlines(content, field);
                    self.link(target, content, span, field, &mut resolved);
                }
                Inline::Image(image) => self.image(image, field, &mut resolved),
            }
        }
        resolved
    }

    fn link(
        &mut self,
        target: Target<Mention>,
        content: Vec<Inline<EntryId>>,
        span: Range<u32>,
        field: &'static str,
        resolved: &mut Vec<Inline<EntryId>>,
    ) {
        if let Target::Anchor(anchor) = &target {
            let anchor = decode(anchor);
            let of_record = self.context.record_anchors.get(&self.from);
            match find_anchor(self.own_anchors, &anchor) {
                // Its heading is the title of this record or one of its fields, and so the whole of it is meant.
                Some(anchor) if of_record.is_some_and(|own| own.contains(&anchor)) => {
                    let target = Target::Entry { id: self.from.clone(), anchor: None };
                    resolved.push(Inline::Link { target, content, span });
                }
                Some(anchor) => resolved.push(Inline::Link { target: Target::Anchor(anchor), content, span }),
                None => {
                    let place = Span { file: self.file.clone(), start: span.start, end: span.end };
                    let place = self.context.inside(&place, &format!("#{anchor}"));
                    let own = self.own_anchors;
                    self.broken_anchor(&anchor, Some(own), &place);
                    resolved.extend(content);
                }
            }
            return;
        }
        let words = match &target {
            Target::Entry { id, .. } if content.is_empty() => Some(split_anchor(&id.text).0.to_owned()),
            _ => None,
        };
        match (self.target(target, field, false), words) {
            // An unlabelled wikilink takes the title of its record when that is known to be visible.
            (Some(target), _) => resolved.push(Inline::Link { target, content, span }),
            (None, Some(words)) => resolved.push(Inline::Text(words)),
            (None, None) => resolved.extend(content),
        }
    }

    fn image(&mut self, image: Image<Mention>, field: &'static str, resolved: &mut Vec<Inline<EntryId>>) {
        let Image { target, alt, title, width, height, span } = image;
        match self.target(target, field, true) {
            Some(target) => resolved.push(Inline::Image(Image { target, alt, title, width, height, span })),
            None if alt.is_empty() => {}
            None => resolved.push(Inline::Text(alt)),
        }
    }
}

impl Caster for Resolver<'_> {
    type From = Mention;

    fn reference(&mut self, mention: Mention, field: &'static str) -> Option<EntryId> {
        let (kinds, noun) = field::kinds(field);
        let id = match self.context.look_up_for(&self.from, &mention.text, kinds) {
            Found::One(id) => id,
            Found::Several(candidates) => {
                self.report.push(Self::several(&mention, &candidates));
                return None;
            }
            Found::OtherKind(id) => {
                let kind = with_article(&id.kind.as_str().replace('-', " "));
                let noun = with_article(noun);
                let message = format!("\"{}\" is {kind}, and not {noun}", mention.text);
                let complaint = Diagnostic::error(Code::WrongKind, mention.span.clone(), message)
                    .did_you_mean(&mention.text, self.context.index.names(kinds));
                self.report.push(complaint.hint(format!("write the id or the name of {noun}")));
                return None;
            }
            Found::Nothing if slug(&mention.text).is_empty() => {
                self.report.push(
                    Diagnostic::warning(
                        Code::EmptyValue,
                        mention.span,
                        format!("\"{}\" names no {noun}", mention.text),
                    )
                    .hint("leave it out where nobody knows"),
                );
                return None;
            }
            Found::Nothing if self.context.may_be_unread(kinds, &mention.text) => return None,
            Found::Nothing => {
                let complaint = self.unknown(&mention, kinds, noun);
                self.report.push(complaint);
                return None;
            }
        };
        self.refer(&id, field, mention.span.clone());
        self.spellings.push((id.clone(), mention));
        Some(id)
    }

    fn prose(&mut self, prose: Prose<Mention>, field: &'static str) -> Prose<EntryId> {
        Prose {
            blocks: self.blocks(prose.blocks, field),
            footnotes: prose
                .footnotes
                .into_iter()
                .map(|footnote| Footnote { label: footnote.label, blocks: self.blocks(footnote.blocks, field) })
                .collect(),
        }
    }

    fn words(&mut self, words: String) -> String {
        words
    }
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
