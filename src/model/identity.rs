use crate::source::Span;
use std::fmt;
use std::sync::Arc;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A page of its own: the letter, "start here", and any other.
    Page,
    /// How to do it without us.
    Playbook,
    /// What we learned.
    Lesson,
    /// What was decided and why (MADR).
    Decision,
    /// One record a session.
    Session,
    /// A client, consultancy, vendor or partner.
    Organisation,
    /// Somebody.
    Person,
    /// One project of the portfolio.
    Project,
    /// Something people can learn to do.
    Skill,
    /// A risk, assumption, issue, dependency, action or follow-on.
    OpenItem,
    /// Something that stays.
    LeaveBehind,
    /// How one will know that it worked.
    SuccessCriterion,
    /// A line of the handover checklist.
    HandoverItem,
    /// A word of the glossary.
    Term,
}

impl Kind {
    /// Every kind, in the order in which a site presents them.
    pub const ALL: [Self; 14] = [
        Self::Page,
        Self::Playbook,
        Self::Lesson,
        Self::Decision,
        Self::Session,
        Self::Organisation,
        Self::Person,
        Self::Project,
        Self::Skill,
        Self::OpenItem,
        Self::LeaveBehind,
        Self::SuccessCriterion,
        Self::HandoverItem,
        Self::Term,
    ];

    /// The kind as it is written before a colon and in `kind:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Playbook => "playbook",
            Self::Lesson => "lesson",
            Self::Decision => "decision",
            Self::Session => "session",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Project => "project",
            Self::Skill => "skill",
            Self::OpenItem => "open-item",
            Self::LeaveBehind => "leave-behind",
            Self::SuccessCriterion => "success-criterion",
            Self::HandoverItem => "handover-item",
            Self::Term => "term",
        }
    }

    /// The folder or register of the kind below `content/`, which is also its folder of pages.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Page => "",
            Self::Playbook => "playbooks",
            Self::Lesson => "lessons",
            Self::Decision => "decisions",
            Self::Session => "sessions",
            Self::Organisation => "organisations",
            Self::Person => "people",
            Self::Project => "projects",
            Self::Skill => "skills",
            Self::OpenItem => "open-items",
            Self::LeaveBehind => "leave-behinds",
            Self::SuccessCriterion => "success-criteria",
            Self::HandoverItem => "handover",
            Self::Term => "glossary",
        }
    }

    /// The kind of that name, singular or plural, with `_`, `-` or a space between words.
    pub fn parse(written: &str) -> Option<Self> {
        let name = written.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL.into_iter().find(|kind| name == kind.as_str() || (!kind.folder().is_empty() && name == kind.folder()))
    }

    /// Whether records of the kind have a page of their own; the others live as rows of a register.
    pub fn has_pages(self) -> bool {
        !matches!(self, Self::Term | Self::HandoverItem | Self::SuccessCriterion | Self::Organisation | Self::OpenItem)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The identity of a record: unique within its kind, and the path of its page.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId {
    /// What it is.
    pub kind: Kind,
    /// Its slug; segments of folders are parted by `/`.
    pub slug: Arc<str>,
}

impl EntryId {
    /// The id of that kind and slug.
    pub fn new(kind: Kind, slug: impl AsRef<str>) -> Self {
        Self { kind, slug: slug.as_ref().into() }
    }

    /// The last segment of the slug.
    pub fn last_segment(&self) -> &str {
        self.slug.rsplit_once('/').map_or(&self.slug, |(_, last)| last)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.kind, self.slug)
    }
}

/// A reference as its author wrote it: an id, `kind:id`, or a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// How it is written.
    pub form: MentionForm,
}

/// How a reference is written, which says how it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MentionForm {
    /// In a field: an id, `kind:id`, or a person's name.
    Field,
    /// In prose: `[[id]]`, by the same rules as in a field, and perhaps with `#heading`.
    Wikilink,
    /// In prose: the path of a Markdown link or image, perhaps with `#heading`.
    Path,
}
