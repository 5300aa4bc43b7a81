//! What stands on the pages of the PDF, as `pdftotext` reads them.

use super::{LONG_WORD, book_of, data, odd_notes, sample};
use crate::support::{corpora, dead_links, needing};
use html5gum::{Token, Tokenizer};
use leavebehind::output::OutputTree;
use leavebehind::source::SourcePath;
use libtest_mimic::Trial;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

pub(super) const PDF: &str = "book/what-we-leave-behind.pdf";

pub(super) fn trials() -> Vec<Trial> {
    let of = |name: &'static str, make: fn() -> Result<PathBuf, String>, test: fn(&OutputTree)| {
        let need = move || {
            program("pdftotext")?;
            make()
        };
        needing(name, need, move |folder| test(&book_of(&folder, |_| {})))
    };
    let sample: fn() -> Result<PathBuf, String> = || Ok(Path::new(env!("CARGO_MANIFEST_DIR")).into());
    let corpus: fn() -> Result<PathBuf, String> = || corpora("mscode-playbook");
    vec![
        of("book::no_text_of_the_sample_is_lost_in_print", sample, nothing_is_lost),
        of("book::no_text_of_the_playbook_corpus_is_lost_in_print", corpus, nothing_is_lost),
        of("book::no_text_of_the_sample_stands_in_the_margin", sample, nothing_stands_outside),
        of("book::no_text_of_the_playbook_corpus_stands_in_the_margin", corpus, nothing_stands_outside),
        of("book::the_book_of_the_sample_has_no_padding", sample, is_no_longer_than_it_need_be),
        needing("book::odd_notes_are_set_whole_and_within_the_page", || program("pdftotext"), |_| odd_notes_fit()),
        needing("book::a_pack_says_what_it_leaves_out", || program("pdftotext"), |_| a_pack_says_what_is_left_out()),
        needing("book::every_page_of_a_pack_has_its_number", || program("pdftotext"), |_| packs_are_numbered()),
        needing("book::every_record_of_the_site_is_in_print", || program("pdftotext"), |_| every_record_is_there()),
        needing(
            "book::volumes_on_letter_paper_are_linked_and_each_has_its_index",
            || program("pdftotext"),
            |_| volumes_are_linked(),
        ),
    ]
}

/// A program of the system.
pub(super) fn program(name: &str) -> Result<PathBuf, String> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file());
    found.ok_or_else(|| format!("there is no {name}; `.ci/run tools` gets it"))
}

/// What `pdftotext` says of the book.
pub(super) fn read(output: &OutputTree, options: &[&str]) -> String {
    read_file(output, PDF, options)
}

/// What `pdftotext` says of a PDF of the site.
fn read_file(output: &OutputTree, path: &str, options: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.pdf");
    fs::write(&file, output.get(path).expect("there is a PDF").bytes()).unwrap();
    let read = Command::new("pdftotext").args(options).args([file.as_os_str(), "-".as_ref()]).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8_lossy(&read.stdout).into_owned()
}

/// The letters of a text and nothing else: hyphens at the ends of lines, page numbers and marks of
/// notes fall away.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The text between the heads and feet of the pages, in the order in which it was set, without the
/// pages that links name.
fn between_margins(output: &OutputTree) -> String {
    let text = read(output, &["-raw", "-x", "0", "-y", "70", "-W", "595", "-H", "702"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::new();
    let mut rest = words.as_slice();
    while let [first, others @ ..] = rest {
        match others.first() {
            Some(second) if *first == "(page" && second.contains(')') => rest = &others[1..],
            _ => {
                out.push_str(&letters(first));
                rest = others;
            }
        }
    }
    out
}

/// The texts of the page's blocks, each as letters, but those of contents, index and drawings.
fn blocks(page: &str) -> Vec<String> {
    const BLOCKS: [&[u8]; 14] =
        [b"p", b"li", b"td", b"th", b"dt", b"dd", b"h2", b"h3", b"h4", b"h5", b"h6", b"figcaption", b"pre", b"summary"];
    let mut found = vec![String::new()];
    let mut passed: Vec<Vec<u8>> = Vec::new();
    let body = &page[page.find("<section class=\"chapter\"").expect("the page has chapters")..];
    let body = body.split_once("</main>").map_or(body, |(body, _)| body);
    for token in Tokenizer::new(body) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = tag.name.to_vec();
                let class = tag.attributes.get(&b"class"[..]).map(|class| class.to_vec()).unwrap_or_default();
                let is_void = tag.self_closing || matches!(name.as_slice(), b"br" | b"img" | b"hr");
                let is_passed = name == b"svg" || class == b"index" || class == b"picture";
                if !is_void && (is_passed || !passed.is_empty()) {
                    passed.push(name.clone());
                }
                if BLOCKS.contains(&name.as_slice()) || name == b"br" {
                    found.push(String::new());
                }
            }
            Token::EndTag(tag) => {
                if passed.is_empty() {
                    if BLOCKS.contains(&&tag.name[..]) {
                        found.push(String::new());
                    }
                } else {
                    passed.pop();
                }
            }
            Token::String(text) if passed.is_empty() => {
                let text = letters(&String::from_utf8_lossy(&text));
                found.last_mut().unwrap().push_str(&text);
            }
            _ => {}
        }
    }
    found.retain(|text| !text.is_empty());
    found
}

fn nothing_is_lost(output: &OutputTree) {
    let print = between_margins(output);
    let blocks = blocks(output.text("book/index.html").unwrap());
    assert!(blocks.len() > 1000, "the book has more blocks than {}", blocks.len());
    let mut lost = Vec::new();
    for block in &blocks {
        for start in (0..block.len()).step_by(40) {
            let piece = &block[start..(start + 40).min(block.len())];
            // A page may end within the piece, and a footnote stand there.
            let is_there = (0..piece.len()).any(|cut| print.contains(&piece[..cut]) && print.contains(&piece[cut..]));
            if !is_there {
                lost.push(piece);
            }
        }
    }
    assert!(lost.is_empty(), "{} pieces are not in the PDF, as: {:#?}", lost.len(), &lost[..lost.len().min(20)]);
}

fn nothing_stands_outside(output: &OutputTree) {
    let (words, outside) = outside(output);
    assert!(words > 10_000, "the book has more words than {words}");
    assert!(outside.is_empty(), "{outside:#?}");
}

fn odd_notes_fit() {
    let built = odd_notes();
    assert!(built.errors().is_empty(), "{}", built.said());
    let (words, outside) = outside(&built.output);
    assert!(words > 500, "the book has more words than {words}");
    assert!(outside.is_empty(), "{outside:#?}");
    let print = letters(&read(&built.output, &["-raw"]));
    let name = letters(&"very_long_name_".repeat(18));
    let whole = [&letters(LONG_WORD).repeat(2), &"x".repeat(300), &"b".repeat(300), &name, &"segment".repeat(40)];
    for text in whole {
        assert!(print.contains(text.as_str()), "{text} is not whole");
    }
    assert_eq!(print.matches("levelwithwords").count(), 16, "each of the nested levels");
    assert_eq!(print.matches("cellvalue").count(), 20 * 14, "each of the cells");
    let indexed = print.rfind(&letters(LONG_WORD).repeat(2)).unwrap();
    assert!(indexed > print.rfind("cellvalue").unwrap(), "the index has the long word, and whole");
}

/// A word of the PDF, in points from the left upper corner of its page.
pub(super) struct Word {
    pub(super) page: usize,
    /// The width of the page.
    pub(super) sheet: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) text: String,
}

/// The words of the book, where they stand.
pub(super) fn words(output: &OutputTree) -> Vec<Word> {
    let number = |line: &str, name: &str| -> f64 {
        let from = line.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
        line[from..].split('"').next().unwrap().parse().unwrap()
    };
    let text = read(output, &["-bbox"]);
    let (mut page, mut sheet, mut words) = (0, 0.0, Vec::new());
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page") {
            page += 1;
            sheet = number(line, "width");
        } else if line.starts_with("<word") {
            let text = line.split(['>', '<']).nth(2).unwrap().to_owned();
            let [left, right, top, bottom] = ["xMin", "xMax", "yMin", "yMax"].map(|name| number(line, name));
            words.push(Word { page, sheet, left, right, top, bottom, text });
        }
    }
    words
}

/// How many words there are, and which begin or end outside of what a page keeps free around its text.
fn outside(output: &OutputTree) -> (usize, Vec<String>) {
    let words = words(output);
    let outside = words
        .iter()
        // The cover has margins of its own.
        .filter(|word| word.page > 1 && (word.left < 72.0 || word.right > word.sheet - 72.0))
        .map(|word| format!("page {}: {} from {} to {}", word.page, word.text, word.left, word.right))
        .collect();
    (words.len(), outside)
}

fn every_record_is_there() {
    let output = sample();
    let print = letters(&read(&output, &["-raw"]));
    let missing: Vec<_> = data(&output).into_iter().filter(|(_, title)| !print.contains(&letters(title))).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

fn volumes_are_linked() {
    let output = book_of(Path::new(env!("CARGO_MANIFEST_DIR")), |sources| {
        let settings = SourcePath::new("site.toml");
        let text = std::str::from_utf8(sources.get(&settings).unwrap().bytes()).unwrap();
        let text = text.replace("paper = \"a4\"", "paper = \"letter\"\nmax_pages = 50");
        sources.insert(settings, text.into_bytes());
    });
    let page = output.text("book/index.html").unwrap();
    assert!(output.get(PDF).is_none(), "there are volumes in the place of the whole");
    let volumes: Vec<_> = output
        .files()
        .filter(|(path, _)| path.as_str().starts_with("book/") && path.as_str().ends_with(".pdf"))
        .collect();
    assert!((2..=3).contains(&volumes.len()), "some ninety pages are not {} volumes", volumes.len());
    let texts: String = volumes.iter().map(|(path, _)| read_file(&output, path.as_str(), &["-raw"])).collect();
    let texts = texts.replace(['\u{a0}', '\n'], " ");
    let hints: Vec<&str> = texts.split("(volume ").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(hints.len() > 20, "{} references say in which other volume they lead", hints.len());
    let bare: Vec<_> = hints.iter().filter(|hint| !hint.contains(", page ")).collect();
    assert!(bare.is_empty(), "no page is named in {bare:?}");
    pages_of_other_volumes_are_right(&output, &volumes.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>());
    let of = volumes.len();
    for (number, (path, content)) in (1..).zip(volumes) {
        let said = format!("PDF, volume {number} of {of}: ");
        assert!(page.contains(&format!(">{said}")) && page.contains(&format!(": {said}")), "no chip says {said:?}");
        assert!(page.contains(&format!("href=\"{}\"", path.as_str().trim_start_matches("book/"))), "{path}");
        let document = lopdf::Document::load_mem(content.bytes()).unwrap();
        let pages = document.get_pages();
        assert!(pages.len() <= 50, "{path} has {} pages", pages.len());
        let title = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).unwrap().1;
        let title = lopdf::decode_text_string(title.as_dict().unwrap().get(b"Title").unwrap()).unwrap();
        assert!(title.contains(&format!(", volume {number} of {of}: ")), "{path} is called {title:?}");
        let media = document.get_dictionary(pages[&1]).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
        assert!((media[2].as_float().unwrap() - 612.0).abs() < 1.0, "{path} is on letter paper");
        let (_, outlines) = document.dereference(document.catalog().unwrap().get(b"Outlines").unwrap()).unwrap();
        let last = outlines.as_dict().unwrap().get(b"Last").unwrap();
        let (_, last) = document.dereference(last).unwrap();
        let title = last.as_dict().unwrap().get(b"Title").unwrap();
        assert_eq!(lopdf::decode_text_string(title).unwrap(), "Index", "{path} ends with its index");
    }
    let dead: Vec<_> = dead_links(&output).into_iter().filter(|link| link.contains(".pdf")).collect();
    assert!(dead.is_empty(), "{dead:?}");
}

/// What another volume refers to begins on the page that is named there.
fn pages_of_other_volumes_are_right(output: &OutputTree, volumes: &[&str]) {
    let volumes: Vec<Vec<String>> = volumes
        .iter()
        .map(|path| {
            read_file(output, path, &["-raw"]).replace('\u{a0}', " ").split('\u{c}').map(str::to_owned).collect()
        })
        .collect();
    let flat: String =
        volumes.iter().flatten().flat_map(|page| page.split_whitespace()).fold(String::new(), |mut all, word| {
            all.push_str(word);
            all.push(' ');
            all
        });
    let mut right = 0;
    for (_, title) in data(output) {
        for said in flat.split(&format!(" {title} (volume ")).skip(1) {
            let Some((volume, page)) = said.split(')').next().and_then(|said| said.split_once(", page ")) else {
                continue;
            };
            let volume: usize = volume.parse().unwrap();
            // A heading stands behind its number; the number of the page is at its head or at its foot.
            let begins = |text: &&String| {
                text.lines().any(|line| {
                    line.strip_suffix(&title)
                        .is_some_and(|number| number.trim().contains('.') && number.trim().parse::<f64>().is_ok())
                })
            };
            let Some(text) = volumes[volume - 1].iter().find(begins) else { continue };
            let (head, foot) =
                (text.lines().next().unwrap_or_default(), text.trim_end().lines().last().unwrap_or_default());
            let is_named = head.split_whitespace().chain(foot.split_whitespace()).any(|word| word == page);
            assert!(is_named, "{title} is not on page {page} of volume {volume}, but on {head:?}, {foot:?}");
            right += 1;
        }
    }
    assert!(right > 20, "only {right} references were held against their pages");
}

/// About eighty pages hold everything: a page that is nearly empty is a chapter's last one.
fn is_no_longer_than_it_need_be(output: &OutputTree) {
    let text = read(output, &["-raw"]);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!((80..=95).contains(&pages.len()), "the sample's book has {} pages", pages.len());
    let bare: Vec<_> = (1..).zip(&pages).filter(|(number, page)| *number > 1 && page.lines().count() < 4).collect();
    assert!(bare.is_empty(), "{bare:#?}");
}

/// The foot of each page says which it is, and of how many.
fn packs_are_numbered() {
    let output = sample();
    let packs: Vec<&str> =
        output.files().map(|(path, _)| path.as_str()).filter(|path| path.ends_with(".takeaway.pdf")).collect();
    assert!(packs.len() > 5, "the sample has more packs than {}", packs.len());
    let mut without_teacher = 0;
    for pack in packs {
        let text = read_file(&output, pack, &["-layout"]);
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!((2..=6).contains(&pages.len()), "{pack} has {} pages", pages.len());
        for (number, page) in (1..).zip(&pages) {
            let foot = page.trim_end().lines().last().unwrap_or_default();
            let wanted = format!("{number}/{}", pages.len());
            assert!(foot.replace(' ', "").ends_with(&wanted), "{pack}: {foot:?} is not the foot of {wanted}");
        }
        without_teacher += text.matches("Nobody who stays can teach this yet").count();
    }
    assert!(without_teacher > 0, "there are steps of the sample that nobody who stays can teach");
}

/// Whoever was in very many sessions reads how many of them the pack leaves out.
fn a_pack_says_what_is_left_out() {
    let output = book_of(Path::new(env!("CARGO_MANIFEST_DIR")), |sources| {
        let many: String = (0..400)
            .map(|number| {
                let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
                let year = 2010 + number / 336;
                format!("---\ntitle: Standing together {number}\ndate: {year}-{month:02}-{day:02}\ntype: meeting\nparticipants: [noor]\n")
            })
            .collect();
        sources.insert(SourcePath::new("content/sessions/many.yaml"), many.into_bytes());
    });
    let pack = read_file(&output, "people/noor.takeaway.pdf", &["-raw"]);
    assert!(!pack.contains("Standing together 0\n"), "the earliest are left out");
    let line = pack.lines().find(|line| line.ends_with(" more on the site")).expect("it says what it leaves out");
    let left_out: usize = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    let shown = pack.lines().filter(|line| line.contains("Standing together")).count();
    assert!(left_out >= 400 - shown - 40 && left_out <= 460 - shown, "{left_out} left out, {shown} shown");
}
