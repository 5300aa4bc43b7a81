use super::Routes;
use crate::output::OutputPath;
use crate::render::Publication;

/// A page that is neither a record's nor a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FixedPage {
    /// The welcome letter.
    Home,
    /// One page for the sponsor.
    Sponsor,
    /// What was left on each step of economic value.
    WhatWeLeaveBehind,
    /// Who can do what, before and after.
    SkillsMatrix,
    /// How well each skill is held once the consultants have left.
    Coverage,
    /// What happened when.
    Timeline,
    /// On time and on budget.
    Portfolio,
    /// How far the handover is.
    Readiness,
    /// Whom to ask.
    Contacts,
    /// What concerns each role.
    Roles,
    /// All tags.
    Tags,
    /// What the lessons are about.
    Themes,
    /// The search.
    Search,
    /// The book.
    Book,
    /// What is shown where nothing is.
    NotFound,
}

impl FixedPage {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::Home,
        Self::Sponsor,
        Self::WhatWeLeaveBehind,
        Self::SkillsMatrix,
        Self::Coverage,
        Self::Timeline,
        Self::Portfolio,
        Self::Readiness,
        Self::Contacts,
        Self::Roles,
        Self::Tags,
        Self::Themes,
        Self::Search,
        Self::Book,
        Self::NotFound,
    ];

    pub(super) fn path(self) -> OutputPath {
        OutputPath::new(match self {
            Self::Home => "index.html",
            Self::Sponsor => "sponsor.html",
            Self::WhatWeLeaveBehind => "what-we-leave-behind.html",
            Self::SkillsMatrix => "skills/matrix.html",
            Self::Coverage => "skills/coverage.html",
            Self::Timeline => "timeline.html",
            Self::Portfolio => "portfolio.html",
            Self::Readiness => "readiness.html",
            Self::Contacts => "people/contacts.html",
            Self::Roles => "roles/index.html",
            Self::Tags => "tags/index.html",
            Self::Themes => "themes/index.html",
            Self::Search => "search.html",
            Self::Book => "book/index.html",
            Self::NotFound => "404.html",
        })
    }

    /// Whether an edition has anything to show on it.
    pub(super) fn is_in(self, publication: &Publication<'_>, routes: &Routes) -> bool {
        let Publication { config, edition, insights, .. } = publication;
        match self {
            Self::Home | Self::Sponsor | Self::NotFound => true,
            Self::WhatWeLeaveBehind => edition.leave_behinds().next().is_some(),
            Self::SkillsMatrix | Self::Coverage => insights.known_coverage().is_some(),
            Self::Timeline => edition.sessions().next().is_some(),
            Self::Portfolio => edition.projects().next().is_some(),
            Self::Readiness => edition.is_for_the_consultancy(),
            Self::Contacts => edition.people().next().is_some() || edition.organisations().next().is_some(),
            Self::Roles => !routes.roles.is_empty(),
            Self::Tags => !routes.tags.is_empty(),
            Self::Themes => !routes.themes.is_empty(),
            Self::Search => config.search,
            Self::Book => config.book.is_made(),
        }
    }
}
