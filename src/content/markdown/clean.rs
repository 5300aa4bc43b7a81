//! Characters that must not or should not stand in a text.

use crate::content::text::{Rewriting, Text};
use crate::diagnostic::{Code, Diagnostic, Report};

/// What one byte may begin.
const ORDINARY: u8 = 0;
const CONTROL: u8 = 1;
/// The first byte of U+0080 to U+009F, of the marks of direction and of U+FFFE and U+FFFF.
const SUSPICIOUS: u8 = 2;

const CLASSES: [u8; 256] = {
    let mut classes = [ORDINARY; 256];
    let mut byte = 0;
    while byte < 0x20 {
        classes[byte] = CONTROL;
        byte += 1;
    }
    classes[b'\n' as usize] = ORDINARY;
    classes[b'\t' as usize] = ORDINARY;
    classes[0x7F] = CONTROL;
    classes[0xC2] = SUSPICIOUS;
    classes[0xE2] = SUSPICIOUS;
    classes[0xEF] = SUSPICIOUS;
    classes
};

/// Takes out control characters (NUL becomes U+FFFD) and warns of them, and of characters that
/// turn the direction of writing, which stay. Gives nothing where nothing had to be taken out.
pub(super) fn clean(text: &Text, report: &mut Report) -> Option<Text> {
    let mut controls = Vec::new();
    let mut turn = None;
    for (at, byte) in text.value.bytes().enumerate() {
        match CLASSES[byte as usize] {
            CONTROL => controls.push(at),
            SUSPICIOUS => match text.value[at..].chars().next() {
                Some(character) if is_forbidden(character) => controls.push(at),
                Some(character) if is_turn(character) => turn = turn.or(Some((at, character))),
                _ => {}
            },
            _ => {}
        }
    }
    if let Some((at, character)) = turn {
        let message = format!("the character U+{:04X} turns the direction of writing", u32::from(character));
        let span = text.span(at..at + character.len_utf8());
        let hint = "such characters can hide what a text says; take them out unless the language needs them";
        report.push(Diagnostic::warning(Code::BidiCharacter, span, message).hint(hint));
    }
    let first = *controls.first()?;
    let character = text.value[first..].chars().next()?;
    let message = match controls.len() {
        1 => format!("the control character U+{:04X} was left out", u32::from(character)),
        count => format!("{count} control characters were left out, the first is U+{:04X}", u32::from(character)),
    };
    let span = text.span(first..first + character.len_utf8());
    report.push(Diagnostic::warning(Code::ControlCharacter, span, message));

    let mut rewriting = Rewriting::new(text);
    let mut kept = 0;
    for at in controls {
        rewriting.keep(kept..at);
        if text.value.as_bytes()[at] == 0 {
            rewriting.insert("\u{FFFD}", at);
        }
        kept = at + text.value[at..].chars().next().map_or(1, char::len_utf8);
    }
    rewriting.keep(kept..text.value.len());
    Some(rewriting.finish())
}

/// Whether neither HTML nor XML can hold the character.
pub(super) fn is_forbidden(character: char) -> bool {
    (character.is_control() && character != '\n' && character != '\t') || matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

fn is_turn(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
