use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::content::yaml::Node;
use crate::model::{Kind, LeaveBehind, Mention, Step, Vocabulary};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> LeaveBehind<Mention> {
    LeaveBehind {
        step: fields.get("kind", step),
        form: fields.word("form"),
        owner_after: fields.mention("owner_after"),
        location: fields.prose("location"),
        recipients: fields.list("recipients", Reading::party),
        evidence: fields.mentions("evidence"),
        description: fields.prose("description"),
        maintenance: fields.prose("maintenance"),
        how_to_extend: fields.prose("how_to_extend"),
        review_by: fields.date("review_by"),
        accepted_by: fields.mention("accepted_by"),
        accepted_on: fields.date("accepted_on"),
    }
}

/// The step of value. A commodity is nothing that one leaves behind.
fn step(reading: &mut Reading<'_>, node: &Node, path: &str) -> Option<Step> {
    let words = node.words().unwrap_or_default();
    // In a folder of all kinds, `kind: leave-behind` says which record this is.
    if Kind::parse(words).is_some() {
        return None;
    }
    if Step::parse(words) == Some(Step::Commodity) {
        reading.unknown_value(node, path, words, Step::ALL[1..].iter().map(|step| step.as_str()));
        return None;
    }
    let known = node.words().and_then(Step::parse);
    if known.is_none() && node.words().is_some() {
        reading.unknown_value(node, path, words, Step::ALL[1..].iter().map(|step| step.as_str()));
        return None;
    }
    known.or_else(|| reading.word(node, path))
}
