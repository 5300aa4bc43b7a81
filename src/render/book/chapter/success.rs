use super::super::composer::{Composer, joined, text};
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter};
use crate::model::{Entry, EntryId, Kind, SuccessCriterion};

/// How the client will know that it lasted.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let edition = publication.edition;
    let intro = composer.introduction("success", Some(Kind::SuccessCriterion));
    let mut sections = Vec::new();
    for (entry, criterion) in edition.success_criteria() {
        let blocks = section(composer, entry, criterion);
        sections.push(composer.section(entry, blocks));
    }
    composer.chapter("success", intro, sections)
}

fn section(composer: &mut Composer<'_>, entry: &Entry<EntryId>, criterion: &SuccessCriterion<EntryId>) -> Vec<Block> {
    let optional = |value: &Option<String>| value.as_ref().map_or_else(Vec::new, text);
    let mut facts = Facts::default();
    facts.add(composer, "field-status", composer.value(criterion.status));
    facts.add(composer, "field-baseline", optional(&criterion.baseline));
    facts.add(composer, "field-target", optional(&criterion.target));
    let result = joined(composer.words, [optional(&criterion.actual), composer.date(criterion.measured_on)]);
    facts.add(composer, "field-result", result);
    facts.add(composer, "field-measure-when", optional(&criterion.measure_when));
    facts.add(composer, "field-owner", criterion.owner.as_ref().map_or_else(Vec::new, |owner| composer.link(owner)));
    let evidence = composer.evidence(&entry.id);
    facts.add(composer, "field-evidence", evidence);
    let mut blocks = composer.prose(&criterion.measure, &entry.id);
    blocks.extend(facts.block());
    blocks.extend(composer.prose(&entry.body, &entry.id));
    blocks
}
