use super::profile::{recognise, written};
use super::{Cleaned, exif, u32_le};

const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const IS_ANIMATED: u8 = 0x02;

/// One chunk of the container.
struct Chunk<'a> {
    name: &'a [u8],
    data: &'a [u8],
}

pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let length = u32_le(bytes, 4)? as usize;
    let chunks = chunks(bytes.get(12..length.checked_add(8)?)?)?;
    let find = |name: &[u8]| chunks.iter().find(|chunk| chunk.name == name);
    let turn = find(b"EXIF").map_or(1, |chunk| {
        // Some writers put JPEG's own prefix before the structure.
        exif::orientation(chunk.data.strip_prefix(b"Exif\0\0").unwrap_or(chunk.data))
    });
    let profile = find(b"ICCP").and_then(|chunk| recognise(chunk.data)).map(written);
    let mut body = Vec::with_capacity(bytes.len());
    let mut size = None;
    let mut pictures = 0;
    for item in &chunks {
        match item.name {
            b"VP8X" => {
                let data = item.data.get(..10)?;
                let side = |at: usize| Some(u32_le(&[data.get(at..at + 3)?, &[0]].concat(), 0)? + 1);
                size = Some((side(4)?, side(7)?));
                let mut data = data.to_vec();
                data[0] &= HAS_ALPHA | IS_ANIMATED;
                data[0] |= if profile.is_some() { HAS_PROFILE } else { 0 };
                data[0] |= if turn == 1 { 0 } else { HAS_EXIF };
                data[1..4].fill(0);
                chunk(&mut body, b"VP8X", &data);
                if let Some(profile) = &profile {
                    chunk(&mut body, b"ICCP", profile);
                }
            }
            b"VP8 " | b"VP8L" => {
                let own = if item.name == b"VP8 " { lossy_size(item.data) } else { lossless_size(item.data) }?;
                size.get_or_insert(own);
                pictures += 1;
                chunk(&mut body, item.name, item.data);
            }
            b"ALPH" | b"ANIM" => chunk(&mut body, item.name, item.data),
            b"ANMF" => {
                let mut frame = item.data.get(..16)?.to_vec();
                for part in self::chunks(item.data.get(16..)?)? {
                    if matches!(part.name, b"ALPH" | b"VP8 " | b"VP8L") {
                        chunk(&mut frame, part.name, part.data);
                    }
                }
                pictures += 1;
                chunk(&mut body, b"ANMF", &frame);
            }
            _ => {}
        }
    }
    if turn != 1 && find(b"VP8X").is_some() {
        chunk(&mut body, b"EXIF", &exif::minimal(turn));
    }
    let mut out = b"RIFF".to_vec();
    out.extend((body.len() as u32 + 4).to_le_bytes());
    out.extend(b"WEBP");
    out.append(&mut body);
    // Browsers do not turn WebP images by their EXIF, so that the size is the one of the pixels.
    (pictures > 0).then_some(Cleaned::of(out, size?))
}

fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while at + 8 <= bytes.len() {
        let length = u32_le(bytes, at + 4)? as usize;
        let data = bytes.get(at + 8..(at + 8).checked_add(length)?)?;
        chunks.push(Chunk { name: &bytes[at..at + 4], data });
        at += 8 + length.next_multiple_of(2);
    }
    Some(chunks)
}

fn chunk(out: &mut Vec<u8>, name: &[u8], data: &[u8]) {
    out.extend(name);
    out.extend((data.len() as u32).to_le_bytes());
    out.extend(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

fn lossy_size(data: &[u8]) -> Option<(u32, u32)> {
    (data.get(3..6)? == b"\x9d\x01\x2a").then_some(())?;
    let sides = u32_le(data, 6)?;
    Some((sides & 0x3FFF, sides >> 16 & 0x3FFF))
}

fn lossless_size(data: &[u8]) -> Option<(u32, u32)> {
    (data.first()? == &0x2F).then_some(())?;
    let sides = u32_le(data, 1)?;
    Some(((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1))
}
