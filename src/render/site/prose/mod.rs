//! Texts as HTML, written straight into one string.
//!
//! In: resolved prose. Out: its markup, and from the same pass the contents of its page and what
//! the search finds there.
//!
//! *Invariant:* everything that an author wrote is escaped; a link that leads nowhere is words.

mod block;
mod footnote;
mod inline;
mod table;

use super::figure::{self, Drawn};
use super::image::Images;
use super::route::Routes;
use crate::model::{Block, BlockKind, EntryId, Prose};
use crate::output::OutputPath;
use crate::render::highlight::Colours;
use crate::render::words::Words;
use footnote::Footnotes;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// Draws a picture from the records, as HTML, by its name, its arguments and what its ids begin with.
pub type Pictures<'a> = dyn Fn(&str, &[(String, String)], &str) -> Option<Drawn> + Sync + 'a;

/// What the texts of a page are written with.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The page.
    pub page: &'a OutputPath,
    /// Where everything stands.
    pub routes: &'a Routes,
    /// The site's words.
    pub words: &'a Words,
    /// The images of the edition.
    pub images: &'a Images,
    /// The colours of code.
    pub colours: &'a Colours,
    /// The pictures for `view` blocks.
    pub pictures: &'a Pictures<'a>,
}

/// A heading for the contents of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 for the first level below the page's title, and so on.
    pub level: u8,
    /// Its `id`.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A stretch of a page for the search: from one heading to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading's `id`; empty for what comes before the first heading.
    pub anchor: String,
    /// The heading's words.
    pub heading: String,
    /// What stands there, as plain text.
    pub text: String,
}

/// Writes the texts of one page, in their order.
pub struct ProseWriter<'a> {
    scene: Scene<'a>,
    html: String,
    headings: Vec<Heading>,
    passages: Vec<Passage>,
    /// What stands before the ids of the text's own headings.
    prefix: String,
    /// The level of the text's highest headings on the page.
    base: u8,
    /// The level of the text's highest headings in the text.
    highest: u8,
    /// The level of the last heading.
    last: u8,
    footnotes: Footnotes<'a>,
    nested: usize,
    within_link: bool,
    /// How often each picture was drawn on the page, by the ids in it.
    drawn: BTreeMap<String, usize>,
}

impl<'a> ProseWriter<'a> {
    /// A writer for a page.
    pub fn new(scene: Scene<'a>) -> Self {
        Self {
            scene,
            html: String::new(),
            headings: Vec::new(),
            passages: vec![Passage::default()],
            prefix: String::new(),
            base: 2,
            highest: 1,
            last: 1,
            footnotes: Footnotes::default(),
            nested: 0,
            within_link: false,
            drawn: BTreeMap::new(),
        }
    }

    /// A picture as a figure, with ids that no other has on the page; none where there is nothing to draw.
    pub fn picture(&mut self, name: &str, arguments: &[(String, String)]) -> Option<String> {
        match self.wished(name, arguments)? {
            Drawn::Figure(html) => Some(html),
            Drawn::Nothing(_) => None,
        }
    }

    fn wished(&mut self, name: &str, arguments: &[(String, String)]) -> Option<Drawn> {
        let id = figure::id(name, arguments);
        let times = self.drawn.get(&id).map_or(1, |times| times + 1);
        let unique = if times == 1 { id.clone() } else { format!("{id}-{times}") };
        let figure = (self.scene.pictures)(name, arguments, &unique)?;
        if let Drawn::Figure(_) = figure {
            self.drawn.insert(id, times);
        }
        Some(figure)
    }

    /// Puts this before the ids of all headings that follow: for texts that stand on another page
    /// than their record's own, where ids of several records meet. Empty takes it away.
    pub fn set_prefix(&mut self, prefix: &str) {
        prefix.clone_into(&mut self.prefix);
    }

    /// A text as blocks, its footnotes below; its highest headings are of that level.
    pub fn blocks(&mut self, prose: &'a Prose<EntryId>, level: u8) -> String {
        let heading = |block: &Block<EntryId>| match &block.kind {
            BlockKind::Heading { level, .. } => Some(*level),
            _ => None,
        };
        let highest = prose.blocks.iter().filter_map(heading).min();
        self.base = level.clamp(2, 6);
        self.highest = highest.unwrap_or(1);
        self.last = self.base - 1;
        self.all(&prose.blocks);
        self.write_footnotes(prose);
        std::mem::take(&mut self.html)
    }

    /// A text in one line: a single paragraph loses its element, anything else stays as blocks.
    pub fn line(&mut self, prose: &'a Prose<EntryId>) -> String {
        if let [Block { kind: BlockKind::Paragraph(content), .. }] = prose.blocks.as_slice()
            && prose.footnotes.is_empty()
        {
            self.inlines(content);
            self.say(" ");
            return std::mem::take(&mut self.html);
        }
        self.blocks(prose, 4)
    }

    /// Begins a passage of the search at a heading that is not part of a text.
    pub fn begin(&mut self, anchor: &str, heading: &str) {
        self.passages.push(Passage { anchor: anchor.to_owned(), heading: heading.to_owned(), text: String::new() });
    }

    /// Adds words to the search that stand in no text.
    pub fn say(&mut self, words: &str) {
        if let Some(passage) = self.passages.last_mut() {
            passage.text.push_str(words);
        }
    }

    /// The headings that were written, in their order; those inside of quotations and lists are not
    /// among them.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// What was written, for the search: first what stands before any heading.
    pub fn into_passages(self) -> Vec<Passage> {
        self.passages
    }

    fn put(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    fn write(&mut self, arguments: fmt::Arguments<'_>) {
        self.html.write_fmt(arguments).expect("writing to a String cannot fail");
    }
}

#[cfg(test)]
mod tests;
