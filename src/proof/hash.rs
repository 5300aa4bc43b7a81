//! Numbers for words and lines, as different from each other as numbers can be.

/// Where a hash begins.
pub(super) const SEED: u64 = 0x51_7C_C1_B7_27_22_0A_95;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Up to eight bytes from a place on, the first lowest; where there are none, zero.
pub(super) fn eight_at(bytes: &[u8], at: usize) -> u64 {
    let rest = &bytes[at..];
    match rest.first_chunk::<8>() {
        Some(part) => u64::from_le_bytes(*part),
        None => rest.iter().rev().fold(0, |part, byte| part << 8 | u64::from(*byte)),
    }
}

/// Both halves of a product, so that every bit depends on every other.
pub(super) fn mixed(hash: u64) -> u64 {
    let product = u128::from(hash) * u128::from(FACTOR);
    product as u64 ^ (product >> 64) as u64
}

/// One number for some bytes, as different from all others as a number can be.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    let (mut one, mut two) = (SEED, FACTOR);
    for at in (0..bytes.len()).step_by(16) {
        one = mixed(one ^ eight_at(bytes, at));
        two = mixed(two.rotate_left(23) ^ eight_at(bytes, (at + 8).min(bytes.len())));
    }
    mixed(one ^ two.rotate_left(32))
}
