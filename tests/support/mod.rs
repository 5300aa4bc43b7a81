//! What tests are written with.

mod links;
mod needs;
mod site;

pub(crate) use links::dead_links;
pub(crate) use needs::{corpora, needing, tool};
pub(crate) use site::{Built, Site};
