//! Pages that only help to find others.

use super::overview::frame;
use super::{Draft, Ready};
use crate::output::OutputPath;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::route::FixedPage;
use crate::render::site::view::{Link, Page, Part};
use std::fmt::Write as _;

/// The search.
pub(in crate::render::site) fn search<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let title = site.words.say("search").into_owned();
    let frame =
        Page { unlisted: true, description: title.clone(), ..frame(site, path, "search", &title, FixedPage::Search) };
    Draft::new(site, path, frame).finish()
}

/// What is shown where nothing is.
pub(in crate::render::site) fn not_found<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let title = site.words.say("not-found").into_owned();
    let mut frame = site.frame(path, "not-found", &title, None);
    // The page is shown at any depth, so that only addresses from the host's root lead anywhere. They name no host:
    // wherever the site is looked at, nothing is asked of another one.
    if let Some(base) = &site.publication.config.base_url {
        let below_scheme = base.split_once("://").map_or(base.as_str(), |(_, rest)| rest);
        below_scheme.find('/').map_or("/", |at| &below_scheme[at..]).clone_into(&mut frame.root);
    }
    "404".clone_into(&mut frame.label);
    frame.unlisted = true;
    // It is shown in place of pages that are not there, and is the page of none.
    frame.canonical = None;
    let lede = site.words.say("not-found-lede");
    frame.lede = format!("<p>{}</p>", escaped(&lede));
    frame.description = lede.into_owned();
    let mut draft = Draft::new(site, path, frame);
    let home = site.routes.fixed(FixedPage::Home);
    let search = site.routes.fixed(FixedPage::Search);
    let links: Vec<Link> = [(home, "home"), (search, "search")]
        .into_iter()
        .filter_map(|(page, key)| {
            let url = format!("{}{}", draft.sheet.page.root, site.href(path, page?));
            Some(Link { title: draft.say(key), url })
        })
        .collect();
    let mut html = String::new();
    for link in links {
        write!(html, "<a class=\"button\" href=\"{}\">{}</a> ", escaped(&link.url), escaped(&link.title))
            .expect("writing to a String cannot fail");
    }
    draft.sheet.parts.push(Part { html: format!("<p class=\"chips\">{html}</p>"), ..Part::default() });
    draft.finish()
}
