use super::profile::{recognise, written};
use super::{Cleaned, exif, u32_be};
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::{Read, Write};

/// The chunks that make the picture (PNG, third edition). Texts, times, suggested palettes and all
/// private chunks are not among them.
const PICTURE: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP", b"mDCV",
    b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

/// A profile larger than this is none of the well-known ones.
const LARGEST_PROFILE: u64 = 1 << 16;

pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    let mut size = None;
    let mut turn = 1;
    let mut has_picture = false;
    loop {
        let length = u32_be(bytes, at)? as usize;
        let name: [u8; 4] = bytes.get(at + 4..at + 8)?.try_into().ok()?;
        let data = bytes.get(at + 8..(at + 8).checked_add(length)?)?;
        // The checksum is written anew, so that nothing hides in its place.
        bytes.get(at + 8 + length..at + 12 + length)?;
        at += 12 + length;
        if size.is_none() != (&name == b"IHDR") {
            return None;
        }
        match &name {
            b"IHDR" => {
                size = Some((u32_be(data, 0)?, u32_be(data, 4)?));
                chunk(&mut out, name, data.get(..13)?);
            }
            b"IEND" => break,
            b"iCCP" => {
                let profile = data.iter().position(|byte| *byte == 0).and_then(|end| inflated(data.get(end + 2..)?));
                if let Some(space) = profile.as_deref().and_then(recognise) {
                    let mut packed = [space.name().as_bytes(), b"\0\0"].concat();
                    packed.extend(deflated(&written(space))?);
                    chunk(&mut out, name, &packed);
                }
            }
            b"eXIf" => {
                turn = exif::orientation(data);
                if turn != 1 {
                    chunk(&mut out, name, &exif::minimal(turn));
                }
            }
            _ if PICTURE.contains(&&name) => {
                has_picture |= &name == b"IDAT";
                chunk(&mut out, name, data);
            }
            _ => {}
        }
    }
    chunk(&mut out, *b"IEND", &[]);
    has_picture.then_some(Cleaned::of(out, exif::shown(size?, turn)))
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let mut crc = Crc::new();
    crc.update(&name);
    crc.update(data);
    out.extend((data.len() as u32).to_be_bytes());
    out.extend(name);
    out.extend(data);
    out.extend(crc.sum().to_be_bytes());
}

fn inflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut profile = Vec::new();
    ZlibDecoder::new(data).take(LARGEST_PROFILE).read_to_end(&mut profile).ok()?;
    Some(profile)
}

fn deflated(profile: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(profile).ok()?;
    encoder.finish().ok()
}
