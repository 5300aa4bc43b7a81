use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// A circle of readers, by the name site.toml gives it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Audience(Arc<str>);

impl Audience {
    /// The circle of that name.
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// Nobody outside the consultancy.
    pub fn internal() -> Self {
        Self::new("internal")
    }

    /// The client; what is meant where nothing is said.
    pub fn client() -> Self {
        Self::new("client")
    }

    /// Everybody.
    pub fn public() -> Self {
        Self::new("public")
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the one that only the internal edition admits.
    pub fn is_internal(&self) -> bool {
        &*self.0 == "internal"
    }
}

impl fmt::Debug for Audience {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// All audiences that were said of one record: by itself, and by the folders above it.
///
/// An edition shows the record only where it admits every one of them, so the stricter wins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Audiences {
    said: BTreeSet<Audience>,
    in_doubt: bool,
}

impl Audiences {
    /// What is meant where nothing is said: the client.
    pub fn unsaid() -> Self {
        Self { said: BTreeSet::new(), in_doubt: false }
    }

    /// One more word about who may see it.
    pub fn restrict(&mut self, audience: Audience) {
        self.said.insert(audience);
    }

    /// Something that may be about who may see it cannot be read, which has been complained of: it
    /// counts as internal.
    pub fn doubt(&mut self) {
        self.in_doubt = true;
    }

    /// Whether it counts as internal only because something could not be read.
    pub fn is_in_doubt(&self) -> bool {
        self.in_doubt
    }

    /// All words of both.
    pub fn restrict_all(&mut self, other: &Self) {
        self.said.extend(other.said.iter().cloned());
        self.in_doubt |= other.in_doubt;
    }

    /// Whether whoever sees what has these audiences also sees what has the others, by the audiences alone: all that
    /// restricts the others restricts these.
    pub fn see(&self, other: &Self) -> bool {
        let client = BTreeSet::from([Audience::client()]);
        let of = |audiences: &Self| if audiences.said.is_empty() { client.clone() } else { audiences.said.clone() };
        let (own, other_said) = (of(self), of(other));
        own.iter().any(Audience::is_internal) || self.in_doubt || (!other.in_doubt && other_said.is_subset(&own))
    }

    /// What was said; empty where nothing was.
    pub fn iter(&self) -> impl Iterator<Item = &Audience> {
        self.said.iter()
    }

    /// How many words of secrecy there are against it, for an order in which a stricter record
    /// never comes before a less strict one.
    pub fn strictness(&self) -> usize {
        let words = self.said.iter().map(|audience| match audience.as_str() {
            "public" => 0,
            "client" => 1,
            "internal" => 100,
            _ => 2,
        });
        words.sum::<usize>() + usize::from(self.said.is_empty()) + if self.in_doubt { 100 } else { 0 }
    }
}

/// How people are named in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// By their names.
    Names,
    /// By their initials.
    Initials,
    /// By their roles: "Business analyst 2".
    Roles,
}

/// How much of the skill levels an edition shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingDetail {
    /// Each person's levels.
    Person,
    /// Sums only; no named person has a level.
    Team,
    /// None.
    Hidden,
}

/// What an edition may see: decided before anything is derived or rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The edition's name in site.toml and on the command line.
    pub name: String,
    /// The audiences it admits; the internal edition admits all.
    pub admits: Option<BTreeSet<Audience>>,
    /// How people are named.
    pub people: Naming,
    /// Whether budgets, costs and what follows from them are shown.
    pub money: bool,
    /// Whether levels, coverage, evidence texts and feedback scores are shown.
    pub ratings: RatingDetail,
}

impl Policy {
    /// The edition that shows everything.
    pub fn internal() -> Self {
        Self {
            name: "internal".into(),
            admits: None,
            people: Naming::Names,
            money: true,
            ratings: RatingDetail::Person,
        }
    }

    /// The edition for the client: what is said to be for the client, and what is public.
    pub fn client() -> Self {
        Self::admitting("client", [Audience::client(), Audience::public()])
    }

    /// The edition for everybody.
    pub fn public() -> Self {
        Self::admitting("public", [Audience::public()])
    }

    /// An edition of that name which admits those audiences and hides nothing else.
    pub fn admitting(name: &str, audiences: impl IntoIterator<Item = Audience>) -> Self {
        let admits = Some(audiences.into_iter().filter(|audience| !audience.is_internal()).collect());
        Self { name: name.into(), admits, ..Self::internal() }
    }

    /// Whether it is the edition that shows everything, drafts and remarks too.
    pub fn is_internal(&self) -> bool {
        self.admits.is_none()
    }

    /// Whether a record with these audiences is shown.
    pub fn shows(&self, audiences: &Audiences) -> bool {
        let Some(admits) = &self.admits else { return true };
        if audiences.is_in_doubt() {
            return false;
        }
        let mut said = audiences.iter().peekable();
        if said.peek().is_none() {
            return admits.contains(&Audience::client());
        }
        said.all(|audience| admits.contains(audience))
    }
}

/// Whether words hold the mark of a block for the consultancy alone, `[!INTERNAL]`, however it is spaced and in any
/// letter case. It withholds the block of a note that it begins, and nothing anywhere else.
pub fn holds_mark(words: &str) -> bool {
    let mut rest = words;
    while let Some(at) = rest.find('[') {
        rest = &rest[at + 1..];
        let Some(inside) = rest.trim_start().strip_prefix('!') else { continue };
        let Some((word, _)) = inside.split_once(']') else { return false };
        if word.len() < 40 && word.trim().eq_ignore_ascii_case("internal") {
            return true;
        }
    }
    false
}
