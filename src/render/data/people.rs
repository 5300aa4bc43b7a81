use super::table::{Column, Facts, Row, Table};
use super::value::Value;
use crate::insight::{Attendance, Cell, SkillCoverage};
use crate::model::{EntryId, Level, Person, Skill, SkillRecord};

pub(super) fn people(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Person<EntryId>>>> = vec![
        Column::new("organisation", |_, row| row.record.organisation.as_ref().into()),
        Column::new("role", |_, row| Value::word(row.record.role)),
        Column::new("title", |_, row| row.record.job_title.as_ref().into()),
        Column::new("aliases", |_, row| (&row.record.names).into()),
        Column::new("stays_after_exit", |_, row| row.record.stays_after_exit.into()),
        Column::new("contact", |_, row| row.record.contact.as_ref().into()),
        Column::named_ratings("skills", |_, row| {
            Value::list(&row.record.skills, |record| skill_record("skill", &record.skill, record))
        }),
        Column::new("sessions", |facts, row| attendance(facts, row).map_or(0, |known| known.sessions.len()).into()),
        Column::new("hours", |facts, row| attendance(facts, row).map_or(Some(0.0), Attendance::hours).into()),
        Column::new("stays", |facts, row| facts.insights.staying.includes(&row.entry.id).into()),
        Column::named_ratings("sole_holder_of", |facts, row| {
            facts.insights.coverage.as_ref().map(|coverage| Value::ids(coverage.sole_holder_of(&row.entry.id))).into()
        }),
    ];
    facts.register("name", columns, facts.edition.people())
}

fn attendance<'a>(facts: &Facts<'a>, row: &Row<'_, Person<EntryId>>) -> Option<&'a Attendance> {
    facts.insights.training.people.get(&row.entry.id)
}

fn skill_record(other: &str, of: &EntryId, record: &SkillRecord<EntryId>) -> Value {
    Value::object([
        (other, of.into()),
        ("before", record.before.into()),
        ("after", record.after.into()),
        ("target", record.target.into()),
        ("assessed_on", record.assessed_on.into()),
        ("evidence", evidence(record)),
        ("evidence_level", Value::word(record.evidence_level)),
    ])
}

/// The sessions that show it, and the text where there is one.
fn evidence(record: &SkillRecord<EntryId>) -> Value {
    let text = Some(Value::from(&record.evidence)).filter(|text| !matches!(text, Value::Null));
    Value::List(record.sessions.iter().map(Value::from).chain(text).collect())
}

pub(super) fn skills(facts: &Facts<'_>) -> Table {
    let columns: Vec<Column<Row<'_, Skill<EntryId>>>> = vec![
        Column::new("family", |_, row| Value::word(row.record.family)),
        Column::ratings("required_level", |_, row| row.record.required_level.unwrap_or(Level::Independent).into()),
        Column::ratings("required_holders", |_, row| row.record.required_holders.unwrap_or(2).into()),
        Column::new("description", |_, row| (&row.record.description).into()),
        Column::new("critical", |_, row| row.record.critical.into()),
        Column::new("playbooks", |_, row| Value::ids(&row.record.playbooks)),
        Column::named_ratings("records", |_, row| {
            Value::list(&row.record.records, |record| skill_record("person", &record.person, record))
        }),
        Column::named_ratings("holders", |facts, row| {
            coverage(facts, row).map(|skill| Value::ids(&skill.with_consultants.holders)).into()
        }),
        Column::named_ratings("holders_staying", |facts, row| {
            coverage(facts, row).map(|skill| Value::ids(&skill.after_exit.holders)).into()
        }),
        Column::named_ratings("teachers", |facts, row| {
            let teaching = facts.insights.teaching.as_ref();
            teaching.and_then(|teaching| teaching.skills.get(&row.entry.id)).map(|known| Value::ids(&known.all)).into()
        }),
        Column::ratings("coverage", |facts, row| {
            coverage(facts, row).map(|skill| Value::text(skill.after_exit.state.as_str())).into()
        }),
        Column::ratings("coverage_with_consultants", |facts, row| {
            coverage(facts, row).map(|skill| Value::text(skill.with_consultants.state.as_str())).into()
        }),
    ];
    facts.register("name", columns, facts.edition.skills())
}

fn coverage<'a>(facts: &Facts<'a>, row: &Row<'_, Skill<EntryId>>) -> Option<&'a SkillCoverage> {
    facts.insights.coverage.as_ref().and_then(|coverage| coverage.skills.get(&row.entry.id))
}

/// The skills matrix; none where the edition shows no levels of named people.
pub(super) fn skills_matrix(facts: &Facts<'_>) -> Option<Table> {
    type Of<'a> = (&'a (EntryId, EntryId), &'a Cell);
    let matrix = facts.insights.skills_matrix.as_ref()?;
    if facts.edition.ratings() != crate::model::RatingDetail::Person {
        return None;
    }
    let columns: Vec<Column<Of<'_>>> = vec![
        Column::new("person", |_, ((person, _), _)| person.into()),
        Column::new("skill", |_, ((_, skill), _)| skill.into()),
        Column::new("before", |_, (_, cell)| cell.before.into()),
        Column::new("after", |_, (_, cell)| cell.after.into()),
        Column::new("target", |_, (_, cell)| cell.target.into()),
        Column::new("evidence", |_, (_, cell)| Value::ids(&cell.evidence)),
        Column::new("evidence_level", |_, (_, cell)| Value::word(cell.evidence_level)),
        Column::new("stays", |_, (_, cell)| cell.stays.into()),
    ];
    Some(facts.table(columns, matrix.cells.iter()))
}
