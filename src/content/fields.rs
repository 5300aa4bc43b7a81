//! The keys of one mapping, asked for by name.

use super::reading::{Reading, Secrecy};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, continued, nearest};
use crate::model::{Mention, Prose, Vocabulary, slug};
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// The keys every record may have besides those of its kind.
const COMMON: [&str; 6] = ["id", "kind", "tags", "audience", "draft", "internal"];

/// A mapping whose keys are taken one by one; what nobody asked for is kept in the end.
pub(crate) struct Fields<'r, 'a> {
    pub(crate) reading: &'r mut Reading<'a>,
    /// Where the mapping stands.
    pub(crate) range: Range<usize>,
    pairs: Vec<(&'a Node, &'a Node)>,
    /// The path of the mapping in its record: empty for the record itself, `actions[2]`.
    path: String,
    asked: Vec<&'static str>,
}

impl<'r, 'a> Fields<'r, 'a> {
    /// The fields of a record.
    pub(crate) fn of_record(reading: &'r mut Reading<'a>, node: &'a Node) -> Self {
        let mut fields = Self::new(reading, node, String::new(), &COMMON);
        let taken = fields.take_secrecy();
        for (secrecy, key, value) in taken {
            match secrecy {
                Secrecy::Audience => fields.reading.restrict(key, value),
                Secrecy::Internal => fields.reading.remark(value, ""),
                Secrecy::Draft => fields.pairs.push((key, value)),
            }
        }
        fields
    }

    /// The fields of a mapping inside a record.
    fn inside(reading: &'r mut Reading<'a>, node: &'a Node, path: String) -> Self {
        let mut fields = Self::new(reading, node, path, &["internal"]);
        for (secrecy, key, value) in fields.take_secrecy() {
            match secrecy {
                Secrecy::Audience => fields.reading.misplaced_audience(key),
                Secrecy::Internal => fields.reading.remark(value, &fields.path),
                Secrecy::Draft => fields.pairs.push((key, value)),
            }
        }
        fields
    }

    fn new(reading: &'r mut Reading<'a>, node: &'a Node, path: String, asked: &[&'static str]) -> Self {
        let pairs = node.pairs().iter().map(|(key, value)| (key, value)).collect();
        Self { reading, range: node.range.clone(), pairs, path, asked: asked.to_vec() }
    }

    /// Takes every key that says who may see what; one that is misspelt is an error, and holds all
    /// the same.
    fn take_secrecy(&mut self) -> Vec<(Secrecy, &'a Node, &'a Node)> {
        let mut taken = Vec::new();
        let is_record = self.path.is_empty();
        let pairs = std::mem::take(&mut self.pairs);
        for (key, value) in pairs {
            let name = key.words().unwrap_or_default();
            let found = Secrecy::of(name).filter(|secrecy| is_record || *secrecy != Secrecy::Draft);
            let Some(secrecy) = found else {
                self.pairs.push((key, value));
                continue;
            };
            if name != secrecy.name() {
                let message = format!("`{name}` is no key; it is treated as `{}`", secrecy.name());
                let place = self.reading.span(key);
                let complaint = if Secrecy::is_remark(name) {
                    Diagnostic::warning(Code::UnknownKey, place, message)
                } else {
                    Diagnostic::error(Code::UnknownKey, place, message)
                };
                self.reading.report.push(complaint.hint(format!("write `{}`", secrecy.name())));
            }
            taken.push((secrecy, key, value));
        }
        taken
    }

    /// The key and value of a field, even where it says nothing.
    pub(crate) fn take_pair(&mut self, name: &'static str) -> Option<(&'a Node, &'a Node)> {
        self.asked.push(name);
        let at = self.pairs.iter().position(|(key, _)| key.words() == Some(name))?;
        let found = self.pairs.remove(at);
        // A second one has been complained of as a duplicate.
        self.pairs.retain(|(key, _)| key.words() != Some(name));
        Some(found)
    }

    /// The value of a field, where it says something.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<&'a Node> {
        let (key, value) = self.take_pair(name)?;
        let path = self.path_of(name);
        self.reading.note_place(&path, if value.is_nothing() { key } else { value });
        (!value.is_nothing()).then_some(value)
    }

    /// Whether the key is there and has not been taken.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(key, value)| key.words() == Some(name) && !value.is_nothing())
    }

    /// Whether the key, which has not been taken, has a text of nothing but white space.
    pub(crate) fn is_blank(&self, name: &str) -> bool {
        let is_blank = |value: &Node| value.words().is_some_and(|words| words.trim().is_empty());
        self.pairs.iter().any(|(key, value)| key.words() == Some(name) && is_blank(value))
    }

    /// The first key that nobody has asked for.
    pub(crate) fn unasked(&self) -> Option<&'a Node> {
        self.pairs.first().map(|(key, _)| *key)
    }

    /// A key that nobody has asked for and that is nearly this one.
    pub(crate) fn misspelt(&self, name: &str) -> Option<&'a Node> {
        let is_near = |key: &Node| key.words().is_some_and(|words| words != name && nearest(words, [name]).is_some());
        self.pairs.iter().map(|(key, _)| *key).find(|key| is_near(key))
    }

    /// Complains that a mapping inside a record lacks what it cannot be without. A key that may have
    /// been meant for it is part of the complaint, and of no other.
    pub(crate) fn lacks(&mut self, name: &'static str, message: String, keys: &str) {
        let meant = self.misspelt(name).or_else(|| self.unasked());
        let place = meant.map_or_else(|| self.place(), |key| self.reading.span(key));
        let complaint = Diagnostic::error(Code::MissingField, place, message);
        let complaint = match meant.and_then(Node::words) {
            Some(other) => complaint.hint(format!("write `{name}` instead of `{other}`")),
            None => complaint,
        };
        self.forget(meant);
        self.reading.report.push(complaint.hint(format!("its keys are: {keys}")));
    }

    /// Takes a key away that has been complained of.
    pub(crate) fn forget(&mut self, key: Option<&Node>) {
        self.pairs.retain(|(other, _)| key.is_none_or(|key| other.range != key.range));
    }

    pub(crate) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Where the value of a field stands that has been taken.
    pub(crate) fn place_of(&self, name: &str) -> Span {
        self.reading.places.get(&self.path_of(name)).cloned().unwrap_or_else(|| self.place())
    }

    /// The place of the mapping: its first line.
    pub(crate) fn place(&self) -> Span {
        self.reading.first_line(&self.range)
    }

    /// A field, by one of the readers of [`Reading`].
    pub(crate) fn get<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Reading<'a>, &'a Node, &str) -> Option<T>,
    ) -> Option<T> {
        let node = self.take(name)?;
        let path = self.path_of(name);
        read(self.reading, node, &path)
    }

    /// A list field: a list, one value, or nothing.
    pub(crate) fn list<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(&mut Reading<'a>, &'a Node, &str) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.take(name) else { return Vec::new() };
        let path = self.path_of(name);
        let items = match &node.value {
            Value::List(items) if !self.is_one_link(node, items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut values = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let path = format!("{path}[{at}]");
            self.reading.note_place(&path, item);
            if item.is_nothing() {
                let message = format!("an item of `{name}` says nothing");
                let place = self.place_of_hyphen(item).unwrap_or_else(|| self.reading.first_line(&node.range));
                self.reading.report.push(
                    Diagnostic::warning(Code::EmptyValue, place, message).hint("take out the line with only a hyphen"),
                );
            } else if let Some(value) = read(self.reading, item, &path) {
                values.push(value);
            }
        }
        values
    }

    /// The hyphen of an item that says nothing.
    fn place_of_hyphen(&self, item: &Node) -> Option<Span> {
        let before = self.reading.text.value[..item.range.start].trim_end();
        before.ends_with('-').then(|| self.reading.text.span(before.len() - 1..before.len()))
    }

    /// `[[id]]` as the only value is a link, not a list in a list.
    fn is_one_link(&self, node: &Node, items: &[Node]) -> bool {
        let written = &self.reading.text.value[node.range.clone()];
        written.starts_with("[[") && matches!(items, [Node { value: Value::List(inner), .. }] if inner.len() == 1)
    }

    pub(crate) fn line(&mut self, name: &'static str) -> Option<String> {
        self.get(name, Reading::line)
    }

    pub(crate) fn lines(&mut self, name: &'static str) -> Vec<String> {
        self.list(name, Reading::line)
    }

    pub(crate) fn prose(&mut self, name: &'static str) -> Prose<Mention> {
        self.get(name, Reading::prose).unwrap_or_default()
    }

    pub(crate) fn mention(&mut self, name: &'static str) -> Option<Mention> {
        self.get(name, Reading::mention)
    }

    pub(crate) fn mentions(&mut self, name: &'static str) -> Vec<Mention> {
        let mentions = self.list(name, Reading::mention);
        self.ask_about_doubles(name, mentions.iter());
        mentions
    }

    /// Asks, once for a list, about whom or what it names twice.
    pub(crate) fn ask_about_doubles<'m>(&mut self, name: &str, mentions: impl Iterator<Item = &'m Mention>) {
        let mut first: BTreeMap<String, &Span> = BTreeMap::new();
        let mut doubles: Vec<(&Mention, &Span)> = Vec::new();
        for mention in mentions {
            let key = slug(&mention.text);
            if let Some(there) = first.get(&key) {
                doubles.push((mention, there));
            } else {
                first.insert(key, &mention.span);
            }
        }
        let Some((mention, there)) = doubles.first() else { return };
        let more = if doubles.len() > 1 { format!(", and {} more", doubles.len() - 1) } else { String::new() };
        let message = format!("`{name}` names \"{}\" twice{more}", mention.text);
        let complaint = Diagnostic::warning(Code::ListedTwice, mention.span.clone(), message)
            .related((*there).clone(), "first named here")
            .hint("take one of them out, or write who else was meant");
        self.reading.report.push(complaint);
    }

    pub(crate) fn word<V: Vocabulary>(&mut self, name: &'static str) -> Option<V> {
        self.get(name, Reading::word)
    }

    pub(crate) fn date(&mut self, name: &'static str) -> Option<jiff::civil::Date> {
        self.get(name, Reading::date)
    }

    /// A mapping inside this one.
    pub(crate) fn mapping<T>(
        &mut self,
        name: &'static str,
        keys: &str,
        read: impl FnOnce(&mut Fields<'_, 'a>) -> T,
    ) -> Option<T> {
        let node = self.take(name)?;
        let path = self.path_of(name);
        mapping(self.reading, node, &path, keys, read)
    }

    /// Whether no colon follows a key of `{…}`: a comma in a text or a number ends the value there,
    /// and makes a key of the rest.
    fn is_without_colon(&self, key: &Node) -> bool {
        let behind = self.reading.text.value.get(key.range.end..).unwrap_or_default();
        behind.trim_start().starts_with([',', '}'])
    }

    fn cut_off(&self, key: &Node, name: &str) -> Diagnostic {
        let message = format!("the comma before `{name}` ends the value there; `{name}` is a key without a value");
        let is_number = name.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        Diagnostic::error(Code::UnknownKey, self.reading.span(key), message).hint(if is_number {
            "write the number without commas"
        } else {
            "put a text with a comma between quotes, and several names between brackets"
        })
    }

    /// Keeps what nobody asked for, and asks about what is nearly a known key.
    pub(crate) fn finish(mut self) {
        let pairs = std::mem::take(&mut self.pairs);
        for (key, value) in pairs {
            let name = key.words().unwrap_or_default();
            if value.is_nothing() && self.is_without_colon(key) {
                let complaint = self.cut_off(key, name);
                self.reading.report.push(complaint);
                continue;
            }
            let asked = || self.asked.iter().copied();
            if let Some(near) = nearest(name, asked()).or_else(|| continued(name, asked())) {
                let message = format!("`{name}` is no key here, and is not read");
                self.reading.report.push(
                    Diagnostic::warning(Code::UnknownKey, self.reading.span(key), message)
                        .hint(format!("did you mean `{near}`?")),
                );
            }
            let path = self.path_of(name);
            let extra = self.reading.extra(value, &path);
            self.reading.extra.entry(path).or_insert(extra);
        }
    }
}

/// Reads a mapping inside a record; anything else is complained of, with the keys that it takes.
pub(crate) fn mapping<'a, T>(
    reading: &mut Reading<'a>,
    node: &'a Node,
    path: &str,
    keys: &str,
    read: impl FnOnce(&mut Fields<'_, 'a>) -> T,
) -> Option<T> {
    if !matches!(node.value, Value::Mapping(_)) {
        let complaint = reading.wrong_type(node, path, "a mapping").hint(format!("its keys are: {keys}"));
        reading.report.push(complaint);
        return None;
    }
    let mut fields = Fields::inside(reading, node, path.to_owned());
    let value = read(&mut fields);
    fields.finish();
    Some(value)
}
