//! One file, and the records that are in it.

use super::audience::Circles;
use super::heading::readable;
use super::place::Place;
use super::reading::Reading;
use super::record::{self, ById, Draft, Naming, Setting, kind_in_words};
use super::register::{self, Item};
use super::text::Text;
use super::yaml::recovery::{Parts, recover, salvage};
use super::yaml::{self, Node, Value};
use super::{front_matter, manuscript, markdown};
use crate::config::CHAPTERS;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{EntryId, Kind, date, id_slug, slug};
use crate::source::{SourcePath, Span};
use std::ops::Range;

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) introduction: Option<(Kind, Draft)>,
    pub(crate) chapter: Option<(String, Draft)>,
    /// Kinds that the file is a register of.
    pub(crate) registers: Vec<Kind>,
    /// Kinds of which the file holds records that could not be read: who is missing there is not
    /// known.
    pub(crate) broken: Vec<Kind>,
    pub(crate) report: Report,
}

/// Reads a file.
pub(crate) fn read(file: &SourcePath, bytes: &[u8], place: &Place, circles: &Circles) -> Piece {
    let mut piece = Piece::default();
    match place {
        Place::Other => return piece,
        Place::Leftover => {
            piece.report.push(
                Diagnostic::warning(
                    Code::LeftoverFile,
                    Span::file(file),
                    "an editor or a sync tool left this file behind",
                )
                .hint("it is not read; delete it, or give it another name"),
            );
            return piece;
        }
        Place::UnknownRegister => {
            let registers = Kind::ALL.iter().map(|kind| kind.folder()).filter(|name| !name.is_empty());
            piece.report.push(
                Diagnostic::warning(
                    Code::UnknownRegister,
                    Span::file(file),
                    "no kind of record has a register of this name",
                )
                .did_you_mean(file.stem(), registers.clone())
                .hint(format!("it is not read; registers are: {}", registers.collect::<Vec<_>>().join(", "))),
            );
            return piece;
        }
        _ => {}
    }
    let text = manuscript::read(file, bytes, &mut piece.report);
    let is_legible = !piece.report.has_errors();
    if file.as_str().contains(char::is_control) {
        piece.report.push(
            Diagnostic::warning(Code::BadFileName, Span::file(file), "the name of this file holds a control character")
                .hint("rename it"),
        );
    }
    let scene = Scene { file, text: &text, circles };
    let mut read = match place {
        Place::Note(kind, id) => scene.note(*kind, id),
        Place::Introduction(kind) => {
            let piece = scene.note(Kind::Page, kind.folder());
            Piece {
                introduction: piece.drafts.into_iter().next().map(|draft| (*kind, draft)),
                report: piece.report,
                ..Piece::default()
            }
        }
        Place::Chapter(name) => {
            let mut piece = scene.note(Kind::Page, &format!("book/{name}"));
            if !CHAPTERS.contains(&name.as_str()) {
                let message = format!("the book has no chapter \"{name}\" to introduce");
                piece.report.push(
                    Diagnostic::warning(Code::NotInBook, Span::file(file), message)
                        .did_you_mean(name, CHAPTERS)
                        .hint(format!("name the file by one of: {}", CHAPTERS.join(", "))),
                );
            }
            Piece {
                chapter: piece.drafts.into_iter().next().map(|draft| (name.clone(), draft)),
                report: piece.report,
                ..Piece::default()
            }
        }
        Place::Records(kind, id) => scene.records(*kind, id),
        Place::Register(kind) => scene.register(*kind),
        Place::UnknownRegister | Place::Leftover | Place::Other => Piece::default(),
    };
    if is_legible {
        // Marks of direction have been told once for the whole file.
        let is_new = |diagnostic: &Diagnostic| diagnostic.code != Code::BidiCharacter;
        piece.report.extend(read.report.map(|diagnostic| Some(diagnostic).filter(is_new)));
    }
    read.report = piece.report;
    read
}

/// A file with all that its records need.
struct Scene<'a> {
    file: &'a SourcePath,
    text: &'a Text,
    circles: &'a Circles,
}

impl Scene<'_> {
    fn note(&self, kind: Kind, id: &str) -> Piece {
        let mut piece = Piece::default();
        let parts = front_matter::split(self.text, &mut piece.report);
        let nothing = Node { value: Value::Nothing, range: 0..0, is_quoted: false };
        let front = parts.front.as_ref().unwrap_or(&nothing);
        let mut reading = Reading::new(self.text, self.circles);
        let kind = kind_said(&mut reading, front, kind);
        let body = markdown::read_note(&self.text.part(parts.body), &mut reading.report);
        let setting = Setting {
            span: reading.first_line(&(0..self.text.value.len())),
            id: ById::Slug(id.to_owned()),
            name: Some(self.name()),
            is_named: false,
            is_salvaged: parts.is_broken,
            ..self.setting()
        };
        let (draft, reading) = record::read(reading, front, kind, body, &setting);
        piece.report.extend(reading.report);
        piece.drafts.extend(draft);
        self.check_name(&mut piece);
        piece
    }

    /// Records in the folder of a kind: one, or several as a list or as documents.
    fn records(&self, kind: Kind, id: &str) -> Piece {
        let mut piece = Piece::default();
        let mut items: Vec<(Kind, Item)> = Vec::new();
        for document in yaml::documents(self.text, 0..self.text.value.len()) {
            if yaml::begins_with_item(self.text, document.clone()) {
                items.extend(self.register_items(document, kind, &mut piece));
                continue;
            }
            let mut report = Report::new();
            let (node, is_salvaged) = yaml::read_record(self.text, document.clone(), &mut report);
            if self.may_be_attachment(kind, &node) {
                continue;
            }
            if register::wraps(&node, kind) {
                items.extend(self.register_items(document, kind, &mut piece));
                continue;
            }
            piece.report.extend(report);
            match &node.value {
                Value::Scalar(_) | Value::List(_) => {
                    piece.report.push(self.not_a_record(kind, &node));
                    piece.broken.push(kind);
                }
                Value::Mapping(_) | Value::Nothing => items.push((kind, Item { is_salvaged, ..Item::of(node) })),
            }
        }
        if items.is_empty()
            && !piece.report.has_errors()
            && !matches!(kind, Kind::Playbook | Kind::Lesson | Kind::Decision)
        {
            let message = format!("this file holds no {}", kind_in_words(kind));
            piece.report.push(
                Diagnostic::warning(Code::EmptyValue, Span::file(self.file), message)
                    .hint("write its keys, or delete it"),
            );
        }
        let is_alone = items.len() == 1;
        for (item_kind, item) in items {
            let by_id = match (&item.key, is_alone, item_kind) {
                (Some(key), _, _) => ById::Slug(id_slug(key)),
                (None, true, _) => ById::Slug(id.to_owned()),
                (None, false, Kind::Session) => ById::Day(id.to_owned()),
                (None, false, _) => ById::Title,
            };
            let name = (is_alone || item_kind == Kind::Session).then(|| self.name());
            self.item(&mut piece, item_kind, &item, by_id, name);
        }
        self.name_after_file(&mut piece, id);
        self.check_name(&mut piece);
        piece
    }

    /// A session among others has its day in its id, but only for the sake of those that everybody sees
    /// who sees it: it must have the id that it would have without the others.
    fn name_after_file(&self, piece: &mut Piece, id: &str) {
        let who = |draft: &Draft| (draft.entry.audiences.clone(), draft.entry.draft);
        let all: Vec<_> = piece.drafts.iter().map(who).collect();
        for (index, draft) in piece.drafts.iter_mut().enumerate().filter(|(_, draft)| draft.naming == Naming::Day) {
            let (audiences, is_draft) = &all[index];
            let mut others = all.iter().enumerate().filter(|(other, _)| *other != index);
            if !others.any(|(_, (other, draft))| self.circles.see_with((audiences, *is_draft), (other, *draft))) {
                draft.entry.id = EntryId::new(draft.entry.id.kind, id);
                draft.naming = Naming::File;
                draft.id_place = draft.entry.origin.span.clone();
            }
        }
    }

    /// A template or a sample in YAML may lie beside the notes that use it: in the folders of notes
    /// only what has a title is a record.
    fn may_be_attachment(&self, kind: Kind, node: &Node) -> bool {
        matches!(kind, Kind::Playbook | Kind::Lesson | Kind::Decision) && node.get("title").is_none()
    }

    /// A register at the root.
    fn register(&self, kind: Kind) -> Piece {
        let mut piece = Piece { registers: vec![kind], ..Piece::default() };
        let mut items = Vec::new();
        for document in yaml::documents(self.text, 0..self.text.value.len()) {
            items.extend(self.register_items(document, kind, &mut piece));
        }
        for (kind, item) in items {
            let by_id = match (&item.key, kind) {
                (Some(key), _) => ById::Slug(id_slug(key)),
                (None, Kind::Session) => ById::Day(slug(self.file.stem())),
                (None, _) => ById::Title,
            };
            if !piece.registers.contains(&kind) {
                piece.registers.push(kind);
            }
            self.item(&mut piece, kind, &item, by_id, None);
        }
        piece
    }

    /// The records of a document that is a register. Of one that cannot be read at least the name is
    /// kept, so that nobody is reported missing who is only misspelt there.
    fn register_items(&self, document: Range<usize>, kind: Kind, piece: &mut Piece) -> Vec<(Kind, Item)> {
        let is_register = |key: &str| register::kind_named(key).is_some();
        let recovered = recover(self.text, document, Parts::Records(&is_register), &mut piece.report);
        let mut items = match recovered.node {
            Some(node) if matches!(node.value, Value::Scalar(_)) => {
                piece.report.push(self.not_a_record(kind, &node));
                Vec::new()
            }
            Some(node) => register::items(node, kind, self.text, &mut piece.report),
            None => {
                piece.broken.push(kind);
                if kind == Kind::Person {
                    piece.broken.push(Kind::Organisation);
                }
                Vec::new()
            }
        };
        for part in recovered.lost {
            let kind = register::kind_above(&self.text.value[..part.start]).unwrap_or(kind);
            let (key, node) = salvage(self.text, part);
            if key.is_none() && node.pairs().is_empty() {
                piece.broken.push(kind);
            } else {
                items.push((kind, Item { key, is_salvaged: true, ..Item::of(node) }));
            }
        }
        items
    }

    /// Reads one item of a file of records.
    fn item(&self, piece: &mut Piece, kind: Kind, item: &Item, by_id: ById, name: Option<String>) {
        let mut reading = Reading::new(self.text, self.circles);
        let kind = kind_said(&mut reading, &item.node, kind);
        if item.is_withheld {
            reading.audiences.doubt();
        }
        let place = item.place.as_ref().unwrap_or(&item.node.range);
        let setting = Setting {
            span: reading.first_line(place),
            id: by_id,
            name: item.key.as_deref().map(|key| item.name(key)).or(name),
            is_named: item.is_named(kind),
            is_salvaged: item.is_salvaged,
            ..self.setting()
        };
        let (draft, reading) = record::read(reading, &item.node, kind, record::no_body(), &setting);
        piece.report.extend(reading.report);
        // One without a name nobody can have meant.
        piece.drafts.extend(draft);
    }

    fn setting(&self) -> Setting {
        let path = self.file.as_str().strip_prefix("content/").unwrap_or_default();
        Setting {
            span: Span::file(self.file),
            id: ById::Title,
            name: None,
            is_named: false,
            day_in_name: self.file.stem().get(..10).and_then(|day| date::date(day).ok()),
            audiences: self.circles.of_path(path),
            is_salvaged: false,
        }
    }

    /// The file's name as a title; of an index, its folder's.
    fn name(&self) -> String {
        let is_index = matches!(&*self.file.stem().to_lowercase(), "readme" | "index");
        let folder = self.file.folder().rsplit('/').next().unwrap_or_default();
        readable(if is_index && folder != "content" { folder } else { self.file.stem() })
    }

    fn not_a_record(&self, kind: Kind, node: &Node) -> Diagnostic {
        let start = node.range.start;
        let written = &self.text.value[node.range.clone()];
        let end = start + written.find('\n').unwrap_or(written.len());
        let message = format!("this is a text, where a {} must stand", kind_in_words(kind));
        Diagnostic::error(Code::WrongType, self.text.span(start..end), message)
            .hint("write `key: value`; a line of `---` begins another record")
    }

    /// A name of nothing but signs gives no id.
    fn check_name(&self, piece: &mut Piece) {
        for draft in &mut piece.drafts {
            let id = &draft.entry.id.slug;
            if draft.naming == Naming::Written || id.split('/').all(|segment| !segment.is_empty()) {
                continue;
            }
            piece.report.push(
                Diagnostic::error(Code::InvalidId, Span::file(self.file), "the name of this file gives no id")
                    .hint("rename it, or write `id:` in it"),
            );
            let hash = blake3::hash(self.file.as_str().as_bytes()).to_hex();
            draft.entry.id = EntryId::new(draft.entry.id.kind, format!("unnamed-{}", &hash[..8]));
        }
    }
}

/// The kind that `kind:` says, else the kind of the place. Two kinds of record have a field of that
/// name, whose words no kind of record has.
fn kind_said(reading: &mut Reading<'_>, node: &Node, kind: Kind) -> Kind {
    let Some(said) = node.get("kind") else { return kind };
    let Some(words) = said.words() else { return kind };
    if let Some(kind) = Kind::parse(words) {
        return kind;
    }
    if !matches!(kind, Kind::Organisation | Kind::LeaveBehind) {
        reading.unknown_value(said, "kind", words, Kind::ALL.iter().map(|kind| kind.as_str()));
    }
    kind
}
