use super::{Draft, link_html, tone};
use crate::insight::Claim;
use crate::model::{
    Entry, EntryId, LooseReference, Participant, Prose, Role, Saying, Session, SessionStatus, Vocabulary,
};
use crate::render::site::escape::escaped;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::{Reference, Value};
use crate::render::words::{Value as Say, Words};
use std::fmt::Write as _;

/// The page of a session: everything that its record says.
pub(super) fn page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, session: &'a Session<EntryId>) {
    facts(draft, session);
    draft.lede(&session.summary);
    draft.section("notes", &session.notes);
    draft.body(entry);
    retrospective(draft, session);
    after_action_review(draft, session);
    sayings(draft, "moments", &session.moments);
    sayings(draft, "quotes", &session.quotes);
    draft.references("decisions", draft.reference_list(&session.decisions));
    let actions: Vec<Reference> = session.actions.iter().map(|id| draft.item(id)).collect();
    draft.references("actions", actions);
    skill_changes(draft, session);
    loose(draft, "lessons-learned", &session.lessons);
    loose(draft, "playbooks", &session.playbooks);
    rests_on_this(draft, entry, session);
}

fn facts(draft: &mut Draft<'_>, session: &Session<EntryId>) {
    let words = draft.site.words;
    if let Some(date) = session.date {
        let time = session.time.map(|time| words.time(time));
        let value = Value { text: words.date(date), date: Some(date.to_string()), note: time, ..Value::default() };
        draft.fact("date", vec![value]);
    }
    if let Some(minutes) = session.minutes {
        draft.fact_text("duration", words.duration(minutes));
    }
    draft.fact_word("type", session.session_type);
    draft.fact_word("method", session.method);
    let status = session.status_on(draft.site.publication.edition.today());
    if status != SessionStatus::Held {
        let text = words.word(status).into_owned();
        draft.fact("status", vec![Value { text, tone: Some(tone(status)), ..Value::default() }]);
    }
    draft.fact("projects", draft.values(&session.projects));
    draft.fact("facilitator", draft.values(&session.facilitators));
    let here: Vec<Value> = session
        .participants
        .iter()
        .map(|participant| Value { note: role_of(words, participant), ..draft.value(&participant.person) })
        .collect();
    // Who was asked to come was not there, where nothing took place.
    draft.fact(if status == SessionStatus::Held { "participants" } else { "invited" }, here);
    draft.fact("absent", draft.values(&session.absent));
    draft.fact("skills", draft.values(&session.skills));
    if let Some(feedback) = session.feedback {
        let score = feedback.score.map_or_else(|| draft.say("not-recorded"), |score| words.decimal(score, 1));
        let text = match feedback.responses {
            Some(responses) => words
                .say_with("feedback-of", &[("score", Say::Text(&score)), ("count", Say::Number(f64::from(responses)))]),
            None => score,
        };
        draft.fact_text("feedback", text);
    }
}

/// The role in which somebody was there, in the language of the site where it is a known one.
fn role_of(words: &Words, participant: &Participant<EntryId>) -> Option<String> {
    let written = participant.role.as_ref()?;
    Some(Role::parse(written).map_or_else(|| written.clone(), |role| words.word(role).into_owned()))
}

fn after_action_review<'a>(draft: &mut Draft<'a>, session: &'a Session<EntryId>) {
    let columns = [
        ("aar-expected", &session.expected),
        ("aar-actual", &session.actual),
        ("aar-why", &session.why),
        ("aar-sustain", &session.sustain),
        ("aar-improve", &session.improve),
    ];
    if columns.iter().all(|(_, prose)| prose.is_empty()) {
        return;
    }
    let (id, title) = draft.heading("after-action");
    let mut html = String::new();
    for (key, prose) in columns {
        column(draft, &draft.say(key), std::slice::from_ref(prose), &mut html);
    }
    push(draft, id, title, format!("<div class=\"board\">{html}</div>"));
}

fn retrospective<'a>(draft: &mut Draft<'a>, session: &'a Session<EntryId>) {
    let Some(retrospective) = &session.retrospective else { return };
    let (id, title) = draft.heading("retrospective");
    let mut html = String::new();
    for (name, notes) in &retrospective.columns {
        let mut title = name.replace('_', " ");
        if let Some(first) = title.get(..1) {
            title.replace_range(..1, &first.to_uppercase());
        }
        column(draft, &title, notes, &mut html);
    }
    push(draft, id, title, format!("<div class=\"board\">{html}</div>"));
}

fn column<'a>(draft: &mut Draft<'a>, title: &str, notes: &'a [Prose<EntryId>], html: &mut String) {
    let notes: Vec<&Prose<EntryId>> = notes.iter().filter(|note| !note.is_empty()).collect();
    if notes.is_empty() {
        return;
    }
    write!(html, "<section><h3>{}</h3>", escaped(title)).expect("writing to a String cannot fail");
    if let [note] = notes.as_slice() {
        html.push_str(&draft.writer.blocks(note, 4));
    } else {
        html.push_str("<ul>");
        for note in notes {
            write!(html, "<li>{}</li>", draft.writer.line(note)).expect("writing to a String cannot fail");
        }
        html.push_str("</ul>");
    }
    html.push_str("</section>");
}

fn push(draft: &mut Draft<'_>, id: String, title: String, html: String) {
    draft.sheet.parts.push(crate::render::site::view::Part { id, title, html, ..Default::default() });
}

fn loose<'a>(draft: &mut Draft<'a>, key: &str, references: &'a [LooseReference<EntryId>]) {
    if references.is_empty() {
        return;
    }
    let (id, title) = draft.heading(key);
    let mut html = String::from("<ul>");
    for reference in references {
        let item = match reference {
            LooseReference::Record(record) => draft.site.anchor(draft.path, record),
            LooseReference::Text(text) => draft.writer.line(text),
        };
        write!(html, "<li>{item}</li>").expect("writing to a String cannot fail");
    }
    html.push_str("</ul>");
    draft.sheet.parts.push(crate::render::site::view::Part { id, title, html, prose: true, ..Default::default() });
}

fn skill_changes<'a>(draft: &mut Draft<'a>, session: &'a Session<EntryId>) {
    let is_held = session.status_on(draft.site.publication.edition.today()) == SessionStatus::Held;
    // What was to be learned in a session that did not take place was not learned there.
    if session.skill_changes.is_empty() || !is_held {
        return;
    }
    let (id, title) = draft.heading("skill-changes");
    let columns = [
        Column::new(&draft.say("field-person")),
        Column::new(&draft.say("field-skill")),
        Column::new(&draft.say("field-before")),
        Column::new(&draft.say("field-after")).wrap(),
    ];
    let rows: Vec<Row> = session
        .skill_changes
        .iter()
        .map(|change| Row {
            id: None,
            cells: vec![
                Cell::html(draft.site.anchor(draft.path, &change.person)),
                Cell::html(draft.site.anchor(draft.path, &change.skill)),
                Cell::html(draft.site.level(change.from, None)),
                Cell::html(draft.site.level(change.to, change.from)).below(&draft.writer.line(&change.evidence)),
            ],
        })
        .collect();
    let html = table(draft.site.words, "", &columns, &rows, false);
    push(draft, id, title, html);
}

fn sayings<'a>(draft: &mut Draft<'a>, key: &str, sayings: &'a [Saying<EntryId>]) {
    if sayings.is_empty() {
        return;
    }
    let (id, title) = draft.heading(key);
    let mut html = String::new();
    for saying in sayings {
        html.push_str("<blockquote class=\"quote\">");
        html.push_str(&draft.writer.blocks(&saying.text, 4));
        if let Some(person) = &saying.person {
            write!(html, "<footer>{}</footer>", draft.site.anchor(draft.path, person))
                .expect("writing to a String cannot fail");
        }
        html.push_str("</blockquote>");
    }
    push(draft, id, title, html);
}

/// What else rests on the session: what its own record names stands above.
fn rests_on_this(draft: &mut Draft<'_>, entry: &Entry<EntryId>, session: &Session<EntryId>) {
    let named = |id: &EntryId| {
        let loose = session.lessons.iter().chain(&session.playbooks);
        let mut records = loose.filter_map(|reference| match reference {
            LooseReference::Record(record) => Some(record),
            LooseReference::Text(_) => None,
        });
        session.decisions.contains(id) || session.actions.contains(id) || records.any(|record| record == id)
    };
    let changed = |person: &EntryId, skill: &EntryId| {
        session.skill_changes.iter().any(|change| change.person == *person && change.skill == *skill)
    };
    let references: Vec<Reference> = draft
        .site
        .publication
        .insights
        .provenance
        .on(&entry.id)
        .filter(|claim| match claim {
            Claim::Record(id) => !named(id),
            Claim::Level { person, skill } => !changed(person, skill),
        })
        .map(|claim| match claim {
            Claim::Record(id) => Reference { when: draft.site.words.kind(id.kind).into_owned(), ..draft.reference(id) },
            Claim::Level { person, skill } => Reference {
                title: draft.site.title(person),
                url: draft.site.routes.href(draft.path, person),
                when: draft.say("kind-skill"),
                note: link_html(&draft.site.routes.href(draft.path, skill), &draft.site.title(skill)),
                mark: String::new(),
            },
        })
        .collect();
    draft.references("rests-on-this", references);
}
