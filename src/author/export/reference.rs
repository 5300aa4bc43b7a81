//! What of a record names other records, in the words of its sources.

use super::record::Fields;
use super::yaml::{Map, Value};
use crate::model::{EntryId, LooseReference, Party, ResponsibilityMatrix, Vocabulary};

impl Fields<'_> {
    pub(super) fn loose(&self, map: &mut Map, key: &str, list: &[LooseReference<EntryId>]) {
        let values = list.iter().map(|item| match item {
            LooseReference::Record(id) => self.named(id),
            LooseReference::Text(text) => self.value(text),
        });
        map.list(key, values.collect());
    }

    /// The sessions a record names; the one it stands in goes without saying.
    pub(super) fn sessions(&self, map: &mut Map, sessions: &[EntryId], parent: Option<&EntryId>) {
        let named: Vec<EntryId> = sessions.iter().filter(|session| Some(*session) != parent).cloned().collect();
        self.references(map, "session", &named);
    }

    pub(super) fn roles(&self, roles: &ResponsibilityMatrix<EntryId>) -> Map {
        let parties = |parties: &[Party<EntryId>]| parties.iter().map(|party| self.party(party)).collect();
        let mut map = Map::default();
        map.list("responsible", parties(&roles.responsible));
        map.list("accountable", parties(&roles.accountable));
        map.list("consulted", parties(&roles.consulted));
        map.list("informed", parties(&roles.informed));
        map
    }

    pub(super) fn party(&self, party: &Party<EntryId>) -> Value {
        Value::Text(match party {
            Party::Record(id) => format!("{}:{}", id.kind.as_str(), self.paths.name_of(id)),
            Party::Role(role) => role.as_str().to_owned(),
        })
    }

    pub(super) fn named(&self, id: &EntryId) -> Value {
        Value::Text(self.paths.name_of(id).to_owned())
    }

    pub(super) fn reference(&self, map: &mut Map, key: &str, id: Option<&EntryId>) {
        map.put(key, id.map(|id| self.named(id)));
    }

    pub(super) fn references(&self, map: &mut Map, key: &str, ids: &[EntryId]) {
        match ids {
            [one] => self.reference(map, key, Some(one)),
            several => map.list(key, several.iter().map(|id| self.named(id)).collect()),
        }
    }
}
