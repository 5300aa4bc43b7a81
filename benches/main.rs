//! How long builds take, and how much memory: one table a question.
//!
//! `cargo bench` answers all of them; `cargo bench --bench speed -- builds check` those named.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock, and writes sites to be built")]
#![expect(clippy::print_stdout, reason = "its tables are what it is for")]

mod measure;
mod notes;
mod peer;

use flate2::Compression;
use flate2::write::GzEncoder;
use leavebehind::compile::{Request, compile};
use leavebehind::proof::{Search, Terms};
use leavebehind::source::disk::load;
use leavebehind::{config, render};
use measure::{Figures, median, runs};
use mimalloc::MiMalloc;
use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The questions, by the names under which they can be asked alone.
const QUESTIONS: [(&str, fn()); 6] =
    [("builds", builds), ("check", check), ("search", search), ("growth", growth), ("peer", peer), ("book", book)];

/// So many runs, of which the median is shown.
const RUNS: usize = 5;

fn main() {
    let asked: Vec<String> = env::args().skip(1).collect();
    // `cargo test --all-targets` starts benches without it, to see that they start.
    if !asked.iter().any(|word| word == "--bench") {
        return;
    }
    let is_asked = |name: &str| asked.iter().all(|word| word.starts_with('-')) || asked.iter().any(|word| word == name);
    for (_, answer) in QUESTIONS.iter().filter(|(name, _)| is_asked(name)) {
        answer();
        println!();
    }
}

/// Sites with names: the sample of this repository, and real notes of others where they are.
fn sites() -> Vec<(&'static str, PathBuf)> {
    let corpora = env::var_os("LEAVEBEHIND_CORPORA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"), PathBuf::from);
    let mut sites = vec![("sample", PathBuf::from(env!("CARGO_MANIFEST_DIR")))];
    for name in ["mscode-playbook", "k8s-community"] {
        let folder = corpora.join(name);
        if folder.join("content").is_dir() {
            sites.push((name, folder));
        } else {
            println!("{name}: there is no {}; LEAVEBEHIND_CORPORA says where it is", folder.display());
        }
    }
    sites
}

/// A folder for what a bench makes, empty.
fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// The command that builds a site into a folder.
fn build(site: &Path, out: &Path, with_book: bool) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leavebehind"));
    command.arg("build").arg(site).arg("--out").arg(out).args(["--links", "warn", "--today", "2026-05-29"]);
    if !with_book {
        command.args(["--no-pdf", "--no-epub"]);
    }
    command
}

/// Whole builds into an empty folder, and once more into the same.
fn builds() {
    println!("builds without PDF and EPUB, the leak check included; median of {RUNS}");
    println!("{:<18}{}   once more", "", Figures::HEAD);
    for (name, site) in sites() {
        let work = empty(name);
        let fresh = runs(RUNS, |run| build(&site, &work.join(run.to_string()), false));
        let again = runs(RUNS, |run| build(&site, &work.join(run.to_string()), false));
        let wrote =
            if again.said.contains(" 0 written") && again.said.contains(" 0 removed") { "nothing" } else { "FILES" };
        println!("{name:<18}{fresh}   {:.2} s, writes {wrote}", again.wall);
    }
}

/// What part of a build's work the leak check is: of all that a build makes, and where it makes the pages
/// alone. All runs on one thread, so that what is done beside something else costs what it costs.
fn check() {
    println!("the leak check's part of a build, on one thread; median of {RUNS}, with the books of corpora one run");
    println!("{:<18}{:<14}{:>10}{:>10}{:>8}", "", "", "all s", "check s", "part");
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be started");
    for (name, site) in sites() {
        for with_book in [true, false] {
            let count = if with_book && name != "sample" { 1 } else { RUNS };
            let request = Request { pdf: with_book, epub: with_book, ..request() };
            let (all, check) = whole_and_check(&pool, &site, &request, count);
            let made = if with_book { "as it is" } else { "pages alone" };
            println!("{name:<18}{made:<14}{all:>10.3}{check:>10.3}{:>7.0}%", 100.0 * check / all);
        }
    }
}

/// The seconds of reading and making a site, and those of the leak check among them.
fn whole_and_check(pool: &rayon::ThreadPool, site: &Path, request: &Request, count: usize) -> (f64, f64) {
    let (mut all, mut checks) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let start = Instant::now();
        let sources = load(site).expect("the site can be read");
        let made = pool.install(|| compile(&sources, request));
        all.push(start.elapsed().as_secs_f64());
        let config = config::read(&sources).value;
        let built_in = render::theme::built_in();
        let vocabulary: Vec<(&str, &[u8])> = built_in.iter().map(|(path, bytes)| (&**path, &**bytes)).collect();
        let terms = Terms {
            policy: &made.value.policy,
            audiences: &config.audiences,
            vocabulary: &vocabulary,
            date: made.value.today,
        };
        let start = Instant::now();
        pool.install(|| Search::new(&sources, &terms).examine(&made.value.output, &[]));
        checks.push(start.elapsed().as_secs_f64());
    }
    (median(all), median(checks))
}

fn request() -> Request {
    let date = "2026-05-29".parse().expect("it is a date");
    Request { pdf: false, epub: false, links_warn: true, ..Request::on(date) }
}

/// How large the index of 500 pages is, and how soon it answers.
fn search() {
    println!("the search index");
    let mut sites = sites();
    let work = empty("search");
    notes::write(&work, 500);
    sites.insert(0, ("500 notes", work.clone()));
    for (name, site) in sites {
        let sources = load(&site).expect("the site can be read");
        let output = compile(&sources, &request()).value.output;
        let index = output.get("static/search-index.js").map(|content| content.bytes().to_vec()).unwrap_or_default();
        let pages = output.files().filter(|(path, _)| path.is_page()).count();
        let mut sent = GzEncoder::new(Vec::new(), Compression::default());
        sent.write_all(&index).expect("memory can be written");
        let sent = sent.finish().map_or(0, |bytes| bytes.len());
        fs::write(work.join("index.js"), &index).expect("the target folder can be written");
        let answer = first_answer(&work.join("index.js")).unwrap_or_else(|| "node is not there".into());
        println!(
            "{name:<18}{pages:>6} pages{:>8.0} kB, {:>4.0} kB gzipped; {answer}",
            index.len() as f64 / 1e3,
            sent as f64 / 1e3
        );
    }
}

/// What the site's own script needs, once engine and index are there, to unpack the index and to find something.
fn first_answer(index: &Path) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let mut command = Command::new("node");
        command.arg(root.join("benches/search.cjs")).arg(root.join("themes/ledger/static")).arg(index);
        let said = command.output().ok()?.stdout;
        times.push(String::from_utf8_lossy(&said).trim().parse().ok()?);
    }
    Some(format!("first result after {:.0} ms", median(times)))
}

/// Whether time and memory grow with the number of notes and no faster.
fn growth() {
    println!("growth, notes of 400 words with three links each, every fifth a session; one run each");
    println!("{:<18}{}   ms a note", "", Figures::HEAD);
    let mut before: Option<(usize, f64)> = None;
    for count in [1_000, 10_000, 20_000] {
        let work = empty("growth");
        notes::write(&work, count);
        let made = runs(1, |_| build(&work, &work.join("public"), false));
        let time = made.cpu.unwrap_or(made.wall);
        let growth = before.map_or(String::new(), |(fewer, less)| {
            format!("; time grows with the power {:.2}", (time / less).ln() / (count as f64 / fewer as f64).ln())
        });
        println!("{:<18}{made}   {:.2}{growth}", format!("{count} notes"), 1e3 * time / count as f64);
        before = Some((count, time));
    }
    empty("growth");
}

/// The same notes built by a general generator, side by side.
fn peer() {
    let Some(hugo) = peer::hugo() else {
        println!("Hugo is not there: it is looked for as `hugo`, or where HUGO says");
        return;
    };
    println!("1000 notes, with search and coloured code; median of {RUNS}, in turns");
    println!("{:<18}{}", "", Figures::HEAD);
    let work = empty("peer");
    let (own, other) = (work.join("ours"), work.join("hugo"));
    notes::write(&own, 1000);
    peer::write(&other, 1000);
    let (ours, theirs) = measure::in_turns(
        RUNS,
        |run| build(&own, &work.join(format!("out-{run}")), false),
        |run| peer::build(&hugo, &other, &work.join(format!("out-hugo-{run}"))),
    );
    println!("{:<18}{ours}", "leavebehind");
    println!("{:<18}{theirs}", "hugo");
    println!("{:<18}{}", "ratio", ours.over(&theirs));
}

/// What the PDF and the EPUB add to a build.
fn book() {
    println!("with the book as PDF and EPUB, and without; one run each, the sample {RUNS}");
    println!("{:<18}{}", "", Figures::HEAD);
    for (name, site) in sites() {
        let work = empty("book");
        let count = if name == "sample" { RUNS } else { 1 };
        let (with, without) = measure::in_turns(
            count,
            |run| build(&site, &work.join(format!("with-{run}")), true),
            |run| build(&site, &work.join(format!("without-{run}")), false),
        );
        println!("{name:<18}{with}");
        println!("{:<18}{without}", "  without");
        println!("{:<18}{}", "  ratio", with.over(&without));
    }
    empty("book");
}
