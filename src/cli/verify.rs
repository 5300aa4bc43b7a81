//! `verify`: a handed-over folder held against its certificate.

use super::args::VerifyArguments;
use super::failure::Failure;
use super::{Verdict, voice};
use crate::output::disk::handed_over;
use crate::proof::{self, Certificate};
use std::fmt::Write as _;

pub(super) fn run(arguments: &VerifyArguments) -> Result<Verdict, Failure> {
    let folder = &arguments.path;
    let json = handed_over::certificate(folder, arguments.certificate.as_deref())?;
    let certificate = Certificate::from_json(&json).map_err(|error| Failure::Usage(error.to_string()))?;
    let tree = handed_over::read(folder)?;
    let files = tree.files().map(|(path, content)| (path.as_str(), content.bytes()));
    let differences = proof::verify(&certificate, files);
    let mut text = String::new();
    for (what, paths) in [("changed", &differences.changed), ("added", &differences.added), ("lost", &differences.lost)]
    {
        for path in paths {
            // A stranger's file may be named so that it steers the terminal.
            let _ = writeln!(text, "{what:<8} {}", path.escape_debug());
        }
    }
    let count = certificate.files.len();
    let (date, program) = (&certificate.date, &certificate.program);
    if differences.is_empty() {
        voice::say(&format!("{count} files are as they were made on {date} by {program}\n"));
        return Ok(Verdict::Fine);
    }
    let (changed, added, lost) = (differences.changed.len(), differences.added.len(), differences.lost.len());
    let _ =
        writeln!(text, "of {count} files made on {date} by {program}: {changed} changed, {lost} lost; {added} added");
    voice::say(&text);
    Ok(Verdict::Errors)
}
