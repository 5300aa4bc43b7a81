use super::canvas::{Canvas, ending, room_for};
use super::filter::Filter;
use super::paint::{Anchor, Colour, Paint, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, WIDTH, number};
use crate::model::{EntryId, Polarity, View};
use std::collections::BTreeSet;

const ROW: f64 = 30.0;
/// What the notes need at the right.
const NOTES: f64 = 150.0;
/// How many themes are drawn; the table has all.
const DRAWN: usize = 30;
const POLARITIES: [(Option<Polarity>, Paint); 4] = [
    (Some(Polarity::WentWell), Paint::Tone),
    (Some(Polarity::Mixed), Paint::Level(2)),
    (Some(Polarity::WentBadly), Paint::Bad),
    (None, Paint::NotRecorded),
];

/// One theme with its lessons.
struct Bar {
    name: String,
    counts: [usize; 4],
    projects: usize,
}

impl Bar {
    fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The lessons by theme, the theme with the most first.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let bars = bars(subject, filter);
    let most = bars.iter().map(Bar::total).max()?;
    let drawn = &bars[..bars.len().min(DRAWN)];
    let left = 14.0 + room_for(drawn.iter().map(|bar| &*bar.name), 13.0, 60.0, 220.0);
    let unit = ((WIDTH - left - NOTES) / most.max(1) as f64).min(70.0);
    let notes = left + unit * most as f64 + 12.0;
    let mut canvas = Canvas::default();
    let word = |polarity: Option<Polarity>| {
        polarity.map_or_else(|| subject.say("picture-not-recorded"), |polarity| subject.word(polarity))
    };
    for (place, bar) in drawn.iter().enumerate() {
        let y = 8.0 + ROW * place as f64;
        canvas.label((left - 12.0, y + 15.0), left - 12.0, &bar.name, ending());
        let mut x = left;
        for (number, (_, paint)) in bar.counts.into_iter().zip(POLARITIES) {
            if number == 0 {
                continue;
            }
            let width = unit * number as f64;
            canvas.rectangle((x, y), (width - 1.0, 20.0), paint);
            if width > 18.0 {
                let colour = if matches!(paint, Paint::Tone | Paint::Bad) { Colour::OnDark } else { Colour::Ink };
                let style = TextStyle::default().small().strong().anchor(Anchor::Middle).colour(colour);
                canvas.text((x + width / 2.0, y + 14.0), number.to_string(), style);
            }
            x += width;
        }
        if bar.projects > 1 {
            let recurs = subject.say_with("picture-lessons-recurs", &[("projects", number(bar.projects))]);
            canvas.text((notes, y + 15.0), recurs, TextStyle::soft());
        }
    }
    let mut height = 12.0 + ROW * drawn.len() as f64;
    if drawn.len() < bars.len() {
        let more = subject.say_with("picture-and-more", &[("count", number(bars.len() - drawn.len()))]);
        canvas.text((left, height + 8.0), more, TextStyle::soft());
        height += 18.0;
    }
    let mut table = Table::new(
        std::iter::once(Column::text(subject.say("picture-theme")))
            .chain(POLARITIES.iter().map(|(polarity, _)| Column::number(word(*polarity))))
            .chain([Column::number(subject.say("picture-all")), Column::number(subject.say("picture-projects"))]),
    );
    for bar in &bars {
        let mut row = vec![bar.name.clone()];
        row.extend(bar.counts.iter().map(|number| subject.count(*number)));
        row.extend([subject.count(bar.total()), subject.count(bar.projects)]);
        table.rows.push(row);
    }
    let used = POLARITIES.iter().enumerate().filter(|(place, _)| bars.iter().any(|bar| bar.counts[*place] > 0));
    let lessons: usize = bars.iter().map(Bar::total).sum();
    Some(Picture {
        view: View::LessonsByTheme,
        title: subject.say("picture-lessons-title"),
        description: subject
            .say_with("picture-lessons-description", &[("lessons", number(lessons)), ("themes", number(bars.len()))]),
        caption: subject.say("picture-lessons-caption"),
        legend: used.map(|(_, (polarity, paint))| Legend::new(*paint, word(*polarity))).collect(),
        table,
        width: WIDTH,
        height,
        canvas,
    })
}

fn bars(subject: Subject<'_>, filter: &Filter) -> Vec<Bar> {
    let learning = &subject.insights.learning;
    let of_project: Option<BTreeSet<&EntryId>> = filter
        .project
        .as_ref()
        .map(|project| learning.projects.get(project).into_iter().flat_map(|group| &group.ids).collect());
    let bar = |name: &str, ids: &[EntryId], projects: usize| {
        let mut counts = [0; 4];
        for id in ids.iter().filter(|id| of_project.as_ref().is_none_or(|wanted| wanted.contains(id))) {
            let polarity = subject.edition.lesson(id).and_then(|(_, lesson)| lesson.polarity);
            if let Some(place) = POLARITIES.iter().position(|(known, _)| *known == polarity) {
                counts[place] += 1;
            }
        }
        Bar { name: name.to_owned(), counts, projects }
    };
    let mut bars: Vec<Bar> =
        learning.themes.values().map(|theme| bar(&theme.name, &theme.lessons.ids, theme.projects.len())).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.total()));
    bars.push(bar(&subject.say("picture-lessons-no-theme"), &learning.without_theme.ids, 0));
    bars.retain(|bar| bar.total() > 0);
    bars
}
