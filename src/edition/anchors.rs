//! Links to headings that went with a withheld block: the link stays, its anchor goes; within the
//! same record the words stay.

use crate::model::{Block, BlockKind, Entry, EntryId, Inline, Prose, Target, Visit, Walk, Walker};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Takes away every anchor that no visible heading has.
pub(super) fn mend(entries: &mut BTreeMap<EntryId, Entry<EntryId>>, others: &mut [&mut Entry<EntryId>]) {
    let anchors: HashMap<EntryId, HashSet<String>> =
        entries.values().map(|entry| (entry.id.clone(), anchors(entry))).collect();
    for entry in entries.values_mut() {
        let own = &anchors[&entry.id];
        entry.change_texts(&mut |prose| mend_prose(prose, own, &anchors));
    }
    for entry in others {
        let own = self::anchors(entry);
        entry.change_texts(&mut |prose| mend_prose(prose, &own, &anchors));
    }
}

fn anchors(entry: &Entry<EntryId>) -> HashSet<String> {
    struct Anchors(HashSet<String>);
    impl Visit<EntryId> for Anchors {
        fn block(&mut self, block: &Block<EntryId>) {
            if let BlockKind::Heading { id, .. } = &block.kind {
                self.0.insert(id.clone());
            }
        }
    }
    impl<'a> Walker<'a, EntryId> for Anchors {
        fn prose(&mut self, prose: &'a Prose<EntryId>, _field: &'static str) {
            Visit::prose(self, prose);
        }
    }
    let mut anchors = Anchors(HashSet::new());
    entry.walk("", &mut anchors);
    anchors.0
}

fn mend_prose(prose: &mut Prose<EntryId>, own: &HashSet<String>, all: &HashMap<EntryId, HashSet<String>>) {
    prose.change_lines(&mut |inlines| mend_line(inlines, own, all));
}

fn mend_line(inlines: &mut Vec<Inline<EntryId>>, own: &HashSet<String>, all: &HashMap<EntryId, HashSet<String>>) {
    let lost = |inline: &Inline<EntryId>| matches!(inline, Inline::Link { target: Target::Anchor(anchor), .. } if !own.contains(anchor));
    if inlines.iter().any(lost) {
        let taken = std::mem::take(inlines);
        for inline in taken {
            match inline {
                Inline::Link { target: Target::Anchor(anchor), content, .. } if !own.contains(&anchor) => {
                    inlines.extend(content);
                }
                other => inlines.push(other),
            }
        }
    }
    for inline in inlines {
        if let Inline::Link { target: Target::Entry { id, anchor }, .. } = inline
            && anchor.as_ref().is_some_and(|anchor| !all.get(id).is_some_and(|known| known.contains(anchor)))
        {
            *anchor = None;
        }
        if let Some(content) = inline.content_mut() {
            mend_line(content, own, all);
        }
    }
}
