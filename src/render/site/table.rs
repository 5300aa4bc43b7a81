//! Tables of a register: sorted and filtered where a script runs, readable where none does.

use super::escape::escaped;
use crate::render::words::{Value, Words};
use std::fmt::Write as _;

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    label: String,
    filter: Option<&'static str>,
    class: &'static str,
}

impl Column {
    /// A column of that heading.
    pub(super) fn new(label: &str) -> Self {
        Self { label: label.to_owned(), filter: None, class: "" }
    }

    /// Whose values can be chosen from; the name is the one in the page's address.
    pub(super) fn filter(mut self, name: &'static str) -> Self {
        self.filter = Some(name);
        self
    }

    /// Of numbers.
    pub(super) fn number(mut self) -> Self {
        self.class = "num";
        self
    }

    /// Of texts that may break into lines.
    pub(super) fn wrap(mut self) -> Self {
        self.class = "wrap";
        self
    }
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    html: String,
    sort: Option<String>,
    usual: bool,
}

impl Cell {
    /// A text.
    pub(super) fn text(text: &str) -> Self {
        Self { html: escaped(text), ..Self::default() }
    }

    /// Mark-up.
    pub(super) fn html(html: String) -> Self {
        Self { html, ..Self::default() }
    }

    /// With mark-up beneath: what the cell rests on, or what is to be done.
    pub(super) fn below(mut self, html: &str) -> Self {
        if !html.is_empty() {
            self.html.push_str("<div class=\"below\">");
            self.html.push_str(html);
            self.html.push_str("</div>");
        }
        self
    }

    /// What is taken for granted where nothing else stands in the column: that says nothing then.
    pub(super) fn usual(mut self) -> Self {
        self.usual = true;
        self
    }

    /// Sorted by that value, which need not be shown.
    pub(super) fn sorted(mut self, key: impl std::fmt::Display) -> Self {
        self.sort = Some(key.to_string());
        self
    }
}

/// From that many rows on they can be filtered; fewer are seen at a glance.
const MANY: usize = 6;

/// A table of more rows is drawn before all of it has come, so that the width of its columns must be known
/// before: else every row moves when another comes.
const LONG: usize = 150;

/// A column whose cells hold fewer letters, on average, needs no more room than a date.
const NARROW: usize = 14;

/// A heading of more bytes may break into lines: its values are shorter than it.
const LONG_HEAD: usize = 14;

/// A row and its anchor.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) id: Option<String>,
    pub(super) cells: Vec<Cell>,
}

/// A table in its region that scrolls.
pub(super) fn table(words: &Words, caption: &str, columns: &[Column], rows: &[Row], register: bool) -> String {
    let mut html = String::with_capacity(rows.len() * 300 + 500);
    let unnamed = words.say("table");
    let label = escaped(if caption.is_empty() { &unnamed } else { caption });
    let class = match (register, rows.len()) {
        (false, _) | (true, 0 | 1) => "rows",
        (true, LONG..) => "rows sortable long",
        (true, _) => "rows sortable",
    };
    let mark = if register { " data-register=\"\"" } else { "" };
    // A column in which nothing stands says nothing.
    let said = |place: usize| {
        place == 0
            || rows.iter().any(|row| row.cells.get(place).is_some_and(|cell| !(cell.usual || cell.html.is_empty())))
    };
    let shown: Vec<bool> = (0..columns.len()).map(|place| rows.is_empty() || said(place)).collect();
    if register && rows.len() >= MANY {
        let chosen = columns.iter().enumerate().filter(|(place, _)| shown[*place]);
        tools(words, chosen, rows, &mut html);
    }
    push(
        &mut html,
        format_args!(
            "<div class=\"scroll\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\"><table class=\"{class}\"{mark}>"
        ),
    );
    if !caption.is_empty() {
        push(&mut html, format_args!("<caption>{label}</caption>"));
    }
    if register && rows.len() >= LONG {
        html.push_str("<colgroup>");
        for place in (0..columns.len()).filter(|place| shown[*place]) {
            html.push_str(if place > 0 && is_narrow(rows, place) { "<col class=\"narrow\">" } else { "<col>" });
        }
        html.push_str("</colgroup>");
    }
    html.push_str("<thead><tr>");
    for (column, _) in columns.iter().zip(&shown).filter(|(_, shown)| **shown) {
        let class = match (column.class == "num", column.label.len() > LONG_HEAD) {
            (true, true) => " class=\"num wrap\"",
            (true, false) => " class=\"num\"",
            (false, true) => " class=\"wrap\"",
            (false, false) => "",
        };
        let filter = column.filter.map_or(String::new(), |name| format!(" data-filter=\"{name}\""));
        push(&mut html, format_args!("<th scope=\"col\"{class}{filter}>{}</th>", escaped(&column.label)));
    }
    html.push_str("</tr></thead><tbody>\n");
    let labels: Vec<String> = columns.iter().map(|column| escaped(&column.label)).collect();
    for row in rows {
        let id = row.id.as_ref().map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)));
        push(&mut html, format_args!("<tr{id}>"));
        for (place, (cell, column)) in row.cells.iter().zip(columns).enumerate().filter(|(place, _)| shown[*place]) {
            let class = if column.class.is_empty() { String::new() } else { format!(" class=\"{}\"", column.class) };
            let sort = cell.sort.as_ref().map_or(String::new(), |key| format!(" data-value=\"{}\"", escaped(key)));
            if place == 0 {
                push(&mut html, format_args!("<th scope=\"row\"{class}{sort}>{}</th>", cell.html));
            } else if cell.html.is_empty() {
                push(&mut html, format_args!("<td{class}{sort}></td>"));
            } else {
                // On a phone a row is a card, where each value stands below its column's heading.
                let label = &labels[place];
                push(&mut html, format_args!("<td{class} data-label=\"{label}\"{sort}>{}</td>", cell.html));
            }
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table></div>\n");
    html
}

/// What a script filters the rows with. It stands in the page, so that nothing moves when the
/// script comes, and is seen only where scripts run.
fn tools<'c>(words: &Words, columns: impl Iterator<Item = (usize, &'c Column)>, rows: &[Row], html: &mut String) {
    let word = |key: &str| escaped(&words.say(key));
    let all = rows.len().to_string();
    let count = [("count", Value::Number(rows.len() as f64)), ("of", Value::Text(&all))];
    push(
        html,
        format_args!(
            "<div class=\"register-tools needs-script\" role=\"group\" aria-label=\"{}\"><label>{}<input \
             class=\"field\" type=\"search\" autocomplete=\"off\"></label>",
            word("filter-table"),
            word("filter-words")
        ),
    );
    for (place, column) in columns {
        if let Some(name) = column.filter
            && rows.windows(2).any(|pair| html_of(&pair[0], place) != html_of(&pair[1], place))
        {
            push(
                html,
                format_args!(
                    "<label>{}<select class=\"field\" data-choice=\"{name}\"><option value=\"\">{}</option></select></label>",
                    escaped(&column.label),
                    word("filter-all")
                ),
            );
        }
    }
    push(
        html,
        format_args!(
            "<button class=\"button\" type=\"button\" disabled>{}</button><output aria-live=\"polite\">{}</output></div>\n",
            word("filter-clear"),
            escaped(&words.say_with("filter-rows", &count))
        ),
    );
}

/// Whether little stands in a column. Of mark-up every sign counts, so that links make a wide one.
fn is_narrow(rows: &[Row], place: usize) -> bool {
    rows.iter().map(|row| html_of(row, place).len()).sum::<usize>() < NARROW * rows.len()
}

fn html_of(row: &Row, place: usize) -> &str {
    row.cells.get(place).map_or("", |cell| &cell.html)
}

fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    html.write_fmt(arguments).expect("writing to a String cannot fail");
}
