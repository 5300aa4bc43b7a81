//! Blocks that are neither tables nor pictures.

use super::wrap::Wrap;
use super::{Maker, is_blank};
use crate::render::book::tree::{Block, Definition, Inline, Item, MAX_DEPTH, Run, Signatures, plain, weight};
use crate::render::highlight::Tone;
use serde_json::{Value, json};

/// A fact of so many letters leaves room for another beside it.
const SHORT_FACT: f64 = 27.0;
/// What the frames of the layout take off the width of what stands in them, in points.
const QUOTE: f64 = 43.0;
const CALLOUT: f64 = 24.0;
const DETAILS: f64 = 12.0;
const ITEM: f64 = 17.0;
const MEANING: f64 = 15.0;
/// What each further digit of an item's number takes off.
const DIGIT: f64 = 5.5;
/// However deep it stands, there is so much room.
const LEAST_ROOM: f64 = 120.0;
/// The value of a fact that is alone in its row, and of one that shares it, in parts of the width; and what parts them.
const LONG_FACT: f64 = 0.8;
const SHARED_FACT: f64 = 0.3;
const BESIDE_FACT: f64 = 6.0;
/// Words of so many letters are broken in the value of a fact.
const LONGEST_IN_FACT: f64 = 48.0;
/// Labels break words of so many letters.
const LONGEST_IN_LABEL: f64 = 18.0;
/// A name of so many letters stands on the line of the words that it belongs to.
const BESIDE: f64 = 60.0;

impl<'a> Maker<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [Block], depth: usize) -> Vec<Value> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, depth, &mut out);
        }
        out
    }

    /// Blocks inside a frame that takes so much of their width.
    fn framed_blocks(&mut self, inset: f64, blocks: &'a [Block], depth: usize) -> Vec<Value> {
        let room = self.room;
        self.room = (room - inset).max(LEAST_ROOM);
        let inner = self.blocks(blocks, depth + 1);
        self.room = room;
        inner
    }

    fn block(&mut self, block: &'a Block, depth: usize, out: &mut Vec<Value>) {
        let too_deep = depth >= MAX_DEPTH;
        match block {
            Block::Paragraph(text) => self.paragraph(text, out),
            Block::Heading { level, id, text } => self.heading(*level, id.as_deref(), text, depth, out),
            Block::Code { lines, .. } => out.push(self.code(lines)),
            Block::Quote { blocks, by } => {
                let inner = self.framed_blocks(QUOTE, blocks, depth);
                if too_deep {
                    out.extend(inner);
                    return;
                }
                // Who said a few words is named on their line.
                let beside = matches!(blocks.as_slice(), [Block::Paragraph(_)])
                    && self.shown(by).iter().map(|line| line.length).sum::<f64>() < BESIDE;
                let by = if by.is_empty() { Value::Null } else { self.inlines(by, Wrap::Prose, 0) };
                out.push(json!({ "k": "quote", "c": inner, "by": by, "keep": is_short(blocks), "beside": beside }));
            }
            Block::Callout { kind, title, blocks } => {
                let title = self.inlines(title, Wrap::Prose, 0);
                let inner = self.framed_blocks(CALLOUT, blocks, depth);
                if too_deep {
                    out.push(json!({ "k": "p", "c": { "k": "strong", "c": title } }));
                    out.extend(inner);
                } else {
                    let keep = is_short(blocks);
                    out.push(
                        json!({ "k": "callout", "kind": kind.as_str(), "title": title, "c": inner, "keep": keep }),
                    );
                }
            }
            Block::Details { summary, blocks } => {
                let summary = self.inlines(summary, Wrap::Prose, 0);
                let inner = self.framed_blocks(DETAILS, blocks, depth);
                if too_deep {
                    out.push(json!({ "k": "p", "c": { "k": "strong", "c": summary } }));
                    out.extend(inner);
                } else {
                    out.push(json!({ "k": "details", "title": summary, "c": inner }));
                }
            }
            Block::List { start, tight, items } => self.list(*start, *tight, items, depth, out),
            Block::Definitions(definitions) => self.definitions(definitions, depth, out),
            Block::Table(table) => self.table(table, depth, out),
            Block::Anchor(id) => {
                let id = self.label(id);
                out.push(json!({ "k": "anchor", "id": id }));
            }
            Block::Rule => out.push(json!({ "k": "rule" })),
            Block::Figure(figure) => self.figure(figure, depth, out),
            Block::Facts(facts) => self.facts(facts, out),
            Block::Signatures(signatures) => out.push(self.signatures(signatures)),
            Block::Index => out.push(json!({ "k": "index" })),
        }
    }

    /// `facts` with `rows` of one or two pairs of name and value, and `keep` where they stay on one page.
    /// Two short ones share a row. What says what the facts are about stays with them.
    fn facts(&mut self, facts: &'a [(String, Vec<Inline>)], out: &mut Vec<Value>) {
        let mut rows: Vec<Vec<Value>> = Vec::new();
        let mut has_room = false;
        for (label, value) in facts {
            let is_short = matches!(self.shown(value).as_slice(), [line] if line.length <= SHORT_FACT);
            let width = self.room * if is_short { SHARED_FACT } else { LONG_FACT } - BESIDE_FACT;
            let value = self.inlines(value, Wrap::Cell { letters: LONGEST_IN_FACT, width }, 0);
            let fact = json!([self.label_of_fact(label), value]);
            match rows.last_mut().filter(|_| is_short && has_room) {
                Some(row) => {
                    row.push(fact);
                    has_room = false;
                }
                None => {
                    rows.push(vec![fact]);
                    has_room = is_short;
                }
            }
        }
        if rows.is_empty() {
            return;
        }
        if let Some(before) = out
            .last_mut()
            .and_then(Value::as_object_mut)
            .filter(|before| before.get("k").is_some_and(|kind| kind == "p"))
        {
            before.insert("sticky".into(), Value::from(true));
        }
        let length: usize = facts.iter().map(|(_, value)| plain(value).len()).sum();
        out.push(json!({ "k": "facts", "keep": rows.len() < 16 && length < 1200, "rows": rows }));
    }

    /// A few words in a narrow column.
    fn label_of_fact(&mut self, label: &str) -> Value {
        let width = self.room * SHARED_FACT;
        self.text(label, Wrap::Cell { letters: LONGEST_IN_LABEL, width })
    }

    /// `p` with the inlines under `c`, and `leftward` where they are read from right to left; pictures alone in it become figures without a caption.
    fn paragraph(&mut self, text: &'a [Inline], out: &mut Vec<Value>) {
        let alone = text.iter().any(|inline| matches!(inline, Inline::Image { .. }))
            && text.iter().all(|inline| match inline {
                // What a picture shows in words is marked for the index too.
                Inline::Image { .. } | Inline::Break | Inline::Mark(_) => true,
                Inline::Text(text) => text.trim().is_empty(),
                _ => false,
            });
        if alone {
            let mut marks: Vec<Value> = Vec::new();
            for inline in text {
                match inline {
                    Inline::Image { name, alt, width } => {
                        let picture = self.picture(name, alt, *width);
                        out.push(picture);
                    }
                    Inline::Mark(_) => marks.push(self.inlines(std::slice::from_ref(inline), Wrap::Prose, 0)),
                    _ => {}
                }
            }
            if !marks.is_empty() {
                out.push(json!({ "k": "marks", "c": marks }));
            }
            return;
        }
        let leftward = runs_leftward(&plain(text));
        let is_marks = text.iter().all(|inline| matches!(inline, Inline::Mark(_)));
        let text = self.inlines(text, Wrap::Prose, 0);
        if is_marks {
            // No paragraph: a heading above must stay with what follows.
            out.push(json!({ "k": "marks", "c": text }));
        } else if !is_blank(&text) {
            out.push(if leftward {
                json!({ "k": "p", "c": text, "leftward": true })
            } else {
                json!({ "k": "p", "c": text })
            });
        }
    }

    /// `h` with `level`, `id` and inlines without links or footnotes: the text is repeated in the
    /// contents and in the running head, where a second footnote or link would be wrong. What it names is marked below it.
    fn heading(&mut self, level: u8, id: Option<&str>, text: &'a [Inline], depth: usize, out: &mut Vec<Value>) {
        let mut notes = Vec::new();
        let bare = self.bare(text, &mut notes, 0);
        let id = id.and_then(|id| self.label(id));
        if is_blank(&bare) {
            return;
        }
        if depth == 0 {
            // PDF/UA allows no gap between levels, and notes do leave gaps.
            let wanted = self.section.saturating_add(level.max(1));
            let next = wanted.min(self.level.saturating_add(1));
            self.level = next;
            out.push(json!({ "k": "h", "level": next, "id": id, "c": bare }));
        } else {
            out.push(json!({ "k": "p", "c": { "k": "strong", "c": bare }, "id": id }));
        }
        let marks: Vec<Value> = text
            .iter()
            .filter(|inline| matches!(inline, Inline::Mark(_)))
            .filter_map(|inline| self.inline(inline, Wrap::Prose, 0))
            .collect();
        if !marks.is_empty() {
            out.push(json!({ "k": "marks", "c": marks }));
        }
        for note in notes {
            let blocks = self.blocks(note, MAX_DEPTH);
            out.extend(blocks);
        }
    }

    /// `listing` with `text` as a whole for the structure, `lines` of `[class, text...]` to show, and
    /// `keep` where it stays on one page.
    fn code(&mut self, lines: &[Vec<Run>]) -> Value {
        let mut whole = String::new();
        let mut shown = Vec::with_capacity(lines.len());
        for (position, line) in lines.iter().enumerate() {
            if position > 0 {
                whole.push('\n');
            }
            let mut runs = Vec::with_capacity(line.len());
            for run in line {
                let text = self.letters(&run.text.replace('\t', "    "));
                whole.push_str(&text);
                let class = run.tone.map_or("", Tone::class);
                let pieces: Vec<Value> = self.breaks(&text, Wrap::Code).into_iter().map(Value::from).collect();
                runs.push(json!([class, pieces]));
            }
            shown.push(Value::Array(runs));
        }
        let keep = lines.len() <= 10 && whole.len() < 800;
        json!({ "k": "listing", "text": whole, "lines": shown, "keep": keep })
    }

    /// `list` or `enum` (`start`), `tight`, `items` as lists of blocks; a list with tasks is `tasks`
    /// with `done` beside the items.
    fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [Item], depth: usize, out: &mut Vec<Value>) {
        let last = start.map_or(0, |start| start.saturating_add(items.len() as u64));
        let inset = ITEM + DIGIT * f64::from(last.checked_ilog10().unwrap_or(0));
        let bodies: Vec<Vec<Value>> = items.iter().map(|item| self.framed_blocks(inset, &item.blocks, depth)).collect();
        if depth >= MAX_DEPTH {
            for body in bodies {
                out.extend(body);
            }
            return;
        }
        if items.is_empty() {
            return;
        }
        if items.iter().any(|item| item.task.is_some()) {
            let done: Vec<Option<bool>> = items.iter().map(|item| item.task).collect();
            out.push(json!({ "k": "tasks", "tight": tight, "done": done, "items": bodies }));
        } else if let Some(start) = start {
            // Typst counts in signed numbers.
            let start = i64::try_from(start).unwrap_or(1);
            out.push(json!({ "k": "enum", "start": start, "tight": tight, "items": bodies }));
        } else {
            out.push(json!({ "k": "list", "tight": tight, "items": bodies }));
        }
    }

    /// `terms` with `items` of `id`, `term` and `c`, the blocks of all meanings.
    fn definitions(&mut self, definitions: &'a [Definition], depth: usize, out: &mut Vec<Value>) {
        let mut items = Vec::new();
        let mut flat = Vec::new();
        for definition in definitions {
            let id = definition.id.as_deref().and_then(|id| self.label(id));
            let term = self.inlines(&definition.term, Wrap::Prose, 0);
            let mut body = Vec::new();
            for meaning in &definition.meanings {
                body.extend(self.framed_blocks(MEANING, meaning, depth));
            }
            if depth >= MAX_DEPTH {
                flat.push(json!({ "k": "p", "c": { "k": "strong", "c": term } }));
                flat.extend(body);
            } else {
                items.push(json!({ "id": id, "term": term, "c": body }));
            }
        }
        out.extend(flat);
        if !items.is_empty() {
            out.push(json!({ "k": "terms", "items": items }));
        }
    }

    /// `sign` with `heads` and `lines` of name and role.
    fn signatures(&mut self, signatures: &Signatures) -> Value {
        let heads: Vec<String> = signatures.heads.iter().map(|head| self.letters(head)).collect();
        let lines: Vec<Value> = signatures
            .lines
            .iter()
            .map(|[name, role]| json!([self.label_of_fact(name), self.label_of_fact(role)]))
            .collect();
        json!({ "k": "sign", "heads": heads, "lines": lines })
    }
}

/// Whether blocks are a few lines of text that had better stay on one page.
fn is_short(blocks: &[Block]) -> bool {
    let is_text = blocks.iter().all(|block| match block {
        Block::Paragraph(text) => !text.iter().any(|inline| matches!(inline, Inline::Image { .. })),
        _ => false,
    });
    is_text && blocks.len() < 6 && weight(blocks) < 700
}

/// Whether a text is of a script that runs from right to left, by its first letter.
fn runs_leftward(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff))
}
