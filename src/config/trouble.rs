//! What is wrong with a file that is no TOML, said for those who do not know TOML.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::date;
use crate::source::{SourcePath, Span};
use std::ops::Range;
use toml::de::Error;

/// Complains of each line that cannot be read, once: what the parser says of the rest of a line
/// follows from its beginning.
pub(super) fn explain(text: &str, file: &SourcePath, errors: &[Error], report: &mut Report) {
    let mut last = None;
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let start = range.start.min(text.len());
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        if last == Some(line_start) {
            continue;
        }
        last = Some(line_start);
        let line = text[line_start..].split('\n').next().unwrap_or_default();
        let complaint = match bare_value(line) {
            Some(value) if line_start + value.start <= start => {
                let written = line[value.clone()].to_owned();
                let place = Span::new(file, line_start + value.start..line_start + value.end);
                bare(&written, place)
            }
            _ => Diagnostic::error(Code::InvalidToml, Span::new(file, range), error.message().trim().to_owned())
                .hint("site.toml is TOML: a text stands in double quotes, a date without, a list in brackets"),
        };
        report.push(complaint);
    }
}

/// A value that stands in no quotes and is neither number nor truth: what people write who know
/// YAML.
fn bare_value(line: &str) -> Option<Range<usize>> {
    let equals = line.find('=')?;
    let behind = &line[equals + 1..];
    let value = behind.split('#').next().unwrap_or_default();
    let start = equals + 1 + value.len() - value.trim_start().len();
    let value = value.trim();
    let begins = value.starts_with(|letter: char| letter.is_alphanumeric());
    (begins && !value.contains(['"', '\'', '[', '{'])).then_some(start..start + value.len())
}

fn bare(written: &str, place: Span) -> Diagnostic {
    if written.starts_with(|letter: char| letter.is_ascii_digit()) && written.contains(['.', '/', '-']) {
        let advice = date::date(written).err().unwrap_or_else(|| "dates are written without quotes".to_owned());
        return Diagnostic::error(Code::InvalidToml, place, format!("\"{written}\" is neither a date nor a number"))
            .hint(advice)
            .hint("a date stands without quotes, a text in double quotes");
    }
    Diagnostic::error(Code::InvalidToml, place, "a text must stand in double quotes")
        .hint(format!("write \"{written}\""))
}
