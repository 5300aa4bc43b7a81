//! Definitions of links that stand in withheld blocks. They hold there and nowhere else: a link outside of the block
//! would carry its address to those who must not read it. Where the label is defined outside as well, that holds for all.

use crate::model::holds_mark;
use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, OffsetIter};
use std::ops::Range;

/// A definition in a withheld block.
pub(super) struct Definition {
    label: String,
    target: String,
    title: String,
    place: Range<usize>,
}

/// The definitions of a text that has been read, as far as they stand in these blocks.
pub(super) fn within<'a, F: BrokenLinkCallback<'a>>(
    events: &OffsetIter<'a, F>,
    blocks: &[Range<usize>],
) -> Vec<Definition> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let all = events.reference_definitions().iter();
    all.filter(|(_, definition)| is_in(blocks, &definition.span))
        .map(|(label, definition)| Definition {
            label: folded(label),
            target: definition.dest.to_string(),
            title: definition.title.as_deref().unwrap_or_default().to_owned(),
            place: definition.span.clone(),
        })
        .collect()
}

/// The definitions whose label is the mark that withholds.
pub(super) fn marks<'a, F: BrokenLinkCallback<'a>>(events: &OffsetIter<'a, F>) -> Vec<Range<usize>> {
    let all = events.reference_definitions().iter();
    let marks = all.filter(|(label, _)| holds_mark(&format!("[{label}]")));
    marks.map(|(_, definition)| definition.span.clone()).collect()
}

/// The text with blanks for these definitions, so that everything else stays at its place.
pub(super) fn without(text: &str, definitions: &[Definition]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for Definition { place, .. } in definitions {
        // What stands before later lines belongs to the block around them.
        let mut is_before = false;
        for byte in &mut bytes[place.clone()] {
            match byte {
                b'\n' | b'\r' => is_before = true,
                b'>' | b' ' | b'\t' if is_before => {}
                other => {
                    is_before = false;
                    *other = b' ';
                }
            }
        }
    }
    // Whole definitions were blanked, and so whole characters.
    String::from_utf8(bytes).unwrap_or_default()
}

/// What a link means that has no definition any more: inside of the blocks, what it meant before.
pub(super) fn meaning<'a>(
    link: &BrokenLink<'_>,
    definitions: &[Definition],
    blocks: &[Range<usize>],
) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let label = folded(&link.reference);
    let meant = definitions.iter().find(|definition| definition.label == label && is_in(blocks, &link.span))?;
    Some((meant.target.clone().into(), meant.title.clone().into()))
}

fn is_in(blocks: &[Range<usize>], place: &Range<usize>) -> bool {
    blocks.iter().any(|block| block.start <= place.start && place.end <= block.end)
}

fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
