use super::paint::{Colour, Paint, Stroke};

/// Literal colours as `#rrggbb`, for where there is no style sheet: the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    accent: Rgb,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb([u8; 3]);

const INK: &str = "#16211f";
const SOFT: &str = "#4a5755";
const PAPER: Rgb = Rgb([255, 255, 255]);
const SHEET: &str = "#f3f5f1";
const LINE: &str = "#d8ddd7";
const EDGE: &str = "#7b8885";
const OK: Rgb = Rgb([0x1c, 0x66, 0x40]);
const WARN: Rgb = Rgb([0x85, 0x50, 0x00]);
const BAD: Rgb = Rgb([0xa3, 0x26, 0x2d]);
const MUTED: &str = "#8a979a";

impl Palette {
    /// The colours of the default theme on white paper, with that accent (`#rrggbb`). An accent
    /// that cannot be read is the theme's own.
    pub fn on_paper(accent: Option<&str>) -> Self {
        Self { accent: accent.and_then(Rgb::parse).unwrap_or(Rgb([0x0b, 0x5c, 0x6b])) }
    }

    /// The attributes that paint a surface, with a space before each.
    pub(super) fn paint(&self, paint: Paint) -> String {
        let fill = |colour: Rgb| format!(" fill=\"{colour}\"");
        match paint {
            Paint::Level(0) => format!(" fill=\"{PAPER}\" stroke=\"{LINE}\""),
            Paint::Level(1) => fill(self.accent.over(PAPER, 16)),
            Paint::Level(2) => fill(self.accent.over(PAPER, 36)),
            Paint::Level(3) => fill(self.accent.over(PAPER, 78)),
            Paint::Level(_) => fill(self.accent.over(Rgb([0, 0, 0]), 80)),
            Paint::NotRecorded => format!(" fill=\"none\" stroke=\"{LINE}\" stroke-dasharray=\"2 2\""),
            Paint::Series(2) => " fill=\"#c0872a\"".into(),
            Paint::Series(3) => " fill=\"#7c8d4c\"".into(),
            Paint::Series(4) => " fill=\"#8d6a9c\"".into(),
            Paint::Series(5) | Paint::Muted => format!(" fill=\"{MUTED}\""),
            Paint::Series(_) | Paint::Tone => fill(self.accent),
            Paint::Bad => fill(BAD),
            Paint::Outline => format!(" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.5\""),
            Paint::Dashed => {
                format!(" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" stroke-dasharray=\"3 3\"", self.accent)
            }
            Paint::Risk(number) => {
                let colour = match number {
                    1 => OK.over(PAPER, 13),
                    2 => WARN.over(PAPER, 14),
                    3 => WARN.over(PAPER, 32),
                    _ => BAD.over(PAPER, 30),
                };
                format!(" fill=\"{colour}\" stroke=\"{PAPER}\" stroke-width=\"1.5\"")
            }
            Paint::Band => format!(" fill=\"{SHEET}\""),
            Paint::Mark => format!(" fill=\"{}\" stroke=\"{PAPER}\" stroke-width=\"1.5\"", self.accent),
            Paint::Threshold => stroke(Stroke::Threshold),
        }
    }
}

/// The colour of words.
pub(super) fn text(colour: Colour) -> String {
    match colour {
        Colour::Ink => INK.into(),
        Colour::Soft => SOFT.into(),
        Colour::OnDark => PAPER.to_string(),
        Colour::Warn => WARN.to_string(),
        Colour::Bad => BAD.to_string(),
    }
}

/// The attributes that draw a line, with a space before each.
pub(super) fn stroke(stroke: Stroke) -> String {
    match stroke {
        Stroke::Rule => format!(" fill=\"none\" stroke=\"{LINE}\""),
        Stroke::Axis => format!(" fill=\"none\" stroke=\"{EDGE}\""),
        Stroke::Threshold => {
            format!(" fill=\"none\" stroke=\"{BAD}\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"")
        }
    }
}

impl Rgb {
    fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#')?;
        if digits.len() != 6 || !digits.is_ascii() {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// So many percent of this colour, the rest of the other.
    fn over(self, other: Self, percent: u16) -> Self {
        let mix = |this: u8, that: u8| ((u16::from(this) * percent + u16::from(that) * (100 - percent)) / 100) as u8;
        Self([mix(self.0[0], other.0[0]), mix(self.0[1], other.0[1]), mix(self.0[2], other.0[2])])
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{PAPER, Palette, Rgb};

    #[test]
    fn colours_are_mixed_and_written_back() {
        let accent = Rgb::parse("#0b5c6b").unwrap();
        assert_eq!(accent.to_string(), "#0b5c6b");
        assert_eq!(accent.over(PAPER, 0), PAPER);
        assert_eq!(accent.over(PAPER, 100), accent);
    }

    #[test]
    fn an_accent_that_cannot_be_read_is_the_themes_own() {
        assert_eq!(Palette::on_paper(Some("teal")), Palette::on_paper(None));
        assert_eq!(Palette::on_paper(Some("#é2345")), Palette::on_paper(None));
    }
}
