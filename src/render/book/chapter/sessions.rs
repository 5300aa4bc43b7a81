use super::super::composer::{Composer, text};
use super::super::tree::{Block, Chapter, Inline};
use crate::model::{Kind, SessionStatus};

/// Every session by its row; its notes stand on the site.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let mut intro = composer.introduction("sessions", Some(Kind::Session));
    let mut sessions: Vec<_> = edition.sessions().filter(|(entry, _)| composer.takes(&entry.id)).collect();
    sessions.sort_by_key(|(entry, session)| (session.date, session.time, &entry.id));
    let mut rows = Vec::new();
    for (entry, session) in sessions {
        let status = session.status_on(edition.today());
        let mut what = vec![Inline::Strong(text(&entry.title))];
        if status != SessionStatus::Held {
            what.push(Inline::Text(format!(" ({})", composer.words.word(status))));
        }
        let summary = composer.cell(&session.summary, &entry.id);
        if !summary.is_empty() {
            what.push(Inline::Break);
            what.extend(summary);
        }
        let mut kind = composer.value(session.session_type);
        if let Some(method) = session.method {
            kind.push(Inline::Break);
            kind.extend(text(composer.words.word(method)));
        }
        let who = composer.links(session.participants.iter().map(|participant| &participant.person));
        let hours = session.minutes.map_or_else(Vec::new, |minutes| text(composer.words.hours(u64::from(minutes))));
        let cells = vec![composer.short_date(session.date), what, kind, who, hours];
        rows.push(composer.row(entry, cells));
    }
    let heads = ["field-date", "kind-session", "field-type", "field-participants", "field-duration"];
    if let Some(Block::Table(table)) = composer.table(&heads, rows) {
        intro.push(Block::Table(table));
    }
    composer.chapter("sessions", intro, Vec::new())
}
