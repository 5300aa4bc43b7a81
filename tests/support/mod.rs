//! What tests are written with.

mod needs;
mod site;

pub(crate) use needs::{corpora, needing};
pub(crate) use site::{Built, Site};
