use super::skills_matrix::Cells;
use crate::edition::Edition;
use crate::model::{EntryId, Role, Session, SessionStatus, SessionType};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// The sessions and hours that were given. Only held sessions count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Training {
    /// How many sessions were held.
    pub held: usize,
    /// How many are yet to come.
    pub planned: usize,
    /// How many did not take place.
    pub cancelled: usize,
    /// How long the held sessions took together, in minutes, as far as it is recorded.
    pub minutes: u64,
    /// How many of the held sessions have no duration.
    pub without_duration: usize,
    /// How many of the held sessions have no date, and so stand in no month.
    pub without_date: usize,
    /// What each person attended; only people who attended something.
    pub people: BTreeMap<EntryId, Attendance>,
    /// What was attended by people of each role; none for those without one.
    pub roles: BTreeMap<Option<Role>, RoleAttendance>,
    /// What was given of each skill; only skills of which something was given.
    pub skills: BTreeMap<EntryId, SkillTraining>,
    /// What was held in each month; only months in which something was.
    pub months: BTreeMap<Month, MonthOfTraining>,
    /// How many held sessions there were of each type; none for those without one.
    pub types: BTreeMap<Option<SessionType>, usize>,
    /// People and skills whose level is said to have changed with no held session behind it: none
    /// that changed it, is named as evidence, or trained the skill with the person there. Empty
    /// where the edition shows no levels of named people.
    pub unfounded_claims: Vec<(EntryId, EntryId)>,
}

/// What one person attended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    /// The sessions, in the order of their dates.
    pub sessions: Vec<EntryId>,
    /// How long they took together, in minutes, as far as it is recorded.
    pub minutes: u64,
    /// How often each skill was trained with the person there.
    pub skills: BTreeMap<EntryId, usize>,
}

impl Attendance {
    /// The minutes as hours, to two decimals; nothing where none of the sessions says how long it took.
    pub fn hours(&self) -> Option<f64> {
        (self.minutes > 0).then(|| hours(self.minutes))
    }
}

/// What people of one role attended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoleAttendance {
    /// How many of them attended something.
    pub people: usize,
    /// How many sessions one of them at least attended.
    pub sessions: usize,
    /// How long these took together, in minutes, as far as it is recorded.
    pub minutes: u64,
    /// How many times one of them was there.
    pub attendances: usize,
}

/// What was given of one skill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SkillTraining {
    /// How many people were there at least once.
    pub people: usize,
    /// How many sessions trained it.
    pub sessions: usize,
    /// How long these took together, in minutes, as far as it is recorded.
    pub minutes: u64,
}

/// What was held in one month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MonthOfTraining {
    /// How many sessions.
    pub sessions: usize,
    /// How long they took together, in minutes, as far as it is recorded.
    pub minutes: u64,
    /// How many times somebody was there.
    pub attendances: usize,
    /// How many sessions of each type.
    pub types: BTreeMap<Option<SessionType>, usize>,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month in which a day lies.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month >= 12 {
            Self { year: self.year.saturating_add(1), month: 1 }
        } else {
            Self { month: self.month + 1, ..self }
        }
    }
}

impl fmt::Display for Month {
    /// As ISO 8601 writes it: `2026-03`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

/// Minutes as hours, to two decimals.
fn hours(minutes: u64) -> f64 {
    (minutes as f64 / 60.0 * 100.0).round() / 100.0
}

pub(super) fn derive(edition: &Edition, cells: &Cells) -> Training {
    let mut training = Training::default();
    let mut held: Vec<(&EntryId, &Session<EntryId>)> = Vec::new();
    for (entry, session) in edition.sessions() {
        match session.status_on(edition.today()) {
            SessionStatus::Held => held.push((&entry.id, session)),
            SessionStatus::Planned => training.planned += 1,
            SessionStatus::Cancelled => training.cancelled += 1,
        }
    }
    held.sort_by_key(|(_, session)| (session.date, session.time));

    let roles: HashMap<&EntryId, Option<Role>> =
        edition.people().map(|(entry, person)| (&entry.id, person.role)).collect();
    let mut people: HashMap<&EntryId, Attendance> = HashMap::new();
    let mut learners: BTreeMap<&EntryId, BTreeSet<&EntryId>> = BTreeMap::new();
    for (id, session) in held {
        let minutes = u64::from(session.minutes.unwrap_or(0));
        let skills: BTreeSet<&EntryId> = session.skills.iter().collect();
        let present: BTreeSet<&EntryId> = session.participants.iter().map(|participant| &participant.person).collect();
        training.held += 1;
        training.minutes += minutes;
        training.without_duration += usize::from(session.minutes.is_none());
        *training.types.entry(session.session_type).or_default() += 1;
        if let Some(date) = session.date {
            let month = training.months.entry(Month::of(date)).or_default();
            month.sessions += 1;
            month.minutes += minutes;
            month.attendances += present.len();
            *month.types.entry(session.session_type).or_default() += 1;
        } else {
            training.without_date += 1;
        }
        for skill in &skills {
            let given = training.skills.entry((*skill).clone()).or_default();
            given.sessions += 1;
            given.minutes += minutes;
            learners.entry(skill).or_default().extend(&present);
        }
        let mut roles_present = BTreeSet::new();
        for person in present {
            let attendance = people.entry(person).or_default();
            attendance.sessions.push(id.clone());
            attendance.minutes += minutes;
            for skill in &skills {
                *attendance.skills.entry((*skill).clone()).or_default() += 1;
            }
            let role = roles.get(person).copied().flatten();
            let of_role = training.roles.entry(role).or_default();
            of_role.people += usize::from(attendance.sessions.len() == 1);
            if roles_present.insert(role) {
                of_role.sessions += 1;
                of_role.minutes += minutes;
            }
            of_role.attendances += 1;
        }
    }
    for (skill, people) in learners {
        if let Some(given) = training.skills.get_mut(skill) {
            given.people = people.len();
        }
    }
    training.people = people.into_iter().map(|(id, attendance)| (id.clone(), attendance)).collect();
    training.unfounded_claims = cells
        .iter()
        .filter(|((person, skill), cell)| {
            let attended = || training.people.get(person).is_some_and(|known| known.skills.contains_key(skill));
            cell.after.is_some() && cell.after != cell.before && cell.evidence.is_empty() && !attended()
        })
        .map(|(claim, _)| claim.clone())
        .collect();
    training
}

#[cfg(test)]
mod tests {
    use super::{Month, hours};

    #[test]
    fn hours_come_from_minutes_and_keep_two_decimals() {
        assert!((hours(90) - 1.5).abs() < f64::EPSILON);
        assert!((hours(100) - 1.67).abs() < f64::EPSILON);
    }

    #[test]
    fn december_is_followed_by_january() {
        assert_eq!(Month { year: 2025, month: 12 }.next(), Month { year: 2026, month: 1 });
        assert_eq!(Month { year: 2026, month: 1 }.to_string(), "2026-01");
    }
}
