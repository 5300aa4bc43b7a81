//! What a record is called: by its own word, else by where it is written, its day or its title.

use super::Setting;
use crate::content::fields::Fields;
use crate::content::reading::is_id;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Entry, EntryId, Kind, Mention, Record, id_slug, slug};

/// What a record is called where it has no `id:`.
#[derive(Debug, Clone)]
pub(crate) enum ById {
    /// The path of its file, or its key in a register.
    Slug(String),
    /// A session among others in one file: the file's path and the day.
    Day(String),
    /// An item of a register: its title.
    Title,
    /// A decision or an action of a session: the session, and the beginning of its title.
    Session,
}

/// How a record came by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// By its `id:`.
    Written,
    /// By its file or key.
    File,
    /// By the day of a session.
    Day,
    /// By its title.
    Title,
    /// As part of a session; a second one of the name is numbered.
    Part,
}

/// An id as its record says it.
pub(super) struct WrittenId {
    /// What it is, or comes nearest to.
    pub(super) id: Option<String>,
    /// Whether it is what was written; true where nothing was.
    pub(super) is_whole: bool,
}

/// `id:`, where it can be one; anything else is complained of.
pub(super) fn written_id(fields: &mut Fields<'_, '_>, kind: Kind) -> WrittenId {
    let Some(node) = fields.take("id") else { return WrittenId { id: None, is_whole: true } };
    let Some(written) = fields.reading.line(node, "id") else { return WrittenId { id: None, is_whole: false } };
    let bare = written
        .split_once(':')
        .filter(|(prefix, _)| Kind::parse(prefix) == Some(kind))
        .map_or(written.as_str(), |(_, id)| id.trim());
    let id = id_slug(bare);
    let is_whole = id.split('/').all(|segment| !segment.is_empty());
    // Letter case and underscores are a matter of taste; anything else would be lost unseen.
    let is_close = is_whole && is_id(&bare.to_lowercase().replace('_', "-")) || id == bare;
    let is_said = is_close && bare == written;
    if !is_said {
        let complaint =
            Diagnostic::error(Code::InvalidId, fields.reading.span(node), format!("\"{written}\" cannot be an id"));
        fields.reading.report.push(complaint.hint(if is_whole {
            format!("write `id: {id}`")
        } else {
            "an id is letters and digits of any script, with hyphens between words".to_owned()
        }));
    }
    WrittenId { id: is_whole.then_some(id), is_whole: is_said }
}

/// The id as far as it can be told before the fields are read: what stands inside needs it.
pub(super) fn known_id(
    written: Option<&String>,
    setting: &Setting,
    title: Option<&String>,
    kind: Kind,
) -> Option<EntryId> {
    let slug = match (written, &setting.id) {
        (Some(id), _) | (None, ById::Slug(id)) => id.clone(),
        (None, ById::Title) => id_slug(&title?.replace('/', " ")),
        (None, ById::Day(_) | ById::Session) => return None,
    };
    Some(EntryId::new(kind, slug))
}

/// The id of a record, and how it came by it.
pub(super) fn identity(
    written: Option<&String>,
    setting: &Setting,
    title: &str,
    kind: Kind,
    record: &Record<Mention>,
    stem: &str,
) -> (EntryId, Naming) {
    if let Some(id) = written {
        return (EntryId::new(kind, id), Naming::Written);
    }
    let (slug, naming) = match &setting.id {
        ById::Slug(slug) => (slug.clone(), Naming::File),
        ById::Day(file) => match record {
            Record::Session(session) => match session.date {
                Some(date) => (format!("{file}-{date}"), Naming::Day),
                None => (format!("{file}-{}", setting.span.start), Naming::File),
            },
            _ => (id_slug(&title.replace('/', " ")), Naming::Title),
        },
        ById::Title => (id_slug(&title.replace('/', " ")), Naming::Title),
        ById::Session => (first_words(title), Naming::Part),
    };
    let slug = if slug.is_empty() && naming != Naming::File { slug_of_last_resort(stem, setting) } else { slug };
    (EntryId::new(kind, slug), naming)
}

/// A title of nothing but signs still needs an id; its place in the file gives one.
fn slug_of_last_resort(stem: &str, setting: &Setting) -> String {
    format!("{}-{}", slug(stem), setting.span.start).trim_start_matches('-').to_owned()
}

/// The beginning of a title as the end of an id.
pub(super) fn first_words(title: &str) -> String {
    slug(title).split('-').take(8).collect::<Vec<_>>().join("-")
}

/// What a record may be called whose id is in doubt: by its title and by where it is written.
pub(super) fn names_of(entry: &Entry<Mention>, setting: &Setting) -> Vec<String> {
    let by_place = match &setting.id {
        ById::Slug(slug) => slug.rsplit('/').next().map(str::to_owned),
        _ => None,
    };
    by_place.into_iter().chain([slug(&entry.title)]).collect()
}
