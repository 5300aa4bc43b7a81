//! Sums of money as people write them.

use crate::model::Amount;

/// A sum without a currency: `910000`, `12.50`. The error is advice.
pub(crate) fn amount(written: &str) -> Result<Amount, String> {
    match Amount::parse(written) {
        Some(amount) if amount.hundredths() < 0 => Err("a sum is not less than nothing".to_owned()),
        Some(amount) => Ok(amount),
        None => Err(advice(written)),
    }
}

fn advice(written: &str) -> String {
    let lower = written.trim().to_lowercase();
    // What `9.1e5` means only its author should say in digits.
    if lower.contains('e') && lower.parse::<f64>().is_ok() {
        return "write the bare number, with all of its digits".to_owned();
    }
    let number: String =
        lower.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',')).collect();
    let currency = lower.chars().any(|letter| !letter.is_ascii() || matches!(letter, '$'))
        || ["eur", "usd", "gbp", "chf", "jpy"].iter().any(|code| lower.contains(code));
    let tail = if currency { "; the currency stands under `currency`" } else { "" };
    let suffix = lower.trim_end_matches(|letter: char| !letter.is_ascii_alphabetic());
    let factor = match suffix.chars().rev().take_while(char::is_ascii_alphabetic).last() {
        Some('k') => 1_000.0,
        Some('m') => 1_000_000.0,
        _ => 1.0,
    };
    match plain(&number).map(|value| value * factor) {
        Some(value) if value.fract() == 0.0 => format!("write the bare number: {value}{tail}"),
        Some(value) => format!("write the bare number: {value:.2}{tail}"),
        None => format!("write a bare number: 910000{tail}"),
    }
}

/// The number with its grouping taken out: the last sign that one or two digits follow is the
/// decimal point.
fn plain(number: &str) -> Option<f64> {
    if !number.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let point = number.rfind(['.', ',']).filter(|at| (1..=2).contains(&(number.len() - at - 1)));
    let (whole, fraction) = point.map_or((number, ""), |at| (&number[..at], &number[at + 1..]));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{whole}.{fraction}0").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::amount;
    use crate::model::Amount;

    #[test]
    fn a_sum_in_words_gets_the_number_as_advice() {
        assert_eq!(amount("910000").map(Amount::hundredths), Ok(91_000_000));
        let cases = [
            ("910k", "910000"),
            ("€ 900", "900; the currency"),
            ("900,000", "900000"),
            ("1.2m", "1200000"),
            ("1'234.50 CHF", "1234.50; the currency"),
            ("EUR 1.234,50", "1234.50; the currency"),
            ("a lot", "a bare number"),
            ("9.1e5", "with all of its digits"),
            ("1E+6", "with all of its digits"),
            ("-5", "less than nothing"),
        ];
        for (written, advice) in cases {
            let found = amount(written).expect_err("it is no sum");
            assert!(found.contains(advice), "{written}: {found}");
        }
    }
}
