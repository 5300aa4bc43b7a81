use crate::model::{Amount, EntryId, Level, LooseReference, Party, Prose, Vocabulary};
use crate::render::plain;
use jiff::civil::Date;

/// What stands in one field of a data file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Not known.
    Null,
    /// Words, an id or a date.
    Text(String),
    /// A number of things.
    Integer(i64),
    /// A measure, to two decimals.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Several.
    List(Vec<Value>),
    /// Something with fields of its own.
    Object(Vec<(String, Value)>),
}

impl Value {
    pub(super) fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    pub(super) fn object<const N: usize>(fields: [(&str, Self); N]) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    pub(super) fn ids<'a>(ids: impl IntoIterator<Item = &'a EntryId>) -> Self {
        Self::List(ids.into_iter().map(Self::from).collect())
    }

    /// The value of a field whose name is in the singular and that may be several all the same.
    pub(super) fn one_or_more(ids: &[EntryId]) -> Self {
        match ids {
            [] => Self::Null,
            [id] => id.into(),
            several => Self::ids(several),
        }
    }

    pub(super) fn word(word: Option<impl Vocabulary>) -> Self {
        word.map_or(Self::Null, |word| Self::text(word.as_str()))
    }

    pub(super) fn list<'a, T>(items: &'a [T], value: impl Fn(&'a T) -> Self) -> Self {
        Self::List(items.iter().map(value).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<&EntryId> for Value {
    fn from(id: &EntryId) -> Self {
        Self::text(&*id.slug)
    }
}

impl From<&String> for Value {
    fn from(words: &String) -> Self {
        Self::text(words)
    }
}

impl From<&Vec<String>> for Value {
    fn from(words: &Vec<String>) -> Self {
        Self::list(words, Self::from)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Level> for Value {
    fn from(level: Level) -> Self {
        level.number().into()
    }
}

impl From<Amount> for Value {
    fn from(amount: Amount) -> Self {
        if amount.hundredths() % 100 == 0 {
            Self::Integer(amount.hundredths() / 100)
        } else {
            Self::Number(amount.units())
        }
    }
}

impl From<&Prose<EntryId>> for Value {
    fn from(prose: &Prose<EntryId>) -> Self {
        let text = plain::text(prose);
        if text.is_empty() { Self::Null } else { Self::Text(text) }
    }
}

impl From<&LooseReference<EntryId>> for Value {
    fn from(reference: &LooseReference<EntryId>) -> Self {
        match reference {
            LooseReference::Record(id) => id.into(),
            LooseReference::Text(prose) => prose.into(),
        }
    }
}

impl From<&Party<EntryId>> for Value {
    fn from(party: &Party<EntryId>) -> Self {
        match party {
            Party::Record(id) => id.into(),
            Party::Role(role) => Self::text(role.as_str()),
        }
    }
}
