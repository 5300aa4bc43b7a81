//! The questions of those for whom the site is made, each answered within two links of the home
//! page or by one search.

use super::browser;
use super::sites::sample;
use crate::support::needing;
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub(super) fn trials() -> Vec<Trial> {
    vec![needing("browser::twelve_questions_are_answered_within_two_links_or_one_search", browser, |browser| {
        let asked = journeys();
        let questions = asked.as_array().unwrap();
        assert_eq!(questions.len(), 12);
        for question in questions {
            let links = question["links"].as_array().map_or(0, Vec::len);
            let searches = usize::from(question["search"].is_string());
            assert!(links <= 2 && searches <= 1 && links * searches == 0, "{question}");
        }
        // At two widths, from a server and by double-click.
        let count = questions.len() * 4;
        browser.ask("journeys.mjs", &sample().folder, json!({ "journeys": asked })).are_well(count);
    })]
}

fn journeys() -> Value {
    json!([
        { "question": "Who can teach estimating now?",
          "search": "estimating", "hit": "Estimating in ranges", "answers": ["Can teach it Daniel Achterberg"] },
        { "question": "Which skill rests on one person?",
          "links": ["Coverage after exit"],
          "answers": ["Coaching and feedback", "One person", "Mei Tanaka", "Working with vendors"] },
        { "question": "What is still open on a project, and who owns it after the exit?",
          "links": ["Portfolio", "Billing core: from Lantern to Meridian"],
          "answers": ["Still open", "Support contract with Northquay", "Farah Haddad"] },
        { "question": "Was the portfolio on time and on budget?",
          "links": ["Portfolio"],
          "answers": ["finished projects were on time", "4 of 5", "finished projects were within their budgets", "3 of 5"] },
        { "question": "Why was the portal stopped?",
          "search": "stop the portal", "hit": "Stop the portal", "answers": ["Decision", "Why", "What follows"] },
        { "question": "What do I read first as a new business analyst?",
          "links": ["By role", "Business analyst"],
          "answers": ["Read first", "Start here", "Frame the problem", "Onboard an analyst"] },
        { "question": "What did we learn about vendors?",
          "links": ["Themes of the lessons", "vendors"], "answers": ["Went badly", "vendors"] },
        { "question": "Where is this playbook's evidence?",
          "links": ["Playbooks", "Estimate in ranges"], "answers": ["Evidence", "Estimating in ranges: I do"] },
        { "question": "What is expected of us as a vendor?",
          "links": ["By role", "Vendor"], "answers": ["Playbooks for you", "Raise a change request"] },
        { "question": "What does Mei take with her?",
          "search": "mei tanaka", "hit": "Mei Tanaka",
          "answers": ["Skills, before and now", "Only holder of", "Coaching and feedback", "Sessions attended"] },
        { "question": "Whom do I ask about a vendor?",
          "links": ["Contacts"], "answers": ["Farah Haddad", "Northquay", "Kestrel"] },
        { "question": "What stays when the consultants are gone?",
          "links": ["The staircase"], "answers": ["Value staircase", "The eleven-metre map", "Goods", "Services", "Experiences", "Transformations"] },
    ])
}
