use std::fmt;
use std::sync::Arc;

/// A path inside the site folder: relative, with `/` between its segments on every system.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// The path with the given segments; backslashes are not separators.
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds it; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The last segment without its ending.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem)
    }

    /// The ending in lower case, without its dot; empty where there is none.
    pub fn ending(&self) -> String {
        let name = self.name();
        name.rsplit_once('.')
            .filter(|(stem, _)| !stem.is_empty())
            .map_or(String::new(), |(_, ending)| ending.to_lowercase())
    }

    /// This path from its folder on: `folder.join("../x.md")`. `None` where it leaves the site folder.
    pub fn join(folder: &str, relative: &str) -> Option<Self> {
        let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in relative.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                name => segments.push(name),
            }
        }
        Some(Self(segments.join("/").into()))
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", &*self.0)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
