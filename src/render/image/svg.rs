//! SVG, sanitised: a short list of elements and attributes passes, everything else does not.
//!
//! No script, no handler, no foreign markup, no reference out of the file, no metadata,
//! description, comment, document type or entity of its own. The result is well-formed.

mod allowed;
mod seen;

use super::{Cleaned, Complaint};
use allowed::{ATTRIBUTES, ELEMENTS};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use seen::Pen;
use std::collections::BTreeSet;

/// What an open element means for what stands inside it.
enum Open {
    /// It is written, under this name; and how text in it is drawn.
    Written(String, Pen),
    /// Its children are written without it: a link.
    Unwrapped,
}

pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Complaint> {
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
        .map_err(|_| Complaint::new("the SVG image is not UTF-8"))?;
    let mut reader = Reader::from_str(text);
    let mut writer = Writer { out: String::with_capacity(text.len()), open: Vec::new(), left_out: 0, size: None };
    loop {
        let event = reader
            .read_event()
            .map_err(|error| Complaint::new(format!("the SVG image is not well-formed: {error}")))?;
        match event {
            Event::Start(element) => writer.start(&element, false)?,
            Event::Empty(element) => writer.start(&element, true)?,
            Event::End(_) => writer.end(),
            Event::Text(text) => writer.text(&text.xml10_content()),
            Event::CData(text) => writer.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                // A name that the document type would have had to explain stands for nothing.
                if let Ok(text) = unescape(&format!("&{};", &*name)) {
                    writer.text(&text);
                }
            }
            Event::Comment(_) | Event::PI(_) | Event::DocType(_) | Event::Decl(_) => {}
            Event::Eof => break,
        }
    }
    if writer.size.is_none() {
        return Err(Complaint::new("the file is no SVG image"));
    }
    if !writer.open.is_empty() || writer.left_out > 0 {
        return Err(Complaint::cut_off("SVG"));
    }
    let (width, height) = writer.size.unwrap_or_default();
    writer.out.push('\n');
    Ok(Cleaned { bytes: writer.out.into_bytes(), width, height })
}

struct Writer {
    out: String,
    open: Vec<Open>,
    /// How many elements are open of which nothing is written.
    left_out: usize,
    /// The size that the root says; set when the root has been read.
    size: Option<(Option<u32>, Option<u32>)>,
}

impl Writer {
    fn start(&mut self, element: &BytesStart<'_>, is_empty: bool) -> Result<(), Complaint> {
        let name = element.name();
        let name: &str = name.as_ref();
        let name = name.strip_prefix("svg:").unwrap_or(name);
        if self.size.is_none() {
            if name != "svg" {
                return Err(Complaint::new(format!("the root of the SVG image is <{name}>")));
            }
            self.size = Some(size(&attributes(element)));
        } else if self.open.is_empty() {
            return Err(Complaint::new("the SVG image has more than one root"));
        }
        if self.left_out > 0 {
            self.left_out += usize::from(!is_empty);
            return Ok(());
        }
        if name == "a" {
            if !is_empty {
                self.open.push(Open::Unwrapped);
            }
            return Ok(());
        }
        let attributes = attributes(element);
        if is_hidden(&attributes)
            || !ELEMENTS.contains(&name)
            || (name == "image" && !attributes.iter().any(|(name, _)| *name == "xlink:href"))
        {
            self.left_out += usize::from(!is_empty);
            return Ok(());
        }
        let pen = self.pen().within(name, &attributes);
        self.out.push('<');
        self.out.push_str(name);
        if self.open.is_empty() {
            self.out.push_str(r#" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#);
        }
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.out.push_str(&escape(value));
            self.out.push('"');
        }
        self.out.push_str(if is_empty { "/>" } else { ">" });
        if !is_empty {
            self.open.push(Open::Written(name.to_owned(), pen));
        }
        Ok(())
    }

    fn end(&mut self) {
        if self.left_out > 0 {
            self.left_out -= 1;
        } else if let Some(Open::Written(name, _)) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(&name);
            self.out.push('>');
        }
    }

    /// How text is drawn in what is open.
    fn pen(&self) -> Pen {
        let mut pens = self.open.iter().rev();
        pens.find_map(|open| if let Open::Written(_, pen) = open { Some(*pen) } else { None }).unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        if self.left_out > 0 || self.open.is_empty() {
            return;
        }
        let in_style = matches!(self.open.last(), Some(Open::Written(name, _)) if name == "style");
        if in_style {
            if let Some(rules) = style(text) {
                self.out.push_str(&escape(rules));
            }
        } else if self.pen().shows(text) {
            self.out.extend(
                text.chars()
                    .filter(|character| is_xml(*character))
                    .map(String::from)
                    .map(|text| escape(text).into_owned()),
            );
        }
    }
}

/// What may stand in XML 1.0 at all.
fn is_xml(character: char) -> bool {
    !character.is_control() || matches!(character, '\t' | '\n' | '\r')
}

/// The attributes that pass, by the names under which they are written, each once.
fn attributes(element: &BytesStart<'_>) -> Vec<(&'static str, String)> {
    let mut seen = BTreeSet::new();
    let mut attributes = Vec::new();
    for attribute in element.attributes().with_checks(false).flatten() {
        let written: &str = attribute.key.as_ref();
        let Ok(value) = unescape(&attribute.value) else { continue };
        let value: String = value.chars().filter(|character| is_xml(*character)).collect();
        let kept = match written {
            "href" | "xlink:href" => reference(&value).map(|value| ("xlink:href", value)),
            "xml:space" => Some(("xml:space", value)),
            "xml:lang" => Some(("xml:lang", value)),
            "style" => style(&value).map(|value| ("style", value)),
            _ => ATTRIBUTES
                .iter()
                .find(|name| **name == written)
                .filter(|_| refers_inside(&value))
                .map(|name| (*name, value)),
        };
        if let Some((name, value)) = kept
            && seen.insert(name)
        {
            attributes.push((name, value));
        }
    }
    attributes
}

/// Whether an element is not to be seen, with all that is in it: what nobody sees, nobody has judged. A rule of a
/// style sheet that hides it is not read.
fn is_hidden(attributes: &[(&'static str, String)]) -> bool {
    let value_of = |property| property_of(attributes, property);
    let is_nothing = |value: String| value.trim_end_matches('%').parse::<f64>().is_ok_and(|opacity| opacity <= 0.0);
    value_of("display").is_some_and(|value| value == "none")
        || value_of("opacity").is_some_and(is_nothing)
        || value_of("visibility").is_some_and(|value| matches!(value.as_str(), "hidden" | "collapse"))
}

/// The value of a property, in lower case: as declared, else as the attribute says.
fn property_of(attributes: &[(&'static str, String)], property: &str) -> Option<String> {
    let of_attribute = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
    // Of several declarations the last one counts, and any of them more than an attribute.
    let declarations = of_attribute("style").into_iter().flat_map(|style| style.split(';'));
    let declared = declarations.filter_map(|declaration| declaration.split_once(':'));
    let declared = declared.rev().find(|(name, _)| name.trim().eq_ignore_ascii_case(property));
    let value = declared.map(|(_, value)| value).or_else(|| of_attribute(property).map(String::as_str))?;
    let value = value.trim().to_ascii_lowercase();
    Some(value.strip_suffix("!important").unwrap_or(&value).trim_end().to_owned())
}

/// A reference inside the file, or an image that stands in the file and is cleaned like any other.
fn reference(value: &str) -> Option<String> {
    let value = value.trim();
    if value.starts_with('#') {
        return Some(value.to_owned());
    }
    let (kind, data) = value.strip_prefix("data:image/")?.split_once(";base64,")?;
    let packed: String = data.chars().filter(|character| !character.is_whitespace()).collect();
    let bytes = BASE64.decode(packed).ok()?;
    // Another SVG inside could hold another one inside, and so on.
    let ending = ["png", "jpeg", "jpg", "gif", "webp"].into_iter().find(|ending| *ending == kind)?;
    let cleaned = super::clean(&bytes, ending).ok()?;
    Some(format!("data:image/{kind};base64,{}", BASE64.encode(cleaned.bytes)))
}

/// Rules or declarations of CSS without comments; none where they could reach out of the file.
fn style(rules: &str) -> Option<String> {
    let mut plain = String::with_capacity(rules.len());
    let mut rest = rules;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let lower = plain.to_ascii_lowercase();
    let reaches_out = [
        "@import",
        "@font-face",
        "@namespace",
        "expression(",
        "image(",
        "image-set(",
        "src(",
        "javascript:",
        "behavior",
    ]
    .iter()
    .any(|word| lower.contains(word));
    // A backslash writes any of these words otherwise.
    (!reaches_out && !plain.contains(['\\', '<']) && refers_inside(&plain)).then_some(plain)
}

/// Whether every `url(...)` names something of the same file.
fn refers_inside(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower
        .match_indices("url(")
        .all(|(at, _)| lower[at + 4..].trim_start_matches([' ', '"', '\'', '\t', '\n']).starts_with('#'))
        && !lower.contains("javascript:")
}

fn size(attributes: &[(&'static str, String)]) -> (Option<u32>, Option<u32>) {
    let find = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    let pixels = |text: &str| {
        let number = text.trim().trim_end_matches("px").trim().parse::<f64>().ok()?;
        (number.is_finite() && number >= 1.0).then_some(number.round() as u32)
    };
    let view: Vec<&str> = find("viewBox")
        .map(|view| view.split([' ', ',']).filter(|part| !part.is_empty()).collect())
        .unwrap_or_default();
    // A size in millimetres or percent says nothing of pixels; the drawing's own does.
    let side =
        |name: &str, index: usize| find(name).and_then(pixels).or_else(|| view.get(index).copied().and_then(pixels));
    (side("width", 2), side("height", 3))
}
