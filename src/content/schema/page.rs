use crate::content::fields::Fields;
use crate::model::{Mention, Page};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> Page<Mention> {
    Page { description: fields.prose("description"), date: fields.date("date") }
}
