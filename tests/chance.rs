//! Chance, and the worlds in which what is made up by it stands.

/// What became of everything that is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum World {
    AsItIs,
    Otherwise,
    Twice,
    Gone,
}

impl World {
    /// The worlds beside the one as it is.
    pub(crate) const OTHERS: [Self; 3] = [Self::Otherwise, Self::Twice, Self::Gone];
}

/// Chance, the same for the same seed on every machine.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(977).wrapping_add(5))
    }

    /// A number from nought to one below.
    pub(crate) fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.next(times) == 0
    }

    pub(crate) fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.next(words.len())]
    }
}

/// Of which everything is said.
pub(crate) const WORDS: [&str; 16] = [
    "ledger", "tariff", "estimate", "weekly", "anchor", "signal", "paper", "harbour", "matrix", "stage", "window",
    "review", "letter", "margin", "bridge", "lantern",
];
