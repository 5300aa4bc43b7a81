use super::profile::{recognise, written};
use super::{Cleaned, exif, u16_be};

const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";

/// What is read from the segments before any of them is written.
#[derive(Default)]
struct Head {
    turn: Option<u16>,
    profile: Vec<(u8, Vec<u8>)>,
    size: Option<(u32, u32)>,
}

pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut head = Head::default();
    let mut body = Vec::with_capacity(bytes.len());
    let mut jfif = None;
    let mut at = 2;
    let mut scans = 0;
    loop {
        // Any number of FF bytes may stand before a marker.
        while bytes.get(at)? == &0xFF && bytes.get(at + 1)? == &0xFF {
            at += 1;
        }
        if bytes.get(at)? != &0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xD9 {
            break;
        }
        let length = usize::from(u16_be(bytes, at + 2)?);
        let data = bytes.get(at + 4..at + 2 + length.max(2))?;
        at += 2 + length.max(2);
        match marker {
            _ if begins_frame(marker) => {
                let size = (u32::from(u16_be(data, 3)?), u32::from(u16_be(data, 1)?));
                head.size.get_or_insert(size);
                segment(&mut body, marker, data);
            }
            0xE0 if data.starts_with(b"JFIF\0") => jfif = Some(data.get(5..12)?.to_vec()),
            0xE1 if data.starts_with(EXIF) => {
                head.turn.get_or_insert(exif::orientation(&data[EXIF.len()..]));
            }
            0xE2 if data.starts_with(ICC) => head.profile.push((*data.get(12)?, data.get(14..)?.to_vec())),
            // Without Adobe's mark the colours of CMYK and RGB pictures are read wrongly.
            0xEE if data.starts_with(b"Adobe") => segment(&mut body, marker, data.get(..12)?),
            0xDA => {
                head.size?;
                scans += 1;
                segment(&mut body, marker, data);
                let end = end_of_scan(bytes, at)?;
                body.extend(&bytes[at..end]);
                at = end;
            }
            // Huffman and arithmetic tables, quantisation, restarts, lines, hierarchy.
            0xC4 | 0xCC | 0xDB..=0xDF => segment(&mut body, marker, data),
            // Application data, comments, and what nobody knows.
            _ => {}
        }
    }
    let size = head.size.filter(|_| scans > 0)?;
    let mut out = vec![0xFF, 0xD8];
    if let Some(mut jfif) = jfif {
        // The two bytes after the density are the thumbnail's size.
        let mut data = b"JFIF\0".to_vec();
        data.append(&mut jfif);
        data.extend([0, 0]);
        segment(&mut out, 0xE0, &data);
    }
    let turn = head.turn.unwrap_or(1);
    if turn != 1 {
        segment(&mut out, 0xE1, &[EXIF, &exif::minimal(turn)].concat());
    }
    head.profile.sort();
    let profile: Vec<u8> = head.profile.into_iter().flat_map(|(_, part)| part).collect();
    if let Some(space) = recognise(&profile) {
        segment(&mut out, 0xE2, &[ICC, &[1, 1], &written(space)].concat());
    }
    out.append(&mut body);
    out.extend([0xFF, 0xD9]);
    Some(Cleaned::of(out, exif::shown(size, turn)))
}

/// How many colours each pixel of a cleaned JPEG image is mixed from: four are the inks of a press.
#[cfg(feature = "pdf")]
pub fn colours(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    while !begins_frame(*bytes.get(at + 1)?) {
        at += 2 + usize::from(u16_be(bytes, at + 2)?);
    }
    bytes.get(at + 9).copied()
}

/// Whether a marker begins a frame: its size, and how its pixels are made.
fn begins_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF)
}

/// Where the next marker stands that is neither a stuffed byte nor a restart.
fn end_of_scan(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match bytes.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

fn segment(out: &mut Vec<u8>, marker: u8, data: &[u8]) {
    out.extend([0xFF, marker]);
    out.extend((data.len() as u16 + 2).to_be_bytes());
    out.extend(data);
}
