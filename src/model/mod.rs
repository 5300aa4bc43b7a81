//! The subject: what an engagement's notes and records are, once read.
//!
//! [`Entry<Mention>`](Entry) is a record as its author wrote it; `Entry<EntryId>` is one whose
//! references have all been resolved. A rendered dead link cannot exist, because the resolved
//! form has no way to say it.
//!
//! *Invariant:* no serde, no Markdown parser, no template engine, no I/O: the words of the field
//! and nothing else.

mod audience;
pub mod date;
mod engagement;
mod entry;
mod identity;
pub mod money;
mod plan;
mod prose;
mod recast;
mod record;
mod safeguard;
mod session;
mod slug;
mod view;
mod visit;
mod vocabulary;
mod walk;

pub use audience::{Audience, Audiences, Naming, Policy, RatingDetail, holds_mark};
pub use engagement::{Engagement, Tolerances};
pub use entry::{Corpus, Entry, Extra, Origin, Remark};
pub use identity::{EntryId, Kind, Mention, MentionForm};
pub use money::Amount;
pub use plan::{Phase, Plan};
pub use prose::{Alignment, Block, BlockKind, Callout, Definition, Footnote, Image, Inline, ListItem, Prose, Target};
pub use recast::{Caster, Recast};
pub use record::{
    Decision, HandoverItem, LeaveBehind, Lesson, OpenItem, Organisation, Page, Party, Person, Playbook, Project,
    Record, ResponsibilityMatrix, Skill, SkillRecord, SuccessCriterion, Term,
};
pub(crate) use safeguard::Safeguard;
pub use session::{Feedback, LooseReference, Participant, Retrospective, Saying, Session, SkillChange};
pub use slug::{id_slug, slug};
pub use view::{View, ViewKey};
pub use visit::Visit;
pub use vocabulary::{
    CriterionStatus, DecisionStatus, EvidenceLevel, HandoverArea, ItemStatus, ItemType, LeaveBehindForm, LessonStatus,
    Level, Method, OrganisationKind, PlaybookStatus, Polarity, ProjectStatus, RetrospectiveFormat, RiskResponse, Role,
    SessionStatus, SessionType, SkillFamily, Step, Vocabulary,
};
pub use walk::{Walk, Walker};
