//! From the tables of site.toml to settings that cannot be wrong.

use super::table::Table;
use super::{BookSettings, Brand, CheckSettings, Config, Exclusion, Paper};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::model::{
    Audience, Engagement, EntryId, Kind, Mention, MentionForm, Naming, Policy, RatingDetail, Tolerances, money,
};
use crate::source::{SourcePath, SourceTree, Span};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

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
    let title = top.words("title").unwrap_or_default();
    let language = top.choice("language", &LANGUAGES).unwrap_or(defaults.language);
    let base_url = base_url(&mut top);
    let theme = top.words("theme").unwrap_or(defaults.theme);
    let output = top.words("output").unwrap_or(defaults.output);
    let edition = top.text("edition");
    let as_of = top.date("as_of");
    let search = top.switch("search").unwrap_or(true);
    let highlight = top.switch("highlight").unwrap_or(true);
    let engagement = top.section("engagement", engagement);
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
    let book = top.section("book", book);
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
        title,
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

fn editions(section: &mut Table<'_, '_>, audiences_are_known: &mut bool) -> BTreeMap<String, Policy> {
    let mut editions: BTreeMap<String, Policy> = [Policy::internal(), Policy::client(), Policy::public()]
        .into_iter()
        .map(|policy| (policy.name.clone(), policy))
        .collect();
    for (name, value, key_span, span) in section.entries() {
        let Some(table) = value.as_table() else {
            section.wrong_type::<()>(&name, value, span.start as usize..span.end as usize, "a table");
            continue;
        };
        if name == "internal" {
            let complaint = Diagnostic::error(
                Code::UnknownSetting,
                key_span,
                "the internal edition shows everything and cannot be changed",
            )
            .hint("give the edition another name");
            section.complain(complaint);
            continue;
        }
        let base = editions.get(&name).cloned();
        let policy = section.inner(&name, table, |section| {
            *audiences_are_known &= !section.is_misspelt("admits");
            edition(section, &name, base, &key_span)
        });
        editions.insert(name, policy);
    }
    editions
}

fn edition(section: &mut Table<'_, '_>, name: &str, base: Option<Policy>, key_span: &Span) -> Policy {
    let admits = section.texts("admits");
    let mut policy = match (&admits, base) {
        (None, Some(base)) => base,
        // What could not be read, or is misspelt, is complained of as that.
        (None, None) if section.has("admits") || section.is_misspelt("admits") => Policy::admitting(name, []),
        (None, None) => {
            let complaint = Diagnostic::error(
                Code::MissingField,
                key_span.clone(),
                format!("the edition \"{name}\" does not say whom it admits"),
            )
            .hint("for instance admits = [\"vendor\", \"public\"]");
            section.complain(complaint);
            Policy::admitting(name, [])
        }
        (Some(admits), _) => {
            for (audience, span) in admits.iter().filter(|(audience, _)| audience == "internal") {
                let message = format!("no edition but the internal one can admit \"{audience}\"");
                let complaint = Diagnostic::error(Code::UnknownAudience, span.clone(), message);
                section.complain(complaint.hint("take it out; `--edition internal` shows everything"));
            }
            Policy::admitting(name, admits.iter().map(|(audience, _)| Audience::new(audience)))
        }
    };
    if let Some(people) = section.choice("people", &["names", "initials", "roles"]) {
        policy.people = match people.as_str() {
            "initials" => Naming::Initials,
            "roles" => Naming::Roles,
            _ => Naming::Names,
        };
    }
    if let Some(money) = section.switch("money") {
        policy.money = money;
    }
    match section.take("ratings") {
        None => {}
        Some((DeValue::Boolean(true), _)) => policy.ratings = RatingDetail::Person,
        Some((DeValue::Boolean(false), _)) => policy.ratings = RatingDetail::Hidden,
        Some((DeValue::String(word), _)) if word == "team" => policy.ratings = RatingDetail::Team,
        Some((value, span)) => {
            // What cannot be read is not shown.
            policy.ratings = RatingDetail::Hidden;
            section.wrong_type::<()>("ratings", value, span, "true, \"team\" or false");
        }
    }
    policy
}

fn audiences(
    section: &mut Table<'_, '_>,
    known: &BTreeSet<String>,
    doubtful: &mut Vec<String>,
) -> Vec<(String, Audience)> {
    let mut audiences = Vec::new();
    for (folder, value, key_span, span) in section.entries() {
        let found = match value.as_str() {
            Some(word) if known.contains(word) => Some(Audience::new(word)),
            Some(word) => {
                let complaint =
                    Diagnostic::error(Code::UnknownAudience, span, format!("there is no audience \"{word}\""))
                        .did_you_mean(word, known.iter().map(String::as_str))
                        .hint("what cannot be read counts as internal");
                section.complain(complaint);
                None
            }
            None => {
                section.wrong_type::<()>(
                    &folder,
                    value,
                    span.start as usize..span.end as usize,
                    "the name of an audience",
                );
                None
            }
        };
        let folder = folder.trim_start_matches("./").trim_start_matches("content/").trim_matches('/').to_owned();
        section.note_place(&folder, key_span);
        if found.is_none() {
            doubtful.push(folder.clone());
        }
        audiences.push((folder, found.unwrap_or_else(Audience::internal)));
    }
    audiences
}

fn book(section: &mut Table<'_, '_>) -> BookSettings {
    let defaults = BookSettings::default();
    let title = section.words("title");
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
    BookSettings { title, html, pdf, epub, paper, exclude, chapters, max_pages }
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
