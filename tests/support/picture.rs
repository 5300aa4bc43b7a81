//! Pictures of one pixel, with whatever is to be hidden in them.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// A PNG image with more chunks, by their names.
pub(crate) fn png(texts: &[(&[u8], Vec<u8>)]) -> Vec<u8> {
    let chunk = |name: &[u8], data: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(data);
        [&(data.len() as u32).to_be_bytes()[..], name, data, &crc.sum().to_be_bytes()].concat()
    };
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    for (name, data) in texts {
        bytes.extend(chunk(name, data));
    }
    bytes.extend(chunk(b"IDAT", &zlib(&[0, 128])));
    bytes.extend(chunk(b"IEND", &[]));
    bytes
}

/// Bytes in the compression of PNG and PDF.
pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
