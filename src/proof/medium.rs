//! What an output is, by the name of its file.

/// The kinds of output; the leak check must prove of each that it sees there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Medium {
    Page,
    Script,
    Data,
    Table,
    Feed,
    Drawing,
    Book,
    Print,
    Other,
}

impl Medium {
    /// The medium of a file, by its name.
    pub(super) fn of(path: &str) -> Self {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" | "xhtml" => Self::Page,
            "js" | "mjs" | "css" | "map" => Self::Script,
            "json" | "webmanifest" | "jsonl" => Self::Data,
            "csv" | "tsv" => Self::Table,
            "xml" | "opf" | "ncx" | "rss" | "atom" | "rels" => Self::Feed,
            "svg" => Self::Drawing,
            "epub" => Self::Book,
            "pdf" => Self::Print,
            _ => Self::Other,
        }
    }

    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "HTML",
            Self::Script => "JavaScript",
            Self::Data => "JSON",
            Self::Table => "CSV",
            Self::Feed => "XML",
            Self::Drawing => "SVG",
            Self::Book => "EPUB",
            Self::Print => "PDF",
            Self::Other => "other files",
        }
    }
}
