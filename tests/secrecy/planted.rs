//! A site with a token in every place where a secret could hide.

use super::token::Kind;
use crate::support::{Site, png, zlib};

/// Who may find a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    /// The internal edition alone.
    Us,
    /// Nobody: comments, and what images say beside their pictures.
    Nobody,
    /// Everybody: without these the search itself would be blind.
    All,
}

use For::{All, Nobody, Us};

/// Every place, by its number in the list of places where a secret could hide.
pub(super) const PLACES: &[(u32, For, &str)] = &[
    (1, Us, "an internal field of front matter"),
    (2, Us, "an unknown field of a withheld note"),
    (3, Us, "the title of a withheld note"),
    (103, Us, "the id and slug of a withheld note"),
    (203, Us, "a tag of a withheld note"),
    (303, Us, "an old path of a withheld note"),
    (4, Us, "the body of a withheld note"),
    (5, Us, "a folder of withheld notes"),
    (105, Us, "the introduction of a withheld folder"),
    (6, Us, "a note withheld by its folder"),
    (7, Us, "a note withheld by its path in site.toml"),
    (8, Us, "an internal block"),
    (9, Us, "an internal block in a list"),
    (109, Us, "an internal block in a quotation"),
    (209, Us, "an internal block in a footnote"),
    (309, Us, "an internal block in a callout, in other letters"),
    (10, Us, "a lazy continuation of an internal block"),
    (11, Us, "a heading in an internal block"),
    (12, Us, "a footnote used from internal text alone"),
    (13, Us, "a link's definition used from internal text alone"),
    (15, Us, "an internal field of a session"),
    (115, Us, "an internal field inside of a session's action"),
    (16, Us, "a withheld session"),
    (17, Us, "the attendance of a withheld person"),
    (20, Us, "a withheld person's address"),
    (120, Us, "a withheld person's title"),
    (21, Us, "a withheld term of the glossary"),
    (22, Us, "a withheld action of a session"),
    (122, Us, "a withheld decision of a session"),
    (222, Us, "a withheld risk of a register"),
    (322, Us, "the id of a withheld risk, as a key"),
    (23, Nobody, "an HTML comment"),
    (24, Nobody, "a YAML comment"),
    (124, Nobody, "a YAML comment behind a value"),
    (25, Nobody, "a Markdown comment"),
    (26, Nobody, "an attribute of raw HTML"),
    (126, Nobody, "a template of raw HTML"),
    (27, Us, "the text of an image in internal text"),
    (29, Us, "the name of an image used in internal text alone"),
    (30, Nobody, "a text chunk of a visible PNG"),
    (130, Nobody, "the comment of a visible JPEG"),
    (230, Nobody, "what follows the end of a visible JPEG"),
    (330, Nobody, "the description of a visible SVG"),
    (430, Nobody, "compressed text of a visible PNG"),
    (33, Us, "an attachment used in internal text alone"),
    (133, Us, "the text of such an attachment"),
    (40, Nobody, "the title of a link to a withheld note"),
    (41, Us, "an unlabelled reference to a withheld note"),
    (45, Us, "the summary of a withheld session"),
    (50, Us, "the file name of a withheld session"),
    (53, Nobody, "a comment of site.toml"),
    (153, Nobody, "an audience of site.toml"),
    (61, Us, "a draft"),
    (62, Us, "what a withheld session taught"),
    (63, Us, "a note for an audience that the edition does not admit"),
    (64, Us, "an internal block in a block of YAML"),
    (164, Us, "an internal block in a text of YAML in double quotes"),
    (65, Us, "the evidence of a withheld skill"),
    (900, All, "a visible title"),
    (901, All, "a visible text"),
    (902, All, "a visible attachment"),
];

pub(super) const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Harbour\" # T(53)\nbase_url = \"https://example.com/h/\"\n\n[audiences]\n\"lessons/T(5)\" = \"internal\"\n\"playbooks/by-path\" = \"internal\"\n\n[editions.\"T(153)\"]\nadmits = [\"T(153)\"]\n",
    ),
    (
        "content/index.md",
        "# Welcome\n\nText T(901). See [the closed one](<playbooks/T(103).md> \"T(40)\") and [[T(41)]].\n",
    ),
    (
        "content/playbooks/open.md",
        "---\ntitle: Open T(900)\ninternal: T(1)\n# T(24)\npurpose: To see # T(124)\n---\n\nText.[^a] <!-- T(23) -->\n\n\
> [!INTERNAL]\n> T(8)\n\nText.\n\n- one\n- > [!INTERNAL]\n  > T(9)\n- two\n\n> said\n>\n> > [!INTERNAL]\n> > T(109)\n\n\
> [!NOTE]\n> said\n>\n> > [!internal]\n> > T(309)\n\n> [!INTERNAL]\n> words\nT(10)\n\nText.\n\n> [!INTERNAL]\n> ## Heading T(11)\n>\n> See.[^b] And [there][c].\n\n\
[//]: # (T(25))\n\n<p data-x=\"T(26)\">raw</p>\n\n<template><p>T(126)</p></template>\n\n> [!INTERNAL]\n> ![Seen T(27)](<T(29).png>) and [a list](<T(33).csv>)\n\n\
![Wall](wall.png) ![Door](door.jpg) ![Plan](plan.svg) [Sheet](sheet.csv)\n\n\
[^a]: Note.\n\n    > [!INTERNAL]\n    > T(209)\n\n[^b]: T(12)\n\n[c]: <https://example.com/T(13)>\n",
    ),
    (
        "content/playbooks/T(103).md",
        "---\ntitle: Closed T(3)\naudience: internal\ntags: [T(203)]\naliases: [T(303).html]\nmood: T(2)\n---\n\nT(4)\n",
    ),
    ("content/playbooks/by-path.md", "# By path\n\nT(7)\n"),
    ("content/playbooks/vendor.md", "---\ntitle: For somebody else\naudience: T(153)\n---\n\nT(63)\n"),
    ("content/lessons/T(5)/index.md", "# Folder\n\nT(105)\n"),
    ("content/lessons/T(5)/six.md", "# Six\n\nT(6)\n"),
    ("content/lessons/T(41).md", "---\naudience: internal\n---\n\n# Forty-one\n"),
    ("content/lessons/draft.md", "---\ntitle: Draft\ndraft: true\n---\n\nT(61)\n"),
    (
        "content/people.yaml",
        "people:\n  - name: Mei Tanaka\n    role: business_analyst\n    skills:\n      - {skill: Estimating, before: 1, after: 2}\n      - {skill: Poker, before: 1, after: 4, evidence: \"After a long evening of T(65)\"}\n  - name: Gordon T(17)\n    role: consultant\n    audience: internal\n    contact: T(20)@example.com\n    title: T(120)\n",
    ),
    ("content/skills.yaml", "- name: Estimating\n  family: analyze_situations\n- name: Poker\n  audience: internal\n"),
    (
        "content/sessions/kick-off.yaml",
        "title: Kick-off\ndate: 2026-01-12\nparticipants: [Mei Tanaka, Gordon T(17)]\nskills: [Estimating]\ninternal: T(15)\nnotes: |\n  Text.\n\n  > [!INTERNAL]\n  > T(64)\nsummary: \"In short.\\n\\n\\\n  > [!INTERNAL]\\n> Seen \\\n  as well\\n\\\n  > T(164)\\n\\nAnd on.\"\n\
actions:\n  - title: Visible\n    owner: Mei Tanaka\n    internal: T(115)\n  - {title: \"Hidden T(22)\", audience: internal}\n\
decisions:\n  - title: Hidden T(122)\n    audience: internal\n  - title: Seen\n",
    ),
    (
        "content/sessions/T(50).yaml",
        "title: Dinner T(16)\naudience: internal\ndate: 2026-02-03\nduration: 3h\nsummary: T(45)\nparticipants: [Mei Tanaka]\nskill_changes:\n  - {person: Mei Tanaka, skill: Estimating, from: 2, to: 4, evidence: T(62)}\n",
    ),
    (
        "content/glossary.yaml",
        "- term: Open word\n  meaning: Seen.\n- term: Closed word\n  meaning: T(21)\n  audience: internal\n",
    ),
    (
        "content/open-items.yaml",
        "seen:\n  title: Seen risk\n  type: risk\nT(322):\n  title: Hidden T(222)\n  type: risk\n  audience: internal\n",
    ),
    ("content/playbooks/sheet.csv", "a,b\n1,T(902)\n"),
    ("content/playbooks/T(33).csv", "a,b\n1,T(133)\n"),
    (
        "content/playbooks/plan.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><desc>T(330)</desc><!-- T(330) --><path d=\"M0 0h4\"/></svg>",
    ),
];

fn jpeg(kind: Kind) -> Vec<u8> {
    let segment =
        |marker: u8, data: &[u8]| [&[0xFF, marker][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat();
    [
        &[0xFF, 0xD8][..],
        &segment(0xFE, kind.token(130).as_bytes()),
        &segment(0xDB, &[1; 65]),
        &segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        &segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        &[1, 2, 0xFF, 0xD9],
        kind.token(230).as_bytes(),
    ]
    .concat()
}

/// The site, with tokens of that kind.
pub(super) fn site(kind: Kind) -> Site {
    let texts = [
        (b"tEXt".as_slice(), format!("Author\0{}", kind.token(30)).into_bytes()),
        (b"zTXt".as_slice(), [b"Comment\0\0".as_slice(), &zlib(kind.token(430).as_bytes())].concat()),
    ];
    FILES
        .iter()
        .fold(Site::new(), |site, (path, text)| site.file(&kind.planted(path), kind.planted(text)))
        .file("content/playbooks/wall.png", png(&texts))
        .file("content/playbooks/door.jpg", jpeg(kind))
        .file(&kind.planted("content/playbooks/T(29).png"), png(&[]))
}
