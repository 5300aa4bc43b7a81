//! The files beside the notes: pictures, drawings, attachments.

use super::folder::folder_default;
use super::{Role, SourceText, Word, finished, lines, notebook, words};
use crate::proof::Terms;
use crate::proof::find::{Finder, Needle};
use crate::proof::picture::{self, Profiles};
use crate::source::SourceTree;
use std::collections::BTreeSet;

/// Adds the files beside the notes: shown where a shown text names them, else withheld.
pub(super) fn with_files(sources: &SourceTree, terms: &Terms<'_>, mut texts: Vec<SourceText>) -> Vec<SourceText> {
    let files: Vec<_> = sources
        .below("content")
        .filter(|(path, _)| !matches!(path.ending().as_str(), "md" | "markdown" | "yaml" | "yml"))
        .filter(|(path, _)| !path.name().starts_with(['.', '_']))
        .map(|(path, file)| (path, file, words(path.stem(), 0)))
        .collect();
    let named = named(&texts, files.iter().map(|(_, _, name)| name.as_slice()));
    let is_withheld = |index: usize, name: &[Word]| {
        let below = files[index].0.as_str().strip_prefix("content/").unwrap_or_default();
        folder_default(terms, below).1 || (!name.is_empty() && !named.contains(&(index as u32)))
    };
    let shown: Vec<&[u8]> = files
        .iter()
        .enumerate()
        .filter(|(index, (_, _, name))| !is_withheld(*index, name))
        .map(|(_, (_, file, _))| &**file.bytes())
        .collect();
    for (index, (path, file, name)) in files.iter().enumerate() {
        let mut notebook = notebook(terms);
        let withheld = is_withheld(index, name);
        let mut bytes = Vec::new();
        notebook.push(name.clone(), Role::Title, withheld);
        match std::str::from_utf8(file.bytes()) {
            Ok(text) => {
                for line in lines(text, 0) {
                    notebook.add(line.text, line.at, Role::Prose, withheld);
                }
            }
            Err(_) => {
                if withheld {
                    // The same picture may be shown beside another note.
                    let is_shown =
                        |window: &Vec<u8>| shown.iter().any(|bytes| memchr::memmem::find(bytes, window).is_some());
                    // In the middle of a very small one are its head and end, like everybody's.
                    let window =
                        window(file.bytes()).filter(|_| file.bytes().len() >= 300).filter(|window| !is_shown(window));
                    bytes.extend(window.map(|window| (window, "a file that only withheld text refers to")));
                }
                for part in picture::parts(file.bytes(), Profiles::Not).unwrap_or_default() {
                    bytes.extend(window(&part).map(|window| (window, "what an image says beside its picture")));
                }
            }
        }
        let mut text = finished(path, notebook);
        text.bytes = bytes;
        text.handed_on = !withheld;
        texts.push(text);
    }
    texts
}

/// Which of these names stand in a shown passage.
fn named<'a>(texts: &[SourceText], names: impl Iterator<Item = &'a [Word]>) -> BTreeSet<u32> {
    let needles = names
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
        .map(|(index, name)| Needle::phrase(name.iter().map(|word| word.hash), index as u32));
    let finder = Finder::new(needles.collect());
    let mut named = BTreeSet::new();
    for passage in texts.iter().flat_map(|text| &text.passages).filter(|passage| !passage.withheld) {
        finder.scan(&passage.words, |hit, _| {
            named.insert(finder.secret(hit));
        });
    }
    named
}

/// Bytes from the middle of a file by which it is known wherever it is put; none where it is too
/// short or too even to be known.
fn window(bytes: &[u8]) -> Option<Vec<u8>> {
    const LENGTH: usize = 24;
    let middle = bytes.len().checked_sub(LENGTH)? / 2;
    let window = &bytes[middle..middle + LENGTH];
    let different: BTreeSet<u8> = window.iter().copied().collect();
    (different.len() >= 10).then(|| window.to_vec())
}
