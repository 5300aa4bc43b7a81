/// A language of the site's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English, as Britain writes it.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Japanese];

    /// The language of that tag, whatever its region.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// The tag that `lang` attributes take.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Japanese => "ja",
        }
    }

    /// The words, in Fluent.
    pub(super) fn dictionary(self) -> &'static str {
        match self {
            Self::English => include_str!("../../../themes/ledger/words/en.ftl"),
            Self::German => include_str!("../../../themes/ledger/words/de.ftl"),
            Self::French => include_str!("../../../themes/ledger/words/fr.ftl"),
            Self::Spanish => include_str!("../../../themes/ledger/words/es.ftl"),
            Self::Japanese => include_str!("../../../themes/ledger/words/ja.ftl"),
        }
    }

    /// What stands between thousands.
    pub(super) fn grouping(self) -> char {
        match self {
            Self::English | Self::Japanese => ',',
            Self::German | Self::Spanish => '.',
            Self::French => '\u{202f}',
        }
    }
}
