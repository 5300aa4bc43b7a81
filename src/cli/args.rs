//! The words of the command line as they are typed.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Turns the notes of a consulting engagement into what the client keeps: a site and a handover
/// book.
#[derive(Debug, Parser)]
#[command(name = "leavebehind", version, max_term_width = 100)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the site and the book
    Build(BuildArguments),
    /// Show every diagnostic and the readiness of the handover; write nothing
    Check(CheckArguments),
    /// Show the site in a browser and keep it up to date while the notes change
    Serve(ServeArguments),
    /// Write the edition's own sources, which build to the same site
    Export(ExportArguments),
    /// Hold a folder that was handed over against its certificate
    Verify(VerifyArguments),
}

/// What every command takes that reads a site.
#[derive(Debug, Args)]
pub(super) struct SiteArguments {
    /// The folder with site.toml
    #[arg(default_value = ".", hide_default_value = true)]
    pub(super) dir: PathBuf,
    /// The edition; site.toml says which one is meant where this is not given
    #[arg(long, value_name = "NAME")]
    pub(super) edition: Option<String>,
    /// Whether broken links and missing images are errors or warnings
    #[arg(long, value_name = "SEVERITY")]
    pub(super) links: Option<Links>,
    /// What counts as today, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) today: Option<Date>,
}

/// The words of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// The folder to write, from here; site.toml says which one is meant where this is not given
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
    /// Leave the PDF of the book out
    #[arg(long)]
    pub(super) no_pdf: bool,
    /// Leave the EPUB of the book out
    #[arg(long)]
    pub(super) no_epub: bool,
}

/// The words of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// Let warnings count as errors
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Let missed thresholds of readiness count as errors
    #[arg(long)]
    pub(super) gate: bool,
    /// How to print the diagnostics
    #[arg(long, default_value = "text")]
    pub(super) format: Format,
}

/// The words of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// The port, and no other; without it 4000, or the next that is free
    #[arg(long)]
    pub(super) port: Option<u16>,
    /// Open a browser
    #[arg(long)]
    pub(super) open: bool,
}

/// The words of `export`.
#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// The folder to write, from here
    #[arg(long, value_name = "PATH")]
    pub(super) out: PathBuf,
}

/// The words of `verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// The folder that was handed over
    pub(super) path: PathBuf,
    /// Its certificate; without this PATH.certificate.json
    #[arg(long, value_name = "FILE")]
    pub(super) certificate: Option<PathBuf>,
}

/// What a broken link weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Links {
    /// Nothing is built while there is one.
    Error,
    /// The site is built without it.
    Warn,
}

/// A form of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a date is written as YYYY-MM-DD, and must exist".to_owned())
}
