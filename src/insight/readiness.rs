use super::{Coverage, CoverageState, OpenAtExit, Staying};
use crate::edition::Edition;
use crate::model::{EntryId, HandoverArea, PlaybookStatus};
use std::collections::BTreeMap;

/// How far the handover is, and what bars it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readiness {
    /// The areas of which there is anything to say; last, under none, the lines without an area.
    pub areas: Vec<AreaReadiness>,
    /// How many open items somebody has who stays.
    pub owned: Share,
    /// How many skills are covered after the engagement. None where the edition hides ratings.
    pub covered: Option<Share>,
}

/// One area of the handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaReadiness {
    /// Which.
    pub area: Option<HandoverArea>,
    /// How many lines of the checklist are done.
    pub checklist: Share,
    /// What bars it, in the order of kinds and ids.
    pub blocked_by: Vec<Blocker>,
}

/// Some of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

/// A record that bars an area of the handover.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blocker {
    /// The record.
    pub id: EntryId,
    /// What is the matter with it.
    pub obstacle: Obstacle,
}

/// What can be the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// A line of the checklist is not done.
    NotDone,
    /// Nobody owns it.
    Unowned,
    /// Its owner leaves, and nobody who stays has it after that.
    OwnerLeaves,
    /// Nobody who stays holds the skill.
    NobodyHolds,
}

/// A threshold of `check.gate` that is missed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GateFailure {
    /// Too few open items have an owner who stays.
    Owners {
        /// How many have.
        share: Share,
        /// How many percent are asked for.
        wanted_pct: f64,
    },
    /// Too few skills are covered after the engagement.
    Coverage {
        /// How many are.
        share: Share,
        /// How many percent are asked for.
        wanted_pct: f64,
    },
}

impl Obstacle {
    /// The word for it in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotDone => "not_done",
            Self::Unowned => "unowned",
            Self::OwnerLeaves => "owner_leaves",
            Self::NobodyHolds => "nobody_holds",
        }
    }
}

impl Share {
    /// The share in percent; of nothing, all of it.
    pub fn percent(self) -> f64 {
        if self.of == 0 { 100.0 } else { self.part as f64 * 100.0 / self.of as f64 }
    }
}

impl Readiness {
    /// Whether nothing bars the handover.
    pub fn is_ready(&self) -> bool {
        self.areas.iter().all(|area| area.blocked_by.is_empty())
    }

    /// The thresholds that are missed. Without a threshold for owners every open item needs one who
    /// stays; without one for coverage any coverage will do.
    pub fn gate(&self, owners_pct: Option<f64>, coverage_pct: Option<f64>) -> Vec<GateFailure> {
        let mut failures = Vec::new();
        let wanted_pct = owners_pct.unwrap_or(100.0);
        if self.owned.percent() < wanted_pct {
            failures.push(GateFailure::Owners { share: self.owned, wanted_pct });
        }
        if let (Some(share), Some(wanted_pct)) = (self.covered, coverage_pct)
            && share.percent() < wanted_pct
        {
            failures.push(GateFailure::Coverage { share, wanted_pct });
        }
        failures
    }
}

/// The areas while they are being collected. Lines without an area come last.
#[derive(Default)]
struct Areas(BTreeMap<(bool, Option<HandoverArea>), AreaReadiness>);

impl Areas {
    fn get(&mut self, area: Option<HandoverArea>) -> &mut AreaReadiness {
        self.0.entry((area.is_none(), area)).or_insert_with(|| AreaReadiness {
            area,
            checklist: Share::default(),
            blocked_by: Vec::new(),
        })
    }

    fn block(&mut self, area: HandoverArea, id: &EntryId, obstacle: Obstacle) {
        self.get(Some(area)).blocked_by.push(Blocker { id: id.clone(), obstacle });
    }
}

pub(super) fn derive(
    edition: &Edition,
    staying: &Staying,
    open_at_exit: &OpenAtExit,
    coverage: Option<&Coverage>,
) -> Readiness {
    let mut areas = Areas::default();
    for (entry, item) in edition.handover_items() {
        let area = areas.get(item.area);
        area.checklist.of += 1;
        if item.done {
            area.checklist.part += 1;
            continue;
        }
        area.blocked_by.push(Blocker { id: entry.id.clone(), obstacle: Obstacle::NotDone });
        if item.owner.is_none() {
            area.blocked_by.push(Blocker { id: entry.id.clone(), obstacle: Obstacle::Unowned });
        }
    }
    for (id, skill) in coverage.iter().flat_map(|coverage| &coverage.skills) {
        if skill.after_exit.state == CoverageState::Gap {
            areas.block(HandoverArea::People, id, Obstacle::NobodyHolds);
        }
    }
    let leaves = |owner: &Option<EntryId>| owner.as_ref().is_some_and(|id| !staying.includes(id));
    for (entry, playbook) in edition.playbooks() {
        if playbook.status != Some(PlaybookStatus::Retired) && leaves(&playbook.owner) {
            areas.block(HandoverArea::Knowledge, &entry.id, Obstacle::OwnerLeaves);
        }
    }
    for (entry, left) in edition.leave_behinds() {
        if leaves(&left.owner_after) {
            areas.block(HandoverArea::Knowledge, &entry.id, Obstacle::OwnerLeaves);
        }
    }
    for id in &open_at_exit.unowned {
        areas.block(HandoverArea::OpenItems, id, Obstacle::Unowned);
    }
    for id in &open_at_exit.orphaned {
        areas.block(HandoverArea::OpenItems, id, Obstacle::OwnerLeaves);
    }
    let mut areas: Vec<AreaReadiness> = areas.0.into_values().collect();
    for area in &mut areas {
        area.blocked_by.sort();
    }
    let open = open_at_exit.items.values().filter(|item| item.open);
    Readiness {
        areas,
        owned: Share { part: open.filter(|item| item.owned_after_exit).count(), of: open_at_exit.open },
        covered: coverage.map(|coverage| Share { part: coverage.after_exit.covered, of: coverage.after_exit.skills() }),
    }
}

#[cfg(test)]
mod tests {
    use super::{GateFailure, Readiness, Share};

    #[test]
    fn a_share_of_nothing_misses_no_threshold() {
        assert!(Readiness::default().gate(Some(100.0), Some(80.0)).is_empty());
    }

    #[test]
    fn exactly_the_threshold_is_enough() {
        let ready = Readiness {
            owned: Share { part: 3, of: 4 },
            covered: Some(Share { part: 4, of: 5 }),
            ..Readiness::default()
        };
        assert!(ready.gate(Some(75.0), Some(80.0)).is_empty());
        assert_eq!(
            ready.gate(None, Some(81.0)),
            [
                GateFailure::Owners { share: Share { part: 3, of: 4 }, wanted_pct: 100.0 },
                GateFailure::Coverage { share: Share { part: 4, of: 5 }, wanted_pct: 81.0 },
            ]
        );
    }
}
