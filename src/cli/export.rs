//! `export`: the edition's own sources, for the client to carry on.

use super::Verdict;
use super::args::ExportArguments;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::{publishing, site, voice};
use crate::compile::Request;

pub(super) fn run(arguments: &ExportArguments) -> Result<Verdict, Failure> {
    // The book is no source.
    let request = Request { pdf: false, epub: false, ..site::request(&arguments.site)? };
    let interrupt = Interrupt::watch();
    let sources = site::load(&arguments.site)?;
    let destination = publishing::claim(&arguments.out, &arguments.site.dir, &interrupt)?;
    let made = site::make(&sources, &request)?;
    let mut report = made.report;
    let own = made.value.sources(&sources).into_value(&mut report);
    let report = report.sorted();
    voice::show(&report, &sources);
    if report.has_errors() {
        voice::remark("nothing was written\n");
        return Ok(Verdict::Errors);
    }
    let written = {
        let _progress = Progress::of("writing the sources");
        destination.publish(&own, None)?
    };
    let count = written.written + written.unchanged;
    voice::say(&format!("{}\n  {count} source files, which build to the same site\n", arguments.out.display()));
    Ok(Verdict::Fine)
}
