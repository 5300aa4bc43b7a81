//! The one thing of EXIF that changes what one sees: which side is up.

use super::{u16_be, u16_le, u32_be, u32_le};

const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// How the picture is turned, 1 to 8, from a TIFF structure; 1 (as it is) where that cannot be read.
pub(super) fn orientation(tiff: &[u8]) -> u16 {
    read(tiff).filter(|turn| (1..=8).contains(turn)).unwrap_or(1)
}

fn read(tiff: &[u8]) -> Option<u16> {
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at| if big { u16_be(tiff, at) } else { u16_le(tiff, at) };
    let first = if big { u32_be(tiff, 4) } else { u32_le(tiff, 4) }? as usize;
    let count = short(first)?;
    (0..usize::from(count))
        .map(|index| first + 2 + index * 12)
        .find(|entry| short(*entry) == Some(ORIENTATION))
        .and_then(|entry| short(entry + 8))
}

/// A TIFF structure that says how the picture is turned, and nothing else.
pub(super) fn minimal(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    tiff.extend(ORIENTATION.to_be_bytes());
    tiff.extend(SHORT.to_be_bytes());
    tiff.extend([0, 0, 0, 1]);
    tiff.extend(orientation.to_be_bytes());
    tiff.extend([0, 0, 0, 0, 0, 0]);
    tiff
}

/// Width and height as they are shown: from the fifth turn on the picture lies on its side.
pub(super) fn shown((width, height): (u32, u32), orientation: u16) -> (u32, u32) {
    if orientation >= 5 { (height, width) } else { (width, height) }
}
