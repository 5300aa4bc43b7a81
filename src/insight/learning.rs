use crate::edition::Edition;
use crate::model::{EntryId, Lesson, LessonStatus, Polarity, slug};
use std::collections::{BTreeMap, BTreeSet};

/// What the lessons say together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learning {
    /// The lessons by theme, in the order of the themes' slugs; spellings of one slug are one theme.
    pub themes: BTreeMap<String, Theme>,
    /// The lessons without a theme.
    pub without_theme: LessonGroup,
    /// The lessons of each project.
    pub projects: BTreeMap<EntryId, LessonGroup>,
    /// All lessons.
    pub all: LessonGroup,
    /// Lessons that are written down or agreed, and nothing more.
    pub not_acted_on: Vec<EntryId>,
}

/// What the lessons of one theme say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    /// The theme as it is first written.
    pub name: String,
    /// Its lessons.
    pub lessons: LessonGroup,
    /// The projects in which they were learned: the lessons' own, else those of their sessions.
    pub projects: BTreeSet<EntryId>,
}

/// Some lessons, and how they came about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LessonGroup {
    /// The lessons, by id.
    pub ids: Vec<EntryId>,
    /// How many there are of each polarity; none for those that do not say.
    pub polarity: BTreeMap<Option<Polarity>, usize>,
}

impl Theme {
    /// Whether it came up in two projects or more.
    pub fn recurs(&self) -> bool {
        self.projects.len() > 1
    }
}

impl Learning {
    /// The themes that came up in two projects or more.
    pub fn recurring(&self) -> impl Iterator<Item = &Theme> {
        self.themes.values().filter(|theme| theme.recurs())
    }
}

impl LessonGroup {
    /// How many there are of that polarity.
    pub fn count(&self, polarity: Option<Polarity>) -> usize {
        self.polarity.get(&polarity).copied().unwrap_or(0)
    }

    fn add(&mut self, id: &EntryId, lesson: &Lesson<EntryId>) {
        self.ids.push(id.clone());
        *self.polarity.entry(lesson.polarity).or_default() += 1;
    }
}

pub(super) fn derive(edition: &Edition) -> Learning {
    let mut learning = Learning::default();
    for (entry, lesson) in edition.lessons() {
        let projects = projects(edition, lesson);
        learning.all.add(&entry.id, lesson);
        for project in &projects {
            learning.projects.entry(project.clone()).or_default().add(&entry.id, lesson);
        }
        match lesson.theme.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => {
                let theme = learning.themes.entry(theme_key(name)).or_default();
                if theme.name.is_empty() {
                    name.clone_into(&mut theme.name);
                }
                theme.lessons.add(&entry.id, lesson);
                theme.projects.extend(projects);
            }
            None => learning.without_theme.add(&entry.id, lesson),
        }
        if matches!(lesson.status, Some(LessonStatus::New | LessonStatus::Agreed)) {
            learning.not_acted_on.push(entry.id.clone());
        }
    }
    learning
}

/// What spellings of one theme have in common. A name of nothing but signs is its own.
fn theme_key(name: &str) -> String {
    let key = slug(name);
    if key.is_empty() { name.to_owned() } else { key }
}

fn projects(edition: &Edition, lesson: &Lesson<EntryId>) -> BTreeSet<EntryId> {
    if !lesson.projects.is_empty() {
        return lesson.projects.iter().cloned().collect();
    }
    let sessions = lesson.sessions.iter().filter_map(|id| edition.session(id));
    sessions.flat_map(|(_, session)| session.projects.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::theme_key;

    #[test]
    fn two_spellings_of_a_theme_are_one() {
        assert_eq!(theme_key("Vendor management"), theme_key("vendor-management"));
        assert_ne!(theme_key("!!"), theme_key("??"));
    }
}
