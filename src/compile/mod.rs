//! All stages in their order, on one page.

use jiff::civil::Date;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The edition's name; site.toml's own where none is named.
    pub edition: Option<String>,
    /// What counts as today.
    pub today: Date,
}
