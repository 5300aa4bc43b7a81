//! The keys of the words of the model's lists.

use crate::model::{
    Callout, CriterionStatus, DecisionStatus, EvidenceLevel, HandoverArea, ItemStatus, ItemType, LeaveBehindForm,
    LessonStatus, Level, Method, OrganisationKind, PlaybookStatus, Polarity, ProjectStatus, RetrospectiveFormat,
    RiskResponse, Role, SessionStatus, SessionType, SkillFamily, Step, Vocabulary,
};

/// A list of words that a reader is shown in their own language.
pub trait Spoken: Vocabulary {
    /// What the keys of the list's words begin with: `role` of `role-project-lead`.
    const LIST: &'static str;
}

/// The key of a word.
pub(super) fn key<V: Spoken>(word: V) -> String {
    let mut key = String::with_capacity(V::LIST.len() + 1 + word.as_str().len());
    key.push_str(V::LIST);
    key.push('-');
    key.extend(word.as_str().chars().map(|sign| if sign == '_' { '-' } else { sign }));
    key
}

macro_rules! spoken {
    ($( $name:ident = $list:literal, )*) => {
        $( impl Spoken for $name {
            const LIST: &'static str = $list;
        } )*

        #[cfg(test)]
        /// The keys of all words of all lists.
        pub(super) fn keys() -> Vec<String> {
            let mut keys = Vec::new();
            $( keys.extend($name::ALL.iter().map(|word| key(*word))); )*
            keys.extend(Callout::ALL.iter().map(|callout| callout_key(*callout)));
            keys.extend(crate::model::Kind::ALL.iter().flat_map(|kind| [format!("kind-{kind}"), format!("kinds-{kind}")]));
            keys
        }
    };
}

spoken! {
    Step = "step",
    OrganisationKind = "organisation-kind",
    Role = "role",
    ProjectStatus = "project-status",
    SessionType = "session-type",
    Method = "method",
    SessionStatus = "session-status",
    RetrospectiveFormat = "retrospective-format",
    SkillFamily = "skill-family",
    Level = "level",
    EvidenceLevel = "evidence-level",
    PlaybookStatus = "playbook-status",
    Polarity = "polarity",
    LessonStatus = "lesson-status",
    DecisionStatus = "decision-status",
    ItemType = "item-type",
    ItemStatus = "item-status",
    RiskResponse = "risk-response",
    LeaveBehindForm = "leave-behind-form",
    CriterionStatus = "criterion-status",
    HandoverArea = "handover-area",
}

/// The key of a callout's usual title.
pub(super) fn callout_key(callout: Callout) -> String {
    format!("callout-{}", callout.as_str())
}
