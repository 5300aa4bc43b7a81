//! Raw HTML: what people write in notes, through a strict list; everything else loses its tags.
//!
//! *Invariant:* no tag, attribute, class or style of a note is ever kept as such. A tag opens a frame
//! of the same tree that Markdown fills, or nothing.

use super::callout::INTERNAL;
use super::element::Element;
use super::frame::{FrameKind, Holds, ImageFrame, LinkFrame, Written};
use super::link::Destination;
use super::table::{Cell, Rows};
use super::tree::Tree;
use crate::content::manuscript::is_control;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Alignment, BlockKind, Inline, Safeguard};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};
use std::collections::BTreeMap;

/// A piece of raw HTML and where its lines stand in the text.
#[derive(Debug, Default)]
pub(super) struct Source {
    html: String,
    /// (offset in the piece, offset in the text), ascending.
    places: Vec<(usize, usize)>,
}

impl Source {
    /// Adds a line.
    pub(super) fn push(&mut self, line: &str, place: usize) {
        self.places.push((self.html.len(), place));
        self.html.push_str(line);
    }

    fn place(&self, offset: usize) -> usize {
        let index = self.places.partition_point(|(html, _)| *html <= offset).saturating_sub(1);
        self.places.get(index).map_or(0, |(html, text)| text + (offset - html))
    }
}

/// Reads a piece of raw HTML into the tree.
pub(super) fn read(tree: &mut Tree<'_>, source: &Source, ends: &mut EndTags) {
    if let Some(at) = source.html.rfind("<!--").filter(|at| !is_closed(&source.html[*at..])) {
        let start = source.place(at);
        tree.complain_of_comment((start, start + 4));
    }
    let skipped = if Safeguard::Comments.is_out() { 0 } else { comments(&source.html) };
    let html = &source.html[skipped..];
    if html.is_empty() {
        return;
    }
    let place = |offset: usize| source.place(skipped + offset);
    let end = |offset: usize| source.place(skipped + offset.saturating_sub(1)) + 1;
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).try_for_each(|token| {
        match token? {
            Token::StartTag(tag) => {
                let place = (place(tag.span.start), end(tag.span.end));
                let written = html.get(tag.span.start..tag.span.end).unwrap_or_default();
                start_tag(tree, &tag, written, place, ends);
            }
            Token::EndTag(tag) => end_tag(tree, &text_of(&tag.name), end(tag.span.end)),
            Token::String(text) => add_text(tree, &text_of(&text), place(text.span.start), end(text.span.end)),
            Token::Comment(text) if Safeguard::Comments.is_out() => {
                add_text(tree, &text_of(&text), place(text.span.start), end(text.span.end));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        Ok::<(), std::convert::Infallible>(())
    });
}

/// Whether a comment, with which the piece begins, ends in it.
fn is_closed(comment: &str) -> bool {
    comment.starts_with("<!-->") || comment.starts_with("<!--->") || comment[4..].contains("-->")
}

/// How many bytes of comments a piece of raw HTML begins with.
fn comments(html: &str) -> usize {
    let mut rest = html;
    loop {
        let trimmed = rest.trim_start();
        let Some(inside) = trimmed.strip_prefix("<!--") else { return html.len() - trimmed.len() };
        // `<!-->` and `<!--->` are whole comments.
        let whole = ["->", ">"].iter().find_map(|end| inside.strip_prefix(end));
        let Some(after) = whole.or_else(|| inside.split_once("-->").map(|(_, after)| after)) else { return html.len() };
        rest = after;
    }
}

/// Closes at the end of a block of raw HTML what is not closed anywhere later.
pub(super) fn end_block(tree: &mut Tree<'_>, ends: &mut EndTags, end: usize) {
    let unclosed = tree.innermost_html(|_| true).and_then(|_| {
        let reach = tree.frames.iter().rposition(|frame| frame.written == Written::Markdown).map_or(0, |at| at + 1);
        (reach..tree.frames.len()).find(|index| match tree.frames[*index].written {
            Written::Html(name) => !ends.follows(&tree.text.value, name, end),
            Written::Implied | Written::Markdown => false,
        })
    });
    if let Some(index) = unclosed {
        while tree.frames.len() > index {
            tree.close_top(end);
        }
    }
}

/// Where the last closing tag of each name stands in a text.
#[derive(Debug, Default)]
pub(super) struct EndTags {
    last: BTreeMap<String, Option<usize>>,
}

impl EndTags {
    /// Whether a closing tag of that name stands behind a place.
    fn follows(&mut self, text: &str, name: &str, place: usize) -> bool {
        if let Some(last) = self.last.get(name) {
            return last.is_some_and(|last| last >= place);
        }
        // A text with hundreds of names of its own is not searched for each of them.
        let last = (self.last.len() < 200).then(|| last_end_tag(text, name)).flatten();
        self.last.insert(name.to_owned(), last);
        last.is_some_and(|last| last >= place)
    }
}

fn last_end_tag(text: &str, name: &str) -> Option<usize> {
    text.rmatch_indices("</").map(|(at, _)| at).find(|at| {
        let written = text.as_bytes().get(at + 2..at + 2 + name.len());
        written.is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn start_tag(tree: &mut Tree<'_>, tag: &StartTag<usize>, written: &str, place: (usize, usize), ends: &mut EndTags) {
    let name = text_of(&tag.name);
    let suppressed = tree.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Suppressed));
    if !suppressed && is_hidden(tag) {
        // Attributes are not kept: what a browser or a style sheet would not show would be published.
        let span = tree.text.span(place.0..place.1);
        let message = format!("the tag <{name}> would hide its text elsewhere, and does not here");
        tree.report.push(
            Diagnostic::error(Code::RawHtml, span, message)
                .hint("write `> [!INTERNAL]` above what the client must not see, or take it out"),
        );
    }
    match Element::of(&name) {
        Element::Suppressed(name) => {
            if !suppressed {
                complain(tree, name, place, "and what is in it are left out");
            }
            if !tag.self_closing && !tree.is_full() {
                tree.open(FrameKind::Suppressed, Written::Html(name), place.0);
            }
        }
        Element::Transparent => {}
        _ if suppressed => {}
        Element::Container => tree.end_line(place.0),
        // `<your name>` is no HTML, but something to be filled in: nothing closes it.
        Element::Unknown if !tag.self_closing && !ends.follows(&tree.text.value, &name, place.0) => {
            complain(tree, &name, place, "is none of HTML and shown as words");
            tree.add_text(&written.split_whitespace().collect::<Vec<_>>().join(" "), place.0, place.1);
        }
        Element::Refused | Element::Unknown => complain(tree, &name, place, "is left out"),
        Element::Understood("br") => {
            if tree.top().kind.holds() == Holds::Words {
                tree.add_inline(Inline::HardBreak, place.0, place.1);
            }
        }
        Element::Understood("hr") => tree.add_block(BlockKind::Rule, place.0, place.1),
        Element::Understood("img") => add_image(tree, tag, place),
        Element::Understood(_) if tree.is_full() => tree.complain_of_depth(place),
        Element::Understood(name) => open_element(tree, name, tag, place),
    }
}

fn is_hidden(tag: &StartTag<usize>) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_lowercase().replace(' ', "");
    let class = attribute(tag, "class").unwrap_or_default();
    let is_ours = class.split_whitespace().any(|word| word.eq_ignore_ascii_case(INTERNAL));
    is_ours
        || attribute(tag, "hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Opens the frame of an element of the list.
fn open_element(tree: &mut Tree<'_>, name: &'static str, tag: &StartTag<usize>, place: (usize, usize)) {
    let attribute = |key: &str| attribute(tag, key);
    let (start, html) = (place.0, Written::Html(name));
    match name {
        "p" => tree.open(FrameKind::Paragraph, html, start),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = name.as_bytes()[1] - b'0';
            tree.open(FrameKind::Heading { level, id: attribute("id").unwrap_or_default() }, html, start);
        }
        "b" | "strong" => tree.open(FrameKind::Strong, html, start),
        "i" | "em" | "u" | "ins" => tree.open(FrameKind::Emphasis, html, start),
        "s" | "del" => tree.open(FrameKind::Strikethrough, html, start),
        "sup" => tree.open(FrameKind::Superscript, html, start),
        "sub" => tree.open(FrameKind::Subscript, html, start),
        "mark" => tree.open(FrameKind::Mark, html, start),
        "kbd" => tree.open(FrameKind::Keyboard, html, start),
        "abbr" => tree.open(FrameKind::Abbreviation(attribute("title").unwrap_or_default()), html, start),
        "code" => {
            if let FrameKind::Preformatted(language) = &mut tree.top_mut().kind {
                let class = attribute("class").unwrap_or_default();
                *language = class.strip_prefix("language-").map(str::to_lowercase);
            } else {
                tree.open(FrameKind::InlineCode, html, start);
            }
        }
        "pre" => tree.open(FrameKind::Preformatted(None), html, start),
        "blockquote" => tree.open(FrameKind::Quote, html, start),
        "a" => open_link(tree, tag, place),
        "details" => {
            let open = attribute("open").is_some();
            tree.open(FrameKind::Details { open, summary: Vec::new() }, html, start);
        }
        "summary" if tree.close_inside(|kind| matches!(kind, FrameKind::Details { .. }), start) => {
            tree.open(FrameKind::Summary, html, start);
        }
        "ul" | "ol" => {
            let number = attribute("start").and_then(|start| start.trim().parse().ok());
            let number = (name == "ol").then(|| number.unwrap_or(1));
            tree.open(FrameKind::List { start: number, tight: true, parted: true, items: Vec::new() }, html, start);
        }
        "li" => {
            if !tree.close_inside(|kind| matches!(kind, FrameKind::List { .. }), start) {
                tree.open(FrameKind::List { start: None, tight: true, parted: true, items: Vec::new() }, html, start);
            }
            tree.open(FrameKind::Item(None), html, start);
        }
        "dl" => tree.open(FrameKind::Definitions(Vec::new()), html, start),
        "dt" | "dd" => {
            if !tree.close_inside(|kind| matches!(kind, FrameKind::Definitions(_)), start) {
                tree.open(FrameKind::Definitions(Vec::new()), html, start);
            }
            tree.open(if name == "dt" { FrameKind::Term } else { FrameKind::Meaning }, html, start);
        }
        "table" => tree.open(FrameKind::Table(Rows::default()), html, start),
        "caption" if tree.close_inside(|kind| matches!(kind, FrameKind::Table(_)), start) => {
            tree.open(FrameKind::Caption, html, start);
        }
        "tr" if tree.close_inside(|kind| matches!(kind, FrameKind::Table(_)), start) => {
            tree.open(FrameKind::Row(Vec::new()), html, start);
        }
        "td" | "th" => open_cell(tree, name, tag, start),
        _ => {}
    }
}

fn open_cell(tree: &mut Tree<'_>, name: &'static str, tag: &StartTag<usize>, start: usize) {
    let is_part = |kind: &FrameKind| matches!(kind, FrameKind::Table(_) | FrameKind::Row(_));
    if !tree.close_inside(is_part, start) {
        return;
    }
    if matches!(tree.top().kind, FrameKind::Table(_)) {
        tree.open(FrameKind::Row(Vec::new()), Written::Html("tr"), start);
    }
    let number = |key| attribute(tag, key).and_then(|number| number.trim().parse().ok()).unwrap_or(1);
    let style = attribute(tag, "style").unwrap_or_default().to_lowercase();
    let style = style.split_once("text-align:").map(|(_, value)| value.trim_start().to_owned());
    let alignment = match attribute(tag, "align").map(|align| align.to_lowercase()).or(style) {
        Some(align) if align.starts_with("left") => Some(Alignment::Left),
        Some(align) if align.starts_with("center") => Some(Alignment::Center),
        Some(align) if align.starts_with("right") => Some(Alignment::Right),
        _ => None,
    };
    let covers = (number("colspan"), number("rowspan"));
    let cell = Cell { content: Vec::new(), heading: name == "th", covers, alignment };
    tree.open(FrameKind::Cell(cell), Written::Html(name), start);
}

fn open_link(tree: &mut Tree<'_>, tag: &StartTag<usize>, place: (usize, usize)) {
    // An `<a name>` is a place, not a link; and a link inside of a link is only its words.
    let Some(address) = attribute(tag, "href") else { return };
    if tree.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link(_))) {
        return;
    }
    let link = LinkFrame { destination: Destination::of(&address), wikilink: false, labelled: true, address: place };
    tree.open(FrameKind::Link(link), Written::Html("a"), place.0);
}

fn add_image(tree: &mut Tree<'_>, tag: &StartTag<usize>, place: (usize, usize)) {
    let Some(address) = attribute(tag, "src") else {
        complain(tree, "img", place, "has no src and is left out");
        return;
    };
    let title = attribute(tag, "title").unwrap_or_default();
    let alt = attribute(tag, "alt").unwrap_or_default();
    let size = |key| {
        let written = attribute(tag, key)?;
        let digits = written.trim().trim_end_matches("px").trim();
        digits.parse().ok().filter(|size| *size > 0 && *size < 20_000)
    };
    // An image within a line takes part in it; alone in a block it begins a paragraph.
    tree.add_inline(Inline::Text(String::new()), place.0, place.0);
    tree.top_mut().inlines.pop();
    let image = ImageFrame { destination: Destination::of(&address), title, address: place };
    tree.emit_image(image, &[Inline::Text(alt)], (size("width"), size("height")), place);
}

fn end_tag(tree: &mut Tree<'_>, name: &str, end: usize) {
    if Element::of(name) == Element::Container {
        tree.end_line(end);
        return;
    }
    let names: &[&str] = match name {
        "td" | "th" => &["td", "th"],
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &["h1", "h2", "h3", "h4", "h5", "h6"],
        other => &[other],
    };
    let closed = tree.close_html(names, end);
    if name == "p" && !closed {
        tree.end_line(end);
    }
}

fn add_text(tree: &mut Tree<'_>, text: &str, start: usize, end: usize) {
    if tree.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Preformatted(_))) {
        // The line end after `<pre>` is none of the text.
        let text = text.strip_prefix('\n').filter(|_| tree.top().inlines.is_empty()).unwrap_or(text);
        tree.add_text(text, start, end);
        return;
    }
    if text.trim().is_empty() && tree.top().kind.holds() != Holds::Words {
        return;
    }
    let mut at = start;
    let mut collapsed = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if character.is_ascii_whitespace() {
            gap = true;
            continue;
        }
        if gap {
            collapsed.push(' ');
        }
        gap = false;
        collapsed.push(character);
    }
    if gap {
        collapsed.push(' ');
    }
    if tree.top().kind.holds() != Holds::Words {
        at += text.len() - text.trim_start().len();
        collapsed = collapsed.trim_start().to_owned();
    }
    tree.add_text(&collapsed, at, end);
}

/// A warning about a tag, once for each name.
fn complain(tree: &mut Tree<'_>, name: &str, place: (usize, usize), what: &str) {
    let name: String = name.chars().take(40).collect();
    if !tree.says_first(&format!("<{name}>")) {
        return;
    }
    let span = tree.text.span(place.0..place.1);
    let message = format!("the tag <{name}> {what}");
    let hint = format!("if these very letters are meant, write them as code: `<{name}>`");
    tree.report.push(Diagnostic::warning(Code::RawHtml, span, message).hint(hint));
}

fn attribute(tag: &StartTag<usize>, key: &str) -> Option<String> {
    tag.attributes.get(key.as_bytes()).map(|value| text_of(value))
}

fn text_of(bytes: &HtmlString) -> String {
    let text = String::from_utf8_lossy(bytes);
    if text.contains(is_control) {
        return text.replace(is_control, " ");
    }
    text.into_owned()
}
