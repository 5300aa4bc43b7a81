//! Ctrl-C.

use crate::output::disk::Destination;
use std::process;
use std::sync::{Arc, Mutex, PoisonError};

/// The exit code after Ctrl-C, as shells have it.
const INTERRUPTED: i32 = 130;

/// What has to be tidied up when the person presses Ctrl-C, until this value is dropped.
#[derive(Debug, Default)]
pub(super) struct Interrupt {
    destination: Arc<Mutex<Option<Arc<Destination>>>>,
}

impl Interrupt {
    /// From now on Ctrl-C ends the program with 130, the old site in its place.
    pub(super) fn watch() -> Self {
        let interrupt = Self::default();
        let destination = Arc::clone(&interrupt.destination);
        // Without a handler the system ends the program by itself, and the next build tidies up.
        let _ = ctrlc::set_handler(move || {
            if let Some(destination) = destination.lock().unwrap_or_else(PoisonError::into_inner).take() {
                destination.abandon();
            }
            process::exit(INTERRUPTED);
        });
        interrupt
    }

    /// This folder is to be released when the program is interrupted.
    pub(super) fn guard(&self, destination: &Arc<Destination>) {
        *self.destination.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(destination));
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        // The handler lives as long as the program, and would hold the folder until then.
        self.destination.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
