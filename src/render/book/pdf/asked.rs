//! Where notes ask for an image.

use crate::model::{Entry, EntryId, Image, Inline, Prose, Target, Visit, Walk, Walker};
use crate::render::Publication;
use crate::source::Span;

/// The first place that asks for an image of that path: in a note, else in the settings.
pub(super) fn place_of_image(publication: &Publication<'_>, path: &str) -> Option<Span> {
    let mut seeker = Seeker { path, of: None, found: None };
    let edition = publication.edition;
    for entry in edition.entries().chain(edition.introductions()).chain(edition.chapters()) {
        seeker.of = Some(entry);
        entry.walk("", &mut seeker);
    }
    let is_logo = publication.config.brand.logo.as_ref().is_some_and(|logo| logo.as_str() == path);
    seeker.found.or_else(|| publication.config.places.get("brand.logo").filter(|_| is_logo).cloned())
}

struct Seeker<'a> {
    path: &'a str,
    of: Option<&'a Entry<EntryId>>,
    found: Option<Span>,
}

impl<'a> Walker<'a, EntryId> for Seeker<'_> {
    fn prose(&mut self, prose: &'a Prose<EntryId>, _field: &'static str) {
        Visit::prose(self, prose);
    }
}

impl Visit<EntryId> for Seeker<'_> {
    fn inline(&mut self, inline: &Inline<EntryId>) {
        let Inline::Image(Image { target: Target::File(path), span, .. }) = inline else { return };
        let Some(entry) = self.of.filter(|_| self.found.is_none() && path.as_str() == self.path) else { return };
        self.found = Some(Span { file: entry.origin.span.file.clone(), start: span.start, end: span.end });
    }
}
