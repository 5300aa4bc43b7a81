//! The colours of code: which stretches of a text are what, for page and book alike.

use crate::model::{Block, BlockKind, Entry, EntryId, Prose, Visit, Walk, Walker};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// Code that is longer than this is shown without colours, in bytes: nobody reads it for them.
const LONGEST_TEXT: usize = 200_000;

/// A line that is longer than this is shown without colours, in bytes: it is data, and grammars
/// take time that grows faster than the line.
const LONGEST_LINE: usize = 4_000;

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// A remark for readers.
    Comment,
    /// Words that the program says.
    String,
    /// A word of the language.
    Keyword,
    /// A number or another fixed value.
    Constant,
    /// The name of what is called or defined.
    Function,
    /// A mark-up tag or key.
    Tag,
    /// A line that was added.
    Inserted,
    /// A line that was taken away.
    Deleted,
    /// A heading.
    Heading,
    /// What the language does not allow.
    Invalid,
}

impl Tone {
    /// The class of the stretch in HTML.
    pub fn class(self) -> &'static str {
        match self {
            Self::Comment => "hl-comment",
            Self::String => "hl-string",
            Self::Keyword => "hl-keyword",
            Self::Constant => "hl-constant",
            Self::Function => "hl-function",
            Self::Tag => "hl-tag",
            Self::Inserted => "hl-inserted",
            Self::Deleted => "hl-deleted",
            Self::Heading => "hl-heading",
            Self::Invalid => "hl-invalid",
        }
    }
}

/// The stretches of a code text that are more than plain, in their order.
pub type Runs = Vec<(Range<usize>, Tone)>;

/// The name under which the colours of a code text are known: the hash of its language and itself.
type Name = blake3::Hash;

/// The colours of an edition's code. Page and book show the same texts, and are made at the same time:
/// each text is looked at once, before both.
#[derive(Debug)]
pub struct Colours {
    /// Whether code is coloured at all.
    is_on: bool,
    known: HashMap<Name, Option<Runs>>,
}

impl Colours {
    /// Looks at the code in some records, if code is to be coloured.
    pub fn of(is_on: bool, entries: &[&Entry<EntryId>]) -> Self {
        let entries = if is_on { entries } else { &[] };
        let known = entries.par_iter().flat_map_iter(|entry| {
            let mut code = CodeOf(Vec::new());
            entry.walk("", &mut code);
            code.0
        });
        Self { is_on, known: known.collect() }
    }

    /// The stretches of a code text that are more than plain, in their order and without gaps
    /// between equals. None where code is not coloured, the language unknown or the text too long.
    pub fn runs(&self, language: Option<&str>, text: &str) -> Option<Cow<'_, Runs>> {
        let language = language.filter(|_| self.is_on)?;
        match self.known.get(&name(language, text)) {
            Some(known) => known.as_ref().map(Cow::Borrowed),
            None => runs(language, text).map(Cow::Owned),
        }
    }
}

fn name(language: &str, text: &str) -> Name {
    blake3::Hasher::new().update(language.as_bytes()).update(&[0]).update(text.as_bytes()).finalize()
}

/// Looks at all code of a record.
struct CodeOf(Vec<(Name, Option<Runs>)>);

impl Visit<EntryId> for CodeOf {
    fn block(&mut self, block: &Block<EntryId>) {
        if let BlockKind::Code { language: Some(language), text } = &block.kind {
            self.0.push((name(language, text), runs(language, text)));
        }
    }
}

impl<'a> Walker<'a, EntryId> for CodeOf {
    fn prose(&mut self, prose: &'a Prose<EntryId>, _field: &'static str) {
        Visit::prose(self, prose);
    }
}

fn runs(language: &str, text: &str) -> Option<Runs> {
    if text.len() > LONGEST_TEXT || text.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let grammars = grammars();
    let syntax = syntax(&grammars.set, language)?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut runs = Runs::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let changes = state.parse_line(line, &grammars.set).ok()?;
        let mut from = 0;
        for (at, change) in changes {
            push(&mut runs, line_start + from..line_start + at, grammars.tone(&stack));
            from = at;
            stack.apply(&change).ok()?;
        }
        push(&mut runs, line_start + from..line_start + line.len(), grammars.tone(&stack));
        line_start += line.len();
    }
    Some(runs)
}

fn push(runs: &mut Runs, range: Range<usize>, tone: Option<Tone>) {
    let Some(tone) = tone else { return };
    if range.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some((last, of_last)) if last.end == range.start && *of_last == tone => last.end = range.end,
        _ => runs.push((range, tone)),
    }
}

/// The grammars, loaded when the first code text asks for them.
struct Grammars {
    set: SyntaxSet,
    tones: Vec<(Scope, Tone)>,
}

impl Grammars {
    /// The innermost scope that has a tone.
    fn tone(&self, stack: &ScopeStack) -> Option<Tone> {
        stack
            .scopes
            .iter()
            .rev()
            .find_map(|scope| self.tones.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, tone)| *tone))
    }
}

fn grammars() -> &'static Grammars {
    static GRAMMARS: OnceLock<Grammars> = OnceLock::new();
    GRAMMARS.get_or_init(|| {
        let tones = [
            ("comment", Tone::Comment),
            ("string", Tone::String),
            ("constant", Tone::Constant),
            ("keyword.operator", Tone::Tag),
            ("keyword", Tone::Keyword),
            ("storage", Tone::Keyword),
            ("entity.name.function", Tone::Function),
            ("entity.name.tag", Tone::Tag),
            ("entity.other.attribute-name", Tone::Constant),
            ("entity.name.section", Tone::Heading),
            ("entity.name", Tone::Function),
            ("support", Tone::Function),
            ("variable.function", Tone::Function),
            ("variable.language", Tone::Keyword),
            ("markup.heading", Tone::Heading),
            ("markup.inserted", Tone::Inserted),
            ("markup.deleted", Tone::Deleted),
            ("markup.raw", Tone::String),
            ("invalid", Tone::Invalid),
        ];
        Grammars {
            set: two_face::syntax::extra_newlines(),
            tones: tones.into_iter().filter_map(|(scope, tone)| Some((Scope::new(scope).ok()?, tone))).collect(),
        }
    })
}

fn syntax<'a>(set: &'a SyntaxSet, language: &str) -> Option<&'a SyntaxReference> {
    let name = match language {
        "" | "text" | "txt" | "plain" | "plaintext" | "output" | "console-output" => return None,
        "shell" | "console" | "shell-session" | "terminal" | "zsh" => "bash",
        "jsonc" | "json5" => "json",
        "c#" => "cs",
        "yml" => "yaml",
        other => other,
    };
    set.find_syntax_by_token(name)
}

#[cfg(test)]
mod tests {
    use super::{Tone, runs};

    #[test]
    fn a_comment_in_python_is_one_stretch() {
        let text = "x = 1  # why\n";
        let runs = runs("python", text).unwrap();
        assert!(runs.iter().any(|(range, tone)| *tone == Tone::Comment && text[range.clone()].contains("why")));
        assert!(runs.iter().any(|(range, tone)| *tone == Tone::Constant && &text[range.clone()] == "1"));
    }

    #[test]
    fn an_unknown_language_has_no_colours() {
        assert!(runs("klingon", "x").is_none());
    }
}
