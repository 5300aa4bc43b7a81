//! The words after a fence: a language, or a picture to be drawn.

/// What stands behind a fence.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// Code, in a language where one is named.
    Code(Option<String>),
    /// `view skills-matrix project=billing`: a picture with its keys and values.
    View { name: String, arguments: Vec<(String, String)> },
}

impl Fence {
    /// Reads the words after a fence.
    pub(super) fn of(info: &str) -> Self {
        let info = info.trim();
        let (first, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        if first == "view" {
            let mut words = words(rest).into_iter();
            let name = words.next().map(|(key, _)| key).unwrap_or_default();
            return Self::View {
                name,
                arguments: words.map(|(key, value)| (key, value.unwrap_or_default())).collect(),
            };
        }
        Self::Code(language(info))
    }
}

/// The language's name: `rust`, `rust,ignore`, `{.rust}` and `rust {numbers}` all say rust.
fn language(info: &str) -> Option<String> {
    let name = info.trim_start_matches(['{', '.', ' ']);
    let name = name.split([' ', '\t', ',', '{', '}', ';']).next().unwrap_or_default();
    (!name.is_empty()).then(|| name.to_lowercase())
}

/// Words parted by white space, each perhaps with `=` and a value, which may be quoted.
fn words(written: &str) -> Vec<(String, Option<String>)> {
    let mut words = Vec::new();
    let mut rest = written.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|character: char| character == '=' || character.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let value = rest.strip_prefix('=').map(|value| {
            let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
            let (value, after) = match quote.and_then(|quote| value[1..].split_once(quote)) {
                Some(parts) => parts,
                None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            };
            rest = after;
            value.to_owned()
        });
        words.push((key, value));
        rest = rest.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Fence;

    #[test]
    fn a_view_has_a_name_and_arguments() {
        let arguments = vec![
            ("project".into(), "billing".into()),
            ("title".into(), "All of it".into()),
            ("plain".into(), String::new()),
        ];
        let fence = Fence::of("view skills-matrix project=billing  title=\"All of it\" plain");
        assert_eq!(fence, Fence::View { name: "skills-matrix".into(), arguments });
        assert_eq!(Fence::of("view"), Fence::View { name: String::new(), arguments: Vec::new() });
    }

    #[test]
    fn a_language_is_the_first_word() {
        for info in ["Rust", "rust,ignore", "{.rust}", "rust {numbers}", "rust title=\"view x\""] {
            assert_eq!(Fence::of(info), Fence::Code(Some("rust".into())), "{info}");
        }
        assert_eq!(Fence::of("  "), Fence::Code(None));
    }
}
