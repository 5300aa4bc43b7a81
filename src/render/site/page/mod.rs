//! The pages, kind by kind: from records and derived facts to what templates see.

pub(super) mod capability;
mod card;
pub(super) mod contacts;
mod draft;
pub(super) mod home;
pub(super) mod overview;
mod person;
mod project;
pub(super) mod record;
pub(super) mod register;
pub(super) mod role;
mod session;
pub(super) mod signpost;
mod skill;
pub(super) mod topic;

pub(super) use draft::{Draft, Ready};

use super::asset::SHEETS;
use super::escape::escaped;
use super::prose::Scene;
use super::route::FixedPage;
use super::view::{Link, Page};
use super::{Site, address};
use crate::model::{Entry, EntryId, Kind, Record, Vocabulary};
use crate::output::OutputPath;
use jiff::civil::Date;

/// So many people are named in a cell of a register; more are folded.
const MOST_IN_A_CELL: usize = 3;

impl<'a> Site<'a> {
    /// How texts of a page are written.
    pub(super) fn scene(&'a self, page: &'a OutputPath) -> Scene<'a> {
        Scene {
            page,
            routes: self.routes,
            words: self.words,
            images: self.images,
            colours: self.publication.colours,
            pictures: self.pictures,
        }
    }

    /// The frame of a page of that kind.
    pub(super) fn frame(&self, path: &OutputPath, kind: &str, title: &str, place: Option<&OutputPath>) -> Page {
        let site_title = self.title_of_site();
        let head_title = if title == site_title { site_title } else { format!("{title} · {site_title}") };
        Page {
            title: title.to_owned(),
            head_title,
            path: path.as_str().to_owned(),
            root: path.to_root(),
            kind: kind.to_owned(),
            place: place.map_or("", OutputPath::as_str).to_owned(),
            canonical: self.publication.config.base_url.as_ref().map(|base| address::absolute(base, path)),
            sheets: SHEETS.to_vec(),
            ..Page::default()
        }
    }

    /// The breadcrumb of a page below others.
    pub(super) fn crumbs(&self, path: &OutputPath, above: &[(&str, Option<&OutputPath>)]) -> Vec<Link> {
        let home = self.words.say("home");
        std::iter::once((&*home, self.routes.fixed(FixedPage::Home)))
            .chain(above.iter().copied())
            .filter_map(|(title, page)| Some(Link { title: title.to_owned(), url: self.href(path, page?) }))
            .collect()
    }

    /// The way from a page to another.
    #[expect(clippy::unused_self, reason = "every way is the site's, like those to records")]
    pub(super) fn href(&self, from: &OutputPath, to: &OutputPath) -> String {
        address::way(&from.relative_to(to)).into_owned()
    }

    /// What a record is called.
    pub(super) fn title(&self, id: &EntryId) -> String {
        self.publication.edition.get(id).map_or_else(|| id.last_segment().to_owned(), |entry| entry.title.clone())
    }

    /// A link to a record, as mark-up.
    pub(super) fn anchor(&self, from: &OutputPath, id: &EntryId) -> String {
        link_html(&self.routes.href(from, id), &self.title(id))
    }

    /// Links to records, each a value that a register can be filtered by. The comma belongs to its
    /// value, so that no line begins with one.
    pub(super) fn anchors<'b>(&self, from: &OutputPath, ids: impl IntoIterator<Item = &'b EntryId>) -> String {
        let links: Vec<String> =
            ids.into_iter().map(|id| format!("<span data-item=\"\">{}", self.anchor(from, id))).collect();
        if links.is_empty() {
            return String::new();
        }
        let comma = self.words.say("list-comma");
        format!("{}</span>", links.join(&format!("{}</span> ", comma.trim_end())))
    }

    /// The same, folded where they would make a row too high.
    pub(super) fn folded_anchors(&self, from: &OutputPath, people: Vec<&EntryId>) -> String {
        if people.len() <= MOST_IN_A_CELL {
            return self.anchors(from, people);
        }
        let count = escaped(&self.words.count("people-count", people.len()));
        format!("<details><summary>{count}</summary>{}</details>", self.anchors(from, people))
    }

    /// A day as mark-up, short enough for a column.
    pub(super) fn time(&self, date: Date) -> String {
        format!("<time datetime=\"{date}\">{}</time>", escaped(&self.words.short_date(date)))
    }
}

/// A link as mark-up.
pub(super) fn link_html(url: &str, title: &str) -> String {
    if url.is_empty() { escaped(title) } else { format!("<a href=\"{}\">{}</a>", escaped(url), escaped(title)) }
}

/// A status as mark-up: its form says as much as its colour.
pub(super) fn status_html(tone: &str, text: &str) -> String {
    let class = if tone == "plain" { String::new() } else { format!(" is-{tone}") };
    format!("<span class=\"status{class}\">{}</span>", escaped(text))
}

/// How a word is meant: good, to be looked at, bad, or neither.
pub(super) fn tone<W: Vocabulary>(word: W) -> &'static str {
    match word.as_str() {
        "completed" | "in_use" | "embedded" | "accepted" | "met" | "held" | "went_well" => "ok",
        "needs_review" | "on_hold" | "partially_met" | "mixed" => "warn",
        "blocked" | "not_met" | "went_badly" => "bad",
        _ => "plain",
    }
}

/// The day of a record, for lists.
pub(super) fn date_of(entry: &Entry<EntryId>) -> Option<Date> {
    match &entry.record {
        Record::Session(session) => session.date,
        Record::Lesson(lesson) => lesson.date,
        Record::Decision(decision) => decision.date,
        _ => None,
    }
}

/// At most so many characters, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let cut = text[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    format!("{} …", text[..cut].trim_end_matches([',', ';', ':', '.']))
}

/// The records of a kind in the order in which they are read: by date, else by folder and title.
pub(super) fn in_order<'e>(site: &Site<'e>, kind: Kind) -> Vec<&'e Entry<EntryId>> {
    let mut entries: Vec<&Entry<EntryId>> = site.publication.edition.of_kind(kind).collect();
    if matches!(kind, Kind::Session | Kind::Lesson | Kind::Decision) {
        entries.sort_by(|a, b| (date_of(a), &a.id).cmp(&(date_of(b), &b.id)));
    } else {
        entries.sort_by_cached_key(|entry| {
            let folder = if matches!(kind, Kind::Page | Kind::Playbook) { folder_of(site, entry) } else { "" };
            (folder.to_owned(), folder != &*entry.id.slug, entry.title.to_lowercase(), entry.id.clone())
        });
    }
    entries
}

/// The folder of a record below that of its kind; empty at its top. A folder's own page stands in its folder.
pub(super) fn folder_of<'e>(site: &Site<'_>, entry: &'e Entry<EntryId>) -> &'e str {
    if is_folder(site, entry) {
        return &entry.id.slug;
    }
    entry.id.slug.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a record is its folder's own page.
pub(super) fn is_folder(site: &Site<'_>, entry: &Entry<EntryId>) -> bool {
    site.routes.entry(&entry.id).is_some_and(|route| {
        let folder = route.path.as_str().strip_suffix("/index.html");
        folder.is_some_and(|folder| folder.contains('/') || entry.id.kind == Kind::Page)
    })
}

/// The record that is a folder's own page: it is called as the folder is.
pub(super) fn page_of_folder<'e>(site: &Site<'e>, kind: Kind, folder: &str) -> Option<&'e Entry<EntryId>> {
    site.publication.edition.get(&EntryId::new(kind, folder))
}

/// A folder is called as its own page is, else by its name.
pub(super) fn folder_title(site: &Site<'_>, kind: Kind, folder: &str) -> String {
    if folder.is_empty() {
        return String::new();
    }
    page_of_folder(site, kind, folder).map_or_else(
        || {
            let mut name = folder.rsplit('/').next().unwrap_or(folder).replace(['-', '_'], " ");
            if let Some(first) = name.chars().next() {
                name.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
            }
            name
        },
        |entry| entry.title.clone(),
    )
}
