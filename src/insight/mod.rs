//! The derived facts: computed, never asked for.
//!
//! In: one edition. Out: [`Insights`], everything that is counted, summed or concluded.
//!
//! *Invariant:* an [`Edition`] is the only source, so a withheld record cannot be seen through a number.

use crate::edition::Edition;

/// All derived facts of an edition.
#[derive(Debug, Clone, Default)]
pub struct Insights {}

/// Derives them.
pub fn derive(_edition: &Edition) -> Insights {
    Insights {}
}
