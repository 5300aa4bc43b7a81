//! A report as text for people, or as JSON for programs.

use super::place::{Excerpt, Places, in_one_line};
use super::{Diagnostic, Label, Report, Severity};
use crate::source::SourceTree;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

/// Every diagnostic with its place, the line it stands in, the other ends of a clash, and hints.
///
/// The text is coloured for a terminal; whoever prints it takes the colours out where there is
/// none. `width` is the terminal's, in columns.
pub fn for_people(report: &Report, sources: &SourceTree, width: usize) -> String {
    let renderer = Renderer::styled().term_width(width);
    let mut places = Places::new(sources);
    let mut text = String::new();
    for diagnostic in report.iter() {
        text.push_str(&renderer.render(&[group(diagnostic, &mut places)]));
        text.push_str("\n\n");
    }
    text
}

/// How many errors and warnings there are, in words: `3 errors, 1 warning`. Empty where there is
/// neither.
pub fn tally(report: &Report) -> String {
    let counted = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{count} {word}s")),
    };
    let parts = [counted(report.errors(), "error"), counted(report.warnings(), "warning")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The report as a JSON array, one object a diagnostic.
pub fn as_json(report: &Report, sources: &SourceTree) -> String {
    let items = items(report, sources);
    let mut json = serde_json::to_string_pretty(&items).expect("texts and numbers can always be written as JSON");
    json.push('\n');
    json
}

/// The report as the objects of which [`as_json`] makes an array.
pub fn items(report: &Report, sources: &SourceTree) -> Vec<Item> {
    let mut places = Places::new(sources);
    report.iter().map(|diagnostic| Item::of(diagnostic, &mut places)).collect()
}

fn group<'a>(diagnostic: &'a Diagnostic, places: &mut Places<'_>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group =
        Group::with_title(level.primary_title(in_one_line(&diagnostic.message)).id(diagnostic.code.as_str()));
    if let Some(label) = &diagnostic.primary {
        group = marked(group, label, AnnotationKind::Primary, places);
    }
    for label in &diagnostic.related {
        group = marked(group, label, AnnotationKind::Context, places);
    }
    group.elements(diagnostic.hints.iter().map(|hint| Level::HELP.message(in_one_line(hint))))
}

fn marked<'a>(group: Group<'a>, label: &'a Label, kind: AnnotationKind, places: &mut Places<'_>) -> Group<'a> {
    let place = places.find(&label.span);
    let path = in_one_line(label.span.file.as_str());
    let origin = |path| Origin::path(path).line(place.line).char_column(place.column);
    let concerns_the_file = label.span.start == 0 && label.span.end == 0;
    match places.excerpt(&label.span) {
        Some(Excerpt::Line(line, range)) if !concerns_the_file => {
            let annotation = kind.span(range);
            let annotation = match label.message.as_str() {
                "" => annotation,
                message => annotation.label(in_one_line(message)),
            };
            group.element(Snippet::source(line).line_start(place.line).path(path).annotation(annotation))
        }
        Some(Excerpt::Part(part)) if !concerns_the_file => {
            let group = group.element(origin(path)).element(Level::NOTE.message(format!("in … {part} …")));
            noted(group, label)
        }
        _ => noted(group.element(origin(path)), label),
    }
}

/// With the label's words where there is no line to put them under.
fn noted<'a>(group: Group<'a>, label: &'a Label) -> Group<'a> {
    match label.message.as_str() {
        "" => group,
        message => group.element(Level::NOTE.message(in_one_line(message))),
    }
}

/// A diagnostic for programs. Lines and columns count from 1, columns in characters; they are
/// null, as is the file, where the complaint concerns the whole site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The stable name of the complaint.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// One short sentence.
    pub message: String,
    /// The file, from the site folder.
    pub file: Option<String>,
    /// The line of the first character.
    pub line: Option<usize>,
    /// The column of the first character.
    pub column: Option<usize>,
    /// The line where it ends.
    pub end_line: Option<usize>,
    /// The column after the last character.
    pub end_column: Option<usize>,
    /// What to do about it.
    pub hints: Vec<String>,
    /// The other ends of a clash.
    pub related: Vec<RelatedItem>,
}

/// The other end of a clash, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelatedItem {
    /// The file, from the site folder.
    pub file: String,
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// What stands there.
    pub message: String,
}

impl Item {
    fn of(diagnostic: &Diagnostic, places: &mut Places<'_>) -> Self {
        let place = diagnostic.primary.as_ref().map(|label| places.find(&label.span));
        let related = diagnostic.related.iter().map(|label| {
            let place = places.find(&label.span);
            let file = label.span.file.to_string();
            RelatedItem { file, line: place.line, column: place.column, message: label.message.clone() }
        });
        Self {
            code: diagnostic.code.as_str(),
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: diagnostic.message.clone(),
            file: diagnostic.primary.as_ref().map(|label| label.span.file.to_string()),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            end_line: place.map(|place| place.end_line),
            end_column: place.map(|place| place.end_column),
            hints: diagnostic.hints.clone(),
            related: related.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{as_json, for_people};
    use crate::diagnostic::{Code, Diagnostic, Report};
    use crate::source::{SourcePath, SourceTree, Span};

    fn printed(text: &str, range: std::ops::Range<usize>) -> String {
        let path = SourcePath::new("content/a.md");
        let mut sources = SourceTree::new();
        sources.insert(path.clone(), text.as_bytes());
        let mut report = Report::new();
        report.push(
            Diagnostic::error(Code::BrokenLink, Span::new(&path, range), "there is no note \u{1b}[31m\"x\"")
                .related(Span::new(&path, 0..1), "first here")
                .hint("did you mean \"y\"?"),
        );
        anstream::adapter::strip_str(&for_people(&report, &sources, 100)).to_string()
    }

    #[test]
    fn the_line_is_shown_with_its_mark_the_other_end_and_the_hint() {
        let text = printed("# Title\n\nsee [x](x.md)\n", 16..20);
        let shown = r#"error[broken-link]: there is no note ␛[31m"x"
 --> content/a.md:3:8
  |
3 | see [x](x.md)
  |        ^^^^
  |
 ::: content/a.md:1:1
  |
1 | # Title
  | - first here
  |
  = help: did you mean "y"?

"#;
        assert_eq!(text, shown);
    }

    #[test]
    fn a_line_of_ten_megabytes_is_cut() {
        let long = "ä".repeat(5_000_000);
        let text = printed(&long, 5_000_000..5_000_002);
        assert!(text.len() < 3000, "{} bytes", text.len());
        assert!(text.contains("content/a.md:1:2500001"), "{text}");
    }

    #[test]
    fn what_would_steer_a_terminal_is_made_visible() {
        let text = printed("a \u{1b}[2J \u{202e}b \u{9b}c\tx", 2..3);
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{text:?}");
    }

    #[test]
    fn json_has_nulls_where_the_whole_site_is_meant() {
        let mut report = Report::new();
        report.push(Diagnostic::of_site(Code::EmptySite, crate::diagnostic::Severity::Warning, "there is no note"));
        let json: serde_json::Value =
            serde_json::from_str(&as_json(&report, &SourceTree::new())).expect("it is valid JSON");
        assert_eq!(json[0]["code"], "empty-site");
        assert!(json[0]["file"].is_null() && json[0]["line"].is_null());
    }
}
