//! Engagements made up from a seed, in several worlds.
//!
//! Chance is asked as often in every world, so that all of them are the same but for what the
//! edition withholds.

use crate::chance::{Chance, WORDS, World};
use crate::support::{Site, png};
use jiff::civil::date;
use std::fmt::Write as _;

/// A record before it is written.
#[derive(Debug, Clone)]
struct Plan {
    id: String,
    /// What it says of who may see it, as a line of YAML; empty where it says nothing.
    standing: &'static str,
    withheld: bool,
}

impl Plan {
    /// The folder's default is the only word on who may see it.
    fn folder(&self) -> &'static str {
        if self.standing == STEERING { "steering/" } else { "" }
    }

    fn line(&self) -> &'static str {
        if self.standing == STEERING { "" } else { self.standing }
    }
}

/// Stands for the default of a folder, which is written in site.toml alone.
const STEERING: &str = "steering";

/// A made-up engagement in one of its worlds.
pub(crate) struct Engagement {
    edition: &'static str,
    world: World,
    chance: Chance,
    people: Vec<Plan>,
    skills: Vec<Plan>,
    projects: Vec<Plan>,
    notes: Vec<Plan>,
    site: Site,
}

const SETTINGS: &str = "title = \"Two worlds\"\nbase_url = \"https://example.com/\"\n[check]\nlinks = \"warn\"\n\
[audiences]\n\"playbooks/steering\" = \"internal\"\n\"sessions/steering\" = \"internal\"\n\
[editions.vendor]\nadmits = [\"vendor\", \"client\", \"public\"]\npeople = \"roles\"\nmoney = false\nratings = false\n\
[editions.team]\nadmits = [\"client\", \"public\"]\npeople = \"initials\"\nratings = \"team\"\n";

impl Engagement {
    pub(crate) fn new(seed: u64, edition: &'static str, world: World) -> Self {
        let mut engagement = Self {
            edition,
            world,
            chance: Chance::new(seed),
            people: Vec::new(),
            skills: Vec::new(),
            projects: Vec::new(),
            notes: Vec::new(),
            site: Site::new().request(|request| {
                request.edition = Some(edition.into());
                request.today = Some(date(2026, 5, 29));
            }),
        };
        engagement.people = engagement.plans("person", 7);
        engagement.skills = engagement.plans("skill", 5);
        engagement.projects = engagement.plans("project", 4);
        engagement.notes = engagement.plans("note", 7);
        engagement
    }

    /// Two of each kind are open, so that there is always something to refer to.
    fn plans(&mut self, kind: &str, count: usize) -> Vec<Plan> {
        (0..count).map(|index| self.plan(format!("{kind}-{index}"), index > 1)).collect()
    }

    fn plan(&mut self, id: String, may_be_withheld: bool) -> Plan {
        let mut standing = match self.chance.next(12) {
            0..=2 => "audience: internal\n",
            3 => "audience: vendor\n",
            4 => "draft: true\n",
            5 => STEERING,
            6 => "audience: public\n",
            _ => "",
        };
        if self.edition == "public" && standing.is_empty() && self.chance.one_in(2) {
            standing = "audience: public\n";
        }
        if !may_be_withheld {
            standing = "audience: public\n";
        }
        if standing == STEERING && !id.starts_with("note") && !id.starts_with("session") {
            standing = "audience: internal\n";
        }
        let withheld = match standing {
            "audience: public\n" => false,
            "audience: vendor\n" => self.edition != "vendor",
            "" => self.edition == "public",
            _ => true,
        };
        Plan { id, standing, withheld }
    }

    /// Words for everybody: as many draws of chance in every world.
    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.chance.of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// Words that are withheld: others in the other world.
    fn ours(&mut self, count: usize) -> String {
        let words = self.words(count);
        if self.world == World::Otherwise { format!("quite another {} matter", words.to_uppercase()) } else { words }
    }

    fn words_of(&mut self, plan: &Plan, count: usize) -> String {
        if plan.withheld { self.ours(count) } else { self.words(count) }
    }

    /// A number that is withheld with its record.
    fn number_of(&mut self, plan: &Plan, below: usize) -> usize {
        let number = 1 + self.chance.next(below);
        if plan.withheld && self.world == World::Otherwise { 1 + number % below } else { number }
    }

    /// Text for us, as it is to be found in this world: once, twice or not at all.
    fn times(&self, text: &str) -> String {
        match self.world {
            World::Gone => String::new(),
            World::Twice => format!("{text}{text}"),
            World::AsItIs | World::Otherwise => text.to_owned(),
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

    /// One of the records, where this world has it.
    fn pick(&mut self, kind: fn(&Self) -> &Vec<Plan>) -> Option<String> {
        let index = self.chance.next(kind(self).len());
        let plan = &kind(self)[index];
        (!plan.withheld || self.world != World::Gone).then(|| plan.id.clone())
    }

    /// A line that names one of the records, or no line.
    fn line(&mut self, key: &str, kind: fn(&Self) -> &Vec<Plan>) -> String {
        self.pick(kind).map_or(String::new(), |id| format!("{key}: {id}\n"))
    }

    fn list(&mut self, kind: fn(&Self) -> &Vec<Plan>, most: usize) -> String {
        let count = 1 + self.chance.next(most);
        let picked: Vec<Option<String>> = (0..count).map(|_| self.pick(kind)).collect();
        let mut ids: Vec<String> = picked.into_iter().flatten().collect();
        ids.sort();
        ids.dedup();
        format!("[{}]", ids.join(", "))
    }

    /// A link to a note; where it is gone, the words it was.
    fn link(&mut self) -> String {
        let words = self.words(2);
        let index = self.chance.next(self.notes.len());
        let target = self.notes[index].clone();
        let is_gone = target.withheld && self.world == World::Gone;
        match self.chance.next(3) {
            0 if is_gone => String::new(),
            0 => format!("[[playbook:{}{}]]", target.folder(), target.id),
            _ if is_gone => words,
            1 => format!("[[playbook:{}{}|{words}]]", target.folder(), target.id),
            _ => format!("[{words}](/playbooks/{}{}.md)", target.folder(), target.id),
        }
    }

    fn body(&mut self, note: &Plan) -> String {
        let mut body = String::new();
        for paragraph in 0..=self.chance.next(5) {
            let (text, link) = (self.words_of(note, 7), self.link());
            write!(body, "{text} {link}").expect("a text takes text");
            let remark = self.ours(4);
            let name = format!("{}-{paragraph}", note.id);
            let what = self.chance.next(11);
            body.push_str(&match what {
                0 => self.times(&format!("\n\n> [!INTERNAL]\n> {remark}\n> ## {remark}\n")),
                1 => format!("\n\n- one\n{}- two", self.times(&format!("- > [!INTERNAL]\n  > {remark}\n"))),
                2 => self.times(&format!("<!-- {remark} -->")),
                3 => self.times(&format!("\n\n[//]: # ({remark})\n")),
                4 => {
                    let used =
                        self.times_once(&format!("\n\n> [!INTERNAL]\n> Ours.[^{name}]\n\n[^{name}]: {remark}\n"));
                    format!("{used}\n\nSeen.[^s{name}]\n\n[^s{name}]: {text}\n")
                }
                5 => {
                    self.file(format!("content/playbooks/{name}.csv"), format!("a,b\n1,{text}\n"));
                    format!(" [a sheet](/playbooks/{name}.csv)")
                }
                6 => {
                    self.ours_alone(
                        &format!("content/playbooks/{name}-ours.csv"),
                        format!("a,b\n1,{remark}\n").as_bytes(),
                    );
                    self.times(&format!("\n\n> [!INTERNAL]\n> [ours](/playbooks/{name}-ours.csv)\n"))
                }
                7 => {
                    let comment = if self.world == World::Otherwise { "Somebody else" } else { "Gordon" };
                    self.file(format!("content/playbooks/{name}.png"), png(&[(b"tEXt", comment.as_bytes().to_vec())]));
                    format!(" ![A wall](/playbooks/{name}.png)")
                }
                8 => format!("\n\n> Said{}\n", self.times(&format!("\n>\n> > [!INTERNAL]\n> > {remark}"))),
                9 => format!("\n\n## {text} {paragraph}\n\nText."),
                _ => String::new(),
            });
            body.push_str("\n\n");
        }
        body
    }

    /// Writes a note, once more under another name where everything withheld stands there twice.
    fn note(&mut self, folder: &str, plan: &Plan, fields: &str) {
        let (title, tag, remark) = (self.words_of(plan, 3), self.words_of(plan, 1), self.ours(5));
        let has_remark = self.chance.one_in(3);
        let remark = if has_remark { self.times_once(&format!("internal: {remark}\n")) } else { String::new() };
        let body = self.body(plan);
        let text =
            format!("---\ntitle: {title} {}\ntags: [{tag}]\n{}{fields}{remark}---\n\n{body}", plan.id, plan.line());
        self.record(&format!("content/{folder}/{}{}", plan.folder(), plan.id), "md", plan, &text);
    }

    /// Writes a record of its own file as this world has it.
    fn record(&mut self, path: &str, ending: &str, plan: &Plan, text: &str) {
        if plan.withheld && self.world == World::Gone {
            return;
        }
        self.file(format!("{path}.{ending}"), text);
        if plan.withheld && self.world == World::Twice {
            self.file(format!("{path}-again.{ending}"), text);
        }
    }

    /// Writes a file that only withheld text names.
    fn ours_alone(&mut self, path: &str, bytes: &[u8]) {
        if self.world != World::Gone {
            self.file(path.to_owned(), bytes);
        }
        if self.world == World::Twice {
            self.file(format!("{path}.again.csv"), bytes);
        }
    }

    fn file(&mut self, path: String, bytes: impl AsRef<[u8]>) {
        let site = std::mem::replace(&mut self.site, Site::new());
        self.site = site.file(&path, bytes);
    }

    /// A register as a list of records.
    fn register(&mut self, path: &str, head: &str, plans: &[Plan], record: fn(&mut Self, &Plan) -> String) {
        let mut text = head.to_owned();
        for plan in plans {
            let fields = record(self, plan);
            let standing = if plan.line().is_empty() { String::new() } else { format!("  {}", plan.line()) };
            let fields: String = fields.lines().map(|line| format!("  {line}\n")).collect();
            let one = |id: &str| format!("- id: {id}\n{standing}{}", fields.replace("ID", id));
            if !plan.withheld {
                text.push_str(&one(&plan.id));
            } else if self.world != World::Gone {
                text.push_str(&one(&plan.id));
                if self.world == World::Twice {
                    text.push_str(&one(&format!("{}-again", plan.id)));
                }
            }
        }
        if text != head {
            self.file(path.to_owned(), &text);
        }
    }

    fn session(&mut self, index: usize) {
        let plan = self.plan(format!("session-{index}"), index > 1);
        let title = self.words_of(&plan, 3);
        let (month, day) = (self.number_of(&plan, 5), self.number_of(&plan, 28));
        let hours = self.number_of(&plan, 4);
        let mut text = format!("title: {title}\ndate: 2026-0{month}-{day:02}\nduration: {hours}h\n{}", plan.line());
        for (key, kind) in [
            ("participants", (|made| &made.people) as fn(&Self) -> &Vec<Plan>),
            ("facilitator", |made| &made.people),
            ("skills", |made| &made.skills),
        ] {
            let list = self.list(kind, 4);
            writeln!(text, "{key}: {list}").expect("a text takes text");
        }
        let remark = self.ours(6);
        text.push_str(&self.times_once(&format!("internal: {remark}\n")));
        text.push_str(&self.line("project", |made| &made.projects));
        text.push_str(&self.line("absent", |made| &made.people));
        text.push_str("actions:\n");
        for action in 0..2 + self.chance.next(3) {
            let ours = plan.withheld || (action > 0 && self.chance.one_in(3));
            let words = if ours { self.ours(4) } else { self.words(4) };
            let owner = self.pick(|made| &made.people);
            let owner = owner.map_or(String::new(), |owner| format!(", owner: {owner}"));
            if ours && !plan.withheld {
                let line = format!("  - {{title: \"{words} {action}\", audience: internal{owner}}}\n");
                text.push_str(&self.times(&line));
            } else {
                writeln!(text, "  - {{title: \"{words} {action}\"{owner}}}").expect("a text takes text");
            }
        }
        let (person, skill) = (self.pick(|made| &made.people), self.pick(|made| &made.skills));
        if let (Some(person), Some(skill)) = (person, skill) {
            write!(text, "skill_changes:\n  - {{person: {person}, skill: {skill}, from: 1, to: 3}}\n")
                .expect("a text takes text");
        }
        let (score, quote) = (self.number_of(&plan, 5), self.words_of(&plan, 6));
        let speaker = self.pick(|made| &made.people).map_or(String::new(), |id| format!(", person: {id}"));
        write!(text, "feedback: {{score: {score}, responses: 4}}\nquotes:\n  - {{text: {quote}{speaker}}}\n")
            .expect("a text takes text");
        let (notes, ours) = (self.words_of(&plan, 8), self.ours(6));
        let block = self.times(&format!("\n\n  > [!INTERNAL]\n  > {ours}\n"));
        write!(text, "notes: |\n  {notes}{block}\n").expect("a text takes text");
        self.record(&format!("content/sessions/{}session-{index}", plan.folder()), "yaml", &plan, &text);
    }

    fn person(&mut self, plan: &Plan) -> String {
        let title = self.words_of(plan, 2);
        let role = self.chance.of(&["business_analyst", "project_lead", "vendor", "consultant"]);
        let skill = self.pick(|made| &made.skills);
        let (before, after) = (self.number_of(plan, 3), self.number_of(plan, 4));
        let skills = skill.map_or(String::new(), |skill| {
            format!("skills:\n- {{skill: {skill}, before: {before}, after: {after}}}\n")
        });
        format!(
            "name: Ada{0} Byron{0}\naliases: [Countess{0}]\ncontact: ada.{0}@example.com\nrole: {role}\ntitle: {title}\n{skills}",
            "ID"
        )
    }

    fn project(&mut self, plan: &Plan) -> String {
        let budget = 1000 + self.number_of(plan, 9000);
        let lead = self.line("lead", |made| &made.people);
        format!(
            "title: Project ID\n{lead}planned: {{start: 2026-01-01, end: 2026-03-01, budget: {budget}}}\nactual: {{start: 2026-01-01, end: 2026-04-01, cost: {budget}}}\n"
        )
    }

    fn item(&mut self, plan: &Plan) -> String {
        let (words, number) = (self.words_of(plan, 4), self.number_of(plan, 5));
        let (owner, project) = (self.line("owner", |made| &made.people), self.line("project", |made| &made.projects));
        format!(
            "title: {words} ID\ntype: risk\nprobability: {number}\nimpact: 3\ndue: 2026-05-0{number}\n{owner}{project}"
        )
    }

    fn left(&mut self, plan: &Plan) -> String {
        let words = self.words_of(plan, 4);
        let owner = self.line("owner_after", |made| &made.people);
        let step = self.chance.of(&["good", "service", "experience", "transformation"]);
        format!("title: {words} ID\nkind: {step}\nform: template\n{owner}")
    }

    /// Writes all of it.
    pub(crate) fn write(mut self) -> Site {
        let ours = self.ours(2);
        let comment = self.times(&format!("# {ours}\n"));
        self.file("site.toml".into(), format!("{comment}{SETTINGS}"));
        self.file("content/index.md".into(), "---\naudience: public\n---\n\n# Welcome\n\nRead on.\n");
        let (people, skills, projects) = (self.people.clone(), self.skills.clone(), self.projects.clone());
        self.register("content/people.yaml", "people:\n", &people, Self::person);
        self.register("content/skills.yaml", "", &skills, |made, plan| {
            let text = made.words_of(plan, 6);
            format!("name: Skill ID\nfamily: manage_projects\ndescription: {text}\n")
        });
        self.register("content/projects.yaml", "", &projects, Self::project);
        let (items, left) = (self.plans("item", 5), self.plans("left", 4));
        self.register("content/open-items.yaml", "", &items, Self::item);
        self.register("content/leave-behinds.yaml", "", &left, Self::left);
        for plan in &self.notes.clone() {
            let owner = self.line("owner", |made| &made.people);
            self.note("playbooks", plan, &owner);
        }
        for index in 0..4 {
            let plan = self.plan(format!("lesson-{index}"), index > 1);
            let theme = self.words_of(&plan, 1);
            let owner = self.line("owner", |made| &made.people);
            self.note("lessons", &plan, &format!("theme: {theme}\n{owner}"));
        }
        for index in 0..3 {
            let plan = self.plan(format!("decision-{index}"), index > 0);
            let project = self.line("project", |made| &made.projects);
            self.note("decisions", &plan, &format!("status: accepted\n{project}"));
        }
        for index in 0..7 {
            self.session(index);
        }
        self.site
    }
}
