use super::super::composer::{Composer, text};
use super::super::index::Key;
use super::super::tree::{Block, Chapter, Definition, Inline};
use crate::model::Kind;

/// What the words mean here.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let edition = composer.publication.edition;
    let mut intro = composer.introduction("glossary", Some(Kind::Term));
    let mut terms: Vec<_> = edition.terms().collect();
    terms.sort_by_key(|(entry, _)| (Key::of(&entry.title), &entry.id));
    let mut definitions = Vec::new();
    for (entry, term) in terms {
        composer.placed.insert(entry.id.clone());
        let mut meaning = composer.prose(&term.meaning, &entry.id);
        meaning.extend(composer.prose(&entry.body, &entry.id));
        let mut name = vec![Inline::Mark(entry.title.clone())];
        name.extend(text(&entry.title));
        definitions.push(Definition { id: Some(entry.id.to_string()), term: name, meanings: vec![meaning] });
    }
    if !definitions.is_empty() {
        intro.push(Block::Definitions(definitions));
    }
    composer.chapter("glossary", intro, Vec::new())
}
