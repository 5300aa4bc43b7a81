//! Which circles of readers there are, and which of them a folder's default restricts a file to.

use crate::config::Config;
use crate::model::{Audience, Audiences, Policy, Safeguard};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The circles of readers of a site.
pub(crate) struct Circles {
    /// Whether site.toml could be read so far that there can be no others.
    pub(crate) are_all_known: bool,
    known: BTreeSet<String>,
    defaults: Vec<(String, Audience)>,
    /// The patterns whose audience cannot be read.
    doubtful: Vec<String>,
    editions: Vec<Policy>,
}

impl Circles {
    /// Those that every site has, those that an edition admits, and those of folders.
    pub(crate) fn of(config: &Config) -> Self {
        let built_in = [Audience::internal(), Audience::client(), Audience::public()];
        let admitted = config.editions.values().filter_map(|policy| policy.admits.as_ref()).flatten();
        let of_folders = config.audiences.iter().map(|(_, audience)| audience);
        let known = built_in.iter().chain(admitted).chain(of_folders).map(|audience| audience.as_str().to_owned());
        let defaults = config.audiences.iter().map(|(path, audience)| (folded(path), audience.clone()));
        let doubtful = config.doubtful_audiences.iter().map(|path| folded(path)).collect();
        Self {
            are_all_known: config.audiences_are_known,
            known: known.collect(),
            defaults: defaults.collect(),
            doubtful,
            editions: config.editions.values().cloned().collect(),
        }
    }

    /// Whether every edition that shows a record shows the other one as well; a draft is shown in the
    /// internal edition alone.
    pub(crate) fn see_with(&self, (record, is_draft): (&Audiences, bool), (other, draft): (&Audiences, bool)) -> bool {
        let shows = |policy: &Policy, audiences: &Audiences, draft: bool| {
            policy.is_internal() || (policy.shows(audiences) && !draft)
        };
        self.editions.iter().all(|policy| !shows(policy, record, is_draft) || shows(policy, other, draft))
    }

    /// The circle of that name, in any letter case.
    pub(crate) fn find(&self, written: &str) -> Option<Audience> {
        let name = written.trim();
        if self.known.contains(name) {
            return Some(Audience::new(name));
        }
        let lower = name.to_lowercase();
        self.known.iter().find(|known| known.to_lowercase() == lower).map(|known| Audience::new(known))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// Whether a path of the settings covers a file, by its path below `content/`.
    pub(crate) fn covers(&self, written: &str, path: &str) -> bool {
        covers(&folded(written), &folded(path))
    }

    /// What the settings say of a file, by its path below `content/`.
    pub(crate) fn of_path(&self, path: &str) -> Audiences {
        let mut audiences = Audiences::unsaid();
        let path = folded(path);
        for (pattern, audience) in &self.defaults {
            if !covers(pattern, &path) || Safeguard::FolderDefaults.is_out() {
                continue;
            }
            if self.doubtful.contains(pattern) {
                audiences.doubt();
            } else {
                audiences.restrict(audience.clone());
            }
        }
        audiences
    }
}

/// Secrecy must not hang on the letter case or the Unicode form of a folder's name.
fn folded(path: &str) -> String {
    path.trim_matches('/').nfc().flat_map(char::to_lowercase).collect()
}

/// Whether a pattern is a file, a folder above it, or a glob (`*` within a name, `**` across
/// folders) of one of these.
fn covers(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let mut path: Vec<&str> = path.split('/').collect();
    if covers_segments(&pattern, &path) {
        return true;
    }
    // The ending of a note may be left out.
    let Some(last) = path.pop() else { return false };
    path.push(last.rsplit_once('.').map_or(last, |(stem, _)| stem));
    covers_segments(&pattern, &path)
}

fn covers_segments(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], _) => true,
        (["**", rest @ ..], _) => (0..=path.len()).any(|skipped| covers_segments(rest, &path[skipped..])),
        ([first, rest @ ..], [name, below @ ..]) => covers_name(first, name) && covers_segments(rest, below),
        (_, []) => false,
    }
}

fn covers_name(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            (0..=name.len()).filter(|at| name.is_char_boundary(*at)).any(|at| covers_name(rest, &name[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_folder_covers_what_is_below_it() {
        for pattern in
            ["sessions/steering", "sessions/**", "sessions/st*/*.yaml", "**/2025-01", "sessions/steering/2025-01.yaml"]
        {
            assert!(covers(pattern, "sessions/steering/2025-01.yaml"), "{pattern}");
        }
        for pattern in ["sessions/steer", "steering", "sessions/steering/2025"] {
            assert!(!covers(pattern, "sessions/steering/2025-01.yaml"), "{pattern}");
        }
    }
}
