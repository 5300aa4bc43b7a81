//! The admonitions and tabs of `MkDocs` notes, rewritten into what other programs read too.
//!
//! `!!! note "Title"` with an indented body becomes a quotation with a mark, `=== "Tab"` a bold line
//! with its content.

use super::callout::{INTERNAL, Mark};
use crate::content::text::{Rewriting, Text};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use std::ops::Range;

/// How deep admonitions may stand in each other; what is deeper stays as it is written.
const MAX_DEPTH: usize = 20;

/// Rewrites a text. Gives nothing where there is nothing to rewrite. A word that is nearly that of a callout is asked
/// about.
pub(super) fn rewrite(text: &Text, report: &mut Report) -> Option<Text> {
    let value = text.value.as_str();
    if !["!!! ", "???", "=== \"", "===!", "===+"].iter().any(|mark| value.contains(mark)) {
        return None;
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in value.split_inclusive('\n') {
        lines.push(start..start + line.len());
        start += line.len();
    }
    let mut writer = Writer { text, value, out: Rewriting::new(text), changed: false, report };
    writer.lines(&lines, "", 0);
    writer.changed.then(|| writer.out.finish())
}

/// What one line begins, with the places of its words in the line.
#[derive(Debug, PartialEq, Eq)]
enum Opening {
    /// `!!! note "Title"`, `??? note`, `???+ note`: the word and the title.
    Admonition { word: Range<usize>, title: Option<Range<usize>> },
    /// `=== "Tab"`.
    Tab(Range<usize>),
}

impl Opening {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_end();
        let trimmed = line.trim_start();
        let in_quotes = |title: &str| line.len() - 1 - title.len()..line.len() - 1;
        if let Some(rest) = trimmed.strip_prefix("===") {
            let title = rest.trim_start_matches(['!', '+']).trim_start().strip_prefix('"')?.strip_suffix('"')?;
            return Some(Self::Tab(in_quotes(title)));
        }
        let rest = ["!!!", "???+", "???"].iter().find_map(|mark| trimmed.strip_prefix(mark))?;
        let rest = rest.strip_prefix(' ')?.trim_start();
        let (words, title) = match rest.split_once('"') {
            Some((words, title)) => (words, Some(in_quotes(title.strip_suffix('"')?))),
            None => (rest, None),
        };
        let word = words.split_whitespace().next()?;
        let is_word = word.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_');
        let start = line.len() - rest.len();
        is_word.then_some(Self::Admonition { word: start..start + word.len(), title })
    }
}

/// What stands before a block.
#[derive(Clone, Copy)]
struct Margin {
    /// How many columns, behind the prefix.
    columns: usize,
    /// Whether the first line has it already: the marks of a list item or a footnote.
    is_written: bool,
}

struct Writer<'t, 'r> {
    text: &'t Text,
    value: &'t str,
    out: Rewriting<'t>,
    changed: bool,
    report: &'r mut Report,
}

impl Writer<'_, '_> {
    /// Writes lines, each given by its range without what has been taken off its beginning, behind
    /// a prefix.
    fn lines(&mut self, lines: &[Range<usize>], prefix: &str, depth: usize) {
        let mut fence: Option<(char, usize)> = None;
        // Where the content of the lists begins, outer before inner.
        let mut lists: Vec<usize> = Vec::new();
        let mut index = 0;
        while index < lines.len() {
            let line = &lines[index];
            let words = &self.value[line.clone()];
            let indent = columns(words);
            let trimmed = words.trim();
            index += 1;
            if let Some((sign, length)) = fence {
                if run(trimmed, sign) >= length && trimmed.chars().all(|letter| letter == sign) {
                    fence = None;
                }
            } else if !trimmed.is_empty() {
                lists.retain(|content| *content <= indent);
                let base = lists.last().copied().unwrap_or(0);
                let sign = trimmed.chars().next().filter(|sign| matches!(sign, '`' | '~'));
                if let Some(sign) = sign.filter(|sign| run(trimmed, *sign) >= 3) {
                    fence = Some((sign, run(trimmed, sign)));
                } else if indent < base + 4
                    && depth < MAX_DEPTH
                    && let Some(opening) = Opening::of(words)
                {
                    let mut body = body(self.value, &lines[index..], indent + 4);
                    if self.withholds(&opening, line.start) {
                        self.take_lazy_lines(&mut body, &lines[index..], line.clone());
                    }
                    let margin = Margin { columns: indent, is_written: false };
                    self.block(opening, line.start, margin, &body, prefix, depth);
                    index += body.len();
                    while index < lines.len() && self.value[lines[index].clone()].trim().is_empty() {
                        index += 1;
                    }
                    continue;
                } else if indent < base + 4
                    && depth < MAX_DEPTH
                    && let Some((marks, content)) = item_marks(words)
                {
                    // What such marks begin, an admonition may begin at once.
                    let (start, content) = (line.start + marks, indent + content);
                    if let Some(opening) = Opening::of(&words[marks..]) {
                        let mut body = body(self.value, &lines[index..], content + 4);
                        if self.withholds(&opening, start) {
                            self.take_lazy_lines(&mut body, &lines[index..], line.clone());
                        }
                        self.out.insert(prefix, line.start);
                        self.out.keep(line.start..start);
                        self.block(opening, start, Margin { columns: content, is_written: true }, &body, prefix, depth);
                        index += body.len();
                        lists.push(content);
                        continue;
                    }
                    if list_marker(trimmed).is_some() {
                        lists.push(content);
                    }
                }
            }
            self.out.insert(if trimmed.is_empty() { prefix.trim_end() } else { prefix }, line.start);
            self.out.keep(line.clone());
        }
    }

    fn block(
        &mut self,
        opening: Opening,
        at: usize,
        margin: Margin,
        body: &[Range<usize>],
        prefix: &str,
        depth: usize,
    ) {
        self.changed = true;
        let is_written = margin.is_written;
        let margin = format!("{prefix}{}", " ".repeat(margin.columns));
        let blank = format!("{}\n", margin.trim_end());
        if !is_written {
            self.out.insert(&blank, at);
            self.out.insert(&margin, at);
        }
        let place = |part: Range<usize>| at + part.start..at + part.end;
        match opening {
            Opening::Tab(title) => {
                let title = place(title);
                let end = title.end;
                self.out.insert("**", at);
                self.out.keep(title);
                self.out.insert(&format!("**\n{blank}"), end);
                self.lines(body, &margin, depth + 1);
            }
            Opening::Admonition { word, title } => {
                let word = place(word);
                self.out.insert("> [!", word.start);
                let mut end = word.end;
                if keeps_word(&self.value[word.clone()]) {
                    self.out.keep(word);
                    self.out.insert("] ", end);
                } else {
                    self.ask_about(word.clone());
                    self.out.insert("note] ", word.start);
                    if title.is_none() {
                        self.out.keep(word);
                    }
                }
                if let Some(title) = title {
                    let title = place(title);
                    end = title.end;
                    self.out.keep(title);
                }
                self.out.insert(&format!("\n{margin}>\n"), end);
                self.lines(body, &format!("{margin}> "), depth + 1);
            }
        }
        let end = body.last().map_or(at, |line| line.end);
        let unfinished = !self.value[..end].ends_with('\n') || body.is_empty();
        self.out.insert(&if unfinished { format!("\n{blank}") } else { blank }, end);
    }

    /// Whether a block of that opening is for us alone.
    fn withholds(&self, opening: &Opening, at: usize) -> bool {
        matches!(opening, Opening::Admonition { word, .. } if is_ours(&self.value[at + word.start..at + word.end]))
    }

    /// What stands directly below such a block, or directly below its first line, without the indentation that would
    /// make it a part of it: it is withheld with it, and its author is told.
    fn take_lazy_lines(&mut self, body: &mut Vec<Range<usize>>, lines: &[Range<usize>], opening: Range<usize>) {
        let behind = lines.get(body.len()..).unwrap_or_default();
        let lazy: Vec<_> =
            behind.iter().take_while(|line| !self.value[(*line).clone()].trim().is_empty()).cloned().collect();
        let place = match (lazy.first(), body.is_empty()) {
            (Some(first), _) => first.clone(),
            (None, true) => opening,
            (None, false) => return,
        };
        let place = place.start..place.start + self.value[place.clone()].trim_end().len();
        let message = "what follows is not indented, and so is not in the internal block";
        self.report.push(
            Diagnostic::error(Code::UnknownCallout, self.text.span(place), message)
                .hint("indent every line of the block by four spaces, and end it with a blank line"),
        );
        body.extend(lazy);
    }

    /// Asks about a word that may have been meant for another.
    fn ask_about(&mut self, place: Range<usize>) {
        let word = &self.value[place.clone()];
        if let Some(meant) = nearest(word, Mark::known()) {
            let message = format!("no admonition is called \"{word}\"; it is read as a note");
            self.report.push(
                Diagnostic::warning(Code::UnknownCallout, self.text.span(place), message)
                    .hint(format!("did you mean \"{meant}\"?")),
            );
        }
    }
}

/// Whether the word goes into the mark. Other people's words are notes of that title; but what is
/// nearly the word that withholds is left as it is, to be complained of.
fn keeps_word(word: &str) -> bool {
    Mark::of(word) != Mark::Unknown || is_ours(word)
}

/// Whether it is the word that withholds, or nearly so.
fn is_ours(word: &str) -> bool {
    Mark::of(word) == Mark::Internal || nearest(word, [INTERNAL]).is_some()
}

/// The lines that are indented by so many columns, without the indentation and the blank lines at
/// the end.
fn body(value: &str, lines: &[Range<usize>], indent: usize) -> Vec<Range<usize>> {
    let mut body = Vec::new();
    let mut length = 0;
    for line in lines {
        let words = &value[line.clone()];
        let blank = words.trim().is_empty();
        if !blank && columns(words) < indent {
            break;
        }
        body.push(line.start + taken(words, indent)..line.end);
        if !blank {
            length = body.len();
        }
    }
    body.truncate(length);
    body
}

/// How many columns of white space a line begins with; a tab goes to the next multiple of four.
fn columns(line: &str) -> usize {
    let mut columns = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// How many bytes of white space make that many columns.
fn taken(line: &str, wanted: usize) -> usize {
    let mut columns = 0;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if columns >= wanted => return at,
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => return at,
        }
    }
    line.len()
}

/// How often a line begins with a sign.
fn run(line: &str, sign: char) -> usize {
    line.chars().take_while(|letter| *letter == sign).count()
}

/// How wide the mark of a list item is, with the space behind it.
fn list_marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = line[digits..].chars().next()?;
    let is_marker =
        if digits == 0 { matches!(sign, '-' | '*' | '+') } else { digits < 10 && matches!(sign, '.' | ')') };
    let spaces = line[digits..].chars().skip(1).take_while(|letter| *letter == ' ').count();
    (is_marker && spaces > 0).then_some(digits + 1 + if spaces > 4 { 1 } else { spaces })
}

/// The marks of list items and footnotes with which a line begins: their length with the white space around them, and
/// the column of what they hold, from that of the first.
fn item_marks(line: &str) -> Option<(usize, usize)> {
    let mut rest = line.trim_start_matches([' ', '\t']);
    let start = line.len() - rest.len();
    let footnote = rest
        .strip_prefix("[^")
        .and_then(|label| label.split_once("]:"))
        .filter(|(label, _)| !label.is_empty() && !label.contains(['[', ']', ' ']));
    if let Some((_, behind)) = footnote {
        let behind = behind.trim_start_matches(' ');
        return Some((line.len() - behind.len(), 4));
    }
    while let Some(width) = list_marker(rest) {
        rest = &rest[width..];
    }
    let length = line.len() - rest.len();
    (length > start).then(|| (length, length - start))
}

#[cfg(test)]
mod tests {
    use super::rewrite;
    use crate::content::manuscript;
    use crate::content::text::Text;
    use crate::diagnostic::Report;
    use crate::source::SourcePath;

    fn rewritten(markdown: &str) -> Option<Text> {
        let mut report = Report::new();
        let text = manuscript::read(&SourcePath::new("a.md"), markdown.as_bytes(), &mut report);
        rewrite(&text, &mut report)
    }

    #[test]
    fn what_is_no_admonition_stays() {
        for markdown in ["a!!! b ??? c", "```\n!!! note\n    x\n```\n", "    !!! note\n", "Title\n=====\n!!!\n"] {
            assert!(rewritten(markdown).is_none(), "{markdown}");
        }
    }

    #[test]
    fn the_marks_of_items_are_taken_together() {
        assert_eq!(super::item_marks("- a"), Some((2, 2)));
        assert_eq!(super::item_marks("  - 1. a"), Some((7, 5)));
        assert_eq!(super::item_marks("[^a]: b"), Some((6, 4)));
        assert_eq!(super::item_marks("a - b"), None);
    }

    #[test]
    fn the_words_of_an_admonition_keep_their_places() {
        let markdown = "ä\n\n- b\n\n    ??? tip \"Do *c*\"\n        d\n\n        !!! note\n            eins\n\nf\n";
        let text = rewritten(markdown).expect("there is an admonition");
        for word in ["Do *c*", "d\n", "eins\n", "f\n"] {
            let at = text.value.find(word).expect("the word is there");
            assert_eq!(text.offset(at) as usize, markdown.find(word).expect("the word is there"), "{word:?}");
        }
    }
}
