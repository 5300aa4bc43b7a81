//! What a file is, by where it lies and what it is called.

use crate::model::{Kind, id_slug, slug};
use crate::source::SourcePath;

/// What a file below `content/` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// A note: of the kind of its folder, or a page, unless its front matter says otherwise.
    Note(Kind, String),
    /// The introduction of a kind's register.
    Introduction(Kind),
    /// The introduction of a chapter of the book.
    Chapter(String),
    /// One record or several, in the folder of a kind.
    Records(Kind, String),
    /// A register at the root.
    Register(Kind),
    /// YAML at the root that no kind claims.
    UnknownRegister,
    /// What an editor or a sync tool left behind.
    Leftover,
    /// A file that notes may refer to, or one that is hidden.
    Other,
}

/// What a file is. The root's `README.md` is the welcome letter only where there is no `index.md`.
pub(crate) fn of(file: &SourcePath, root_has_index: bool) -> Place {
    let path = file.as_str().strip_prefix("content/").unwrap_or(file.as_str());
    if path.split('/').any(|segment| segment.starts_with(['.', '_'])) {
        return Place::Other;
    }
    if is_leftover(file.name()) {
        return Place::Leftover;
    }
    let is_note = matches!(&*file.ending(), "md" | "markdown");
    let is_yaml = matches!(&*file.ending(), "yaml" | "yml");
    if !is_note && !is_yaml {
        return Place::Other;
    }
    let is_index = is_note && matches!(&*file.stem().to_lowercase(), "readme" | "index");
    let (folder, below) = path.split_once('/').map_or(("", path), |(folder, below)| (folder, below));
    let kind = kind_of_folder(folder);
    match kind {
        Some(kind) if is_index && !below.contains('/') => Place::Introduction(kind),
        Some(kind) if is_note => Place::Note(kind, id_of(below, is_index)),
        Some(kind) => Place::Records(kind, id_of(below, false)),
        None if is_yaml && folder.is_empty() => {
            Kind::parse(file.stem()).map_or(Place::UnknownRegister, Place::Register)
        }
        None if is_yaml => Place::Other,
        None if folder == "book" && !below.contains('/') => Place::Chapter(slug(file.stem())),
        None if folder.is_empty() && is_index => {
            let is_letter = !root_has_index || file.stem().eq_ignore_ascii_case("index");
            Place::Note(Kind::Page, if is_letter { "index" } else { "readme" }.to_owned())
        }
        None => Place::Note(Kind::Page, id_of(path, is_index)),
    }
}

fn kind_of_folder(folder: &str) -> Option<Kind> {
    let name = folder.to_lowercase().replace(['_', ' '], "-");
    Kind::ALL.into_iter().find(|kind| !kind.folder().is_empty() && kind.folder() == name)
}

/// The path of a file as an id; an index is its folder.
fn id_of(path: &str, is_index: bool) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if is_index {
        return id_slug(folder);
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    id_slug(if folder.is_empty() { stem.to_owned() } else { format!("{folder}/{stem}") }.as_str())
}

fn is_leftover(name: &str) -> bool {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    lower.ends_with('~')
        || lower.starts_with("~$")
        || (lower.starts_with('#') && lower.ends_with('#'))
        || matches!(ending, "swp" | "swo" | "swn" | "bak" | "orig" | "tmp")
        || ["conflicted copy", "conflict copy", ".sync-conflict-"].iter().any(|mark| lower.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::{Place, of};
    use crate::model::Kind;
    use crate::source::SourcePath;

    #[test]
    fn every_file_has_its_place() {
        let note = |kind, id: &str| Place::Note(kind, id.to_owned());
        let cases = [
            ("index.md", note(Kind::Page, "index")),
            ("README.md", note(Kind::Page, "readme")),
            ("start-here.md", note(Kind::Page, "start-here")),
            ("guides/README.md", note(Kind::Page, "guides")),
            ("playbooks/README.md", Place::Introduction(Kind::Playbook)),
            ("playbooks/Agile/README.md", note(Kind::Playbook, "agile")),
            ("playbooks/Agile/Stand Ups.md", note(Kind::Playbook, "agile/stand-ups")),
            ("sessions/2025/kick-off.yml", Place::Records(Kind::Session, "2025/kick-off".to_owned())),
            ("open_items.yaml", Place::Register(Kind::OpenItem)),
            ("groups.yaml", Place::UnknownRegister),
            ("guides/data.yaml", Place::Other),
            ("book/letter.md", Place::Chapter("letter".to_owned())),
            ("_drafts/x.md", Place::Other),
            ("playbooks/.x.md.swp", Place::Other),
            ("playbooks/x.md~", Place::Leftover),
            ("playbooks/x (Mei's conflicted copy).md", Place::Leftover),
            ("playbooks/x.png", Place::Other),
        ];
        for (path, place) in cases {
            assert_eq!(of(&SourcePath::new(&format!("content/{path}")), true), place, "{path}");
        }
    }
}
