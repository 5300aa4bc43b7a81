//! What is planted: words that are nowhere else.

/// The two kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One word that nothing changes.
    Canary,
    /// As people are called: spaces, an umlaut, capitals. Slugs, escapes, Unicode forms and letter
    /// case change these alone.
    Natural,
}

impl Kind {
    pub(super) const ALL: [Self; 2] = [Self::Canary, Self::Natural];

    /// The token of a place; those in public places are from 900.
    pub(super) fn token(self, place: u32) -> String {
        let code = code(place);
        match self {
            Self::Canary => format!("canary-{place}-{code}"),
            Self::Natural if place >= 900 => format!("Amsel Köln {}", code.to_uppercase()),
            Self::Natural => format!("Falke Zürich {}", code.to_uppercase()),
        }
    }

    /// Replaces `T(8)` by the token of that place.
    pub(super) fn planted(self, text: &str) -> String {
        let mut planted = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("T(") {
            let (number, after) = after.split_once(')').expect("a place ends with a bracket");
            planted.push_str(before);
            planted.push_str(&self.token(number.parse().expect("a place is a number")));
            rest = after;
        }
        planted + rest
    }
}

/// The end of both kinds: no two places share it, and it survives slugs, escapes and letter case.
pub(super) fn code(place: u32) -> String {
    format!("x{:08x}q", place.wrapping_mul(0x9E37_79B1) ^ 0x5bd1_e995)
}
