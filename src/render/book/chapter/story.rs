use super::super::composer::{Composer, joined, text};
use super::super::tree::{Block, Chapter, Inline, Section};
use crate::model::{EntryId, Kind, SessionStatus, View};

/// When it was, who was in it, and whom to thank.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let mut intro = composer.introduction("story", None);
    intro.extend(composer.own_view(View::Timeline));
    let mut sections = Vec::new();
    for (title, name, blocks) in [
        ("timeline", "timeline", months(composer)),
        ("section-people", "people", people(composer)),
        ("section-moments", "moments", moments(composer)),
        ("section-recognition", "recognition", recognition(composer)),
    ] {
        if !blocks.is_empty() {
            let title = composer.words.say(title).into_owned();
            sections.push(Section { title, id: format!("story:{name}"), blocks, ..Section::default() });
        }
    }
    composer.chapter("story", intro, sections)
}

fn months(composer: &Composer<'_>) -> Vec<Block> {
    let training = &composer.publication.insights.training;
    // Where no duration at all is recorded, the column falls away.
    let unknown = if training.minutes > 0 { composer.not_recorded() } else { Vec::new() };
    let rows = training
        .months
        .iter()
        .map(|(month, sum)| super::super::tree::Row {
            id: None,
            cells: vec![
                text(composer.words.month(month.year, month.month)),
                text(composer.words.count("sessions-count", sum.sessions)),
                composer.hours(sum.minutes).map_or_else(|| unknown.clone(), text),
            ],
        })
        .collect();
    composer.table(&["field-date", "kinds-session", "field-hours"], rows).into_iter().collect()
}

fn people(composer: &mut Composer<'_>) -> Vec<Block> {
    let publication = composer.publication;
    let edition = publication.edition;
    let introduction = edition.introduction(Kind::Person);
    let mut blocks = introduction.map_or_else(Vec::new, |entry| composer.prose(&entry.body, &entry.id));
    let mut rows = Vec::new();
    for (entry, organisation) in edition.organisations() {
        let kind = composer.value(organisation.kind);
        rows.push(composer.row(entry, vec![text(&entry.title), kind]));
    }
    blocks.extend(composer.table(&["field-organisation", "field-kind"], rows));
    let mut rows = Vec::new();
    for (entry, person) in edition.people() {
        let stays = composer.publication.insights.staying.includes(&entry.id);
        let cells = vec![
            text(&entry.title),
            joined(
                composer.words,
                [composer.value(person.role), person.job_title.as_ref().map_or_else(Vec::new, text)],
            ),
            person.organisation.as_ref().map_or_else(Vec::new, |id| composer.link(id)),
            vec![composer.word(if stays { "yes" } else { "no" })],
            details(composer, entry),
        ];
        rows.push(composer.row(entry, cells));
    }
    let heads = ["field-name", "field-role", "field-organisation", "field-stays", "section-about"];
    blocks.extend(composer.table(&heads, rows));
    blocks
}

fn details(composer: &mut Composer<'_>, entry: &crate::model::Entry<EntryId>) -> Vec<Inline> {
    composer.cell(&entry.body, &entry.id)
}

/// What was said and lived through in the sessions that took place.
fn moments(composer: &mut Composer<'_>) -> Vec<Block> {
    let publication = composer.publication;
    let mut blocks = Vec::new();
    for (entry, session) in super::sessions::in_order(publication) {
        if session.status_on(publication.edition.today()) != SessionStatus::Held {
            continue;
        }
        for saying in session.moments.iter().chain(&session.quotes) {
            let said = composer.prose(&saying.text, &entry.id);
            let mut by = saying.person.as_ref().map_or_else(Vec::new, |id| composer.link(id));
            if let Some(date) = session.date {
                by = joined(composer.words, [by, text(composer.words.date(date))]);
            }
            by.push(composer.note(&entry.id));
            blocks.push(Block::Quote { blocks: said, by });
        }
    }
    blocks
}

fn recognition(composer: &mut Composer<'_>) -> Vec<Block> {
    let publication = composer.publication;
    let edition = publication.edition;
    let mut blocks = Vec::new();
    for (entry, project) in edition.projects() {
        if !project.recognition.is_empty() {
            blocks.push(Block::Heading { level: 1, id: None, text: text(&entry.title) });
            blocks.extend(composer.prose(&project.recognition, &entry.id));
        }
    }
    blocks
}
