use super::{Draft, in_order, status_html};
use crate::insight::{Progress, ProjectResult};
use crate::model::{Entry, EntryId, Kind, Plan, Project, Record};
use crate::render::site::Site;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::Reference;
use crate::render::words::Value as Say;

/// The page of a project: planned against actual, and what is left of it.
pub(super) fn page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, project: &'a Project<EntryId>) {
    draft.lede(&project.description);
    draft.fact_status(project.status);
    draft.fact("lead", draft.values(&project.lead));
    draft.fact("sponsor", draft.values(&project.sponsor));
    draft.fact("vendors", draft.values(&project.vendors));
    draft.section("objectives", &project.objectives);
    draft.body(entry);
    results(draft, entry, project);
    phases(draft, project);
    open_items(draft, entry);
    let site = draft.site;
    let of_project = |kind: Kind| {
        in_order(site, kind).into_iter().filter(|other| match &other.record {
            Record::Lesson(lesson) => lesson.projects.contains(&entry.id),
            Record::Decision(decision) => decision.projects.contains(&entry.id),
            _ => false,
        })
    };
    draft.references("project-lessons", draft.reference_list(of_project(Kind::Lesson).map(|lesson| &lesson.id)));
    draft
        .references("project-decisions", draft.reference_list(of_project(Kind::Decision).map(|decision| &decision.id)));
    draft.section("recognition", &project.recognition);
}

fn results(draft: &mut Draft<'_>, entry: &Entry<EntryId>, project: &Project<EntryId>) {
    let site = draft.site;
    let money = site.publication.edition.shows_money();
    let mut columns =
        vec![Column::new(""), Column::new(&draft.say("field-start")), Column::new(&draft.say("field-end"))];
    if money {
        columns.push(Column::new(&draft.say("field-budget")).number());
    }
    let result = site.publication.insights.portfolio.projects.get(&entry.id);
    let currency = result.and_then(|result| result.cost.as_ref()).and_then(|cost| cost.currency.as_deref());
    let row = |key: &str, plan: &Plan| {
        let date = |date: Option<jiff::civil::Date>| {
            Cell::html(date.map_or_else(|| site.words.say("not-recorded").into_owned(), |date| site.time(date)))
        };
        let mut cells = vec![Cell::text(&site.words.say(key)), date(plan.start), date(plan.end)];
        if money {
            let sum = plan.budget.map(|sum| site.words.money(sum, currency));
            cells.push(Cell::text(&sum.unwrap_or_else(|| site.words.say("not-recorded").into_owned())));
        }
        Row { id: None, cells }
    };
    let plans =
        [("field-planned", &project.planned), ("field-approved", &project.approved), ("field-actual", &project.actual)];
    let rows: Vec<Row> = plans.iter().filter(|(_, plan)| !plan.is_empty()).map(|(key, plan)| row(key, plan)).collect();
    if rows.is_empty() {
        return;
    }
    columns[0] = Column::new(&draft.say("section-results"));
    let mut html = table(site.words, "", &columns, &rows, false);
    if let Some(result) = result {
        html.push_str("<p class=\"chips\">");
        html.push_str(&schedule_html(site, result));
        if result.cost.is_some() {
            html.push(' ');
            html.push_str(&cost_html(site, result));
        }
        html.push_str("</p>");
    }
    draft.markup("results", html);
}

/// How the time came out, as mark-up.
pub(super) fn schedule_html(site: &Site<'_>, result: &ProjectResult) -> String {
    let words = site.words;
    let days = |days: i64| match days {
        0 => words.say("on-the-day").into_owned(),
        late if late > 0 => words.say_with("days-late", &[("count", Say::Number(late as f64))]),
        early => words.say_with("days-early", &[("count", Say::Number(-early as f64))]),
    };
    match (result.progress, result.schedule.on_time, result.schedule.finish_variance_days) {
        (Progress::Cancelled, ..) => status_html("plain", &words.say("project-status-cancelled")),
        (Progress::Unfinished, ..) => match result.schedule.forecast_days {
            Some(late) => status_html(
                if late > 0 { "warn" } else { "plain" },
                &words.say_with("forecast-late", &[("days", Say::Text(&days(late)))]),
            ),
            None => status_html("plain", &words.say("unfinished")),
        },
        (Progress::Finished, Some(true), Some(late)) if late != 0 => {
            status_html("ok", &words.with_more(&words.say("on-time"), &days(late)))
        }
        (Progress::Finished, Some(true), _) => status_html("ok", &words.say("on-time")),
        (Progress::Finished, Some(false), Some(late)) => status_html("bad", &days(late)),
        (Progress::Finished, Some(false), None) => status_html("bad", &words.say("late")),
        (Progress::Finished, None, _) => status_html("plain", &words.say("not-recorded")),
    }
}

/// How the money came out, as mark-up; empty where the edition hides it.
pub(super) fn cost_html(site: &Site<'_>, result: &ProjectResult) -> String {
    let words = site.words;
    let Some(cost) = &result.cost else { return String::new() };
    match (result.progress, cost.on_budget, cost.cost_variance_pct) {
        (Progress::Cancelled, ..) => status_html("plain", &words.say("project-status-cancelled")),
        (Progress::Unfinished, ..) => status_html("plain", &words.say("unfinished")),
        (Progress::Finished, Some(true), _) => status_html("ok", &words.say("within-budget")),
        (Progress::Finished, Some(false), Some(percent)) => {
            let number = words.deviation(percent);
            status_html("bad", &words.say_with("percent-over", &[("number", Say::Text(&number))]))
        }
        (Progress::Finished, Some(false), None) => status_html("bad", &words.say("over-budget")),
        (Progress::Finished, None, _) => status_html("plain", &words.say("not-recorded")),
    }
}

fn phases(draft: &mut Draft<'_>, project: &Project<EntryId>) {
    if project.phases.is_empty() {
        return;
    }
    let site = draft.site;
    let columns = [
        Column::new(&draft.say("field-name")),
        Column::new(&draft.say("field-start")),
        Column::new(&draft.say("field-end")),
    ];
    let rows: Vec<Row> = project
        .phases
        .iter()
        .map(|phase| Row {
            id: None,
            cells: vec![
                Cell::text(&phase.name),
                Cell::html(phase.start.map_or(String::new(), |date| site.time(date))),
                Cell::html(phase.end.map_or(String::new(), |date| site.time(date))),
            ],
        })
        .collect();
    let html = table(site.words, "", &columns, &rows, false);
    draft.markup("phases", html);
}

fn open_items(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let open = &draft.site.publication.insights.open_at_exit;
    let references: Vec<Reference> = draft
        .site
        .publication
        .edition
        .open_items()
        .filter(|(item, record)| {
            record.projects.contains(&entry.id) && open.items.get(&item.id).is_some_and(|standing| standing.open)
        })
        .map(|(item, _)| draft.item(&item.id))
        .collect();
    draft.references("open-on-project", references);
}
