//! Every test that looks at the program from outside, in one binary.
//!
//! A test gives sources and looks at outputs or diagnostics; see README.md beside this file.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their documents, write to folders of their own, say what they chose by chance, and may panic"
)]

mod architecture;
mod book;
mod browser;
mod chance;
mod codes;
mod commands;
mod documents;
mod engagement;
mod exports;
mod mistakes;
mod nesting;
mod preview;
mod publishing;
mod reading;
mod secrecy;
mod sites;
mod support;
mod worlds;

use libtest_mimic::{Arguments, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(architecture::trials());
    trials.extend(book::trials());
    trials.extend(browser::trials());
    trials.extend(codes::trials());
    trials.extend(commands::trials());
    trials.extend(exports::trials());
    trials.extend(preview::trials());
    trials.extend(publishing::trials());
    trials.extend(reading::trials());
    trials.extend(secrecy::trials());
    trials.extend(sites::trials());
    trials.extend(documents::trials());
    trials.extend(mistakes::trials());
    trials.extend(worlds::trials());
    libtest_mimic::run(&arguments, trials).exit();
}

/// Tests of this module by their names: `trials!["publishing"; a_function, another]`.
#[macro_export]
macro_rules! trials {
    ($room:literal; $($test:ident),* $(,)?) => {
        vec![ $( $crate::trial(concat!($room, "::", stringify!($test)), $test), )* ]
    };
}

/// A test that fails by panicking.
fn trial(name: &str, test: fn()) -> Trial {
    trial_of(name, test)
}

/// A test of one line of a table.
fn trial_of(name: &str, test: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(name, move || {
        test();
        Ok(())
    })
}
