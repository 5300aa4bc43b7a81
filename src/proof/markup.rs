//! The words of HTML and XML: as they are read, and as they stand in attributes, comments, scripts.

use super::disguise::{entity, without_backslashes, without_entities, without_percent};
use super::fold::{Folder, Sink};
use super::frame::{Known, Open, Step};

/// Whether a word goes on inside an element: `se<em>cr</em>et` is one word.
fn is_within_words(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "u"
            | "var"
            | "wbr"
    )
}

/// Readings of readings: a feed holds escaped HTML, a script holds HTML in strings.
const DEEPEST: usize = 3;

/// Reads a document. What a reader sees goes to `text`, everything else to `aside`.
pub(super) fn read<S: Sink>(document: &str, text: &mut S, aside: &mut S) {
    read_at(document, text, aside, 0, None);
}

/// Reads a page, but not the lines that are known.
pub(super) fn read_unknown<S: Sink>(document: &str, text: &mut S, aside: &mut S, known: &mut Known<'_>) {
    read_at(document, text, aside, 0, Some(known));
}

fn read_at<S: Sink>(document: &str, text: &mut S, aside: &mut S, depth: usize, mut known: Option<&mut Known<'_>>) {
    let mut inner = Vec::new();
    {
        let mut folder = Folder::new(text);
        let mut aside = Folder::new(aside);
        let bytes = document.as_bytes();
        let mut at = 0;
        let mut open: Option<(Open, usize)> = None;
        while at < bytes.len() {
            if let Some(known) = &mut known {
                let (written, is_apart) = folder.state();
                let (beside, is_beside_apart) = aside.state();
                let begins = bytes[at] == b'<' && at.checked_sub(1).is_none_or(|before| bytes[before] == b'\n');
                if let Some((line, inside)) = open.filter(|(line, _)| at >= line.end) {
                    open = None;
                    // What is read once more is no part of the line alone.
                    if at == line.end && inside == inner.len() {
                        known.close(line, written + beside);
                    }
                }
                if begins && is_beside_apart && open.is_none() {
                    match known.look_up(document, at, is_apart, written + beside, is_within_words) {
                        Some(Step::Pass(end)) => {
                            folder.boundary();
                            at = end;
                            continue;
                        }
                        Some(Step::Read(line)) => {
                            folder.boundary();
                            open = Some((line, inner.len()));
                        }
                        None => {}
                    }
                }
            }
            let stop = memchr::memchr(b'<', &bytes[at..]).map_or(bytes.len(), |next| at + next);
            words(&document[at..stop], &mut folder, depth, &mut inner);
            at = stop;
            if at >= bytes.len() {
                break;
            }
            let rest = &document[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                let end = comment.find("-->").unwrap_or(comment.len());
                region(&comment[..end], &mut aside);
                at += 4 + end;
            } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
                let end = data.find("]]>").unwrap_or(data.len());
                folder.text(&data[..end], 0);
                inner.push(data[..end].to_owned());
                at += 9 + end;
            } else if bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next)) {
                at += tag(rest, &mut folder, &mut aside, depth, &mut inner);
            } else {
                folder.gap();
                at += 1;
            }
        }
    }
    if depth < DEEPEST {
        for piece in inner {
            text.boundary();
            read_at(&piece, text, aside, depth + 1, None);
            text.boundary();
        }
    }
}

/// Reads what a drawing shows a second time. Its words stand where its author has put them, and so
/// words drawn one after the other may be one line, and pieces drawn one after the other one word:
/// all of it is read as one text, with its pieces apart and with those of one text joined. A text of more than two
/// words is a line of its own, and no half of a name.
pub(super) fn drawing<S: Sink>(document: &str, text: &mut S) {
    for is_joined in [false, true] {
        let mut folder = Folder::new(text);
        folder.boundary();
        let mut rest = document;
        let mut words = 0;
        while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
            let piece = without_entities(&rest[..at]);
            folder.text(&piece, 0);
            words += piece.split_whitespace().count();
            rest = &rest[at..];
            let length = if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + 3)
            } else if rest.starts_with("<style") {
                rest.find("</style").unwrap_or(rest.len())
            } else {
                end_of_tag(rest)
            };
            let name = rest[1..length].trim_start_matches('/');
            if !(is_joined && ["tspan", "textPath", "a"].iter().any(|part| is_named(name, part))) {
                folder.gap();
            }
            if is_named(name, "text") {
                if words > 2 {
                    folder.boundary();
                }
                words = 0;
            }
            rest = &rest[length..];
        }
        folder.text(&without_entities(rest), 0);
        folder.boundary();
    }
}

/// Whether a tag, from its name on, is that of an element.
fn is_named(tag: &str, element: &str) -> bool {
    tag.strip_prefix(element).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
}

/// Reads text between tags. What is markup once its entities are decoded is read again as such.
fn words<S: Sink>(piece: &str, folder: &mut Folder<'_, S>, depth: usize, inner: &mut Vec<String>) {
    let mut rest = piece;
    let mut escaped = false;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        folder.text(&rest[..at], 0);
        rest = &rest[at..];
        if let Some((character, length)) = entity(rest) {
            escaped |= matches!(character, '<' | '&');
            folder.character(character, 0);
            rest = &rest[length..];
        } else {
            folder.gap();
            rest = &rest[1..];
        }
    }
    folder.text(rest, 0);
    if escaped && depth < DEEPEST {
        let plain = without_entities(piece);
        if looks_like_markup(&plain) {
            inner.push(plain.into_owned());
        }
    }
}

/// Whether there is a tag or an entity in a text.
pub(super) fn looks_like_markup(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'<', b'&', bytes).any(|at| {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        next.is_ascii_alphabetic() || (bytes[at] == b'<' && next == b'/') || (bytes[at] == b'&' && next == b'#')
    })
}

/// Reads a tag, and the whole of an element that holds no markup. Gives the length.
fn tag<S: Sink>(
    rest: &str,
    folder: &mut Folder<'_, S>,
    aside: &mut Folder<'_, S>,
    depth: usize,
    inner: &mut Vec<String>,
) -> usize {
    let end = end_of_tag(rest);
    let body = rest[1..end].trim_end_matches('>');
    let closing = body.starts_with('/');
    let body = body.trim_start_matches(['/', '!', '?']);
    let name_end =
        body.find(|character: char| !character.is_ascii_alphanumeric() && character != ':').unwrap_or(body.len());
    let (name, attributes) = body.split_at(name_end);
    let lower =
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) { name.to_ascii_lowercase() } else { String::new() };
    let name = if lower.is_empty() { name } else { &lower };
    if name == "sup" && !closing {
        // The number of a footnote stands within a sentence and is no part of it.
        if let Some(length) = footnote_mark(&rest[end..]) {
            region(attributes, aside);
            return end + length;
        }
        folder.gap();
    } else if matches!(name, "br" | "tspan" | "textpath") {
        folder.gap();
    } else if !is_within_words(name) && name != "sup" {
        folder.boundary();
    }
    // A heading's own link is called by words of the program with the heading's behind a colon.
    let is_anchor = name == "a" && attributes.starts_with(" class=\"anchor\"");
    let label = if is_anchor { attributes.find("aria-label=") } else { None };
    let colon = label.and_then(|at| Some(at + attributes[at..].find([':', '：'])?));
    let (attributes, heading) = attributes.split_at(colon.unwrap_or(attributes.len()));
    region(attributes, aside);
    region(heading, aside);
    if !closing && (name == "script" || name == "style") && !body.ends_with('/') {
        let content = &rest[end..];
        let close = format!("</{name}");
        let length = find_ignoring_case(content, &close).unwrap_or(content.len());
        let content = &content[..length];
        region(content, aside);
        if depth < DEEPEST {
            super::said::strings(content, &mut |string| {
                let plain = string.plain();
                if looks_like_markup(&plain) {
                    inner.push(plain.into_owned());
                }
            });
        }
        return end + length;
    }
    end
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', text.as_bytes()).find(|at| {
        text.as_bytes().get(*at..at + wanted.len()).is_some_and(|found| found.eq_ignore_ascii_case(wanted.as_bytes()))
    })
}

/// The length of a tag: to the `>` that stands in no quotes, or to the end of the text.
fn end_of_tag(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(next) = memchr::memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        at += next;
        match bytes[at] {
            b'>' => return at + 1,
            quote => match memchr::memchr(quote, &bytes[at + 1..]) {
                Some(next) => at += next + 2,
                None => break,
            },
        }
    }
    // A quote that is never closed must not swallow the document.
    memchr::memchr(b'>', bytes).map_or(rest.len(), |end| end + 1)
}

/// The length up to and with `</sup>`, where nothing but a number stands before it.
fn footnote_mark(content: &str) -> Option<usize> {
    let end = content.char_indices().map(|(at, _)| at).take(400).find(|at| content[*at..].starts_with("</sup>"))?;
    let mut is_tag = false;
    let is_mark = content[..end].chars().all(|character| {
        match character {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ => return is_tag || !character.is_alphabetic(),
        }
        true
    });
    is_mark.then_some(end + 6)
}

/// Reads what nobody sees: attributes, comments, scripts; each quoted text for itself.
pub(super) fn region<S: Sink>(region: &str, folder: &mut Folder<'_, S>) {
    if region.is_empty() {
        return;
    }
    let bytes = region.as_bytes();
    let is_plain = memchr::memchr3(b'&', b'%', b'\\', bytes).is_none() && memchr::memchr(b';', bytes).is_none();
    if is_plain {
        folder.quoted(region);
        return;
    }
    for piece in region.split('"') {
        let plain = if piece.contains('&') { without_entities(piece) } else { piece.into() };
        folder.text(&plain, 0);
        folder.boundary();
        for again in [without_percent(&plain), without_backslashes(&plain)].into_iter().flatten() {
            folder.text(&again, 0);
            folder.boundary();
        }
        if let Some((_, data)) = plain.split_once(";base64,") {
            folder.text(&String::from_utf8_lossy(&super::said::base64(data)), 0);
            folder.boundary();
        }
    }
}
