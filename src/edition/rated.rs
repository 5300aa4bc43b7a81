//! What an edition may know of money and of levels.

use crate::model::{Engagement, Entry, EntryId, Plan, Policy, Prose, RatingDetail, Record, Safeguard, Tolerances};

/// A record without the sums and levels that the policy withholds.
pub(super) fn entry(mut entry: Entry<EntryId>, policy: &Policy) -> Entry<EntryId> {
    if !policy.money
        && !Safeguard::Money.is_out()
        && let Record::Project(project) = &mut entry.record
    {
        for plan in [&mut project.planned, &mut project.approved, &mut project.actual] {
            *plan = Plan { budget: None, ..*plan };
        }
        project.currency = None;
    }
    if policy.ratings == RatingDetail::Person || Safeguard::Ratings.is_out() {
        return entry;
    }
    let hidden = policy.ratings == RatingDetail::Hidden;
    match &mut entry.record {
        Record::Person(person) => {
            if hidden {
                person.skills.clear();
            }
            person.skills.iter_mut().for_each(|record| record.evidence = Prose::default());
        }
        Record::Skill(skill) => {
            if hidden {
                skill.records.clear();
                skill.required_level = None;
                skill.required_holders = None;
            }
            skill.records.iter_mut().for_each(|record| record.evidence = Prose::default());
        }
        Record::Session(session) => {
            if hidden {
                session.skill_changes.clear();
            }
            session.skill_changes.iter_mut().for_each(|change| change.evidence = Prose::default());
            session.feedback = None;
        }
        _ => {}
    }
    entry
}

/// The engagement without what only sums need.
pub(super) fn engagement(mut engagement: Engagement<EntryId>, policy: &Policy) -> Engagement<EntryId> {
    if !policy.money {
        engagement.currency = None;
        engagement.tolerances = Tolerances { cost_pct: 0.0, ..engagement.tolerances };
    }
    engagement
}
