use super::super::composer::{Composer, text};
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter, Inline, Row};
use crate::insight::{Progress, ProjectResult};
use crate::model::{Entry, EntryId, Kind, Plan, Project, View};
use crate::render::words::Value;

/// What the projects came to, against the plan.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let edition = publication.edition;
    let mut intro = composer.introduction("portfolio", Some(Kind::Project));
    intro.extend(composer.own_view(View::Schedule));
    if edition.shows_money() {
        intro.extend(composer.own_view(View::Budget));
    }
    let mut rows = Vec::new();
    let mut sections = Vec::new();
    for (entry, project) in edition.projects() {
        let result = publication.insights.portfolio.projects.get(&entry.id);
        let mut cells = vec![composer.link(&entry.id), composer.value(project.status), finish(composer, result)];
        if edition.shows_money() {
            cells.push(cost(composer, result));
        }
        rows.push(Row { id: None, cells });
        let blocks = section(composer, entry, project, result);
        sections.push(composer.section(entry, blocks));
    }
    let heads = ["kind-project", "field-status", "field-finish", "field-cost"];
    intro.extend(composer.table(&heads[..if edition.shows_money() { 4 } else { 3 }], rows));
    composer.chapter("portfolio", intro, sections)
}

/// How late or early, with the verdict: never a number where none is recorded.
fn finish(composer: &Composer<'_>, result: Option<&ProjectResult>) -> Vec<Inline> {
    let Some(result) = result else { return composer.not_recorded() };
    let words = composer.words;
    let days = |days: i64| match days {
        0 => words.say("on-the-day").into_owned(),
        late if late > 0 => words.count("days-late", late.unsigned_abs() as usize),
        early => words.count("days-early", early.unsigned_abs() as usize),
    };
    let schedule = &result.schedule;
    match (schedule.finish_variance_days, schedule.on_time, schedule.forecast_days) {
        (Some(variance), Some(on_time), _) => {
            let verdict = words.say(if on_time { "on-time" } else { "late" });
            text(words.with_more(&days(variance), &verdict))
        }
        (_, _, Some(forecast)) => text(words.say_with("forecast-late", &[("days", Value::Text(&days(forecast)))])),
        _ if result.progress == Progress::Finished => composer.not_recorded(),
        _ if result.progress == Progress::Cancelled => text(words.say("project-status-cancelled")),
        _ => text(words.say("unfinished")),
    }
}

fn cost(composer: &Composer<'_>, result: Option<&ProjectResult>) -> Vec<Inline> {
    let words = composer.words;
    let Some(cost) = result.and_then(|result| result.cost.as_ref()) else { return composer.not_recorded() };
    let Some(spent) = cost.cost else { return composer.not_recorded() };
    let currency = cost.currency.as_deref();
    let mut line = words.money(spent, currency);
    if let Some(budget) = cost.budget {
        let budget = words.money(budget, currency);
        line = words.say_with("of-money", &[("part", Value::Text(&line)), ("all", Value::Text(&budget))]);
    }
    if let Some(on_budget) = cost.on_budget {
        let verdict = words.say(if on_budget { "within-budget" } else { "over-budget" });
        line = match cost.cost_variance_pct.filter(|percent| *percent != 0.0) {
            Some(percent) => {
                let sign = if percent > 0.0 { "+" } else { "" };
                words.with_more(&format!("{line}; {sign}{}", words.percent(percent)), &verdict)
            }
            None => words.with_more(&line, &verdict),
        };
    }
    text(line)
}

fn section(
    composer: &mut Composer<'_>,
    entry: &Entry<EntryId>,
    project: &Project<EntryId>,
    result: Option<&ProjectResult>,
) -> Vec<Block> {
    let money = composer.publication.edition.shows_money();
    let currency = result.and_then(|result| result.cost.as_ref()).and_then(|cost| cost.currency.clone());
    let mut facts = Facts::default();
    facts.add(composer, "field-status", composer.value(project.status));
    facts.add(composer, "field-lead", project.lead.as_ref().map_or_else(Vec::new, |id| composer.link(id)));
    facts.add(composer, "field-sponsor", project.sponsor.as_ref().map_or_else(Vec::new, |id| composer.link(id)));
    facts.add(composer, "field-vendors", composer.links(&project.vendors));
    for (label, plan) in
        [("field-planned", &project.planned), ("field-approved", &project.approved), ("field-actual", &project.actual)]
    {
        facts.add(composer, label, text(plan_line(composer, plan, money, currency.as_deref())));
    }
    facts.add(composer, "field-finish", finish(composer, result));
    if money {
        facts.add(composer, "field-cost", cost(composer, result));
    }
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    blocks.extend(composer.prose(&project.description, &entry.id));
    composer.part("section-objectives", &project.objectives, &entry.id, &mut blocks);
    if !project.phases.is_empty() {
        blocks.push(composer.heading("section-phases"));
        let rows = project
            .phases
            .iter()
            .map(|phase| Row {
                id: None,
                cells: vec![text(&phase.name), composer.date(phase.start), composer.date(phase.end)],
            })
            .collect();
        blocks.extend(composer.table(&["field-name", "field-start", "field-end"], rows));
    }
    blocks.extend(composer.prose(&entry.body, &entry.id));
    blocks
}

fn plan_line(composer: &Composer<'_>, plan: &Plan, money: bool, currency: Option<&str>) -> String {
    let words = composer.words;
    let mut parts = Vec::new();
    if plan.start.is_some() || plan.end.is_some() {
        parts.push(words.period(plan.start, plan.end));
    }
    if let Some(budget) = plan.budget.filter(|_| money) {
        parts.push(words.money(budget, currency));
    }
    parts.join(" · ")
}
