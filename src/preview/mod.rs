//! The live preview: watch, compile, serve from memory.
//!
//! In: a site folder and a request. Out: a server on this machine alone, whose pages are the bytes
//! that a build would write, but for one script element. The files of the book are made when
//! somebody asks for them.
//!
//! *Invariant:* nothing is written to the disk, and the script is never in the tree.

mod book;
mod content_type;
mod page;
mod response;
mod server;
mod shown;
mod watch;

use crate::compile::{BookFiles, Request, compile};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::SourceTree;
use crate::source::disk::{self, DiskError};
use book::Book;
use server::Server;
use shown::Shown;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use watch::Watch;

/// What is to be previewed, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site folder.
    pub folder: PathBuf,
    /// What is asked for.
    pub request: Request,
    /// The port, and no other; without it 4000, or the next that is free.
    pub port: Option<u16>,
    /// Whether a browser is to be opened.
    pub open: bool,
    /// How to say something.
    pub say: fn(&str),
    /// How to show diagnostics.
    pub show: fn(&Report, &SourceTree),
}

/// Why a preview could not be started, or could not go on.
#[derive(Debug)]
pub enum PreviewError {
    /// The sources cannot be read.
    Sources(DiskError),
    /// The port cannot be used.
    Port(u16, io::Error),
    /// No port from that one on is free.
    NoPort(u16),
    /// The server cannot run.
    Server(io::Error),
}

impl fmt::Display for PreviewError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sources(error) => error.fmt(formatter),
            Self::Port(port, error) => write!(formatter, "cannot serve on port {port}: {error}"),
            Self::NoPort(port) => write!(formatter, "no port from {port} on is free; name one with --port"),
            Self::Server(error) => write!(formatter, "cannot serve: {error}"),
        }
    }
}

impl std::error::Error for PreviewError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sources(error) => Some(error),
            Self::Port(_, error) | Self::Server(error) => Some(error),
            Self::NoPort(_) => None,
        }
    }
}

/// What the preview waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    /// Something may have changed in the site folder.
    Touched,
    /// The person has had enough.
    Stop,
}

/// How long it must be quiet before a change is looked at: editors save in several steps.
const QUIET: Duration = Duration::from_millis(25);

/// How long a disk that is never quiet can put a build off.
const MOST_PATIENCE: Duration = Duration::from_millis(1500);

/// Serves a site until Ctrl-C.
pub fn run(options: &Options) -> Result<(), PreviewError> {
    let mut sources = disk::load(&options.folder).map_err(PreviewError::Sources)?;
    let (sender, events) = mpsc::channel();
    let (stop, again) = (sender.clone(), sender.clone());
    // Without a handler the system ends the program by itself; nothing is lost by that.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(Event::Stop);
    });
    let mut watch = Watch::start(&options.folder, sender);
    if watch.polls() {
        (options.say)("the system cannot watch the folder; it is looked at every second instead\n");
    }

    let (mut shown, outcome) = build(options, &sources, Shown::nothing());
    let server = Server::start(options.port, shown.clone())?;
    (options.say)(&outcome);
    (options.say)(&format!("the preview is at {}\n", server.url()));
    if options.open && open::that_detached(server.url()).is_err() {
        (options.say)("no browser could be opened\n");
    }

    while wait(&events) == Event::Touched {
        watch.renew();
        match disk::load(&options.folder) {
            // The contents count, and not what the system says of them.
            Ok(fresh) if fresh == sources => {}
            Ok(fresh) => {
                sources = fresh;
                let (next, outcome) = build(options, &sources, shown);
                shown = next;
                // Whoever reads that it is built finds it there.
                server.show(shown.clone());
                (options.say)(&outcome);
            }
            // Somebody is still writing; what counts is what is there afterwards.
            Err(DiskError::KeepsChanging(_)) => {
                let _ = again.send(Event::Touched);
            }
            Err(error) => {
                (options.say)(&format!("{error}\n"));
                let mut report = Report::new();
                report.push(Diagnostic::of_site(Code::Unreadable, Severity::Error, error.to_string()));
                // Whatever comes next is to be built, even if it is what was there before.
                sources = SourceTree::new();
                shown = shown.broken(&report, &sources);
                server.show(shown.clone());
            }
        }
    }
    Ok(())
}

/// Waits for a change and then for quiet, so that many changes make one build.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock is read here, so that a restless disk cannot starve the build"
)]
fn wait(events: &Receiver<Event>) -> Event {
    let Ok(Event::Touched) = events.recv() else { return Event::Stop };
    let first = Instant::now();
    while first.elapsed() < MOST_PATIENCE {
        match events.recv_timeout(QUIET) {
            Ok(Event::Touched) => {}
            Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return Event::Stop,
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    Event::Touched
}

/// Builds, and gives what is to be shown next, with words on how it went.
#[expect(clippy::disallowed_methods, reason = "the clock is read here, to say how long it took")]
fn build(options: &Options, sources: &SourceTree, before: Shown) -> (Shown, String) {
    let start = Instant::now();
    let request = Request { book_files: BookFiles::Promised, ..options.request.clone() };
    let made = compile(sources, &request);
    (options.show)(&made.report, sources);
    let time = start.elapsed().as_secs_f64();
    if made.report.has_errors() {
        let outcome = format!("not built, in {time:.2} s; the last good pages stay\n");
        (before.broken(&made.value.discreet(&made.report, sources), sources), outcome)
    } else {
        let shown = before.good(made.value.output, Book::of(options, sources, made.report));
        (shown, format!("built in {time:.2} s\n"))
    }
}
