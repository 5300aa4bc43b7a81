//! What is said of a finished edition, and how it is held to that.

use super::{Case, NOTE, page};
use crate::model::Policy;
use crate::proof::{Certificate, verify};

#[test]
fn the_certificate_counts_and_names_no_word() {
    let (_, certificate) = Case::note().writes("a.html", page("")).outcome();
    assert!(certificate.searched_for >= 4);
    let json = certificate.to_json();
    for word in ["CANARY", "Falke", "plan its way", "internal"] {
        assert!(!json.contains(word), "{word}");
    }
    assert_eq!(Certificate::from_json(json.as_bytes()), Ok(certificate));
    assert!(Certificate::from_json(b"{}").is_err());
}

#[test]
fn a_folder_is_held_against_its_certificate() {
    let (_, certificate) = Case::note().writes("a.html", page("")).writes("b.html", "x").outcome();
    let page = page("");
    let whole: Vec<(&str, &[u8])> = vec![("a.html", page.as_bytes()), ("b.html", b"x"), (".git/config", b"own")];
    assert!(verify(&certificate, whole).is_empty());
    let other: Vec<(&str, &[u8])> = vec![("a.html", b"changed"), ("c.html", b"new")];
    let differences = verify(&certificate, other);
    assert_eq!(differences.changed, ["a.html"]);
    assert_eq!(differences.added, ["c.html"]);
    assert_eq!(differences.lost, ["b.html"]);
}

#[test]
fn the_internal_edition_is_listed_and_not_searched() {
    let mut case = Case::note().writes("a.html", NOTE);
    case.policy = Policy::internal();
    let (report, certificate) = case.outcome();
    assert_eq!((report.errors(), certificate.searched_for, certificate.files.len()), (0, 0, 1));
}
