//! One table of site.toml, read key by key; what is left over at the end is unknown.

use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::model::{Vocabulary, date, holds_mark};
use crate::source::{SourcePath, Span};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the file, and which of its keys were asked for.
pub(super) struct Table<'a, 'i> {
    table: Option<&'a DeTable<'i>>,
    path: String,
    known: Vec<&'static str>,
    file: &'a SourcePath,
    report: &'a mut Report,
    places: &'a mut BTreeMap<String, Span>,
}

impl<'a, 'i> Table<'a, 'i> {
    pub(super) fn new(
        table: Option<&'a DeTable<'i>>,
        file: &'a SourcePath,
        report: &'a mut Report,
        places: &'a mut BTreeMap<String, Span>,
    ) -> Self {
        Self { table, path: String::new(), known: Vec::new(), file, report, places }
    }

    /// The table under a key, read by the closure; without the key the closure reads an empty one.
    pub(super) fn section<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Table<'_, 'i>) -> T) -> T {
        let table = self.take(key).and_then(|(value, span)| {
            let table = value.as_table();
            if table.is_none() {
                self.wrong_type::<()>(key, value, span, "a table");
            }
            table
        });
        let path = self.join(key);
        let mut section = Table {
            table,
            path,
            known: Vec::new(),
            file: self.file,
            report: &mut *self.report,
            places: &mut *self.places,
        };
        let value = read(&mut section);
        section.finish();
        value
    }

    /// Every key of the table with its value, for tables whose keys are names of the author's.
    pub(super) fn entries(&mut self) -> Vec<(String, &'a DeValue<'i>, Span, Span)> {
        let Some(table) = self.table else { return Vec::new() };
        let entries = table
            .iter()
            .map(|(key, value)| {
                let key_span = Span::new(self.file, key.span());
                (key.get_ref().to_string(), value.get_ref(), key_span, Span::new(self.file, value.span()))
            })
            .collect();
        self.table = None;
        entries
    }

    /// A table of this one's entries, read by the closure.
    pub(super) fn inner<T>(
        &mut self,
        key: &str,
        table: &'a DeTable<'i>,
        read: impl FnOnce(&mut Table<'_, 'i>) -> T,
    ) -> T {
        let path = self.join(key);
        let mut section = Table {
            table: Some(table),
            path,
            known: Vec::new(),
            file: self.file,
            report: &mut *self.report,
            places: &mut *self.places,
        };
        let value = read(&mut section);
        section.finish();
        value
    }

    pub(super) fn complain(&mut self, diagnostic: Diagnostic) {
        self.report.push(diagnostic);
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<(String, Span)> {
        let (value, span) = self.take(key)?;
        let Some(text) = value.as_str() else { return self.wrong_type(key, value, span, "a text in quotes") };
        let span = self.span(span);
        self.complain_of_mark(text, &span);
        Some((text.to_owned(), span))
    }

    /// The settings are for everybody: the mark that withholds in a note withholds nothing here.
    fn complain_of_mark(&mut self, text: &str, place: &Span) {
        if holds_mark(text) {
            let message = "the mark [!INTERNAL] withholds nothing in site.toml";
            let complaint = Diagnostic::error(Code::UnknownCallout, place.clone(), message);
            self.report.push(complaint.hint("write it in a note, or in a comment"));
        }
    }

    pub(super) fn words(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(|(text, _)| text).filter(|text| !text.trim().is_empty())
    }

    pub(super) fn switch(&mut self, key: &'static str) -> Option<bool> {
        let (value, span) = self.take(key)?;
        let switch = value.as_bool();
        if switch.is_none() { self.wrong_type(key, value, span, "true or false") } else { switch }
    }

    pub(super) fn number(&mut self, key: &'static str, allowed: RangeInclusive<f64>) -> Option<f64> {
        let (value, span) = self.take(key)?;
        let written = match value {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            _ => return self.wrong_type(key, value, span, "a number"),
        };
        let number = written.replace('_', "").parse::<f64>().ok();
        let within = number.filter(|number| allowed.contains(number));
        if within.is_none() {
            let (least, most) = (allowed.start(), allowed.end());
            let nearest = if number.is_some_and(|number| number < *least) { least } else { most };
            let message = format!("`{}` takes a number from {least} to {most}, not {written}", self.join(key));
            self.report.push(
                Diagnostic::error(Code::OutOfRange, self.span(span), message)
                    .hint(format!("the nearest it takes is {nearest}")),
            );
        }
        within
    }

    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let (value, span) = self.take(key)?;
        let written = match value {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => return self.wrong_type(key, value, span, "a date"),
        };
        let date = written
            .get(..10)
            .filter(|_| written.len() == 10 || written.contains('T'))
            .and_then(|date| date.parse().ok());
        if date.is_none() {
            let message = format!("\"{written}\" in `{}` is no date", self.join(key));
            let complaint = Diagnostic::error(Code::InvalidDate, self.span(span), message);
            let advice = date::date(&written).err();
            self.report.push(complaint.hint(advice.unwrap_or_else(|| "write the day alone: 2025-06-02".to_owned())));
        }
        date
    }

    pub(super) fn word<T: Vocabulary>(&mut self, key: &'static str) -> Option<T> {
        let (text, span) = self.text(key)?;
        let word = T::parse(&text);
        if word.is_none() {
            let known: Vec<&str> = T::ALL.iter().map(|word| word.as_str()).collect();
            self.unknown_value(key, &text, span, &known);
        }
        word
    }

    /// One of a few words.
    pub(super) fn choice(&mut self, key: &'static str, known: &[&str]) -> Option<String> {
        let (text, span) = self.text(key)?;
        if known.contains(&text.as_str()) {
            return Some(text);
        }
        self.unknown_value(key, &text, span, known);
        None
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let (value, span) = self.take(key)?;
        if let Some(text) = value.as_str() {
            return Some(vec![(text.to_owned(), self.span(span))]);
        }
        let Some(list) = value.as_array() else { return self.wrong_type(key, value, span, "a list of texts") };
        let mut texts = Vec::new();
        for item in list {
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.to_owned(), Span::new(self.file, item.span()))),
                None => {
                    self.wrong_type::<()>(key, item.get_ref(), item.span(), "a list of texts");
                }
            }
        }
        Some(texts)
    }

    pub(super) fn unknown_value(&mut self, key: &str, written: &str, span: Span, known: &[&str]) {
        let message = format!("`{}` cannot be \"{written}\"", self.join(key));
        let complaint = Diagnostic::error(Code::UnknownValue, span, message)
            .did_you_mean(written, known.iter().copied())
            .hint(format!("it takes one of: {}", known.join(", ")));
        self.report.push(complaint);
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<(&'a DeValue<'i>, Range<usize>)> {
        self.known.push(key);
        let value: &Spanned<DeValue<'i>> = self.table?.get(key)?;
        let place = self.span(value.span());
        self.places.insert(self.join(key), place);
        Some((value.get_ref(), value.span()))
    }

    pub(super) fn wrong_type<T>(
        &mut self,
        key: &str,
        value: &DeValue<'_>,
        span: Range<usize>,
        wanted: &str,
    ) -> Option<T> {
        let found = match value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{}` takes {wanted}, not {found}", self.join(key));
        self.report
            .push(Diagnostic::error(Code::WrongType, self.span(span), message).hint(example(key, wanted, value)));
        None
    }

    pub(super) fn finish(self) {
        let Some(table) = self.table else { return };
        for key in table.keys() {
            let name = key.get_ref();
            if !self.known.contains(&name.as_ref()) {
                let message = format!("there is no setting `{}`", self.join(name));
                let span = Span::new(self.file, key.span());
                let complaint = Diagnostic::error(Code::UnknownSetting, span, message)
                    .did_you_mean(name, self.known.iter().copied());
                let complaint = match home_of(name).filter(|home| *home != self.path) {
                    Some("") => complaint.hint("it stands at the top of the file, above the first `[…]`"),
                    Some(home) => complaint.hint(format!("it stands under `[{home}]`")),
                    None => complaint,
                };
                let mut known = self.known.clone();
                known.sort_unstable();
                known.dedup();
                self.report.push(complaint.hint(format!("known here: {}", known.join(", "))));
            }
        }
    }

    /// Remembers where something stands that is no key of its own.
    pub(super) fn note_place(&mut self, name: &str, place: Span) {
        self.places.insert(self.join(name), place);
    }

    /// Whether the key is there, whatever it says.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.is_some_and(|table| table.get(name).is_some())
    }

    /// A key that nobody has asked for and that is nearly this one.
    pub(super) fn is_misspelt(&self, name: &str) -> bool {
        let keys = self.table.into_iter().flat_map(DeTable::keys).map(Spanned::get_ref);
        keys.filter(|key| **key != name && !self.known.contains(&key.as_ref()))
            .any(|key| nearest(key, [name]).is_some())
    }

    /// The table under a key that takes none.
    pub(super) fn is_table(&self, name: &str) -> bool {
        self.table.and_then(|table| table.get(name)).is_some_and(|value| value.get_ref().as_table().is_some())
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn join(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// How a setting that takes something else is written.
fn example(key: &str, wanted: &str, value: &DeValue<'_>) -> String {
    let digits = value.as_str().map(|text| text.trim_matches(|letter: char| !letter.is_ascii_digit()));
    match wanted {
        "a number" => match digits.filter(|digits| digits.parse::<f64>().is_ok()) {
            Some(digits) => format!("write {digits}, without quotes"),
            None => "write it in digits, without quotes".to_owned(),
        },
        "true or false" => format!("write {key} = true or {key} = false, without quotes"),
        "a date" => format!("write {key} = 2025-06-02, without quotes"),
        "a list of texts" => format!("write {key} = [\"…\", \"…\"]"),
        "a table" => format!("write `[{key}]` on a line of its own, and its settings below"),
        "a text in quotes" if value.as_table().is_some() => format!("there is a table `{key}s`"),
        "a text in quotes" => format!("write {key} = \"…\""),
        _ => format!("write {wanted}"),
    }
}

/// Where a setting belongs that stands elsewhere: the name of its table, empty for the top of the
/// file.
fn home_of(name: &str) -> Option<&'static str> {
    const HOMES: [(&str, &[&str]); 6] = [
        ("", &["language", "base_url", "theme", "output", "edition", "as_of", "search", "highlight"]),
        (
            "engagement",
            &[
                "client",
                "consultancy",
                "start",
                "end",
                "purpose",
                "sponsor",
                "outcome",
                "motto",
                "currency",
                "tolerances",
                "hypercare_until",
                "value_before",
                "value_after",
            ],
        ),
        ("engagement.tolerances", &["schedule_pct", "cost_pct"]),
        ("brand", &["accent", "logo"]),
        ("book", &["formats", "paper", "exclude", "chapters", "max_pages"]),
        ("check", &["links", "registers", "gate"]),
    ];
    HOMES.iter().find(|(_, names)| names.contains(&name)).map(|(home, _)| *home)
}
