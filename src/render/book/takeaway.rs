//! What one person takes along: two to six pages of their own.
//!
//! *Invariant:* a list that is cut says on the page how much of it is left out.

use super::chapter;
use super::composer::{Composer, text};
use super::tree::{Block, Chapter, Inline, Row};
use crate::model::{Entry, EntryId, Kind, Level, OrganisationKind, RatingDetail, Session, SessionStatus};
use crate::output::OutputPath;
use crate::render::Publication;
use crate::render::words::Value;
use std::collections::BTreeSet;

/// A pack has no more pages than this.
pub(super) const MOST_PAGES: usize = 6;
/// How long a list of a pack may be: the first that keeps it to its pages is taken. A year's sessions
/// of somebody who was in all of them are cut before the few things that somebody owns.
pub(super) const LONGEST_LISTS: [usize; 7] = [usize::MAX, 60, 40, 25, 15, 8, 3];
/// More than a shelf of playbooks is no advice.
const SHELF: usize = 8;

/// The people who get a pack: registered people of the client who attended something, whether they stay or go on
/// elsewhere. Of whom it is not known whose they are, those who stay. Nobody where the edition does not show the levels
/// of named people.
pub(super) fn people<'p>(publication: &Publication<'p>) -> Vec<&'p Entry<EntryId>> {
    let edition = publication.edition;
    if edition.ratings() != RatingDetail::Person {
        return Vec::new();
    }
    edition
        .people()
        .filter(|(entry, person)| {
            let organisation = person.organisation.as_ref().and_then(|id| edition.organisation(id));
            let kind = organisation.and_then(|(_, organisation)| organisation.kind);
            let is_of_client = match kind {
                Some(kind) => kind == OrganisationKind::Client,
                None => publication.insights.staying.includes(&entry.id),
            };
            !entry.origin.implied
                && is_of_client
                && publication.insights.training.people.get(&entry.id).is_some_and(|seen| !seen.sessions.is_empty())
        })
        .map(|(entry, _)| entry)
        .collect()
}

/// Whether a person gets a pack.
pub(super) fn has_pack(publication: &Publication<'_>, person: &EntryId) -> bool {
    people(publication).iter().any(|entry| entry.id == *person)
}

/// Where a person's pack stands on the site.
pub(super) fn path(person: &EntryId) -> OutputPath {
    OutputPath::new(format!("people/{}.takeaway.pdf", person.slug))
}

/// The chapters of one person's pack, with no list longer than `most`.
pub(super) fn chapters(composer: &mut Composer<'_>, person: &EntryId, most: usize) -> Vec<Chapter> {
    let parts = [
        ("skills", "kinds-skill", skills(composer, person, most)),
        ("next", "section-teach-next", teachers(composer, person, most)),
        ("owned", "section-owns", owned(composer, person, most)),
        ("open", "section-open", open_items(composer, person, most)),
        ("read", "section-read-next", read_next(composer, person, most)),
        ("sessions", "section-where-they-were", sessions(composer, person, most)),
    ];
    parts
        .into_iter()
        .filter(|(_, _, blocks)| !blocks.is_empty())
        .map(|(id, title, intro)| Chapter {
            title: composer.words.say(title).into_owned(),
            id: format!("pack:{id}"),
            intro,
            ..Chapter::default()
        })
        .collect()
}

/// How much there was: sessions and hours.
pub(super) fn attendance(composer: &Composer<'_>, person: &EntryId) -> String {
    composer.publication.insights.training.people.get(person).map_or_else(String::new, |seen| {
        let sessions = composer.words.count("sessions-count", seen.sessions.len());
        let Some(hours) = composer.hours(seen.minutes) else { return sessions };
        composer.words.say_with("attended", &[("sessions", Value::Text(&sessions)), ("hours", Value::Text(&hours))])
    })
}

/// A record by its title: the pack stands alone, so there is nothing to turn to.
fn title(composer: &Composer<'_>, id: &EntryId) -> Vec<Inline> {
    composer.publication.edition.get(id).map_or_else(Vec::new, |entry| text(&entry.title))
}

/// A table of the first rows, and how many more there are.
fn table(composer: &Composer<'_>, heads: &[&str], mut rows: Vec<Row>, most: usize) -> Vec<Block> {
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    composer.table(heads, rows).into_iter().chain(and_more(composer, more)).collect()
}

/// What is said where a list is cut: the rest is on the site, whatever the book leaves out.
fn and_more(composer: &Composer<'_>, more: usize) -> Option<Block> {
    let said = || Inline::Text(composer.words.count("more-on-site", more));
    (more > 0).then(|| Block::Paragraph(vec![Inline::Emphasis(vec![said()])]))
}

/// Titles with commas between them, and how many more there are.
fn titles<'a>(composer: &Composer<'_>, ids: impl IntoIterator<Item = &'a EntryId>, most: usize) -> Vec<Inline> {
    let mut titles: Vec<Vec<Inline>> = ids.into_iter().map(|id| title(composer, id)).collect();
    let more = titles.len().saturating_sub(most);
    titles.truncate(most);
    if more > 0 {
        titles.push(text(composer.words.count("picture-and-more", more)));
    }
    super::composer::joined(composer.words, titles)
}

fn skills(composer: &Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let Some(matrix) = &composer.publication.insights.skills_matrix else { return Vec::new() };
    let rows = matrix
        .of_person(person)
        .map(|(skill, cell)| Row {
            id: None,
            cells: vec![
                title(composer, skill),
                chapter::skills::level(composer, cell.before),
                chapter::skills::level(composer, cell.after),
                titles(composer, &cell.evidence, most),
            ],
        })
        .collect();
    table(composer, &["field-skill", "field-before", "field-after", "field-evidence"], rows, most)
}

/// Who can teach what this person does not teach yet.
fn teachers(composer: &Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let insights = composer.publication.insights;
    let (Some(matrix), Some(teaching)) = (&insights.skills_matrix, &insights.teaching) else { return Vec::new() };
    let rows = matrix
        .of_person(person)
        .filter(|(_, cell)| cell.after.is_none_or(|level| level < Level::Teaches))
        .map(|(skill, _)| {
            let staying = teaching.skills.get(skill).map_or(&[][..], |teachers| &teachers.staying);
            let others = staying.iter().filter(|teacher| *teacher != person);
            let mut who = titles(composer, others, most);
            if who.is_empty() {
                who = vec![Inline::Emphasis(vec![composer.word("nobody-teaches")])];
            }
            Row { id: None, cells: vec![title(composer, skill), who] }
        })
        .collect();
    table(composer, &["field-skill", "field-teachers"], rows, most)
}

fn owned(composer: &Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let edition = composer.publication.edition;
    let playbooks = edition
        .playbooks()
        .filter(|(_, playbook)| playbook.owner.as_ref() == Some(person))
        .map(|(entry, playbook)| (entry, playbook.review_by));
    let left = edition
        .leave_behinds()
        .filter(|(_, left)| left.owner_after.as_ref() == Some(person))
        .map(|(entry, left)| (entry, left.review_by));
    let rows = playbooks
        .chain(left)
        .map(|(entry, review_by)| Row {
            id: None,
            cells: vec![text(&entry.title), text(composer.words.kind(entry.id.kind)), composer.short_date(review_by)],
        })
        .collect();
    table(composer, &["field-title", "field-kind", "field-review-by"], rows, most)
}

fn open_items(composer: &mut Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let publication = composer.publication;
    let mut rows = Vec::new();
    for (entry, item) in publication.edition.open_items() {
        let owner = item.new_owner.as_ref().or(item.owner.as_ref());
        let is_open = publication.insights.open_at_exit.items.get(&entry.id).is_none_or(|standing| standing.open);
        if owner == Some(person) && is_open {
            let next = composer.cell(&item.next_action, &entry.id);
            let cells = vec![text(&entry.title), composer.short_date(item.due), next];
            rows.push(Row { id: None, cells });
        }
    }
    table(composer, &["field-item", "field-due", "field-next-action"], rows, most)
}

/// Playbooks of the skills that the person has begun and does not hold yet, else of what their
/// sessions were about.
fn read_next(composer: &Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let publication = composer.publication;
    let Some(matrix) = &publication.insights.skills_matrix else { return Vec::new() };
    let growing: BTreeSet<&EntryId> = matrix
        .of_person(person)
        .filter(|(_, cell)| cell.after.is_none_or(|level| level < Level::Teaches))
        .map(|(skill, _)| skill)
        .collect();
    let mut lines = playbooks_of(composer, person, &growing);
    if lines.is_empty() {
        let seen: BTreeSet<&EntryId> = attended(publication, person).flat_map(|(_, session)| &session.skills).collect();
        lines = playbooks_of(composer, person, &seen);
    }
    let more = lines.len().saturating_sub(most.min(SHELF));
    lines.truncate(most.min(SHELF));
    if lines.is_empty() {
        return Vec::new();
    }
    [chapter::list(lines)].into_iter().chain(and_more(composer, more)).collect()
}

/// The playbooks of somebody else that are about some of these skills.
fn playbooks_of(composer: &Composer<'_>, person: &EntryId, skills: &BTreeSet<&EntryId>) -> Vec<Vec<Inline>> {
    let mut lines = Vec::new();
    for (entry, playbook) in composer.publication.edition.playbooks() {
        let taught: Vec<&EntryId> = playbook.skills.iter().filter(|skill| skills.contains(skill)).collect();
        if !taught.is_empty() && playbook.owner.as_ref() != Some(person) {
            let mut line = vec![Inline::Strong(text(&entry.title)), Inline::Text(" · ".to_owned())];
            line.extend(super::composer::joined(
                composer.words,
                taught.into_iter().map(|skill| title(composer, skill)),
            ));
            lines.push(line);
        }
    }
    lines
}

/// The sessions that the person was in and that took place.
fn attended<'p>(
    publication: &'p Publication<'p>,
    person: &EntryId,
) -> impl Iterator<Item = (&'p Entry<EntryId>, &'p Session<EntryId>)> {
    let edition = publication.edition;
    let seen = publication.insights.training.people.get(person);
    seen.into_iter()
        .flat_map(|seen| &seen.sessions)
        .filter_map(|id| edition.session(id))
        .filter(|(_, session)| session.status_on(edition.today()) == SessionStatus::Held)
}

/// The sessions in their order; where they are too many, the last of them.
fn sessions(composer: &Composer<'_>, person: &EntryId, most: usize) -> Vec<Block> {
    let mut rows: Vec<Row> = attended(composer.publication, person)
        .map(|(entry, session)| Row {
            id: None,
            cells: vec![
                composer.short_date(session.date),
                text(&entry.title),
                composer.value(session.session_type),
                titles(composer, session.skills.iter().filter(|skill| skill.kind == Kind::Skill), most),
            ],
        })
        .collect();
    let earlier = rows.len().saturating_sub(most);
    rows.drain(..earlier);
    let heads = ["field-date", "field-title", "field-type", "field-skills"];
    composer.table(&heads, rows).into_iter().chain(and_more(composer, earlier)).collect()
}
