use super::UrlOf;
use super::value::Value;
use crate::edition::Edition;
use crate::insight::Insights;
use crate::model::{Entry, EntryId, RatingDetail};

/// What the columns are computed from.
pub(super) struct Facts<'a> {
    pub(super) edition: &'a Edition,
    pub(super) insights: &'a Insights,
    pub(super) url_of: &'a UrlOf<'a>,
}

/// A register as rows of values.
#[derive(Debug)]
pub(super) struct Table {
    /// The names of the columns; a dot parts a field from the record it is nested in.
    pub(super) columns: Vec<&'static str>,
    /// As many values a row as there are columns.
    pub(super) rows: Vec<Vec<Value>>,
}

/// One column of a register whose rows are `T`.
pub(super) struct Column<T> {
    name: &'static str,
    secrecy: Secrecy,
    value: fn(&Facts<'_>, &T) -> Value,
}

/// What an edition has to show for a column to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secrecy {
    Open,
    Money,
    Ratings,
    NamedRatings,
    Drafts,
}

/// A row of a register of records.
pub(super) struct Row<'a, R> {
    pub(super) entry: &'a Entry<EntryId>,
    pub(super) record: &'a R,
}

impl<T> Column<T> {
    /// A column that every edition has.
    pub(super) fn new(name: &'static str, value: fn(&Facts<'_>, &T) -> Value) -> Self {
        Self { name, secrecy: Secrecy::Open, value }
    }

    /// A column that is only there where money is shown.
    pub(super) fn money(name: &'static str, value: fn(&Facts<'_>, &T) -> Value) -> Self {
        Self { name, secrecy: Secrecy::Money, value }
    }

    /// A column that is only there where ratings are shown, be it as sums.
    pub(super) fn ratings(name: &'static str, value: fn(&Facts<'_>, &T) -> Value) -> Self {
        Self { name, secrecy: Secrecy::Ratings, value }
    }

    /// A column that is only there where the ratings of named people are shown.
    pub(super) fn named_ratings(name: &'static str, value: fn(&Facts<'_>, &T) -> Value) -> Self {
        Self { name, secrecy: Secrecy::NamedRatings, value }
    }

    /// A column that is only there where drafts are shown.
    fn drafts(name: &'static str, value: fn(&Facts<'_>, &T) -> Value) -> Self {
        Self { name, secrecy: Secrecy::Drafts, value }
    }
}

impl Facts<'_> {
    fn shows(&self, secrecy: Secrecy) -> bool {
        match secrecy {
            Secrecy::Open => true,
            Secrecy::Money => self.edition.shows_money(),
            Secrecy::Ratings => self.edition.ratings() != RatingDetail::Hidden,
            Secrecy::NamedRatings => self.edition.ratings() == RatingDetail::Person,
            Secrecy::Drafts => self.edition.is_for_the_consultancy(),
        }
    }

    /// A table of those columns that the edition shows.
    pub(super) fn table<T>(&self, columns: Vec<Column<T>>, rows: impl Iterator<Item = T>) -> Table {
        let columns: Vec<_> = columns.into_iter().filter(|column| self.shows(column.secrecy)).collect();
        Table {
            rows: rows.map(|row| columns.iter().map(|column| (column.value)(self, &row)).collect()).collect(),
            columns: columns.into_iter().map(|column| column.name).collect(),
        }
    }

    /// A table of records: id, name, address, the given columns, tags.
    pub(super) fn register<'a, R: 'a>(
        &self,
        name: &'static str,
        own: Vec<Column<Row<'a, R>>>,
        records: impl Iterator<Item = (&'a Entry<EntryId>, &'a R)>,
    ) -> Table {
        let mut columns = vec![
            Column::new("id", |_, row: &Row<'a, R>| (&row.entry.id).into()),
            Column::new(name, |_, row| (&row.entry.title).into()),
            Column::new("url", |facts, row| Value::Text((facts.url_of)(&row.entry.id))),
        ];
        columns.extend(own);
        columns.push(Column::new("tags", |_, row| (&row.entry.tags).into()));
        columns.push(Column::drafts("draft", |_, row| row.entry.draft.into()));
        self.table(columns, records.map(|(entry, record)| Row { entry, record }))
    }
}
