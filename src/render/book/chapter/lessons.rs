use super::super::composer::{Composer, text};
use super::super::facts::{Facts, capitalised};
use super::super::tree::{Block, Chapter, Section};
use crate::model::{EntryId, Kind, View};

/// What we learned, by theme.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let learning = &publication.insights.learning;
    let mut intro = composer.introduction("lessons", Some(Kind::Lesson));
    intro.extend(composer.own_view(View::LessonsByTheme));
    let mut sections = Vec::new();
    for (slug, theme) in &learning.themes {
        let lessons: Vec<Section> = theme.lessons.ids.iter().filter_map(|id| record(composer, id)).collect();
        if !lessons.is_empty() {
            sections.push(Section {
                title: capitalised(&theme.name),
                id: format!("theme:{slug}"),
                sections: lessons,
                ..Section::default()
            });
        }
    }
    let rest: Vec<Section> = learning.without_theme.ids.iter().filter_map(|id| record(composer, id)).collect();
    // Where no lesson has a theme the lessons themselves are the sections.
    if sections.is_empty() {
        sections = rest;
    } else if !rest.is_empty() {
        let title = composer.words.say("more").into_owned();
        sections.push(Section { title, id: "theme:".to_owned(), sections: rest, ..Section::default() });
    }
    composer.chapter("lessons", intro, sections)
}

fn record(composer: &mut Composer<'_>, id: &EntryId) -> Option<Section> {
    let (entry, lesson) = composer.publication.edition.lesson(id)?;
    let mut facts = Facts::default();
    facts.add(composer, "field-date", composer.date(lesson.date));
    facts.add(composer, "field-polarity", composer.value(lesson.polarity));
    facts.add(composer, "field-status", composer.value(lesson.status));
    facts.add(composer, "field-owner", lesson.owner.as_ref().map_or_else(Vec::new, |owner| composer.link(owner)));
    facts.add(composer, "field-priority", lesson.priority.as_ref().map_or_else(Vec::new, text));
    facts.add(composer, "field-scope", lesson.scope.as_ref().map_or_else(Vec::new, text));
    facts.add(composer, "field-projects", composer.links(&lesson.projects));
    facts.add(composer, "section-playbooks-changed", composer.links(&lesson.playbooks));
    let evidence = composer.evidence(id);
    facts.add(composer, "field-evidence", evidence);
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    composer.part("section-event", &lesson.event, id, &mut blocks);
    composer.part("section-effect", &lesson.effect, id, &mut blocks);
    composer.part("section-causes", &lesson.causes, id, &mut blocks);
    composer.part("section-recommendation", &lesson.recommendation, id, &mut blocks);
    blocks.extend(composer.prose(&entry.body, id));
    Some(composer.section(entry, blocks))
}
