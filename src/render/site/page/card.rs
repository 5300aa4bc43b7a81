//! Records as cards, by folder where there are folders.

use super::{Draft, folder_of, folder_title, shortened, tone};
use crate::model::{Entry, EntryId, Record};
use crate::render::plain;
use crate::render::site::view::{Card, CardGroup, Value};

/// Records as cards, by folder where there are folders.
pub(super) fn cards(draft: &mut Draft<'_>, entries: &[&Entry<EntryId>]) -> Vec<CardGroup> {
    let mut groups: Vec<CardGroup> = Vec::new();
    let mut last: Option<&str> = None;
    for entry in entries {
        // Deeper folders belong to the one at the top.
        let folder = folder_of(draft.site, entry).split('/').next().unwrap_or_default();
        if last != Some(folder) {
            last = Some(folder);
            groups.push(CardGroup {
                title: folder_title(draft.site, entry.id.kind, folder),
                id: format!("lb-folder-{folder}"),
                cards: Vec::new(),
            });
        }
        let card = card(draft, entry);
        if let Some(group) = groups.last_mut() {
            group.cards.push(card);
        }
    }
    if let [only] = groups.as_mut_slice() {
        only.title.clear();
    }
    groups
}

fn card(draft: &Draft<'_>, entry: &Entry<EntryId>) -> Card {
    let site = draft.site;
    let mut facts = Vec::new();
    let mut text = String::new();
    if let Record::Playbook(playbook) = &entry.record {
        text = shortened(&plain::text(&playbook.purpose), 200);
        if let Some(owner) = &playbook.owner {
            facts.push(Value { text: site.title(owner), ..Value::default() });
        }
        if let Some(status) = playbook.status {
            let text = site.words.word(status).into_owned();
            facts.push(Value { text, tone: Some(tone(status)), ..Value::default() });
        }
        let sessions = site.publication.insights.provenance.behind(&entry.id).count();
        if sessions > 0 {
            facts.push(Value { text: site.words.count("sessions-count", sessions), ..Value::default() });
        }
    }
    Card { title: entry.title.clone(), url: site.routes.href(draft.path, &entry.id), text, facts }
}
