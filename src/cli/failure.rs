//! Why a command could not do what it was asked to.

use crate::output;
use crate::preview::PreviewError;
use crate::source;
use std::fmt;
use std::process::ExitCode;

/// What was wrong with the command line or the machine; what is wrong with the notes is a report.
#[derive(Debug)]
pub(super) enum Failure {
    /// The words of the command line make no sense here.
    Usage(String),
    /// The sources cannot be read.
    Sources(source::disk::DiskError),
    /// The site cannot be written.
    Output(output::disk::DiskError),
    /// The preview cannot run.
    Preview(PreviewError),
}

impl Failure {
    /// 2 where the words are at fault, 3 where the machine is, 130 after an interruption.
    pub(super) fn exit_code(&self) -> ExitCode {
        use source::disk::DiskError::{Missing, NotAFolder, NotASite};
        ExitCode::from(match self {
            Self::Usage(_) | Self::Sources(Missing(_) | NotAFolder(_) | NotASite(_)) => 2,
            Self::Output(output::disk::DiskError::Interrupted) => 130,
            Self::Output(error) if error.is_wrong_usage() => 2,
            Self::Preview(PreviewError::Sources(error)) => return Self::code_of_sources(error),
            Self::Sources(_) | Self::Output(_) | Self::Preview(_) => 3,
        })
    }

    fn code_of_sources(error: &source::disk::DiskError) -> ExitCode {
        use source::disk::DiskError::{Missing, NotAFolder, NotASite};
        ExitCode::from(if matches!(error, Missing(_) | NotAFolder(_) | NotASite(_)) { 2 } else { 3 })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => formatter.write_str(message),
            Self::Sources(error) => error.fmt(formatter),
            Self::Output(error) => error.fmt(formatter),
            Self::Preview(error) => error.fmt(formatter),
        }
    }
}

impl From<source::disk::DiskError> for Failure {
    fn from(error: source::disk::DiskError) -> Self {
        Self::Sources(error)
    }
}

impl From<output::disk::DiskError> for Failure {
    fn from(error: output::disk::DiskError) -> Self {
        Self::Output(error)
    }
}

impl From<PreviewError> for Failure {
    fn from(error: PreviewError) -> Self {
        Self::Preview(error)
    }
}
