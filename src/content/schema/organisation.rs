use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::model::{Kind, Organisation};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> Organisation {
    let kind = fields.get("kind", |reading, node, path| {
        // In a folder of all kinds, `kind: organisation` says which record this is.
        let is_kind_of_record = node.words().and_then(Kind::parse).is_some();
        if is_kind_of_record { None } else { Reading::word(reading, node, path) }
    });
    Organisation { kind }
}
