//! The proof that what is written holds nothing that is withheld.
//!
//! In: the raw sources, everything that would be written, and what the edition admits. Out: a
//! [`Certificate`], and an error for everything that was found or could not be seen.
//!
//! *Invariant:* no code is shared with the rooms that read, filter and render: the list of what
//! must not be found comes from a second, cruder reading of the sources, and the outputs are taken
//! apart as files, as a stranger would. No word of the list is ever in a message or a certificate.

mod ascii;
mod certificate;
mod control;
mod discretion;
mod disguise;
mod find;
mod fold;
mod frame;
mod hash;
mod letter;
mod markup;
mod medium;
mod pdf;
mod picture;
mod reading;
mod said;
mod secret;

#[cfg(test)]
mod tests;

pub use certificate::{Certificate, Differences, Unreadable, verify};
pub use discretion::discreet;

use crate::diagnostic::{Code, Diagnostic, Outcome, Report, Severity};
use crate::model::{Audience, Policy};
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::{SourcePath, SourceTree, Span};
use aho_corasick::AhoCorasick;
use certificate::hash_of;
use control::{Controls, Sight};
use fold::Folder;
use frame::Frame;
use jiff::civil::Date;
use medium::Medium;
use rayon::prelude::*;
use reading::{MOST_PASSAGES, SourceText};
use said::Said;
use secret::{Secret, Secrets};
use std::collections::{BTreeMap, BTreeSet};

/// More errors than this are the same one again: a filter that does not work at all.
const MOST_ERRORS: usize = 200;

/// What the check is told beside sources and outputs.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// What the edition may see.
    pub policy: &'a Policy,
    /// Defaults of audience, by folder or file below `content/`.
    pub audiences: &'a [(String, Audience)],
    /// What the program says by itself: names and bytes of its templates, words, scripts, fonts. A withheld
    /// title that says the same, or what a theme of the site says, is no secret.
    pub vocabulary: &'a [(&'a str, &'a [u8])],
    /// What counts as today.
    pub date: Date,
}

/// What was found in one output file.
struct Finding {
    hash: String,
    medium: Medium,
    sight: Sight,
    /// The secrets in it.
    found: BTreeSet<u32>,
    /// Why it could not be searched.
    blind: Option<String>,
    /// Whether it is a file that shown text names, handed on as it is.
    is_copy: bool,
}

/// The search for what is withheld: what must not be found is known from the sources, before there
/// is anything to search.
pub struct Search<'a> {
    sources: &'a SourceTree,
    policy: &'a Policy,
    date: Date,
    /// None where the edition withholds nothing.
    wanted: Option<Wanted>,
}

/// What must not be found.
struct Wanted {
    /// The source texts to whose places the secrets belong, by their files.
    files: Vec<SourcePath>,
    secrets: Secrets,
    /// Source texts of which nothing is known: while there are any, nothing can be published.
    unread: Vec<SourcePath>,
    /// The titles of what is shown.
    titles: Vec<Vec<u64>>,
    /// The byte sequences among the secrets, to be looked for at once.
    patterns: Option<AhoCorasick>,
    /// Hashes of the files that shown text hands on.
    copies: BTreeSet<String>,
    /// Hashes of the program's own files, which say the same to everybody.
    own: BTreeSet<String>,
}

impl<'a> Search<'a> {
    /// Reads the sources for what an edition withholds.
    pub fn new(sources: &'a SourceTree, terms: &Terms<'a>) -> Self {
        let wanted = (!terms.policy.is_internal()).then(|| Wanted::of(reading::read(sources, terms), sources, terms));
        Self { sources, policy: terms.policy, date: terms.date, wanted }
    }

    /// Searches everything that would be written. `shown` are the titles under which the edition
    /// shows records, to be found in every kind of output.
    ///
    /// An edition that withholds nothing is not searched; its certificate lists the files alone.
    pub fn examine(&self, outputs: &OutputTree, shown: &[&str]) -> Outcome<Certificate> {
        let mut report = Report::new();
        let files: Vec<(&OutputPath, &Content)> = outputs.files().collect();
        let Some(wanted) = &self.wanted else {
            let hashes = files.par_iter().map(|(path, content)| (path.to_string(), hash_of(content.bytes())));
            return Outcome::new(Certificate::new(self.policy, self.date, 0, hashes.collect()), report);
        };
        let controls = control::controls(&wanted.titles, shown);
        let frame = Frame::default();
        let findings: Vec<Finding> = files
            .par_iter()
            .with_max_len(8)
            .map_init(Vec::new, |room, (path, content)| wanted.look(path, content.bytes(), &controls, &frame, room))
            .collect();

        if !files.is_empty() {
            report.extend(complaints_of_unread(&wanted.unread));
        }
        complain_of_leaks(self.sources, wanted, &files, &findings, &mut report);
        complain_of_blindness(&controls, &files, &findings, &mut report);
        let hashes: BTreeMap<String, String> =
            files.iter().zip(&findings).map(|((path, _), finding)| (path.to_string(), finding.hash.clone())).collect();
        let searched_for = wanted.secrets.finder.len() + wanted.secrets.bytes.len();
        Outcome::new(Certificate::new(self.policy, self.date, searched_for, hashes), report)
    }
}

impl Search<'_> {
    /// Whether withheld matter is in a text.
    fn finds_in(&self, path: &OutputPath, text: &str) -> bool {
        let controls = control::controls(&[], &[]);
        self.wanted
            .as_ref()
            .map(|wanted| wanted.look(path, text.as_bytes(), &controls, &Frame::default(), &mut Vec::new()))
            .is_some_and(|finding| !finding.found.is_empty())
    }
}

impl Wanted {
    fn of(texts: Vec<SourceText>, sources: &SourceTree, terms: &Terms<'_>) -> Self {
        let themes = sources.below("themes").map(|(path, file)| (path.as_str(), &**file.bytes()));
        let vocabulary = secret::vocabulary(terms.vocabulary.iter().copied().chain(themes));
        let secrets = secret::secrets(&texts, &vocabulary, terms);
        let patterns = AhoCorasick::new(secrets.bytes.iter().map(|(bytes, _)| bytes)).ok();
        let handed_on = texts.iter().filter(|text| text.handed_on).filter_map(|text| sources.get(&text.file));
        let copies = handed_on.map(|file| hash_of(file.bytes())).collect();
        let own = terms.vocabulary.iter().map(|(_, bytes)| hash_of(bytes)).collect();
        let titles = control::titles(&texts);
        let unread = texts.iter().filter(|text| text.is_unread).map(|text| text.file.clone()).collect();
        let files = texts.into_iter().map(|text| text.file).collect();
        Self { files, secrets, unread, titles, patterns, copies, own }
    }

    /// Searches one file. `room` takes the words of one after the other.
    fn look(
        &self,
        path: &OutputPath,
        bytes: &[u8],
        controls: &Controls,
        frame: &Frame,
        room: &mut Vec<u64>,
    ) -> Finding {
        let secrets = &self.secrets;
        let hash = hash_of(bytes);
        let is_copy = self.copies.contains(&hash);
        let medium = Medium::of(path.as_str());
        let page = if medium == Medium::Page && !is_copy { std::str::from_utf8(bytes).ok() } else { None };
        let (said, lines, passed) = match page {
            Some(page) => {
                let mut known = frame.known();
                let said = said::page(page, &mut known, std::mem::take(room));
                let (lines, passed) = known.finish();
                (said, lines, passed)
            }
            None if self.own.contains(&hash) => (Said::default(), Vec::new(), 0),
            None => (said::read(path.as_str(), bytes, 0), Vec::new(), 0),
        };
        let Said { mut words, doubtful, raw, blind, .. } = said;
        let sight = controls.look(path.as_str(), medium, &words, passed, bytes);
        if is_copy {
            words.extend(said::rows(path.as_str(), bytes));
        }
        words.push(fold::BOUNDARY);
        Folder::new(&mut words).text(path.as_str(), 0);
        let mut found = BTreeSet::new();
        secrets.finder.scan(&words, |hit, _| {
            let secret = secrets.finder.secret(hit);
            // What a shown note hands on was judged by its author; names are never handed on.
            if !is_copy || secrets.list[secret as usize].always {
                found.insert(secret);
            }
        });
        secrets.finder.scan(&doubtful, |hit, _| {
            let secret = secrets.finder.secret(hit);
            let Secret { always, is_short, .. } = secrets.list[secret as usize];
            if !is_short && (!is_copy || always) {
                found.insert(secret);
            }
        });
        if let Some(patterns) = &self.patterns {
            let is_raw = picture::is_picture(bytes) || !raw.is_empty();
            let own = is_raw.then_some(bytes);
            for bytes in own.into_iter().chain(raw.iter().map(Vec::as_slice)) {
                found.extend(patterns.find_iter(bytes).map(|hit| secrets.bytes[hit.pattern().as_usize()].1));
            }
        }
        if found.is_empty() {
            frame.learn(lines);
        }
        let blind = blind.or_else(|| {
            let is_mute = matches!(medium, Medium::Book | Medium::Print) && said::is_mute(&words);
            is_mute.then(|| "no text can be read in it".to_owned())
        });
        *room = words;
        Finding { hash, medium, sight, found, blind, is_copy }
    }
}

/// One error for each source that was not read.
fn complaints_of_unread(unread: &[SourcePath]) -> Report {
    let mut report = Report::new();
    for file in unread {
        let message =
            format!("what this file withholds is not known: it has more than {MOST_PASSAGES} lines and links");
        let complaint = Diagnostic::error(Code::BlindLeakCheck, Span::file(file), message);
        report.push(complaint.hint("make several files of it"));
    }
    report
}

/// One error for each source line, naming the first file in which it was found.
fn complain_of_leaks(
    sources: &SourceTree,
    wanted: &Wanted,
    files: &[(&OutputPath, &Content)],
    findings: &[Finding],
    report: &mut Report,
) {
    let mut leaks: BTreeMap<(usize, u32), (u32, Vec<&OutputPath>)> = BTreeMap::new();
    for ((path, _), finding) in files.iter().zip(findings) {
        for index in &finding.found {
            let secret = &wanted.secrets.list[*index as usize];
            let place = secret.shown.unwrap_or((secret.source, secret.at));
            let (_, paths) = leaks.entry(place).or_insert((*index, Vec::new()));
            if paths.last() != Some(path) {
                paths.push(path);
            }
        }
    }
    for ((source, at), (index, paths)) in leaks.iter().take(MOST_ERRORS) {
        let secret = &wanted.secrets.list[*index as usize];
        let span = line_at(sources, &wanted.files[*source], *at);
        let message = match paths.as_slice() {
            [path] => format!("{} would be written to {path}", secret.what),
            [path, rest @ ..] => format!("{} would be written to {path} and {} more", secret.what, rest.len()),
            [] => continue,
        };
        let mut complaint = Diagnostic::error(Code::Leak, span, message);
        complaint = match secret.shown {
            Some(_) => complaint
                .related(line_at(sources, &wanted.files[secret.source], secret.at), "it is withheld here")
                .hint("leave the name out here, or let the edition show the person"),
            None => complaint
                .hint("nothing is published while withheld matter is in it; please report this, it must not happen"),
        };
        report.push(complaint);
    }
    if leaks.len() > MOST_ERRORS {
        let message = format!("withheld matter of {} more places would be written", leaks.len() - MOST_ERRORS);
        report.push(Diagnostic::of_site(Code::Leak, Severity::Error, message));
    }
}

/// The line in which a word of a source stands.
fn line_at(sources: &SourceTree, file: &SourcePath, at: u32) -> Span {
    let bytes = sources.get(file).map(|file| file.bytes().clone());
    let bytes = bytes.as_deref().unwrap_or_default();
    let at = (at as usize).min(bytes.len());
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = bytes[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
    let end = bytes[at..].iter().position(is_end).map_or(bytes.len(), |end| at + end);
    let blanks = bytes[start..end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    Span::new(file, start + blanks..end)
}

fn complain_of_blindness(
    controls: &Controls,
    files: &[(&OutputPath, &Content)],
    findings: &[Finding],
    report: &mut Report,
) {
    for ((path, _), finding) in files.iter().zip(findings) {
        if let Some(reason) = &finding.blind {
            // An attachment is its author's; what this program makes must be readable.
            let severity = if finding.is_copy { Severity::Warning } else { Severity::Error };
            let message = format!("{path} cannot be searched for withheld matter: {reason}");
            report.push(Diagnostic::of_site(Code::BlindLeakCheck, severity, message));
        }
    }
    if controls.count == 0 {
        return;
    }
    let own = findings.iter().filter(|finding| !finding.is_copy && finding.blind.is_none());
    for medium in control::blind(own.map(|finding| (finding.medium, finding.sight))) {
        let message = format!(
            "no title of a visible record was found in any {} file, so that the leak check cannot be trusted there",
            medium.name()
        );
        let mut complaint = Diagnostic::of_site(Code::BlindLeakCheck, Severity::Error, message)
            .hint("a theme that leaves all titles out cannot be checked");
        if medium == Medium::Print {
            let hint = "where no font of the book has the letters of the titles, give the theme one that has them, \
                        as fonts/book.otf, or build with --no-pdf";
            complaint = complaint.hint(hint);
        }
        report.push(complaint);
    }
}
