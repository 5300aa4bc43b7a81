//! What templates see: a promise to the authors of themes, apart from the model.
//!
//! Addresses are relative to the page, but for those of the navigation, which count from the
//! site's root and stand after `page.root`.

use serde::Serialize;
use std::collections::BTreeMap;

/// What every page has.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// The anchor of its title; empty where there is none.
    pub title_id: String,
    /// The title of the browser's window.
    pub head_title: String,
    /// In a sentence, plain text; empty where nothing is said.
    pub description: String,
    /// Its path from the root.
    pub path: String,
    /// The way to the root: empty, `../` …
    pub root: String,
    /// What it is: the name of a kind, or of a page that is always there.
    pub kind: String,
    /// The words above the title.
    pub label: String,
    /// What it is about, as HTML.
    pub lede: String,
    /// The path of the entry of the navigation to which it belongs.
    pub place: String,
    /// The pages above it.
    pub crumbs: Vec<Link>,
    /// Its address in the web, where the site has one.
    pub canonical: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether search engines are asked not to list it.
    pub unlisted: bool,
    /// The style sheets of the theme that it has a use for, in their order, without that of paper.
    pub sheets: Vec<&'static str>,
}

/// A link.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub url: String,
}

/// A group of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Its name.
    pub title: String,
    /// What is in it.
    pub items: Vec<Item>,
}

/// An entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its words.
    pub title: String,
    /// Its path from the root.
    pub path: String,
    /// The same, escaped for an address.
    pub url: String,
    /// How many records are behind it, in the form of the language.
    pub count: Option<String>,
}

/// A fact at the side of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The field.
    pub name: &'static str,
    /// Its words.
    pub label: String,
    /// What is the case.
    pub values: Vec<Value>,
}

/// One value of a fact.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Value {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub url: Option<String>,
    /// `ok`, `warn`, `bad` or `plain` where it is a status.
    pub tone: Option<&'static str>,
    /// The day, as ISO 8601.
    pub date: Option<String>,
    /// A word beside it.
    pub note: Option<String>,
}

/// A part of a page, in order.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Part {
    /// The anchor; empty for the body of a note, which has its own.
    pub id: String,
    /// The heading; empty for the body of a note.
    pub title: String,
    /// A sentence below the heading.
    pub lede: String,
    /// What it says, as HTML.
    pub html: String,
    /// Records.
    pub references: Vec<Reference>,
    /// Whether the HTML is running text.
    pub prose: bool,
    /// Whether it is what one came to the page for.
    pub key: bool,
    /// What the link to its heading is called.
    pub link: String,
}

/// A record that is referred to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reference {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub url: String,
    /// What it is, or when it was.
    pub when: String,
    /// What is to be said of it, as HTML.
    pub note: String,
    /// How it stands, as HTML.
    pub mark: String,
}

/// An entry of the contents.
#[derive(Debug, Clone, Serialize)]
pub struct Contents {
    /// The heading's anchor, escaped for an address.
    pub url: String,
    /// Its words.
    pub title: String,
    /// The headings below it.
    pub inner: Vec<Link>,
}

/// A page with parts: that of a record, and most others.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Sheet {
    /// What every page has.
    pub page: Page,
    /// Facts at its side.
    pub facts: Vec<Fact>,
    /// Tags.
    pub tags: Vec<Link>,
    /// Contents; empty where they would not help.
    pub contents: Vec<Contents>,
    /// Pictures, as HTML.
    pub pictures: Vec<String>,
    /// Short parts side by side, before all others.
    pub brief: Vec<Part>,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// The record before it.
    pub previous: Option<Link>,
    /// The record after it.
    pub next: Option<Link>,
    /// What the record says under keys that its kind does not know.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Key figures.
    pub figures: Vec<Figure>,
}

/// The page of a register.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Register {
    /// What every page has.
    pub page: Page,
    /// Its introduction, as HTML.
    pub introduction: String,
    /// Pictures, as HTML.
    pub pictures: Vec<String>,
    /// Its groups of cards; empty where it is a table.
    pub groups: Vec<CardGroup>,
    /// Its table, as HTML; empty where it has cards.
    pub table: String,
    /// The pages of its parts, where it is split.
    pub register_parts: Vec<Link>,
    /// How the parts are called.
    pub parts_label: String,
    /// The data files beside it.
    pub files: Vec<Link>,
}

/// A group of cards.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CardGroup {
    /// Its title; empty where there is only one.
    pub title: String,
    /// Its anchor.
    pub id: String,
    /// The cards.
    pub cards: Vec<Card>,
}

/// A record as a card.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What it is about, plain text.
    pub text: String,
    /// A few facts.
    pub facts: Vec<Value>,
}

/// The home page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Home {
    /// What every page has.
    pub page: Page,
    /// A line to remember, or what came of the engagement.
    pub motto: String,
    /// From when to when.
    pub dates: String,
    /// The letter, as HTML.
    pub letter: String,
    /// Where to go, by reader.
    pub ways: Vec<Way>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// The steps of value, from the lowest on which anything is left.
    pub steps: Vec<Step>,
    /// What notes without a register of their own are called together.
    pub notes_title: String,
    /// Those notes, as far as no reader was sent to them above.
    pub notes: Vec<Link>,
    /// Words worth remembering.
    pub quotes: Vec<Quote>,
    /// The page of the book.
    pub book: Option<String>,
}

/// Where a reader goes.
#[derive(Debug, Clone, Serialize)]
pub struct Way {
    /// Who.
    pub title: String,
    /// What they look for.
    pub lede: String,
    /// Where it is.
    pub links: Vec<Link>,
}

/// A key figure.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// The number.
    pub number: String,
    /// Of how many; empty where that means nothing.
    pub of: String,
    /// What it counts.
    pub label: String,
    /// Where it comes from.
    pub url: Option<String>,
}

/// A step of economic value.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Its name.
    pub title: String,
    /// How many things stand on it.
    pub count: usize,
    /// What it means, or what stands on it.
    pub text: String,
    /// Where they are.
    pub url: String,
}

/// Somebody's words.
#[derive(Debug, Clone, Serialize)]
pub struct Quote {
    /// The words, as HTML.
    pub html: String,
    /// Who said them, as HTML.
    pub by: String,
}

/// A page that only leads to another.
#[derive(Debug, Clone, Serialize)]
pub struct Redirect {
    /// What every page has.
    pub page: Page,
    /// Where it leads.
    pub target: Link,
}
