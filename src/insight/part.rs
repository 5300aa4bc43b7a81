use super::{Insights, learning, open_at_exit, staircase};
use crate::edition::Edition;
use crate::model::EntryId;

impl Insights {
    /// What is shown of these facts beside a part of the edition they follow from.
    ///
    /// Lists have no record that the part lacks. What was counted over all of them stands: the hours
    /// of training, the sums of the portfolio, how many hold a skill.
    #[must_use]
    pub fn of_part(&self, part: &Edition) -> Self {
        let has = |id: &EntryId| part.get(id).is_some();
        let mut facts = self.clone();
        if let Some(matrix) = &mut facts.skills_matrix {
            matrix.cells.retain(|(person, skill), _| has(person) && has(skill));
            matrix.cells.values_mut().for_each(|cell| cell.evidence.retain(has));
            matrix.sums.retain(|skill, _| has(skill));
        }
        if let Some(coverage) = &mut facts.coverage {
            coverage.skills.retain(|skill, _| has(skill));
            for skill in coverage.skills.values_mut() {
                skill.after_exit.holders.retain(has);
                skill.with_consultants.holders.retain(has);
            }
        }
        if let Some(teaching) = &mut facts.teaching {
            teaching.skills.retain(|skill, _| has(skill));
            for teachers in teaching.skills.values_mut() {
                teachers.all.retain(has);
                teachers.staying.retain(has);
            }
            teaching.without_teacher.retain(has);
            teaching.sole_holders.retain(|person, _| has(person));
            teaching.sole_holders.values_mut().for_each(|skills| skills.retain(has));
        }
        for area in &mut facts.readiness.areas {
            area.blocked_by.retain(|blocker| has(&blocker.id));
        }
        facts.provenance.retain(has);
        facts.portfolio.projects.retain(|project, _| has(project));
        facts.learning = learning::derive(part);
        facts.open_at_exit = open_at_exit::derive(part, &self.staying);
        facts.staircase = staircase::derive(part);
        facts
    }
}
