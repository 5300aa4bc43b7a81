//! Claiming the folder that a command writes.

use super::failure::Failure;
use super::interrupt::Interrupt;
use crate::output::disk::{Destination, Surroundings};
use std::env;
use std::path::Path;
use std::sync::Arc;

/// Claims a folder, which is released when the command ends, however it ends.
#[expect(clippy::disallowed_methods, reason = "the environment is read here")]
pub(super) fn claim(folder: &Path, site: &Path, interrupt: &Interrupt) -> Result<Arc<Destination>, Failure> {
    let surroundings = Surroundings { site: Some(site.to_owned()), home: env::home_dir() };
    let destination = Arc::new(Destination::claim(folder, &surroundings)?);
    interrupt.guard(&destination);
    Ok(destination)
}
