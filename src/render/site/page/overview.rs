//! Pages that are no record's: what the records say together.

use super::home::{figures, steps};
use super::register::{rows, rows_as};
use super::skill::coverage_html;
use super::{Draft, Ready, in_order, shortened, status_html, tone};
use crate::insight::Month;
use crate::model::{Entry, EntryId, Kind, LeaveBehind, SessionStatus, Step, View, Vocabulary};
use crate::output::OutputPath;
use crate::render::plain;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::route::FixedPage;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::{Link, Page, Part, Reference};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Beyond so many sessions the timeline leads to the register instead of naming them.
const MOST_SESSIONS: usize = 400;

/// How many risks the sponsor's page names.
const TOP_RISKS: usize = 5;

/// The frame of a page that is always there.
pub(in crate::render::site) fn frame(
    site: &Site<'_>,
    path: &OutputPath,
    kind: &str,
    title: &str,
    page: FixedPage,
) -> Page {
    let mut frame = site.frame(path, kind, title, site.routes.fixed(page));
    frame.label = site.group_of(path).unwrap_or_default();
    frame.crumbs = site.crumbs(path, &[]);
    frame
}

pub(super) fn begin<'a>(
    site: &'a Site<'a>,
    path: &'a OutputPath,
    kind: &str,
    title_key: &str,
    page: FixedPage,
) -> Draft<'a> {
    let title = site.words.say(title_key).into_owned();
    let mut frame = frame(site, path, kind, &title, page);
    let lede = site.words.say(&format!("lede-{kind}"));
    frame.lede = format!("<p>{}</p>", escaped(&lede));
    frame.description = lede.into_owned();
    Draft::new(site, path, frame)
}

pub(super) fn picture(draft: &mut Draft<'_>, view: View) {
    let arguments: &[(String, String)] = &[];
    if let Some(picture) = draft.writer.picture(view.as_str(), arguments) {
        draft.sheet.pictures.push(picture);
    }
}

/// Leads to data files that stand beside no register.
pub(super) fn files(draft: &mut Draft<'_>, files: Vec<Link>) {
    let links: Vec<String> = files.iter().map(|file| super::link_html(&file.url, &file.title)).collect();
    let said = escaped(&draft.say("the-same-as-data"));
    let html = format!("<p class=\"files\"><span>{said}</span> {}</p>", links.join(" "));
    draft.sheet.parts.push(Part { html, ..Part::default() });
}

/// What happened when.
pub(in crate::render::site) fn timeline<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "timeline", "timeline", FixedPage::Timeline);
    picture(&mut draft, View::Timeline);
    picture(&mut draft, View::Schedule);
    let edition = site.publication.edition;
    let mut months: BTreeMap<Month, Vec<&EntryId>> = BTreeMap::new();
    for entry in in_order(site, Kind::Session) {
        if let Some(date) = super::date_of(entry) {
            months.entry(Month::of(date)).or_default().push(&entry.id);
        }
    }
    let few = edition.sessions().count() <= MOST_SESSIONS;
    let mut html = String::new();
    for (month, sessions) in &months {
        let name = escaped(&site.words.month(month.year, month.month));
        // Those that did not take place are listed with their status, and not counted.
        let given = site.publication.insights.training.months.get(month);
        let mut count = escaped(&site.words.count("sessions-count", given.map_or(0, |given| given.sessions)));
        if let Some(minutes) = given.map(|given| given.minutes).filter(|minutes| *minutes > 0) {
            count = format!("{count} · {}", escaped(&site.words.duration(minutes as u32)));
        }
        if few {
            write!(html, "<details class=\"fold\"><summary>{name}<span class=\"when\">{count}</span></summary><ul class=\"refs\">")
                .expect("writing to a String cannot fail");
            for id in sessions {
                let reference = draft.reference(id);
                write!(
                    html,
                    "<li><a href=\"{}\">{}</a><span class=\"when\">{}</span></li>",
                    escaped(&reference.url),
                    escaped(&reference.title),
                    status_of(site, id).unwrap_or_else(|| escaped(&reference.when))
                )
                .expect("writing to a String cannot fail");
            }
            html.push_str("</ul></details>");
        } else {
            let part = site
                .routes
                .register_parts(Kind::Session)
                .iter()
                .find(|part| sessions.first().is_some_and(|id| part.entries.contains(id)));
            let url = part.map_or(String::new(), |part| site.href(path, &part.path));
            write!(
                html,
                "<li>{}<span class=\"when\">{count}</span></li>",
                super::link_html(&url, &site.words.month(month.year, month.month))
            )
            .expect("writing to a String cannot fail");
        }
    }
    if !few {
        html = format!("<ul class=\"refs\">{html}</ul>");
    }
    if !months.is_empty() {
        draft.markup("month-by-month", html);
    }
    draft.finish()
}

/// The status of a session that did not take place.
fn status_of(site: &Site<'_>, id: &EntryId) -> Option<String> {
    let (_, session) = site.publication.edition.session(id)?;
    let status = session.status_on(site.publication.edition.today());
    (status != SessionStatus::Held).then(|| status_html(super::tone(status), &site.words.word(status)))
}

/// On time and on budget.
pub(in crate::render::site) fn portfolio<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "portfolio", "portfolio", FixedPage::Portfolio);
    let portfolio = &site.publication.insights.portfolio;
    draft.sheet.figures = figures(site, path)
        .into_iter()
        .filter(|figure| figure.url.as_deref() == Some(site.href(path, path).as_str()))
        .collect();
    draft.sheet.figures.iter_mut().for_each(|figure| figure.url = None);
    picture(&mut draft, View::Schedule);
    picture(&mut draft, View::Budget);
    let entries = in_order(site, Kind::Project);
    let html = rows(&mut draft, Kind::Project, &entries);
    draft.markup("projects", html);
    if let Some(sums) = portfolio.sums.as_ref().filter(|sums| !sums.is_empty()) {
        let columns = [
            Column::new(&draft.say("field-currency")),
            Column::new(&draft.say("field-budget")).number(),
            Column::new(&draft.say("field-cost")).number(),
            Column::new(&draft.say("kinds-project")).number(),
        ];
        let rows: Vec<Row> = sums
            .iter()
            .map(|sum| {
                let currency = sum.currency.as_deref();
                Row {
                    id: None,
                    cells: vec![
                        Cell::text(currency.unwrap_or(&site.words.say("not-recorded"))),
                        Cell::text(&site.words.money(sum.budget, currency)),
                        Cell::text(&site.words.money(sum.cost, currency)),
                        Cell::text(&sum.projects.to_string()),
                    ],
                }
            })
            .collect();
        let html = table(site.words, "", &columns, &rows, false);
        draft.markup("sums", html);
    }
    draft.finish()
}

/// What was left on each step of value.
pub(in crate::render::site) fn staircase<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let title = site.words.say("group-stays").into_owned();
    let mut frame = frame(site, path, "staircase", &title, FixedPage::WhatWeLeaveBehind);
    let lede = site.words.say("lede-leave-behind");
    frame.lede = format!("<p>{}</p>", escaped(&lede));
    frame.description = lede.into_owned();
    let mut draft = Draft::new(site, path, frame);
    picture(&mut draft, View::Staircase);
    let staircase = &site.publication.insights.staircase;
    for step in Step::ALL.iter().rev() {
        let ids: Vec<&EntryId> = staircase.on(*step).iter().map(|left| &left.id).collect();
        let title = site.words.say(&format!("step-plural-{}", step.as_str())).into_owned();
        let lede = site.words.say(&format!("step-lede-{}", step.as_str())).into_owned();
        step_part(&mut draft, &format!("lb-step-{}", step.as_str()), title, lede, &ids);
    }
    let ids: Vec<&EntryId> = staircase.unplaced.iter().map(|left| &left.id).collect();
    let title = draft.say("step-unplaced");
    step_part(&mut draft, "lb-step-none", title, String::new(), &ids);
    draft.finish()
}

fn step_part(draft: &mut Draft<'_>, id: &str, title: String, lede: String, ids: &[&EntryId]) {
    if ids.is_empty() {
        return;
    }
    draft.writer.begin(id, &title);
    let mut html = String::from("<ul class=\"cards\">");
    for left in ids.iter().filter_map(|id| draft.site.publication.edition.leave_behind(id)) {
        html.push_str(&leave_behind_card(draft, left));
    }
    html.push_str("</ul>");
    draft.sheet.parts.push(Part { id: id.to_owned(), title, lede, html, ..Part::default() });
}

fn leave_behind_card(draft: &Draft<'_>, (entry, left): (&Entry<EntryId>, &LeaveBehind<EntryId>)) -> String {
    let site = draft.site;
    let mut meta = Vec::new();
    if let Some(form) = left.form {
        meta.push(escaped(&site.words.word(form)));
    }
    if let Some(owner) = &left.owner_after {
        meta.push(site.anchor(draft.path, owner));
    }
    let sessions = site.publication.insights.provenance.behind(&entry.id).count();
    if sessions > 0 {
        meta.push(escaped(&site.words.count("sessions-count", sessions)));
    }
    let told = if left.description.is_empty() { &left.location } else { &left.description };
    let text = shortened(&plain::text(told), 220);
    let meta = meta.join("</span><span>");
    format!(
        "<li><h3>{}</h3><p>{}</p><p class=\"meta\"><span>{meta}</span></p></li>",
        site.anchor(draft.path, &entry.id),
        escaped(&text)
    )
}

/// How far the handover is: for the consultancy.
pub(in crate::render::site) fn readiness<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "readiness", "readiness", FixedPage::Readiness);
    picture(&mut draft, View::Readiness);
    for (place, area) in site.publication.insights.readiness.areas.iter().enumerate() {
        let title = area.area.map_or_else(
            || site.words.say("handover-area-none").into_owned(),
            |area| site.words.word(area).into_owned(),
        );
        let id = format!("lb-area-{place}");
        draft.writer.begin(&id, &title);
        let lede = site.words.say_with(
            "done-of",
            &[
                ("part", crate::render::words::Value::Number(area.checklist.part as f64)),
                ("all", crate::render::words::Value::Number(area.checklist.of as f64)),
            ],
        );
        let references: Vec<Reference> = area
            .blocked_by
            .iter()
            .map(|blocker| {
                let why = format!("obstacle-{}", blocker.obstacle.as_str().replace('_', "-"));
                Reference {
                    when: site.words.kind(blocker.id.kind).into_owned(),
                    mark: status_html("bad", &site.words.say(&why)),
                    ..draft.reference(&blocker.id)
                }
            })
            .collect();
        draft.sheet.parts.push(Part { id, title, lede, references, ..Part::default() });
    }
    draft.finish()
}

/// One page for the sponsor.
pub(in crate::render::site) fn sponsor<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "sponsor", "sponsor-page", FixedPage::Sponsor);
    let insights = site.publication.insights;
    draft.sheet.figures = figures(site, path);
    if let Some(outcome) = &site.publication.edition.engagement().outcome {
        draft.markup("outcome-of-all", format!("<p class=\"lede\">{}</p>", escaped(outcome)));
    }
    let projects = in_order(site, Kind::Project);
    if !projects.is_empty() {
        let html = rows_as(&mut draft, Kind::Project, &projects, false);
        draft.markup("projects", html);
    }
    if insights.known_coverage().is_some()
        && let Some(picture) = draft.writer.picture(View::Coverage.as_str(), &[])
    {
        draft.markup("coverage", picture);
    }
    if let Some(coverage) = insights.known_coverage() {
        let mut weak: Vec<Reference> = Vec::new();
        for (id, held) in &coverage.skills {
            if held.after_exit.state != crate::insight::CoverageState::Covered {
                weak.push(Reference {
                    when: String::new(),
                    mark: coverage_html(site, &held.after_exit),
                    ..draft.reference(id)
                });
            }
        }
        draft.references("weak-skills", weak);
    }
    let risks: Vec<Reference> = insights.open_at_exit.risks.iter().take(TOP_RISKS).map(|id| draft.item(id)).collect();
    draft.references("risks", risks);
    let stairs = steps(site, path);
    if !stairs.is_empty() {
        let mut html = String::from("<ol class=\"stairs\">");
        for step in stairs {
            write!(
                html,
                "<li><h3><a href=\"{}\">{}</a></h3><strong>{}</strong><p>{}</p></li>",
                escaped(&step.url),
                escaped(&step.title),
                step.count,
                escaped(&step.text)
            )
            .expect("writing to a String cannot fail");
        }
        html.push_str("</ol>");
        draft.markup("stays", html);
    }
    let criteria: Vec<Reference> = site
        .publication
        .edition
        .success_criteria()
        .map(|(entry, criterion)| Reference {
            when: String::new(),
            mark: criterion.status.map_or(String::new(), |status| status_html(tone(status), &site.words.word(status))),
            ..draft.reference(&entry.id)
        })
        .collect();
    draft.references("criteria", criteria);
    let data = OutputPath::new(crate::render::data::ENGAGEMENT);
    files(&mut draft, vec![Link { title: "JSON".to_owned(), url: site.href(path, &data) }]);
    draft.finish()
}
