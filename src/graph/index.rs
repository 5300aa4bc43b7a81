//! Who answers to which name: ids, last segments, names and aliases.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Entry, EntryId, Kind, Mention, Record, id_slug, slug};
use std::collections::{BTreeMap, HashMap};

/// The records by every name they answer to.
pub(super) struct Index {
    /// Of every kind, by the id.
    by_id: HashMap<String, Vec<EntryId>>,
    /// Of every kind, by the last segment of an id, a person's names, and titles: all as slugs.
    by_name: HashMap<String, Vec<EntryId>>,
    /// What an author may have meant, for each kind.
    names: BTreeMap<Kind, Vec<String>>,
}

/// What a name stands for.
pub(super) enum Found {
    /// One record.
    One(EntryId),
    /// Several; the name does not tell which.
    Several(Vec<EntryId>),
    /// No record of the kinds that were asked for, but one of another.
    OtherKind(EntryId),
    /// No record.
    Nothing,
}

impl Index {
    pub(super) fn new<'a>(entries: impl Iterator<Item = &'a Entry<Mention>> + Clone, report: &mut Report) -> Self {
        let mut index = Self { by_id: HashMap::new(), by_name: HashMap::new(), names: BTreeMap::new() };
        for entry in entries.clone() {
            index.add(&entry.id);
            index.answer(&entry.id, entry.id.last_segment());
            index.names.entry(entry.id.kind).or_default().push(entry.id.slug.to_string());
        }
        // A title answers only where no id does, so that giving a record a title never takes
        // another's id away.
        for entry in entries.clone().filter(|entry| entry.id.kind != Kind::Person) {
            let name = slug(&entry.title);
            let bearers = index.by_name.get(&name);
            if !bearers.is_some_and(|ids| ids.iter().any(|id| id.kind == entry.id.kind)) {
                index.answer(&entry.id, &name);
            }
            index.names.entry(entry.id.kind).or_default().push(entry.title.clone());
        }
        index.people(entries, report);
        index
    }

    /// Names and aliases of people; one name for two people is an error at both.
    fn people<'a>(&mut self, entries: impl Iterator<Item = &'a Entry<Mention>>, report: &mut Report) {
        let mut bearers: HashMap<String, &Entry<Mention>> = HashMap::new();
        for entry in entries {
            let Record::Person(person) = &entry.record else { continue };
            let mut own = vec![(entry.title.as_str(), entry.origin.place("name"))];
            own.extend(person.names.iter().enumerate().map(|(at, name)| {
                let place = entry.origin.places.get(&format!("aliases[{at}]")).cloned();
                (name.as_str(), place.unwrap_or_else(|| entry.origin.place("aliases")))
            }));
            for (name, place) in own {
                let key = slug(name);
                if key.is_empty() {
                    continue;
                }
                match bearers.get(&key) {
                    Some(other) if other.id != entry.id => {
                        let message =
                            format!("\"{name}\" is a name of two people: {} and {}", other.title, entry.title);
                        let there = name_place(other, &key);
                        report.push(
                            Diagnostic::error(Code::AmbiguousName, place, message)
                                .related(there, "also named here")
                                .hint("give one of them another alias, and refer to both by their ids"),
                        );
                    }
                    Some(_) => {}
                    None => {
                        bearers.insert(key.clone(), entry);
                        self.answer(&entry.id, &key);
                        self.names.entry(Kind::Person).or_default().push(name.to_owned());
                    }
                }
            }
        }
    }

    /// Adds a record that nobody wrote.
    pub(super) fn imply(&mut self, id: &EntryId, name: &str) {
        self.add(id);
        self.answer(id, id.last_segment());
        self.names.entry(id.kind).or_default().push(name.to_owned());
    }

    fn add(&mut self, id: &EntryId) {
        let ids = self.by_id.entry(id.slug.to_string()).or_default();
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }

    fn answer(&mut self, id: &EntryId, name: &str) {
        let bearers = self.by_name.entry(name.to_owned()).or_default();
        if !bearers.contains(id) {
            bearers.push(id.clone());
        }
    }

    /// Looks up what was written among the records of some kinds.
    pub(super) fn look_up(&self, written: &str, kinds: &[Kind]) -> Found {
        let prefixed = written.split_once(':').and_then(|(kind, rest)| Some((Kind::parse(kind)?, rest.trim())));
        if let Some((kind, rest)) = prefixed {
            if let found @ (Found::One(_) | Found::Several(_)) = self.among(rest, &[kind]) {
                return match found {
                    Found::One(id) if !kinds.contains(&kind) => Found::OtherKind(id),
                    found => found,
                };
            }
            // Where the field takes no such kind, the colon may be one of the name's own.
            if kinds.contains(&kind) {
                return Found::Nothing;
            }
        }
        match self.among(written, kinds) {
            Found::Nothing => match self.among(written, &Kind::ALL) {
                Found::One(id) => Found::OtherKind(id),
                Found::Several(mut ids) => Found::OtherKind(ids.swap_remove(0)),
                _ => Found::Nothing,
            },
            found => found,
        }
    }

    fn among(&self, written: &str, kinds: &[Kind]) -> Found {
        let path: Vec<String> = written.split('/').map(slug).collect();
        let path = path.join("/");
        let of = |known: &HashMap<String, Vec<EntryId>>, name: &str| -> Vec<EntryId> {
            known.get(name).into_iter().flatten().filter(|id| kinds.contains(&id.kind)).cloned().collect()
        };
        let mut found = of(&self.by_id, &path);
        if found.is_empty() {
            found = of(&self.by_name, &path);
        }
        // The id of a record is not always its name: some names cannot be those of files.
        if found.is_empty() {
            let path = id_slug(written);
            found = of(&self.by_id, &path);
            if found.is_empty() {
                found = of(&self.by_name, &path);
            }
        }
        // A name may have a slash in it that parts no folders: "Mei Tanaka (she/her)".
        if found.is_empty() && written.contains('/') {
            found = of(&self.by_name, &slug(written));
        }
        found.sort();
        found.dedup();
        match found.len() {
            0 => Found::Nothing,
            1 => Found::One(found.swap_remove(0)),
            _ => Found::Several(found),
        }
    }

    /// The ids of the records of some kinds, in order.
    pub(super) fn ids(&self, kinds: &[Kind]) -> Vec<&EntryId> {
        let known = self.by_id.values().flatten();
        let mut ids: Vec<&EntryId> = known.filter(|id| kinds.contains(&id.kind)).collect();
        ids.sort();
        ids
    }

    /// Everything that the records of some kinds are called, for the nearest match.
    pub(super) fn names(&self, kinds: &[Kind]) -> impl Iterator<Item = &str> {
        kinds.iter().filter_map(|kind| self.names.get(kind)).flatten().map(String::as_str)
    }
}

fn name_place(entry: &Entry<Mention>, key: &str) -> crate::source::Span {
    let Record::Person(person) = &entry.record else { return entry.origin.span.clone() };
    match person.names.iter().position(|name| slug(name) == key) {
        Some(at) if slug(&entry.title) != key => {
            let place = entry.origin.places.get(&format!("aliases[{at}]")).cloned();
            place.unwrap_or_else(|| entry.origin.place("aliases"))
        }
        _ => entry.origin.place("name"),
    }
}
