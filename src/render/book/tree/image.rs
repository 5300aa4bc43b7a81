//! The files that pictures need.

use std::sync::Arc;

/// A file that a picture needs.
#[derive(Debug, Clone)]
pub(in crate::render::book) struct Image {
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// What the bytes are.
    pub format: Format,
    /// Width in CSS pixels, where it is known.
    pub width: u32,
    /// Height in CSS pixels, where it is known.
    pub height: u32,
}

/// The formats of images that all three books can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::book) enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF; the first picture of it in print.
    Gif,
    /// WebP.
    Webp,
    /// Scalable Vector Graphics.
    Svg,
}

impl Format {
    /// The usual ending of a file name.
    pub(in crate::render::book) fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Svg => "svg",
        }
    }

    /// The media type.
    pub(in crate::render::book) fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }
}
