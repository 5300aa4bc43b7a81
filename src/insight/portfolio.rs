use crate::edition::Edition;
use crate::model::{Amount, EntryId, Plan, Project, ProjectStatus, Tolerances};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How the projects came out, against the plan that was last approved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Portfolio {
    /// Every project of the edition, by id.
    pub projects: BTreeMap<EntryId, ProjectResult>,
    /// How many are finished.
    pub completed: usize,
    /// How many were stopped for good.
    pub cancelled: usize,
    /// How many are neither.
    pub unfinished: usize,
    /// How many finished ones are on time.
    pub on_time: usize,
    /// How many finished ones are on budget. None where the edition hides money.
    pub on_budget: Option<usize>,
    /// Of how many finished ones a figure is missing, so that one cannot tell.
    pub not_recorded: usize,
    /// Budgets and costs of the finished projects of which both are recorded, by currency. None
    /// where the edition hides money.
    pub sums: Option<Vec<CurrencySum>>,
}

/// Budgets and costs in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencySum {
    /// The ISO 4217 code; none where nobody says it.
    pub currency: Option<String>,
    /// The budgets together.
    pub budget: Amount,
    /// The costs together.
    pub cost: Amount,
    /// How many projects are in it.
    pub projects: usize,
}

/// How one project came out.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectResult {
    /// How far it is.
    pub progress: Progress,
    /// Its time.
    pub schedule: Schedule,
    /// Its money. None where the edition hides it.
    pub cost: Option<Cost>,
}

/// How far a project is, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Done: by its status; where it has none, because its actual end has passed.
    Finished,
    /// Anything else that is not cancelled.
    Unfinished,
    /// Stopped for good.
    Cancelled,
}

/// A project's time. Days count from plan to actual end: late is more than 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Schedule {
    /// A finished project's days against the first plan.
    pub against_planned: Option<i64>,
    /// A finished project's days against the approved plan.
    pub against_approved: Option<i64>,
    /// The one that counts: against the approved plan where there is one, else the first.
    pub finish_variance_days: Option<i64>,
    /// Whether that is within tolerance. None where the project is not finished or a figure is missing.
    pub on_time: Option<bool>,
    /// Of an unfinished project, how many days late it will be: by the end it announces, else by
    /// today where its planned end has passed.
    pub forecast_days: Option<i64>,
}

/// A project's money. Percent count from budget to cost: dearer is more than 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cost {
    /// The ISO 4217 code: its own, else the engagement's.
    pub currency: Option<String>,
    /// The budget that counts: the approved one where there is one, else the first.
    pub budget: Option<Amount>,
    /// What it cost, or has cost so far.
    pub cost: Option<Amount>,
    /// A finished project's percent against the first budget.
    pub against_planned_pct: Option<f64>,
    /// A finished project's percent against the approved budget.
    pub against_approved_pct: Option<f64>,
    /// The one that counts: against the approved budget where there is one, else the first.
    pub cost_variance_pct: Option<f64>,
    /// Whether that is within tolerance. None where the project is not finished or a figure is missing.
    pub on_budget: Option<bool>,
    /// Of an unfinished project, how many percent of the budget are spent.
    pub spent_pct: Option<f64>,
}

pub(super) fn derive(edition: &Edition) -> Portfolio {
    let engagement = edition.engagement();
    let money = edition.shows_money();
    let mut portfolio = Portfolio { on_budget: money.then_some(0), ..Portfolio::default() };
    let mut sums: BTreeMap<Option<String>, CurrencySum> = BTreeMap::new();
    for (entry, project) in edition.projects() {
        let progress = progress(project, edition.today());
        let schedule = schedule(project, progress, engagement.tolerances, edition.today());
        let currency = project.currency.as_ref().or(engagement.currency.as_ref());
        let cost = money.then(|| cost(project, progress, engagement.tolerances, currency.cloned()));
        match progress {
            Progress::Cancelled => portfolio.cancelled += 1,
            Progress::Unfinished => portfolio.unfinished += 1,
            Progress::Finished => {
                portfolio.completed += 1;
                portfolio.on_time += usize::from(schedule.on_time == Some(true));
                let missing = schedule.on_time.is_none() || cost.as_ref().is_some_and(|cost| cost.on_budget.is_none());
                portfolio.not_recorded += usize::from(missing);
                if let (Some(count), Some(cost)) = (&mut portfolio.on_budget, &cost) {
                    *count += usize::from(cost.on_budget == Some(true));
                }
                if let Some(Cost { currency, budget: Some(budget), cost: Some(spent), .. }) = &cost {
                    let sum = sums.entry(currency.clone()).or_insert_with(|| CurrencySum {
                        currency: currency.clone(),
                        budget: Amount::default(),
                        cost: Amount::default(),
                        projects: 0,
                    });
                    sum.budget = sum.budget.plus(*budget);
                    sum.cost = sum.cost.plus(*spent);
                    sum.projects += 1;
                }
            }
        }
        portfolio.projects.insert(entry.id.clone(), ProjectResult { progress, schedule, cost });
    }
    portfolio.sums = money.then(|| sums.into_values().collect());
    portfolio
}

fn progress(project: &Project<EntryId>, today: Date) -> Progress {
    match project.status {
        Some(ProjectStatus::Completed) => Progress::Finished,
        Some(ProjectStatus::Cancelled) => Progress::Cancelled,
        None if project.actual.end.is_some_and(|end| end <= today) => Progress::Finished,
        _ => Progress::Unfinished,
    }
}

fn days(from: Option<Date>, to: Option<Date>) -> Option<i64> {
    from?.until(to?).ok().map(|span| i64::from(span.get_days()))
}

fn schedule(project: &Project<EntryId>, progress: Progress, tolerances: Tolerances, today: Date) -> Schedule {
    let Project { planned, approved, actual, .. } = project;
    let planned_end = approved.end.or(planned.end);
    match progress {
        Progress::Cancelled => Schedule::default(),
        Progress::Unfinished => {
            let overdue = || days(planned_end, Some(today)).filter(|late| *late > 0);
            Schedule { forecast_days: days(planned_end, actual.end).or_else(overdue), ..Schedule::default() }
        }
        Progress::Finished => {
            let variance = days(planned_end, actual.end);
            let duration = days(approved.start.or(planned.start), planned_end);
            Schedule {
                against_planned: days(planned.end, actual.end),
                against_approved: days(approved.end, actual.end),
                finish_variance_days: variance,
                on_time: variance.and_then(|late| within_days(late, duration, tolerances.schedule_pct)),
                forecast_days: None,
            }
        }
    }
}

/// Whether so many days late are still on time. Without a planned duration only a tolerance of
/// none can be told.
fn within_days(late: i64, duration: Option<i64>, tolerance_pct: f64) -> Option<bool> {
    if late <= 0 {
        return Some(true);
    }
    if tolerance_pct <= 0.0 {
        return Some(false);
    }
    Some(late as f64 * 100.0 <= tolerance_pct * duration?.max(0) as f64 + ROUNDING)
}

fn cost(project: &Project<EntryId>, progress: Progress, tolerances: Tolerances, currency: Option<String>) -> Cost {
    let Project { planned, approved, actual, .. } = project;
    let budget = approved.budget.or(planned.budget);
    let known = Cost { currency, budget, cost: actual.budget, ..Cost::default() };
    match progress {
        Progress::Cancelled => known,
        Progress::Unfinished => {
            let budget = budget.filter(|budget| budget.units() != 0.0);
            Cost { spent_pct: variance_pct(budget, actual.budget).map(|pct| pct + 100.0), ..known }
        }
        Progress::Finished => Cost {
            against_planned_pct: of_plan(planned, actual),
            against_approved_pct: of_plan(approved, actual),
            cost_variance_pct: variance_pct(budget, actual.budget),
            on_budget: within_budget(budget, actual.budget, tolerances.cost_pct),
            ..known
        },
    }
}

fn of_plan(plan: &Plan, actual: &Plan) -> Option<f64> {
    variance_pct(plan.budget, actual.budget)
}

/// How many percent more than the budget it cost; of a budget of nothing there are no percent, unless nothing was spent.
fn variance_pct(budget: Option<Amount>, cost: Option<Amount>) -> Option<f64> {
    let (budget, cost) = (budget?, cost?);
    if budget == cost {
        return Some(0.0);
    }
    let (budget, cost) = (budget.units(), cost.units());
    (budget != 0.0).then(|| (cost - budget) / budget * 100.0)
}

fn within_budget(budget: Option<Amount>, cost: Option<Amount>, tolerance_pct: f64) -> Option<bool> {
    let (budget, cost) = (budget?.units(), cost?.units());
    Some((cost - budget) * 100.0 <= tolerance_pct.max(0.0) * budget + ROUNDING)
}

/// What the last digit of a decimal fraction may be off in binary, far below a day or a cent.
const ROUNDING: f64 = 1e-6;

#[cfg(test)]
mod tests {
    use super::{days, variance_pct, within_budget, within_days};
    use crate::model::Amount;
    use jiff::civil::date;

    #[test]
    fn days_count_over_months_and_backwards() {
        assert_eq!(days(Some(date(2026, 1, 30)), Some(date(2026, 3, 2))), Some(31));
        assert_eq!(days(Some(date(2026, 3, 2)), Some(date(2026, 1, 30))), Some(-31));
        assert_eq!(days(None, Some(date(2026, 1, 30))), None);
    }

    #[test]
    fn five_percent_of_a_hundred_days_are_five_days() {
        assert_eq!(within_days(5, Some(100), 5.0), Some(true));
        assert_eq!(within_days(6, Some(100), 5.0), Some(false));
        assert_eq!(within_days(1, Some(100), 0.0), Some(false));
        assert_eq!(within_days(0, None, 0.0), Some(true));
        assert_eq!(within_days(1, None, 5.0), None, "percent of a duration that nobody recorded");
    }

    #[test]
    fn exactly_the_tolerance_is_on_budget() {
        let amount = |units: i64| Some(Amount::from_hundredths(units * 100));
        assert_eq!(within_budget(amount(1000), amount(1100), 10.0), Some(true));
        assert_eq!(within_budget(amount(1000), Some(Amount::from_hundredths(110_001)), 10.0), Some(false));
        assert_eq!(within_budget(amount(1000), None, 10.0), None);
        assert_eq!(variance_pct(amount(0), amount(5)), None);
        assert_eq!(variance_pct(amount(0), amount(0)), Some(0.0));
        assert_eq!(within_budget(amount(0), amount(0), 0.0), Some(true));
        assert_eq!(within_budget(amount(0), amount(5), 10.0), Some(false), "percent of nothing are nothing");
        assert_eq!(variance_pct(amount(200), amount(150)), Some(-25.0));
    }
}
