//! Markdown by its lines: which of them are withheld, and what their words are.

mod inline;
mod sign;

use super::{Line, Notebook, Role, Words};
use crate::proof::fold::Folder;
use inline::{inline, target_and_title};
use sign::{definition, fence_mark, footnote_mark, heading, is_own_block, list_mark, mark};
use std::collections::{BTreeMap, BTreeSet};

/// A line once the marks of quotations, lists and footnotes before it are taken off.
#[derive(Debug, Clone, Copy)]
struct Content<'a> {
    at: usize,
    text: &'a str,
    /// How many quotation marks stand before it.
    depth: usize,
    /// The column of the first of them.
    quote: usize,
    /// The column of a list's mark that stands before the first quotation mark.
    item: Option<usize>,
    /// Whether a list's mark stands before it at all.
    in_item: bool,
    /// The footnote that begins here.
    footnote: Option<&'a str>,
    /// By how many columns it is indented.
    indent: usize,
}

/// A withheld block that is open.
struct Block {
    depth: usize,
    item: Option<usize>,
    /// Whether a line without its mark would still belong to it.
    takes_lazy: bool,
}

/// A line with what is known of it.
struct Judged<'a> {
    at: usize,
    text: &'a str,
    withheld: bool,
    footnote: Option<String>,
    begins: bool,
    is_code: bool,
}

/// Reads a text. Comments are withheld in any case.
pub(super) fn read(lines: &[Line<'_>], withheld: bool, notebook: &mut Notebook<'_>) {
    let mut judged = judge(lines, withheld, notebook);
    let used = used_footnotes(&judged);
    for line in &mut judged {
        line.withheld |= line.footnote.as_ref().is_some_and(|label| !used.contains(label));
    }
    // A label may go on in the next line.
    let shown = if judged.iter().any(is_definition) {
        let shown = judged.iter().filter(|line| !line.withheld && !is_definition(line)).map(|line| line.text.trim());
        shown.collect::<Vec<_>>().join(" ").to_lowercase()
    } else {
        String::new()
    };
    notebook.begin_run();
    let mut words = Words::default();
    let mut open: Option<(bool, Role)> = None;
    for line in &judged {
        if !line.is_code
            && let Some((label, target)) = definition(line.text)
        {
            let label = format!("[{}]", label.to_lowercase());
            let used = !line.withheld && shown.contains(&label);
            target_and_title(target, line.at, !used, notebook);
            if !used {
                notebook.add(target, line.at, Role::Prose, true);
            }
            continue;
        }
        let heading = if line.is_code { None } else { heading(line.text) };
        // Only the first level names a record.
        let role = match heading {
            Some(_) if !line.text.starts_with("##") => Role::Title,
            None if line.is_code => Role::Code,
            _ => Role::Prose,
        };
        if line.begins || open != Some((line.withheld, role)) {
            if let Some((withheld, role)) = open.take() {
                notebook.run_on(words.taken(), role, withheld);
            }
            open = Some((line.withheld, role));
        }
        let text = heading.unwrap_or(line.text);
        let at = line.at + (text.as_ptr() as usize - line.text.as_ptr() as usize);
        if heading.is_some() && !line.withheld {
            notebook.add_address(text, at);
        }
        let breaks = if line.is_code {
            Folder::new(&mut words).text(text, at);
            Vec::new()
        } else {
            inline(text, at, line.withheld, &mut words, notebook)
        };
        // Cells and pictures part what stands on one line.
        let mut start = 0;
        for place in breaks {
            notebook.run_on(words.0[start..place].to_vec(), role, line.withheld);
            start = place;
        }
        words.0.drain(..start);
    }
    if let Some((withheld, role)) = open {
        notebook.run_on(words.0, role, withheld);
    }
}

/// Goes through the lines and says of each whether it is withheld.
fn judge<'a>(lines: &[Line<'a>], all: bool, notebook: &mut Notebook<'_>) -> Vec<Judged<'a>> {
    let mut judged = Vec::with_capacity(lines.len());
    let mut fence: Option<(u8, usize, usize)> = None;
    let mut block: Option<Block> = None;
    let mut footnote: Option<String> = None;
    let mut comment = false;
    let mut after_blank = true;
    let mut depth_before = 0;
    // Whether an indented line may belong to a list or a definition above it, and whether the last line was code.
    let (mut may_go_on, mut was_indented_code) = (false, false);
    for line in lines {
        let mut content = content(*line, fence.map(|(_, _, depth)| depth));
        if let Some((mark, length, depth)) = fence {
            if content.depth < depth {
                fence = None;
                content = self::content(*line, None);
            } else {
                let ends = content.text.bytes().take_while(|byte| *byte == mark).count() >= length
                    && content.text.trim_start_matches(mark as char).trim().is_empty();
                if ends {
                    fence = None;
                }
                let withheld = all || block.is_some();
                judged.push(Judged {
                    at: content.at,
                    text: content.text,
                    withheld,
                    footnote: footnote.clone(),
                    begins: true,
                    is_code: true,
                });
                continue;
            }
        }
        if comment {
            let end = line.text.find("-->");
            notebook.add(&line.text[..end.unwrap_or(line.text.len())], line.at, Role::Prose, true);
            match end {
                Some(end) => {
                    comment = false;
                    content = self::content(Line { at: line.at + end + 3, text: &line.text[end + 3..] }, None);
                }
                None => continue,
            }
        }
        let may_be_code = !may_go_on && footnote.is_none() && (after_blank || was_indented_code);
        let is_code = may_be_code && is_indented_code(&content);
        if is_code {
            // Signs of quotations in it are its own.
            content = self::content(*line, Some(0));
        }
        let blank = content.text.trim().is_empty() && content.depth == 0;
        if content.in_item || content.text.starts_with(':') {
            may_go_on = true;
        } else if !blank && content.indent == 0 {
            may_go_on = false;
        }
        if let Some(label) = content.footnote {
            footnote = Some(label.to_lowercase());
        } else if after_blank && !blank && content.indent < 2 && content.depth == 0 {
            footnote = None;
        }
        if block.as_ref().is_some_and(|open| !belongs(open, &content)) {
            block = None;
        }
        let starts = block.is_none() && (content.depth > depth_before || after_blank);
        let mut text = content.text;
        if let Some(length) = mark(content.text, content.depth > 0 && starts).filter(|_| !is_code) {
            if block.is_none() {
                block = Some(Block { depth: content.depth, item: content.item, takes_lazy: true });
            }
            text = &text[length..];
        }
        let at = content.at + (content.text.len() - text.len());
        let opens_fence = fence_mark(text);
        if let Some(open) = &mut block {
            let is_paragraph = !content.text.trim().is_empty()
                && opens_fence.is_none()
                && !is_own_block(text)
                && !text.starts_with('|');
            open.takes_lazy = is_paragraph;
        }
        let withheld = all || block.is_some();
        let begins = after_blank
            || content.in_item
            || content.footnote.is_some()
            || is_own_block(text)
            || text.trim().is_empty();
        if let Some((byte, length)) = opens_fence {
            // The line itself says a language, or which picture is to be drawn: that one names records.
            let info = text[length..].trim();
            if !info.starts_with("view") {
                notebook.add(info, at, Role::Prose, withheld);
            }
            fence = Some((byte, length, content.depth));
        } else if is_code {
            // A comment in it is an example of one.
            judged.push(Judged { at, text, withheld, footnote: None, begins: after_blank, is_code });
            was_indented_code = true;
            after_blank = false;
            depth_before = content.depth;
            continue;
        } else {
            comment = uncommented(at, text, |at, text, is_comment| {
                if is_comment {
                    notebook.add(text, at, Role::Prose, true);
                } else {
                    judged.push(Judged { at, text, withheld, footnote: footnote.clone(), begins, is_code: false });
                }
            });
        }
        after_blank = content.text.trim().is_empty();
        was_indented_code &= blank;
        depth_before = content.depth;
    }
    judged
}

/// Whether a line that begins a block of its own is code by its indentation.
fn is_indented_code(content: &Content<'_>) -> bool {
    content.indent >= 4 && !content.in_item && !content.text.trim().is_empty()
}

/// Whether a line still belongs to an open block.
fn belongs(open: &Block, content: &Content<'_>) -> bool {
    let blank = content.text.trim().is_empty();
    if open.depth > 0 && content.depth >= open.depth {
        // A quotation left of the list's text is another one.
        return open.item.is_none_or(|item| content.item.is_none() && content.quote > item);
    }
    open.takes_lazy
        && !blank
        && !content.in_item
        && content.footnote.is_none()
        && !is_own_block(content.text)
        && fence_mark(content.text).is_none()
}

/// Gives the pieces of a line that are comments and those that are not. Says whether a comment
/// goes on in the next line.
fn uncommented<'a>(at: usize, text: &'a str, mut piece: impl FnMut(usize, &'a str, bool)) -> bool {
    let mut start = 0;
    while let Some(found) = text[start..].find("<!--") {
        let open = start + found;
        // In a code span it is an example of one, and so it is behind a backslash.
        if text[start..open].matches('`').count() % 2 == 1 || text[..open].ends_with('\\') {
            piece(at + start, &text[start..open + 4], false);
            start = open + 4;
            continue;
        }
        piece(at + start, &text[start..open], false);
        let body = &text[open + 4..];
        if let Some(end) = body.find("-->") {
            piece(at + open + 4, &body[..end], true);
            start = open + 4 + end + 3;
        } else {
            piece(at + open + 4, body, true);
            return true;
        }
    }
    piece(at + start, &text[start..], false);
    false
}

/// Takes the marks of containers off a line; inside of code only those of the code's quotation.
fn content(line: Line<'_>, code: Option<usize>) -> Content<'_> {
    let mut content = Content {
        at: line.at,
        text: line.text,
        depth: 0,
        quote: 0,
        item: None,
        in_item: false,
        footnote: None,
        indent: line.text.len() - line.text.trim_start().len(),
    };
    let mut column = 0;
    loop {
        let text = content.text;
        let trimmed = text.trim_start_matches([' ', '\t']);
        let blanks = text.len() - trimmed.len();
        let taken = if trimmed.starts_with('>') && code.is_none_or(|depth| content.depth < depth) {
            if content.depth == 0 {
                content.quote = column + blanks;
            }
            content.depth += 1;
            1
        } else if code.is_some() {
            if content.depth == 0 {
                content.text = trimmed;
                content.at += blanks;
            }
            return content;
        } else if let Some(length) = list_mark(trimmed) {
            content.in_item = true;
            if content.depth == 0 {
                content.item = Some(column + blanks);
            }
            length
        } else if let Some((label, length)) = footnote_mark(trimmed) {
            content.footnote = Some(label);
            length
        } else {
            content.text = trimmed;
            content.at += blanks;
            return content;
        };
        column += blanks + taken;
        content.at += blanks + taken;
        content.text = &trimmed[taken..];
    }
}

fn is_definition(line: &Judged<'_>) -> bool {
    !line.is_code && definition(line.text).is_some()
}

/// The labels of footnotes to which shown text refers.
fn used_footnotes(lines: &[Judged<'_>]) -> BTreeSet<String> {
    let mut by_footnote: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.withheld) {
        by_footnote.entry(line.footnote.clone()).or_default().push(line.text);
    }
    let mut used = BTreeSet::new();
    let mut waiting = by_footnote.remove(&None).unwrap_or_default();
    while let Some(text) = waiting.pop() {
        for rest in text.split("[^").skip(1) {
            let Some((label, _)) = rest.split_once(']') else { continue };
            let label = label.to_lowercase();
            used.insert(label.clone());
            waiting.extend(by_footnote.remove(&Some(label)).unwrap_or_default());
        }
    }
    used
}
