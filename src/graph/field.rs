//! Which kinds of records each field takes.

use crate::model::Kind;

/// The kinds that a field's reference may lead to, and what to call them in a sentence.
pub(super) fn kinds(field: &str) -> (&'static [Kind], &'static str) {
    match field {
        "organisation" | "vendors" => (&[Kind::Organisation], "organisation"),
        "project" | "projects" => (&[Kind::Project], "project"),
        "session" | "sessions" | "evidence" => (&[Kind::Session], "session"),
        "skill" | "skills" => (&[Kind::Skill], "skill"),
        "playbooks" => (&[Kind::Playbook], "playbook"),
        "lessons" => (&[Kind::Lesson], "lesson"),
        "decisions" | "supersedes" => (&[Kind::Decision], "decision"),
        "actions" => (&[Kind::OpenItem], "open item"),
        "recipients" | "responsible" | "accountable" | "consulted" | "informed" => {
            (&[Kind::Person, Kind::Organisation], "person, organisation or role")
        }
        _ => (&[Kind::Person], "person"),
    }
}

/// Whether a name without a record of that kind may imply one, where there is no register.
pub(super) fn can_be_implied(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Project | Kind::Skill)
}
