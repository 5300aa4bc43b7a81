//! What the template engine has to say, as complaints at their places.

use super::BUILT_IN;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{SourcePath, Span};
use tera::ErrorKind;

/// The mistakes for which templates cannot be put together: the engine tells all names that nobody
/// knows (filters, tests, functions, components) in one text.
pub(super) fn complaints(error: &tera::Error, folder: &str, of_site: &[(String, String)]) -> Vec<Diagnostic> {
    let told = match error.kind() {
        ErrorKind::Msg(told) => told.as_str(),
        _ => "",
    };
    let mut complaints = Vec::new();
    let mut message = "";
    for line in told.lines() {
        if let Some(words) = line.strip_prefix("error: ") {
            message = words;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ")
            && let Some((file, at)) = place_of(place, of_site)
        {
            let file = SourcePath::new(&format!("{folder}/templates/{file}"));
            complaints.push(Diagnostic::error(Code::Theme, Span::new(&file, at..at + 1), lower(message)));
        }
    }
    if complaints.is_empty() { vec![complaint(error, folder)] } else { complaints }
}

/// The template and the byte of `NAME:LINE:COLUMN`, both from 1.
fn place_of<'a>(place: &str, templates: &'a [(String, String)]) -> Option<(&'a str, usize)> {
    let (place, column) = place.trim().rsplit_once(':')?;
    let (name, line) = place.rsplit_once(':')?;
    let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
    let (name, text) = templates.iter().find(|(known, _)| known == name)?;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let within = text[start..].char_indices().nth(column.checked_sub(1)?).map_or(0, |(at, _)| at);
    Some((name, start + within))
}

/// A mistake of a template as a complaint at its place.
pub(super) fn complaint(error: &tera::Error, folder: &str) -> Diagnostic {
    let path = |name: &str| SourcePath::new(&format!("{folder}/templates/{name}"));
    match error.kind() {
        ErrorKind::SyntaxError(at) | ErrorKind::RenderingError(at) => {
            let message = at.message().trim().trim_end_matches('.');
            let file = path(at.filename());
            Diagnostic::error(Code::Theme, Span::new(&file, at.span().range.clone()), lower(message))
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let message = format!("the template \"{tpl}\" extends itself, by {} steps", inheritance_chain.len());
            Diagnostic::error(Code::Theme, Span::file(&path(tpl)), message)
                .hint(format!("to extend the built-in template write {{% extends \"{BUILT_IN}/{tpl}\" %}}"))
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let message = format!("the template \"{tpl}\" includes itself, by {} steps", include_chain.len());
            Diagnostic::error(Code::Theme, Span::file(&path(tpl)), message)
                .hint(format!("the circle is: {}", include_chain.join(" → ")))
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("the template \"{current}\" extends \"{parent}\", which does not exist");
            Diagnostic::error(Code::Theme, Span::file(&path(current)), message)
        }
        other => {
            let message = format!("a template cannot be used: {}", lower(other.to_string().trim()));
            Diagnostic::of_site(Code::Theme, Severity::Error, message)
        }
    }
}

fn lower(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
