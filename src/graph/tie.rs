//! What follows from the records' references alone: both ends of a tie know of it.

use super::{Graph, Reference};
use crate::model::{EntryId, Participant, Record};
use std::collections::BTreeMap;

/// Facilitators attend; a lesson, decision or item that a session names knows the session, and a
/// session knows the lessons and decisions that name it.
pub(super) fn tie(graph: &mut Graph) {
    let mut sessions_of: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for entry in graph.entries.values_mut() {
        let Record::Session(session) = &mut entry.record else { continue };
        for facilitator in &session.facilitators {
            if !session.participants.iter().any(|participant| participant.person == *facilitator) {
                session.participants.push(Participant { person: facilitator.clone(), role: None, organisation: None });
            }
        }
        let mut seen = std::collections::BTreeSet::new();
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
