//! Which records a policy lets through.

use crate::graph::Graph;
use crate::model::{Entry, EntryId, Policy, Safeguard};
use std::collections::BTreeSet;

/// The ids of every record that the policy shows. An implied record is among them for now: it
/// stays only where something visible names it.
pub(super) fn visible(graph: &Graph, policy: &Policy) -> BTreeSet<EntryId> {
    graph.entries.values().filter(|entry| is_visible(graph, policy, entry)).map(|entry| entry.id.clone()).collect()
}

/// Whether a record is shown: by itself, and by the record it is part of.
pub(super) fn is_visible(graph: &Graph, policy: &Policy, entry: &Entry<EntryId>) -> bool {
    if entry.origin.implied {
        return true;
    }
    let parent = entry.origin.parent.as_ref().and_then(|id| graph.entries.get(id));
    (policy.shows(&entry.audiences) || Safeguard::Audiences.is_out())
        && (!entry.draft || policy.is_internal() || Safeguard::Drafts.is_out())
        && parent.is_none_or(|parent| is_visible(graph, policy, parent) || Safeguard::Parts.is_out())
}
