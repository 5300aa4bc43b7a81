//! Two worlds: whatever is done to what is withheld, an edition stays the same to the byte.
//!
//! Engagements are made up from a seed, with remarks, blocks, people, sessions and records of random
//! audiences. In the other worlds everything that the edition withholds says something else, stands
//! there twice, or is gone; links to what is gone are the words they were.

use crate::chance::World;
use crate::engagement::Engagement;
use crate::nesting;
use crate::support::{Built, difference};
use libtest_mimic::Trial;

/// The editions, and how many seeds are tried with each.
const EDITIONS: [(&str, u64); 4] = [("client", 10), ("vendor", 6), ("team", 4), ("public", 3)];

fn built(seed: u64, edition: &'static str, world: World) -> Built {
    let built = Engagement::new(seed, edition, world).write().request(|request| request.epub = true).build();
    assert_eq!(built.errors().len(), 0, "seed {seed}, {edition}, {world:?}:\n{}", built.said());
    built
}

fn all_worlds_look_the_same(edition: &'static str, seed: u64) {
    let as_it_is = built(seed, edition, World::AsItIs);
    for world in World::OTHERS {
        if let Some(difference) = difference(&as_it_is.output, &built(seed, edition, world).output) {
            panic!("seed {seed}, {edition}, {world:?}: {difference}");
        }
    }
}

fn withheld_matter_makes_a_difference_to_us() {
    let internal = |world| {
        let site = Engagement::new(3, "client", world).write();
        site.request(|request| request.edition = Some("internal".into())).build().output
    };
    for world in World::OTHERS {
        assert!(difference(&internal(World::AsItIs), &internal(world)).is_some(), "{world:?}");
    }
}

/// What the made-up engagements must have in them, or the property says nothing of it.
fn every_kind_of_place_is_among_them() {
    let sources: String = (0..EDITIONS[0].1)
        .flat_map(|seed| {
            let built = Engagement::new(seed, "client", World::AsItIs).write().build();
            let files: Vec<String> = built
                .sources
                .files()
                .map(|(path, file)| format!("{path}\n{}", String::from_utf8_lossy(file.bytes())))
                .collect();
            files
        })
        .collect();
    for place in [
        "[!INTERNAL]",
        "internal:",
        "audience: internal",
        "audience: vendor",
        "draft: true",
        "<!--",
        "[//]: #",
        "participants:",
        "facilitator:",
        "absent:",
        "skill_changes:",
        "feedback:",
        "quotes:",
        "duration:",
        "owner:",
        "[[",
        "[^",
        ".png",
        ".csv",
        "open-items.yaml",
        "leave-behinds.yaml",
        "decisions/",
        "steering/",
    ] {
        assert!(sources.contains(place), "{place} is nowhere");
    }
}

#[cfg(feature = "pdf")]
fn the_pdf_is_the_same_in_all_worlds() {
    let pdf = |world| {
        let site = Engagement::new(1, "client", world).write();
        let built = site.request(|request| request.pdf = true).build();
        assert_eq!(built.errors().len(), 0, "{world:?}:\n{}", built.said());
        built.output
    };
    let as_it_is = pdf(World::AsItIs);
    assert!(as_it_is.files().any(|(path, _)| path.as_str().ends_with(".pdf")));
    for world in World::OTHERS {
        if let Some(difference) = difference(&as_it_is, &pdf(world)) {
            panic!("{world:?}: {difference}");
        }
    }
}

/// An internal block may stand wherever a block may: the list, quote or definition around it stays what it is.
fn a_block_is_withheld_without_a_trace_wherever_it_stands() {
    for seed in 0..6 {
        let notes = |world| nesting::notes(seed, world).build();
        let as_it_is = notes(World::AsItIs);
        assert_eq!(as_it_is.errors().len(), 0, "seed {seed}:\n{}", as_it_is.said());
        for world in World::OTHERS {
            if let Some(difference) = difference(&as_it_is.output, &notes(world).output) {
                panic!("seed {seed}, {world:?}: {difference}");
            }
        }
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = crate::trials!["worlds";
        a_block_is_withheld_without_a_trace_wherever_it_stands,
        withheld_matter_makes_a_difference_to_us,
        every_kind_of_place_is_among_them,
    ];
    #[cfg(feature = "pdf")]
    trials.extend(crate::trials!["worlds"; the_pdf_is_the_same_in_all_worlds]);
    for (edition, seeds) in EDITIONS {
        for seed in 0..seeds {
            let name = format!("worlds::{edition}_sees_the_same_whatever_is_done_to_withheld_matter_{seed}");
            trials.push(crate::trial_of(&name, move || all_worlds_look_the_same(edition, seed)));
        }
    }
    trials
}
