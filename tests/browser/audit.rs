//! No page breaks a rule of accessibility, the policy, or its layout.

use super::pages;
use super::sites::{CORPORA, Shown, corpus, long_names, sample};
use super::{Browser, browser, browser_and};
use crate::support::needing;
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub(super) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        needing("browser::no_page_of_the_sample_has_a_fault", browser, |browser| {
            is_faultless(&browser, sample(), &of_sample());
        }),
        needing("browser::no_page_of_the_sample_has_a_fault_by_double_click", browser, |browser| {
            is_faultless_by_double_click(&browser, sample(), &of_sample());
        }),
        needing("browser::long_names_fit_every_page", browser, |browser| {
            let pages: Vec<String> =
                pages::all(&long_names().output).into_iter().map(|page| page.path.clone()).collect();
            let widths = json!([320, 768, 1024, 1280].map(|width| json!({ "width": width, "scheme": "light" })));
            look(&browser, long_names(), &pages.iter().collect::<Vec<_>>(), &widths);
        }),
    ];
    for name in CORPORA {
        trials.push(needing(&format!("browser::{name}::no_page_has_a_fault"), browser_and(name), move |browser| {
            is_faultless(&browser, corpus(name), &of_corpus(name));
        }));
        trials.push(needing(
            &format!("browser::{name}::no_page_has_a_fault_by_double_click"),
            browser_and(name),
            move |browser| is_faultless_by_double_click(&browser, corpus(name), &of_corpus(name)),
        ));
    }
    trials
}

/// Rules of axe that look at colours. All others see the same page in either scheme.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// Rules of axe that look at how a page is laid out.
const OF_LAYOUT: [&str; 2] = ["target-size", "scrollable-region-focusable"];

/// A page of more bytes is not audited by axe, which takes many minutes for it: the books of the
/// corpora. The same templates make the sample's book, which is audited.
const VAST: usize = 1_500_000;

fn of_sample() -> Vec<String> {
    let all = pages::all(&sample().output);
    pages::of_every_kind(&all).into_iter().map(|page| page.path.clone()).collect()
}

fn of_corpus(name: &str) -> Vec<String> {
    pages::extreme(&pages::all(&corpus(name).output), name, 6)
}

fn is_faultless(browser: &Browser, site: &Shown, pages: &[String]) {
    let (vast, usual): (Vec<&String>, Vec<&String>) = pages.iter().partition(|page| is_vast(site, page));
    let of_colours = |scheme: &str| json!({ "scheme": scheme, "axe": true, "rules": OF_COLOURS });
    let loads = json!([
        { "width": 1280, "scheme": "light", "axe": true, "then": [of_colours("dark")] },
        { "width": 360, "scheme": "dark", "axe": true, "touch": true, "then": [of_colours("light")] },
        { "width": 320, "scheme": "light", "axe": true, "rules": OF_LAYOUT },
    ]);
    look(browser, site, &usual, &loads);
    // In the whole of it one looks for what scrolls, moves or is refused.
    look(browser, site, &vast, &json!([{ "width": 1280, "scheme": "light" }, { "width": 320, "scheme": "dark" }]));
}

fn is_faultless_by_double_click(browser: &Browser, site: &Shown, pages: &[String]) {
    let (vast, usual): (Vec<&String>, Vec<&String>) = pages.iter().partition(|page| is_vast(site, page));
    look(browser, site, &usual, &json!([{ "width": 1280, "scheme": "light", "axe": true, "file": true }]));
    look(browser, site, &vast, &json!([{ "width": 1280, "scheme": "light", "file": true }]));
}

fn is_vast(site: &Shown, page: &str) -> bool {
    site.output.get(page).is_some_and(|content| content.bytes().len() > VAST)
}

/// Looks at pages, each loaded in some ways, and then seen in more.
fn look(browser: &Browser, site: &Shown, pages: &[&String], loads: &Value) {
    let views = |load: &Value| 1 + load["then"].as_array().map_or(0, Vec::len);
    let count = pages.len() * loads.as_array().unwrap().iter().map(views).sum::<usize>();
    // Fonts come late, and what the eye is on must not move for it: a fifth of what counts as good on the web.
    let job = json!({ "pages": pages, "loads": loads, "late_fonts": true, "most_shift": 0.02 });
    browser.ask("audit.mjs", &site.folder, job).are_well(count);
}
