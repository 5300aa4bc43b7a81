use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::model::{HandoverItem, Mention};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> HandoverItem<Mention> {
    HandoverItem {
        area: fields.word("area"),
        owner: fields.mention("owner"),
        done: fields.get("done", Reading::truth).unwrap_or(false),
        evidence: fields.prose("evidence"),
        signed_off_by: fields.mention("signed_off_by"),
        signed_off_on: fields.date("signed_off_on"),
    }
}
