use super::canvas::{Canvas, fit, wrapped};
use super::paint::{Anchor, Colour, Face, Paint, Stroke, TextStyle};
use super::{Column, Picture, Subject, Table, number};
use crate::model::{Step, View, Vocabulary};
use crate::render::words::Value;

const TREAD: f64 = 190.0;
const RISE: f64 = 62.0;

/// What stays, by step of economic value.
pub(super) fn draw(subject: Subject<'_>) -> Option<Picture> {
    let staircase = &subject.insights.staircase;
    let stands_on = |step: Step| staircase.before == Some(step) || staircase.after == Some(step);
    // What is left behind begins with goods; commodities show only where somebody speaks of them.
    let steps: Vec<Step> = Step::ALL
        .iter()
        .copied()
        .filter(|step| *step != Step::Commodity || !staircase.on(*step).is_empty() || stands_on(*step))
        .collect();
    let things: usize = steps.iter().map(|step| staircase.on(*step).len()).sum();
    if things == 0 {
        return None;
    }
    let mut canvas = Canvas::default();
    let ground = 108.0 + RISE * steps.len() as f64;
    let mut table = Table::new([
        Column::text(subject.say("picture-step")),
        Column::text(subject.say("picture-left-behind")),
        Column::text(subject.say("picture-evidence")),
    ]);
    // The highest step is the darkest, however many there are.
    let lightest = 5 - steps.len() as u8;
    for (place, step) in steps.iter().enumerate() {
        let level = lightest + place as u8;
        let (x, y) = (4.0 + TREAD * place as f64, ground - RISE * (place as f64 + 1.0) - 64.0);
        let left = staircase.on(*step);
        let colour = if level > 2 { Colour::OnDark } else { Colour::Ink };
        canvas.text((x + 2.0, y - 12.0), plural(subject, *step), TextStyle::default().face(Face::Serif));
        canvas.rectangle((x, y), (TREAD - 3.0, ground - y), Paint::Level(level));
        let great = TextStyle::default().face(Face::Big).colour(colour);
        canvas.text((x + 16.0, y + 46.0), subject.count(left.len()), great);
        // As many titles as there is room for beneath the number.
        let lines = ((ground - y - 66.0) / 18.0).max(0.0) as usize;
        let small = TextStyle::default().small().colour(colour);
        let room = TREAD - 30.0;
        // Whole titles in two lines where all find room in this way, else each in one.
        let in_two: Vec<Vec<String>> =
            left.iter().map(|thing| wrapped(subject.title(&thing.id), room, small.size(), 2)).collect();
        let needed = in_two.iter().map(|title| 14.0 * title.len() as f64 + 5.0).sum::<f64>();
        if needed <= ground - y - 66.0 {
            let mut at = y + 72.0;
            for title in in_two {
                for line in title {
                    canvas.text((x + 16.0, at), line, small);
                    at += 14.0;
                }
                at += 5.0;
            }
        } else {
            let shown = if left.len() > lines { lines.saturating_sub(1) } else { left.len() };
            for (line, thing) in left.iter().take(shown).enumerate() {
                let title = fit(subject.title(&thing.id), room, small.size());
                canvas.text((x + 16.0, y + 72.0 + 18.0 * line as f64), title, small);
            }
            if shown > 0 && shown < left.len() {
                let more = subject.say_with("picture-and-more", &[("count", number(left.len() - shown))]);
                canvas.text((x + 16.0, y + 72.0 + 18.0 * shown as f64), more, small);
            }
        }
        for thing in left {
            table.rows.push(vec![
                subject.word(*step),
                subject.title(&thing.id).to_owned(),
                subject.titles(&thing.evidence),
            ]);
        }
        let stands: Vec<String> =
            [(staircase.before, "picture-client-before"), (staircase.after, "picture-client-after")]
                .iter()
                .filter(|(at, _)| *at == Some(*step))
                .map(|(_, key)| subject.say(key))
                .collect();
        if !stands.is_empty() {
            let middle = x + (TREAD - 3.0) / 2.0;
            canvas.line((middle, ground + 4.0), (middle, ground + 12.0), Stroke::Axis);
            let style = TextStyle::soft().anchor(Anchor::Middle);
            canvas.text((middle, ground + 26.0), stands.join(" · "), style);
        }
    }
    for thing in &staircase.unplaced {
        table.rows.push(vec![
            subject.say("picture-not-recorded"),
            subject.title(&thing.id).to_owned(),
            subject.titles(&thing.evidence),
        ]);
    }
    let sums: Vec<String> = steps
        .iter()
        .map(|step| {
            let count = subject.count(staircase.on(*step).len());
            subject.say_with(
                "picture-step-count",
                &[("step", Value::Text(&plural(subject, *step))), ("count", Value::Text(&count))],
            )
        })
        .collect();
    let told = staircase.before.is_some() || staircase.after.is_some();
    Some(Picture {
        view: View::Staircase,
        title: subject.say("picture-staircase-title"),
        description: subject.say_with(
            "picture-staircase-description",
            &[("count", number(things)), ("steps", Value::Text(&sums.join(&subject.words.say("list-comma"))))],
        ),
        caption: subject.say("picture-staircase-caption"),
        legend: Vec::new(),
        table,
        width: 8.0 + TREAD * steps.len() as f64,
        height: ground + if told { 36.0 } else { 6.0 },
        canvas,
    })
}

/// The word for several things on a step: "Goods".
fn plural(subject: Subject<'_>, step: Step) -> String {
    subject.say(&format!("step-plural-{}", step.as_str()))
}
