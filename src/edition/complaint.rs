//! What authors are told of what an edition withholds: where visible records refer to it.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::Graph;
use crate::model::{Entry, EntryId};
use crate::source::SourcePath;
use std::collections::BTreeSet;

/// What a visible record would show of files that are withheld.
pub(super) fn of_files(entry: &Entry<EntryId>, files: &BTreeSet<SourcePath>) -> Report {
    let mut report = Report::new();
    for file in files {
        let message = format!("this edition withholds the file \"{file}\", to which this refers");
        report.push(
            Diagnostic::warning(Code::LinkToWithheld, entry.origin.span.clone(), message)
                .hint("site.toml says so, under [audiences]; what is left of a link is its words"),
        );
    }
    report
}

/// Every place at which a visible record refers to one that is withheld.
pub(super) fn of_links(graph: &Graph, visible: &BTreeSet<EntryId>, report: &mut Report) {
    for reference in &graph.references {
        if !visible.contains(&reference.from) || visible.contains(&reference.to) {
            continue;
        }
        let (Some(place), Some(to)) = (&reference.place, graph.entries.get(&reference.to)) else { continue };
        // Of one that cannot be read enough has been said.
        if to.origin.parent.as_ref() == Some(&reference.from) || to.audiences.is_in_doubt() {
            continue;
        }
        let message = format!("this edition withholds the {} \"{}\"", to.id.kind.as_str().replace('-', " "), to.title);
        report.push(
            Diagnostic::warning(Code::LinkToWithheld, place.clone(), message)
                .related(to.origin.span.clone(), "withheld")
                .hint("what is left of the reference is its words"),
        );
    }
}
