//! Tables of the PDF: what their columns have room for, and what their cells are to a screen reader.

use super::pdf::{dictionary, elements};
use super::print::{PDF, program, read, words};
use crate::support::{Site, needing};
use leavebehind::output::OutputTree;
use libtest_mimic::Trial;
use lopdf::{Dictionary, Document};

pub(super) fn trials() -> Vec<Trial> {
    let of = |name: &'static str, test: fn()| needing(name, || program("pdftotext"), move |_| test());
    vec![
        of("book::words_of_capitals_stay_in_their_columns", capitals),
        of("book::the_marks_of_evidence_stand_on_one_line_where_there_is_room", marks_of_evidence),
        of("book::a_numbered_list_within_a_task_has_its_own_numbers", list_within_a_task),
        of("book::a_table_whose_head_says_nothing_has_its_rows_named", table_without_heads),
    ]
}

fn printed(site: Site) -> OutputTree {
    let built = site.request(|request| request.pdf = true).build();
    assert!(built.errors().is_empty(), "{}", built.said());
    built.output
}

fn capitals() {
    let names = ["MAX_CONCURRENT_WORKERS", "WARMUP_WINDOW_MINUTES", "**MEMORY_WATERMARK_MAX**", "COMMAND_TIMEOUT_MS"];
    let row = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let table = |heads: &[&str]| {
        let rows: String = (0..3).map(|_| row(&names.repeat(2)[..heads.len()])).collect();
        format!("{}{}{rows}\n", row(heads), row(&vec!["---"; heads.len()]))
    };
    let heads = ["WORKER MAXIMUM", "WARMUP", "MEMORY", "COMMAND", "WWWWWWWWWWWW", "MMMMMMMMMMMM"];
    let note = format!("# Settings\n\n{}{}{}", table(&heads[..4]), table(&heads[..5]), table(&heads));
    let output = printed(
        Site::new().file("content/index.md", "# Hello\n\nA letter.\n").file("content/playbooks/settings.md", note),
    );
    let words = words(&output);
    let mut checked = 0;
    for (place, one) in words.iter().enumerate() {
        for other in words[place + 1..].iter().filter(|other| other.page == one.page) {
            let high = one.bottom.min(other.bottom) - one.top.max(other.top);
            if high > (one.bottom - one.top) / 2.0 {
                let shared = one.right.min(other.right) - one.left.max(other.left);
                assert!(shared < 0.5, "{} and {} share {shared} points of page {}", one.text, other.text, one.page);
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} pairs of words stand on one line");
}

fn list_within_a_task() {
    let note = "# Checklist\n\n- [x] Plan agreed\n- [ ] Steps\n\n  2. Order the cable\n  3. Lay it\n";
    let site = Site::new().file("content/index.md", "# Hello\n\nA letter.\n").file("content/playbooks/list.md", note);
    let output = printed(site);
    let words: Vec<String> = words(&output).into_iter().map(|word| word.text).collect();
    assert!(words.windows(2).any(|pair| pair == ["3.", "Lay"]), "{}", words.join(" "));
}

fn marks_of_evidence() {
    let sessions: String = (1..=9)
        .map(|number| {
            format!("---\nid: s{number}\ntitle: Session {number}\ndate: 2026-01-0{number}\nparticipants: [mei]\n")
        })
        .collect();
    let all: Vec<String> = (1..=9).map(|number| format!("s{number}")).collect();
    let item =
        format!("- {{id: desk, title: The change desk asks early, type: issue, session: [{}]}}\n", all.join(", "));
    let output = printed(
        Site::new()
            .file("content/index.md", "# Hello\n\nA letter.\n")
            .file("content/people.yaml", "people:\n  - {id: mei, name: Mei}\n")
            .file("content/sessions/all.yaml", sessions)
            .file("content/open-items.yaml", item),
    );
    let text = read(&output, &["-layout"]);
    let line = text.lines().find(|line| line.contains("The change desk asks early") && line.contains("[1]"));
    let line = line.unwrap_or_else(|| panic!("the item has no marks: {text}"));
    assert!(line.contains("[9]"), "the marks go on below {line:?}");
}

fn table_without_heads() {
    let note = "# Hello\n\n|  |  |\n|---|---|\n| Owner | Mei |\n| Place | The wall |\n";
    let output = printed(Site::new().file("content/index.md", note));
    let page = output.text("book/index.html").unwrap();
    assert!(page.contains("<th scope=\"row\">Owner</th><td>Mei</td>"), "{page}");
    let document = Document::load_mem(output.get(PDF).unwrap().bytes()).unwrap();
    let tree = dictionary(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap()).unwrap();
    let mut found = Vec::new();
    elements(&document, tree.get(b"K").unwrap(), &mut found);
    let is_of_row = |head: &Dictionary| format!("{head:?}").contains("Row");
    let heads = found.iter().filter(|(kind, head)| kind == "TH" && is_of_row(head)).count();
    assert_eq!(heads, 2, "each row has its head");
}
