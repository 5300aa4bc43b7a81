use super::{Draft, Ready, in_order, shortened};
use crate::model::{Entry, EntryId, Kind, Role, Saying, Step, Vocabulary};
use crate::output::OutputPath;
use crate::render::plain;
use crate::render::site::Site;
use crate::render::site::route::FixedPage;
use crate::render::site::view::{Figure, Home, Link, Quote, Step as StepView, Way};
use crate::render::words::Value as Say;
use std::collections::BTreeSet;

/// How many quotes the home page shows.
const MOST_QUOTES: usize = 4;

/// Writes the home page.
pub(in crate::render::site) fn page<'a>(
    site: &'a Site<'a>,
    path: &'a OutputPath,
    letter: Option<&'a Entry<EntryId>>,
) -> (Home, Ready) {
    let title = site.title_of_site();
    let mut frame = site.frame(path, "home", &title, Some(path));
    let label = site.words.say("group-stays");
    if *label != title {
        frame.label = label.into_owned();
    }
    let engagement = site.publication.edition.engagement();
    if let Some(purpose) = engagement.purpose.as_deref().or(engagement.outcome.as_deref()) {
        frame.description = shortened(purpose, 160);
        frame.lede = format!("<p>{}</p>", crate::render::site::escape::escaped(purpose));
    }
    let mut draft = Draft::new(site, path, frame);
    let mut home = Home {
        dates: if engagement.start.is_some() || engagement.end.is_some() {
            site.words.period(engagement.start, engagement.end)
        } else {
            String::new()
        },
        motto: engagement.motto.clone().unwrap_or_default(),
        ..Home::default()
    };
    if let Some(entry) = letter {
        home.letter = draft.writer.blocks(&entry.body, 2);
        if draft.sheet.page.description.is_empty() {
            draft.sheet.page.description = shortened(&plain::text(&entry.body), 160);
        }
    }
    home.ways = ways(&draft);
    home.figures = figures(site, path);
    home.steps = steps(site, path);
    let sent: BTreeSet<&str> = home.ways.iter().flat_map(|way| &way.links).map(|link| link.url.as_str()).collect();
    let notes =
        in_order(site, Kind::Page).into_iter().filter(|entry| letter.is_none_or(|letter| letter.id != entry.id));
    let notes = notes.map(|entry| Link { title: entry.title.clone(), url: site.routes.href(path, &entry.id) });
    home.notes = notes.filter(|link| !sent.contains(link.url.as_str())).collect();
    home.notes_title = site.words.kinds(Kind::Page).into_owned();
    for (session, saying, person) in sayings(site) {
        let by = [site.anchor(path, person), site.anchor(path, session)].join(&site.words.say("list-comma"));
        home.quotes.push(Quote { html: draft.writer.blocks(&saying.text, 4), by });
    }
    // The first page that a reader waits for brings no style sheet that it has no use for.
    let holds =
        |what: &str| home.quotes.iter().map(|quote| &quote.html).chain([&home.letter]).any(|html| html.contains(what));
    let has_pictures = holds("<figure class=\"figure\">");
    let has_notes = holds("class=\"callout ") || holds("class=\"code\"");
    draft.sheet.page.sheets.retain(|sheet| match *sheet {
        "pictures.css" => has_pictures,
        "notes.css" => has_notes,
        _ => true,
    });
    home.book = site.routes.fixed(FixedPage::Book).map(|book| site.href(path, book));
    let ready = draft.finish();
    home.page = ready.sheet.page.clone();
    (home, ready)
}

/// Some of what was said, from the first session to the last, by one person each: the record, the words, and who
/// said them.
fn sayings<'a>(site: &Site<'a>) -> Vec<(&'a EntryId, &'a Saying<EntryId>, &'a EntryId)> {
    let mut heard: BTreeSet<&EntryId> = BTreeSet::new();
    let all: Vec<_> = in_order(site, Kind::Session)
        .into_iter()
        .filter_map(|entry| site.publication.edition.session(&entry.id))
        .flat_map(|(entry, session)| session.quotes.iter().map(move |saying| (&entry.id, saying)))
        .filter_map(|(session, saying)| Some((session, saying, saying.person.as_ref()?)))
        .filter(|(_, _, person)| heard.insert(person))
        .collect();
    let shown = all.len().min(MOST_QUOTES);
    (0..shown).map(|place| all[place * (all.len() - 1) / (shown - 1).max(1)]).collect()
}

/// Where each reader goes, as far as there is something for them.
fn ways(draft: &Draft<'_>) -> Vec<Way> {
    let site = draft.site;
    let fixed = |page, key: &str| {
        Some(Link { title: site.words.say(key).into_owned(), url: site.href(draft.path, site.routes.fixed(page)?) })
    };
    let register = |kind: Kind| {
        Some(Link {
            title: site.words.kinds(kind).into_owned(),
            url: site.href(draft.path, site.routes.register(kind)?),
        })
    };
    let page = |slug: &str| {
        let id = EntryId::new(Kind::Page, slug);
        let entry = site.publication.edition.get(&id)?;
        Some(Link { title: entry.title.clone(), url: site.routes.href(draft.path, &id) })
    };
    let role = |role: Role| {
        Some(Link {
            title: site.words.say("your-page").into_owned(),
            url: site.href(draft.path, site.routes.role(role)?),
        })
    };
    let ways = [
        (
            "new-joiner",
            vec![
                page("start-here"),
                fixed(FixedPage::Timeline, "timeline"),
                fixed(FixedPage::Contacts, "contacts"),
                register(Kind::Term),
                role(Role::NewJoiner),
            ],
        ),
        (
            "business-analyst",
            vec![
                role(Role::BusinessAnalyst),
                fixed(FixedPage::SkillsMatrix, "skills-matrix"),
                register(Kind::Skill),
                register(Kind::Playbook),
            ],
        ),
        (
            "project-lead",
            vec![
                role(Role::ProjectLead),
                register(Kind::OpenItem),
                register(Kind::Lesson),
                fixed(FixedPage::Portfolio, "portfolio"),
            ],
        ),
        (
            "executive-sponsor",
            vec![
                fixed(FixedPage::Sponsor, "sponsor-page"),
                fixed(FixedPage::Coverage, "coverage"),
                fixed(FixedPage::WhatWeLeaveBehind, "staircase"),
            ],
        ),
        ("vendor", vec![role(Role::Vendor), page("for-vendors")]),
        (
            "pmo",
            vec![
                role(Role::Pmo),
                register(Kind::Session),
                register(Kind::Decision),
                register(Kind::SuccessCriterion),
                fixed(FixedPage::Readiness, "readiness"),
            ],
        ),
    ];
    ways.into_iter()
        .filter_map(|(key, links)| {
            let links: Vec<Link> = links.into_iter().flatten().collect();
            (!links.is_empty()).then(|| Way {
                title: draft.say(&format!("way-{key}")),
                lede: draft.say(&format!("way-{key}-lede")),
                links,
            })
        })
        .collect()
}

/// The figures that a sponsor asks for first.
pub(super) fn figures(site: &Site<'_>, path: &OutputPath) -> Vec<Figure> {
    let insights = site.publication.insights;
    let words = site.words;
    let href = |page: Option<&OutputPath>| page.map(|page| site.href(path, page));
    let mut figures = Vec::new();
    let mut share = |part: usize, all: usize, key: &str, page: Option<&OutputPath>| {
        if all > 0 {
            let label = words.say_with(key, &[("part", Say::Number(part as f64)), ("all", Say::Number(all as f64))]);
            let of = words.say_with("of-all", &[("all", Say::Text(&words.decimal(all as f64, 0)))]);
            figures.push(Figure { number: words.decimal(part as f64, 0), of, label, url: href(page) });
        }
    };
    if let Some(coverage) = insights.known_coverage() {
        let counts = coverage.after_exit;
        share(counts.covered, counts.skills(), "figure-covered", site.routes.fixed(FixedPage::Coverage));
    }
    let portfolio = &insights.portfolio;
    let page = site.routes.fixed(FixedPage::Portfolio);
    share(portfolio.on_time, portfolio.completed, "figure-on-time", page);
    if let Some(on_budget) = portfolio.on_budget {
        share(on_budget, portfolio.completed, "figure-on-budget", page);
    }
    let owned = insights.readiness.owned;
    share(owned.part, owned.of, "figure-owned", site.routes.register(Kind::OpenItem));
    let mut count = |number: usize, key: &str, page: Option<&OutputPath>| {
        if number > 0 {
            figures.push(Figure {
                number: words.decimal(number as f64, 0),
                of: String::new(),
                label: words.count(key, number),
                url: href(page),
            });
        }
    };
    count(portfolio.cancelled, "figure-cancelled", page);
    count(insights.training.held, "figure-sessions", site.routes.register(Kind::Session));
    count(site.publication.edition.playbooks().count(), "figure-playbooks", site.routes.register(Kind::Playbook));
    count(
        site.publication.edition.leave_behinds().count(),
        "figure-leave-behinds",
        site.routes.register(Kind::LeaveBehind),
    );
    figures
}

/// The steps of value, from the first on which anything stands.
pub(super) fn steps(site: &Site<'_>, path: &OutputPath) -> Vec<StepView> {
    let staircase = &site.publication.insights.staircase;
    let Some(page) = site.routes.fixed(FixedPage::WhatWeLeaveBehind) else { return Vec::new() };
    Step::ALL
        .iter()
        .filter(|step| **step != Step::Commodity || !staircase.on(**step).is_empty())
        .map(|step| {
            let left = staircase.on(*step);
            let names: Vec<String> = left.iter().take(3).map(|left| site.title(&left.id)).collect();
            StepView {
                title: site.words.say(&format!("step-plural-{}", step.as_str())).into_owned(),
                count: left.len(),
                text: if names.is_empty() {
                    site.words.say(&format!("step-lede-{}", step.as_str())).into_owned()
                } else {
                    shortened(&names.join(&site.words.say("list-comma")), 130)
                },
                url: if left.is_empty() {
                    site.href(path, page)
                } else {
                    format!("{}#lb-step-{}", site.href(path, page), step.as_str())
                },
            }
        })
        .collect()
}
