use super::csv::two_decimals;
use super::table::Table;
use super::value::Value;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

/// A table as an array of objects, one a line; a dot in a column's name makes a nested object.
pub(super) fn file(table: &Table) -> Vec<u8> {
    let mut file = b"[".to_vec();
    for (place, row) in table.rows.iter().enumerate() {
        file.extend_from_slice(if place > 0 { b",\n" } else { b"\n" });
        write(&mut file, &object(&table.columns, row));
    }
    file.extend_from_slice(b"\n]\n");
    file
}

/// One object as a file of its own.
pub(super) fn document(value: &Value) -> Vec<u8> {
    let mut file = serde_json::to_vec_pretty(value).expect("a value has only text keys");
    file.push(b'\n');
    file
}

fn write(file: &mut Vec<u8>, value: &Value) {
    serde_json::to_writer(file, value).expect("a value has only text keys, and memory takes all bytes");
}

fn object(columns: &[&'static str], row: &[Value]) -> Value {
    let mut fields: Vec<(String, Value)> = Vec::new();
    for (name, value) in columns.iter().zip(row) {
        let Some((outer, inner)) = name.split_once('.') else {
            fields.push(((*name).to_owned(), value.clone()));
            continue;
        };
        let inner = (inner.to_owned(), value.clone());
        match fields.last_mut() {
            Some((last, Value::Object(nested))) if last == outer => nested.push(inner),
            _ => fields.push((outer.to_owned(), Value::Object(vec![inner]))),
        }
    }
    Value::Object(fields)
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => {
                let number = two_decimals(*number);
                if number.fract() == 0.0 && number.abs() < 1e15 {
                    serializer.serialize_i64(number as i64)
                } else {
                    serializer.serialize_f64(number)
                }
            }
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::file;
    use crate::render::data::table::Table;
    use crate::render::data::value::Value;

    #[test]
    fn nested_fields_are_objects_and_keep_their_order() {
        let table = Table {
            columns: vec!["id", "planned.start", "planned.end", "on_time"],
            rows: vec![vec![Value::text("b"), Value::text("2026-01-01"), Value::Null, Value::Number(-25.0)]],
        };
        let text = String::from_utf8(file(&table)).unwrap();
        assert_eq!(text, "[\n{\"id\":\"b\",\"planned\":{\"start\":\"2026-01-01\",\"end\":null},\"on_time\":-25}\n]\n");
    }

    #[test]
    fn a_register_without_records_is_an_empty_array() {
        let text = String::from_utf8(file(&Table { columns: vec!["id"], rows: vec![] })).unwrap();
        assert_eq!(text, "[\n]\n");
    }
}
