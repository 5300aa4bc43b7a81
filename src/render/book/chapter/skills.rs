use super::super::composer::{Composer, text};
use super::super::facts::{Facts, capitalised};
use super::super::tree::{Block, Chapter, Inline, Row};
use crate::insight::{Cell, Holding, evidence_texts};
use crate::model::{Entry, EntryId, Kind, Level, Skill, View};

/// Who could do what, and who can now.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let mut intro = composer.introduction("skills", Some(Kind::Skill));
    intro.extend(composer.own_view(View::SkillsMatrix));
    intro.extend(composer.own_view(View::Coverage));
    intro.extend(coverage(composer));
    let mut sections = Vec::new();
    for (entry, skill) in publication.edition.skills() {
        let blocks = section(composer, entry, skill);
        sections.push(composer.section(entry, blocks));
    }
    composer.chapter("skills", intro, sections)
}

fn coverage(composer: &mut Composer<'_>) -> Vec<Block> {
    let publication = composer.publication;
    let Some(coverage) = publication.insights.known_coverage() else { return Vec::new() };
    let rows = coverage
        .skills
        .iter()
        .map(|(id, skill)| Row {
            id: None,
            cells: vec![
                composer.link(id),
                holding(composer, &skill.after_exit),
                holding(composer, &skill.with_consultants),
                text(skill.required_holders.to_string()),
            ],
        })
        .collect();
    let heads = ["field-skill", "field-coverage", "field-coverage-with", "field-required-holders"];
    composer.table(&heads, rows).into_iter().collect()
}

fn holding(composer: &Composer<'_>, holding: &Holding) -> Vec<Inline> {
    let state = composer.words.say(&format!("coverage-{}", holding.state.as_str().replace('_', "-")));
    text(composer.words.with_more(&state, &holding.count.to_string()))
}

fn section(composer: &mut Composer<'_>, entry: &Entry<EntryId>, skill: &Skill<EntryId>) -> Vec<Block> {
    let publication = composer.publication;
    let insights = publication.insights;
    let mut facts = Facts::default();
    facts.add(composer, "field-family", composer.value(skill.family));
    if let Some(coverage) = insights.known_coverage().and_then(|coverage| coverage.skills.get(&entry.id)) {
        facts.add(composer, "field-required-level", text(capitalised(&composer.words.word(coverage.required_level))));
        facts.add(composer, "field-coverage", holding(composer, &coverage.after_exit));
        facts.add(composer, "field-holders-staying", composer.links(&coverage.after_exit.holders));
    }
    if let Some(teachers) = insights.known_teaching().and_then(|teaching| teaching.skills.get(&entry.id)) {
        facts.add(composer, "field-teachers", composer.links(&teachers.all));
    }
    facts.add(composer, "field-playbooks", composer.links(&skill.playbooks));
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    blocks.extend(composer.prose(&skill.description, &entry.id));
    blocks.extend(levels(composer, &entry.id));
    blocks.extend(composer.prose(&entry.body, &entry.id));
    blocks
}

fn levels(composer: &mut Composer<'_>, skill: &EntryId) -> Option<Block> {
    let publication = composer.publication;
    let matrix = publication.insights.skills_matrix.as_ref()?;
    let mut rows = Vec::new();
    for ((person, of), cell) in &matrix.cells {
        if of != skill {
            continue;
        }
        let evidence = evidence(composer, (person, skill), cell);
        let cells = vec![composer.link(person), level(composer, cell.before), level(composer, cell.after), evidence];
        rows.push(Row { id: None, cells });
    }
    composer.table(&["field-person", "field-before", "field-after", "field-evidence"], rows)
}

/// What a level rests on: the kind of evidence and the day, what records say of it, and the sessions.
fn evidence(composer: &mut Composer<'_>, (person, skill): (&EntryId, &EntryId), cell: &Cell) -> Vec<Inline> {
    let kind = cell.evidence_level.map(|kind| composer.words.word(kind).into_owned());
    let day = cell.assessed_on.map(|day| composer.words.date(day));
    let judged = match (kind, day) {
        (Some(kind), Some(day)) => Some(composer.words.with_more(&kind, &day)),
        (kind, day) => kind.or(day),
    };
    let mut parts: Vec<Vec<Inline>> = judged.map(text).into_iter().collect();
    for text in evidence_texts(composer.publication.edition, person, skill) {
        parts.push(composer.cell(text, skill));
    }
    let sessions: Vec<Inline> = cell.evidence.iter().map(|session| composer.note(session)).collect();
    if !sessions.is_empty() {
        parts.push(sessions);
    }
    parts.join(&Inline::Break)
}

/// A level as number and word.
pub(in crate::render::book) fn level(composer: &Composer<'_>, level: Option<Level>) -> Vec<Inline> {
    match level {
        Some(level) => text(format!("{} {}", level.number(), composer.words.word(level))),
        None => composer.not_recorded(),
    }
}
