//! Dates, numbers, sums and durations in the reader's form.

use super::{Language, Value, Words};
use crate::model::Amount;
use fluent_bundle::FluentValue;
use jiff::civil::{Date, Time};

/// How a number in a sentence is written: grouped as the language does it.
pub(super) fn number_in_sentence<M, const GROUPING: char>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(number.value, 2, GROUPING)),
        _ => None,
    }
}

impl Words {
    /// A day: "29 May 2026".
    pub fn date(&self, date: Date) -> String {
        self.say_with(
            "date",
            &[
                ("day", Value::Text(&date.day().to_string())),
                ("month", Value::Text(&self.month_name(date.month()))),
                ("month-number", Value::Text(&date.month().to_string())),
                ("year", Value::Text(&date.year().to_string())),
                // French alone counts the first of a month otherwise.
                ("first", Value::Text(if date.day() == 1 { "yes" } else { "no" })),
            ],
        )
    }

    /// A day with the month's short name: "29 May 26" is never written, the year stays whole.
    pub fn short_date(&self, date: Date) -> String {
        self.say_with(
            "date-short",
            &[
                ("day", Value::Text(&date.day().to_string())),
                ("month", Value::Text(&self.month_abbreviation(date.month()))),
                ("month-number", Value::Text(&date.month().to_string())),
                ("year", Value::Text(&date.year().to_string())),
                ("first", Value::Text(if date.day() == 1 { "yes" } else { "no" })),
            ],
        )
    }

    /// A month of a year: "May 2026".
    pub fn month(&self, year: i16, month: i8) -> String {
        self.say_with(
            "date-month",
            &[
                ("month", Value::Text(&self.month_name(month))),
                ("month-number", Value::Text(&month.to_string())),
                ("year", Value::Text(&year.to_string())),
            ],
        )
    }

    /// The name of a month, 1 to 12.
    pub fn month_name(&self, month: i8) -> String {
        self.say(&format!("month-{month}")).into_owned()
    }

    /// The short name of a month, 1 to 12.
    pub fn month_abbreviation(&self, month: i8) -> String {
        self.say(&format!("month-short-{month}")).into_owned()
    }

    /// From one day to another; only as much as is known.
    pub fn period(&self, start: Option<Date>, end: Option<Date>) -> String {
        match (start, end) {
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(start), Some(end)) => self.say_with(
                "date-range",
                &[("start", Value::Text(&self.date(start))), ("end", Value::Text(&self.date(end)))],
            ),
            (Some(start), None) => self.say_with("date-from", &[("start", Value::Text(&self.date(start)))]),
            (None, Some(end)) => self.say_with("date-until", &[("end", Value::Text(&self.date(end)))]),
            (None, None) => self.say("not-recorded").into_owned(),
        }
    }

    /// A time of day: "09:30".
    pub fn time(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// So many hours, from minutes: "1 hour", "2.5 hours".
    pub fn hours(&self, minutes: u64) -> String {
        let hours = minutes as f64 / 60.0;
        let number = self.decimal(hours, 1);
        self.say_with("hours", &[("count", Value::Number(hours)), ("number", Value::Text(&number))])
    }

    /// How long something took, in minutes: "1 h 30 min".
    pub fn duration(&self, minutes: u32) -> String {
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let hours_text = self.whole(i64::from(hours));
        let minutes_text = minutes.to_string();
        let values = [("hours", Value::Text(&hours_text)), ("minutes", Value::Text(&minutes_text))];
        match (hours, minutes) {
            (0, _) => self.say_with("duration-minutes", &values[1..]),
            (_, 0) => self.say_with("duration-hours", &values[..1]),
            _ => self.say_with("duration-hours-minutes", &values),
        }
    }

    /// A whole number with its thousands parted: "41,200".
    pub fn whole(&self, number: i64) -> String {
        grouped(&number.to_string(), self.language().grouping())
    }

    /// A number with at most so many digits after the point; zeros at its end are left out.
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        written(number, digits, self.language().grouping())
    }

    /// A share in percent with at most one digit after the point: "12.5%".
    pub fn percent(&self, percent: f64) -> String {
        self.say_with("percent", &[("number", Value::Text(&self.deviation(percent)))])
    }

    /// A number with at most one digit after the point, or as many as it takes to tell it from 0.
    pub fn deviation(&self, number: f64) -> String {
        let digits = (1..=MOST_DIGITS).find(|digits| number.abs() >= 0.5 * 0.1_f64.powi(*digits as i32));
        self.decimal(number, digits.unwrap_or(1))
    }

    /// A difference with its sign: "+3", "−12", "0".
    pub fn signed(&self, difference: i64) -> String {
        if difference > 0 { format!("+{}", self.whole(difference)) } else { self.whole(difference) }
    }

    /// A sum of money with its currency where that is known: "€910,000".
    pub fn money(&self, amount: Amount, currency: Option<&str>) -> String {
        let hundredths = amount.hundredths();
        let sign = if hundredths < 0 { "\u{2212}" } else { "" };
        let units = grouped(&(hundredths.unsigned_abs() / 100).to_string(), self.language().grouping());
        let number = match hundredths.unsigned_abs() % 100 {
            0 => units,
            rest => format!("{units}{}{rest:02}", decimal_mark(self.language().grouping())),
        };
        let Some(currency) = currency else { return format!("{sign}{number}") };
        let symbol = match currency {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            "JPY" => "¥",
            other => other,
        };
        match self.language() {
            Language::English | Language::Japanese if symbol == currency => format!("{symbol}\u{a0}{sign}{number}"),
            Language::English | Language::Japanese => format!("{sign}{symbol}{number}"),
            Language::German | Language::French | Language::Spanish => format!("{sign}{number}\u{a0}{symbol}"),
        }
    }

    /// Several things in one phrase: "a, b and c".
    pub fn list<T: AsRef<str>>(&self, things: &[T]) -> String {
        match things {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let comma = self.say("list-comma");
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                // Spanish says "e" before the sound of "i".
                let lower = last.as_ref().to_lowercase();
                let before_i = (lower.starts_with('i') || lower.starts_with("hi")) && !lower.starts_with("hie");
                self.say_with(
                    "list-and",
                    &[
                        ("first", Value::Text(&first.join(&comma))),
                        ("last", Value::Text(last.as_ref())),
                        ("sound", Value::Text(if before_i { "i" } else { "other" })),
                    ],
                )
            }
        }
    }
}

/// What is smaller than these digits can show is no deviation.
const MOST_DIGITS: usize = 6;

fn written(number: f64, digits: usize, grouping: char) -> String {
    let text = format!("{number:.digits$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole = grouped(if fraction.is_empty() && whole == "-0" { "0" } else { whole }, grouping);
    if fraction.is_empty() { whole } else { format!("{whole}{}{fraction}", decimal_mark(grouping)) }
}

/// What stands before tenths, by what stands between thousands.
fn decimal_mark(grouping: char) -> char {
    if grouping == ',' { '.' } else { ',' }
}

/// A whole number in digits with its thousands parted. Numbers of four digits are parted too, so
/// that columns stand well.
fn grouped(digits: &str, mark: char) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("\u{2212}", rest));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
