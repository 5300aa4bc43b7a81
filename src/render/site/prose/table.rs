use super::ProseWriter;
use crate::model::{Alignment, EntryId, Inline};
use crate::render::site::escape::escape_into;

type Cell = Vec<Inline<EntryId>>;

impl<'a> ProseWriter<'a> {
    /// A table in a region of its own, which scrolls where the page is narrow.
    pub(super) fn table(&mut self, alignments: &[Alignment], head: &'a [Cell], rows: &'a [Vec<Cell>]) {
        self.put("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape_into(&mut self.html, &self.scene.words.say("table"));
        self.put("\"><table>");
        // Notes often have a head without words, because Markdown asks for one.
        if head.iter().any(|cell| !cell.is_empty()) {
            self.put("<thead><tr>");
            for (column, cell) in head.iter().enumerate() {
                // A head cell without words heads nothing.
                let (open, close) = if cell.is_empty() { ("<td", "</td>") } else { ("<th scope=\"col\"", "</th>") };
                self.cell(open, alignments.get(column), cell, close);
            }
            self.put("</tr></thead>");
        }
        self.put("<tbody>");
        for row in rows {
            self.put("<tr>");
            for (column, cell) in row.iter().enumerate() {
                self.cell("<td", alignments.get(column), cell, "</td>");
            }
            self.put("</tr>\n");
        }
        self.put("</tbody></table></div>\n");
    }

    fn cell(&mut self, open: &str, alignment: Option<&Alignment>, content: &'a [Inline<EntryId>], close: &str) {
        self.put(open);
        self.put(match alignment {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Natural | Alignment::Left) | None => ">",
        });
        self.inlines(content);
        self.put(close);
        self.say(" ");
    }
}
