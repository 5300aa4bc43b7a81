use super::{date_of, shortened, status_html, tone};
use crate::model::{Entry, EntryId, Party, Prose};
use crate::output::OutputPath;
use crate::render::plain;
use crate::render::site::escape::escaped;
use crate::render::site::prose::{Heading, Passage, ProseWriter};
use crate::render::site::view::{Contents, Fact, Link, Page, Part, Reference, Sheet, Value};
use crate::render::site::{Site, address};
use crate::render::words::{Spoken, Value as Say};
use jiff::civil::Date;

/// A page while it is being put together.
pub(in crate::render::site) struct Draft<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) path: &'a OutputPath,
    pub(super) writer: ProseWriter<'a>,
    pub(super) sheet: Sheet,
    /// Whether the page has contents: those that are read from top to bottom.
    pub(super) with_contents: bool,
}

/// A page that is ready for its template, and what of it can be searched.
pub(in crate::render::site) struct Ready {
    pub(in crate::render::site) sheet: Sheet,
    pub(in crate::render::site) passages: Vec<Passage>,
}

impl<'a> Draft<'a> {
    /// Begins a page.
    pub(super) fn new(site: &'a Site<'a>, path: &'a OutputPath, page: Page) -> Self {
        let writer = ProseWriter::new(site.scene(path));
        Self { site, path, writer, sheet: Sheet { page, ..Sheet::default() }, with_contents: false }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.site.words.say(key).into_owned()
    }

    /// A record as a value that leads to it.
    pub(super) fn value(&self, id: &EntryId) -> Value {
        Value { text: self.site.title(id), url: Some(self.site.routes.href(self.path, id)), ..Value::default() }
    }

    pub(super) fn values<'b>(&self, ids: impl IntoIterator<Item = &'b EntryId>) -> Vec<Value> {
        ids.into_iter().map(|id| self.value(id)).collect()
    }

    pub(super) fn parties(&self, parties: &[Party<EntryId>]) -> Vec<Value> {
        parties
            .iter()
            .map(|party| match party {
                Party::Record(id) => self.value(id),
                Party::Role(role) => Value {
                    text: self.site.words.word(*role).into_owned(),
                    url: self.site.routes.role(*role).map(|path| self.site.href(self.path, path)),
                    ..Value::default()
                },
            })
            .collect()
    }

    pub(super) fn fact(&mut self, name: &'static str, values: Vec<Value>) {
        if !values.is_empty() {
            let label = self.say(&format!("field-{name}"));
            self.sheet.facts.push(Fact { name, label, values });
        }
    }

    pub(super) fn fact_text(&mut self, name: &'static str, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.fact(name, vec![Value { text, ..Value::default() }]);
        }
    }

    pub(super) fn fact_date(&mut self, name: &'static str, date: Option<Date>) {
        if let Some(date) = date {
            let text = self.site.words.date(date);
            self.fact(name, vec![Value { text, date: Some(date.to_string()), ..Value::default() }]);
        }
    }

    pub(super) fn fact_word<W: Spoken>(&mut self, name: &'static str, word: Option<W>) {
        if let Some(word) = word {
            self.fact_text(name, self.site.words.word(word).into_owned());
        }
    }

    pub(super) fn fact_status<W: Spoken>(&mut self, word: Option<W>) {
        if let Some(word) = word {
            let text = self.site.words.word(word).into_owned();
            self.fact("status", vec![Value { text, tone: Some(tone(word)), ..Value::default() }]);
        }
    }

    /// What the page is about, below its title.
    pub(super) fn lede(&mut self, prose: &'a Prose<EntryId>) {
        if prose.is_empty() {
            return;
        }
        self.sheet.page.description = shortened(&plain::text(prose), 160);
        self.sheet.page.lede = self.writer.blocks(prose, 3);
    }

    /// A text under a heading of the page's own.
    pub(super) fn section(&mut self, key: &str, prose: &'a Prose<EntryId>) {
        if prose.is_empty() {
            return;
        }
        let (id, title) = self.heading(key);
        let html = self.writer.blocks(prose, 3);
        self.sheet.parts.push(Part { id, title, html, prose: true, ..Part::default() });
    }

    /// The section for which one came to the page.
    pub(super) fn key_section(&mut self, key: &str, prose: &'a Prose<EntryId>) {
        let before = self.sheet.parts.len();
        self.section(key, prose);
        for part in &mut self.sheet.parts[before..] {
            part.key = true;
        }
    }

    /// Short sections side by side, before the text to which they belong.
    pub(super) fn brief(&mut self, sections: &[(&str, &'a Prose<EntryId>)]) {
        let mut inner = Vec::new();
        for (key, prose) in sections.iter().filter(|(_, prose)| !prose.is_empty()) {
            let (id, title) = self.heading(key);
            let html = self.writer.blocks(prose, 3);
            inner.push(Part { id, title, html, prose: true, ..Part::default() });
        }
        if !inner.is_empty() {
            self.sheet.brief = inner;
        }
    }

    /// Mark-up under a heading of the page's own.
    pub(super) fn markup(&mut self, key: &str, html: String) {
        if !html.is_empty() {
            let (id, title) = self.heading(key);
            self.sheet.parts.push(Part { id, title, html, ..Part::default() });
        }
    }

    /// Records under a heading of the page's own.
    pub(super) fn references(&mut self, key: &str, references: Vec<Reference>) {
        self.references_with(key, "", references);
    }

    /// The same, with a sentence before them.
    pub(super) fn references_with(&mut self, key: &str, lede: &str, references: Vec<Reference>) {
        if !references.is_empty() {
            let (id, title) = self.heading(key);
            self.sheet.parts.push(Part { id, title, lede: lede.to_owned(), references, ..Part::default() });
        }
    }

    pub(super) fn heading(&mut self, key: &str) -> (String, String) {
        let title = self.say(&format!("section-{key}"));
        let id = format!("lb-{key}");
        self.writer.begin(&id, &title);
        (id, title)
    }

    /// The body of a note.
    pub(super) fn body(&mut self, entry: &'a Entry<EntryId>) {
        if entry.body.is_empty() {
            return;
        }
        let before = self.writer.headings().len();
        self.writer.begin("", "");
        let html = self.writer.blocks(&entry.body, 2);
        self.sheet.contents.extend(contents(&self.writer.headings()[before..]));
        self.sheet.parts.push(Part { html, prose: true, ..Part::default() });
    }

    /// A record as a reference: its title, and when it was or what it is.
    pub(super) fn reference(&self, id: &EntryId) -> Reference {
        let Some(entry) = self.site.publication.edition.get(id) else { return Reference::default() };
        Reference {
            title: entry.title.clone(),
            url: self.site.routes.href(self.path, id),
            when: date_of(entry)
                .map_or_else(|| self.site.words.kind(id.kind).into_owned(), |date| self.site.words.date(date)),
            note: String::new(),
            mark: String::new(),
        }
    }

    pub(super) fn reference_list<'b>(&self, ids: impl IntoIterator<Item = &'b EntryId>) -> Vec<Reference> {
        ids.into_iter().map(|id| self.reference(id)).collect()
    }

    /// An open item with its owner, due date and status.
    pub(super) fn item(&self, id: &EntryId) -> Reference {
        let mut reference = self.reference(id);
        let Some((_, item)) = self.site.publication.edition.open_item(id) else { return reference };
        let owner = item.new_owner.as_ref().or(item.owner.as_ref());
        let mut notes =
            vec![owner.map_or_else(|| escaped(&self.say("nobody")), |owner| self.site.anchor(self.path, owner))];
        if let Some(due) = item.due {
            notes.push(format!("{} {}", escaped(&self.say("field-due")), self.site.time(due)));
        }
        if self.site.publication.insights.open_at_exit.items.get(id).is_some_and(|standing| standing.overdue) {
            notes.push(status_html("warn", &self.say("overdue")));
        }
        if let Some(status) = item.status {
            notes.push(status_html(tone(status), &self.site.words.word(status)));
        }
        reference.when = item.item_type.map_or(String::new(), |kind| self.site.words.word(kind).into_owned());
        reference.note = notes.join(" · ");
        reference
    }

    /// The page with its contents, where there is enough to find one's way in.
    pub(super) fn finish(mut self) -> Ready {
        let mut contents: Vec<Contents> = Vec::new();
        let mut of_body = std::mem::take(&mut self.sheet.contents);
        for part in self.sheet.brief.iter_mut().chain(&mut self.sheet.parts).filter(|part| !part.title.is_empty()) {
            part.link = self.site.words.say_with("link-to", &[("title", Say::Text(&part.title))]);
        }
        for part in &self.sheet.parts {
            if part.title.is_empty() {
                contents.append(&mut of_body);
            } else {
                let url = address::fragment(&part.id).into_owned();
                contents.push(Contents { url, title: part.title.clone(), inner: Vec::new() });
            }
        }
        if self.with_contents && contents.len() + contents.iter().map(|entry| entry.inner.len()).sum::<usize>() > 1 {
            self.sheet.contents = contents;
        }
        if self.sheet.page.description.is_empty() {
            self.sheet.page.description.clone_from(&self.sheet.page.title);
        }
        Ready { sheet: self.sheet, passages: self.writer.into_passages() }
    }
}

fn contents(headings: &[Heading]) -> Vec<Contents> {
    let mut contents: Vec<Contents> = Vec::new();
    for heading in headings {
        let url = address::fragment(&address::id_of("", &heading.id)).into_owned();
        let title = heading.text.clone();
        match contents.last_mut() {
            Some(last) if heading.level == 3 => last.inner.push(Link { title, url }),
            Some(_) if heading.level > 3 => {}
            _ => contents.push(Contents { url, title, inner: Vec::new() }),
        }
    }
    contents
}
