//! The cover as a drawing.

use crate::render::book::markup::Text;
use crate::render::book::tree::Book;
use std::fmt::Write as _;

/// Where the coloured part's text ends.
const FOOT: usize = 1300;
/// The space below each of its texts.
const GAP: usize = 34;

/// The cover as a drawing, two by three.
pub(super) fn cover(book: &Book) -> String {
    let ink = if book.accent.carries_white() { "#ffffff" } else { "#1c1d20" };
    // (words, size, from one line to the next, at most so many lines, style)
    let parts = [
        (&book.client, 56, 76, 2, ""),
        (&book.title, 130, 150, 4, " font-weight=\"bold\""),
        (&book.subtitle, 64, 84, 3, " font-style=\"italic\""),
    ];
    let parts = parts.map(|(words, size, lead, most, style)| (wrapped(words, 1700 / size, most), size, lead, style));
    let height: usize = parts.iter().map(|(lines, _, lead, _)| lines.len() * lead + GAP).sum();
    let mut text = String::new();
    let mut y = FOOT - height;
    for (lines, size, lead, style) in parts {
        for line in lines {
            y += lead;
            let _ = writeln!(
                text,
                "<text x=\"120\" y=\"{y}\" font-size=\"{size}\"{style} fill=\"{ink}\">{}</text>",
                Text(&line)
            );
        }
        y += GAP;
    }
    let motto: String = wrapped(&book.motto, 1700 / 46, 2)
        .iter()
        .zip([1570, 1628])
        .map(|(line, y)| {
            format!(
                "<text x=\"120\" y=\"{y}\" font-size=\"46\" font-style=\"italic\" fill=\"#1c1d20\">{}</text>\n",
                Text(line)
            )
        })
        .collect();
    let said = [&book.client, &book.title, &book.subtitle].into_iter().filter(|words| !words.is_empty());
    let said = said.map(String::as_str).collect::<Vec<_>>().join(". ");
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 1800\" width=\"1200\" height=\"1800\" font-family=\"serif\">\n\
         <title>{}</title>\n\
         <rect width=\"1200\" height=\"1800\" fill=\"#ffffff\"/>\n<rect width=\"1200\" height=\"1360\" fill=\"{}\"/>\n{text}\
         <text x=\"120\" y=\"1490\" font-size=\"52\" fill=\"#1c1d20\">{}</text>\n\
         {motto}\
         <text x=\"120\" y=\"1710\" font-size=\"46\" fill=\"#5a5f66\">{}</text>\n</svg>\n",
        // Drawn words are broken into lines; these are whole.
        Text(&said),
        book.accent.hex(),
        Text(&book.dates),
        Text(&book.consultancy)
    )
}

/// Words in lines of about so many letters; what is more than so many lines is left out.
fn wrapped(words: &str, room: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<(String, usize)> = Vec::new();
    for word in words.split_whitespace() {
        let width: usize = word.chars().map(width_of).sum();
        match lines.last_mut() {
            Some((line, taken)) if *taken + width < room => {
                line.push(' ');
                line.push_str(word);
                *taken += width + 1;
            }
            _ => {
                // A word may be longer than a line, and some scripts have no blanks at all.
                lines.push((String::new(), 0));
                for letter in word.chars() {
                    if lines.last().is_some_and(|(_, taken)| taken + width_of(letter) > room) {
                        lines.push((String::new(), 0));
                    }
                    if let Some((line, taken)) = lines.last_mut() {
                        line.push(letter);
                        *taken += width_of(letter);
                    }
                }
            }
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some((line, _)) = lines.last_mut() {
            line.push('…');
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// The width of a letter: those of East Asia take a square.
fn width_of(letter: char) -> usize {
    if u32::from(letter) >= 0x2e80 { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::{FOOT, GAP, wrapped};

    #[test]
    fn lines_are_no_longer_than_the_cover_and_no_more_than_fit() {
        assert_eq!(wrapped("What we leave behind", 13, 4), ["What we leave", "behind"]);
        assert_eq!(wrapped("残していくものと人", 13, 4), ["残していくも", "のと人"]);
        assert_eq!(wrapped(&"x".repeat(30), 13, 2), ["x".repeat(13), format!("{}…", "x".repeat(13))]);
        assert!(wrapped("", 13, 4).is_empty());
        // The longest of all texts stands on the cover.
        const { assert!(FOOT > 2 * 76 + 4 * 150 + 3 * 84 + 3 * GAP) };
    }
}
