//! Values of YAML, and how they are written.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// A key that says nothing.
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with a fraction.
    Fraction(f64),
    /// True or false.
    Switch(bool),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in its order.
    Map(Map),
}

/// A mapping whose keys stand in the order in which they were added.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Map(Vec<(String, Value)>);

impl Map {
    /// Adds a key, where there is something to say.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Option<Value>>) {
        if let Some(value) = value.into() {
            self.0.push((key.to_owned(), value));
        }
    }

    /// Adds a text, where there is one.
    pub(super) fn text(&mut self, key: &str, text: Option<&str>) {
        self.put(key, text.filter(|text| !text.trim().is_empty()).map(|text| Value::Text(text.to_owned())));
    }

    /// Adds a list, where there is something in it.
    pub(super) fn list(&mut self, key: &str, values: Vec<Value>) {
        self.put(key, (!values.is_empty()).then_some(Value::List(values)));
    }

    /// Adds a mapping, where there is something in it.
    pub(super) fn map(&mut self, key: &str, map: Self) {
        self.put(key, (!map.0.is_empty()).then_some(Value::Map(map)));
    }

    /// The mapping at a path such as `participants[1]`; a text on the way becomes a mapping that
    /// holds it.
    pub(super) fn at(&mut self, path: &str) -> Option<&mut Self> {
        let mut map = self;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            let (name, indices) = step.split_once('[').map_or((step, ""), |(name, rest)| (name, rest));
            let mut value = map.0.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)?;
            for index in indices.split('[').filter(|index| !index.is_empty()) {
                let index: usize = index.trim_end_matches(']').parse().ok()?;
                let Value::List(items) = value else { return None };
                value = items.get_mut(index)?;
            }
            if let Value::Text(text) = value {
                let key = if name == "participants" { "person" } else { "text" };
                *value = Value::Map(Self(vec![(key.to_owned(), Value::Text(std::mem::take(text)))]));
            }
            let Value::Map(inner) = value else { return None };
            map = inner;
        }
        Some(map)
    }

    /// The same mapping without a key.
    pub(super) fn without(mut self, key: &str) -> Self {
        self.0.retain(|(known, _)| known != key);
        self
    }
}

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Fraction(number) => serializer.serialize_f64(*number),
            Self::Switch(switch) => serializer.serialize_bool(*switch),
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Map(map) => map.serialize(serializer),
        }
    }
}

/// The value as a YAML document, ending in a line end.
pub(super) fn document(value: &Value) -> String {
    let text = serde_yaml::to_string(value).expect("values of texts, numbers, lists and mappings have a YAML form");
    if text.ends_with('\n') { text } else { format!("{text}\n") }
}
