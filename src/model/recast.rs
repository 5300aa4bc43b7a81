//! One way through every field of every record, for the stages that change how records refer to
//! each other (resolving) or what of them may be seen (publishing).

use super::{
    Amount, CriterionStatus, DecisionStatus, Engagement, Entry, EntryId, EvidenceLevel, Feedback, HandoverArea,
    ItemStatus, ItemType, LeaveBehindForm, LessonStatus, Level, LooseReference, Mention, Method, Organisation, Party,
    Phase, Plan, PlaybookStatus, Polarity, ProjectStatus, Prose, Record, Remark, RetrospectiveFormat, RiskResponse,
    Role, SessionStatus, SessionType, SkillFamily, Step, Tolerances,
};
use jiff::civil::{Date, Time};

/// What becomes of the references, texts and words of a record.
pub trait Caster {
    /// How records refer to others before.
    type From;

    /// What a reference becomes; `None` lets go of it, and of the part that means nothing without it.
    fn reference(&mut self, reference: Self::From, field: &'static str) -> Option<EntryId>;

    /// What a text becomes.
    fn prose(&mut self, prose: Prose<Self::From>, field: &'static str) -> Prose<EntryId>;

    /// What plain words become.
    fn words(&mut self, words: String) -> String;
}

/// Something with references, texts or words in it.
pub trait Recast<C: Caster>: Sized {
    /// The same thing, resolved.
    type Out;

    /// The thing as the caster makes it; `None` where nothing of it is left.
    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out>;
}

impl<C: Caster<From = Self>> Recast<C> for Mention {
    type Out = EntryId;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<EntryId> {
        caster.reference(self, field)
    }
}

impl<C: Caster<From = Self>> Recast<C> for EntryId {
    type Out = Self;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self> {
        caster.reference(self, field)
    }
}

impl<C: Caster> Recast<C> for Prose<C::From> {
    type Out = Prose<EntryId>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(caster.prose(self, field))
    }
}

impl<C: Caster> Recast<C> for String {
    type Out = Self;

    fn recast(self, caster: &mut C, _field: &'static str) -> Option<Self> {
        Some(caster.words(self))
    }
}

impl<C: Caster, T: Recast<C>> Recast<C> for Option<T> {
    type Out = Option<T::Out>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(self.and_then(|value| value.recast(caster, field)))
    }
}

impl<C: Caster, T: Recast<C>> Recast<C> for Vec<T> {
    type Out = Vec<T::Out>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(self.into_iter().filter_map(|value| value.recast(caster, field)).collect())
    }
}

impl<C: Caster, T: Recast<C>> Recast<C> for Box<T> {
    type Out = Box<T::Out>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        (*self).recast(caster, field).map(Box::new)
    }
}

impl<C: Caster, A: Recast<C>, B: Recast<C>> Recast<C> for (A, B) {
    type Out = (A::Out, B::Out);

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some((self.0.recast(caster, field)?, self.1.recast(caster, field)?))
    }
}

macro_rules! unchanged {
    ($($kind:ty),*) => { $(
        impl<C: Caster> Recast<C> for $kind {
            type Out = Self;

            fn recast(self, _caster: &mut C, _field: &'static str) -> Option<Self> {
                Some(self)
            }
        }
    )* };
}

unchanged!(
    bool,
    u8,
    u32,
    f64,
    Date,
    Time,
    Amount,
    Plan,
    Feedback,
    Tolerances,
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

/// Structs of a record's fields, which can be recast field by field. A field that is lost takes the
/// struct with it; lists, options and texts are never lost, only emptied.
macro_rules! part {
    ($( $(#[$meaning:meta])* $name:ident { $( $(#[$field_meaning:meta])* $field:ident: $kind:ty, )* } )*) => { $(
        $(#[$meaning])*
        #[derive(Debug, Clone)]
        pub struct $name<R> { $( $(#[$field_meaning])* pub $field: $kind, )* }

        impl<C: super::recast::Caster<From = R>, R> super::recast::Recast<C> for $name<R>
        where
            R: super::recast::Recast<C, Out = super::EntryId>,
        {
            type Out = $name<super::EntryId>;

            fn recast(self, caster: &mut C, _field: &'static str) -> Option<Self::Out> {
                Some($name { $( $field: self.$field.recast(caster, stringify!($field))?, )* })
            }
        }

        impl<R: super::walk::Walk<R>> super::walk::Walk<R> for $name<R> {
            fn walk<'a>(&'a self, _field: &'static str, walker: &mut dyn super::walk::Walker<'a, R>) {
                $( super::walk::Walk::<R>::walk(&self.$field, stringify!($field), walker); )*
            }

            fn change_texts(&mut self, change: &mut dyn FnMut(&mut super::Prose<R>)) {
                $( super::walk::Walk::<R>::change_texts(&mut self.$field, change); )*
            }
        }
    )* };
}

/// Like `part!`, for structs that can be empty.
macro_rules! record {
    ($( $(#[$meaning:meta])* $name:ident { $( $(#[$field_meaning:meta])* $field:ident: $kind:ty, )* } )*) => {
        super::recast::part! { $( $(#[$meaning])* $name { $( $(#[$field_meaning])* $field: $kind, )* } )* }

        $(
            impl<R> Default for $name<R> {
                fn default() -> Self {
                    Self { $( $field: <$kind>::default(), )* }
                }
            }
        )*
    };
}

pub(super) use {part, record};

impl<C: Caster<From = R>, R: Recast<C, Out = EntryId>> Recast<C> for LooseReference<R> {
    type Out = LooseReference<EntryId>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(match self {
            Self::Record(record) => LooseReference::Record(record.recast(caster, field)?),
            Self::Text(text) => {
                let text = caster.prose(text, field);
                if text.is_empty() {
                    return None;
                }
                LooseReference::Text(text)
            }
        })
    }
}

impl<C: Caster<From = R>, R: Recast<C, Out = EntryId>> Recast<C> for Party<R> {
    type Out = Party<EntryId>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(match self {
            Self::Record(record) => Party::Record(record.recast(caster, field)?),
            Self::Role(role) => Party::Role(role),
        })
    }
}

impl<C: Caster> Recast<C> for Phase {
    type Out = Self;

    fn recast(self, caster: &mut C, _field: &'static str) -> Option<Self> {
        Some(Self { name: caster.words(self.name), ..self })
    }
}

impl<C: Caster<From = R>, R: Recast<C, Out = EntryId>> Recast<C> for Record<R> {
    type Out = Record<EntryId>;

    fn recast(self, caster: &mut C, field: &'static str) -> Option<Self::Out> {
        Some(match self {
            Self::Page(record) => Record::Page(record.recast(caster, field)?),
            Self::Playbook(record) => Record::Playbook(record.recast(caster, field)?),
            Self::Lesson(record) => Record::Lesson(record.recast(caster, field)?),
            Self::Decision(record) => Record::Decision(record.recast(caster, field)?),
            Self::Session(record) => Record::Session(record.recast(caster, field)?),
            Self::Organisation(record) => Record::Organisation(record),
            Self::Person(record) => Record::Person(record.recast(caster, field)?),
            Self::Project(record) => Record::Project(record.recast(caster, field)?),
            Self::Skill(record) => Record::Skill(record.recast(caster, field)?),
            Self::OpenItem(record) => Record::OpenItem(record.recast(caster, field)?),
            Self::LeaveBehind(record) => Record::LeaveBehind(record.recast(caster, field)?),
            Self::SuccessCriterion(record) => Record::SuccessCriterion(record.recast(caster, field)?),
            Self::HandoverItem(record) => Record::HandoverItem(record.recast(caster, field)?),
            Self::Term(record) => Record::Term(record.recast(caster, field)?),
        })
    }
}

impl<C: Caster<From = R>, R: Recast<C, Out = EntryId>> Recast<C> for Entry<R> {
    type Out = Entry<EntryId>;

    fn recast(self, caster: &mut C, _field: &'static str) -> Option<Self::Out> {
        Some(Entry {
            id: self.id,
            title: caster.words(self.title),
            origin: self.origin,
            audiences: self.audiences,
            draft: self.draft,
            tags: self.tags.recast(caster, "tags")?,
            aliases: self.aliases,
            record: self.record.recast(caster, "")?,
            body: caster.prose(self.body, "body"),
            extra: self.extra,
            remarks: self
                .remarks
                .into_iter()
                .map(|remark| Remark { field: remark.field, text: caster.prose(remark.text, "internal") })
                .collect(),
        })
    }
}

impl<C: Caster<From = R>, R: Recast<C, Out = EntryId>> Recast<C> for Engagement<R> {
    type Out = Engagement<EntryId>;

    fn recast(self, caster: &mut C, _field: &'static str) -> Option<Self::Out> {
        Some(Engagement {
            site_title: caster.words(self.site_title),
            book_title: self.book_title.recast(caster, "book_title")?,
            client: self.client.recast(caster, "client")?,
            consultancy: self.consultancy.recast(caster, "consultancy")?,
            start: self.start,
            end: self.end,
            purpose: self.purpose.recast(caster, "purpose")?,
            sponsor: self.sponsor.recast(caster, "sponsor")?,
            outcome: self.outcome.recast(caster, "outcome")?,
            motto: self.motto.recast(caster, "motto")?,
            currency: self.currency,
            tolerances: self.tolerances,
            hypercare_until: self.hypercare_until,
            value_before: self.value_before,
            value_after: self.value_after,
        })
    }
}
