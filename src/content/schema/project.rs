use crate::content::fields::{Fields, mapping};
use crate::content::order;
use crate::content::reading::Reading;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Mention, Phase, Plan, Project, money};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> Project<Mention> {
    Project {
        lead: fields.mention("lead"),
        status: fields.word("status"),
        planned: plan(fields, "planned", "budget"),
        approved: plan(fields, "approved", "budget"),
        actual: plan(fields, "actual", "cost"),
        objectives: fields.prose("objectives"),
        currency: fields.get("currency", currency),
        sponsor: fields.mention("sponsor"),
        phases: fields.list("phases", phase),
        vendors: fields.mentions("vendors"),
        recognition: fields.prose("recognition"),
        description: fields.prose("description"),
    }
}

fn plan(fields: &mut Fields<'_, '_>, name: &'static str, sum: &'static str) -> Plan {
    let keys = format!("start, end, {sum}");
    let read = |fields: &mut Fields<'_, '_>| {
        let plan =
            Plan { start: fields.date("start"), end: fields.date("end"), budget: fields.get(sum, Reading::amount) };
        order::dates(fields, ("start", plan.start), ("end", plan.end));
        // What was planned has a budget and what came of it a cost: the other word is a slip.
        let other = if sum == "cost" { "budget" } else { "cost" };
        if let Some((key, _)) = fields.take_pair(other) {
            let message = format!("`{name}` has a `{sum}`, not a `{other}`");
            let place = fields.reading.span(key);
            fields
                .reading
                .report
                .push(Diagnostic::error(Code::UnknownKey, place, message).hint(format!("write `{sum}`")));
        }
        plan
    };
    fields.mapping(name, &keys, read).unwrap_or_default()
}

/// Three letters (ISO 4217).
fn currency(reading: &mut Reading<'_>, node: &Node, path: &str) -> Option<String> {
    let word = reading.line(node, path)?;
    match money::currency(&word) {
        Ok(code) => Some(code),
        Err(advice) => {
            let message = format!("\"{word}\" is no code of a currency");
            let place = reading.span(node);
            reading.report.push(Diagnostic::error(Code::UnknownValue, place, message).hint(advice));
            None
        }
    }
}

fn phase<'a>(reading: &mut Reading<'a>, node: &'a Node, path: &str) -> Option<Phase> {
    if matches!(node.value, Value::Scalar(_)) {
        return reading.line(node, path).map(|name| Phase { name, start: None, end: None });
    }
    mapping(reading, node, path, "name, start, end", |fields| {
        let (name, start, end) = (fields.line("name"), fields.date("start"), fields.date("end"));
        order::dates(fields, ("start", start), ("end", end));
        if name.is_none() {
            fields.lacks("name", "this phase has no `name`".to_owned(), "name, start, end");
        }
        name.map(|name| Phase { name, start, end })
    })
    .flatten()
}
