//! A document of the suite: its cases, and the blocks of each.

use super::marker::{Marker, markers};
use std::fs;
use std::path::{Path, PathBuf};

/// One document.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// Its path below the suite, without its ending: `graph/link-to-a-missing-note`.
    pub(super) name: String,
    /// Where it lies.
    pub(super) path: PathBuf,
    /// Its sites: one for the document, or one for each second-level heading.
    pub(super) cases: Vec<Case>,
}

/// One tiny site, and what must become of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Case {
    /// The second-level heading; empty for the document's own.
    pub(super) title: String,
    /// Its fenced blocks.
    pub(super) blocks: Vec<Block>,
}

/// One fenced block.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// What stands behind the fence.
    pub(super) info: String,
    /// What stands in it.
    pub(super) text: String,
    /// The line of its opening fence in the document, from 0.
    line: usize,
}

/// A file of a site, its marks taken out.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
    pub(super) markers: Vec<Marker>,
}

impl Document {
    /// Reads one; a document that says nothing is a mistake.
    pub(super) fn read(root: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let name = path.strip_prefix(root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
        assert!(text.starts_with("# "), "{name} begins with a heading");
        let mut cases = vec![Case::default()];
        let mut lines = text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            let ticks = line.len() - line.trim_start_matches('`').len();
            if ticks >= 3 {
                let fence = "`".repeat(ticks);
                let mut block = Block { info: line[ticks..].trim().to_owned(), text: String::new(), line: number };
                loop {
                    let (_, line) = lines.next().unwrap_or_else(|| panic!("{name}:{}: not closed", number + 1));
                    if line == fence {
                        break;
                    }
                    block.text.push_str(line);
                    block.text.push('\n');
                }
                assert!(block.is_known(), "{name}:{}: what is {:?}?", number + 1, block.info);
                cases.last_mut().unwrap().blocks.push(block);
            } else if let Some(title) = line.strip_prefix("## ") {
                cases.push(Case { title: title.to_owned(), blocks: Vec::new() });
            }
        }
        cases.retain(|case| !case.blocks.is_empty());
        assert!(!cases.is_empty(), "{name} has no site");
        Self { name, path: path.to_owned(), cases }
    }

    /// Writes another text into a block.
    pub(super) fn replace(&self, block: &Block, text: &str) {
        // Read anew: another case of the same document may have been changed meanwhile.
        let whole = fs::read_to_string(&self.path).unwrap();
        let old = format!("{}\n{}", block.info, block.text);
        assert_eq!(whole.matches(&old).count(), 1, "{}: the block stands there once", self.path.display());
        fs::write(&self.path, whole.replace(&old, &format!("{}\n{}\n", block.info, text.trim_end()))).unwrap();
    }
}

impl Case {
    /// The files of the site.
    pub(super) fn files(&self) -> impl Iterator<Item = File> + '_ {
        self.blocks.iter().filter_map(Block::file)
    }

    /// What is expected without a place: lines of `the site` blocks.
    pub(super) fn of_site(&self) -> Vec<Marker> {
        let blocks = self.blocks.iter().filter(|block| block.info == "the site");
        blocks.flat_map(|block| block.lines().map(|line| Marker::read(line, block.line))).collect()
    }

    /// What could not be read: lines `PATH: what` of `oddities` blocks.
    pub(super) fn oddities(&self) -> Vec<(String, String)> {
        self.pairs("oddities")
    }

    /// What is asked for: lines `key: value` of `request` blocks.
    pub(super) fn request(&self) -> Vec<(String, String)> {
        self.pairs("request")
    }

    /// What is expected of what could not be read: at the first line of each path.
    pub(super) fn of_oddities(&self) -> Vec<(String, Marker)> {
        let lines = self.blocks.iter().filter(|block| block.info == "oddities").flat_map(Block::lines);
        let marked = lines.flat_map(|line| {
            let path = line.split_once(": ").map_or(line, |(path, _)| path).to_owned();
            markers(line).1.into_iter().map(move |marker| (path.clone(), marker))
        });
        marked.collect()
    }

    fn pairs(&self, info: &str) -> Vec<(String, String)> {
        let blocks = self.blocks.iter().filter(|block| block.info == info);
        let pairs =
            blocks.flat_map(Block::lines).map(|line| line.split_once(": ").unwrap_or_else(|| panic!("{line:?}")));
        pairs.map(|(key, value)| (key.trim().to_owned(), markers(value).0.trim().to_owned())).collect()
    }
}

impl Block {
    /// The lines that say something.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    fn is_known(&self) -> bool {
        let word = self.info.split(' ').next().unwrap_or_default();
        matches!(self.info.as_str(), "the site" | "oddities" | "request" | "present" | "absent")
            || matches!(word, "contains" | "ordered" | "lacks" | "equals") && self.info.contains(' ')
            || self.path().is_some()
    }

    /// The path of a file block: `content/index.md`, after a language or not: `md content/index.md`.
    fn path(&self) -> Option<&str> {
        let info = self.info.strip_suffix(ESCAPED).unwrap_or(&self.info);
        let without_language = info.split_once(' ').map(|(_, path)| path);
        let is_path = |path: &&str| *path == "site.toml" || path.starts_with("content/") || path.starts_with("themes/");
        [Some(info), without_language].into_iter().flatten().find(is_path)
    }

    fn file(&self) -> Option<File> {
        if matches!(self.info.split(' ').next(), Some("contains" | "ordered" | "lacks" | "equals")) {
            return None;
        }
        let path = self.path()?.to_owned();
        let (text, markers) = markers(&self.text);
        let bytes = if self.info.ends_with(ESCAPED) { unescaped(&text) } else { text.into_bytes() };
        Some(File { path, bytes, markers })
    }
}

/// What stands behind the path of a file that is written with escapes.
const ESCAPED: &str = " escaped";

/// A text with `\xNN`, `\r`, `\n`, `\t` and `\\` read, and its line ends not.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes().filter(|byte| *byte != b'\n');
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next().unwrap() {
            b'x' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            b'r' => b'\r',
            b'n' => b'\n',
            b't' => b'\t',
            other => other,
        });
    }
    bytes
}
