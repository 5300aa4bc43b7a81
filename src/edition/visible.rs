//! Which records a policy lets through.

use crate::graph::Graph;
use crate::model::{Block, Entry, EntryId, Policy, Prose, Safeguard, Visit, Walk, Walker};
use std::collections::{BTreeMap, BTreeSet};

/// What an edition does not show: for its author, and never part of the edition.
#[derive(Debug, Clone, Default)]
pub struct Withheld {
    /// Records that are not shown at all.
    pub records: BTreeSet<EntryId>,
    /// How many internal blocks and fields each visible record has.
    pub passages: BTreeMap<EntryId, usize>,
}

/// What a policy withholds.
pub fn withheld(graph: &Graph, policy: &Policy) -> Withheld {
    let mut withheld = Withheld::default();
    if policy.is_internal() {
        return withheld;
    }
    let visible = visible(graph, policy);
    for entry in graph.entries.values() {
        if !visible.contains(&entry.id) {
            withheld.records.insert(entry.id.clone());
            continue;
        }
        let count = entry.remarks.len() + internal_blocks(entry);
        if count > 0 {
            withheld.passages.insert(entry.id.clone(), count);
        }
    }
    withheld
}

/// How many internal blocks a record has outside of its remarks.
fn internal_blocks(entry: &Entry<EntryId>) -> usize {
    struct Blocks(usize);
    impl Visit<EntryId> for Blocks {
        fn block(&mut self, block: &Block<EntryId>) {
            self.0 += usize::from(block.is_internal());
        }
    }
    impl<'a> Walker<'a, EntryId> for Blocks {
        fn prose(&mut self, prose: &'a Prose<EntryId>, field: &'static str) {
            if field != "internal" {
                Visit::prose(self, prose);
            }
        }
    }
    let mut blocks = Blocks(0);
    entry.walk("", &mut blocks);
    blocks.0
}

/// The ids of every record that the policy shows. Nobody wrote an implied record: it is shown where
/// a field of a visible one implies it.
pub(super) fn visible(graph: &Graph, policy: &Policy) -> BTreeSet<EntryId> {
    let (implied, written): (Vec<_>, Vec<_>) = graph.entries.values().partition(|entry| entry.origin.implied);
    let written = written.into_iter().filter(|entry| is_visible(policy, entry));
    let mut visible: BTreeSet<EntryId> = written.map(|entry| entry.id.clone()).collect();
    let is_implied = |entry: &&Entry<EntryId>| {
        let mut spellings = graph.spellings.get(&entry.id).into_iter().flatten();
        spellings.any(|spelling| visible.contains(&spelling.from)) || Safeguard::ImpliedRecords.is_out()
    };
    let implied: Vec<EntryId> = implied.into_iter().filter(is_implied).map(|entry| entry.id.clone()).collect();
    visible.extend(implied);
    visible
}

/// Whether a record is shown. What stands in another is for no more people than that one is: it
/// says so itself by now.
pub(super) fn is_visible(policy: &Policy, entry: &Entry<EntryId>) -> bool {
    (policy.shows(&entry.audiences) || Safeguard::Audiences.is_out())
        && (!entry.draft || policy.is_internal() || Safeguard::Drafts.is_out())
}
