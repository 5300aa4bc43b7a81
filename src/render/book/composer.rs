//! What all chapters share: the words, the images, the notes on evidence, the terms of the index.

use super::prose::{self, Reader};
use super::terms::Terms;
use super::tree::{self, Align, Block, Chapter, Format, Inline, Row, Section, Table, Target};
use crate::model::{Entry, EntryId, Kind, Party, Prose, Record, View};
use crate::render::words::{Spoken, Words};
use crate::render::{Publication, image};
use crate::source::SourcePath;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Puts records into chapters.
pub(super) struct Composer<'p> {
    /// What may be shown.
    pub(super) publication: &'p Publication<'p>,
    /// The book's own words.
    pub(super) words: &'p Words,
    /// The images that the chapters name.
    pub(super) images: BTreeMap<String, tree::Image>,
    /// The records that have found their place.
    pub(super) placed: BTreeSet<EntryId>,
    terms: Terms,
    notes: Vec<EntryId>,
    footnotes: usize,
    pictures: usize,
    /// The chapters that are made, by name.
    pub(super) chapters: BTreeSet<&'p str>,
    /// The chapter whose introduction is being read.
    pub(super) introduces: Option<&'p str>,
    /// The pictures that their own chapter shows already.
    pub(super) shown: BTreeSet<View>,
    /// The numbers of the sessions in their register, where the book has it.
    numbers: BTreeMap<EntryId, usize>,
}

impl<'p> Composer<'p> {
    /// A composer of these chapters.
    pub(super) fn new(publication: &'p Publication<'p>, words: &'p Words, chapters: &[&'p str]) -> Self {
        Self {
            publication,
            words,
            images: BTreeMap::new(),
            placed: BTreeSet::new(),
            terms: Terms::of(publication),
            notes: Vec::new(),
            footnotes: 0,
            pictures: 0,
            chapters: chapters.iter().copied().collect(),
            introduces: None,
            shown: BTreeSet::new(),
            numbers: if chapters.contains(&"sessions") {
                super::chapter::numbers(publication)
            } else {
                BTreeMap::new()
            },
        }
    }

    /// The chapter with all notes on evidence that its parts have asked for.
    pub(super) fn chapter(&mut self, name: &str, intro: Vec<Block>, sections: Vec<Section>) -> Chapter {
        let notes = std::mem::take(&mut self.notes);
        Chapter {
            number: String::new(),
            title: self.words.say(&format!("chapter-{name}")).into_owned(),
            id: super::chapter::id(name),
            intro,
            sections,
            notes: notes.iter().map(|session| self.session_note(session)).collect(),
        }
    }

    /// What the author wrote for the chapter's beginning, else the introduction of the register.
    pub(super) fn introduction(&mut self, name: &str, kind: Option<Kind>) -> Vec<Block> {
        let edition = self.publication.edition;
        let introduction = edition.chapter(name).or_else(|| kind.and_then(|kind| edition.introduction(kind)));
        self.introduces = self.chapters.get(name).copied();
        let blocks = introduction.map_or_else(Vec::new, |entry| self.prose(&entry.body, &entry.id));
        self.introduces = None;
        blocks
    }

    /// The section of a record: its title, its tags for the index, and its place taken.
    pub(super) fn section(&mut self, entry: &Entry<EntryId>, mut blocks: Vec<Block>) -> Section {
        self.placed.insert(entry.id.clone());
        blocks.insert(0, Block::Paragraph(marks(entry)));
        if entry.draft {
            blocks.insert(1, Block::Paragraph(vec![Inline::Emphasis(vec![self.word("draft-note")])]));
        }
        for remark in &entry.remarks {
            let blocks_of_remark = self.prose(&remark.text, &entry.id);
            let title = vec![self.word("remarks")];
            blocks.push(Block::Callout { kind: tree::Callout::Caution, title, blocks: blocks_of_remark });
        }
        Section { title: entry.title.clone(), id: entry.id.to_string(), blocks, ..Section::default() }
    }

    /// The row of a record, its place taken.
    pub(super) fn row(&mut self, entry: &Entry<EntryId>, mut cells: Vec<Vec<Inline>>) -> Row {
        let id = self.placed.insert(entry.id.clone()).then(|| entry.id.to_string());
        if let Some(first) = cells.first_mut() {
            first.splice(0..0, marks(entry));
        }
        Row { id, cells }
    }

    /// A table with heads named by the site's words. A column in which no row says anything is left out.
    pub(super) fn table(&self, heads: &[&str], mut rows: Vec<Row>) -> Option<Block> {
        let says = |cell: &Vec<Inline>| cell.iter().any(|inline| !matches!(inline, Inline::Mark(_)));
        let is_kept: Vec<bool> = (0..heads.len())
            .map(|column| column == 0 || rows.iter().any(|row| row.cells.get(column).is_some_and(says)))
            .collect();
        for row in &mut rows {
            let mut kept = is_kept.iter();
            row.cells.retain(|_| kept.next().copied().unwrap_or(true));
        }
        let head: Vec<Vec<Inline>> =
            heads.iter().zip(&is_kept).filter(|(_, kept)| **kept).map(|(head, _)| vec![self.word(head)]).collect();
        (!rows.is_empty())
            .then(|| Block::Table(Table { columns: vec![Align::Start; head.len()], head, rows, ..Table::default() }))
    }

    /// A text of a record as blocks.
    pub(super) fn prose(&mut self, prose: &Prose<EntryId>, of: &EntryId) -> Vec<Block> {
        Reader::read(self, prose, of)
    }

    /// A text of a record for a cell.
    pub(super) fn cell(&mut self, prose: &Prose<EntryId>, of: &EntryId) -> Vec<Inline> {
        prose::in_a_cell(self.prose(prose, of))
    }

    /// A text under a heading; nothing where nothing is said.
    pub(super) fn part(&mut self, head: &str, prose: &Prose<EntryId>, of: &EntryId, out: &mut Vec<Block>) {
        if !prose.is_empty() {
            out.push(self.heading(head));
            let below = self.prose(prose, of);
            // Headings of the text stand below the heading it has been given.
            out.extend(below.into_iter().map(|block| match block {
                Block::Heading { level, id, text } => Block::Heading { level: level.saturating_add(1), id, text },
                block => block,
            }));
        }
    }

    /// A heading in the site's words.
    pub(super) fn heading(&self, word: &str) -> Block {
        Block::Heading { level: 1, id: None, text: vec![self.word(word)] }
    }

    /// A word of the site as text.
    pub(super) fn word(&self, name: &str) -> Inline {
        Inline::Text(self.words.say(name).into_owned())
    }

    /// The word for a value of a closed list.
    pub(super) fn value<W: Spoken>(&self, value: Option<W>) -> Vec<Inline> {
        value.map_or_else(Vec::new, |value| text(self.words.word(value)))
    }

    /// A day; nothing where none is recorded.
    pub(super) fn date(&self, date: Option<Date>) -> Vec<Inline> {
        date.map_or_else(Vec::new, |date| text(self.words.date(date)))
    }

    /// A day as short as a column of a table wants it, on one line.
    pub(super) fn short_date(&self, date: Option<Date>) -> Vec<Inline> {
        date.map_or_else(Vec::new, |date| text(self.words.short_date(date).replace(' ', "\u{a0}")))
    }

    /// So many minutes as hours; nothing where no duration is recorded.
    pub(super) fn hours(&self, minutes: u64) -> Option<String> {
        (minutes > 0).then(|| self.words.hours(minutes))
    }

    /// "Not recorded".
    pub(super) fn not_recorded(&self) -> Vec<Inline> {
        vec![self.word("not-recorded")]
    }

    /// A record as a link to its place in the book.
    pub(super) fn link(&self, id: &EntryId) -> Vec<Inline> {
        let Some(entry) = self.publication.edition.get(id) else { return Vec::new() };
        if !self.publication.takes(id) {
            return text(&entry.title);
        }
        if id.kind == Kind::Person || id.kind == Kind::Organisation {
            // A page number after each name would bury the sentence; the index has the pages.
            return vec![Inline::Mark(entry.title.clone()), Inline::Text(entry.title.clone())];
        }
        vec![Inline::Link { to: Target::Id(id.to_string()), text: text(&entry.title) }]
    }

    /// Whose something is; where the book leaves them out, that they are not named.
    pub(super) fn owner(&self, id: &EntryId) -> Vec<Inline> {
        let link = self.link(id);
        if link.is_empty() { vec![self.word("not-named-here")] } else { link }
    }

    /// Records as links with commas between them.
    pub(super) fn links<'a>(&self, ids: impl IntoIterator<Item = &'a EntryId>) -> Vec<Inline> {
        joined(self.words, ids.into_iter().map(|id| self.link(id)))
    }

    /// People, organisations and roles.
    pub(super) fn parties(&self, parties: &[Party<EntryId>]) -> Vec<Inline> {
        joined(
            self.words,
            parties.iter().map(|party| match party {
                Party::Record(id) => self.link(id),
                Party::Role(role) => text(self.words.word(*role)),
            }),
        )
    }

    /// The numbered notes of the sessions that a record rests on.
    pub(super) fn evidence(&mut self, id: &EntryId) -> Vec<Inline> {
        let insights = self.publication.insights;
        let sessions: Vec<EntryId> = insights.provenance.behind(id).cloned().collect();
        sessions.iter().map(|session| self.note(session)).collect()
    }

    /// The numbered note of a session: its number in the register, else one of the chapter's own.
    pub(super) fn note(&mut self, session: &EntryId) -> Inline {
        if let Some(number) = self.number(session) {
            return Inline::Note { number, row: Some(session.to_string()) };
        }
        let known = self.notes.iter().position(|note| note == session);
        let position = known.unwrap_or_else(|| {
            self.notes.push(session.clone());
            self.notes.len() - 1
        });
        Inline::Note { number: position + 1, row: None }
    }

    /// The number of a session in the register of the book, where it has one.
    pub(super) fn number(&self, session: &EntryId) -> Option<usize> {
        self.numbers.get(session).copied()
    }

    fn session_note(&self, session: &EntryId) -> Vec<Inline> {
        let mut note = self.link(session);
        if let Some((_, record)) = self.publication.edition.session(session)
            && let Some(date) = record.date
        {
            note.push(Inline::Text(format!(", {}", self.words.date(date))));
        }
        note
    }

    /// The name of an image in the book; none where it is no image that can be shown.
    pub(super) fn image(&mut self, path: &SourcePath) -> Option<String> {
        let name = path.as_str();
        if !self.images.contains_key(name) {
            let made = self.read_image(path)?;
            self.images.insert(name.to_owned(), made);
        }
        Some(name.to_owned())
    }

    fn read_image(&self, path: &SourcePath) -> Option<tree::Image> {
        let ending = path.as_str().rsplit_once('.')?.1.to_lowercase();
        let format = match ending.as_str() {
            "png" => Format::Png,
            "jpg" | "jpeg" => Format::Jpeg,
            "gif" => Format::Gif,
            "webp" => Format::Webp,
            "svg" => Format::Svg,
            _ => return None,
        };
        // What is wrong with an image is said where the site copies it.
        let cleaned = image::clean(self.publication.file(path)?, &ending).ok()?;
        Some(tree::Image {
            bytes: cleaned.bytes.into(),
            format,
            width: cleaned.width.unwrap_or(0),
            height: cleaned.height.unwrap_or(0),
        })
    }

    /// An id for a figure that no other has.
    pub(super) fn next_figure(&mut self) -> String {
        self.pictures += 1;
        format!("figure:{}", self.pictures)
    }

    /// A number for a footnote that no other has.
    pub(super) fn next_footnote(&mut self) -> String {
        self.footnotes += 1;
        self.footnotes.to_string()
    }

    /// The id of a heading of a record.
    pub(super) fn anchor_of(record: &str, anchor: &str) -> String {
        format!("{record}:{anchor}")
    }

    /// Marks a text for the index with every term, skill and person it names.
    pub(super) fn mark_terms(&self, words: &str, text: &mut Vec<Inline>) {
        let found = self.terms.find(words);
        text.splice(0..0, found.into_iter().map(|term| Inline::Mark(term.to_owned())));
    }
}

/// The marks of a record's own title and tags.
fn marks(entry: &Entry<EntryId>) -> Vec<Inline> {
    let named = match entry.record {
        Record::Session(_) | Record::OpenItem(_) | Record::HandoverItem(_) | Record::SuccessCriterion(_) => None,
        _ => Some(&entry.title),
    };
    named.into_iter().chain(&entry.tags).map(|term| Inline::Mark(term.clone())).collect()
}

/// Text.
pub(super) fn text(text: impl Into<String>) -> Vec<Inline> {
    let text = text.into();
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}

/// Parts with commas between them; empty ones are passed over.
pub(super) fn joined(words: &Words, parts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let comma = words.say("list-comma");
    let mut out = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push(Inline::Text(comma.to_string()));
        }
        out.extend(part);
    }
    out
}
