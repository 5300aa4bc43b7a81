//! Names of files that every system takes.

use crate::output::OutputPath;
use crate::source::SourcePath;
use unicode_normalization::UnicodeNormalization;

/// A name longer than this many bytes is cut; systems take 255, and some add to them.
const LONGEST: usize = 120;

const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Where a file that lies beside the notes is copied to.
pub(super) fn output_path(shown: &SourcePath) -> OutputPath {
    let shown = shown.as_str();
    let segments: Vec<String> = shown.strip_prefix("content/").unwrap_or(shown).split('/').map(name).collect();
    OutputPath::new(segments.join("/"))
}

/// The page at an old path: `old/page.html`, `/old/page/`, `old/page.md`. None where it is no path
/// inside the site.
pub(super) fn of_alias(alias: &str) -> Option<OutputPath> {
    let alias = alias.trim();
    if alias.contains("://") {
        return None;
    }
    let folder = alias.ends_with('/');
    let mut segments: Vec<String> = Vec::new();
    for segment in alias.split('/').filter(|segment| !segment.is_empty() && *segment != ".") {
        if segment == ".." {
            return None;
        }
        segments.push(name(segment));
    }
    let last = segments.pop()?;
    if folder {
        segments.extend([last, "index.html".into()]);
    } else {
        let stem =
            last.strip_suffix(".html").or_else(|| last.strip_suffix(".htm")).or_else(|| last.strip_suffix(".md"));
        segments.push(format!("{}.html", stem.unwrap_or(&last)));
    }
    Some(OutputPath::new(segments.join("/")))
}

/// The name of a page that is called by a slug; `otherwise` where the slug is empty.
pub(super) fn of_slug(slug: &str, otherwise: &str) -> String {
    if slug.is_empty() { otherwise.into() } else { name(slug) }
}

/// A segment of a path without what some system refuses.
fn name(segment: &str) -> String {
    let mut name: String =
        segment.nfc().map(|sign| if sign.is_control() || r#"<>:"|?*\"#.contains(sign) { '-' } else { sign }).collect();
    name.truncate(name.trim_end_matches(['.', ' ']).len());
    if name.is_empty() {
        name.push('-');
    }
    let stem_end = name.find('.').unwrap_or(name.len());
    if RESERVED.iter().any(|reserved| name[..stem_end].eq_ignore_ascii_case(reserved)) {
        name.insert(stem_end, '-');
    }
    if name.len() > LONGEST {
        let ending = name.rfind('.').filter(|at| name.len() - at <= 12).map_or("", |at| &name[at..]);
        let hash = blake3::hash(name.as_bytes()).to_hex();
        let mut end = LONGEST - ending.len() - 9;
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        name = format!("{}-{}{ending}", &name[..end], &hash[..8]);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{name, of_alias};

    #[test]
    fn names_that_windows_refuses_are_changed() {
        assert_eq!(name("con.png"), "con-.png");
        assert_eq!(name("a:b?.csv"), "a-b-.csv");
        assert_eq!(name("a\nb."), "a-b");
        let long = name(&format!("{}.png", "ä".repeat(200)));
        assert!(long.len() <= 120 && long.strip_suffix(".png").is_some(), "{long}");
    }

    #[test]
    fn old_paths_are_pages_inside_the_site() {
        let path = |alias| of_alias(alias).map(|path| path.as_str().to_owned());
        assert_eq!(path("/old/page.md").as_deref(), Some("old/page.html"));
        assert_eq!(path("old/").as_deref(), Some("old/index.html"));
        assert_eq!(path("old").as_deref(), Some("old.html"));
        assert_eq!(path("../out.html"), None);
        assert_eq!(path("/"), None);
    }
}
