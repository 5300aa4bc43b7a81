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

/// How many records of which kinds the edition does not show.
fn withheld(compiled: &Compiled, standing: &Standing) -> String {
    let mut all = BTreeMap::<Kind, usize>::new();
    for id in standing.titles.keys() {
        *all.entry(id.kind).or_default() += 1;
    }
    let missing = all.into_iter().filter_map(|(kind, count)| {
        let hidden = count.saturating_sub(compiled.counts.get(&kind).copied().unwrap_or_default());
        (hidden > 0).then(|| counted(hidden, kind))
    });
    let missing: Vec<_> = missing.collect();
    let name = &compiled.policy.name;
    match missing.as_slice() {
        [] => format!("The edition \"{name}\" withholds no record\n"),
        _ => format!("The edition \"{name}\" withholds {}\n", missing.join(", ")),
    }
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
