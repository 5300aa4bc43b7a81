//! What a PDF says: its pages' text, and every text beside it (outline, destinations, alternative
//! texts, properties, XMP, attached files).
//!
//! Every object is looked at, whether a page leads to it or not.

mod characters;
mod page;
mod structure;

use super::said::Said;
use characters::Characters;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use structure::Structure;

/// A stream that inflates to more than this is not read: it is an attack or a picture.
const LARGEST_STREAM: usize = 256 << 20;

/// Objects nested deeper than this are nobody's text.
const DEEPEST: usize = 64;

/// Reads a document. What cannot be read is said as blindness.
pub(super) fn read(bytes: &[u8]) -> Said {
    let mut said = Said::default();
    let document = match Document::load_mem(bytes) {
        Ok(document) if !document.is_encrypted() => document,
        Ok(_) => {
            said.blind = Some("the PDF is encrypted".into());
            return said;
        }
        Err(error) => {
            said.blind = Some(format!("the PDF cannot be read: {error}"));
            return said;
        }
    };
    let fonts: FxHashMap<ObjectId, Characters> = document
        .objects
        .iter()
        .filter_map(|(id, object)| object.as_dict().ok().map(|dict| (id, dict)))
        .filter(|(_, dict)| name_of(dict, b"Type") == Some(b"Font"))
        .map(|(id, dict)| (*id, Characters::of(&document, dict)))
        .collect();
    let structure = Structure::of(&document);
    let parts: Vec<Said> =
        document.objects.par_iter().map(|(_, object)| part(&document, &fonts, &structure, object)).collect();
    let mut unread = 0;
    for part in parts {
        unread += part.unread;
        said.append(part);
    }
    texts(&Object::Dictionary(document.trailer.clone()), &mut said, 0);
    // A few signs without a meaning are decoration; many are a font that nobody can read.
    if unread > 20 && unread * 20 > said.words.len() {
        said.blind = Some(format!("{unread} characters of the PDF have no Unicode text"));
    }
    said
}

/// What one object says.
fn part(
    document: &Document,
    fonts: &FxHashMap<ObjectId, Characters>,
    structure: &Structure<'_>,
    object: &Object,
) -> Said {
    let mut said = Said::default();
    texts(object, &mut said, 0);
    match object {
        Object::Dictionary(dict) if name_of(dict, b"Type") == Some(b"Page") => {
            let mut content = Vec::new();
            let streams = match dict.get(b"Contents").map(|contents| resolved(document, contents)) {
                Ok(Object::Array(parts)) => parts.iter().map(|part| resolved(document, part)).collect(),
                Ok(other) => vec![other],
                Err(_) => Vec::new(),
            };
            for stream in streams.iter().filter_map(|stream| stream.as_stream().ok()) {
                content.extend(plain(stream));
                content.push(b'\n');
            }
            let resources = inherited(document, dict, b"Resources");
            page::read(&content, &fonts_of(document, fonts, resources), &structure.blocks(dict), &mut said);
        }
        Object::Stream(stream) => match (name_of(&stream.dict, b"Type"), name_of(&stream.dict, b"Subtype")) {
            (_, Some(b"Form")) => {
                let resources =
                    stream.dict.get(b"Resources").ok().and_then(|found| resolved(document, found).as_dict().ok());
                let blocks = structure.blocks(&stream.dict);
                page::read(&plain(stream), &fonts_of(document, fonts, resources), &blocks, &mut said);
            }
            (Some(b"Metadata"), _) => said.append(super::said::markup(&String::from_utf8_lossy(&plain(stream)))),
            (Some(b"EmbeddedFile"), _) => said.append(super::said::read("", &plain(stream), 1)),
            (_, Some(b"Image")) => said.raw.push(stream.content.clone()),
            _ => {}
        },
        _ => {}
    }
    said
}

fn plain(stream: &Stream) -> Vec<u8> {
    stream.get_plain_content_with_limit(LARGEST_STREAM).unwrap_or_default()
}

/// Every text of an object that is not a page's: titles, names, addresses, alternative texts.
fn texts(object: &Object, said: &mut Said, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::String(bytes, _) => said.text(&characters::text(bytes)),
        Object::Array(parts) => parts.iter().for_each(|part| texts(part, said, depth + 1)),
        Object::Dictionary(dict) => entries(dict, said, depth),
        Object::Stream(stream) => entries(&stream.dict, said, depth),
        _ => {}
    }
}

fn entries(dict: &Dictionary, said: &mut Said, depth: usize) {
    for (key, value) in dict {
        // The identifiers of a file are hashes; a key may be a destination's name.
        if key.as_slice() != b"ID" {
            texts(value, said, depth + 1);
        }
        if key.len() > 5 {
            said.text(&String::from_utf8_lossy(key));
        }
    }
}

fn name_of<'a>(dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    dict.get(key).and_then(Object::as_name).ok()
}

/// What a reference leads to; the reference itself where it leads nowhere.
fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(object, |(_, object)| object)
}

/// What a page has from itself or from the pages above it.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    let mut above = page;
    for _ in 0..DEEPEST {
        if let Ok(found) = above.get(key) {
            return resolved(document, found).as_dict().ok();
        }
        above = resolved(document, above.get(b"Parent").ok()?).as_dict().ok()?;
    }
    None
}

fn fonts_of<'a>(
    document: &'a Document,
    fonts: &'a FxHashMap<ObjectId, Characters>,
    resources: Option<&'a Dictionary>,
) -> FxHashMap<&'a [u8], &'a Characters> {
    let Some(Ok(found)) = resources.map(|resources| resources.get(b"Font")) else { return FxHashMap::default() };
    let Ok(named) = resolved(document, found).as_dict() else { return FxHashMap::default() };
    named.iter().filter_map(|(name, font)| Some((name.as_slice(), fonts.get(&font.as_reference().ok()?)?))).collect()
}
