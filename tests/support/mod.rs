//! What tests are written with.

mod difference;
mod links;
mod needs;
mod picture;
mod preview;
mod site;

pub(crate) use difference::difference;
pub(crate) use links::dead_links;
pub(crate) use needs::{corpora, needing, tool};
pub(crate) use picture::{png, zlib};
pub(crate) use preview::{Preview, line_with};
pub(crate) use site::{Built, Site};
