//! What the records say together that cannot be, or should not.

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{
    Decision, DecisionStatus, Entry, EntryId, ItemStatus, Kind, OpenItem, OrganisationKind, Person, Record, Session,
    SessionStatus, Vocabulary,
};
use crate::source::Span;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(graph: &Graph, report: &mut Report) {
    let superseded = superseded(graph);
    for entry in graph.entries.values() {
        match &entry.record {
            Record::Session(session) => check_session(graph, entry, session, report),
            Record::Decision(decision) => check_decision(entry, decision, &superseded, report),
            Record::Playbook(playbook) => check_accountable(entry, playbook.roles.accountable.len(), report),
            Record::OpenItem(item) => check_owner(graph, entry, item, report),
            _ => {}
        }
    }
    check_circles(graph, report);
    check_doubles(graph, report);
}

fn check_session(graph: &Graph, entry: &Entry<EntryId>, session: &Session<EntryId>, report: &mut Report) {
    if let Some(date) = session.date {
        check_within_engagement(graph, entry, date, report);
        let place = entry.origin.place("status");
        match session.status {
            Some(SessionStatus::Planned) if date < graph.today => report.push(
                Diagnostic::warning(
                    Code::StatusContradiction,
                    place,
                    format!("this session is planned, but {date} is over"),
                )
                .related(entry.origin.place("date"), "its date")
                .hint("write `status: held` or `status: cancelled`"),
            ),
            Some(SessionStatus::Held) if date > graph.today => report.push(
                Diagnostic::warning(
                    Code::StatusContradiction,
                    place,
                    format!("this session is said to be held, but {date} is still to come"),
                )
                .related(entry.origin.place("date"), "its date")
                .hint("write `status: planned`, or mend the date"),
            ),
            _ => {}
        }
    }
    for person in &session.absent {
        if session.participants.iter().any(|participant| participant.person == *person) {
            let name = graph.entries.get(person).map_or("somebody", |entry| entry.title.as_str());
            let mut places = graph.places_of(&entry.id, person).filter(|(_, place)| place.file == *entry.origin.file());
            let absent = places.clone().find(|(field, _)| *field == "absent").map(|(_, place)| place.clone());
            let there = places.find(|(field, _)| *field != "absent").map(|(_, place)| place.clone());
            report.push(
                Diagnostic::warning(
                    Code::PresentAndAbsent,
                    absent.unwrap_or_else(|| entry.origin.place("absent")),
                    format!("{name} is both there and absent"),
                )
                .related(there.unwrap_or_else(|| entry.origin.place("participants")), "there")
                .hint("take the name out of one of the two lists"),
            );
        }
    }
}

fn check_within_engagement(graph: &Graph, entry: &Entry<EntryId>, date: Date, report: &mut Report) {
    let engagement = &graph.engagement;
    // Where the engagement ends before it starts, which is said there, no day is within it.
    if let (Some(start), Some(end)) = (engagement.start, engagement.end)
        && end < start
    {
        return;
    }
    let place = entry.origin.place("date");
    let outside = match (engagement.start, engagement.end.max(engagement.hypercare_until)) {
        (Some(start), _) if date < start => Some(format!("before the engagement starts on {start}")),
        (_, Some(end)) if date > end => Some(format!("after the engagement ends on {end}")),
        _ => None,
    };
    if let Some(outside) = outside {
        report.push(
            Diagnostic::warning(Code::OutsideEngagement, place, format!("{date} is {outside}"))
                .hint("mend the date, or start and end under [engagement] in site.toml"),
        );
    }
}

fn check_accountable(entry: &Entry<EntryId>, accountable: usize, report: &mut Report) {
    if accountable > 1 {
        report.push(
            Diagnostic::error(
                Code::SeveralAccountable,
                entry.origin.place("roles.accountable"),
                format!("{accountable} are accountable, and it can be one only"),
            )
            .hint("move the others to `responsible` or `consulted`"),
        );
    }
}

/// Every decision that another replaces, and by which.
fn superseded(graph: &Graph) -> BTreeMap<&EntryId, &Entry<EntryId>> {
    graph
        .entries
        .values()
        .filter_map(|entry| match &entry.record {
            Record::Decision(decision) => Some((entry, decision)),
            _ => None,
        })
        .flat_map(|(entry, decision)| decision.supersedes.iter().map(move |old| (old, entry)))
        // What replaces itself is complained of as that.
        .filter(|(old, entry)| !replaces(graph, old, &entry.id))
        .collect()
}

fn check_decision(
    entry: &Entry<EntryId>,
    decision: &Decision<EntryId>,
    superseded: &BTreeMap<&EntryId, &Entry<EntryId>>,
    report: &mut Report,
) {
    let Some(newer) = superseded.get(&entry.id) else { return };
    // A proposal replaces nothing yet.
    let in_force = matches!(&newer.record, Record::Decision(newer) if newer.status.is_none_or(|status| status == DecisionStatus::Accepted));
    if in_force
        && decision
            .status
            .is_some_and(|status| status == DecisionStatus::Accepted || status == DecisionStatus::Proposed)
    {
        let status = decision.status.map_or("", Vocabulary::as_str);
        report.push(
            Diagnostic::warning(
                Code::SupersededStatus,
                entry.origin.place("status"),
                format!("this decision is {status}, but \"{}\" replaces it", newer.title),
            )
            .related(newer.origin.place("supersedes"), "replaced here")
            .hint("write `status: superseded`"),
        );
    }
}

/// Whether a decision replaces another, by however many steps.
fn replaces(graph: &Graph, newer: &EntryId, old: &EntryId) -> bool {
    replaced(graph, newer).contains(old)
}

/// All that a decision replaces, by however many steps.
fn replaced<'a>(graph: &'a Graph, id: &EntryId) -> BTreeSet<&'a EntryId> {
    let older = |id: &EntryId| match graph.entries.get(id).map(|entry| &entry.record) {
        Some(Record::Decision(decision)) => decision.supersedes.as_slice(),
        _ => &[],
    };
    let mut reached: BTreeSet<&EntryId> = BTreeSet::new();
    let mut waiting: Vec<&EntryId> = older(id).iter().collect();
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            waiting.extend(older(id));
        }
    }
    reached
}

/// A decision that replaces itself, by however many steps.
fn check_circles(graph: &Graph, report: &mut Report) {
    let mut told: BTreeSet<&EntryId> = BTreeSet::new();
    for entry in graph.entries.values().filter(|entry| entry.id.kind == Kind::Decision) {
        let reached = replaced(graph, &entry.id);
        if reached.contains(&entry.id) && !told.contains(&entry.id) {
            let circle = reached.iter().filter(|id| replaces(graph, id, &entry.id));
            let mut complaint = Diagnostic::error(
                Code::CircularSupersedes,
                entry.origin.place("supersedes"),
                format!("\"{}\" replaces itself", entry.title),
            );
            for other in circle.clone().filter(|id| ***id != entry.id).filter_map(|id| graph.entries.get(*id)) {
                complaint =
                    complaint.related(other.origin.place("supersedes"), format!("by way of \"{}\"", other.title));
            }
            told.extend(circle.copied());
            report.push(complaint.hint("keep `supersedes` in the newer of them alone"));
        }
    }
}

/// What one person can do on one day is recorded once, under the person or under the skill.
fn check_doubles(graph: &Graph, report: &mut Report) {
    let mut first: BTreeMap<(&EntryId, &EntryId, Option<Date>), Span> = BTreeMap::new();
    for entry in graph.entries.values() {
        let (list, records) = match &entry.record {
            Record::Person(person) => ("skills", &person.skills),
            Record::Skill(skill) => ("records", &skill.records),
            _ => continue,
        };
        for (at, record) in records.iter().enumerate() {
            let other = if entry.id == record.person { &record.skill } else { &record.person };
            let written = entry.origin.places.get(&format!("{list}[{at}]"));
            let mut named = graph.places_of(&entry.id, other).map(|(_, place)| place);
            let place = written.or_else(|| named.next()).unwrap_or(&entry.origin.span).clone();
            let key = (&record.person, &record.skill, record.assessed_on);
            if let Some(there) = first.get(&key) {
                let title = |id| graph.entries.get(id).map_or("somebody", |entry| entry.title.as_str());
                let message =
                    format!("the level of {} in {} is recorded twice", title(&record.person), title(&record.skill));
                let complaint = Diagnostic::warning(Code::ListedTwice, place, message)
                    .related(there.clone(), "first recorded here")
                    .hint("keep one of them, or write `assessed_on` with the day of each");
                report.push(complaint);
            } else {
                first.insert(key, place);
            }
        }
    }
}

/// Something open must not go with those who leave.
fn check_owner(graph: &Graph, entry: &Entry<EntryId>, item: &OpenItem<EntryId>, report: &mut Report) {
    if matches!(item.status, Some(ItemStatus::Closed | ItemStatus::Transferred)) {
        return;
    }
    let Some(owner) = item.owner.as_ref() else { return };
    if stays(graph, owner) || item.new_owner.as_ref().is_some_and(|new_owner| stays(graph, new_owner)) {
        return;
    }
    let name = graph.entries.get(owner).map_or("its owner", |entry| entry.title.as_str());
    let complaint =
        Diagnostic::warning(Code::OwnerLeaves, entry.origin.place("owner"), format!("this is open, and {name} leaves"));
    let complaint = match entry.origin.places.get("new_owner") {
        Some(place) => complaint.related(place.clone(), "who leaves too"),
        None => complaint,
    };
    report.push(complaint.hint("name a `new_owner` who stays"));
}

/// Whether somebody is still there after the engagement.
fn stays(graph: &Graph, id: &EntryId) -> bool {
    let Some(Record::Person(person)) = graph.entries.get(id).map(|entry| &entry.record) else { return true };
    person_stays(graph, person)
}

fn person_stays(graph: &Graph, person: &Person<EntryId>) -> bool {
    person.stays_after_exit.unwrap_or_else(|| {
        let organisation = person.organisation.as_ref().and_then(|id| graph.entries.get(id));
        !matches!(organisation.map(|entry| &entry.record), Some(Record::Organisation(organisation)) if organisation.kind == Some(OrganisationKind::Consultancy))
    })
}
