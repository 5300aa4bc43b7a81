use super::canvas::{Canvas, fit};
use super::filter::Filter;
use super::paint::{Anchor, Colour, Paint, TextStyle};
use super::{Column, Picture, Subject, Table, number};
use crate::model::{EntryId, OpenItem, View};
use std::collections::BTreeMap;

const CELL: f64 = 64.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 14.0;
/// How many risks are named beside the grid; the table names all.
const NAMED: usize = 16;

/// Open risks by probability and impact, numbered from the greatest.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let risks: Vec<(&EntryId, &OpenItem<EntryId>, (u8, u8))> = subject
        .insights
        .open_at_exit
        .risks
        .iter()
        .filter_map(|id| {
            let (_, item) = subject.edition.open_item(id)?;
            let place = (item.probability?.clamp(1, 5), item.impact?.clamp(1, 5));
            filter.takes_project(&item.projects).then_some((id, item, place))
        })
        .collect();
    if risks.is_empty() {
        return None;
    }
    let mut canvas = Canvas::default();
    grid(&mut canvas, subject);
    let mut table = Table::new([
        Column::number(subject.say("picture-number")),
        Column::text(subject.say("picture-risk")),
        Column::number(subject.say("picture-probability")),
        Column::number(subject.say("picture-impact")),
        Column::number(subject.say("picture-score")),
        Column::text(subject.say("picture-owner-after")),
    ]);
    let mut cells: BTreeMap<(u8, u8), Vec<usize>> = BTreeMap::new();
    let names = LEFT + 5.0 * CELL + 28.0;
    for (place, (id, item, (probability, impact))) in risks.iter().enumerate() {
        let number = place + 1;
        cells.entry((*probability, *impact)).or_default().push(number);
        if place < NAMED {
            let y = TOP + 13.0 + 20.0 * place as f64;
            canvas.text((names + 16.0, y), number.to_string(), TextStyle::soft().anchor(Anchor::End));
            canvas.text((names + 26.0, y), fit(subject.title(id), 270.0, 13.0), TextStyle::default());
        }
        let owner = item.new_owner.as_ref().or(item.owner.as_ref());
        table.rows.push(vec![
            number.to_string(),
            subject.title(id).to_owned(),
            probability.to_string(),
            impact.to_string(),
            (probability * impact).to_string(),
            owner.map_or_else(|| subject.say("picture-not-recorded"), |id| subject.title(id).to_owned()),
        ]);
    }
    if risks.len() > NAMED {
        let more = subject.say_with("picture-and-more", &[("count", number(risks.len() - NAMED))]);
        canvas.text((names + 26.0, TOP + 13.0 + 20.0 * NAMED as f64), more, TextStyle::soft());
    }
    for ((probability, impact), numbers) in cells {
        marks(&mut canvas, corner(probability, impact), &numbers);
    }
    Some(Picture {
        view: View::RiskGrid,
        title: subject.say("picture-risk-grid-title"),
        description: subject.say_with("picture-risk-grid-description", &[("count", number(risks.len()))]),
        caption: subject.say("picture-risk-grid-caption"),
        legend: Vec::new(),
        table,
        width: names + 300.0,
        height: TOP + 5.0 * CELL + 46.0,
        canvas,
    })
}

/// The upper left corner of a cell.
fn corner(probability: u8, impact: u8) -> (f64, f64) {
    (LEFT + f64::from(impact - 1) * CELL, TOP + f64::from(5 - probability) * CELL)
}

fn grid(canvas: &mut Canvas, subject: Subject<'_>) {
    for probability in 1..=5 {
        for impact in 1..=5 {
            let weight = match probability * impact {
                15.. => 4,
                8..15 => 3,
                4..8 => 2,
                _ => 1,
            };
            canvas.rectangle(corner(probability, impact), (CELL, CELL), Paint::Risk(weight));
        }
        let (_, y) = corner(probability, 1);
        canvas.text((LEFT - 10.0, y + 36.0), probability.to_string(), TextStyle::soft().anchor(Anchor::End));
        let (x, _) = corner(1, probability);
        let style = TextStyle::soft().anchor(Anchor::Middle);
        canvas.text((x + CELL / 2.0, TOP + 5.0 * CELL + 18.0), probability.to_string(), style);
    }
    canvas.text((LEFT, TOP + 5.0 * CELL + 38.0), subject.say("picture-impact"), TextStyle::soft());
    canvas.text((0.0, TOP - 4.0), subject.say("picture-probability"), TextStyle::soft().small());
}

/// Numbered marks in one cell: the more there are, the smaller.
fn marks(canvas: &mut Canvas, (left, top): (f64, f64), numbers: &[usize]) {
    let side: usize = match numbers.len() {
        1 => 1,
        2..=4 => 2,
        _ => 3,
    };
    let radius = [14.0, 13.5, 9.5][side - 1];
    let room = side * side;
    let shown = if numbers.len() > room { room - 1 } else { numbers.len() };
    let lines = shown.max(numbers.len().min(room)).div_ceil(side);
    let step = CELL / side as f64;
    let place = |place: usize| {
        let x = left + step * ((place % side) as f64 + 0.5);
        let y = top + CELL / 2.0 + step * ((place / side) as f64 - (lines as f64 - 1.0) / 2.0);
        (x, y)
    };
    let mut style = TextStyle::default().anchor(Anchor::Middle).colour(Colour::OnDark).strong();
    if side > 1 {
        style = style.small();
    }
    for (at, number) in numbers.iter().take(shown).enumerate() {
        let (x, y) = place(at);
        canvas.circle((x, y), radius, Paint::Mark);
        canvas.text((x, y + 4.0), number.to_string(), style);
    }
    if shown < numbers.len() {
        let (x, y) = place(shown);
        let style = TextStyle::default().small().anchor(Anchor::Middle).strong();
        canvas.text((x, y + 4.0), format!("+{}", numbers.len() - shown), style);
    }
}
