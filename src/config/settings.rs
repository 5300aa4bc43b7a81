//! From the tables of site.toml to settings that cannot be wrong.

use super::editions::{audiences, editions};
use super::table::Table;
use super::{BookSettings, Brand, CheckSettings, Config, Exclusion, Paper};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::model::{Engagement, EntryId, Kind, Mention, MentionForm, Tolerances, money};
use crate::source::{SourcePath, SourceTree, Span};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "ja"];
/// The endings of files that may be a logo.
const IMAGES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "gif"];
const BUILT_IN: [&str; 3] = ["internal", "client", "public"];

/// The chapters of the book in their usual order, by the names that `book.chapters` takes.
pub const CHAPTERS: [&str; 16] = [
    "letter",
    "summary",
    "story",
    "portfolio",
    "what-we-leave-behind",
    "skills",
    "playbooks",
    "lessons",
    "decisions",
    "open-items",
    "after-we-leave",
    "success",
    "sign-off",
    "sessions",
    "glossary",
    "index",
];

pub(super) fn settings(table: &DeTable<'_>, file: &SourcePath, sources: &SourceTree, report: &mut Report) -> Config {
    let mut places = BTreeMap::new();
    let defaults = Config::default();
    let mut top = Table::new(Some(table), file, report, &mut places);
    let language = top.choice("language", &LANGUAGES).unwrap_or(defaults.language);
    let base_url = base_url(&mut top);
    let theme = top.words("theme").unwrap_or(defaults.theme);
    let output = top.words("output").unwrap_or(defaults.output);
    let edition = top.text("edition");
    let as_of = top.date("as_of");
    let search = top.switch("search").unwrap_or(true);
    let highlight = top.switch("highlight").unwrap_or(true);
    let mut engagement = top.section("engagement", engagement);
    engagement.site_title = top.words("title").unwrap_or_default();
    if let (Some(today), Some(start)) = (as_of, engagement.start)
        && today < start
        && let Some((_, place)) = top.take("as_of")
    {
        let message = format!("{today} is before the engagement starts on {start}");
        let place = top.span(place);
        top.complain(
            Diagnostic::warning(Code::OutsideEngagement, place, message)
                .hint("`as_of` is what counts as today: the day of the handover, or leave it out"),
        );
    }
    let brand = top.section("brand", |section| brand(section, sources));
    let mut audiences_are_known = !top.is_misspelt("editions") && !top.is_table("edition");
    let editions = top.section("editions", |section| editions(section, &mut audiences_are_known));
    let known: BTreeSet<String> = BUILT_IN
        .iter()
        .map(|name| (*name).to_owned())
        .chain(
            editions
                .values()
                .filter_map(|policy| policy.admits.as_ref())
                .flatten()
                .map(|audience| audience.as_str().to_owned()),
        )
        .collect();
    let mut doubtful_audiences = Vec::new();
    let audiences = top.section("audiences", |section| audiences(section, &known, &mut doubtful_audiences));
    let book = top.section("book", |section| {
        engagement.book_title = section.words("title");
        book(section)
    });
    let check = top.section("check", check);
    let edition = edition.map_or(defaults.edition, |(name, span)| {
        if !editions.contains_key(&name) {
            let message = format!("there is no edition \"{name}\"");
            let complaint = Diagnostic::error(Code::UnknownEdition, span, message)
                .did_you_mean(&name, editions.keys().map(String::as_str))
                .hint(format!("there are: {}", editions.keys().cloned().collect::<Vec<_>>().join(", ")));
            top.complain(complaint);
        }
        name
    });
    top.finish();
    Config {
        language,
        base_url,
        theme,
        output,
        edition,
        as_of,
        search,
        highlight,
        engagement,
        brand,
        audiences,
        doubtful_audiences,
        audiences_are_known,
        editions,
        book,
        check,
        places,
    }
}

fn base_url(top: &mut Table<'_, '_>) -> Option<String> {
    let (mut url, span) = top.text("base_url")?;
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if host.is_none_or(|host| {
        host.is_empty()
            || host.starts_with('/')
            || host.contains(char::is_whitespace)
            || host.contains(['"', '<', '>', '?', '#'])
    }) {
        let complaint = Diagnostic::error(Code::WrongType, span, "`base_url` takes a whole address")
            .hint("for instance \"https://example.com/handover/\"");
        top.complain(complaint);
        return None;
    }
    if !url.ends_with('/') {
        url.push('/');
    }
    Some(url)
}

fn engagement(section: &mut Table<'_, '_>) -> Engagement<Mention> {
    let client = section.words("client");
    let consultancy = section.words("consultancy");
    let start = section.date("start");
    let end = section.date("end");
    if let (Some(first), Some(last)) = (start, end)
        && last < first
    {
        let place = |section: &mut Table<'_, '_>, key| section.take(key).map(|(_, span)| section.span(span));
        if let (Some(here), Some(there)) = (place(section, "end"), place(section, "start")) {
            let complaint = Diagnostic::error(Code::EndBeforeStart, here, "the engagement ends before it starts")
                .related(there, "it starts here")
                .hint("are the two exchanged?");
            section.complain(complaint);
        }
    }
    let hypercare_until = section.date("hypercare_until");
    if let (Some(until), Some(last)) = (hypercare_until, end)
        && until < last
    {
        let place = |section: &mut Table<'_, '_>, key| section.take(key).map(|(_, span)| section.span(span));
        if let (Some(here), Some(there)) = (place(section, "hypercare_until"), place(section, "end")) {
            let message = "the support after the engagement ends before the engagement does";
            let complaint = Diagnostic::error(Code::EndBeforeStart, here, message)
                .related(there, "the engagement ends here")
                .hint("`hypercare_until` is the last day of support after the end; leave it out where there is none");
            section.complain(complaint);
        }
    }
    Engagement {
        site_title: String::new(),
        book_title: None,
        client,
        consultancy,
        start,
        end,
        purpose: section.words("purpose"),
        sponsor: section.text("sponsor").map(|(text, span)| Mention { text, span, form: MentionForm::Field }),
        outcome: section.words("outcome"),
        motto: section.words("motto"),
        currency: currency(section),
        tolerances: section.section("tolerances", |section| Tolerances {
            schedule_pct: section.number("schedule_pct", 0.0..=1000.0).unwrap_or(0.0),
            cost_pct: section.number("cost_pct", 0.0..=1000.0).unwrap_or(0.0),
        }),
        hypercare_until,
        value_before: section.word("value_before"),
        value_after: section.word("value_after"),
    }
}

fn currency(section: &mut Table<'_, '_>) -> Option<String> {
    let (written, span) = section.text("currency").filter(|(written, _)| !written.trim().is_empty())?;
    match money::currency(written.trim()) {
        Ok(code) => Some(code),
        Err(advice) => {
            let message = format!("\"{written}\" is no code of a currency");
            section.complain(Diagnostic::error(Code::UnknownValue, span, message).hint(advice));
            None
        }
    }
}

fn brand(section: &mut Table<'_, '_>, sources: &SourceTree) -> Brand {
    let accent = section.text("accent").and_then(|(accent, span)| {
        let digits = accent.strip_prefix('#').unwrap_or_default();
        if matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let long = if digits.len() == 3 {
                digits.chars().flat_map(|digit| [digit, digit]).collect()
            } else {
                digits.to_owned()
            };
            return Some(format!("#{}", long.to_lowercase()));
        }
        let complaint = Diagnostic::error(Code::WrongType, span, format!("\"{accent}\" is not a colour"))
            .hint("write it as red, green and blue in hexadecimal: \"#0b5c6b\"");
        section.complain(complaint);
        None
    });
    let logo = section.text("logo").and_then(|(logo, span)| {
        let found = ["", "content"]
            .iter()
            .filter_map(|folder| SourcePath::join(folder, &logo))
            .find(|path| sources.contains(path));
        if found.as_ref().is_some_and(|path| !IMAGES.contains(&&*path.ending())) {
            let complaint = Diagnostic::error(Code::InvalidImage, span, format!("\"{logo}\" is no image"))
                .hint(format!("a logo is one of: {}", IMAGES.join(", ")));
            section.complain(complaint);
            return None;
        }
        if found.is_none() {
            let names: Vec<&str> = sources.files().map(|(path, _)| path.as_str()).collect();
            let complaint = Diagnostic::error(Code::MissingImage, span, format!("there is no file \"{logo}\""))
                .did_you_mean(&logo, names.iter().map(|name| name.strip_prefix("content/").unwrap_or(name)))
                .hint("the logo's path counts from the folder of site.toml");
            section.complain(complaint);
        }
        found
    });
    Brand { accent, logo }
}

fn book(section: &mut Table<'_, '_>) -> BookSettings {
    let defaults = BookSettings::default();
    let formats = section.texts("formats");
    if let Some(formats) = &formats {
        for (format, span) in formats.iter().filter(|(format, _)| !matches!(format.as_str(), "html" | "pdf" | "epub")) {
            section.unknown_value("formats", format, span.clone(), &["html", "pdf", "epub"]);
        }
    }
    let has = |name: &str| formats.as_ref().is_none_or(|formats| formats.iter().any(|(format, _)| format == name));
    let (html, pdf, epub) = (has("html"), has("pdf"), has("epub"));
    let paper = match section.choice("paper", &["a4", "letter"]).as_deref() {
        Some("letter") => Paper::Letter,
        _ => Paper::A4,
    };
    let exclude = section
        .texts("exclude")
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(text, span)| exclusion(section, &text, span))
        .collect();
    let mut chapters = Vec::new();
    for (chapter, span) in section.texts("chapters").unwrap_or_default() {
        if chapters.contains(&chapter) {
            let message = format!("the chapter \"{chapter}\" is listed twice");
            let complaint = Diagnostic::warning(Code::ListedTwice, span, message).hint("keep one of the two");
            section.complain(complaint);
        } else if CHAPTERS.contains(&chapter.as_str()) {
            chapters.push(chapter);
        } else {
            section.unknown_value("chapters", &chapter, span, &CHAPTERS);
        }
    }
    let max_pages = section.number("max_pages", 16.0..=100_000.0).map_or(defaults.max_pages, |pages| pages as u32);
    BookSettings { html, pdf, epub, paper, exclude, chapters, max_pages }
}

fn exclusion(section: &mut Table<'_, '_>, text: &str, span: Span) -> Option<Exclusion> {
    let parts = text.split_once(':').and_then(|(kind, slug)| Some((Kind::parse(kind)?, slug)));
    match parts {
        Some((kind, "*")) => Some(Exclusion::Kind(kind)),
        Some((kind, slug)) if !slug.is_empty() => {
            let id = EntryId::new(kind, slug);
            section.note_place(&format!("exclude.{id}"), span);
            Some(Exclusion::Entry(id))
        }
        _ => {
            let complaint = Diagnostic::error(Code::UnknownReference, span, format!("\"{text}\" names no record"));
            let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
            let written = text.split_once(':').map_or(text, |(kind, _)| kind);
            let complaint = match nearest(written, kinds.iter().copied()) {
                Some(kind) => complaint.hint(format!("did you mean \"{}\"?", text.replacen(written, kind, 1))),
                None => complaint,
            };
            section.complain(complaint.hint("write `kind:id`, or `kind:*` for all of a kind"));
            None
        }
    }
}

fn check(section: &mut Table<'_, '_>) -> CheckSettings {
    let links_warn = section.choice("links", &["error", "warn"]).is_some_and(|word| word == "warn");
    let registers_open = section.choice("registers", &["strict", "open"]).is_some_and(|word| word == "open");
    let (gate_owners, gate_coverage) = section
        .section("gate", |section| (section.number("owners", 0.0..=100.0), section.number("coverage", 0.0..=100.0)));
    CheckSettings { links_warn, registers_open, gate_owners, gate_coverage }
}
