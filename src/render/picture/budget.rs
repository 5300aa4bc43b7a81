use super::canvas::{Canvas, width_of};
use super::filter::Filter;
use super::paint::{Paint, TextStyle};
use super::project_rows::{ProjectRow, name, paint, room_for_names, rows};
use super::schedule::in_order;
use super::{Column, Picture, Subject, Table, WIDTH, number};
use crate::insight::{Cost, Progress};
use crate::model::{Amount, View};
use crate::render::words::Value;

const ROW: f64 = 54.0;
const ROOM: f64 = 360.0;

/// For each project the budget above the cost, each currency to a scale of its own.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let mut rows: Vec<(ProjectRow<'_>, &Cost)> = rows(subject, filter)
        .into_iter()
        .filter_map(|row| row.result.cost.as_ref().map(|cost| (row, cost)))
        .filter(|(_, cost)| cost.budget.is_some() || cost.cost.is_some())
        .collect();
    if rows.is_empty() {
        return None;
    }
    let own = &subject.edition.engagement().currency;
    rows.sort_by_key(|(_, cost)| (cost.currency != *own, cost.currency.clone()));
    let several = rows.iter().any(|(_, cost)| cost.currency != rows[0].1.currency);
    let verdicts: Vec<String> = rows.iter().map(|(row, cost)| verdict(subject, row.result.progress, cost)).collect();
    let left = 16.0 + room_for_names(rows.iter().map(|(row, _)| row.title), &verdicts);
    let mut canvas = Canvas::default();
    let mut table = Table::new([
        Column::text(subject.say("picture-project")),
        Column::text(subject.say("picture-currency")),
        Column::number(subject.say("picture-planned")),
        Column::number(subject.say("picture-approved")),
        Column::number(subject.say("picture-cost")),
        Column::text(subject.say("picture-verdict")),
    ]);
    let mut used = Vec::new();
    let (mut y, mut before, mut widest) = (8.0, None, 0.0_f64);
    for ((row, cost), said) in rows.iter().zip(verdicts) {
        if several && before != Some(&cost.currency) {
            let currency = cost.currency.clone().unwrap_or_else(|| subject.say("picture-no-currency"));
            canvas.text((0.0, y + 12.0), currency, TextStyle::soft().strong());
            y += 26.0;
        }
        before = Some(&cost.currency);
        let most = rows
            .iter()
            .filter(|(_, other)| other.currency == cost.currency)
            .flat_map(|(_, other)| [other.budget, other.cost])
            .flatten()
            .max();
        let scale = ROOM / most.map_or(1.0, Amount::units).max(0.01);
        name(&mut canvas, row.title, &said, y, left - 12.0);
        let bars = [
            (cost.budget, Paint::Outline, "picture-budget-amount", y),
            (cost.cost, paint(row.result.progress, cost.on_budget), "picture-cost-amount", y + 17.0),
        ];
        for (amount, paint, key, top) in bars {
            let (width, words) = match amount {
                Some(amount) => {
                    let width = (scale * amount.units()).max(2.0);
                    canvas.rectangle((left, top), (width, 13.0), paint);
                    used.push(paint);
                    let sum = money(subject, amount, cost);
                    (width + 8.0, subject.say_with(key, &[("sum", Value::Text(&sum))]))
                }
                None => (0.0, subject.say(&format!("{key}-missing"))),
            };
            widest = widest.max(left + width + width_of(&words, 11.0));
            canvas.text((left + width, top + 10.5), words, TextStyle::soft().small());
        }
        let sum = |amount: Option<Amount>| {
            amount
                .map_or_else(|| subject.say("picture-not-recorded"), |amount| subject.words.decimal(amount.units(), 2))
        };
        table.rows.push(vec![
            row.title.to_owned(),
            cost.currency.clone().unwrap_or_else(|| subject.say("picture-no-currency")),
            sum(row.project.planned.budget),
            row.project.approved.budget.map_or_else(String::new, |amount| subject.words.decimal(amount.units(), 2)),
            sum(cost.cost),
            said,
        ]);
        y += ROW;
    }
    Some(Picture {
        view: View::Budget,
        title: subject.say("picture-budget-title"),
        description: subject.say_with("picture-budget-description", &[("projects", number(rows.len()))]),
        caption: subject.say("picture-budget-caption"),
        legend: in_order(subject, &used),
        table,
        width: (widest + 12.0).max(WIDTH),
        height: y,
        canvas,
    })
}

fn money(subject: Subject<'_>, amount: Amount, cost: &Cost) -> String {
    subject.words.money(amount, cost.currency.as_deref())
}

fn verdict(subject: Subject<'_>, progress: Progress, cost: &Cost) -> String {
    let percent = |key: &str, percent: f64| {
        subject.say_with(key, &[("percent", Value::Text(&subject.words.deviation(percent.abs())))])
    };
    match (progress, cost.cost_variance_pct) {
        (Progress::Cancelled, _) => subject.say("picture-cancelled"),
        (Progress::Unfinished, _) => {
            cost.spent_pct.map_or_else(|| subject.say("picture-unfinished"), |spent| percent("picture-spent", spent))
        }
        // Of a budget of nothing there are no percent.
        (Progress::Finished, None) if cost.on_budget == Some(false) => subject.say("over-budget"),
        (Progress::Finished, None) => subject.say("picture-not-recorded"),
        (Progress::Finished, Some(0.0)) => subject.say("picture-on-budget"),
        (Progress::Finished, Some(variance)) if variance < 0.0 => percent("picture-percent-under", variance),
        (Progress::Finished, Some(variance)) if cost.on_budget == Some(true) => {
            percent("picture-percent-over-within", variance)
        }
        (Progress::Finished, Some(variance)) => percent("picture-percent-over", variance),
    }
}
