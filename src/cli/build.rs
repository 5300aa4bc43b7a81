//! `build`: the site and the book, written.

use super::Verdict;
use super::args::BuildArguments;
use super::counted::counted;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::{publishing, site, voice};
use crate::compile::{Compiled, Request};
use crate::config;
use crate::output::disk::Written;
use std::mem;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

pub(super) fn run(arguments: &BuildArguments) -> Result<Verdict, Failure> {
    let clock = Clock::start();
    let request = Request { pdf: !arguments.no_pdf, epub: !arguments.no_epub, ..site::request(&arguments.site)? };
    let interrupt = Interrupt::watch();
    let sources = site::load(&arguments.site)?;

    let folder = match &arguments.out {
        Some(folder) => folder.clone(),
        None => arguments.site.dir.join(config::read(&sources).value.output),
    };
    let destination = publishing::claim(&folder, &arguments.site.dir, &interrupt)?;
    let made = site::make(&sources, &request)?;
    if made.report.has_errors() {
        voice::show(&made.report, &sources);
        voice::remark("nothing was written\n");
        return Ok(Verdict::Errors);
    }
    // A thousand warnings are put into words while the site is written.
    let (told, written) = thread::scope(|scope| {
        let told = scope.spawn(|| voice::told(&made.report, &sources));
        let written = {
            let _progress = Progress::of("writing the site");
            destination.publish(&made.value.output, Some(made.value.certificate.to_json().as_bytes()))
        };
        (told.join().unwrap_or_else(|panic| resume_unwind(panic)), written)
    });
    voice::remark(&told);
    let written = written?;
    // A page that stays may be one of another edition: its name is for the author alone.
    for path in &written.kept {
        voice::remark(&format!("{path} was changed by somebody else and stays\n"));
    }
    voice::say(&summary(&folder, &made.value, &written, clock.elapsed()));
    // The program ends here, and the system takes all memory back at once: some hundred thousand
    // small texts need not be given back one by one.
    mem::forget((made, sources));
    Ok(Verdict::Fine)
}

/// What was built, in words that name nothing an edition may withhold, nor tell how much of it there is: warnings are
/// counted where they are shown.
fn summary(folder: &Path, compiled: &Compiled, written: &Written, time: Duration) -> String {
    let files = compiled.output.len();
    let pages = compiled.output.files().filter(|(path, _)| path.is_page()).count();
    let records = compiled.counts.iter().filter(|(_, count)| **count > 0);
    let records: Vec<_> = records.map(|(kind, count)| counted(*count, *kind)).collect();
    let mut lines = vec![folder.display().to_string()];
    if !records.is_empty() {
        lines.push(format!("  {}", records.join(", ")));
    }
    lines.push(format!(
        "  {pages} pages in {files} files: {} written, {} unchanged, {} removed",
        written.written, written.unchanged, written.removed
    ));
    lines.push(format!("  {:.2} s\n", time.as_secs_f64()));
    lines.join("\n")
}

/// How long the command takes.
struct Clock(Instant);

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the clock is read here, for the summary alone")]
    fn start() -> Self {
        Self(Instant::now())
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
