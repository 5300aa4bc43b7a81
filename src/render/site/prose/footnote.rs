use super::ProseWriter;
use crate::model::{EntryId, Prose};
use crate::render::site::escape::escaped;
use crate::render::words::Value;
use std::collections::HashMap;

/// The footnotes of a page; their numbers go on from text to text.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    /// Those of the text that is being written, by label, and how often each was referred to.
    numbers: HashMap<&'a str, (usize, usize)>,
    in_order: Vec<&'a str>,
    /// How many the texts before had.
    before: usize,
}

impl<'a> ProseWriter<'a> {
    /// A reference to a footnote: its number, raised.
    pub(super) fn footnote_reference(&mut self, label: &'a str) {
        let footnotes = &mut self.footnotes;
        let next = footnotes.before + footnotes.in_order.len() + 1;
        let (number, times) = footnotes.numbers.entry(label).or_insert((next, 0));
        *times += 1;
        let (number, times) = (*number, *times);
        if times == 1 {
            footnotes.in_order.push(label);
        }
        if self.within_link {
            return self.write(format_args!("<sup>{number}</sup>"));
        }
        let name = escaped(&self.scene.words.say_with("footnote", &[("number", Value::Text(&number.to_string()))]));
        let id = reference_id(number, times);
        self.write(format_args!(
            "<sup id=\"{id}\"><a href=\"#lb-fn-{number}\" aria-label=\"{name}\">{number}</a></sup>"
        ));
    }

    /// The footnotes to which the text has referred, in the order of their numbers.
    pub(super) fn write_footnotes(&mut self, prose: &'a Prose<EntryId>) {
        if self.footnotes.in_order.is_empty() {
            return;
        }
        let label = escaped(&self.scene.words.say("footnotes"));
        let first = self.footnotes.before + 1;
        self.write(format_args!(
            "<div class=\"footnotes\" role=\"group\" aria-label=\"{label}\"><ol start=\"{first}\">\n"
        ));
        let mut written = 0;
        // A footnote may be the first to refer to another, which then comes after it.
        while let Some(label) = self.footnotes.in_order.get(written).copied() {
            written += 1;
            let number = self.footnotes.before + written;
            self.write(format_args!("<li id=\"lb-fn-{number}\">"));
            if let Some(footnote) = prose.footnotes.iter().find(|footnote| footnote.label == label) {
                self.nest(&footnote.blocks);
            }
            let back = escaped(&self.scene.words.say("back-to-text"));
            let times = self.footnotes.numbers.get(label).map_or(1, |(_, times)| *times);
            for time in 1..=times {
                let id = reference_id(number, time);
                self.write(format_args!("<a class=\"back\" href=\"#{id}\" aria-label=\"{back}\">↩</a> "));
            }
            self.put("</li>\n");
        }
        self.put("</ol></div>\n");
        self.footnotes = Footnotes { before: self.footnotes.before + written, ..Footnotes::default() };
    }
}

fn reference_id(number: usize, time: usize) -> String {
    if time == 1 { format!("lb-fnref-{number}") } else { format!("lb-fnref-{number}-{time}") }
}
