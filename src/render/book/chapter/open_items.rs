use super::super::composer::{Composer, joined, text};
use super::super::tree::{Chapter, Inline, Section};
use crate::model::{Entry, EntryId, ItemType, Kind, OpenItem, View, Vocabulary as _};

/// What is not finished, and whose it is now.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let mut intro = composer.introduction("open-items", Some(Kind::OpenItem));
    intro.extend(composer.own_view(View::RiskGrid));
    let mut sections = Vec::new();
    let kinds = ItemType::ALL.iter().copied().map(Some).chain([None]);
    for kind in kinds {
        let mut items: Vec<_> = edition.open_items().filter(|(_, item)| item.item_type == kind).collect();
        items.sort_by_key(|(entry, item)| (!is_open(composer, &entry.id), item.due.is_none(), item.due, &entry.id));
        let mut rows = Vec::new();
        for (entry, item) in items {
            let cells = vec![
                what(composer, entry, item),
                owners(composer, item),
                due(composer, &entry.id, item),
                composer.value(item.status),
            ];
            rows.push(composer.row(entry, cells));
        }
        let heads = ["field-item", "field-owner", "field-due", "field-status"];
        if let Some(table) = composer.table(&heads, rows) {
            let title = kind.map_or(composer.words.say("more"), |kind| composer.words.word(kind)).into_owned();
            let id = format!("items:{}", kind.map_or("other", ItemType::as_str));
            sections.push(Section { title, id, blocks: vec![table], ..Section::default() });
        }
    }
    composer.chapter("open-items", intro, sections)
}

fn is_open(composer: &Composer<'_>, id: &EntryId) -> bool {
    composer.publication.insights.open_at_exit.items.get(id).is_none_or(|item| item.open)
}

fn what(composer: &mut Composer<'_>, entry: &Entry<EntryId>, item: &OpenItem<EntryId>) -> Vec<Inline> {
    let mut cell = vec![Inline::Strong(text(&entry.title))];
    for more in [composer.cell(&item.description, &entry.id), composer.cell(&entry.body, &entry.id)] {
        if !more.is_empty() {
            cell.push(Inline::Break);
            cell.extend(more);
        }
    }
    let next = composer.cell(&item.next_action, &entry.id);
    if !next.is_empty() {
        let label = composer.words.labelled(&composer.words.say("field-next-action"), "");
        cell.push(Inline::Break);
        cell.push(Inline::Emphasis(text(label)));
        cell.extend(next);
    }
    let mut details = Vec::new();
    for (label, number) in [("field-probability", item.probability), ("field-impact", item.impact)] {
        details.extend(
            number.map(|number| text(composer.words.labelled(&composer.words.say(label), &number.to_string()))),
        );
    }
    details.push(composer.value(item.response));
    details.push(composer.links(&item.projects));
    let details = joined(composer.words, details);
    if !details.is_empty() {
        cell.push(Inline::Break);
        cell.extend(details);
    }
    // What is shown last carries the notes: on a line of their own they would be nothing to read.
    cell.extend(composer.evidence(&entry.id));
    cell
}

/// The owner and, after an arrow, who takes over.
fn owners(composer: &Composer<'_>, item: &OpenItem<EntryId>) -> Vec<Inline> {
    let mut cell = item.owner.as_ref().map_or_else(|| vec![composer.word("nobody")], |owner| composer.owner(owner));
    if let Some(new) = item.new_owner.as_ref().filter(|new| Some(*new) != item.owner.as_ref()) {
        cell.push(Inline::Break);
        cell.push(Inline::Text("→\u{a0}".to_owned()));
        cell.extend(composer.owner(new));
    }
    cell
}

fn due(composer: &Composer<'_>, id: &EntryId, item: &OpenItem<EntryId>) -> Vec<Inline> {
    let mut cell = composer.short_date(item.due);
    if composer.publication.insights.open_at_exit.items.get(id).is_some_and(|item| item.overdue) {
        cell.push(Inline::Break);
        cell.push(Inline::Text(composer.words.with_more("", &composer.words.say("overdue")).trim_start().to_owned()));
    }
    cell
}
