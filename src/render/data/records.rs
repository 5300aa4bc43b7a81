use super::table::{Column, Facts, Row, Table};
use super::value::Value;
use crate::insight::{Cost, ItemStanding, ProjectResult};
use crate::model::{
    Decision, EntryId, LeaveBehind, Lesson, OpenItem, Playbook, Project, Retrospective, Saying, Session, SkillChange,
    SuccessCriterion,
};

pub(super) fn sessions(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Session<EntryId>>>> = vec![
        Column::new("date", |_, row| row.record.date.into()),
        Column::new("time", |_, row| row.record.time.map_or(Value::Null, |time| Value::Text(time.to_string()))),
        Column::new("duration", |_, row| row.record.minutes.into()),
        Column::new("type", |_, row| Value::word(row.record.session_type)),
        Column::new("status", |facts, row| Value::word(Some(row.record.status_on(facts.edition.today())))),
        Column::new("participants", |_, row| {
            Value::ids(row.record.participants.iter().map(|participant| &participant.person))
        }),
        Column::new("facilitator", |_, row| Value::one_or_more(&row.record.facilitators)),
        Column::new("absent", |_, row| Value::ids(&row.record.absent)),
        Column::new("project", |_, row| Value::one_or_more(&row.record.projects)),
        Column::new("skills", |_, row| Value::ids(&row.record.skills)),
        Column::new("method", |_, row| Value::word(row.record.method)),
        Column::new("summary", |_, row| (&row.record.summary).into()),
        Column::new("notes", |_, row| (&row.record.notes).into()),
        Column::new("decisions", |_, row| Value::ids(&row.record.decisions)),
        Column::new("actions", |_, row| Value::ids(&row.record.actions)),
        Column::new("lessons", |_, row| Value::list(&row.record.lessons, Value::from)),
        Column::new("playbooks", |_, row| Value::list(&row.record.playbooks, Value::from)),
        Column::named_ratings("skill_changes", |_, row| Value::list(&row.record.skill_changes, skill_change)),
        Column::new("retro.format", |_, row| {
            Value::word(row.record.retrospective.as_ref().and_then(|retrospective| retrospective.format))
        }),
        Column::new("retro.columns", |_, row| row.record.retrospective.as_ref().map(columns_of).into()),
        Column::new("expected", |_, row| (&row.record.expected).into()),
        Column::new("actual", |_, row| (&row.record.actual).into()),
        Column::new("why", |_, row| (&row.record.why).into()),
        Column::new("sustain", |_, row| (&row.record.sustain).into()),
        Column::new("improve", |_, row| (&row.record.improve).into()),
        Column::new("moments", |_, row| Value::list(&row.record.moments, saying)),
        Column::new("quotes", |_, row| Value::list(&row.record.quotes, saying)),
        Column::named_ratings("feedback.score", |_, row| {
            row.record.feedback.and_then(|feedback| feedback.score).into()
        }),
        Column::named_ratings("feedback.responses", |_, row| {
            row.record.feedback.and_then(|feedback| feedback.responses).into()
        }),
    ];
    facts.register("title", columns, facts.edition.sessions())
}

fn skill_change(change: &SkillChange<EntryId>) -> Value {
    Value::object([
        ("person", (&change.person).into()),
        ("skill", (&change.skill).into()),
        ("from", change.from.into()),
        ("to", change.to.into()),
        ("evidence", (&change.evidence).into()),
    ])
}

fn columns_of(retrospective: &Retrospective<EntryId>) -> Value {
    let columns = retrospective.columns.iter();
    Value::Object(columns.map(|(name, notes)| (name.clone(), Value::list(notes, Value::from))).collect())
}

fn saying(saying: &Saying<EntryId>) -> Value {
    Value::object([("text", (&saying.text).into()), ("person", saying.person.as_ref().into())])
}

pub(super) fn playbooks(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Playbook<EntryId>>>> = vec![
        Column::new("purpose", |_, row| (&row.record.purpose).into()),
        Column::new("when_to_use", |_, row| (&row.record.when_to_use).into()),
        Column::new("steps", |_, row| (&row.entry.body).into()),
        Column::new("owner", |_, row| row.record.owner.as_ref().into()),
        Column::new("skills", |_, row| Value::ids(&row.record.skills)),
        Column::new("roles.responsible", |_, row| Value::list(&row.record.roles.responsible, Value::from)),
        Column::new("roles.accountable", |_, row| Value::list(&row.record.roles.accountable, Value::from)),
        Column::new("roles.consulted", |_, row| Value::list(&row.record.roles.consulted, Value::from)),
        Column::new("roles.informed", |_, row| Value::list(&row.record.roles.informed, Value::from)),
        Column::new("inputs", |_, row| (&row.record.inputs).into()),
        Column::new("outputs", |_, row| (&row.record.outputs).into()),
        Column::new("pitfalls", |_, row| (&row.record.pitfalls).into()),
        Column::new("how_to_extend", |_, row| (&row.record.how_to_extend).into()),
        Column::new("lessons", |_, row| Value::ids(&row.record.lessons)),
        Column::new("status", |_, row| Value::word(row.record.status)),
        Column::new("review_by", |_, row| row.record.review_by.into()),
        Column::new("date", |_, row| row.record.date.into()),
    ];
    facts.register("title", columns, facts.edition.playbooks())
}

pub(super) fn lessons(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Lesson<EntryId>>>> = vec![
        Column::new("date", |_, row| row.record.date.into()),
        Column::new("event", |_, row| (&row.record.event).into()),
        Column::new("effect", |_, row| (&row.record.effect).into()),
        Column::new("causes", |_, row| (&row.record.causes).into()),
        Column::new("recommendation", |_, row| (&row.record.recommendation).into()),
        Column::new("theme", |_, row| row.record.theme.as_ref().into()),
        Column::new("owner", |_, row| row.record.owner.as_ref().into()),
        Column::new("status", |_, row| Value::word(row.record.status)),
        Column::new("polarity", |_, row| Value::word(row.record.polarity)),
        Column::new("project", |_, row| Value::one_or_more(&row.record.projects)),
        Column::new("session", |_, row| Value::one_or_more(&row.record.sessions)),
        Column::new("priority", |_, row| row.record.priority.as_ref().into()),
        Column::new("scope", |_, row| row.record.scope.as_ref().into()),
        Column::new("playbooks", |_, row| Value::ids(&row.record.playbooks)),
    ];
    facts.register("title", columns, facts.edition.lessons())
}

pub(super) fn decisions(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Decision<EntryId>>>> = vec![
        Column::new("date", |_, row| row.record.date.into()),
        Column::new("status", |_, row| Value::word(row.record.status)),
        Column::new("decision_makers", |_, row| Value::ids(&row.record.decision_makers)),
        Column::new("context", |_, row| (&row.record.context).into()),
        Column::new("options", |_, row| (&row.record.options).into()),
        Column::new("outcome", |_, row| (&row.record.outcome).into()),
        Column::new("rationale", |_, row| (&row.record.rationale).into()),
        Column::new("consequences", |_, row| (&row.record.consequences).into()),
        Column::new("supersedes", |_, row| Value::ids(&row.record.supersedes)),
        Column::new("project", |_, row| Value::one_or_more(&row.record.projects)),
        Column::new("session", |_, row| Value::one_or_more(&row.record.sessions)),
    ];
    facts.register("title", columns, facts.edition.decisions())
}

pub(super) fn projects(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Project<EntryId>>>> = vec![
        Column::new("lead", |_, row| row.record.lead.as_ref().into()),
        Column::new("status", |_, row| Value::word(row.record.status)),
        Column::new("planned.start", |_, row| row.record.planned.start.into()),
        Column::new("planned.end", |_, row| row.record.planned.end.into()),
        Column::money("planned.budget", |_, row| row.record.planned.budget.into()),
        Column::new("approved.start", |_, row| row.record.approved.start.into()),
        Column::new("approved.end", |_, row| row.record.approved.end.into()),
        Column::money("approved.budget", |_, row| row.record.approved.budget.into()),
        Column::new("actual.start", |_, row| row.record.actual.start.into()),
        Column::new("actual.end", |_, row| row.record.actual.end.into()),
        Column::money("actual.cost", |_, row| row.record.actual.budget.into()),
        Column::money("currency", |_, row| row.record.currency.as_ref().into()),
        Column::new("objectives", |_, row| (&row.record.objectives).into()),
        Column::new("description", |_, row| (&row.record.description).into()),
        Column::new("sponsor", |_, row| row.record.sponsor.as_ref().into()),
        Column::new("phases", |_, row| {
            Value::list(&row.record.phases, |phase| {
                Value::object([
                    ("name", (&phase.name).into()),
                    ("start", phase.start.into()),
                    ("end", phase.end.into()),
                ])
            })
        }),
        Column::new("vendors", |_, row| Value::ids(&row.record.vendors)),
        Column::new("recognition", |_, row| (&row.record.recognition).into()),
        Column::new("finish_variance_days", |facts, row| {
            result(facts, row).and_then(|result| result.schedule.finish_variance_days).into()
        }),
        Column::new("on_time", |facts, row| result(facts, row).and_then(|result| result.schedule.on_time).into()),
        Column::money("cost_variance_pct", |facts, row| {
            cost(facts, row).and_then(|cost| cost.cost_variance_pct).into()
        }),
        Column::money("on_budget", |facts, row| cost(facts, row).and_then(|cost| cost.on_budget).into()),
    ];
    facts.register("title", columns, facts.edition.projects())
}

fn result<'a>(facts: &Facts<'a>, row: &Row<'_, Project<EntryId>>) -> Option<&'a ProjectResult> {
    facts.insights.portfolio.projects.get(&row.entry.id)
}

fn cost<'a>(facts: &Facts<'a>, row: &Row<'_, Project<EntryId>>) -> Option<&'a Cost> {
    result(facts, row).and_then(|result| result.cost.as_ref())
}

pub(super) fn open_items(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, OpenItem<EntryId>>>> = vec![
        Column::new("type", |_, row| Value::word(row.record.item_type)),
        Column::new("owner", |_, row| row.record.owner.as_ref().into()),
        Column::new("raised", |_, row| row.record.raised.into()),
        Column::new("due", |_, row| row.record.due.into()),
        Column::new("status", |_, row| Value::word(row.record.status)),
        Column::new("next_action", |_, row| (&row.record.next_action).into()),
        Column::new("description", |_, row| (&row.record.description).into()),
        Column::new("probability", |_, row| row.record.probability.into()),
        Column::new("impact", |_, row| row.record.impact.into()),
        Column::new("response", |_, row| Value::word(row.record.response)),
        Column::new("project", |_, row| Value::one_or_more(&row.record.projects)),
        Column::new("session", |_, row| Value::one_or_more(&row.record.sessions)),
        Column::new("new_owner", |_, row| row.record.new_owner.as_ref().into()),
        Column::new("overdue", |facts, row| standing(facts, row).map(|item| item.overdue).into()),
        Column::new("owner_leaves", |facts, row| standing(facts, row).and_then(|item| item.owner_leaves).into()),
        Column::new("risk_score", |facts, row| standing(facts, row).and_then(|item| item.risk_score).into()),
    ];
    facts.register("title", columns, facts.edition.open_items())
}

fn standing<'a>(facts: &Facts<'a>, row: &Row<'_, OpenItem<EntryId>>) -> Option<&'a ItemStanding> {
    facts.insights.open_at_exit.items.get(&row.entry.id)
}

pub(super) fn leave_behinds(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, LeaveBehind<EntryId>>>> = vec![
        Column::new("kind", |_, row| Value::word(row.record.step)),
        Column::new("form", |_, row| Value::word(row.record.form)),
        Column::new("owner_after", |_, row| row.record.owner_after.as_ref().into()),
        Column::new("location", |_, row| (&row.record.location).into()),
        Column::new("recipients", |_, row| Value::list(&row.record.recipients, Value::from)),
        Column::new("evidence", |_, row| Value::ids(&row.record.evidence)),
        Column::new("description", |_, row| (&row.record.description).into()),
        Column::new("maintenance", |_, row| (&row.record.maintenance).into()),
        Column::new("how_to_extend", |_, row| (&row.record.how_to_extend).into()),
        Column::new("review_by", |_, row| row.record.review_by.into()),
        Column::new("accepted_by", |_, row| row.record.accepted_by.as_ref().into()),
        Column::new("accepted_on", |_, row| row.record.accepted_on.into()),
    ];
    facts.register("title", columns, facts.edition.leave_behinds())
}

pub(super) fn success_criteria(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, SuccessCriterion<EntryId>>>> = vec![
        Column::new("measure", |_, row| (&row.record.measure).into()),
        Column::new("baseline", |_, row| row.record.baseline.as_ref().into()),
        Column::new("target", |_, row| row.record.target.as_ref().into()),
        Column::new("owner", |_, row| row.record.owner.as_ref().into()),
        Column::new("measure_when", |_, row| row.record.measure_when.as_ref().into()),
        Column::new("actual", |_, row| row.record.actual.as_ref().into()),
        Column::new("measured_on", |_, row| row.record.measured_on.into()),
        Column::new("status", |_, row| Value::word(row.record.status)),
    ];
    facts.register("title", columns, facts.edition.success_criteria())
}
