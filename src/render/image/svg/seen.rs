//! Whether text of a drawing can be seen: what nobody sees, nobody has judged.
//!
//! What a rule of a style sheet says, and where a path or a filter puts text, is not known here.

use super::property_of;

/// Smaller letters, in pixels, are no text to anybody.
const SMALLEST: f64 = 1.0;

/// How wide a drawing is shown that does not say it.
const USUAL_WIDTH: f64 = 1000.0;

/// How text is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    is_filled: bool,
    is_stroked: bool,
    /// The size of the letters, in the drawing's own units; none where it is not known.
    size: Option<f64>,
    /// How many pixels one of these units is; none where something turns or stretches them.
    scale: Option<f64>,
    /// Where the drawing begins and ends, if what is outside is surely not shown: left, top, right, bottom.
    view: Option<[f64; 4]>,
    /// Where the text begins.
    x: Option<f64>,
    y: Option<f64>,
    /// Whether it goes on to the right of its beginning.
    starts: bool,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            is_filled: true,
            is_stroked: false,
            size: Some(16.0),
            scale: None,
            view: None,
            x: None,
            y: None,
            starts: true,
        }
    }
}

impl Pen {
    /// The pen inside of an element.
    pub(super) fn within(self, name: &str, attributes: &[(&'static str, String)]) -> Self {
        let value = |property| property_of(attributes, property);
        let number = |property| value(property).and_then(|value: String| length(&value));
        let is_nothing = |property| value(property).and_then(|value| opacity(&value)).map(|opacity| opacity <= 0.0);
        let mut pen = self;
        if let Some(paint) = value("fill") {
            pen.is_filled = !is_transparent(&paint);
        }
        if is_nothing("fill-opacity") == Some(true) {
            pen.is_filled = false;
        }
        if let Some(paint) = value("stroke") {
            pen.is_stroked = !is_transparent(&paint);
        }
        if is_nothing("stroke-opacity") == Some(true) || number("stroke-width") == Some(0.0) {
            pen.is_stroked = false;
        }
        if let Some(size) = value("font-size") {
            pen.size = match (length(&size), size.strip_suffix('%').or_else(|| size.strip_suffix("em"))) {
                (Some(size), _) => Some(size),
                (None, Some(part)) => {
                    let whole = if size.ends_with('%') { 100.0 } else { 1.0 };
                    pen.size.zip(part.parse::<f64>().ok()).map(|(size, part)| size * part / whole)
                }
                (None, None) => None,
            };
        }
        if let Some(anchor) = value("text-anchor") {
            pen.starts = anchor == "start";
        }
        match name {
            "svg" if self.scale.is_none() && self.view.is_none() => pen.enter(attributes),
            "svg" | "symbol" | "defs" | "pattern" | "marker" | "mask" | "clipPath" | "textPath" => {
                (pen.scale, pen.view) = (None, None);
            }
            _ => {}
        }
        if value("transform").is_some() {
            (pen.scale, pen.view) = (None, None);
        }
        if matches!(name, "text" | "tspan") {
            pen.x = number("x").or(pen.x.filter(|_| name == "tspan"));
            pen.y = number("y").or(pen.y.filter(|_| name == "tspan"));
            // It is moved from there by so much as is not reckoned here.
            if value("dx").is_some() || value("dy").is_some() || value("writing-mode").is_some() {
                pen.view = None;
            }
        }
        pen
    }

    /// Takes what the root says of its size.
    fn enter(&mut self, attributes: &[(&'static str, String)]) {
        let of = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
        let (width, height) = (of("width").and_then(length), of("height").and_then(length));
        let view: Vec<f64> = of("viewBox")
            .map(|view| view.split([' ', ',']).filter_map(|part| part.parse().ok()).collect())
            .unwrap_or_default();
        if let [left, top, wide, high] = view[..]
            && wide > 0.0
            && high > 0.0
        {
            self.scale = Some(width.unwrap_or(USUAL_WIDTH) / wide);
            // In a frame of another shape more of the drawing is seen.
            let is_whole = match (width, height) {
                (Some(width), Some(height)) => (width / height - wide / high).abs() < 0.01 * wide / high,
                _ => of("width").is_none() && of("height").is_none(),
            };
            let is_cut = is_whole && of("overflow").is_none() && of("preserveAspectRatio").is_none();
            self.view = is_cut.then_some([left, top, left + wide, top + high]);
        } else {
            self.scale = Some(1.0);
        }
    }

    /// Whether anything of a text can be seen.
    pub(super) fn shows(&self, text: &str) -> bool {
        let is_tiny = self
            .size
            .is_some_and(|size| size <= 0.0 || self.scale.is_some_and(|scale| scale > 0.0 && size * scale < SMALLEST));
        let is_outside = self.view.zip(self.size).is_some_and(|([left, top, right, bottom], size)| {
            // No letter is wider than twice its size, or reaches further above or below its line.
            let (reach, width) = (2.0 * size, 2.0 * size * text.chars().count() as f64);
            let is_beside = self.x.is_some_and(|x| {
                if self.starts { x > right || x + width < left } else { x - width > right || x + width < left }
            });
            is_beside || self.y.is_some_and(|y| y + reach < top || y - reach > bottom)
        });
        (self.is_filled || self.is_stroked) && !is_tiny && !is_outside
    }
}

/// A length in pixels or in the drawing's units.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let (number, unit) = match text.strip_suffix("pt") {
        Some(number) => (number, 4.0 / 3.0),
        None => (text.strip_suffix("px").unwrap_or(text), 1.0),
    };
    number.trim().parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number * unit)
}

fn opacity(text: &str) -> Option<f64> {
    text.trim_end_matches('%').trim().parse().ok()
}

/// Whether a paint leaves nothing on the paper.
fn is_transparent(paint: &str) -> bool {
    let digits = paint.strip_prefix('#').unwrap_or_default();
    let alpha = paint.strip_suffix(')').and_then(|paint| paint.rsplit([',', '/']).next()).unwrap_or_default();
    matches!(paint, "none" | "transparent")
        || (digits.len() == 4 && digits.ends_with('0'))
        || (digits.len() == 8 && digits.ends_with("00"))
        || ((paint.starts_with("rgba(") || paint.starts_with("hsla(") || paint.contains('/'))
            && opacity(alpha.trim()).is_some_and(|alpha| alpha <= 0.0))
}
