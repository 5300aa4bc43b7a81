//! What is nearly right: it withholds all the same, and is complained of.

use super::opened::text_of;
use crate::support::{Built, Site};
use leavebehind::compile::compile;
use leavebehind::diagnostic::Code;
use libtest_mimic::Trial;

pub(super) fn trials() -> Vec<Trial> {
    crate::trials!["secrecy::near";
        a_mark_in_other_signs_is_an_error_and_withholds,
        a_mark_in_backticks_is_an_example,
        a_key_that_says_it_is_internal_is_asked_about_and_withheld,
        an_audience_between_lines_that_are_nearly_fences_is_never_lost,
        a_definition_in_a_withheld_block_holds_there_alone,
    ]
}

const TOKEN: &str = "canary in the coal mine";

fn built(index: &str) -> Built {
    Site::new().file("content/index.md", index).file("content/more.md", "# More\n\nText.\n").build()
}

fn says(built: &Built) -> bool {
    text_of(&built.output).contains(TOKEN)
}

fn a_mark_in_other_signs_is_an_error_and_withholds() {
    for block in [
        "> ![INTERNAL]\n> TOKEN",
        "> ![internal] TOKEN",
        "> (!INTERNAL) TOKEN",
        "> {!INTERNAL}\n> TOKEN",
        "> !(Internal)\n>\n> TOKEN",
        ":::internal\nTOKEN\n:::",
        "::: internal\n\nTOKEN\n\n- TOKEN\n\n:::",
        ":::{.internal}\n\nTOKEN\n\n:::",
        "!!!internal\n    TOKEN",
    ] {
        let block = block.replace("TOKEN", TOKEN);
        let built = built(&format!("# Welcome\n\nBefore all.\n\n{block}\n\n## Afterwards\n\nText.\n"));
        let codes: Vec<Code> = built.errors().iter().map(|error| error.code).collect();
        assert_eq!(codes, [Code::UnknownCallout], "{block}\n{}", built.said());
        assert!(!says(&built), "{block}");
        let all = text_of(&built.output);
        assert!(all.contains("before all"), "{block}");
        assert!((all.contains("afterwards") || block.starts_with("!!!")), "{block}");
    }
    for block in ["> (internal) TOKEN", "> Internal! TOKEN", "::: note\nTOKEN\n:::", "!!!", "The internal TOKEN"] {
        let block = block.replace("TOKEN", TOKEN);
        let built = built(&format!("# Welcome\n\n{block}\n"));
        assert!(built.errors().is_empty() && (says(&built) || block == "!!!"), "{block}\n{}", built.said());
    }
}

fn a_mark_in_backticks_is_an_example() {
    let index = "# Welcome\n\n> `[!INTERNAL]` begins what only we may read of it all.\n\n- > `[!INTERNAL]`\n  > stands here as well for all of you to read\n";
    let built = built(index);
    assert_eq!(built.said(), "");
    assert!(text_of(&built.output).contains("for all of you to read"));
}

fn a_key_that_says_it_is_internal_is_asked_about_and_withheld() {
    for key in ["internal_note", "notes-internal", "Internal Remarks"] {
        let built = built(&format!("---\ntitle: Welcome\n{key}: {TOKEN}\n---\n\nText.\n"));
        assert!(built.errors().is_empty(), "{}", built.said());
        assert!(built.said().contains("is treated as `internal`"), "{}", built.said());
        assert!(!says(&built));
        let made = compile(&built.sources, &Site::new().into_parts().1).value;
        assert!(!text_of(&made.sources(&built.sources).value).contains(TOKEN), "{key}");
    }
    let built = built("---\ntitle: Welcome\ninternational: yes\n---\n\nText.\n");
    assert!(!built.said().contains("treated as"), "{}", built.said());
}

fn an_audience_between_lines_that_are_nearly_fences_is_never_lost() {
    for front in [
        "---yaml\naudience: internal\n---",
        "----\naudience: internal\n----",
        " ---\n audience: internal\n ---",
        "  ---\naudience: internal\n---",
        "\u{FEFF}\u{FEFF}---\naudience: internal\n---",
        "\n----\ntitle: A\naudience: internal\n---",
        " ---\naudience: internal\n",
    ] {
        let built = built(&format!("{front}\n\n# Ours\n\nA {TOKEN}.\n"));
        assert!(!built.errors().is_empty(), "{front:?}");
        assert!(!says(&built) && !text_of(&built.output).contains("audience"), "{front:?}\n{}", built.said());
    }
}

fn a_definition_in_a_withheld_block_holds_there_alone() {
    let block =
        "> [!INTERNAL]\n> Our side of it, see [CV].\n>\n> [CV]: https://fern.example/canary-dismissal \"A tip\"\n";
    for (visible, is_shown) in [
        ("The [CV] of each expert.", "the [cv] of each expert"),
        ("The ![CV] of each expert.", "the ![cv] of each expert"),
        ("The [CV] of each.\n\n[CV]: https://ours.example/\n", "https://ours.example/"),
    ] {
        let built = built(&format!("# Welcome\n\n{block}\n{visible}\n"));
        assert!(built.errors().is_empty(), "{}", built.said());
        let all = text_of(&built.output);
        assert!(!all.contains("canary-dismissal") && !all.contains("a tip"), "{visible}");
        assert!(all.contains(is_shown), "{visible}");
        if visible.contains("]:") {
            // A definition of the same label outside of the block holds for all.
            continue;
        }
        let site = Site::new().file("content/index.md", format!("# Welcome\n\n{block}\n{visible}\n"));
        let ours = site.request(|request| request.edition = Some("internal".into())).build();
        assert!(text_of(&ours.output).contains("href=\"https://fern.example/canary-dismissal\""), "{visible}");
    }
}
