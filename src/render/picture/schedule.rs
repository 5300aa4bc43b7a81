use super::canvas::{Canvas, width_of};
use super::filter::Filter;
use super::paint::{Paint, Stroke, TextStyle};
use super::project_rows::{ProjectRow, name, paint, room_for_names, rows};
use super::{Column, Legend, Picture, Subject, Table, WIDTH, number};
use crate::insight::{Progress, Schedule};
use crate::model::{ProjectStatus, View};
use crate::render::words::Value;
use jiff::civil::Date;

const ROW: f64 = 54.0;
const TOP: f64 = 42.0;

/// A stretch of days, and where it lies in the picture.
struct Axis {
    first: Date,
    days: f64,
    left: f64,
}

impl Axis {
    fn x(&self, day: Date) -> f64 {
        self.left + (WIDTH - 4.0 - self.left) * (days(self.first, day) / self.days).clamp(0.0, 1.0)
    }
}

fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

/// For each project the plan above what became of it.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let rows = rows(subject, filter);
    let plans = rows.iter().flat_map(|row| [row.project.planned, row.project.approved, row.project.actual]);
    let mut known: Vec<Date> = plans.flat_map(|plan| [plan.start, plan.end]).flatten().collect();
    let today = subject.edition.today();
    let running = |row: &ProjectRow<'_>| {
        row.result.progress == Progress::Unfinished && row.project.actual.start.is_some_and(|start| start <= today)
    };
    let goes_on = rows.iter().any(running);
    if goes_on {
        known.push(today);
    }
    let (first, last) = (known.iter().min()?.first_of_month(), *known.iter().max()?);
    let verdicts: Vec<String> =
        rows.iter().map(|row| verdict(subject, row.result.progress, row.result.schedule)).collect();
    let left = 16.0 + room_for_names(rows.iter().map(|row| row.title), &verdicts);
    let axis = Axis { first, days: (days(first, last) + 1.0).max(1.0), left };
    let bottom = TOP + ROW * rows.len() as f64;

    let mut canvas = Canvas::default();
    ticks(&mut canvas, subject, &axis, (first, last), bottom);
    if goes_on {
        canvas.line((axis.x(today), 32.0), (axis.x(today), bottom), Stroke::Threshold);
    }
    let mut table = Table::new(
        ["picture-project", "picture-planned", "picture-approved", "picture-actual", "picture-verdict"]
            .map(|key| Column::text(subject.say(key))),
    );
    let mut legend = Vec::new();
    if goes_on {
        legend.push(Paint::Threshold);
    }
    for (place, (row, said)) in rows.iter().zip(verdicts).enumerate() {
        let y = TOP + ROW * place as f64;
        name(&mut canvas, row.title, &said, y + 2.0, left - 12.0);
        draw_row(&mut canvas, subject, &axis, row, y, &mut legend);
        let span = |start: Option<Date>, end: Option<Date>| {
            let date = |date: Option<Date>| {
                date.map_or_else(|| subject.say("picture-not-recorded"), |date| subject.words.date(date))
            };
            if start.is_none() && end.is_none() { String::new() } else { format!("{} – {}", date(start), date(end)) }
        };
        let [planned, approved, actual] = [row.project.planned, row.project.approved, row.project.actual];
        table.rows.push(vec![
            row.title.to_owned(),
            span(planned.start, planned.end),
            span(approved.start, approved.end),
            span(actual.start, actual.end),
            said,
        ]);
    }
    Some(Picture {
        view: View::Schedule,
        title: subject.say("picture-schedule-title"),
        description: subject.say_with("picture-schedule-description", &[("projects", number(rows.len()))]),
        caption: subject.say("picture-schedule-caption"),
        legend: in_order(subject, &legend),
        table,
        width: WIDTH,
        height: bottom,
        canvas,
    })
}

fn draw_row(
    canvas: &mut Canvas,
    subject: Subject<'_>,
    axis: &Axis,
    row: &ProjectRow<'_>,
    y: f64,
    legend: &mut Vec<Paint>,
) {
    let (planned, approved, actual) = (row.project.planned, row.project.approved, row.project.actual);
    let mut bar = |from: Option<Date>, to: Option<Date>, (top, height): (f64, f64), paint: Paint| {
        let (Some(from), Some(to)) = (from, to) else { return false };
        let (x, end) = (axis.x(from), axis.x(to));
        canvas.rectangle((x, top), ((end - x).max(3.0), height), paint);
        if !legend.contains(&paint) {
            legend.push(paint);
        }
        true
    };
    if approved.start.is_some() || approved.end.is_some() {
        bar(planned.start, planned.end, (y - 5.0, 4.0), Paint::Series(2));
    }
    bar(approved.start.or(planned.start), approved.end.or(planned.end), (y + 1.0, 13.0), Paint::Outline);
    // What is still going on is drawn as far as it has come.
    let running = row.result.progress == Progress::Unfinished;
    let until = if running { actual.end.or(Some(subject.edition.today())) } else { actual.end };
    let begun = actual.start.filter(|start| until.is_some_and(|until| *start <= until));
    let paint = paint(row.result.progress, row.result.schedule.on_time);
    let has_begun = !running || row.project.status == Some(ProjectStatus::Active);
    if !bar(begun, until, (y + 18.0, 13.0), paint) && has_begun {
        let at = axis.x(approved.start.or(planned.start).unwrap_or(axis.first));
        canvas.text((at, y + 29.0), subject.say("picture-not-recorded"), TextStyle::soft().small());
    }
}

fn verdict(subject: Subject<'_>, progress: Progress, schedule: Schedule) -> String {
    let late = |key: &str, days: i64| subject.say_with(key, &[("days", Value::Number(days.unsigned_abs() as f64))]);
    match (progress, schedule.finish_variance_days) {
        (Progress::Cancelled, _) => subject.say("picture-cancelled"),
        (Progress::Unfinished, _) => match schedule.forecast_days {
            Some(days) if days > 0 => late("picture-forecast-late", days),
            Some(_) => subject.say("picture-forecast-on-time"),
            None => subject.say("picture-unfinished"),
        },
        (Progress::Finished, None) => subject.say("picture-not-recorded"),
        (Progress::Finished, Some(days)) => match days {
            ..0 => late("picture-days-early", days),
            0 => subject.say("picture-on-the-day"),
            _ if schedule.on_time == Some(true) => late("picture-days-late-within", days),
            _ => late("picture-days-late", days),
        },
    }
}

/// The legend in a fixed order, whichever project comes first.
pub(super) fn in_order(subject: Subject<'_>, used: &[Paint]) -> Vec<Legend> {
    [
        (Paint::Series(2), "picture-first-plan"),
        (Paint::Outline, "picture-plan"),
        (Paint::Tone, "picture-actual-within"),
        (Paint::Bad, "picture-actual-beyond"),
        (Paint::Level(2), "picture-actual-open"),
        (Paint::Muted, "picture-cancelled"),
        (Paint::Threshold, "picture-today"),
    ]
    .into_iter()
    .filter(|(paint, _)| used.contains(paint))
    .map(|(paint, key)| Legend::new(paint, subject.say(key)))
    .collect()
}

/// Months, quarters, years or decades, as there is room for.
fn ticks(canvas: &mut Canvas, subject: Subject<'_>, axis: &Axis, (first, last): (Date, Date), bottom: f64) {
    let months = i64::from(last.year() - first.year()) * 12 + i64::from(last.month() - first.month()) + 1;
    let step: i64 = match months {
        ..=20 => 1,
        21..=60 => 3,
        61..=240 => 12,
        _ => 12 * (months / 240).max(1) * 5,
    };
    let begin = i64::from(first.year()) * 12 + i64::from(first.month()) - 1;
    let mut named = None;
    for month in begin..begin + months {
        if month % step != 0 && month != begin {
            continue;
        }
        let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12));
        let Ok(day) = Date::new(year as i16, of_year as i8 + 1, 1) else { continue };
        let x = axis.x(day.max(first));
        // The first tick stands at the beginning, wherever that is; the next may come too soon after it.
        if named.is_some_and(|before| x - before < 24.0) {
            continue;
        }
        canvas.line((x + 0.5, 32.0), (x + 0.5, bottom), Stroke::Rule);
        if step < 12 {
            let name = subject.words.month_abbreviation(of_year as i8 + 1);
            let style = TextStyle::soft().small();
            if x + width_of(&name, style.size()) <= WIDTH {
                canvas.text((x + 1.0, 27.0), name, style);
            }
        }
        if named.is_none() || of_year == 0 || step >= 12 {
            canvas.text((x + 1.0, 12.0), year.to_string(), TextStyle::default().small().strong());
        }
        named = Some(x);
    }
}
