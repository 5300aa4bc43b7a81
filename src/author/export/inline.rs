//! Lines of text as Markdown that reads back as the same lines.

use super::{Paths, Way};
use crate::model::{EntryId, Inline, Target};

/// Writes stretches of text. `line_start` says whether the next character begins a line.
pub(super) struct Line<'a> {
    paths: &'a Paths<'a>,
    /// Whether a `|` would end a table's cell, and a line end the row.
    in_table: bool,
    text: String,
    line_start: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(paths: &'a Paths<'a>, in_table: bool) -> Self {
        Self { paths, in_table, text: String::new(), line_start: true }
    }

    /// The line as Markdown.
    pub(super) fn write(mut self, inlines: &[Inline<EntryId>]) -> String {
        self.inlines(inlines);
        self.text
    }

    fn inlines(&mut self, inlines: &[Inline<EntryId>]) {
        for (place, inline) in inlines.iter().enumerate() {
            let ends_a_line = matches!(inlines.get(place + 1), None | Some(Inline::SoftBreak | Inline::HardBreak));
            if ends_a_line && matches!(inline, Inline::HardBreak) {
                // Two line ends in a row would part two paragraphs.
                self.raw("<br>");
                continue;
            }
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline<EntryId>) {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Code(code) => self.code(code),
            Inline::Emphasis(content) => self.wrapped("*", "em", content),
            Inline::Strong(content) => self.wrapped("**", "strong", content),
            Inline::Strikethrough(content) => self.wrapped("~~", "del", content),
            Inline::Superscript(content) => self.tagged("sup", content),
            Inline::Subscript(content) => self.tagged("sub", content),
            Inline::Mark(content) => self.tagged("mark", content),
            Inline::Keyboard(content) => self.tagged("kbd", content),
            Inline::Abbreviation { meaning, content } => {
                self.raw(&format!("<abbr title=\"{}\">", attribute(meaning)));
                self.inlines(content);
                self.raw("</abbr>");
            }
            Inline::Link { target, content, .. } => self.link(target, content),
            Inline::Image(image) => {
                let address = self.address(&image.target);
                if image.width.is_some() || image.height.is_some() {
                    let size = |name: &str, pixels: Option<u32>| {
                        pixels.map_or(String::new(), |pixels| format!(" {name}=\"{pixels}\""))
                    };
                    let title =
                        image.title.as_ref().map_or(String::new(), |title| format!(" title=\"{}\"", attribute(title)));
                    self.raw(&format!(
                        "<img src=\"{}\" alt=\"{}\"{title}{}{}>",
                        attribute(&address),
                        attribute(&image.alt),
                        size("width", image.width),
                        size("height", image.height)
                    ));
                    return;
                }
                let title = image.title.as_ref().map_or(String::new(), |title| {
                    format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
                });
                self.raw("![");
                self.words(&image.alt);
                self.raw(&format!("](<{address}>{title})"));
            }
            Inline::FootnoteReference(label) => self.raw(&format!("[^{label}]")),
            Inline::SoftBreak if self.in_table => self.raw(" "),
            Inline::SoftBreak => self.line_end("\n"),
            Inline::HardBreak if self.in_table => self.raw("<br>"),
            Inline::HardBreak => self.line_end("\\\n"),
        }
    }

    fn link(&mut self, target: &Target<EntryId>, content: &[Inline<EntryId>]) {
        if let (Target::External(address), [Inline::Text(text)]) = (target, content)
            && (address == text || address.strip_prefix("mailto:") == Some(text))
            && !text.contains(['<', '>', ' '])
        {
            self.raw(&format!("<{text}>"));
            return;
        }
        let address = match self.way(target) {
            Way::Path(address) => address,
            Way::Wikilink(id) => {
                // In a table the sign between id and words would part two cells.
                self.raw(&format!("[[{id}{}|", if self.in_table { "\\" } else { "" }));
                self.inlines(content);
                self.raw("]]");
                return;
            }
        };
        self.raw("[");
        self.inlines(content);
        self.raw(&if address.contains([' ', '(', ')', '<', '>']) || address.is_empty() {
            format!("](<{}>)", address.replace('<', "%3C").replace('>', "%3E"))
        } else {
            format!("]({address})")
        });
    }

    fn way(&self, target: &Target<EntryId>) -> Way {
        match target {
            Target::Entry { id, anchor } => {
                let anchor = anchor.as_ref().map_or(String::new(), |anchor| format!("#{anchor}"));
                match self.paths.to_entry(id) {
                    Way::Path(path) => Way::Path(format!("{path}{anchor}")),
                    Way::Wikilink(id) => Way::Wikilink(format!("{id}{anchor}")),
                }
            }
            Target::Register(kind) => Way::Path(self.paths.to_register(*kind)),
            Target::File(file) => Way::Path(self.paths.to_file(file)),
            Target::Anchor(anchor) => Way::Path(format!("#{anchor}")),
            Target::External(address) => Way::Path(address.clone()),
        }
    }

    /// Where an image lies: a file, or an address.
    fn address(&self, target: &Target<EntryId>) -> String {
        match self.way(target) {
            Way::Path(address) | Way::Wikilink(address) => address,
        }
    }

    /// With Markdown's own marks where they would be read as such, else with tags.
    fn wrapped(&mut self, mark: &str, tag: &str, content: &[Inline<EntryId>]) {
        let inner = Line { line_start: false, ..Line::new(self.paths, self.in_table) }.write(content);
        let flanks = |character: Option<char>| {
            character.is_some_and(|character| !character.is_whitespace() && !character.is_ascii_punctuation())
        };
        let outside = self.text.chars().next_back();
        let alone = !outside.is_some_and(|character| matches!(character, '*' | '~' | '_'));
        if flanks(inner.chars().next())
            && flanks(inner.chars().next_back())
            && alone
            && !outside.is_some_and(char::is_alphanumeric)
        {
            self.raw(&format!("{mark}{inner}{mark}"));
        } else {
            self.raw(&format!("<{tag}>{inner}</{tag}>"));
        }
    }

    fn tagged(&mut self, tag: &str, content: &[Inline<EntryId>]) {
        self.raw(&format!("<{tag}>"));
        self.inlines(content);
        self.raw(&format!("</{tag}>"));
    }

    fn code(&mut self, code: &str) {
        let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let pad = if code.starts_with('`')
            || code.ends_with('`')
            || (code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty())
        {
            " "
        } else {
            ""
        };
        let code = if self.in_table { code.replace('|', "\\|") } else { code.to_owned() };
        self.raw(&format!("{fence}{pad}{code}{pad}{fence}"));
    }

    fn line_end(&mut self, end: &str) {
        self.text.push_str(end);
        self.line_start = true;
    }

    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
        self.line_start = false;
    }

    /// Words, with a backslash before every sign that would be read as a mark.
    fn words(&mut self, words: &str) {
        let mut rest = words;
        if self.line_start {
            rest = words.trim_start_matches([' ', '\t']);
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 && matches!(rest.as_bytes().get(digits), Some(b'.' | b')')) {
                self.text.push_str(&rest[..digits]);
                self.text.push('\\');
                rest = &rest[digits..];
                self.text.push_str(&rest[..1]);
                rest = &rest[1..];
            } else if rest.starts_with(['#', '+', '-', '=', ':', '>', '!', '?']) {
                self.text.push('\\');
                self.text.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
        for (at, character) in rest.char_indices() {
            let is_mark =
                matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' | '{' | '}' | '$')
                    || (character == '|' && self.in_table)
                    || (character == '!' && rest.contains("!["))
                    || makes_an_address(&rest[..at], &rest[at..]);
            if is_mark {
                self.text.push('\\');
            }
            match character {
                '\n' => self.text.push(' '),
                character => self.text.push(character),
            }
        }
        if !words.is_empty() {
            self.line_start = false;
        }
    }
}

/// Whether the sign between two texts makes an address of them, which would be a link: here it is none.
fn makes_an_address(before: &str, from: &str) -> bool {
    from.starts_with("://")
        || (from.starts_with('.')
            && before.get(before.len().wrapping_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www")))
        || (from.starts_with('@') && before.ends_with(|letter: char| letter.is_ascii_graphic()))
}

/// A line as HTML, for where Markdown is not read.
pub(super) fn html(inlines: &[Inline<EntryId>]) -> String {
    let within = |tag: &str, content: &[Inline<EntryId>]| format!("<{tag}>{}</{tag}>", html(content));
    let one = |inline: &Inline<EntryId>| match inline {
        Inline::Text(text) => attribute(text),
        Inline::Code(code) => format!("<code>{}</code>", attribute(code)),
        Inline::Emphasis(content) => within("em", content),
        Inline::Strong(content) => within("strong", content),
        Inline::Strikethrough(content) => within("del", content),
        Inline::Superscript(content) => within("sup", content),
        Inline::Subscript(content) => within("sub", content),
        Inline::Mark(content) => within("mark", content),
        Inline::Keyboard(content) => within("kbd", content),
        Inline::Abbreviation { meaning, content } => {
            format!("<abbr title=\"{}\">{}</abbr>", attribute(meaning), html(content))
        }
        Inline::Link { target: Target::External(address), content, .. } => {
            format!("<a href=\"{}\">{}</a>", attribute(address), html(content))
        }
        Inline::Link { content, .. } => html(content),
        Inline::Image(image) => attribute(&image.alt),
        Inline::FootnoteReference(_) => String::new(),
        Inline::SoftBreak => " ".to_owned(),
        Inline::HardBreak => "<br>".to_owned(),
    };
    inlines.iter().map(one).collect()
}

/// A value between double quotes of a tag.
pub(super) fn attribute(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('\n', " ")
}
