//! The accent colour: checked against the paper, and made for both schemes.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Report};

/// The accent of a site that names none.
const ACCENT: &str = "#0b5c6b";

/// The papers of the two schemes, as ledger.css has them.
const LIGHT: Colour = Colour([0xfc, 0xfc, 0xfa]);
const DARK: Colour = Colour([0x18, 0x21, 0x26]);

/// The words of light paper, as ledger.css has them.
const INK: Colour = Colour([0x16, 0x21, 0x1f]);

/// What WCAG 2.2 AA asks of text.
const ENOUGH: f64 = 4.5;

/// Words in the accent also stand on a wash of it, so that a little more is wanted on the paper.
const WANTED: f64 = 5.4;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Colour([u8; 3]);

/// The style sheet with the brand's colours.
pub(super) fn style_sheet(config: &Config, report: &mut Report) -> String {
    let (accent, on_dark) = accents(config, report);
    let ground = ground(config);
    let light =
        if ground == accent { String::new() } else { format!(" --cover: {ground}; --accent-ink: {};", INK.hex()) };
    format!(":root {{ --accent: {accent}; --accent-on-dark: {on_dark};{light} }}\n")
}

/// The accent colour as the ground of a cover. A light one stands as it is, under dark words, for its
/// dark shade is another colour; one that bears neither dark words nor white ones is darkened.
pub fn ground(config: &Config) -> String {
    let accent = written(config);
    if accent.contrast(LIGHT) < ENOUGH && accent.contrast(INK) >= ENOUGH {
        accent.hex()
    } else {
        accent.until(Colour([0; 3]), LIGHT).hex()
    }
}

fn written(config: &Config) -> Colour {
    Colour::parse(config.brand.accent.as_deref().unwrap_or(ACCENT)).unwrap_or(Colour([0x0b, 0x5c, 0x6b]))
}

/// The little picture beside the page's title in the browser.
pub(super) fn favicon(config: &Config) -> String {
    let accent = accent(config);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path fill=\"{accent}\" d=\"M1 23v-6h5.5v-5.5H12V6h5.5V1H23v22z\"/></svg>\n"
    )
}

/// The accent colour as it stands on light paper: white can be read upon it.
pub fn accent(config: &Config) -> String {
    accents(config, &mut Report::new()).0
}

fn accents(config: &Config, report: &mut Report) -> (String, String) {
    let accent = written(config);
    let contrast = accent.contrast(LIGHT);
    if contrast < ENOUGH
        && let Some(place) = config.places.get("brand.accent")
    {
        let message =
            format!("the accent colour has a contrast of {contrast:.1} to 1 on the paper, less than {ENOUGH} to 1");
        report.push(
            Diagnostic::warning(Code::LowContrast, place.clone(), message)
                .hint(format!("a darker shade is used instead: {}", accent.until(Colour([0; 3]), LIGHT).hex())),
        );
    }
    (accent.until(Colour([0; 3]), LIGHT).hex(), accent.until(Colour([255; 3]), DARK).hex())
}

impl Colour {
    fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#')?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// This colour, mixed with another only as far as it takes to be read on a paper.
    fn until(self, other: Self, paper: Self) -> Self {
        (0_u16..=50)
            .map(|step| self.mixed(other, step * 2))
            .find(|colour| colour.contrast(paper) >= WANTED)
            .unwrap_or(other)
    }

    fn mixed(self, other: Self, percent: u16) -> Self {
        let mut parts = self.0;
        for (part, of_other) in parts.iter_mut().zip(other.0) {
            *part = ((u16::from(*part) * (100 - percent) + u16::from(of_other) * percent + 50) / 100) as u8;
        }
        Self(parts)
    }

    /// The contrast ratio of WCAG 2.2.
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, DARK, ENOUGH, LIGHT};

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((Colour([0; 3]).contrast(Colour([255; 3])) - 21.0).abs() < 0.01);
    }

    #[test]
    fn any_accent_can_be_read_in_both_schemes() {
        for accent in ["#ffee00", "#ffffff", "#000000", "#0b5c6b", "#ff0000", "#7f7f7f"] {
            let accent = Colour::parse(accent).unwrap();
            assert!(accent.until(Colour([0; 3]), LIGHT).contrast(LIGHT) >= ENOUGH);
            assert!(accent.until(Colour([255; 3]), DARK).contrast(DARK) >= ENOUGH);
        }
    }
}
