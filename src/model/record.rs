use super::recast::{part, record};
use super::{
    CriterionStatus, DecisionStatus, EvidenceLevel, HandoverArea, ItemStatus, ItemType, LeaveBehindForm, LessonStatus,
    Level, OrganisationKind, Phase, Plan, PlaybookStatus, Polarity, ProjectStatus, Prose, RiskResponse, Role, Session,
    SkillFamily, Step,
};
use jiff::civil::Date;

/// The fields of a record, by its kind.
#[derive(Debug, Clone)]
pub enum Record<R> {
    /// A page of its own.
    Page(Page<R>),
    /// A playbook.
    Playbook(Box<Playbook<R>>),
    /// A lesson.
    Lesson(Box<Lesson<R>>),
    /// A decision.
    Decision(Box<Decision<R>>),
    /// A session.
    Session(Box<Session<R>>),
    /// An organisation.
    Organisation(Organisation),
    /// A person.
    Person(Box<Person<R>>),
    /// A project.
    Project(Box<Project<R>>),
    /// A skill.
    Skill(Box<Skill<R>>),
    /// An open item.
    OpenItem(Box<OpenItem<R>>),
    /// Something that stays.
    LeaveBehind(Box<LeaveBehind<R>>),
    /// A criterion of success.
    SuccessCriterion(Box<SuccessCriterion<R>>),
    /// A line of the handover checklist.
    HandoverItem(Box<HandoverItem<R>>),
    /// A word of the glossary.
    Term(Term<R>),
}

record! {
    /// A page of its own.
    Page {
        /// In a sentence.
        description: Prose<R>,
        /// The day it was written or last changed, where the note says it.
        date: Option<Date>,
    }

    /// How to do it without us.
    Playbook {
        /// What it is good for.
        purpose: Prose<R>,
        /// When to take it out.
        when_to_use: Prose<R>,
        /// Who keeps it.
        owner: Option<R>,
        /// What one learns by it.
        skills: Vec<R>,
        /// Who does what.
        roles: ResponsibilityMatrix<R>,
        /// What one needs before.
        inputs: Prose<R>,
        /// What one has after.
        outputs: Prose<R>,
        /// What goes wrong.
        pitfalls: Prose<R>,
        /// How to make it one's own.
        how_to_extend: Prose<R>,
        /// Lessons it comes from.
        lessons: Vec<R>,
        /// Where it stands.
        status: Option<PlaybookStatus>,
        /// When to look at it again.
        review_by: Option<Date>,
        /// The day it was written or last changed.
        date: Option<Date>,
    }

    /// Who is responsible, accountable, consulted and informed.
    ResponsibilityMatrix {
        /// Who does it.
        responsible: Vec<Party<R>>,
        /// Who answers for it: one.
        accountable: Vec<Party<R>>,
        /// Who is asked.
        consulted: Vec<Party<R>>,
        /// Who is told.
        informed: Vec<Party<R>>,
    }

    /// What we learned.
    Lesson {
        /// The day it was learned.
        date: Option<Date>,
        /// What happened.
        event: Prose<R>,
        /// What came of it.
        effect: Prose<R>,
        /// Why.
        causes: Prose<R>,
        /// What to do next time.
        recommendation: Prose<R>,
        /// What it is about.
        theme: Option<String>,
        /// Who sees to it.
        owner: Option<R>,
        /// What became of it.
        status: Option<LessonStatus>,
        /// Whether it is to be kept or changed.
        polarity: Option<Polarity>,
        /// Where it was learned.
        projects: Vec<R>,
        /// The sessions it came from.
        sessions: Vec<R>,
        /// How urgent, as written.
        priority: Option<String>,
        /// How far it reaches, as written.
        scope: Option<String>,
        /// The playbooks it changed.
        playbooks: Vec<R>,
    }

    /// What was decided and why (MADR).
    Decision {
        /// The day.
        date: Option<Date>,
        /// Where it stands.
        status: Option<DecisionStatus>,
        /// Who decided.
        decision_makers: Vec<R>,
        /// The situation and the question.
        context: Prose<R>,
        /// What was weighed.
        options: Prose<R>,
        /// What was chosen.
        outcome: Prose<R>,
        /// Why.
        rationale: Prose<R>,
        /// What follows.
        consequences: Prose<R>,
        /// The decisions it replaces.
        supersedes: Vec<R>,
        /// The projects it concerns.
        projects: Vec<R>,
        /// The sessions in which it was made.
        sessions: Vec<R>,
    }

    /// Somebody.
    Person {
        /// Whom they work for.
        organisation: Option<R>,
        /// The part they play.
        role: Option<Role>,
        /// Their position, as written.
        job_title: Option<String>,
        /// Other names for them, initials too.
        names: Vec<String>,
        /// Whether they are still there after the engagement, where the record says it.
        stays_after_exit: Option<bool>,
        /// How to reach them: a text, often an e-mail address.
        contact: Option<String>,
        /// What they are called where names are withheld.
        pseudonym: Option<String>,
        /// What they can do.
        skills: Vec<SkillRecord<R>>,
    }

    /// One project of the portfolio.
    Project {
        /// Who runs it.
        lead: Option<R>,
        /// Where it stands.
        status: Option<ProjectStatus>,
        /// The first plan.
        planned: Plan,
        /// The plan after change control.
        approved: Plan,
        /// What it became; `budget` is what it cost.
        actual: Plan,
        /// What it is to achieve.
        objectives: Prose<R>,
        /// The ISO 4217 code of its sums.
        currency: Option<String>,
        /// The executive who wants it.
        sponsor: Option<R>,
        /// Its phases.
        phases: Vec<Phase>,
        /// Organisations that supply it.
        vendors: Vec<R>,
        /// Whom to thank, and for what.
        recognition: Prose<R>,
        /// In a sentence or two.
        description: Prose<R>,
    }

    /// Something people can learn to do.
    Skill {
        /// What it is for.
        family: Option<SkillFamily>,
        /// The level from which somebody counts as a holder; 3 where nothing is said.
        required_level: Option<Level>,
        /// How many holders are wanted; 2 where nothing is said.
        required_holders: Option<u32>,
        /// What it is.
        description: Prose<R>,
        /// Whether the organisation stands still without it.
        critical: bool,
        /// What to learn it by.
        playbooks: Vec<R>,
        /// Who can do it.
        records: Vec<SkillRecord<R>>,
    }

    /// A risk, assumption, issue, dependency, action or follow-on.
    OpenItem {
        /// Which of them.
        item_type: Option<ItemType>,
        /// Who sees to it.
        owner: Option<R>,
        /// The day it was raised.
        raised: Option<Date>,
        /// The day it is due.
        due: Option<Date>,
        /// Where it stands.
        status: Option<ItemStatus>,
        /// What to do next.
        next_action: Prose<R>,
        /// What it is about.
        description: Prose<R>,
        /// How likely, 1 to 5.
        probability: Option<u8>,
        /// How bad, 1 to 5.
        impact: Option<u8>,
        /// What is done about a risk.
        response: Option<RiskResponse>,
        /// The projects it concerns.
        projects: Vec<R>,
        /// The sessions in which it was raised.
        sessions: Vec<R>,
        /// Who sees to it after the engagement.
        new_owner: Option<R>,
    }

    /// Something that stays.
    LeaveBehind {
        /// The step of economic value on which it stands.
        step: Option<Step>,
        /// What form it has.
        form: Option<LeaveBehindForm>,
        /// Who keeps it.
        owner_after: Option<R>,
        /// Where it is.
        location: Prose<R>,
        /// Who gets it.
        recipients: Vec<Party<R>>,
        /// The sessions that show it.
        evidence: Vec<R>,
        /// What it is.
        description: Prose<R>,
        /// What it needs to stay good.
        maintenance: Prose<R>,
        /// How to make more of it.
        how_to_extend: Prose<R>,
        /// When to look at it again.
        review_by: Option<Date>,
        /// Who took it over.
        accepted_by: Option<R>,
        /// When.
        accepted_on: Option<Date>,
    }

    /// How one will know that it worked.
    SuccessCriterion {
        /// What is measured.
        measure: Prose<R>,
        /// What it was before.
        baseline: Option<String>,
        /// What it should be.
        target: Option<String>,
        /// Who measures.
        owner: Option<R>,
        /// When to measure: a date or words.
        measure_when: Option<String>,
        /// What it is.
        actual: Option<String>,
        /// When it was measured.
        measured_on: Option<Date>,
        /// Whether it was met.
        status: Option<CriterionStatus>,
    }

    /// A line of the handover checklist.
    HandoverItem {
        /// The part of the handover.
        area: Option<HandoverArea>,
        /// Who sees to it.
        owner: Option<R>,
        /// Whether it is done.
        done: bool,
        /// What shows it.
        evidence: Prose<R>,
        /// Who signed.
        signed_off_by: Option<R>,
        /// When.
        signed_off_on: Option<Date>,
    }

    /// A word of the glossary; the entry's title is the term.
    Term {
        /// What it means.
        meaning: Prose<R>,
    }
}

part! {
    /// What somebody can do: stands under a person or under a skill.
    SkillRecord {
        /// Who.
        person: R,
        /// What.
        skill: R,
        /// The level before the engagement.
        before: Option<Level>,
        /// The level after.
        after: Option<Level>,
        /// The level aimed at.
        target: Option<Level>,
        /// The day it was judged.
        assessed_on: Option<Date>,
        /// What shows it.
        evidence: Prose<R>,
        /// The sessions that `evidence` names, where it names any.
        sessions: Vec<R>,
        /// What kind of evidence it is.
        evidence_level: Option<EvidenceLevel>,
    }
}

/// Who takes part: somebody, an organisation, or a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Party<R> {
    /// A person or an organisation.
    Record(R),
    /// Whoever plays that part.
    Role(Role),
}

/// A client, consultancy, vendor or partner; the entry's title is its name.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    /// What it is to the engagement.
    pub kind: Option<OrganisationKind>,
}

impl<R> Record<R> {
    /// The kind of the record.
    pub fn kind(&self) -> super::Kind {
        use super::Kind;
        match self {
            Self::Page(_) => Kind::Page,
            Self::Playbook(_) => Kind::Playbook,
            Self::Lesson(_) => Kind::Lesson,
            Self::Decision(_) => Kind::Decision,
            Self::Session(_) => Kind::Session,
            Self::Organisation(_) => Kind::Organisation,
            Self::Person(_) => Kind::Person,
            Self::Project(_) => Kind::Project,
            Self::Skill(_) => Kind::Skill,
            Self::OpenItem(_) => Kind::OpenItem,
            Self::LeaveBehind(_) => Kind::LeaveBehind,
            Self::SuccessCriterion(_) => Kind::SuccessCriterion,
            Self::HandoverItem(_) => Kind::HandoverItem,
            Self::Term(_) => Kind::Term,
        }
    }
}
