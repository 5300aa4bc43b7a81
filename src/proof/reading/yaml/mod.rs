//! YAML by its indentation: which mappings are withheld, and what their values are.

mod flow;
mod item;
mod value;

pub(super) use item::split_comment;

use super::{Notebook, lines};
use crate::model::RatingDetail;
use item::{Item, Source, items};
use std::ops::Range;

/// Reads a file or front matter. `ground` is what the folder says: whether anything, and whether
/// it withholds. Gives whether all of it is withheld.
pub(super) fn read(
    text: &str,
    offset: usize,
    below: &str,
    ground: (bool, bool),
    is_front_matter: bool,
    notebook: &mut Notebook<'_>,
) -> bool {
    let lines = lines(text, offset);
    let source = Source { text, offset };
    let mut items = items(&lines, notebook);
    let unsaid = !notebook.admits("client");
    let mut whole = ground.1;
    // First what is said openly, then what is withheld: the stricter wins.
    for item in &mut items {
        item.withheld = ground.1 || (!ground.0 && unsaid);
    }
    let said: Vec<(usize, Vec<String>)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| is_key(item, "audience") || is_key(item, "audiences"))
        .map(|(index, _)| (index, audiences(&source, &items, index)))
        .collect();
    if !ground.1 {
        for (index, audiences) in &said {
            if audiences.iter().all(|audience| notebook.admits(audience)) && !audiences.is_empty() {
                let range = mapping(&items, *index);
                let named = named_by(&items, &range, items[*index].column);
                range.chain(named).for_each(|index| items[index].withheld = false);
            }
        }
    }
    for (index, audiences) in &said {
        if audiences.is_empty() || !audiences.iter().all(|audience| notebook.admits(audience)) {
            whole |= items[*index].column == 0 && is_front_matter;
            withhold_mapping(&mut items, *index);
        }
    }
    for index in 0..items.len() {
        let withholds = is_key(&items[index], "draft") || items[index].key.as_deref().is_some_and(is_remark);
        if withholds && is_yes(&source, &items[index]) {
            whole |= items[index].column == 0 && is_front_matter;
            withhold_mapping(&mut items, index);
        } else if items[index].key.as_deref().is_some_and(is_remark) {
            below_key(&items, index).for_each(|index| items[index].withheld = true);
        }
    }
    hidden_ratings(&mut items, notebook);
    if is_front_matter {
        let is_said = ground.0 || said.iter().any(|(index, _)| items[*index].column == 0);
        whole |= !is_said && unsaid;
        if whole {
            for item in &mut items {
                item.withheld = true;
            }
        }
    } else {
        whole = !items.is_empty() && items.iter().all(|item| item.withheld);
    }
    let is_people = below == "people.yaml" || below == "people.yml" || below.starts_with("people/");
    value::speak(&source, &items, below, is_people, notebook);
    whole
}

fn is_key(item: &Item, name: &str) -> bool {
    item.key.as_deref().is_some_and(|key| key.eq_ignore_ascii_case(name))
}

/// Whether a key says that it is internal, be it one word of several: `internal_note`.
fn is_remark(key: &str) -> bool {
    key.split(|sign: char| !sign.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("internal"))
}

fn is_yes(source: &Source<'_>, item: &Item) -> bool {
    says_yes(&item.value.iter().map(|range| source.slice(range)).collect::<String>())
}

fn says_yes(value: &str) -> bool {
    matches!(value.trim().trim_matches(['"', '\'']).to_lowercase().as_str(), "true" | "yes" | "on" | "y" | "1")
}

/// The audiences that a key names: inline, in brackets, or in a list below it.
fn audiences(source: &Source<'_>, items: &[Item], index: usize) -> Vec<String> {
    below_key(items, index)
        .flat_map(|index| &items[index].value)
        .flat_map(|range| audiences_in(source.slice(range)))
        .map(str::to_owned)
        .collect()
}

/// The audiences in a value. A name may be of several words; what YAML writes around it is no part of
/// it.
fn audiences_in(value: &str) -> impl Iterator<Item = &str> {
    value
        .split([',', ':', '[', ']', '{', '}', '"', '\'', '|', '>', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "-")
}

/// The items of the mapping that an item's key belongs to.
fn mapping(items: &[Item], index: usize) -> Range<usize> {
    let (column, document) = (items[index].column, items[index].document);
    let mut start = index;
    while start > 0 {
        let here = &items[start];
        let before = &items[start - 1];
        if (here.column == column && here.first) || before.column < column || before.document != document {
            break;
        }
        start -= 1;
    }
    let end = items[index + 1..]
        .iter()
        .position(|item| {
            item.column < column || item.document != document || item.dash.is_some_and(|dash| dash < column)
        })
        .map_or(items.len(), |length| index + 1 + length);
    start..end
}

/// The item and all that stands below its key.
fn below_key(items: &[Item], index: usize) -> Range<usize> {
    let (column, document) = (items[index].column, items[index].document);
    let length = items[index + 1..].iter().take_while(|item| item.column > column && item.document == document).count();
    index..index + 1 + length
}

/// Withholds a mapping, and the key that names it.
fn withhold_mapping(items: &mut [Item], index: usize) {
    let range = mapping(items, index);
    let named = named_by(items, &range, items[index].column);
    range.chain(named).for_each(|index| items[index].withheld = true);
}

/// The key that names a mapping, where it is an entry of a mapping from ids.
fn named_by(items: &[Item], range: &Range<usize>, column: usize) -> Option<usize> {
    let above = range.start.checked_sub(1)?;
    let names = items[range.start].dash.is_none() && items[above].value.is_empty() && items[above].column < column;
    names.then_some(above)
}

/// An edition without ratings shows no words of evidence for a level.
fn hidden_ratings(items: &mut [Item], notebook: &Notebook<'_>) {
    if notebook.terms.policy.ratings == RatingDetail::Person {
        return;
    }
    for index in 0..items.len() {
        let rates = ["from", "to", "before", "after", "level"];
        if is_key(&items[index], "evidence") {
            let column = items[index].column;
            let is_rating = mapping(items, index)
                .any(|index| items[index].column == column && rates.iter().any(|key| is_key(&items[index], key)));
            if is_rating {
                items[index].withheld = true;
            }
        }
    }
}
