use super::super::composer::{Composer, text};
use super::super::tree::{Block, Chapter, Section};
use crate::model::{Entry, EntryId};

/// The letter, and after it the other pages of the author.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let mut intro = composer.introduction("letter", None);
    let (letters, pages): (Vec<_>, Vec<_>) = edition.pages().partition(|(entry, _)| entry.id.slug.as_ref() == "index");
    let mut sections = Vec::new();
    for (entry, page) in letters {
        let lede = composer.prose(&page.description, &entry.id);
        let letter = page_section(composer, entry);
        intro.push(Block::Anchor(entry.id.to_string()));
        if lede.is_empty() && entry.body.is_empty() {
            // A note of a title alone says that.
            intro.push(Block::Heading { level: 1, id: None, text: text(&entry.title) });
        }
        intro.extend(lede);
        intro.extend(letter.blocks);
    }
    for (entry, page) in pages {
        let lede = composer.prose(&page.description, &entry.id);
        let mut section = page_section(composer, entry);
        section.blocks.splice(1..1, lede);
        sections.push(section);
    }
    composer.chapter("letter", intro, sections)
}

fn page_section(composer: &mut Composer<'_>, entry: &Entry<EntryId>) -> Section {
    let blocks = composer.prose(&entry.body, &entry.id);
    composer.section(entry, blocks)
}
