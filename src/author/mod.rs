//! What writes for the author.
//!
//! In: an edition. Out: sources that its readers can carry on with.
//!
//! *Invariant:* what is written here comes from an [`Edition`](crate::edition::Edition), so that
//! nothing withheld can be handed over.

pub mod export;
