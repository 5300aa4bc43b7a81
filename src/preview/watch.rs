//! Watching the site folder.

use super::Event;
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How long the events of one file are gathered.
const GATHERING: Duration = Duration::from_millis(20);

/// How often the folder is looked at where the system cannot watch it.
const POLLING: Duration = Duration::from_secs(1);

/// A watch over a site folder, as long as it lives.
///
/// Folders are watched and not files: an editor that saves by renaming would take the watch off a
/// file.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Watcher,
}

enum Watcher {
    Told(Debouncer<RecommendedWatcher, NoCache>),
    Polling(Debouncer<PollWatcher, NoCache>),
    /// Not even polling can be started: the preview shows what it has.
    Blind,
}

impl Watch {
    /// Begins to watch; every change that may matter sends an event.
    pub(super) fn start(folder: &Path, sender: Sender<Event>) -> Self {
        let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let told = new_debouncer_opt(
            GATHERING,
            None,
            handler(root.clone(), sender.clone()),
            NoCache::new(),
            Config::default(),
        );
        if let Ok(mut debouncer) = told
            && watch_folders(&root, |path, mode| debouncer.watch(path, mode)).is_ok()
        {
            return Self { root, watcher: Watcher::Told(debouncer) };
        }
        // The system's watches are used up, or the file system has none.
        let config = Config::default().with_poll_interval(POLLING);
        let polling = new_debouncer_opt(GATHERING, None, handler(root.clone(), sender), NoCache::new(), config);
        let watcher = polling.map_or(Watcher::Blind, |mut debouncer: Debouncer<PollWatcher, NoCache>| {
            // What cannot be polled now may be there at the next renewal.
            let _ = watch_folders(&root, |path, mode| debouncer.watch(path, mode));
            Watcher::Polling(debouncer)
        });
        Self { root, watcher }
    }

    /// Whether the system does not tell of changes.
    pub(super) fn polls(&self) -> bool {
        !matches!(self.watcher, Watcher::Told(_))
    }

    /// Watches folders that were made since, or made anew: a watch goes with the folder it was on.
    pub(super) fn renew(&mut self) {
        // A folder that cannot be watched now is tried again after the next change.
        let _ = match &mut self.watcher {
            Watcher::Told(debouncer) => watch_folders(&self.root, |path, mode| debouncer.watch(path, mode)),
            Watcher::Polling(debouncer) => watch_folders(&self.root, |path, mode| debouncer.watch(path, mode)),
            Watcher::Blind => Ok(()),
        };
    }
}

fn watch_folders(root: &Path, mut watch: impl FnMut(&Path, RecursiveMode) -> notify::Result<()>) -> notify::Result<()> {
    watch(root, RecursiveMode::NonRecursive)?;
    for name in ["content", "themes"] {
        let folder = root.join(name);
        if folder.is_dir() {
            watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

fn handler(root: PathBuf, sender: Sender<Event>) -> impl FnMut(DebounceEventResult) + Send + 'static {
    move |result| {
        let matters = match result {
            Ok(events) => {
                let mut events = events.iter();
                events.any(|event| event.need_rescan() || event.paths.iter().any(|path| may_matter(&root, path)))
            }
            // Something was missed, so everything is looked at.
            Err(_) => true,
        };
        if matters {
            // Nobody waits any more while the program ends.
            let _ = sender.send(Event::Touched);
        }
    }
}

/// Whether a path is among what a snapshot reads: not the output, hidden files, or what editors
/// write beside a file while they save it.
fn may_matter(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return true };
    let mut names = inside.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let Some(first) = names.next() else { return false };
    let is_source = first == "content" || first == "themes" || first.contains('.') && inside.components().count() == 1;
    let is_passing = |name: &str| name.starts_with('.') || name.ends_with('~') || name == "4913";
    is_source && !is_passing(&first) && !names.any(|name| is_passing(&name))
}

#[cfg(test)]
mod tests {
    use super::may_matter;
    use std::path::Path;

    #[test]
    fn the_output_and_what_editors_leave_do_not_matter() {
        let matters = |path| may_matter(Path::new("/site"), Path::new(path));
        assert!(matters("/site/content/a.md") && matters("/site/site.toml") && matters("/site/content"));
        assert!(!matters("/site/public/index.html") && !matters("/site/.public.leavebehind-lock"));
        assert!(
            !matters("/site/content/.a.md.swp") && !matters("/site/content/4913") && !matters("/site/content/a.md~")
        );
    }
}
