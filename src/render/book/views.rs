//! The pictures that are drawn from the records: where each stands, and what leads there.

use super::composer::{Composer, text};
use super::tree::{self, Block, Drawing, Figure, Inline, Target};
use crate::model::View;
use crate::render::picture::{self, Palette, Picture, Subject};
use crate::render::site;

/// What a turned page holds across, and an upright one from top to foot, in letters of 7 points: CSS pixels.
const WIDEST: f64 = 1240.0;
const TALLEST: f64 = 1110.0;
/// A picture that this many parts do not make legible is left whole.
const MOST_PARTS: usize = 12;

/// The chapter that shows a picture of everything.
fn home(view: View) -> Option<&'static str> {
    match view {
        View::SkillsMatrix | View::Coverage => Some("skills"),
        View::Timeline => Some("story"),
        View::Schedule | View::Budget => Some("portfolio"),
        View::Staircase => Some("what-we-leave-behind"),
        View::RiskGrid => Some("open-items"),
        View::LessonsByTheme => Some("lessons"),
        View::Readiness => None,
    }
}

impl Composer<'_> {
    /// A picture drawn from the records; nothing where there is nothing to show. One of all skills that no page could
    /// hold in letters that can be read is parted.
    pub(super) fn view(&mut self, view: View, arguments: &[(String, String)]) -> Vec<Block> {
        let Some(whole) = picture::draw(self.subject(), view, arguments) else { return Vec::new() };
        let is_legible = |picture: &Picture| picture.width <= WIDEST && picture.height <= TALLEST;
        let parts = if is_legible(&whole) || !arguments.is_empty() {
            None
        } else {
            (2..=MOST_PARTS)
                .map(|of| picture::parts(self.subject(), view, of))
                .find(|parts| parts.iter().all(is_legible))
        };
        match parts.filter(|parts| !parts.is_empty()) {
            Some(parts) => {
                let count = parts.len();
                let drawn = parts.into_iter().enumerate().map(|(place, mut part)| {
                    part.title = self.words.with_more(&part.title, &format!("{}/{count}", place + 1));
                    self.drawn(part, true)
                });
                drawn.collect()
            }
            None => vec![self.drawn(whole, arguments.is_empty())],
        }
    }

    fn subject(&self) -> Subject<'_> {
        let publication = self.publication;
        Subject { edition: publication.edition, insights: publication.insights, words: self.words }
    }

    /// A picture as a figure. The first one of everything is what other places lead to.
    fn drawn(&mut self, picture: Picture, is_of_all: bool) -> Block {
        let publication = self.publication;
        let palette = Palette::on_paper(Some(&site::accent(publication.config)));
        let says_title = picture.caption.to_lowercase().starts_with(&picture.title.to_lowercase());
        let caption = if picture.caption.is_empty() {
            picture.title.clone()
        } else if says_title {
            picture.caption.clone()
        } else {
            format!("{}. {}", picture.title, picture.caption)
        };
        let view = picture.view;
        let id = if is_of_all && self.shown.insert(view) { view_id(view) } else { self.next_figure() };
        Block::Figure(Figure {
            id: Some(id),
            picture: tree::Picture::Drawing(Drawing {
                paper: picture.document(&palette).into(),
                screen: picture.document_in_theme().into(),
            }),
            alt: picture.description,
            caption: text(caption),
        })
    }

    /// The picture of everything, where its chapter has not shown it in its introduction.
    pub(super) fn own_view(&mut self, view: View) -> Vec<Block> {
        if self.shown.contains(&view) { Vec::new() } else { self.view(view, &[]) }
    }

    /// A picture that a note asks for. One that stands in a chapter of its own is not printed a second
    /// time: a line leads there.
    pub(super) fn view_of_note(&mut self, view: View, arguments: &[(String, String)]) -> Vec<Block> {
        let home = home(view).filter(|home| arguments.is_empty() && self.chapters.contains(home));
        if home.is_none() || home == self.introduces {
            let drawn = self.view(view, arguments);
            return if drawn.is_empty() { self.nothing(view) } else { drawn };
        }
        let Some(picture) = picture::draw(self.subject(), view, arguments) else { return self.nothing(view) };
        let link = Inline::Link { to: Target::Id(view_id(view)), text: text(picture.title) };
        vec![Block::Paragraph(vec![Inline::Text("→\u{a0}".to_owned()), link])]
    }

    /// What stands in the place of a picture that a note asks for in vain.
    fn nothing(&self, view: View) -> Vec<Block> {
        if picture::is_hidden(self.publication.edition, view) {
            return Vec::new();
        }
        vec![Block::Paragraph(vec![Inline::Emphasis(vec![self.word("picture-nothing")])])]
    }
}

/// The id of the picture of everything.
fn view_id(view: View) -> String {
    format!("figure:{}", view.as_str())
}
