//! The data files: the facts of each register for spreadsheets and programs.
//!
//! In: a publication and the addresses of its records. Out: one CSV and one JSON file a register.
//!
//! *Invariant:* a column that the edition hides is not there at all.

mod csv;
mod engagement;
mod json;
mod people;
mod records;
mod table;
mod value;

use super::Publication;
use crate::model::EntryId;
use crate::output::{Content, OutputPath};
use table::{Facts, Table};

/// Where the engagement lies as one object.
pub const ENGAGEMENT: &str = "data/engagement.json";

/// The address of a record, from the site's root.
pub type UrlOf<'a> = dyn Fn(&EntryId) -> String + Sync + 'a;

/// All data files of an edition.
pub fn render(publication: &Publication<'_>, url_of: &UrlOf<'_>) -> Vec<(OutputPath, Content)> {
    let facts = Facts { edition: publication.edition, insights: publication.insights, url_of };
    let mut files = Vec::new();
    records::sessions(&facts).write("sessions", &mut files);
    records::playbooks(&facts).write("playbooks", &mut files);
    records::lessons(&facts).write("lessons", &mut files);
    records::decisions(&facts).write("decisions", &mut files);
    records::projects(&facts).write("projects", &mut files);
    people::people(&facts).write("people", &mut files);
    people::skills(&facts).write("skills", &mut files);
    records::open_items(&facts).write("open-items", &mut files);
    records::leave_behinds(&facts).write("leave-behinds", &mut files);
    records::success_criteria(&facts).write("success-criteria", &mut files);
    if let Some(matrix) = people::skills_matrix(&facts) {
        matrix.write("skills-matrix", &mut files);
    }
    let engagement = engagement::engagement(&facts);
    files.push((OutputPath::new(ENGAGEMENT), Content::Bytes(json::document(&engagement))));
    files
}

impl Table {
    fn write(&self, name: &str, files: &mut Vec<(OutputPath, Content)>) {
        files.push((OutputPath::new(format!("data/{name}.csv")), Content::Bytes(csv::file(self))));
        files.push((OutputPath::new(format!("data/{name}.json")), Content::Bytes(json::file(self))));
    }
}
