//! Two worlds: whatever is done to what is withheld, the client's edition stays the same to the byte.
//!
//! Engagements are made up from a seed, with remarks, blocks, people, sessions and records for us
//! alone among those for everybody. In the other worlds everything withheld says something else,
//! stands there twice, or is gone; links to what is gone are the words they were.

use crate::support::Site;
use jiff::civil::date;
use leavebehind::output::OutputTree;
use libtest_mimic::Trial;
use std::fmt::Write as _;

/// What became of everything that is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum World {
    AsItIs,
    Otherwise,
    Twice,
    Gone,
}

/// Chance, the same for the same seed on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.next(times) == 0
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.next(words.len())]
    }
}

/// A record before it is written.
#[derive(Debug, Clone)]
struct Plan {
    id: String,
    withheld: bool,
}

/// A made-up engagement in one of its worlds.
struct Writer {
    world: World,
    chance: Chance,
    people: Vec<Plan>,
    skills: Vec<Plan>,
    projects: Vec<Plan>,
    notes: Vec<Plan>,
    site: Site,
}

const WORDS: [&str; 16] = [
    "ledger", "tariff", "estimate", "weekly", "anchor", "signal", "paper", "harbour", "matrix", "stage", "window",
    "review", "letter", "margin", "bridge", "lantern",
];

fn plans(chance: &mut Chance, kind: &str, count: usize) -> Vec<Plan> {
    // Two of each kind are open, so that there is always something to refer to.
    (0..count).map(|index| Plan { id: format!("{kind}-{index}"), withheld: index > 1 && chance.one_in(3) }).collect()
}

impl Writer {
    fn new(seed: u64, world: World) -> Self {
        let mut chance = Chance(seed.wrapping_mul(977).wrapping_add(5));
        let people = plans(&mut chance, "person", 6);
        let skills = plans(&mut chance, "skill", 5);
        let projects = plans(&mut chance, "project", 4);
        let notes = plans(&mut chance, "note", 6);
        Self { world, chance, people, skills, projects, notes, site: Site::new() }
    }

    /// Words for everybody: as many draws of chance in every world.
    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.chance.of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// Words for us: others in the other world.
    fn ours(&mut self, count: usize) -> String {
        let words = self.words(count);
        if self.world == World::Otherwise { format!("quite another {} matter", words.to_uppercase()) } else { words }
    }

    /// Text for us, as it is to be found in this world: once, twice or not at all.
    fn times(&self, text: &str) -> String {
        match self.world {
            World::Gone => String::new(),
            World::Twice => format!("{text}{text}"),
            World::AsItIs | World::Otherwise => text.to_owned(),
        }
    }

    /// One of the records, where this world has it.
    fn pick(&mut self, kind: fn(&Self) -> &Vec<Plan>) -> Option<String> {
        let index = self.chance.next(kind(self).len());
        let plan = &kind(self)[index];
        (!plan.withheld || self.world != World::Gone).then(|| plan.id.clone())
    }

    fn list(&mut self, kind: fn(&Self) -> &Vec<Plan>, most: usize) -> String {
        let count = 1 + self.chance.next(most);
        let picked: Vec<Option<String>> = (0..count).map(|_| self.pick(kind)).collect();
        let mut ids: Vec<String> = picked.into_iter().flatten().collect();
        ids.sort();
        ids.dedup();
        format!("[{}]", ids.join(", "))
    }

    fn body(&mut self) -> String {
        let mut body = String::new();
        for _ in 0..=self.chance.next(4) {
            let text = self.words(7);
            write!(body, "{text}").expect("a text takes text");
            // A link to a note; where it is gone, the words it was.
            let words = self.words(2);
            let index = self.chance.next(self.notes.len());
            let target = self.notes[index].clone();
            if target.withheld && self.world == World::Gone {
                write!(body, " {words}").expect("a text takes text");
            } else {
                write!(body, " [{words}](../playbooks/{}.md)", target.id).expect("a text takes text");
            }
            let remark = self.ours(4);
            body.push_str(&match self.chance.next(6) {
                0 => self.times(&format!("\n\n> [!INTERNAL]\n> {remark}\n> ## {remark}\n")),
                1 => format!("\n\n- one\n{}- two", self.times(&format!("- > [!INTERNAL]\n  > {remark}\n"))),
                2 => self.times(&format!("<!-- {remark} -->")),
                3 => self.times(&format!("\n\n[//]: # ({remark})\n")),
                _ => String::new(),
            });
            body.push_str("\n\n");
        }
        body
    }

    /// Writes a note, once more under another name where everything withheld stands there twice.
    fn note(&mut self, folder: &str, plan: &Plan, fields: &str) {
        let title = if plan.withheld { self.ours(3) } else { self.words(3) };
        let tag = if plan.withheld { self.ours(1) } else { self.words(1) };
        let remark = self.ours(5);
        let remark =
            if self.chance.one_in(3) { self.times_once(&format!("internal: {remark}\n")) } else { String::new() };
        let body = self.body();
        let audience = if plan.withheld { "audience: internal\n" } else { "" };
        let text = format!("---\ntitle: {title} {}\ntags: [{tag}]\n{audience}{fields}{remark}---\n\n{body}", plan.id);
        if plan.withheld && self.world == World::Gone {
            return;
        }
        self.file(format!("content/{folder}/{}.md", plan.id), &text);
        if plan.withheld && self.world == World::Twice {
            self.file(format!("content/{folder}/{}-again.md", plan.id), &text);
        }
    }

    /// A key that a mapping has only once: twice of it is more of it.
    fn times_once(&self, text: &str) -> String {
        match self.world {
            World::Gone => String::new(),
            World::Twice => format!("{} and more of it\n", text.trim_end()),
            World::AsItIs | World::Otherwise => text.to_owned(),
        }
    }

    fn file(&mut self, path: String, text: &str) {
        let site = std::mem::replace(&mut self.site, Site::new());
        self.site = site.file(&path, text);
    }

    /// A register as a list of records.
    fn register(&mut self, path: &str, head: &str, plans: &[Plan], record: fn(&mut Self, &Plan) -> String) {
        let mut text = head.to_owned();
        for plan in plans {
            let fields = record(self, plan);
            let audience = if plan.withheld { "  audience: internal\n" } else { "" };
            let one = |id: &str| format!("- id: {id}\n{audience}{}", fields.replace("ID", id));
            if !plan.withheld {
                text.push_str(&one(&plan.id));
            } else if self.world != World::Gone {
                text.push_str(&one(&plan.id));
                if self.world == World::Twice {
                    text.push_str(&one(&format!("{}-again", plan.id)));
                }
            }
        }
        self.file(path.to_owned(), &text);
    }

    fn session(&mut self, index: usize) {
        let withheld = index > 1 && self.chance.one_in(3);
        let title = if withheld { self.ours(3) } else { self.words(3) };
        let (month, day) = (1 + self.chance.next(5), 1 + self.chance.next(28));
        let hours = 1 + self.chance.next(4);
        let mut text = format!("title: {title}\ndate: 2026-0{month}-{day:02}\nduration: {hours}h\n");
        if withheld {
            text.push_str("audience: internal\n");
        }
        for (key, kind) in [
            ("participants", (|writer| &writer.people) as fn(&Self) -> &Vec<Plan>),
            ("skills", |writer| &writer.skills),
        ] {
            let list = self.list(kind, 4);
            writeln!(text, "{key}: {list}").expect("a text takes text");
        }
        let remark = self.ours(6);
        text.push_str(&self.times_once(&format!("internal: {remark}\n")));
        let project = self.pick(|writer| &writer.projects);
        if let Some(project) = project {
            writeln!(text, "project: {project}").expect("a text takes text");
        }
        text.push_str("actions:\n");
        for action in 0..2 + self.chance.next(3) {
            let ours = action > 0 && self.chance.one_in(3);
            let words = if ours { self.ours(4) } else { self.words(4) };
            let owner = self.pick(|writer| &writer.people);
            let owner = owner.map_or(String::new(), |owner| format!(", owner: {owner}"));
            if ours {
                let line = format!("  - {{title: \"{words} {action}\", audience: internal{owner}}}\n");
                text.push_str(&self.times(&line));
            } else {
                writeln!(text, "  - {{title: \"{words} {action}\"{owner}}}").expect("a text takes text");
            }
        }
        let (person, skill) = (self.pick(|writer| &writer.people), self.pick(|writer| &writer.skills));
        if let (Some(person), Some(skill)) = (person, skill) {
            write!(text, "skill_changes:\n  - {{person: {person}, skill: {skill}, from: 1, to: 3}}\n")
                .expect("a text takes text");
        }
        let notes = self.words(8);
        let ours = self.ours(6);
        let block = self.times(&format!("\n\n  > [!INTERNAL]\n  > {ours}\n"));
        write!(text, "notes: |\n  {notes}{block}\n").expect("a text takes text");
        if withheld && self.world == World::Gone {
            return;
        }
        self.file(format!("content/sessions/session-{index}.yaml"), &text);
        if withheld && self.world == World::Twice {
            self.file(format!("content/sessions/session-{index}-again.yaml"), &text);
        }
    }

    fn write(mut self) -> Site {
        self.file(
            "site.toml".into(),
            "title = \"Two worlds\"\nbase_url = \"https://example.com/\"\n[check]\nlinks = \"warn\"\n",
        );
        self.file("content/index.md".into(), "# Welcome\n\nRead on.\n");
        let people = self.people.clone();
        self.register("content/people.yaml", "people:\n", &people, |writer, plan| {
            let title = if plan.withheld { writer.ours(2) } else { writer.words(2) };
            let role = writer.chance.of(&["business_analyst", "project_lead", "vendor", "consultant"]);
            let skill = writer.pick(|writer| &writer.skills);
            let (before, after) = (writer.chance.next(3), 2 + writer.chance.next(3));
            let skills = skill.map_or(String::new(), |skill| {
                format!("  skills:\n  - {{skill: {skill}, before: {before}, after: {after}}}\n")
            });
            format!("  name: Ada{0} Byron{0}\n  role: {role}\n  title: {title}\n{skills}", "ID".to_owned())
        });
        let skills = self.skills.clone();
        self.register("content/skills.yaml", "", &skills, |writer, plan| {
            let text = if plan.withheld { writer.ours(6) } else { writer.words(6) };
            format!("  name: Skill ID\n  family: manage_projects\n  description: {text}\n")
        });
        let projects = self.projects.clone();
        self.register("content/projects.yaml", "", &projects, |writer, _| {
            let budget = 1000 + writer.chance.next(9000);
            let lead = writer.pick(|writer| &writer.people);
            let lead = lead.map_or(String::new(), |lead| format!("  lead: {lead}\n"));
            format!("  title: Project ID\n{lead}  planned: {{start: 2026-01-01, end: 2026-03-01, budget: {budget}}}\n  actual: {{start: 2026-01-01, end: 2026-04-01, cost: {budget}}}\n")
        });
        let notes = self.notes.clone();
        for plan in &notes {
            let owner = self.pick(|writer| &writer.people);
            let fields = owner.map_or(String::new(), |owner| format!("owner: {owner}\n"));
            self.note("playbooks", plan, &fields);
        }
        for index in 0..4 {
            let plan = Plan { id: format!("lesson-{index}"), withheld: index > 1 && self.chance.one_in(2) };
            let theme = if plan.withheld { self.ours(1) } else { self.words(1) };
            self.note("lessons", &plan, &format!("theme: {theme}\n"));
        }
        for index in 0..6 {
            self.session(index);
        }
        self.site
    }
}

fn edition(seed: u64, world: World) -> OutputTree {
    let built = Writer::new(seed, world)
        .write()
        .request(|request| {
            request.epub = true;
            request.today = Some(date(2026, 5, 29));
        })
        .build();
    assert_eq!(built.errors().len(), 0, "seed {seed}, {world:?}:\n{}", built.said());
    built.output
}

/// The first difference of two trees, in words.
fn difference(one: &OutputTree, other: &OutputTree) -> Option<String> {
    for (path, content) in one.files() {
        let Some(twin) = other.get(path.as_str()) else { return Some(format!("{path} is missing")) };
        if content.bytes() != twin.bytes() {
            let at = content.bytes().iter().zip(twin.bytes()).take_while(|(a, b)| a == b).count();
            let near = |bytes: &[u8]| {
                String::from_utf8_lossy(&bytes[at.saturating_sub(200)..(at + 200).min(bytes.len())]).into_owned()
            };
            return Some(format!(
                "{path} differs at {at}:\n{}\n--- and ---\n{}",
                near(content.bytes()),
                near(twin.bytes())
            ));
        }
    }
    other.files().find(|(path, _)| one.get(path.as_str()).is_none()).map(|(path, _)| format!("{path} is new"))
}

fn the_client_sees_the_same(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let as_it_is = edition(seed, World::AsItIs);
        for world in [World::Otherwise, World::Twice, World::Gone] {
            if let Some(difference) = difference(&as_it_is, &edition(seed, world)) {
                panic!("seed {seed}, {world:?}: {difference}");
            }
        }
    }
}

fn withheld_matter_makes_a_difference_to_us() {
    let internal = |world| {
        Writer::new(3, world).write().request(|request| request.edition = Some("internal".into())).build().output
    };
    for world in [World::Otherwise, World::Twice, World::Gone] {
        assert!(difference(&internal(World::AsItIs), &internal(world)).is_some(), "{world:?}");
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = crate::trials!["worlds"; withheld_matter_makes_a_difference_to_us];
    for part in 0..6_u64 {
        let name = format!("worlds::the_client_sees_the_same_whatever_is_done_to_withheld_matter_{part}");
        trials.push(crate::trial_of(&name, move || the_client_sees_the_same(part * 3..part * 3 + 3)));
    }
    trials
}
