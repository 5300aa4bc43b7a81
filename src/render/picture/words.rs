use jiff::civil::Date;

/// The site's own words, in its language.
pub trait Words {
    /// The words of that key, with the arguments in their places.
    fn say(&self, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String;

    /// A date as its readers write it.
    fn date(&self, date: Date) -> String;

    /// A number as its readers write it, with at most two decimals.
    fn number(&self, number: f64) -> String;
}

/// What is put into words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// A name or a title.
    Text(&'a str),
    /// A number, which may choose between singular and plural.
    Number(f64),
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Argument<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
