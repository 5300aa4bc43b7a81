//! The names of HTML elements, by what becomes of them in a note.

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// It is understood, and becomes a part of the tree.
    Understood(&'static str),
    /// It begins a new paragraph and is nothing else.
    Container,
    /// It says nothing by itself; what is in it stays.
    Transparent,
    /// What is in it is no text, and goes with it.
    Suppressed(&'static str),
    /// HTML has it, and notes may not use it; what is in it stays.
    Refused,
    /// HTML has no such element.
    Unknown,
}

const UNDERSTOOD: [&str; 40] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "details",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];

const CONTAINERS: [&str; 2] = ["div", "center"];

const TRANSPARENT: [&str; 6] = ["col", "colgroup", "span", "tbody", "tfoot", "thead"];

const SUPPRESSED: [&str; 7] = ["iframe", "math", "object", "script", "style", "svg", "template"];

const REFUSED: [&str; 78] = [
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "canvas",
    "cite",
    "data",
    "datalist",
    "dfn",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "head",
    "header",
    "hgroup",
    "html",
    "input",
    "label",
    "legend",
    "link",
    "main",
    "map",
    "marquee",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "optgroup",
    "option",
    "output",
    "param",
    "picture",
    "plaintext",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "samp",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "strike",
    "textarea",
    "time",
    "title",
    "track",
    "tt",
    "var",
    "video",
    "wbr",
];

impl Element {
    /// The element of that name, which is in lower case.
    pub(super) fn of(name: &str) -> Self {
        if let Some(name) = UNDERSTOOD.into_iter().find(|known| *known == name) {
            return Self::Understood(name);
        }
        if let Some(name) = SUPPRESSED.into_iter().find(|known| *known == name) {
            return Self::Suppressed(name);
        }
        if CONTAINERS.contains(&name) {
            Self::Container
        } else if TRANSPARENT.contains(&name) {
            Self::Transparent
        } else if REFUSED.contains(&name) {
            Self::Refused
        } else {
            Self::Unknown
        }
    }
}
