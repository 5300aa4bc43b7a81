use super::super::composer::{Composer, Facts, joined, text};
use super::super::tree::{Block, Chapter, Inline};

/// The engagement on one page, for who reads no further.
pub(super) fn chapter(composer: &mut Composer<'_>) -> Chapter {
    let publication = composer.publication;
    let (edition, insights) = (publication.edition, publication.insights);
    let engagement = edition.engagement();
    let mut blocks = composer.introduction("summary", None);
    blocks.extend(engagement.purpose.iter().map(|purpose| Block::Paragraph(text(purpose))));

    let portfolio = &insights.portfolio;
    let mut facts = Facts::default();
    facts.add(composer, "field_sponsor", engagement.sponsor.as_ref().map_or_else(Vec::new, |id| composer.link(id)));
    facts.add(composer, "field_outcome", engagement.outcome.as_ref().map_or_else(Vec::new, text));
    if portfolio.completed > 0 {
        let of = |part: usize| text(composer.words.share("of_many", part, portfolio.completed));
        facts.add(composer, "on_time", of(portfolio.on_time));
        facts.add(composer, "within_budget", portfolio.on_budget.map_or_else(Vec::new, of));
    }
    for sum in portfolio.sums.iter().flatten() {
        let currency = sum.currency.as_deref().unwrap_or_default();
        let amount = |amount: crate::model::Amount| format!("{currency} {}", composer.words.number(amount.units(), 0));
        facts.add(composer, "field_budget", text(amount(sum.budget).trim()));
        facts.add(composer, "field_cost", text(amount(sum.cost).trim()));
    }
    if let Some(coverage) = &insights.coverage
        && coverage.after_exit.skills() > 0
    {
        let counts = &coverage.after_exit;
        facts.add(composer, "coverage", text(composer.words.share("of_many", counts.covered, counts.skills())));
    }
    let training = &insights.training;
    if training.held > 0 {
        let sessions = composer.words.count("sessions_count", training.held);
        let hours = composer.words.hours(training.minutes);
        facts.add(composer, "kinds_session", text(format!("{sessions}, {hours}")));
    }
    blocks.extend(facts.block());
    blocks.extend(composer.view("coverage", &[]));

    let risks: Vec<Vec<Inline>> = insights
        .open_at_exit
        .risks
        .iter()
        .take(5)
        .map(|id| composer.link(id))
        .collect();
    if !risks.is_empty() {
        blocks.push(composer.heading("section_risks"));
        blocks.push(super::list(risks));
    }
    let left: Vec<Vec<Inline>> = insights
        .staircase
        .steps
        .iter()
        .rev()
        .filter(|(_, left)| !left.is_empty())
        .map(|(step, left)| {
            let mut line = vec![Inline::Strong(text(composer.words.get(&format!("steps_{}", crate::model::Vocabulary::as_str(*step)))))];
            line.extend(text(": "));
            line.extend(joined(left.iter().map(|left| {
                edition.get(&left.id).map_or_else(Vec::new, |entry| text(&entry.title))
            })));
            line
        })
        .collect();
    if !left.is_empty() {
        blocks.push(composer.heading("section_stays"));
        blocks.push(super::list(left));
    }
    composer.chapter("summary", blocks, Vec::new())
}
