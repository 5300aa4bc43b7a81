//! Lighthouse gives full marks for what does not depend on the machine.

use super::browser;
use super::sites::sample;
use crate::support::{needing, tool};
use libtest_mimic::Trial;
use serde_json::json;

pub(super) fn trials() -> Vec<Trial> {
    let need = || {
        tool("node_modules/lighthouse/package.json")?;
        browser()
    };
    vec![needing("browser::lighthouse_gives_full_marks", need, |browser| {
        let pages = ["index.html", "playbooks/projects/estimating.html", "skills/matrix.html", "sessions/index.html"];
        let answers = browser.ask("lighthouse.mjs", &sample().folder, json!({ "pages": pages }));
        answers.are_well(pages.len());
        let mut short = Vec::new();
        for answer in &answers.seen {
            let scores = &answer["scores"];
            eprintln!("lighthouse: {} {scores}", answer["page"]);
            let full = ["accessibility", "best-practices", "seo"].iter().all(|name| scores[name] == 100);
            // How fast a page is, on a machine that tests other things meanwhile, is only seen roughly: the guard is
            // against pages that load what they do not need.
            if !full || scores["performance"].as_u64().unwrap_or(0) < 80 {
                short.push(answer.to_string());
            }
        }
        assert!(short.is_empty(), "{}", short.join("\n"));
    })]
}
