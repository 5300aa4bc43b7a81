//! An edition's own sources build to the same site, to the byte.

use crate::chance::World;
use crate::engagement::Engagement;
use crate::support::{Built, Site, corpora, difference, needing};
use leavebehind::compile::{Request, compile};
use leavebehind::source::disk::load;
use leavebehind::source::{SourcePath, SourceTree};
use libtest_mimic::Trial;
use std::path::Path;

const EDITIONS: [&str; 4] = ["client", "vendor", "public", "internal"];

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = crate::trials!["exports";
        everything_a_note_can_say_comes_back,
        records_that_nobody_wrote_come_back,
        people_by_their_roles_come_back_without_their_names,
        the_settings_of_the_book_come_back,
        an_edition_without_a_note_builds_again,
        several_remarks_on_one_record_build_again,
    ];
    for edition in EDITIONS {
        let name = format!("exports::the_sample_s_{edition}_edition_builds_to_the_same_site");
        trials.push(crate::trial_of(&name, move || {
            let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|error| panic!("{error}"));
            let request =
                Request { pdf: false, edition: Some(edition.into()), ..Request::on("2026-05-29".parse().unwrap()) };
            let again = comes_back(&sources, &request);
            assert_eq!(again.said(), "");
        }));
    }
    for edition in ["client", "vendor", "team", "internal"] {
        let name = format!("exports::made_up_engagements_come_back_in_the_{edition}_edition");
        trials.push(crate::trial_of(&name, move || {
            for seed in 0..6 {
                let site = Engagement::new(seed, edition, World::AsItIs).write();
                let (sources, request) = site.request(|request| request.epub = true).into_parts();
                comes_back(&sources, &request);
            }
        }));
    }
    for corpus in ["mscode-playbook", "k8s-community"] {
        trials.push(needing(
            &format!("exports::{corpus}_builds_to_the_same_site"),
            move || corpora(corpus),
            |folder| {
                let sources = load(&folder).unwrap_or_else(|error| panic!("{error}"));
                let request =
                    Request { pdf: false, epub: false, links_warn: true, ..Request::on("2026-05-29".parse().unwrap()) };
                comes_back(&sources, &request);
            },
        ));
    }
    trials
}

/// Builds an edition, builds its own sources, and compares the two.
#[track_caller]
fn comes_back(sources: &SourceTree, request: &Request) -> Built {
    let made = compile(sources, request);
    let built = Built { sources: sources.clone(), output: made.value.output.clone(), report: made.report };
    assert_eq!(built.errors().len(), 0, "{}", built.said());
    let exported = made.value.sources(sources);
    let mut own = SourceTree::new();
    for (path, content) in exported.value.files() {
        own.insert(SourcePath::new(path.as_str()), content.bytes());
    }
    let leaks = Built { sources: sources.clone(), output: exported.value, report: exported.report };
    assert_eq!(leaks.said(), "");
    let again = compile(&own, &Request { edition: None, ..request.clone() });
    let again = Built { sources: own, output: again.value.output, report: again.report };
    assert_eq!(again.errors().len(), 0, "{}", again.said());
    if let Some(difference) = difference(&built.output, &again.output) {
        panic!("{difference}");
    }
    again
}

#[track_caller]
fn site_comes_back(site: Site) {
    for edition in ["client", "internal"] {
        let site = site.clone().request(|request| {
            request.edition = Some(edition.into());
            request.epub = true;
        });
        let (sources, request) = site.into_parts();
        comes_back(&sources, &request);
    }
}

const NOTE: &str = "---\ntitle: Everything\ntags: [one, \"two: three\", '#4']\naliases: [old.html]\nmood: 7\nlist: [a, {b: c}]\nnothing:\ninternal: Ours\n---\n\n\
Text with *stress*, **more**, ~~less~~, `code | pipe`, a\\\\\nbreak, <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <mark>lit</mark>, <abbr title=\"So \\\"what\\\"\">SW</abbr>, un*believ*able, 2 * 3 * 4, a_b_c, [brackets], <b>bold</b>, 100 %, $5, {braces}, &amp;amp;, 1\\. not a list, ![not an image.\n\n\
- tight\n- list\n  - inside\n    1. one\n    2. two\n\n- tight again\n  - loose\n\n  - inside\n\n    twice\n- and tight\n\n1. first\n\n   with a paragraph\n2. second\n\n* other\n\n- [ ] to do\n- [x] done\n\n\
> quoted\n>\n> > twice\n\n> [!NOTE] With a title\n> and text\n>\n> - and a list\n\n> [!WARNING]\n> none\n\n\
> [!WARNING] Watch out\n>\n> Term\n> :   meaning of it\n\n> [!info]\n>\n> 2. two\n\n\
| Left | Middle | Right |\n| :-- | :-: | --: |\n| a \\| b | [[playbook:other\\|the other]] | `x \\| y` |\n| | ![A wall](wall.png) | <br> |\n\n\
```rust\nfn main() { println!(\"````\"); }\n```\n\n~~~\nplain\n~~~\n\n    indented\n\n\
Term\n: Meaning one\n: Meaning two\n\n  with a paragraph\n\n\
## Same\n\nText.[^a] Again.[^a] And.[^b]\n\n## Same\n\n#### Skipped\n\n## With `code` and *stress* {#own}\n\n\
See [same](#same-1), [own](#own), [other](other.md#part-two), [[lesson:late|label]], [[lesson:late]], [the register](../lessons/), [a file](my%20sheet.csv), <https://example.com/a_b>, <mail@example.com>, [odd](<https://example.com/a(b)c> \"Title\").\n\n\
No links: [ask@example.com](gone.md), [https://example.com/x](gone.md), [www.example.com](gone.md), me\\@example.com.\n\n\
***\n\n<details open><summary>More *of it*</summary>\n\nHidden text.\n\n</details>\n\n\
```view skills-matrix\n```\n\n<img src=\"wall.png\" alt=\"A &quot;wall&quot;\" width=\"20\">\n\n![](wall.png)\n\n\
> [!INTERNAL]\n> Ours too.\n>\n> ## Same\n\n\
[^a]: Note with **stress**\n\n    and a paragraph\n\n[^b]: Short.\n";

fn everything_a_note_can_say_comes_back() {
    site_comes_back(
        Site::new()
            .file("site.toml", "[engagement]\ncurrency = \"EUR\"\n[check]\nlinks = \"warn\"\n")
            .file("content/index.md", "# Welcome\n\nRead on.\n")
            .file("content/about/README.md", "# About\n\nText.\n")
            .file("content/lessons/README.md", "# What we learned\n\nAll of it.\n")
            .file("content/lessons/2026/README.md", "# The year\n\nText.\n")
            .file("content/lessons/late.md", "# Late\n\n## Context\n\nText.\n\n### Deep\n\nDeeper.[^x]\n\n## Event\n\nIt was late.\n\n### How\n\n#### Late\n\nVery.\n\n## Recommendation\n\nAsk.\n\n[^x]: Note.\n")
            .file("content/playbooks/everything.md", NOTE)
            .file("content/playbooks/other.md", "# Other\n\n## Part two\n\nText.\n")
            .file("content/playbooks/wall.png", crate::support::png(&[]))
            .file("content/playbooks/my sheet.csv", "a,b\n1,2\n")
            .file("content/book/story.md", "# The story\n\nOnce.\n")
            .file("content/skills.yaml", "- {name: Estimating, family: manage_projects}\n")
            .file("content/people.yaml", "people:\n  - name: Mei Tanaka\n    aliases: [Mei]\n    skills:\n      - {skill: Estimating, before: 1, after: 3, evidence: [one, \"Did it twice.\"], internal: Ours}\n")
            .file("content/sessions/one.yaml", "title: One\ndate: 2026-01-12T09:30\nend: 11:00\nparticipants: [{person: Mei, role: Chair, internal: Late again}]\nfacilitator: Mei\nskills: [Estimating]\nquotes: [Well said, {text: So be it, person: Mei, internal: Ironic}]\nretro: {format: four_ls, columns: {liked: [This, \"- that\"], learned: Much}}\nactions: [Do it, {title: Do it, status: done, internal: Never, draft: true}]\ndecisions: [\"To *go* on\"]\nlessons: [late, A lesson of its own]\nsummary: |\n  Two lines\n  of text.\n\n  And a paragraph.\n"),
    );
}

fn records_that_nobody_wrote_come_back() {
    site_comes_back(
        Site::new()
            .file("content/index.md", "# Welcome\n\nAsk [[Mei Tanaka]] or [[person:oskar-lund|him]].\n")
            .file("content/sessions/one.yaml", "title: One\ndate: 2026-01-12\nparticipants: [Mei Tanaka, \"Oskar  Lund\"]\nskills: [Lean estimating]\nproject: \"The 2nd: billing\"\n")
            .file("content/lessons/late.md", "---\nowner: Oskar Lund\nproject: \"The 2nd: billing\"\n---\n\n# Late\n\nText.\n")
            .file("content/playbooks/ask.md", "---\nskills: [Lean estimating]\nroles: {responsible: [Mei Tanaka, business_analyst]}\n---\n\n# Ask\n\nText.\n"),
    );
}

fn people_by_their_roles_come_back_without_their_names() {
    let (sources, request) = Site::new()
        .file("site.toml", "[editions.vendor]\nadmits = [\"client\", \"public\"]\npeople = \"roles\"\n")
        .file("content/people.yaml", "people:\n  - name: Meike Tanner\n    aliases: [Meike]\n    role: business_analyst\n")
        .file(
            "content/index.md",
            "# Welcome\n\n![A plan](plans/meike-tanner.png) [list](meike's-list.csv) of **Meike** *Tanner* and **Meike**<br>*Tanner*.[^meike] Again.[^Meike-tanner]\n\n| Who |\n| --- |\n| Meike *Tanner* |\n\n[^meike]: One.\n[^Meike-tanner]: Two.\n",
        )
        .file("content/plans/meike-tanner.png", crate::support::png(&[]))
        .file("content/meike's-list.csv", "a,b\n1,2\n")
        .request(|request| {
            request.edition = Some("vendor".into());
            request.epub = true;
        })
        .into_parts();
    let again = comes_back(&sources, &request);
    for (path, file) in again.sources.files() {
        let text = String::from_utf8_lossy(file.bytes()).to_lowercase();
        assert!(!path.as_str().contains("meike") && !text.contains("meike"), "{path}:\n{text}");
        assert!(!text.contains("<br>") && !text.contains("<em>"), "{path}:\n{text}");
    }
    let page = again.page("index.html");
    assert!(!page.contains("<em></em>") && !page.contains("<strong></strong>") && !page.contains("<br>"), "{page}");
}

/// What is said of an edition's own sources when they are built.
fn said_again(site: Site, edition: &str) -> String {
    let (sources, request) = site.request(|request| request.edition = Some(edition.into())).into_parts();
    let made = compile(&sources, &request).value;
    let mut own = SourceTree::new();
    for (path, content) in made.sources(&sources).value.files() {
        own.insert(SourcePath::new(path.as_str()), content.bytes().to_vec());
    }
    let again = compile(&own, &request);
    Built { sources: own, output: again.value.output.clone(), report: again.report }.said()
}

fn an_edition_without_a_note_builds_again() {
    let site = Site::new()
        .file("site.toml", "title = \"Harbour Bank: the renewal of the billing\"\n")
        .file("content/index.md", "---\naudience: internal\n---\n\n# Welcome\n\nOurs.\n");
    assert_eq!(said_again(site.clone(), "client"), "");
    // The cover of its EPUB breaks the title into lines, and holds all that there is to be seen.
    let site = site.request(|request| {
        request.edition = Some("client".into());
        request.epub = true;
    });
    let (sources, request) = site.into_parts();
    comes_back(&sources, &request);
}

fn several_remarks_on_one_record_build_again() {
    let site = Site::new().file("content/index.md", "# Welcome\n\nHello.\n").file(
        "content/sessions/one.yaml",
        "title: One\ndate: 2026-01-12\ninternal: Never again\ninternal_note: Not with them\nsummary: Good\n",
    );
    assert_eq!(said_again(site, "internal"), "");
}

fn the_settings_of_the_book_come_back() {
    let (sources, request) = Site::new()
        .file("site.toml", "title = \"Harbour\"\n[book]\nformats = [\"html\", \"epub\"]\npaper = \"letter\"\nexclude = [\"lesson:ours\", \"lesson:late\", \"session:*\"]\n")
        .file("content/index.md", "# Welcome\n\nRead on.\n")
        .file("content/lessons/late.md", "# Late\n\nText.\n")
        .file("content/lessons/ours.md", "---\naudience: internal\n---\n\n# Ours\n\nText.\n")
        .into_parts();
    comes_back(&sources, &Request { epub: true, ..request.clone() });
    let made = compile(&sources, &request).value;
    let settings = made.sources(&sources).value;
    let settings = settings.text("site.toml").unwrap();
    assert!(settings.contains("\"epub\"") && settings.contains("letter"), "{settings}");
    assert!(!settings.contains("lesson:ours") && settings.contains("lesson:late"), "{settings}");
}
