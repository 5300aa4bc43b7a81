//! The cover as a drawing.

use crate::render::book::markup::Text;
use crate::render::book::tree::Book;
use std::fmt::Write as _;

/// The cover as a drawing, two by three.
pub(super) fn cover(book: &Book) -> String {
    let ink = if book.accent.carries_white() { "#ffffff" } else { "#1c1d20" };
    let mut text = String::new();
    let mut y = 620;
    let mut line = |words: &str, size: u32, lead: u32, style: &str| {
        for part in wrapped(words, (1700 / size) as usize) {
            let _ = writeln!(
                text,
                "<text x=\"120\" y=\"{y}\" font-size=\"{size}\"{style} fill=\"{ink}\">{}</text>",
                Text(&part)
            );
            y += lead;
        }
        y += 30;
    };
    line(&book.client, 56, 76, "");
    line(&book.title, 130, 150, " font-weight=\"bold\"");
    line(&book.subtitle, 64, 84, " font-style=\"italic\"");
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 1800\" width=\"1200\" height=\"1800\" font-family=\"serif\">\n\
         <rect width=\"1200\" height=\"1800\" fill=\"#ffffff\"/>\n<rect width=\"1200\" height=\"1360\" fill=\"{}\"/>\n{text}\
         <text x=\"120\" y=\"1490\" font-size=\"52\" fill=\"#1c1d20\">{}</text>\n\
         <text x=\"120\" y=\"1680\" font-size=\"46\" fill=\"#5a5f66\">{}</text>\n</svg>\n",
        book.accent.hex(),
        Text(&book.dates),
        Text(&book.consultancy)
    )
}

/// Words in lines of about so many letters; at most five lines.
fn wrapped(words: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.truncate(5);
    lines
}
