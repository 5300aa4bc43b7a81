use super::Subject;
use super::canvas::{Canvas, fit, room_for, wrapped};
use super::filter::Filter;
use super::paint::{Paint, TextStyle};
use crate::insight::{Progress, ProjectResult};
use crate::model::{EntryId, Project};

/// A project as both bar pictures need it.
pub(super) struct ProjectRow<'a> {
    pub(super) id: &'a EntryId,
    pub(super) title: &'a str,
    pub(super) project: &'a Project<EntryId>,
    pub(super) result: &'a ProjectResult,
}

/// The projects in the order in which they were to begin.
pub(super) fn rows<'a>(subject: Subject<'a>, filter: &Filter) -> Vec<ProjectRow<'a>> {
    let mut rows: Vec<ProjectRow<'_>> = subject
        .edition
        .projects()
        .filter(|(entry, _)| filter.project.as_ref().is_none_or(|wanted| *wanted == entry.id))
        .filter_map(|(entry, project)| {
            let result = subject.insights.portfolio.projects.get(&entry.id)?;
            Some(ProjectRow { id: &entry.id, title: &entry.title, project, result })
        })
        .collect();
    rows.sort_by_key(|row| {
        let begin = row.project.planned.start.or(row.project.approved.start).or(row.project.actual.start);
        (begin.is_none(), begin, row.id)
    });
    rows
}

/// The room that the names of projects need, and below them what became of each.
pub(super) fn room_for_names<'a>(titles: impl Iterator<Item = &'a str>, said: &[String]) -> f64 {
    const MOST: f64 = 240.0;
    let least = room_for(said.iter().map(String::as_str), 11.0, 80.0, MOST);
    room_for(titles, 14.0, least, MOST)
}

/// A project's name beside its bars, in two lines where it is long, and below it what became of the project. `y` is
/// where the row begins.
pub(super) fn name(canvas: &mut Canvas, title: &str, said: &str, y: f64, room: f64) {
    let lines = wrapped(title, room, 14.0, 2);
    let mut baseline = if lines.len() > 1 { y + 7.0 } else { y + 13.0 };
    for line in lines {
        canvas.text((0.0, baseline), line, TextStyle::default().strong());
        baseline += 15.0;
    }
    canvas.text((0.0, baseline + 1.0), fit(said, room, 11.0), TextStyle::soft().small());
}

/// The paint of what became of a project: by whether it kept to its plan.
pub(super) fn paint(progress: Progress, kept: Option<bool>) -> Paint {
    match (progress, kept) {
        (Progress::Cancelled, _) => Paint::Muted,
        (Progress::Finished, Some(false)) => Paint::Bad,
        (Progress::Finished, Some(true)) => Paint::Tone,
        (Progress::Finished, None) | (Progress::Unfinished, _) => Paint::Level(2),
    }
}
