//! The tree as it grows: Markdown and raw HTML open and close the same frames.
//!
//! *Invariant:* the tree is never deeper than [`MAX_DEPTH`], so that whoever walks or drops it needs
//! no more stack than that.

mod close;
mod comment;
mod emit;

use super::frame::{Frame, FrameKind, Holds, Written};
use super::plain;
use super::words::Words;
use crate::content::manuscript::is_control;
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Block, BlockKind, Footnote, Inline, Mention};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many elements may stand inside each other.
pub(super) const MAX_DEPTH: usize = 100;

/// How many cells a table may leave out, beyond one for each byte it is written with.
const SPARE_CELLS: usize = 100;

/// For how many misread marks of one text a known word is looked for.
const MAX_SUGGESTIONS: usize = 200;

/// A text's tree while it is being read.
pub(super) struct Tree<'a> {
    /// What is read.
    pub(super) text: &'a Text,
    /// Where complaints go.
    pub(super) report: &'a mut Report,
    /// What is open, outer before inner; never empty.
    pub(super) frames: Vec<Frame>,
    /// The footnotes written so far.
    footnotes: Vec<Footnote<Mention>>,
    /// Words that may still go on.
    words: Words,
    /// Where the last words or element ended.
    reached: usize,
    /// What has been complained of once.
    said: BTreeSet<String>,
    /// Whether the mark that withholds was seen where it does not work.
    pub(super) stray_mark: bool,
    /// Whether characters are written as numbers, which may be those of control characters.
    numbers: bool,
    /// How many marks could not be read.
    misread: usize,
    /// Where withheld blocks are.
    pub(super) withheld: Vec<Range<usize>>,
}

impl<'a> Tree<'a> {
    /// An empty tree.
    pub(super) fn new(text: &'a Text, report: &'a mut Report) -> Self {
        let mut tree = Self {
            text,
            report,
            frames: Vec::new(),
            footnotes: Vec::new(),
            words: Words::default(),
            reached: 0,
            said: BTreeSet::new(),
            stray_mark: false,
            numbers: text.value.contains("&#"),
            misread: 0,
            withheld: Vec::new(),
        };
        tree.push(FrameKind::Root, Written::Markdown, 0);
        tree
    }

    /// The blocks and footnotes, when everything has been read.
    pub(super) fn finish(mut self) -> (Vec<Block<Mention>>, Vec<Footnote<Mention>>, bool) {
        let end = self.text.value.len();
        while self.frames.len() > 1 {
            self.close_top(end);
        }
        let blocks = self.frames.pop().map(|root| root.blocks).unwrap_or_default();
        (blocks, self.footnotes, self.stray_mark)
    }

    /// Whether another element would be too deep.
    pub(super) fn is_full(&self) -> bool {
        self.frames.len() >= MAX_DEPTH
    }

    /// A warning at a stretch of the text, with advice.
    pub(super) fn advise(&mut self, code: Code, at: (usize, usize), message: &str, hint: impl Into<String>) {
        let span = self.text.span(at.0..at.1);
        self.report.push(Diagnostic::warning(code, span, message).hint(hint));
    }

    /// Whether something is said for the first time.
    pub(super) fn says_first(&mut self, what: &str) -> bool {
        !self.said.contains(what) && self.said.insert(what.to_owned())
    }

    /// Complains, once, that the text is too deep.
    pub(super) fn complain_of_depth(&mut self, at: (usize, usize)) {
        if self.says_first("depth") {
            self.report.push(too_deep(self.text, at));
        }
    }

    /// Complains, once, of a comment whose end is not in the block in which it begins: a part of it
    /// is no comment then, and would be published.
    pub(super) fn complain_of_comment(&mut self, at: (usize, usize)) {
        if self.says_first("comment") {
            let span = self.text.span(at.0..at.1);
            let hint = "close it with --> ; where it holds a blank line, let it begin a line of its own";
            let message = "this comment does not end in its paragraph or block";
            self.report.push(Diagnostic::error(Code::RawHtml, span, message).hint(hint));
        }
    }

    /// Opens an element of Markdown or HTML.
    pub(super) fn open(&mut self, kind: FrameKind, written: Written, start: usize) {
        self.flush();
        if kind.is_inline() {
            self.prepare_for_words(start);
        } else if !matches!(
            kind,
            FrameKind::Item(_)
                | FrameKind::Row(_)
                | FrameKind::Cell(_)
                | FrameKind::Term
                | FrameKind::Meaning
                | FrameKind::Summary
                | FrameKind::Caption
                | FrameKind::Suppressed
        ) {
            self.prepare_for_block(start);
            if matches!(kind, FrameKind::Paragraph) && written == Written::Markdown {
                self.loosen();
            }
        }
        self.push(kind, written, start);
    }

    /// Closes what Markdown opened last, and whatever is open inside of it.
    pub(super) fn close_markdown(&mut self, end: usize) {
        while self.frames.len() > 1 {
            let markdown = self.top().written == Written::Markdown;
            self.close_top(end);
            if markdown {
                break;
            }
        }
    }

    /// Closes the element that a tag of one of these names opened, and whatever is open inside of it,
    /// unless Markdown stands between. Says whether there was one.
    pub(super) fn close_html(&mut self, names: &[&str], end: usize) -> bool {
        let found = self.innermost_html(|frame| matches!(frame.written, Written::Html(name) if names.contains(&name)));
        if let Some(index) = found {
            while self.frames.len() > index {
                self.close_top(end);
            }
        }
        found.is_some()
    }

    /// Closes everything inside of the innermost frame of that sort. Says whether there was one.
    pub(super) fn close_inside(&mut self, is_wanted: impl Fn(&FrameKind) -> bool, end: usize) -> bool {
        let found = self.innermost_html(|frame| is_wanted(&frame.kind));
        if let Some(index) = found {
            while self.frames.len() > index + 1 {
                self.close_top(end);
            }
        }
        found.is_some()
    }

    /// The innermost frame of that sort that HTML can reach.
    pub(super) fn innermost_html(&self, is_wanted: impl Fn(&Frame) -> bool) -> Option<usize> {
        let reach = self.frames.iter().rposition(|frame| frame.written == Written::Markdown).map_or(0, |at| at + 1);
        (reach..self.frames.len()).rev().find(|index| is_wanted(&self.frames[*index]))
    }

    /// The innermost frame.
    pub(super) fn top(&self) -> &Frame {
        self.frames.last().expect("the root is only taken off when all is read")
    }

    /// The innermost frame.
    pub(super) fn top_mut(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root is only taken off when all is read")
    }

    /// Adds words.
    pub(super) fn add_text(&mut self, text: &str, start: usize, end: usize) {
        if let FrameKind::Code { text: code, .. } = &mut self.top_mut().kind {
            code.push_str(text);
            return;
        }
        if self.words.is_empty() {
            self.prepare_for_words(start);
        }
        self.words.push(text, start);
        self.reached = end;
    }

    /// Adds an inline element.
    pub(super) fn add_inline(&mut self, inline: Inline<Mention>, start: usize, end: usize) {
        self.flush();
        self.prepare_for_words(start);
        self.top_mut().inlines.push(inline);
        self.reached = end;
    }

    /// Adds a whole block.
    pub(super) fn add_block(&mut self, kind: BlockKind<Mention>, start: usize, end: usize) {
        self.flush();
        self.prepare_for_block(start);
        self.emit_block(Block { kind, span: self.text.range(start..end) });
        self.reached = end;
    }

    /// Ends a running paragraph of raw HTML; in a cell, a line.
    pub(super) fn end_line(&mut self, at: usize) {
        self.flush();
        self.prepare_for_block(at);
        let top = self.top_mut();
        if top.kind.holds() == Holds::Words && !plain::is_blank(&top.inlines) {
            top.inlines.push(Inline::HardBreak);
        }
    }

    /// Marks the innermost item as a task.
    pub(super) fn mark_task(&mut self, done: bool) {
        let item = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.kind {
            FrameKind::Item(task) => Some(task),
            _ => None,
        });
        if let Some(task) = item {
            *task = Some(done);
        }
    }

    fn push(&mut self, kind: FrameKind, written: Written, start: usize) {
        let footnotes = self.footnotes.len();
        self.frames.push(Frame { kind, written, start, footnotes, blocks: Vec::new(), inlines: Vec::new() });
    }

    /// A paragraph of its own inside an item makes the list a loose one.
    fn loosen(&mut self) {
        if let [.., list, item] = self.frames.as_mut_slice()
            && let (FrameKind::List { tight, .. }, FrameKind::Item(_)) = (&mut list.kind, &item.kind)
        {
            *tight = false;
        }
    }

    /// Closes or splits what cannot hold a block, so that the innermost frame can, or is one whose
    /// words stay together (a cell, a heading, words that Markdown has stressed).
    fn prepare_for_block(&mut self, at: usize) {
        self.flush();
        loop {
            let top = self.top_mut();
            let written = top.written;
            match &top.kind {
                FrameKind::List { .. } => self.push(FrameKind::Item(None), Written::Implied, at),
                FrameKind::Definitions(_) => self.push(FrameKind::Meaning, Written::Implied, at),
                FrameKind::Table(_) => self.push(FrameKind::Row(Vec::new()), Written::Implied, at),
                FrameKind::Row(_) => self.push(FrameKind::Cell(super::table::Cell::default()), Written::Implied, at),
                FrameKind::Paragraph if written == Written::Markdown => {
                    let mut content = std::mem::take(&mut top.inlines);
                    top.kind = FrameKind::Split;
                    let start = top.start;
                    plain::trim(&mut content);
                    if !content.is_empty() {
                        let span = self.text.range(start..self.reached.max(start));
                        self.top_mut().blocks.push(Block { kind: BlockKind::Paragraph(content), span });
                    }
                    return;
                }
                FrameKind::Paragraph | FrameKind::Heading { .. } if written != Written::Markdown => self.close_top(at),
                kind if kind.is_inline() && written != Written::Markdown => self.close_top(at),
                _ => return,
            }
        }
    }

    /// Opens what is missing, so that the innermost frame can hold words.
    fn prepare_for_words(&mut self, at: usize) {
        loop {
            match self.top().kind.holds() {
                Holds::Words => return,
                Holds::Blocks => self.push(FrameKind::Paragraph, Written::Implied, at),
                Holds::Parts => self.prepare_for_block(at),
            }
        }
    }

    /// Puts an end to the words so far.
    fn flush(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.words);
        let verbatim = self.frames.iter().any(|frame| frame.kind.is_verbatim());
        let inlines = words.into_inlines(self, verbatim);
        self.top_mut().inlines.extend(inlines);
    }

    /// Takes what neither HTML nor XML can hold out of decoded words.
    pub(super) fn without_controls(&mut self, words: String, at: (usize, usize)) -> String {
        if !self.numbers || !words.contains(is_control) {
            return words;
        }
        if self.says_first("control") {
            let message = "a control character, written as an entity, is read as a space";
            self.advise(Code::ControlCharacter, at, message, "take it out");
        }
        words.replace(is_control, " ")
    }
}

/// The complaint about a text that is too deep.
pub(super) fn too_deep(text: &Text, at: (usize, usize)) -> Diagnostic {
    let message = format!("more than {MAX_DEPTH} elements inside each other");
    Diagnostic::error(Code::TooDeep, text.span(at.0..at.1), message)
        .hint("quotations, lists and stressed words may be nested, but not as deep as this")
}
