//! Who may see what: the editions of a site, and the audiences of its folders.

use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Audience, Naming, Policy, RatingDetail};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeValue;

/// The editions: the built-in ones, as far as they are not changed, and others.
pub(super) fn editions(section: &mut Table<'_, '_>, audiences_are_known: &mut bool) -> BTreeMap<String, Policy> {
    let mut editions: BTreeMap<String, Policy> = [Policy::internal(), Policy::client(), Policy::public()]
        .into_iter()
        .map(|policy| (policy.name.clone(), policy))
        .collect();
    for (name, value, key_span, span) in section.entries() {
        let Some(table) = value.as_table() else {
            section.wrong_type::<()>(&name, value, span.start as usize..span.end as usize, "a table");
            continue;
        };
        if name == "internal" {
            let complaint = Diagnostic::error(
                Code::UnknownSetting,
                key_span,
                "the internal edition shows everything and cannot be changed",
            )
            .hint("give the edition another name");
            section.complain(complaint);
            continue;
        }
        let base = editions.get(&name).cloned();
        let policy = section.inner(&name, table, |section| {
            *audiences_are_known &= !section.is_misspelt("admits");
            edition(section, &name, base, &key_span)
        });
        editions.insert(name, policy);
    }
    editions
}

fn edition(section: &mut Table<'_, '_>, name: &str, base: Option<Policy>, key_span: &Span) -> Policy {
    let admits = section.texts("admits");
    let mut policy = match (&admits, base) {
        (None, Some(base)) => base,
        // What could not be read, or is misspelt, is complained of as that.
        (None, None) if section.has("admits") || section.is_misspelt("admits") => Policy::admitting(name, []),
        (None, None) => {
            let complaint = Diagnostic::error(
                Code::MissingField,
                key_span.clone(),
                format!("the edition \"{name}\" does not say whom it admits"),
            )
            .hint("for instance admits = [\"vendor\", \"public\"]");
            section.complain(complaint);
            Policy::admitting(name, [])
        }
        (Some(admits), _) => {
            for (audience, span) in admits.iter().filter(|(audience, _)| audience == "internal") {
                let message = format!("no edition but the internal one can admit \"{audience}\"");
                let complaint = Diagnostic::error(Code::UnknownAudience, span.clone(), message);
                section.complain(complaint.hint("take it out; `--edition internal` shows everything"));
            }
            Policy::admitting(name, admits.iter().map(|(audience, _)| Audience::new(audience)))
        }
    };
    if let Some(people) = section.choice("people", &["names", "initials", "roles"]) {
        policy.people = match people.as_str() {
            "initials" => Naming::Initials,
            "roles" => Naming::Roles,
            _ => Naming::Names,
        };
    }
    if let Some(money) = section.switch("money") {
        policy.money = money;
    }
    match section.take("ratings") {
        None => {}
        Some((DeValue::Boolean(true), _)) => policy.ratings = RatingDetail::Person,
        Some((DeValue::Boolean(false), _)) => policy.ratings = RatingDetail::Hidden,
        Some((DeValue::String(word), _)) if word == "team" => policy.ratings = RatingDetail::Team,
        Some((value, span)) => {
            // What cannot be read is not shown.
            policy.ratings = RatingDetail::Hidden;
            section.wrong_type::<()>("ratings", value, span, "true, \"team\" or false");
        }
    }
    policy
}

/// The audiences of folders and files.
pub(super) fn audiences(
    section: &mut Table<'_, '_>,
    known: &BTreeSet<String>,
    doubtful: &mut Vec<String>,
) -> Vec<(String, Audience)> {
    let mut audiences = Vec::new();
    for (folder, value, key_span, span) in section.entries() {
        let found = match value.as_str() {
            Some(word) if known.contains(word) => Some(Audience::new(word)),
            Some(word) => {
                let complaint =
                    Diagnostic::error(Code::UnknownAudience, span, format!("there is no audience \"{word}\""))
                        .did_you_mean(word, known.iter().map(String::as_str))
                        .hint("what cannot be read counts as internal");
                section.complain(complaint);
                None
            }
            None => {
                section.wrong_type::<()>(
                    &folder,
                    value,
                    span.start as usize..span.end as usize,
                    "the name of an audience",
                );
                None
            }
        };
        let folder = folder.trim_start_matches("./").trim_start_matches("content/").trim_matches('/').to_owned();
        section.note_place(&folder, key_span);
        if found.is_none() {
            doubtful.push(folder.clone());
        }
        audiences.push((folder, found.unwrap_or_else(Audience::internal)));
    }
    audiences
}
