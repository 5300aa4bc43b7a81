use super::{Draft, status_html};
use crate::insight::evidence_texts;
use crate::model::{Entry, EntryId, Level, Person, PlaybookStatus};
use crate::render::site::escape::escaped;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::{Reference, Value};
use std::collections::BTreeSet;

/// The page of a person: what they take along, where they were, what is theirs.
pub(super) fn page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, person: &'a Person<EntryId>) {
    facts(draft, entry, person);
    draft.body(entry);
    levels(draft, entry);
    teach_next(draft, entry);
    read_next(draft, entry);
    owns(draft, entry);
    attended(draft, entry);
}

fn facts(draft: &mut Draft<'_>, entry: &Entry<EntryId>, person: &Person<EntryId>) {
    let site = draft.site;
    let insights = site.publication.insights;
    if let Some(role) = person.role {
        let url = site.routes.role(role).map(|page| site.href(draft.path, page));
        draft.fact("role", vec![Value { text: site.words.word(role).into_owned(), url, ..Value::default() }]);
        draft.sheet.page.label = site.words.word(role).into_owned();
    }
    draft.fact_text("job-title", person.job_title.clone().unwrap_or_default());
    draft.fact("organisation", draft.values(&person.organisation));
    let stays = insights.staying.includes(&entry.id);
    let text = draft.say(if stays { "stays-after" } else { "leaves-after" });
    draft.fact("after-exit", vec![Value { text, tone: Some(if stays { "ok" } else { "warn" }), ..Value::default() }]);
    if let Some(contact) = &person.contact {
        let is_address = contact.contains('@') && !contact.contains(char::is_whitespace);
        let url = if is_address { crate::render::site::address::outside(&format!("mailto:{contact}")) } else { None };
        draft.fact("contact", vec![Value { text: contact.clone(), url, ..Value::default() }]);
    }
    if let Some(attendance) = insights.training.people.get(&entry.id) {
        let sessions = site.words.count("sessions-count", attendance.sessions.len());
        draft.fact_text(
            "sessions",
            match attendance.minutes {
                0 => sessions,
                minutes => [sessions, site.words.duration(minutes as u32)].join(&site.words.say("list-comma")),
            },
        );
    }
    if let Some(pack) = crate::render::book::pack_of(site.publication, &entry.id) {
        let text = format!("{} (PDF)", draft.say("what-you-take"));
        let url = Some(site.href(draft.path, &pack));
        draft.fact("takeaway", vec![Value { text, url, ..Value::default() }]);
    }
    if let Some(coverage) = insights.known_coverage() {
        let sole: Vec<Value> = coverage
            .sole_holder_of(&entry.id)
            .map(|skill| Value { tone: Some("warn"), ..draft.value(skill) })
            .collect();
        draft.fact("sole-holder", sole);
    }
}

fn levels(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let site = draft.site;
    let Some(matrix) = &site.publication.insights.skills_matrix else { return };
    let columns = [
        Column::new(&draft.say("field-skill")),
        Column::new(&draft.say("field-before")),
        Column::new(&draft.say("field-after")).wrap(),
    ];
    let rows: Vec<Row> = matrix
        .of_person(&entry.id)
        .map(|(skill, cell)| Row {
            id: None,
            cells: vec![
                Cell::html(site.anchor(draft.path, skill)),
                Cell::html(site.level(cell.before, None)),
                Cell::html(site.level(cell.after, cell.before))
                    .below(&wanted(draft, cell))
                    .below(&recorded(draft, (&entry.id, skill), cell))
                    .below(&site.anchors(draft.path, &cell.evidence)),
            ],
        })
        .collect();
    if !rows.is_empty() {
        let html = table(site.words, "", &columns, &rows, false);
        draft.markup("takes-along", html);
    }
}

/// What records of the level say of its evidence, as mark-up: its kind, the day, and the text.
pub(super) fn recorded(
    draft: &mut Draft<'_>,
    (person, skill): (&EntryId, &EntryId),
    cell: &crate::insight::Cell,
) -> String {
    let site = draft.site;
    let kind = cell.evidence_level.map(|kind| escaped(&site.words.word(kind)));
    let day = cell.assessed_on.map(|day| site.time(day));
    let judged = match (kind, day) {
        (Some(kind), Some(day)) => Some(site.words.with_more(&kind, &day)),
        (kind, day) => kind.or(day),
    };
    let texts = evidence_texts(site.publication.edition, person, skill);
    let texts = texts.into_iter().map(|text| draft.writer.line(text));
    judged.into_iter().chain(texts).map(|part| format!("<div>{part}</div>")).collect()
}

/// The level that is still to be reached, as mark-up; empty where it is reached, or none was set.
fn wanted(draft: &Draft<'_>, cell: &crate::insight::Cell) -> String {
    let open = cell.target.filter(|target| cell.after.is_none_or(|after| after < *target));
    open.map_or(String::new(), |target| {
        let label = draft.say("field-target");
        status_html("warn", &draft.site.words.labelled(&label, &draft.site.level_words(target)))
    })
}

/// Of the skills that the person has and does not teach, who can teach the next step.
fn teach_next(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let insights = draft.site.publication.insights;
    let (Some(matrix), Some(teaching)) = (&insights.skills_matrix, &insights.teaching) else { return };
    let references: Vec<Reference> = matrix
        .of_person(&entry.id)
        .filter(|(_, cell)| cell.after.is_some_and(|level| level < Level::Teaches))
        .filter_map(|(skill, _)| {
            let teachers: Vec<&EntryId> =
                teaching.skills.get(skill)?.staying.iter().filter(|id| **id != entry.id).collect();
            (!teachers.is_empty()).then(|| Reference {
                when: String::new(),
                note: draft.site.anchors(draft.path, teachers),
                ..draft.reference(skill)
            })
        })
        .collect();
    draft.references("teach-next", references);
}

fn read_next(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let insights = draft.site.publication.insights;
    let Some(matrix) = &insights.skills_matrix else { return };
    let growing: BTreeSet<&EntryId> = matrix
        .of_person(&entry.id)
        .filter(|(_, cell)| cell.after.is_some_and(|level| level < Level::Teaches))
        .map(|(skill, _)| skill)
        .collect();
    let playbooks: Vec<&EntryId> = draft
        .site
        .publication
        .edition
        .playbooks()
        .filter(|(_, playbook)| playbook.status != Some(PlaybookStatus::Retired))
        .filter(|(other, playbook)| {
            playbook.owner.as_ref() != Some(&entry.id)
                && other.id != entry.id
                && playbook.skills.iter().any(|skill| growing.contains(skill))
        })
        .map(|(playbook, _)| &playbook.id)
        .take(6)
        .collect();
    let mut references = draft.reference_list(playbooks);
    for reference in &mut references {
        reference.when.clear();
    }
    draft.references("read-next", references);
}

fn owns(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let edition = draft.site.publication.edition;
    let id = Some(&entry.id);
    let mut references: Vec<Reference> = Vec::new();
    for (playbook, _) in edition.playbooks().filter(|(_, playbook)| playbook.owner.as_ref() == id) {
        references.push(draft.reference(&playbook.id));
    }
    for (left, _) in edition.leave_behinds().filter(|(_, left)| left.owner_after.as_ref() == id) {
        references.push(draft.reference(&left.id));
    }
    for (project, _) in edition.projects().filter(|(_, project)| project.lead.as_ref() == id) {
        references.push(draft.reference(&project.id));
    }
    let open = &draft.site.publication.insights.open_at_exit;
    for (item, record) in edition.open_items() {
        let theirs = record.new_owner.as_ref().or(record.owner.as_ref()) == id;
        if theirs && open.items.get(&item.id).is_some_and(|standing| standing.open) {
            references.push(draft.item(&item.id));
        }
    }
    draft.references("owns", references);
}

fn attended(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let site = draft.site;
    let edition = site.publication.edition;
    let Some(attendance) = site.publication.insights.training.people.get(&entry.id) else { return };
    let columns = [
        Column::new(&draft.say("field-session")),
        Column::new(&draft.say("field-date")),
        Column::new(&draft.say("field-type")),
        Column::new(&draft.say("field-skills")).wrap(),
    ];
    let rows: Vec<Row> = attendance
        .sessions
        .iter()
        .rev()
        .filter_map(|id| edition.session(id))
        .map(|(entry, session)| Row {
            id: None,
            cells: vec![
                Cell::html(site.anchor(draft.path, &entry.id)),
                Cell::html(session.date.map_or(String::new(), |date| site.time(date))),
                Cell::text(&session.session_type.map_or(String::new(), |kind| site.words.word(kind).into_owned())),
                Cell::html(site.anchors(draft.path, &session.skills)),
            ],
        })
        .collect();
    let html = table(site.words, "", &columns, &rows, false);
    draft.markup("attended", html);
}

/// Whether somebody stays, as mark-up.
pub(super) fn stays_html(draft: &Draft<'_>, id: &EntryId) -> String {
    let stays = draft.site.publication.insights.staying.includes(id);
    let text = draft.say(if stays { "yes" } else { "no" });
    if stays { escaped(&text) } else { status_html("warn", &text) }
}
