//! What stands beside the pages: the theme's files, the brand, and what every template is told.

use super::route::{FixedPage, Routes};
use super::view::Link;
use super::{address, brand, navigation};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{EntryId, Kind};
use crate::output::{Content, OutputPath};
use crate::render::feed::{FEED, SITEMAP};
use crate::render::search::SearchPage;
#[cfg(feature = "pdf")]
use crate::render::social_card::card as social_card;
use crate::render::theme::Theme;
use crate::render::words::{Value, Words};
use crate::render::{Publication, image};
use crate::source::Span;
use serde::Serialize;

/// The style sheets of the theme, in their order, without that of paper.
pub(super) const SHEETS: [&str; 4] = ["ledger.css", "notes.css", "pictures.css", "brand.css"];

/// The registers beside which there are data files.
pub(super) const DATA: [&str; 11] = [
    "sessions",
    "playbooks",
    "lessons",
    "decisions",
    "projects",
    "people",
    "skills",
    "open-items",
    "leave-behinds",
    "success-criteria",
    "skills-matrix",
];

/// Where the picture of the site stands.
const CARD: &str = "static/card.png";

/// What every template sees.
#[derive(Serialize)]
struct Global {
    title: String,
    language: &'static str,
    byline: String,
    with_consultancy: Option<String>,
    search: bool,
    #[serde(flatten)]
    brand: Brand,
    links: Vec<Link>,
}

/// The pictures that stand for the whole site.
#[derive(Debug, Default, Serialize)]
pub struct Brand {
    /// The logo, where there is one.
    pub logo: Option<Logo>,
    /// The whole address of the picture that is shown beside links to the site.
    pub card: Option<String>,
}

/// The logo.
#[derive(Debug, Clone, Serialize)]
pub struct Logo {
    /// Its address from the root.
    pub url: String,
    /// Its width in pixels, where it is known.
    pub width: Option<u32>,
    /// Its height in pixels, where it is known.
    pub height: Option<u32>,
}

/// What the site is called: its title, else that of the welcome letter, else the client.
pub fn title_of(publication: &Publication<'_>, words: &Words) -> String {
    let home = EntryId::new(Kind::Page, "index");
    let title = &publication.edition.engagement().site_title;
    if !title.is_empty() {
        return title.clone();
    }
    let of_home = publication.edition.get(&home).map(|entry| entry.title.clone());
    of_home
        .or_else(|| publication.edition.engagement().client.clone())
        .unwrap_or_else(|| words.say("group-stays").into_owned())
}

/// Tells the theme what every template sees.
pub fn introduce(theme: &mut Theme, publication: &Publication<'_>, words: &Words, routes: &Routes, brand: Brand) {
    let edition = publication.edition;
    let engagement = edition.engagement();
    let with = engagement
        .consultancy
        .as_ref()
        .map(|name| words.say_with("with-consultancy", &[("consultancy", Value::Text(name))]));
    let as_of = words.say_with("as-of", &[("date", Value::Text(&words.date(edition.today())))]);
    let byline = [engagement.client.as_deref(), with.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let fixed = |page, key: &str| {
        let path = routes.fixed(page)?;
        Some(Link { title: words.say(key).into_owned(), url: address::way(path.as_str()).into_owned() })
    };
    let links = [fixed(FixedPage::Contacts, "contacts"), fixed(FixedPage::Book, "the-book")].into_iter().flatten();
    let global = Global {
        title: title_of(publication, words),
        language: words.language().tag(),
        byline: if byline.is_empty() { as_of } else { format!("{byline} · {as_of}") },
        with_consultancy: with,
        search: publication.config.search,
        brand,
        links: links.collect(),
    };
    let context = theme.global_context();
    context.insert("site", &global);
    context.insert("words", &words.plain());
    context.insert("navigation", &navigation::navigation(edition, routes, words));
}

/// The address of the card, whose picture is added: for a site that stands in the web. A theme's own stands.
fn card(publication: &Publication<'_>, words: &Words, files: &mut Vec<(OutputPath, Content)>) -> Option<String> {
    let base = publication.config.base_url.as_ref()?;
    let path = OutputPath::new(CARD);
    if !files.iter().any(|(other, _)| *other == path) {
        files.push((path, Content::Bytes(social_card(publication, words)?)));
    }
    Some(format!("{base}{CARD}"))
}

/// Without the PDF engine there is nothing that turns a drawing into pixels.
#[cfg(not(feature = "pdf"))]
fn social_card(_: &Publication<'_>, _: &Words) -> Option<Vec<u8>> {
    None
}

/// The files of the theme and of the brand, for the output.
pub fn assets(
    theme: &Theme,
    publication: &Publication<'_>,
    words: &Words,
    report: &mut Report,
) -> (Brand, Vec<(OutputPath, Content)>) {
    let mut files: Vec<(OutputPath, Content)> = theme
        .below("static")
        .filter(|(name, _)| publication.config.search || !matches!(*name, "search.css" | "search.js" | "minisearch.js"))
        .map(|(name, bytes)| (OutputPath::new(format!("static/{name}")), Content::Bytes(bytes.to_vec())))
        .collect();
    let mut add = |name: &str, text: String| {
        let path = OutputPath::new(format!("static/{name}"));
        // A theme's own file of that name stands.
        if !files.iter().any(|(other, _)| *other == path) {
            files.push((path, Content::Bytes(text.into_bytes())));
        }
    };
    add("brand.css", brand::style_sheet(publication.config, report));
    add("favicon.svg", brand::favicon(publication.config));
    add("words.js", words.script());
    let logo = publication.config.brand.logo.as_ref().and_then(|source| {
        let ending = source.ending();
        let cleaned = image::clean(publication.file(source)?, &ending);
        match cleaned {
            Ok(cleaned) => {
                let path = OutputPath::new(format!("static/logo.{ending}"));
                let logo = Logo { url: path.as_str().to_owned(), width: cleaned.width, height: cleaned.height };
                files.push((path, Content::Bytes(cleaned.bytes)));
                Some(logo)
            }
            Err(complaint) => {
                let place = Span::file(source);
                report.push(Diagnostic::error(Code::InvalidImage, place, complaint.message));
                None
            }
        }
    });
    (Brand { logo, card: card(publication, words, &mut files) }, files)
}

/// The kinds by which the search can be narrowed: those of which there is anything.
pub fn kinds_of_search(pages: &[SearchPage], words: &Words) -> Vec<(String, String)> {
    Kind::ALL
        .into_iter()
        .filter(|kind| pages.iter().any(|page| page.kind == kind.as_str()))
        .map(|kind| (kind.as_str().to_owned(), words.kinds(kind).into_owned()))
        .collect()
}

/// The paths of the files that are made after the pages, for those who must keep them free.
pub fn made_paths() -> impl Iterator<Item = OutputPath> {
    DATA.into_iter()
        .flat_map(|name| ["csv", "json"].map(|ending| OutputPath::new(format!("data/{name}.{ending}"))))
        .chain(["data/engagement.json", "static/search-index.js", CARD, FEED, SITEMAP].map(OutputPath::new))
}
