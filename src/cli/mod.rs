//! The door to the terminal: flags, commands, progress and exit codes.
//!
//! In: the words of the command line. Out: an exit code, and what was said. Diagnostics go to the
//! error output, what was made goes to the output.
//!
//! *Invariant:* nothing of the subject is decided here.

mod args;
mod build;
mod check;
mod counted;
mod export;
mod failure;
mod interrupt;
mod progress;
mod publishing;
mod readiness;
mod serve;
mod site;
mod verify;
mod voice;

use args::{Arguments, Command};
use clap::Parser as _;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a command ended that did what it was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// The content has errors.
    Errors,
}

/// Does what the command line says, and says how it went: 0 fine, 1 the content has errors,
/// 2 wrong usage, 3 the machine failed; 130 after Ctrl-C.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where nobody listens any more there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let result = match &arguments.command {
        Command::Build(arguments) => build::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Export(arguments) => export::run(arguments),
    };
    match result {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Errors) => ExitCode::from(1),
        Err(failure) => {
            voice::complain(&failure.to_string());
            failure.exit_code()
        }
    }
}
