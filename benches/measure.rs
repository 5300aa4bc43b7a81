//! Runs of programs: how long, how much work, how much memory.

use std::fmt;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often the system counts the work of a program, a second.
const TICKS: f64 = 100.0;

/// What a program took; medians, where it ran several times.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    /// Seconds from its start to its end.
    pub(crate) wall: f64,
    /// Seconds of all processors, where the system tells.
    pub(crate) cpu: Option<f64>,
    /// The most memory it had, in MB, where the system tells.
    pub(crate) peak: Option<f64>,
    /// What it said in its last run.
    pub(crate) said: String,
}

impl Figures {
    /// The heads of the columns.
    pub(crate) const HEAD: &'static str = "    wall s     cpu s   peak MB";

    /// The figures as multiples of another's.
    pub(crate) fn over(&self, other: &Self) -> String {
        let share = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) if b > 0.0 => format!("{:>10.2}", a / b),
            _ => format!("{:>10}", "-"),
        };
        [(Some(self.wall), Some(other.wall)), (self.cpu, other.cpu), (self.peak, other.peak)]
            .map(|(a, b)| share(a, b))
            .concat()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = |figure: Option<f64>, digits: usize| {
            figure.map_or_else(|| format!("{:>10}", "-"), |figure| format!("{figure:>10.digits$}"))
        };
        write!(formatter, "{:>10.2}{}{}", self.wall, known(self.cpu, 2), known(self.peak, 0))
    }
}

/// Runs a command several times, each as it is made for its number.
pub(crate) fn runs(count: usize, command: impl Fn(usize) -> Command) -> Figures {
    medians((0..count).map(|run| once(&mut command(run))).collect())
}

/// Runs two commands in turns, so that what else the machine does hits both.
pub(crate) fn in_turns(
    count: usize,
    one: impl Fn(usize) -> Command,
    other: impl Fn(usize) -> Command,
) -> (Figures, Figures) {
    let (ones, others) = (0..count).map(|run| (once(&mut one(run)), once(&mut other(run)))).unzip();
    (medians(ones), medians(others))
}

fn medians(runs: Vec<Figures>) -> Figures {
    let all = |figure: fn(&Figures) -> Option<f64>| {
        let known: Vec<f64> = runs.iter().filter_map(figure).collect();
        (!known.is_empty()).then(|| median(known))
    };
    Figures {
        wall: all(|run| Some(run.wall)).unwrap_or_default(),
        cpu: all(|run| run.cpu),
        peak: all(|run| run.peak),
        said: runs.last().map(|run| run.said.clone()).unwrap_or_default(),
    }
}

/// The middle one of some figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn once(command: &mut Command) -> Figures {
    let start = Instant::now();
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let child = child.unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"));
    let mut figures = Figures::default();
    // A program that has ended and is not waited for still tells how much it worked, on Linux.
    let folder = format!("/proc/{}", child.id());
    while let Some((has_ended, cpu)) = state(&folder) {
        figures.cpu = Some(cpu);
        if has_ended {
            break;
        }
        figures.peak = peak(&folder).or(figures.peak);
        thread::sleep(Duration::from_millis(1));
    }
    figures.wall = start.elapsed().as_secs_f64();
    let ended = child.wait_with_output().expect("a child can be waited for");
    if figures.cpu.is_none() {
        figures.wall = start.elapsed().as_secs_f64();
    }
    assert!(ended.status.success(), "{command:?} failed");
    figures.said = String::from_utf8_lossy(&ended.stdout).into_owned();
    figures
}

/// Whether a process has ended, and its work in seconds.
fn state(folder: &str) -> Option<(bool, f64)> {
    let text = fs::read_to_string(format!("{folder}/stat")).ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some((fields.first() == Some(&"Z"), (ticks(11)? + ticks(12)?) / TICKS))
}

/// The most memory a process has had, in MB.
fn peak(folder: &str) -> Option<f64> {
    let text = fs::read_to_string(format!("{folder}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? * 1024.0 / 1e6)
}
