//! What shown text comes to where readers meet it: that it is no secret, whatever withheld text says as well.

use super::Case;
use super::sources::PEOPLE;

#[test]
fn what_stands_side_by_side_in_shown_text_is_no_secret() {
    // A spreadsheet shows a text as one: its lines, items and cells follow each other.
    let cases = [
        ("Set it up.\n\nThe goal of endurance\n\ntesting is to hold.\n", "The goal of endurance testing is to hold."),
        ("- Ask them for a\n- longer plan of the work\n", "Ask them for a longer plan of the work."),
        ("| one sentence that | sums it all up |\n|---|---|\n", "One sentence that sums it all up."),
        ("One sentence\n\n> [!INTERNAL]\n> x\n\nthat sums it all up.\n", "One sentence that sums it all up."),
        (
            "See ![a plan](a.png) of the work that we\ndo in the summer months.",
            "The work that we do in the summer months.",
        ),
    ];
    for (shown, secret) in cases {
        let hidden = format!("> [!INTERNAL]\n> {secret}\n");
        let case = || Case::new(&[("content/a.md", shown), ("content/b.md", &hidden)]);
        let row = format!("id,text\na,\"{}\"\n", shown.replace("> [!INTERNAL]\n> x\n\n", "").replace('|', " "));
        case().writes("data/a.csv", &row).is_clean();
        // In other words, or in another file than shown words are in, it is one still.
        Case::new(&[("content/b.md", &hidden)]).writes("data/a.csv", &row).leaks_somewhere();
    }
}

#[test]
fn the_address_of_a_shown_heading_is_no_secret() {
    let case = || {
        Case::new(&[
            (
                "content/playbooks/testing/README.md",
                "# Testing\n\n## Load testing\n\nText.\n\n> [!INTERNAL]\n> ## Stress\n",
            ),
            ("content/playbooks/testing/load-testing.md", "---\naudience: internal\n---\nx\n"),
            ("content/playbooks/testing/stress.md", "---\naudience: internal\n---\nx\n"),
        ])
    };
    let heading =
        |id: &str| format!("<h2 id=\"playbook:testing:{id}\">x</h2><a href=\"testing/index.html#{id}\">x</a>");
    case().writes("book/index.html", heading("load-testing")).is_clean();
    case().writes("book/index.html", heading("stress")).leaks_somewhere();
    case().writes("playbooks/testing/stress.html", "x").leaks_somewhere();
}

#[test]
fn a_shown_address_is_no_secret_however_it_is_written() {
    let address = "https://tracker.example/issues?q=is%3Aopen+is%3Aissue+label%3Akind%2Fflake";
    let hidden = format!("---\naudience: internal\n---\nAll of [the issues]({address}) wait, see {address}.\n");
    let html = format!("<a href=\"{address}\">x</a><p>{address}</p>");
    let open = "https://tracker.example/group%20of%20(the%20few)&more=all%20of%20them%20here";
    let hidden_too = format!("---\naudience: internal\n---\n[x]({open})\n");
    Case::new(&[("content/a.md", &format!("See {open} there.")), ("content/b.md", &hidden_too)])
        .writes("x.html", format!("<a href=\"{open}\">{open}</a>"))
        .is_clean();
    for shown in [
        format!("See [x]({address})."),
        format!("See [x].\n\n[x]: {address}\n"),
        format!("See [x].\n\n[x]: <{address}> \"the issues\"\n"),
        format!("See {address} for more."),
    ] {
        let case = || Case::new(&[("content/a.md", &shown), ("content/b.md", &hidden)]);
        case().writes("x.html", &html).is_clean();
        case().writes("x.html", html.replace("flake", "flake+all%20of%20the%20issues%20wait%20see")).leaks_somewhere();
    }
}

#[test]
fn a_shown_address_of_a_person_is_a_link() {
    let case = |shown: &str| {
        Case::new(&[
            ("content/a.md", shown),
            ("content/b.md", "> [!INTERNAL]\n> Ask [the-few@board.example](mailto:the-few@board.example)\n"),
        ])
    };
    let html = "<a href=\"mailto:the-few@board.example\">the-few@board.example</a>";
    case("Ask the-few@board.example, or wait.").writes("x.html", html).is_clean();
    case("Ask the-many@board.example, or wait.").writes("x.html", html).leaks_somewhere();
}

#[test]
fn the_language_of_shown_code_is_no_secret_and_a_picture_names_records_still() {
    let case = |info: &str| {
        let shown = format!("# A\n\n```{info}\nx\n```\n");
        Case::new(&[
            ("content/a.md", shown.as_str()),
            ("content/playbooks/csharp.md", "---\naudience: internal\n---\nx\n"),
            ("content/projects.yaml", "- id: osprey-nest\n  title: B\n  audience: internal\n"),
        ])
    };
    case("csharp").writes("x.html", "<code class=\"language-csharp\">x</code>").is_clean();
    case("yaml").writes("x.html", "<code class=\"language-csharp\">x</code>").leaks_somewhere();
    case("view budget project=osprey-nest").writes("x.html", "<p>osprey-nest</p>").leaks_somewhere();
}

#[test]
fn the_link_of_a_heading_says_the_programs_words_and_the_headings() {
    let hidden = "---\naudience: internal\n---\nSee [the plan](http://link-to-the-new-plan/) at last.\n";
    let case = |label: &str| {
        Case::new(&[("content/a.md", "# The new plan\n"), ("content/b.md", hidden)])
            .writes("x.html", format!("<a class=\"anchor\" href=\"#x\" aria-label=\"{label}\">#</a>"))
    };
    case("Link to: The new plan").is_clean();
    case("Link to: link to the new plan").leaks_somewhere();
    case("Link to the new plan").leaks_somewhere();
}

#[test]
fn the_values_of_a_shown_list_stand_side_by_side() {
    for list in
        ["[Sales board, Ulrike Brandauer, Gordon Pell]", "\n  - Sales board\n  - Ulrike Brandauer\n  - Gordon Pell"]
    {
        let case = || {
            Case::new(&[
                ("content/sessions/b.yaml", &format!("title: B\nparticipants: {list}\n")),
                ("content/sessions/c.yaml", "title: Board Ulrike\naudience: internal\n"),
                ("content/people.yaml", PEOPLE),
            ])
        };
        case().writes("x.html", "<td>Sales board, Ulrike Brandauer</td>").is_clean();
        case().writes("x.html", "<td>Ulrike Brandauer, Gordon</td>").leaks_somewhere();
        case().writes("x.html", "<td>Gordon Pell</td>").leaks_somewhere();
    }
}

#[test]
fn whoever_leads_a_session_stands_behind_the_others() {
    let case = || {
        Case::new(&[
            ("content/sessions/b.yaml", "title: B\nfacilitator: Mei Tanaka\nparticipants:\n- Oskar\n- Sales board\n"),
            ("content/b.md", "> [!INTERNAL]\n> Sales board: Mei\n"),
        ])
    };
    case().writes("x.html", "<td>Oskar, Sales board, Mei Tanaka</td>").is_clean();
}

#[test]
fn a_definition_in_withheld_text_is_an_address_of_its_own() {
    let block = "> [!INTERNAL]\n> Our side of it.\n>\n> [CV]: https://fern.example/dismissal \"Tip off\"\n";
    let visible = format!("{block}\nThe [CV] of each.\n");
    let case = || Case::new(&[("content/a.md", &visible)]);
    case().writes("x.html", "<a href=\"https://fern.example/dismissal\">CV</a>").leaks_somewhere();
    case().writes("x.html", "<a href=\"https://fern.example/others\">CV</a>").is_clean();
    let shown_too = format!("{visible}\nSee https://fern.example/dismissal too.\n");
    Case::new(&[("content/a.md", &shown_too)])
        .writes("x.html", "<a href=\"https://fern.example/dismissal\">x</a>")
        .is_clean();
}
