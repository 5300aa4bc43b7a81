//! Images without what their makers left in them.
//!
//! In: an image file as it lies beside the notes. Out: the same picture without EXIF, XMP, IPTC,
//! comments, thumbnails, texts and trailing bytes, and its size. Nothing is encoded again, and
//! nothing is decoded: what is left out is left out between the pictures' own chunks.
//!
//! *Invariant:* what is not known to be part of the picture does not pass.

mod exif;
mod gif;
mod jpeg;
mod png;
mod profile;
mod svg;
mod webp;

#[cfg(feature = "pdf")]
pub use jpeg::colours as colours_of_jpeg;

use crate::model::Safeguard;
use std::fmt;

/// The endings of files that [`clean`] can clean.
pub const ENDINGS: [&str; 6] = ["gif", "jpeg", "jpg", "png", "svg", "webp"];

/// An image that carries its picture and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The file.
    pub bytes: Vec<u8>,
    /// The width in pixels as it is shown; none for an SVG that does not say.
    pub width: Option<u32>,
    /// The height in pixels as it is shown; none for an SVG that does not say.
    pub height: Option<u32>,
}

impl Cleaned {
    fn of(bytes: Vec<u8>, (width, height): (u32, u32)) -> Self {
        Self { bytes, width: Some(width), height: Some(height) }
    }
}

/// Why a file is not the image that its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// One short sentence, lower case, no full stop: "the file is a JPEG image, not PNG".
    pub message: String,
}

impl Complaint {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    fn cut_off(format: &str) -> Self {
        Self::new(format!("the {format} image is cut off or damaged"))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// Cleans an image. The ending is the file's, in lower case and without its dot.
///
/// Memory and time grow with the file's length, never with its width and height.
pub fn clean(bytes: &[u8], ending: &str) -> Result<Cleaned, Complaint> {
    let wanted = match ending {
        "png" => "PNG",
        "jpg" | "jpeg" => "JPEG",
        "webp" => "WebP",
        "gif" => "GIF",
        "svg" => return svg::clean(bytes),
        _ => return Err(Complaint::new(format!("\".{ending}\" is no kind of image that can be cleaned"))),
    };
    match format_of(bytes) {
        Some(found) if found != wanted => {
            return Err(Complaint::new(format!("the file is a {found} image, not {wanted}")));
        }
        None => return Err(Complaint::new(format!("the file is no {wanted} image"))),
        Some(_) => {}
    }
    let cleaned = match wanted {
        "PNG" => png::clean(bytes),
        "JPEG" => jpeg::clean(bytes),
        "WebP" => webp::clean(bytes),
        _ => gif::clean(bytes),
    };
    let mut cleaned = cleaned.ok_or_else(|| Complaint::cut_off(wanted))?;
    if Safeguard::ImageMetadata.is_out() {
        cleaned.bytes = bytes.to_vec();
    }
    if cleaned.width == Some(0) || cleaned.height == Some(0) {
        return Err(Complaint::new(format!("the {wanted} image has no width or no height")));
    }
    Ok(cleaned)
}

fn format_of(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("PNG")
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some("JPEG")
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some("GIF")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some("WebP")
    } else {
        None
    }
}

fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
