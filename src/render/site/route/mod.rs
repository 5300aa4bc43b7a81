//! Where everything is written, and the ways between.
//!
//! In: an edition and the paths of what else is made. Out: [`Routes`], and an `output-clash` for
//! everything that would be written to one file.
//!
//! *Invariant:* only what is visible in the edition has a route, and every route has its file.

mod claim;
mod file_name;
mod fixed;
mod register;

pub use fixed::FixedPage;
pub use register::{LARGEST_REGISTER, PartName, RegisterPart};

use super::address::{fragment, id_of, way};
use crate::diagnostic::{Code, Diagnostic, Outcome, Report};
use crate::edition::Edition;
use crate::model::{Entry, EntryId, Kind, Party, ResponsibilityMatrix, Role, Target, Vocabulary, slug};
use crate::output::OutputPath;
use crate::render::Publication;
use crate::source::{SourcePath, Span};
use claim::Claims;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A page, and a place on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub path: OutputPath,
    /// The `id` of the place on it; none for the page itself.
    pub anchor: Option<String>,
}

impl Route {
    /// The way to it from a page, escaped.
    pub fn href(&self, from: &OutputPath) -> String {
        href(from, &self.path, self.anchor.as_deref())
    }

    /// Its address from the site's root, escaped.
    pub fn url(&self) -> String {
        href(&OutputPath::new(""), &self.path, self.anchor.as_deref())
    }
}

/// A tag with everything that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The tag as it is first written.
    pub name: String,
    /// Its page.
    pub path: OutputPath,
    /// Who has it, by kind and id.
    pub entries: Vec<EntryId>,
}

/// Where everything of an edition is written.
#[derive(Debug, Default)]
pub struct Routes {
    entries: HashMap<EntryId, Route>,
    registers: BTreeMap<Kind, Vec<RegisterPart>>,
    fixed: BTreeMap<FixedPage, OutputPath>,
    files: BTreeMap<SourcePath, OutputPath>,
    tags: BTreeMap<String, Tag>,
    themes: BTreeMap<String, OutputPath>,
    roles: BTreeMap<Role, OutputPath>,
    redirects: BTreeMap<OutputPath, EntryId>,
}

impl Routes {
    /// Finds a place for everything. `generated` are the paths of data files, of the theme's own
    /// files and of the book.
    pub fn new(publication: &Publication<'_>, generated: &[OutputPath]) -> Outcome<Self> {
        let edition = publication.edition;
        let mut report = Report::new();
        let mut claims = Claims::default();
        let mut routes = Self { registers: register::registers(edition), ..Self::default() };
        routes.find_tags(edition);
        routes.find_roles(edition);
        routes.fixed = FixedPage::ALL
            .into_iter()
            .filter(|page| page.is_in(publication, &routes))
            .map(|page| (page, page.path()))
            .collect();
        routes.entries =
            edition.entries().map(|entry| (entry.id.clone(), route_of(entry, &routes.registers))).collect();

        for path in generated.iter().chain(routes.tags.values().map(|tag| &tag.path)) {
            claims.generated(path);
        }
        routes.themes.values().chain(routes.roles.values()).for_each(|path| claims.generated(path));
        routes.registers.values().flatten().for_each(|part| claims.generated(&part.path));
        let has_home = edition.get(&EntryId::new(Kind::Page, "index")).is_some();
        // Pages that this edition does not have are kept free too, so that one edition does not
        // clash where another is fine.
        for page in FixedPage::ALL.into_iter().filter(|page| *page != FixedPage::Home || !has_home) {
            claims.generated(&page.path());
        }
        for entry in edition.entries().filter(|entry| has_page(entry)) {
            claims.source(&routes.entries[&entry.id].path, &entry.origin.span, &mut report);
        }
        for (source, shown) in edition.files() {
            let path = file_name::output_path(shown);
            claims.source(&path, &Span::file(source), &mut report);
            routes.files.insert(source.clone(), path);
        }
        for entry in edition.entries() {
            for (at, alias) in entry.aliases.iter().enumerate() {
                let place = entry.origin.place(&format!("aliases[{at}]"));
                let Some(path) = file_name::of_alias(alias) else {
                    let message = format!("\"{alias}\" is no path inside of this site");
                    report.push(
                        Diagnostic::error(Code::BadFileName, place, message)
                            .hint("write the old path from the site's top: old/page.html"),
                    );
                    continue;
                };
                // An old path that has become the record's own again needs no redirect.
                if routes.entries[&entry.id].path != path && claims.source(&path, &place, &mut report) {
                    routes.redirects.insert(path, entry.id.clone());
                }
            }
        }
        Outcome::new(routes, report)
    }

    /// The place of a record. Every id inside a visible record has one.
    pub fn entry(&self, id: &EntryId) -> Option<&Route> {
        self.entries.get(id)
    }

    /// The way from a page to a record, escaped; empty for a record that is not in the edition.
    pub fn href(&self, from: &OutputPath, id: &EntryId) -> String {
        self.entries.get(id).map(|route| route.href(from)).unwrap_or_default()
    }

    /// The address of a record from the site's root, escaped; empty for one that is not in the edition.
    pub fn url(&self, id: &EntryId) -> String {
        self.entries.get(id).map(Route::url).unwrap_or_default()
    }

    /// The way from a page to where a text leads, escaped; none where that is not in the edition.
    ///
    /// `prefix` stands before the ids of the text's own headings.
    pub fn target(&self, from: &OutputPath, target: &Target<EntryId>, prefix: &str) -> Option<String> {
        match target {
            Target::Entry { id, anchor } => {
                let route = self.entries.get(id)?;
                // A row shows no headings, so that the row itself is the nearest place.
                let anchor = route.anchor.clone().or_else(|| Some(id_of("", anchor.as_deref()?)));
                Some(href(from, &route.path, anchor.as_deref()))
            }
            Target::Register(Kind::Page) => self.fixed.get(&FixedPage::Home).map(|path| href(from, path, None)),
            Target::Register(kind) => self.register(*kind).map(|path| href(from, path, None)),
            Target::File(source) => self.files.get(source).map(|path| href(from, path, None)),
            Target::Anchor(anchor) => Some(format!("#{}", fragment(&id_of(prefix, anchor)))),
            Target::External(address) => super::address::outside(address),
        }
    }

    /// The register of a kind, where the edition has anything to show in it.
    pub fn register(&self, kind: Kind) -> Option<&OutputPath> {
        self.registers.get(&kind)?.first().map(|part| &part.path)
    }

    /// The pages of a register: the first has the rows of all where there is only one, else none.
    pub fn register_parts(&self, kind: Kind) -> &[RegisterPart] {
        self.registers.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The kinds that have a register.
    pub fn registers(&self) -> impl Iterator<Item = Kind> {
        self.registers.keys().copied()
    }

    /// A page that is no record's, where the edition has it.
    pub fn fixed(&self, page: FixedPage) -> Option<&OutputPath> {
        self.fixed.get(&page)
    }

    /// All tags, by slug.
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.tags.values()
    }

    /// The tag of that spelling.
    pub fn tag(&self, written: &str) -> Option<&Tag> {
        self.tags.get(&tag_key(written))
    }

    /// The page of a lessons' theme, in whatever spelling.
    pub fn theme(&self, written: &str) -> Option<&OutputPath> {
        self.themes.get(&slug(written))
    }

    /// The page of a role, where somebody plays it.
    pub fn role(&self, role: Role) -> Option<&OutputPath> {
        self.roles.get(&role)
    }

    /// The roles that have a page.
    pub fn roles(&self) -> impl Iterator<Item = (Role, &OutputPath)> {
        self.roles.iter().map(|(role, path)| (*role, path))
    }

    /// Where a file is copied to.
    pub fn file(&self, source: &SourcePath) -> Option<&OutputPath> {
        self.files.get(source)
    }

    /// All files to be copied.
    pub fn files(&self) -> impl Iterator<Item = (&SourcePath, &OutputPath)> {
        self.files.iter()
    }

    /// The old paths, and the records they lead to.
    pub fn redirects(&self) -> impl Iterator<Item = (&OutputPath, &EntryId)> {
        self.redirects.iter()
    }

    /// Every page of a record, each once.
    pub fn pages(&self) -> BTreeSet<&OutputPath> {
        self.entries.values().filter(|route| route.anchor.is_none()).map(|route| &route.path).collect()
    }

    fn find_tags(&mut self, edition: &Edition) {
        let mut taken = BTreeSet::new();
        for entry in edition.entries() {
            for tag in &entry.tags {
                let name = tag.trim();
                if name.is_empty() {
                    continue;
                }
                let tag = self.tags.entry(tag_key(name)).or_insert_with(|| Tag {
                    name: name.to_owned(),
                    path: OutputPath::new(""),
                    entries: Vec::new(),
                });
                if tag.entries.last() != Some(&entry.id) {
                    tag.entries.push(entry.id.clone());
                }
            }
        }
        for (key, tag) in &mut self.tags {
            // "C" and "C++" are two tags of one slug.
            let mut name = file_name::of_slug(&slug(key), "tag");
            while !taken.insert(name.clone()) {
                name.push_str("-2");
            }
            tag.path = OutputPath::new(format!("tags/{name}.html"));
        }
        for (_, lesson) in edition.lessons() {
            if let Some(theme) = lesson.theme.as_deref().map(slug).filter(|theme| !theme.is_empty()) {
                let path = OutputPath::new(format!("themes/{}.html", file_name::of_slug(&theme, "theme")));
                self.themes.insert(theme, path);
            }
        }
    }

    fn find_roles(&mut self, edition: &Edition) {
        let mut roles: BTreeSet<Role> = edition.people().filter_map(|(_, person)| person.role).collect();
        for (_, playbook) in edition.playbooks() {
            let ResponsibilityMatrix { responsible, accountable, consulted, informed } = &playbook.roles;
            roles.extend([responsible, accountable, consulted, informed].into_iter().flatten().filter_map(played));
        }
        roles.extend(edition.leave_behinds().flat_map(|(_, left)| &left.recipients).filter_map(played));
        self.roles = roles
            .into_iter()
            .map(|role| (role, OutputPath::new(format!("roles/{}.html", role.as_str().replace('_', "-")))))
            .collect();
    }
}

fn played(party: &Party<EntryId>) -> Option<Role> {
    match party {
        Party::Role(role) => Some(*role),
        Party::Record(_) => None,
    }
}

fn href(from: &OutputPath, to: &OutputPath, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) if from == to => format!("#{}", fragment(anchor)),
        Some(anchor) => format!("{}#{}", way(&from.relative_to(to)), fragment(anchor)),
        None => way(&from.relative_to(to)).into_owned(),
    }
}

/// Spellings of one tag have one key: letter case, spaces, hyphens and underscores do not part them.
fn tag_key(written: &str) -> String {
    let lower = written.to_lowercase();
    let parts: Vec<&str> = lower.split(|sign: char| sign.is_whitespace() || sign == '-' || sign == '_').collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether a record has a page of its own.
fn has_page(entry: &Entry<EntryId>) -> bool {
    entry.id.kind.has_pages()
}

fn route_of(entry: &Entry<EntryId>, registers: &BTreeMap<Kind, Vec<RegisterPart>>) -> Route {
    let id = &entry.id;
    if !has_page(entry) {
        return Route { path: register::page_of(entry, registers), anchor: Some(id_of("", &id.slug)) };
    }
    let slug = if stands_for_its_folder(entry) { format!("{}/index", id.slug) } else { id.slug.to_string() };
    let folder = id.kind.folder();
    let path = if folder.is_empty() { format!("{slug}.html") } else { format!("{folder}/{slug}.html") };
    Route { path: OutputPath::new(path), anchor: None }
}

/// Whether a record is the README or index of a folder, and so is written at the folder's index page.
/// At the top of the notes they are pages like others.
fn stands_for_its_folder(entry: &Entry<EntryId>) -> bool {
    let file = entry.origin.file();
    entry.origin.parent.is_none()
        && !entry.origin.implied
        && matches!(&*file.ending(), "md" | "markdown")
        && matches!(&*file.stem().to_lowercase(), "readme" | "index")
        && file.folder() != "content"
}
