//! How a table fits a page: widths of columns, size of letters, and where to cut what is too wide.
//!
//! Typst's own automatic columns squeeze the last column of a wide table to nothing. Here the
//! widths come from the text: each column gets the room of its longest word, and what is left
//! goes where there is most to say. Measures are in points.

/// The mean width of a letter of a line in parts of the size of the type.
const LETTER: f64 = 0.48;
/// The same for a single word, which may happen to be all round letters.
const WORD_LETTER: f64 = 0.56;
/// Letters that are broader than this are no ordinary ones: capitals, and the m and w of every alphabet.
const BROAD: f64 = 0.62;
/// A letter that takes a square, in such letters.
const WIDE_LETTER: f64 = 2.2;
/// The space that is set between such a letter and a narrow one, in such letters.
const BETWEEN_SCRIPTS: f64 = 0.55;
/// Left and right inset of a cell together.
const INSET: f64 = 10.0;
/// The longest word that a column must hold unbroken, in letters.
const LONGEST_WORD: f64 = 22.0;
/// The longest word that it holds unbroken where there is room for all.
const LONGEST_WHOLE_WORD: f64 = 40.0;
/// The sizes of type that are tried, largest first.
const SIZES: [f64; 4] = [9.0, 8.5, 8.0, 7.5];
/// A row of more lines than this is tall: smaller letters are tried, down to a size.
const TALL_ROW: f64 = 4.0;
/// Letters smaller than this are worse to read than a tall row.
const SMALLEST_FOR_HEIGHT: f64 = 8.0;
/// So many letters of a line stay empty where a word goes to the next.
const RAGGED: f64 = 3.0;
/// A cell of so many letters had better stay on one line.
const SHORT_LINE: f64 = 20.0;
/// Sentences want lines of so many letters: three or four words.
const LEGIBLE_LINE: f64 = 20.0;
/// So much room, in points, goes from one column to another at a time.
const STEPS: [f64; 3] = [32.0, 16.0, 6.0];
/// So often room moves, of each size.
const MOST_MOVES: usize = 24;
/// So many rows of a table are looked at.
const ROWS_TO_KNOW: usize = 160;
/// So many rows make a turned page worth it.
const ROWS_FOR_LANDSCAPE: usize = 12;

/// A short line may happen to be all wide letters: so many letters of room more.
const SPARE: f64 = 1.5;

/// What one column needs, in letters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Need {
    /// The longest word.
    word: f64,
    /// The longest cell.
    line: f64,
    /// All cells together.
    total: f64,
}

impl Need {
    /// Counts one more line of the column.
    pub(super) fn add(&mut self, line: &Line) {
        self.word = self.word.max(line.word);
        self.line = self.line.max(line.length);
        self.total += line.length;
    }

    fn least(self, size: f64) -> f64 {
        self.word.clamp(2.0, LONGEST_WORD) * size * WORD_LETTER + INSET
    }

    /// What it keeps where others could use the room: names, dates and words of state stay on a line, and sentences are
    /// not set a word a line, however few rows have one.
    fn kept(self, size: f64) -> f64 {
        if self.line <= SHORT_LINE { self.best(size) } else { self.legible(size) }
    }

    /// What it is to have where there is room for all: of sentences, a line that can be read.
    fn legible(self, size: f64) -> f64 {
        if self.line <= SHORT_LINE {
            return self.least(size);
        }
        (self.line.min(LEGIBLE_LINE) * size * LETTER + INSET).max(self.least(size))
    }

    /// What it may claim of the room that is left: by all its text and by its longest cell, so that
    /// a column with little to say, but that at length, is not set one word a line.
    fn claim(self) -> f64 {
        (self.total * self.line).powf(0.375).max(1.0)
    }

    fn best(self, size: f64) -> f64 {
        let word = self.word.clamp(2.0, LONGEST_WHOLE_WORD) * size * WORD_LETTER + INSET;
        ((self.line.clamp(2.0, 60.0) + SPARE) * size * LETTER + INSET).max(word)
    }
}

/// Whether a line may end at a letter: a blank that holds two words together is part of both.
pub(super) fn parts_words(letter: char) -> bool {
    (letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')) || is_wide(letter)
}

/// Whether a letter takes a square and lets the line break after it: the scripts of East Asia.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(u32::from(letter), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
}

/// How a table is to be set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// The size of the type.
    pub size: f64,
    /// Whether the table stands on turned pages.
    pub landscape: bool,
    /// The tables it is cut into: their columns with the width of each.
    pub parts: Vec<Vec<(usize, f64)>>,
}

/// Plans a table of these columns for a page whose text is `width` wide and, turned, `turned`.
///
/// `may_turn` is false where the table stands inside something else. With `keep_first` the first
/// column names the rows and is repeated in every part.
pub(super) fn plan(needs: &[Need], rows: usize, width: f64, turned: f64, may_turn: bool, keep_first: bool) -> Plan {
    for size in SIZES {
        if let Some(widths) = fit(needs, size, width)
            // Smaller letters make rows less tall.
            && (size <= SMALLEST_FOR_HEIGHT || lines_of_a_row(needs, rows, &widths, size) <= TALL_ROW)
        {
            return Plan { size, landscape: false, parts: vec![widths.into_iter().enumerate().collect()] };
        }
    }
    let turn = may_turn && rows >= ROWS_FOR_LANDSCAPE;
    let size = SIZES[SIZES.len() - 1];
    if turn {
        for size in SIZES {
            if let Some(widths) = fit(needs, size, turned) {
                return Plan { size, landscape: true, parts: vec![widths.into_iter().enumerate().collect()] };
            }
        }
    }
    let room = if turn { turned } else { width };
    Plan { size, landscape: turn, parts: cut(needs, size, room, keep_first) }
}

/// The breadth of letters that are known, in parts of the size of the type.
pub(super) type Breadth<'f> = dyn Fn(char) -> Option<f64> + 'f;

/// A line of a cell before it is broken, in letters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line {
    /// How long it is.
    pub length: f64,
    /// Its longest word.
    word: f64,
    /// The word that may go on.
    open: Word,
    /// Whether its last letter takes a square; none after a blank.
    last: Option<bool>,
    /// Whether its last letter is broader than most.
    was_broad: bool,
}

impl Line {
    /// Goes on with text.
    pub(super) fn add(&mut self, text: &str, breadth: &Breadth<'_>) {
        for letter in text.chars() {
            let is_wide = is_wide(letter);
            if parts_words(letter) {
                self.open = Word::default();
            } else {
                self.open.add(letter, breadth);
            }
            self.word = self.word.max(if is_wide { WIDE_LETTER } else { self.open.length() });
            let is_other = self.last.is_some_and(|last| last != is_wide) && !letter.is_whitespace();
            let broad = breadth(letter).filter(|breadth| !is_wide && *breadth > BROAD);
            // One capital at the head of a word is in the mean; a word of capitals is not.
            let beyond_mean = broad.filter(|_| self.was_broad);
            self.was_broad = broad.is_some();
            let of_line = if is_wide { WIDE_LETTER } else { beyond_mean.map_or(1.0, |broad| broad / LETTER) };
            self.length += of_line + if is_other { BETWEEN_SCRIPTS } else { 0.0 };
            self.last = Some(is_wide).filter(|_| !letter.is_whitespace());
        }
    }

    /// Goes on with something of so many points that no line breaks.
    pub(super) fn add_solid(&mut self, width: f64) {
        self.open.add_solid(width / (SIZES[0] * WORD_LETTER));
        self.word = self.word.max(self.open.length());
        self.length += width / (SIZES[0] * LETTER);
        self.last = None;
        self.was_broad = false;
    }
}

/// A word as far as it is known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// How many letters it has.
    counted: f64,
    /// What they come to.
    measured: f64,
}

impl Word {
    /// Goes on with a letter.
    pub(super) fn add(&mut self, letter: char, breadth: &Breadth<'_>) {
        self.counted += 1.0;
        self.measured += breadth(letter).map_or(1.0, |breadth| breadth / WORD_LETTER);
    }

    fn add_solid(&mut self, letters: f64) {
        self.counted += letters;
        self.measured += letters;
    }

    /// The room it needs, in letters: nothing is lost where a word of narrow letters has some more.
    pub(super) fn length(self) -> f64 {
        self.counted.max(self.measured)
    }
}

/// What a column of that width has room for, in points.
pub(super) fn within(width: f64) -> f64 {
    width - INSET
}

/// So many letters of a word fit a column of that width, however wide they are.
pub(super) fn room(width: f64, size: f64) -> f64 {
    // Widths are rounded to be written down.
    (within(width) / (size * WORD_LETTER) + 0.05).max(3.0)
}

/// How many lines a text of so many letters comes to in a column of that width.
pub(super) fn lines(letters: f64, width: f64, size: f64) -> f64 {
    let room = ((width - INSET) / (size * LETTER)).max(1.0);
    // Widths come from whole lines, and dividing again may miss by a hair.
    if letters <= room + 0.01 {
        return 1.0;
    }
    // Lines end at words, so that most are not full.
    (letters / (room - RAGGED).max(1.0)).ceil()
}

/// Rows enough to know the others by, from the whole of a table.
pub(super) fn some<T>(rows: &[T]) -> impl Iterator<Item = &T> {
    rows.iter().step_by(rows.len().div_ceil(ROWS_TO_KNOW).max(1))
}

/// Moves room between columns as long as that makes the table less high.
///
/// `rows` holds the rows' cells, each as the lengths of its lines.
pub(super) fn level(columns: &mut [(usize, f64)], needs: &[Need], rows: &[Vec<Vec<f64>>], size: f64) {
    let high = |position: usize, width: f64| -> Vec<f64> {
        let of = |cell: &Vec<f64>| cell.iter().map(|letters| lines(*letters, width, size)).sum();
        rows.iter().map(|row| row.get(position).map_or(0.0, of)).collect()
    };
    let mut heights: Vec<Vec<f64>> =
        columns.iter().enumerate().map(|(position, (_, width))| high(position, *width)).collect();
    let sum = |heights: &[Vec<f64>]| -> f64 {
        (0..rows.len()).map(|row| heights.iter().map(|column| column[row]).fold(1.0, f64::max)).sum()
    };
    let mut best = sum(&heights);
    for step in STEPS {
        for _ in 0..MOST_MOVES {
            let mut found = None;
            for from in 0..columns.len() {
                let (column, width) = columns[from];
                if width - step < needs[column].kept(size) {
                    continue;
                }
                let narrow = std::mem::replace(&mut heights[from], high(from, width - step));
                for to in (0..columns.len()).filter(|to| *to != from) {
                    let wide = std::mem::replace(&mut heights[to], high(to, columns[to].1 + step));
                    let made = sum(&heights);
                    if made < best {
                        best = made;
                        found = Some((from, to));
                    }
                    heights[to] = wide;
                }
                heights[from] = narrow;
            }
            let Some((from, to)) = found else { break };
            columns[from].1 -= step;
            columns[to].1 += step;
            for moved in [from, to] {
                heights[moved] = high(moved, columns[moved].1);
            }
        }
    }
}

/// The mean height of a row in lines, by its tallest column.
fn lines_of_a_row(needs: &[Need], rows: usize, widths: &[f64], size: f64) -> f64 {
    let lines = needs.iter().zip(widths).map(|(need, width)| {
        let line = ((width - INSET) / (size * LETTER)).max(1.0);
        need.total / rows.max(1) as f64 / line
    });
    lines.fold(1.0, f64::max)
}

/// Widths for all columns that together fill `room`, or none where the longest words need more.
fn fit(needs: &[Need], size: f64, room: f64) -> Option<Vec<f64>> {
    let least: f64 = needs.iter().map(|need| need.least(size)).sum();
    if least > room {
        return None;
    }
    let best: f64 = needs.iter().map(|need| need.best(size)).sum();
    if best <= room {
        // All cells fit on one line: the table stays as narrow as it reads best.
        return Some(needs.iter().map(|need| need.best(size)).collect());
    }
    // The rest goes by the text, but a column of ten times the text gets less than ten times the
    // rest: the others would have one word a line.
    // The best of these that there is room for: short cells on a line and sentences that can be read, these alone, or
    // the longest word.
    let of = |width: fn(Need, f64) -> f64| needs.iter().map(|need| width(*need, size)).collect::<Vec<f64>>();
    let fits = |widths: &Vec<f64>| widths.iter().sum::<f64>() <= room;
    let mut widths = [of(Need::kept), of(Need::legible)].into_iter().find(fits).unwrap_or_else(|| of(Need::least));
    let mut rest = room - widths.iter().sum::<f64>();
    let mut open: Vec<usize> = (0..needs.len()).collect();
    while rest > 0.5 && !open.is_empty() {
        let weight: f64 = open.iter().map(|&column| needs[column].claim()).sum();
        let share = rest / weight;
        let mut taken = 0.0;
        open.retain(|&column| {
            let wish = needs[column].best(size) - widths[column];
            let offer = needs[column].claim() * share;
            let gain = wish.min(offer);
            widths[column] += gain;
            taken += gain;
            wish > offer
        });
        rest -= taken;
        if taken < 0.5 {
            break;
        }
    }
    Some(widths)
}

/// Cuts a table that fits nowhere into several below one another.
fn cut(needs: &[Need], size: f64, room: f64, keep_first: bool) -> Vec<Vec<(usize, f64)>> {
    let first = if keep_first { needs.first() } else { None };
    let head = first.map_or(0.0, |need| need.least(size).min(room / 3.0));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut taken = room;
    for (column, need) in needs.iter().enumerate().skip(usize::from(first.is_some())) {
        let width = need.least(size).min(room - head);
        if taken + width > room {
            groups.push(first.map(|_| 0).into_iter().collect());
            taken = head;
        }
        taken += width;
        if let Some(group) = groups.last_mut() {
            group.push(column);
        }
    }
    groups
        .into_iter()
        .map(|group| {
            let chosen: Vec<Need> = group.iter().map(|&column| needs[column]).collect();
            let widths = fit(&chosen, size, room).unwrap_or_else(|| vec![room / chosen.len() as f64; chosen.len()]);
            group.into_iter().zip(widths).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{INSET, LEGIBLE_LINE, LETTER, Line, Need, level, plan};

    fn line(text: &str) -> Line {
        let mut line = Line::default();
        line.add(text, &|_| None);
        line
    }

    #[test]
    fn sentences_in_a_few_rows_are_not_set_a_word_a_line() {
        let short = ["Close the shared mailbox for proofs", "Hannah Croft", "20 Feb 2026", "Closed", ""];
        let long = "The legal department waits for the ruling of the data protection authority, announced for June.";
        let said = ["Agree with the legal department", "Aisling Byrne", "30 Jun 2026", "Blocked", long];
        let rows: Vec<&[&str; 5]> = (0..20).map(|row| if row == 7 { &said } else { &short }).collect();
        let mut needs = vec![Need::default(); 5];
        for row in &rows {
            needs.iter_mut().zip(*row).for_each(|(need, cell)| need.add(&line(cell)));
        }
        let mut plan = plan(&needs, rows.len(), 425.0, 671.0, true, false);
        let measured: Vec<Vec<Vec<f64>>> =
            rows.iter().map(|row| row.iter().map(|cell| vec![line(cell).length]).collect()).collect();
        level(&mut plan.parts[0], &needs, &measured, plan.size);
        let (_, width) = plan.parts[0][4];
        assert!((width - INSET) / (plan.size * LETTER) >= LEGIBLE_LINE - 0.1, "{width} at {}", plan.size);
        let all: f64 = plan.parts[0].iter().map(|(_, width)| width).sum();
        assert!(all <= 425.5, "{all}");
    }
}
