//! Text in markup.

/// What a byte needs: 0 nothing, 1 an escape, 2 a closer look at the character that it begins.
const NEEDS: [u8; 256] = {
    let mut needs = [0; 256];
    // Control characters but for tab and line end are allowed in no markup.
    let mut byte = 0;
    while byte < 0x20 {
        needs[byte] = 1;
        byte += 1;
    }
    needs[b'\t' as usize] = 0;
    needs[b'\n' as usize] = 0;
    needs[0x7f] = 1;
    needs[b'&' as usize] = 1;
    needs[b'<' as usize] = 1;
    needs[b'>' as usize] = 1;
    needs[b'"' as usize] = 1;
    // The second row of control characters, and the characters that are none.
    needs[0xc2] = 2;
    needs[0xef] = 2;
    needs
};

/// A text as it stands in markup, between tags or in an attribute.
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    escape_into(&mut markup, text);
    markup
}

/// Writes a text into markup.
pub fn escape_into(markup: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        let need = NEEDS[usize::from(bytes[at])];
        if need == 0 {
            at += 1;
            continue;
        }
        let length = if need == 1 { 1 } else { forbidden(&bytes[at..]) };
        if length == 0 {
            at += 1;
            continue;
        }
        markup.push_str(&text[start..at]);
        markup.push_str(match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "",
        });
        at += length;
        start = at;
    }
    markup.push_str(&text[start..]);
}

/// The length of the character that no markup allows, where there is one: U+0080 to U+009F,
/// U+FFFE and U+FFFF.
fn forbidden(bytes: &[u8]) -> usize {
    match bytes {
        [0xc2, 0x80..=0x9f, ..] => 2,
        [0xef, 0xbf, 0xbe | 0xbf, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn only_what_markup_allows_is_left() {
        assert_eq!(escaped("a<b> & \"ü\u{a0}漢\""), "a&lt;b&gt; &amp; &quot;ü\u{a0}漢&quot;");
        assert_eq!(escaped("\u{0}a\u{b}b\u{85}c\u{ffff}d\te\r\n\u{feff}"), "abcd\te\n\u{feff}");
    }
}
