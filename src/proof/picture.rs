//! What an image says beside its picture: texts, camera data, comments, what follows its end.
//!
//! It is found by looking, not by knowing: whatever is not the compressed picture itself is read
//! as text.

use flate2::read::ZlibDecoder;
use std::io::Read;

/// A compressed text of an image is never longer than this.
const LONGEST_TEXT: u64 = 1 << 22;

/// Whether the bytes are an image of a kind that is known here.
pub(super) fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
        || bytes.starts_with(b"\xff\xd8\xff")
        || bytes.starts_with(b"GIF8")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// The texts of an image; none where the bytes are no image.
pub(super) fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    Some(parts(bytes, Profiles::Too)?.into_iter().flat_map(|part| readings(&part)).collect())
}

/// A part as text of one byte a letter, and of two.
fn readings(part: &[u8]) -> Vec<String> {
    let narrow = String::from_utf8_lossy(part).into_owned();
    let wide: Vec<u8> = part.iter().copied().filter(|byte| *byte != 0).collect();
    let wide = String::from_utf8_lossy(&wide).into_owned();
    // A text chunk may hold its text compressed, after a name and a zero or two.
    let packed = memchr::memchr_iter(0, part).take(8).filter_map(|at| {
        [1, 2].into_iter().find_map(|skip| {
            let mut plain = Vec::new();
            ZlibDecoder::new(part.get(at + skip..)?).take(LONGEST_TEXT).read_to_end(&mut plain).ok()?;
            (!plain.is_empty()).then(|| String::from_utf8_lossy(&plain).into_owned())
        })
    });
    let packed: Vec<String> = packed.collect();
    [narrow, wide].into_iter().chain(packed).collect()
}

/// Chunks of PNG that are the picture, or say in a few numbers how it is shown.
const PICTURE: [&[u8]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP",
    b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

/// Whether colour profiles count as what an image says beside its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Profiles {
    Too,
    /// Well-known ones stay in what is written, and are the same everywhere.
    Not,
}

/// The parts of an image that are not its picture; none where the bytes are no image.
pub(super) fn parts(bytes: &[u8], profiles: Profiles) -> Option<Vec<Vec<u8>>> {
    let is_profile = |name: &[u8]| {
        profiles == Profiles::Not && [&b"iCCP"[..], b"ICCP", b"ICC_PROFILE"].iter().any(|known| name.starts_with(known))
    };
    let parts = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        chunks(bytes, 8, |bytes, at| {
            let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
            let name = bytes.get(at + 4..at + 8)?;
            let picture = PICTURE.contains(&name) || is_profile(name);
            Some((at + 8, length, at + 12 + length, picture, name == b"IEND"))
        })
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        chunks(bytes, 2, |bytes, at| {
            let marker = *bytes.get(at + 1)?;
            let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
            let other = ((0xE0..=0xEF).contains(&marker) || marker == 0xFE) && !is_profile(bytes.get(at + 4..)?);
            if marker == 0xDA {
                // The picture's data: what follows the last end mark is beside it.
                let end = memchr::memmem::rfind(bytes, b"\xff\xd9").map_or(bytes.len(), |end| end + 2);
                return Some((at, end - at, end, true, true));
            }
            Some((at + 4, length.checked_sub(2)?, at + 2 + length, !other, false))
        })
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        chunks(bytes, 12, |bytes, at| {
            let length = u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?) as usize;
            let name = bytes.get(at..at + 4)?;
            let known = [&b"VP8 "[..], b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"];
            let picture = known.contains(&name) || is_profile(name);
            Some((at + 8, length, at + 8 + length.next_multiple_of(2), picture, false))
        })
    } else if bytes.starts_with(b"GIF8") {
        // One that cannot be followed to its end is looked at as a whole.
        gif(bytes).unwrap_or_else(|| vec![bytes.to_vec()])
    } else {
        return None;
    };
    Some(parts)
}

/// The extensions of a GIF, whose texts stand in blocks of up to 255 bytes, and what follows its end.
fn gif(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut parts = Vec::new();
    loop {
        let is_picture = match *bytes.get(at)? {
            0x3B => break,
            0x2C => true,
            0x21 => false,
            _ => return None,
        };
        // A picture has its place, colours and code size before its data; an extension its label.
        let from = if is_picture { at + 11 + colours(*bytes.get(at + 9)?) } else { at + 2 };
        let (mut text, mut next) = (Vec::new(), from);
        loop {
            let length = usize::from(*bytes.get(next)?);
            if length == 0 {
                break;
            }
            text.extend_from_slice(bytes.get(next + 1..=next + length)?);
            next += 1 + length;
        }
        // How long a picture stands, and how often all of them are shown.
        let is_plain = is_picture || bytes[at + 1] == 0xF9 || text.starts_with(b"NETSCAPE2.0");
        if !is_plain {
            parts.push(text);
        }
        at = next + 1;
    }
    parts.extend(bytes.get(at + 1..).filter(|rest| !rest.is_empty()).map(<[u8]>::to_vec));
    Some(parts)
}

/// Walks through chunks: where the data begins, its length, where the next chunk begins, whether
/// it is picture, and whether it is the last. What follows the last is a part too.
fn chunks(
    bytes: &[u8],
    start: usize,
    next: impl Fn(&[u8], usize) -> Option<(usize, usize, usize, bool, bool)>,
) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut at = start;
    while let Some((data, length, end, is_picture, is_last)) = next(bytes, at) {
        if !is_picture {
            parts.extend(bytes.get(data..data.saturating_add(length).min(bytes.len())).map(<[u8]>::to_vec));
        }
        at = end.max(at + 1);
        if is_last {
            break;
        }
    }
    parts.extend(bytes.get(at..).filter(|rest| !rest.is_empty()).map(<[u8]>::to_vec));
    parts
}
