use super::skill_record;
use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::model::{EntryId, Mention, Person};

pub(super) fn read(fields: &mut Fields<'_, '_>, id: Option<&EntryId>) -> Person<Mention> {
    Person {
        organisation: fields.mention("organisation"),
        role: fields.word("role"),
        job_title: fields.line("title"),
        names: fields.lines("aliases"),
        stays_after_exit: fields.get("stays_after_exit", Reading::truth),
        contact: fields.line("contact"),
        pseudonym: fields.line("pseudonym"),
        skills: skill_record::list(fields, "skills", skill_record::Side::Skill, id),
    }
}
