use super::Level;
use super::recast::{part, record};
use super::{Method, Prose, RetrospectiveFormat, SessionStatus, SessionType};
use jiff::civil::{Date, Time};

record! {
    /// One session: a training, a workshop, a meeting.
    Session {
        /// The day.
        date: Option<Date>,
        /// When it began.
        time: Option<Time>,
        /// How long it took, in minutes.
        minutes: Option<u32>,
        /// What kind it was.
        session_type: Option<SessionType>,
        /// Whether it took place, where the record says so.
        status: Option<SessionStatus>,
        /// Who was there; facilitators attend too, once resolved.
        participants: Vec<Participant<R>>,
        /// Who led it.
        facilitators: Vec<R>,
        /// Who was invited and did not come.
        absent: Vec<R>,
        /// The project it belongs to.
        projects: Vec<R>,
        /// The skills it trained.
        skills: Vec<R>,
        /// Who did and who watched.
        method: Option<Method>,
        /// In a sentence or two.
        summary: Prose<R>,
        /// What happened.
        notes: Prose<R>,
        /// Decisions made in it: records of their own.
        decisions: Vec<R>,
        /// Actions agreed in it: records of their own.
        actions: Vec<R>,
        /// Lessons that came of it.
        lessons: Vec<LooseReference<R>>,
        /// Playbooks it used or changed.
        playbooks: Vec<LooseReference<R>>,
        /// What people can do since.
        skill_changes: Vec<SkillChange<R>>,
        /// What a retrospective gave.
        retrospective: Option<Retrospective<R>>,
        /// After-action review: what was expected.
        expected: Prose<R>,
        /// After-action review: what happened.
        actual: Prose<R>,
        /// After-action review: why.
        why: Prose<R>,
        /// After-action review: what to keep.
        sustain: Prose<R>,
        /// After-action review: what to change.
        improve: Prose<R>,
        /// Moments worth remembering.
        moments: Vec<Saying<R>>,
        /// Words worth remembering.
        quotes: Vec<Saying<R>>,
        /// What the participants thought of it.
        feedback: Option<Feedback>,
    }
}

impl<R> Session<R> {
    /// Whether it took place: by its status, else because its date is not after today.
    pub fn status_on(&self, today: Date) -> SessionStatus {
        self.status.unwrap_or(match self.date {
            Some(date) if date > today => SessionStatus::Planned,
            _ => SessionStatus::Held,
        })
    }
}

part! {
    /// Somebody who was there.
    Participant {
        /// Who.
        person: R,
        /// The part they played in it, as written.
        role: Option<String>,
        /// The organisation they came for.
        organisation: Option<R>,
    }
}

/// A reference to a record, or a text where there is no such record.
#[derive(Debug, Clone)]
pub enum LooseReference<R> {
    /// The record.
    Record(R),
    /// The text.
    Text(Prose<R>),
}

part! {
    /// What somebody can do since a session.
    SkillChange {
        /// Who.
        person: R,
        /// What.
        skill: R,
        /// The level before.
        from: Option<Level>,
        /// The level after.
        to: Option<Level>,
        /// What shows it.
        evidence: Prose<R>,
    }
}

part! {
    /// What a retrospective gave, by column.
    Retrospective {
        /// The format its columns come from.
        format: Option<RetrospectiveFormat>,
        /// Each column's name and its notes.
        columns: Vec<(String, Vec<Prose<R>>)>,
    }
}

part! {
    /// A quote or a moment, and whose.
    Saying {
        /// The words.
        text: Prose<R>,
        /// Who said it or was in it.
        person: Option<R>,
    }
}

/// What the participants thought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feedback {
    /// The mean score, on the scale the consultancy uses (usually 1 to 5).
    pub score: Option<f64>,
    /// How many answered.
    pub responses: Option<u32>,
}
