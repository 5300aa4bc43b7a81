use super::canvas::{Canvas, TURN, fit, room_for, width_of};
use super::filter::Filter;
use super::paint::{Anchor, Colour, Paint, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, WIDEST, number};
use crate::insight::Cell;
use crate::model::{EntryId, Level, SessionStatus, SkillFamily, View, Vocabulary};
use std::collections::BTreeSet;

const ROW: f64 = 24.0;
/// A cell has room for the level before, the level after and its number.
const NARROWEST: f64 = 30.0;
const BROADEST: f64 = 44.0;
/// Beyond so many people nobody finds anybody, and the sums say more.
const MOST_PEOPLE: usize = 150;

/// People by skills: the narrow part of a cell is the level before, the wide part the level after.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let matrix = subject.insights.skills_matrix.as_ref()?;
    let skills = skills(subject, filter);
    let mut people: Vec<&EntryId> = people(subject, filter);
    people.retain(|person| skills.iter().any(|skill| matrix.cell(person, skill).is_some()));
    if people.is_empty() || people.len() > MOST_PEOPLE {
        return None;
    }
    let names: Vec<String> = people.iter().map(|id| called(subject, id)).collect();
    let size = TextStyle::default().size();
    let left = 16.0 + room_for(names.iter().map(String::as_str), size, 60.0, 240.0);
    let heads: Vec<String> = skills.iter().map(|id| fit(subject.title(id), 220.0, size)).collect();
    let longest = heads.iter().map(|head| width_of(head, size)).fold(60.0, f64::max);
    let (sine, cosine) = (-TURN).to_radians().sin_cos();
    // As broad as the page allows, within what can be read.
    let column = ((WIDEST - left - longest * cosine) / skills.len() as f64).clamp(NARROWEST, BROADEST).floor();
    let top = 24.0 + longest * sine;
    let width = left + column * skills.len() as f64 + longest * cosine;
    let height = top + ROW * people.len() as f64 + 4.0;

    let mut canvas = Canvas { names: left, ..Canvas::default() };
    for (place, head) in heads.into_iter().enumerate() {
        let x = left + column * (place as f64 + 0.5) + 4.0;
        canvas.turned_text((x, top - 8.0), head, TextStyle::soft());
    }
    let mut table = Table::new(
        std::iter::once(Column::text(subject.say("picture-person")))
            .chain(skills.iter().map(|id| Column::text(subject.title(id).to_owned()))),
    );
    for (place, (person, name)) in people.iter().zip(names).enumerate() {
        let y = top + ROW * place as f64;
        let mut row = vec![name.clone()];
        if place % 2 == 0 {
            canvas.rectangle((0.0, y), (left + column * skills.len() as f64 + 8.0, ROW), Paint::Band);
        }
        let style = if subject.insights.staying.includes(person) { TextStyle::default() } else { TextStyle::soft() };
        canvas.label((8.0, y + 16.0), left - 16.0, &name, style);
        for (place, skill) in skills.iter().enumerate() {
            let cell = matrix.cell(person, skill);
            draw_cell(&mut canvas, (left + column * place as f64, y), column, cell);
            row.push(in_words(subject, cell));
        }
        table.rows.push(row);
    }
    let mut legend = vec![Legend::new(Paint::NotRecorded, subject.say("picture-not-recorded"))];
    legend.extend(levels(subject));
    Some(Picture {
        view: View::SkillsMatrix,
        title: subject.say("picture-skills-matrix-title"),
        description: subject.say_with(
            "picture-skills-matrix-description",
            &[("people", number(people.len())), ("skills", number(skills.len()))],
        ),
        caption: subject.say("picture-skills-matrix-caption"),
        legend,
        table,
        width,
        height,
        canvas,
    })
}

/// A word of the legend for each level: "3 independent".
pub(super) fn levels(subject: Subject<'_>) -> impl Iterator<Item = Legend> {
    Level::ALL.iter().map(move |level| {
        let label = format!("{} {}", level.number(), subject.word(*level));
        Legend::new(Paint::Level(level.number()), label)
    })
}

fn draw_cell(canvas: &mut Canvas, (x, y): (f64, f64), column: f64, cell: Option<&Cell>) {
    let (before, after) = (cell.and_then(|cell| cell.before), cell.and_then(|cell| cell.after));
    if before.is_none() && after.is_none() {
        canvas.rectangle((x + 2.5, y + 3.5), (column - 5.0, ROW - 7.0), Paint::NotRecorded);
        return;
    }
    let paint = |level: Option<Level>| level.map_or(Paint::NotRecorded, |level| Paint::Level(level.number()));
    let narrow = ((column - 4.0) * 0.3).round();
    let wide = column - 4.0 - narrow;
    canvas.rectangle((x + 2.0 + narrow, y + 3.0), (wide, ROW - 6.0), paint(after));
    canvas.rectangle((x + 2.0, y + 3.0), (narrow, ROW - 6.0), paint(before));
    if let Some(level) = after {
        let colour = if level >= Level::Independent { Colour::OnDark } else { Colour::Ink };
        let style = TextStyle::default().small().anchor(Anchor::Middle).colour(colour);
        canvas.text((x + 2.0 + narrow + wide / 2.0, y + 16.0), level.number().to_string(), style);
    }
}

/// "1 → 3", with the words for what is not recorded.
fn in_words(subject: Subject<'_>, cell: Option<&Cell>) -> String {
    let Some(cell) = cell else { return subject.say("picture-not-recorded") };
    match (cell.before, cell.after) {
        (None, None) => subject.say("picture-not-recorded"),
        (before, after) => {
            let number = |level: Option<Level>| {
                level.map_or_else(|| subject.say("picture-not-recorded"), |level| level.number().to_string())
            };
            format!("{} → {}", number(before), number(after))
        }
    }
}

/// The name of a person, with the word for it where they leave.
fn called(subject: Subject<'_>, person: &EntryId) -> String {
    let name = subject.edition.get(person).map_or(&*person.slug, |entry| &entry.title);
    if subject.insights.staying.includes(person) {
        name.to_owned()
    } else {
        subject.words.with_more(name, &subject.words.say("picture-leaves"))
    }
}

/// The skills by family and title, those of a project where one is asked for.
pub(super) fn skills<'a>(subject: Subject<'a>, filter: &Filter) -> Vec<&'a EntryId> {
    let mut trained: BTreeSet<&EntryId> = BTreeSet::new();
    if filter.project.is_some() {
        for (_, session) in subject.edition.sessions() {
            if filter.takes_project(&session.projects) {
                trained.extend(&session.skills);
                trained.extend(session.skill_changes.iter().map(|change| &change.skill));
            }
        }
    }
    let mut skills: Vec<(SkillFamily, &str, &EntryId)> = subject
        .edition
        .skills()
        .filter(|(entry, skill)| {
            filter.takes_family(skill.family) && (filter.project.is_none() || trained.contains(&entry.id))
        })
        .map(|(entry, skill)| (skill.family.unwrap_or(SkillFamily::Other), &*entry.title, &entry.id))
        .collect();
    skills.sort();
    filter.part_of(&skills).iter().map(|(_, _, id)| *id).collect()
}

/// The people of the matrix by name, those who stay first; those of a project where one is asked for.
fn people<'a>(subject: Subject<'a>, filter: &Filter) -> Vec<&'a EntryId> {
    let mut there: BTreeSet<&EntryId> = BTreeSet::new();
    if filter.project.is_some() {
        for (_, session) in subject.edition.sessions() {
            if filter.takes_project(&session.projects)
                && session.status_on(subject.edition.today()) == SessionStatus::Held
            {
                there.extend(session.participants.iter().map(|participant| &participant.person));
            }
        }
    }
    let known = subject.insights.skills_matrix.iter().flat_map(|matrix| matrix.people());
    let mut people: Vec<(bool, &str, &EntryId)> = known
        .filter(|id| filter.person.as_ref().is_none_or(|wanted| wanted == *id))
        .filter(|id| filter.project.is_none() || there.contains(id))
        .map(|id| (!subject.insights.staying.includes(id), subject.title(id), id))
        .collect();
    people.sort();
    people.into_iter().map(|(_, _, id)| id).collect()
}
