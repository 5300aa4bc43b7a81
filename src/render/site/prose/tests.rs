use super::{Passage, ProseWriter, Scene};
use crate::model::{Alignment, Block, BlockKind, EntryId, Footnote, Image, Inline, Kind, ListItem, Prose, Target};
use crate::output::OutputPath;
use crate::render::site::image::Images;
use crate::render::site::route::Routes;
use crate::render::words::Words;
use crate::source::SourcePath;

fn block(kind: BlockKind<EntryId>) -> Block<EntryId> {
    Block { kind, span: 0..0 }
}

fn words(text: &str) -> Vec<Inline<EntryId>> {
    vec![Inline::Text(text.into())]
}

fn heading(level: u8, id: &str) -> Block<EntryId> {
    block(BlockKind::Heading { level, id: id.into(), content: words(id) })
}

fn paragraph(content: Vec<Inline<EntryId>>) -> Block<EntryId> {
    block(BlockKind::Paragraph(content))
}

fn link(target: Target<EntryId>, content: Vec<Inline<EntryId>>) -> Inline<EntryId> {
    Inline::Link { target, content, span: 0..0 }
}

/// The HTML of a text, and what else the pass gives.
fn written(
    blocks: Vec<Block<EntryId>>,
    footnotes: Vec<Footnote<EntryId>>,
) -> (String, Vec<(u8, String)>, Vec<Passage>) {
    let page = OutputPath::new("playbooks/a.html");
    let colours = crate::render::highlight::Colours::of(true, &[]);
    let (routes, site_words, images) = (Routes::default(), Words::new("en"), Images::default());
    let scene = Scene {
        page: &page,
        routes: &routes,
        words: &site_words,
        images: &images,
        colours: &colours,
        pictures: &|_, _, _| None,
    };
    let prose = Prose { blocks, footnotes };
    let mut writer = ProseWriter::new(scene);
    let html = writer.blocks(&prose, 2);
    let headings = writer.headings().iter().map(|heading| (heading.level, heading.id.clone())).collect();
    (html, headings, writer.into_passages())
}

#[test]
fn what_an_author_writes_is_never_markup() {
    let (html, ..) = written(
        vec![
            paragraph(words("<script>alert(1)</script>")),
            block(BlockKind::Code { language: Some("\"><x>".into()), text: "</code><b>".into() }),
            paragraph(vec![Inline::Abbreviation { meaning: "\"><b>".into(), content: words("x") }]),
        ],
        vec![],
    );
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<x>"), "{html}");
}

#[test]
fn headings_begin_at_the_pages_level_and_skip_none() {
    let (_, headings, _) =
        written(vec![heading(3, "a"), heading(1, "b"), heading(4, "c"), heading(2, "lb-main")], vec![]);
    let expected = [(2, "a"), (2, "b"), (3, "c"), (3, "lb-h-lb-main")];
    assert_eq!(headings, expected.map(|(level, id)| (level, id.to_owned())));
}

#[test]
fn passages_begin_at_headings() {
    let (_, _, passages) =
        written(vec![paragraph(words("before")), heading(1, "one"), paragraph(words("of one"))], vec![]);
    let passages: Vec<_> = passages.iter().map(|passage| (passage.anchor.as_str(), passage.text.trim())).collect();
    assert_eq!(passages, [("", "before"), ("one", "of one")]);
}

#[test]
fn a_link_that_leads_nowhere_is_its_words() {
    let (html, ..) = written(
        vec![paragraph(vec![
            link(Target::Entry { id: EntryId::new(Kind::Lesson, "gone"), anchor: None }, words("one")),
            link(Target::External("https://<host>/".into()), words("two")),
            link(Target::Anchor("part".into()), vec![link(Target::External("https://a.b/".into()), words("three"))]),
        ])],
        vec![],
    );
    assert_eq!(html, "<p>onetwo<a href=\"#part\">three</a></p>\n");
}

#[test]
fn an_image_of_another_host_is_a_link() {
    let image = Image {
        target: Target::External("https://example.com/a.png".into()),
        alt: "A chart".into(),
        title: None,
        width: None,
        height: None,
        span: 0..0,
    };
    let lost = Image { target: Target::File(SourcePath::new("content/none.png")), ..image.clone() };
    let (html, ..) = written(vec![paragraph(vec![Inline::Image(image), Inline::Image(lost)])], vec![]);
    let expected =
        "<p><a href=\"https://example.com/a.png\" rel=\"external noopener noreferrer\">A chart</a>A chart</p>\n";
    assert_eq!(html, expected);
}

#[test]
fn footnotes_are_numbered_as_they_are_named_and_lead_back_to_every_place() {
    let reference = |label: &str| Inline::FootnoteReference(label.into());
    let note = |label: &str, content| Footnote { label: label.into(), blocks: vec![paragraph(content)] };
    let (html, ..) = written(
        vec![paragraph(vec![reference("b"), reference("b")])],
        vec![note("a", words("first")), note("b", vec![reference("a")])],
    );
    for part in
        ["id=\"lb-fnref-1\"", "id=\"lb-fnref-1-2\"", "href=\"#lb-fnref-1-2\"", "<li id=\"lb-fn-2\"><p>first</p>"]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn a_table_without_words_in_its_head_has_no_head() {
    let table = |head: [&str; 2]| {
        let cell = |text: &str| if text.is_empty() { vec![] } else { words(text) };
        let rows = vec![vec![cell("1"), cell("2")]];
        let alignments = vec![Alignment::Natural, Alignment::Right];
        written(vec![block(BlockKind::Table { alignments, head: head.map(cell).to_vec(), rows })], vec![]).0
    };
    assert!(!table(["", ""]).contains("<thead>"));
    let html = table(["", "b"]);
    assert!(html.contains("<td></td><th scope=\"col\" class=\"right\">b</th>"), "{html}");
}

#[test]
fn tasks_are_checkboxes_with_names() {
    let item = |done| ListItem { task: Some(done), blocks: vec![paragraph(words("x"))] };
    let list = block(BlockKind::List { start: None, tight: true, items: vec![item(true), item(false)] });
    let (html, ..) = written(vec![list], vec![]);
    assert!(html.contains("<input type=\"checkbox\" disabled checked aria-label=\"Done\"> x"), "{html}");
    assert!(html.contains("<input type=\"checkbox\" disabled aria-label=\"Not done\"> x"), "{html}");
}

#[test]
fn lines_of_japanese_are_joined_without_a_space() {
    let content = vec![
        Inline::Text("見積".into()),
        Inline::SoftBreak,
        Inline::Text("もり and".into()),
        Inline::SoftBreak,
        Inline::Text("more".into()),
    ];
    assert_eq!(written(vec![paragraph(content)], vec![]).0, "<p>見積もり and\nmore</p>\n");
}
