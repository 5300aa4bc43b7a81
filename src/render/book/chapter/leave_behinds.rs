use super::super::composer::{Composer, joined};
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter, Section};
use crate::insight::LeftBehind;
use crate::model::{Kind, View, Vocabulary as _};

/// What stays, from the highest step of economic value down.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let staircase = &composer.publication.insights.staircase;
    let mut intro = composer.introduction("what-we-leave-behind", Some(Kind::LeaveBehind));
    intro.extend(composer.own_view(View::Staircase));
    let mut sections = Vec::new();
    for (step, left) in staircase.steps.iter().rev() {
        let name = step.as_str();
        let title = composer.words.say(&format!("step-plural-{name}")).into_owned();
        let lede = composer.words.say(&format!("step-lede-{name}")).into_owned();
        sections.extend(step_section(composer, name, title, Some(lede), left));
    }
    let title = composer.words.say("step-unplaced").into_owned();
    sections.extend(step_section(composer, "unplaced", title, None, &staircase.unplaced));
    composer.chapter("what-we-leave-behind", intro, sections)
}

fn step_section(
    composer: &mut Composer<'_>,
    name: &str,
    title: String,
    lede: Option<String>,
    left: &[LeftBehind],
) -> Option<Section> {
    let sections: Vec<Section> = left.iter().filter_map(|left| record(composer, left)).collect();
    let blocks = lede.map(|lede| Block::Paragraph(super::super::composer::text(lede))).into_iter().collect();
    (!sections.is_empty()).then(|| Section {
        title,
        id: format!("step:{name}"),
        blocks,
        sections,
        ..Section::default()
    })
}

fn record(composer: &mut Composer<'_>, left: &LeftBehind) -> Option<Section> {
    let (entry, record) = composer.publication.edition.leave_behind(&left.id)?;
    let mut facts = Facts::default();
    facts.add(composer, "field-form", composer.value(record.form));
    facts.add(composer, "field-owner-after", record.owner_after.as_ref().map_or_else(Vec::new, |id| composer.link(id)));
    facts.add(composer, "field-recipients", composer.parties(&record.recipients));
    let location = composer.cell(&record.location, &entry.id);
    facts.add(composer, "field-location", location);
    facts.add(composer, "field-review-by", composer.date(record.review_by));
    let accepted = joined(
        composer.words,
        [record.accepted_by.as_ref().map_or_else(Vec::new, |id| composer.link(id)), composer.date(record.accepted_on)],
    );
    facts.add(composer, "field-accepted", accepted);
    let evidence = composer.evidence(&entry.id);
    facts.add(composer, "field-evidence", evidence);
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    blocks.extend(composer.prose(&record.description, &entry.id));
    composer.part("section-maintenance", &record.maintenance, &entry.id, &mut blocks);
    composer.part("section-how-to-extend", &record.how_to_extend, &entry.id, &mut blocks);
    blocks.extend(composer.prose(&entry.body, &entry.id));
    Some(composer.section(entry, blocks))
}
