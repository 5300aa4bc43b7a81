//! What the words about a site mean: the folder read, and the request made.

use super::args::{Links, SiteArguments};
use super::failure::Failure;
use super::progress::Progress;
use crate::compile::{Compiled, Request, compile};
use crate::diagnostic::Outcome;
use crate::source::{SourceTree, disk};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::env;

/// Reads the folder.
pub(super) fn load(arguments: &SiteArguments) -> Result<SourceTree, Failure> {
    let _progress = Progress::of("reading the notes");
    Ok(disk::load(&arguments.dir)?)
}

/// Makes the site.
pub(super) fn make(sources: &SourceTree, request: &Request) -> Result<Outcome<Compiled>, Failure> {
    let _progress = Progress::of("building");
    let outcome = compile(sources, request);
    match &request.edition {
        Some(name) if !outcome.value.config.editions.contains_key(name) => {
            let known: Vec<_> = outcome.value.config.editions.keys().map(String::as_str).collect();
            Err(Failure::Usage(format!("there is no edition \"{name}\"; there are: {}", known.join(", "))))
        }
        _ => Ok(outcome),
    }
}

/// What is asked for.
pub(super) fn request(arguments: &SiteArguments) -> Result<Request, Failure> {
    let today = match arguments.today {
        Some(date) => Some(date),
        None => source_date_epoch()?,
    };
    Ok(Request {
        edition: arguments.edition.clone(),
        today,
        links_warn: arguments.links == Some(Links::Warn),
        ..Request::on(Zoned::now().date())
    })
}

/// The date that reproducible builds are told, in UTC.
#[expect(clippy::disallowed_methods, reason = "the environment is read here")]
fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(text) = env::var_os("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) else { return Ok(None) };
    let seconds = text.to_str().and_then(|text| text.trim().parse::<i64>().ok());
    let timestamp = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    match timestamp {
        Some(timestamp) => Ok(Some(timestamp.to_zoned(TimeZone::UTC).date())),
        None => {
            Err(Failure::Usage(format!("SOURCE_DATE_EPOCH is \"{}\", and must be a number of seconds", text.display())))
        }
    }
}
