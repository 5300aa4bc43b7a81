//! Addresses as they stand in `href` and `src`.

use crate::output::OutputPath;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;

/// What never needs an escape anywhere in an address, nor in an attribute of HTML.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
const WAY: &AsciiSet = &SEGMENT.remove(b'/');

/// What checkers of HTML refuse in the part of an address after its host.
const OUTSIDE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A way between pages, its segments escaped.
pub fn way(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, WAY).into()
}

/// An anchor as it stands behind `#`.
pub fn fragment(anchor: &str) -> Cow<'_, str> {
    utf8_percent_encode(anchor, SEGMENT).into()
}

/// The whole address of a page, for a site that will stand at `base`: canonical links, sitemap.
/// A folder's index page is named by its folder.
pub fn absolute(base: &str, path: &OutputPath) -> String {
    let path = path.as_str();
    let named = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    format!("{base}{}", way(named))
}

/// The `id` attribute of a heading or a row that its author names; an `id` stays what it is.
///
/// Names that begin with `lb-` belong to the pages' own parts, but for `lb-h-`.
pub fn id_of(prefix: &str, anchor: &str) -> String {
    let is_ours = prefix.is_empty() && anchor.starts_with("lb-") && !anchor.starts_with("lb-h-");
    if is_ours { format!("lb-h-{anchor}") } else { format!("{prefix}{anchor}") }
}

/// An address outside the site as browsers and checkers take it. None where there is no telling
/// where it leads: `https://<your-host>/`.
pub fn outside(written: &str) -> Option<String> {
    let written = written.trim();
    let (scheme, rest) = written.split_once(':')?;
    if !scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        || !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    {
        return None;
    }
    let Some(rest) = rest.strip_prefix("//") else {
        // `mailto:` and its like have no host; one that should have is no address.
        let hosted = ["http", "https", "ftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return (!hosted && !rest.is_empty()).then(|| format!("{scheme}:{}", escaped(rest)));
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at(end);
    is_host(host).then(|| format!("{scheme}://{host}{}", escaped(rest)))
}

/// Whether an address outside the site takes the reader to another page: mail and telephone open another program.
pub fn leaves(outside: &str) -> bool {
    !outside.starts_with("mailto:") && !outside.starts_with("tel:")
}

fn is_host(host: &str) -> bool {
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !host.ends_with(']') => (name, port),
        _ => (host, ""),
    };
    let is_number = port.parse::<u16>().is_ok() || port.is_empty();
    if let Some(address) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return is_number && address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    is_number
        && !name.split('.').any(str::is_empty)
        && name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.' | '_'))
}

/// The part after the host: what is escaped stays so, what must be is, and of several `#` only
/// the first parts the fragment.
fn escaped(rest: &str) -> String {
    let mut out = String::with_capacity(rest.len());
    let mut fragment = false;
    let mut start = 0;
    for (at, sign) in rest.char_indices() {
        let escape = match sign {
            '%' => {
                let digits = rest.as_bytes().get(at + 1..at + 3);
                (!digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))).then_some("%25")
            }
            '#' if fragment => Some("%23"),
            _ => None,
        };
        fragment |= sign == '#';
        if let Some(escape) = escape {
            out.extend(utf8_percent_encode(&rest[start..at], OUTSIDE));
            out.push_str(escape);
            start = at + 1;
        }
    }
    out.extend(utf8_percent_encode(&rest[start..], OUTSIDE));
    out
}

#[cfg(test)]
mod tests {
    use super::outside;

    #[test]
    fn addresses_of_other_hosts_keep_what_is_escaped() {
        let kept = "https://example.com:8080/a%20b?q=1&r=2#part";
        assert_eq!(outside(kept).as_deref(), Some(kept));
        assert_eq!(
            outside("https://example.com/a b/[x]#one#two").as_deref(),
            Some("https://example.com/a%20b/%5Bx%5D#one%23two")
        );
        assert_eq!(outside("https://example.com/100%").as_deref(), Some("https://example.com/100%25"));
        assert_eq!(outside("mailto:mei@example.com").as_deref(), Some("mailto:mei@example.com"));
        assert_eq!(outside("http://[::1]:80/").as_deref(), Some("http://[::1]:80/"));
    }

    #[test]
    fn what_leads_nowhere_is_no_address() {
        for written in ["https://<your-host>/", "http://", "https:x", "http://a..b/", "http://host:port/", "words"] {
            assert_eq!(outside(written), None, "{written}");
        }
    }
}
