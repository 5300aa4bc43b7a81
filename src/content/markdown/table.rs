//! Tables: rows of cells brought to one width.

use super::plain;
use crate::model::{Alignment, BlockKind, Inline, Mention};

/// One cell as written.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// What it says.
    pub(super) content: Vec<Inline<Mention>>,
    /// Whether it heads its row or column.
    pub(super) heading: bool,
    /// How many columns and rows it covers.
    pub(super) covers: (usize, usize),
    /// How it stands, where it says so.
    pub(super) alignment: Option<Alignment>,
}

impl Cell {
    /// What it says. Where it heads its row or column from outside of the head row it is stressed: Markdown has no
    /// other form for such a cell, and so it is the same in what is exported.
    fn words(self, in_head: bool) -> Vec<Inline<Mention>> {
        let is_plain = in_head || !self.heading || plain::is_blank(&self.content);
        if is_plain { self.content } else { vec![Inline::Strong(self.content)] }
    }
}

/// A table as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// One a column, where the table says so itself.
    pub(super) alignments: Vec<Alignment>,
    /// The head row, and all rows.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// More columns than this can be read by nobody.
const MAX_COLUMNS: usize = 1000;

impl Rows {
    /// The table as a block, and how many cells did not fit into `budget` empty ones that may be
    /// filled in. Nothing where there is no row.
    pub(super) fn build(self, budget: usize) -> Option<(BlockKind<Mention>, usize)> {
        let Self { mut alignments, rows } = self;
        let own = !alignments.is_empty();
        let heading = !rows.is_empty() && (own || rows[0].iter().all(|cell| cell.heading));
        let mut room = budget;
        let rows = spread(rows, &mut room);
        let width = if own { alignments.len() } else { rows.iter().map(Vec::len).max()? };
        let width = width.min(MAX_COLUMNS);
        if width == 0 {
            return None;
        }
        if !own {
            alignments = (0..width).map(|column| common_alignment(&rows, column)).collect();
        }
        alignments.truncate(width);
        let mut lost = 0;
        let mut rows: Vec<Vec<Vec<Inline<Mention>>>> = rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| row.into_iter().map(|cell| cell.words(heading && at == 0)).collect::<Vec<_>>())
            .filter_map(|mut row| {
                lost += row.len().saturating_sub(width);
                let Some(left) = room.checked_sub(width.saturating_sub(row.len())) else {
                    lost += row.len();
                    return None;
                };
                room = left;
                row.resize_with(width, Vec::new);
                Some(row)
            })
            .collect();
        let head = if heading && !rows.is_empty() { rows.remove(0) } else { vec![Vec::new(); width] };
        Some((BlockKind::Table { alignments, head, rows }, lost))
    }
}

/// Puts an empty cell wherever a cell covers more than its own place, as long as there is room.
fn spread(rows: Vec<Vec<Cell>>, room: &mut usize) -> Vec<Vec<Cell>> {
    if rows.iter().flatten().all(|cell| cell.covers.0 <= 1 && cell.covers.1 <= 1) {
        return rows;
    }
    let mut covered: Vec<usize> = Vec::new();
    let mut spread = Vec::with_capacity(rows.len());
    for row in rows {
        let mut out: Vec<Cell> = Vec::new();
        for cell in row {
            skip(&mut out, &mut covered, room);
            let (columns, lines) = cell.covers;
            let begin = out.len();
            out.push(cell);
            let more = columns.clamp(1, MAX_COLUMNS) - 1;
            let more = more.min(*room);
            *room -= more;
            out.resize_with(begin + 1 + more, Cell::default);
            if lines > 1 {
                covered.resize(covered.len().max(out.len()), 0);
                covered[begin..out.len()].fill(lines - 1);
            }
        }
        skip(&mut out, &mut covered, room);
        spread.push(out);
    }
    spread
}

/// Passes the places that cells of the rows above cover.
fn skip(out: &mut Vec<Cell>, covered: &mut [usize], room: &mut usize) {
    while let Some(left) = covered.get_mut(out.len()).filter(|left| **left > 0 && *room > 0) {
        *left -= 1;
        *room -= 1;
        out.push(Cell::default());
    }
}

/// The alignment of a column of which every cell says the same.
fn common_alignment(rows: &[Vec<Cell>], column: usize) -> Alignment {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let mut written = cells.filter(|cell| !cell.content.is_empty() && !cell.heading);
    let first = written.next().and_then(|cell| cell.alignment);
    match first {
        Some(alignment) if written.all(|cell| cell.alignment == first) => alignment,
        _ => Alignment::Natural,
    }
}
