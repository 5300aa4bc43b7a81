use super::super::composer::{Composer, joined, text};
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter, Inline, Row, Section};
use crate::model::{EntryId, Kind};
use jiff::civil::Date;

/// Who owns what, who helps, and what to look at when.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let engagement = composer.publication.edition.engagement();
    let mut intro = composer.introduction("after-we-leave", None);
    let mut facts = Facts::default();
    facts.add(composer, "support-until", composer.date(engagement.hypercare_until));
    if engagement.hypercare_until.is_some() {
        // Who the consultants are stands on the cover: here it says who supports.
        let consultancy = engagement.consultancy.as_ref().map_or_else(Vec::new, text);
        facts.add(composer, "organisation-kind-consultancy", consultancy);
    }
    intro.extend(facts.block());
    let mut sections = Vec::new();
    for (title, name, block) in [
        ("ownership", "ownership", ownership(composer)),
        ("contacts", "contacts", contacts(composer)),
        ("review-calendar", "review-calendar", review_calendar(composer)),
    ] {
        if let Some(block) = block {
            let title = composer.words.say(title).into_owned();
            sections.push(Section { title, id: format!("after:{name}"), blocks: vec![block], ..Section::default() });
        }
    }
    composer.chapter("after-we-leave", intro, sections)
}

fn ownership(composer: &Composer<'_>) -> Option<Block> {
    let edition = composer.publication.edition;
    let playbooks = edition.playbooks().filter_map(|(entry, playbook)| Some((&entry.id, playbook.owner.as_ref()?)));
    let left = edition.leave_behinds().filter_map(|(entry, left)| Some((&entry.id, left.owner_after.as_ref()?)));
    let rows = playbooks
        .chain(left)
        .map(|(id, owner)| Row {
            id: None,
            cells: vec![composer.link(id), text(composer.words.kind(id.kind)), composer.owner(owner)],
        })
        .collect();
    composer.table(&["field-title", "field-kind", "field-owner"], rows)
}

fn contacts(composer: &Composer<'_>) -> Option<Block> {
    let edition = composer.publication.edition;
    let rows = edition
        .people()
        .filter_map(|(entry, person)| {
            let contact = person.contact.as_ref()?;
            let cells = vec![
                composer.link(&entry.id),
                joined(
                    composer.words,
                    [
                        composer.value(person.role),
                        person.organisation.as_ref().map_or_else(Vec::new, |id| composer.link(id)),
                    ],
                ),
                address(contact),
            ];
            Some(Row { id: None, cells })
        })
        .collect();
    composer.table(&["field-name", "field-role", "field-contact"], rows)
}

fn address(contact: &str) -> Vec<Inline> {
    let is_mail = contact.contains('@') && !contact.contains(char::is_whitespace);
    if is_mail {
        let to = super::super::tree::Target::Url(format!("mailto:{contact}"));
        vec![Inline::Link { to, text: text(contact) }]
    } else {
        text(contact)
    }
}

/// Everything that is to be looked at again, by its day.
fn review_calendar(composer: &Composer<'_>) -> Option<Block> {
    let edition = composer.publication.edition;
    let playbooks = edition.playbooks().map(|(entry, playbook)| (playbook.review_by, &entry.id, &playbook.owner));
    let left = edition.leave_behinds().map(|(entry, left)| (left.review_by, &entry.id, &left.owner_after));
    let mut reviews: Vec<(Date, &EntryId, &Option<EntryId>)> =
        playbooks.chain(left).filter_map(|(date, id, owner)| Some((date?, id, owner))).collect();
    reviews.sort();
    let rows = reviews
        .into_iter()
        .map(|(date, id, owner)| Row {
            id: None,
            cells: vec![
                composer.short_date(Some(date)),
                composer.link(id),
                owner
                    .as_ref()
                    .filter(|owner| owner.kind == Kind::Person)
                    .map_or_else(Vec::new, |id| composer.owner(id)),
            ],
        })
        .collect();
    composer.table(&["field-review-by", "field-title", "field-owner"], rows)
}
