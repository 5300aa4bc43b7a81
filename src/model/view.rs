use super::Kind;

/// A picture that a note can ask for: ```` ```view skills-matrix project=billing ````.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Who can do what, before and after.
    SkillsMatrix,
    /// How well each skill is held after the engagement.
    Coverage,
    /// The sessions by month.
    Timeline,
    /// The projects' plans and what became of them.
    Schedule,
    /// The projects' budgets and costs.
    Budget,
    /// What stays, by step of economic value.
    Staircase,
    /// The open risks by probability and impact.
    RiskGrid,
    /// The lessons by theme and polarity.
    LessonsByTheme,
    /// How far the handover is, by area.
    Readiness,
}

/// A key that narrows a view: `project=billing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKey {
    /// One project, by its id or title.
    Project,
    /// One person, by their id or name.
    Person,
    /// One family of skills, by its word.
    Family,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 9] = [
        Self::SkillsMatrix,
        Self::Coverage,
        Self::Timeline,
        Self::Schedule,
        Self::Budget,
        Self::Staircase,
        Self::RiskGrid,
        Self::LessonsByTheme,
        Self::Readiness,
    ];

    /// The name as it is written in a note.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SkillsMatrix => "skills-matrix",
            Self::Coverage => "coverage",
            Self::Timeline => "timeline",
            Self::Schedule => "schedule",
            Self::Budget => "budget",
            Self::Staircase => "staircase",
            Self::RiskGrid => "risk-grid",
            Self::LessonsByTheme => "lessons-by-theme",
            Self::Readiness => "readiness",
        }
    }

    /// The view of that name.
    pub fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == written)
    }

    /// The keys by which it can be narrowed.
    pub fn keys(self) -> &'static [ViewKey] {
        match self {
            Self::SkillsMatrix => &[ViewKey::Project, ViewKey::Family, ViewKey::Person],
            Self::Coverage => &[ViewKey::Family],
            Self::Timeline => &[ViewKey::Project, ViewKey::Person],
            Self::Schedule | Self::Budget | Self::RiskGrid | Self::LessonsByTheme => &[ViewKey::Project],
            Self::Staircase | Self::Readiness => &[],
        }
    }
}

impl ViewKey {
    /// Every key.
    pub const ALL: [Self; 3] = [Self::Project, Self::Person, Self::Family];

    /// The key as it is written in a note.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Person => "person",
            Self::Family => "family",
        }
    }

    /// The key of that name.
    pub fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == written)
    }

    /// The kind of record that its value names; none where it is a word.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Project => Some(Kind::Project),
            Self::Person => Some(Kind::Person),
            Self::Family => None,
        }
    }
}
