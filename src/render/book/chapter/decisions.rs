use super::super::composer::Composer;
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter};
use crate::model::{Decision, Entry, EntryId, Kind};

/// What was decided, by whom, and why.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let intro = composer.introduction("decisions", Some(Kind::Decision));
    let mut decisions: Vec<_> = edition.decisions().collect();
    decisions.sort_by_key(|(entry, decision)| (decision.date, &entry.id));
    let mut sections = Vec::new();
    for (entry, decision) in decisions {
        let blocks = section(composer, entry, decision);
        sections.push(composer.section(entry, blocks));
    }
    composer.chapter("decisions", intro, sections)
}

fn section(composer: &mut Composer<'_>, entry: &Entry<EntryId>, decision: &Decision<EntryId>) -> Vec<Block> {
    let id = &entry.id;
    let mut facts = Facts::default();
    facts.add(composer, "field-date", composer.date(decision.date));
    facts.add(composer, "field-status", composer.value(decision.status));
    facts.add(composer, "field-decision-makers", composer.links(&decision.decision_makers));
    facts.add(composer, "field-supersedes", composer.links(&decision.supersedes));
    facts.add(composer, "field-projects", composer.links(&decision.projects));
    let evidence = composer.evidence(id);
    facts.add(composer, "field-evidence", evidence);
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    composer.part("section-context", &decision.context, id, &mut blocks);
    composer.part("section-options", &decision.options, id, &mut blocks);
    composer.part("section-outcome", &decision.outcome, id, &mut blocks);
    composer.part("section-rationale", &decision.rationale, id, &mut blocks);
    composer.part("section-consequences", &decision.consequences, id, &mut blocks);
    blocks.extend(composer.prose(&entry.body, id));
    blocks
}
