//! Letters, digits and signs of ASCII, eight bytes at a time.

/// Every byte of eight, with the same value.
pub(super) const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The bit that makes a capital letter of ASCII a small one, and leaves digits as they are.
pub(super) const SMALL: u64 = eight(0x20);

/// How many of eight bytes, from the first on, are letters or digits of ASCII. All are looked at in
/// one go: where a word ends is what a processor cannot foresee.
pub(super) fn letters_ahead(bytes: u64) -> usize {
    const TOP: u64 = eight(0x80);
    // The top bit of each byte is free for what a sum carries over.
    let plain = bytes & !TOP;
    let small = plain | SMALL;
    let is_letter = (small + eight(0x80 - b'a')) & !(small + eight(0x7F - b'z'));
    let is_digit = (plain + eight(0x80 - b'0')) & !(plain + eight(0x7F - b'9'));
    let others = !(is_letter | is_digit) & TOP | bytes & TOP;
    others.trailing_zeros() as usize / 8
}

/// Whether a sign beside a word makes it a part of something longer: one of addresses and paths does, and others where
/// `behind` them the next word begins at once.
pub(super) fn joins(bytes: &[u8], sign: usize, behind: Option<usize>) -> bool {
    match bytes.get(sign) {
        Some(b'/' | b'@' | b'\\' | b'_' | b'=' | b'#' | b'~') => true,
        Some(b'.' | b':' | b'-') => behind.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn eight_bytes_are_read_as_one_byte_after_another_would_be() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"aZ09bY18";
                bytes[place] = byte;
                let run = if byte.is_ascii_alphanumeric() { 8 } else { place };
                assert_eq!(super::letters_ahead(u64::from_le_bytes(bytes)), run, "{byte} at {place}");
            }
        }
    }
}
