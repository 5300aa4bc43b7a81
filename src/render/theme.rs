//! The theme: templates, static files and words, of the program and of the site.
//!
//! The program's own theme is inside the binary. A site's `themes/NAME/` stands over it file by
//! file: a template of the same name takes its place, and may extend it as `ledger/NAME.html`.

mod complaint;

use super::words::Words;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::source::{SourcePath, SourceTree, Span};
use complaint::{complaint, complaints};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, ErrorKind, Tera};

/// The files of the program's own theme.
#[derive(RustEmbed)]
#[folder = "themes/ledger/"]
struct Ledger;

/// The name of the theme that is inside the program.
pub const BUILT_IN: &str = "ledger";

/// Everything that the program's own theme says: the paths and bytes of its files.
pub fn built_in() -> Vec<(String, Cow<'static, [u8]>)> {
    Ledger::iter().filter_map(|name| Some((name.clone().into_owned(), Ledger::get(&name)?.data))).collect()
}

/// How deep templates may include or call one another.
const DEEPEST: usize = 64;

/// Everything that gives the site its look and its words.
pub struct Theme {
    templates: Tera,
    files: BTreeMap<String, Cow<'static, [u8]>>,
    words: Words,
    /// The folder of the site's own theme, below the site folder.
    folder: String,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Theme").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Theme {
    /// The theme that the settings name, over the program's own.
    pub fn load(config: &Config, sources: &SourceTree) -> Outcome<Self> {
        let mut report = Report::new();
        let folder = format!("themes/{}", config.theme);
        let own: BTreeMap<&str, (&SourcePath, &[u8])> = sources
            .below(&folder)
            .map(|(path, file)| (&path.as_str()[folder.len() + 1..], (path, &**file.bytes())))
            .collect();
        if own.is_empty() && config.theme != BUILT_IN {
            report.push(unknown_theme(config, sources));
        }
        let mut files: BTreeMap<String, Cow<'static, [u8]>> =
            Ledger::iter().filter_map(|name| Some((name.clone().into_owned(), Ledger::get(&name)?.data))).collect();
        let mut words = Words::new(&config.language);
        let words_file = format!("words/{}.ftl", words.language().tag());
        if let Some((path, bytes)) = own.get(words_file.as_str())
            && let Some(text) = utf8(path, bytes, &mut report)
        {
            // Templates read words as `words.on_this_page`.
            let is_said = |key: &str| {
                let name = format!("words.{}", key.replace('-', "_"));
                own.iter()
                    .filter(|(path, _)| path.starts_with("templates/"))
                    .any(|(_, (_, bytes))| mentions(&String::from_utf8_lossy(bytes), &name))
            };
            words = words.with_theme(path, text, is_said).into_value(&mut report);
        }

        let builtin: Vec<(String, String)> = files
            .keys()
            .filter_map(|name| name.strip_prefix("templates/"))
            .map(|name| (format!("{BUILT_IN}/{name}"), text_of(&files, &format!("templates/{name}"))))
            .collect();
        let of_site = own_templates(&own, &mut report);
        let templates = assemble(&builtin, &of_site, &folder, &mut report);
        for (name, (path, bytes)) in own {
            // What the book is made of is text; what is only handed on may be anything.
            if (name.ends_with(".typ") || name == "epub.css") && utf8(path, bytes, &mut report).is_none() {
                continue;
            }
            files.insert(name.to_owned(), Cow::Owned(bytes.to_vec()));
        }
        Outcome::new(Self { templates, files, words, folder }, report)
    }

    /// The site's words, which everything else than templates reads without the theme.
    pub fn take_words(&mut self) -> Words {
        std::mem::replace(&mut self.words, Words::new("en"))
    }

    /// What every template sees.
    pub fn global_context(&mut self) -> &mut Context {
        self.templates.global_context()
    }

    /// A file of the theme by its path in it: the site's own, else the program's.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|bytes| &**bytes)
    }

    /// All files below a folder of the theme, by their paths in that folder.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .iter()
            .filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, &**bytes)))
    }

    /// Writes a page.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(16 << 10);
        match self.templates.render_to(template, context, &mut page) {
            Ok(()) => Ok(page),
            Err(error) => Err(Box::new(complaint(&error, &self.folder))),
        }
    }
}

/// Whether a name stands in a text, and not as the beginning of a longer one.
fn mentions(text: &str, name: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    text.match_indices(name).any(|(at, _)| !goes_on(&text[at + name.len()..]))
}

fn text_of(files: &BTreeMap<String, Cow<'static, [u8]>>, path: &str) -> String {
    files.get(path).map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
}

fn utf8<'a>(path: &SourcePath, bytes: &'a [u8], report: &mut Report) -> Option<&'a str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("the theme's file is not UTF-8 at byte {at}");
            report.push(Diagnostic::error(Code::NotUtf8, Span::new(path, at..at + 1), message));
            None
        }
    }
}

fn unknown_theme(config: &Config, sources: &SourceTree) -> Diagnostic {
    let message = format!("there is no theme \"{}\"", config.theme);
    let names: BTreeSet<&str> =
        sources.below("themes").filter_map(|(path, _)| path.as_str().split('/').nth(1)).chain([BUILT_IN]).collect();
    let complaint = match config.places.get("theme") {
        Some(place) => Diagnostic::error(Code::Theme, place.clone(), message),
        None => Diagnostic::of_site(Code::Theme, Severity::Error, message),
    };
    complaint
        .did_you_mean(&config.theme, names.iter().copied())
        .hint(format!("there are: {}", names.into_iter().collect::<Vec<_>>().join(", ")))
}

/// The site's templates that can be read; each that cannot is complained of.
fn own_templates(own: &BTreeMap<&str, (&SourcePath, &[u8])>, report: &mut Report) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for (name, (path, bytes)) in own {
        let Some(name) = name.strip_prefix("templates/") else { continue };
        let Some(text) = utf8(path, bytes, report) else { continue };
        // A template alone shows its mistakes of syntax whatever is wrong with the others.
        match Tera::default().add_raw_template(name, text) {
            Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => {
                let folder = path.as_str().strip_suffix(&format!("/templates/{name}")).unwrap_or_default();
                report.push(complaint(&error, folder));
            }
            _ => templates.push((name.to_owned(), text.to_owned())),
        }
    }
    templates
}

fn assemble(builtin: &[(String, String)], of_site: &[(String, String)], folder: &str, report: &mut Report) -> Tera {
    if let Some(circle) = circle(builtin, of_site) {
        let message = format!(
            "the component \"{}\" calls itself, deeper than the {DEEPEST} levels a page may have",
            circle.component
        );
        let path = SourcePath::new(&format!("{folder}/templates/{}", circle.template));
        report.push(
            Diagnostic::error(Code::Theme, Span::new(&path, circle.at..circle.at + circle.component.len()), message)
                .hint(format!("the circle is: {}", circle.way.join(" → "))),
        );
        return with(builtin, &[]).unwrap_or_default();
    }
    with(builtin, of_site).unwrap_or_else(|error| {
        complaints(&error, folder, of_site).into_iter().for_each(|complaint| report.push(complaint));
        with(builtin, &[]).unwrap_or_default()
    })
}

fn with(builtin: &[(String, String)], of_site: &[(String, String)]) -> Result<Tera, tera::Error> {
    let mut templates = Tera::default();
    templates.autoescape_on(vec![".html", ".xml"]);
    templates.set_fallback_prefixes([format!("{BUILT_IN}/")])?;
    templates.add_raw_templates(builtin.iter().chain(of_site).map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(templates)
}

/// A component that calls itself, by however many others. The template engine would follow it
/// until the stack is full.
struct Circle {
    template: String,
    component: String,
    at: usize,
    way: Vec<String>,
}

fn circle(builtin: &[(String, String)], of_site: &[(String, String)]) -> Option<Circle> {
    let mut calls: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut places: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for (template, text) in builtin.iter().chain(of_site) {
        for (at, body) in components(text) {
            let name = word(body);
            places.insert(name, (template, at));
            calls.insert(name, calls_in(body).collect());
        }
    }
    for start in calls.keys() {
        let mut way = vec![*start];
        let mut seen = BTreeSet::new();
        if leads_back(start, start, &calls, &mut seen, &mut way) {
            let (template, at) = places[start];
            return Some(Circle {
                template: template.to_owned(),
                component: (*start).to_owned(),
                at,
                way: way.into_iter().map(str::to_owned).collect(),
            });
        }
    }
    None
}

fn leads_back<'a>(
    from: &str,
    to: &str,
    calls: &BTreeMap<&'a str, Vec<&'a str>>,
    seen: &mut BTreeSet<&'a str>,
    way: &mut Vec<&'a str>,
) -> bool {
    for called in calls.get(from).into_iter().flatten() {
        way.push(called);
        if *called == to || (seen.insert(called) && leads_back(called, to, calls, seen, way)) {
            return true;
        }
        way.pop();
    }
    false
}

/// The definitions of components: where their names begin, and their text from there on.
fn components(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("component ").filter_map(|(at, mark)| {
        let opened = text[..at].trim_end().trim_end_matches('-').ends_with("{%");
        let rest = &text[at + mark.len()..];
        let body = rest.find("endcomponent").map_or(rest, |end| &rest[..end]);
        (opened && !word(body).is_empty()).then_some((at + mark.len(), body))
    })
}

/// The names of the components that a text calls: `{{ <name` and `{% <name`.
fn calls_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<').filter_map(|(at, _)| {
        let before = text[..at].trim_end().trim_end_matches('-');
        (before.ends_with("{{") || before.ends_with("{%")).then(|| word(&text[at + 1..]))
    })
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.')).unwrap_or(text.len());
    &text[..end]
}
