//! One record: what every kind has, around the fields of its own.

mod identity;

pub(crate) use identity::{ById, Naming};

use super::audience::Circles;
use super::fields::Fields;
use super::heading::{Title, readable, take_title, without_references, words};
use super::markdown::{Parsed, anchors, reference_in_title};
use super::reading::Reading;
use super::schema::{self, Outset};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Audiences, BlockKind, Entry, EntryId, Inline, Kind, Mention, Origin, Prose, Record, Safeguard, Walk,
};
use crate::source::Span;
use identity::{WrittenId, first_words, identity, known_id, names_of, written_id};
use jiff::civil::Date;

/// What is known of a record before its fields are read.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    /// The place that stands for the whole record.
    pub(crate) span: Span,
    /// The id it has by where it is written.
    pub(crate) id: ById,
    /// The title it has by where it is written.
    pub(crate) name: Option<String>,
    /// Whether that title was meant as one.
    pub(crate) is_named: bool,
    /// The day that the file's name begins with.
    pub(crate) day_in_name: Option<Date>,
    /// What the settings say of its folder.
    pub(crate) audiences: Audiences,
    /// Whether its front matter or YAML could not be read: it may be meant for fewer people than it
    /// says, and what it lacks may only not have been found.
    pub(crate) is_salvaged: bool,
}

/// A record that has been read, before it is known that nobody else has its id.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The record. The id of a part of a session is made when all of them are known.
    pub(crate) entry: Entry<Mention>,
    /// Where its id is written, or follows from.
    pub(crate) id_place: Span,
    /// How it came by its id.
    pub(crate) naming: Naming,
    /// The records that stand inside of it.
    pub(crate) parts: Vec<Draft>,
    /// What others may call it, as slugs, where the id it says cannot be one.
    pub(crate) doubtful_names: Vec<String>,
}

/// Reads a record from the keys of a mapping and, for a note, its body. `None` where nothing tells
/// what it is, which has then been said.
pub(crate) fn read<'a>(
    mut reading: Reading<'a>,
    node: &'a Node,
    kind: Kind,
    note: Parsed,
    setting: &Setting,
) -> (Option<Draft>, Reading<'a>) {
    reading.audiences.restrict_all(&setting.audiences);
    if setting.is_salvaged && !Safeguard::UnreadableRecords.is_out() {
        reading.audiences.doubt();
    }
    let mut fields = Fields::of_record(&mut reading, node);
    let WrittenId { id: written_id, is_whole } = written_id(&mut fields, kind);
    let is_there = |key: &&&'static str| fields.has(key);
    let says_something = |key: &&&'static str| is_there(key) && !fields.is_blank(key);
    let title_key =
        title_keys(kind).iter().find(says_something).or_else(|| title_keys(kind).iter().find(is_there)).copied();
    let blank = title_key.filter(|key| fields.is_blank(key));
    let written_title = fields.line(title_key.unwrap_or(title_keys(kind)[0]));
    let written_title = written_title.and_then(|title| titled(&mut *fields.reading, &setting.span, title));
    let without_links;
    let setting = match &setting.name {
        Some(name) if name.contains("[[") => {
            let name = titled(&mut *fields.reading, &setting.span, name.clone());
            without_links = Setting { name, ..setting.clone() };
            &without_links
        }
        _ => setting,
    };
    // A title that cannot be read has been complained of, and so has YAML that may hold one; a key
    // that is nearly that of the title will be.
    let misspelt = fields.misspelt(title_keys(kind)[0]);
    let is_told = title_key.is_some() || setting.is_salvaged || note.is_cut || misspelt.is_some();
    let (heading, mut body) = take_title(fields.reading.text, note, written_title.as_deref());
    let is_nameless =
        setting.name.is_none() && written_id.is_none() && written_title.is_none() && heading.words.is_none();
    if is_nameless {
        complain_of_title(&mut fields, misspelt, kind);
    }
    if let Some(key) = blank {
        complain_of_blank(&mut fields, key, kind, is_nameless);
    }
    let known_id = known_id(written_id.as_ref(), setting, written_title.as_ref().or(heading.words.as_ref()), kind);
    let draft = draft(&mut fields);
    if !matches!(kind, Kind::Organisation | Kind::LeaveBehind) {
        fields.take("kind");
    }
    let tags = fields.lines("tags");
    let aliases = if kind == Kind::Person { Vec::new() } else { fields.lines("aliases") };
    let mut parts = Vec::new();
    let mut record_anchors = Vec::new();
    let record = {
        let mut outset =
            Outset { body: &mut body, id: known_id.as_ref(), parts: &mut parts, setting, anchors: &mut record_anchors };
        schema::read(kind, &mut fields, &mut outset)
    };
    fields.finish();
    let Some((title, title_anchor)) =
        title(&mut reading, kind, written_title, heading, written_id.as_ref(), setting, is_told)
    else {
        return (None, reading);
    };
    let (id, naming) = identity(written_id.as_ref(), setting, &title, kind, &record, reading.text.file.stem());
    let id_place = match naming {
        Naming::Written => reading.places.get("id"),
        Naming::Day => reading.places.get("date"),
        Naming::Title => title_keys(kind).iter().find_map(|key| reading.places.get(*key)),
        _ => None,
    };
    let id_place = id_place.unwrap_or(&setting.span).clone();
    let mut origin = Origin::at(setting.span.clone());
    origin.places = std::mem::take(&mut reading.places);
    origin.record_anchors = record_anchors;
    origin.record_anchors.extend(title_anchor);
    let mut entry = Entry {
        id,
        title,
        origin,
        audiences: std::mem::replace(&mut reading.audiences, Audiences::unsaid()),
        draft,
        tags,
        aliases,
        body,
        extra: std::mem::take(&mut reading.extra),
        remarks: std::mem::take(&mut reading.remarks),
        record,
    };
    name_headings(&mut entry);
    let doubtful_names = if is_whole { Vec::new() } else { names_of(&entry, setting) };
    (Some(Draft { entry, id_place, naming, parts, doubtful_names }), reading)
}

/// Makes the anchors of all headings unique: those of the body keep theirs before those of fields,
/// and remarks come last, since nothing of them may be seen.
fn name_headings(entry: &mut Entry<Mention>) {
    fn each(entry: &mut Entry<Mention>, change: &mut dyn FnMut(&mut Prose<Mention>)) {
        change(&mut entry.body);
        entry.record.change_texts(change);
        entry.remarks.iter_mut().for_each(|remark| change(&mut remark.text));
    }
    let mut texts = Vec::new();
    each(entry, &mut |text| texts.push(std::mem::take(text)));
    anchors::unique(&mut texts.iter_mut().collect::<Vec<_>>());
    let mut texts = texts.into_iter();
    each(entry, &mut |text| *text = texts.next().unwrap_or_default());
}

/// The body of a record that is not a note.
pub(crate) fn no_body() -> Parsed {
    Parsed { prose: Prose::default(), title: None, heading: None, is_cut: false }
}

/// A decision or an action inside a session: a text, or a mapping with the fields of its kind.
pub(crate) fn read_part<'a>(
    outer: &mut Reading<'a>,
    circles: &'a Circles,
    node: &'a Node,
    path: &str,
    kind: Kind,
    date: Option<Date>,
) -> Option<Draft> {
    let span = outer.first_line(&node.range);
    let mut reading = Reading::new(outer.text, circles);
    let setting = Setting {
        span: span.clone(),
        id: ById::Session,
        name: None,
        is_named: false,
        day_in_name: None,
        audiences: Audiences::unsaid(),
        is_salvaged: false,
    };
    let mut draft = match &node.value {
        Value::Mapping(_) => {
            let (draft, reading) = read(reading, node, kind, no_body(), &setting);
            outer.report.extend(reading.report);
            draft?
        }
        Value::Scalar(_) => {
            let prose = reading.prose(node, path).unwrap_or_default();
            outer.report.extend(std::mem::take(&mut reading.report));
            text_part(prose, kind, &setting)?
        }
        _ => {
            let complaint = outer.wrong_type(node, path, "a text or a mapping");
            outer.report.push(complaint);
            return None;
        }
    };
    match &mut draft.entry.record {
        Record::Decision(decision) => decision.date = decision.date.or(date),
        Record::OpenItem(item) => {
            item.raised = item.raised.or(date);
            item.item_type = item.item_type.or(Some(crate::model::ItemType::Action));
        }
        _ => {}
    }
    Some(draft)
}

/// A part that is only a text: its first paragraph is the title; what a title cannot say is kept.
fn text_part(prose: Prose<Mention>, kind: Kind, setting: &Setting) -> Option<Draft> {
    let line = |inlines: &[Inline<Mention>]| Some(words(inlines)).filter(|words| !words.is_empty());
    let title = prose.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => line(content),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).find_map(|block| match &block.kind {
                BlockKind::Paragraph(content) => line(content),
                _ => None,
            })
        }
        _ => None,
    })?;
    let is_plain = matches!(&prose.blocks[..], [block] if matches!(&block.kind, BlockKind::Paragraph(content)
        if content.iter().all(|inline| matches!(inline, Inline::Text(_) | Inline::SoftBreak))));
    let rest = if is_plain { Prose::default() } else { prose };
    let record = match kind {
        Kind::Decision => Record::Decision(Box::new(crate::model::Decision { outcome: rest, ..Default::default() })),
        _ => Record::OpenItem(Box::new(crate::model::OpenItem { description: rest, ..Default::default() })),
    };
    let entry = Entry {
        id: EntryId::new(kind, first_words(&title)),
        title,
        origin: Origin::at(setting.span.clone()),
        audiences: Audiences::unsaid(),
        draft: false,
        tags: Vec::new(),
        aliases: Vec::new(),
        body: Prose::default(),
        extra: std::collections::BTreeMap::new(),
        remarks: Vec::new(),
        record,
    };
    Some(Draft {
        entry,
        id_place: setting.span.clone(),
        naming: Naming::Part,
        parts: Vec::new(),
        doubtful_names: Vec::new(),
    })
}

/// The keys that may hold the title of a kind, the usual one first.
fn title_keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Person => &["name"],
        Kind::Organisation | Kind::Skill => &["name", "title"],
        Kind::Term => &["term", "title", "name"],
        _ => &["title"],
    }
}

/// Where a draft cannot be told from a finished record, it is not shown.
fn draft(fields: &mut Fields<'_, '_>) -> bool {
    let Some(node) = fields.take("draft") else { return false };
    match fields.reading.truth(node, "draft") {
        Some(draft) => draft,
        None => {
            fields.reading.audiences.doubt();
            true
        }
    }
}

/// What nobody can be called by is an error at the key that was meant for it.
fn complain_of_title(fields: &mut Fields<'_, '_>, misspelt: Option<&Node>, kind: Kind) {
    let Some(written) = misspelt else { return };
    let key = title_keys(kind)[0];
    let message =
        format!("this {} has no `{key}`, and `{}` is no key", kind_in_words(kind), written.words().unwrap_or_default());
    let place = fields.reading.span(written);
    fields.reading.report.push(Diagnostic::error(Code::MissingField, place, message).hint(format!("write `{key}`")));
    fields.forget(misspelt);
}

/// A title without words is as good as none, but its author has thought of one.
fn complain_of_blank(fields: &mut Fields<'_, '_>, key: &str, kind: Kind, is_nameless: bool) {
    let place = fields.place_of(key);
    let complaint = if is_nameless {
        let message = format!("this {} has no `{key}`: there is nothing between the quotes", kind_in_words(kind));
        Diagnostic::error(Code::MissingField, place, message)
    } else {
        Diagnostic::warning(
            Code::EmptyValue,
            place,
            format!("`{key}` says nothing, and is read as if it were not there"),
        )
    };
    fields.reading.report.push(complaint.hint(format!("write `{key}: …`, or take the key out")));
}

/// A title without links, which are complained of; nothing where nothing else is in it.
fn titled(reading: &mut Reading<'_>, place: &Span, title: String) -> Option<String> {
    if !title.contains("[[") {
        return Some(title);
    }
    let words = without_references(&title);
    if words != title {
        reading.report.push(reference_in_title(place.clone()));
    }
    (!words.is_empty()).then_some(words)
}

/// The title, and the anchor of the heading that gave it.
fn title(
    reading: &mut Reading<'_>,
    kind: Kind,
    written: Option<String>,
    heading: Title,
    id: Option<&String>,
    setting: &Setting,
    is_told: bool,
) -> Option<(String, Option<String>)> {
    let Title { words, anchor } = heading;
    if let Some(title) = written.or(words) {
        return Some((title, anchor));
    }
    let key = title_keys(kind)[0];
    let by_id = || id.map(|id| readable(id.rsplit('/').next().unwrap_or(id)));
    let Some(name) = setting.name.clone().or_else(by_id) else {
        if !is_told {
            reading.report.push(
                Diagnostic::error(
                    Code::MissingField,
                    setting.span.clone(),
                    format!("this {} has no `{key}`", kind_in_words(kind)),
                )
                .hint(format!("write `{key}: …`")),
            );
        }
        return None;
    };
    if !is_told && !setting.is_named {
        reading.report.push(
            Diagnostic::warning(
                Code::ExpectedField,
                setting.span.clone(),
                format!("no {key}: it is called \"{name}\""),
            )
            .hint(if reading.text.file.ending() == "md" {
                format!("write `{key}: …` in its front matter, or a first line `# …`")
            } else {
                format!("write `{key}: …`")
            }),
        );
    }
    Some((name, anchor))
}

/// A kind as it is said in a sentence.
pub(crate) fn kind_in_words(kind: Kind) -> String {
    kind.as_str().replace('-', " ")
}
