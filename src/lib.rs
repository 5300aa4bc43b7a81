//! Leavebehind turns the notes of a consulting engagement into what the client keeps.
//!
//! # Steps
//!
//! 1. [`source`]: an immutable snapshot of every file of a site folder.
//! 2. [`config`]: site.toml, checked.
//! 3. [`content`]: notes and registers as records, as their authors wrote them.
//! 4. [`graph`]: every reference resolved, or complained of.
//! 5. [`edition`]: what one audience may see, and nothing else.
//! 6. [`insight`]: the derived facts of that edition.
//! 7. [`render`]: site, book, search, data files and feeds.
//! 8. [`proof`]: a second reading of the sources, held against everything that would be written.
//! 9. [`output`]: the finished tree, published as a whole or not at all.
//!
//! [`compile`] alone knows this order. [`model`] is the vocabulary, [`diagnostic`] is what there is to
//! say, [`author`] writes sources for those who carry on; [`cli`] and [`preview`] are the doors.

pub mod author;
pub mod cli;
pub mod compile;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod edition;
pub mod graph;
pub mod insight;
pub mod model;
pub mod output;
pub mod preview;
pub mod proof;
pub mod render;
pub mod source;
