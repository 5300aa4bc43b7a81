use super::canvas::{Canvas, ending, room_for};
use super::paint::{Colour, Paint, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, WIDTH, number};
use crate::insight::AreaReadiness;
use crate::model::View;

const ROW: f64 = 34.0;
/// What the words at the right need.
const NOTES: f64 = 230.0;

/// How much of the handover's checklist is done, by area, and how much bars it.
pub(super) fn draw(subject: Subject<'_>) -> Option<Picture> {
    let areas = &subject.insights.readiness.areas;
    let most = areas.iter().map(|area| area.checklist.of).max()?;
    let names: Vec<String> = areas.iter().map(|area| name(subject, area)).collect();
    let left = 14.0 + room_for(names.iter().map(String::as_str), 13.0, 60.0, 200.0);
    let room = WIDTH - left - NOTES;
    let unit = room / most.max(1) as f64;
    let notes = left + room + 14.0;
    let mut canvas = Canvas::default();
    let mut table = Table::new([
        Column::text(subject.say("picture-area")),
        Column::number(subject.say("picture-done")),
        Column::number(subject.say("picture-all")),
        Column::text(subject.say("picture-blocked-by")),
    ]);
    for (place, (area, name)) in areas.iter().zip(&names).enumerate() {
        let y = 8.0 + ROW * place as f64;
        let (done, of) = (area.checklist.part, area.checklist.of);
        canvas.label((left - 12.0, y + 15.0), left - 12.0, name, ending());
        if of > 0 {
            canvas.rectangle((left, y), (unit * of as f64, 20.0), Paint::Outline);
        }
        if done > 0 {
            canvas.rectangle((left, y), (unit * done as f64, 20.0), Paint::Tone);
        }
        let share = if of > 0 {
            subject.say_with("picture-done-of", &[("done", number(done)), ("of", number(of))])
        } else {
            String::new()
        };
        canvas.text((notes, y + 15.0), share, TextStyle::soft());
        let (verdict, style) = if area.blocked_by.is_empty() {
            (subject.say("picture-ready"), TextStyle::soft())
        } else {
            let blockers = subject.say_with("picture-blockers", &[("count", number(area.blocked_by.len()))]);
            (blockers, TextStyle::default().colour(Colour::Bad).strong())
        };
        canvas.text((notes + 70.0, y + 15.0), verdict, style);
        let blockers: Vec<String> = area
            .blocked_by
            .iter()
            .map(|blocker| {
                let why = subject.say(&format!("obstacle-{}", blocker.obstacle.as_str().replace('_', "-")));
                subject.words.with_more(subject.title(&blocker.id), &why)
            })
            .collect();
        table.rows.push(vec![
            name.clone(),
            subject.count(done),
            subject.count(of),
            blockers.join(&subject.say("list-comma")),
        ]);
    }
    let ready = areas.iter().filter(|area| area.blocked_by.is_empty()).count();
    Some(Picture {
        view: View::Readiness,
        title: subject.say("picture-readiness-title"),
        description: subject
            .say_with("picture-readiness-description", &[("ready", number(ready)), ("areas", number(areas.len()))]),
        caption: subject.say("picture-readiness-caption"),
        legend: vec![
            Legend::new(Paint::Tone, subject.say("picture-done")),
            Legend::new(Paint::Outline, subject.say("picture-to-do")),
        ],
        table,
        width: WIDTH,
        height: 12.0 + ROW * areas.len() as f64,
        canvas,
    })
}

fn name(subject: Subject<'_>, area: &AreaReadiness) -> String {
    area.area.map_or_else(|| subject.say("picture-no-area"), |area| subject.word(area))
}
