use super::Outset;
use crate::content::fields::Fields;
use crate::content::heading::take_sections;
use crate::model::{Decision, Mention};

pub(super) fn read(fields: &mut Fields<'_, '_>, outset: &mut Outset<'_>) -> Decision<Mention> {
    let mut decision = Decision {
        date: fields.date("date"),
        status: fields.word("status"),
        decision_makers: fields.mentions("decision_makers"),
        context: fields.prose("context"),
        options: fields.prose("options"),
        outcome: fields.prose("outcome"),
        rationale: fields.prose("rationale"),
        consequences: fields.prose("consequences"),
        supersedes: fields.mentions("supersedes"),
        projects: fields.mentions("project"),
        sessions: fields.mentions("session"),
    };
    let anchors = take_sections(
        fields.reading,
        outset.body,
        vec![
            (&["context", "context and problem statement"], &mut decision.context),
            (&["options", "considered options", "pros and cons of the options"], &mut decision.options),
            (&["outcome", "outcomes", "decision outcome", "decision"], &mut decision.outcome),
            (&["rationale", "decision drivers"], &mut decision.rationale),
            (&["consequences", "consequence"], &mut decision.consequences),
        ],
    );
    outset.anchors.extend(anchors);
    decision
}
