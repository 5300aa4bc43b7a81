//! Pages that gather records: by role, by tag, by theme.

use super::overview::{begin, picture};
use super::register::rows;
use super::{Draft, Ready, status_html};
use crate::insight::LessonGroup;
use crate::model::{Entry, EntryId, Kind, View};
use crate::output::OutputPath;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::route::{FixedPage, Tag};
use crate::render::site::view::{Part, Reference};
use std::fmt::Write as _;

/// The roles and who plays them.
pub(in crate::render::site) fn roles<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "roles", "by-role", FixedPage::Roles);
    let mut html = String::from("<ul class=\"cards\">");
    for (role, page) in site.routes.roles() {
        let people = site.publication.edition.people().filter(|(_, person)| person.role == Some(role));
        let people: Vec<&EntryId> = people.map(|(entry, _)| &entry.id).collect();
        write!(
            html,
            "<li><h2 class=\"card-title\">{}</h2><p>{}</p></li>",
            super::link_html(&site.href(path, page), &site.words.word(role)),
            site.anchors(path, people)
        )
        .expect("writing to a String cannot fail");
    }
    html.push_str("</ul>");
    draft.sheet.parts.push(Part { html, ..Part::default() });
    draft.finish()
}

/// All tags.
pub(in crate::render::site) fn tags<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "tags", "tags", FixedPage::Tags);
    let mut html = String::from("<p class=\"chips\">");
    for tag in site.routes.tags() {
        write!(
            html,
            "<a class=\"chip\" href=\"{}\">{} <span class=\"soft\">{}</span></a> ",
            escaped(&site.href(path, &tag.path)),
            escaped(&tag.name),
            tag.entries.len()
        )
        .expect("writing to a String cannot fail");
    }
    html.push_str("</p>");
    draft.sheet.parts.push(Part { html, ..Part::default() });
    draft.finish()
}

/// Everything with a tag.
pub(in crate::render::site) fn tag<'a>(site: &'a Site<'a>, tag: &'a Tag) -> Ready {
    let path = &tag.path;
    let above = site.words.say("tags").into_owned();
    let mut frame = site.frame(path, "tag", &tag.name, site.routes.fixed(FixedPage::Tags));
    frame.crumbs = site.crumbs(path, &[(&above, site.routes.fixed(FixedPage::Tags))]);
    frame.label = site.words.say("tag").into_owned();
    let lede = site.words.count("records-count", tag.entries.len());
    frame.lede = format!("<p>{}</p>", escaped(&lede));
    frame.description = site.words.labelled(&tag.name, &lede);
    let mut draft = Draft::new(site, path, frame);
    by_kind(&mut draft, &tag.entries);
    draft.finish()
}

fn by_kind(draft: &mut Draft<'_>, ids: &[EntryId]) {
    for kind in Kind::ALL {
        let references: Vec<Reference> =
            ids.iter().filter(|id| id.kind == kind).map(|id| draft.reference(id)).collect();
        if references.is_empty() {
            continue;
        }
        let title = draft.site.words.kinds(kind).into_owned();
        let id = format!("lb-{kind}");
        draft.writer.begin(&id, &title);
        draft.sheet.parts.push(Part { id, title, references, ..Part::default() });
    }
}

/// The themes of the lessons.
pub(in crate::render::site) fn themes<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "themes", "themes", FixedPage::Themes);
    picture(&mut draft, View::LessonsByTheme);
    let learning = &site.publication.insights.learning;
    let references: Vec<Reference> = learning
        .themes
        .values()
        .map(|theme| Reference {
            title: theme.name.clone(),
            url: site.routes.theme(&theme.name).map_or(String::new(), |page| site.href(path, page)),
            when: site.words.count("lessons-count", theme.lessons.ids.len()),
            note: String::new(),
            mark: if theme.recurs() { status_html("warn", &site.words.say("recurring")) } else { String::new() },
        })
        .collect();
    draft.references("all-themes", references);
    draft.references("not-acted-on", draft.reference_list(&learning.not_acted_on));
    draft.finish()
}

/// One theme of the lessons.
pub(in crate::render::site) fn theme<'a>(
    site: &'a Site<'a>,
    path: &'a OutputPath,
    name: &str,
    lessons: &LessonGroup,
) -> Ready {
    let above = site.words.say("themes").into_owned();
    let mut frame = site.frame(path, "theme", name, site.routes.fixed(FixedPage::Themes));
    frame.crumbs = site.crumbs(path, &[(&above, site.routes.fixed(FixedPage::Themes))]);
    frame.label = site.words.say("theme").into_owned();
    let lede = site.words.count("lessons-count", lessons.ids.len());
    frame.description = site.words.labelled(name, &lede);
    frame.lede = format!("<p>{}</p>", escaped(&lede));
    let mut draft = Draft::new(site, path, frame);
    let entries: Vec<&'a Entry<EntryId>> =
        lessons.ids.iter().filter_map(|id| site.publication.edition.get(id)).collect();
    let html = rows(&mut draft, Kind::Lesson, &entries);
    draft.sheet.parts.push(Part { html, ..Part::default() });
    draft.finish()
}
