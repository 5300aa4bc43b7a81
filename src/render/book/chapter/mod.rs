//! The chapters of the book, one file each, in the order in which the book has them.

mod after;
mod decisions;
mod glossary;
mod leave_behinds;
mod lessons;
mod letter;
mod open_items;
mod playbooks;
mod portfolio;
mod sessions;
mod sign_off;
pub(super) mod skills;
mod story;
mod success;
mod summary;

use super::composer::Composer;
use super::tree::{Block, Chapter, Inline, Item};
use crate::model::{EntryId, Kind};
use crate::render::Publication;
use std::collections::BTreeMap;

/// The chapters that come after the sign-off, with letters instead of numbers.
const APPENDICES: [&str; 2] = ["sessions", "glossary"];
/// The chapters without a number.
const UNNUMBERED: [&str; 2] = ["letter", "index"];

/// The id of a chapter.
pub(super) fn id(name: &str) -> String {
    format!("chapter:{name}")
}

/// The id of the chapter that stands for a register.
pub(super) fn of_register(kind: Kind) -> String {
    let name = match kind {
        Kind::Page => "letter",
        Kind::Playbook => "playbooks",
        Kind::Lesson => "lessons",
        Kind::Decision => "decisions",
        Kind::Session => "sessions",
        Kind::Organisation | Kind::Person => "story",
        Kind::Project => "portfolio",
        Kind::Skill => "skills",
        Kind::OpenItem => "open-items",
        Kind::LeaveBehind => "what-we-leave-behind",
        Kind::SuccessCriterion => "success",
        Kind::HandoverItem => "sign-off",
        Kind::Term => "glossary",
    };
    id(name)
}

/// The numbers of the sessions in their register, from 1.
pub(super) fn numbers(publication: &Publication<'_>) -> BTreeMap<EntryId, usize> {
    let sessions = sessions::in_order(publication).into_iter();
    sessions.zip(1..).map(|((entry, _), number)| (entry.id.clone(), number)).collect()
}

/// Makes the chapters of these names, numbered in this order; chapters that say nothing are left out.
pub(super) fn chapters(composer: &mut Composer<'_>, names: &[&str]) -> Vec<Chapter> {
    let mut chapters: Vec<(&str, Chapter)> = Vec::new();
    for name in names {
        let made = match *name {
            "letter" => letter::chapter(composer),
            "summary" => summary::chapter(composer),
            "story" => story::chapter(composer),
            "portfolio" => portfolio::chapter(composer),
            "what-we-leave-behind" => leave_behinds::chapter(composer),
            "skills" => skills::chapter(composer),
            "playbooks" => playbooks::chapter(composer),
            "lessons" => lessons::chapter(composer),
            "decisions" => decisions::chapter(composer),
            "open-items" => open_items::chapter(composer),
            "after-we-leave" => after::chapter(composer),
            "success" => success::chapter(composer),
            "sign-off" => sign_off::chapter(composer),
            "sessions" => sessions::chapter(composer),
            "glossary" => glossary::chapter(composer),
            _ => index(composer),
        };
        if !made.intro.is_empty() || !made.sections.is_empty() {
            chapters.push((name, made));
        }
    }
    let (mut number, mut letter) = (0, b'A');
    for (name, chapter) in &mut chapters {
        if APPENDICES.contains(name) {
            chapter.number = char::from(letter).to_string();
            letter += 1;
        } else if !UNNUMBERED.contains(name) {
            number += 1;
            chapter.number = number.to_string();
        }
    }
    chapters.into_iter().map(|(_, chapter)| chapter).collect()
}

/// The terms with their places, after what the author has to say of them.
fn index(composer: &mut Composer<'_>) -> Chapter {
    let mut blocks = composer.introduction("index", None);
    blocks.push(Block::Index);
    composer.chapter("index", blocks, Vec::new())
}

/// A plain list of lines.
pub(super) fn list(lines: impl IntoIterator<Item = Vec<Inline>>) -> Block {
    let items = lines.into_iter().map(|line| Item { task: None, blocks: vec![Block::Paragraph(line)] }).collect();
    Block::List { start: None, tight: true, items }
}
