//! An edition's own sources: what the client carries on with.
//!
//! Notes stand as Markdown where their ids say, sessions one a file, everything else in its
//! register. Built again, they give the same site.

mod inline;
mod prose;
mod record;
mod reference;
mod settings;
mod yaml;

use crate::config::Config;
use crate::edition::Edition;
use crate::model::{Audience, Entry, EntryId, Kind, Record};
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::{SourcePath, SourceTree};
use prose::markdown;
use record::Fields;
use std::collections::{BTreeMap, HashMap};
use yaml::{Map, Value, document};

/// Writes the sources of an edition. Files are taken from `built`, where they have lost what the
/// edition may not see; of `sources` only the site's own theme is taken.
pub fn export(edition: &Edition, config: &Config, sources: &SourceTree, built: &OutputTree) -> OutputTree {
    let layout = Layout::of(edition);
    let mut tree = OutputTree::new();
    let mut put = |path: &str, text: String| {
        let is_new = tree.insert(OutputPath::new(path), Content::Bytes(text.into_bytes()));
        debug_assert!(is_new, "ids are unique, and every path comes from one: {path}");
    };
    put("site.toml", settings::toml(edition, config));

    let mut registers: BTreeMap<&'static str, Map> = BTreeMap::new();
    let mut rows: BTreeMap<(&'static str, Kind), Vec<Value>> = BTreeMap::new();
    for entry in edition.entries().filter(|entry| !entry.origin.implied && !is_part(edition, entry)) {
        match layout.files.get(&entry.id) {
            Some(file) if file.ending() == "md" => put(file.as_str(), note(edition, entry, &layout, file)),
            Some(file) => put(file.as_str(), session(edition, entry, &layout, file)),
            None => {
                let register = register(entry.id.kind);
                let file = SourcePath::new(&format!("content/{register}.yaml"));
                let paths = Paths { layout: &layout, from: &file };
                let fields = fields(edition, entry, &paths);
                rows.entry((register, entry.id.kind)).or_default().push(Value::Map(fields));
            }
        }
    }
    for ((register, kind), values) in rows {
        registers.entry(register).or_default().list(kind.folder(), values);
    }
    for (register, map) in registers {
        put(&format!("content/{register}.yaml"), document(&Value::Map(map)));
    }
    for kind in Kind::ALL {
        if let Some(entry) = edition.introduction(kind) {
            let file = SourcePath::new(&format!("content/{}/README.md", kind.folder()));
            put(file.as_str(), note(edition, entry, &layout, &file));
        }
    }
    for chapter in crate::config::CHAPTERS {
        if let Some(entry) = edition.chapter(chapter) {
            let file = SourcePath::new(&format!("content/book/{chapter}.md"));
            put(file.as_str(), note(edition, entry, &layout, &file));
        }
    }
    if edition.entries().all(|entry| entry.origin.implied) {
        // Without any note there would be nothing to build; this one is shown as little as the others were.
        let mut front = Map::default();
        front.text("title", Some("index"));
        front.text("audience", Some(Audience::internal().as_str()));
        put("content/index.md", format!("---\n{}---\n", document(&Value::Map(front))));
    }
    let files = edition.files().values().filter_map(|shown| {
        let content = built.get(shown.as_str().strip_prefix("content/")?)?;
        Some((OutputPath::new(shown.as_str()), content.clone()))
    });
    let theme = format!("themes/{}", config.theme);
    let theme = sources
        .below(&theme)
        .map(|(path, file)| (OutputPath::new(path.as_str()), Content::Shared(file.bytes().clone())));
    let logo = config.brand.logo.iter().filter_map(|path| {
        let cleaned = built.get(&format!("static/logo.{}", path.ending()))?;
        Some((OutputPath::new(settings::logo(path)), cleaned.clone()))
    });
    for (path, content) in files.chain(theme).chain(logo) {
        // A logo may also be used by a note.
        let _ = tree.insert(path, content);
    }
    tree
}

/// Where every record is written, as far as it has a file of its own.
pub(crate) struct Layout {
    files: HashMap<EntryId, SourcePath>,
    /// What those are called of which there is nothing but a name.
    implied: HashMap<EntryId, String>,
    introduced: Vec<Kind>,
    /// What files are called in which a name stands.
    renamed: BTreeMap<SourcePath, SourcePath>,
}

impl Layout {
    fn of(edition: &Edition) -> Self {
        let files = edition
            .entries()
            .filter(|entry| !entry.origin.implied && !is_part(edition, entry))
            .filter_map(|entry| Some((entry.id.clone(), file(entry)?)))
            .collect();
        let introduced = Kind::ALL.into_iter().filter(|kind| edition.introduction(*kind).is_some()).collect();
        let implied = edition.entries().filter(|entry| entry.origin.implied);
        let implied = implied.map(|entry| (entry.id.clone(), entry.title.clone())).collect();
        let renamed = edition.files().iter().filter(|(file, shown)| file != shown);
        let renamed = renamed.map(|(file, shown)| (file.clone(), shown.clone())).collect();
        Self { files, implied, introduced, renamed }
    }
}

/// The ways from one file to others.
pub(crate) struct Paths<'a> {
    layout: &'a Layout,
    from: &'a SourcePath,
}

/// How a link to a record is written.
pub(super) enum Way {
    /// As a path.
    Path(String),
    /// As `[[kind:id]]`, for what has no file of its own.
    Wikilink(String),
}

impl Paths<'_> {
    /// What a field says to name a record.
    fn name_of<'a>(&'a self, id: &'a EntryId) -> &'a str {
        self.layout.implied.get(id).map_or(&*id.slug, String::as_str)
    }

    fn to_entry(&self, id: &EntryId) -> Way {
        match self.layout.files.get(id) {
            Some(file) if file.ending() == "md" => Way::Path(self.relative(file.as_str())),
            _ => Way::Wikilink(id.to_string()),
        }
    }

    fn to_register(&self, kind: Kind) -> String {
        if self.layout.introduced.contains(&kind) {
            return self.relative(&format!("content/{}/README.md", kind.folder()));
        }
        match kind {
            Kind::Page | Kind::Playbook | Kind::Lesson | Kind::Decision | Kind::Session => {
                self.relative(&format!("content/{}", kind.folder()))
            }
            _ => self.relative(&format!("content/{}.yaml", register(kind))),
        }
    }

    fn to_file(&self, file: &SourcePath) -> String {
        self.relative(self.layout.renamed.get(file).unwrap_or(file).as_str())
    }

    fn relative(&self, to: &str) -> String {
        let way = OutputPath::new(self.from.as_str()).relative_to(&OutputPath::new(to));
        percent_encoding::utf8_percent_encode(&way, ESCAPED).to_string()
    }
}

/// What would end a Markdown link's path.
const ESCAPED: &percent_encoding::AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'(').add(b')').add(b'<').add(b'>').add(b'%').add(b'#').add(b'?');

/// The file of a record that has one of its own: notes, and sessions.
fn file(entry: &Entry<EntryId>) -> Option<SourcePath> {
    let slug = &entry.id.slug;
    let folder = entry.id.kind.folder();
    let base = if folder.is_empty() { format!("content/{slug}") } else { format!("content/{folder}/{slug}") };
    let is_note =
        matches!(entry.id.kind, Kind::Page | Kind::Playbook | Kind::Lesson | Kind::Decision) || !entry.body.is_empty();
    if is_note {
        let origin = entry.origin.file();
        let is_index = matches!(&*origin.stem().to_lowercase(), "readme" | "index")
            && origin.ending() == "md"
            && &**slug != "index";
        return Some(SourcePath::new(&if is_index { format!("{base}/README.md") } else { format!("{base}.md") }));
    }
    (entry.id.kind == Kind::Session).then(|| SourcePath::new(&format!("{base}.yaml")))
}

/// Whether a record is written inside the session it is part of.
fn is_part(edition: &Edition, entry: &Entry<EntryId>) -> bool {
    entry.origin.parent.as_ref().is_some_and(|parent| edition.get(parent).is_some())
}

/// The register in which records of a kind stand: people and organisations share one.
fn register(kind: Kind) -> &'static str {
    if kind == Kind::Organisation { Kind::Person.folder() } else { kind.folder() }
}

fn note(edition: &Edition, entry: &Entry<EntryId>, layout: &Layout, file: &SourcePath) -> String {
    let paths = Paths { layout, from: file };
    let fields = fields(edition, entry, &paths).without("id");
    format!("---\n{}---\n\n{}", document(&Value::Map(fields)), markdown(&entry.body, &paths))
}

fn session(edition: &Edition, entry: &Entry<EntryId>, layout: &Layout, file: &SourcePath) -> String {
    let paths = Paths { layout, from: file };
    document(&Value::Map(fields(edition, entry, &paths).without("id")))
}

/// A record with who may see it, and with the records that are part of it.
fn fields(edition: &Edition, entry: &Entry<EntryId>, paths: &Paths<'_>) -> Map {
    let fields = Fields { paths };
    let mut map = fields.of(entry);
    if let Record::Session(session) = &entry.record {
        let parts = |ids: &[EntryId]| -> Vec<Value> {
            let own = ids.iter().filter_map(|id| edition.get(id));
            let own = own.filter(|part| part.origin.parent.as_ref() == Some(&entry.id));
            own.map(|part| Value::Map(self::fields(edition, part, paths))).collect()
        };
        map.list("decisions", parts(&session.decisions));
        map.list("actions", parts(&session.actions));
    }
    audience(edition, &mut map, entry);
    if entry.draft {
        map.put("draft", Value::Switch(true));
    }
    // A mapping has one key of that name, however many remarks were written in it.
    let mut remarks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for remark in &entry.remarks {
        let holder = if map.at(&remark.field).is_some() { remark.field.as_str() } else { "" };
        remarks.entry(holder).or_default().push(fields.text(&remark.text));
    }
    for (holder, texts) in remarks {
        if let Some(holder) = map.at(holder) {
            holder.put("internal", Value::Text(texts.join("\n\n")));
        }
    }
    map
}

/// Only what is for everybody says so: the rest is for whoever holds these sources, unless they are
/// the consultancy's own.
fn audience(edition: &Edition, map: &mut Map, entry: &Entry<EntryId>) {
    let said: Vec<&str> = entry.audiences.iter().map(Audience::as_str).collect();
    let word = match &said[..] {
        [] => return,
        said if said.iter().all(|word| *word == "public") => "public",
        _ if !edition.is_for_the_consultancy() => return,
        [one] => one,
        said if said.iter().all(|word| matches!(*word, "public" | "client")) => "client",
        // One word cannot say that several circles must agree.
        _ => "internal",
    };
    map.text("audience", Some(word));
}
