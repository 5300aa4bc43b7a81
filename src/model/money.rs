//! Sums of money, and the codes of their currencies.

use std::fmt;

/// A sum of money in hundredths of its currency, so that sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount {
    hundredths: i64,
}

impl Amount {
    /// The sum of that many hundredths.
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self { hundredths }
    }

    /// The sum in hundredths.
    pub fn hundredths(self) -> i64 {
        self.hundredths
    }

    /// The sum in whole units, for shares and charts.
    pub fn units(self) -> f64 {
        self.hundredths as f64 / 100.0
    }

    /// Both sums together; at the largest number there is, it stays there.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { hundredths: self.hundredths.saturating_add(other.hundredths) }
    }

    /// A decimal number without grouping: `910000`, `12.5`, `-3`. `None` where it is not one.
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.trim().replace('_', "");
        let (sign, digits) = digits.strip_prefix('-').map_or((1, digits.as_str()), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(fraction) || fraction.len() > 2 {
            return None;
        }
        let fraction: i64 = format!("{fraction:0<2}").parse().ok()?;
        let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fraction)?;
        Some(Self { hundredths: sign * hundredths })
    }
}

impl fmt::Display for Amount {
    /// Without grouping: `910000`, `12.50`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let (whole, fraction) = (self.hundredths.unsigned_abs() / 100, self.hundredths.unsigned_abs() % 100);
        if fraction == 0 {
            write!(formatter, "{sign}{whole}")
        } else {
            write!(formatter, "{sign}{whole}.{fraction:02}")
        }
    }
}

/// The code of a currency, three letters (ISO 4217). The error is advice.
pub fn currency(written: &str) -> Result<String, String> {
    if written.len() == 3 && written.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Ok(written.to_uppercase());
    }
    Err(match written.to_lowercase().as_str() {
        "€" | "euro" | "euros" => "write EUR".to_owned(),
        "$" | "us$" | "dollar" | "dollars" => "write USD".to_owned(),
        "£" | "pound" | "pounds" => "write GBP".to_owned(),
        "¥" | "yen" => "write JPY".to_owned(),
        _ => "write its three letters (ISO 4217), as in EUR".to_owned(),
    })
}
