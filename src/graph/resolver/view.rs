//! The pictures that a note asks for, and the records that their keys name.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::index::Found;
use crate::model::{BlockKind, EntryId, Mention, MentionForm, SkillFamily, View, ViewKey, Vocabulary};
use crate::source::Span;
use std::ops::Range;

impl Resolver<'_> {
    /// A picture, with the ids that its keys name in place of what was written.
    pub(super) fn view(
        &mut self,
        name: String,
        arguments: Vec<(String, String)>,
        field: &'static str,
        span: &Range<u32>,
    ) -> BlockKind<EntryId> {
        let place = Span { file: self.file.clone(), start: span.start, end: span.end };
        let Some(view) = View::parse(&name) else {
            let names = View::ALL.map(View::as_str);
            let place = self.context.inside(&place, &name);
            self.report.push(
                Diagnostic::error(Code::UnknownView, place, format!("there is no picture \"{name}\""))
                    .did_you_mean(&name, names)
                    .hint(format!("there are: {}", names.join(", "))),
            );
            return BlockKind::View { name, arguments };
        };
        let keys: Vec<&str> = view.keys().iter().map(|key| key.as_str()).collect();
        let mut resolved = Vec::with_capacity(arguments.len());
        for (key, value) in arguments {
            let Some(known) = ViewKey::parse(&key).filter(|known| view.keys().contains(known)) else {
                let complaint = Diagnostic::error(
                    Code::UnknownViewKey,
                    self.context.inside(&place, &key),
                    format!("the picture {name} takes no `{key}`"),
                )
                .did_you_mean(&key, keys.iter().copied());
                self.report.push(if keys.is_empty() {
                    complaint.hint("it takes no keys")
                } else {
                    complaint.hint(format!("it takes: {}", keys.join(", ")))
                });
                continue;
            };
            let place = self.context.inside(&place, &value);
            let value = match known.kind() {
                None => {
                    if SkillFamily::parse(&value).is_none() {
                        let words: Vec<&str> = SkillFamily::ALL.iter().map(|word| word.as_str()).collect();
                        self.report.push(
                            Diagnostic::error(
                                Code::UnknownValue,
                                place.clone(),
                                format!("`{key}` cannot be \"{value}\""),
                            )
                            .did_you_mean(&value, words.iter().copied())
                            .hint(format!("it takes one of: {}", words.join(", "))),
                        );
                    }
                    value
                }
                Some(kind) => {
                    let mention = Mention { text: value.clone(), span: place.clone(), form: MentionForm::Field };
                    match self.context.look_up_for(&self.from, &value, &[kind]) {
                        Found::One(id) => {
                            self.refer(&id, field, place.clone());
                            id.slug.to_string()
                        }
                        Found::Several(candidates) => {
                            self.report.push(Self::several(&mention, &candidates));
                            value
                        }
                        Found::OtherKind(_) | Found::Nothing => {
                            let complaint = self.unknown(&mention, &[kind], kind.as_str());
                            self.report.push(complaint);
                            value
                        }
                    }
                }
            };
            resolved.push((key, value));
        }
        BlockKind::View { name, arguments: resolved }
    }
}
