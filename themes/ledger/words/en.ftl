# The site's own words in English. Keys are lower case with hyphens; templates read those that need no
# values with underscores, as words.on_this_page.

## Dates and numbers
date = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-short = { $day } { $month } { $year }
date-range = { $start } – { $end }
date-from = from { $start }
date-until = until { $end }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
list-comma = {", "}
list-and = { $first } and { $last }
labelled = { $label }: { $value }
with-more = { $text } ({ $more })
hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
days-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
days-early = { $count ->
    [one] { $count } day early
   *[other] { $count } days early
}
on-the-day = on the day
percent = { $number }%
percent-over = { $number }% over
percent-under = { $number }% under
of-many = { $part } of { $all }
of-money = { $part } of { $all }

## The frame
skip = Skip to content
menu = Menu
close = Close
search = Search
dark-colours = Dark colours
site-navigation = Site
also-here = Also here
breadcrumb = Breadcrumb
previous-and-next = Previous and next
previous = Previous
next = Next
on-this-page = On this page
about-this-page = About this page
at-a-glance = At a glance
as-of = As of { $date }
made-with = Made with Leavebehind
data = Data
the-same-as-data = The same as data:
with-consultancy = With { $consultancy }
home = Home
cover = Cover
link-to = Link to: { $title }
not-recorded = not recorded
yes = Yes
no = No
draft = Draft
draft-note = A draft: it is in no other edition.
remarks = Internal remarks
other-fields = Other fields
last-changed = Last changed
opens-elsewhere = (another site)
figures-as-table = The figures as a table
untitled = Untitled
more = More

## Groups of the navigation
group-start = Start
group-stays = What we leave behind
group-how = How to do it
group-past = What happened
group-who = Who

## Pages that are always there
start-here = Start here
by-role = By role
sponsor-page = One page for sponsors
staircase = The staircase
skills-matrix = Skills matrix
coverage = Coverage after exit
the-book = The book
timeline = Timeline
portfolio = Portfolio
contacts = Contacts
readiness = Readiness
tags = Tags
tag = Tag
themes = Themes of the lessons
theme = Theme
not-found = This page is not here
not-found-lede = It may have had another name before. Try the search, or begin at the start.
moved = This page has moved
moved-to = It is here now:
data-lede = Registers for spreadsheets and programs.

## Kinds
kind-page = Page
kind-playbook = Playbook
kind-lesson = Lesson
kind-decision = Decision
kind-session = Session
kind-organisation = Organisation
kind-person = Person
kind-project = Project
kind-skill = Skill
kind-open-item = Open item
kind-leave-behind = Left behind
kind-success-criterion = Success criterion
kind-handover-item = Handover item
kind-term = Term
kinds-page = Pages
kinds-playbook = Playbooks
kinds-lesson = Lessons
kinds-decision = Decisions
kinds-session = Sessions
kinds-organisation = Organisations
kinds-person = People
kinds-project = Projects
kinds-skill = Skills
kinds-open-item = Open items
kinds-leave-behind = Leave-behinds
kinds-success-criterion = Success criteria
kinds-handover-item = Handover checklist
kinds-term = Glossary

lede-playbook = How to do it without us: each says when to use it, how, and whom to ask.
lede-lesson = What went well, what did not, and what to do next time.
lede-decision = What was decided, by whom, and why.
lede-session = Every time we sat down together. What somebody is said to be able to do rests on one of these.
lede-organisation = Who worked together.
lede-person = Who was part of it, and who stays.
lede-project = Planned against actual, project by project.
lede-skill = What people learned to do, and who holds it now.
lede-open-item = What is not finished, and whose it is after the exit.
lede-leave-behind = A good you take home. A service gives a result. An experience leaves a memory or a new skill. A transformation leaves a different organisation.
lede-success-criterion = How you will know that it lasted.
lede-handover-item = What has to be handed over, and how far that is.
lede-term = What the words mean here.
lede-matrix = Who could do what when we came, and who can now.
lede-coverage = How well each skill is held, counting only people who stay.
lede-timeline = From the first session to the last.
lede-portfolio = What was planned, what became of it, and what it cost.
lede-contacts = Whom to ask now.
lede-readiness = How far the handover is, and what bars it.
lede-sponsor = Did we get value, what could go wrong now, and what stays.
lede-tags = Everything by its tags.
lede-themes = The lessons by what they are about.
lede-roles = What concerns whom.

## Fields
field-owner = Owner
field-owner-after = Owner afterwards
field-new-owner = Owner after the exit
field-status = Status
field-skills = Skills
field-roles = For
field-review-by = Review by
field-date = Date
field-time = Time
field-type = Type
field-method = Method
field-project = Project
field-projects = Projects
field-session = Session
field-sessions = Sessions
field-facilitator = Facilitator
field-invited = Invited
field-participants = Here
field-absent = Absent
field-duration = Duration
field-feedback = Feedback
feedback-of = { $count ->
    [one] { $score }, from one answer
   *[other] { $score }, from { $count } answers
}
field-people = People
field-person = Person
field-hours = Hours
field-organisation = Organisation
field-role = Role
field-job-title = Position
field-contact = Contact
field-stays = Stays
field-after-exit = After the exit
field-title = Title
field-name = Name
field-theme = Theme
field-polarity = How it went
field-priority = Priority
field-scope = Scope
field-decision-makers = Decided by
field-supersedes = Replaces
field-superseded-by = Replaced by
field-lead = Lead
field-sponsor = Sponsor
field-vendors = Vendors
field-planned = Planned
field-approved = Approved
field-actual = Actual
field-start = Start
field-end = End
field-budget = Budget
field-cost = Cost
field-schedule = Schedule
field-finish = Finish
field-family = Family
field-required-level = Level asked for
field-required-holders = Holders wanted
field-critical = Critical
field-holders = Holders
field-holders-staying = Holders who stay
field-teachers = Can teach it
field-coverage = Coverage after exit
field-coverage-with = With the consultants
field-due = Due
field-raised = Raised
field-probability = Probability
field-impact = Impact
field-score = Score
field-response = Response
field-next-action = Next action
field-step = Step
field-form = Form
field-location = Where
field-recipients = For
field-accepted = Accepted
accepted-by-on = { $person }, { $date }
field-measure = Measure
field-baseline = Before
field-takeaway = To take along
field-target = Target
field-result = Result
field-measure-when = When to measure
field-measured-on = Measured on
field-area = Area
field-done = Done
field-signed-off = Signed off
field-evidence = Evidence
field-before = Before
field-after = Now
field-skill = Skill
field-item = Item
field-tags = Tags
field-aliases = Also called
field-kind = Kind
field-currency = Currency
field-playbooks = Playbooks
field-lessons = Lessons
field-purpose = Purpose
field-outcome = What came of it

## Sections of a record
section-purpose = Purpose
section-when-to-use = When to use it
section-inputs = What you need
section-outputs = What you get
section-pitfalls = Pitfalls
section-how-to-extend = How to make it yours
section-responsibilities = Who does what
responsible = Responsible
accountable = Accountable
consulted = Consulted
informed = Informed
section-lessons = Lessons behind it
section-event = What happened
section-effect = What came of it
section-causes = Why
section-recommendation = What to do next time
section-playbooks-changed = Playbooks it changed
section-context = Context
section-options = Options
section-outcome = Decision
section-rationale = Why
section-consequences = What follows
section-summary = In short
section-notes = Notes
section-decisions = Decided
section-actions = To do
section-lessons-learned = What we learned
section-playbooks = Playbooks used or changed
section-skill-changes = Who can do what since
section-retrospective = Retrospective
section-after-action = After-action review
aar-expected = What was expected
aar-actual = What happened
aar-why = Why
aar-sustain = What to keep
aar-improve = What to change
section-moments = Moments
section-quotes = In their words
section-rests-on-this = What rests on this
section-evidence = Evidence
evidence-lede = The sessions this rests on.
section-mentioned-in = Mentioned in
section-objectives = Objectives
section-phases = Phases
section-recognition = Thanks
section-description = What it is
section-open-on-project = Still open
section-project-sessions = Sessions
section-project-lessons = What we learned
section-project-decisions = Decisions
section-maintenance = What it needs
section-takes-with = What { $person } takes along
section-what-you-take = What stays with this person
more-on-site = and { $count } more on the site
section-where-they-were = Sessions attended
section-owns = Owns
section-sole-holder = Only holder of
section-read-next = What to read next
section-teach-next = Who can teach the next step
nobody-teaches = Nobody who stays can teach this yet
section-holders = Who holds it
section-training = Training given
section-trained-in = Sessions that trained it
section-all-levels = All levels
section-about = About
section-month-by-month = Month by month
section-projects = Projects
section-first = Read first
section-ask = Whom to ask
section-people = People
section-open = Open
section-by-step = By step
section-risks = Top risks
section-results = Results
section-coverage = Who can do it without us
section-stays = What stays
section-criteria = How you will know
section-all-tags = All tags
section-blockers = What bars it
section-subpages = In this folder

## Sentences
not-one = None.
register-of = All entries
sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
records-count = { $count ->
    [one] One record carries this tag.
   *[other] { $count } records carry this tag.
}
lessons-count = { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}
stays-after = Stays
leaves-after = Leaves
leaves-with-us = leaves: { $person }
nobody = nobody
not-named-here = not named here
on-time = on time
late = late
within-budget = within budget
over-budget = over budget
unfinished = not finished
forecast-late = forecast: { $days }
overdue = overdue
teaches-now = teaches { $skill }
level-change = { $before } → { $after }
all-years = All
year-pages = By year
letter-pages = By letter
attended = { $sessions }, { $hours }
recurring = in several projects
not-acted-on = not acted on yet
tolerance = Tolerance { $percent }%
training-sum = { $sessions }, { $hours } of training and work together

## Home
where-to-go = Where to go
way-new-joiner = You have just joined
way-new-joiner-lede = What happened here, what to read first, whom to ask.
way-business-analyst = Business analysts
way-business-analyst-lede = How to take a situation apart, and who can teach the next step.
way-project-lead = Project leads
way-project-lead-lede = How we planned and steered, what went wrong, what is yours now.
way-executive-sponsor = Sponsors
way-executive-sponsor-lede = Did it pay, what could fail now, what stays.
way-vendor = Vendors
way-vendor-lede = What is expected of you, and how we agree on it.
way-pmo = PMO
way-pmo-lede = Registers to sort, filter and take away.
your-page = Your page
key-figures = In figures
figure-covered = { $all ->
    [one] skill is covered by people who stay
   *[other] skills are covered by people who stay
}
figure-on-time = { $all ->
    [one] finished project was on time
   *[other] finished projects were on time
}
figure-on-budget = { $all ->
    [one] finished project was within its budget
   *[other] finished projects were within their budgets
}
figure-cancelled = { $count ->
    [one] project stopped on purpose
   *[other] projects stopped on purpose
}
figure-sessions = { $count ->
    [one] session together
   *[other] sessions together
}
figure-playbooks = { $count ->
    [one] playbook
   *[other] playbooks
}
figure-leave-behinds = { $count ->
    [one] thing that stays
   *[other] things that stay
}
figure-owned = { $all ->
    [one] open item has an owner who stays
   *[other] open items have an owner who stays
}
what-stays = What stays, step by step
read-as-book = Read it as a book

## The search
search-hint = Words, names, skills …
search-loading = Loading the index …
search-failed = The index could not be loaded.
search-empty = Type a few words. Arrow keys move, Enter opens.
search-kinds = Kinds
search-without-script = Search needs JavaScript. Without it, the registers and the tags lead everywhere.
search-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

## Tables and code
filter-table = Filter the table
filter-words = Words
filter-all = All
filter-clear = Clear
filter-rows = { $count ->
    [one] { $count } of { $of } row
   *[other] { $count } of { $of } rows
}
copy = Copy
copied = Copied
print-part = Print this part
code = Code
table = Table
footnotes = Footnotes
footnote = Footnote { $number }
back-to-text = Back to the text
task-done = Done
task-open = Not done

## Callouts
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
callout-example = Example
callout-quote = Quote
callout-internal = Internal

## Words of the fields
step-commodity = Commodity
step-good = Good
step-service = Service
step-experience = Experience
step-transformation = Transformation
step-plural-commodity = Commodities
step-plural-good = Goods
step-plural-service = Services
step-plural-experience = Experiences
step-plural-transformation = Transformations
step-lede-commodity = What anybody could have delivered.
step-lede-good = To take home: templates, tools, systems.
step-lede-service = A result: what is done for you, and goes on.
step-lede-experience = What is remembered, and what people can do since.
step-lede-transformation = How the organisation is different now.
step-unplaced = Without a step
organisation-kind-client = Client
organisation-kind-consultancy = Consultancy
organisation-kind-vendor = Vendor
organisation-kind-partner = Partner
role-executive-sponsor = Executive sponsor
role-project-lead = Project lead
role-business-analyst = Business analyst
role-vendor = Vendor
role-pmo = PMO
role-subject-matter-expert = Subject-matter expert
role-consultant = Consultant
role-team-member = Team member
role-new-joiner = New joiner
project-status-proposed = Proposed
project-status-active = Active
project-status-on-hold = On hold
project-status-completed = Completed
project-status-transferred = Transferred
project-status-cancelled = Cancelled
session-type-training = Training
session-type-coaching = Coaching
session-type-workshop = Workshop
session-type-pairing = Pairing
session-type-shadowing = Shadowing
session-type-reverse-shadowing = Reverse shadowing
session-type-meeting = Meeting
session-type-steering = Steering
session-type-gate = Gate
session-type-retrospective = Retrospective
session-type-after-action-review = After-action review
session-type-demo = Demo
session-type-handover = Handover
session-purpose-learning = Learning
session-purpose-working = Working
session-purpose-steering = Steering
session-purpose-looking-back = Looking back
session-purpose-other = Other
method-i-do = I do
method-we-do = We do
method-you-do = You do
method-you-teach = You teach
session-status-planned = Planned
session-status-held = Held
session-status-cancelled = Cancelled
retrospective-format-start-stop-continue = Start, stop, continue
retrospective-format-four-ls = Four Ls
retrospective-format-sailboat = Sailboat
retrospective-format-mad-sad-glad = Mad, sad, glad
retrospective-format-went-well-improve = Went well, improve
skill-family-analyze-situations = Analyse situations
skill-family-manage-projects = Manage projects
skill-family-lead-changes = Lead changes
skill-family-other = Other
level-none = none
level-aware = aware
level-assisted = assisted
level-independent = independent
level-teaches = teaches
evidence-level-reaction = Reaction
evidence-level-learning = Learning
evidence-level-behaviour = Behaviour
evidence-level-results = Results
playbook-status-draft = Draft
playbook-status-in-use = In use
playbook-status-needs-review = Needs review
playbook-status-retired = Retired
polarity-went-well = Went well
polarity-went-badly = Went badly
polarity-mixed = Mixed
lesson-status-new = New
lesson-status-agreed = Agreed
lesson-status-in-progress = In progress
lesson-status-embedded = Embedded
lesson-status-archived = Archived
decision-status-proposed = Proposed
decision-status-rejected = Rejected
decision-status-accepted = Accepted
decision-status-deprecated = Deprecated
decision-status-superseded = Superseded
item-type-risk = Risk
item-type-assumption = Assumption
item-type-issue = Issue
item-type-dependency = Dependency
item-type-action = Action
item-type-follow-on = Follow-on
item-status-open = Open
item-status-in-progress = In progress
item-status-blocked = Blocked
item-status-closed = Closed
item-status-transferred = Transferred
risk-response-avoid = Avoid
risk-response-mitigate = Mitigate
risk-response-transfer = Transfer
risk-response-accept = Accept
leave-behind-form-playbook = Playbook
leave-behind-form-template = Template
leave-behind-form-tool = Tool
leave-behind-form-system = System
leave-behind-form-document = Document
leave-behind-form-dataset = Dataset
leave-behind-form-skill = Skill
leave-behind-form-role = Role
leave-behind-form-routine = Routine
leave-behind-form-relationship = Relationship
leave-behind-form-memento = Memento
criterion-status-met = Met
criterion-status-partially-met = Partly met
criterion-status-not-met = Not met
criterion-status-not-yet-measurable = Too early to say
handover-area-people = People
handover-area-knowledge = Knowledge
handover-area-assets-access = Assets and access
handover-area-open-items = Open items
handover-area-contracts = Contracts
handover-area-finance = Finance
handover-area-support = Support
handover-area-acceptance = Acceptance
handover-area-none = Without an area
coverage-gap = Gap
coverage-single-holder = One person
coverage-thin = Thin
coverage-covered = Covered
obstacle-not-done = not done
obstacle-unowned = has no owner
obstacle-owner-leaves = its owner leaves
obstacle-nobody-holds = nobody who stays holds it

## Pictures
picture-not-recorded = not recorded
picture-nothing = There is nothing to show in this picture yet.
picture-person = Person
picture-skill = Skill
picture-when = When
picture-before = before
picture-after = after
picture-project = Project
picture-projects = Projects
picture-all = All
picture-month = Month
picture-year = Year
picture-theme = Theme
picture-area = Area
picture-step = Step
picture-left-behind = Left behind
picture-evidence = Evidence
picture-number = No.
picture-risk = Risk
picture-probability = Probability
picture-impact = Impact
picture-score = Score
picture-owner-after = Owner afterwards
picture-and-more = and { $count } more
picture-stays = stays
picture-leaves = leaves
picture-done = done
picture-to-do = to do
picture-done-of = { $done } of { $of }
picture-ready = ready
picture-blockers = { $count ->
    [one] { $count } thing in the way
   *[other] { $count } things in the way
}
picture-blocked-by = In the way
picture-no-area = No area
picture-skills-matrix-title = Skills matrix
picture-skills-matrix-description = { $people ->
    [one] { $people } person
   *[other] { $people } people
  } by { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
  }, with the level of each before and after.
picture-skills-matrix-caption = The narrow part of each cell is the level before, the wide part the level after.
picture-level-sums-title = Skill levels
picture-level-sums-description = For { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
  }, how many people stand at each level before and after.
picture-level-sums-caption = People at each level, before above and after below.
picture-coverage-title = Coverage after exit
picture-coverage-description = { $covered } of { $skills } skills are held by as many people who stay as are wanted.
picture-coverage-caption = Each block is a person who holds the skill; dashed blocks leave with the consultants.
picture-coverage-wanted = required: { $holders }
picture-coverage-required = required
picture-coverage-after-exit = Coverage after exit
picture-coverage-with-consultants = With the consultants
picture-timeline-title = Sessions over time
picture-timeline-description = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
  } from { $first } to { $last }, by what they were for.
picture-timeline-caption = Sessions by month and purpose.
picture-timeline-caption-years = Sessions by year and purpose.
picture-schedule-title = Plan and actual schedule
picture-schedule-description = For { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
  }, the plan above what became of it.
picture-schedule-caption = Schedule: the plan above, what became of it below.
picture-planned = Planned
picture-approved = Approved
picture-actual = Actual
picture-verdict = Result
picture-first-plan = first plan, before changes
picture-plan = plan
picture-actual-within = actual, within tolerance
picture-actual-beyond = actual, beyond it
picture-actual-open = so far, or not known
picture-cancelled = cancelled
picture-today = today
picture-unfinished = not finished
picture-forecast-late = forecast: { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
picture-forecast-on-time = forecast: on time
picture-on-the-day = on the day
picture-days-early = { $days ->
    [one] { $days } day early
   *[other] { $days } days early
}
picture-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
picture-days-late-within = { $days ->
    [one] { $days } day late, within tolerance
   *[other] { $days } days late, within tolerance
}
picture-budget-title = Budget and cost
picture-budget-description = For { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
  }, the budget above the cost.
picture-budget-caption = Budget above, cost below.
picture-currency = Currency
picture-no-currency = currency not recorded
picture-cost = Cost
picture-budget-amount = { $sum } budget
picture-budget-amount-missing = budget not recorded
picture-cost-amount = { $sum } cost
picture-cost-amount-missing = cost not recorded
picture-spent = { $percent }% spent
picture-on-budget = on budget
picture-percent-under = { $percent }% under
picture-percent-over = { $percent }% over
picture-percent-over-within = { $percent }% over, within tolerance
picture-staircase-title = Value staircase
picture-staircase-description = { $count ->
    [one] { $count } thing stays
   *[other] { $count } things stay
  }. { $steps }.
picture-staircase-caption = What stays, by step of economic value.
picture-step-count = { $step }: { $count }
picture-client-before = before
picture-client-after = now
picture-risk-grid-title = Risk grid
picture-risk-grid-description = { $count ->
    [one] { $count } open risk
   *[other] { $count } open risks
  } by probability and impact, each from one to five.
picture-risk-grid-caption = Open risks, numbered from the greatest.
picture-lessons-title = Lessons by theme
picture-lessons-description = { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
  } under { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
  }, by whether things went well or badly.
picture-lessons-caption = Lessons by theme, and how they came about.
picture-lessons-recurs = in { $projects } projects
picture-lessons-no-theme = no theme
picture-readiness-title = Readiness by area
picture-readiness-description = { $ready } of { $areas } areas of the handover have nothing in the way.
picture-readiness-caption = The handover's checklist by area.

## Pages
coverage-only = { $state }: { $person }
kind-role = Role
of-all = of { $all }
done-of = { $part } of { $all } done
register-parts = In parts
register-rest = Others
field-level = Level
field-teaches = Ask about
field-last-changed = Last changed
field-meaning = Meaning
field-sole-holder = Only holder of
section-all-skills = Skill by skill
section-all-themes = Themes
section-attended = Sessions attended
section-learn-it-by = Learn it by
section-location = Where it is
section-not-acted-on = Not acted on yet
section-organisations = Organisations
section-outcome-of-all = What came of it
section-role-lessons = Lessons to look after
section-role-playbooks = Playbooks for you
section-unfounded-claims = Levels with no session behind them
section-role-skills = Skills, and who can teach them now
section-sole-holders = On whom several skills rest
section-sums = Sums of the finished projects
section-takes-along = Skills, before and now
section-weak-skills = Skills to look after
section-without-teacher = Nobody who stays can teach
feed-title = Newest sessions, lessons and decisions
## The book
contents = Contents
figures = Figures
figure = Figure
page-number = page { $number }
volume = volume { $number } of { $count }: { $chapters }
in-volume = volume { $number }
in-volume-page = volume { $number }, page { $page }
chapter-letter = Welcome
chapter-summary = On one page
chapter-story = The story
chapter-portfolio = Portfolio results
chapter-what-we-leave-behind = What we leave behind
chapter-skills = The skills you now have
chapter-playbooks = Playbooks
chapter-lessons = What we learned
chapter-decisions = Decisions and why
chapter-open-items = Open items and their owners
chapter-after-we-leave = After we leave
chapter-success = How you will know it lasted
chapter-sign-off = Checklist and sign-off
chapter-sessions = Session register
chapter-glossary = Glossary
chapter-index = Index
what-you-take = What you take with you
support-until = We still answer until
ownership = Who owns what
review-calendar = Review calendar
sign-title = Signatures
sign-sentence = With these signatures both sides confirm that the handover described in this book has taken place.
sign-signature = Signature
book-accessibility = All text can be read aloud: headings, lists and tables are marked as such, and every picture is described in words.
