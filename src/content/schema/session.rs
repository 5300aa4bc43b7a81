use super::Outset;
use crate::content::fields::{Fields, mapping};
use crate::content::order;
use crate::content::reading::{Reading, Secrecy, field_name};
use crate::content::record;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{
    Feedback, Kind, Mention, Participant, Prose, Retrospective, RetrospectiveFormat, Saying, Session, SkillChange, date,
};
use jiff::civil::{Date, DateTime, Time};

pub(super) fn read(fields: &mut Fields<'_, '_>, outset: &mut Outset<'_>) -> Session<Mention> {
    let (date, time) = when(fields, outset);
    let mut participants = fields.list("participants", participant);
    fields.ask_about_doubles("participants", participants.iter().map(|participant| &participant.person));
    let mut facilitators = Vec::new();
    for facilitator in fields.list("facilitator", participant) {
        facilitators.push(facilitator.person.clone());
        // One who is written with a role or an organisation is there with these.
        if facilitator.role.is_some() || facilitator.organisation.is_some() {
            participants.push(facilitator);
        }
    }
    let session = Session {
        date,
        time,
        minutes: minutes(fields, date, time),
        session_type: fields.word("type"),
        status: fields.word("status"),
        participants,
        facilitators,
        absent: fields.mentions("absent"),
        projects: fields.mentions("project"),
        skills: fields.mentions("skills"),
        method: fields.word("method"),
        summary: fields.prose("summary"),
        notes: fields.prose("notes"),
        // Both are filled in once the parts of all sessions have their ids.
        decisions: Vec::new(),
        actions: Vec::new(),
        lessons: fields.list("lessons", Reading::loose),
        playbooks: fields.list("playbooks", Reading::loose),
        skill_changes: fields.list("skill_changes", skill_change),
        retrospective: fields.mapping("retro", "format, columns", retrospective),
        expected: fields.prose("expected"),
        actual: fields.prose("actual"),
        why: fields.prose("why"),
        sustain: fields.prose("sustain"),
        improve: fields.prose("improve"),
        moments: fields.list("moments", saying),
        quotes: fields.list("quotes", saying),
        feedback: fields.get("feedback", feedback),
    };
    let circles = fields.reading.circles;
    for (name, kind) in [("decisions", Kind::Decision), ("actions", Kind::OpenItem)] {
        let parts = fields
            .list(name, |reading, node, path| record::read_part(reading, circles, node, path, kind, session.date));
        outset.parts.extend(parts);
    }
    session
}

/// The day and the hour; the day may stand in the name of the file.
fn when(fields: &mut Fields<'_, '_>, outset: &Outset<'_>) -> (Option<Date>, Option<Time>) {
    if fields.has("date") {
        let (date, time) = fields.get("date", Reading::date_time).unzip();
        return (date, time.flatten());
    }
    let in_name = outset.setting.day_in_name;
    if in_name.is_none() && !outset.setting.is_salvaged {
        let misspelt = fields.misspelt("date");
        let complaint = match misspelt {
            Some(key) => {
                let written = key.words().unwrap_or_default();
                let message = format!("this session has no `date`, and `{written}` is no key");
                Diagnostic::error(Code::MissingField, fields.reading.span(key), message).hint("write `date`")
            }
            None => Diagnostic::error(Code::MissingField, outset.setting.span.clone(), "this session has no `date`")
                .hint("write `date: 2025-06-12`, or begin the file's name with the day"),
        };
        fields.reading.report.push(complaint);
        fields.forget(misspelt);
    }
    (in_name, None)
}

/// How long it took: as written, else from its beginning to its end.
fn minutes(fields: &mut Fields<'_, '_>, date: Option<Date>, time: Option<Time>) -> Option<u32> {
    let written = fields.get("duration", Reading::duration);
    let Some(node) = fields.take("end") else { return written };
    let path = fields.path_of("end");
    let words = node.words().unwrap_or_default().trim().to_owned();
    let Some(date) = date else { return written };
    let end = if words.len() <= 8 && words.contains(':') {
        match date::time(&words) {
            Ok(time) => date.to_datetime(time),
            Err(advice) => {
                let message = format!("\"{words}\" in `end` is no time of day");
                let place = fields.reading.span(node);
                fields.reading.report.push(Diagnostic::error(Code::InvalidDate, place, message).hint(advice));
                return written;
            }
        }
    } else {
        let Some((day, time)) = fields.reading.date_time(node, &path) else { return written };
        let Some(time) = time else {
            return whole_days(fields, node, date, day, written);
        };
        day.to_datetime(time)
    };
    let Some(time) = time else {
        if written.is_none() {
            let place = fields.reading.span(node);
            fields.reading.report.push(
                Diagnostic::warning(Code::ExpectedField, place, "`end` says little where `date` has no time of day")
                    .hint("write `date: 2025-06-12 09:30`, or `duration: 90m`"),
            );
        }
        return written;
    };
    let start: DateTime = date.to_datetime(time);
    let Some(minutes) = date::minutes_between(start, end) else { return written };
    if minutes <= 0 {
        ends_too_early(fields, node);
        return written;
    }
    written.or_else(|| u32::try_from(minutes).ok())
}

/// An end without a time of day says on which day it was over, not how long it took.
fn whole_days(fields: &mut Fields<'_, '_>, node: &Node, start: Date, end: Date, written: Option<u32>) -> Option<u32> {
    if end < start {
        ends_too_early(fields, node);
    }
    written
}

fn ends_too_early(fields: &mut Fields<'_, '_>, node: &Node) {
    let place = fields.reading.span(node);
    let date = fields.reading.places.get("date").cloned();
    let complaint = Diagnostic::error(Code::EndBeforeStart, place, "this session ends before it begins");
    let complaint = match date {
        Some(date) => complaint.related(date, "it begins here"),
        None => complaint,
    };
    fields.reading.report.push(complaint.hint("after midnight, write the day too: 2025-06-13 00:30"));
}

fn participant<'a>(reading: &mut Reading<'a>, node: &'a Node, path: &str) -> Option<Participant<Mention>> {
    const KEYS: &str = "person, role, organisation";
    if !matches!(node.value, Value::Mapping(_)) {
        let person = reading.mention(node, path)?;
        return Some(Participant { person, role: None, organisation: None });
    }
    mapping(reading, node, path, KEYS, |fields| {
        let (person, role, organisation) =
            (fields.mention("person"), fields.line("role"), fields.mention("organisation"));
        if person.is_none() {
            missing(fields, path, "person", KEYS);
        }
        person.map(|person| Participant { person, role, organisation })
    })?
}

fn skill_change<'a>(reading: &mut Reading<'a>, node: &'a Node, path: &str) -> Option<SkillChange<Mention>> {
    const KEYS: &str = "person, skill, from, to, evidence";
    mapping(reading, node, path, KEYS, |fields| {
        let (person, skill) = (fields.mention("person"), fields.mention("skill"));
        let is_open = !fields.has("to");
        let (from, to) = (fields.get("from", Reading::level), fields.get("to", Reading::level));
        if is_open && person.is_some() && skill.is_some() {
            leads_nowhere(fields);
        }
        let evidence = fields.prose("evidence");
        let who = person.as_ref().map_or("somebody", |person| &person.text).to_owned();
        order::levels(fields, ("from", from), ("to", to), &who);
        match (person, skill) {
            (Some(person), Some(skill)) => Some(SkillChange { person, skill, from, to, evidence }),
            (None, _) => {
                missing(fields, path, "person", KEYS);
                None
            }
            (_, None) => {
                missing(fields, path, "skill", KEYS);
                None
            }
        }
    })
    .flatten()
}

/// A change says what somebody can do since.
fn leads_nowhere(fields: &mut Fields<'_, '_>) {
    let misspelt = fields.misspelt("to");
    let place = misspelt.map_or_else(|| fields.place(), |key| fields.reading.span(key));
    fields.forget(misspelt);
    let complaint = Diagnostic::warning(Code::ExpectedField, place, "this change of a skill has no `to`");
    fields.reading.report.push(complaint.hint("write the level after the session: `to: 3`"));
}

fn missing(fields: &mut Fields<'_, '_>, path: &str, key: &'static str, keys: &str) {
    let message = format!("an item of `{}` has no `{key}`", field_name(path));
    fields.lacks(key, message, keys);
}

fn saying<'a>(reading: &mut Reading<'a>, node: &'a Node, path: &str) -> Option<Saying<Mention>> {
    const KEYS: &str = "text, person";
    if !matches!(node.value, Value::Mapping(_)) {
        return reading.prose(node, path).map(|text| Saying { text, person: None });
    }
    mapping(reading, node, path, KEYS, |fields| {
        let (text, person) = (fields.prose("text"), fields.mention("person"));
        if text.is_empty() && !fields.reading.places.contains_key(&fields.path_of("text")) {
            missing(fields, path, "text", KEYS);
            return None;
        }
        Some(Saying { text, person })
    })
    .flatten()
}

fn retrospective(fields: &mut Fields<'_, '_>) -> Retrospective<Mention> {
    let format: Option<RetrospectiveFormat> = fields.word("format");
    let columns = fields.get("columns", |reading, node, path| {
        if !matches!(node.value, Value::Mapping(_)) {
            let complaint = reading
                .wrong_type(node, path, "a mapping")
                .hint("write each column's name, a colon, and the list of its notes");
            reading.report.push(complaint);
            return None;
        }
        let mut columns = Vec::new();
        for (key, value) in node.pairs() {
            let name = key.words().unwrap_or_default().trim().to_owned();
            match Secrecy::of(&name) {
                Some(Secrecy::Internal) => reading.remark(value, path),
                Some(Secrecy::Audience) => reading.misplaced_audience(key),
                _ => {
                    check_column(reading, key, format);
                    columns.push((name, notes(reading, value, path)));
                }
            }
        }
        Some(columns)
    });
    if let Some(key) = fields.unasked().filter(|_| columns.is_none()) {
        let message = "the notes of a retrospective stand under `columns`";
        let place = fields.reading.span(key);
        fields.reading.report.push(
            Diagnostic::error(Code::UnknownKey, place, message)
                .hint("write `columns:` above it, and indent the columns"),
        );
    }
    Retrospective { format, columns: columns.unwrap_or_default() }
}

/// Columns are named as their authors like; one that is nearly a column of the format is a slip.
fn check_column(reading: &mut Reading<'_>, key: &Node, format: Option<RetrospectiveFormat>) {
    let usual: &[&str] = match format {
        Some(RetrospectiveFormat::StartStopContinue) => &["start", "stop", "continue"],
        Some(RetrospectiveFormat::FourLs) => &["liked", "learned", "lacked", "longed_for"],
        Some(RetrospectiveFormat::Sailboat) => &["wind", "anchors", "rocks", "island"],
        Some(RetrospectiveFormat::MadSadGlad) => &["mad", "sad", "glad"],
        Some(RetrospectiveFormat::WentWellImprove) => &["went_well", "improve"],
        None => return,
    };
    let name = key.words().unwrap_or_default().trim().to_lowercase().replace(['-', ' '], "_");
    // One anchor is as good as several.
    let is_usual = |usual: &&str| usual.trim_end_matches('s') == name.trim_end_matches('s');
    if usual.iter().any(is_usual) {
        return;
    }
    if let Some(near) = nearest(&name, usual.iter().copied()) {
        let message = format!("`{name}` is no column of this format");
        let place = reading.span(key);
        let complaint = Diagnostic::warning(Code::UnknownKey, place, message);
        reading.report.push(complaint.hint(format!("did you mean `{near}`?")));
    }
}

/// The notes of a column: a list of texts, one text, or nothing.
fn notes(reading: &mut Reading<'_>, node: &Node, path: &str) -> Vec<Prose<Mention>> {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    items.iter().filter_map(|item| reading.prose(item, path)).collect()
}

/// `{score, responses}`, or the score alone.
fn feedback<'a>(reading: &mut Reading<'a>, node: &'a Node, path: &str) -> Option<Feedback> {
    if !matches!(node.value, Value::Mapping(_)) {
        return Some(Feedback { score: Some(reading.number(node, path)?), responses: None });
    }
    mapping(reading, node, path, "score, responses", |fields| Feedback {
        score: fields.get("score", Reading::number),
        responses: fields.get("responses", |reading, node, path| reading.integer(node, path, 0..=1_000_000)),
    })
}
