/// A closed list of words that a field takes.
pub trait Vocabulary: Copy + Sized + 'static {
    /// Every word, in the order in which a reader expects them.
    const ALL: &'static [Self];

    /// The word as it is written in YAML: lower case with underscores.
    fn as_str(self) -> &'static str;

    /// The word that was written, in any letter case, with `_`, `-` or a space between its parts.
    fn parse(written: &str) -> Option<Self> {
        let word = written.trim().to_lowercase().replace(['-', ' '], "_");
        Self::ALL.iter().copied().find(|known| known.as_str() == word)
    }
}

macro_rules! vocabulary {
    ($( $(#[$meaning:meta])* $name:ident { $( $(#[$word_meaning:meta])* $word:ident = $text:literal, )* } )*) => { $(
        $(#[$meaning])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$word_meaning])* $word, )* }

        impl Vocabulary for $name {
            const ALL: &'static [Self] = &[ $( Self::$word, )* ];

            fn as_str(self) -> &'static str {
                match self { $( Self::$word => $text, )* }
            }
        }
    )* };
}

vocabulary! {
    /// The progression of economic value (Pine and Gilmore, The Experience Economy).
    Step {
        /// Undifferentiated.
        Commodity = "commodity",
        /// An item to take home.
        Good = "good",
        /// A result.
        Service = "service",
        /// A memory, or a new skill.
        Experience = "experience",
        /// A new outlook, or a new organisation.
        Transformation = "transformation",
    }

    /// What an organisation is to the engagement.
    OrganisationKind {
        /// Who hired us.
        Client = "client",
        /// Who was hired.
        Consultancy = "consultancy",
        /// Who supplies.
        Vendor = "vendor",
        /// Who works alongside.
        Partner = "partner",
    }

    /// The part somebody plays.
    Role {
        /// Pays, decides, answers for the benefits.
        ExecutiveSponsor = "executive_sponsor",
        /// Runs a project.
        ProjectLead = "project_lead",
        /// Finds out what is needed.
        BusinessAnalyst = "business_analyst",
        /// Supplies.
        Vendor = "vendor",
        /// Keeps the portfolio's records and rules.
        Pmo = "pmo",
        /// Knows the matter.
        SubjectMatterExpert = "subject_matter_expert",
        /// Advises, and leaves.
        Consultant = "consultant",
        /// Does the work.
        TeamMember = "team_member",
        /// Came after it began.
        NewJoiner = "new_joiner",
    }

    /// Where a project stands.
    ProjectStatus {
        /// Not begun.
        Proposed = "proposed",
        /// Running.
        Active = "active",
        /// Paused.
        OnHold = "on_hold",
        /// Done.
        Completed = "completed",
        /// Handed to somebody else before its end.
        Transferred = "transferred",
        /// Stopped for good.
        Cancelled = "cancelled",
    }

    /// What kind of session it was.
    SessionType {
        /// Teaching a group.
        Training = "training",
        /// Helping one person or few with their own work.
        Coaching = "coaching",
        /// Working something out together.
        Workshop = "workshop",
        /// Two at one piece of work.
        Pairing = "pairing",
        /// The client watches.
        Shadowing = "shadowing",
        /// The consultant watches.
        ReverseShadowing = "reverse_shadowing",
        /// Any other meeting.
        Meeting = "meeting",
        /// The steering committee.
        Steering = "steering",
        /// A decision whether to go on.
        Gate = "gate",
        /// Looking back on how the work went.
        Retrospective = "retrospective",
        /// What was expected, what happened, why, what to keep and change.
        AfterActionReview = "after_action_review",
        /// Showing what there is.
        Demo = "demo",
        /// Passing it on.
        Handover = "handover",
    }

    /// Who does and who watches.
    Method {
        /// The consultant does, the client watches.
        IDo = "i_do",
        /// Both do.
        WeDo = "we_do",
        /// The client does, the consultant helps.
        YouDo = "you_do",
        /// The client teaches others.
        YouTeach = "you_teach",
    }

    /// Whether a session took place.
    SessionStatus {
        /// Yet to come.
        Planned = "planned",
        /// It took place.
        Held = "held",
        /// It did not take place.
        Cancelled = "cancelled",
    }

    /// The columns of a retrospective.
    RetrospectiveFormat {
        /// Start, stop, continue.
        StartStopContinue = "start_stop_continue",
        /// Liked, learned, lacked, longed for.
        FourLs = "four_ls",
        /// Wind, anchor, rocks, island.
        Sailboat = "sailboat",
        /// Mad, sad, glad.
        MadSadGlad = "mad_sad_glad",
        /// Went well, improve.
        WentWellImprove = "went_well_improve",
    }

    /// What a skill is for.
    SkillFamily {
        /// Finding out what is the case.
        AnalyzeSituations = "analyze_situations",
        /// Delivering it.
        ManageProjects = "manage_projects",
        /// Making it stick.
        LeadChanges = "lead_changes",
        /// Anything else.
        Other = "other",
    }

    /// How well somebody can do something, 0 to 4.
    Level {
        /// 0: cannot.
        None = "none",
        /// 1: knows of it.
        Aware = "aware",
        /// 2: can with help.
        Assisted = "assisted",
        /// 3: can alone.
        Independent = "independent",
        /// 4: can teach it.
        Teaches = "teaches",
    }

    /// What a claim of skill was judged by (Kirkpatrick's four levels).
    EvidenceLevel {
        /// They liked it.
        Reaction = "reaction",
        /// They knew it afterwards.
        Learning = "learning",
        /// They do it at work.
        Behaviour = "behaviour",
        /// It shows in the results.
        Results = "results",
    }

    /// Where a playbook stands.
    PlaybookStatus {
        /// Being written.
        Draft = "draft",
        /// Worked by.
        InUse = "in_use",
        /// To be looked at.
        NeedsReview = "needs_review",
        /// No longer worked by.
        Retired = "retired",
    }

    /// How a lesson came about.
    Polarity {
        /// Something to keep.
        WentWell = "went_well",
        /// Something to change.
        WentBadly = "went_badly",
        /// Both.
        Mixed = "mixed",
    }

    /// What became of a lesson.
    LessonStatus {
        /// Written down.
        New = "new",
        /// Accepted.
        Agreed = "agreed",
        /// Being acted on.
        InProgress = "in_progress",
        /// Part of how we work.
        Embedded = "embedded",
        /// Kept for the record.
        Archived = "archived",
    }

    /// Where a decision stands (MADR).
    DecisionStatus {
        /// Put forward.
        Proposed = "proposed",
        /// Turned down.
        Rejected = "rejected",
        /// In force.
        Accepted = "accepted",
        /// No longer advised.
        Deprecated = "deprecated",
        /// Replaced by another.
        Superseded = "superseded",
    }

    /// What kind of item is open (RAID, and what follows).
    ItemType {
        /// May happen.
        Risk = "risk",
        /// Taken as true.
        Assumption = "assumption",
        /// Has happened.
        Issue = "issue",
        /// Waits for another.
        Dependency = "dependency",
        /// To be done.
        Action = "action",
        /// To be done after the engagement.
        FollowOn = "follow_on",
    }

    /// Where an open item stands.
    ItemStatus {
        /// Not begun.
        Open = "open",
        /// Being worked on.
        InProgress = "in_progress",
        /// Cannot go on.
        Blocked = "blocked",
        /// Done.
        Closed = "closed",
        /// Handed to somebody else.
        Transferred = "transferred",
    }

    /// What is done about a risk.
    RiskResponse {
        /// Keep it from happening.
        Avoid = "avoid",
        /// Make it smaller.
        Mitigate = "mitigate",
        /// Let somebody else bear it.
        Transfer = "transfer",
        /// Live with it.
        Accept = "accept",
    }

    /// The form of what stays.
    LeaveBehindForm {
        /// A way of doing something, written down.
        Playbook = "playbook",
        /// Something to fill in.
        Template = "template",
        /// A tool.
        Tool = "tool",
        /// A running system.
        System = "system",
        /// A document.
        Document = "document",
        /// Data.
        Dataset = "dataset",
        /// Something somebody can do.
        Skill = "skill",
        /// A part that somebody plays.
        Role = "role",
        /// A habit of the organisation.
        Routine = "routine",
        /// People who know each other.
        Relationship = "relationship",
        /// Something to remember it by.
        Memento = "memento",
    }

    /// Whether a criterion of success was met.
    CriterionStatus {
        /// Yes.
        Met = "met",
        /// In part.
        PartiallyMet = "partially_met",
        /// No.
        NotMet = "not_met",
        /// It is too early to say.
        NotYetMeasurable = "not_yet_measurable",
    }

    /// The parts of a handover.
    HandoverArea {
        /// Who takes over, and can.
        People = "people",
        /// What is written down.
        Knowledge = "knowledge",
        /// Keys, accounts, equipment.
        AssetsAccess = "assets_access",
        /// What is not finished.
        OpenItems = "open_items",
        /// Agreements.
        Contracts = "contracts",
        /// Invoices and budgets.
        Finance = "finance",
        /// Who helps afterwards.
        Support = "support",
        /// Who signs.
        Acceptance = "acceptance",
    }
}

impl Level {
    /// The level as a number, 0 to 4.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The level of that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}
