use super::{Cleaned, clean};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

const TOKEN: &str = "CANARY-image-1a2b3c4d";

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn size(cleaned: &Cleaned) -> (Option<u32>, Option<u32>) {
    (cleaned.width, cleaned.height)
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn png_chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(data);
    [&(data.len() as u32).to_be_bytes()[..], name, data, &crc.sum().to_be_bytes()].concat()
}

/// A grey pixel with more chunks after the head and more bytes after the end.
fn png(chunks: &[(&[u8], &[u8])], after: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    for (name, data) in chunks {
        bytes.extend(png_chunk(name, data));
    }
    bytes.extend(png_chunk(b"IDAT", &zlib(&[0, 128])));
    bytes.extend(png_chunk(b"IEND", &[]));
    bytes.extend(after);
    bytes
}

fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x0E, 0x01, 2, 0, TOKEN.len() as u8, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation as u8, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(TOKEN.as_bytes());
    tiff
}

fn jpeg_segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xFF, marker][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat()
}

/// The segments of a picture of 3 by 2, with more segments before them and more bytes after.
fn jpeg(segments: &[(u8, Vec<u8>)], after: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    for (marker, data) in segments {
        bytes.extend(jpeg_segment(*marker, data));
    }
    bytes.extend(jpeg_segment(0xDB, &[0; 65]));
    bytes.extend(jpeg_segment(0xC0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]));
    bytes.extend(jpeg_segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]);
    bytes.extend(after);
    bytes
}

#[test]
fn a_png_loses_its_texts_its_exif_and_what_follows_its_end() {
    let packed = [b"Comment\0\0".as_slice(), &zlib(TOKEN.as_bytes())].concat();
    let text = format!("Author\0{TOKEN}");
    let dirty = png(
        &[
            (b"tEXt", text.as_bytes()),
            (b"zTXt", &packed),
            (b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{TOKEN}").as_bytes()),
            (b"eXIf", &exif(1)),
            (b"tIME", &[7, 0xE9, 1, 2, 3, 4, 5]),
            (b"prVt", TOKEN.as_bytes()),
            (b"pHYs", &[0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1]),
        ],
        TOKEN.as_bytes(),
    );
    let cleaned = clean(&dirty, "png").unwrap();
    assert_eq!(cleaned.bytes, png(&[(b"pHYs", &[0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1])], b""));
    assert_eq!(size(&cleaned), (Some(1), Some(1)));
}

#[test]
fn an_unknown_colour_profile_goes_and_a_well_known_one_stays_as_its_numbers() {
    let unknown = [b"mine\0\0".as_slice(), &zlib(TOKEN.as_bytes())].concat();
    assert_eq!(clean(&png(&[(b"iCCP", &unknown)], b""), "png").unwrap().bytes, png(&[], b""));

    let mut profile = super::profile::written(super::profile::ColourSpace::DisplayP3);
    profile.extend(TOKEN.as_bytes());
    let known = [TOKEN.as_bytes(), b"\0\0", &zlib(&profile)].concat();
    let cleaned = clean(&png(&[(b"iCCP", &known)], b""), "png").unwrap().bytes;
    assert!(holds(&cleaned, "iCCPDisplay P3") && !holds(&cleaned, TOKEN));

    let segment = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile].concat();
    let cleaned = clean(&jpeg(&[(0xE2, segment)], b""), "jpg").unwrap().bytes;
    assert!(holds(&cleaned, "ICC_PROFILE") && !holds(&cleaned, TOKEN));
}

#[test]
fn a_jpeg_loses_exif_xmp_iptc_comments_thumbnails_and_what_follows_its_end() {
    let dirty = jpeg(
        &[
            (0xE0, [b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01".as_slice(), b"tmb"].concat()),
            (0xE1, [b"Exif\0\0".as_slice(), &exif(1)].concat()),
            (0xE1, format!("http://ns.adobe.com/xap/1.0/\0{TOKEN}").into_bytes()),
            (0xED, format!("Photoshop 3.0\0{TOKEN}").into_bytes()),
            (0xFE, TOKEN.as_bytes().to_vec()),
        ],
        TOKEN.as_bytes(),
    );
    let cleaned = clean(&dirty, "jpeg").unwrap();
    assert_eq!(cleaned.bytes, jpeg(&[(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0".to_vec())], b""));
    assert_eq!(size(&cleaned), (Some(3), Some(2)));
}

#[test]
fn a_turned_picture_keeps_its_turn_and_nothing_else() {
    let cleaned = clean(&jpeg(&[(0xE1, [b"Exif\0\0".as_slice(), &exif(6)].concat())], b""), "jpg").unwrap();
    assert!(!holds(&cleaned.bytes, TOKEN));
    assert_eq!(size(&cleaned), (Some(2), Some(3)));
    let again = clean(&cleaned.bytes, "jpg").unwrap();
    assert_eq!(again, cleaned);
    let cleaned = clean(&png(&[(b"eXIf", &exif(8))], b""), "png").unwrap().bytes;
    assert!(holds(&cleaned, "eXIf") && !holds(&cleaned, TOKEN));
}

#[test]
fn a_gif_loses_comments_texts_and_xmp_and_keeps_its_loop() {
    let head = b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    let frame = b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x4c\x01\0";
    let repeat = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let mut comment = vec![0x21, 0xFE, TOKEN.len() as u8];
    comment.extend(TOKEN.as_bytes());
    comment.push(0);
    let xmp = [b"\x21\xff\x0bXMP DataXMP".as_slice(), &[TOKEN.len() as u8], TOKEN.as_bytes(), &[0]].concat();
    let dirty = [head.as_slice(), &comment, repeat, &xmp, frame, b"\x3b", TOKEN.as_bytes()].concat();
    let cleaned = clean(&dirty, "gif").unwrap();
    assert_eq!(cleaned.bytes, [head.as_slice(), repeat, frame, b"\x3b"].concat());
    assert_eq!(size(&cleaned), (Some(2), Some(1)));
}

#[test]
fn a_webp_loses_exif_xmp_and_unknown_chunks_and_says_so_in_its_head() {
    let chunk = |name: &[u8], data: &[u8]| {
        let mut chunk = [name, &(data.len() as u32).to_le_bytes(), data].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        chunk
    };
    let file = |chunks: &[Vec<u8>]| {
        let body = chunks.concat();
        [b"RIFF".as_slice(), &(body.len() as u32 + 4).to_le_bytes(), b"WEBP", &body].concat()
    };
    let picture = chunk(b"VP8L", &[0x2F, 4, 0x40, 0, 0, 7, 7]);
    let dirty = file(&[
        chunk(b"VP8X", &[0x2C, 0, 0, 0, 4, 0, 0, 1, 0, 0]),
        chunk(b"ICCP", TOKEN.as_bytes()),
        picture.clone(),
        chunk(b"EXIF", &exif(1)),
        chunk(b"XMP ", TOKEN.as_bytes()),
        chunk(b"zzzz", TOKEN.as_bytes()),
    ]);
    let cleaned = clean(&[dirty.as_slice(), TOKEN.as_bytes()].concat(), "webp").unwrap();
    assert_eq!(cleaned.bytes, file(&[chunk(b"VP8X", &[0, 0, 0, 0, 4, 0, 0, 1, 0, 0]), picture]));
    assert_eq!(size(&cleaned), (Some(5), Some(2)));
}

#[test]
fn a_file_that_is_another_image_or_none_is_refused() {
    assert_eq!(clean(b"<html>not an image</html>", "png").unwrap_err().message, "the file is no PNG image");
    assert_eq!(clean(&png(&[], b""), "jpg").unwrap_err().message, "the file is a PNG image, not JPEG");
    assert_eq!(clean(b"", "svg").unwrap_err().message, "the file is no SVG image");
}

#[test]
fn every_cut_of_an_image_is_refused_or_cleaned_without_a_panic() {
    let whole = [
        (png(&[(b"tEXt", b"a\0b")], b""), "png"),
        (jpeg(&[(0xE1, [b"Exif\0\0".as_slice(), &exif(6)].concat())], b""), "jpg"),
        (b"GIF89a\x02\0\x01\0\0\0\0\x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x4c\x01\0\x3b".to_vec(), "gif"),
    ];
    for (bytes, ending) in whole {
        assert!(clean(&bytes, ending).is_ok());
        for end in 0..bytes.len() {
            assert!(clean(&bytes[..end], ending).is_err(), "{ending} cut at {end}");
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xFF;
            let _ = clean(&damaged, ending);
        }
    }
}

#[test]
fn a_picture_of_any_width_costs_no_memory() {
    let mut huge = png(&[], b"");
    huge[16..24].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
    assert_eq!(size(&clean(&huge, "png").unwrap()), (Some(0x7FFF_FFFF), Some(0x7FFF_FFFF)));
}

#[test]
fn an_svg_keeps_what_it_draws_and_nothing_that_acts_or_tells() {
    let dirty = format!(
        r##"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY who "{TOKEN}">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://x" viewBox="0 0 40 20" onload="go()" inkscape:label="{TOKEN}" data-who="{TOKEN}">
<!-- {TOKEN} --><metadata><b>{TOKEN}</b></metadata><desc>{TOKEN}</desc><title>Five &amp; four</title>
<script>{TOKEN}</script><foreignObject><p>{TOKEN}</p></foreignObject>
<style>/* {TOKEN} */ .a {{ fill: url(#g) }}</style><style>@import "{TOKEN}.css";</style>
<a href="https://{TOKEN}.example"><rect id="r" width="4" height="5" style="fill:url(https://{TOKEN})" onclick="{TOKEN}"/></a>
<use href="#r" x="5"/><use xlink:href="other.svg#{TOKEN}"/><image href="https://{TOKEN}.example/x.png"/>
<text>&who;<![CDATA[a < b]]></text></svg>"##
    );
    let cleaned = clean(dirty.as_bytes(), "svg").unwrap();
    let text = String::from_utf8(cleaned.bytes.clone()).unwrap();
    assert!(!text.contains(TOKEN), "{text}");
    for gone in ["script", "onload", "onclick", "foreign", "DOCTYPE", "<a", "https:", "inkscape", "@import", "<image"] {
        assert!(!text.contains(gone), "{gone} in {text}");
    }
    for kept in [
        "<title>Five &amp; four</title>",
        "fill: url(#g)",
        r#"<rect id="r" width="4" height="5"/>"#,
        r##"<use xlink:href="#r" x="5"/>"##,
        "a &lt; b",
    ] {
        assert!(text.contains(kept), "{kept} not in {text}");
    }
    assert_eq!(size(&cleaned), (Some(40), Some(20)));
    assert_eq!(clean(&cleaned.bytes, "svg").unwrap().bytes, cleaned.bytes);
}

#[test]
fn what_an_svg_hides_is_not_in_it() {
    for hidden in [
        r#"display="none""#,
        r#"visibility="hidden""#,
        r#"inkscape:groupmode="layer" style="fill:red;display:none""#,
        r#"style="Visibility : hidden !important""#,
    ] {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://x"><g {hidden}><g><text>{TOKEN}</text></g></g><text display="none" style="display:none;display:inline">Shown</text></svg>"#
        );
        let text = String::from_utf8(clean(svg.as_bytes(), "svg").unwrap().bytes).unwrap();
        assert!(!text.contains(TOKEN) && text.contains("Shown"), "{text}");
    }
}

#[test]
fn an_image_inside_an_svg_is_cleaned_too() {
    use base64::Engine as _;
    let text = format!("Author\0{TOKEN}");
    let encode = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let inner = encode(&png(&[(b"tEXt", text.as_bytes())], b""));
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg"><image width="1" height="1" href="data:image/png;base64,{inner}"/></svg>"#
    );
    let cleaned = String::from_utf8(clean(svg.as_bytes(), "svg").unwrap().bytes).unwrap();
    assert!(cleaned.contains(&encode(&png(&[], b""))) && !cleaned.contains(&inner));
}

#[test]
fn an_svg_that_is_not_well_formed_is_refused() {
    for broken in ["<svg><g></svg>", "<svg><g>", "<html></html>", "<svg/><svg/>", "<svg", "<svg a=>"] {
        let _ = clean(broken.as_bytes(), "svg");
    }
    assert!(clean(b"<svg><g></svg>", "svg").is_err());
    assert!(clean(b"<svg><g>", "svg").is_err());
    assert!(clean(b"<svg/><svg/>", "svg").is_err());
}

#[test]
fn text_of_a_drawing_that_nobody_sees_goes() {
    let drawn = |text: &str| {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">{text}</svg>");
        String::from_utf8(super::clean(svg.as_bytes(), "svg").expect("it is a drawing").bytes).expect("it is a text")
    };
    for hidden in [
        "<text opacity=\"0\">Falke</text>",
        "<g style=\"opacity: 0\"><text x=\"1\" y=\"9\">Falke</text></g>",
        "<text fill=\"none\">Falke</text>",
        "<g fill=\"transparent\"><text>Falke</text></g>",
        "<text fill-opacity=\"0\">Falke</text>",
        "<text style=\"fill:#fff0\">Falke</text>",
        "<text fill=\"rgba(0, 0, 0, 0)\">Falke</text>",
        "<text font-size=\"0\">Falke</text>",
        "<text font-size=\"0.05px\"><tspan>Falke</tspan></text>",
        "<text x=\"500\" y=\"9\">Falke</text>",
        "<text x=\"1\" y=\"-80\">Falke</text>",
        "<text x=\"-500\" y=\"9\">Falke</text>",
    ] {
        assert!(!drawn(hidden).contains("Falke"), "{hidden}");
    }
    for seen in [
        "<text x=\"1\" y=\"9\">Falke</text>",
        "<text fill=\"none\" stroke=\"red\" x=\"1\" y=\"9\">Falke</text>",
        "<g fill=\"none\"><text fill=\"red\">Falke</text></g>",
        "<text font-size=\"0\"><tspan font-size=\"9\">Falke</tspan></text>",
        "<g transform=\"translate(-450 0)\"><text x=\"500\" y=\"9\">Falke</text></g>",
        "<text x=\"101\" y=\"9\" text-anchor=\"end\">Falke</text>",
        "<title>Falke</title>",
    ] {
        assert!(drawn(seen).contains("Falke"), "{seen}");
    }
}
