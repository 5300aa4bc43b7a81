use crate::diagnostic::{Code, Diagnostic, Report};
use crate::output::OutputPath;
use crate::source::Span;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Who writes to which path. Letter case and the forms of Unicode make no difference on the disks
/// of half the readers, and so they make none here.
#[derive(Default)]
pub(super) struct Claims {
    files: HashMap<String, Claim>,
    /// The folders, with one of the files in each.
    folders: HashMap<String, Claim>,
}

#[derive(Clone)]
struct Claim {
    path: OutputPath,
    /// Where it comes from; none for what the program makes by itself.
    place: Option<Span>,
}

impl Claims {
    /// A page or file that the program makes by itself.
    pub(super) fn generated(&mut self, path: &OutputPath) {
        self.take(path, None);
    }

    /// A page or file that comes from a source. Returns false, after a complaint, where its path is taken.
    pub(super) fn source(&mut self, path: &OutputPath, place: &Span, report: &mut Report) -> bool {
        let key = folded(path);
        let above = folders(&key).find_map(|folder| self.files.get(folder));
        let Some(other) = self.files.get(&key).or_else(|| self.folders.get(&key)).or(above) else {
            self.take(path, Some(place));
            return true;
        };
        let why = match &other.place {
            None => "where a page or file of the site's own stands".to_owned(),
            Some(_) if other.path == *path => "and so would another".to_owned(),
            Some(_) => format!("which some systems cannot keep beside `{}`", other.path),
        };
        let message = format!("this would be written to `{path}`, {why}");
        let complaint = Diagnostic::error(Code::OutputClash, place.clone(), message);
        report.push(if let Some(first) = &other.place {
            complaint
                .related(first.clone(), format!("written to `{}`", other.path))
                .hint("rename one of them, or give it another `id`")
        } else {
            complaint.hint("rename it, or give it another `id`")
        });
        false
    }

    fn take(&mut self, path: &OutputPath, place: Option<&Span>) {
        let claim = Claim { path: path.clone(), place: place.cloned() };
        let key = folded(path);
        for folder in folders(&key) {
            self.folders.entry(folder.to_owned()).or_insert_with(|| claim.clone());
        }
        self.files.entry(key).or_insert(claim);
    }
}

/// The path as a system sees it that knows neither letter case nor forms of Unicode.
fn folded(path: &OutputPath) -> String {
    if path.as_str().is_ascii() {
        return path.as_str().to_ascii_lowercase();
    }
    path.as_str().nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// The folders above a file.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
