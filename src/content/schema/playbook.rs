use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::model::{Mention, Playbook, Prose, ResponsibilityMatrix};

pub(super) fn read(fields: &mut Fields<'_, '_>, body: &mut Prose<Mention>) -> Playbook<Mention> {
    // The steps are the body; a playbook without one may write them as a field.
    let steps = fields.prose("steps");
    body.blocks.splice(0..0, steps.blocks);
    body.footnotes.extend(steps.footnotes);
    Playbook {
        purpose: fields.prose("purpose"),
        when_to_use: fields.prose("when_to_use"),
        owner: fields.mention("owner"),
        skills: fields.mentions("skills"),
        roles: fields
            .mapping("roles", "responsible, accountable, consulted, informed", |fields| ResponsibilityMatrix {
                responsible: fields.list("responsible", Reading::party),
                accountable: fields.list("accountable", Reading::party),
                consulted: fields.list("consulted", Reading::party),
                informed: fields.list("informed", Reading::party),
            })
            .unwrap_or_default(),
        inputs: fields.prose("inputs"),
        outputs: fields.prose("outputs"),
        pitfalls: fields.prose("pitfalls"),
        how_to_extend: fields.prose("how_to_extend"),
        lessons: fields.mentions("lessons"),
        status: fields.word("status"),
        review_by: fields.date("review_by"),
        date: fields.date("date"),
    }
}
