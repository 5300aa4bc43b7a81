//! The pages of the site.
//!
//! In: a [`Publication`](super::Publication), the words and the theme. Out: pages that work from a
//! domain's root, a sub-path and by double-click.
//!
//! *Invariant:* every address is made by [`route`], so that a link to a page that is not there
//! cannot be written.

pub mod address;
pub mod escape;
pub mod image;
pub mod prose;
pub mod route;
