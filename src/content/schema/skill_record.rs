//! What somebody can do: a list under a person or under a skill.

use crate::content::fields::{Fields, mapping};
use crate::content::order;
use crate::content::reading::{Reading, is_id, mention_of};
use crate::content::yaml::Value;
use crate::model::{EntryId, Mention, SkillRecord};

/// Which of the two a record names; the other is the record it stands in.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Person,
    Skill,
}

const KEYS: &str = "before, after, target, assessed_on, evidence, evidence_level";

pub(super) fn list(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    side: Side,
    holder: Option<&EntryId>,
) -> Vec<SkillRecord<Mention>> {
    fields.list(name, |reading, node, path| {
        let place = reading.first_line(&node.range);
        let mut other = holder.map(|id| mention_of(id, place.clone()));
        if matches!(node.value, Value::Scalar(_)) {
            let named = reading.mention(node, path)?;
            let (person, skill) = in_order(side, other?, named);
            return Some(SkillRecord {
                person,
                skill,
                before: None,
                after: None,
                target: None,
                assessed_on: None,
                evidence: crate::model::Prose::default(),
                sessions: Vec::new(),
                evidence_level: None,
            });
        }
        let key = match side {
            Side::Person => "person",
            Side::Skill => "skill",
        };
        let keys = format!("{key}, {KEYS}");
        mapping(reading, node, path, &keys, |fields| {
            let named = fields.mention(key);
            let before = fields.get("before", Reading::level);
            let after = fields.get("after", Reading::level);
            let target = fields.get("target", Reading::level);
            let assessed_on = fields.date("assessed_on");
            let evidence_level = fields.word("evidence_level");
            let (evidence, sessions) = evidence(fields);
            let Some(named) = named else {
                fields.lacks(key, format!("this record of a skill has no `{key}`"), &keys);
                return None;
            };
            let who = if matches!(side, Side::Person) { named.text.as_str() } else { "this person" };
            order::levels(fields, ("before", before), ("after", after), who);
            let (person, skill) = in_order(side, other.take()?, named);
            Some(SkillRecord { person, skill, before, after, target, assessed_on, evidence, sessions, evidence_level })
        })?
    })
}

fn in_order(side: Side, holder: Mention, named: Mention) -> (Mention, Mention) {
    match side {
        Side::Person => (named, holder),
        Side::Skill => (holder, named),
    }
}

/// Evidence is a text, or the ids of the sessions that show it, or both.
fn evidence(fields: &mut Fields<'_, '_>) -> (crate::model::Prose<Mention>, Vec<Mention>) {
    let mut sessions = Vec::new();
    let texts = fields.list("evidence", |reading, node, path| {
        let is_session = node.words().is_some_and(|words| is_id(words.trim_start_matches("session:")));
        if is_session {
            sessions.extend(reading.mention(node, path));
            None
        } else {
            reading.prose(node, path)
        }
    });
    let mut evidence = crate::model::Prose::default();
    for text in texts {
        evidence.blocks.extend(text.blocks);
        evidence.footnotes.extend(text.footnotes);
    }
    (evidence, sessions)
}
