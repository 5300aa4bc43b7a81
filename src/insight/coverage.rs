use super::skills_matrix::Cells;
use crate::edition::Edition;
use crate::model::{EntryId, Level};
use std::collections::BTreeMap;

/// How well each skill is held once the consultants have left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Every skill of the edition, by id.
    pub skills: BTreeMap<EntryId, SkillCoverage>,
    /// How many skills are held how well, counting only people who stay.
    pub after_exit: CoverageCounts,
    /// The same, counting everybody.
    pub with_consultants: CoverageCounts,
}

/// How well one skill is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillCoverage {
    /// The level from which somebody counts as a holder.
    pub required_level: Level,
    /// How many holders are wanted.
    pub required_holders: u32,
    /// Counting only people who stay.
    pub after_exit: Holding,
    /// Counting everybody.
    pub with_consultants: Holding,
}

/// Who holds a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// What it amounts to.
    pub state: CoverageState,
    /// How many people hold it.
    pub count: usize,
    /// Who, by id. Empty where the edition shows no levels of named people.
    pub holders: Vec<EntryId>,
}

/// What a number of holders amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoverageState {
    /// Nobody.
    Gap,
    /// One, where more are wanted.
    SingleHolder,
    /// More than one, and fewer than are wanted.
    Thin,
    /// As many as are wanted, or more.
    Covered,
}

/// How many skills are held how well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CoverageCounts {
    /// By nobody.
    pub gap: usize,
    /// By one person.
    pub single_holder: usize,
    /// By more than one, and fewer than are wanted.
    pub thin: usize,
    /// By as many as are wanted, or more.
    pub covered: usize,
}

impl CoverageState {
    /// Every state, from the worst.
    pub const ALL: [Self; 4] = [Self::Gap, Self::SingleHolder, Self::Thin, Self::Covered];

    /// The word for it in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::SingleHolder => "single_holder",
            Self::Thin => "thin",
            Self::Covered => "covered",
        }
    }

    fn of(holders: usize, required: u32) -> Self {
        match holders {
            0 => Self::Gap,
            enough if enough as u64 >= u64::from(required) => Self::Covered,
            1 => Self::SingleHolder,
            _ => Self::Thin,
        }
    }
}

impl CoverageCounts {
    /// How many skills there are.
    pub fn skills(&self) -> usize {
        self.gap + self.single_holder + self.thin + self.covered
    }

    /// How many skills are in that state.
    pub fn of(&self, state: CoverageState) -> usize {
        match state {
            CoverageState::Gap => self.gap,
            CoverageState::SingleHolder => self.single_holder,
            CoverageState::Thin => self.thin,
            CoverageState::Covered => self.covered,
        }
    }

    fn add(&mut self, state: CoverageState) {
        match state {
            CoverageState::Gap => self.gap += 1,
            CoverageState::SingleHolder => self.single_holder += 1,
            CoverageState::Thin => self.thin += 1,
            CoverageState::Covered => self.covered += 1,
        }
    }
}

impl Coverage {
    /// The skills that only this person still holds after the engagement, by id.
    pub fn sole_holder_of<'a>(&'a self, person: &'a EntryId) -> impl Iterator<Item = &'a EntryId> {
        self.skills.iter().filter(move |(_, skill)| skill.after_exit.holders == [person.clone()]).map(|(id, _)| id)
    }

    /// The same, naming nobody.
    pub(super) fn without_names(mut self) -> Self {
        for skill in self.skills.values_mut() {
            skill.after_exit.holders.clear();
            skill.with_consultants.holders.clear();
        }
        self
    }
}

pub(super) fn derive(edition: &Edition, cells: &Cells) -> Coverage {
    let mut of_skill: BTreeMap<&EntryId, Vec<(&EntryId, Level, bool)>> = BTreeMap::new();
    for ((person, skill), cell) in cells {
        if let Some(level) = cell.after {
            of_skill.entry(skill).or_default().push((person, level, cell.stays));
        }
    }
    let mut coverage = Coverage::default();
    for (entry, skill) in edition.skills() {
        let required_level = skill.required_level.unwrap_or(Level::Independent);
        let required_holders = skill.required_holders.unwrap_or(2);
        let known = of_skill.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let holding = |counts: &dyn Fn(bool) -> bool| {
            let holders: Vec<EntryId> = known
                .iter()
                .filter(|(_, level, stays)| *level >= required_level && counts(*stays))
                .map(|(person, ..)| (*person).clone())
                .collect();
            Holding { state: CoverageState::of(holders.len(), required_holders), count: holders.len(), holders }
        };
        let of_skill = SkillCoverage {
            required_level,
            required_holders,
            after_exit: holding(&|stays| stays),
            with_consultants: holding(&|_| true),
        };
        coverage.after_exit.add(of_skill.after_exit.state);
        coverage.with_consultants.add(of_skill.with_consultants.state);
        coverage.skills.insert(entry.id.clone(), of_skill);
    }
    coverage
}

#[cfg(test)]
mod tests {
    use super::CoverageState;

    #[test]
    fn the_number_of_holders_is_weighed_against_the_number_wanted() {
        assert_eq!(CoverageState::of(0, 2), CoverageState::Gap);
        assert_eq!(CoverageState::of(0, 0), CoverageState::Gap);
        assert_eq!(CoverageState::of(1, 1), CoverageState::Covered);
        assert_eq!(CoverageState::of(1, 2), CoverageState::SingleHolder);
        assert_eq!(CoverageState::of(2, 3), CoverageState::Thin);
        assert_eq!(CoverageState::of(3, 3), CoverageState::Covered);
    }
}
