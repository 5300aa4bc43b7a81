//! Whom to ask: everybody who stays, and the organisations.

use super::{Draft, Ready, in_order};
use crate::model::{EntryId, Kind};
use crate::output::OutputPath;
use crate::render::site::route::FixedPage;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::{Site, address};

/// The page on which organisations and everybody who stays can be found.
pub(in crate::render::site) fn contacts<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let title = site.words.say("contacts").into_owned();
    let frame = super::overview::frame(site, path, "contacts", &title, FixedPage::Contacts);
    let mut draft = Draft::new(site, path, frame);
    let columns = [
        Column::new(&draft.say("kind-person")),
        Column::new(&draft.say("field-teaches")).filter("skill").wrap(),
        Column::new(&draft.say("field-contact")),
        Column::new(&draft.say("field-role")).filter("role"),
        Column::new(&draft.say("field-organisation")).filter("organisation"),
    ];
    let rows = rows_of_contacts(&draft);
    if !rows.is_empty() {
        let html = table(site.words, &site.words.say("register-of"), &columns, &rows, true);
        draft.markup("people", html);
    }
    let columns = [
        Column::new(&draft.say("kind-organisation")),
        Column::new(&draft.say("field-kind")),
        Column::new(&draft.say("section-people")).wrap(),
    ];
    let rows: Vec<Row> = in_order(site, Kind::Organisation)
        .into_iter()
        .filter_map(|entry| site.publication.edition.organisation(&entry.id))
        .map(|(entry, organisation)| {
            let people = site
                .publication
                .edition
                .people()
                .filter(|(_, person)| person.organisation.as_ref() == Some(&entry.id))
                .map(|(person, _)| &person.id);
            Row {
                id: Some(address::id_of("", &entry.id.slug)),
                cells: vec![
                    Cell::text(&entry.title),
                    Cell::text(&organisation.kind.map_or(String::new(), |kind| site.words.word(kind).into_owned())),
                    Cell::html(site.anchors(draft.path, people)),
                ],
            }
        })
        .collect();
    if !rows.is_empty() {
        let html = table(site.words, "", &columns, &rows, false);
        draft.markup("organisations", html);
    }
    draft.finish()
}

/// Everybody, for the register and the contacts.
fn rows_of_contacts(draft: &Draft<'_>) -> Vec<Row> {
    let site = draft.site;
    let insights = site.publication.insights;
    in_order(site, Kind::Person)
        .into_iter()
        .filter_map(|entry| site.publication.edition.person(&entry.id))
        .filter(|(entry, _)| insights.staying.includes(&entry.id))
        .map(|(entry, person)| {
            let teaches: Vec<&EntryId> = insights
                .teaching
                .iter()
                .flat_map(|teaching| &teaching.skills)
                .filter(|(_, teachers)| teachers.staying.contains(&entry.id))
                .map(|(skill, _)| skill)
                .collect();
            let contact = person.contact.as_deref().unwrap_or_default();
            let address = (contact.contains('@') && !contact.contains(char::is_whitespace))
                .then(|| crate::render::site::address::outside(&format!("mailto:{contact}")))
                .flatten();
            Row {
                id: None,
                cells: vec![
                    Cell::html(site.anchor(draft.path, &entry.id)),
                    Cell::html(site.anchors(draft.path, teaches)),
                    Cell::html(super::link_html(address.as_deref().unwrap_or_default(), contact)),
                    Cell::text(&person.role.map_or(String::new(), |role| site.words.word(role).into_owned())),
                    Cell::html(site.anchors(draft.path, &person.organisation)),
                ],
            }
        })
        .collect()
}
