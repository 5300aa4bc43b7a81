use super::{Audiences, Engagement, EntryId, Kind, Mention, Prose, Record};
use crate::source::{SourcePath, Span};
use std::collections::BTreeMap;

/// One record with all that every kind has.
///
/// `R` is how it refers to others: [`Mention`] as written, [`EntryId`] once resolved.
#[derive(Debug, Clone)]
pub struct Entry<R> {
    /// What it is, and which.
    pub id: EntryId,
    /// Its title or name, plain text.
    pub title: String,
    /// Where it was written.
    pub origin: Origin,
    /// Who may see it, as far as anything was said.
    pub audiences: Audiences,
    /// Whether it is unfinished: shown in the internal edition alone, and marked.
    pub draft: bool,
    /// Its tags as written.
    pub tags: Vec<String>,
    /// Old paths that lead here.
    pub aliases: Vec<String>,
    /// The body of a note.
    pub body: Prose<R>,
    /// Keys that no kind knows, as written, for themes.
    pub extra: BTreeMap<String, Extra>,
    /// What stood under `internal:` keys, at whatever depth; for the internal edition alone.
    pub remarks: Vec<Remark<R>>,
    /// The fields of its kind.
    pub record: Record<R>,
}

/// Where a record comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The place of the record: its front matter, its YAML mapping, or the words that imply it.
    pub span: Span,
    /// The record that it is part of: the session of a decision or an action.
    pub parent: Option<EntryId>,
    /// Whether there is no such record written, only its name in others.
    pub implied: bool,
    /// Places of fields, by path: `date`, `skill_changes[0].to`.
    pub places: BTreeMap<String, Span>,
    /// The anchors of headings that are no longer in the body, since they gave the title or a field: links to them
    /// lead to the record as a whole.
    pub record_anchors: Vec<String>,
}

impl Origin {
    /// An origin at that place, with no fields known yet.
    pub fn at(span: Span) -> Self {
        Self { span, parent: None, implied: false, places: BTreeMap::new(), record_anchors: Vec::new() }
    }

    /// The file of the record.
    pub fn file(&self) -> &SourcePath {
        &self.span.file
    }

    /// Where a field stands; the record's own place where that is not known.
    pub fn place(&self, field: &str) -> Span {
        self.places.get(field).unwrap_or(&self.span).clone()
    }
}

/// What stood under an `internal:` key.
#[derive(Debug, Clone)]
pub struct Remark<R> {
    /// The path of the mapping that held the key: empty for the record itself, `actions[2]`.
    pub field: String,
    /// What it says.
    pub text: Prose<R>,
}

/// A value that no kind knows, kept as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extra {
    /// Nothing.
    Null,
    /// A text, number or date, as written.
    Text(String),
    /// A list.
    List(Vec<Extra>),
    /// A mapping.
    Map(BTreeMap<String, Extra>),
}

/// Everything that was read, as written: the value that `content` gives.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The engagement.
    pub engagement: Engagement<Mention>,
    /// All records, in the order of their files.
    pub entries: Vec<Entry<Mention>>,
    /// The introductions of registers: `README.md` or `index.md` in a kind's own folder.
    pub introductions: BTreeMap<Kind, Entry<Mention>>,
    /// Introductions of the book's chapters: `content/book/CHAPTER.md`, by chapter name.
    pub chapters: BTreeMap<String, Entry<Mention>>,
    /// Kinds that have a register or a folder, so that an unknown name is an error and not an
    /// implied record.
    pub registers: std::collections::BTreeSet<Kind>,
    /// Kinds of which something could not be read, so that a record which is missing may only not
    /// have been found.
    pub unread: std::collections::BTreeSet<Kind>,
    /// What the settings leave out of the book, and where they say so.
    pub excluded: Vec<(EntryId, Span)>,
    /// Who may see the files beside the notes of which the settings say it.
    pub restricted: BTreeMap<crate::source::SourcePath, Audiences>,
    /// What others may call records whose ids are in doubt, as slugs.
    pub doubtful_names: std::collections::BTreeSet<(Kind, String)>,
}
