use super::canvas::{Canvas, ending, room_for};
use super::filter::Filter;
use super::paint::{Anchor, Colour, Paint, Stroke, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, WIDTH, number};
use crate::insight::{CoverageState, SkillCoverage};
use crate::model::{EntryId, View};
use crate::render::words::Value;

const ROW: f64 = 30.0;
/// What the verdicts need at the right.
const VERDICTS: f64 = 130.0;

/// Holders of each skill: those who stay, and those who leave.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let coverage = subject.insights.known_coverage()?;
    let skills: Vec<(&EntryId, &SkillCoverage)> = super::skills_matrix::skills(subject, filter)
        .into_iter()
        .filter_map(|id| coverage.skills.get(id).map(|skill| (id, skill)))
        .collect();
    let first = skills.first()?;
    let longest =
        skills.iter().map(|(_, skill)| skill.with_consultants.count.max(skill.required_holders as usize)).max();
    let left = 14.0 + room_for(skills.iter().map(|(id, _)| subject.title(id)), 13.0, 60.0, 230.0);
    let unit = ((WIDTH - left - VERDICTS) / longest.unwrap_or(0).max(1) as f64).min(90.0);
    let gap = if unit >= 16.0 { 4.0 } else { 0.0 };
    let verdicts = left + unit * longest.unwrap_or(0) as f64 + 14.0;
    let height = 38.0 + ROW * skills.len() as f64;

    let mut canvas = Canvas::default();
    let alike = skills.iter().all(|(_, skill)| skill.required_holders == first.1.required_holders);
    if alike {
        let wanted = subject
            .say_with("picture-coverage-wanted", &[("holders", Value::Number(f64::from(first.1.required_holders)))]);
        let x = left + unit * f64::from(first.1.required_holders) - gap / 2.0;
        canvas.text((x, 14.0), wanted, TextStyle::soft().small().anchor(Anchor::Middle));
    }
    let mut table = Table::new([
        Column::text(subject.say("picture-skill")),
        Column::number(subject.say("picture-coverage-required")),
        Column::number(subject.say("picture-stays")),
        Column::number(subject.say("picture-leaves")),
        Column::text(subject.say("picture-coverage-after-exit")),
        Column::text(subject.say("picture-coverage-with-consultants")),
    ]);
    for (place, (id, skill)) in skills.iter().enumerate() {
        let y = 26.0 + ROW * place as f64;
        let staying = skill.after_exit.count;
        let leaving = skill.with_consultants.count.saturating_sub(staying);
        canvas.label((left - 12.0, y + 15.0), left - 12.0, subject.title(id), ending());
        bars(&mut canvas, (left, y), (unit, gap), staying, Paint::Tone);
        bars(&mut canvas, (left + unit * staying as f64, y), (unit, gap), leaving, Paint::Dashed);
        let x = left + unit * f64::from(skill.required_holders) - gap / 2.0;
        canvas.line((x, y - 5.0), (x, y + ROW - 5.0), Stroke::Threshold);
        canvas.text((verdicts, y + 15.0), word(subject, skill.after_exit.state), verdict(skill.after_exit.state));
        table.rows.push(vec![
            subject.title(id).to_owned(),
            subject.count(skill.required_holders as usize),
            subject.count(staying),
            subject.count(leaving),
            word(subject, skill.after_exit.state),
            word(subject, skill.with_consultants.state),
        ]);
    }
    let covered = skills.iter().filter(|(_, skill)| skill.after_exit.state == CoverageState::Covered).count();
    Some(Picture {
        view: View::Coverage,
        title: subject.say("picture-coverage-title"),
        description: subject.say_with(
            "picture-coverage-description",
            &[("covered", number(covered)), ("skills", number(skills.len()))],
        ),
        caption: subject.say("picture-coverage-caption"),
        legend: vec![
            Legend::new(Paint::Tone, subject.say("picture-stays")),
            Legend::new(Paint::Dashed, subject.say("picture-leaves")),
            Legend::new(Paint::Threshold, subject.say("picture-coverage-required")),
        ],
        table,
        width: WIDTH,
        height,
        canvas,
    })
}

/// One block a person; where there are too many for blocks, one bar.
fn bars(canvas: &mut Canvas, (x, y): (f64, f64), (unit, gap): (f64, f64), number: usize, paint: Paint) {
    if gap == 0.0 {
        if number > 0 {
            canvas.rectangle((x, y), (unit * number as f64, 20.0), paint);
        }
        return;
    }
    for place in 0..number {
        canvas.rectangle((x + unit * place as f64, y), (unit - gap, 20.0), paint);
    }
}

fn word(subject: Subject<'_>, state: CoverageState) -> String {
    subject.say(&format!("coverage-{}", state.as_str().replace('_', "-")))
}

fn verdict(state: CoverageState) -> TextStyle {
    match state {
        CoverageState::Gap => TextStyle::default().colour(Colour::Bad).strong(),
        CoverageState::SingleHolder | CoverageState::Thin => TextStyle::default().colour(Colour::Warn).strong(),
        CoverageState::Covered => TextStyle::soft(),
    }
}
