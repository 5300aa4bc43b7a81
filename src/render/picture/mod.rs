//! The pictures: drawn from the derived facts when the site is built.
//!
//! In: an edition, its insights, the site's words, and which picture is wanted. Out: a [`Picture`]
//! with the table behind it, written as SVG with the theme's classes or with literal colours.
//!
//! *Invariant:* no style attributes, no words that did not come through [`Words`], and nothing that
//! the edition hides: such a picture is not drawn at all.

mod budget;
pub(super) mod canvas;
mod coverage;
mod filter;
mod lessons_by_theme;
mod level_sums;
mod nothing;
mod paint;
mod palette;
mod project_rows;
mod readiness;
mod risk_grid;
mod schedule;
mod skills_matrix;
mod staircase;
mod svg;
mod timeline;

pub use nothing::{complaints, is_hidden};
pub use paint::Paint;
pub use palette::Palette;

use crate::edition::Edition;
use crate::insight::Insights;
use crate::model::{EntryId, View};
use crate::render::words::{Spoken, Value, Words};
use canvas::Canvas;
use filter::Filter;

/// A picture with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Which it is.
    pub view: View,
    /// What it shows.
    pub title: String,
    /// What one would say of it to somebody who does not see it.
    pub description: String,
    /// How to read it.
    pub caption: String,
    /// What its colours mean.
    pub legend: Vec<Legend>,
    /// The figures behind it.
    pub table: Table,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    canvas: Canvas,
}

/// What a colour means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legend {
    /// The colour.
    pub paint: Paint,
    /// What it stands for.
    pub label: String,
}

/// The figures behind a picture. Every row has as many cells as there are columns; the first cell
/// heads its row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub head: Vec<Column>,
    /// The rows of cells.
    pub rows: Vec<Vec<String>>,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// What pictures are drawn from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What may be seen.
    pub edition: &'a Edition,
    /// What follows from it.
    pub insights: &'a Insights,
    /// The site's own words.
    pub words: &'a Words,
}

/// The picture of that name, narrowed by keys and values as a note writes them.
///
/// None where the edition hides what it would show, where there is nothing to show, or where a
/// value names nothing that is visible.
pub fn draw(subject: Subject<'_>, view: View, arguments: &[(String, String)]) -> Option<Picture> {
    let filter = Filter::read(subject.edition, arguments)?;
    match view {
        View::SkillsMatrix => skills_matrix::draw(subject, &filter).or_else(|| level_sums::draw(subject, &filter)),
        View::Coverage => coverage::draw(subject, &filter),
        View::Timeline => timeline::draw(subject, &filter),
        View::Schedule => schedule::draw(subject, &filter),
        View::Budget => budget::draw(subject, &filter),
        View::Staircase => staircase::draw(subject),
        View::RiskGrid => risk_grid::draw(subject, &filter),
        View::LessonsByTheme => lessons_by_theme::draw(subject, &filter),
        View::Readiness => readiness::draw(subject),
    }
}

/// A picture of skills in so many parts, each of which shows some of them. No parts of another picture.
pub fn parts(subject: Subject<'_>, view: View, of: usize) -> Vec<Picture> {
    let draw: fn(Subject<'_>, &Filter) -> Option<Picture> = match view {
        View::SkillsMatrix => skills_matrix::draw,
        View::Coverage => coverage::draw,
        _ => return Vec::new(),
    };
    (0..of).filter_map(|part| draw(subject, &Filter { part: Some((part, of)), ..Filter::default() })).collect()
}

impl Picture {
    /// The picture for a page of the site: the theme's classes. `id` begins the ids of its title
    /// and description, and is the page's to keep unique.
    pub fn svg(&self, id: &str) -> String {
        svg::inline(self, id)
    }

    /// The picture with its legend drawn in it, in the theme's classes.
    pub fn document_in_theme(&self) -> String {
        svg::standalone(self, None)
    }

    /// What the rows are called, drawn once more, where the picture is so wide that it is scrolled: it stays
    /// in sight while the rest moves.
    pub fn names_svg(&self) -> Option<String> {
        (self.canvas.names > 0.0 && self.width > WIDEST).then(|| svg::names(self))
    }

    /// The picture as a document of its own, its legend drawn in it: literal colours.
    pub fn document(&self, palette: &Palette) -> String {
        svg::standalone(self, Some(palette))
    }

    /// Whether it shrinks and grows with the page. A larger one is scrolled, and a smaller one would
    /// be blown up.
    pub fn fluid(&self) -> bool {
        (640.0..=WIDEST).contains(&self.width)
    }
}

impl Legend {
    fn new(paint: Paint, label: String) -> Self {
        Self { paint, label }
    }

    /// The little square before the words, as SVG with the theme's classes.
    pub fn swatch(&self) -> String {
        svg::swatch(self.paint)
    }
}

impl Table {
    fn new(head: impl IntoIterator<Item = Column>) -> Self {
        Self { head: head.into_iter().collect(), rows: Vec::new() }
    }
}

impl Column {
    fn text(name: String) -> Self {
        Self { name, numeric: false }
    }

    fn number(name: String) -> Self {
        Self { name, numeric: true }
    }
}

impl<'a> Subject<'a> {
    fn say(&self, key: &str) -> String {
        self.words.say(key).into_owned()
    }

    fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(key, values)
    }

    fn count(&self, number: usize) -> String {
        self.words.decimal(number as f64, 0)
    }

    fn word(&self, word: impl Spoken) -> String {
        self.words.word(word).into_owned()
    }

    fn title(&self, id: &'a EntryId) -> &'a str {
        self.edition.get(id).map_or(&*id.slug, |entry| &entry.title)
    }

    /// The titles of records in one text.
    fn titles(&self, ids: impl IntoIterator<Item = &'a EntryId>) -> String {
        ids.into_iter().map(|id| self.title(id)).collect::<Vec<_>>().join(&self.words.say("list-comma"))
    }
}

/// The widest picture that fits its page, in CSS pixels.
const WIDEST: f64 = 780.0;

/// The width of a picture that fills its page, so that the words of all are of one size.
const WIDTH: f64 = 720.0;

/// A number of things in a sentence.
fn number(things: usize) -> Value<'static> {
    Value::Number(things as f64)
}
