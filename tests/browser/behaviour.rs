//! What readers do: without a script, with the keyboard, in forced colours, on paper; searching,
//! sorting and filtering.

use super::sites::{languages, sample};
use super::{browser, pages};
use crate::support::needing;
use libtest_mimic::Trial;
use serde_json::json;

pub(super) fn trials() -> Vec<Trial> {
    vec![
        needing("browser::everything_reads_without_a_script", browser, |browser| {
            let paths = of_every_kind();
            browser.ask("bare.mjs", &sample().folder, json!({ "pages": paths })).are_well(paths.len() * 2);
        }),
        needing("browser::the_keyboard_reaches_everything", browser, |browser| {
            let paths: Vec<String> = of_every_kind().into_iter().filter(|path| !path.starts_with("book/")).collect();
            browser.ask("keyboard.mjs", &sample().folder, json!({ "pages": paths })).are_well(paths.len());
        }),
        needing("browser::forced_colours_and_paper_are_served", browser, |browser| {
            let mut paths = of_every_kind();
            let sessions = "sessions/index.html".to_owned();
            if !paths.contains(&sessions) {
                paths.push(sessions);
            }
            browser.ask("media.mjs", &sample().folder, json!({ "pages": paths })).are_well(paths.len());
        }),
        needing("browser::registers_sort_and_filter", browser, |browser| {
            let paths = ["sessions", "decisions", "lessons", "open-items", "skills", "people", "leave-behinds"]
                .map(|name| format!("{name}/index.html"));
            browser.ask("registers.mjs", &sample().folder, json!({ "pages": paths })).are_well(paths.len() * 2);
        }),
        needing("browser::the_search_finds_and_is_led_by_the_keyboard", browser, |browser| {
            let asked = json!([
                { "words": "reconcile ledgers", "hit": "Reconcile two ledgers" },
                { "words": "reconcil", "hit": "econcil" },
                { "words": "estimatng", "hit": "stimat" },
                { "words": "estimatnig", "hit": "stimat" },
                { "words": "farah", "hit": "Farah Haddad" },
                { "words": "adding up", "hit": "Adding up" },
            ]);
            browser.ask("search.mjs", &sample().folder, json!({ "asked": asked })).are_well(12);
        }),
        needing("browser::the_search_finds_every_script_and_shows_text", browser, |browser| {
            let asked = json!([
                { "words": "ubergabe", "hit": "Die Übergabe" },
                { "words": "Ueberpruefungsgespraeche", "hit": "Überprüfungsgespräche" },
                { "words": "Massnahme", "hit": "Maßnahmen" },
                { "words": "resume", "hit": "Le résumé" },
                { "words": "見積", "hit": "見積もりの練習" },
                { "words": "typed", "hit": "A trap", "text": "<img src=x onerror=alert(1)>" },
                { "words": "zzzzzzzz" },
            ]);
            browser.ask("search.mjs", &languages().folder, json!({ "asked": asked })).are_well(14);
        }),
    ]
}

fn of_every_kind() -> Vec<String> {
    let all = pages::all(&sample().output);
    pages::of_every_kind(&all).into_iter().map(|page| page.path.clone()).collect()
}
