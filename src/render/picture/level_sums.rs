use super::canvas::{Canvas, ending, room_for};
use super::filter::Filter;
use super::paint::{Anchor, Colour, Paint, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, WIDTH, number};
use crate::model::{EntryId, View};

const ROW: f64 = 44.0;

/// How many people stand at each level of each skill, before above and after below: what an edition
/// shows that names nobody with a level.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let matrix = subject.insights.skills_matrix.as_ref()?;
    // A sum over one person, or over those of one small project, would be that person's level.
    if filter.person.is_some() || filter.project.is_some() {
        return None;
    }
    let mut skills = super::skills_matrix::skills(subject, filter);
    skills.retain(|id| matrix.sums.contains_key(*id));
    if skills.is_empty() {
        return None;
    }
    let sums = |id: &EntryId| matrix.sums.get(id).copied().unwrap_or_default();
    let most = skills.iter().map(|id| {
        let sums = sums(id);
        sums.before.iter().sum::<usize>().max(sums.after.iter().sum())
    });
    let left = 12.0 + room_for(skills.iter().map(|id| subject.title(id)), 13.0, 60.0, 200.0);
    let unit = (WIDTH - left) / most.max().unwrap_or(0).max(1) as f64;
    let mut canvas = Canvas::default();
    let levels: Vec<Legend> = super::skills_matrix::levels(subject).collect();
    let mut table = Table::new(
        [Column::text(subject.say("picture-skill")), Column::text(subject.say("picture-when"))]
            .into_iter()
            .chain(levels.iter().map(|level| Column::number(level.label.clone())))
            .chain([Column::number(subject.say("picture-not-recorded"))]),
    );
    for (place, id) in skills.iter().enumerate() {
        let sums = sums(id);
        let y = 8.0 + ROW * place as f64;
        canvas.label((left - 12.0, y + 22.0), left - 12.0, subject.title(id), ending());
        for (when, numbers, unknown, top) in [
            ("picture-before", sums.before, sums.before_unknown, y),
            ("picture-after", sums.after, sums.after_unknown, y + 18.0),
        ] {
            let mut x = left;
            let mut row = vec![subject.title(id).to_owned(), subject.say(when)];
            for (level, number) in (0_u8..).zip(numbers) {
                row.push(subject.count(number));
                if number == 0 {
                    continue;
                }
                let width = unit * number as f64;
                canvas.rectangle((x, top), (width - 1.0, 16.0), Paint::Level(level));
                if width > 16.0 {
                    let colour = if level > 2 { Colour::OnDark } else { Colour::Ink };
                    let style = TextStyle::default().small().anchor(Anchor::Middle).colour(colour);
                    canvas.text((x + width / 2.0, top + 12.0), number.to_string(), style);
                }
                x += width;
            }
            row.push(subject.count(unknown));
            table.rows.push(row);
        }
    }
    Some(Picture {
        view: View::SkillsMatrix,
        title: subject.say("picture-level-sums-title"),
        description: subject.say_with("picture-level-sums-description", &[("skills", number(skills.len()))]),
        caption: subject.say("picture-level-sums-caption"),
        legend: levels,
        table,
        width: WIDTH,
        height: 12.0 + ROW * skills.len() as f64,
        canvas,
    })
}
