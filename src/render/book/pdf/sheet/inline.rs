//! What stands in a line of text.

use super::wrap::Wrap;
use super::{Maker, is_empty, join, text_area};
use crate::render::book::links;
use crate::render::book::tree::{Block, Inline, MAX_DEPTH, Target, plain};
use serde_json::{Value, json};

/// How deep emphasis, links and the like may stand in one another before the rest is plain text.
const MAX_INLINE_DEPTH: usize = 8;
/// What the number of a footnote takes off its width, in points.
const FOOTNOTE: f64 = 20.0;
/// Addresses longer than this are shown, not linked: Typst refuses more than 8000 bytes.
const LONGEST_URL: usize = 2000;

impl<'a> Maker<'a> {
    pub(super) fn inlines(&mut self, inlines: &'a [Inline], wrap: Wrap, depth: usize) -> Value {
        if depth > MAX_INLINE_DEPTH {
            return self.text(&plain(inlines), wrap);
        }
        join(inlines.iter().filter_map(|inline| self.inline(inline, wrap, depth)).collect())
    }

    pub(super) fn inline(&mut self, inline: &'a Inline, wrap: Wrap, depth: usize) -> Option<Value> {
        let wrapped = |maker: &mut Self, kind: &str, inner: &'a [Inline]| {
            let inner = maker.inlines(inner, wrap, depth + 1);
            if is_empty(&inner) { None } else { Some(json!({ "k": kind, "c": inner })) }
        };
        match inline {
            Inline::Text(text) => Some(self.text(text, wrap)),
            Inline::Code(text) => {
                let text = self.letters(text);
                let pieces: Vec<Value> = self.breaks(&text, wrap.for_code()).into_iter().map(Value::from).collect();
                if text.is_empty() { None } else { Some(json!({ "k": "code", "c": pieces })) }
            }
            Inline::Key(inner) => wrapped(self, "key", inner),
            // Print has no pointer to rest on an abbreviation: the glossary says what it stands for.
            Inline::Abbreviation { text, .. } => Some(self.inlines(text, wrap, depth + 1)),
            Inline::Emphasis(inner) => wrapped(self, "em", inner),
            Inline::Strong(inner) => wrapped(self, "strong", inner),
            Inline::Strike(inner) => wrapped(self, "strike", inner),
            Inline::Superscript(inner) => wrapped(self, "sup", inner),
            Inline::Subscript(inner) => wrapped(self, "sub", inner),
            Inline::Highlight(inner) => wrapped(self, "mark", inner),
            Inline::Link { to, text } => {
                let inner = self.inlines(text, wrap, depth + 1);
                if is_empty(&inner) {
                    return None;
                }
                Some(match to {
                    Target::Url(url) => match links::outside(url).filter(|url| url.len() <= LONGEST_URL) {
                        Some(url) => json!({ "k": "url", "to": url, "c": inner }),
                        None => inner,
                    },
                    Target::Id(id) if self.known.contains_key(id.as_str()) => {
                        json!({ "k": "ref", "to": id, "c": inner })
                    }
                    Target::Id(id) => match self.book.homes.get(id) {
                        Some(volume) => {
                            let (words, volume) = (&self.book.words, volume.to_string());
                            let said = match self.book.folios.get(id) {
                                Some(page) => words.in_volume_page.replace("{number}", &volume).replace("{page}", page),
                                None => words.in_volume.replace("{}", &volume),
                            };
                            // The number stays on the line of its word.
                            let said = words.aside.replace("{}", &said.replace(' ', "\u{a0}"));
                            Value::Array(vec![inner, self.text(&said, wrap)])
                        }
                        None => inner,
                    },
                    Target::File(_) => inner,
                })
            }
            Inline::Image { name, alt, .. } => Some(match self.in_line(name, self.room_in(wrap)) {
                Some((src, width)) => {
                    let alt = if alt.trim().is_empty() { Value::Null } else { Value::from(self.said(alt)) };
                    json!({ "k": "img", "src": src, "alt": alt, "width": width })
                }
                None => json!({ "k": "em", "c": self.text(alt, wrap) }),
            }),
            Inline::Footnote(footnote) => {
                if self.footnotes.insert(footnote.id.clone()) {
                    // A footnote inside a footnote is set with the page's others; three deep is enough.
                    let room = std::mem::replace(&mut self.room, text_area(self.book.paper).0 - FOOTNOTE);
                    let body = if depth > 3 { Vec::new() } else { self.blocks(&footnote.blocks, MAX_DEPTH - 2) };
                    self.room = room;
                    Some(json!({ "k": "foot", "id": format!("footnote {}", footnote.id), "body": body }))
                } else {
                    Some(json!({ "k": "foot", "id": format!("footnote {}", footnote.id) }))
                }
            }
            Inline::Note { number, row } => {
                let to = match row {
                    None => Value::from(format!("note {} {number}", self.chapter)),
                    // The register may be in another volume: the number says enough.
                    Some(row) if !self.known.contains_key(row.as_str()) => Value::Null,
                    Some(row) => Value::from(row.as_str()),
                };
                Some(json!({ "k": "note", "n": number, "to": to }))
            }
            Inline::Break => Some(json!({ "k": "br" })),
            Inline::Mark(term) => self.index.number(term).map(|number| json!({ "k": "ix", "n": number })),
        }
    }

    pub(super) fn bare(&mut self, inlines: &'a [Inline], notes: &mut Vec<&'a [Block]>, depth: usize) -> Value {
        if depth > MAX_INLINE_DEPTH {
            return self.text(&plain(inlines), Wrap::Prose);
        }
        let list: Vec<Value> = inlines
            .iter()
            .filter_map(|inline| match inline {
                Inline::Link { text, .. } => Some(self.bare(text, notes, depth + 1)),
                Inline::Footnote(footnote) => {
                    notes.push(&footnote.blocks);
                    None
                }
                Inline::Note { .. } | Inline::Mark(_) => None,
                Inline::Image { alt, .. } => Some(self.text(alt, Wrap::Prose)),
                Inline::Break => Some(Value::from(" ")),
                Inline::Emphasis(inner) => Some(json!({ "k": "em", "c": self.bare(inner, notes, depth + 1) })),
                Inline::Strong(inner)
                | Inline::Highlight(inner)
                | Inline::Strike(inner)
                | Inline::Superscript(inner)
                | Inline::Subscript(inner)
                | Inline::Key(inner)
                | Inline::Abbreviation { text: inner, .. } => Some(self.bare(inner, notes, depth + 1)),
                Inline::Text(_) | Inline::Code(_) => self.inline(inline, Wrap::Prose, depth),
            })
            .collect();
        join(list)
    }
}
