//! The cells of a row, for every kind of record.

use super::super::project::{cost_html, schedule_html};
use super::super::skill::coverage_html;
use super::super::{Draft, date_of, status_html, tone};
use crate::insight::{CoverageState, Progress, ProjectResult};
use crate::model::{Entry, EntryId, Kind, ProjectStatus, Prose, Record, SessionStatus};
use crate::render::plain;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::table::Cell;
use crate::render::words::{Spoken, Value as Say};

pub(super) fn head<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, row: Option<&str>) -> Cell {
    let Some(row) = row else { return Cell::html(draft.site.anchor(draft.path, &entry.id)) };
    // What has no page of its own is found by its row.
    draft.writer.begin(row, &entry.title);
    let mut html = escaped(&entry.title);
    // What one has to know beside the title stands below it: columns of sentences would be too wide.
    let below = match &entry.record {
        // An action that is a text alone has it as its title and its description.
        Record::OpenItem(item) if plain::text(&item.description).trim() == entry.title => {
            draft.writer.line(&item.next_action)
        }
        Record::OpenItem(item) => two(draft, &item.description, &item.next_action),
        Record::SuccessCriterion(criterion) if !criterion.measure.is_empty() => draft.writer.line(&criterion.measure),
        _ => String::new(),
    };
    if !entry.body.is_empty() {
        // A row is no place for headings that others could link to, so that theirs carry its name.
        draft.writer.set_prefix(&format!("{}--", entry.id.slug));
        html.push_str(&draft.writer.blocks(&entry.body, 4));
        draft.writer.set_prefix("");
    }
    Cell::html(html).below(&below)
}

pub(super) fn cells_of<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>) -> Vec<Cell> {
    let site = draft.site;
    let path = draft.path;
    let insights = site.publication.insights;
    let one = |id: &Option<EntryId>| Cell::html(site.anchors(path, id));
    let many = |ids: &[EntryId]| Cell::html(site.anchors(path, ids));
    let day = |date: Option<jiff::civil::Date>| match date {
        Some(date) => Cell::html(site.time(date)).sorted(date),
        None => Cell::default(),
    };
    match &entry.record {
        Record::Session(session) => {
            let people = session.participants.iter().map(|participant| &participant.person);
            vec![
                day(session.date),
                word(site, session.session_type),
                word(site, session.method),
                match session.status_on(site.publication.edition.today()) {
                    SessionStatus::Held => word(site, Some(SessionStatus::Held)).usual(),
                    other => status(site, Some(other)),
                },
                many(&session.facilitators),
                many(&session.skills),
                many(&session.projects),
                Cell::html(site.folded_anchors(path, people.collect())),
                minutes(site, session.minutes.map(u64::from)),
            ]
        }
        Record::Lesson(lesson) => vec![
            day(lesson.date),
            Cell::text(lesson.theme.as_deref().unwrap_or_default()),
            status(site, lesson.polarity),
            status(site, lesson.status),
            one(&lesson.owner),
            many(&lesson.projects),
        ],
        Record::Decision(decision) => vec![
            day(date_of(entry)),
            status(site, decision.status),
            many(&decision.decision_makers),
            many(&decision.projects),
        ],
        Record::OpenItem(item) => {
            let standing = insights.open_at_exit.items.get(&entry.id);
            let overdue = standing.is_some_and(|standing| standing.overdue);
            let leaves = standing.is_some_and(|standing| standing.open && standing.owner_leaves == Some(true));
            let owner = match &item.owner {
                Some(owner) if leaves && !standing.is_some_and(|standing| standing.owned_after_exit) => {
                    let name = site.title(owner);
                    Cell::html(status_html(
                        "bad",
                        &site.words.say_with("leaves-with-us", &[("person", Say::Text(&name))]),
                    ))
                }
                owner => one(owner),
            };
            let mut due = day(item.due);
            if overdue {
                let mark = status_html("warn", &site.words.say("overdue"));
                due = day(item.due).below(&mark);
            }
            vec![
                word(site, item.item_type),
                due,
                status(site, item.status),
                owner,
                one(&item.new_owner),
                Cell::text(
                    &standing.and_then(|standing| standing.risk_score).map_or(String::new(), |score| score.to_string()),
                ),
                many(&item.projects),
                many(&item.sessions),
            ]
        }
        Record::Skill(skill) => {
            let mut cells = vec![word(site, skill.family)];
            if let Some(coverage) = insights.known_coverage() {
                let held = coverage.skills.get(&entry.id);
                let place =
                    |state: CoverageState| CoverageState::ALL.iter().position(|other| *other == state).unwrap_or(0);
                cells.push(held.map_or(Cell::default(), |held| {
                    Cell::html(coverage_html(site, &held.after_exit)).sorted(place(held.after_exit.state))
                }));
                cells.push(Cell::text(&held.map_or(String::new(), |held| held.after_exit.count.to_string())));
                let teachers = insights.teaching.as_ref().and_then(|teaching| teaching.skills.get(&entry.id));
                cells.push(teachers.map_or(Cell::default(), |teachers| {
                    if teachers.staying.is_empty() && teachers.staying_count > 0 {
                        Cell::text(&site.words.count("people-count", teachers.staying_count))
                    } else {
                        many(&teachers.staying)
                    }
                }));
            }
            let sessions = insights.training.skills.get(&entry.id).map_or(0, |training| training.sessions);
            cells.push(Cell::text(&sessions.to_string()));
            cells
        }
        Record::Person(person) => {
            let attendance = insights.training.people.get(&entry.id);
            vec![
                word(site, person.role),
                one(&person.organisation),
                Cell::html(super::super::person::stays_html(draft, &entry.id)),
                Cell::text(&attendance.map_or(0, |attendance| attendance.sessions.len()).to_string()),
                minutes(site, Some(attendance.map_or(0, |attendance| attendance.minutes))),
            ]
        }
        Record::Project(project) => {
            let result = insights.portfolio.projects.get(&entry.id);
            // What is completed came to its end on some day; the day of its plan may not be that one.
            let finish = match (project.actual.end, project.status) {
                (None, Some(ProjectStatus::Completed)) => Cell::text(&site.words.say("not-recorded")),
                (end, _) => day(end.or(project.approved.end).or(project.planned.end)),
            };
            let mut cells = vec![
                status(site, project.status),
                one(&project.lead),
                finish,
                Cell::html(result.map_or(String::new(), |result| schedule_html(site, result)))
                    .sorted(result.and_then(days_late).map_or(String::new(), |days| days.to_string())),
            ];
            if site.publication.edition.shows_money() {
                cells.push(
                    Cell::html(result.map_or(String::new(), |result| cost_html(site, result)))
                        .sorted(result.and_then(percent_over).map_or(String::new(), |percent| percent.to_string())),
                );
            }
            cells
        }
        Record::LeaveBehind(left) => {
            let step = left.step.map_or(Cell::default(), |step| Cell::text(&site.words.word(step)).sorted(step as u8));
            let sessions = left.evidence.iter().filter(|id| id.kind == Kind::Session).count();
            vec![
                step,
                word(site, left.form),
                one(&left.owner_after),
                day(left.review_by),
                Cell::text(&sessions.to_string()),
            ]
        }
        Record::SuccessCriterion(criterion) => {
            let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
            let mut result = escaped(criterion.actual.as_deref().unwrap_or_default());
            if let Some(date) = criterion.measured_on {
                result = site.words.with_more(&result, &site.time(date));
            }
            vec![
                text(&criterion.baseline),
                text(&criterion.target),
                Cell::html(result),
                status(site, criterion.status),
                one(&criterion.owner),
                text(&criterion.measure_when),
            ]
        }
        Record::HandoverItem(item) => {
            let done = site.words.say(if item.done { "yes" } else { "no" });
            let signed = item.signed_off_by.iter().map(|id| site.anchor(path, id));
            let signed: Vec<String> = signed.chain(item.signed_off_on.map(|date| site.time(date))).collect();
            vec![
                word(site, item.area),
                Cell::html(status_html(if item.done { "ok" } else { "plain" }, &done)),
                one(&item.owner),
                Cell::html(signed.join(&draft.site.words.say("list-comma"))),
                Cell::html(draft.writer.line(&item.evidence)),
            ]
        }
        Record::Term(term) => vec![Cell::html(draft.writer.line(&term.meaning))],
        Record::Page(_) | Record::Playbook(_) | Record::Organisation(_) => Vec::new(),
    }
}

/// The number behind the words on a project's time: of what is not finished, what is to be expected.
fn days_late(result: &ProjectResult) -> Option<i64> {
    match result.progress {
        Progress::Cancelled => None,
        Progress::Unfinished => result.schedule.forecast_days,
        Progress::Finished => result.schedule.finish_variance_days,
    }
}

/// The number behind the words on a project's money, which is of no currency and so can be compared.
fn percent_over(result: &ProjectResult) -> Option<f64> {
    (result.progress == Progress::Finished).then(|| result.cost.as_ref()?.cost_variance_pct).flatten()
}

fn two<'a>(draft: &mut Draft<'a>, first: &'a Prose<EntryId>, second: &'a Prose<EntryId>) -> String {
    let first = if first.is_empty() { String::new() } else { draft.writer.line(first) };
    let second = if second.is_empty() { String::new() } else { draft.writer.line(second) };
    match (first.is_empty(), second.is_empty()) {
        (true, _) => second,
        (_, true) => first,
        _ => format!("<div>{first}</div><div><strong>→</strong> {second}</div>"),
    }
}

fn word<W: Spoken>(site: &Site<'_>, word: Option<W>) -> Cell {
    word.map_or(Cell::default(), |word| Cell::text(&site.words.word(word)))
}

fn status<W: Spoken>(site: &Site<'_>, word: Option<W>) -> Cell {
    word.map_or(Cell::default(), |word| Cell::html(status_html(tone(word), &site.words.word(word))))
}

fn minutes(site: &Site<'_>, minutes: Option<u64>) -> Cell {
    match minutes {
        Some(minutes) if minutes > 0 => Cell::text(&site.words.duration(minutes as u32)).sorted(minutes),
        _ => Cell::default(),
    }
}
