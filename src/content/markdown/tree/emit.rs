//! What a closed frame becomes: blocks, links, images and tables, each in the frame around it.

use super::{MAX_SUGGESTIONS, SPARE_CELLS, Tree};
use crate::content::markdown::frame::{FrameKind, Holds, ImageFrame, LinkFrame};
use crate::content::markdown::link::Destination;
use crate::content::markdown::{callout, plain, table};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Block, BlockKind, Definition, Image, Inline, Mention, MentionForm, Target};

impl Tree<'_> {
    pub(super) fn emit(&mut self, kind: BlockKind<Mention>, place: (usize, usize)) {
        let span = self.text.range(place.0..place.1);
        self.emit_block(Block { kind, span });
    }

    pub(super) fn emit_block(&mut self, block: Block<Mention>) {
        if self.top().kind.holds() == Holds::Blocks {
            let block = self.gone_on_with(block);
            self.top_mut().blocks.extend(block);
            return;
        }
        let mut withheld = Vec::new();
        let words = plain::flatten(block, &mut withheld);
        let top = self.top_mut();
        if !words.is_empty() {
            if !plain::is_blank(&top.inlines) && !matches!(top.inlines.last(), Some(Inline::HardBreak)) {
                top.inlines.push(Inline::HardBreak);
            }
            top.inlines.extend(words);
            top.inlines.push(Inline::HardBreak);
        }
        withheld.into_iter().for_each(|block| self.put_before(block));
    }

    /// Goes on with a list, or with definitions, where only withheld blocks stand between: had they never been written,
    /// it would be one. They belong to what is before them then. Any other block is given back.
    fn gone_on_with(&mut self, mut block: Block<Mention>) -> Option<Block<Mention>> {
        let blocks = &self.top().blocks;
        let Some(at) = blocks.iter().rposition(|block| !block.is_internal()) else { return Some(block) };
        if at + 1 == blocks.len() || !self.is_one(&blocks[at], &block) {
            return Some(block);
        }
        let is_apart = self.is_behind_blank_line(self.text.at(block.span.start));
        let between: Vec<_> = self.top_mut().blocks.drain(at + 1..).collect();
        let before = self.top_mut().blocks.last_mut()?;
        before.span.end = block.span.end;
        match (&mut before.kind, &mut block.kind) {
            (BlockKind::List { tight, items, .. }, BlockKind::List { tight: goes_on_tight, items: more, .. }) => {
                if let Some(item) = items.last_mut() {
                    item.blocks.extend(between);
                }
                items.append(more);
                *tight = *tight && *goes_on_tight && !is_apart;
            }
            (BlockKind::Definitions(definitions), BlockKind::Definitions(more)) => {
                if let Some(meaning) = definitions.last_mut().and_then(|definition| definition.meanings.last_mut()) {
                    meaning.extend(between);
                }
                definitions.append(more);
            }
            _ => {}
        }
        None
    }

    /// Whether two blocks are one as soon as nothing stands between them.
    fn is_one(&self, one: &Block<Mention>, other: &Block<Mention>) -> bool {
        match (&one.kind, &other.kind) {
            (BlockKind::List { .. }, BlockKind::List { .. }) => {
                self.list_sign(one).is_some_and(|sign| self.list_sign(other) == Some(sign))
            }
            (BlockKind::Definitions(_), BlockKind::Definitions(_)) => {
                [one, other].iter().all(|block| !self.text.value[self.text.at(block.span.start)..].starts_with('<'))
            }
            _ => false,
        }
    }

    /// The sign with which the items of a list begin, of numbers the one behind them; none of raw HTML.
    fn list_sign(&self, list: &Block<Mention>) -> Option<char> {
        let written = self.text.value[self.text.at(list.span.start)..].trim_start();
        let sign = written.trim_start_matches(|sign: char| sign.is_ascii_digit()).chars().next()?;
        matches!(sign, '-' | '*' | '+' | '.' | ')').then_some(sign)
    }

    /// Puts a block before the table or the words inside of which it was written.
    pub(super) fn put_before(&mut self, block: Block<Mention>) {
        if let Some(frame) = self.frames.iter_mut().rev().find(|frame| frame.kind.holds() == Holds::Blocks) {
            frame.blocks.push(block);
        }
    }

    pub(super) fn add_meaning(&mut self, blocks: Vec<Block<Mention>>) {
        if let FrameKind::Definitions(definitions) = &mut self.top_mut().kind {
            match definitions.last_mut() {
                Some(definition) => definition.meanings.push(blocks),
                None => definitions.push(Definition { term: Vec::new(), meanings: vec![blocks] }),
            }
        }
    }

    /// A stretch within words; an empty one is only what it holds.
    pub(super) fn emit_stretch(
        &mut self,
        wrap: impl FnOnce(Vec<Inline<Mention>>) -> Inline<Mention>,
        content: Vec<Inline<Mention>>,
    ) {
        if plain::is_blank(&content) {
            self.top_mut().inlines.extend(content);
        } else {
            self.top_mut().inlines.push(wrap(content));
        }
    }

    pub(super) fn judge_quote(
        &mut self,
        blocks: Vec<Block<Mention>>,
        footnotes: usize,
        place: (usize, usize),
    ) -> BlockKind<Mention> {
        let (kind, misread) = callout::judge(blocks);
        if let Some(misread) = misread {
            let inside = &self.text.value[place.0..place.1];
            let start = place.0 + inside.find('[').unwrap_or(0);
            let line = self.text.value[start..place.1].split('\n').next().unwrap_or_default();
            let end = start + line.find(']').map_or(line.trim_end().len(), |at| at + 1);
            let mut diagnostic = Diagnostic::error(Code::UnknownCallout, self.text.span(start..end), misread.message);
            self.misread += 1;
            if self.misread <= MAX_SUGGESTIONS {
                diagnostic = diagnostic.did_you_mean(&misread.word, callout::Mark::known());
            }
            let diagnostic = diagnostic
                .hint("callouts are NOTE, TIP, IMPORTANT, WARNING, CAUTION, EXAMPLE and QUOTE; INTERNAL withholds");
            self.report.push(diagnostic);
        }
        if matches!(kind, BlockKind::Internal(_)) {
            self.withheld.push(place.0..place.1);
            // A footnote is collected apart from the block it is written in, and is withheld with it.
            for footnote in &mut self.footnotes[footnotes..] {
                let blocks = std::mem::take(&mut footnote.blocks);
                footnote.blocks =
                    vec![Block { kind: BlockKind::Internal(blocks), span: self.text.range(place.0..place.1) }];
            }
        }
        kind
    }

    pub(super) fn emit_table(&mut self, rows: table::Rows, place: (usize, usize)) {
        let Some((kind, lost)) = rows.build(place.1 - place.0 + SPARE_CELLS) else { return };
        if lost > 0 {
            let span = self.text.span(place.0..place.1);
            let message = format!("{lost} cells of this table are beyond what a table may have");
            let hint = "write every cell of a wide table, or make two tables of it";
            self.report.push(Diagnostic::error(Code::TooLarge, span, message).hint(hint));
        }
        self.emit(kind, place);
    }

    pub(super) fn emit_link(&mut self, link: LinkFrame, mut content: Vec<Inline<Mention>>, place: (usize, usize)) {
        if link.wikilink && matches!(&link.destination, Destination::Path(path) if is_contents_mark(path)) {
            return;
        }
        if link.wikilink && !link.labelled {
            content.clear();
            // A heading of the same text has no title that could stand for it.
            if let Destination::Anchor(anchor) = &link.destination {
                content.push(Inline::Text(anchor.clone()));
            }
        } else if plain::is_blank(&content) {
            let hint = "write the words of the link between the square brackets";
            self.advise(Code::EmptyLink, place, "a link without words is not shown", hint);
            self.top_mut().inlines.extend(content);
            return;
        }
        match self.target(
            link.destination,
            link.address,
            if link.wikilink { MentionForm::Wikilink } else { MentionForm::Path },
            place,
        ) {
            Some(target) => {
                let span = self.text.range(place.0..place.1);
                self.top_mut().inlines.push(Inline::Link { target, content: without_links(content), span });
            }
            None => self.top_mut().inlines.extend(content),
        }
    }

    /// Adds an image that has these words.
    pub(in crate::content::markdown) fn emit_image(
        &mut self,
        image: ImageFrame,
        words: &[Inline<Mention>],
        size: (Option<u32>, Option<u32>),
        place: (usize, usize),
    ) {
        let alt = plain::words(words).split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(target) = self.target(image.destination, image.address, MentionForm::Path, place) else {
            self.top_mut().inlines.push(Inline::Text(alt));
            return;
        };
        if alt.is_empty() {
            let message = "an image without words for those who do not see it";
            let hint = "say between the square brackets what it shows: ![the plan on one page](plan.png)";
            self.advise(Code::MissingAlt, place, message, hint);
        }
        let title = (!image.title.is_empty()).then_some(image.title);
        let span = self.text.range(place.0..place.1);
        let image = Image { target, alt, title, width: size.0, height: size.1, span };
        self.top_mut().inlines.push(Inline::Image(image));
    }

    /// Where an address leads, or nothing, with a warning, where it leads nowhere or must not.
    pub(super) fn target(
        &mut self,
        destination: Destination,
        address: (usize, usize),
        form: MentionForm,
        place: (usize, usize),
    ) -> Option<Target<Mention>> {
        let mention = |text, form| {
            let id = Mention { text, span: self.text.span(address.0..address.1), form };
            Some(Target::Entry { id, anchor: None })
        };
        match destination {
            Destination::Path(path) => mention(path, form),
            Destination::Record(record) => mention(record, MentionForm::Wikilink),
            Destination::Anchor(anchor) => Some(Target::Anchor(anchor)),
            Destination::External(address) => Some(Target::External(address)),
            Destination::Empty => {
                let message = "a link without an address is shown as its words";
                self.advise(Code::EmptyLink, place, message, "write the path of a note between the round brackets");
                None
            }
            Destination::Unsafe(scheme) => {
                let span = self.text.span(address.0..address.1);
                let message = format!("an address with \"{scheme}:\" is not linked");
                let hint = "links may lead to other notes and files, and to http, https, mailto and tel addresses";
                self.report.push(Diagnostic::warning(Code::UnsafeLink, span, message).hint(hint));
                None
            }
        }
    }
}

/// Whether the words ask other programs for a table of contents, which every page here has.
pub(super) fn is_contents_mark(words: &str) -> bool {
    matches!(words, "TOC" | "_TOC_")
}

/// Links inside of links are only their words.
fn without_links(content: Vec<Inline<Mention>>) -> Vec<Inline<Mention>> {
    if !content.iter().any(|inline| matches!(inline, Inline::Link { .. })) {
        return content;
    }
    let mut without = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Link { content, .. } => without.extend(content),
            other => without.push(other),
        }
    }
    without
}
