//! What site.toml says of whole folders, read without regard to letter case and Unicode form.

use crate::proof::Terms;
use unicode_normalization::UnicodeNormalization;

/// What a folder's default says of a file: whether anything was said, and whether it is withheld.
pub(super) fn folder_default(terms: &Terms<'_>, below: &str) -> (bool, bool) {
    let below = usual_letters(below);
    let without_ending = below.rsplit_once('.').map_or(below.as_str(), |(stem, _)| stem);
    let mut said = terms.audiences.iter().filter(|(folder, _)| {
        let folder = usual_letters(folder);
        let folder = folder.strip_suffix("/**").unwrap_or(&folder);
        folder.is_empty() || is_below(folder, &below) || is_below(folder, without_ending)
    });
    let admits = terms.policy.admits.as_ref();
    let mut any = false;
    let withheld = said.by_ref().fold(false, |withheld, (_, audience)| {
        any = true;
        withheld || admits.is_some_and(|admits| !admits.contains(audience))
    });
    (any, withheld)
}

/// A path in small letters and one Unicode form: how a folder is written must not publish it.
fn usual_letters(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

/// Whether a path is a folder or lies below it, sign by sign; `*` is whatever stands within a name, and
/// `**` any number of folders.
fn is_below(folder: &str, path: &str) -> bool {
    if folder == "**" {
        return true;
    }
    if let Some(rest) = folder.strip_prefix("**/") {
        return is_below(rest, path) || path.split_once('/').is_some_and(|(_, below)| is_below(folder, below));
    }
    let mut signs = path.chars();
    let next = signs.next();
    if let Some(rest) = folder.strip_prefix('*') {
        return is_below(rest, path) || (next.is_some_and(|sign| sign != '/') && is_below(folder, signs.as_str()));
    }
    let mut wanted = folder.chars();
    match wanted.next() {
        None => next.is_none_or(|sign| sign == '/'),
        first => first == next && is_below(wanted.as_str(), signs.as_str()),
    }
}
