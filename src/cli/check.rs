//! `check`: every diagnostic and the readiness of the handover, nothing written.

use super::Verdict;
use super::args::{CheckArguments, Format};
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::{readiness, site, voice};
use crate::diagnostic::print;

pub(super) fn run(arguments: &CheckArguments) -> Result<Verdict, Failure> {
    let request = site::request(&arguments.site)?;
    let _interrupt = Interrupt::watch();
    let sources = site::load(&arguments.site)?;
    let made = site::make(&sources, &request)?;
    let compiled = made.value;
    let mut report = made.report;
    let standing = compiled.standing();
    if arguments.gate {
        report.extend(readiness::gate(&compiled, &standing));
    }
    match arguments.format {
        Format::Json => voice::say(&print::as_json(&report, &sources)),
        Format::Text => {
            voice::show(&report, &sources);
            voice::say(&readiness::text(&compiled, &standing, arguments.site.edition.is_some()));
        }
    }
    let fails = report.has_errors() || arguments.deny_warnings && report.warnings() > 0;
    Ok(if fails { Verdict::Errors } else { Verdict::Fine })
}
