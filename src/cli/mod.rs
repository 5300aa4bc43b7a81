//! The door to the terminal: flags, commands, progress and exit codes.
//!
//! In: the words of the command line. Out: an exit code, and what was said.
//!
//! *Invariant:* nothing of the subject is decided here.

use std::ffi::OsString;
use std::process::ExitCode;

/// Does what the command line says, and says how it went: 0 fine, 1 the content has errors,
/// 2 wrong usage, 3 the machine failed.
pub fn run(_arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(2)
}
