//! Who can do what, and what holds once the consultants have left.

use super::overview::{begin, files, picture};
use super::{Draft, Ready, in_order, status_html};
use crate::model::{EntryId, Kind, View};
use crate::output::OutputPath;
use crate::render::site::Site;
use crate::render::site::escape::escaped;
use crate::render::site::route::FixedPage;
use crate::render::site::table::{Cell, Column, Row, table};
use crate::render::site::view::Reference;
use std::collections::BTreeMap;

/// Who can do what.
pub(in crate::render::site) fn matrix<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "matrix", "skills-matrix", FixedPage::SkillsMatrix);
    picture(&mut draft, View::SkillsMatrix);
    if let Some(teaching) = &site.publication.insights.teaching {
        let without: Vec<Reference> = teaching
            .without_teacher
            .iter()
            .map(|id| Reference { when: String::new(), ..draft.reference(id) })
            .collect();
        draft.references("without-teacher", without);
    }
    unfounded(&mut draft);
    files(&mut draft, site.files_of("skills-matrix", path));
    draft.finish()
}

/// The levels that nothing but a word stands behind.
fn unfounded(draft: &mut Draft<'_>) {
    let site = draft.site;
    let mut claims: BTreeMap<&EntryId, Vec<&EntryId>> = BTreeMap::new();
    for (person, skill) in &site.publication.insights.training.unfounded_claims {
        claims.entry(person).or_default().push(skill);
    }
    let references: Vec<Reference> = claims
        .into_iter()
        .map(|(person, skills)| Reference {
            when: String::new(),
            note: site.anchors(draft.path, skills),
            ..draft.reference(person)
        })
        .collect();
    draft.references("unfounded-claims", references);
}

/// How well each skill is held.
pub(in crate::render::site) fn coverage<'a>(site: &'a Site<'a>, path: &'a OutputPath) -> Ready {
    let mut draft = begin(site, path, "coverage", "coverage", FixedPage::Coverage);
    picture(&mut draft, View::Coverage);
    let Some(coverage) = site.publication.insights.known_coverage() else { return draft.finish() };
    let columns = [
        Column::new(&draft.say("kind-skill")),
        Column::new(&draft.say("field-coverage")).filter("coverage"),
        Column::new(&draft.say("field-holders-staying")).wrap(),
        Column::new(&draft.say("field-coverage-with")).filter("with"),
    ];
    let rows: Vec<Row> = in_order(site, Kind::Skill)
        .into_iter()
        .filter_map(|entry| Some((entry, coverage.skills.get(&entry.id)?)))
        .map(|(entry, held)| {
            let holders = if held.after_exit.holders.is_empty() {
                escaped(&held.after_exit.count.to_string())
            } else {
                site.anchors(path, &held.after_exit.holders)
            };
            let with = super::skill::coverage_key(held.with_consultants.state);
            Row {
                id: None,
                cells: vec![
                    Cell::html(site.anchor(path, &entry.id)),
                    Cell::html(status_html(
                        super::skill::coverage_tone(held.after_exit.state),
                        &site.words.say(super::skill::coverage_key(held.after_exit.state)),
                    )),
                    Cell::html(holders),
                    Cell::text(&site.words.say(with)),
                ],
            }
        })
        .collect();
    if !rows.is_empty() {
        let html = table(site.words, &site.words.say("register-of"), &columns, &rows, true);
        draft.markup("all-skills", html);
    }
    sole_holders(&mut draft);
    draft.finish()
}

fn sole_holders(draft: &mut Draft<'_>) {
    let Some(teaching) = &draft.site.publication.insights.teaching else { return };
    let references: Vec<Reference> = teaching
        .sole_holders
        .iter()
        .map(|(person, skills)| Reference {
            when: String::new(),
            note: draft.site.anchors(draft.path, skills),
            ..draft.reference(person)
        })
        .collect();
    draft.references("sole-holders", references);
}
