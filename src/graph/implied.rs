//! Records that nobody wrote: people, skills, projects and organisations that others name.

use super::field;
use crate::model::{
    Audiences, Entry, EntryId, Kind, Mention, Organisation, Origin, Person, Project, Prose, Record, Skill, Walk,
    Walker, slug,
};
use std::collections::BTreeMap;

/// Every mention in the fields of a record that could imply another, with the kinds its field
/// takes; the first of them is the kind it would have.
pub(super) fn mentions(entry: &Entry<Mention>) -> Vec<(&'static [Kind], &Mention)> {
    struct Mentions<'a>(Vec<(&'static [Kind], &'a Mention)>);
    impl<'a> Walker<'a, Mention> for Mentions<'a> {
        fn reference(&mut self, reference: &'a Mention, field: &'static str) {
            let (kinds, _) = field::kinds(field);
            if field::can_be_implied(kinds[0]) {
                self.0.push((kinds, reference));
            }
        }
    }
    let mut mentions = Mentions(Vec::new());
    entry.walk("", &mut mentions);
    mentions.0
}

/// The id that a name implies: its slug; `None` for a name of nothing but signs.
pub(super) fn id(kind: Kind, written: &str) -> Option<EntryId> {
    let name = written
        .split_once(':')
        .filter(|(prefix, _)| Kind::parse(prefix) == Some(kind))
        .map_or(written, |(_, rest)| rest);
    let slug = slug(name);
    (!slug.is_empty()).then(|| EntryId::new(kind, slug))
}

/// A record with nothing but its name.
pub(super) fn entry(id: EntryId, mention: &Mention) -> Entry<EntryId> {
    let record = match id.kind {
        Kind::Organisation => Record::Organisation(Organisation::default()),
        Kind::Project => Record::Project(Box::<Project<EntryId>>::default()),
        Kind::Skill => Record::Skill(Box::<Skill<EntryId>>::default()),
        _ => Record::Person(Box::<Person<EntryId>>::default()),
    };
    Entry {
        id,
        title: mention.text.trim().to_owned(),
        origin: Origin { implied: true, ..Origin::at(mention.span.clone()) },
        audiences: Audiences::unsaid(),
        draft: false,
        tags: Vec::new(),
        aliases: Vec::new(),
        body: Prose::default(),
        extra: BTreeMap::new(),
        remarks: Vec::new(),
        record,
    }
}
