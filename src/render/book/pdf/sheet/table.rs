//! Tables, cut and measured so that they fit the page.

use super::wrap::Wrap;
use super::{Maker, text_area};
use crate::render::book::pdf::tables::{self, Line, Need};
use crate::render::book::tree::{Align, Inline, Row, Table, Target};
use serde_json::{Value, json};

/// A row of so many lines stays on one page; a taller one may be cut.
const ROW_KEPT: f64 = 18.0;
/// A whole table of so many lines stays on one page.
const TABLE_KEPT: f64 = 16.0;
/// So many rows stand on the page where a longer table begins,
const ROWS_TOGETHER: usize = 3;
/// unless they have more lines than this.
const LONGEST_LEAD: f64 = 20.0;

impl<'a> Maker<'a> {
    /// `table` with `size`, `landscape`, `caption`, `id`, `rowheads`, `keep` (it stays on one page), `lead` (the points that its beginning needs; 0 where it may begin anywhere) and
    /// `parts` of `widths`, `aligns`, `head` (null for none) and `rows` of `id`, `keep` and `cells`.
    pub(super) fn table(&mut self, table: &'a Table, depth: usize, out: &mut Vec<Value>) {
        let count = table
            .rows
            .iter()
            .map(|row| row.cells.len())
            .chain([table.columns.len(), table.head.len()])
            .max()
            .unwrap_or(0);
        if count == 0 || (table.rows.is_empty() && table.head.is_empty()) {
            return;
        }
        let mut needs = vec![Need::default(); count];
        for cells in table.rows.iter().map(|row| &row.cells).chain([&table.head]) {
            for (need, cell) in needs.iter_mut().zip(cells) {
                self.shown(cell).iter().for_each(|line| need.add(line));
            }
        }
        let (_, _, turned) = text_area(self.book.paper);
        let mut plan =
            tables::plan(&needs, table.rows.len(), self.room, turned, depth == 0, table.row_heads || count > 8);
        let has_head = table.head.iter().any(|cell| !cell.is_empty());
        for columns in &mut plan.parts {
            let cells = |row: &'a Row| columns.iter().map(|(column, _)| self.measured(row, *column)).collect();
            let rows: Vec<Vec<Vec<f64>>> = tables::some(&table.rows).map(cells).collect();
            tables::level(columns, &needs, &rows, plan.size);
        }
        let mut parts = Vec::new();
        let mut height = 1.0;
        let mut lead = 1.0;
        for (position, columns) in plan.parts.iter().enumerate() {
            let head = if has_head { Value::Array(self.cells(&table.head, columns, plan.size)) } else { Value::Null };
            let mut rows = Vec::with_capacity(table.rows.len());
            for row in &table.rows {
                let lines = self.lines(row, columns, plan.size);
                height += lines + 0.6;
                if position == 0 && rows.len() < ROWS_TOGETHER {
                    lead += lines + 0.6;
                }
                rows.push(self.row(row, columns, plan.size, position == 0, lines <= ROW_KEPT));
            }
            let widths: Vec<f64> = columns.iter().map(|(_, width)| (width * 10.0).round() / 10.0).collect();
            let aligns: Vec<&str> = columns
                .iter()
                .map(|(column, _)| match table.columns.get(*column).copied().unwrap_or_default() {
                    Align::Start => "start",
                    Align::Center => "center",
                    Align::End => "end",
                })
                .collect();
            parts.push(json!({ "widths": widths, "aligns": aligns, "head": head, "rows": rows }));
        }
        let keep = height <= TABLE_KEPT;
        let lead = if keep || lead > LONGEST_LEAD { 0.0 } else { (lead * plan.size * 1.3).round() };
        let caption = if table.caption.is_empty() { Value::Null } else { self.inlines(&table.caption, Wrap::Prose, 0) };
        let id = table.id.as_deref().and_then(|id| self.label(id));
        out.push(json!({
            "k": "table", "size": plan.size, "landscape": plan.landscape, "caption": caption, "id": id,
            "rowheads": table.row_heads, "keep": keep, "lead": lead, "parts": parts,
        }));
    }

    fn row(&mut self, row: &'a Row, columns: &[(usize, f64)], size: f64, is_first: bool, keep: bool) -> Value {
        let id = if is_first { row.id.as_deref().and_then(|id| self.label(id)) } else { None };
        json!({ "id": id, "keep": keep, "cells": self.cells(&row.cells, columns, size) })
    }

    /// About how many lines a row comes to: those of its tallest cell.
    fn lines(&mut self, row: &'a Row, columns: &[(usize, f64)], size: f64) -> f64 {
        columns
            .iter()
            .map(|(column, width)| {
                let cell = self.measured(row, *column);
                cell.into_iter().map(|letters| tables::lines(letters, *width, size)).sum()
            })
            .fold(1.0, f64::max)
    }

    /// The lines of a cell before they are broken, each as its number of letters.
    fn measured(&mut self, row: &'a Row, column: usize) -> Vec<f64> {
        let cell = row.cells.get(column).map_or(&[][..], Vec::as_slice);
        self.shown(cell).iter().map(|line| line.length).collect()
    }

    fn cells(&mut self, cells: &'a [Vec<Inline>], columns: &[(usize, f64)], size: f64) -> Vec<Value> {
        columns
            .iter()
            .map(|(column, width)| {
                let wrap = Wrap::Cell { letters: tables::room(*width, size), width: tables::within(*width) };
                cells.get(*column).map_or(Value::from(""), |cell| self.inlines(cell, wrap, 0))
            })
            .collect()
    }

    /// The lines of a cell with all that is printed in them, to measure it.
    pub(super) fn shown(&mut self, cell: &'a [Inline]) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        self.add_shown(cell, &mut lines);
        lines
    }

    fn add_shown(&mut self, cell: &'a [Inline], lines: &mut Vec<Line>) {
        for inline in cell {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.add_text(text, lines),
                Inline::Link { to, text } => {
                    self.add_shown(text, lines);
                    if matches!(to, Target::Id(_)) {
                        self.add_text(&self.book.words.page.replace("{}", "888"), lines);
                    }
                }
                Inline::Image { name, alt, .. } => match self.in_line(name, f64::INFINITY) {
                    Some((_, width)) => lines.iter_mut().last().into_iter().for_each(|line| line.add_solid(width)),
                    None => self.add_text(alt, lines),
                },
                Inline::Note { number, .. } => self.add_text(&format!("[{number}]"), lines),
                Inline::Break => lines.push(Line::default()),
                other => self.add_shown(other.inner().unwrap_or_default(), lines),
            }
        }
    }

    fn add_text(&self, text: &str, lines: &mut [Line]) {
        if let Some(line) = lines.last_mut() {
            line.add(text, &|letter| self.fonts.breadth(letter));
        }
    }
}
