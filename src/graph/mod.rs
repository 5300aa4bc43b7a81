//! Every reference resolved, or complained of.
//!
//! In: a corpus as written. Out: a [`Graph`] of `Entry<EntryId>`, the records that are only
//! implied among them, with every reference from one to another; and the complaints that need more
//! than one record to see.
//!
//! *Invariant:* all of it is for the internal edition; nobody but `edition` may read it.

mod calendar;
mod check;
mod field;
mod implied;
mod index;
mod place;
mod resolver;
mod tie;

use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity, nearest};
use crate::model::{
    Audiences, BlockKind, Corpus, Engagement, Entry, EntryId, Kind, Mention, Prose, Recast, Visit, Walk, Walker,
};
use crate::source::{SourcePath, SourceTree, Span};
use index::{Found, Index};
use jiff::civil::Date;
use place::Places;
use rayon::prelude::*;
use resolver::{Context, Resolver};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// All records, resolved.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The engagement.
    pub engagement: Engagement<EntryId>,
    /// Every record.
    pub entries: BTreeMap<EntryId, Entry<EntryId>>,
    /// Introductions of registers.
    pub introductions: BTreeMap<Kind, Entry<EntryId>>,
    /// Introductions of the book's chapters.
    pub chapters: BTreeMap<String, Entry<EntryId>>,
    /// Every reference from one record to another, in the order of who refers.
    pub references: Vec<Reference>,
    /// Files below `content/` that a record refers to.
    pub files: BTreeSet<SourcePath>,
    /// Who may see the files of which the settings say it.
    pub restricted: BTreeMap<SourcePath, Audiences>,
    /// How implied records are called by those that imply them.
    pub spellings: BTreeMap<EntryId, Vec<Spelling>>,
    /// The records that the book leaves out on purpose.
    pub left_out: BTreeSet<EntryId>,
    /// What counts as today.
    pub today: Date,
}

/// One reference from a record to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// Who refers.
    pub from: EntryId,
    /// To whom.
    pub to: EntryId,
    /// In which field; `body` and the names of text fields for prose.
    pub field: &'static str,
    /// Where it is written; none where it is not written at all (the session of its own decision).
    pub place: Option<Span>,
}

/// How one record calls another that nobody wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    /// Who calls it so.
    pub from: EntryId,
    /// What it is called.
    pub name: String,
}

/// How strictly references are looked up.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// What a broken link or a missing image is.
    pub links: Severity,
    /// Whether a name without a register entry is implied although there is a register.
    pub registers_open: bool,
    /// What counts as today.
    pub today: Date,
}

/// Resolves every reference.
pub fn resolve(corpus: Corpus, sources: &SourceTree, rules: Rules) -> Outcome<Graph> {
    let mut report = Report::new();
    let mut index = Index::new(corpus.entries.iter(), &mut report);
    let mut graph = Graph { today: rules.today, ..Graph::default() };
    for entry in imply(&corpus, rules, &mut index) {
        graph.entries.insert(entry.id.clone(), entry);
    }
    let context = Context {
        index,
        places: Places::new(&corpus, sources),
        record_anchors: corpus
            .entries
            .iter()
            .map(|entry| (entry.id.clone(), entry.origin.record_anchors.clone()))
            .collect(),
        anchors: corpus.entries.iter().map(|entry| (entry.id.clone(), anchors(entry))).collect(),
        readers: corpus
            .entries
            .iter()
            .map(|entry| (entry.id.clone(), (entry.audiences.clone(), entry.draft)))
            .collect(),
        introduction_anchors: corpus.introductions.iter().map(|(kind, entry)| (*kind, anchors(entry))).collect(),
        link_severity: rules.links,
        unread: corpus.unread,
        doubtful_names: corpus.doubtful_names,
        sources,
    };
    let Corpus { engagement, entries, introductions, chapters, excluded, restricted, .. } = corpus;
    graph.restricted = restricted;

    let resolved: Vec<Resolved> = entries.into_par_iter().map(|entry| resolve_entry(entry, &context)).collect();
    for resolved in resolved {
        let entry = graph.take(resolved, &mut report);
        graph.entries.insert(entry.id.clone(), entry);
    }
    for (kind, entry) in introductions {
        let entry = graph.take(resolve_entry(entry, &context), &mut report);
        graph.introductions.insert(kind, entry);
    }
    for (name, entry) in chapters {
        let entry = graph.take(resolve_entry(entry, &context), &mut report);
        graph.chapters.insert(name, entry);
    }
    let (no_anchors, no_fields) = (HashSet::new(), BTreeMap::new());
    let mut resolver =
        Resolver::new(&context, EntryId::new(Kind::Page, ""), SourcePath::new("site.toml"), &no_anchors, &no_fields);
    graph.engagement = engagement.recast(&mut resolver, "").unwrap_or_default();
    report.extend(resolver.report);

    tie::tie(&mut graph);
    graph.references.sort();
    graph.references.dedup();
    check::check(&graph, &mut report);
    calendar::check(&graph, &mut report);
    graph.left_out = left_out(&excluded, &context, &mut report);
    Outcome::new(graph, report)
}

struct Resolved {
    entry: Entry<EntryId>,
    references: Vec<Reference>,
    files: BTreeSet<SourcePath>,
    spellings: Vec<(EntryId, Mention)>,
    report: Report,
}

fn resolve_entry(mut entry: Entry<Mention>, context: &Context<'_>) -> Resolved {
    let own_anchors = anchors(&entry);
    let fields = std::mem::take(&mut entry.origin.places);
    let mut resolver = Resolver::new(context, entry.id.clone(), entry.origin.file().clone(), &own_anchors, &fields);
    let mut entry = entry.recast(&mut resolver, "").expect("an entry is emptied at most, never lost");
    let Resolver { references, files, spellings, report, .. } = resolver;
    entry.origin.places = fields;
    Resolved { entry, references, files, spellings, report }
}

/// The records that the book leaves out on purpose; they must be there, and are named as everywhere.
fn left_out(excluded: &[(EntryId, Span)], context: &Context<'_>, report: &mut Report) -> BTreeSet<EntryId> {
    let mut ids = BTreeSet::new();
    for (written, place) in excluded {
        let kind = written.kind;
        let noun = kind.as_str().replace('-', " ");
        let complaint = match context.index.look_up(&written.to_string(), &[kind]) {
            Found::One(id) => {
                ids.insert(id);
                continue;
            }
            Found::Several(several) => {
                let several: Vec<String> = several.iter().map(EntryId::to_string).collect();
                let message = format!("\"{}\" could be any of {} records", written.slug, several.len());
                Diagnostic::error(Code::AmbiguousReference, place.clone(), message)
                    .hint(format!("write one of: {}", several.join(", ")))
            }
            Found::OtherKind(_) | Found::Nothing if context.may_be_unread(&[kind], &written.slug) => continue,
            Found::OtherKind(_) | Found::Nothing => {
                let message = format!("there is no {noun} \"{}\" to leave out", written.slug);
                let complaint = Diagnostic::error(Code::UnknownReference, place.clone(), message);
                let near = nearest_id(written, &context.index.ids(&[kind]));
                let complaint = match near {
                    Some(near) => complaint.hint(format!("did you mean \"{near}\"?")),
                    None => complaint,
                };
                complaint.hint(format!("write `{kind}:` and an id, or `{kind}:*` for all of the kind"))
            }
        };
        report.push(complaint);
    }
    ids
}

/// The id that was probably meant: by the whole of it, else by its last segment.
fn nearest_id<'a>(written: &EntryId, known: &[&'a EntryId]) -> Option<&'a EntryId> {
    let by = |name: fn(&EntryId) -> &str| {
        let near = nearest(name(written), known.iter().map(|id| name(id)))?;
        known.iter().copied().find(|id| name(id) == near)
    };
    by(|id| &id.slug).or_else(|| by(EntryId::last_segment))
}

impl Graph {
    /// Where a record refers to another, and in which fields.
    fn places_of<'a>(
        &'a self,
        from: &'a EntryId,
        to: &'a EntryId,
    ) -> impl Iterator<Item = (&'static str, &'a Span)> + Clone {
        let first = self.references.partition_point(|reference| (&reference.from, &reference.to) < (from, to));
        self.references[first..]
            .iter()
            .take_while(move |reference| reference.from == *from && reference.to == *to)
            .filter_map(|reference| Some((reference.field, reference.place.as_ref()?)))
    }

    fn take(&mut self, resolved: Resolved, report: &mut Report) -> Entry<EntryId> {
        report.extend(resolved.report);
        self.references.extend(resolved.references);
        self.files.extend(resolved.files);
        for (id, mention) in resolved.spellings {
            if self.entries.get(&id).is_some_and(|entry| entry.origin.implied) {
                let spelling = Spelling { from: resolved.entry.id.clone(), name: mention.text.trim().to_owned() };
                self.spellings.entry(id).or_default().push(spelling);
            }
        }
        resolved.entry
    }
}

/// The records that others name and nobody wrote, where the kind has no register.
fn imply(corpus: &Corpus, rules: Rules, index: &mut Index) -> Vec<Entry<EntryId>> {
    let mut implied: BTreeMap<EntryId, Entry<EntryId>> = BTreeMap::new();
    for entry in &corpus.entries {
        for (kinds, mention) in implied::mentions(entry) {
            let kind = kinds[0];
            if corpus.registers.contains(&kind) && !rules.registers_open {
                continue;
            }
            if !matches!(index.look_up(&mention.text, kinds), Found::Nothing | Found::OtherKind(_)) {
                continue;
            }
            let Some(id) = implied::id(kind, &mention.text) else { continue };
            index.imply(&id, &mention.text);
            implied.entry(id.clone()).or_insert_with(|| implied::entry(id, mention));
        }
    }
    implied.into_values().collect()
}

/// The anchors of a record's headings.
fn anchors(entry: &Entry<Mention>) -> HashSet<String> {
    struct Anchors(HashSet<String>);
    impl Visit<Mention> for Anchors {
        fn block(&mut self, block: &crate::model::Block<Mention>) {
            if let BlockKind::Heading { id, .. } = &block.kind {
                self.0.insert(id.clone());
            }
        }
    }
    impl<'a> Walker<'a, Mention> for Anchors {
        fn prose(&mut self, prose: &'a Prose<Mention>, _field: &'static str) {
            Visit::prose(self, prose);
        }
    }
    let mut anchors = Anchors(HashSet::new());
    entry.walk("", &mut anchors);
    anchors.0.extend(entry.origin.record_anchors.iter().cloned());
    anchors.0
}
