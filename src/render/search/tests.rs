use super::{SearchPage, index};
use crate::diagnostic::Code;
use crate::render::site::prose::Passage;
use serde_json::Value;
use std::collections::BTreeMap;

fn passage(anchor: &str, heading: &str, text: &str) -> Passage {
    Passage { anchor: anchor.into(), heading: heading.into(), text: text.into() }
}

fn page(title: &str, passages: Vec<Passage>) -> SearchPage {
    SearchPage {
        url: format!("playbooks/{title}.html"),
        title: title.into(),
        kind: "playbook".into(),
        tags: vec!["Ranges".into()],
        passages,
    }
}

/// What the reader of the site unpacks: for each word, the passages of each field with their frequencies.
fn unpacked(script: &[u8]) -> BTreeMap<String, Vec<Vec<(u32, u32)>>> {
    fn number(signs: &mut std::str::Bytes<'_>) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let digit = super::pack::DIGITS.iter().position(|known| Some(*known) == signs.clone().next())? as u32;
            signs.next();
            value |= (digit & 31) << shift;
            shift += 5;
            if digit & 32 == 0 {
                return Some(value);
            }
        }
    }
    let object = object(script);
    let text = |key: &str| object[key].as_str().unwrap().to_owned();
    let mut words = BTreeMap::new();
    let mut word: Vec<u16> = Vec::new();
    for (coded, packed) in text("terms").split(' ').zip(text("postings").split(' ')) {
        word.truncate(coded[..1].chars().next().unwrap().to_digit(36).unwrap() as usize);
        word.extend(coded[1..].encode_utf16());
        let fields = packed.split(',').map(|field| {
            let mut signs = field.bytes();
            let (mut next, mut places) = (0, Vec::new());
            while let Some(step) = number(&mut signs) {
                let times = if step % 2 == 1 { number(&mut signs).unwrap() } else { 1 };
                places.push((next + step / 2, times));
                next += step / 2 + 1;
            }
            places
        });
        words.insert(String::from_utf16(&word).unwrap(), fields.collect());
    }
    words
}

fn object(script: &[u8]) -> Value {
    let text = std::str::from_utf8(script).unwrap();
    serde_json::from_str(text.strip_prefix("leavebehindIndex(").unwrap().strip_suffix(");\n").unwrap()).unwrap()
}

#[test]
fn words_are_found_in_the_passages_where_they_stand() {
    let pages = [
        page(
            "Estimating",
            vec![passage("", "", "A range, a Größe"), passage("why", "Why ranges", "range RANGE größer")],
        ),
        page("見積もり", vec![passage("", "", "l'équipe 😀 estimate")]),
    ];
    let outcome = index(&pages, &[("playbook".into(), "Playbooks".into())]);
    assert_eq!(outcome.report.warnings(), 0);
    let words = unpacked(&outcome.value);
    assert_eq!(words["range"], [vec![], vec![], vec![(0, 1), (1, 2)]]);
    assert_eq!(words["ranges"], [vec![(1, 1)], vec![(0, 1), (2, 1)], vec![]]);
    assert_eq!(words["grosse"], [vec![], vec![], vec![(0, 1)]]);
    assert_eq!(words["equipe"], [vec![], vec![], vec![(2, 1)]]);
    assert_eq!(words["estimating"][0], [(0, 1)]);
    let pairs: Vec<&String> = words.keys().filter(|word| !word.is_ascii()).collect();
    assert_eq!(pairs, ["もり", "積も", "見積"]);
}

#[test]
fn titles_cannot_end_the_script() {
    let pages = [page("</script>\u{2028}", vec![passage("", "", "<b>")])];
    let script = index(&pages, &[]).value;
    assert!(!script.contains(&b'<'));
    assert!(!String::from_utf8(script.clone()).unwrap().contains('\u{2028}'));
    assert_eq!(object(&script)["pages"][0][1], "</script>\u{2028}");
}

#[test]
fn excerpts_are_cut_between_words() {
    let pages = [page("a", vec![passage("", "", &"word ".repeat(40)), passage("b", "b", &"語".repeat(200))])];
    let object = object(&index(&pages, &[]).value);
    let first = object["excerpts"][0].as_str().unwrap();
    assert!(first.ends_with("word …") && first.chars().count() <= 92, "{first}");
    assert_eq!(object["excerpts"][1].as_str().unwrap().chars().count(), 92);
}

#[test]
fn a_very_large_site_indexes_less_of_its_texts_and_says_so() {
    // Words without order, so that compression finds nothing in them.
    let mut state = 7_u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        format!("{:x} ", state >> 40)
    };
    let pages: Vec<SearchPage> = (0..480)
        .map(|number| {
            let text: String = (0..700).map(|_| word()).collect();
            page(&format!("page {number}"), vec![passage("", "", &text)])
        })
        .collect();
    let outcome = index(&pages, &[]);
    assert!(super::sent(&outcome.value) <= super::BUDGET);
    let codes: Vec<Code> = outcome.report.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::SearchTrimmed]);
}
