//! Which pages of a site are looked at.

use html5gum::{Token, Tokenizer};
use leavebehind::output::OutputTree;
use std::collections::{BTreeMap, BTreeSet};
use std::env;

/// What there is to know of a page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) path: String,
    pub(super) kind: String,
    pub(super) bytes: usize,
    /// How many elements stand within each other.
    pub(super) depth: usize,
    pub(super) links: usize,
    pub(super) cells: usize,
    /// The pictures, by their names.
    pub(super) pictures: BTreeSet<String>,
}

const VOID: [&[u8]; 8] = [b"meta", b"link", b"img", b"input", b"br", b"hr", b"source", b"wbr"];

/// All pages of a site but those that lead on to another.
pub(super) fn all(output: &OutputTree) -> Vec<Page> {
    let pages = output.files().filter(|(path, _)| path.is_page());
    pages.filter_map(|(path, content)| read(path.as_str(), content.bytes())).collect()
}

fn read(path: &str, html: &[u8]) -> Option<Page> {
    let (mut kind, mut depth, mut deepest, mut links, mut cells) = (None, 0_usize, 0, 0, 0);
    let mut pictures = BTreeSet::new();
    for token in Tokenizer::new(html) {
        match token {
            Ok(Token::StartTag(tag)) => {
                let text = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
                match &**tag.name {
                    b"body" => kind = text(b"class").and_then(|class| class.strip_prefix("page-").map(str::to_owned)),
                    b"a" => links += 1,
                    b"td" | b"th" => cells += 1,
                    b"svg" => pictures.extend(text(b"aria-labelledby").and_then(|ids| picture(&ids))),
                    _ => {}
                }
                if !tag.self_closing && !VOID.contains(&&**tag.name) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
            Ok(Token::EndTag(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let (path, bytes) = (path.to_owned(), html.len());
    Some(Page { path, kind: kind?, bytes, depth: deepest, links, cells, pictures })
}

/// `lb-view-skills-matrix-2-t` is the title of a picture called skills-matrix.
fn picture(ids: &str) -> Option<String> {
    let name = ids.split(' ').next()?.strip_prefix("lb-view-")?.strip_suffix("-t")?;
    Some(name.trim_end_matches(|sign: char| sign == '-' || sign.is_ascii_digit()).to_owned())
}

/// The longest page of every kind, and the shortest with each picture that these do not have.
pub(super) fn of_every_kind(pages: &[Page]) -> Vec<&Page> {
    let mut kinds: BTreeMap<&str, &Page> = BTreeMap::new();
    for page in pages {
        let known = kinds.entry(&page.kind).or_insert(page);
        if page.bytes > known.bytes {
            *known = page;
        }
    }
    let mut chosen: Vec<&Page> = kinds.into_values().collect();
    let mut seen: BTreeSet<&String> = chosen.iter().flat_map(|page| &page.pictures).collect();
    let mut by_size: Vec<&Page> = pages.iter().collect();
    by_size.sort_by_key(|page| page.bytes);
    for page in by_size {
        if page.pictures.iter().any(|picture| !seen.contains(picture)) {
            seen.extend(&page.pictures);
            chosen.push(page);
        }
    }
    chosen
}

/// The longest, deepest, most linked and most tabular pages, and more by a seed that is printed:
/// `LEAVEBEHIND_SEED` has others looked at.
pub(super) fn extreme(pages: &[Page], name: &str, more: usize) -> Vec<String> {
    let measures: [fn(&Page) -> usize; 4] =
        [|page| page.bytes, |page| page.depth, |page| page.links, |page| page.cells];
    let mut chosen = BTreeSet::new();
    // One page is often all of these at once; then the next one counts.
    for measure in measures {
        let others = pages.iter().filter(|page| !chosen.contains(&page.path));
        chosen.extend(others.max_by_key(|page| (measure(page), &page.path)).map(|page| page.path.clone()));
    }
    let seed: u64 = env::var("LEAVEBEHIND_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(2026);
    let wanted = (chosen.len() + more).min(pages.len());
    let mut state = seed;
    while chosen.len() < wanted {
        // The generator of Knuth's MMIX; its high bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        chosen.insert(pages[(state >> 33) as usize % pages.len()].path.clone());
    }
    eprintln!("{name}, with LEAVEBEHIND_SEED={seed}: {}", chosen.iter().cloned().collect::<Vec<_>>().join(" "));
    chosen.into_iter().collect()
}
