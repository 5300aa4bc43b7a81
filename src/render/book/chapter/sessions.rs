use super::super::composer::{Composer, text};
use super::super::tree::{Block, Chapter, Inline};
use crate::model::{Entry, EntryId, Kind, Session, SessionStatus};
use crate::render::Publication;

/// Every session by its row; its notes stand on the site.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let mut intro = composer.introduction("sessions", Some(Kind::Session));
    let mut rows = Vec::new();
    for (entry, session) in in_order(composer.publication) {
        let status = session.status_on(edition.today());
        let mut what = vec![Inline::Strong(text(&entry.title))];
        if status != SessionStatus::Held {
            what.push(Inline::Text(composer.words.with_more("", &composer.words.word(status))));
        }
        let summary = composer.cell(&session.summary, &entry.id);
        if !summary.is_empty() {
            what.push(Inline::Break);
            what.extend(summary);
        }
        // What other chapters rest on is found here by its number.
        let mut when = composer.short_date(session.date);
        if let Some(number) = composer.number(&entry.id) {
            when.push(Inline::Break);
            when.push(Inline::Text(format!("[{number}]")));
        }
        let hours = composer.hours(session.minutes.map_or(0, u64::from)).map_or_else(Vec::new, text);
        let method = session.method.map_or_else(Vec::new, |method| text(composer.words.word(method)));
        let kind = lines([composer.value(session.session_type), method, hours]);
        let who = composer.links(session.participants.iter().map(|participant| &participant.person));
        let cells = vec![when, what, kind, who];
        rows.push(composer.row(entry, cells));
    }
    let heads = ["field-date", "kind-session", "field-type", "field-participants"];
    if let Some(Block::Table(table)) = composer.table(&heads, rows) {
        intro.push(Block::Table(table));
    }
    composer.chapter("sessions", intro, Vec::new())
}

/// The sessions of the book in the order of the register.
pub(super) fn in_order<'p>(publication: &Publication<'p>) -> Vec<(&'p Entry<EntryId>, &'p Session<EntryId>)> {
    let edition = publication.edition;
    let mut sessions: Vec<_> = edition.sessions().filter(|(entry, _)| publication.takes(&entry.id)).collect();
    sessions.sort_by_key(|(entry, session)| (session.date, session.time, &entry.id));
    sessions
}

/// Each on a line of its own; empty ones are passed over.
fn lines(parts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let mut out = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(part);
    }
    out
}
