//! The readiness of the handover as `check` says it.

use super::counted::counted;
use crate::compile::{Compiled, Standing};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::insight::{GateFailure, Obstacle, Share};
use crate::model::{EntryId, Kind, Vocabulary as _};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The thresholds that are missed, as errors.
pub(super) fn gate(compiled: &Compiled, standing: &Standing) -> Report {
    let check = &compiled.config.check;
    let mut report = Report::new();
    for failure in standing.readiness.gate(check.gate_owners, check.gate_coverage) {
        let (share, wanted, what, hint) = match failure {
            GateFailure::Owners { share, wanted_pct } => {
                (share, wanted_pct, "open items have an owner who stays", "name a `new_owner` for the others")
            }
            GateFailure::Coverage { share, wanted_pct } => {
                (share, wanted_pct, "skills are covered after the engagement", "the others need holders who stay")
            }
        };
        let Share { part, of } = share;
        let message = format!("{part} of {of} {what}, and {wanted} percent must");
        report.push(Diagnostic::of_site(Code::Gate, Severity::Error, message).hint(hint));
    }
    report
}

/// The report; with what the edition withholds, where one was named.
pub(super) fn text(compiled: &Compiled, standing: &Standing, edition_was_named: bool) -> String {
    let mut text = String::new();
    let readiness = &standing.readiness;
    let verdict = if readiness.is_ready() { "nothing bars the handover" } else { "not ready" };
    let _ = writeln!(text, "Readiness on {}: {verdict}", compiled.today);
    for area in &readiness.areas {
        let name = area.area.map_or("other", |area| area.as_str()).replace('_', " ");
        let Share { part, of } = area.checklist;
        let _ = writeln!(text, "  {name:<14} {part} of {of} done");
        for blocker in &area.blocked_by {
            let _ = writeln!(text, "    {}: {}", obstacle(blocker.obstacle), title(standing, &blocker.id));
        }
    }
    let _ = writeln!(text, "  {:<14} {} of {} open items", "owned", readiness.owned.part, readiness.owned.of);
    if let Some(Share { part, of }) = readiness.covered {
        let _ = writeln!(text, "  {:<14} {part} of {of} skills", "covered");
    }
    if edition_was_named {
        text.push_str(&withheld(compiled, standing));
    }
    text
}

/// Which records the edition does not show, and which it shows without some of their text.
fn withheld(compiled: &Compiled, standing: &Standing) -> String {
    let name = &compiled.policy.name;
    let withheld = compiled.withheld();
    let mut kinds = BTreeMap::<Kind, usize>::new();
    for id in &withheld.records {
        *kinds.entry(id.kind).or_default() += 1;
    }
    let mut counts: Vec<_> = kinds.into_iter().map(|(kind, count)| counted(count, kind)).collect();
    match withheld.passages.values().sum() {
        0 => {}
        1 => counts.push("1 passage of a visible record".to_owned()),
        passages => counts.push(format!("{passages} passages of visible records")),
    }
    if counts.is_empty() {
        return format!("The edition \"{name}\" withholds nothing\n");
    }
    let mut text = format!("The edition \"{name}\" withholds {}\n", counts.join(", "));
    for id in &withheld.records {
        let _ = writeln!(text, "  {:<18} {}", id.kind.as_str(), title(standing, id));
    }
    for (id, count) in &withheld.passages {
        let what = if *count == 1 { "1 passage of".to_owned() } else { format!("{count} passages of") };
        let _ = writeln!(text, "  {what:<18} {} ({id})", title(standing, id));
    }
    text
}

fn obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NotDone => "not done",
        Obstacle::Unowned => "nobody owns it",
        Obstacle::OwnerLeaves => "its owner leaves",
        Obstacle::NobodyHolds => "nobody who stays holds it",
    }
}

fn title<'a>(standing: &'a Standing, id: &'a EntryId) -> &'a str {
    standing.titles.get(id).map_or(&id.slug, String::as_str)
}
