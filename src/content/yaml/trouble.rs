//! What is wrong with YAML that cannot be read, in words for somebody who has never read its
//! specification.

use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic};
use serde_yaml::granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// The complaint about a document that cannot be read, at the place where its author must look.
pub(super) fn explain(text: &Text, document: Range<usize>, error: &ScanError) -> Diagnostic {
    let source = &text.value[document.clone()];
    let at = error.marker().byte_offset().unwrap_or(0).min(source.len());
    let site = Site::new(source, at);
    let Finding { range, message, hint } = finding(&site, error);
    let range = document.start + range.start..document.start + range.end;
    Diagnostic::error(Code::InvalidYaml, text.span(range), message).hint(hint)
}

/// Where the parser stopped, and the line of it.
struct Site<'s> {
    source: &'s str,
    at: usize,
    line_start: usize,
    line: &'s str,
}

struct Finding {
    range: Range<usize>,
    message: String,
    hint: String,
}

impl<'s> Site<'s> {
    fn new(source: &'s str, at: usize) -> Self {
        let at = (0..=at).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0);
        let line_start = source[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = source[line_start..].lines().next().unwrap_or_default();
        Self { source, at, line_start, line }
    }

    /// The same document, at the last line before this one that says something.
    fn above(&self) -> Option<Self> {
        let before = self.source[..self.line_start].trim_end();
        (!before.is_empty()).then(|| Self::new(self.source, before.len()))
    }

    /// The same document, at the next line.
    fn below(&self) -> Option<Self> {
        let start = self.line_start + self.line.len() + 1;
        (start < self.source.len()).then(|| Self::new(self.source, start))
    }

    /// The character where the parser stopped.
    fn here(&self) -> Range<usize> {
        let width = self.source[self.at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
        self.at..self.at + width
    }

    /// The words of the line.
    fn words(&self) -> Range<usize> {
        let indent = self.line.len() - self.line.trim_start().len();
        self.line_start + indent..self.line_start + self.line.trim_end().len().max(indent)
    }

    fn tab(&self) -> Option<Range<usize>> {
        let indent = self.line.len() - self.line.trim_start().len();
        let tab = self.line_start + self.line[..indent].find('\t')?;
        Some(tab..tab + 1)
    }

    /// The value of the line's key or list item, with its place.
    fn value(&self) -> Option<(Range<usize>, &'s str)> {
        let line = self.line.trim_end();
        let mut start = line.len() - line.trim_start().len();
        while line[start..].starts_with("- ") {
            start += 2 + (line[start + 2..].len() - line[start + 2..].trim_start().len());
        }
        let key = line[start..].find(": ").filter(|end| !line[start..start + end].starts_with(['"', '\'', '[', '{']));
        if let Some(end) = key {
            start += end + 2;
            start += line[start..].len() - line[start..].trim_start().len();
        }
        (start < line.len()).then(|| (self.line_start + start..self.line_start + line.len(), &line[start..]))
    }
}

fn finding(site: &Site<'_>, error: &ScanError) -> Finding {
    let about = |range: Range<usize>, message: &str, hint: &str| Finding {
        range,
        message: message.to_owned(),
        hint: hint.to_owned(),
    };
    if let Some(tab) = site.tab().or_else(|| site.above()?.tab()).or_else(|| site.below()?.tab()) {
        return about(tab, "a tab stands in the indentation", "indent with spaces, two for each level");
    }
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => {
            about(site.here(), "a tab stands where YAML takes only spaces", "write spaces instead of the tab")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed_quote(site),
        ErrorKind::InvalidTrailingSingleQuotedScalar => about(
            site.here(),
            "the text goes on after its closing quote",
            "inside single quotes an apostrophe is written twice ('it''s'); or put the whole text in double quotes",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => about(
            site.here(),
            "the text goes on after its closing quote",
            "put the whole text in single quotes, or write \\\" for a quote inside double ones",
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => about(
            wrong_escape(site),
            "inside double quotes a backslash begins an escape, and this is none",
            "put the text in single quotes",
        ),
        ErrorKind::UnknownAnchor => about(
            site.here(),
            "a value that begins with `*` is an alias, and there is none of that name",
            "put a text that begins with `*` in quotes",
        ),
        ErrorKind::UnexpectedCharacter { character } => {
            let message = format!("a value cannot begin with `{character}`");
            Finding { range: site.here(), message, hint: "put the text in quotes".to_owned() }
        }
        ErrorKind::InvalidBlockScalarHeader => about(
            site.here(),
            "after `|` or `>` the text begins on the next line",
            "move the text to a line of its own, indented; or take the sign out",
        ),
        ErrorKind::RecursionLimitExceeded => {
            about(site.here(), "nested too deep to be read", "records have a few levels at most")
        }
        _ => by_the_look_of_it(site, error),
    }
}

/// Errors whose kind says little: the lines at and before the place say more.
fn by_the_look_of_it(site: &Site<'_>, error: &ScanError) -> Finding {
    for line in [Some(Site::new(site.source, site.at)), site.above()].into_iter().flatten() {
        let Some((range, value)) = line.value() else { continue };
        let open = value.chars().next().unwrap_or_default();
        if let ('[' | '{', Some(close)) = (open, value.find([']', '}'])) {
            let rest = value[close + 1..].trim_start();
            if !rest.is_empty() && !rest.starts_with('#') && !value.ends_with([']', '}', ',']) {
                return Finding {
                    range,
                    message: format!("a value that begins with `{open}` is a {}", collection(open)),
                    hint: "put the text in quotes".to_owned(),
                };
            }
        }
    }
    if let Some(open) = unclosed_bracket(&site.source[..site.here().end]) {
        let bracket = site.source[open..].chars().next().unwrap_or_default();
        let close = if bracket == '[' { ']' } else { '}' };
        return Finding {
            range: open..open + 1,
            message: format!("the {} that begins here is not closed", collection(bracket)),
            hint: format!("write `{close}` after its last value; a text that begins with `{bracket}` needs quotes"),
        };
    }
    if let Some((range, value)) = site.value()
        && let Some(colon) = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))
        && site.line_start + site.line.len() >= range.end
        && site.line[..range.start - site.line_start].contains(": ")
    {
        return Finding {
            range: range.start + colon..range.start + colon + 1,
            message: "a colon stands inside a text that has no quotes".to_owned(),
            hint: format!("put the text in quotes: {}", quoted(value)),
        };
    }
    if let Some(finding) = missing_space(site).or_else(|| missing_space(&site.above()?)) {
        return finding;
    }
    let words = site.words();
    let text = &site.source[words.clone()];
    let above = site.above();
    let indent = |site: &Site<'_>| site.line.len() - site.line.trim_start().len();
    if let Some(above) = &above
        && indent(site) != indent(above)
        && (text.contains(": ") || text.ends_with(':') || text.starts_with("- "))
    {
        let direction = if indent(site) > indent(above) { "further" } else { "less" };
        return Finding {
            range: words,
            message: format!("this line is indented {direction} than the lines it belongs to"),
            hint: "keys of one record begin in one column; a list's items too".to_owned(),
        };
    }
    if !text.is_empty() && !text.contains(':') && !text.starts_with("- ") {
        return Finding {
            range: words,
            message: "this line is neither a key with a value nor part of the text above it".to_owned(),
            hint: "write `key: value`; a text of several lines begins with `key: |` and is indented".to_owned(),
        };
    }
    Finding {
        range: if words.is_empty() { site.here() } else { words },
        message: format!("this is not YAML: {}", error.kind()),
        hint: "look at quotes, colons and indentation here and in the line above".to_owned(),
    }
}

/// `key:value`, which YAML reads as one word.
fn missing_space(site: &Site<'_>) -> Option<Finding> {
    let words = site.words();
    let text = &site.source[words.clone()];
    let colon = text.find(':')?;
    let (key, value) = (&text[..colon], &text[colon + 1..]);
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_key || value.is_empty() || value.starts_with([' ', '/']) {
        return None;
    }
    Some(Finding {
        range: words.start + colon..words.start + colon + 1,
        message: "there is no space after the colon".to_owned(),
        hint: format!("write `{key}: {value}`"),
    })
}

/// The first escape that YAML does not know, after the place where the parser noticed one.
fn wrong_escape(site: &Site<'_>) -> Range<usize> {
    let mut rest = site.source[site.at..].char_indices();
    while let Some((at, character)) = rest.next() {
        if character == '\\' && !rest.next().is_some_and(|(_, escape)| "0abt\tnvfre \"/\\N_LPxuU\n".contains(escape)) {
            return site.at + at..site.at + at + 1;
        }
    }
    site.here()
}

fn collection(open: char) -> &'static str {
    if open == '[' { "list" } else { "mapping" }
}

fn quoted(value: &str) -> String {
    if value.contains('"') { format!("'{}'", value.replace('\'', "''")) } else { format!("\"{value}\"") }
}

/// The parser notices an open quote at the end of the document; its author must look where it
/// begins: the first value whose quote is not closed before the next key.
fn unclosed_quote(site: &Site<'_>) -> Finding {
    let mut line_start = 0;
    let mut found = None;
    for line in site.source.split_inclusive('\n') {
        let line_site = Site::new(site.source, line_start);
        if let Some((range, value)) = line_site.value()
            && let Some(quote @ ('"' | '\'')) = value.chars().next()
        {
            let inner = value[1..].replace(if quote == '"' { "\\\"" } else { "''" }, "");
            if !inner.contains(quote) {
                found.get_or_insert((range.start..range.start + 1, quote));
                // A quoted text may go on over several lines: it is whole where a later line ends
                // with its quote before another key begins.
                let goes_on = site.source[range.end..].lines().skip(1);
                let closed = goes_on
                    .take_while(|line| line.starts_with([' ', '\t']) || line.trim().is_empty())
                    .any(|line| line.trim_end().ends_with(quote));
                if closed {
                    found = None;
                }
            }
        }
        if found.is_some() {
            break;
        }
        line_start += line.len();
    }
    let (range, quote) = found.unwrap_or((site.here(), '"'));
    Finding {
        range,
        message: "the quote that begins here is not closed".to_owned(),
        hint: format!("write {quote} at the end of the text"),
    }
}

/// The innermost bracket that is open where a value may begin, outside of quotes and comments.
fn unclosed_bracket(source: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    let mut comment = false;
    for (at, character) in source.char_indices() {
        let begins = before.is_whitespace() || matches!(before, '[' | '{' | ',' | ':');
        match character {
            '\n' => comment = false,
            _ if comment => {}
            _ if quote == Some(character) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if begins => quote = Some(character),
            '#' if before.is_whitespace() => comment = true,
            '[' | '{' if begins => open.push(at),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
        before = character;
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use crate::content::manuscript;
    use crate::content::yaml::read;
    use crate::diagnostic::{Code, Report};
    use crate::source::SourcePath;

    /// The line, column and message of the one complaint about a document.
    fn complaint(written: &str) -> (usize, usize, String) {
        let text = manuscript::read(&SourcePath::new("a.yaml"), written.as_bytes(), &mut Report::new());
        let mut report = Report::new();
        assert!(read(&text, 0..written.len(), &mut report).is_none(), "{written:?} was read");
        let complaints: Vec<_> = report.iter().collect();
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].code, Code::InvalidYaml);
        let at = complaints[0].primary.as_ref().expect("it has a place").span.start as usize;
        let line = written[..at].matches('\n').count() + 1;
        let column = at - written[..at].rfind('\n').map_or(0, |end| end + 1) + 1;
        (line, column, format!("{} ({})", complaints[0].message, complaints[0].hints.join("; ")))
    }

    #[test]
    fn usual_mistakes_are_named_at_their_places() {
        let cases = [
            ("title: x\nlist:\n\t- a\n", 3, 1, "tab"),
            ("title: x\nplanned:\n  start: 1\n\tend: 2\n", 4, 1, "tab"),
            ("title: Kick-off: the start\ndate: 2025-06-12\n", 1, 16, "quotes: \"Kick-off: the start\""),
            ("title: x\nnotes: see: this: that\n", 2, 11, "colon"),
            ("title: \"Kick-off\ndate: 2025-06-12\n", 1, 8, "not closed"),
            ("title: 'It's late'\n", 1, 12, "twice"),
            ("skills: [a, b\ntitle: x\n", 1, 9, "not closed"),
            ("owner: @mei\n", 1, 8, "cannot begin"),
            ("notes: **bold** text\n", 1, 8, "alias"),
            ("title: [Draft] the plan\n", 1, 8, "quotes"),
            ("path: \"C:\\Docs\"\n", 1, 10, "backslash"),
            ("title: x\n  date: y\n", 2, 3, "further"),
            ("title:x\ndate: y\n", 1, 6, "no space"),
            ("title: x\nsome words\ndate: y\n", 2, 1, "neither"),
        ];
        let mut wrong = Vec::new();
        for (written, line, column, words) in cases {
            let (at_line, at_column, message) = complaint(written);
            if !message.contains(words) || (at_line, at_column) != (line, column) {
                wrong.push(format!("{written:?} {at_line}:{at_column}: {message}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
