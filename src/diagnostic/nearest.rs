/// The known name that was probably meant, where one is near enough.
///
/// Nearness is Damerau-Levenshtein distance without regard to case: up to a third of the written
/// length, at least one and at most four changes. A single letter is near to none.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let length = lower.chars().count();
    // One letter is near to every other.
    let allowed = if length < 2 { 0 } else { (length / 3).clamp(1, 4) };
    let wanted = signs(&lower);
    known
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        // A change takes one sign away and brings another, so that most names are seen to be far
        // without measuring how far.
        .filter(|name| (signs(name) ^ wanted).count_ones() as usize <= 2 * allowed)
        .map(|name| (strsim::damerau_levenshtein(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        // Of two that differ in letter case alone, the one in the case that was written.
        .min_by_key(|(distance, name)| (*distance, strsim::damerau_levenshtein(written, name), *name))
        .map(|(_, name)| name)
}

/// The signs that a text consists of, whatever their case and order: one bit for some of them.
fn signs(text: &str) -> u64 {
    text.chars().flat_map(char::to_lowercase).fold(0, |signs, sign| signs | 1 << (u32::from(sign) % 64))
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
