//! Events of the Markdown parser into the tree.

use super::definition;
use super::frame::{FrameKind, ImageFrame, LinkFrame, Written};
use super::link::Destination;
use super::markup::{self, EndTags, Source};
use super::table::{Cell, Rows};
use super::tree::Tree;
use crate::content::text::Text;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Alignment, Block, Footnote, Inline, Mention};
use pulldown_cmark::{
    BrokenLink, BrokenLinkCallback, CodeBlockKind, CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag,
};
use std::ops::Range;

/// What notes may use beyond `CommonMark`. The callouts of GitHub are read from plain quotations, because
/// the parser knows five of them and no other word.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

/// The blocks and footnotes of a text, and whether the mark that withholds was seen where it does not
/// work.
pub(super) fn read(text: &Text, report: &mut Report) -> Whole {
    let mut said = Report::new();
    let mut events = Parser::new_ext(&text.value, options()).into_offset_iter();
    let (whole, withheld) = follow(&mut events, text, &mut said);
    for place in definition::marks(&events) {
        let message = "a colon behind the mark [!INTERNAL] makes an address of the line, and nothing is withheld";
        let complaint = Diagnostic::error(Code::UnknownCallout, text.span(place), message);
        report.push(complaint.hint("leave the colon out: \"> [!INTERNAL] …\""));
    }
    let definitions = definition::within(&events, &withheld);
    if definitions.is_empty() {
        report.extend(said);
        return whole;
    }
    let written = definition::without(&text.value, &definitions);
    let meaning = |link: BrokenLink<'_>| definition::meaning(&link, &definitions, &withheld);
    let parser = Parser::new_with_broken_link_callback(&written, options(), Some(meaning));
    follow(&mut parser.into_offset_iter(), text, report).0
}

/// What a text consists of: blocks, footnotes, and whether the mark that withholds was seen where it does not work.
type Whole = (Vec<Block<Mention>>, Vec<Footnote<Mention>>, bool);

/// What the events of a text make, and where the withheld blocks are.
fn follow<'a, F: BrokenLinkCallback<'a>>(
    events: &mut OffsetIter<'a, F>,
    text: &Text,
    report: &mut Report,
) -> (Whole, Vec<Range<usize>>) {
    let tree = Tree::new(text, report);
    let mut reader = Reader { tree, html: None, ends: EndTags::default(), skipped: 0, passed: 0..0 };
    for (event, range) in events.by_ref() {
        reader.event(event, &range);
    }
    let withheld = std::mem::take(&mut reader.tree.withheld);
    (reader.tree.finish(), withheld)
}

struct Reader<'a> {
    tree: Tree<'a>,
    /// The lines of a block of raw HTML.
    html: Option<Source>,
    ends: EndTags,
    /// How many elements are open that are too deep.
    skipped: usize,
    /// The words that have been read as the address of a link.
    passed: Range<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        let (start, end) = (range.start, range.end);
        match event {
            Event::Start(_) if self.tree.is_full() => {
                self.tree.complain_of_depth((start, end));
                self.skipped = 1;
            }
            Event::Start(Tag::HtmlBlock) => self.html = Some(Source::default()),
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => match self.html.take() {
                Some(html) => {
                    markup::read(&mut self.tree, &html, &mut self.ends);
                    markup::end_block(&mut self.tree, &mut self.ends, end);
                }
                None => self.tree.close_markdown(end),
            },
            Event::Text(text) => {
                let passed = if start < self.passed.start { 0 } else { self.passed.end.saturating_sub(start) };
                if let Some(text) = text.get(passed..).filter(|text| !text.is_empty()) {
                    self.tree.add_text(text, start + passed, end);
                }
            }
            Event::Code(code) => {
                let code = self.tree.without_controls(code.into_string(), (start, end));
                self.tree.add_inline(Inline::Code(code), start, end);
            }
            Event::Html(line) => match &mut self.html {
                Some(html) => html.push(&line, start),
                None => self.inline_html(&line, start),
            },
            Event::InlineHtml(tag) => self.inline_html(&tag, start),
            Event::FootnoteReference(label) => {
                self.tree.add_inline(Inline::FootnoteReference(label.to_lowercase()), start, end);
            }
            Event::SoftBreak => self.tree.add_inline(Inline::SoftBreak, start, end),
            Event::HardBreak => self.tree.add_inline(Inline::HardBreak, start, end),
            Event::Rule => self.tree.add_block(crate::model::BlockKind::Rule, start, end),
            Event::TaskListMarker(done) => self.tree.mark_task(done),
            Event::InlineMath(math) | Event::DisplayMath(math) => self.tree.add_text(&math, start, end),
        }
    }

    fn inline_html(&mut self, tag: &CowStr<'_>, start: usize) {
        let mut source = Source::default();
        source.push(tag, start);
        markup::read(&mut self.tree, &source, &mut self.ends);
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, id, .. } => {
                FrameKind::Heading { level: level as u8, id: id.map(CowStr::into_string).unwrap_or_default() }
            }
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => {
                        self.tree.without_controls(info.into_string(), (range.start, range.end))
                    }
                    CodeBlockKind::Indented => String::new(),
                };
                FrameKind::Code { info, text: String::new() }
            }
            Tag::List(start) => FrameKind::List { start, tight: true, parted: false, items: Vec::new() },
            Tag::Item => FrameKind::Item(None),
            Tag::FootnoteDefinition(label) => FrameKind::Footnote(label.to_lowercase()),
            Tag::DefinitionList => FrameKind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => FrameKind::Term,
            Tag::DefinitionListDefinition => FrameKind::Meaning,
            Tag::Table(alignments) => {
                let alignments = alignments.into_iter().map(alignment).collect();
                FrameKind::Table(Rows { alignments, rows: Vec::new() })
            }
            Tag::TableHead | Tag::TableRow => FrameKind::Row(Vec::new()),
            Tag::TableCell => FrameKind::Cell(Cell::default()),
            Tag::Emphasis => FrameKind::Emphasis,
            Tag::Strong => FrameKind::Strong,
            Tag::Strikethrough => FrameKind::Strikethrough,
            Tag::Superscript => FrameKind::Superscript,
            Tag::Subscript => FrameKind::Subscript,
            Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, dest_url, .. }
                if self.tree.text.value[range.end..].starts_with('(') =>
            {
                self.bracketed_link(&dest_url, range)
            }
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            Tag::Image { dest_url, title, .. } => {
                let title = self.tree.without_controls(title.into_string(), (range.start, range.end));
                let address = self.address(&dest_url, title.len(), range);
                FrameKind::Image(ImageFrame { destination: Destination::of(&dest_url), title, address })
            }
            // Neither is asked for, and both would hold only text.
            Tag::HtmlBlock | Tag::MetadataBlock(_) => FrameKind::Suppressed,
        };
        self.tree.open(kind, Written::Markdown, range.start);
    }

    fn link(&self, link_type: LinkType, written: &str, range: &Range<usize>) -> FrameKind {
        let wikilink = matches!(link_type, LinkType::WikiLink { .. });
        let destination = match link_type {
            LinkType::Email => Destination::External(format!("mailto:{written}")),
            // `[[kind:id]]` has a colon, and no scheme.
            // In a table its bar is written `\|`.
            LinkType::WikiLink { .. } => match Destination::of(written.trim_end_matches('\\')) {
                Destination::Unsafe(_) | Destination::External(_) => {
                    Destination::Path(written.trim_matches(['\\', ' ']).to_owned())
                }
                destination => destination,
            },
            _ => Destination::of(written),
        };
        let labelled = !matches!(link_type, LinkType::WikiLink { has_pothole: false });
        FrameKind::Link(LinkFrame { destination, wikilink, labelled, address: self.address(written, 0, range) })
    }

    /// `[[1]](#sources)`: no reference to a record, but a link whose words stand in brackets.
    fn bracketed_link(&mut self, words: &str, range: &Range<usize>) -> FrameKind {
        let behind = &self.tree.text.value[range.end + 1..];
        let line = behind.split('\n').next().unwrap_or_default();
        let Some((address, _)) = line.split_once(')').filter(|(address, _)| !address.trim().contains(' ')) else {
            return self.link(LinkType::WikiLink { has_pothole: false }, words, range);
        };
        let start = range.end + 1;
        self.passed = range.end..start + address.len() + 1;
        let destination = Destination::of(address.trim().trim_start_matches('<').trim_end_matches('>'));
        let address = (start, start + address.len());
        FrameKind::Link(LinkFrame { destination, wikilink: false, labelled: true, address })
    }

    /// Where the address of a link stands: near its end, if it is written there at all.
    fn address(&self, written: &str, title: usize, range: &Range<usize>) -> (usize, usize) {
        let text = &self.tree.text.value;
        let mut from = range.end.saturating_sub(2 * written.len() + title + 40).max(range.start);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        match text[from..range.end].rfind(written) {
            Some(at) if !written.is_empty() => (from + at, from + at + written.len()),
            _ => (range.start, range.end),
        }
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Natural,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
