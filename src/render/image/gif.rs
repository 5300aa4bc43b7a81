use super::{Cleaned, u16_le};

pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let size = (u32::from(u16_le(bytes, 6)?), u32::from(u16_le(bytes, 8)?));
    let mut at = 13 + colour_table(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    let mut pictures = 0;
    loop {
        let start = at;
        match *bytes.get(at)? {
            0x3B => break,
            0x2C => {
                // A picture: its frame, its colours, the width of its codes, its data.
                at += 10 + colour_table(*bytes.get(at + 9)?) + 1;
                at = after_blocks(bytes, at)?;
                out.extend(bytes.get(start..at)?);
                pictures += 1;
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                let end = after_blocks(bytes, at + 2)?;
                match (label, bytes.get(at + 2..at + 14)) {
                    // How long and how the next picture is shown.
                    (0xF9, _) => {
                        out.extend([0x21, 0xF9, 4]);
                        out.extend(bytes.get(at + 3..at + 7)?);
                        out.push(0);
                    }
                    // How often the pictures are repeated.
                    (0xFF, Some(b"\x0bNETSCAPE2.0" | b"\x0bANIMEXTS1.0"))
                        if bytes.get(at + 14..at + 16) == Some(&[3, 1]) =>
                    {
                        out.extend(bytes.get(at..at + 18)?);
                        out.push(0);
                    }
                    // Comments, texts, XMP and other applications' data.
                    _ => {}
                }
                at = end;
            }
            _ => return None,
        }
    }
    out.push(0x3B);
    (pictures > 0).then_some(Cleaned::of(out, size))
}

fn colour_table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where the sequence of blocks ends that begins here.
fn after_blocks(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
