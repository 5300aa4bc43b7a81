use crate::edition::Edition;
use crate::model::{EntryId, Step, Vocabulary};
use std::collections::BTreeMap;

/// What was left on each step of economic value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Staircase {
    /// Every step from the lowest, those with nothing on them too.
    pub steps: BTreeMap<Step, Vec<LeftBehind>>,
    /// What stands on no step, because nobody says on which.
    pub unplaced: Vec<LeftBehind>,
    /// The step at which the client stood before.
    pub before: Option<Step>,
    /// The step at which the client stands after.
    pub after: Option<Step>,
}

/// Something that stays, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    /// The leave-behind.
    pub id: EntryId,
    /// The sessions it names as evidence.
    pub evidence: Vec<EntryId>,
}

impl Staircase {
    /// What stands on that step, by id.
    pub fn on(&self, step: Step) -> &[LeftBehind] {
        self.steps.get(&step).map_or(&[], Vec::as_slice)
    }
}

pub(super) fn derive(edition: &Edition) -> Staircase {
    let engagement = edition.engagement();
    let mut staircase = Staircase {
        steps: Step::ALL.iter().map(|step| (*step, Vec::new())).collect(),
        unplaced: Vec::new(),
        before: engagement.value_before,
        after: engagement.value_after,
    };
    for (entry, left) in edition.leave_behinds() {
        let place = match left.step {
            Some(step) => staircase.steps.entry(step).or_default(),
            None => &mut staircase.unplaced,
        };
        place.push(LeftBehind { id: entry.id.clone(), evidence: left.evidence.clone() });
    }
    staircase
}
