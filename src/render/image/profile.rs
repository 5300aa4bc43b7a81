//! Colour profiles: the well-known ones stay, as a profile of our own with the same numbers.
//!
//! A profile has room for texts and for chunks that nobody knows, so that none is copied. It is
//! recognised by its primaries and its curve and written anew.

use super::{u16_be, u32_be};

/// A colour space that browsers and printers agree upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColourSpace {
    Srgb,
    DisplayP3,
    AdobeRgb,
}

impl ColourSpace {
    const ALL: [Self; 3] = [Self::Srgb, Self::DisplayP3, Self::AdobeRgb];

    /// The space's usual name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Srgb => "sRGB",
            Self::DisplayP3 => "Display P3",
            Self::AdobeRgb => "Adobe RGB",
        }
    }

    /// Red, green and blue as XYZ under D50, in 1/65536.
    fn primaries(self) -> [[i32; 3]; 3] {
        let xyz = match self {
            Self::Srgb => {
                [[0.436_07, 0.222_49, 0.013_92], [0.385_15, 0.716_87, 0.097_08], [0.143_07, 0.060_61, 0.714_10]]
            }
            Self::DisplayP3 => {
                [[0.515_12, 0.241_20, -0.001_05], [0.291_98, 0.692_25, 0.041_89], [0.157_10, 0.066_57, 0.784_07]]
            }
            Self::AdobeRgb => {
                [[0.609_74, 0.311_11, 0.019_47], [0.205_28, 0.625_67, 0.060_87], [0.149_19, 0.063_22, 0.744_57]]
            }
        };
        xyz.map(|primary| primary.map(fixed))
    }

    /// The curve of each channel: sRGB's in parameters, or a plain exponent of 563/256.
    fn curve(self) -> Vec<u8> {
        if self == Self::AdobeRgb {
            return [b"curv\0\0\0\0\0\0\0\x01".as_slice(), &[0x02, 0x33, 0, 0]].concat();
        }
        let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
        for number in [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45] {
            curve.extend(fixed(number).to_be_bytes());
        }
        curve
    }
}

fn fixed(number: f64) -> i32 {
    (number * 65536.0).round() as i32
}

/// The well-known space that a profile describes, where it does.
pub(super) fn recognise(profile: &[u8]) -> Option<ColourSpace> {
    if profile.get(16..20) != Some(b"RGB ") || profile.get(20..24) != Some(b"XYZ ") {
        return None;
    }
    let xyz = |name: &[u8; 4]| {
        let at = tag(profile, *name)?;
        (profile.get(at..at + 4)? == b"XYZ ").then_some(())?;
        let number = |index: usize| u32_be(profile, at + 8 + 4 * index).map(u32::cast_signed);
        Some([number(0)?, number(1)?, number(2)?])
    };
    let primaries = [xyz(b"rXYZ")?, xyz(b"gXYZ")?, xyz(b"bXYZ")?];
    // Makers round differently; the spaces lie a hundred times farther apart than this.
    let near = |a: i32, b: i32| a.abs_diff(b) < 200;
    let space = ColourSpace::ALL.into_iter().find(|space| {
        let known = space.primaries();
        (0..3).all(|primary| (0..3).all(|axis| near(primaries[primary][axis], known[primary][axis])))
    })?;
    // Half the signal is about a fifth of the light in all three; a linear profile would not be.
    let half = middle_of_curve(profile, tag(profile, *b"rTRC")?)?;
    ((0.20..0.23).contains(&half)).then_some(space)
}

fn tag(profile: &[u8], name: [u8; 4]) -> Option<usize> {
    let count = u32_be(profile, 128)?.min(100) as usize;
    (0..count)
        .map(|index| 132 + 12 * index)
        .find(|at| profile.get(*at..at + 4) == Some(&name))
        .and_then(|at| u32_be(profile, at + 4))
        .map(|at| at as usize)
        .filter(|at| *at < profile.len())
}

fn middle_of_curve(profile: &[u8], at: usize) -> Option<f64> {
    let parameter =
        |index: usize| u32_be(profile, at + 12 + 4 * index).map(|number| f64::from(number.cast_signed()) / 65536.0);
    match profile.get(at..at + 4)? {
        b"para" => match u16_be(profile, at + 8)? {
            0 => Some(0.5_f64.powf(parameter(0)?)),
            1..=4 => Some((parameter(1)? * 0.5 + parameter(2)?).powf(parameter(0)?)),
            _ => None,
        },
        b"curv" => match u32_be(profile, at + 8)? as usize {
            0 => Some(0.5),
            1 => Some(0.5_f64.powf(f64::from(u16_be(profile, at + 12)?) / 256.0)),
            count => Some(f64::from(u16_be(profile, at + 12 + 2 * (count / 2))?) / 65535.0),
        },
        _ => None,
    }
}

/// A profile of the space with nothing in it but its numbers and its name.
pub(super) fn written(space: ColourSpace) -> Vec<u8> {
    let [red, green, blue] = space.primaries().map(|xyz| xyz_tag(&xyz));
    let curve = padded(space.curve());
    let parts: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", text_tag(space.name())),
        (b"cprt", text_tag("CC0")),
        (b"wtpt", xyz_tag(&[0.9642, 1.0, 0.8249].map(fixed))),
        (b"rXYZ", red),
        (b"gXYZ", green),
        (b"bXYZ", blue),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (parts.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * parts.len();
    for (name, part) in &parts {
        table.extend(*name);
        table.extend(((start + data.len()) as u32).to_be_bytes());
        table.extend((part.len() as u32).to_be_bytes());
        data.extend(part);
    }
    let mut profile = Vec::with_capacity(start + data.len());
    profile.extend(((start + data.len()) as u32).to_be_bytes());
    profile.extend(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    profile.extend([0x07, 0xE0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    profile.extend(b"acsp");
    profile.resize(68, 0);
    for number in [0.9642, 1.0, 0.8249] {
        profile.extend(fixed(number).to_be_bytes());
    }
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(data);
    profile
}

fn xyz_tag(xyz: &[i32; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(xyz.iter().flat_map(|number| number.to_be_bytes()));
    tag
}

fn text_tag(text: &str) -> Vec<u8> {
    let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend((words.len() as u32).to_be_bytes());
    tag.extend(28_u32.to_be_bytes());
    tag.extend(words);
    padded(tag)
}

fn padded(mut part: Vec<u8>) -> Vec<u8> {
    part.resize(part.len().next_multiple_of(4), 0);
    part
}

#[cfg(test)]
mod tests {
    use super::{ColourSpace, recognise, written};

    #[test]
    fn a_written_profile_is_recognised() {
        for space in ColourSpace::ALL {
            assert_eq!(recognise(&written(space)), Some(space));
        }
    }

    #[test]
    fn a_space_with_another_curve_is_not_recognised() {
        let mut profile = written(ColourSpace::AdobeRgb);
        let gamma = profile.windows(2).position(|pair| pair == [0x02, 0x33]).unwrap();
        profile[gamma] = 0x01;
        assert_eq!(recognise(&profile), None);
    }
}
