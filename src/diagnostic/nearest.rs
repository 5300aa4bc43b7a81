/// The known name that was probably meant, where one is near enough.
///
/// Nearness is Damerau-Levenshtein distance without regard to case: up to a third of the written
/// length, at least one and at most four changes. A single letter is near to none.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let length = lower.chars().count();
    // One letter is near to every other.
    let allowed = if length < 2 { 0 } else { (length / 3).clamp(1, 4) };
    let wanted = Signs::of(&lower);
    known
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        // A change takes one sign away and brings another, so that most names are seen to be far
        // without measuring how far.
        .filter(|name| wanted.differ_by(name) <= 2 * allowed)
        .map(|name| (strsim::damerau_levenshtein(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        // Of two that differ in letter case alone, the one in the case that was written.
        .min_by_key(|(distance, name)| (*distance, strsim::damerau_levenshtein(written, name), *name))
        .map(|(_, name)| name)
}

/// How many of each sign a text has, whatever their case and order; some share a place.
struct Signs([i8; 64]);

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self([0; 64]);
        signs.count(text, 1);
        signs
    }

    fn count(&mut self, text: &str, by: i8) {
        for sign in text.chars().flat_map(char::to_lowercase) {
            let count = &mut self.0[u32::from(sign) as usize % 64];
            *count = count.wrapping_add(by);
        }
    }

    /// By how many signs another text differs, at least.
    fn differ_by(&self, text: &str) -> usize {
        let mut signs = Self(self.0);
        signs.count(text, -1);
        signs.0.iter().map(|count| usize::from(count.unsigned_abs())).sum()
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
