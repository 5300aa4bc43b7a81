//! All records together: ids that nobody else has, and the parts of sessions as records.

use super::file::Piece;
use super::reading::mention_of;
use super::record::{Draft, Naming};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Corpus, Entry, EntryId, Kind, Mention, Record, Safeguard, slug};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Puts the pieces of all files together, in the order of the files.
pub(crate) fn assemble(pieces: Vec<Piece>, report: &mut Report) -> Corpus {
    let mut corpus = Corpus::default();
    let mut drafts = Vec::new();
    let mut broken = Vec::new();
    let mut introductions: BTreeMap<Kind, Span> = BTreeMap::new();
    for piece in pieces {
        report.extend(piece.report);
        drafts.extend(piece.drafts);
        corpus.registers.extend(piece.registers);
        broken.extend(piece.broken);
        if let Some((kind, draft)) = piece.introduction {
            let span = Span::file(draft.entry.origin.file());
            if let Some(other) = introductions.insert(kind, span.clone()) {
                let message = format!("{} has two introductions", kind.folder());
                report.push(
                    Diagnostic::error(Code::DuplicateId, span, message)
                        .related(other, "the other one")
                        .hint("keep README.md or index.md, not both"),
                );
            } else {
                corpus.introductions.insert(kind, draft.entry);
            }
        }
        if let Some((name, draft)) = piece.chapter {
            corpus.chapters.insert(name, draft.entry);
        }
    }
    corpus.registers.extend(drafts.iter().map(|draft| draft.entry.id.kind));
    // What a register holds that cannot be read is not known, so that a name missing from it is no
    // mistake of its own.
    for kind in broken {
        corpus.registers.remove(&kind);
        corpus.unread.insert(kind);
    }
    for draft in &drafts {
        let names = draft.doubtful_names.iter().cloned();
        corpus.doubtful_names.extend(names.map(|name| (draft.entry.id.kind, name)));
    }
    let (drafts, taken) = apart(drafts, &mut corpus.doubtful_names, report);
    let (entries, mut parts): (Vec<Entry<Mention>>, Vec<Vec<Draft>>) =
        drafts.into_iter().map(|draft| (draft.entry, draft.parts)).unzip();
    corpus.entries = entries;
    let named = name_parts(&corpus.entries, &mut parts, taken, report);
    for (session, part) in named {
        let mention = mention_of(&part.id, part.origin.span.clone());
        if let Record::Session(record) = &mut corpus.entries[session].record {
            match part.id.kind {
                Kind::Decision => record.decisions.push(mention),
                _ => record.actions.push(mention),
            }
        }
        corpus.entries.push(part);
    }
    corpus
}

/// Drops whatever has the id of another record, and complains of both. What the dropped ones may be
/// called is kept, since their true ids are not known.
fn apart(
    drafts: Vec<Draft>,
    doubtful_names: &mut BTreeSet<(Kind, String)>,
    report: &mut Report,
) -> (Vec<Draft>, HashSet<EntryId>) {
    let mut first: HashMap<EntryId, (Span, Naming)> = HashMap::new();
    let mut kept = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match first.get(&draft.entry.id) {
            Some((there, naming)) => {
                let entry = &draft.entry;
                let words = entry.title.split_whitespace().map(slug);
                let names = words.chain([slug(&entry.title), slug(entry.origin.file().stem())]);
                doubtful_names.extend(names.map(|name| (entry.id.kind, name)));
                let here = (&draft.id_place, draft.naming);
                // The place of an id that is written is the one to look at first.
                let complaint = if *naming == Naming::Written && draft.naming == Naming::File {
                    clash(&entry.id, (there, *naming), here)
                } else {
                    clash(&entry.id, here, (there, *naming))
                };
                report.push(complaint);
            }
            None => {
                first.insert(draft.entry.id.clone(), (draft.id_place.clone(), draft.naming));
                kept.push(draft);
            }
        }
    }
    (kept, first.into_keys().collect())
}

fn clash(id: &EntryId, (here, naming): (&Span, Naming), (there, other): (&Span, Naming)) -> Diagnostic {
    let EntryId { kind, slug } = id;
    let complaint = Diagnostic::error(Code::DuplicateId, here.clone(), format!("two records are {kind} \"{slug}\""))
        .related(there.clone(), "the other one");
    match (naming, other) {
        (Naming::Day, _) => complaint.hint("two sessions of one day in one file: write an `id:` for each"),
        (Naming::Written, _) => complaint.hint("give one of them another `id:`"),
        (Naming::File, Naming::File) => complaint
            .hint("rename one of the files (letter case and signs make no difference), or write an `id:` in one"),
        (Naming::Title, _) => complaint.hint("give one of them another title, or an `id:`"),
        _ => complaint.hint("write an `id:` in one of them"),
    }
}

/// Gives the parts of sessions their ids, and ties them to their sessions.
///
/// Where several would have one id, they are numbered so that those meant for fewer people come
/// last: a number must not tell of one that is withheld.
fn name_parts(
    sessions: &[Entry<Mention>],
    parts: &mut [Vec<Draft>],
    mut taken: HashSet<EntryId>,
    report: &mut Report,
) -> Vec<(usize, Entry<Mention>)> {
    let mut waiting: Vec<(usize, usize, Draft)> = Vec::new();
    for (at, (session, parts)) in sessions.iter().zip(parts).enumerate() {
        for mut draft in std::mem::take(parts) {
            tie(&mut draft.entry, session);
            if draft.naming == Naming::Part {
                let slug = format!("{}-{}", session.id.last_segment(), draft.entry.id.slug);
                draft.entry.id = EntryId::new(draft.entry.id.kind, slug.trim_end_matches('-'));
            }
            waiting.push((at, waiting.len(), draft));
        }
    }
    waiting.sort_by_key(|(_, order, draft)| {
        let entry = &draft.entry;
        let strictness = entry.audiences.strictness() + if entry.draft { 100 } else { 0 };
        (draft.naming == Naming::Part, strictness, *order)
    });
    let mut written: HashMap<EntryId, Span> = HashMap::new();
    let mut named: Vec<(usize, usize, Entry<Mention>)> = Vec::with_capacity(waiting.len());
    for (session, order, draft) in waiting {
        let mut entry = draft.entry;
        if draft.naming == Naming::Part {
            let EntryId { kind, slug } = entry.id.clone();
            let mut number = 1;
            while taken.contains(&entry.id) {
                number += 1;
                entry.id = EntryId::new(kind, format!("{slug}-{number}"));
            }
        } else if taken.contains(&entry.id) {
            let there = written
                .get(&entry.id)
                .cloned()
                .or_else(|| sessions.iter().find(|other| other.id == entry.id).map(|other| other.origin.place("id")));
            let there = there.unwrap_or_else(|| draft.id_place.clone());
            report.push(clash(&entry.id, (&draft.id_place, Naming::Written), (&there, Naming::Written)));
            continue;
        }
        taken.insert(entry.id.clone());
        written.insert(entry.id.clone(), draft.id_place);
        named.push((session, order, entry));
    }
    named.sort_by_key(|(_, order, _)| *order);
    named.into_iter().map(|(session, _, entry)| (session, entry)).collect()
}

/// A part belongs to its session, and is for no more people than the session is.
fn tie(part: &mut Entry<Mention>, session: &Entry<Mention>) {
    part.origin.parent = Some(session.id.clone());
    if !Safeguard::Parts.is_out() {
        part.audiences.restrict_all(&session.audiences);
        part.draft |= session.draft;
    }
    let mention = mention_of(&session.id, part.origin.span.clone());
    match &mut part.record {
        Record::Decision(decision) => decision.sessions.insert(0, mention),
        Record::OpenItem(item) => item.sessions.insert(0, mention),
        _ => {}
    }
}
