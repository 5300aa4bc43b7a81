//! Tools and data that a machine may not have.

use libtest_mimic::{Completion, Failed, Trial};
use std::env;
use std::path::PathBuf;

/// A test that is ignored, with the reason, where what it needs is not there; with `CI=true` that
/// is a failure, so that nothing is skipped unseen.
pub(crate) fn needing<T: Send + 'static>(
    name: &str,
    need: impl FnOnce() -> Result<T, String> + Send + 'static,
    test: impl FnOnce(T) + Send + 'static,
) -> Trial {
    Trial::ignorable_test(name, move || match need() {
        Ok(found) => {
            test(found);
            Ok(Completion::Completed)
        }
        Err(reason) if env::var("CI").is_ok_and(|ci| ci == "true") => Err(Failed::from(reason)),
        Err(reason) => Ok(Completion::ignored_with(reason)),
    })
}

/// The folder of one of the real corpora: below `LEAVEBEHIND_CORPORA`, else `../shared/corpora`.
pub(crate) fn corpora(name: &str) -> Result<PathBuf, String> {
    let place = match env::var_os("LEAVEBEHIND_CORPORA") {
        Some(place) => PathBuf::from(place),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"),
    };
    let folder = place.join(name);
    if folder.join("content").is_dir() {
        Ok(folder)
    } else {
        Err(format!("there is no {}; LEAVEBEHIND_CORPORA says where the corpora are", folder.display()))
    }
}

/// A tool below `LEAVEBEHIND_TOOLS`, else below the user's cache, where `.ci/run tools` puts them.
pub(crate) fn tool(path: &str) -> Result<PathBuf, String> {
    let place = match env::var_os("LEAVEBEHIND_TOOLS") {
        Some(place) => PathBuf::from(place),
        None => PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache/leavebehind-tools"),
    };
    let file = place.join(path);
    if file.exists() { Ok(file) } else { Err(format!("there is no {}; `.ci/run tools` gets it", file.display())) }
}
