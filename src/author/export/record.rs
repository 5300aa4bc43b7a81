//! Records as mappings with the names that DESIGN gives their fields.

use super::Paths;
use super::prose::markdown;
use super::yaml::{Map, Value};
use crate::model::{
    Decision, Entry, EntryId, Extra, HandoverItem, LeaveBehind, Lesson, OpenItem, Organisation, Page, Person, Plan,
    Playbook, Project, Prose, Record, Saying, Session, Skill, SkillRecord, SuccessCriterion, Term, Vocabulary,
};
use jiff::civil::Date;

/// Writes the fields of records.
pub(super) struct Fields<'a> {
    pub(super) paths: &'a Paths<'a>,
}

impl Fields<'_> {
    /// A record as a mapping, with its id; without its body, which a note has below.
    pub(super) fn of(&self, entry: &Entry<EntryId>) -> Map {
        let mut map = Map::default();
        map.text("id", Some(&entry.id.slug));
        let title = match &entry.record {
            Record::Person(_) | Record::Organisation(_) | Record::Skill(_) => "name",
            Record::Term(_) => "term",
            _ => "title",
        };
        map.text(title, Some(&entry.title));
        let parent = entry.origin.parent.as_ref();
        match &entry.record {
            Record::Page(page) => self.page(&mut map, page),
            Record::Playbook(playbook) => self.playbook(&mut map, playbook),
            Record::Lesson(lesson) => self.lesson(&mut map, lesson),
            Record::Decision(decision) => self.decision(&mut map, decision, parent),
            Record::Session(session) => self.session(&mut map, session),
            Record::Organisation(organisation) => organisation_fields(&mut map, organisation),
            Record::Person(person) => self.person(&mut map, person),
            Record::Project(project) => self.project(&mut map, project),
            Record::Skill(skill) => self.skill(&mut map, skill),
            Record::OpenItem(item) => self.open_item(&mut map, item, parent),
            Record::LeaveBehind(left) => self.leave_behind(&mut map, left),
            Record::SuccessCriterion(criterion) => self.success_criterion(&mut map, criterion),
            Record::HandoverItem(item) => self.handover_item(&mut map, item),
            Record::Term(term) => self.term(&mut map, term),
        }
        map.list("tags", entry.tags.iter().cloned().map(Value::Text).collect());
        map.list("aliases", entry.aliases.iter().cloned().map(Value::Text).collect());
        for (key, value) in &entry.extra {
            map.put(key, extra(value));
        }
        map
    }

    fn page(&self, map: &mut Map, page: &Page<EntryId>) {
        self.prose(map, "description", &page.description);
        date(map, "date", page.date);
    }

    fn playbook(&self, map: &mut Map, playbook: &Playbook<EntryId>) {
        self.prose(map, "purpose", &playbook.purpose);
        self.prose(map, "when_to_use", &playbook.when_to_use);
        self.reference(map, "owner", playbook.owner.as_ref());
        self.references(map, "skills", &playbook.skills);
        map.map("roles", self.roles(&playbook.roles));
        self.prose(map, "inputs", &playbook.inputs);
        self.prose(map, "outputs", &playbook.outputs);
        self.prose(map, "pitfalls", &playbook.pitfalls);
        self.prose(map, "how_to_extend", &playbook.how_to_extend);
        self.references(map, "lessons", &playbook.lessons);
        word(map, "status", playbook.status);
        date(map, "review_by", playbook.review_by);
        date(map, "date", playbook.date);
    }

    fn lesson(&self, map: &mut Map, lesson: &Lesson<EntryId>) {
        date(map, "date", lesson.date);
        self.prose(map, "event", &lesson.event);
        self.prose(map, "effect", &lesson.effect);
        self.prose(map, "causes", &lesson.causes);
        self.prose(map, "recommendation", &lesson.recommendation);
        map.text("theme", lesson.theme.as_deref());
        self.reference(map, "owner", lesson.owner.as_ref());
        word(map, "status", lesson.status);
        word(map, "polarity", lesson.polarity);
        self.references(map, "project", &lesson.projects);
        self.references(map, "session", &lesson.sessions);
        map.text("priority", lesson.priority.as_deref());
        map.text("scope", lesson.scope.as_deref());
        self.references(map, "playbooks", &lesson.playbooks);
    }

    fn decision(&self, map: &mut Map, decision: &Decision<EntryId>, parent: Option<&EntryId>) {
        date(map, "date", decision.date);
        word(map, "status", decision.status);
        self.references(map, "decision_makers", &decision.decision_makers);
        self.prose(map, "context", &decision.context);
        self.prose(map, "options", &decision.options);
        self.prose(map, "outcome", &decision.outcome);
        self.prose(map, "rationale", &decision.rationale);
        self.prose(map, "consequences", &decision.consequences);
        self.references(map, "supersedes", &decision.supersedes);
        self.references(map, "project", &decision.projects);
        self.sessions(map, &decision.sessions, parent);
    }

    fn session(&self, map: &mut Map, session: &Session<EntryId>) {
        match (session.date, session.time) {
            (Some(day), Some(time)) => map.text("date", Some(&format!("{day}T{time}"))),
            (day, _) => date(map, "date", day),
        }
        map.put("duration", session.minutes.map(|minutes| Value::Number(i64::from(minutes))));
        word(map, "type", session.session_type);
        word(map, "status", session.status);
        let participants = session.participants.iter().map(|participant| {
            if participant.role.is_none() && participant.organisation.is_none() {
                return self.named(&participant.person);
            }
            let mut map = Map::default();
            self.reference(&mut map, "person", Some(&participant.person));
            map.text("role", participant.role.as_deref());
            self.reference(&mut map, "organisation", participant.organisation.as_ref());
            Value::Map(map)
        });
        map.list("participants", participants.collect());
        self.references(map, "facilitator", &session.facilitators);
        self.references(map, "absent", &session.absent);
        self.references(map, "project", &session.projects);
        self.references(map, "skills", &session.skills);
        word(map, "method", session.method);
        self.prose(map, "summary", &session.summary);
        self.prose(map, "notes", &session.notes);
        self.loose(map, "lessons", &session.lessons);
        self.loose(map, "playbooks", &session.playbooks);
        let changes = session.skill_changes.iter().map(|change| {
            let mut map = Map::default();
            self.reference(&mut map, "person", Some(&change.person));
            self.reference(&mut map, "skill", Some(&change.skill));
            map.put("from", change.from.map(|level| Value::Number(i64::from(level.number()))));
            map.put("to", change.to.map(|level| Value::Number(i64::from(level.number()))));
            self.prose(&mut map, "evidence", &change.evidence);
            Value::Map(map)
        });
        map.list("skill_changes", changes.collect());
        if let Some(retrospective) = &session.retrospective {
            let mut retro = Map::default();
            word(&mut retro, "format", retrospective.format);
            let mut columns = Map::default();
            for (name, notes) in &retrospective.columns {
                columns.list(name, notes.iter().map(|note| self.value(note)).collect());
            }
            retro.map("columns", columns);
            map.map("retro", retro);
        }
        self.prose(map, "expected", &session.expected);
        self.prose(map, "actual", &session.actual);
        self.prose(map, "why", &session.why);
        self.prose(map, "sustain", &session.sustain);
        self.prose(map, "improve", &session.improve);
        self.sayings(map, "moments", &session.moments);
        self.sayings(map, "quotes", &session.quotes);
        if let Some(feedback) = &session.feedback {
            let mut scores = Map::default();
            scores.put("score", feedback.score.map(Value::Fraction));
            scores.put("responses", feedback.responses.map(|responses| Value::Number(i64::from(responses))));
            map.map("feedback", scores);
        }
    }

    fn person(&self, map: &mut Map, person: &Person<EntryId>) {
        self.reference(map, "organisation", person.organisation.as_ref());
        word(map, "role", person.role);
        map.text("title", person.job_title.as_deref());
        map.list("aliases", person.names.iter().cloned().map(Value::Text).collect());
        map.put("stays_after_exit", person.stays_after_exit.map(Value::Switch));
        map.text("contact", person.contact.as_deref());
        map.text("pseudonym", person.pseudonym.as_deref());
        self.skill_records(map, "skills", "skill", &person.skills);
    }

    fn project(&self, map: &mut Map, project: &Project<EntryId>) {
        self.reference(map, "lead", project.lead.as_ref());
        word(map, "status", project.status);
        map.map("planned", plan(&project.planned, "budget"));
        map.map("approved", plan(&project.approved, "budget"));
        map.map("actual", plan(&project.actual, "cost"));
        self.prose(map, "objectives", &project.objectives);
        map.text("currency", project.currency.as_deref());
        self.reference(map, "sponsor", project.sponsor.as_ref());
        let phases = project.phases.iter().map(|phase| {
            let mut map = Map::default();
            map.text("name", Some(&phase.name));
            date(&mut map, "start", phase.start);
            date(&mut map, "end", phase.end);
            Value::Map(map)
        });
        map.list("phases", phases.collect());
        self.references(map, "vendors", &project.vendors);
        self.prose(map, "recognition", &project.recognition);
        self.prose(map, "description", &project.description);
    }

    fn skill(&self, map: &mut Map, skill: &Skill<EntryId>) {
        word(map, "family", skill.family);
        map.put("required_level", skill.required_level.map(|level| Value::Number(i64::from(level.number()))));
        map.put("required_holders", skill.required_holders.map(|holders| Value::Number(i64::from(holders))));
        self.prose(map, "description", &skill.description);
        map.put("critical", skill.critical.then_some(Value::Switch(true)));
        self.references(map, "playbooks", &skill.playbooks);
        self.skill_records(map, "records", "person", &skill.records);
    }

    fn skill_records(&self, map: &mut Map, key: &str, other: &str, records: &[SkillRecord<EntryId>]) {
        let records = records.iter().map(|record| {
            let mut map = Map::default();
            let id = if other == "skill" { &record.skill } else { &record.person };
            self.reference(&mut map, other, Some(id));
            let mut level = |key: &str, level: Option<crate::model::Level>| {
                map.put(key, level.map(|level| Value::Number(i64::from(level.number()))));
            };
            level("before", record.before);
            level("after", record.after);
            level("target", record.target);
            date(&mut map, "assessed_on", record.assessed_on);
            match (record.evidence.is_empty(), &record.sessions[..]) {
                (false, []) => self.prose(&mut map, "evidence", &record.evidence),
                (true, sessions) => self.references(&mut map, "evidence", sessions),
                (false, sessions) => {
                    let sessions = sessions.iter().map(|session| self.named(session));
                    map.list("evidence", std::iter::once(self.value(&record.evidence)).chain(sessions).collect());
                }
            }
            word(&mut map, "evidence_level", record.evidence_level);
            Value::Map(map)
        });
        map.list(key, records.collect());
    }

    fn open_item(&self, map: &mut Map, item: &OpenItem<EntryId>, parent: Option<&EntryId>) {
        word(map, "type", item.item_type);
        self.reference(map, "owner", item.owner.as_ref());
        date(map, "raised", item.raised);
        date(map, "due", item.due);
        word(map, "status", item.status);
        self.prose(map, "next_action", &item.next_action);
        self.prose(map, "description", &item.description);
        map.put("probability", item.probability.map(|number| Value::Number(i64::from(number))));
        map.put("impact", item.impact.map(|number| Value::Number(i64::from(number))));
        word(map, "response", item.response);
        self.references(map, "project", &item.projects);
        self.sessions(map, &item.sessions, parent);
        self.reference(map, "new_owner", item.new_owner.as_ref());
    }

    fn leave_behind(&self, map: &mut Map, left: &LeaveBehind<EntryId>) {
        word(map, "kind", left.step);
        word(map, "form", left.form);
        self.reference(map, "owner_after", left.owner_after.as_ref());
        self.prose(map, "location", &left.location);
        map.list("recipients", left.recipients.iter().map(|party| self.party(party)).collect());
        self.references(map, "evidence", &left.evidence);
        self.prose(map, "description", &left.description);
        self.prose(map, "maintenance", &left.maintenance);
        self.prose(map, "how_to_extend", &left.how_to_extend);
        date(map, "review_by", left.review_by);
        self.reference(map, "accepted_by", left.accepted_by.as_ref());
        date(map, "accepted_on", left.accepted_on);
    }

    fn success_criterion(&self, map: &mut Map, criterion: &SuccessCriterion<EntryId>) {
        self.prose(map, "measure", &criterion.measure);
        map.text("baseline", criterion.baseline.as_deref());
        map.text("target", criterion.target.as_deref());
        self.reference(map, "owner", criterion.owner.as_ref());
        map.text("measure_when", criterion.measure_when.as_deref());
        map.text("actual", criterion.actual.as_deref());
        date(map, "measured_on", criterion.measured_on);
        word(map, "status", criterion.status);
    }

    fn handover_item(&self, map: &mut Map, item: &HandoverItem<EntryId>) {
        word(map, "area", item.area);
        self.reference(map, "owner", item.owner.as_ref());
        map.put("done", Value::Switch(item.done));
        self.prose(map, "evidence", &item.evidence);
        self.reference(map, "signed_off_by", item.signed_off_by.as_ref());
        date(map, "signed_off_on", item.signed_off_on);
    }

    fn term(&self, map: &mut Map, term: &Term<EntryId>) {
        self.prose(map, "meaning", &term.meaning);
    }

    pub(super) fn prose(&self, map: &mut Map, key: &str, prose: &Prose<EntryId>) {
        map.put(key, (!prose.is_empty()).then(|| self.value(prose)));
    }

    pub(super) fn value(&self, prose: &Prose<EntryId>) -> Value {
        Value::Text(self.text(prose))
    }

    pub(super) fn text(&self, prose: &Prose<EntryId>) -> String {
        let text = markdown(prose, self.paths);
        let is_one_line = text.trim_end().lines().count() == 1;
        if is_one_line { text.trim_end().to_owned() } else { text }
    }

    fn sayings(&self, map: &mut Map, key: &str, sayings: &[Saying<EntryId>]) {
        let values = sayings.iter().map(|saying| {
            let Some(person) = &saying.person else { return self.value(&saying.text) };
            let mut map = Map::default();
            self.prose(&mut map, "text", &saying.text);
            self.reference(&mut map, "person", Some(person));
            Value::Map(map)
        });
        map.list(key, values.collect());
    }
}

fn organisation_fields(map: &mut Map, organisation: &Organisation) {
    word(map, "kind", organisation.kind);
}

fn plan(plan: &Plan, sum: &str) -> Map {
    let mut map = Map::default();
    date(&mut map, "start", plan.start);
    date(&mut map, "end", plan.end);
    map.put(
        sum,
        plan.budget.map(|amount| {
            if amount.hundredths() % 100 == 0 {
                Value::Number(amount.hundredths() / 100)
            } else {
                Value::Fraction(amount.units())
            }
        }),
    );
    map
}

fn date(map: &mut Map, key: &str, date: Option<Date>) {
    map.put(key, date.map(|date| Value::Text(date.to_string())));
}

fn word(map: &mut Map, key: &str, word: Option<impl Vocabulary>) {
    map.put(key, word.map(|word| Value::Text(word.as_str().to_owned())));
}

fn extra(value: &Extra) -> Value {
    match value {
        Extra::Null => Value::Nothing,
        Extra::Text(text) => Value::Text(text.clone()),
        Extra::List(values) => Value::List(values.iter().map(extra).collect()),
        Extra::Map(values) => {
            let mut map = Map::default();
            values.iter().for_each(|(key, value)| map.put(key, extra(value)));
            Value::Map(map)
        }
    }
}
