//! Numbers of records in words.

use crate::model::Kind;

/// So many records of a kind: `1 open item`, `12 people`.
pub(super) fn counted(count: usize, kind: Kind) -> String {
    let (one, many) = match kind {
        Kind::Page => ("page", "pages"),
        Kind::Playbook => ("playbook", "playbooks"),
        Kind::Lesson => ("lesson", "lessons"),
        Kind::Decision => ("decision", "decisions"),
        Kind::Session => ("session", "sessions"),
        Kind::Organisation => ("organisation", "organisations"),
        Kind::Person => ("person", "people"),
        Kind::Project => ("project", "projects"),
        Kind::Skill => ("skill", "skills"),
        Kind::OpenItem => ("open item", "open items"),
        Kind::LeaveBehind => ("leave-behind", "leave-behinds"),
        Kind::SuccessCriterion => ("success criterion", "success criteria"),
        Kind::HandoverItem => ("handover item", "handover items"),
        Kind::Term => ("term", "terms"),
    };
    format!("{count} {}", if count == 1 { one } else { many })
}
