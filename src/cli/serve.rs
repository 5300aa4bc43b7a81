//! `serve`: the live preview.

use super::args::ServeArguments;
use super::failure::Failure;
use super::{Verdict, site, voice};
use crate::preview::{self, Options};

pub(super) fn run(arguments: &ServeArguments) -> Result<Verdict, Failure> {
    let options = Options {
        folder: arguments.site.dir.clone(),
        request: site::request(&arguments.site)?,
        port: arguments.port,
        open: arguments.open,
        say: voice::remark,
        show: voice::show,
    };
    preview::run(&options)?;
    Ok(Verdict::Fine)
}
