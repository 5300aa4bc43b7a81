use crate::content::fields::Fields;
use crate::model::{Mention, SuccessCriterion};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> SuccessCriterion<Mention> {
    SuccessCriterion {
        measure: fields.prose("measure"),
        baseline: fields.line("baseline"),
        target: fields.line("target"),
        owner: fields.mention("owner"),
        measure_when: fields.line("measure_when"),
        actual: fields.line("actual"),
        measured_on: fields.date("measured_on"),
        status: fields.word("status"),
    }
}
