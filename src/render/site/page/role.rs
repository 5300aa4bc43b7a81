use super::register::rows;
use super::{Draft, Ready, in_order};
use crate::model::{Entry, EntryId, Kind, Party, Playbook, PlaybookStatus, Role};
use crate::output::OutputPath;
use crate::render::site::Site;
use crate::render::site::route::FixedPage;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::Reference;
use std::collections::BTreeSet;

/// Everything that concerns a role.
pub(in crate::render::site) fn page<'a>(site: &'a Site<'a>, path: &'a OutputPath, role: Role) -> Ready {
    let title = site.words.word(role).into_owned();
    let above = site.words.say("by-role").into_owned();
    let roles = site.routes.fixed(FixedPage::Roles);
    let mut frame = site.frame(path, "role", &title, roles);
    frame.crumbs = site.crumbs(path, &[(&above, roles)]);
    frame.label = site.words.say("kind-role").into_owned();
    frame.description = site.words.labelled(&title, &site.words.say("lede-roles"));
    let mut draft = Draft::new(site, path, frame);
    let edition = site.publication.edition;
    let people: Vec<&EntryId> =
        edition.people().filter(|(_, person)| person.role == Some(role)).map(|(entry, _)| &entry.id).collect();

    if let Some(given) = training_of(site, role) {
        draft.fact_text("sessions", given);
    }
    first(&mut draft, role);
    playbooks(&mut draft, role, &people);
    open_items(&mut draft, &people);
    skills(&mut draft, &people);
    lessons(&mut draft, &people);
    let received: Vec<&EntryId> = edition
        .leave_behinds()
        .filter(|(_, left)| left.recipients.contains(&Party::Role(role)))
        .map(|(entry, _)| &entry.id)
        .collect();
    draft.references("stays", draft.reference_list(received));
    if !people.is_empty() {
        let entries: Vec<&'a Entry<EntryId>> =
            in_order(site, Kind::Person).into_iter().filter(|entry| people.contains(&&entry.id)).collect();
        let html = rows(&mut draft, Kind::Person, &entries);
        draft.markup("people", html);
    }
    draft.finish()
}

/// How many sessions people of a role took part in, and how long these took.
fn training_of(site: &Site<'_>, role: Role) -> Option<String> {
    let given = site.publication.insights.training.roles.get(&Some(role))?;
    let sessions = site.words.count("sessions-count", given.sessions);
    Some(match given.minutes {
        0 => sessions,
        minutes => [sessions, site.words.duration(minutes as u32)].join(&site.words.say("list-comma")),
    })
}

/// What to read first: the pages that were written for it, by their names and tags.
fn first(draft: &mut Draft<'_>, role: Role) {
    let word = role_word(role);
    let pages: Vec<&EntryId> = draft
        .site
        .publication
        .edition
        .pages()
        .filter(|(entry, _)| {
            let slug = &entry.id.slug;
            &**slug == "start-here"
                || slug.contains(&word)
                || entry.tags.iter().any(|tag| crate::model::slug(tag) == word)
        })
        .map(|(entry, _)| &entry.id)
        .collect();
    let mut references = draft.reference_list(pages);
    for reference in &mut references {
        reference.when.clear();
    }
    if role == Role::ExecutiveSponsor
        && let Some(page) = draft.site.routes.fixed(FixedPage::Sponsor)
    {
        let title = draft.say("sponsor-page");
        references.insert(0, Reference { title, url: draft.site.href(draft.path, page), ..Reference::default() });
    }
    draft.references("first", references);
}

fn role_word(role: Role) -> String {
    use crate::model::Vocabulary;
    role.as_str().replace('_', "-")
}

fn playbooks(draft: &mut Draft<'_>, role: Role, people: &[&EntryId]) {
    let named = |parties: &[Party<EntryId>]| {
        parties.iter().any(|party| match party {
            Party::Role(other) => *other == role,
            Party::Record(id) => people.contains(&id),
        })
    };
    let concerns = |playbook: &Playbook<EntryId>| {
        let roles = &playbook.roles;
        playbook.owner.as_ref().is_some_and(|owner| people.contains(&owner))
            || [&roles.responsible, &roles.accountable, &roles.consulted, &roles.informed]
                .into_iter()
                .any(|parties| named(parties))
    };
    let ids: Vec<&EntryId> = draft
        .site
        .publication
        .edition
        .playbooks()
        .filter(|(_, playbook)| playbook.status != Some(PlaybookStatus::Retired) && concerns(playbook))
        .map(|(entry, _)| &entry.id)
        .collect();
    let references: Vec<Reference> = ids
        .into_iter()
        .map(|id| {
            let purpose = draft.site.publication.edition.playbook(id).map_or(String::new(), |(_, playbook)| {
                super::shortened(&crate::render::plain::text(&playbook.purpose), 160)
            });
            Reference {
                when: String::new(),
                note: crate::render::site::escape::escaped(&purpose),
                ..draft.reference(id)
            }
        })
        .collect();
    draft.references("role-playbooks", references);
}

fn open_items(draft: &mut Draft<'_>, people: &[&EntryId]) {
    let open = &draft.site.publication.insights.open_at_exit;
    let references: Vec<Reference> = draft
        .site
        .publication
        .edition
        .open_items()
        .filter(|(entry, item)| {
            let owner = item.new_owner.as_ref().or(item.owner.as_ref());
            open.items.get(&entry.id).is_some_and(|standing| standing.open)
                && owner.is_some_and(|owner| people.contains(&owner))
        })
        .map(|(entry, _)| draft.item(&entry.id))
        .collect();
    draft.references("open", references);
}

/// The skills that people of the role have, and who can teach them.
fn skills(draft: &mut Draft<'_>, people: &[&EntryId]) {
    let site = draft.site;
    let (Some(matrix), Some(teaching)) =
        (&site.publication.insights.skills_matrix, &site.publication.insights.teaching)
    else {
        return;
    };
    let of_role: BTreeSet<&EntryId> =
        people.iter().flat_map(|person| matrix.of_person(person)).map(|(skill, _)| skill).collect();
    if of_role.is_empty() {
        return;
    }
    let columns = [Column::new(&draft.say("kind-skill")), Column::new(&draft.say("field-teachers")).wrap()];
    let rows: Vec<Row> = of_role
        .into_iter()
        .map(|skill| {
            let teachers = teaching.skills.get(skill).map_or(&[][..], |teachers| &teachers.staying);
            let names = if teachers.is_empty() {
                super::status_html("warn", &site.words.say("nobody"))
            } else {
                site.anchors(draft.path, teachers)
            };
            Row { id: None, cells: vec![Cell::html(site.anchor(draft.path, skill)), Cell::html(names)] }
        })
        .collect();
    let html = table(site.words, "", &columns, &rows, false);
    draft.markup("role-skills", html);
}

fn lessons(draft: &mut Draft<'_>, people: &[&EntryId]) {
    let ids: Vec<&EntryId> = draft
        .site
        .publication
        .edition
        .lessons()
        .filter(|(_, lesson)| lesson.owner.as_ref().is_some_and(|owner| people.contains(&owner)))
        .map(|(entry, _)| &entry.id)
        .collect();
    draft.references("role-lessons", draft.reference_list(ids));
}
