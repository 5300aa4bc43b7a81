use super::paint::{Anchor, Paint, Stroke, TextStyle};

/// A picture while it is drawn: shapes in CSS pixels from the upper left corner.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Canvas {
    pub(super) shapes: Vec<Shape>,
    /// How much of the width is taken by what the rows are called, where that is to stay in sight.
    pub(super) names: f64,
}

/// One shape of a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Rectangle { left: f64, top: f64, width: f64, height: f64, paint: Paint },
    Circle { x: f64, y: f64, radius: f64, paint: Paint },
    Line { from: (f64, f64), to: (f64, f64), stroke: Stroke },
    Text { x: f64, y: f64, text: String, style: TextStyle, turned: bool },
}

/// How far texts are turned that head narrow columns, in degrees.
pub(super) const TURN: f64 = -52.0;

impl Canvas {
    pub(super) fn rectangle(&mut self, (left, top): (f64, f64), (width, height): (f64, f64), paint: Paint) {
        self.shapes.push(Shape::Rectangle { left, top, width: width.max(0.0), height: height.max(0.0), paint });
    }

    pub(super) fn circle(&mut self, (x, y): (f64, f64), radius: f64, paint: Paint) {
        self.shapes.push(Shape::Circle { x, y, radius, paint });
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.shapes.push(Shape::Line { from, to, stroke });
    }

    /// Words with their baseline at `y`.
    pub(super) fn text(&mut self, (x, y): (f64, f64), text: impl Into<String>, style: TextStyle) {
        self.shapes.push(Shape::Text { x, y, text: text.into(), style, turned: false });
    }

    /// Words that climb to the right.
    pub(super) fn turned_text(&mut self, (x, y): (f64, f64), text: impl Into<String>, style: TextStyle) {
        self.shapes.push(Shape::Text { x, y, text: text.into(), style, turned: true });
    }

    /// Words that end where a column of shapes begins, cut to the room there is.
    pub(super) fn label(&mut self, (x, y): (f64, f64), room: f64, text: &str, style: TextStyle) {
        self.text((x, y), fit(text, room, style.size()), style);
    }
}

/// About how wide a text is, in pixels: fonts differ, so it errs on the wide side.
pub(super) fn width_of(text: &str, size: f64) -> f64 {
    text.chars().map(share_of_size).sum::<f64>() * size
}

fn share_of_size(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 0.3,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | '/' => 0.41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.97,
        'A'..='Z' => 0.7,
        '\u{300}'..='\u{36F}' => 0.0,
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => 1.0,
        _ => 0.62,
    }
}

/// The text, or as much of its beginning as there is room for, with an ellipsis.
pub(super) fn fit(text: &str, room: f64, size: f64) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width_of(&text, size) <= room {
        return text;
    }
    let room = room - size;
    let mut width = 0.0;
    let kept: String = text
        .chars()
        .take_while(|character| {
            width += share_of_size(*character) * size;
            width <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The text in at most so many lines, broken between words; the last one ends in an ellipsis where it must.
pub(in crate::render) fn wrapped(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while lines.len() + 1 < most && words.peek().is_some() {
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && width_of(&longer, size) > room {
                break;
            }
            line = longer;
            words.next();
        }
        lines.push(fit(&line, room, size));
    }
    let rest = words.collect::<Vec<_>>().join(" ");
    if !rest.is_empty() {
        lines.push(fit(&rest, room, size));
    }
    lines
}

/// The room that the widest of some labels needs, within limits: in whole pixels, which stay what they are when other
/// lengths are added and taken away.
pub(super) fn room_for<'a>(labels: impl Iterator<Item = &'a str>, size: f64, least: f64, most: f64) -> f64 {
    labels.map(|label| width_of(label, size)).fold(least, f64::max).ceil().min(most)
}

impl TextStyle {
    /// The height of the letters' line, in pixels.
    pub(super) fn size(self) -> f64 {
        if self.small { 11.0 } else { 13.0 }
    }
}

/// Words that end at their point.
pub(super) fn ending() -> TextStyle {
    TextStyle { anchor: Anchor::End, ..TextStyle::default() }
}

#[cfg(test)]
mod tests {
    use super::{fit, width_of, wrapped};

    #[test]
    fn a_long_text_is_broken_between_words_and_cut_in_its_last_line() {
        let text = "Replacement of the tariff tables in the north";
        assert_eq!(wrapped(text, 1000.0, 13.0, 3), [text]);
        let lines = wrapped(text, 150.0, 13.0, 2);
        assert_eq!(lines[0], "Replacement of the");
        assert!(lines.len() == 2 && lines[1].ends_with('…') && width_of(&lines[1], 13.0) <= 150.0, "{lines:?}");
        assert!(wrapped("", 150.0, 13.0, 2).is_empty());
    }

    #[test]
    fn a_text_without_room_ends_in_an_ellipsis_and_fits() {
        let cut = fit("Replacement of the tariff tables in the north", 120.0, 13.0);
        assert!(cut.ends_with('…') && cut.starts_with("Replacement"));
        assert!(width_of(&cut, 13.0) <= 120.0);
        assert_eq!(fit("Short", 120.0, 13.0), "Short");
    }
}
