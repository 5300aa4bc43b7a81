use super::table::Table;
use super::value::Value;
use std::fmt::Write as _;

/// A table as RFC 4180 has it: CRLF, fields in quotes where they need them.
pub(super) fn file(table: &Table) -> Vec<u8> {
    let mut file = String::new();
    record(&mut file, table.columns.iter().map(|name| name.replace('.', "_")));
    for row in &table.rows {
        record(&mut file, row.iter().map(cell));
    }
    file.into_bytes()
}

fn record(file: &mut String, fields: impl Iterator<Item = String>) {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            file.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) {
            file.push('"');
            file.push_str(&field.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(&field);
        }
    }
    file.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    let text = flat(value);
    // A spreadsheet takes a text that begins so for a formula; a number is none.
    let is_text = !matches!(value, Value::Integer(_) | Value::Number(_));
    if is_text && text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

/// A value in one text: lists joined by `; `, objects as `name: value, name: value`.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => two_decimals(*number).to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(values) => values.iter().map(flat).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let mut text = String::new();
            for (name, value) in fields.iter().filter(|(_, value)| *value != Value::Null) {
                let gap = if text.is_empty() { "" } else { ", " };
                write!(text, "{gap}{name}: {}", flat(value)).expect("writing to a String cannot fail");
            }
            text
        }
    }
}

/// The number to two decimals; `Display` leaves out those that are zero.
pub(super) fn two_decimals(number: f64) -> f64 {
    // Adding zero turns a negative zero into an ordinary one.
    (number * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::{cell, file};
    use crate::render::data::table::Table;
    use crate::render::data::value::Value;

    #[test]
    fn what_a_spreadsheet_would_compute_is_made_harmless() {
        for text in ["=1+1", "+49 30", "-x", "@SUM(A1)", "\t=1"] {
            assert_eq!(cell(&Value::text(text)), format!("'{text}"));
        }
        assert_eq!(cell(&Value::List(vec![Value::text("=1"), Value::text("b")])), "'=1; b");
        assert_eq!(cell(&Value::Integer(-3)), "-3", "a number is no formula");
        assert_eq!(cell(&Value::Number(-2.504)), "-2.5");
    }

    #[test]
    fn fields_with_commas_quotes_and_line_ends_are_quoted() {
        let table = Table {
            columns: vec!["id", "planned.start"],
            rows: vec![vec![Value::text("a,\"b\"\nc"), Value::Null], vec![Value::Flag(true), Value::Number(4.0)]],
        };
        let text = String::from_utf8(file(&table)).unwrap();
        assert_eq!(text, "id,planned_start\r\n\"a,\"\"b\"\"\nc\",\r\ntrue,4\r\n");
    }
}
