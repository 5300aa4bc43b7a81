//! The preview's own part of a page.

use super::shown::Shown;

/// The script that listens for news, reloads the page, and lists errors in a drawer.
pub(super) const SCRIPT: &str = include_str!("preview.js");

/// The drawer's style sheet.
pub(super) const STYLE: &str = include_str!("preview.css");

/// A page of the site with the script element in it, and otherwise byte for byte.
pub(super) fn with_script(page: &[u8], version: u64) -> Vec<u8> {
    let element = format!("<script src=\"/-leavebehind/preview.js\" data-version=\"{version}\" defer></script>");
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    let mut whole = Vec::with_capacity(page.len() + element.len());
    whole.extend_from_slice(&page[..at]);
    whole.extend_from_slice(element.as_bytes());
    whole.extend_from_slice(&page[at..]);
    whole
}

/// The page that is shown while nothing could be built yet; the drawer lists what is wrong.
pub(super) fn without_site(shown: &Shown) -> Vec<u8> {
    frame("Not built yet", "The notes have errors. This page goes on by itself when they are mended.", shown)
}

/// The page for what is not there, where the site has none of its own.
pub(super) fn not_found(shown: &Shown) -> Vec<u8> {
    frame("Not found", "The site has no such page.", shown)
}

fn frame(title: &str, text: &str, shown: &Shown) -> Vec<u8> {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"stylesheet\" href=\"/-leavebehind/preview.css\"></head>\
         <body class=\"leavebehind-alone\"><h1>{title}</h1><p>{text}</p></body></html>\n"
    );
    with_script(page.as_bytes(), shown.version)
}

#[cfg(test)]
mod tests {
    use super::with_script;

    #[test]
    fn a_page_is_the_same_but_for_one_script_element() {
        let page = b"<body><p>One</p></body></html>";
        let text = String::from_utf8(with_script(page, 7)).expect("it is text");
        let script = "<script src=\"/-leavebehind/preview.js\" data-version=\"7\" defer></script>";
        assert_eq!(text, format!("<body><p>One</p>{script}</body></html>"));
        assert_eq!(text.replace(script, "").as_bytes(), page);
    }

    #[test]
    fn a_page_without_an_end_gets_it_at_the_end() {
        assert!(with_script(b"<p>One", 1).ends_with(b"</script>"));
    }
}
