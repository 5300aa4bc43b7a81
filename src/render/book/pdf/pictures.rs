//! Pictures as a PDF may hold them.

use crate::render::book::tree::Format;
use crate::render::image;
use std::io::Cursor;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// A picture that can be printed.
pub(super) struct Print {
    /// The file, of the same format as before.
    pub bytes: Vec<u8>,
    /// The width in CSS pixels.
    pub width: f64,
    /// The height in CSS pixels.
    pub height: f64,
}

/// A picture as it can be printed.
///
/// A photograph in the inks of a press is mixed anew from red, green and blue: an archive's PDF must say what its
/// inks are, and nobody knows that of a file from anywhere.
///
/// # Errors
/// Why it cannot be shown, in the decoder's own words.
pub(super) fn printable(bytes: Vec<u8>, format: Format) -> Result<Print, String> {
    let data = Bytes::new(bytes.clone());
    let raster = match format {
        Format::Svg => {
            let image = SvgImage::new(data).map_err(|_| "it is no drawing with a width and a height".to_owned())?;
            return Ok(Print { bytes, width: image.width(), height: image.height() });
        }
        Format::Png => ExchangeFormat::Png,
        Format::Jpeg => ExchangeFormat::Jpg,
        Format::Gif => ExchangeFormat::Gif,
        Format::Webp => ExchangeFormat::Webp,
    };
    let image = RasterImage::plain(data, raster).map_err(|error| error.to_string())?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let bytes = if format == Format::Jpeg && image::colours_of_jpeg(&bytes) == Some(4) {
        let mut mixed = Vec::new();
        let made = image.dynamic().write_to(&mut Cursor::new(&mut mixed), ExchangeFormat::Jpg.into());
        made.map_err(|error| error.to_string())?;
        mixed
    } else {
        bytes
    };
    Ok(Print { bytes, width, height })
}
