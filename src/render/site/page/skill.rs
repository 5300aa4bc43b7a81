use super::{Draft, status_html};
use crate::insight::{CoverageState, Holding};
use crate::model::{Entry, EntryId, Level, Skill};
use crate::render::site::Site;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::Value;
use crate::render::words::Value as Say;

/// The page of a skill: who holds it, who can teach it, how it was trained.
pub(super) fn page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, skill: &'a Skill<EntryId>) {
    draft.lede(&skill.description);
    let site = draft.site;
    let insights = site.publication.insights;
    draft.fact_word("family", skill.family);
    if skill.critical {
        draft.fact_text("critical", draft.say("yes"));
    }
    let coverage = insights.known_coverage();
    if let Some(coverage) = coverage.and_then(|coverage| coverage.skills.get(&entry.id)) {
        draft.fact_text("required-level", site.level_words(coverage.required_level));
        draft.fact_text("required-holders", coverage.required_holders.to_string());
        let value = |holding: &Holding| Value {
            text: site.words.say(coverage_key(holding.state)).into_owned(),
            tone: Some(coverage_tone(holding.state)),
            note: Some(site.words.count("people-count", holding.count)),
            ..Value::default()
        };
        draft.fact("coverage", vec![value(&coverage.after_exit)]);
        draft.fact("coverage-with", vec![value(&coverage.with_consultants)]);
    }
    let teaching = insights.known_teaching();
    if let Some(teachers) = teaching.and_then(|teaching| teaching.skills.get(&entry.id)) {
        if teachers.staying_count == 0 {
            let text = draft.say("nobody");
            draft.fact("teachers", vec![Value { text, tone: Some("warn"), ..Value::default() }]);
        } else if teachers.staying.is_empty() {
            draft.fact_text("teachers", site.words.count("people-count", teachers.staying_count));
        } else {
            draft.fact("teachers", draft.values(&teachers.staying));
        }
    }
    draft.body(entry);
    holders(draft, entry);
    if let Some(training) = insights.training.skills.get(&entry.id) {
        let values = [
            ("sessions", site.words.count("sessions-count", training.sessions)),
            ("people", site.words.count("people-count", training.people)),
            (
                "hours",
                match training.minutes {
                    0 => draft.say("not-recorded"),
                    minutes => site.words.duration(minutes as u32),
                },
            ),
        ];
        for (name, text) in values {
            draft.fact_text(name, text);
        }
    }
    let mut playbooks: Vec<EntryId> = skill.playbooks.clone();
    for (playbook, record) in site.publication.edition.playbooks() {
        if record.skills.contains(&entry.id) && !playbooks.contains(&playbook.id) {
            playbooks.push(playbook.id.clone());
        }
    }
    let mut references = draft.reference_list(&playbooks);
    for reference in &mut references {
        reference.when.clear();
    }
    draft.references("learn-it-by", references);
    let mut sessions: Vec<(Option<jiff::civil::Date>, &EntryId)> = site
        .publication
        .edition
        .sessions()
        .filter(|(_, session)| session.skills.contains(&entry.id))
        .map(|(session, record)| (record.date, &session.id))
        .collect();
    sessions.sort();
    draft.references("trained-in", draft.reference_list(sessions.into_iter().rev().take(50).map(|(_, id)| id)));
}

fn holders(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let site = draft.site;
    let Some(matrix) = &site.publication.insights.skills_matrix else { return };
    let mut cells: Vec<_> = matrix.cells.iter().filter(|((_, skill), _)| *skill == entry.id).collect();
    cells.sort_by_key(|((person, _), cell)| (std::cmp::Reverse(cell.after), !cell.stays, site.title(person)));
    if cells.is_empty() {
        sums(draft, entry);
        return;
    }
    let columns = [
        Column::new(&draft.say("field-person")),
        Column::new(&draft.say("field-stays")),
        Column::new(&draft.say("field-before")),
        Column::new(&draft.say("field-after")).wrap(),
    ];
    let rows: Vec<Row> = cells
        .into_iter()
        .map(|((person, _), cell)| Row {
            id: None,
            cells: vec![
                Cell::html(site.anchor(draft.path, person)),
                Cell::html(super::person::stays_html(draft, person)),
                Cell::html(site.level(cell.before, None)),
                Cell::html(site.level(cell.after, cell.before))
                    .below(&super::person::recorded(draft, (person, &entry.id), cell))
                    .below(&site.anchors(draft.path, &cell.evidence)),
            ],
        })
        .collect();
    let html = table(site.words, "", &columns, &rows, false);
    draft.markup("holders", html);
}

/// Where nobody is named: how many stand at each level.
fn sums(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let site = draft.site;
    let Some(sums) = site.publication.insights.skills_matrix.as_ref().and_then(|matrix| matrix.sums.get(&entry.id))
    else {
        return;
    };
    let columns = [
        Column::new(&draft.say("field-level")),
        Column::new(&draft.say("field-before")).number(),
        Column::new(&draft.say("field-after")).number(),
    ];
    let rows: Vec<Row> = (0_u8..5)
        .filter_map(|number| {
            let place = usize::from(number);
            let level = site.level_words(Level::from_number(number)?);
            let cells = vec![
                Cell::text(&level),
                Cell::text(&sums.before[place].to_string()),
                Cell::text(&sums.after[place].to_string()),
            ];
            Some(Row { id: None, cells })
        })
        .collect();
    let html = table(site.words, "", &columns, &rows, false);
    draft.markup("holders", html);
}

/// The word for how well a skill is held.
pub(super) fn coverage_key(state: CoverageState) -> &'static str {
    match state {
        CoverageState::Gap => "coverage-gap",
        CoverageState::SingleHolder => "coverage-single-holder",
        CoverageState::Thin => "coverage-thin",
        CoverageState::Covered => "coverage-covered",
    }
}

/// How that is meant.
pub(super) fn coverage_tone(state: CoverageState) -> &'static str {
    match state {
        CoverageState::Gap => "bad",
        CoverageState::SingleHolder | CoverageState::Thin => "warn",
        CoverageState::Covered => "ok",
    }
}

/// How well a skill is held, as mark-up: with its one holder named where there is one.
pub(super) fn coverage_html(site: &Site<'_>, holding: &Holding) -> String {
    let mut text = site.words.say(coverage_key(holding.state)).into_owned();
    if let [only] = holding.holders.as_slice() {
        text = site
            .words
            .say_with("coverage-only", &[("state", Say::Text(&text)), ("person", Say::Text(&site.title(only)))]);
    }
    status_html(coverage_tone(holding.state), &text)
}
