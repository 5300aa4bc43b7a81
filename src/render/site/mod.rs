//! The pages of the site.
//!
//! In: a [`Publication`], the words and the theme. Out: pages that work from a
//! domain's root, a sub-path and by double-click.
//!
//! *Invariant:* every address is made by [`route`], so that a link to a page that is not there
//! cannot be written.

pub mod address;
mod asset;
mod brand;
pub mod escape;
pub mod figure;
pub mod image;
mod navigation;
mod page;
pub mod prose;
pub mod route;
mod table;
pub mod view;

use super::Publication;
use super::search::SearchPage;
use super::theme::Theme;
use super::words::Words;
use crate::diagnostic::{Diagnostic, Report};
use crate::model::{Entry, EntryId, Kind, Level, Record};
use crate::output::OutputPath;
use asset::DATA;
pub use asset::{Brand, Logo, assets, introduce, kinds_of_search, made_paths, title_of};
pub use brand::{accent, ground};
use image::Images;
use jiff::civil::Date;
use page::{Ready, in_order};

use rayon::prelude::*;
use route::{FixedPage, RegisterPart, Routes, Tag};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use tera::Context;
use view::{Contents, Group, Link, Page, Part, Redirect, Sheet};

/// What all pages are made from.
pub struct Site<'a> {
    publication: &'a Publication<'a>,
    words: &'a Words,
    routes: &'a Routes,
    images: &'a Images,
    theme: &'a Theme,
    pictures: &'a prose::Pictures<'a>,
    navigation: Vec<Group>,
    /// The records of each kind in the order in which they are read.
    order: BTreeMap<Kind, Vec<EntryId>>,
    places: HashMap<EntryId, usize>,
}

/// A page that is written.
pub struct Written {
    /// Where.
    pub path: OutputPath,
    /// The page.
    pub html: Vec<u8>,
    /// What of it can be searched; none for pages that only lead to others.
    pub search: Option<SearchPage>,
    /// The day it was last changed, where that is known.
    pub changed: Option<Date>,
    /// Whether search engines may list it.
    pub listed: bool,
}

/// A page that is to be written.
enum Plan<'a> {
    Record(&'a Entry<EntryId>, &'a OutputPath),
    Register(Kind, &'a RegisterPart),
    Fixed(FixedPage, &'a OutputPath),
    Role(crate::model::Role, &'a OutputPath),
    Tag(&'a Tag),
    Theme(&'a str, &'a crate::insight::LessonGroup, &'a OutputPath),
    Redirect(&'a OutputPath, &'a EntryId),
}

impl<'a> Site<'a> {
    /// The ground of all pages. The theme is told what every template sees.
    pub fn new(
        publication: &'a Publication<'a>,
        words: &'a Words,
        routes: &'a Routes,
        images: &'a Images,
        theme: &'a Theme,
        pictures: &'a prose::Pictures<'a>,
    ) -> Self {
        let mut site = Self {
            publication,
            words,
            routes,
            images,
            theme,
            pictures,
            navigation: navigation::navigation(publication.edition, routes, words),
            order: BTreeMap::new(),
            places: HashMap::new(),
        };
        for kind in Kind::ALL {
            let ids: Vec<EntryId> = in_order(&site, kind).into_iter().map(|entry| entry.id.clone()).collect();
            site.places.extend(ids.iter().enumerate().map(|(place, id)| (id.clone(), place)));
            site.order.insert(kind, ids);
        }
        site
    }

    /// Every page of the site but the book.
    pub fn write(&self, report: &mut Report) -> Vec<Written> {
        let written: Vec<Result<Written, Box<Diagnostic>>> =
            self.plans().into_par_iter().map(|plan| self.write_one(&plan)).collect();
        let mut pages = Vec::with_capacity(written.len());
        // A mistake of a template is on every page; it is said once.
        let mut said: Vec<Diagnostic> = Vec::new();
        for page in written {
            match page {
                Ok(page) => pages.push(page),
                Err(complaint) if said.contains(&*complaint) => {}
                Err(complaint) => {
                    said.push((*complaint).clone());
                    report.push(*complaint);
                }
            }
        }
        pages
    }

    /// A page of somebody else's making in the site's frame: the book.
    pub fn framed(&self, page: Page, html: String, contents: Vec<Contents>) -> Result<Vec<u8>, Box<Diagnostic>> {
        let part = Part { html, ..Part::default() };
        self.render("book.html", &Sheet { page, contents, parts: vec![part], ..Sheet::default() })
    }

    /// The frame of a page that the site has always: its title, its place and the way back.
    pub fn frame_of(&self, page: FixedPage, path: &OutputPath, kind: &str, title: &str) -> Page {
        page::overview::frame(self, path, kind, title, page)
    }

    fn plans(&self) -> Vec<Plan<'_>> {
        let mut plans = Vec::new();
        let home = self.routes.fixed(FixedPage::Home);
        for entry in self.publication.edition.entries() {
            if let Some(route) = self.routes.entry(&entry.id)
                && route.anchor.is_none()
                && Some(&route.path) != home
            {
                plans.push(Plan::Record(entry, &route.path));
            }
        }
        for kind in self.routes.registers().filter(|kind| *kind != Kind::Organisation) {
            plans.extend(self.routes.register_parts(kind).iter().map(|part| Plan::Register(kind, part)));
        }
        for page in FixedPage::ALL.into_iter().filter(|page| *page != FixedPage::Book) {
            plans.extend(self.routes.fixed(page).map(|path| Plan::Fixed(page, path)));
        }
        plans.extend(self.routes.roles().map(|(role, path)| Plan::Role(role, path)));
        plans.extend(self.routes.tags().map(Plan::Tag));
        for theme in self.publication.insights.learning.themes.values() {
            plans.extend(self.routes.theme(&theme.name).map(|path| Plan::Theme(&theme.name, &theme.lessons, path)));
        }
        plans.extend(self.routes.redirects().map(|(path, id)| Plan::Redirect(path, id)));
        plans
    }

    fn write_one(&self, plan: &Plan<'_>) -> Result<Written, Box<Diagnostic>> {
        match plan {
            Plan::Record(entry, path) => {
                let ready = page::record::page(self, path, entry);
                let kind = entry.id.kind.as_str();
                let page = self.sheet(path, "sheet.html", ready, Some((kind, entry.tags.clone())))?;
                Ok(Written { changed: last_change(entry), ..page })
            }
            Plan::Register(kind, part) => {
                let (mut register, ready) = page::register::page(self, *kind, part);
                register.page = ready.sheet.page.clone();
                let html = self.render("register.html", &register)?;
                let tags = Vec::new();
                let search = SearchPage {
                    url: address::way(part.path.as_str()).into_owned(),
                    title: register.page.title,
                    kind: kind.as_str().to_owned(),
                    tags,
                    passages: ready.passages,
                };
                Ok(Written { path: part.path.clone(), html, search: Some(search), listed: true, changed: None })
            }
            Plan::Fixed(FixedPage::Home, path) => {
                let letter = self.publication.edition.entries().find(|entry| {
                    self.routes.entry(&entry.id).is_some_and(|route| route.anchor.is_none() && route.path == **path)
                });
                let (home, ready) = page::home::page(self, path, letter);
                let html = self.render("home.html", &home)?;
                let search = SearchPage {
                    url: address::way(path.as_str()).into_owned(),
                    title: home.page.title,
                    kind: "page".into(),
                    tags: Vec::new(),
                    passages: ready.passages,
                };
                Ok(Written { path: (*path).clone(), html, search: Some(search), listed: true, changed: None })
            }
            Plan::Fixed(page, path) => self.fixed(*page, path),
            Plan::Role(role, path) => {
                self.sheet(path, "sheet.html", page::role::page(self, path, *role), Some(("page", Vec::new())))
            }
            Plan::Tag(tag) => self.sheet(&tag.path, "sheet.html", page::topic::tag(self, tag), None),
            Plan::Theme(name, lessons, path) => {
                self.sheet(path, "sheet.html", page::topic::theme(self, path, name, lessons), None)
            }
            Plan::Redirect(path, id) => {
                let target = Link { title: self.title(id), url: self.routes.href(path, id) };
                let page = self.frame(path, "redirect", &target.title, None);
                let html = self.render("redirect.html", &Redirect { page, target })?;
                Ok(Written { path: (*path).clone(), html, search: None, listed: false, changed: None })
            }
        }
    }

    fn fixed(&self, page: FixedPage, path: &OutputPath) -> Result<Written, Box<Diagnostic>> {
        let search = Some(("page", Vec::new()));
        match page {
            FixedPage::Sponsor => self.sheet(path, "sheet.html", page::overview::sponsor(self, path), search),
            FixedPage::WhatWeLeaveBehind => {
                self.sheet(path, "sheet.html", page::overview::staircase(self, path), search)
            }
            FixedPage::SkillsMatrix => self.sheet(path, "sheet.html", page::capability::matrix(self, path), search),
            FixedPage::Coverage => self.sheet(path, "sheet.html", page::capability::coverage(self, path), search),
            FixedPage::Timeline => self.sheet(path, "sheet.html", page::overview::timeline(self, path), search),
            FixedPage::Portfolio => self.sheet(path, "sheet.html", page::overview::portfolio(self, path), search),
            FixedPage::Readiness => self.sheet(path, "sheet.html", page::overview::readiness(self, path), search),
            FixedPage::Contacts => self.sheet(path, "sheet.html", page::contacts::contacts(self, path), search),
            FixedPage::Roles => self.sheet(path, "sheet.html", page::topic::roles(self, path), None),
            FixedPage::Tags => self.sheet(path, "sheet.html", page::topic::tags(self, path), None),
            FixedPage::Themes => self.sheet(path, "sheet.html", page::topic::themes(self, path), search),
            FixedPage::Search => self.sheet(path, "search.html", page::signpost::search(self, path), None),
            FixedPage::Home | FixedPage::Book | FixedPage::NotFound => {
                self.sheet(path, "sheet.html", page::signpost::not_found(self, path), None)
            }
        }
    }

    fn sheet(
        &self,
        path: &OutputPath,
        template: &str,
        ready: Ready,
        search: Option<(&str, Vec<String>)>,
    ) -> Result<Written, Box<Diagnostic>> {
        let html = self.render(template, &ready.sheet)?;
        let title = ready.sheet.page.title;
        let passages = ready.passages;
        let url = address::way(path.as_str()).into_owned();
        let search = search.map(|(kind, tags)| SearchPage { url, title, kind: kind.to_owned(), tags, passages });
        Ok(Written { path: path.clone(), html, search, listed: !ready.sheet.page.unlisted, changed: None })
    }

    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<Vec<u8>, Box<Diagnostic>> {
        let context = Context::from_serialize(view).expect("every view is a struct of plain values");
        self.theme.render(template, &context)
    }

    /// The records of a kind in the order in which they are read.
    fn order_of(&self, kind: Kind) -> &[EntryId] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The records before and after one.
    fn neighbours(&self, id: &EntryId) -> (Option<&EntryId>, Option<&EntryId>) {
        let order = self.order_of(id.kind);
        let Some(place) = self.places.get(id).copied() else { return (None, None) };
        (place.checked_sub(1).and_then(|before| order.get(before)), order.get(place + 1))
    }

    /// What the site is called: its title, else its home page's, else the engagement's client.
    fn title_of_site(&self) -> String {
        title_of(self.publication, self.words)
    }

    /// The name of the navigation's group in which a page stands.
    fn group_of(&self, path: &OutputPath) -> Option<String> {
        let holds = |group: &&Group| group.items.iter().any(|item| item.path == path.as_str());
        self.navigation.iter().find(holds).map(|group| group.title.clone())
    }

    /// The data files of a register.
    fn files_of(&self, name: &str, from: &OutputPath) -> Vec<Link> {
        if !DATA.contains(&name) {
            return Vec::new();
        }
        [("CSV", "csv"), ("JSON", "json")]
            .into_iter()
            .map(|(title, ending)| {
                let file = OutputPath::new(format!("data/{name}.{ending}"));
                Link { title: title.to_owned(), url: self.href(from, &file) }
            })
            .collect()
    }

    /// A level as mark-up: its boxes, its number and its word.
    fn level(&self, level: Option<Level>, before: Option<Level>) -> String {
        let Some(level) = level else {
            return format!("<span class=\"soft\">{}</span>", escape::escaped(&self.words.say("not-recorded")));
        };
        let boxes: String = (1..=4)
            .map(|place| match () {
                () if place > level.number() => "<i></i>",
                () if before.is_some_and(|before| place <= before.number()) => "<i class=\"was\"></i>",
                () => "<i class=\"on\"></i>",
            })
            .collect();
        format!(
            "<span class=\"level\" aria-hidden=\"true\">{boxes}</span><span class=\"level-words\">{}</span>",
            escape::escaped(&self.level_words(level))
        )
    }

    /// A level as its number and word: "3 independent".
    fn level_words(&self, level: Level) -> String {
        format!("{} {}", level.number(), self.words.word(level))
    }
}

fn last_change(entry: &Entry<EntryId>) -> Option<Date> {
    match &entry.record {
        Record::Page(page) => page.date,
        Record::Playbook(playbook) => playbook.date,
        Record::Session(session) => session.date,
        Record::Lesson(lesson) => lesson.date,
        Record::Decision(decision) => decision.date,
        _ => None,
    }
}
