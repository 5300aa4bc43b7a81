//! Shapes as SVG text, with the theme's classes or with literal colours.

use super::canvas::{Shape, TURN, width_of};
use super::paint::{Anchor, Face, Paint, Stroke, TextStyle};
use super::{Legend, Palette, Picture, palette};
use std::fmt::Write as _;

/// Height of a line of the legend that is drawn into a picture.
const LEGEND_LINE: f64 = 24.0;

/// The picture for a page of the site: classes only, named by its title and description, whose ids
/// begin with `id`.
pub(super) fn inline(picture: &Picture, id: &str) -> String {
    let (width, height) = (number(picture.width), number(picture.height));
    let class = if picture.fluid() { "pic pic-fluid" } else { "pic" };
    let mut svg = format!(
        "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\"><title id=\"{id}-t\">",
        id = escaped(id)
    );
    escape(&mut svg, &picture.title);
    write!(svg, "</title><desc id=\"{}-d\">", escaped(id)).expect("writing to a String cannot fail");
    escape(&mut svg, &picture.description);
    svg.push_str("</desc>");
    for shape in &picture.canvas.shapes {
        draw(&mut svg, shape, None);
    }
    svg.push_str("</svg>");
    svg
}

/// What stands within the width of the names, as a drawing that nobody hears: the picture says it already.
pub(super) fn names(picture: &Picture) -> String {
    let (width, height) = (number(picture.canvas.names), number(picture.height));
    let mut svg = format!(
        "<svg class=\"pic pic-names\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">"
    );
    let begins = |shape: &&Shape| match shape {
        Shape::Rectangle { left, .. } => *left,
        Shape::Circle { x, .. } | Shape::Text { x, .. } => *x,
        Shape::Line { from, .. } => from.0,
    };
    for shape in picture.canvas.shapes.iter().filter(|shape| begins(shape) < picture.canvas.names) {
        draw(&mut svg, shape, None);
    }
    svg.push_str("</svg>");
    svg
}

/// The small square before a word of the legend.
pub(super) fn swatch(paint: Paint) -> String {
    let mut svg = String::from("<svg class=\"pic\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">");
    draw(&mut svg, &swatch_shape((1.0, 1.0), paint), None);
    svg.push_str("</svg>");
    svg
}

/// The picture as a document of its own, the legend drawn above: literal colours, or the theme's classes.
pub(super) fn standalone(picture: &Picture, palette: Option<&Palette>) -> String {
    let places = legend_places(&picture.legend, picture.width);
    let lines = places.last().map_or(0.0, |(_, line)| line + 1.0);
    let (width, height) = (number(picture.width), number(picture.height + lines * LEGEND_LINE));
    let look = match palette {
        Some(_) => "xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"13\"",
        None if picture.fluid() => "class=\"pic pic-fluid\" role=\"img\"",
        None => "class=\"pic\" role=\"img\"",
    };
    let mut svg = format!("<svg {look} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><title>");
    escape(&mut svg, &picture.title);
    svg.push_str("</title><desc>");
    escape(&mut svg, &picture.description);
    svg.push_str("</desc>");
    for (legend, (x, line)) in picture.legend.iter().zip(&places) {
        let top = line * LEGEND_LINE + 2.0;
        draw(&mut svg, &swatch_shape((x + 1.0, top), legend.paint), palette);
        let text = legend.label.clone();
        let words = Shape::Text { x: x + 22.0, y: top + 12.0, text, style: TextStyle::soft(), turned: false };
        draw(&mut svg, &words, palette);
    }
    write!(svg, "<g transform=\"translate(0 {})\">", number(lines * LEGEND_LINE))
        .expect("writing to a String cannot fail");
    for shape in &picture.canvas.shapes {
        draw(&mut svg, shape, palette);
    }
    svg.push_str("</g></svg>");
    svg
}

/// What stands before a word of the legend: a square, or a piece of a line.
fn swatch_shape((left, top): (f64, f64), paint: Paint) -> Shape {
    if paint == Paint::Threshold {
        return Shape::Line { from: (left + 7.0, top), to: (left + 7.0, top + 14.0), stroke: Stroke::Threshold };
    }
    Shape::Rectangle { left, top, width: 14.0, height: 14.0, paint }
}

/// Where each word of the legend begins, and on which line.
fn legend_places(legend: &[Legend], room: f64) -> Vec<(f64, f64)> {
    let (mut x, mut line) = (0.0, 0.0);
    legend
        .iter()
        .map(|entry| {
            let width = 22.0 + width_of(&entry.label, 13.0) + 18.0;
            if x > 0.0 && x + width > room {
                (x, line) = (0.0, line + 1.0);
            }
            let place = (x, line);
            x += width;
            place
        })
        .collect()
}

fn draw(svg: &mut String, shape: &Shape, palette: Option<&Palette>) {
    let paint_attributes = |paint: Paint| match palette {
        Some(palette) => palette.paint(paint),
        None if paint == Paint::Dashed => format!(" class=\"{}\" stroke-dasharray=\"3 3\"", paint.class()),
        None => format!(" class=\"{}\"", paint.class()),
    };
    let written = match shape {
        Shape::Rectangle { left, top, width, height, paint } => {
            // A stroke of one and a half stands half outside; drawn inside it keeps shapes apart.
            let inset = if matches!(paint, Paint::Outline | Paint::Dashed) { 0.75 } else { 0.0 };
            write!(
                svg,
                "<rect{} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                paint_attributes(*paint),
                number(left + inset),
                number(top + inset),
                number((width - 2.0 * inset).max(0.0)),
                number((height - 2.0 * inset).max(0.0))
            )
        }
        Shape::Circle { x, y, radius, paint } => write!(
            svg,
            "<circle{} cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            paint_attributes(*paint),
            number(*x),
            number(*y),
            number(*radius)
        ),
        Shape::Line { from, to, stroke } => {
            let attributes = match palette {
                Some(_) => palette::stroke(*stroke),
                None => format!(" class=\"{}\"", stroke.class()),
            };
            write!(
                svg,
                "<path{attributes} d=\"M{} {}L{} {}\"/>",
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1)
            )
        }
        Shape::Text { x, y, text, style, turned } => {
            svg.push_str("<text");
            if palette.is_some() {
                literal_style(svg, *style);
            } else if *style != TextStyle::default() {
                svg.push_str(" class=\"");
                svg.push_str(&style.class());
                svg.push('"');
            }
            let (x, y) = (number(*x), number(*y));
            let placed = if *turned {
                write!(svg, " transform=\"translate({x} {y}) rotate({})\">", number(TURN))
            } else {
                write!(svg, " x=\"{x}\" y=\"{y}\">")
            };
            escape(svg, text);
            svg.push_str("</text>");
            placed
        }
    };
    written.expect("writing to a String cannot fail");
}

fn literal_style(svg: &mut String, style: TextStyle) {
    write!(svg, " fill=\"{}\"", palette::text(style.colour)).expect("writing to a String cannot fail");
    match style.anchor {
        Anchor::Start => {}
        Anchor::Middle => svg.push_str(" text-anchor=\"middle\""),
        Anchor::End => svg.push_str(" text-anchor=\"end\""),
    }
    match style.face {
        Face::Sans if style.small => svg.push_str(" font-size=\"11\""),
        Face::Sans => {}
        Face::Serif => svg.push_str(" font-family=\"serif\" font-size=\"20\""),
        Face::Big => svg.push_str(" font-family=\"serif\" font-size=\"40\""),
    }
    if style.strong {
        svg.push_str(" font-weight=\"600\"");
    }
}

/// A number of pixels to one decimal.
fn number(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0 + 0.0
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// Writes a text so that it is only a text, in XML too: characters that XML cannot hold vanish.
fn escape(svg: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\t' | '\n' | '\r' => svg.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => svg.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b> & \"c\"\u{1}\n"), "&lt;b&gt; &amp; &quot;c&quot; ");
    }
}
