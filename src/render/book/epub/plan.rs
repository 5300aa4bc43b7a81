//! Which part of the book is in which file.

use crate::render::book::index::Index;
use crate::render::book::links;
use crate::render::book::markup::{mark_id, note_id};
use crate::render::book::tree::{Book, Section, weight};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file of a chapter is ended after so many bytes: reading devices are slow with long ones.
const LONG_FILE: usize = 120_000;

/// Which file each part of the book is in.
pub(super) struct Plan<'a> {
    /// The files of each chapter.
    pub(super) files: Vec<Vec<File>>,
    /// The file of each id.
    pub(super) ids: BTreeMap<Id<'a>, String>,
}

/// An id of the book.
pub(super) type Id<'a> = Cow<'a, str>;

/// A file with the numbers of the chapter's sections that are in it.
pub(super) struct File {
    pub(super) name: String,
    pub(super) sections: Vec<usize>,
}

/// Puts every part into a file.
pub(super) fn plan<'a>(book: &'a Book, index: &Index<'_>) -> Plan<'a> {
    let mut files = Vec::new();
    // The file of each part in reading order.
    let mut homes: Vec<String> = Vec::new();
    for (number, chapter) in book.chapters.iter().enumerate() {
        let mut list = vec![File { name: file_name(number, 0), sections: Vec::new() }];
        homes.push(file_name(number, 0));
        let mut size = weight(&chapter.intro);
        for (position, section) in chapter.sections.iter().enumerate() {
            let more = section_weight(section);
            if size > 0 && size + more > LONG_FILE {
                list.push(File { name: file_name(number, list.len()), sections: Vec::new() });
                size = 0;
            }
            size += more;
            let name = file_name(number, list.len() - 1);
            homes.extend(std::iter::repeat_n(name, count(section)));
            if let Some(file) = list.last_mut() {
                file.sections.push(position);
            }
        }
        files.push(list);
    }
    let home = |part: usize| homes.get(part).cloned().unwrap_or_default();
    let mut ids: BTreeMap<Id<'a>, String> =
        links::ids(book).into_iter().map(|(id, part)| (Id::Borrowed(id), home(part))).collect();
    ids.extend(index.marks().map(|(term, part)| (Id::Owned(mark_id(term, part)), home(part))));
    for (chapter, files) in book.chapters.iter().zip(&files) {
        for number in 1..=chapter.notes.len() {
            let file = files.last().map_or_else(String::new, |file| file.name.clone());
            ids.insert(Id::Owned(note_id(&chapter.id, number)), file);
        }
    }
    Plan { files, ids }
}

fn file_name(chapter: usize, file: usize) -> String {
    if file == 0 {
        format!("chapter-{:02}.xhtml", chapter + 1)
    } else {
        format!("chapter-{:02}-{:02}.xhtml", chapter + 1, file + 1)
    }
}

/// How many parts a section is.
fn count(section: &Section) -> usize {
    1 + section.sections.iter().map(count).sum::<usize>()
}

fn section_weight(section: &Section) -> usize {
    weight(&section.blocks) + section.sections.iter().map(section_weight).sum::<usize>()
}
