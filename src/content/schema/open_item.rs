use crate::content::fields::Fields;
use crate::content::order;
use crate::content::reading::Reading;
use crate::content::yaml::Node;
use crate::model::{ItemStatus, Mention, OpenItem};

pub(super) fn read(fields: &mut Fields<'_, '_>) -> OpenItem<Mention> {
    let one_to_five = |reading: &mut Reading<'_>, node: &Node, path: &str| {
        reading.integer(node, path, 1..=5).map(|number| number as u8)
    };
    // Whoever writes actions down in a session ticks them off with `done: true`.
    let done = fields.get("done", Reading::truth) == Some(true);
    let (raised, due) = (fields.date("raised"), fields.date("due"));
    order::due(fields, raised, due);
    OpenItem {
        item_type: fields.word("type"),
        owner: fields.mention("owner"),
        raised,
        due,
        status: fields.get("status", status).or(done.then_some(ItemStatus::Closed)),
        next_action: fields.prose("next_action"),
        description: fields.prose("description"),
        probability: fields.get("probability", one_to_five),
        impact: fields.get("impact", one_to_five),
        response: fields.word("response"),
        projects: fields.mentions("project"),
        sessions: fields.mentions("session"),
        new_owner: fields.mention("new_owner"),
    }
}

/// What is done is closed.
fn status(reading: &mut Reading<'_>, node: &Node, path: &str) -> Option<ItemStatus> {
    if node.words().is_some_and(|words| words.trim().eq_ignore_ascii_case("done")) {
        return Some(ItemStatus::Closed);
    }
    reading.word(node, path)
}
