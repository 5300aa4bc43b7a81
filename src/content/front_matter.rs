//! Where the front matter of a note ends and its body begins.

use super::text::Text;
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Report};
use std::ops::Range;

/// A note in its two parts.
pub(crate) struct Parts {
    /// The keys of the front matter; `None` where there is none.
    pub(crate) front: Option<Node>,
    /// Where the body stands.
    pub(crate) body: Range<usize>,
    /// Whether there is front matter that could not be read, so that the note may be meant for fewer
    /// people than it says.
    pub(crate) is_broken: bool,
}

/// Parts a note, and reads its front matter.
pub(crate) fn split(text: &Text, report: &mut Report) -> Parts {
    let source = text.value.as_str();
    let all = || Parts { front: None, body: 0..source.len(), is_broken: false };
    let Some(opening) = Opening::find(source) else { return all() };
    if opening.kind == Fence::Toml {
        report.push(
            Diagnostic::error(Code::InvalidYaml, text.span(opening.fence.clone()), "front matter in TOML is not read")
                .hint("write it as YAML between lines of `---`: `key: value`"),
        );
        let end =
            closing(source, opening.inside, |line| line.trim_end() == "+++").map_or(source.len(), |fence| fence.end);
        return Parts { front: None, body: end..source.len(), is_broken: true };
    }
    let closes = |line: &str| match line.trim_end() {
        "---" | "..." => true,
        // What is not opened as it should be is not closed so either.
        line => !opening.is_first && is_nearly_a_fence(line.trim_start()),
    };
    let Some(fence) = closing(source, opening.inside, closes) else { return unclosed(text, &opening, report) };
    let inside = opening.inside..fence.start;
    let body = fence.end..source.len();
    if !opening.may_open(&source[inside.clone()]) {
        if opening.is_first && !source[inside].trim().is_empty() {
            report.push(
                Diagnostic::warning(
                    Code::MisplacedFrontMatter,
                    text.span(opening.fence),
                    "this line opens front matter, and no keys follow: it is read as text",
                )
                .hint("write `***` for a rule at the top of a note"),
            );
            return all();
        }
        return if opening.is_first { Parts { front: None, body, is_broken: false } } else { all() };
    }
    if !opening.is_first {
        report.push(
            Diagnostic::error(
                Code::MisplacedFrontMatter,
                text.span(opening.fence.clone()),
                if opening.kind == Fence::Nearly {
                    "this line is nearly one that opens front matter"
                } else {
                    "front matter must begin on the first line of its file"
                },
            )
            .hint(if opening.kind == Fence::Nearly {
                "write `---` alone on the first line, and behind the last key"
            } else {
                "take out what stands above it or before it"
            }),
        );
    }
    let (front, is_salvaged) = yaml::read_record(text, inside, report);
    let is_broken = is_salvaged || !opening.is_first;
    match front.value {
        Value::Mapping(_) => Parts { front: Some(front), body, is_broken },
        Value::Nothing => Parts { front: None, body, is_broken },
        Value::Scalar(_) | Value::List(_) => {
            report.push(
                Diagnostic::error(Code::InvalidYaml, text.span(opening.fence), "this front matter holds no keys")
                    .hint("write `key: value`, one on a line"),
            );
            Parts { front: None, body, is_broken: true }
        }
    }
}

/// Front matter that is opened and not closed would be published as text, internal fields and all.
fn unclosed(text: &Text, opening: &Opening, report: &mut Report) -> Parts {
    let source = text.value.as_str();
    let rest = &source[opening.inside..];
    let first_lines = rest.find("\n\n").map_or(rest, |end| &rest[..end]);
    if !looks_like_keys(rest) || !(opening.is_first || says_what_it_is(first_lines)) {
        return Parts { front: None, body: 0..source.len(), is_broken: false };
    }
    report.push(
        Diagnostic::error(
            Code::UnclosedFrontMatter,
            text.span(opening.fence.clone()),
            "this front matter is not closed",
        )
        .hint("write a line of `---` after its last key"),
    );
    // The body most likely begins with its first heading, or after the last line that looks like
    // YAML before an empty one.
    let body = rest.find("\n# ").or_else(|| rest.find("\n\n")).map_or(source.len(), |at| opening.inside + at + 1);
    Parts { front: Some(yaml::plain_lines(text, opening.inside..body)), body: body..source.len(), is_broken: true }
}

/// The line that opens front matter.
struct Opening {
    /// The fence.
    fence: Range<usize>,
    /// Where the next line begins.
    inside: usize,
    /// Whether it is the first line of the file.
    is_first: bool,
    /// Whether words stand above it.
    is_below_words: bool,
    /// What stands there.
    kind: Fence,
}

/// What opens front matter, or may be meant to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fence {
    /// `---`
    Yaml,
    /// `+++`
    Toml,
    /// `----`, `---yaml`
    Nearly,
}

impl Opening {
    /// The first line, or one that has nothing above it but empty lines, a comment or a heading.
    fn find(source: &str) -> Option<Self> {
        let mut at = 0;
        let mut is_below_words = false;
        for line in source.split_inclusive('\n').take(20) {
            // Two programs may each have put their mark of the byte order before a file.
            let words = line.trim_start_matches(is_blank).trim_end();
            let kind = match words {
                "---" => Some(Fence::Yaml),
                "+++" => Some(Fence::Toml).filter(|_| at == 0),
                words => Some(Fence::Nearly).filter(|_| is_nearly_a_fence(words)),
            };
            if let Some(kind) = kind {
                let indent = line.len() - line.trim_start_matches(is_blank).len();
                return Some(Self {
                    fence: at + indent..at + indent + words.len(),
                    inside: at + line.len(),
                    is_first: at == 0 && indent == 0 && kind != Fence::Nearly,
                    is_below_words,
                    kind,
                });
            }
            let may_stand_above = words.is_empty() || words.starts_with('#') || words.starts_with("<!--");
            if !may_stand_above {
                return None;
            }
            is_below_words |= !words.is_empty();
            at += line.len();
        }
        None
    }

    /// Whether what is inside may be front matter rather than text between two rules: below other
    /// words, only with a key that no text begins a line with.
    fn may_open(&self, inside: &str) -> bool {
        looks_like_keys(inside) && (!(self.is_below_words || self.kind == Fence::Nearly) || says_what_it_is(inside))
    }
}

/// What may stand before a fence that begins its line.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{FEFF}'
}

/// Whether a line is nearly a fence: with more hyphens, or with the name of the language.
fn is_nearly_a_fence(words: &str) -> bool {
    words.strip_prefix("---").is_some_and(|rest| {
        let rest = rest.trim_start_matches('-').trim();
        rest.is_empty() || rest.eq_ignore_ascii_case("yaml") || rest.eq_ignore_ascii_case("yml")
    })
}

/// Whether there is a key that no text begins a line with.
fn says_what_it_is(inside: &str) -> bool {
    let is_telling = |line: &str| {
        let keys = ["title:", "audience:", "internal:", "draft:", "kind:"];
        keys.iter().any(|key| line.trim_start().starts_with(key))
    };
    inside.lines().any(is_telling)
}

/// The line that closes front matter, with its line end.
fn closing(source: &str, from: usize, closes: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let mut at = from;
    for line in source[from..].split_inclusive('\n') {
        if closes(line) {
            return Some(at..at + line.len());
        }
        at += line.len();
    }
    None
}

/// Whether the first line that says something is a key: `title: …`.
fn looks_like_keys(source: &str) -> bool {
    let says_something = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("# ");
    let Some(line) = source.lines().find(says_something) else { return false };
    let words = line.trim().trim_start_matches(['"', '\'', '{']);
    let key = words.find(':').map(|end| words[..end].trim_end_matches(['"', '\'', ' ']));
    key.is_some_and(|key| {
        !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::content::manuscript;
    use crate::diagnostic::{Code, Report};
    use crate::source::SourcePath;

    /// The title in the front matter, the body, whether it is broken, and the codes of complaints.
    fn parts(written: &str) -> (Option<String>, String, bool, Vec<Code>) {
        let text = manuscript::read(&SourcePath::new("a.md"), written.as_bytes(), &mut Report::new());
        let mut report = Report::new();
        let parts = split(&text, &mut report);
        let title = parts.front.as_ref().and_then(|front| front.get("title")?.words().map(str::to_owned));
        let codes = report.iter().map(|diagnostic| diagnostic.code).collect();
        (title, text.value[parts.body].to_owned(), parts.is_broken, codes)
    }

    fn expect(written: &str, title: Option<&str>, body: &str, is_broken: bool, codes: &[Code]) {
        let found = parts(written);
        assert_eq!(found, (title.map(str::to_owned), body.to_owned(), is_broken, codes.to_vec()), "{written:?}");
    }

    #[test]
    fn front_matter_is_between_its_fences() {
        expect("---\ntitle: A\n---\nbody\n", Some("A"), "body\n", false, &[]);
        expect("---\ntitle: A\n...\nbody\n", Some("A"), "body\n", false, &[]);
        expect("--- \ntitle: A\n---", Some("A"), "", false, &[]);
        expect("---\n---\nbody", None, "body", false, &[]);
        expect("body\n---\ntitle: A\n---\n", None, "body\n---\ntitle: A\n---\n", false, &[]);
        expect("", None, "", false, &[]);
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_never_text() {
        expect("---\ntitle: A\nbody\n", Some("A"), "", true, &[Code::UnclosedFrontMatter]);
        expect("---\ntitle: A\n\nbody\n", Some("A"), "\nbody\n", true, &[Code::UnclosedFrontMatter]);
        expect("\n\n---\ntitle: A\n---\nbody\n", Some("A"), "body\n", true, &[Code::MisplacedFrontMatter]);
        expect("# T\n---\ntitle: A\n---\nbody\n", Some("A"), "body\n", true, &[Code::MisplacedFrontMatter]);
        expect("---\ntitle: A: B\naudience: internal\n---\nbody\n", Some("A: B"), "body\n", true, &[Code::InvalidYaml]);
        expect("+++\ntitle = 'A'\n+++\nbody\n", None, "body\n", true, &[Code::InvalidYaml]);
    }

    #[test]
    fn front_matter_between_lines_that_are_nearly_fences_is_never_text() {
        for written in [
            "---yaml\ntitle: A\n---\nbody\n",
            "--- YML\ntitle: A\n---\nbody\n",
            "----\ntitle: A\n----\nbody\n",
            " ---\ntitle: A\n ---\nbody\n",
            "  ---\n  title: A\n  ---\nbody\n",
            "\u{FEFF}\u{FEFF}---\ntitle: A\n---\nbody\n",
        ] {
            expect(written, Some("A"), "body\n", true, &[Code::MisplacedFrontMatter]);
        }
        expect(" ---\ntitle: A\n\nbody\n", Some("A"), "\nbody\n", true, &[Code::UnclosedFrontMatter]);
        // A rule is one still.
        expect("----\nSome words: and more.\n\n----\n", None, "----\nSome words: and more.\n\n----\n", false, &[]);
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        let written = "---\nSome words, and then more.\n\n---\nbody\n";
        expect(written, None, written, false, &[Code::MisplacedFrontMatter]);
        expect("---\n\nOnly a rule.\n", None, "---\n\nOnly a rule.\n", false, &[]);
    }
}
