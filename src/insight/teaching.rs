use super::Coverage;
use super::skills_matrix::Cells;
use crate::edition::Edition;
use crate::model::{EntryId, Level};
use std::collections::BTreeMap;

/// Who can teach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Teaching {
    /// Every skill of the edition, by id.
    pub skills: BTreeMap<EntryId, Teachers>,
    /// The skills that nobody who stays can teach, by id.
    pub without_teacher: Vec<EntryId>,
    /// People on whom alone two skills or more rest after the engagement, and which. Empty where
    /// the edition shows no levels of named people.
    pub sole_holders: BTreeMap<EntryId, Vec<EntryId>>,
}

/// Who can teach one skill: everybody at level 4.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Teachers {
    /// How many there are.
    pub count: usize,
    /// How many of them stay.
    pub staying_count: usize,
    /// Who, by id. Empty where the edition shows no levels of named people.
    pub all: Vec<EntryId>,
    /// Who of them stays, by id. Empty where the edition shows no levels of named people.
    pub staying: Vec<EntryId>,
}

impl Teaching {
    /// The same, naming nobody.
    pub(super) fn without_names(mut self) -> Self {
        self.sole_holders.clear();
        for teachers in self.skills.values_mut() {
            teachers.all.clear();
            teachers.staying.clear();
        }
        self
    }
}

pub(super) fn derive(edition: &Edition, cells: &Cells, coverage: &Coverage) -> Teaching {
    let mut skills: BTreeMap<EntryId, Teachers> =
        edition.skills().map(|(entry, _)| (entry.id.clone(), Teachers::default())).collect();
    for ((person, skill), cell) in cells {
        if cell.after == Some(Level::Teaches)
            && let Some(teachers) = skills.get_mut(skill)
        {
            teachers.count += 1;
            teachers.all.push(person.clone());
            if cell.stays {
                teachers.staying_count += 1;
                teachers.staying.push(person.clone());
            }
        }
    }
    let without_teacher =
        skills.iter().filter(|(_, teachers)| teachers.staying_count == 0).map(|(id, _)| id.clone()).collect();
    let mut sole_holders: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for (id, skill) in &coverage.skills {
        if let [person] = skill.after_exit.holders.as_slice() {
            sole_holders.entry(person.clone()).or_default().push(id.clone());
        }
    }
    sole_holders.retain(|_, skills| skills.len() > 1);
    Teaching { skills, without_teacher, sole_holders }
}
