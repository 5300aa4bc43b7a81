use super::skill_record;
use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::model::{EntryId, Mention, Skill};

pub(super) fn read(fields: &mut Fields<'_, '_>, id: Option<&EntryId>) -> Skill<Mention> {
    Skill {
        family: fields.word("family"),
        required_level: fields.get("required_level", Reading::level),
        required_holders: fields.get("required_holders", |reading, node, path| reading.integer(node, path, 1..=1000)),
        description: fields.prose("description"),
        critical: fields.get("critical", Reading::truth).unwrap_or(false),
        playbooks: fields.mentions("playbooks"),
        records: skill_record::list(fields, "records", skill_record::Side::Person, id),
    }
}
