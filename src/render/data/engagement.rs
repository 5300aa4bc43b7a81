use super::table::Facts;
use super::value::Value;
use crate::insight::{AreaReadiness, CoverageCounts, CurrencySum, Portfolio};
use crate::model::Kind;

/// The engagement as one object.
pub(super) fn engagement(facts: &Facts<'_>) -> Value {
    let engagement = facts.edition.engagement();
    let title = &engagement.site_title;
    let insights = facts.insights;
    let mut fields = vec![
        ("title", if title.is_empty() { Value::Null } else { Value::text(title) }),
        ("client", engagement.client.as_ref().into()),
        ("start", engagement.start.into()),
        ("end", engagement.end.into()),
        ("as_of", facts.edition.today().into()),
        ("counts", counts(facts)),
        ("portfolio", portfolio(&insights.portfolio)),
    ];
    if let Some(coverage) = &insights.coverage {
        fields.push(("coverage", coverage_counts(&coverage.after_exit)));
        fields.push(("coverage_with_consultants", coverage_counts(&coverage.with_consultants)));
    }
    fields.push(("readiness", Value::list(&insights.readiness.areas, |area| readiness(facts, area))));
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn counts(facts: &Facts<'_>) -> Value {
    let count = |kind: Kind| Value::from(facts.edition.of_kind(kind).count());
    Value::object([
        ("sessions", count(Kind::Session)),
        ("playbooks", count(Kind::Playbook)),
        ("lessons", count(Kind::Lesson)),
        ("decisions", count(Kind::Decision)),
        ("projects", count(Kind::Project)),
        ("people", count(Kind::Person)),
        ("skills", count(Kind::Skill)),
        ("open_items", count(Kind::OpenItem)),
        ("leave_behinds", count(Kind::LeaveBehind)),
        ("success_criteria", count(Kind::SuccessCriterion)),
    ])
}

fn portfolio(portfolio: &Portfolio) -> Value {
    let mut fields = vec![
        ("completed", portfolio.completed.into()),
        ("cancelled", portfolio.cancelled.into()),
        ("on_time", portfolio.on_time.into()),
    ];
    if let Some(on_budget) = portfolio.on_budget {
        fields.push(("on_budget", on_budget.into()));
    }
    fields.push(("not_recorded", portfolio.not_recorded.into()));
    if let Some(sums) = &portfolio.sums {
        fields.push(("sums", Value::list(sums, sum)));
    }
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn sum(sum: &CurrencySum) -> Value {
    Value::object([
        ("currency", sum.currency.as_ref().into()),
        ("budget", sum.budget.into()),
        ("cost", sum.cost.into()),
    ])
}

fn coverage_counts(counts: &CoverageCounts) -> Value {
    Value::object([
        ("gap", counts.gap.into()),
        ("single_holder", counts.single_holder.into()),
        ("thin", counts.thin.into()),
        ("covered", counts.covered.into()),
    ])
}

fn readiness(facts: &Facts<'_>, readiness: &AreaReadiness) -> Value {
    let blocked_by = Value::list(&readiness.blocked_by, |blocker| {
        let title = facts.edition.get(&blocker.id).map_or(&*blocker.id.slug, |entry| &entry.title);
        Value::Text(format!("{title} ({})", blocker.obstacle.as_str().replace('_', " ")))
    });
    Value::object([
        ("area", Value::word(readiness.area)),
        ("done", readiness.checklist.part.into()),
        ("of", readiness.checklist.of.into()),
        ("blocked_by", blocked_by),
    ])
}
