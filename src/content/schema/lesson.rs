use super::Outset;
use crate::content::fields::Fields;
use crate::content::heading::take_sections;
use crate::model::{Lesson, Mention};

pub(super) fn read(fields: &mut Fields<'_, '_>, outset: &mut Outset<'_>) -> Lesson<Mention> {
    let mut lesson = Lesson {
        date: fields.date("date"),
        event: fields.prose("event"),
        effect: fields.prose("effect"),
        causes: fields.prose("causes"),
        recommendation: fields.prose("recommendation"),
        theme: fields.line("theme"),
        owner: fields.mention("owner"),
        status: fields.word("status"),
        polarity: fields.word("polarity"),
        projects: fields.mentions("project"),
        sessions: fields.mentions("session"),
        priority: fields.line("priority"),
        scope: fields.line("scope"),
        playbooks: fields.mentions("playbooks"),
    };
    let anchors = take_sections(
        fields.reading,
        outset.body,
        vec![
            (&["event", "events"], &mut lesson.event),
            (&["effect", "effects"], &mut lesson.effect),
            (&["causes", "cause"], &mut lesson.causes),
            (&["recommendation", "recommendations"], &mut lesson.recommendation),
        ],
    );
    outset.anchors.extend(anchors);
    lesson
}
