//! What is answered to what a browser asks for.

use super::book::Book;
use super::content_type::content_type;
use super::page;
use super::shown::Shown;
use crate::output::{OutputPath, OutputTree};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// The folder of the preview's own files; no site has such a path.
const OWN: &str = "/-leavebehind/";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// The stream of news for open pages.
    News,
    /// The script that listens to it.
    Script,
    /// The script's style sheet.
    Style,
    /// A path of the site, decoded.
    Path(String),
    /// A path that cannot be one.
    Nonsense,
}

impl Asked {
    /// What the path of a URL asks for.
    pub(super) fn of(path: &str) -> Self {
        match path.strip_prefix(OWN) {
            Some("news") => Self::News,
            Some("preview.js") => Self::Script,
            Some("preview.css") => Self::Style,
            Some(_) => Self::Nonsense,
            None => decoded(path.trim_start_matches('/')).map_or(Self::Nonsense, Self::Path),
        }
    }
}

/// Whether a request comes from a page of this server, as far as headers can tell: other sites may
/// make a browser ask, by a name of theirs that leads to this machine too.
pub(super) fn is_from_here(port: u16, host: Option<&str>, origin: Option<&str>) -> bool {
    let hosts = ["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{port}"));
    let is_ours = |text: &str| hosts.iter().any(|host| host == text);
    host.is_some_and(is_ours) && origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(is_ours))
}

/// The answer.
pub(super) fn to(asked: &Asked, shown: &Shown) -> Response {
    match (asked, &shown.site) {
        (Asked::News | Asked::Nonsense, _) => answer(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", Vec::new()),
        (Asked::Script, _) => answer(StatusCode::OK, content_type("preview.js"), page::SCRIPT),
        (Asked::Style, _) => answer(StatusCode::OK, content_type("preview.css"), page::STYLE),
        (Asked::Path(_), None) => {
            answer(StatusCode::INTERNAL_SERVER_ERROR, content_type("x.html"), page::without_site(shown))
        }
        (Asked::Path(path), Some(site)) => from_site(path, &site.0, &site.1, shown),
    }
}

fn from_site(path: &str, site: &OutputTree, book: &Book, shown: &Shown) -> Response {
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let (status, file, content) = match site.get(&file) {
        Some(content) => (StatusCode::OK, file, content),
        None if site.promises(&file) => match book.file(&OutputPath::new(&file)) {
            Ok(Some(content)) => (StatusCode::OK, file, content),
            Ok(None) => return answer(StatusCode::NOT_FOUND, content_type("x.html"), page::not_found(shown)),
            Err(reason) => {
                return answer(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", reason.to_owned());
            }
        },
        None if site.get(&format!("{file}/index.html")).is_some() => return to_folder(&file),
        None => match site.get("404.html") {
            Some(content) => (StatusCode::NOT_FOUND, "404.html".to_owned(), content),
            None => return answer(StatusCode::NOT_FOUND, content_type("x.html"), page::not_found(shown)),
        },
    };
    let body = if OutputPath::new(&file).is_page() {
        page::with_script(content.bytes(), shown.version)
    } else {
        content.bytes().to_vec()
    };
    answer(status, content_type(&file), body)
}

/// Relative links of a folder's page only work where its address ends in a slash.
fn to_folder(path: &str) -> Response {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut response = answer(StatusCode::FOUND, "text/plain; charset=utf-8", Vec::new());
    // Relative, so that no host can be smuggled in; the name is encoded, so it is a good header.
    if let Ok(location) = HeaderValue::from_str(&format!("./{}/", utf8_percent_encode(name, NON_ALPHANUMERIC))) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

fn answer(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// The text of a path with `%` escapes. None where it is no text.
fn decoded(path: &str) -> Option<String> {
    percent_decode_str(path).decode_utf8().ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{Asked, is_from_here, to};
    use crate::compile::Request;
    use crate::diagnostic::Report;
    use crate::output::{Content, OutputPath, OutputTree};
    use crate::preview::Options;
    use crate::preview::book::Book;
    use crate::preview::shown::Shown;
    use crate::source::SourceTree;
    use axum::http::{StatusCode, header};

    fn shown(files: &[(&str, &str)]) -> Shown {
        let mut site = OutputTree::new();
        for (path, text) in files {
            assert!(site.insert(OutputPath::new(path), Content::Bytes(text.as_bytes().to_vec())));
        }
        let options = Options {
            folder: "/site".into(),
            request: Request::on("2026-05-29".parse().expect("it is a date")),
            port: None,
            open: false,
            say: |_| {},
            show: |_, _| {},
        };
        Shown::nothing().good(site, Book::of(&options, &SourceTree::new(), Report::new()))
    }

    #[test]
    fn a_foreign_host_or_origin_is_refused() {
        assert!(is_from_here(4000, Some("127.0.0.1:4000"), None));
        assert!(is_from_here(4000, Some("localhost:4000"), Some("http://localhost:4000")));
        assert!(!is_from_here(4000, Some("evil.example:4000"), None));
        assert!(!is_from_here(4000, Some("127.0.0.1:4000"), Some("http://evil.example")));
        assert!(!is_from_here(4000, Some("127.0.0.1:4000"), Some("null")));
        assert!(!is_from_here(4000, None, None));
    }

    #[test]
    fn a_folder_without_its_slash_leads_to_the_one_with_it() {
        let response = to(&Asked::of("/play%20books"), &shown(&[("play books/index.html", "x")]));
        assert_eq!(response.status(), StatusCode::FOUND);
        assert_eq!(response.headers()[header::LOCATION], "./play%20books/");
    }

    #[test]
    fn a_path_that_is_no_text_is_not_found() {
        assert_eq!(Asked::of("/%ff"), Asked::Nonsense);
        assert_eq!(Asked::of("/a%C3%BC.html"), Asked::Path("aü.html".into()));
    }

    #[test]
    fn what_the_site_does_not_have_is_its_404_page() {
        let shown = shown(&[("404.html", "lost")]);
        assert_eq!(to(&Asked::of("/nowhere"), &shown).status(), StatusCode::NOT_FOUND);
        assert_eq!(to(&Asked::of("/../secret"), &shown).status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn before_the_first_good_site_every_page_shows_the_errors() {
        assert_eq!(to(&Asked::of("/"), &Shown::nothing()).status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
