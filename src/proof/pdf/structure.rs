//! Which paragraph, cell or heading of a tagged PDF its marked content belongs to.
//!
//! Lines drawn one below the other are one text only where they are parts of one block: the lines of
//! a title page would else be read as a sentence that nobody wrote.

use super::{DEEPEST, resolved};
use lopdf::{Dictionary, Document, Object, ObjectId};
use rustc_hash::FxHashMap;

/// The blocks of a document's structure (ISO 32000-1, 14.7), by where marked content stands.
pub(super) struct Structure<'a> {
    document: &'a Document,
    /// The elements of a page's or form's marked contents, by its `StructParents`.
    parents: FxHashMap<i64, &'a Object>,
}

impl<'a> Structure<'a> {
    /// That of a document; an empty one where it is not tagged.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut parents = FxHashMap::default();
        let tree = document
            .catalog()
            .ok()
            .and_then(|catalog| inner(document, catalog, b"StructTreeRoot"))
            .and_then(|root| inner(document, root, b"ParentTree"));
        if let Some(tree) = tree {
            collect(document, tree, &mut parents, 0);
        }
        Self { document, parents }
    }

    /// The block of each marked content of a page or form, by its number.
    pub(super) fn blocks(&self, holder: &Dictionary) -> Vec<Option<ObjectId>> {
        let key = holder.get(b"StructParents").and_then(Object::as_i64).ok();
        let elements = key.and_then(|key| self.parents.get(&key)).and_then(|found| found.as_array().ok());
        elements.into_iter().flatten().map(|element| self.block(element)).collect()
    }

    /// The innermost element around marked content that is no part of a line.
    fn block(&self, element: &Object) -> Option<ObjectId> {
        let mut id = element.as_reference().ok()?;
        for _ in 0..DEEPEST {
            let element = self.document.get_dictionary(id).ok()?;
            if !self.is_within_lines(element) {
                break;
            }
            id = element.get(b"P").and_then(Object::as_reference).ok()?;
        }
        Some(id)
    }

    fn is_within_lines(&self, element: &Dictionary) -> bool {
        let is_inline = matches!(
            super::name_of(element, b"S"),
            Some(
                b"Span"
                    | b"Em"
                    | b"Strong"
                    | b"Sub"
                    | b"Link"
                    | b"Annot"
                    | b"Quote"
                    | b"Code"
                    | b"Reference"
                    | b"BibEntry"
                    | b"Lbl"
                    | b"Datetime"
                    | b"NonStruct"
            )
        );
        is_inline && !element.get(b"A").is_ok_and(|attributes| self.is_placed_as_block(attributes))
    }

    fn is_placed_as_block(&self, attributes: &Object) -> bool {
        match resolved(self.document, attributes) {
            Object::Array(parts) => parts.iter().any(|part| self.is_placed_as_block(part)),
            Object::Dictionary(dict) => super::name_of(dict, b"Placement") == Some(b"Block"),
            _ => false,
        }
    }
}

fn inner<'a>(document: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    resolved(document, dict.get(key).ok()?).as_dict().ok()
}

/// Reads a number tree.
fn collect<'a>(document: &'a Document, node: &'a Dictionary, found: &mut FxHashMap<i64, &'a Object>, depth: usize) {
    if let Ok(Object::Array(pairs)) = node.get(b"Nums").map(|pairs| resolved(document, pairs)) {
        for pair in pairs.chunks_exact(2) {
            if let Ok(key) = pair[0].as_i64() {
                found.insert(key, resolved(document, &pair[1]));
            }
        }
    }
    if let Ok(Object::Array(kids)) = node.get(b"Kids").map(|kids| resolved(document, kids))
        && depth < DEEPEST
    {
        for kid in kids.iter().filter_map(|kid| resolved(document, kid).as_dict().ok()) {
            collect(document, kid, found, depth + 1);
        }
    }
}
