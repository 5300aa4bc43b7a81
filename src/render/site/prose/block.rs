use super::{Heading, Passage, ProseWriter};
use crate::model::{Block, BlockKind, Callout, Definition, EntryId, Inline, ListItem, Target};
use crate::render::plain;
use crate::render::site::address::{fragment, id_of};
use crate::render::site::escape::{escape_into, escaped};
use crate::render::site::figure::Drawn;
use crate::render::words::Value;

impl<'a> ProseWriter<'a> {
    pub(super) fn all(&mut self, blocks: &'a [Block<EntryId>]) {
        for block in blocks {
            self.block(block);
            self.say(" ");
        }
    }

    pub(super) fn nest(&mut self, blocks: &'a [Block<EntryId>]) {
        self.nested += 1;
        self.all(blocks);
        self.nested -= 1;
    }

    /// Blocks that stand close together: paragraphs lose their elements.
    fn tight(&mut self, blocks: &'a [Block<EntryId>]) {
        self.nested += 1;
        for (place, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(content) => {
                    // Two paragraphs without their elements would be one line.
                    if place > 0 && matches!(blocks[place - 1].kind, BlockKind::Paragraph(_)) {
                        self.put("<br>");
                    }
                    self.inlines(content);
                }
                _ => self.block(block),
            }
            self.say(" ");
        }
        self.nested -= 1;
    }

    fn block(&mut self, block: &'a Block<EntryId>) {
        match &block.kind {
            BlockKind::Paragraph(content) => self.paragraph(content),
            BlockKind::Heading { level, id, content } => self.heading(*level, id, content),
            BlockKind::Code { language, text } => self.code(language.as_deref(), text),
            BlockKind::Quote(blocks) => {
                self.put("<blockquote>");
                self.nest(blocks);
                self.put("</blockquote>\n");
            }
            BlockKind::Internal(blocks) => {
                self.put("<div class=\"callout callout-ours\" role=\"note\"><p class=\"callout-title\">");
                escape_into(&mut self.html, &self.scene.words.say("callout-internal"));
                self.put("</p>");
                self.nest(blocks);
                self.put("</div>\n");
            }
            BlockKind::Callout { kind, title, blocks } => self.callout(*kind, title, blocks),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table { alignments, head, rows } => self.table(alignments, head, rows),
            BlockKind::Rule => self.put("<hr>\n"),
            BlockKind::View { name, arguments } => {
                if let Some(Drawn::Figure(html) | Drawn::Nothing(html)) = self.wished(name, arguments) {
                    self.put(&html);
                }
            }
            BlockKind::Details { summary, open, blocks } => {
                self.put(if *open {
                    "<details class=\"fold\" open><summary>"
                } else {
                    "<details class=\"fold\"><summary>"
                });
                // What is folded opens by its summary, which therefore leads nowhere else.
                self.without_links(|writer| writer.inlines(summary));
                if summary.is_empty() {
                    escape_into(&mut self.html, &self.scene.words.say("more"));
                }
                self.put("</summary><div>");
                self.nest(blocks);
                self.put("</div></details>\n");
            }
        }
    }

    fn paragraph(&mut self, content: &'a [Inline<EntryId>]) {
        if let [Inline::Image(image)] = content
            && let Some(title) = &image.title
            && matches!(image.target, Target::File(_))
        {
            self.put("<figure>");
            self.image(image, false);
            self.put("<figcaption>");
            self.text(title);
            self.put("</figcaption></figure>\n");
            return;
        }
        self.put("<p>");
        self.inlines(content);
        self.put("</p>\n");
    }

    fn heading(&mut self, level: u8, id: &str, content: &'a [Inline<EntryId>]) {
        // Never a level more than one below the last, and never above the text's own.
        let level = self.base + level.saturating_sub(self.highest);
        let level = level.min(self.last + 1).min(6);
        self.last = level;
        let words = plain::inline(content);
        let id = id_of(&self.prefix, id);
        self.write(format_args!("<h{level} id=\"{}\">", escaped(&id)));
        // The heading's own words are the passage's heading, and no part of its text.
        self.passages.push(Passage::default());
        self.inlines(content);
        self.passages.pop();
        let is_in_contents = self.nested == 0;
        if is_in_contents {
            let label = self.scene.words.say_with("link-to", &[("title", Value::Text(&words))]);
            let label = escaped(&label);
            self.write(format_args!("<a class=\"anchor\" href=\"#{}\" aria-label=\"{label}\">#</a>", fragment(&id)));
        }
        self.write(format_args!("</h{level}>\n"));
        self.passages.push(Passage { anchor: id.clone(), heading: words.clone(), text: String::new() });
        if is_in_contents {
            self.headings.push(Heading { level, id, text: words });
        }
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        self.put("<div class=\"code\">");
        if let Some(language) = language {
            self.put("<span class=\"code-lang\" aria-hidden=\"true\">");
            escape_into(&mut self.html, language);
            self.put("</span>");
        }
        self.put("<pre tabindex=\"0\"><code>");
        let runs = self.scene.colours.runs(language, text);
        let mut at = 0;
        for (range, tone) in runs.iter().flat_map(|runs| &**runs) {
            escape_into(&mut self.html, &text[at..range.start]);
            self.put("<span class=\"");
            self.put(tone.class());
            self.put("\">");
            escape_into(&mut self.html, &text[range.clone()]);
            self.put("</span>");
            at = range.end;
        }
        escape_into(&mut self.html, &text[at..]);
        self.put("</code></pre></div>\n");
    }

    fn callout(&mut self, kind: Callout, title: &'a [Inline<EntryId>], blocks: &'a [Block<EntryId>]) {
        self.write(format_args!(
            "<div class=\"callout callout-{}\" role=\"note\"><p class=\"callout-title\">",
            kind.as_str()
        ));
        if title.is_empty() {
            escape_into(&mut self.html, &self.scene.words.callout(kind));
        } else {
            self.inlines(title);
            self.say(" ");
        }
        self.put("</p>");
        self.nest(blocks);
        self.put("</div>\n");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [ListItem<EntryId>]) {
        match start {
            // Browsers take 32 bits.
            Some(first) if first != 1 && i32::try_from(first).is_ok() => {
                self.write(format_args!("<ol start=\"{first}\">"));
            }
            Some(_) => self.put("<ol>"),
            None => self.put("<ul>"),
        }
        for item in items {
            match item.task {
                None => self.put("<li>"),
                Some(done) => {
                    let label = escaped(&self.scene.words.say(if done { "task-done" } else { "task-open" }));
                    let checked = if done { " checked" } else { "" };
                    self.write(format_args!(
                        "<li class=\"task\"><input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> "
                    ));
                }
            }
            if tight || item.task.is_some() {
                self.tight(&item.blocks);
            } else {
                self.nest(&item.blocks);
            }
            self.put("</li>\n");
            self.say(" ");
        }
        self.put(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn definitions(&mut self, definitions: &'a [Definition<EntryId>]) {
        self.put("<dl>");
        for definition in definitions {
            self.put("<dt>");
            self.inlines(&definition.term);
            self.put("</dt>");
            self.say(" ");
            for meaning in &definition.meanings {
                self.put("<dd>");
                self.tight(meaning);
                self.put("</dd>\n");
            }
            if definition.meanings.is_empty() {
                self.put("<dd></dd>\n");
            }
        }
        self.put("</dl>\n");
    }
}
