use super::super::composer::{Composer, joined, text};
use super::super::facts::Facts;
use super::super::tree::{Block, Chapter, Inline};
use crate::render::words::Value;

/// The engagement on one page, for who reads no further.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let (edition, insights) = (publication.edition, publication.insights);
    let engagement = edition.engagement();
    let mut blocks = composer.introduction("summary", None);
    blocks.extend(engagement.purpose.iter().map(|purpose| Block::Paragraph(text(purpose))));

    let portfolio = &insights.portfolio;
    let mut facts = Facts::default();
    facts.add(composer, "field-sponsor", engagement.sponsor.as_ref().map_or_else(Vec::new, |id| composer.link(id)));
    facts.add(composer, "field-outcome", engagement.outcome.as_ref().map_or_else(Vec::new, text));
    if portfolio.completed > 0 {
        let of = |part: usize| text(of_many(composer, part, portfolio.completed));
        facts.add(composer, "on-time", of(portfolio.on_time));
        facts.add(composer, "within-budget", portfolio.on_budget.map_or_else(Vec::new, of));
    }
    for sum in portfolio.sums.iter().flatten() {
        let currency = sum.currency.as_deref();
        facts.add(composer, "field-budget", text(composer.words.money(sum.budget, currency)));
        facts.add(composer, "field-cost", text(composer.words.money(sum.cost, currency)));
    }
    if let Some(coverage) = insights.known_coverage() {
        let counts = &coverage.after_exit;
        facts.add(composer, "coverage", text(of_many(composer, counts.covered, counts.skills())));
    }
    let training = &insights.training;
    if training.held > 0 {
        let sessions = composer.words.count("sessions-count", training.held);
        let held = match composer.hours(training.minutes) {
            Some(hours) => [sessions, hours].join(&composer.words.say("list-comma")),
            None => sessions,
        };
        facts.add(composer, "kinds-session", text(held));
    }
    blocks.extend(facts.block());

    let risks: Vec<Vec<Inline>> = insights.open_at_exit.risks.iter().take(5).map(|id| composer.link(id)).collect();
    if !risks.is_empty() {
        blocks.push(composer.heading("section-risks"));
        blocks.push(super::list(risks));
    }
    let left: Vec<Vec<Inline>> = insights
        .staircase
        .steps
        .iter()
        .rev()
        .filter(|(_, left)| !left.is_empty())
        .map(|(step, left)| {
            let step = composer.words.say(&format!("step-plural-{}", crate::model::Vocabulary::as_str(*step)));
            let mut line = vec![Inline::Strong(text(step))];
            line.extend(text(composer.words.labelled("", "")));
            line.extend(joined(
                composer.words,
                left.iter().map(|left| edition.get(&left.id).map_or_else(Vec::new, |entry| text(&entry.title))),
            ));
            line
        })
        .collect();
    if !left.is_empty() {
        blocks.push(composer.heading("section-stays"));
        blocks.push(super::list(left));
    }
    composer.chapter("summary", blocks, Vec::new())
}

fn of_many(composer: &Composer<'_>, part: usize, all: usize) -> String {
    let values = [("part", Value::Number(part as f64)), ("all", Value::Number(all as f64))];
    composer.words.say_with("of-many", &values)
}
