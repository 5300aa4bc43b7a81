//! What follows from the records' references alone: both ends of a tie know of it.

use super::{Graph, Reference};
use crate::model::{EntryId, Participant, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Facilitators attend; a lesson, decision or item that a session names knows the session, and a
/// session knows the lessons and decisions that name it.
pub(super) fn tie(graph: &mut Graph) {
    let mut sessions_of: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for entry in graph.entries.values_mut() {
        lists_of(&mut entry.record).into_iter().for_each(keep_first);
        let Record::Session(session) = &mut entry.record else { continue };
        for facilitator in &session.facilitators {
            if !session.participants.iter().any(|participant| participant.person == *facilitator) {
                session.participants.push(Participant { person: facilitator.clone(), role: None, organisation: None });
            }
        }
        let mut seen = BTreeSet::new();
        session.participants.retain(|participant| seen.insert(participant.person.clone()));
        for id in session.decisions.iter().chain(&session.actions) {
            sessions_of.entry(id.clone()).or_default().push(entry.id.clone());
        }
        for reference in &session.lessons {
            if let crate::model::LooseReference::Record(id) = reference {
                sessions_of.entry(id.clone()).or_default().push(entry.id.clone());
            }
        }
    }
    for (id, sessions) in sessions_of {
        let Some(entry) = graph.entries.get_mut(&id) else { continue };
        let own = match &mut entry.record {
            Record::Decision(decision) => &mut decision.sessions,
            Record::OpenItem(item) => &mut item.sessions,
            Record::Lesson(lesson) => &mut lesson.sessions,
            _ => continue,
        };
        for session in sessions {
            if !own.contains(&session) {
                graph.references.push(Reference {
                    from: id.clone(),
                    to: session.clone(),
                    field: "sessions",
                    place: None,
                });
                own.push(session);
            }
        }
    }
}

/// Keeps each record that a list names once: two spellings may be of one record.
fn keep_first(list: &mut Vec<EntryId>) {
    if list.len() > 1 {
        let mut seen = BTreeSet::new();
        list.retain(|id| seen.insert(id.clone()));
    }
}

/// The lists of records in the fields of one.
fn lists_of(record: &mut Record<EntryId>) -> Vec<&mut Vec<EntryId>> {
    match record {
        Record::Session(it) => vec![&mut it.facilitators, &mut it.absent, &mut it.projects, &mut it.skills],
        Record::Playbook(it) => vec![&mut it.skills, &mut it.lessons],
        Record::Lesson(it) => vec![&mut it.projects, &mut it.sessions, &mut it.playbooks],
        Record::Decision(it) => {
            vec![&mut it.decision_makers, &mut it.supersedes, &mut it.projects, &mut it.sessions]
        }
        Record::Project(it) => vec![&mut it.vendors],
        Record::Skill(it) => vec![&mut it.playbooks],
        Record::OpenItem(it) => vec![&mut it.projects, &mut it.sessions],
        Record::LeaveBehind(it) => vec![&mut it.evidence],
        Record::Page(_)
        | Record::Organisation(_)
        | Record::Person(_)
        | Record::SuccessCriterion(_)
        | Record::HandoverItem(_)
        | Record::Term(_) => Vec::new(),
    }
}
