//! The sites that are looked at, each built once.

use crate::support::{Site, corpora};
use leavebehind::compile::{Request, compile};
use leavebehind::output::OutputTree;
use leavebehind::source::disk::load;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A site in memory, and in a folder for the browser.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) folder: PathBuf,
    pub(super) output: OutputTree,
}

pub(super) const CORPORA: [&str; 2] = ["k8s-community", "mscode-playbook"];

/// The sample of this repository, with its book as a page.
pub(super) fn sample() -> &'static Shown {
    static SITE: OnceLock<Shown> = OnceLock::new();
    SITE.get_or_init(|| Shown::build("sample", Path::new(env!("CARGO_MANIFEST_DIR"))))
}

/// One of the real corpora.
pub(super) fn corpus(name: &str) -> &'static Shown {
    static SITES: [OnceLock<Shown>; 2] = [OnceLock::new(), OnceLock::new()];
    let place = CORPORA.iter().position(|known| *known == name).expect("the corpus is one of the two");
    SITES[place].get_or_init(|| Shown::build(name, &corpora(name).unwrap()))
}

/// A German site of four languages, and of a note that would be code if it were not text.
pub(super) fn languages() -> &'static Shown {
    static SITE: OnceLock<Shown> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::new()
            .file("site.toml", "title = \"Vier Sprachen\"\nlanguage = \"de\"\n")
            .file("content/index.md", "# Four languages\n\nNotes as they were written.\n")
            .file("content/lessons/ueber.md", "# Die Übergabe\n\n## Maßnahmen\n\nWer übernimmt was, und bis wann.\n\n## Überprüfungsgespräche\n\nJeden Monat.\n")
            .file("content/lessons/resume.md", "# Le résumé\n\nCe que l'équipe a appris à l'été.\n")
            .file("content/lessons/mitsumori.md", "# 見積もりの練習\n\n幅で見積もる。前提を横に書く。\n")
            .file("content/lessons/trap.md", "# A trap\n\nThey typed `<img src=x onerror=alert(1)>` into the field.\n");
        Shown::of("languages", site)
    })
}

/// A site in the longest of the languages, of people and skills with long names, files for titles and tags of one word.
pub(super) fn long_names() -> &'static Shown {
    static SITE: OnceLock<Shown> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::new()
            .file(
                "site.toml",
                "title = \"Coopérative intercommunale du Haut-Jura\"\nlanguage = \"fr\"\n[engagement]\n\
                 client = \"Regierungskommunikationsverantwortungsstelle\"\nconsultancy = \"Unternehmensnachfolgebegleitungsgesellschaft_und_Partner\"\n",
            )
            .file("content/index.md", "# Ce qui reste\n\nUne année de travail.\n")
            .file("content/x.md", "---\ntags: [Entscheidungsunterstützungswerkzeugverantwortliche_2026]\n---\n# Handover_checklist_billing_2026_final_v3.xlsx\n\nVoilà.\n")
            .file(
                "content/leave-behinds.yaml",
                "- {id: l1, title: Entscheidungsunterstützungswerkzeug, step: commodity}\n\
                 - {id: l2, title: Handover_checklist_billing_2026_final_v3.xlsx, step: good}\n\
                 - {id: l3, title: Kundenbeziehungsmanagementhandbuch_der_Regierungskommunikation, step: service}\n\
                 - {id: l4, title: Entscheidungsunterstützungswerkzeug_zwei, step: experience}\n\
                 - {id: l5, title: Responsabilisationsaccompagnement, step: transformation}\n",
            )
            .file(
                "content/people.yaml",
                "- {id: b, name: Bérénice Grandjean-Dupontreillis, role: business_analyst, skills: [{skill: s, before: 1, after: 4}]}\n\
                 - {id: n, name: Noé Grandclément, role: consultant, leaves: true, skills: [{skill: t, after: 4}]}\n",
            )
            .file(
                "content/skills.yaml",
                "- {id: s, name: Responsabilisation des interlocuteurs, critical: true}\n- {id: t, name: Accompagnement}\n",
            )
            .file(
                "content/projects.yaml",
                "- {id: p, title: Réorganisation, lead: b, status: completed, planned: {start: 2026-01-05, end: 2026-04-01, budget: 20000}, actual: {start: 2026-01-05, end: 2026-03-20, cost: 9000}}\n",
            );
        Shown::of("long-names", site)
    })
}

impl Shown {
    fn build(name: &str, sources: &Path) -> Self {
        let request =
            Request { pdf: false, epub: false, links_warn: true, ..Request::on("2026-05-29".parse().unwrap()) };
        let made = compile(&load(sources).unwrap_or_else(|error| panic!("{error}")), &request);
        assert!(!made.report.has_errors(), "{name} has errors");
        Self::write(name, made.value.output)
    }

    fn of(name: &str, site: Site) -> Self {
        let built = site.build();
        assert!(built.errors().is_empty(), "{}", built.said());
        Self::write(name, built.output)
    }

    /// Writes a site to a folder of the tests' own, which the next run replaces.
    fn write(name: &str, output: OutputTree) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        for (path, content) in output.files() {
            let file = folder.join(path.as_str());
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content.bytes()).unwrap();
        }
        Self { folder, output }
    }
}
