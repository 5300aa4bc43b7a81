//! The words that the site's own scripts say.

use super::{Value, Words};
use serde_json::{Map, Value as Json, json};

/// The names by which the scripts know them, and their keys.
const PLAIN: [(&str, &str); 11] = [
    ("copy", "copy"),
    ("copied", "copied"),
    ("print-part", "print-part"),
    ("all", "filter-all"),
    ("search", "search"),
    ("search-hint", "search-hint"),
    ("search-loading", "search-loading"),
    ("search-failed", "search-failed"),
    ("search-empty", "search-empty"),
    ("kinds", "search-kinds"),
    ("close", "close"),
];
const COUNTED: [(&str, &str); 2] = [("rows", "filter-rows"), ("hits", "search-results")];

impl Words {
    /// The classic script that gives them: `window.leavebehindWords={…};`. Names in braces are
    /// filled in there, and of two forms the one is chosen that the number asks for.
    pub fn script(&self) -> String {
        let mut words = Map::new();
        for (name, key) in PLAIN {
            words.insert(name.into(), json!(self.say(key)));
        }
        for (name, key) in COUNTED {
            words.insert(name.into(), json!({ "one": self.form(key, 1), "other": self.form(key, 7) }));
        }
        let words = Json::Object(words).to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028");
        format!("window.leavebehindWords={};\n", words.replace('\u{2029}', "\\u2029"))
    }

    /// The form of a sentence that such a number asks for, with the number left open.
    fn form(&self, key: &str, like: u8) -> String {
        let values = [("count", Value::Number(f64::from(like))), ("of", Value::Text("{of}"))];
        self.say_with(key, &values).replacen(&like.to_string(), "{count}", 1)
    }
}
