//! The lines that many pages share, read once.
//!
//! *Invariant:* a line is passed over only where the very same line was searched in a page in which
//! nothing was found, and where no phrase can begin before it or end behind it.

use super::hash::fingerprint;
use rustc_hash::FxHashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// A shorter line is read as soon as it is looked up.
const SHORTEST: usize = 16;

/// A line, known by its bytes' fingerprint and their number.
type Line = (u64, usize);

/// Lines in which nothing was found, and how many words they come to.
#[derive(Debug, Default)]
pub(super) struct Frame(RwLock<FxHashMap<Line, usize>>);

impl Frame {
    /// What is known while one page is read.
    pub(super) fn known(&self) -> Known<'_> {
        Known { lines: self.0.read().unwrap_or_else(PoisonError::into_inner), read: Vec::new(), passed: 0 }
    }

    /// Remembers the lines of a page in which nothing was found.
    pub(super) fn learn(&self, read: Vec<(Line, usize)>) {
        if !read.is_empty() {
            self.0.write().unwrap_or_else(PoisonError::into_inner).extend(read);
        }
    }
}

/// The lines that are known, and those that one page adds.
pub(super) struct Known<'a> {
    lines: RwLockReadGuard<'a, FxHashMap<Line, usize>>,
    /// The lines that were read, and how many words they came to.
    read: Vec<(Line, usize)>,
    /// The words of the lines that were passed over.
    passed: usize,
}

/// A line that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    line: Line,
    /// Where it ends.
    pub(super) end: usize,
    written: usize,
}

/// What to do with a line.
pub(super) enum Step {
    /// It is known, and ends there.
    Pass(usize),
    /// It is to be read, and remembered where nothing is found.
    Read(Open),
}

impl Known<'_> {
    /// Looks a line up that begins with a tag. `is_apart` says whether no phrase reaches into it,
    /// `written` how many words were read before it. Gives nothing where it has to be read in any case.
    pub(super) fn look_up(
        &mut self,
        document: &str,
        at: usize,
        is_apart: bool,
        written: usize,
        is_within_words: impl Fn(&str) -> bool,
    ) -> Option<Step> {
        let rest = &document.as_bytes()[at..];
        let end = memchr::memchr(b'\n', rest)?;
        if end < SHORTEST || rest[end - 1] != b'>' {
            return None;
        }
        let parts = |from: usize| {
            let name = document[at + from + 1..].trim_start_matches('/');
            let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
            rest[from] == b'<' && length > 0 && !is_within_words(&name[..length])
        };
        let last = memchr::memrchr(b'<', &rest[..end])?;
        let is_closed = parts(last) || (rest.len() > end + 2 && parts(end + 1));
        if !(is_closed && (is_apart || parts(0))) {
            return None;
        }
        let line = (fingerprint(&rest[..end]), end);
        if let Some(words) = self.lines.get(&line) {
            self.passed += words;
            return Some(Step::Pass(at + end));
        }
        Some(Step::Read(Open { line, end: at + end, written }))
    }

    /// A line has been read, and nothing of it is left open.
    pub(super) fn close(&mut self, open: Open, written: usize) {
        self.read.push((open.line, written - open.written));
    }

    /// What was read, and how many words were passed over.
    pub(super) fn finish(self) -> (Vec<(Line, usize)>, usize) {
        (self.read, self.passed)
    }
}
