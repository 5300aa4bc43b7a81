//! The picture that other places on the web show beside a link to the site: its cover, as pixels.

use super::Publication;
use super::picture::canvas::wrapped;
use super::site::escape::escaped;
use super::site::{accent, title_of};
use super::words::{Value, Words};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};
use typst::text::{Coverage, FontVariant};

/// What the large networks show uncut: 1.91 to 1.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// The left edge of the words.
const LEFT: u32 = 80;

/// The family in which they are set: one that Typst brings along.
const FAMILY: &str = "Libertinus Serif";

/// The card as PNG; nothing where the title is in a script that the family does not have.
pub(super) fn card(publication: &Publication<'_>, words: &Words) -> Option<Vec<u8>> {
    let drawing = drawing(publication, words);
    let letters = letters();
    if drawing.chars().any(|letter| !letters.coverage.contains(u32::from(letter))) {
        return None;
    }
    let options = Options { fontdb: Arc::clone(&letters.database), font_family: FAMILY.into(), ..Options::default() };
    let tree = Tree::from_str(&drawing, &options).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

/// The face of the family, and the letters it has.
struct Letters {
    database: Arc<fontdb::Database>,
    coverage: Coverage,
}

fn letters() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let (font, info) = typst_kit::fonts::embedded()
            .find(|(_, info)| info.family == FAMILY && info.variant == FontVariant::default())
            .expect("Typst brings its text font along");
        let mut database = fontdb::Database::new();
        database.load_font_data(font.data().to_vec());
        Letters { database: Arc::new(database), coverage: info.coverage }
    })
}

/// The same steps as on the cover of the home page, and its words.
fn drawing(publication: &Publication<'_>, words: &Words) -> String {
    let engagement = publication.edition.engagement();
    let title = wrapped(&title_of(publication, words), f64::from(WIDTH - 2 * LEFT), 84.0, 3);
    let with = engagement
        .consultancy
        .as_ref()
        .map(|name| words.say_with("with-consultancy", &[("consultancy", Value::Text(name))]));
    let dates = match (engagement.start, engagement.end) {
        (Some(start), Some(end)) => Some(format!("{} – {}", words.date(start), words.date(end))),
        _ => None,
    };
    let foot: Vec<&str> = [dates.as_deref(), with.as_deref()].into_iter().flatten().collect();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{FAMILY}\" \
         fill=\"#ffffff\"><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{}\"/>",
        accent(publication.config)
    );
    for (left, top) in [(240, 510), (480, 390), (720, 270), (960, 150)] {
        let (width, height) = (WIDTH - left, HEIGHT - top);
        let _ =
            write!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill-opacity=\"0.07\"/>");
    }
    let mut line = |y: usize, size: usize, text: &str| {
        let _ = write!(svg, "<text x=\"{LEFT}\" y=\"{y}\" font-size=\"{size}\">{}</text>", escaped(text));
    };
    line(130, 34, &words.say("group-stays"));
    for (place, text) in title.iter().enumerate() {
        line(240 + 96 * place, 84, text);
    }
    line(560, 32, &foot.join(" · "));
    svg.push_str("</svg>");
    svg
}
