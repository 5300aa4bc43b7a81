use crate::content::fields::Fields;
use crate::model::{Mention, Prose, Term};

pub(super) fn read(fields: &mut Fields<'_, '_>, body: &mut Prose<Mention>) -> Term<Mention> {
    let mut meaning = fields.prose("meaning");
    if meaning.is_empty() {
        meaning = std::mem::take(body);
    }
    Term { meaning }
}
