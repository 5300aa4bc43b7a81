use super::Staying;
use crate::edition::Edition;
use crate::model::{EntryId, EvidenceLevel, Level, Prose, Record, SessionStatus};
use jiff::civil::{Date, Time};
use std::collections::{BTreeMap, BTreeSet};

/// Who can do what, before and after.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SkillsMatrix {
    /// What is known of a person and a skill, by person and then skill. Empty where the edition
    /// shows no levels of named people.
    pub cells: BTreeMap<(EntryId, EntryId), Cell>,
    /// How many people stand at each level, by skill.
    pub sums: BTreeMap<EntryId, LevelSums>,
}

/// What is known of one person and one skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The level before the engagement; none where it is not recorded.
    pub before: Option<Level>,
    /// The level after it: the latest that is recorded.
    pub after: Option<Level>,
    /// The level aimed at.
    pub target: Option<Level>,
    /// Where `after` comes from.
    pub basis: Option<Basis>,
    /// The held sessions that changed the level or are named as evidence, in the order of their dates.
    pub evidence: Vec<EntryId>,
    /// What kind of evidence it is, where an explicit record says so.
    pub evidence_level: Option<EvidenceLevel>,
    /// The last day on which an explicit record judged the level.
    pub assessed_on: Option<Date>,
    /// Whether the person is still there after the engagement.
    pub stays: bool,
}

/// Where a level comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A skill record of a person or a skill.
    Record,
    /// A skill change of that session.
    Session(EntryId),
}

/// How many people stand at each level of a skill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LevelSums {
    /// Before the engagement, by level 0 to 4.
    pub before: [usize; 5],
    /// After it, by level 0 to 4.
    pub after: [usize; 5],
    /// People of whom there is no level before.
    pub before_unknown: usize,
    /// People of whom there is no level after.
    pub after_unknown: usize,
}

impl SkillsMatrix {
    /// The cell of a person and a skill.
    pub fn cell(&self, person: &EntryId, skill: &EntryId) -> Option<&Cell> {
        self.cells.get(&(person.clone(), skill.clone()))
    }

    /// The people of whom anything is known, by id.
    pub fn people(&self) -> BTreeSet<&EntryId> {
        self.cells.keys().map(|(person, _)| person).collect()
    }

    /// The skills of which anything is known, by id.
    pub fn skills(&self) -> impl Iterator<Item = &EntryId> {
        self.sums.keys()
    }

    /// What is known of one person, by skill.
    pub fn of_person<'a>(&'a self, person: &'a EntryId) -> impl Iterator<Item = (&'a EntryId, &'a Cell)> {
        let first = (person.clone(), EntryId::new(crate::model::Kind::Page, ""));
        self.cells.range(first..).take_while(move |((id, _), _)| id == person).map(|((_, skill), cell)| (skill, cell))
    }
}

/// The texts that records give as evidence for a person's level of a skill, the person's own first.
pub fn evidence_texts<'e>(edition: &'e Edition, person: &EntryId, skill: &EntryId) -> Vec<&'e Prose<EntryId>> {
    let records = [person, skill].into_iter().filter_map(|id| edition.get(id)).flat_map(|entry| match &entry.record {
        Record::Person(person) => person.skills.as_slice(),
        Record::Skill(skill) => skill.records.as_slice(),
        _ => &[],
    });
    records
        .filter(|record| record.person == *person && record.skill == *skill && !record.evidence.is_empty())
        .map(|record| &record.evidence)
        .collect()
}

pub(super) type Cells = BTreeMap<(EntryId, EntryId), Cell>;

pub(super) fn derive(cells: Cells, named: bool) -> SkillsMatrix {
    let mut sums: BTreeMap<EntryId, LevelSums> = BTreeMap::new();
    for ((_, skill), cell) in &cells {
        let sums = sums.entry(skill.clone()).or_default();
        match cell.before {
            Some(level) => sums.before[usize::from(level.number())] += 1,
            None => sums.before_unknown += 1,
        }
        match cell.after {
            Some(level) => sums.after[usize::from(level.number())] += 1,
            None => sums.after_unknown += 1,
        }
    }
    SkillsMatrix { cells: if named { cells } else { Cells::new() }, sums }
}

/// When something was said of a level. Of one day the explicit record outweighs the sessions, and
/// of two sessions the later hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    day: Date,
    explicit: bool,
    hour: Option<Time>,
}

/// A cell while it is being collected.
#[derive(Default)]
struct Gathered {
    explicit_before: Option<Level>,
    first_from: Option<(Moment, Level)>,
    after: Option<(Moment, Level, Basis)>,
    target: Option<Level>,
    evidence: BTreeSet<(Option<Date>, EntryId)>,
    evidence_level: Option<EvidenceLevel>,
    assessed_on: Option<Date>,
}

impl Gathered {
    fn offer_after(&mut self, moment: Moment, level: Level, basis: Basis) {
        if self.after.as_ref().is_none_or(|(latest, ..)| moment >= *latest) {
            self.after = Some((moment, level, basis));
        }
    }

    fn offer_from(&mut self, moment: Moment, level: Level) {
        if self.first_from.is_none_or(|(first, _)| moment < first) {
            self.first_from = Some((moment, level));
        }
    }
}

/// Everything that is known of people's levels. The caller decides who may be named.
pub(super) fn cells(edition: &Edition, staying: &Staying) -> Cells {
    let mut gathered: BTreeMap<(EntryId, EntryId), Gathered> = BTreeMap::new();
    // A record without a date speaks of the end of the engagement; where that is not known either,
    // it speaks of a day after all sessions.
    let exit = edition.engagement().end.unwrap_or(Date::MAX);
    let records = edition
        .people()
        .flat_map(|(_, person)| &person.skills)
        .chain(edition.skills().flat_map(|(_, skill)| &skill.records));
    for record in records {
        let cell = gathered.entry((record.person.clone(), record.skill.clone())).or_default();
        cell.explicit_before = cell.explicit_before.or(record.before);
        cell.target = record.target.or(cell.target);
        cell.evidence_level = record.evidence_level.or(cell.evidence_level);
        cell.assessed_on = record.assessed_on.max(cell.assessed_on);
        if let Some(level) = record.after {
            let day = record.assessed_on.unwrap_or(exit);
            cell.offer_after(Moment { day, explicit: true, hour: None }, level, Basis::Record);
        }
        for id in &record.sessions {
            if let Some((_, session)) = edition.session(id)
                && session.status_on(edition.today()) == SessionStatus::Held
            {
                cell.evidence.insert((session.date, id.clone()));
            }
        }
    }
    for (entry, session) in edition.sessions() {
        if session.skill_changes.is_empty() || session.status_on(edition.today()) != SessionStatus::Held {
            continue;
        }
        // What has no date cannot outweigh what has one.
        let moment = Moment { day: session.date.unwrap_or(Date::MIN), explicit: false, hour: session.time };
        for change in &session.skill_changes {
            let cell = gathered.entry((change.person.clone(), change.skill.clone())).or_default();
            cell.evidence.insert((session.date, entry.id.clone()));
            if let Some(level) = change.from {
                cell.offer_from(moment, level);
            }
            if let Some(level) = change.to {
                cell.offer_after(moment, level, Basis::Session(entry.id.clone()));
            }
        }
    }
    gathered
        .into_iter()
        .map(|((person, skill), cell)| {
            let (after, basis) = match cell.after {
                Some((_, level, basis)) => (Some(level), Some(basis)),
                None => (None, None),
            };
            let known = Cell {
                before: cell.explicit_before.or(cell.first_from.map(|(_, level)| level)),
                after,
                target: cell.target,
                basis,
                evidence: cell.evidence.into_iter().map(|(_, id)| id).collect(),
                evidence_level: cell.evidence_level,
                assessed_on: cell.assessed_on,
                stays: staying.includes(&person),
            };
            ((person, skill), known)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Basis, Gathered, Moment};
    use crate::model::{EntryId, Kind, Level};
    use jiff::civil::date;

    fn session(day: i8) -> Moment {
        Moment { day: date(2026, 3, day), explicit: false, hour: None }
    }

    #[test]
    fn of_one_day_the_explicit_record_counts_whichever_comes_first() {
        let record = Moment { explicit: true, ..session(5) };
        let id = EntryId::new(Kind::Session, "s");
        for explicit_first in [true, false] {
            let mut cell = Gathered::default();
            if explicit_first {
                cell.offer_after(record, Level::Aware, Basis::Record);
            }
            cell.offer_after(session(5), Level::Teaches, Basis::Session(id.clone()));
            if !explicit_first {
                cell.offer_after(record, Level::Aware, Basis::Record);
            }
            assert_eq!(cell.after, Some((record, Level::Aware, Basis::Record)));
        }
    }

    #[test]
    fn a_later_session_outweighs_an_earlier_record() {
        let mut cell = Gathered::default();
        let id = EntryId::new(Kind::Session, "s");
        cell.offer_after(session(6), Level::Teaches, Basis::Session(id.clone()));
        cell.offer_after(Moment { explicit: true, ..session(5) }, Level::Aware, Basis::Record);
        assert_eq!(cell.after.map(|(_, level, basis)| (level, basis)), Some((Level::Teaches, Basis::Session(id))));
    }

    #[test]
    fn the_first_from_is_that_of_the_earliest_session() {
        let mut cell = Gathered::default();
        cell.offer_from(session(9), Level::Assisted);
        cell.offer_from(session(2), Level::None);
        cell.offer_from(session(4), Level::Aware);
        assert_eq!(cell.first_from.map(|(_, level)| level), Some(Level::None));
    }
}
