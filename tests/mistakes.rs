//! What strangers get wrong: each mistake alone in a whole site, and many of them in one run.
//!
//! `mistakes/site/` is a site without a fault. Each section of `mistakes/*.md` changes lines of it,
//! and says what must be said of that, once and nowhere else: between ⟦ and ⟧ stands the stretch
//! that the one complaint has to mark.

use crate::support::{Built, Site};
use crate::{trial, trial_of};
use leavebehind::diagnostic::{Diagnostic, Places, Severity};
use libtest_mimic::Trial;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, iter};

const BEGIN: char = '⟦';
const END: char = '⟧';

pub(crate) fn trials() -> Vec<Trial> {
    let one_by_one = mistakes().into_iter().map(|mistake| {
        let name = format!("mistakes::{}", mistake.name);
        trial_of(&name, move || mistake.hold())
    });
    let together = [
        trial("mistakes::a_site_without_a_fault_is_silent", a_site_without_a_fault_is_silent),
        trial("mistakes::many_sessions_each_wrong_in_its_own_way", many_sessions_each_wrong_in_its_own_way),
    ];
    one_by_one.chain(together).collect()
}

/// The texts of a site by their paths.
type Texts = BTreeMap<String, String>;

/// One mistake, and what must be said of it.
#[derive(Debug, Clone, Default)]
struct Mistake {
    name: String,
    severity: String,
    code: String,
    /// Words of one of its hints.
    hint: String,
    changes: Vec<Change>,
}

/// Lines of one file that are others; no line is for a file that was not there.
#[derive(Debug, Clone, Default)]
struct Change {
    path: String,
    before: String,
    after: String,
}

/// A stretch of a file: line and column of its beginning and of its end.
type Stretch = (String, usize, usize, usize, usize);

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mistakes"))
}

fn faultless() -> Texts {
    fn read(folder: &Path, below: &str, texts: &mut Texts) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                read(&entry.path(), &format!("{path}/"), texts);
            } else {
                texts.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut texts = Texts::new();
    read(&folder().join("site"), "", &mut texts);
    texts
}

/// All mistakes, in the order of their documents.
fn mistakes() -> Vec<Mistake> {
    let mut documents: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    documents.sort();
    documents.iter().flat_map(|path| of_document(&fs::read_to_string(path).unwrap())).collect()
}

fn of_document(text: &str) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut is_inside = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ").filter(|_| !is_inside) {
            mistakes.push(Mistake { name: name.to_owned(), ..Mistake::default() });
            continue;
        }
        let Some(mistake) = mistakes.last_mut() else { continue };
        if let Some(path) = line.strip_prefix("~~~diff ") {
            is_inside = true;
            mistake.changes.push(Change { path: path.to_owned(), ..Change::default() });
        } else if line == "~~~" {
            is_inside = false;
        } else if is_inside {
            let change = mistake.changes.last_mut().unwrap();
            let (side, rest) = line.split_at(1);
            let text = if side == "-" { &mut change.before } else { &mut change.after };
            text.extend(rest.chars().chain(iter::once('\n')));
        } else if let Some((severity, rest)) = line.split_once(": ") {
            let (code, hint) = rest.split_once(" \"").unwrap_or((rest, ""));
            severity.clone_into(&mut mistake.severity);
            code.clone_into(&mut mistake.code);
            hint.trim_end_matches('"').clone_into(&mut mistake.hint);
        }
    }
    mistakes
}

impl Mistake {
    /// Makes the mistake in a site, and says where it then stands.
    fn make(&self, texts: &mut Texts) -> Option<Stretch> {
        for change in &self.changes {
            let text = texts.entry(change.path.clone()).or_default();
            assert!(text.contains(&change.before), "{} has no lines {:?}", change.path, change.before);
            *text = text.replacen(&change.before, &change.after, 1);
        }
        texts.iter_mut().find_map(|(path, text)| {
            let begin = text.find(BEGIN)?;
            text.replace_range(begin..begin + BEGIN.len_utf8(), "");
            let end = text.find(END)?;
            text.replace_range(end..end + END.len_utf8(), "");
            let place = |at: usize| {
                let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
                (text[..at].matches('\n').count() + 1, text[line_start..at].chars().count() + 1)
            };
            let ((line, column), (end_line, end_column)) = (place(begin), place(end));
            Some((path.clone(), line, column, end_line, end_column))
        })
    }

    fn hold(&self) {
        let mut texts = faultless();
        let place = self.make(&mut texts);
        let built = site(&texts).build();
        let said: Vec<&Diagnostic> = built.report.iter().collect();
        assert_eq!(said.len(), 1, "one mistake, one complaint:\n{}", built.said());
        self.compare(said[0], place.as_ref(), &built);
    }

    fn compare(&self, said: &Diagnostic, place: Option<&Stretch>, built: &Built) {
        assert_eq!(said.code.as_str(), self.code, "{}", built.said());
        assert_eq!(said.severity == Severity::Error, self.severity == "error", "{}", built.said());
        assert_eq!(stretch(said, built).as_ref(), place, "{}", built.said());
        assert!(
            said.hints.iter().any(|hint| hint.contains(&self.hint)),
            "a hint with {:?}:\n{}",
            self.hint,
            built.said()
        );
    }

    /// Whether it is a mistake in one record of a session and nowhere else.
    fn is_of_one_session(&self) -> bool {
        let is_session = |path: &str| path == "content/sessions/kick-off.yaml";
        self.changes.iter().all(|change| is_session(&change.path)) && !self.code.contains("duplicate-id")
    }
}

fn stretch(said: &Diagnostic, built: &Built) -> Option<Stretch> {
    let label = said.primary.as_ref()?;
    let place = Places::new(&built.sources).find(&label.span);
    Some((label.span.file.to_string(), place.line, place.column, place.end_line, place.end_column))
}

fn site(texts: &Texts) -> Site {
    texts.iter().fold(Site::new(), |site, (path, text)| site.file(path, text))
}

fn a_site_without_a_fault_is_silent() {
    let built = site(&faultless()).build();
    assert_eq!(built.report.iter().count(), 0, "{}", built.said());
}

/// All complaints come in one run, and none of them hides another.
fn many_sessions_each_wrong_in_its_own_way() {
    let mut texts = faultless();
    let mut expected = BTreeMap::new();
    for (at, mistake) in mistakes().into_iter().filter(Mistake::is_of_one_session).enumerate() {
        let mut alone = faultless();
        let place = mistake.make(&mut alone);
        let path = format!("content/sessions/wrong-{at:03}.yaml");
        texts.insert(path.clone(), alone.remove("content/sessions/kick-off.yaml").unwrap());
        expected.insert(path.clone(), (mistake, place.map(|(_, a, b, c, d)| (path, a, b, c, d))));
    }
    assert!(expected.len() >= 40, "{} sessions", expected.len());
    let built = site(&texts).build();
    for diagnostic in built.report.iter() {
        let file = diagnostic.primary.as_ref().map(|label| label.span.file.to_string()).unwrap_or_default();
        let Some((mistake, place)) = expected.remove(&file) else { panic!("said twice of {file}:\n{}", built.said()) };
        mistake.compare(diagnostic, place.as_ref(), &built);
    }
    assert!(expected.is_empty(), "nothing is said of {:?}", expected.keys());
}
