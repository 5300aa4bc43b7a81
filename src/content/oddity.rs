//! What lies in the folder and could not be read.

use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::{Oddity, OddityKind, SourceTree, Span};

/// Complains of everything that is no ordinary file: of notes, of themes, and above all of the settings, without which
/// nobody knows what is to be withheld.
pub(crate) fn complain(sources: &SourceTree, report: &mut Report) {
    for Oddity { path, kind } in sources.oddities() {
        let is_settings = path.as_str() == "site.toml";
        let is_read = ["content", "themes"].iter().any(|folder| {
            let rest = path.as_str().strip_prefix(folder);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        let is_hidden = path.as_str().split('/').any(|segment| segment.starts_with(['.', '_']));
        if !is_settings && (!is_read || is_hidden) {
            continue;
        }
        let place = Span::file(path);
        let mut complaint = match kind {
            OddityKind::LinkOutside => {
                Diagnostic::error(Code::SymbolicLink, place, "this symbolic link leads out of the site folder")
                    .hint("its target is not read; put a copy in its place")
            }
            OddityKind::LinkDangling => {
                Diagnostic::warning(Code::SymbolicLink, place, "this symbolic link leads nowhere")
                    .hint("mend it or delete it; it is not read")
            }
            OddityKind::LinkLoop => {
                Diagnostic::warning(Code::SymbolicLink, place, "this symbolic link leads back to a folder above it")
                    .hint("delete it; it is not followed")
            }
            OddityKind::Special => {
                Diagnostic::warning(Code::SpecialFile, place, "this is a pipe, a socket or a device, and is not read")
                    .hint("move it elsewhere")
            }
            OddityKind::Unreadable(reason) => {
                Diagnostic::error(Code::Unreadable, place, format!("this cannot be read: {reason}"))
                    .hint("look at its owner and its permissions")
            }
            OddityKind::TooLarge(limit) => {
                let message = format!("this file has more than {} MB, and is not read", limit / 1_000_000);
                Diagnostic::error(Code::TooLarge, place, message).hint("keep it elsewhere, and link to where it is")
            }
            OddityKind::NameNotUtf8 => {
                Diagnostic::error(Code::BadFileName, place, "this name is not UTF-8").hint("rename the file")
            }
        };
        if is_settings {
            complaint.severity = Severity::Error;
        }
        report.push(complaint);
    }
}
