use super::super::composer::{Composer, joined, text};
use super::super::tree::{Block, Chapter, Inline, Section, Signatures};
use crate::model::{HandoverArea, Kind, Role, Vocabulary as _};

/// The checklist by area, and the lines to sign on.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let (edition, book) = (composer.publication.edition, &composer.publication.config.book);
    let intro = composer.introduction("sign-off", Some(Kind::HandoverItem));
    let mut sections = Vec::new();
    for area in HandoverArea::ALL.iter().copied().map(Some).chain([None]) {
        let mut rows = Vec::new();
        for (entry, item) in edition.handover_items().filter(|(entry, item)| item.area == area && book.takes(&entry.id))
        {
            let state = if item.done { "task-done" } else { "task-open" };
            let sign = if item.done { "\u{2611} " } else { "\u{2610} " };
            let mut what = text(&entry.title);
            let details = [
                composer.cell(&item.evidence, &entry.id),
                composer.cell(&entry.body, &entry.id),
                composer.evidence(&entry.id),
            ];
            for more in details.into_iter().filter(|more| !more.is_empty()) {
                what.push(Inline::Break);
                what.extend(more);
            }
            let signed = joined([
                item.signed_off_by.as_ref().map_or_else(Vec::new, |id| composer.link(id)),
                composer.date(item.signed_off_on),
            ]);
            let cells = vec![
                what,
                text(format!("{sign}{}", composer.words.say(state))),
                item.owner.as_ref().map_or_else(Vec::new, |owner| composer.link(owner)),
                signed,
            ];
            rows.push(composer.row(entry, cells));
        }
        let heads = ["field-item", "field-done", "field-owner", "field-signed-off"];
        if let Some(table) = composer.table(&heads, rows) {
            let title =
                area.map_or(composer.words.say("handover-area-none"), |area| composer.words.word(area)).into_owned();
            let id = format!("handover:{}", area.map_or("other", HandoverArea::as_str));
            sections.push(Section { title, id, blocks: vec![table], ..Section::default() });
        }
    }
    sections.push(signatures(composer));
    composer.chapter("sign-off", intro, sections)
}

/// One line for the sponsor, one for each project lead, one for the consultancy, and one to spare.
fn signatures(composer: &Composer<'_>) -> Section {
    let edition = composer.publication.edition;
    let staying = &composer.publication.insights.staying;
    let mut lines: Vec<[String; 2]> = edition
        .people()
        .filter(|(entry, _)| staying.includes(&entry.id))
        .filter_map(|(entry, person)| {
            let role = person.role.filter(|role| matches!(role, Role::ExecutiveSponsor | Role::ProjectLead))?;
            Some((role, [entry.title.clone(), composer.words.word(role).into_owned()]))
        })
        .collect::<std::collections::BTreeMap<_, _>>()
        .into_values()
        .collect();
    lines.extend(edition.engagement().consultancy.iter().map(|name| [String::new(), name.clone()]));
    lines.push([String::new(), String::new()]);
    let heads = ["field-name", "field-role", "sign-signature", "field-date"];
    Section {
        title: composer.words.say("sign-title").into_owned(),
        id: "sign-off:signatures".to_owned(),
        opens_page: true,
        blocks: vec![
            Block::Paragraph(vec![composer.word("sign-sentence")]),
            Block::Signatures(Signatures { heads: heads.map(|head| composer.words.say(head).into_owned()), lines }),
        ],
        ..Section::default()
    }
}
