//! The page of one record.

use super::session;
use super::{Draft, Ready, person, project, skill};
use crate::insight::Claim;
use crate::model::{Decision, Entry, EntryId, Extra, Kind, LeaveBehind, Lesson, Party, Playbook, Record};
use crate::output::OutputPath;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::route::FixedPage;
use crate::render::site::view::{Link, Part, Reference};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Writes the page of a record.
pub(in crate::render::site) fn page<'a>(site: &'a Site<'a>, path: &'a OutputPath, entry: &'a Entry<EntryId>) -> Ready {
    let kind = entry.id.kind;
    let place = if kind == Kind::Page { None } else { site.routes.register(kind) };
    let mut frame = site.frame(path, kind.as_str(), &entry.title, place.or(Some(path)));
    frame.label = if kind == Kind::Page { String::new() } else { site.words.kind(kind).into_owned() };
    frame.draft = entry.draft;
    let kinds = site.words.kinds(kind);
    frame.crumbs = site.crumbs(path, &[(&kinds, place.filter(|place| *place != path))]);
    frame.crumbs.extend(folders(site, path, entry));
    let mut draft = Draft::new(site, path, frame);
    draft.with_contents = true;
    draft.sheet.tags = entry
        .tags
        .iter()
        .filter_map(|tag| {
            let page = site.routes.tag(tag)?;
            Some(Link { title: page.name.clone(), url: site.href(path, &page.path) })
        })
        .collect();
    draft.sheet.tags.dedup();
    draft.sheet.extra = entry.extra.iter().map(|(key, value)| (key.clone(), extra_value(value))).collect();

    match &entry.record {
        Record::Page(page) => {
            draft.lede(&page.description);
            draft.fact_date("last-changed", page.date);
            draft.body(entry);
        }
        Record::Playbook(playbook) => playbook_page(&mut draft, entry, playbook),
        Record::Lesson(lesson) => lesson_page(&mut draft, entry, lesson),
        Record::Decision(decision) => decision_page(&mut draft, entry, decision),
        Record::Session(record) => session::page(&mut draft, entry, record),
        Record::Person(record) => person::page(&mut draft, entry, record),
        Record::Project(record) => project::page(&mut draft, entry, record),
        Record::Skill(record) => skill::page(&mut draft, entry, record),
        Record::LeaveBehind(left) => leave_behind_page(&mut draft, entry, left),
        // These live as rows of their registers.
        Record::Organisation(_)
        | Record::OpenItem(_)
        | Record::SuccessCriterion(_)
        | Record::HandoverItem(_)
        | Record::Term(_) => draft.body(entry),
    }
    folder(&mut draft, entry);
    let shown = evidence(&mut draft, entry);
    mentions(&mut draft, entry, &shown);
    for_the_author(&mut draft, entry);
    neighbours(&mut draft, entry);
    draft.finish()
}

/// The folders above a record, for the way back: with their own pages where they have such.
fn folders(site: &Site<'_>, path: &OutputPath, entry: &Entry<EntryId>) -> Vec<Link> {
    if !matches!(entry.id.kind, Kind::Page | Kind::Playbook) {
        return Vec::new();
    }
    let ends = entry.id.slug.match_indices('/').map(|(at, _)| &entry.id.slug[..at]);
    ends.map(|folder| {
        let own = super::page_of_folder(site, entry.id.kind, folder);
        let url = own.map_or(String::new(), |own| site.routes.href(path, &own.id));
        Link { title: super::folder_title(site, entry.id.kind, folder), url }
    })
    .collect()
}

fn playbook_page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, playbook: &'a Playbook<EntryId>) {
    draft.lede(&playbook.purpose);
    draft.fact("owner", draft.values(&playbook.owner));
    draft.fact_status(playbook.status);
    draft.fact("skills", draft.values(&playbook.skills));
    draft.fact_date("review-by", playbook.review_by);
    draft.fact_date("last-changed", playbook.date);
    draft.brief(&[
        ("when-to-use", &playbook.when_to_use),
        ("inputs", &playbook.inputs),
        ("outputs", &playbook.outputs),
    ]);
    draft.body(entry);
    draft.section("pitfalls", &playbook.pitfalls);
    draft.section("how-to-extend", &playbook.how_to_extend);
    let roles = &playbook.roles;
    let rows = [
        ("responsible", &roles.responsible),
        ("accountable", &roles.accountable),
        ("consulted", &roles.consulted),
        ("informed", &roles.informed),
    ];
    let html = definitions(draft, &rows);
    draft.markup("responsibilities", html);
    draft.references("lessons", draft.reference_list(&playbook.lessons));
}

fn definitions(draft: &Draft<'_>, rows: &[(&str, &Vec<Party<EntryId>>)]) -> String {
    let mut html = String::new();
    for (key, parties) in rows.iter().filter(|(_, parties)| !parties.is_empty()) {
        let links: Vec<String> = draft
            .parties(parties)
            .into_iter()
            .map(|value| super::link_html(value.url.as_deref().unwrap_or_default(), &value.text))
            .collect();
        write!(
            html,
            "<div><dt>{}</dt><dd>{}</dd></div>",
            escaped(&draft.say(key)),
            links.join(&draft.site.words.say("list-comma"))
        )
        .expect("writing to a String cannot fail");
    }
    if html.is_empty() { html } else { format!("<dl class=\"facts facts-wide\">{html}</dl>") }
}

fn lesson_page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, lesson: &'a Lesson<EntryId>) {
    draft.fact_date("date", lesson.date);
    draft.fact_word("polarity", lesson.polarity);
    draft.fact_status(lesson.status);
    draft.fact("owner", draft.values(&lesson.owner));
    if let Some(theme) = &lesson.theme {
        let url = draft.site.routes.theme(theme).map(|page| draft.site.href(draft.path, page));
        let value = crate::render::site::view::Value { text: theme.clone(), url, ..Default::default() };
        draft.fact("theme", vec![value]);
    }
    draft.fact("projects", draft.values(&lesson.projects));
    draft.fact_text("priority", lesson.priority.clone().unwrap_or_default());
    draft.fact_text("scope", lesson.scope.clone().unwrap_or_default());
    draft.section("event", &lesson.event);
    draft.section("effect", &lesson.effect);
    draft.section("causes", &lesson.causes);
    draft.key_section("recommendation", &lesson.recommendation);
    draft.body(entry);
    draft.references("playbooks-changed", draft.reference_list(&lesson.playbooks));
}

fn decision_page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, decision: &'a Decision<EntryId>) {
    draft.fact_date("date", decision.date);
    draft.fact_status(decision.status);
    draft.fact("decision-makers", draft.values(&decision.decision_makers));
    draft.fact("projects", draft.values(&decision.projects));
    draft.fact("supersedes", draft.values(&decision.supersedes));
    let by: Vec<EntryId> = draft
        .site
        .publication
        .edition
        .decisions()
        .filter(|(_, other)| other.supersedes.contains(&entry.id))
        .map(|(other, _)| other.id.clone())
        .collect();
    draft.fact("superseded-by", draft.values(&by));
    draft.section("context", &decision.context);
    draft.section("options", &decision.options);
    draft.key_section("outcome", &decision.outcome);
    draft.section("rationale", &decision.rationale);
    draft.section("consequences", &decision.consequences);
    draft.body(entry);
}

fn leave_behind_page<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>, left: &'a LeaveBehind<EntryId>) {
    draft.lede(&left.description);
    draft.fact_word("step", left.step);
    draft.fact_word("form", left.form);
    draft.fact("owner-after", draft.values(&left.owner_after));
    draft.fact("recipients", draft.parties(&left.recipients));
    draft.fact_date("review-by", left.review_by);
    match (&left.accepted_by, left.accepted_on) {
        (Some(by), date) => {
            let mut value = draft.value(by);
            value.note = date.map(|date| draft.site.words.date(date));
            draft.fact("accepted", vec![value]);
        }
        (None, date) => draft.fact_date("accepted", date),
    }
    draft.body(entry);
    draft.section("location", &left.location);
    draft.section("maintenance", &left.maintenance);
    draft.section("how-to-extend", &left.how_to_extend);
}

/// What stands in the folder of a record that is its folder's own page.
fn folder(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    if entry.id.kind == Kind::Session || !super::is_folder(draft.site, entry) {
        return;
    }
    let folder = &*entry.id.slug;
    let inside: Vec<&EntryId> = draft
        .site
        .order_of(entry.id.kind)
        .iter()
        .filter(|id| id.slug.strip_prefix(folder).is_some_and(|rest| rest.rfind('/') == Some(0)))
        .collect();
    let mut references = draft.reference_list(inside);
    for reference in &mut references {
        reference.when.clear();
    }
    draft.references("subpages", references);
}

/// The sessions on which a record rests. Gives what is already shown: these, or what rests on a session.
fn evidence(draft: &mut Draft<'_>, entry: &Entry<EntryId>) -> BTreeSet<EntryId> {
    let provenance = &draft.site.publication.insights.provenance;
    if entry.id.kind == Kind::Session {
        let records = provenance.on(&entry.id).flat_map(|claim| match claim {
            Claim::Record(id) => vec![id.clone()],
            Claim::Level { person, skill } => vec![person.clone(), skill.clone()],
        });
        return records.collect();
    }
    let mut sessions: Vec<EntryId> = provenance.behind(&entry.id).cloned().collect();
    let edition = draft.site.publication.edition;
    sessions.sort_by_key(|id| (edition.session(id).and_then(|(_, session)| session.date), id.clone()));
    let lede = draft.say("evidence-lede");
    draft.references_with("evidence", &lede, draft.reference_list(&sessions));
    sessions.into_iter().collect()
}

fn mentions(draft: &mut Draft<'_>, entry: &Entry<EntryId>, shown: &BTreeSet<EntryId>) {
    let edition = draft.site.publication.edition;
    // What a list of the page leads to already is not said a second time.
    let listed: BTreeSet<&str> =
        draft.sheet.parts.iter().flat_map(|part| &part.references).map(|reference| reference.url.as_str()).collect();
    let is_said = |id: &EntryId| shown.contains(id) || listed.contains(draft.site.routes.href(draft.path, id).as_str());
    let mut references: Vec<(Kind, Reference)> = edition
        .mentions_of(&entry.id)
        .filter(|(id, fields)| {
            let routine = ["participants", "facilitators", "lead", "owner", "person"];
            !is_said(id)
                && edition.get(id).is_some()
                && !(entry.id.kind == Kind::Person && fields.iter().all(|field| routine.contains(field)))
        })
        .map(|(id, _)| (id.kind, draft.reference(id)))
        .collect();
    references.sort_by(|(kind, a), (other, b)| (kind, &a.title).cmp(&(other, &b.title)));
    draft.references("mentioned-in", references.into_iter().map(|(_, reference)| reference).collect());
}

/// What only the internal edition has: remarks, and fields that no kind knows.
fn for_the_author<'a>(draft: &mut Draft<'a>, entry: &'a Entry<EntryId>) {
    if !draft.site.publication.edition.is_for_the_consultancy() {
        return;
    }
    let mut html = String::new();
    // Actions of a session have no page of their own on which their remarks could stand.
    let parts = draft.site.publication.edition.entries().filter(|part| part.origin.parent.as_ref() == Some(&entry.id));
    let parts = parts.filter(|part| !part.id.kind.has_pages());
    for remark in entry.remarks.iter().chain(parts.flat_map(|part| &part.remarks)) {
        let label = escaped(&draft.say("remarks"));
        let text = draft.writer.blocks(&remark.text, 4);
        write!(html, "<div class=\"callout callout-ours\" role=\"note\" aria-label=\"{label}\"><p class=\"callout-title\">{label}")
            .expect("writing to a String cannot fail");
        if !remark.field.is_empty() {
            write!(html, " <code>{}</code>", escaped(&remark.field)).expect("writing to a String cannot fail");
        }
        write!(html, "</p>{text}</div>").expect("writing to a String cannot fail");
    }
    if !entry.extra.is_empty() {
        let title = escaped(&draft.say("other-fields"));
        write!(
            html,
            "<details class=\"fold\"><summary>{title}</summary>{}</details>",
            extra_html(&Extra::Map(entry.extra.clone()))
        )
        .expect("writing to a String cannot fail");
    }
    if !html.is_empty() {
        draft.sheet.parts.push(Part { html, prose: true, ..Part::default() });
    }
}

/// What nobody asked for, as a template sees it.
fn extra_value(value: &Extra) -> Json {
    match value {
        Extra::Null => Json::Null,
        Extra::Text(text) => Json::String(text.clone()),
        Extra::List(values) => values.iter().map(extra_value).collect(),
        Extra::Map(values) => values.iter().map(|(key, value)| (key.clone(), extra_value(value))).collect(),
    }
}

fn extra_html(value: &Extra) -> String {
    match value {
        Extra::Null => String::new(),
        Extra::Text(text) => escaped(text),
        Extra::List(values) => {
            let items: Vec<String> = values.iter().map(extra_html).collect();
            format!("<ul><li>{}</li></ul>", items.join("</li><li>"))
        }
        Extra::Map(values) if values.is_empty() => String::new(),
        Extra::Map(values) => {
            let mut html = String::from("<dl>");
            for (key, value) in values {
                write!(html, "<dt>{}</dt><dd>{}</dd>", escaped(key), extra_html(value))
                    .expect("writing to a String cannot fail");
            }
            html + "</dl>"
        }
    }
}

fn neighbours(draft: &mut Draft<'_>, entry: &Entry<EntryId>) {
    let home = draft.site.routes.fixed(FixedPage::Home);
    let (previous, next) = draft.site.neighbours(&entry.id);
    let link = |id: &EntryId| {
        let route = draft.site.routes.entry(id)?;
        (Some(&route.path) != home)
            .then(|| Link { title: draft.site.title(id), url: draft.site.routes.href(draft.path, id) })
    };
    let (previous, next) = (previous.and_then(link), next.and_then(link));
    draft.sheet.previous = previous;
    draft.sheet.next = next;
}
