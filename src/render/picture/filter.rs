use crate::edition::Edition;
use crate::model::{EntryId, Kind, SkillFamily, ViewKey, Vocabulary};

/// What a picture is narrowed to.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub(super) project: Option<EntryId>,
    pub(super) person: Option<EntryId>,
    pub(super) family: Option<SkillFamily>,
    /// Which of how many parts of the skills, counted from 0.
    pub(super) part: Option<(usize, usize)>,
}

impl Filter {
    /// None where a value names nothing that the edition shows: nothing is drawn then, for a whole
    /// picture in place of a part would say something else than the note means.
    pub(super) fn read(edition: &Edition, arguments: &[(String, String)]) -> Option<Self> {
        let mut filter = Self::default();
        for (key, value) in arguments {
            match ViewKey::parse(key)? {
                ViewKey::Project => filter.project = Some(find(edition, Kind::Project, value)?),
                ViewKey::Person => filter.person = Some(find(edition, Kind::Person, value)?),
                ViewKey::Family => filter.family = Some(SkillFamily::parse(value)?),
            }
        }
        Some(filter)
    }

    pub(super) fn takes_project(&self, projects: &[EntryId]) -> bool {
        self.project.as_ref().is_none_or(|wanted| projects.contains(wanted))
    }

    /// The skills that stand in the part.
    pub(super) fn part_of<'a, T>(&self, skills: &'a [T]) -> &'a [T] {
        let Some((part, of)) = self.part else { return skills };
        let size = skills.len().div_ceil(of.max(1)).max(1);
        skills.chunks(size).nth(part).unwrap_or_default()
    }

    pub(super) fn takes_family(&self, family: Option<SkillFamily>) -> bool {
        self.family.is_none_or(|wanted| family == Some(wanted))
    }
}

fn find(edition: &Edition, kind: Kind, written: &str) -> Option<EntryId> {
    let written = written.trim();
    let slug = written.strip_prefix(kind.as_str()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(written);
    let id = EntryId::new(kind, slug);
    if edition.get(&id).is_some() {
        return Some(id);
    }
    let wanted = slug.to_lowercase();
    let is_called = |name: &str| name.to_lowercase() == wanted;
    edition
        .of_kind(kind)
        .find(|entry| is_called(entry.id.last_segment()) || is_called(&entry.title))
        .or_else(|| match kind {
            Kind::Person => edition
                .people()
                .find(|(_, person)| person.names.iter().any(|name| is_called(name)))
                .map(|(entry, _)| entry),
            _ => None,
        })
        .map(|entry| entry.id.clone())
}
