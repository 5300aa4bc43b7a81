use super::canvas::Canvas;
use super::filter::Filter;
use super::paint::{Anchor, Paint, Stroke, TextStyle};
use super::{Column, Legend, Picture, Subject, Table, number};
use crate::insight::Month;
use crate::model::{EntryId, Session, SessionStatus, SessionType, View};
use crate::render::words::Value;
use std::collections::BTreeMap;

const BASE: f64 = 166.0;
const TALL: f64 = 150.0;
const LEFT: f64 = 50.0;
/// Beyond so many months a bar is a year.
const MONTHS: i64 = 120;
/// Beyond so many months a bar is too narrow for a word beneath it.
const NAMED: usize = 30;

/// What a session was for, in the order in which the bars are stacked; the last is anything else.
const PURPOSES: [&str; 5] = ["learning", "working", "steering", "looking-back", "other"];

/// How many sessions there were for each purpose.
type Counts = [usize; PURPOSES.len()];

/// One bar: a month, or a year where there are too many months.
struct Bar {
    month: Month,
    counts: Counts,
}

/// The held sessions by month and purpose.
pub(super) fn draw(subject: Subject<'_>, filter: &Filter) -> Option<Picture> {
    let months = months(subject, filter);
    let (bars, by_year) = bars(&months)?;
    let named = bars.len() <= NAMED;
    let step = if named { (672.0 / bars.len() as f64).clamp(22.0, 56.0) } else { (700.0 / bars.len() as f64).max(9.0) };
    let width = (LEFT + step * bars.len() as f64 + 12.0).max(360.0);
    let most = bars.iter().map(|bar| bar.counts.iter().sum::<usize>()).max().unwrap_or(0).max(1);
    let (top, marks) = scale(most);
    let unit = TALL / top as f64;

    let mut canvas = Canvas::default();
    for mark in marks {
        let y = BASE - unit * mark as f64 + 0.5;
        canvas.line((LEFT - 4.0, y), (width, y), if mark == 0 { Stroke::Axis } else { Stroke::Rule });
        canvas.text((LEFT - 10.0, y + 4.0), subject.count(mark), TextStyle::soft().small().anchor(Anchor::End));
    }
    for (place, bar) in bars.iter().enumerate() {
        let x = LEFT + step * place as f64;
        let mut y = BASE;
        for (number, paint) in bar.counts.iter().zip(1_u8..) {
            if *number > 0 {
                let height = unit * *number as f64;
                y -= height;
                let gap = if height > 3.0 { 1.0 } else { 0.0 };
                canvas.rectangle(
                    (x + 1.0, y),
                    (step - if step > 12.0 { 3.0 } else { 1.5 }, height - gap),
                    Paint::Series(paint),
                );
            }
        }
        label(&mut canvas, subject, bar, (x, step), (named, by_year, place == 0));
    }
    let used: Vec<usize> =
        (0..PURPOSES.len()).filter(|purpose| bars.iter().any(|bar| bar.counts[*purpose] > 0)).collect();
    let purpose = |place: usize| subject.say(&format!("session-purpose-{}", PURPOSES[place]));
    let mut table = Table::new(
        std::iter::once(Column::text(subject.say(if by_year { "picture-year" } else { "picture-month" })))
            .chain(used.iter().map(|place| Column::number(purpose(*place))))
            .chain([Column::number(subject.say("picture-all"))]),
    );
    for bar in &bars {
        let Month { year, month } = bar.month;
        let mut row = vec![if by_year { year.to_string() } else { subject.words.month(year, month) }];
        row.extend(used.iter().map(|place| subject.count(bar.counts[*place])));
        row.push(subject.count(bar.counts.iter().sum()));
        table.rows.push(row);
    }
    let sessions: usize = bars.iter().map(|bar| bar.counts.iter().sum::<usize>()).sum();
    let (first, last) = (table.rows.first()?.first()?.clone(), table.rows.last()?.first()?.clone());
    Some(Picture {
        view: View::Timeline,
        title: subject.say("picture-timeline-title"),
        description: subject.say_with(
            "picture-timeline-description",
            &[("sessions", number(sessions)), ("first", Value::Text(&first)), ("last", Value::Text(&last))],
        ),
        caption: subject.say(if by_year { "picture-timeline-caption-years" } else { "picture-timeline-caption" }),
        legend: used.iter().map(|place| Legend::new(Paint::Series(*place as u8 + 1), purpose(*place))).collect(),
        table,
        width,
        height: BASE + 44.0,
        canvas,
    })
}

fn label(
    canvas: &mut Canvas,
    subject: Subject<'_>,
    bar: &Bar,
    (x, step): (f64, f64),
    (named, by_year, first): (bool, bool, bool),
) {
    let year = bar.month.year.to_string();
    let small = TextStyle::soft().small();
    let middle = x + step / 2.0 - 1.0;
    if by_year {
        // Years need 28 pixels; of narrower bars every fifth is named.
        if step >= 28.0 || bar.month.year % 5 == 0 {
            canvas.text((middle, BASE + 18.0), year, small.anchor(Anchor::Middle));
        }
        return;
    }
    let begins = bar.month.month == 1 || first;
    if named {
        let month = subject.words.month_abbreviation(bar.month.month);
        if step >= 28.0 || bar.month.month % 2 == 1 {
            canvas.text((middle, BASE + 18.0), month, small.anchor(Anchor::Middle));
        }
        if begins {
            canvas.text((middle, BASE + 35.0), year, TextStyle::default().small().strong().anchor(Anchor::Middle));
        }
    } else if bar.month.month == 1 || (first && bar.month.month < 10) {
        canvas.text((x, BASE + 18.0), year, small);
    }
}

/// The numbers at which the scale is marked, and the highest of them: round ones.
fn scale(most: usize) -> (usize, Vec<usize>) {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
        .into_iter()
        .find(|step| most.div_ceil(*step) <= 6)
        .unwrap_or_else(|| most.div_ceil(6));
    let top = most.div_ceil(step) * step;
    (top, (0..=top).step_by(step).collect())
}

fn months(subject: Subject<'_>, filter: &Filter) -> BTreeMap<Month, Counts> {
    let mut months: BTreeMap<Month, Counts> = BTreeMap::new();
    for (_, session) in subject.edition.sessions() {
        if let Some(date) = session.date
            && session.status_on(subject.edition.today()) == SessionStatus::Held
            && takes(filter, session)
        {
            months.entry(Month::of(date)).or_default()[purpose_of(session.session_type)] += 1;
        }
    }
    months
}

fn takes(filter: &Filter, session: &Session<EntryId>) -> bool {
    filter.takes_project(&session.projects)
        && filter
            .person
            .as_ref()
            .is_none_or(|wanted| session.participants.iter().any(|participant| participant.person == *wanted))
}

fn purpose_of(session_type: Option<SessionType>) -> usize {
    match session_type {
        Some(
            SessionType::Training
            | SessionType::Coaching
            | SessionType::Pairing
            | SessionType::Shadowing
            | SessionType::ReverseShadowing,
        ) => 0,
        Some(SessionType::Workshop | SessionType::Meeting | SessionType::Demo) => 1,
        Some(SessionType::Steering | SessionType::Gate) => 2,
        Some(SessionType::Retrospective | SessionType::AfterActionReview | SessionType::Handover) => 3,
        None => 4,
    }
}

/// Every month from the first to the last with a session, empty ones too; years where these would
/// be too many. A span of centuries, which only a mistyped year gives, keeps the years with sessions.
fn bars(months: &BTreeMap<Month, Counts>) -> Option<(Vec<Bar>, bool)> {
    let (first, _) = months.first_key_value()?;
    let (last, _) = months.last_key_value()?;
    let span = i64::from(last.year - first.year) * 12 + i64::from(last.month - first.month) + 1;
    if span <= MONTHS {
        let run = std::iter::successors(Some(*first), |month| Some(month.next())).take(span as usize);
        let bars = run.map(|month| Bar { month, counts: months.get(&month).copied().unwrap_or_default() });
        return Some((bars.collect(), false));
    }
    let mut years: BTreeMap<i16, Counts> = BTreeMap::new();
    if span <= 12 * MONTHS {
        years = (first.year..=last.year).map(|year| (year, Counts::default())).collect();
    }
    for (month, counts) in months {
        let year = years.entry(month.year).or_default();
        for (sum, number) in year.iter_mut().zip(counts) {
            *sum += number;
        }
    }
    let bars = years.into_iter().map(|(year, counts)| Bar { month: Month { year, month: 1 }, counts });
    Some((bars.collect(), true))
}

#[cfg(test)]
mod tests {
    use super::{Counts, bars, scale};
    use crate::insight::Month;
    use std::collections::BTreeMap;

    fn one(year: i16, month: i8) -> (Month, Counts) {
        (Month { year, month }, [1, 0, 0, 0, 0])
    }

    #[test]
    fn months_without_sessions_have_their_place() {
        let (bars, by_year) = bars(&BTreeMap::from([one(2025, 11), one(2026, 2)])).unwrap();
        assert!(!by_year);
        assert_eq!(bars.iter().map(|bar| bar.counts[0]).collect::<Vec<_>>(), [1, 0, 0, 1]);
    }

    #[test]
    fn a_mistyped_year_does_not_make_a_thousand_bars() {
        let (bars, by_year) = bars(&BTreeMap::from([one(1026, 1), one(2026, 2)])).unwrap();
        assert!(by_year);
        assert_eq!(bars.len(), 2);
    }

    #[test]
    fn the_scale_is_marked_at_round_numbers() {
        assert_eq!(scale(7), (8, vec![0, 2, 4, 6, 8]));
        assert_eq!(scale(1), (1, vec![0, 1]));
        assert_eq!(scale(58), (60, vec![0, 10, 20, 30, 40, 50, 60]));
    }
}
