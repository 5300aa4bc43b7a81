//! What the records say together that cannot be, or should not.

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{
    Decision, DecisionStatus, Entry, EntryId, ItemStatus, Kind, OpenItem, OrganisationKind, Person, Plan, Project,
    Record, Session, SessionStatus, SkillChange, SkillRecord, Vocabulary,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(graph: &Graph, report: &mut Report) {
    let superseded = superseded(graph);
    for entry in graph.entries.values() {
        match &entry.record {
            Record::Session(session) => check_session(graph, entry, session, report),
            Record::Project(project) => check_project(entry, project, report),
            Record::Person(person) => check_levels(entry, &person.skills, report),
            Record::Skill(skill) => check_levels(entry, &skill.records, report),
            Record::Decision(decision) => check_decision(entry, decision, &superseded, report),
            Record::Playbook(playbook) => check_accountable(entry, playbook.roles.accountable.len(), report),
            Record::OpenItem(item) => check_owner(graph, entry, item, report),
            _ => {}
        }
    }
    check_circles(graph, report);
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
            report.push(
                Diagnostic::warning(
                    Code::PresentAndAbsent,
                    entry.origin.place("absent"),
                    format!("{name} is both there and absent"),
                )
                .related(entry.origin.place("participants"), "there"),
            );
        }
    }
    for (at, change) in session.skill_changes.iter().enumerate() {
        check_change(graph, entry, at, change, report);
    }
}

fn check_within_engagement(graph: &Graph, entry: &Entry<EntryId>, date: Date, report: &mut Report) {
    let engagement = &graph.engagement;
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

fn check_change(graph: &Graph, entry: &Entry<EntryId>, at: usize, change: &SkillChange<EntryId>, report: &mut Report) {
    if let (Some(from), Some(to)) = (change.from, change.to)
        && to < from
    {
        let name =
            |id: &EntryId| graph.entries.get(id).map_or_else(|| id.slug.to_string(), |entry| entry.title.clone());
        let message = format!(
            "{} goes down from {} to {} in {}",
            name(&change.person),
            from.number(),
            to.number(),
            name(&change.skill)
        );
        report.push(level_goes_down(entry, &format!("skill_changes[{at}]"), ("from", "to"), message));
    }
}

fn check_levels(entry: &Entry<EntryId>, records: &[SkillRecord<EntryId>], report: &mut Report) {
    let list = if entry.id.kind == Kind::Person { "skills" } else { "records" };
    for (at, record) in records.iter().enumerate() {
        if let (Some(before), Some(after)) = (record.before, record.after)
            && after < before
        {
            let message =
                format!("the level after ({}) is below the level before ({})", after.number(), before.number());
            report.push(level_goes_down(entry, &format!("{list}[{at}]"), ("before", "after"), message));
        }
    }
}

fn level_goes_down(entry: &Entry<EntryId>, path: &str, (low, high): (&str, &str), message: String) -> Diagnostic {
    let place = |key: &str| entry.origin.places.get(&format!("{path}.{key}")).cloned();
    let here = place(high).unwrap_or_else(|| entry.origin.span.clone());
    let complaint = Diagnostic::warning(Code::LevelGoesDown, here, message);
    let complaint = match place(low) {
        Some(there) => complaint.related(there, "it was here"),
        None => complaint,
    };
    complaint.hint("levels are 0 none, 1 aware, 2 assisted, 3 independent, 4 teaches: are the two exchanged?")
}

fn check_project(entry: &Entry<EntryId>, project: &Project<EntryId>, report: &mut Report) {
    let plans: [(&str, &Plan); 3] =
        [("planned", &project.planned), ("approved", &project.approved), ("actual", &project.actual)];
    for (name, plan) in plans {
        check_order(entry, name, plan.start, plan.end, report);
    }
    for (at, phase) in project.phases.iter().enumerate() {
        check_order(entry, &format!("phases[{at}]"), phase.start, phase.end, report);
    }
}

fn check_order(entry: &Entry<EntryId>, path: &str, start: Option<Date>, end: Option<Date>, report: &mut Report) {
    let (Some(start), Some(end)) = (start, end) else { return };
    if end < start {
        report.push(
            Diagnostic::error(
                Code::EndBeforeStart,
                entry.origin.place(&format!("{path}.end")),
                format!("it ends on {end}, before it starts on {start}"),
            )
            .related(entry.origin.place(&format!("{path}.start")), "it starts here")
            .hint("are the two exchanged?"),
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

/// A decision that replaces itself, by however many steps.
fn check_circles(graph: &Graph, report: &mut Report) {
    let older = |id: &EntryId| match graph.entries.get(id).map(|entry| &entry.record) {
        Some(Record::Decision(decision)) => decision.supersedes.as_slice(),
        _ => &[],
    };
    let mut told: BTreeSet<&EntryId> = BTreeSet::new();
    for entry in graph.entries.values().filter(|entry| entry.id.kind == Kind::Decision) {
        let mut reached: BTreeSet<&EntryId> = BTreeSet::new();
        let mut waiting: Vec<&EntryId> = older(&entry.id).iter().collect();
        while let Some(id) = waiting.pop() {
            if reached.insert(id) {
                waiting.extend(older(id));
            }
        }
        if reached.contains(&entry.id) && !told.contains(&entry.id) {
            told.extend(reached.iter().filter(|id| older(id).iter().any(|next| reached.contains(next))));
            let mut complaint = Diagnostic::error(
                Code::CircularSupersedes,
                entry.origin.place("supersedes"),
                format!("\"{}\" replaces itself", entry.title),
            );
            for other in reached.iter().filter(|id| ***id != entry.id).filter_map(|id| graph.entries.get(*id)) {
                complaint =
                    complaint.related(other.origin.place("supersedes"), format!("by way of \"{}\"", other.title));
            }
            report.push(complaint.hint("keep `supersedes` in the newer of them alone"));
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
