//! What has happened on a day that is still to come.

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{DecisionStatus, Entry, EntryId, Record, SkillRecord};
use crate::source::Span;
use jiff::civil::Date;

/// Asks about every day of something that has been done, where that day is after today.
pub(super) fn check(graph: &Graph, report: &mut Report) {
    for entry in graph.entries.values().filter(|entry| !entry.origin.implied) {
        let field = |name: &str, day: Option<Date>| (entry.origin.place(name), day);
        let days = match &entry.record {
            Record::Project(project) => {
                vec![field("actual.start", project.actual.start), field("actual.end", project.actual.end)]
            }
            Record::Lesson(lesson) => vec![field("date", lesson.date)],
            // A proposal may be for a day to come.
            Record::Decision(decision) if decision.status != Some(DecisionStatus::Proposed) => {
                vec![field("date", decision.date)]
            }
            Record::OpenItem(item) => vec![field("raised", item.raised)],
            Record::LeaveBehind(left) => vec![field("accepted_on", left.accepted_on)],
            Record::SuccessCriterion(criterion) => vec![field("measured_on", criterion.measured_on)],
            Record::HandoverItem(item) => vec![field("signed_off_on", item.signed_off_on)],
            Record::Person(person) => assessments(entry, &person.skills),
            Record::Skill(skill) => assessments(entry, &skill.records),
            _ => Vec::new(),
        };
        // A part of a session has its days from the session where it says none.
        let written = |place: &Span| *place != entry.origin.span;
        for (place, day) in days {
            if let Some(day) = day.filter(|day| *day > graph.today && written(&place)) {
                let message = format!("this has happened on {day}, which is still to come");
                let hint = format!("mend the date; what counts as today is {}", graph.today);
                report.push(Diagnostic::warning(Code::StatusContradiction, place, message).hint(hint));
            }
        }
    }
}

/// The days of assessments, in the order in which they are written.
fn assessments(entry: &Entry<EntryId>, records: &[SkillRecord<EntryId>]) -> Vec<(Span, Option<Date>)> {
    let mut places: Vec<&Span> = entry
        .origin
        .places
        .iter()
        .filter(|(path, _)| path.ends_with("].assessed_on"))
        .map(|(_, place)| place)
        .collect();
    places.sort();
    let days: Vec<Date> = records.iter().filter_map(|record| record.assessed_on).collect();
    // Where a record could not be read, which day stands where is not known.
    if places.len() != days.len() {
        return Vec::new();
    }
    places.into_iter().cloned().zip(days.into_iter().map(Some)).collect()
}
