//! What is said of a finished edition to whoever receives it, and how it is held to that.

use crate::model::{Naming, Policy, RatingDetail};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// That an edition was checked, and what it consisted of.
///
/// It stands beside the folder it speaks of, and holds no word that was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The program and its version.
    pub program: String,
    /// What counted as today, as ISO 8601.
    pub date: String,
    /// What the edition shows, in words.
    pub edition: String,
    /// What no check of this kind can see.
    pub limits: Vec<String>,
    /// How many things were searched for; zero for an edition that withholds nothing.
    pub searched_for: usize,
    /// How many files they were searched for in.
    pub searched_in: usize,
    /// The BLAKE3 hash of every file, by its path from the folder.
    pub files: BTreeMap<String, String>,
}

impl Certificate {
    pub(super) fn new(policy: &Policy, date: Date, searched_for: usize, files: BTreeMap<String, String>) -> Self {
        Self {
            program: concat!("leavebehind ", env!("CARGO_PKG_VERSION")).into(),
            date: date.to_string(),
            edition: description(policy),
            limits: limits(policy),
            searched_for,
            searched_in: if policy.is_internal() { 0 } else { files.len() },
            files,
        }
    }

    /// The certificate as it is written: JSON, indented, with a line end.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("texts, numbers and maps of texts are JSON");
        json.push('\n');
        json
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    pub fn from_json(json: &[u8]) -> Result<Self, Unreadable> {
        serde_json::from_slice(json).map_err(|error| Unreadable(error.to_string()))
    }
}

/// A file that is no certificate, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the certificate cannot be read: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

/// In what a folder differs from its certificate; paths in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files with other contents than they had.
    pub changed: Vec<String>,
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files that are there no more.
    pub lost: Vec<String>,
}

impl Differences {
    /// Whether everything is as it was.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty() && self.lost.is_empty()
    }
}

/// Holds files, by their paths from the folder, against a certificate.
///
/// Files and folders at the top whose names begin with a dot are the keeper's own (`.git`).
pub fn verify<'a>(certificate: &Certificate, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Differences {
    let mut differences = Differences::default();
    let mut left: BTreeMap<&str, &str> =
        certificate.files.iter().map(|(path, hash)| (path.as_str(), hash.as_str())).collect();
    for (path, bytes) in files {
        match left.remove(path) {
            Some(hash) if hash == hash_of(bytes) => {}
            Some(_) => differences.changed.push(path.to_owned()),
            None if path.starts_with('.') => {}
            None => differences.added.push(path.to_owned()),
        }
    }
    differences.lost = left.into_keys().map(str::to_owned).collect();
    differences.changed.sort();
    differences.added.sort();
    differences
}

pub(super) fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn description(policy: &Policy) -> String {
    let Some(admits) = &policy.admits else {
        return "Everything: remarks, drafts and withheld matter are shown. Not for handing over.".into();
    };
    let names: Vec<&str> = admits.iter().map(crate::model::Audience::as_str).collect();
    let people = match policy.people {
        Naming::Names => "by name",
        Naming::Initials => "by their initials",
        Naming::Roles => "by their roles",
    };
    let money = if policy.money { "shown" } else { "not shown" };
    let ratings = match policy.ratings {
        RatingDetail::Person => "shown for each person",
        RatingDetail::Team => "shown in sums only",
        RatingDetail::Hidden => "not shown",
    };
    format!(
        "What is meant for: {}. People are named {people}. Budgets and costs are {money}. Skill levels are {ratings}.",
        if names.is_empty() { "nobody".to_owned() } else { names.join(", ") }
    )
}

fn limits(policy: &Policy) -> Vec<String> {
    let mut limits = Vec::new();
    if policy.is_internal() {
        return limits;
    }
    limits.push(
        "Text that is drawn as pixels of an image, and what is said in other words, cannot be found by searching."
            .into(),
    );
    if !policy.money {
        limits.push("Sums of money that are written in running text are shown as they are written.".into());
    }
    if policy.ratings != RatingDetail::Person {
        limits.push(
            "Judgements of people's skills that are written in running text are shown as they are written.".into(),
        );
    }
    if policy.people != Naming::Names {
        limits.push("People who are described and not named may still be recognised.".into());
    }
    limits
}
