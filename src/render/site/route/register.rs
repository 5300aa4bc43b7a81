//! Registers, and how the largest are split.

use super::fixed::FixedPage;
use crate::edition::Edition;
use crate::model::{Entry, EntryId, Kind, Record};
use crate::output::OutputPath;
use jiff::civil::Date;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The number of rows beyond which a register is split.
pub const LARGEST_REGISTER: usize = 1500;

/// One page of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPart {
    /// The page.
    pub path: OutputPath,
    /// What is on it.
    pub name: PartName,
    /// Its rows, by id.
    pub entries: Vec<EntryId>,
}

/// What a page of a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartName {
    /// The register itself: all rows, or the list of the other parts.
    Whole,
    /// The records of a year.
    Year(i16),
    /// The records of a month of a year with too many.
    Month(i16, i8),
    /// The records whose titles begin so.
    Letter(char),
    /// All others.
    Rest,
}

impl PartName {
    fn file(self) -> String {
        match self {
            Self::Whole => "index".into(),
            Self::Year(year) => format!("index-{year}"),
            Self::Month(year, month) => format!("index-{year}-{month:02}"),
            Self::Letter(letter) => format!("index-{letter}"),
            Self::Rest => "index-rest".into(),
        }
    }
}

/// The registers of every kind of which there is anything, the page of each first.
pub(super) fn registers(edition: &Edition) -> BTreeMap<Kind, Vec<RegisterPart>> {
    let mut registers = BTreeMap::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page) {
        let entries: Vec<&Entry<EntryId>> = edition.of_kind(kind).collect();
        if entries.is_empty() && edition.introduction(kind).is_none() {
            continue;
        }
        registers.insert(kind, parts(kind, &entries));
    }
    registers
}

/// The page on which a record without a page of its own is a row.
pub(super) fn page_of(entry: &Entry<EntryId>, registers: &BTreeMap<Kind, Vec<RegisterPart>>) -> OutputPath {
    let parts = registers.get(&entry.id.kind).map_or(&[][..], Vec::as_slice);
    let holding = match parts {
        [_] | [] => parts.first(),
        _ => parts.iter().find(|part| part.entries.binary_search(&entry.id).is_ok()),
    };
    holding.map_or_else(|| page(entry.id.kind, PartName::Whole), |part| part.path.clone())
}

fn parts(kind: Kind, entries: &[&Entry<EntryId>]) -> Vec<RegisterPart> {
    let part = |name, entries: Vec<EntryId>| RegisterPart { path: page(kind, name), name, entries };
    let ids = |entries: &[&Entry<EntryId>]| entries.iter().map(|entry| entry.id.clone()).collect();
    // Organisations head the lists of contacts, which are never split.
    if entries.len() <= LARGEST_REGISTER || kind == Kind::Organisation {
        return vec![part(PartName::Whole, ids(entries))];
    }
    let mut parts = vec![part(PartName::Whole, Vec::new())];
    for (name, of_year) in grouped(entries, |entry| year_or_letter(kind, entry)) {
        if let (PartName::Year(year), true) = (name, of_year.len() > LARGEST_REGISTER) {
            let month = |entry: &Entry<EntryId>| date(entry).map_or(name, |date| PartName::Month(year, date.month()));
            parts.extend(grouped(&of_year, month).into_iter().map(|(name, entries)| part(name, ids(&entries))));
        } else {
            parts.push(part(name, ids(&of_year)));
        }
    }
    parts
}

fn grouped<'a>(
    entries: &[&'a Entry<EntryId>],
    name: impl Fn(&Entry<EntryId>) -> PartName,
) -> BTreeMap<PartName, Vec<&'a Entry<EntryId>>> {
    let mut groups: BTreeMap<PartName, Vec<&Entry<EntryId>>> = BTreeMap::new();
    for &entry in entries {
        groups.entry(name(entry)).or_default().push(entry);
    }
    groups
}

fn year_or_letter(kind: Kind, entry: &Entry<EntryId>) -> PartName {
    if matches!(kind, Kind::Session | Kind::Lesson | Kind::Decision | Kind::OpenItem) {
        return date(entry).map_or(PartName::Rest, |date| PartName::Year(date.year()));
    }
    let first = entry.title.nfd().flat_map(char::to_lowercase).find(|sign| sign.is_alphanumeric());
    first.filter(|sign| sign.is_alphabetic()).map_or(PartName::Rest, PartName::Letter)
}

fn date(entry: &Entry<EntryId>) -> Option<Date> {
    match &entry.record {
        Record::Session(session) => session.date,
        Record::Lesson(lesson) => lesson.date,
        Record::Decision(decision) => decision.date,
        Record::OpenItem(item) => item.raised.or(item.due),
        _ => None,
    }
}

fn page(kind: Kind, name: PartName) -> OutputPath {
    match kind {
        Kind::Organisation => FixedPage::Contacts.path(),
        _ => OutputPath::new(format!("{}/{}.html", kind.folder(), name.file())),
    }
}
