//! Notes of an engagement that never was: as many as are wanted, the same ones every time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words that stand everywhere.
const COMMON: [&str; 40] = [
    "the", "of", "and", "to", "in", "is", "that", "for", "it", "on", "with", "as", "was", "be", "by", "are", "at",
    "this", "from", "have", "or", "one", "had", "not", "but", "what", "all", "were", "when", "we", "there", "can",
    "which", "their", "if", "will", "each", "about", "how", "them",
];

const BEGINNINGS: [&str; 24] = [
    "ba", "ce", "da", "fe", "ga", "ho", "in", "ju", "ke", "la", "me", "no", "or", "pa", "qui", "re", "sa", "te", "un",
    "va", "wi", "ex", "con", "pro",
];

const ENDS: [&str; 20] = [
    "ting", "ver", "lation", "nter", "mise", "rd", "ment", "ble", "ness", "ture", "sion", "lity", "nce", "ster",
    "gram", "lyst", "ject", "ket", "ware", "port",
];

const CODE: &str = "```python\ndef reconcile(rows, tolerance=0.01):\n    broken = []\n    for key, amounts in sorted(rows.items()):\n        if abs(sum(amounts)) > tolerance:  # it does not balance\n            broken.append(f\"{key}: {sum(amounts):.2f}\")\n    return broken\n```\n";

/// A row of numbers without an order, the same one every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    /// A word: half of them common, the others the rarer the higher their number, of some 5000.
    fn word(&mut self) -> String {
        if self.below(2) == 0 {
            return COMMON[self.below(COMMON.len())].to_owned();
        }
        let highest = self.below(5000) + 1;
        let number = self.below(highest);
        let (begin, middle, end) = (number % 24, number / 24 % 24, number / 3 % 20);
        let middle = if number < 480 { "" } else { BEGINNINGS[middle] };
        format!("{}{middle}{}", BEGINNINGS[begin], ENDS[end])
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self, count: usize) -> String {
        let mut words = self.words(count);
        words[..1].make_ascii_uppercase();
        words + "."
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        (0..sentences).map(|_| self.sentence(13)).collect::<Vec<_>>().join(" ")
    }
}

/// A note: where it stands below its generator's folder of notes, and what it says.
pub(crate) struct Note {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The notes, with front matter that every generator reads.
pub(crate) fn notes(count: usize) -> impl Iterator<Item = Note> {
    (0..count).map(move |number| Note { path: place(number), text: text(number, count) })
}

fn place(number: usize) -> String {
    let folder = if number % 5 < 3 { "playbooks" } else { "lessons" };
    format!("{folder}/note-{number:05}.md")
}

fn text(number: usize, count: usize) -> String {
    let chance = &mut Chance(number as u64 * 7919 + 1);
    let mut text = format!(
        "---\ntitle: \"{} {number}\"\ndate: 2025-{:02}-{:02}\ntags: [tag-{}, tag-{}]\n---\n\n",
        chance.sentence(5).trim_end_matches('.'),
        number % 12 + 1,
        number % 28 + 1,
        number % 40,
        (number / 40 + 1) % 40
    );
    let mut put = |piece: std::fmt::Arguments<'_>| text.write_fmt(piece).expect("a text can be written to");
    for part in ["When to use this", "Steps", "Pitfalls"] {
        let other = chance.below(count);
        put(format_args!("## {part}\n\n{}\n\n", chance.paragraph(5)));
        put(format_args!("{} See [{}](../{}).\n\n", chance.paragraph(2), chance.words(3), place(other)));
        for _ in 0..4 {
            put(format_args!("- **{}:** {}\n", chance.word(), chance.sentence(7)));
        }
        put(format_args!("\n"));
    }
    put(format_args!("| Measure | Before | After |\n| --- | ---: | ---: |\n"));
    for _ in 0..5 {
        put(format_args!("| {} | {} | {} |\n", chance.words(2), chance.below(900), chance.below(900)));
    }
    if number % 5 == 2 {
        put(format_args!("\n{CODE}"));
    }
    text
}

/// Writes an engagement: the notes, and a session for every fifth of them.
pub(crate) fn write(folder: &Path, count: usize) {
    let content = folder.join("content");
    for kind in ["playbooks", "lessons", "sessions"] {
        fs::create_dir_all(content.join(kind)).expect("the target folder can be written");
    }
    let put = |path: &str, text: &str| fs::write(content.join(path), text).expect("the target folder can be written");
    notes(count).for_each(|note| put(&note.path, &note.text));
    for number in 0..count / 5 {
        let chance = &mut Chance(number as u64 * 104_729 + 3);
        let text = format!(
            "title: \"Session {number}\"\ndate: 2025-{:02}-{:02}\ntype: workshop\nparticipants: [Mei Tanaka, Ana Ruiz]\n\
             summary: \"{}\"\ndecisions:\n  - \"{}\"\nactions:\n  - title: \"{}\"\n    owner: Mei Tanaka\n    due: 2026-03-01\n",
            number % 12 + 1,
            number % 28 + 1,
            chance.paragraph(4),
            chance.sentence(9),
            chance.sentence(8),
        );
        put(&format!("sessions/session-{number:05}.yaml"), &text);
    }
}
