//! Notes made up of lists, quotes, definitions and tables in one another, with internal blocks anywhere among them.

use crate::chance::{Chance, WORDS, World};
use crate::support::Site;

/// How many notes a site of them has.
const NOTES: usize = 40;

/// Deeper blocks are plain ones.
const DEEPEST: usize = 2;

/// A block as its lines, without what stands before them.
type Lines = Vec<String>;

struct Nesting {
    chance: Chance,
    world: World,
}

/// A site of such notes.
pub(crate) fn notes(seed: u64, world: World) -> Site {
    let mut nesting = Nesting { chance: Chance::new(seed), world };
    (0..NOTES).fold(Site::new(), |site, number| {
        let count = 2 + nesting.chance.next(4);
        let blocks = nesting.blocks(0, count);
        let text = format!("# Note {number}\n\n{}\n\nThe end of it.\n", joined(blocks).join("\n"));
        site.file(&format!("content/playbooks/note-{number}.md"), text)
    })
}

impl Nesting {
    fn words(&mut self) -> String {
        let count = 1 + self.chance.next(4);
        (0..count).map(|_| self.chance.of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// Blocks for us alone, as many as this world has of them.
    fn ours(&mut self) -> Vec<Lines> {
        let (mut words, with_list) = (self.words(), self.chance.one_in(3));
        if self.world == World::Otherwise {
            words = format!("Quite another matter: {}.", words.to_uppercase());
        }
        let mut block = vec!["> [!INTERNAL]".to_owned(), format!("> Hidden {words}")];
        if with_list {
            block.extend([">".to_owned(), format!("> - hidden {words}")]);
        }
        match self.world {
            World::Gone => Vec::new(),
            World::Twice => vec![block.clone(), block],
            World::AsItIs | World::Otherwise => vec![block],
        }
    }

    fn blocks(&mut self, depth: usize, count: usize) -> Vec<Lines> {
        let mut blocks = Vec::new();
        for _ in 0..count {
            let kinds = if depth < DEEPEST { 8 } else { 3 };
            let block = match self.chance.next(kinds) {
                0 => vec![format!("{}.", self.words())],
                1 => vec!["```".to_owned(), self.words(), "```".to_owned()],
                2 => {
                    let (one, other) = (self.words(), self.words());
                    vec!["| a | b |".to_owned(), "|---|---|".to_owned(), format!("| {one} | {other} |")]
                }
                3 | 4 => self.list(depth),
                5 => self.definitions(depth),
                6 => {
                    let inner = self.some_of_ours_among(depth, 0);
                    joined(inner).iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
                }
                _ => vec!["!!! note".to_owned(), format!("    {}", self.words())],
            };
            blocks.push(block);
            if self.chance.one_in(5) {
                blocks.extend(self.ours());
            }
        }
        blocks
    }

    /// A paragraph with blocks behind it, and perhaps one for us among them, from the place `first` on.
    fn some_of_ours_among(&mut self, depth: usize, first: usize) -> Vec<Lines> {
        let mut inner = vec![vec![self.words()]];
        let more = self.chance.next(2);
        inner.extend(self.blocks(depth + 1, more));
        if self.chance.one_in(3) {
            let ours = self.ours();
            inner.splice(first..first, ours);
        }
        inner
    }

    fn list(&mut self, depth: usize) -> Lines {
        let (numbered, loose) = (self.chance.one_in(3), self.chance.one_in(3));
        let mut lines = Lines::new();
        let mut apart = false;
        for number in 1..=1 + self.chance.next(3) {
            let mark = if numbered { format!("{number}. ") } else { "- ".to_owned() };
            let item = joined(self.some_of_ours_among(depth, 1));
            if number > 1 && (loose || apart) {
                lines.push(String::new());
            }
            lines.extend(behind(&mark, item));
            apart = self.chance.one_in(6);
            if apart {
                for block in self.ours() {
                    lines.push(String::new());
                    lines.extend(block);
                }
            }
        }
        lines
    }

    fn definitions(&mut self, depth: usize) -> Lines {
        let mut lines = Lines::new();
        for number in 0..=self.chance.next(3) {
            if number > 0 {
                lines.push(String::new());
            }
            lines.push(self.words());
            lines.extend(behind(": ", joined(self.some_of_ours_among(depth, 1))));
            if self.chance.one_in(5) {
                for block in self.ours() {
                    lines.push(String::new());
                    lines.extend(block);
                }
            }
        }
        lines
    }
}

/// Blocks with a blank line between them.
fn joined(blocks: Vec<Lines>) -> Lines {
    blocks.join(&String::new())
}

/// The lines of what belongs to a mark, which stands before the first of them.
fn behind(mark: &str, lines: Lines) -> Lines {
    let indent = " ".repeat(mark.len());
    let place = |(number, line): (usize, String)| match (number, line.is_empty()) {
        (0, _) => format!("{mark}{line}"),
        (_, true) => line,
        (_, false) => format!("{indent}{line}"),
    };
    lines.into_iter().enumerate().map(place).collect()
}
