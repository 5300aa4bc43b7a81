//! The derived facts: computed, never asked for.
//!
//! In: one edition. Out: [`Insights`], everything that is counted, summed or concluded.
//!
//! *Invariant:* an [`Edition`] is the only source, so a withheld record cannot be seen through a number.

mod coverage;
mod learning;
mod open_at_exit;
mod part;
mod portfolio;
mod provenance;
mod readiness;
mod skills_matrix;
mod staircase;
mod staying;
mod teaching;
mod training;

pub use coverage::{Coverage, CoverageCounts, CoverageState, Holding, SkillCoverage};
pub use learning::{Learning, LessonGroup, Theme};
pub use open_at_exit::{ItemStanding, OpenAtExit};
pub use portfolio::{Cost, CurrencySum, Portfolio, Progress, ProjectResult, Schedule};
pub use provenance::{Claim, Provenance};
pub use readiness::{AreaReadiness, Blocker, GateFailure, Obstacle, Readiness, Share};
pub use skills_matrix::{Basis, Cell, LevelSums, SkillsMatrix, evidence_texts};
pub use staircase::{LeftBehind, Staircase};
pub use staying::Staying;
pub use teaching::{Teachers, Teaching};
pub use training::{Attendance, Month, MonthOfTraining, RoleAttendance, SkillTraining, Training};

use crate::edition::Edition;
use crate::model::RatingDetail;

/// All derived facts of an edition.
#[derive(Debug, Clone, Default)]
pub struct Insights {
    /// Who is still there after the engagement.
    pub staying: Staying,
    /// Who can do what, before and after. None where the edition hides ratings.
    pub skills_matrix: Option<SkillsMatrix>,
    /// How well each skill is held once the consultants have left. None where the edition hides ratings.
    pub coverage: Option<Coverage>,
    /// Who can teach. None where the edition hides ratings.
    pub teaching: Option<Teaching>,
    /// The sessions and hours that were given.
    pub training: Training,
    /// On time and on budget.
    pub portfolio: Portfolio,
    /// What the lessons say together.
    pub learning: Learning,
    /// What is not finished when the consultants leave.
    pub open_at_exit: OpenAtExit,
    /// How far the handover is, and what bars it.
    pub readiness: Readiness,
    /// What was left on each step of economic value.
    pub staircase: Staircase,
    /// What rests on which session.
    pub provenance: Provenance,
}

impl Insights {
    /// The coverage, where anybody's level was ever recorded. Where none was, "nobody can do it"
    /// would be said of what nobody knows.
    pub fn known_coverage(&self) -> Option<&Coverage> {
        self.coverage.as_ref().filter(|_| self.knows_levels())
    }

    /// Who can teach, where anybody's level was ever recorded.
    pub fn known_teaching(&self) -> Option<&Teaching> {
        self.teaching.as_ref().filter(|_| self.knows_levels())
    }

    fn knows_levels(&self) -> bool {
        self.skills_matrix.as_ref().is_some_and(|matrix| matrix.skills().next().is_some())
    }
}

/// Derives them.
pub fn derive(edition: &Edition) -> Insights {
    let staying = Staying::of(edition);
    let named = edition.ratings() == RatingDetail::Person;
    let cells = if edition.ratings() == RatingDetail::Hidden {
        skills_matrix::Cells::new()
    } else {
        skills_matrix::cells(edition, &staying)
    };
    let rated = edition.ratings() != RatingDetail::Hidden;
    let coverage = rated.then(|| coverage::derive(edition, &cells));
    let open_at_exit = open_at_exit::derive(edition, &staying);
    Insights {
        teaching: coverage
            .as_ref()
            .map(|coverage| teaching::derive(edition, &cells, coverage))
            .map(|teaching| if named { teaching } else { teaching.without_names() }),
        training: training::derive(edition, if named { &cells } else { &EMPTY }),
        portfolio: portfolio::derive(edition),
        learning: learning::derive(edition),
        readiness: readiness::derive(edition, &staying, &open_at_exit, coverage.as_ref()),
        staircase: staircase::derive(edition),
        provenance: provenance::derive(edition, if named { &cells } else { &EMPTY }),
        coverage: coverage.map(|coverage| if named { coverage } else { coverage.without_names() }),
        skills_matrix: rated.then(|| skills_matrix::derive(cells, named)),
        open_at_exit,
        staying,
    }
}

static EMPTY: skills_matrix::Cells = skills_matrix::Cells::new();
