//! The fields of every kind of record, one file a kind.

mod decision;
mod handover_item;
mod leave_behind;
mod lesson;
mod open_item;
mod organisation;
mod page;
mod person;
mod playbook;
mod project;
mod session;
mod skill;
mod skill_record;
mod success_criterion;
mod term;

use super::fields::Fields;
use super::record::{Draft, Setting};
use crate::model::{EntryId, Kind, Mention, Prose, Record};

/// What the fields of a record are read into, besides the record.
pub(crate) struct Outset<'s> {
    /// The body, out of which sections may be taken.
    pub(crate) body: &'s mut Prose<Mention>,
    /// The id the record will have, where it is known by now.
    pub(crate) id: Option<&'s EntryId>,
    /// Records that stand inside of this one.
    pub(crate) parts: &'s mut Vec<Draft>,
    /// Where the record stands.
    pub(crate) setting: &'s Setting,
    /// The anchors of headings whose sections have become fields.
    pub(crate) anchors: &'s mut Vec<String>,
}

/// Reads the fields of a kind.
pub(crate) fn read(kind: Kind, fields: &mut Fields<'_, '_>, outset: &mut Outset<'_>) -> Record<Mention> {
    match kind {
        Kind::Page => Record::Page(page::read(fields)),
        Kind::Playbook => Record::Playbook(Box::new(playbook::read(fields, outset.body))),
        Kind::Lesson => Record::Lesson(Box::new(lesson::read(fields, outset))),
        Kind::Decision => Record::Decision(Box::new(decision::read(fields, outset))),
        Kind::Session => Record::Session(Box::new(session::read(fields, outset))),
        Kind::Organisation => Record::Organisation(organisation::read(fields)),
        Kind::Person => Record::Person(Box::new(person::read(fields, outset.id))),
        Kind::Project => Record::Project(Box::new(project::read(fields))),
        Kind::Skill => Record::Skill(Box::new(skill::read(fields, outset.id))),
        Kind::OpenItem => Record::OpenItem(Box::new(open_item::read(fields))),
        Kind::LeaveBehind => Record::LeaveBehind(Box::new(leave_behind::read(fields))),
        Kind::SuccessCriterion => Record::SuccessCriterion(Box::new(success_criterion::read(fields))),
        Kind::HandoverItem => Record::HandoverItem(Box::new(handover_item::read(fields))),
        Kind::Term => Record::Term(term::read(fields, outset.body)),
    }
}
