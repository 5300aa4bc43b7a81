//! Small sites in, outputs with planted matter in: what is found, and what is not.

mod certificate;
mod outputs;
mod pdf;
mod shown;
mod sources;

use super::{Certificate, Search, Terms};
use crate::diagnostic::{Code, Report};
use crate::model::{Audience, Policy};
use crate::output::{Content, OutputPath, OutputTree};
use crate::source::{SourcePath, SourceTree};
use jiff::civil::date;
use std::io::Write;

const NOTE: &str = "---\ntitle: How we estimate together\n---\n\nWe estimate in pairs and compare.\n\n> [!INTERNAL]\n> The client's own team could not plan its way out.\n> Ask for CANARY-note-1a2b3c4d or Falke Zürich 7Q2x.\n";

struct Case {
    sources: SourceTree,
    outputs: OutputTree,
    policy: Policy,
    audiences: Vec<(String, Audience)>,
    vocabulary: Vec<(&'static str, &'static [u8])>,
}

impl Case {
    fn new(files: &[(&str, &str)]) -> Self {
        let mut sources = SourceTree::new();
        for (path, text) in files {
            sources.insert(SourcePath::new(path), text.as_bytes());
        }
        Self {
            sources,
            outputs: OutputTree::new(),
            policy: Policy::client(),
            audiences: Vec::new(),
            vocabulary: Vec::new(),
        }
    }

    fn note() -> Self {
        Self::new(&[("content/playbooks/estimate.md", NOTE)])
    }

    fn file(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.sources.insert(SourcePath::new(path), bytes.as_ref());
        self
    }

    fn writes(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        assert!(self.outputs.insert(OutputPath::new(path), Content::Bytes(bytes.as_ref().to_vec())));
        self
    }

    fn report(&self) -> Report {
        self.outcome().0
    }

    fn outcome(&self) -> (Report, Certificate) {
        let terms = Terms {
            policy: &self.policy,
            audiences: &self.audiences,
            vocabulary: &self.vocabulary,
            date: date(2026, 5, 29),
        };
        let outcome = Search::new(&self.sources, &terms).examine(&self.outputs, &[]);
        (outcome.report, outcome.value)
    }

    fn leaks(&self) -> usize {
        self.report().iter().filter(|complaint| complaint.code == Code::Leak).count()
    }

    #[track_caller]
    fn is_clean(&self) {
        let report = self.report();
        let messages: Vec<String> = report
            .iter()
            .filter(|complaint| complaint.code == Code::Leak)
            .map(|complaint| {
                let span = complaint.primary.as_ref().map(|label| label.span.clone());
                let line = span
                    .as_ref()
                    .and_then(|span| self.sources.text(&span.file)?.get(span.start as usize..span.end as usize));
                format!("{} {span:?} {line:?}", complaint.message)
            })
            .collect();
        assert!(messages.is_empty(), "{messages:#?}");
    }

    #[track_caller]
    fn leaks_somewhere(&self) {
        assert!(self.leaks() > 0, "nothing was found");
    }
}

/// A page that says what the note shows, and something more.
fn page(more: &str) -> String {
    format!(
        "<!doctype html><html><body><h1>How we estimate together</h1><p>We estimate in pairs and compare.</p>{more}</body></html>"
    )
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (path, text) in files {
        writer.start_file(*path, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
