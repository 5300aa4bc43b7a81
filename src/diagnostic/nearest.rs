/// The known name that was probably meant, where one is near enough.
///
/// Nearness is Damerau-Levenshtein distance without regard to case: up to a third of the written
/// length, at least one and at most four changes.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let length = written.chars().count();
    let allowed = (length / 3).clamp(1, 4);
    known
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        .map(|name| (strsim::damerau_levenshtein(&written, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
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
