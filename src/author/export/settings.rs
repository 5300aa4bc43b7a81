//! site.toml of the exported sources.

use crate::config::{Config, Exclusion, Paper};
use crate::edition::Edition;
use crate::model::{EntryId, Naming, Policy, RatingDetail, Vocabulary};
use crate::source::SourcePath;
use toml::{Table, Value};

/// The settings with which the sources build to the same site.
pub(super) fn toml(edition: &Edition, config: &Config) -> String {
    let mut top = Table::new();
    text(&mut top, "title", Some(&edition.engagement().site_title));
    text(&mut top, "language", Some(&config.language));
    text(&mut top, "base_url", config.base_url.as_deref());
    text(&mut top, "theme", Some(&config.theme));
    let whole = edition.is_for_the_consultancy();
    text(&mut top, "edition", whole.then_some("internal"));
    date(&mut top, "as_of", Some(edition.today()));
    switch(&mut top, "search", config.search);
    switch(&mut top, "highlight", config.highlight);
    table(&mut top, "engagement", engagement(edition));
    let mut brand = Table::new();
    text(&mut brand, "accent", config.brand.accent.as_deref());
    text(&mut brand, "logo", config.brand.logo.as_ref().map(logo).as_deref());
    table(&mut top, "brand", brand);
    table(&mut top, "book", book(edition, config));
    let mut check = Table::new();
    if config.check.registers_open {
        text(&mut check, "registers", Some("open"));
    }
    let mut editions = Table::new();
    if whole {
        let mut gate = Table::new();
        number(&mut gate, "owners", config.check.gate_owners.unwrap_or_default());
        number(&mut gate, "coverage", config.check.gate_coverage.unwrap_or_default());
        table(&mut check, "gate", gate);
        for (name, policy) in config.editions.iter().filter(|(_, policy)| !policy.is_internal()) {
            table(&mut editions, name, whole_policy(policy));
        }
    } else {
        table(&mut editions, "client", hidden(edition.shows_money(), edition.ratings()));
    }
    table(&mut top, "check", check);
    table(&mut top, "editions", editions);
    toml::to_string_pretty(&top).expect("texts, dates, numbers and tables have a TOML form")
}

/// What the logo's file is called, whatever its author called it: that name could be somebody's.
pub(super) fn logo(path: &SourcePath) -> String {
    format!("logo.{}", path.ending())
}

/// What an edition hides of what it admits.
fn hidden(money: bool, ratings: RatingDetail) -> Table {
    let mut map = Table::new();
    switch(&mut map, "money", money);
    match ratings {
        RatingDetail::Person => {}
        RatingDetail::Team => text(&mut map, "ratings", Some("team")),
        RatingDetail::Hidden => switch(&mut map, "ratings", false),
    }
    map
}

/// An edition as site.toml defines it.
fn whole_policy(policy: &Policy) -> Table {
    let mut map = hidden(policy.money, policy.ratings);
    let admits = policy.admits.iter().flatten().map(|audience| audience.as_str().to_owned());
    list(&mut map, "admits", admits.collect());
    text(
        &mut map,
        "people",
        match policy.people {
            Naming::Names => None,
            Naming::Initials => Some("initials"),
            Naming::Roles => Some("roles"),
        },
    );
    map
}

fn engagement(edition: &Edition) -> Table {
    let engagement = edition.engagement();
    let mut map = Table::new();
    text(&mut map, "client", engagement.client.as_deref());
    text(&mut map, "consultancy", engagement.consultancy.as_deref());
    date(&mut map, "start", engagement.start);
    date(&mut map, "end", engagement.end);
    text(&mut map, "purpose", engagement.purpose.as_deref());
    let sponsor = engagement.sponsor.as_ref().and_then(|id| edition.get(id));
    text(&mut map, "sponsor", sponsor.map(|entry| if entry.origin.implied { &*entry.title } else { &*entry.id.slug }));
    text(&mut map, "outcome", engagement.outcome.as_deref());
    text(&mut map, "motto", engagement.motto.as_deref());
    text(&mut map, "currency", engagement.currency.as_deref());
    date(&mut map, "hypercare_until", engagement.hypercare_until);
    text(&mut map, "value_before", engagement.value_before.map(Vocabulary::as_str));
    text(&mut map, "value_after", engagement.value_after.map(Vocabulary::as_str));
    let mut tolerances = Table::new();
    number(&mut tolerances, "schedule_pct", engagement.tolerances.schedule_pct);
    number(&mut tolerances, "cost_pct", engagement.tolerances.cost_pct);
    table(&mut map, "tolerances", tolerances);
    map
}

fn book(edition: &Edition, config: &Config) -> Table {
    let mut map = Table::new();
    text(&mut map, "title", edition.engagement().book_title.as_deref());
    let formats = [("html", config.book.html), ("pdf", config.book.pdf), ("epub", config.book.epub)];
    list(
        &mut map,
        "formats",
        formats.into_iter().filter(|(_, wanted)| *wanted).map(|(name, _)| name.to_owned()).collect(),
    );
    if config.book.paper == Paper::Letter {
        text(&mut map, "paper", Some("letter"));
    }
    let kinds = config.book.exclude.iter().filter_map(|exclusion| match exclusion {
        Exclusion::Kind(kind) => Some(format!("{kind}:*")),
        Exclusion::Entry(_) => None,
    });
    let exclude: Vec<String> = kinds.chain(edition.left_out().iter().map(EntryId::to_string)).collect();
    if !exclude.is_empty() {
        list(&mut map, "exclude", exclude);
    }
    if !config.book.chapters.is_empty() {
        list(&mut map, "chapters", config.book.chapters.clone());
    }
    map.insert("max_pages".into(), Value::Integer(i64::from(config.book.max_pages)));
    map
}

fn text(map: &mut Table, key: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        map.insert(key.into(), Value::String(value.into()));
    }
}

fn list(map: &mut Table, key: &str, values: Vec<String>) {
    map.insert(key.into(), Value::Array(values.into_iter().map(Value::String).collect()));
}

fn date(map: &mut Table, key: &str, date: Option<jiff::civil::Date>) {
    let value = date.and_then(|date| date.to_string().parse().ok());
    if let Some(value) = value {
        map.insert(key.into(), Value::Datetime(value));
    }
}

fn number(map: &mut Table, key: &str, value: f64) {
    if value > 0.0 {
        map.insert(key.into(), Value::Float(value));
    }
}

fn switch(map: &mut Table, key: &str, value: bool) {
    if !value {
        map.insert(key.into(), Value::Boolean(false));
    }
}

fn table(map: &mut Table, key: &str, inner: Table) {
    if !inner.is_empty() {
        map.insert(key.into(), Value::Table(inner));
    }
}
