use super::super::composer::{Composer, joined, text};
use super::super::tree::{Block, Chapter, Inline, Section, Signatures};
use crate::model::{HandoverArea, Kind, Role, Vocabulary as _};

/// The checklist by area, and the lines to sign on.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let edition = publication.edition;
    let intro = composer.introduction("sign-off", Some(Kind::HandoverItem));
    let mut sections = Vec::new();
    for area in HandoverArea::ALL.iter().copied().map(Some).chain([None]) {
        let mut rows = Vec::new();
        for (entry, item) in edition.handover_items().filter(|(_, item)| item.area == area) {
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
            let signed = joined(
                composer.words,
                [
                    item.signed_off_by.as_ref().map_or_else(Vec::new, |id| composer.link(id)),
                    composer.date(item.signed_off_on),
                ],
            );
            let cells = vec![
                what,
                text(format!("{sign}{}", composer.words.say(state)).replace(' ', "\u{a0}")),
                item.owner.as_ref().map_or_else(Vec::new, |owner| composer.owner(owner)),
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
    let mut signatures = signatures(composer);
    // Alone it begins the chapter's own page.
    signatures.opens_page = !(intro.is_empty() && sections.is_empty());
    sections.push(signatures);
    composer.chapter("sign-off", intro, sections)
}

/// One line for each sponsor and project lead, one for the consultancy, and one to spare: as many
/// pages of them as there are people who sign.
fn signatures(composer: &Composer<'_>) -> Section {
    let edition = composer.publication.edition;
    let staying = &composer.publication.insights.staying;
    let mut signers: Vec<(Role, [String; 2])> = edition
        .people()
        .filter(|(entry, _)| staying.includes(&entry.id))
        .filter_map(|(entry, person)| {
            let signs = |role: &Role| matches!(role, Role::ExecutiveSponsor | Role::ProjectLead);
            let is_sponsor = edition.engagement().sponsor.as_ref() == Some(&entry.id);
            let role = if is_sponsor { Role::ExecutiveSponsor } else { person.role.filter(signs)? };
            Some((role, [entry.title.clone(), composer.words.word(role).into_owned()]))
        })
        .collect();
    // The sponsor first; of one role in the order of their names.
    signers.sort();
    let mut lines: Vec<[String; 2]> = signers.into_iter().map(|(_, line)| line).collect();
    lines.extend(edition.engagement().consultancy.iter().map(|name| [String::new(), name.clone()]));
    lines.push([String::new(), String::new()]);
    let heads = ["field-name", "field-role", "sign-signature", "field-date"];
    Section {
        title: composer.words.say("sign-title").into_owned(),
        id: "sign-off:signatures".to_owned(),
        blocks: vec![
            Block::Paragraph(vec![composer.word("sign-sentence")]),
            Block::Signatures(Signatures { heads: heads.map(|head| composer.words.say(head).into_owned()), lines }),
        ],
        ..Section::default()
    }
}
