//! The sites as a reader has them: in a real Chromium, over a server and by double-click.
//!
//! The questions to the browser are in the `.mjs` files beside this one, which `node` runs with a
//! job on standard input and answers on standard output, one JSON object a line. The sites are
//! built once and shared by all tests.

mod audit;
mod behaviour;
mod journeys;
mod lighthouse;
mod markup;
mod pages;
mod sites;

use crate::support::{corpora, tool};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = markup::trials();
    trials.extend(audit::trials());
    trials.extend(behaviour::trials());
    trials.extend(journeys::trials());
    trials.extend(lighthouse::trials());
    trials
}

/// What the questions are asked with.
#[derive(Debug)]
struct Browser {
    chromium: PathBuf,
    tools: PathBuf,
}

/// Chromium and what drives it, or what is missing.
fn browser() -> Result<Browser, String> {
    let chromium = env::var_os("LEAVEBEHIND_CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from);
    if !chromium.exists() {
        return Err(format!("there is no {}; LEAVEBEHIND_CHROMIUM says where it is", chromium.display()));
    }
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) {
        return Err("there is no node; `.ci/run tools` gets it".into());
    }
    tool("node_modules/playwright-core/package.json")?;
    tool("node_modules/axe-core/package.json")?;
    let mut tools = tool("node_modules")?;
    tools.pop();
    Ok(Browser { chromium, tools })
}

/// The browser, and one of the real corpora.
fn browser_and(corpus: &'static str) -> impl FnOnce() -> Result<Browser, String> + Send + 'static {
    move || {
        corpora(corpus)?;
        browser()
    }
}

impl Browser {
    /// Asks a question about a site. The answers without those that are troubles, and the troubles.
    fn ask(&self, question: &str, site: &Path, job: Value) -> Answers {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(question);
        let mut job = job;
        job["site"] = json!(site);
        job["tools"] = json!(self.tools);
        job["chromium"] = json!(self.chromium);
        let mut node = Command::new("node")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        node.stdin.take().unwrap().write_all(job.to_string().as_bytes()).unwrap();
        let said = node.wait_with_output().unwrap();
        let mut answers = Answers::default();
        let mut is_done = false;
        for line in String::from_utf8_lossy(&said.stdout).lines() {
            let answer: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            match answer["trouble"].as_str() {
                Some(trouble) => answers.troubles.push(trouble.to_owned()),
                None if answer["done"] == json!(true) => is_done = true,
                None => answers.seen.push(answer),
            }
        }
        let complaint = String::from_utf8_lossy(&said.stderr);
        assert!(is_done, "{question} was not done: {complaint}\n{}", answers.troubles.join("\n"));
        answers
    }
}

/// What a question gave.
#[derive(Debug, Default)]
struct Answers {
    seen: Vec<Value>,
    troubles: Vec<String>,
}

impl Answers {
    /// Fails where there is any trouble, or where less was looked at than was asked for.
    fn are_well(&self, looked_at: usize) {
        let troubles = &self.troubles;
        assert!(troubles.is_empty(), "{} troubles:\n{}", troubles.len(), troubles.join("\n"));
        assert_eq!(self.seen.len(), looked_at, "not everything was looked at");
    }
}
