//! In what two trees of outputs differ.

use leavebehind::output::OutputTree;

/// The first difference, in words.
pub(crate) fn difference(one: &OutputTree, other: &OutputTree) -> Option<String> {
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
