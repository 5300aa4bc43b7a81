//! What would notice if a part of the filter failed.
//!
//! Each part is taken out in turn. Either the leak check finds what came through, or the edition is
//! no longer the same whatever is withheld, or both. With every part in force neither has anything
//! to say.

use super::{Compiled, Request, compile};
use crate::diagnostic::{Code, Report};
use crate::model::Safeguard;
use crate::source::{SourcePath, SourceTree};
use jiff::civil::date;
use std::fmt::Write as _;

/// What notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notices {
    /// The leak check alone: whatever is withheld, the same place would show it.
    LeakCheck,
    /// The comparison of two worlds alone: no withheld word is shown, only that there is one.
    Worlds,
    /// Both.
    Both,
}

/// What is done to withheld matter, which stands between `«` and `»`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum World {
    AsItIs,
    /// It says something else.
    Otherwise,
    /// It is not there.
    Gone,
}

/// One part of the filter and a site that needs it.
struct Case {
    safeguard: Safeguard,
    notices: Notices,
    edition: &'static str,
    files: &'static [(&'static str, &'static str)],
}

use Notices::{Both, LeakCheck, Worlds};

const VENDOR: &str =
    "[editions.vendor]\nadmits = [\"client\", \"public\"]\npeople = \"roles\"\nmoney = false\nratings = false\n";

const fn client(safeguard: Safeguard, notices: Notices, files: &'static [(&'static str, &'static str)]) -> Case {
    Case { safeguard, notices, edition: "client", files }
}

const fn vendor(safeguard: Safeguard, notices: Notices, files: &'static [(&'static str, &'static str)]) -> Case {
    Case { safeguard, notices, edition: "vendor", files }
}

const CASES: &[Case] = &[
    client(
        Safeguard::Audiences,
        Both,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            ("«content/lessons/b.md", "---\naudience: internal\n---\n# SECRET\n\nText of SECRET.\n»"),
        ],
    ),
    client(
        Safeguard::FolderDefaults,
        Both,
        &[
            ("site.toml", "[audiences]\n\"lessons/ours\" = \"internal\"\n"),
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            ("«content/lessons/ours/b.md", "# SECRET\n\nText of SECRET.\n»"),
        ],
    ),
    client(
        Safeguard::UnknownAudiences,
        Worlds,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            ("«content/lessons/b.md", "---\naudience: interal\n---\n# SECRET\n\nText.\n»"),
        ],
    ),
    client(
        Safeguard::MisplacedAudiences,
        Worlds,
        &[("«content/projects.yaml", "- title: SECRET\n  planned: {budget: 100, audience: internal}\n»")],
    ),
    client(
        Safeguard::UnreadableRecords,
        Worlds,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            ("«content/lessons/b.md", "---\ntitle: [SECRET\n: x\n---\n\nText of SECRET.\n»"),
        ],
    ),
    client(
        Safeguard::Drafts,
        Both,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            ("«content/lessons/b.md", "---\ndraft: true\n---\n# SECRET\n\nText of SECRET.\n»"),
        ],
    ),
    client(
        Safeguard::Parts,
        Both,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n"),
            (
                "«content/sessions/b.yaml",
                "title: Dinner\ndraft: true\ndate: 2026-01-12\ndecisions: [To pay SECRET at once]\n»",
            ),
        ],
    ),
    client(
        Safeguard::InternalFields,
        Both,
        &[("content/lessons/a.md", "---\n«internal: What SECRET said of it\n»---\n# Seen\n\nText.\n")],
    ),
    client(
        Safeguard::InternalBlocks,
        Both,
        &[("content/lessons/a.md", "# Seen\n\nText.\n\n«> [!INTERNAL]\n> What SECRET said of it.\n»")],
    ),
    client(
        Safeguard::UnknownMarks,
        Worlds,
        &[("content/lessons/a.md", "# Seen\n\nText.\n\n«> [!INTERN]\n> What SECRET said of it.\n»")],
    ),
    client(
        Safeguard::Comments,
        Both,
        &[("content/lessons/a.md", "# Seen\n\nText.\n\n«<!-- What SECRET said of it. -->\n»")],
    ),
    client(
        Safeguard::Links,
        Both,
        &[
            ("content/lessons/a.md", "# Seen\n\nSee «[[lesson:b-SECRET-SLUG|»there«]]».\n"),
            ("«content/lessons/b-SECRET-SLUG.md", "---\naudience: internal\n---\n# Other\n»"),
        ],
    ),
    client(
        Safeguard::References,
        Both,
        &[
            ("content/people.yaml", "people:\n  - name: Mei Tanaka\n«  - name: SECRET\n    audience: internal\n»"),
            ("content/lessons/a.md", "---\n«owner: SECRET\n»---\n# Seen\n\nText.\n"),
        ],
    ),
    client(
        Safeguard::References,
        Both,
        &[
            (
                "content/people.yaml",
                "people:\n  - name: Mei Tanaka\n«    skills: [{skill: SECRET, before: 1, after: 2}]\n»",
            ),
            ("content/skills.yaml", "- name: Estimating\n«- name: SECRET\n  audience: internal\n»"),
        ],
    ),
    client(
        Safeguard::ImpliedRecords,
        Both,
        &[
            ("content/sessions/a.yaml", "title: Seen\ndate: 2026-01-12\nparticipants: [Mei Tanaka]\n"),
            (
                "«content/sessions/b.yaml",
                "title: Dinner\naudience: internal\ndate: 2026-01-13\nparticipants: [SECRET]\n»",
            ),
        ],
    ),
    client(
        Safeguard::Footnotes,
        Both,
        &[
            (
                "content/lessons/a.md",
                "# Seen\n\nText.\n\n«> [!INTERNAL]\n> Ours.[^a]\n\n[^a]: What [SECRET](SECRET-SLUG.csv) said of it.\n»",
            ),
            ("«content/lessons/SECRET-SLUG.csv", "a,b\n1,What SECRET said of it\n»"),
        ],
    ),
    client(
        Safeguard::EmptiedBlocks,
        Worlds,
        &[("content/lessons/a.md", "# Seen\n\n- one\n«- > [!INTERNAL]\n  > SECRET\n»- two\n")],
    ),
    client(
        Safeguard::Anchors,
        Worlds,
        &[
            ("content/lessons/a.md", "# Seen\n\nSee [there](b.md«#SECRET-SLUG»).\n"),
            ("content/lessons/b.md", "# Other\n\nText.\n\n«> [!INTERNAL]\n> ## SECRET\n>\n> Ours.\n»"),
        ],
    ),
    client(
        Safeguard::Files,
        Both,
        &[
            ("content/lessons/a.md", "# Seen\n\nText.\n\n«> [!INTERNAL]\n> [Sheet](SECRET-SLUG.csv)\n»"),
            ("«content/lessons/SECRET-SLUG.csv", "a,b\n1,What SECRET said of it\n»"),
        ],
    ),
    client(
        Safeguard::ImageMetadata,
        Both,
        &[("content/lessons/a.md", "# Seen\n\n![Wall](wall.gif)\n"), ("content/lessons/wall.gif", "GIF")],
    ),
    vendor(
        Safeguard::NamesInText,
        Both,
        &[
            ("content/people.yaml", "people:\n  - id: mei\n    name: SECRET\n"),
            ("content/lessons/a.md", "# Seen\n\nAsk SECRET.\n"),
        ],
    ),
    vendor(
        Safeguard::NamesInWords,
        Both,
        &[
            ("content/people.yaml", "people:\n  - id: mei\n    name: SECRET\n"),
            ("content/lessons/a.md", "---\ntitle: Seen\ntheme: As SECRET says\n---\n\nText.\n"),
        ],
    ),
    vendor(
        Safeguard::NamesInPaths,
        Both,
        &[
            ("content/people.yaml", "people:\n  - id: mei\n    name: SECRET\n"),
            ("content/lessons/what-SECRET-SLUG-said.md", "# Seen\n\nText.\n"),
        ],
    ),
    vendor(
        Safeguard::OtherNames,
        Both,
        &[
            ("content/people.yaml", "people:\n  - id: mei\n    name: Mei Tanaka\n    aliases: [SECRET]\n"),
            ("content/lessons/a.md", "# Seen\n\nAsk SECRET.\n"),
        ],
    ),
    vendor(
        Safeguard::Money,
        Worlds,
        &[(
            "content/projects.yaml",
            "- title: Seen\n  planned: {start: 2026-01-01, end: 2026-02-01«, budget: 4711»}\n",
        )],
    ),
    vendor(
        Safeguard::Ratings,
        Worlds,
        &[
            (
                "content/people.yaml",
                "people:\n  - name: Mei Tanaka\n    skills: [«{skill: Estimating, before: 1, after: 4}»]\n",
            ),
            ("content/skills.yaml", "- name: Estimating\n"),
        ],
    ),
];

impl Case {
    fn sources(&self, world: World) -> SourceTree {
        let mut sources = SourceTree::new();
        let mut settings = VENDOR.to_owned();
        for (path, text) in self.files {
            let (Some(path), Some(text)) = (written(path, world), written(text, world)) else { continue };
            if path == "site.toml" {
                writeln!(settings, "{text}").expect("a text takes text");
                continue;
            }
            let bytes = if text == "GIF" { gif(world) } else { text.into_bytes() };
            sources.insert(SourcePath::new(&path), bytes.as_slice());
        }
        sources.insert(SourcePath::new("site.toml"), settings.as_bytes());
        sources.insert(SourcePath::new("content/index.md"), b"# Welcome\n\nRead on.\n".as_slice());
        sources
    }

    fn build(&self, world: World, without: Option<Safeguard>) -> (Compiled, Report) {
        let sources = self.sources(world);
        let request =
            Request { edition: Some(self.edition.into()), pdf: false, epub: false, ..Request::on(date(2026, 5, 29)) };
        let outcome = Safeguard::without(without, || compile(&sources, &request));
        (outcome.value, outcome.report)
    }

    /// Whether the leak check finds something.
    fn leaks(&self, without: Option<Safeguard>) -> bool {
        self.build(World::AsItIs, without).1.iter().any(|complaint| complaint.code == Code::Leak)
    }

    /// Whether it shows what became of withheld matter.
    fn differs(&self, without: Option<Safeguard>) -> bool {
        let bytes = |world| -> Vec<(String, Vec<u8>)> {
            let output = self.build(world, without).0.output;
            output.files().map(|(path, content)| (path.to_string(), content.bytes().to_vec())).collect()
        };
        let as_it_is = bytes(World::AsItIs);
        [World::Otherwise, World::Gone].into_iter().any(|world| bytes(world) != as_it_is)
    }
}

/// A text as it stands in a world; none where it is gone from its beginning.
fn written(text: &str, world: World) -> Option<String> {
    let (secret, slug) = match world {
        World::Otherwise => ("Elster Köln 9W4z", "elster-köln-9w4z"),
        World::AsItIs | World::Gone => ("Falke Zürich 7Q2x", "falke-zürich-7q2x"),
    };
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once('«') {
        let (inside, behind) = after.split_once('»').unwrap_or((after, ""));
        kept.push_str(before);
        if world != World::Gone {
            kept.push_str(inside);
        }
        rest = behind;
    }
    kept.push_str(rest);
    // The path opened what ends here.
    let kept = kept.replace('»', "");
    let is_gone = kept.is_empty() && !text.is_empty();
    (!is_gone).then(|| kept.replace("SECRET-SLUG", slug).replace("SECRET", secret))
}

/// A picture of one pixel with a comment.
fn gif(world: World) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    if let Some(comment) = written("«What SECRET said of it»", world) {
        bytes.extend([0x21, 0xFE, comment.len() as u8]);
        bytes.extend(comment.as_bytes());
        bytes.push(0);
    }
    bytes.extend(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b");
    bytes
}

#[test]
fn with_every_part_of_the_filter_nothing_is_noticed() {
    for case in CASES {
        let (_, report) = case.build(World::AsItIs, None);
        let said: Vec<&str> = report.iter().map(|complaint| complaint.message.as_str()).collect();
        assert!(!case.leaks(None), "{:?}: {said:#?}", case.safeguard);
        assert!(!case.differs(None), "{:?} shows what is withheld", case.safeguard);
    }
}

#[test]
fn without_any_one_part_of_the_filter_something_is_noticed() {
    let mut wrong = Vec::new();
    for case in CASES {
        let without = Some(case.safeguard);
        let noticed = match (case.leaks(without), case.differs(without)) {
            (true, true) => Some(Both),
            (true, false) => Some(LeakCheck),
            (false, true) => Some(Worlds),
            (false, false) => None,
        };
        if noticed != Some(case.notices) {
            wrong.push(format!("{:?}: {:?} and not {noticed:?}", case.safeguard, case.notices));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_part_of_the_filter_has_its_case() {
    for safeguard in Safeguard::ALL {
        assert!(CASES.iter().any(|case| case.safeguard == safeguard), "{safeguard:?}");
    }
}
