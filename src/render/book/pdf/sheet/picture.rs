//! Drawings and images, scaled to the page.

use super::wrap::Wrap;
use super::{Maker, text_area};
use crate::render::book::pdf::pictures::Print;
use crate::render::book::tree::{Figure, Format, Image, Picture};
use serde_json::{Value, json};

/// The width and height of a picture within a line at most, in points.
const WIDEST_IN_LINE: f64 = 300.0;
const TALLEST_IN_LINE: f64 = 38.0;
/// A drawing that is scaled down to less is hard to read: its letters, of 13 px, are smaller than 7 points.
const LEGIBLE: f64 = 0.72;

/// What the caption below a picture takes of the height of its page, in points.
const CAPTION: f64 = 50.0;

/// How a picture of so many CSS pixels is scaled to find room in so many points.
fn scale((width, height): (f64, f64), (across, high): (f64, f64)) -> f64 {
    // A CSS pixel is three quarters of a point.
    (across / (width * 0.75)).min(high / (height * 0.75)).min(1.0)
}

/// Points as they are written down.
fn in_points(pixels: f64) -> Value {
    Value::from((pixels * 0.75 * 10.0).round() / 10.0)
}

impl<'a> Maker<'a> {
    /// `figure` with `src`, `width`, `alt` (null for an ornament), `caption` (null for none), `id`, and whether it stands
    /// on a page of its own that is turned (`landscape`), where it stands in nothing else.
    pub(super) fn figure(&mut self, figure: &'a Figure, depth: usize, out: &mut Vec<Value>) {
        let caption =
            if figure.caption.is_empty() { Value::Null } else { self.inlines(&figure.caption, Wrap::Prose, 0) };
        let id = figure.id.as_deref().and_then(|id| self.label(id));
        let mut made = match &figure.picture {
            Picture::Image(name, width) => self.picture(name, &figure.alt, *width),
            Picture::Drawing(svg) => self.drawing(&svg.paper, &figure.alt, depth == 0),
        };
        if let Some(object) = made.as_object_mut() {
            object.insert("caption".into(), caption);
            object.insert("id".into(), id.map_or(Value::Null, Value::from));
        }
        out.push(made);
    }

    pub(super) fn picture(&mut self, name: &'a str, alt: &str, wish: Option<u32>) -> Value {
        match self.image(name) {
            Some((src, width, height)) => {
                let scale = wish.map_or(1.0, |wish| f64::from(wish.max(8)) / width);
                self.framed(&src, width * scale, height * scale, alt)
            }
            None => json!({ "k": "p", "c": { "k": "em", "c": self.text(alt, Wrap::Prose) } }),
        }
    }

    fn drawing(&mut self, svg: &str, alt: &str, may_turn: bool) -> Value {
        let svg = self.letters_of_drawing(svg);
        match self.fonts.printable(svg.into_bytes(), Format::Svg) {
            Ok(Print { bytes, width, height }) => {
                let src = format!("drawing-{}.svg", self.out.files.len());
                self.out.files.insert(src.clone(), bytes);
                let mut framed = self.framed(&src, width, height, alt);
                if may_turn {
                    self.turn(&mut framed, width, height);
                }
                framed
            }
            Err(reason) => {
                self.out.broken.push((self.place.clone(), reason));
                json!({ "k": "p", "c": { "k": "em", "c": self.text(alt, Wrap::Prose) } })
            }
        }
    }

    fn framed(&mut self, src: &str, width: f64, height: f64, alt: &str) -> Value {
        let (_, most_high, _) = text_area(self.book.paper);
        let scale = scale((width, height), (self.room, most_high));
        let alt = if alt.trim().is_empty() { Value::Null } else { Value::from(self.said(alt)) };
        json!({
            "k": "figure", "src": src, "width": in_points(width * scale), "alt": alt, "caption": null, "id": null,
            "landscape": false,
        })
    }

    /// Turns a picture that is hard to read upright and gains by it.
    fn turn(&self, framed: &mut Value, width: f64, height: f64) {
        let (across, high, turned) = text_area(self.book.paper);
        let upright = scale((width, height), (across, high));
        let turned = scale((width, height), (turned, across - CAPTION));
        if upright < LEGIBLE && turned > upright {
            framed["width"] = in_points(width * turned);
            framed["landscape"] = true.into();
        }
    }

    /// The path of an image that stands within a line, and its width in points: it is a sign or a badge, no taller than
    /// three lines, and no wider than the room there is.
    pub(super) fn in_line(&mut self, name: &'a str, room: f64) -> Option<(String, f64)> {
        let (src, width, height) = self.image(name)?;
        let (width, height) = (width * 0.75, height * 0.75);
        let scale = (WIDEST_IN_LINE.min(room) / width).min(TALLEST_IN_LINE / height).min(1.0);
        Some((src, width * scale))
    }

    /// The width that a picture may have within a line.
    pub(super) fn room_in(&self, wrap: Wrap) -> f64 {
        match wrap {
            Wrap::Prose | Wrap::Code => self.room,
            Wrap::Cell { width, .. } => width,
        }
    }

    /// The path and size of an image of the book, decoded once to know that it can be.
    pub(super) fn image(&mut self, name: &'a str) -> Option<(String, f64, f64)> {
        if let Some(known) = self.images.get(name) {
            return known.clone();
        }
        let made = match self.book.images.get(name) {
            None => {
                self.out.broken.push((name.to_owned(), "there is no such image".to_owned()));
                None
            }
            Some(image) => self.decode(name, image),
        };
        self.images.insert(name, made.clone());
        made
    }

    fn decode(&mut self, name: &str, image: &Image) -> Option<(String, f64, f64)> {
        let bytes = match (image.format, std::str::from_utf8(&image.bytes)) {
            (Format::Svg, Ok(text)) => self.letters_of_drawing(text).into_bytes(),
            _ => image.bytes.to_vec(),
        };
        match self.fonts.printable(bytes, image.format) {
            Ok(Print { bytes, width, height }) => {
                let src = format!("image-{}.{}", self.out.files.len(), image.format.extension());
                self.out.files.insert(src.clone(), bytes);
                Some((src, width, height))
            }
            Err(reason) => {
                self.out.broken.push((name.to_owned(), reason));
                None
            }
        }
    }
}
