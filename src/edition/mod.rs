//! What one audience may see.
//!
//! In: the graph and a policy. Out: an [`Edition`], the only door through which `insight` and
//! `render` see records; and what the author should know about what was withheld.
//!
//! *Invariant:* nothing that is withheld is in an `Edition`, in whatever form. There is no other
//! way to make one than [`publish`].

mod anchors;
mod complaint;
mod label;
mod mail;
mod names;
mod publisher;
mod rated;
mod spelling;
mod visible;

pub use visible::{Withheld, withheld};

use crate::diagnostic::{Code, Diagnostic, Outcome, Report};
use crate::graph::Graph;
use crate::model::{
    Audiences, Decision, Engagement, Entry, EntryId, Extra, HandoverItem, Kind, LeaveBehind, Lesson, OpenItem,
    Organisation, Page, Person, Playbook, Policy, Project, RatingDetail, Recast, Record, Safeguard, Session, Skill,
    SuccessCriterion, Term, slug,
};
use crate::source::SourcePath;
use jiff::civil::Date;
use names::Names;
use publisher::{Context, Publisher};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything one audience may see, and nothing else.
#[derive(Debug, Clone)]
pub struct Edition {
    engagement: Engagement<EntryId>,
    entries: BTreeMap<EntryId, Entry<EntryId>>,
    introductions: BTreeMap<Kind, Entry<EntryId>>,
    chapters: BTreeMap<String, Entry<EntryId>>,
    mentions: BTreeMap<EntryId, BTreeMap<EntryId, BTreeSet<&'static str>>>,
    files: BTreeMap<SourcePath, SourcePath>,
    money: bool,
    ratings: RatingDetail,
    for_the_consultancy: bool,
    left_out: BTreeSet<EntryId>,
    today: Date,
}

macro_rules! of_kind {
    ($( $(#[$meaning:meta])* $name:ident, $get:ident, $kind:ident, $record:ty; )*) => { $(
        $(#[$meaning])*
        pub fn $name(&self) -> impl Iterator<Item = (&Entry<EntryId>, &$record)> {
            self.of_kind(Kind::$kind).filter_map(|entry| match &entry.record {
                Record::$kind(record) => Some((entry, record as &$record)),
                _ => None,
            })
        }

        /// The record of that id, where it is one of this kind and visible.
        pub fn $get(&self, id: &EntryId) -> Option<(&Entry<EntryId>, &$record)> {
            match self.get(id) {
                Some(entry) => match &entry.record {
                    Record::$kind(record) => Some((entry, record as &$record)),
                    _ => None,
                },
                None => None,
            }
        }
    )* };
}

impl Edition {
    of_kind! {
        /// The pages.
        pages, page, Page, Page<EntryId>;
        /// The playbooks.
        playbooks, playbook, Playbook, Playbook<EntryId>;
        /// The lessons.
        lessons, lesson, Lesson, Lesson<EntryId>;
        /// The decisions.
        decisions, decision, Decision, Decision<EntryId>;
        /// The sessions, in the order of their ids.
        sessions, session, Session, Session<EntryId>;
        /// The organisations.
        organisations, organisation, Organisation, Organisation;
        /// The people.
        people, person, Person, Person<EntryId>;
        /// The projects.
        projects, project, Project, Project<EntryId>;
        /// The skills.
        skills, skill, Skill, Skill<EntryId>;
        /// The open items, actions of sessions among them.
        open_items, open_item, OpenItem, OpenItem<EntryId>;
        /// What stays.
        leave_behinds, leave_behind, LeaveBehind, LeaveBehind<EntryId>;
        /// The criteria of success.
        success_criteria, success_criterion, SuccessCriterion, SuccessCriterion<EntryId>;
        /// The lines of the handover checklist.
        handover_items, handover_item, HandoverItem, HandoverItem<EntryId>;
        /// The glossary.
        terms, term, Term, Term<EntryId>;
    }

    /// The engagement.
    pub fn engagement(&self) -> &Engagement<EntryId> {
        &self.engagement
    }

    /// The record of that id, where it is visible. Every id inside a visible record is.
    pub fn get(&self, id: &EntryId) -> Option<&Entry<EntryId>> {
        self.entries.get(id)
    }

    /// Every visible record, by kind and id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<EntryId>> {
        self.entries.values()
    }

    /// The visible records of a kind, by id.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Entry<EntryId>> {
        self.entries
            .range(EntryId::new(kind, "")..)
            .map(|(_, entry)| entry)
            .take_while(move |entry| entry.id.kind == kind)
    }

    /// The introduction of a kind's register.
    pub fn introduction(&self, kind: Kind) -> Option<&Entry<EntryId>> {
        self.introductions.get(&kind)
    }

    /// The introduction of a chapter of the book.
    pub fn chapter(&self, name: &str) -> Option<&Entry<EntryId>> {
        self.chapters.get(name)
    }

    /// The introductions of the registers.
    pub fn introductions(&self) -> impl Iterator<Item = &Entry<EntryId>> {
        self.introductions.values()
    }

    /// The introductions of the book's chapters.
    pub fn chapters(&self) -> impl Iterator<Item = &Entry<EntryId>> {
        self.chapters.values()
    }

    /// Who refers to a record, and in which fields.
    pub fn mentions_of(&self, id: &EntryId) -> impl Iterator<Item = (&EntryId, &BTreeSet<&'static str>)> {
        self.mentions.get(id).into_iter().flatten()
    }

    /// The files to be copied, and the paths below `content/` under which this edition shows them.
    pub fn files(&self) -> &BTreeMap<SourcePath, SourcePath> {
        &self.files
    }

    /// Whether budgets, costs and what follows from them are shown.
    pub fn shows_money(&self) -> bool {
        self.money
    }

    /// How much of the skill levels is shown.
    pub fn ratings(&self) -> RatingDetail {
        self.ratings
    }

    /// Whether drafts, remarks and the readiness page are shown.
    pub fn is_for_the_consultancy(&self) -> bool {
        self.for_the_consultancy
    }

    /// The visible records that the book leaves out by their ids.
    pub fn left_out(&self) -> &BTreeSet<EntryId> {
        &self.left_out
    }

    /// The same without what the book leaves out, of these kinds or by its id. Sessions that are not left out
    /// by their ids stay: they are the evidence of the rest, whether or not their register is in the book.
    #[must_use]
    pub fn without_what_the_book_leaves_out(&self, takes: impl Fn(Kind) -> bool) -> Self {
        let mut part = self.clone();
        part.entries.retain(|id, _| (id.kind == Kind::Session || takes(id.kind)) && !self.left_out.contains(id));
        part
    }

    /// What counts as today.
    pub fn today(&self) -> Date {
        self.today
    }
}

/// Makes the edition that a policy allows.
pub fn publish(graph: &Graph, policy: &Policy) -> Outcome<Edition> {
    let mut report = Report::new();
    let visible = visible::visible(graph, policy);
    complaint::of_links(graph, &visible, &mut report);
    let shown: BTreeMap<EntryId, String> = implied_titles(graph, &visible);
    let people = graph.entries.values().filter(|entry| entry.id.kind == Kind::Person && visible.contains(&entry.id));
    let names = Names::new(policy.people, people, &shown);
    let renamed = rename(graph, &visible, &names, &mut report);
    let title = |entry: &Entry<EntryId>| {
        let title = shown.get(&entry.id).unwrap_or(&entry.title);
        names.by_person.get(&entry.id).cloned().or_else(|| names.replaced(title)).unwrap_or_else(|| title.clone())
    };
    let titles: BTreeMap<EntryId, String> = visible
        .iter()
        .filter_map(|id| graph.entries.get(id))
        .map(|entry| (renamed.get(&entry.id).unwrap_or(&entry.id).clone(), title(entry)))
        .collect();
    let is_withheld = |audiences: &Audiences| !policy.shows(audiences) && !Safeguard::FolderDefaults.is_out();
    let withheld_files = graph.restricted.iter().filter(|(_, audiences)| is_withheld(audiences));
    let withheld_files: BTreeSet<SourcePath> = withheld_files.map(|(file, _)| file.clone()).collect();
    let context = Context {
        visible: &visible,
        names: &names,
        renamed: &renamed,
        titles: &titles,
        internal: policy.is_internal(),
        withheld_files: &withheld_files,
    };

    let published: Vec<Published> = visible
        .par_iter()
        .filter_map(|id| graph.entries.get(id))
        .map(|entry| publish_entry(entry, &context, policy))
        .collect();
    let mut mentions: BTreeMap<EntryId, BTreeMap<EntryId, BTreeSet<&'static str>>> = BTreeMap::new();
    let mut files = BTreeSet::new();
    let mut entries = BTreeMap::new();
    for published in published {
        for (to, fields) in published.mentions {
            if to != published.entry.id {
                mentions.entry(to).or_default().insert(published.entry.id.clone(), fields);
            }
        }
        files.extend(published.files);
        report.extend(complaint::of_files(&published.entry, &published.left_out));
        entries.insert(published.entry.id.clone(), published.entry);
    }
    // Nobody wrote an implied record: it is what the visible ones say of it, or nothing.
    entries.retain(|id, entry: &mut Entry<EntryId>| {
        !entry.origin.implied || mentions.contains_key(id) || Safeguard::ImpliedRecords.is_out()
    });

    let mut publish_frame = |entry: &Entry<EntryId>| {
        visible::is_visible(policy, entry).then(|| {
            let published = publish_entry(entry, &context, policy);
            files.extend(published.files);
            report.extend(complaint::of_files(&published.entry, &published.left_out));
            published.entry
        })
    };
    let mut introductions: BTreeMap<Kind, Entry<EntryId>> =
        graph.introductions.iter().filter_map(|(kind, entry)| Some((*kind, publish_frame(entry)?))).collect();
    let mut chapters: BTreeMap<String, Entry<EntryId>> =
        graph.chapters.iter().filter_map(|(name, entry)| Some((name.clone(), publish_frame(entry)?))).collect();
    let mut frames: Vec<&mut Entry<EntryId>> = introductions.values_mut().chain(chapters.values_mut()).collect();
    if !Safeguard::Anchors.is_out() {
        anchors::mend(&mut entries, &mut frames);
    }
    if Safeguard::Files.is_out() {
        files.extend(graph.files.iter().cloned());
    }

    let mut publisher = Publisher::new(&context);
    let engagement = graph.engagement.clone().recast(&mut publisher, "").unwrap_or_default();
    let edition = Edition {
        engagement: rated::engagement(engagement, policy),
        entries,
        introductions,
        chapters,
        mentions,
        files: files.into_iter().map(|file| (file.clone(), SourcePath::new(&names.slug(file.as_str())))).collect(),
        money: policy.money || Safeguard::Money.is_out(),
        ratings: policy.ratings,
        for_the_consultancy: policy.is_internal(),
        left_out: graph
            .left_out
            .iter()
            .filter(|id| visible.contains(id))
            .map(|id| context.renamed(id.clone()))
            .collect(),
        today: graph.today,
    };
    Outcome::new(edition, report)
}

struct Published {
    entry: Entry<EntryId>,
    mentions: BTreeMap<EntryId, BTreeSet<&'static str>>,
    files: BTreeSet<SourcePath>,
    left_out: BTreeSet<SourcePath>,
}

fn publish_entry(entry: &Entry<EntryId>, context: &Context<'_>, policy: &Policy) -> Published {
    let mut publisher = Publisher::new(context);
    let mut entry = rated::entry(entry.clone(), policy);
    entry.id = context.renamed(entry.id);
    if !policy.is_internal() && !Safeguard::InternalFields.is_out() {
        entry.remarks.clear();
    }
    let mut entry = entry.recast(&mut publisher, "").expect("an entry is emptied at most, never lost");
    if let Some(title) = context.titles.get(&entry.id) {
        entry.title.clone_from(title);
    }
    // Where a record was written is the author's matter; only its file tells where its page stands.
    // Old paths are complained of where they are written; a person's aliases are names.
    let is_old_path = |field: &str| entry.id.kind != Kind::Person && field.starts_with("aliases[");
    entry.origin.places.retain(|field, _| is_old_path(field));
    entry.origin.parent = entry.origin.parent.filter(|id| context.visible.contains(id)).map(|id| context.renamed(id));
    entry.aliases = entry.aliases.iter().map(|alias| context.names.slug(alias)).collect();
    entry.extra =
        std::mem::take(&mut entry.extra).into_iter().map(|(key, value)| (key, extra(value, context.names))).collect();
    if !context.names.by_person.is_empty()
        && let Record::Person(person) = &mut entry.record
    {
        person.names.clear();
        person.contact = None;
        person.pseudonym = None;
    }
    let Publisher { mentions, files, left_out, .. } = publisher;
    Published { entry, mentions, files, left_out }
}

fn extra(value: Extra, names: &Names) -> Extra {
    match value {
        Extra::Null => Extra::Null,
        Extra::Text(text) => Extra::Text(names.replaced(&text).unwrap_or(text)),
        Extra::List(values) => Extra::List(values.into_iter().map(|value| extra(value, names)).collect()),
        Extra::Map(values) => Extra::Map(values.into_iter().map(|(key, value)| (key, extra(value, names))).collect()),
    }
}

/// What implied records are called by the visible records that name them.
fn implied_titles(graph: &Graph, visible: &BTreeSet<EntryId>) -> BTreeMap<EntryId, String> {
    graph
        .spellings
        .iter()
        .filter_map(|(id, spellings)| {
            let first = spellings.iter().filter(|spelling| visible.contains(&spelling.from)).min()?;
            let name = first.name.split_once(':').filter(|(prefix, _)| Kind::parse(prefix) == Some(id.kind));
            Some((id.clone(), name.map_or(first.name.as_str(), |(_, name)| name.trim()).to_owned()))
        })
        .collect()
}

/// The ids that have a name in them, and what they are in this edition.
fn rename(
    graph: &Graph,
    visible: &BTreeSet<EntryId>,
    names: &Names,
    report: &mut Report,
) -> BTreeMap<EntryId, EntryId> {
    let mut renamed = BTreeMap::new();
    let mut taken: BTreeMap<EntryId, &EntryId> = BTreeMap::new();
    if names.by_person.is_empty() {
        return renamed;
    }
    for id in visible {
        let new = match names.by_person.get(id) {
            Some(label) => EntryId::new(id.kind, slug(label)),
            None => EntryId::new(id.kind, names.slug(&id.slug)),
        };
        if let Some(other) = taken.insert(new.clone(), id)
            && let (Some(entry), Some(other)) = (graph.entries.get(id), graph.entries.get(other))
        {
            let message = format!("without names, this {} and another have the same id", id.kind);
            report.push(
                Diagnostic::error(Code::UnreplaceableName, entry.origin.span.clone(), message)
                    .related(other.origin.span.clone(), "the other")
                    .hint("give one of them an `id` without a name, or a `pseudonym`"),
            );
        }
        if new != *id {
            renamed.insert(id.clone(), new);
        }
    }
    renamed
}
