//! Pictures that a note asks for and that have nothing to show.

use super::{Subject, draw};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::edition::Edition;
use crate::model::{Block, BlockKind, Entry, EntryId, Prose, RatingDetail, View, Visit, Walk, Walker};
use crate::source::Span;

/// Whether the edition hides what a picture is drawn from: that it is not there says nothing then.
pub fn is_hidden(edition: &Edition, view: View) -> bool {
    match view {
        View::SkillsMatrix | View::Coverage => edition.ratings() == RatingDetail::Hidden,
        View::Budget => !edition.shows_money(),
        _ => false,
    }
}

/// A warning for each picture in a text of the edition that would be drawn, were there anything to draw.
pub fn complaints(subject: Subject<'_>) -> Report {
    let mut seeker = Seeker { subject, of: None, report: Report::new() };
    let edition = subject.edition;
    for entry in edition.entries().chain(edition.introductions()).chain(edition.chapters()) {
        seeker.of = Some(entry);
        entry.walk("", &mut seeker);
    }
    seeker.report
}

struct Seeker<'a> {
    subject: Subject<'a>,
    of: Option<&'a Entry<EntryId>>,
    report: Report,
}

impl<'a> Walker<'a, EntryId> for Seeker<'_> {
    fn prose(&mut self, prose: &'a Prose<EntryId>, _field: &'static str) {
        Visit::prose(self, prose);
    }
}

impl Visit<EntryId> for Seeker<'_> {
    fn block(&mut self, block: &Block<EntryId>) {
        let BlockKind::View { name, arguments } = &block.kind else { return };
        let (Some(view), Some(entry)) = (View::parse(name), self.of) else { return };
        if is_hidden(self.subject.edition, view) || draw(self.subject, view, arguments).is_some() {
            return;
        }
        let place = Span { file: entry.origin.span.file.clone(), start: block.span.start, end: block.span.end };
        let complaint =
            Diagnostic::warning(Code::EmptyPicture, place, format!("the picture {name} has nothing to show"))
                .hint(format!("it is drawn from {}", needed(view)));
        self.report.push(if arguments.is_empty() {
            complaint
        } else {
            complaint.hint("without its keys it shows everything there is")
        });
    }
}

/// What a picture is drawn from, as an author records it.
fn needed(view: View) -> &'static str {
    match view {
        View::SkillsMatrix => {
            "skill levels: `skills` of a person, `records` of a skill, or `skill_changes` of a session that was held"
        }
        View::Coverage => "skills in skills.yaml and the levels of people: `skills` of a person or `skill_changes`",
        View::Timeline => "sessions that were held and have a `date`",
        View::Schedule => "projects with `start` and `end` under `planned`",
        View::Budget => "projects with a `budget` under `planned` and a `cost` under `actual`",
        View::Staircase => "leave-behinds with a `kind`",
        View::RiskGrid => "open items of type risk with `probability` and `impact`",
        View::LessonsByTheme => "lessons with a `theme`",
        View::Readiness => "the lines of handover.yaml, with an `area`",
    }
}
