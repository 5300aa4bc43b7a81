//! Pictures of notes on the pages of the PDF: as `pdftoppm` draws them, beside the words that `pdftotext` finds.

use super::print::{PDF, program, words};
use crate::support::{Built, Site, needing};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use leavebehind::output::OutputTree;
use libtest_mimic::Trial;
use std::process::Command;
use std::{fs, iter};

pub(super) fn trials() -> Vec<Trial> {
    let of = |name: &'static str, test: fn()| {
        let need = || {
            program("pdftotext")?;
            program("pdftoppm")
        };
        needing(name, need, move |_| test())
    };
    vec![
        of("book::a_photograph_in_the_inks_of_a_press_is_printed_in_its_colours", photograph_of_a_press),
        of("book::a_picture_that_print_cannot_show_is_named_where_it_stands", picture_without_a_width),
        of("book::a_picture_stays_within_the_frame_that_it_stands_in", pictures_in_frames),
        of("book::a_picture_in_a_cell_stays_in_its_column", picture_in_a_cell),
    ]
}

/// Sixty-four by thirty-two pixels of pure cyan, as CMYK with the mark of Adobe.
const CYAN: &str = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eA\
    vMm6pseZqKuk/8AAFAgAIABABEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkA\
    SwAAPwCZUymUwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//2Q==";

/// A drawing of one colour.
fn drawing(width: u32, height: u32, colour: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/></svg>"
    )
}

fn printed(site: Site) -> Built {
    let built = site.request(|request| request.pdf = true).build();
    assert!(built.errors().is_empty(), "{}", built.said());
    built
}

/// Where a colour stands: the page, and its left and right end, in points.
fn places(output: &OutputTree, colour: [u8; 3]) -> Vec<(usize, f64, f64)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.pdf");
    fs::write(&file, output.get(PDF).expect("there is a PDF").bytes()).unwrap();
    let drawn =
        Command::new("pdftoppm").args(["-r", "72"]).args([file.as_path(), &folder.path().join("page")]).status();
    assert!(drawn.unwrap().success());
    let mut pages: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|ending| ending == "ppm"));
    pages.sort();
    let mut found = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let bytes = fs::read(page).unwrap();
        let head = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).unwrap().0;
        let size = String::from_utf8_lossy(&bytes[..head]).into_owned();
        let width: usize = size.split_whitespace().nth(1).unwrap().parse().unwrap();
        let is_of = |pixel: &[u8]| iter::zip(pixel, colour).all(|(one, other)| one.abs_diff(other) < 60);
        let columns: Vec<usize> = bytes[head + 1..]
            .chunks_exact(3)
            .enumerate()
            .filter(|(_, pixel)| is_of(pixel))
            .map(|(place, _)| place % width)
            .collect();
        if let (Some(left), Some(right)) = (columns.iter().min(), columns.iter().max()) {
            found.push((number, *left as f64, *right as f64 + 1.0));
        }
    }
    found
}

fn photograph_of_a_press() {
    let photograph = BASE64.decode(CYAN).unwrap();
    let built = printed(
        Site::new()
            .file("site.toml", "[brand]\nlogo = \"photo.jpg\"\n")
            .file("content/photo.jpg", &photograph)
            .file("content/index.md", "# Dear colleagues\n\nThis was the wall:\n\n![The wall](photo.jpg)\n"),
    );
    assert!(!built.said().contains("warning"), "{}", built.said());
    let pages: Vec<usize> = places(&built.output, [0, 255, 255]).into_iter().map(|(page, ..)| page).collect();
    assert!(pages.contains(&1) && pages.len() == 2, "the logo and the picture are on pages {pages:?}");
}

fn picture_without_a_width() {
    let built = printed(
        Site::new()
            .file("content/flat.svg", drawing(0, 20, "#ff0000"))
            .file("content/index.md", "# Dear colleagues\n\nThis was the wall:\n\n![The wall](flat.svg)\n"),
    );
    let said = built.said();
    assert!(said.contains("warning") && said.contains("flat.svg"), "{said}");
    assert!(said.contains("content/index.md:5:"), "{said}");
    let read = words(&built.output);
    assert!(read.iter().any(|word| word.text == "wall"), "the picture's words stand for it");
}

/// Each in another colour, and wider than any page.
fn pictures_in_frames() {
    let frames = [
        ("#ff0000", "- An item\n\n  IMAGE\n\n- Another\n"),
        ("#00ff00", "> [!TIP]\n> Look.\n>\n> IMAGE\n"),
        ("#0000ff", "> Someone's words\n>\n> IMAGE\n"),
        ("#ff00ff", "<details>\n<summary>More</summary>\n\nIMAGE\n\n</details>\n"),
        ("#00ffff", "1. One\n   - Two\n\n     > Three\n     >\n     > IMAGE\n"),
        ("#ffff00", "- [ ] A task with IMAGE in the middle of its words\n"),
    ];
    let mut site = Site::new();
    let mut note = "# Dear colleagues\n\nThese were the walls:\n\n".to_owned();
    for (number, (colour, frame)) in (1..).zip(frames) {
        site = site.file(&format!("content/wall-{number}.svg"), drawing(1600, 60, colour));
        note.push_str(&frame.replace("IMAGE", &format!("![Wall {number}](wall-{number}.svg)")));
        note.push('\n');
    }
    let built = printed(site.file("content/index.md", note));
    let inset = [0.0, 10.0, 17.0, 0.0, 17.0, 0.0];
    for (number, ((colour, _), inset)) in (1..).zip(iter::zip(frames, inset)) {
        let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let places = places(&built.output, [part(1), part(3), part(5)]);
        assert_eq!(places.len(), 1, "wall {number} is on {places:?}");
        let (page, left, right) = places[0];
        // The inner margin is 28 mm wide, the outer one 32 mm.
        let (start, end) = if page % 2 == 1 { (79.4, 504.6) } else { (90.7, 515.9) };
        assert!(left > start && right < end - inset + 1.0, "wall {number} goes from {left} to {right} on page {page}");
        assert!(right - left > 250.0, "wall {number} is only {} wide", right - left);
    }
}

fn picture_in_a_cell() {
    let note = "# Dear colleagues\n\n| Sign | Words | More |\n|---|---|---|\n\
                | ![](wall.svg) | Beside it stands a sentence that needs some room of its own | And another that is as long as it is |\n\
                | ![Wall](wall.svg) | Under it stands a sentence that needs some room of its own | And another that is as long as it is |\n";
    let built =
        printed(Site::new().file("content/wall.svg", drawing(1600, 60, "#ff0000")).file("content/index.md", note));
    let places = places(&built.output, [255, 0, 0]);
    let (_, left, right) = places[0];
    let beside = words(&built.output).into_iter().find(|word| word.text == "Beside").expect("the words are there");
    assert!(right < beside.left, "the picture ends at {right}, and the next column begins at {}", beside.left);
    assert!(right - left > 60.0, "the picture is only {} wide", right - left);
}
