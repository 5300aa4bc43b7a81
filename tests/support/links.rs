//! Every link of a built site, followed.

use html5gum::{Token, Tokenizer};
use leavebehind::output::OutputTree;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, BTreeSet};

/// Links, images, scripts and style sheets of the pages that lead to no file or heading of the
/// site, as `page: link`.
pub(crate) fn dead_links(output: &OutputTree) -> Vec<String> {
    let mut pages = BTreeMap::new();
    for (path, content) in output.files().filter(|(path, _)| path.is_page()) {
        pages.insert(path.as_str(), Page::read(content.bytes()));
    }
    let mut dead = Vec::new();
    for (path, page) in &pages {
        for link in &page.links {
            if !leads_somewhere(path, link, output, &pages) {
                dead.push(format!("{path}: {link}"));
            }
        }
    }
    dead
}

#[derive(Default)]
struct Page {
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
}

impl Page {
    fn read(bytes: &[u8]) -> Self {
        let mut page = Self::default();
        for token in Tokenizer::new(bytes) {
            let Ok(Token::StartTag(tag)) = token else { continue };
            let text = |name: &str| {
                tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
            };
            page.ids.extend(text("id"));
            page.links.extend(text("src"));
            // A canonical address is that of the site when it stands somewhere.
            if text("rel").is_none_or(|rel| rel != "canonical") {
                page.links.extend(text("href"));
            }
        }
        page
    }
}

fn leads_somewhere(from: &str, link: &str, output: &OutputTree, pages: &BTreeMap<&str, Page>) -> bool {
    let has_scheme = link.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    if has_scheme {
        return true;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let Some(target) = resolve(from, &decoded(path)) else { return false };
    if output.get(&target).is_none() {
        return false;
    }
    match pages.get(target.as_str()) {
        Some(page) => anchor.is_empty() || page.ids.contains(&decoded(anchor)),
        None => true,
    }
}

/// The path that a relative link leads to. None where it leaves the site, or would work on a
/// server alone.
fn resolve(from: &str, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(from.to_owned());
    }
    if path.starts_with('/') || path.ends_with('/') {
        return None;
    }
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}
