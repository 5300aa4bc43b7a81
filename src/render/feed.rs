//! What a site gives to programs that follow it: an Atom feed and a sitemap.
//!
//! In: an edition and the address under which it will stand. Out: files; none without an address.
//!
//! *Invariant:* nothing is named that has no page.

use super::Publication;
use super::plain;
use super::site::address::absolute;
use super::site::escape::escaped;
use super::site::route::Routes;
use super::words::Words;
use crate::model::{Entry, EntryId, Kind, Prose, Record, SessionStatus};
use crate::output::{Content, OutputPath};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::fmt::Write as _;

/// So many of the newest records are in the feed.
const NEWEST: usize = 50;

/// A summary is cut after so many signs.
const LONGEST_SUMMARY: usize = 500;

/// One sitemap names at most so many pages, by the protocol.
const LARGEST_SITEMAP: usize = 50_000;

/// The path of the feed.
pub const FEED: &str = "feed.xml";

/// The path of the sitemap.
pub const SITEMAP: &str = "sitemap.xml";

/// The newest sessions, lessons and decisions. None where the site has no address, or nothing a date.
pub fn feed(publication: &Publication<'_>, routes: &Routes, words: &Words) -> Option<(OutputPath, Content)> {
    let base = publication.config.base_url.as_ref()?;
    let edition = publication.edition;
    let kinds = [Kind::Session, Kind::Lesson, Kind::Decision];
    let mut dated: Vec<(Date, &Entry<EntryId>, &Prose<EntryId>)> = kinds
        .into_iter()
        .flat_map(|kind| edition.of_kind(kind))
        .filter_map(|entry| news(entry, edition.today()))
        .collect();
    dated.sort_by_key(|(date, entry, _)| (Reverse(*date), &entry.id));
    dated.truncate(NEWEST);
    let (newest, ..) = dated.first()?;

    let title = escaped(&edition.engagement().site_title);
    let author = edition.engagement().consultancy.as_deref().map_or_else(|| title.clone(), escaped);
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut line = |text: std::fmt::Arguments<'_>| {
        feed.write_fmt(text).expect("writing to a String cannot fail");
        feed.push('\n');
    };
    let home = escaped(base);
    line(format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", words.language().tag()));
    line(format_args!("<id>{home}</id>\n<title>{title}</title>\n<updated>{newest}T00:00:00Z</updated>"));
    line(format_args!("<author><name>{author}</name></author>"));
    line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>"));
    line(format_args!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{home}{FEED}\"/>"));
    for (date, entry, summary) in dated {
        let address = escaped(&format!("{base}{}", routes.url(&entry.id)));
        line(format_args!("<entry>\n<id>{address}</id>\n<title>{}</title>", escaped(&entry.title)));
        line(format_args!("<updated>{date}T00:00:00Z</updated>\n<published>{date}T00:00:00Z</published>"));
        line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>"));
        line(format_args!("<category term=\"{}\" label=\"{}\"/>", entry.id.kind, escaped(&words.kind(entry.id.kind))));
        let summary = shortened(&plain::text(summary));
        if !summary.is_empty() {
            line(format_args!("<summary>{}</summary>", escaped(&summary)));
        }
        line(format_args!("</entry>"));
    }
    line(format_args!("</feed>"));
    Some((OutputPath::new(FEED), Content::Bytes(feed.into_bytes())))
}

/// Every page that is to be found, with the day it was last changed where that is known; a list of
/// sitemaps where one does not hold them all.
pub fn sitemap<'a>(
    base: &str,
    pages: impl IntoIterator<Item = (&'a OutputPath, Option<Date>)>,
) -> Vec<(OutputPath, Content)> {
    let pages: Vec<(&OutputPath, Option<Date>)> = pages.into_iter().collect();
    if pages.len() <= LARGEST_SITEMAP {
        return vec![(OutputPath::new(SITEMAP), page_list(base, &pages))];
    }
    let mut files = Vec::new();
    let mut list = String::new();
    for (number, pages) in (1..).zip(pages.chunks(LARGEST_SITEMAP)) {
        let path = OutputPath::new(format!("sitemap-{number}.xml"));
        writeln!(list, "<sitemap><loc>{}</loc></sitemap>", escaped(&absolute(base, &path)))
            .expect("writing to a String cannot fail");
        files.push((path, page_list(base, pages)));
    }
    files.push((OutputPath::new(SITEMAP), document("sitemapindex", &list)));
    files
}

fn page_list(base: &str, pages: &[(&OutputPath, Option<Date>)]) -> Content {
    let mut list = String::new();
    for (path, changed) in pages {
        let changed = changed.map_or_else(String::new, |date| format!("<lastmod>{date}</lastmod>"));
        writeln!(list, "<url><loc>{}</loc>{changed}</url>", escaped(&absolute(base, path)))
            .expect("writing to a String cannot fail");
    }
    document("urlset", &list)
}

fn document(root: &str, list: &str) -> Content {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</{root}>\n"
    );
    Content::Bytes(text.into_bytes())
}

/// What is news: the day, and what it is about.
fn news(entry: &Entry<EntryId>, today: Date) -> Option<(Date, &Entry<EntryId>, &Prose<EntryId>)> {
    let (date, summary) = match &entry.record {
        Record::Session(session) if session.status_on(today) == SessionStatus::Held => (session.date, &session.summary),
        Record::Lesson(lesson) => (lesson.date, &lesson.event),
        Record::Decision(decision) => (decision.date, &decision.outcome),
        _ => return None,
    };
    Some((date?, entry, summary))
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST_SUMMARY) {
        None => text,
        Some((end, _)) => {
            let cut = &text[..end];
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SITEMAP, sitemap};
    use crate::output::OutputPath;

    #[test]
    fn pages_are_named_by_their_whole_escaped_address() {
        let (home, page) = (OutputPath::new("index.html"), OutputPath::new("people/zoë & co.html"));
        let date = jiff::civil::date(2026, 5, 29);
        let files = sitemap("https://example.com/h/", [(&home, None), (&page, Some(date))]);
        let text = String::from_utf8(files[0].1.bytes().to_vec()).unwrap();
        assert_eq!(files[0].0.as_str(), SITEMAP);
        assert!(text.contains("<url><loc>https://example.com/h/</loc></url>"), "{text}");
        let expected = "<loc>https://example.com/h/people/zo%C3%AB%20%26%20co.html</loc><lastmod>2026-05-29</lastmod>";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn many_pages_have_several_sitemaps() {
        let paths: Vec<OutputPath> = (0..50_001).map(|number| OutputPath::new(format!("{number}.html"))).collect();
        let files = sitemap("https://example.com/", paths.iter().map(|path| (path, None)));
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", SITEMAP]);
    }
}
