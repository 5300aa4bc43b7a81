use super::skills_matrix::Cells;
use crate::edition::Edition;
use crate::model::{EntryId, Kind, LooseReference, Record};
use std::collections::{BTreeMap, BTreeSet};

/// What rests on which session, both ways.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The sessions behind each claim.
    pub sessions_behind: BTreeMap<Claim, BTreeSet<EntryId>>,
    /// What rests on each session.
    pub resting_on: BTreeMap<EntryId, BTreeSet<Claim>>,
}

/// Something that is said to be so, and rests on sessions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// A playbook, lesson, decision, open item, leave-behind, criterion or line of the handover.
    Record(EntryId),
    /// What somebody can do. There is none of these where the edition shows no levels of named people.
    Level {
        /// Who.
        person: EntryId,
        /// What.
        skill: EntryId,
    },
}

impl Provenance {
    /// The sessions behind a record, by id.
    pub fn behind(&self, record: &EntryId) -> impl Iterator<Item = &EntryId> {
        self.sessions_behind.get(&Claim::Record(record.clone())).into_iter().flatten()
    }

    /// What rests on a session.
    pub fn on(&self, session: &EntryId) -> impl Iterator<Item = &Claim> {
        self.resting_on.get(session).into_iter().flatten()
    }

    /// Keeps only these sessions.
    pub(super) fn retain(&mut self, has: impl Fn(&EntryId) -> bool) {
        self.resting_on.retain(|session, _| has(session));
        self.sessions_behind.values_mut().for_each(|sessions| sessions.retain(&has));
    }

    fn note(&mut self, claim: Claim, session: &EntryId) {
        self.resting_on.entry(session.clone()).or_default().insert(claim.clone());
        self.sessions_behind.entry(claim).or_default().insert(session.clone());
    }

    fn note_record(&mut self, record: &EntryId, session: &EntryId) {
        if session.kind == Kind::Session && record != session {
            self.note(Claim::Record(record.clone()), session);
        }
    }
}

pub(super) fn derive(edition: &Edition, cells: &Cells) -> Provenance {
    let mut provenance = Provenance::default();
    for entry in edition.entries() {
        let named: &[EntryId] = match &entry.record {
            Record::Lesson(lesson) => &lesson.sessions,
            Record::Decision(decision) => &decision.sessions,
            Record::OpenItem(item) => &item.sessions,
            Record::LeaveBehind(left) => &left.evidence,
            Record::Session(session) => {
                let loose = session.lessons.iter().chain(&session.playbooks).filter_map(|reference| match reference {
                    LooseReference::Record(id) => Some(id),
                    LooseReference::Text(_) => None,
                });
                for record in session.decisions.iter().chain(&session.actions).chain(loose) {
                    provenance.note_record(record, &entry.id);
                }
                // Evidence that is prose (a line of the handover, a criterion) names sessions by links.
                for (record, fields) in edition.mentions_of(&entry.id) {
                    if fields.contains("evidence") && !matches!(record.kind, Kind::Person | Kind::Skill) {
                        provenance.note_record(record, &entry.id);
                    }
                }
                &[]
            }
            _ => &[],
        };
        for session in named.iter().chain(&entry.origin.parent) {
            provenance.note_record(&entry.id, session);
        }
    }
    for ((person, skill), cell) in cells {
        for session in &cell.evidence {
            provenance.note(Claim::Level { person: person.clone(), skill: skill.clone() }, session);
        }
    }
    provenance
}
