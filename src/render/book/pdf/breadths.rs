//! How broad the letters of tables are.

use super::tables::BROAD;
use std::collections::BTreeMap;
use typst::layout::Abs;
use typst::text::{FontStyle, FontVariations};
use typst_kit::fonts::FontStore;

/// The family that the layouts set tables in.
const FAMILY: &str = "libertinus serif";

/// A size of type, which fonts of one size for all take no notice of.
const TYPE: f64 = 9.0;

/// The letters that are broader than most, each with its breadth in parts of the size of the type, in the boldest
/// letters: heads of tables are bold, and the rest is not much narrower.
pub(super) fn broad_letters(fonts: &FontStore) -> BTreeMap<char, f64> {
    let mut broad = BTreeMap::new();
    for index in fonts.book().select_family(FAMILY) {
        let Some(font) = fonts.font(index) else { continue };
        let (variant, coverage) = (font.info().variant, font.info().coverage.clone());
        if variant.style != FontStyle::Normal {
            continue;
        }
        let font = font.instantiate(variant, Abs::pt(TYPE), &FontVariations::default());
        for letter in coverage.iter().filter_map(char::from_u32) {
            let Some(advance) = font.ttf().glyph_index(letter).and_then(|glyph| font.x_advance(glyph.0)) else {
                continue;
            };
            if advance.get() > BROAD {
                let known = broad.entry(letter).or_insert(advance.get());
                *known = advance.get().max(*known);
            }
        }
    }
    broad
}
