use super::ProseWriter;
use crate::model::{EntryId, Image, Inline, Target};
use crate::render::site::address;
use crate::render::site::escape::{escape_into, escaped};

impl<'a> ProseWriter<'a> {
    pub(super) fn inlines(&mut self, inlines: &'a [Inline<EntryId>]) {
        for (place, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => {
                    self.put("<code>");
                    self.text(text);
                    self.put("</code>");
                }
                Inline::Emphasis(content) => self.wrap("<em>", content, "</em>"),
                Inline::Strong(content) => self.wrap("<strong>", content, "</strong>"),
                Inline::Strikethrough(content) => self.wrap("<del>", content, "</del>"),
                Inline::Superscript(content) => self.wrap("<sup>", content, "</sup>"),
                Inline::Subscript(content) => self.wrap("<sub>", content, "</sub>"),
                Inline::Mark(content) => self.wrap("<mark>", content, "</mark>"),
                Inline::Keyboard(content) => self.wrap("<kbd>", content, "</kbd>"),
                Inline::Abbreviation { meaning, content } => {
                    self.put("<abbr title=\"");
                    escape_into(&mut self.html, meaning);
                    self.wrap("\">", content, "</abbr>");
                }
                Inline::Link { target, content, .. } => self.link(target, content),
                Inline::Image(image) => self.image(image, true),
                Inline::FootnoteReference(label) => self.footnote_reference(label),
                Inline::SoftBreak => {
                    // Chinese and Japanese have no space where a line of the source ends.
                    let before = inlines[..place].last().and_then(last_sign);
                    let after = inlines.get(place + 1).and_then(first_sign);
                    if !(before.is_some_and(is_wide) && after.is_some_and(is_wide)) {
                        self.html.push('\n');
                        self.say(" ");
                    }
                }
                Inline::HardBreak => {
                    self.put("<br>\n");
                    self.say(" ");
                }
            }
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        escape_into(&mut self.html, text);
        self.say(text);
    }

    fn wrap(&mut self, open: &str, content: &'a [Inline<EntryId>], close: &str) {
        self.put(open);
        self.inlines(content);
        self.put(close);
    }

    /// Writes something in which no link may stand.
    pub(super) fn without_links(&mut self, write: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.within_link, true);
        write(self);
        self.within_link = outside;
    }

    fn link(&mut self, target: &Target<EntryId>, content: &'a [Inline<EntryId>]) {
        let Some(address) = self.address(target).filter(|_| !self.within_link) else { return self.inlines(content) };
        self.open_link(target, &address);
        self.without_links(|writer| writer.inlines(content));
        self.put("</a>");
    }

    fn open_link(&mut self, target: &Target<EntryId>, address: &str) {
        self.put("<a href=\"");
        escape_into(&mut self.html, address);
        let leaves = matches!(target, Target::External(_)) && address::leaves(address);
        self.put(if leaves { "\" rel=\"external noopener noreferrer\">" } else { "\">" });
    }

    fn address(&self, target: &Target<EntryId>) -> Option<String> {
        if let Target::File(path) = target
            && self.scene.images.is_refused(path)
        {
            return None;
        }
        self.scene.routes.target(self.scene.page, target, &self.prefix)
    }

    /// An image. Its title is said here where it is not said beside it.
    pub(super) fn image(&mut self, image: &'a Image<EntryId>, titled: bool) {
        self.say(&image.alt);
        let Some(address) = self.address(&image.target) else {
            return escape_into(&mut self.html, &image.alt);
        };
        let Target::File(path) = &image.target else {
            // No page fetches anything from another host: the image becomes a link to it.
            let words = if image.alt.is_empty() { &address } else { &image.alt };
            if self.within_link {
                return escape_into(&mut self.html, words);
            }
            self.open_link(&image.target, &address);
            escape_into(&mut self.html, words);
            return self.put("</a>");
        };
        self.write(format_args!("<img src=\"{}\" alt=\"{}\"", escaped(&address), escaped(&image.alt)));
        if let Some(title) = image.title.as_ref().filter(|_| titled) {
            self.write(format_args!(" title=\"{}\"", escaped(title)));
        }
        let (width, height) = self.scene.images.shown_size(path, image.width, image.height);
        if let Some(width) = width {
            self.write(format_args!(" width=\"{width}\""));
        }
        if let Some(height) = height {
            self.write(format_args!(" height=\"{height}\""));
        }
        self.put(" loading=\"lazy\" decoding=\"async\">");
    }
}

fn last_sign(inline: &Inline<EntryId>) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next_back(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
            content.last().and_then(last_sign)
        }
        _ => None,
    }
}

fn first_sign(inline: &Inline<EntryId>) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
            content.first().and_then(first_sign)
        }
        _ => None,
    }
}

/// Signs of Chinese and Japanese, and their punctuation.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
