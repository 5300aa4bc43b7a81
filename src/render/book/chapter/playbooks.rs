use super::super::composer::Composer;
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter};
use crate::model::{Entry, EntryId, Kind, Playbook};

/// How to do it without us.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let edition = publication.edition;
    let intro = composer.introduction("playbooks", Some(Kind::Playbook));
    let mut sections = Vec::new();
    for (entry, playbook) in edition.playbooks() {
        let blocks = section(composer, entry, playbook);
        sections.push(composer.section(entry, blocks));
    }
    composer.chapter("playbooks", intro, sections)
}

fn section(composer: &mut Composer<'_>, entry: &Entry<EntryId>, playbook: &Playbook<EntryId>) -> Vec<Block> {
    let id = &entry.id;
    let mut facts = Facts::default();
    facts.add(composer, "field-owner", playbook.owner.as_ref().map_or_else(Vec::new, |owner| composer.link(owner)));
    facts.add(composer, "field-status", composer.value(playbook.status));
    facts.add(composer, "field-skills", composer.links(&playbook.skills));
    facts.add(composer, "responsible", composer.parties(&playbook.roles.responsible));
    facts.add(composer, "accountable", composer.parties(&playbook.roles.accountable));
    facts.add(composer, "consulted", composer.parties(&playbook.roles.consulted));
    facts.add(composer, "informed", composer.parties(&playbook.roles.informed));
    facts.add(composer, "field-review-by", composer.date(playbook.review_by));
    facts.add(composer, "last-changed", composer.date(playbook.date));
    let evidence = composer.evidence(id);
    facts.add(composer, "field-evidence", evidence);
    let mut blocks = composer.prose(&playbook.purpose, id);
    blocks.extend(facts.block());
    composer.part("section-when-to-use", &playbook.when_to_use, id, &mut blocks);
    composer.part("section-inputs", &playbook.inputs, id, &mut blocks);
    blocks.extend(composer.prose(&entry.body, id));
    composer.part("section-outputs", &playbook.outputs, id, &mut blocks);
    composer.part("section-pitfalls", &playbook.pitfalls, id, &mut blocks);
    composer.part("section-how-to-extend", &playbook.how_to_extend, id, &mut blocks);
    let lessons = composer.links(&playbook.lessons);
    if !lessons.is_empty() {
        blocks.push(composer.heading("section-lessons"));
        blocks.push(Block::Paragraph(lessons));
    }
    blocks
}
