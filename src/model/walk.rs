//! Looking at every reference and text of a record, without changing what it is.

use super::{
    Amount, CriterionStatus, DecisionStatus, Entry, EntryId, EvidenceLevel, Feedback, HandoverArea, ItemStatus,
    ItemType, LeaveBehindForm, LessonStatus, Level, LooseReference, Mention, Method, Organisation, Party, Phase, Plan,
    PlaybookStatus, Polarity, ProjectStatus, Prose, Record, RetrospectiveFormat, RiskResponse, Role, SessionStatus,
    SessionType, SkillFamily, Step,
};
use jiff::civil::{Date, Time};

/// What is to be done with the references and texts of a record.
pub trait Walker<'a, R> {
    /// Called for every reference in a field; those in prose are not among them.
    fn reference(&mut self, _reference: &'a R, _field: &'static str) {}

    /// Called for every text.
    fn prose(&mut self, _prose: &'a Prose<R>, _field: &'static str) {}
}

/// Something with references or texts in it.
pub trait Walk<R> {
    /// Shows every reference and text, in the order of the fields.
    fn walk<'a>(&'a self, _field: &'static str, _walker: &mut dyn Walker<'a, R>) {}

    /// Lets every text be changed.
    fn change_texts(&mut self, _change: &mut dyn FnMut(&mut Prose<R>)) {}
}

impl Walk<Mention> for Mention {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, Mention>) {
        walker.reference(self, field);
    }
}

impl Walk<EntryId> for EntryId {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, EntryId>) {
        walker.reference(self, field);
    }
}

impl<R> Walk<R> for Prose<R> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        walker.prose(self, field);
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        change(self);
    }
}

impl<R, T: Walk<R>> Walk<R> for Option<T> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        self.iter().for_each(|value| value.walk(field, walker));
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        self.iter_mut().for_each(|value| value.change_texts(change));
    }
}

impl<R, T: Walk<R>> Walk<R> for Vec<T> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        self.iter().for_each(|value| value.walk(field, walker));
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        self.iter_mut().for_each(|value| value.change_texts(change));
    }
}

impl<R, T: Walk<R>> Walk<R> for Box<T> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        (**self).walk(field, walker);
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        (**self).change_texts(change);
    }
}

impl<R, A: Walk<R>, B: Walk<R>> Walk<R> for (A, B) {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        self.0.walk(field, walker);
        self.1.walk(field, walker);
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        self.0.change_texts(change);
        self.1.change_texts(change);
    }
}

macro_rules! nothing_to_see {
    ($($kind:ty),*) => { $( impl<R> Walk<R> for $kind {} )* };
}

nothing_to_see!(
    bool,
    u8,
    u32,
    f64,
    String,
    Date,
    Time,
    Amount,
    Plan,
    Phase,
    Feedback,
    Organisation,
    CriterionStatus,
    DecisionStatus,
    EvidenceLevel,
    HandoverArea,
    ItemStatus,
    ItemType,
    LeaveBehindForm,
    LessonStatus,
    Level,
    Method,
    PlaybookStatus,
    Polarity,
    ProjectStatus,
    RetrospectiveFormat,
    RiskResponse,
    Role,
    SessionStatus,
    SessionType,
    SkillFamily,
    Step
);

impl<R: Walk<R>> Walk<R> for LooseReference<R> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        match self {
            Self::Record(record) => record.walk(field, walker),
            Self::Text(text) => text.walk(field, walker),
        }
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        if let Self::Text(text) = self {
            change(text);
        }
    }
}

impl<R: Walk<R>> Walk<R> for Party<R> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        if let Self::Record(record) = self {
            record.walk(field, walker);
        }
    }
}

impl<R: Walk<R>> Walk<R> for Record<R> {
    fn walk<'a>(&'a self, field: &'static str, walker: &mut dyn Walker<'a, R>) {
        match self {
            Self::Page(record) => record.walk(field, walker),
            Self::Playbook(record) => record.walk(field, walker),
            Self::Lesson(record) => record.walk(field, walker),
            Self::Decision(record) => record.walk(field, walker),
            Self::Session(record) => record.walk(field, walker),
            Self::Organisation(_) => {}
            Self::Person(record) => record.walk(field, walker),
            Self::Project(record) => record.walk(field, walker),
            Self::Skill(record) => record.walk(field, walker),
            Self::OpenItem(record) => record.walk(field, walker),
            Self::LeaveBehind(record) => record.walk(field, walker),
            Self::SuccessCriterion(record) => record.walk(field, walker),
            Self::HandoverItem(record) => record.walk(field, walker),
            Self::Term(record) => record.walk(field, walker),
        }
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        match self {
            Self::Page(record) => record.change_texts(change),
            Self::Playbook(record) => record.change_texts(change),
            Self::Lesson(record) => record.change_texts(change),
            Self::Decision(record) => record.change_texts(change),
            Self::Session(record) => record.change_texts(change),
            Self::Organisation(_) => {}
            Self::Person(record) => record.change_texts(change),
            Self::Project(record) => record.change_texts(change),
            Self::Skill(record) => record.change_texts(change),
            Self::OpenItem(record) => record.change_texts(change),
            Self::LeaveBehind(record) => record.change_texts(change),
            Self::SuccessCriterion(record) => record.change_texts(change),
            Self::HandoverItem(record) => record.change_texts(change),
            Self::Term(record) => record.change_texts(change),
        }
    }
}

impl<R: Walk<R>> Walk<R> for Entry<R> {
    /// The fields, then the body, then the remarks.
    fn walk<'a>(&'a self, _field: &'static str, walker: &mut dyn Walker<'a, R>) {
        self.record.walk("", walker);
        self.body.walk("body", walker);
        self.remarks.iter().for_each(|remark| remark.text.walk("internal", walker));
    }

    fn change_texts(&mut self, change: &mut dyn FnMut(&mut Prose<R>)) {
        self.record.change_texts(change);
        change(&mut self.body);
        self.remarks.iter_mut().for_each(|remark| change(&mut remark.text));
    }
}
