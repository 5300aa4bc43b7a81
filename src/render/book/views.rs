//! The pictures that are drawn from the records: where each stands, and what leads there.

use super::composer::{Composer, text};
use super::tree::{Block, Drawing, Figure, Inline, Picture, Target};
use crate::model::View;
use crate::render::picture::{self, Palette, Subject};
use crate::render::site;

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
    /// A picture drawn from the records, with the figures behind it; nothing where there is nothing to show.
    pub(super) fn view(&mut self, view: View, arguments: &[(String, String)]) -> Vec<Block> {
        let publication = self.publication;
        let subject = Subject { edition: publication.edition, insights: publication.insights, words: self.words };
        let Some(picture) = picture::draw(subject, view, arguments) else { return Vec::new() };
        let palette = Palette::on_paper(Some(&site::accent(publication.config)));
        let says_title = picture.caption.to_lowercase().starts_with(&picture.title.to_lowercase());
        let caption = if picture.caption.is_empty() {
            picture.title.clone()
        } else if says_title {
            picture.caption.clone()
        } else {
            format!("{}. {}", picture.title, picture.caption)
        };
        // The picture of everything is what other places lead to.
        let id = if arguments.is_empty() && self.shown.insert(view) { view_id(view) } else { self.next_figure() };
        vec![Block::Figure(Figure {
            id: Some(id),
            picture: Picture::Drawing(Drawing {
                paper: picture.document(&palette).into(),
                screen: picture.document_in_theme().into(),
            }),
            alt: picture.description.clone(),
            caption: text(caption),
        })]
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
        let publication = self.publication;
        let subject = Subject { edition: publication.edition, insights: publication.insights, words: self.words };
        let Some(picture) = picture::draw(subject, view, arguments) else { return self.nothing(view) };
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
