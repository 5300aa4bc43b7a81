//! The registers: a table or cards of every kind.

mod cells;

use super::card;
use super::{Draft, Ready, shortened};
use crate::model::{Entry, EntryId, Kind};
use crate::render::plain;
use crate::render::site::escape::escaped;
use crate::render::site::route::{PartName, RegisterPart};
use crate::render::site::table::{Column, Row, table};
use crate::render::site::view::{Link, Register};
use crate::render::site::{Site, address};
use cells::{cells_of, head};
use std::collections::BTreeSet;

/// Writes a page of a register.
pub(in crate::render::site) fn page<'a>(site: &'a Site<'a>, kind: Kind, part: &'a RegisterPart) -> (Register, Ready) {
    let path = &part.path;
    let first = site.routes.register(kind);
    let kinds = site.words.kinds(kind).into_owned();
    let name = part_name(site, part.name);
    let title = if name.is_empty() { kinds.clone() } else { site.words.labelled(&kinds, &name) };
    let mut frame = site.frame(path, &format!("register-{kind}"), &title, first);
    frame.crumbs = site.crumbs(path, &[(&kinds, first.filter(|first| *first != path))]);
    frame.label = site.group_of(path).unwrap_or_default();
    let introduction = site.publication.edition.introduction(kind).filter(|_| part.name == PartName::Whole);
    let mut draft = Draft::new(site, path, frame);
    let mut register = Register::default();
    if let Some(entry) = introduction {
        draft.sheet.page.title.clone_from(&entry.title);
        // Links to headings of an introduction lead to its register.
        register.introduction = draft.writer.blocks(&entry.body, 2);
        draft.sheet.page.description = shortened(&plain::text(&entry.body), 160);
    } else {
        let lede = site.words.say(&format!("lede-{kind}"));
        draft.sheet.page.lede = format!("<p>{}</p>", escaped(&lede));
        draft.sheet.page.description = lede.into_owned();
    }
    let shown: BTreeSet<&EntryId> = part.entries.iter().collect();
    let in_order = site.order_of(kind).iter().filter(|id| shown.contains(id));
    let mut entries: Vec<&'a Entry<EntryId>> = in_order.filter_map(|id| site.publication.edition.get(id)).collect();
    match kind {
        Kind::Session | Kind::Lesson | Kind::Decision => entries.reverse(),
        // What is open comes first, and of that what is due first.
        Kind::OpenItem => entries.sort_by_key(|entry| {
            let standing = site.publication.insights.open_at_exit.items.get(&entry.id);
            let due = site.publication.edition.open_item(&entry.id).and_then(|(_, item)| item.due);
            (!standing.is_some_and(|standing| standing.open), due.is_none(), due)
        }),
        _ => {}
    }
    let parts = site.routes.register_parts(kind);
    if parts.len() > 1 {
        register.register_parts = parts[1..]
            .iter()
            .map(|other| Link { title: part_name(site, other.name), url: site.href(path, &other.path) })
            .collect();
        register.parts_label = site.words.say("register-parts").into_owned();
    }
    if kind == Kind::Playbook {
        register.groups = card::cards(&mut draft, &entries);
    } else if !entries.is_empty() {
        register.table = rows(&mut draft, kind, &entries);
    }
    register.files = site.files_of(kind.folder(), path);
    let ready = draft.finish();
    register.page = ready.sheet.page.clone();
    (register, ready)
}

fn part_name(site: &Site<'_>, name: PartName) -> String {
    match name {
        PartName::Whole => String::new(),
        PartName::Year(year) => year.to_string(),
        PartName::Month(year, month) => site.words.month(year, month),
        PartName::Letter(letter) => letter.to_uppercase().collect(),
        PartName::Rest => site.words.say("register-rest").into_owned(),
    }
}

/// The table of some records of one kind.
pub(super) fn rows<'a>(draft: &mut Draft<'a>, kind: Kind, entries: &[&'a Entry<EntryId>]) -> String {
    rows_as(draft, kind, entries, kind != Kind::Term)
}

/// The same, with or without means to sort and filter.
pub(super) fn rows_as<'a>(draft: &mut Draft<'a>, kind: Kind, entries: &[&'a Entry<EntryId>], sortable: bool) -> String {
    let site = draft.site;
    let columns = columns(site, kind);
    let rows: Vec<Row> = entries
        .iter()
        .map(|entry| {
            let id = (!kind.has_pages()).then(|| address::id_of("", &entry.id.slug));
            let mut cells = vec![head(draft, entry, id.as_deref()).sorted(&entry.title)];
            cells.extend(cells_of(draft, entry));
            Row { id, cells }
        })
        .collect();
    table(site.words, &site.words.say("register-of"), &columns, &rows, sortable)
}

fn columns(site: &Site<'_>, kind: Kind) -> Vec<Column> {
    let field = |key: &str| Column::new(&site.words.say(&format!("field-{key}")));
    let first = Column::new(&site.words.kind(kind));
    let rest = match kind {
        Kind::Session => vec![
            field("date"),
            field("type").filter("type").wrap(),
            field("method").filter("method"),
            field("status").filter("status"),
            field("facilitator").wrap(),
            field("skills").filter("skill").wrap(),
            field("projects").filter("project").wrap(),
            field("people").filter("person").wrap(),
            field("duration").number(),
        ],
        Kind::Lesson => vec![
            field("date"),
            field("theme").filter("theme"),
            field("polarity").filter("polarity"),
            field("status").filter("status"),
            field("owner").filter("owner"),
            field("projects").filter("project").wrap(),
        ],
        Kind::Decision => vec![
            field("date"),
            field("status").filter("status"),
            field("decision-makers").filter("person").wrap(),
            field("projects").filter("project").wrap(),
        ],
        Kind::OpenItem => vec![
            field("type").filter("type"),
            field("due"),
            field("status").filter("status"),
            field("owner").filter("owner"),
            field("new-owner").filter("new-owner"),
            field("score").number(),
            field("projects").filter("project").wrap(),
            field("session").wrap(),
        ],
        Kind::Skill => {
            let mut columns = vec![field("family").filter("family")];
            if site.publication.insights.known_coverage().is_some() {
                columns.push(field("coverage").filter("coverage"));
                columns.push(field("holders-staying").number());
                columns.push(field("teachers").filter("teacher").wrap());
            }
            columns.push(field("sessions").number());
            columns
        }
        Kind::Person => vec![
            field("role").filter("role"),
            field("organisation").filter("organisation").wrap(),
            field("stays").filter("stays"),
            field("sessions").number(),
            field("duration").number(),
        ],
        Kind::Project => {
            let mut columns = vec![
                field("status").filter("status"),
                field("lead").filter("lead"),
                field("finish"),
                field("schedule"),
            ];
            if site.publication.edition.shows_money() {
                columns.push(field("budget"));
            }
            columns
        }
        Kind::LeaveBehind => vec![
            field("step").filter("step"),
            field("form").filter("form"),
            field("owner-after").filter("owner"),
            field("review-by"),
            field("sessions").number(),
        ],
        Kind::SuccessCriterion => vec![
            field("baseline").wrap(),
            field("target").wrap(),
            field("result").wrap(),
            field("status").filter("status"),
            field("owner").filter("owner"),
            field("measure-when").wrap(),
        ],
        Kind::HandoverItem => vec![
            field("area").filter("area"),
            field("done").filter("done"),
            field("owner").filter("owner"),
            field("signed-off").wrap(),
            field("evidence").wrap(),
        ],
        Kind::Term => vec![field("meaning").wrap()],
        Kind::Page | Kind::Playbook | Kind::Organisation => Vec::new(),
    };
    std::iter::once(first).chain(rest).collect()
}
