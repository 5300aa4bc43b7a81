//! The same notes for Hugo, with pages, lists, tags and a list of texts for the search.

use super::notes;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FILES: [(&str, &str); 6] = [
    (
        "hugo.toml",
        "baseURL = \"https://example.com/\"\ntitle = \"Handover\"\n[outputs]\nhome = [\"html\", \"json\"]\nsection = [\"html\"]\n\
         taxonomy = [\"html\"]\nterm = [\"html\"]\n[markup.highlight]\nnoClasses = false\n[markup.goldmark.renderHooks.link]\n\
         useEmbedded = \"fallback\"\n",
    ),
    (
        "layouts/_default/baseof.html",
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body>\
         <nav><a href=\"/playbooks/\">Playbooks</a> <a href=\"/lessons/\">Lessons</a> <a href=\"/tags/\">Tags</a></nav>\
         <main>{{ block \"main\" . }}{{ end }}</main></body></html>\n",
    ),
    (
        "layouts/_default/single.html",
        "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format \"2 January 2006\" }}</p>{{ .TableOfContents }}\
         {{ .Content }}<p>{{ range .GetTerms \"tags\" }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ end }}</p>\
         <p>{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}\
         {{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</p>{{ end }}\n",
    ),
    (
        "layouts/_default/list.html",
        "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}<table>{{ range .Pages }}<tr><td><a href=\"{{ .RelPermalink }}\">\
         {{ .Title }}</a></td><td>{{ .Date.Format \"2006-01-02\" }}</td></tr>{{ end }}</table>{{ end }}\n",
    ),
    (
        "layouts/index.json",
        "[{{ range $place, $page := .Site.RegularPages }}{{ if $place }},{{ end }}\
         {{ dict \"url\" .RelPermalink \"title\" .Title \"text\" .Plain | jsonify }}{{ end }}]\n",
    ),
    ("content/_index.md", "---\ntitle: Handover\n---\n"),
];

/// The program, where it is.
pub(crate) fn hugo() -> Option<PathBuf> {
    let program = env::var_os("HUGO").map_or_else(|| PathBuf::from("hugo"), PathBuf::from);
    let works = Command::new(&program).arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    works.is_ok_and(|status| status.success()).then_some(program)
}

/// Writes the notes with the layouts.
pub(crate) fn write(folder: &Path, count: usize) {
    let put = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("the target folder can be written");
        fs::write(path, text).expect("the target folder can be written");
    };
    FILES.iter().for_each(|(path, text)| put(path, text));
    notes::notes(count).for_each(|note| put(&format!("content/{}", note.path), &note.text));
}

/// The command that builds them.
pub(crate) fn build(program: &Path, folder: &Path, out: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--source").arg(folder).arg("--destination").arg(out).arg("--quiet");
    command
}
