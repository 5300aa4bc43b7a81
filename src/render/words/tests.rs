use super::{Language, Value, Words, names, vocabulary};
use crate::model::{Amount, SessionType};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

fn dictionary(language: Language) -> FluentResource {
    FluentResource::try_new(language.dictionary().to_owned())
        .map_err(|(_, errors)| errors)
        .unwrap_or_else(|errors| panic!("{language:?} cannot be read: {errors:?}"))
}

#[test]
fn every_language_has_the_words_of_english_and_no_others() {
    let english: BTreeSet<String> = names(&dictionary(Language::English)).collect();
    for language in Language::ALL {
        let words: BTreeSet<String> = names(&dictionary(language)).collect();
        let missing: Vec<_> = english.difference(&words).collect();
        let unknown: Vec<_> = words.difference(&english).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{language:?}: missing {missing:?}, unknown {unknown:?}");
        assert_eq!(names(&dictionary(language)).count(), words.len(), "{language:?} has a word twice");
    }
}

#[test]
fn every_word_of_a_list_is_in_the_dictionary() {
    let words = Words::new("en");
    let missing: Vec<String> = vocabulary::keys().into_iter().filter(|key| !words.knows(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The values that each sentence has places for.
fn places(resource: &FluentResource) -> BTreeMap<String, BTreeSet<String>> {
    fn of_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    found.insert(id.name.to_owned());
                }
                Expression::Inline(_) => {}
                Expression::Select { variants, .. } => {
                    for variant in variants {
                        of_pattern(&variant.value, found);
                    }
                }
            }
        }
    }
    let mut places = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            let mut found = BTreeSet::new();
            of_pattern(pattern, &mut found);
            // A date's form is the language's own.
            if !message.id.name.starts_with("date") {
                places.insert(message.id.name.to_owned(), found);
            }
        }
    }
    places
}

#[test]
fn every_language_says_the_same_values() {
    let english = places(&dictionary(Language::English));
    for language in Language::ALL {
        for (key, places) in places(&dictionary(language)) {
            // "one" may do without its number: "from one answer".
            assert_eq!(Some(&places), english.get(&key), "{key} in {language:?}");
        }
    }
}

#[test]
fn dates_have_the_form_of_the_language() {
    let day = date(2026, 5, 1);
    let said = |tag: &str| Words::new(tag).date(day);
    assert_eq!(said("en"), "1 May 2026");
    assert_eq!(said("de"), "1. Mai 2026");
    assert_eq!(said("fr"), "1er mai 2026");
    assert_eq!(said("es"), "1 de mayo de 2026");
    assert_eq!(said("ja"), "2026年5月1日");
    assert_eq!(Words::new("ja").month(2026, 5), "2026年5月");
}

#[test]
fn numbers_and_sums_have_the_form_of_the_language() {
    let sum = Amount::from_hundredths(-123_456_750);
    assert_eq!(Words::new("en").money(sum, Some("EUR")), "−€1,234,567.50");
    assert_eq!(Words::new("de").money(sum, Some("EUR")), "−1.234.567,50\u{a0}€");
    assert_eq!(Words::new("en").money(Amount::from_hundredths(91_000_000), Some("CHF")), "CHF\u{a0}910,000");
    assert_eq!(Words::new("fr").decimal(1234.5, 2), "1\u{202f}234,5");
    assert_eq!(Words::new("en").decimal(-0.001, 2), "0");
    assert_eq!(Words::new("en").duration(90), "1 h 30 min");
    assert_eq!(Words::new("es").list(&["Ana", "Inés"]), "Ana e Inés");
}

#[test]
fn sentences_take_the_plural_of_their_language() {
    assert_eq!(Words::new("en").count("sessions-count", 1), "1 session");
    assert_eq!(Words::new("en").count("sessions-count", 1200), "1,200 sessions");
    assert_eq!(Words::new("fr").count("sessions-count", 0), "0 séance");
    assert_eq!(Words::new("ja").count("sessions-count", 3), "3件のセッション");
}

#[test]
fn the_scripts_words_leave_their_numbers_open() {
    let script = Words::new("en").script();
    assert!(script.contains(r#""rows":{"one":"{count} of {of} row","other":"{count} of {of} rows"}"#), "{script}");
}

#[test]
fn a_theme_says_words_otherwise() {
    let file = crate::source::SourcePath::new("themes/mine/words/en.ftl");
    let outcome = Words::new("en").with_theme(&file, "session-type-training = Masterclass\nbroken\n", |_| false);
    assert_eq!(outcome.value.word(SessionType::Training), "Masterclass");
    assert_eq!(outcome.report.errors(), 1);
    let values = [("person", Value::Text("Mei"))];
    assert_eq!(outcome.value.say_with("leaves-with-us", &values), "leaves: Mei");
}
