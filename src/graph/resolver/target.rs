//! Where a link leads: to a record, a heading, a register or a file.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::index::Found;
use crate::graph::place::Place;
use crate::model::{EntryId, Kind, Mention, MentionForm, Target};
use crate::source::Span;
use std::collections::HashSet;

impl Resolver<'_> {
    /// What a target becomes; `None` where the link falls away and its words stay.
    pub(super) fn target(
        &mut self,
        target: Target<Mention>,
        field: &'static str,
        is_image: bool,
    ) -> Option<Target<EntryId>> {
        let mention = match target {
            Target::External(address) => return Some(Target::External(address)),
            Target::Register(kind) => return Some(Target::Register(kind)),
            Target::File(path) => return Some(Target::File(path)),
            Target::Anchor(anchor) => {
                // The place of a pure anchor is its link's, which the caller knows.
                return Some(Target::Anchor(anchor));
            }
            Target::Entry { id, .. } => id,
        };
        match mention.form {
            MentionForm::Path => self.path(&mention, field, is_image),
            MentionForm::Wikilink | MentionForm::Field => self.wikilink(&mention, field),
        }
    }

    pub(super) fn wikilink(&mut self, mention: &Mention, field: &'static str) -> Option<Target<EntryId>> {
        let (name, anchor) = split_anchor(&mention.text);
        let id = match self.context.look_up_for(&self.from, name, &Kind::ALL) {
            Found::One(id) | Found::OtherKind(id) => id,
            Found::Several(candidates) => {
                self.report.push(Self::several(mention, &candidates));
                return None;
            }
            Found::Nothing if self.context.may_be_unread(&Kind::ALL, name) => return None,
            Found::Nothing => {
                let message = format!("there is no record \"{name}\"");
                let complaint = Diagnostic::error(Code::UnknownReference, mention.span.clone(), message);
                let names = self.context.index.names(&Kind::ALL);
                let complaint = self.suggest(complaint, name, &Kind::ALL, names);
                self.complain_of_link(if complaint.hints.is_empty() {
                    complaint.hint("write the id of a record, or its kind and id: lesson:late-vendors")
                } else {
                    complaint
                });
                return None;
            }
        };
        self.refer(&id, field, mention.span.clone());
        let anchor = anchor.and_then(|anchor| self.anchor_of(&id, &decode(anchor), &mention.span));
        Some(Target::Entry { id, anchor })
    }

    pub(super) fn path(&mut self, mention: &Mention, field: &'static str, is_image: bool) -> Option<Target<EntryId>> {
        let (written, anchor) = split_anchor(&mention.text);
        let written = written.split_once('?').map_or(written, |(path, _)| path);
        let path = decode(written);
        let folder = self.file.folder().to_owned();
        let place = self.context.places.follow(&folder, &path);
        match place {
            Place::File(file) => {
                self.files.insert(file.clone());
                Some(Target::File(file))
            }
            Place::Entry(_) | Place::Register(_) if is_image => {
                let complaint = Diagnostic::error(
                    Code::MissingImage,
                    mention.span.clone(),
                    format!("\"{written}\" is no image but a note"),
                );
                self.complain_of_link(complaint.hint("write a link without the exclamation mark"));
                None
            }
            Place::Entry(id) => {
                self.refer(&id, field, mention.span.clone());
                let anchor = anchor.and_then(|anchor| self.anchor_of(&id, &decode(anchor), &mention.span));
                Some(Target::Entry { id, anchor })
            }
            Place::Register(kind) => {
                if let Some(anchor) = anchor.map(decode).filter(|anchor| !anchor.is_empty()) {
                    let known = self.context.introduction_anchors.get(&kind);
                    if !known.is_some_and(|known| known.contains(&anchor)) {
                        self.broken_anchor(&anchor, known, &mention.span);
                    }
                }
                Some(Target::Register(kind))
            }
            Place::Unread => None,
            Place::Outside => {
                let message = format!("\"{written}\" leads out of the notes");
                let complaint = Diagnostic::error(Code::LinkOutside, mention.span.clone(), message);
                self.complain_of_link(complaint.hint("only what lies below content/ becomes part of the site"));
                None
            }
            Place::Nothing => {
                let (code, noun) =
                    if is_image { (Code::MissingImage, "image") } else { (Code::BrokenLink, "note or file") };
                let place = self.context.inside(&mention.span, written);
                let complaint = Diagnostic::error(code, place, format!("there is no {noun} \"{written}\""));
                self.complain_of_link(match self.context.places.nearest(&folder, &path.replace('\\', "/")) {
                    Some(near) => complaint.hint(format!("did you mean \"{near}\"?")),
                    None => complaint
                        .hint("the path counts from the folder of this file, one that begins with / from content/"),
                });
                None
            }
        }
    }

    pub(super) fn anchor_of(&mut self, id: &EntryId, anchor: &str, span: &Span) -> Option<String> {
        if anchor.is_empty() {
            return None;
        }
        if self.context.record_anchors.get(id).is_some_and(|own| own.iter().any(|own| is_same_anchor(own, anchor))) {
            return None;
        }
        let known = self.context.anchors.get(id);
        match known.and_then(|known| find_anchor(known, anchor)) {
            Some(anchor) => Some(anchor),
            None => {
                self.broken_anchor(anchor, known, span);
                None
            }
        }
    }

    pub(super) fn broken_anchor(&mut self, anchor: &str, known: Option<&HashSet<String>>, span: &Span) {
        let mut names: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
        names.sort_unstable();
        let complaint =
            Diagnostic::error(Code::BrokenAnchor, span.clone(), format!("there is no heading \"#{anchor}\" there"));
        let mut complaint = complaint.did_you_mean(anchor, names.iter().copied());
        if complaint.hints.is_empty() {
            complaint = complaint.hint(match names.len() {
                0 => "that note has no headings".to_owned(),
                _ => format!(
                    "its headings are: {}",
                    names.iter().take(8).map(|name| format!("#{name}")).collect::<Vec<_>>().join(", ")
                ),
            });
        }
        self.complain_of_link(complaint);
    }

    pub(super) fn complain_of_link(&mut self, mut complaint: Diagnostic) {
        complaint.severity = self.context.link_severity;
        self.report.push(complaint);
    }
}

pub(super) fn split_anchor(written: &str) -> (&str, Option<&str>) {
    written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)))
}

pub(super) fn is_same_anchor(title: &str, anchor: &str) -> bool {
    title == anchor || title == anchor.to_lowercase()
}

/// GitHub and editors find headings without regard to letter case.
pub(super) fn find_anchor(known: &HashSet<String>, anchor: &str) -> Option<String> {
    let lower = anchor.to_lowercase();
    [anchor, &lower].into_iter().find(|anchor| known.contains(*anchor)).map(str::to_owned)
}

/// Undoes `%20` and the like; what is no escape stays as it is.
pub(super) fn decode(written: &str) -> String {
    percent_encoding::percent_decode_str(written)
        .decode_utf8()
        .map_or_else(|_| written.to_owned(), std::borrow::Cow::into_owned)
}
