//! Traces that are no words: numbers, orders and hashes that would tell that something is withheld.

use crate::support::{Site, difference};
use libtest_mimic::Trial;

pub(super) fn trials() -> Vec<Trial> {
    crate::trials!["secrecy::traces";
        numbers_of_footnotes_and_headings_have_no_gap,
        a_withheld_footnote_stands_in_nobodys_place,
        sessions_of_one_file_are_named_as_if_the_withheld_ones_were_not_there,
        attendance_of_a_withheld_person_is_not_counted,
        sums_do_not_count_withheld_sessions,
        dates_do_not_tell_of_withheld_sessions,
        numbers_of_parts_have_no_gap,
        neighbours_and_backlinks_pass_over_withheld_records,
        tags_that_only_withheld_records_have_leave_nothing,
        previews_of_links_are_not_made_ahead,
        hashes_do_not_depend_on_withheld_files,
    ]
}

const PEOPLE: &str =
    "people:\n  - {name: Mei Tanaka, role: business_analyst}\n  - {name: Oskar Lund, role: project_lead}\n";

fn first_session(more: &str) -> String {
    format!("title: Kick-off\ndate: 2026-02-03\nduration: 2h\nparticipants: [Mei Tanaka]\nskills: [Estimating]\n{more}")
}

/// The client must see the same whether or not the withheld files and texts are there; the
/// consultancy must not.
#[track_caller]
fn unseen(open: &[(&str, &str)], with: &[(&str, &str)]) {
    let site = |files: &[&[(&str, &str)]], edition: &str| {
        let site = files.iter().copied().flatten().fold(
            Site::new()
                .file("site.toml", "base_url = \"https://example.com/\"\n")
                .file("content/index.md", "# Welcome\n"),
            |site, (path, text)| site.file(path, text),
        );
        let built = site
            .request(|request| {
                request.edition = Some(edition.into());
                request.epub = true;
            })
            .build();
        assert_eq!(built.errors().len(), 0, "{edition}:\n{}", built.said());
        built.output
    };
    if let Some(difference) = difference(&site(&[open], "client"), &site(&[open, with], "client")) {
        panic!("the client sees a difference: {difference}");
    }
    assert!(difference(&site(&[open], "internal"), &site(&[open, with], "internal")).is_some(), "nothing is withheld");
}

fn numbers_of_footnotes_and_headings_have_no_gap() {
    let note = |ours: &str| {
        format!("# A\n\nOne.[^a]\n\n## Same\n\nText.\n\n{ours}## Same\n\nThree.[^c]\n\n[^a]: a\n[^b]: b\n[^c]: c\n")
    };
    let ours = note("> [!INTERNAL]\n> ## Same\n>\n> Two.[^b]\n\n");
    let open = note("").replace("[^b]: b\n", "");
    unseen(&[("content/lessons/a.md", &open)], &[("content/lessons/a.md", &ours)]);
}

fn a_withheld_footnote_stands_in_nobodys_place() {
    let ours = "> [!INTERNAL]\n> [^q]: Ours alone.\n";
    let shown = "# A\n\nSee there[^q] and here[^r].\n\n[^q]: Open.\n[^r]: Too.\n";
    for with in [format!("{shown}\n{ours}"), shown.replace("See", &format!("{ours}\nSee"))] {
        unseen(&[("content/lessons/a.md", shown)], &[("content/lessons/a.md", &with)]);
    }
    let shown = "# A\n\nSee there and here[^r].\n\n- one\n\n[^r]: Too.\n";
    let with = "# A\n\nSee there[^q] and here[^r].\n\n- one[^p]\n- [^p]\n\n[^r]: Too.[^q]\n[^p]: [^q]\n[^q]:\n    > [!INTERNAL]\n    > Ours.\n";
    unseen(&[("content/lessons/a.md", shown)], &[("content/lessons/a.md", with)]);
}

fn sessions_of_one_file_are_named_as_if_the_withheld_ones_were_not_there() {
    let session = |title: &str, day: &str, more: &str| format!("title: {title}\ndate: 2026-02-{day}\n{more}");
    let open = session("Kick-off", "03", "");
    let another = session("Second", "05", "audience: public\n");
    let withheld = [
        session("Ours", "02", "audience: internal\n"),
        session("Theirs", "04", "audience: vendor\n"),
        session("Not yet", "09", "draft: true\n"),
    ];
    for shown in [open.clone(), format!("{open}---\n{another}")] {
        for ours in &withheld {
            for with in [format!("{shown}---\n{ours}"), format!("{ours}---\n{shown}")] {
                let settings = (
                    "site.toml",
                    "base_url = \"https://example.com/\"\n[editions.vendor]\nadmits = [\"vendor\", \"client\", \"public\"]\n",
                );
                unseen(
                    &[settings, ("content/sessions/z.yaml", &shown)],
                    &[settings, ("content/sessions/z.yaml", &with)],
                );
            }
        }
    }
}

fn attendance_of_a_withheld_person_is_not_counted() {
    let people = format!("{PEOPLE}  - {{name: Gordon Pell, role: consultant, audience: internal}}\n");
    let attended =
        first_session("facilitator: Gordon Pell\nabsent: [Gordon Pell]\n").replace("[Mei", "[Gordon Pell, Mei");
    unseen(
        &[("content/people.yaml", PEOPLE), ("content/sessions/one.yaml", &first_session(""))],
        &[("content/people.yaml", &people), ("content/sessions/one.yaml", &attended)],
    );
}

const DINNER: &str = "title: Dinner\naudience: internal\ndate: 2025-11-12\nduration: 5h\nparticipants: [Mei Tanaka]\nskills: [Estimating]\nskill_changes: [{person: Mei Tanaka, skill: Estimating, from: 0, to: 4}]\nfeedback: {score: 1.5, responses: 7}\n";

fn sums_do_not_count_withheld_sessions() {
    unseen(
        &[("content/people.yaml", PEOPLE), ("content/sessions/one.yaml", &first_session(""))],
        &[("content/sessions/two.yaml", DINNER)],
    );
}

fn dates_do_not_tell_of_withheld_sessions() {
    let last = DINNER.replace("2025-11-12", "2026-05-20");
    unseen(
        &[("content/people.yaml", PEOPLE), ("content/sessions/one.yaml", &first_session(""))],
        &[("content/sessions/0-first.yaml", DINNER), ("content/sessions/z-last.yaml", &last)],
    );
}

fn numbers_of_parts_have_no_gap() {
    let open = first_session(
        "decisions: [We go on with the plan as it was made]\nactions: [We order what we need for the next stage, And more]\n",
    );
    let ours = first_session(
        "decisions: [{title: We go on with the plan as it never was, audience: internal}, We go on with the plan as it was made]\nactions: [{title: We order what we need for the next dinner, audience: internal}, We order what we need for the next stage, And more]\n",
    );
    unseen(
        &[("content/people.yaml", PEOPLE), ("content/sessions/one.yaml", &open)],
        &[("content/sessions/one.yaml", &ours)],
    );
}

fn neighbours_and_backlinks_pass_over_withheld_records() {
    unseen(
        &[("content/lessons/a.md", "# A\n\nText.\n"), ("content/lessons/c.md", "# C\n\nSee [a](a.md).\n")],
        &[("content/lessons/b.md", "---\naudience: internal\n---\n\n# B\n\nSee [a](a.md) and [c](c.md).\n")],
    );
}

fn tags_that_only_withheld_records_have_leave_nothing() {
    unseen(
        &[("content/lessons/a.md", "---\ntags: [open]\ntheme: Time\n---\n\n# A\n\nText.\n")],
        &[(
            "content/lessons/b.md",
            "---\ntags: [quarrel, open]\ntheme: Money\nowner: Gordon Pell\naudience: internal\n---\n\n# B\n\nText.\n",
        )],
    );
}

/// What a link shows before it is followed is its own words; nothing of its target is in the page.
fn previews_of_links_are_not_made_ahead() {
    let built = Site::new()
        .file("content/lessons/a.md", "# A\n\nSee [there](b.md).\n")
        .file("content/lessons/b.md", "# B\n\nAn unmistakable sentence.\n")
        .build();
    assert!(!built.page("lessons/a.html").contains("unmistakable"));
    assert!(built.page("lessons/b.html").contains("unmistakable"));
}

fn hashes_do_not_depend_on_withheld_files() {
    unseen(
        &[("content/lessons/a.md", "# A\n\n[Sheet](sheet.csv)\n"), ("content/lessons/sheet.csv", "a,b\n1,2\n")],
        &[
            (
                "content/lessons/b.md",
                "---\naudience: internal\n---\n\n# B\n\n[Sheet](other.csv)\n\n```rust\nfn main() {}\n```\n",
            ),
            ("content/lessons/other.csv", "a,b\n3,4\n"),
        ],
    );
}
