//! What one audience may see.
//!
//! In: the graph and a policy. Out: an [`Edition`], the only door through which `insight` and
//! `render` see records; and what the author should know about what was withheld.
//!
//! *Invariant:* nothing that is withheld is in an `Edition`, in whatever form. There is no other
//! way to make one than [`publish`].

use crate::diagnostic::{Outcome, Report};
use crate::graph::Graph;
use crate::model::{
    Decision, Engagement, Entry, EntryId, HandoverItem, Kind, LeaveBehind, Lesson, OpenItem, Organisation, Page,
    Person, Playbook, Policy, Project, RatingDetail, Record, Session, Skill, SuccessCriterion, Term,
};
use crate::source::SourcePath;
use jiff::civil::Date;
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

    /// What counts as today.
    pub fn today(&self) -> Date {
        self.today
    }
}

/// Makes the edition that a policy allows.
pub fn publish(graph: &Graph, policy: &Policy) -> Outcome<Edition> {
    let edition = Edition {
        engagement: graph.engagement.clone(),
        entries: BTreeMap::new(),
        introductions: BTreeMap::new(),
        chapters: BTreeMap::new(),
        mentions: BTreeMap::new(),
        files: BTreeMap::new(),
        money: policy.money,
        ratings: policy.ratings,
        for_the_consultancy: policy.is_internal(),
        today: graph.today,
    };
    Outcome::new(edition, Report::new())
}
