//! The site's own words: English, German, French, Spanish and Japanese.
//!
//! In: a language, and what a theme says otherwise. Out: [`Words`], which says a word by its key,
//! with the language's plurals, dates and numbers.
//!
//! *Invariant:* no word of the site stands in a template or in the program; a word that is
//! missing fails a test.

mod form;
mod language;
mod script;
mod vocabulary;

pub use language::Language;
pub use vocabulary::Spoken;

use crate::diagnostic::{Code, Diagnostic, Outcome, Report};
use crate::model::{Callout, Kind};
use crate::source::{SourcePath, Span};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A value that stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Words, or a number that has its form already.
    Text(&'a str),
    /// A number, which the sentence may ask for its plural.
    Number(f64),
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The sources of the bundle, which does not tell the names of its words.
    names: BTreeSet<String>,
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language, as site.toml names it; English for one that there is none of.
    pub fn new(language: &str) -> Self {
        let language = Language::parse(language).unwrap_or(Language::English);
        let tag: LanguageIdentifier = language.tag().parse().expect("the five tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks that part the directions of writing would be seen by every program that reads the pages.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language.grouping() {
            ',' => form::number_in_sentence::<_, ','>,
            '.' => form::number_in_sentence::<_, '.'>,
            _ => form::number_in_sentence::<_, '\u{202f}'>,
        }));
        let resource = match FluentResource::try_new(language.dictionary().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let names = names(&resource).collect();
        bundle.add_resource_overriding(resource);
        Self { language, bundle, names }
    }

    /// The same with the words that a theme says otherwise, and with words that only its own templates say.
    pub fn with_theme(mut self, file: &SourcePath, text: &str, is_said: impl Fn(&str) -> bool) -> Outcome<Self> {
        let mut report = Report::new();
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let message = format!("the theme's words cannot be read: {}", error.kind);
                    report.push(Diagnostic::error(Code::Theme, Span::new(file, error.pos), message));
                }
                resource
            }
        };
        for name in names(&resource).filter(|name| !self.names.contains(name) && !is_said(name)) {
            let known = self.names.iter().map(String::as_str);
            let message = format!("nothing on the site says the word \"{name}\"");
            let start = start_of(&name, text);
            let place = Span::new(file, start..start + name.len());
            report.push(Diagnostic::warning(Code::Theme, place, message).did_you_mean(&name, known));
        }
        self.names.extend(names(&resource));
        self.bundle.add_resource_overriding(resource);
        Outcome::new(self, report)
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Every word that needs no values, by its key with `_` for `-`: what templates see.
    pub fn plain(&self) -> BTreeMap<String, String> {
        let mut plain = BTreeMap::new();
        for name in &self.names {
            let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let said = self.bundle.format_pattern(pattern, None, &mut errors);
            if errors.is_empty() {
                plain.insert(name.replace('-', "_"), said.into_owned());
            }
        }
        plain
    }

    /// Whether there is such a word.
    pub fn knows(&self, key: &str) -> bool {
        self.names.contains(key)
    }

    /// A word or a sentence without values.
    pub fn say(&self, key: &str) -> Cow<'_, str> {
        self.format(key, None)
    }

    /// A sentence with values, by the names it has for them.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
                Value::Number(number) => arguments.set(*name, FluentValue::from(*number)),
            }
        }
        self.format(key, Some(&arguments)).into_owned()
    }

    /// A value behind the word for it, with the language's own colon: "Target: 3 independent".
    pub fn labelled(&self, label: &str, value: &str) -> String {
        self.say_with("labelled", &[("label", Value::Text(label)), ("value", Value::Text(value))])
    }

    /// A text with more of it in the language's own brackets: "Mei Tanaka (leaves)".
    pub fn with_more(&self, text: &str, more: &str) -> String {
        self.say_with("with-more", &[("text", Value::Text(text)), ("more", Value::Text(more))])
    }

    /// A sentence with a `$count` in it, in the right plural: "3 sessions".
    pub fn count(&self, key: &str, count: usize) -> String {
        self.say_with(key, &[("count", Value::Number(count as f64))])
    }

    /// A word of one of the model's lists.
    pub fn word<V: Spoken>(&self, word: V) -> Cow<'_, str> {
        self.say(&vocabulary::key(word))
    }

    /// The word that names one record of a kind: "Open item".
    pub fn kind(&self, kind: Kind) -> Cow<'_, str> {
        self.say(&format!("kind-{kind}"))
    }

    /// The word that names the records of a kind together: "Open items".
    pub fn kinds(&self, kind: Kind) -> Cow<'_, str> {
        self.say(&format!("kinds-{kind}"))
    }

    /// The usual title of a callout.
    pub fn callout(&self, callout: Callout) -> Cow<'_, str> {
        self.say(&vocabulary::callout_key(callout))
    }

    fn format<'a>(&'a self, key: &str, arguments: Option<&'a FluentArgs<'_>>) -> Cow<'a, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "there is no word for \"{key}\" in {}", self.language.tag());
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, arguments, &mut errors);
        debug_assert!(errors.is_empty(), "\"{key}\" cannot be said in {}: {errors:?}", self.language.tag());
        said
    }
}

/// Where the line of a word begins in a file.
fn start_of(name: &str, text: &str) -> usize {
    let defines = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    lines.filter(|(_, line)| defines(line)).map(|(start, _)| start).next().unwrap_or(0)
}

/// The names of the words that a file defines.
fn names(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) if message.value.is_some() => Some(message.id.name.to_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
