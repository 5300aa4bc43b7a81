//! A picture as it stands in a page: with its caption, its legend and the table behind it.

use super::escape::escaped;
use crate::model::{View, slug};
use crate::render::Publication;
use crate::render::picture::{self, Picture, Subject};
use crate::render::words::Words;
use std::fmt::Write as _;

/// The picture as a figure. `id` begins the ids in it, and is the page's to keep unique.
pub fn figure(picture: &Picture, id: &str, words: &Words) -> String {
    let mut html = String::from("<figure class=\"figure\">");
    push(&mut html, format_args!("<figcaption>{}</figcaption>", escaped(&picture.title)));
    if !picture.caption.is_empty() && picture.caption != picture.title {
        push(&mut html, format_args!("<p class=\"figure-note\">{}</p>", escaped(&picture.caption)));
    }
    if !picture.legend.is_empty() {
        html.push_str("<ul class=\"legend\">");
        for legend in &picture.legend {
            push(&mut html, format_args!("<li>{}{}</li>", legend.swatch(), escaped(&legend.label)));
        }
        html.push_str("</ul>");
    }
    let title = escaped(&picture.title);
    let names = picture.names_svg();
    let class = if names.is_some() { "scroll scroll-names" } else { "scroll" };
    push(
        &mut html,
        format_args!(
            "<div class=\"{class}\" role=\"group\" aria-label=\"{title}\" tabindex=\"0\">{}{}</div>",
            picture.svg(id),
            names.unwrap_or_default()
        ),
    );
    push(
        &mut html,
        format_args!(
            "<details><summary>{}</summary><div class=\"scroll\" role=\"group\" aria-label=\"{title}\" tabindex=\"0\"><table><caption>{title}</caption><thead><tr>",
            escaped(&words.say("figures-as-table"))
        ),
    );
    for column in &picture.table.head {
        let class = if column.numeric { " class=\"num\"" } else { "" };
        if column.name.is_empty() {
            html.push_str("<td></td>");
        } else {
            push(&mut html, format_args!("<th scope=\"col\"{class}>{}</th>", escaped(&column.name)));
        }
    }
    html.push_str("</tr></thead><tbody>");
    for row in &picture.table.rows {
        html.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            let numeric = picture.table.head.get(place).is_some_and(|column| column.numeric);
            let class = if numeric { " class=\"num\"" } else { "" };
            let (name, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            push(&mut html, format_args!("<{name}{scope}{class}>{}</{name}>", escaped(cell)));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table></div></details></figure>\n");
    html
}

fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    html.write_fmt(arguments).expect("writing to a String cannot fail");
}

/// What comes of the wish for a picture, as HTML.
#[derive(Debug)]
pub enum Drawn {
    /// The picture.
    Figure(String),
    /// A sentence for the note that asks for it in vain: nothing is recorded that it could show.
    Nothing(String),
}

/// Draws the pictures of pages and notes, each with the ids it is given; a sentence where there is nothing to show,
/// and nothing where the edition hides what it would show.
pub fn pictures<'a>(
    publication: &'a Publication<'a>,
    words: &'a Words,
) -> impl Fn(&str, &[(String, String)], &str) -> Option<Drawn> + Sync + 'a {
    move |name, arguments, id| {
        let view = View::parse(name)?;
        let subject = Subject { edition: publication.edition, insights: publication.insights, words };
        match picture::draw(subject, view, arguments) {
            Some(drawn) => Some(Drawn::Figure(figure(&drawn, id, words))),
            None if picture::is_hidden(publication.edition, view) => None,
            None => Some(Drawn::Nothing(format!("<p class=\"soft\">{}</p>\n", escaped(&words.say("picture-nothing"))))),
        }
    }
}

/// What the ids in a picture's figure begin with.
pub(super) fn id(name: &str, arguments: &[(String, String)]) -> String {
    let mut id = format!("lb-view-{name}");
    for (key, value) in arguments {
        push(&mut id, format_args!("-{key}-{}", slug(value)));
    }
    id
}
