use crate::edition::Edition;
use crate::model::{EntryId, OrganisationKind};
use std::collections::BTreeSet;

/// Who is still there after the engagement.
///
/// A person stays where the record says so; where it says nothing, unless their organisation is the
/// consultancy. Somebody without an organisation stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Staying {
    ids: BTreeSet<EntryId>,
}

impl Staying {
    pub(super) fn of(edition: &Edition) -> Self {
        let leaves = |organisation: &EntryId| {
            edition
                .organisation(organisation)
                .is_some_and(|(_, record)| record.kind == Some(OrganisationKind::Consultancy))
        };
        let people = edition
            .people()
            .filter(|(_, person)| {
                person.stays_after_exit.unwrap_or_else(|| !person.organisation.as_ref().is_some_and(leaves))
            })
            .map(|(entry, _)| entry.id.clone());
        let organisations = edition.organisations().map(|(entry, _)| entry.id.clone()).filter(|id| !leaves(id));
        Self { ids: people.chain(organisations).collect() }
    }

    /// Whether that person or organisation is still there.
    pub fn includes(&self, id: &EntryId) -> bool {
        self.ids.contains(id)
    }
}
