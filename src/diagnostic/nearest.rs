/// The known name that was probably meant, where one is near enough.
///
/// Nearness is Damerau-Levenshtein distance without regard to case: up to a third of the written
/// length, at least one and at most four changes. A single letter is near to none.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Wanted::of(written).nearest(known.into_iter().map(Known::of))
}

/// The known name of which the written one is a slip of the pen: one letter in five may be another,
/// and a word of fewer letters is meant as it is.
pub fn slip_of<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = Wanted::of(written);
    let allowed = wanted.length / 5;
    wanted.within(allowed, known.into_iter().map(Known::of))
}

/// Names that are held against many written ones.
#[derive(Debug)]
pub struct Names<'a>(Vec<Known<'a>>);

impl<'a> Names<'a> {
    /// The nearest of the names, as by [`nearest`].
    pub fn nearest(&self, written: &str) -> Option<&'a str> {
        Wanted::of(written).nearest(self.0.iter().copied())
    }
}

impl<'a> FromIterator<&'a str> for Names<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        Self(names.into_iter().map(Known::of).collect())
    }
}

/// A known name, and what is asked of it first.
#[derive(Debug, Clone, Copy)]
struct Known<'a> {
    name: &'a str,
    /// In characters.
    length: usize,
    signs: Signs,
}

impl<'a> Known<'a> {
    fn of(name: &'a str) -> Self {
        Self { name, length: name.chars().count(), signs: Signs::of(name) }
    }
}

/// What was written.
struct Wanted<'w> {
    written: &'w str,
    lower: String,
    /// In characters.
    length: usize,
    signs: Signs,
}

impl<'w> Wanted<'w> {
    fn of(written: &'w str) -> Self {
        let lower = written.to_lowercase();
        Self { written, length: lower.chars().count(), signs: Signs::of(&lower), lower }
    }

    fn nearest<'a>(&self, known: impl Iterator<Item = Known<'a>>) -> Option<&'a str> {
        // One letter is near to every other.
        let allowed = if self.length < 2 { 0 } else { (self.length / 3).clamp(1, 4) };
        self.within(allowed, known)
    }

    /// The nearest that is no more than so many changes away.
    fn within<'a>(&self, allowed: usize, known: impl Iterator<Item = Known<'a>>) -> Option<&'a str> {
        known
            .filter(|known| known.length.abs_diff(self.length) <= allowed)
            // A change takes one sign away and brings another, so that most names are seen to be far
            // without measuring how far.
            .filter(|known| self.signs.differ_by(&known.signs) <= 2 * allowed)
            .map(|Known { name, .. }| (strsim::damerau_levenshtein(&self.lower, &name.to_lowercase()), name))
            .filter(|(distance, _)| *distance <= allowed)
            // Of two that differ in letter case alone, the one in the case that was written.
            .min_by_key(|(distance, name)| (*distance, strsim::damerau_levenshtein(self.written, name), *name))
            .map(|(_, name)| name)
    }
}

/// The one known name of which the written one is the first word: `stays` of `stays_after_exit`.
pub fn continued<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let is_continued = |name: &&str| name.strip_prefix(written).is_some_and(|rest| rest.starts_with('_'));
    let mut found = known.into_iter().filter(is_continued);
    let first = found.next().filter(|_| written.len() >= SHORTEST_WORD)?;
    found.next().is_none().then_some(first)
}

/// Shorter words begin too many others.
const SHORTEST_WORD: usize = 4;

/// How many of each sign a text has, whatever their case and order; some share a place.
#[derive(Debug, Clone, Copy)]
struct Signs([u8; 64]);

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = [0_u8; 64];
        for sign in text.chars().flat_map(char::to_lowercase) {
            let count = &mut signs[u32::from(sign) as usize % 64];
            *count = count.wrapping_add(1);
        }
        Self(signs)
    }

    /// By how many signs another text differs, at least.
    fn differ_by(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(&other.0);
        let differences: u32 = pairs.map(|(one, other)| u32::from(one.abs_diff(*other))).sum();
        differences as usize
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_transposed_letter_is_near() {
        assert_eq!(nearest("lean-estimatign", ["lean-estimating", "late-vendors"]), Some("lean-estimating"));
    }

    #[test]
    fn letter_case_decides_between_equals() {
        assert_eq!(nearest("estimatng", ["Estimating", "estimating"]), Some("estimating"));
        assert_eq!(nearest("Estimatng", ["Estimating", "estimating"]), Some("Estimating"));
    }

    #[test]
    fn an_unlike_word_is_not_near() {
        assert_eq!(nearest("abc", ["xyz", "abcdefgh"]), None);
    }
}
