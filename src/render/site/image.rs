//! The files that an edition refers to: images cleaned and measured once, others as they are.

use super::route::Routes;
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::output::{Content, OutputPath};
use crate::render::image::{Cleaned, ENDINGS, clean};
use crate::render::{Publication, attachment};
use crate::source::{SourcePath, Span};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of an edition's images.
#[derive(Debug, Default)]
pub struct Images {
    sizes: BTreeMap<SourcePath, (u32, u32)>,
    refused: BTreeSet<SourcePath>,
}

impl Images {
    /// The width and height at which an image is shown, from its own and from what a note asks for.
    pub fn shown_size(&self, path: &SourcePath, width: Option<u32>, height: Option<u32>) -> (Option<u32>, Option<u32>) {
        let scaled = |asked: u32, from: u32, to: u32| {
            let scaled = u64::from(asked) * u64::from(to) / u64::from(from.max(1));
            u32::try_from(scaled.max(1)).unwrap_or(u32::MAX)
        };
        let Some(&(own_width, own_height)) = self.sizes.get(path) else { return (width, height) };
        match (width, height) {
            (Some(_), Some(_)) => (width, height),
            (Some(width), None) => (Some(width), Some(scaled(width, own_width, own_height))),
            (None, Some(height)) => (Some(scaled(height, own_height, own_width)), Some(height)),
            (None, None) => (Some(own_width), Some(own_height)),
        }
    }

    /// Whether a file is not handed over, because it is not the image that its name says.
    pub fn is_refused(&self, path: &SourcePath) -> bool {
        self.refused.contains(path)
    }
}

/// What becomes of one file.
enum Copied {
    Image(Cleaned),
    Other(Arc<[u8]>, Option<&'static str>),
    Refused(String),
}

/// All files of an edition, for the output, and what is known of the images among them.
pub fn copy(
    publication: &Publication<'_>,
    routes: &Routes,
    report: &mut Report,
) -> (Images, Vec<(OutputPath, Content)>) {
    let files: Vec<(&SourcePath, &OutputPath)> = routes.files().collect();
    let copied: Vec<(&SourcePath, &OutputPath, Copied)> = files
        .into_par_iter()
        .filter_map(|(source, path)| Some((source, path, copy_one(source, publication.file(source)?))))
        .collect();
    // Where missing images are forgiven, so are those that cannot be shown.
    let severity = if publication.config.check.links_warn { Severity::Warning } else { Severity::Error };
    let mut images = Images::default();
    let mut output = Vec::with_capacity(copied.len());
    for (source, path, copied) in copied {
        match copied {
            Copied::Image(Cleaned { bytes, width, height }) => {
                if let Some(size) = width.zip(height) {
                    images.sizes.insert(source.clone(), size);
                }
                output.push((path.clone(), Content::Bytes(bytes)));
            }
            Copied::Other(bytes, says) => {
                if let Some(says) = says {
                    let message = format!("this file says {says} beside its text, and is handed over as it is");
                    report.push(
                        Diagnostic::warning(Code::AttachmentMetadata, Span::file(source), message)
                            .hint("take its properties out before it is handed over"),
                    );
                }
                output.push((path.clone(), Content::Shared(bytes)));
            }
            Copied::Refused(message) => {
                images.refused.insert(source.clone());
                let complaint = Diagnostic::error(Code::InvalidImage, Span::file(source), message)
                    .hint("it is not handed over: save it again as what its name says");
                report.push(Diagnostic { severity, ..complaint });
            }
        }
    }
    (images, output)
}

fn copy_one(source: &SourcePath, bytes: &Arc<[u8]>) -> Copied {
    let ending = source.ending();
    if !ENDINGS.contains(&ending.as_str()) {
        return Copied::Other(bytes.clone(), attachment::metadata(bytes, &ending));
    }
    match clean(bytes, &ending) {
        Ok(cleaned) => Copied::Image(cleaned),
        Err(complaint) => Copied::Refused(complaint.message),
    }
}
