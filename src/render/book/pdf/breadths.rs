//! How broad the letters of tables are.

use typst::layout::{Abs, Em};
use typst::text::{FontStyle, FontVariations};
use typst_kit::fonts::FontStore;

/// The family that the layouts set tables in.
const FAMILY: &str = "libertinus serif";
/// A size of type, which fonts of one size for all take no notice of.
const TYPE: f64 = 9.0;
/// The first letter that is not measured: after it come scripts that other fonts have.
const END: u32 = 0x2200;

/// The breadths of letters in parts of the size of the type, where they are boldest: heads of tables are bold, and the
/// rest is not much narrower.
pub(super) struct Breadths(Vec<f64>);

impl Breadths {
    pub(super) fn measured(fonts: &FontStore) -> Self {
        let mut breadths = vec![0.0; END as usize];
        for font in fonts.book().select_family(FAMILY).filter_map(|index| fonts.font(index)) {
            let variant = font.info().variant;
            if variant.style != FontStyle::Normal {
                continue;
            }
            let coverage = font.info().coverage.clone();
            let font = font.instantiate(variant, Abs::pt(TYPE), &FontVariations::default());
            for letter in coverage.iter().take_while(|code| *code < END).filter_map(char::from_u32) {
                let advance = font.ttf().glyph_index(letter).and_then(|glyph| font.x_advance(glyph.0));
                let breadth = &mut breadths[u32::from(letter) as usize];
                *breadth = advance.map_or(0.0, Em::get).max(*breadth);
            }
        }
        Self(breadths)
    }

    /// The breadth of a letter; none where it is not known, or has none.
    pub(super) fn of(&self, letter: char) -> Option<f64> {
        self.0.get(u32::from(letter) as usize).copied().filter(|breadth| *breadth > 0.0)
    }
}
