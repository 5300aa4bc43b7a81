//! Labels of footnotes, which stand in the edition's own sources.

use super::names::Names;
use crate::model::{EntryId, Footnote, Inline, Prose};
use std::collections::{BTreeMap, BTreeSet};

/// Gives footnotes whose labels hold a name others.
pub(super) fn relabel(prose: &mut Prose<EntryId>, names: &Names) {
    let mut taken: BTreeSet<String> = prose.footnotes.iter().map(|footnote| footnote.label.clone()).collect();
    let mut labels = BTreeMap::new();
    for Footnote { label, .. } in &mut prose.footnotes {
        let base = names.slug(label);
        if base == *label {
            continue;
        }
        let numbered = (2_usize..).map(|number| format!("{base}-{number}"));
        let new =
            std::iter::once(base.clone()).chain(numbered).find(|new| !taken.contains(new)).unwrap_or(base.clone());
        taken.insert(new.clone());
        labels.insert(std::mem::replace(label, new.clone()), new);
    }
    if !labels.is_empty() {
        prose.change_lines(&mut |line| rename_references(line, &labels));
    }
}

fn rename_references(inlines: &mut [Inline<EntryId>], labels: &BTreeMap<String, String>) {
    for inline in inlines {
        match inline {
            Inline::FootnoteReference(label) => {
                if let Some(new) = labels.get(label) {
                    label.clone_from(new);
                }
            }
            wrapped => rename_references(wrapped.content_mut().map_or(&mut [], Vec::as_mut_slice), labels),
        }
    }
}
