//! The navigation: what an edition has, in five groups.

use super::address;
use super::route::{FixedPage, Routes};
use super::view::{Group, Item};
use crate::edition::Edition;
use crate::model::{EntryId, Kind};
use crate::output::OutputPath;
use crate::render::words::Words;

/// Notes that have a place of their own: the home page, and where a new joiner begins.
const HEADED: [&str; 2] = ["index", "start-here"];

/// More notes without a register than this are listed on the home page alone.
const MOST_NOTES: usize = 6;

/// The groups of which the edition has anything.
pub(super) fn navigation(edition: &Edition, routes: &Routes, words: &Words) -> Vec<Group> {
    let item = |title: String, path: &OutputPath, count: Option<usize>| Item {
        title,
        path: path.as_str().to_owned(),
        url: address::way(path.as_str()).into_owned(),
        count: count.map(|count| words.decimal(count as f64, 0)),
    };
    let fixed =
        |page: FixedPage, key: &str| routes.fixed(page).map(|path| item(words.say(key).into_owned(), path, None));
    let register = |kind: Kind| {
        let count = edition.of_kind(kind).count();
        routes
            .register(kind)
            .map(|path| item(words.kinds(kind).into_owned(), path, Some(count).filter(|count| *count > 0)))
    };
    let page = |slug: &str| {
        let id = EntryId::new(Kind::Page, slug);
        let entry = edition.get(&id)?;
        routes.entry(&id).map(|route| item(entry.title.clone(), &route.path, None))
    };
    let mut start = vec![
        fixed(FixedPage::Home, "home"),
        page("start-here"),
        fixed(FixedPage::Roles, "by-role"),
        fixed(FixedPage::Sponsor, "sponsor-page"),
    ];
    let others: Vec<&str> =
        edition.of_kind(Kind::Page).map(|entry| &*entry.id.slug).filter(|slug| !HEADED.contains(slug)).collect();
    if others.len() <= MOST_NOTES {
        start.extend(others.into_iter().map(page));
    }
    let groups = [
        ("group-start", start),
        (
            "group-stays",
            vec![
                fixed(FixedPage::WhatWeLeaveBehind, "staircase"),
                register(Kind::LeaveBehind),
                register(Kind::Skill),
                fixed(FixedPage::SkillsMatrix, "skills-matrix"),
                fixed(FixedPage::Coverage, "coverage"),
                register(Kind::OpenItem),
                register(Kind::SuccessCriterion),
                register(Kind::HandoverItem),
                fixed(FixedPage::Readiness, "readiness"),
                fixed(FixedPage::Book, "the-book"),
            ],
        ),
        (
            "group-how",
            vec![
                register(Kind::Playbook),
                register(Kind::Lesson),
                fixed(FixedPage::Themes, "themes"),
                register(Kind::Decision),
                register(Kind::Term),
                fixed(FixedPage::Tags, "tags"),
            ],
        ),
        (
            "group-past",
            vec![
                fixed(FixedPage::Timeline, "timeline"),
                register(Kind::Session),
                register(Kind::Project),
                fixed(FixedPage::Portfolio, "portfolio"),
            ],
        ),
        ("group-who", vec![register(Kind::Person), fixed(FixedPage::Contacts, "contacts")]),
    ];
    groups
        .into_iter()
        .map(|(key, items)| Group { title: words.say(key).into_owned(), items: items.into_iter().flatten().collect() })
        .filter(|group| !group.items.is_empty())
        .collect()
}
