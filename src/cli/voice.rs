//! Saying things: to the output what was made, to the error output everything else.

use crate::diagnostic::{Report, print};
use crate::source::SourceTree;
use std::borrow::Cow;
use std::io::Write as _;

/// How wide excerpts are where there is no terminal to fit them to.
const USUAL_WIDTH: usize = 120;

/// Says what was made. Where nobody listens any more (`| head`), that is no fault.
pub(super) fn say(text: &str) {
    let mut output = anstream::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Says something to the person in front, beside what the command is for.
pub(super) fn remark(text: &str) {
    let mut output = anstream::stderr().lock();
    // Where colours are taken out, the text is written at once and not between any two of them.
    let plain = match output.current_choice() {
        anstream::ColorChoice::Never => Cow::Owned(anstream::adapter::strip_str(text).to_string()),
        _ => Cow::Borrowed(text),
    };
    let _ = output.write_all(plain.as_bytes()).and_then(|()| output.flush());
}

/// Says why nothing could be done.
pub(super) fn complain(message: &str) {
    remark(&format!("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: {message}\n"));
}

/// Shows every diagnostic, and how many there are.
pub(super) fn show(report: &Report, sources: &SourceTree) {
    remark(&told(report, sources));
}

/// Every diagnostic, and how many there are, in words.
pub(super) fn told(report: &Report, sources: &SourceTree) -> String {
    let width = terminal_size::terminal_size_of(std::io::stderr()).map_or(USUAL_WIDTH, |(width, _)| width.0.into());
    let mut text = print::for_people(report, sources, width);
    let tally = print::tally(report);
    if !tally.is_empty() {
        text.push_str(&format!("{tally}\n"));
    }
    text
}
