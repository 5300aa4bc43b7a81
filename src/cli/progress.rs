//! A sign of life for what takes longer than a second.

use super::voice;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows what is being done, as long as it lives: on a terminal something that moves, elsewhere a
/// line.
pub(super) struct Progress {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins something: `reading the notes`.
    pub(super) fn of(what: &'static str) -> Self {
        let (done, waiting) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            if waiting.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            if !std::io::stderr().is_terminal() {
                return voice::remark(&format!("{what} …\n"));
            }
            let bar = ProgressBar::new_spinner().with_message(what);
            bar.set_style(
                ProgressStyle::with_template("{spinner} {msg} … {elapsed}")
                    .unwrap_or_else(|_| ProgressStyle::default_spinner()),
            );
            bar.enable_steady_tick(Duration::from_millis(100));
            // The other end is dropped when it is done.
            let _ = waiting.recv();
            bar.finish_and_clear();
        });
        Self { done: Some(done), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.take();
        if let Some(thread) = self.thread.take() {
            // A sign of life that failed is none that anybody misses.
            let _ = thread.join();
        }
    }
}
