/// The known name that was probably meant, where one is near enough.
///
/// Nearness is Damerau-Levenshtein distance without regard to case: up to a third of the written
/// length, at least one and at most four changes.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let length = written.chars().count();
    let allowed = (length / 3).clamp(1, 4);
    let wanted = signs(&written);
    known
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        // A change takes one sign away and brings another, so that most names are seen to be far
        // without measuring how far.
        .filter(|name| (signs(name) ^ wanted).count_ones() as usize <= 2 * allowed)
        .map(|name| (strsim::damerau_levenshtein(&written, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
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
    fn an_unlike_word_is_not_near() {
        assert_eq!(nearest("abc", ["xyz", "abcdefgh"]), None);
    }
}
