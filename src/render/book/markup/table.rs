//! Tables, and the lines to sign on.

use super::escape::{Attribute, Text};
use super::{Medium, Writer};
use crate::render::book::tree::{Align, Inline, Row, Signatures, Table, plain};
use std::fmt::Write as _;

impl<M: Medium> Writer<'_, M> {
    pub(super) fn table(&mut self, table: &Table) {
        let count = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len(), table.head.len()]).max();
        let count = count.unwrap_or(0);
        if count == 0 || (table.rows.is_empty() && table.head.is_empty()) {
            return;
        }
        let name = if table.caption.is_empty() { self.book.words.table.clone() } else { plain(&table.caption) };
        // A table wider than the screen scrolls, by keyboard too.
        let _ = write!(
            self.out,
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><table",
            Attribute(&name)
        );
        self.label(table.id.as_deref());
        self.out.push_str(">\n");
        if !table.caption.is_empty() {
            self.out.push_str("<caption>");
            self.inlines(&table.caption);
            self.out.push_str("</caption>\n");
        }
        if table.head.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead><tr>");
            for column in 0..count {
                let cell = table.head.get(column).map_or(&[][..], Vec::as_slice);
                // A head without words names nothing.
                let element = if cell.is_empty() { "td" } else { "th" };
                let scope = if cell.is_empty() { "" } else { " scope=\"col\"" };
                self.cell(element, scope, table.columns.get(column).copied(), cell);
            }
            self.out.push_str("</tr></thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in &table.rows {
            self.row(table, row, count);
        }
        if table.rows.is_empty() {
            let _ = writeln!(self.out, "<tr>{}</tr>", "<td></td>".repeat(count));
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, count: usize) {
        self.out.push_str("<tr");
        self.label(row.id.as_deref());
        self.out.push('>');
        for column in 0..count {
            let cell = row.cells.get(column).map_or(&[][..], Vec::as_slice);
            let names = column == 0 && table.row_heads && !cell.is_empty();
            let (element, scope) = if names { ("th", " scope=\"row\"") } else { ("td", "") };
            self.cell(element, scope, table.columns.get(column).copied(), cell);
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, element: &str, scope: &str, align: Option<Align>, cell: &[Inline]) {
        let class = match align.unwrap_or_default() {
            Align::Start => "",
            Align::Center => " class=\"center\"",
            Align::End => " class=\"end\"",
        };
        let _ = write!(self.out, "<{element}{scope}{class}>");
        self.inlines(cell);
        let _ = write!(self.out, "</{element}>");
    }

    pub(super) fn signatures(&mut self, signatures: &Signatures) {
        self.out.push_str("<table class=\"signatures\"><thead><tr>");
        for head in &signatures.heads {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", Text(head));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for [name, role] in &signatures.lines {
            let _ = writeln!(self.out, "<tr><td>{}</td><td>{}</td><td></td><td></td></tr>", Text(name), Text(role));
        }
        if signatures.lines.is_empty() {
            self.out.push_str("<tr><td></td><td></td><td></td><td></td></tr>\n");
        }
        self.out.push_str("</tbody></table>\n");
    }
}
