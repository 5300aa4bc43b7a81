# The site's own words in German.

## Dates and numbers
date = { $day }. { $month } { $year }
date-month = { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.
date-short = { $day }. { $month } { $year }
date-range = { $start } – { $end }
date-from = ab { $start }
date-until = bis { $end }
duration-minutes = { $minutes } Min.
duration-hours = { $hours } Std.
duration-hours-minutes = { $hours } Std. { $minutes } Min.
list-comma = {", "}
list-and = { $first } und { $last }
labelled = { $label }: { $value }
with-more = { $text } ({ $more })
hours = { $count ->
    [one] { $number } Stunde
   *[other] { $number } Stunden
}
days-late = { $count ->
    [one] { $count } Tag zu spät
   *[other] { $count } Tage zu spät
}
days-early = { $count ->
    [one] { $count } Tag früher
   *[other] { $count } Tage früher
}
on-the-day = auf den Tag genau
percent = { $number } %
percent-over = { $number } % darüber
percent-under = { $number } % darunter
of-many = { $part } von { $all }
of-money = { $part } von { $all }

## The frame
skip = Zum Inhalt springen
menu = Menü
close = Schließen
search = Suche
dark-colours = Dunkle Farben
site-navigation = Website
also-here = Auch hier
breadcrumb = Pfad
previous-and-next = Zurück und weiter
previous = Zurück
next = Weiter
on-this-page = Auf dieser Seite
about-this-page = Über diese Seite
at-a-glance = Auf einen Blick
as-of = Stand: { $date }
made-with = Erstellt mit Leavebehind
data = Daten
the-same-as-data = Dasselbe als Daten:
with-consultancy = Mit { $consultancy }
home = Startseite
cover = Titelseite
link-to = Link zu: { $title }
not-recorded = nicht erfasst
yes = Ja
no = Nein
draft = Entwurf
draft-note = Ein Entwurf: Er steht in keiner anderen Ausgabe.
remarks = Interne Anmerkungen
other-fields = Weitere Felder
last-changed = Zuletzt geändert
opens-elsewhere = (andere Website)
figures-as-table = Die Zahlen als Tabelle
untitled = Ohne Titel
more = Mehr

## Groups of the navigation
group-start = Anfang
group-stays = Was wir zurücklassen
group-how = Wie es geht
group-past = Was geschah
group-who = Wer

## Pages that are always there
start-here = Hier anfangen
by-role = Nach Rolle
sponsor-page = Eine Seite für Auftraggeber
staircase = Die Treppe
skills-matrix = Fähigkeitenmatrix
coverage = Abdeckung nach dem Abschied
the-book = Das Buch
timeline = Zeitachse
portfolio = Portfolio
contacts = Ansprechpartner
readiness = Übergabereife
tags = Schlagwörter
tag = Schlagwort
themes = Themen der Lehren
theme = Thema
not-found = Diese Seite ist nicht hier
not-found-lede = Vielleicht hieß sie früher anders. Versuchen Sie es mit der Suche, oder beginnen Sie am Anfang.
moved = Diese Seite ist umgezogen
moved-to = Sie steht jetzt hier:
data-lede = Register für Tabellenkalkulationen und Programme.

## Kinds
kind-page = Seite
kind-playbook = Leitfaden
kind-lesson = Lehre
kind-decision = Entscheidung
kind-session = Sitzung
kind-organisation = Organisation
kind-person = Person
kind-project = Projekt
kind-skill = Fähigkeit
kind-open-item = Offener Punkt
kind-leave-behind = Hinterlassenschaft
kind-success-criterion = Erfolgskriterium
kind-handover-item = Übergabepunkt
kind-term = Begriff
kinds-page = Seiten
kinds-playbook = Leitfäden
kinds-lesson = Lehren
kinds-decision = Entscheidungen
kinds-session = Sitzungen
kinds-organisation = Organisationen
kinds-person = Personen
kinds-project = Projekte
kinds-skill = Fähigkeiten
kinds-open-item = Offene Punkte
kinds-leave-behind = Was wir zurücklassen
kinds-success-criterion = Erfolgskriterien
kinds-handover-item = Übergabeliste
kinds-term = Glossar

lede-playbook = Wie es ohne uns geht: Jeder Leitfaden sagt, wann man ihn braucht, wie man vorgeht und wen man fragt.
lede-lesson = Was gut ging, was nicht, und was man beim nächsten Mal tut.
lede-decision = Was entschieden wurde, von wem und warum.
lede-session = Jedes Mal, wenn wir zusammensaßen. Was jemand können soll, beruht auf einer dieser Sitzungen.
lede-organisation = Wer zusammengearbeitet hat.
lede-person = Wer dabei war und wer bleibt.
lede-project = Plan und Ergebnis, Projekt für Projekt.
lede-skill = Was die Menschen gelernt haben und wer es jetzt kann.
lede-open-item = Was nicht fertig ist und wem es nach dem Abschied gehört.
lede-leave-behind = Ein Gut nimmt man mit nach Hause. Eine Dienstleistung hinterlässt ein Ergebnis. Ein Erlebnis hinterlässt eine Erinnerung oder eine neue Fähigkeit. Ein Wandel hinterlässt eine andere Organisation.
lede-success-criterion = Woran Sie merken, dass es gehalten hat.
lede-handover-item = Was zu übergeben ist und wie weit das ist.
lede-term = Was die Wörter hier bedeuten.
lede-matrix = Wer was konnte, als wir kamen, und wer es jetzt kann.
lede-coverage = Wie gut jede Fähigkeit besetzt ist, gezählt nur unter denen, die bleiben.
lede-timeline = Von der ersten Sitzung bis zur letzten.
lede-portfolio = Was geplant war, was daraus wurde und was es gekostet hat.
lede-contacts = Wen man jetzt fragt.
lede-readiness = Wie weit die Übergabe ist und was ihr im Weg steht.
lede-sponsor = Hat es sich gelohnt, was kann jetzt schiefgehen, und was bleibt.
lede-tags = Alles nach seinen Schlagwörtern.
lede-themes = Die Lehren nach dem, wovon sie handeln.
lede-roles = Was wen betrifft.

## Fields
field-owner = Verantwortlich
field-owner-after = Danach verantwortlich
field-new-owner = Nach dem Abschied verantwortlich
field-status = Stand
field-skills = Fähigkeiten
field-roles = Für
field-review-by = Prüfen bis
field-date = Datum
field-time = Uhrzeit
field-type = Art
field-method = Vorgehen
field-project = Projekt
field-projects = Projekte
field-session = Sitzung
field-sessions = Sitzungen
field-facilitator = Leitung
field-invited = Eingeladen
field-participants = Anwesend
field-absent = Abwesend
field-duration = Dauer
field-feedback = Rückmeldung
feedback-of = { $count ->
    [one] { $score } aus einer Antwort
   *[other] { $score } aus { $count } Antworten
}
field-people = Personen
field-person = Person
field-hours = Stunden
field-organisation = Organisation
field-role = Rolle
field-job-title = Position
field-contact = Kontakt
field-stays = Bleibt
field-after-exit = Nach dem Abschied
field-title = Titel
field-name = Name
field-theme = Thema
field-polarity = Wie es ging
field-priority = Priorität
field-scope = Reichweite
field-decision-makers = Entschieden von
field-supersedes = Ersetzt
field-superseded-by = Ersetzt durch
field-lead = Leitung
field-sponsor = Auftraggeber
field-vendors = Lieferanten
field-planned = Geplant
field-approved = Genehmigt
field-actual = Tatsächlich
field-start = Beginn
field-end = Ende
field-budget = Budget
field-cost = Kosten
field-schedule = Termine
field-finish = Abschluss
field-family = Familie
field-required-level = Verlangte Stufe
field-required-holders = Gewünschte Träger
field-critical = Kritisch
field-holders = Träger
field-holders-staying = Träger, die bleiben
field-teachers = Können es lehren
field-coverage = Abdeckung nach dem Abschied
field-coverage-with = Mit den Beratern
field-due = Fällig
field-raised = Aufgenommen
field-probability = Wahrscheinlichkeit
field-impact = Auswirkung
field-score = Wert
field-response = Maßnahme
field-next-action = Nächster Schritt
field-step = Stufe
field-form = Form
field-location = Wo
field-recipients = Für
field-accepted = Übernommen
accepted-by-on = { $person }, { $date }
field-measure = Messgröße
field-baseline = Vorher
field-takeaway = Zum Mitnehmen
field-target = Ziel
field-result = Ergebnis
field-measure-when = Wann zu messen
field-measured-on = Gemessen am
field-area = Bereich
field-done = Erledigt
field-signed-off = Abgezeichnet
field-evidence = Beleg
field-before = Vorher
field-after = Jetzt
field-skill = Fähigkeit
field-item = Punkt
field-tags = Schlagwörter
field-aliases = Auch genannt
field-kind = Art
field-currency = Währung
field-playbooks = Leitfäden
field-lessons = Lehren
field-purpose = Zweck
field-outcome = Was daraus wurde

## Sections of a record
section-purpose = Zweck
section-when-to-use = Wann man es braucht
section-inputs = Was man braucht
section-outputs = Was man erhält
section-pitfalls = Fallstricke
section-how-to-extend = So machen Sie es sich zu eigen
section-responsibilities = Wer was tut
responsible = Durchführend
accountable = Verantwortlich
consulted = Beratend
informed = Informiert
section-lessons = Lehren dahinter
section-event = Was geschah
section-effect = Was daraus wurde
section-causes = Warum
section-recommendation = Was man beim nächsten Mal tut
section-playbooks-changed = Leitfäden, die dadurch anders wurden
section-context = Ausgangslage
section-options = Möglichkeiten
section-outcome = Entscheidung
section-rationale = Begründung
section-consequences = Was daraus folgt
section-summary = Kurz gesagt
section-notes = Notizen
section-decisions = Entschieden
section-actions = Zu tun
section-lessons-learned = Was wir gelernt haben
section-playbooks = Benutzte oder geänderte Leitfäden
section-skill-changes = Wer seither was kann
section-retrospective = Rückblick
section-after-action = Nachbesprechung
aar-expected = Was erwartet wurde
aar-actual = Was geschah
aar-why = Warum
aar-sustain = Was zu bewahren ist
aar-improve = Was zu ändern ist
section-moments = Momente
section-quotes = In ihren Worten
section-rests-on-this = Was darauf beruht
section-evidence = Belege
evidence-lede = Die Sitzungen, auf denen dies beruht.
section-mentioned-in = Erwähnt in
section-objectives = Ziele
section-phases = Phasen
section-recognition = Dank
section-description = Worum es geht
section-open-on-project = Noch offen
section-project-sessions = Sitzungen
section-project-lessons = Was wir gelernt haben
section-project-decisions = Entscheidungen
section-maintenance = Was es an Pflege braucht
section-takes-with = Was { $person } mitnimmt
section-what-you-take = Was dieser Person bleibt
more-on-site = und { $count } weitere auf der Website
section-where-they-were = Besuchte Sitzungen
section-owns = Verantwortet
section-sole-holder = Kann als Einzige
section-read-next = Was als Nächstes zu lesen ist
section-teach-next = Wer den nächsten Schritt lehren kann
nobody-teaches = Das kann noch niemand lehren, der bleibt
section-holders = Wer es kann
section-training = Gegebene Schulungen
section-trained-in = Sitzungen, in denen es geübt wurde
section-all-levels = Alle Stufen
section-about = Über
section-month-by-month = Monat für Monat
section-projects = Projekte
section-first = Zuerst lesen
section-ask = Wen man fragt
section-people = Personen
section-open = Offen
section-by-step = Nach Stufen
section-risks = Größte Risiken
section-results = Ergebnisse
section-coverage = Wer es ohne uns kann
section-stays = Was bleibt
section-criteria = Woran Sie es merken
section-all-tags = Alle Schlagwörter
section-blockers = Was im Weg steht
section-subpages = In diesem Ordner

## Sentences
not-one = Keine.
register-of = Alle Einträge
sessions-count = { $count ->
    [one] { $count } Sitzung
   *[other] { $count } Sitzungen
}
people-count = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
records-count = { $count ->
    [one] Ein Eintrag hat dieses Schlagwort.
   *[other] { $count } Einträge haben dieses Schlagwort.
}
lessons-count = { $count ->
    [one] { $count } Lehre
   *[other] { $count } Lehren
}
stays-after = Bleibt
leaves-after = Geht
leaves-with-us = geht: { $person }
nobody = niemand
not-named-here = hier nicht genannt
on-time = pünktlich
late = verspätet
within-budget = im Budget
over-budget = über dem Budget
unfinished = nicht abgeschlossen
forecast-late = Prognose: { $days }
overdue = überfällig
teaches-now = lehrt { $skill }
level-change = { $before } → { $after }
all-years = Alle
year-pages = Nach Jahr
letter-pages = Nach Anfangsbuchstabe
attended = { $sessions }, { $hours }
recurring = in mehreren Projekten
not-acted-on = noch nicht umgesetzt
tolerance = Toleranz { $percent } %
training-sum = { $sessions }, { $hours } Schulung und gemeinsame Arbeit

## Home
where-to-go = Wohin zuerst
way-new-joiner = Sie sind neu hier
way-new-joiner-lede = Was hier geschah, was man zuerst liest, wen man fragt.
way-business-analyst = Business-Analyse
way-business-analyst-lede = Wie man eine Lage untersucht und wer den nächsten Schritt lehren kann.
way-project-lead = Projektleitung
way-project-lead-lede = Wie wir geplant und gesteuert haben, was schiefging, was jetzt Ihres ist.
way-executive-sponsor = Auftraggeber
way-executive-sponsor-lede = Hat es sich gelohnt, was kann jetzt scheitern, was bleibt.
way-vendor = Lieferanten
way-vendor-lede = Was von Ihnen erwartet wird und wie wir es vereinbaren.
way-pmo = PMO
way-pmo-lede = Register zum Sortieren, Filtern und Mitnehmen.
your-page = Ihre Seite
key-figures = In Zahlen
figure-covered = { $all ->
    [one] Fähigkeit ist durch Personen abgedeckt, die bleiben
   *[other] Fähigkeiten sind durch Personen abgedeckt, die bleiben
}
figure-on-time = { $all ->
    [one] abgeschlossenes Projekt war pünktlich
   *[other] abgeschlossenen Projekten waren pünktlich
}
figure-on-budget = { $all ->
    [one] abgeschlossenes Projekt blieb im Budget
   *[other] abgeschlossenen Projekten blieben im Budget
}
figure-cancelled = { $count ->
    [one] Projekt wurde bewusst beendet
   *[other] Projekte wurden bewusst beendet
}
figure-sessions = { $count ->
    [one] gemeinsame Sitzung
   *[other] gemeinsame Sitzungen
}
figure-playbooks = { $count ->
    [one] Leitfaden
   *[other] Leitfäden
}
figure-leave-behinds = { $count ->
    [one] Ding, das bleibt
   *[other] Dinge, die bleiben
}
figure-owned = { $all ->
    [one] offener Punkt gehört jemandem, der bleibt
   *[other] offenen Punkten gehören jemandem, der bleibt
}
what-stays = Was bleibt, Stufe für Stufe
read-as-book = Als Buch lesen

## The search
search-hint = Wörter, Namen, Fähigkeiten …
search-loading = Der Index wird geladen …
search-failed = Der Index konnte nicht geladen werden.
search-empty = Geben Sie ein paar Wörter ein. Pfeiltasten bewegen, Eingabe öffnet.
search-kinds = Arten
search-without-script = Die Suche braucht JavaScript. Ohne es führen die Register und die Schlagwörter überall hin.
search-results = { $count ->
    [one] { $count } Treffer
   *[other] { $count } Treffer
}

## Tables and code
filter-table = Tabelle filtern
filter-words = Wörter
filter-all = Alle
filter-clear = Zurücksetzen
filter-rows = { $count ->
    [one] { $count } von { $of } Zeilen
   *[other] { $count } von { $of } Zeilen
}
copy = Kopieren
copied = Kopiert
print-part = Diesen Teil drucken
code = Code
table = Tabelle
footnotes = Fußnoten
footnote = Fußnote { $number }
back-to-text = Zurück zum Text
task-done = Erledigt
task-open = Nicht erledigt

## Callouts
callout-note = Hinweis
callout-tip = Tipp
callout-important = Wichtig
callout-warning = Warnung
callout-caution = Vorsicht
callout-example = Beispiel
callout-quote = Zitat
callout-internal = Intern

## Words of the fields
step-commodity = Rohstoff
step-good = Gut
step-service = Dienstleistung
step-experience = Erlebnis
step-transformation = Wandel
step-plural-commodity = Rohstoffe
step-plural-good = Güter
step-plural-service = Dienstleistungen
step-plural-experience = Erlebnisse
step-plural-transformation = Wandlungen
step-lede-commodity = Was jeder hätte liefern können.
step-lede-good = Zum Mitnehmen: Vorlagen, Werkzeuge, Systeme.
step-lede-service = Ein Ergebnis: was für Sie getan wird und weitergeht.
step-lede-experience = Was in Erinnerung bleibt und was Menschen seither können.
step-lede-transformation = Wie die Organisation jetzt anders ist.
step-unplaced = Ohne Stufe
organisation-kind-client = Kunde
organisation-kind-consultancy = Beratung
organisation-kind-vendor = Lieferant
organisation-kind-partner = Partner
role-executive-sponsor = Auftraggeber
role-project-lead = Projektleitung
role-business-analyst = Business-Analyse
role-vendor = Lieferant
role-pmo = PMO
role-subject-matter-expert = Fachexperte
role-consultant = Berater
role-team-member = Teammitglied
role-new-joiner = Neu im Team
project-status-proposed = Vorgeschlagen
project-status-active = Laufend
project-status-on-hold = Ruhend
project-status-completed = Abgeschlossen
project-status-transferred = Übergeben
project-status-cancelled = Abgebrochen
session-type-training = Schulung
session-type-coaching = Coaching
session-type-workshop = Workshop
session-type-pairing = Arbeit zu zweit
session-type-shadowing = Zuschauen
session-type-reverse-shadowing = Zuschauen umgekehrt
session-type-meeting = Besprechung
session-type-steering = Lenkungskreis
session-type-gate = Freigabe
session-type-retrospective = Rückblick
session-type-after-action-review = Nachbesprechung
session-type-demo = Vorführung
session-type-handover = Übergabe
session-purpose-learning = Lernen
session-purpose-working = Arbeiten
session-purpose-steering = Steuern
session-purpose-looking-back = Zurückblicken
session-purpose-other = Anderes
method-i-do = Ich tue es
method-we-do = Wir tun es
method-you-do = Sie tun es
method-you-teach = Sie lehren es
session-status-planned = Geplant
session-status-held = Abgehalten
session-status-cancelled = Abgesagt
retrospective-format-start-stop-continue = Anfangen, aufhören, beibehalten
retrospective-format-four-ls = Vier L
retrospective-format-sailboat = Segelboot
retrospective-format-mad-sad-glad = Wütend, traurig, froh
retrospective-format-went-well-improve = Ging gut, verbessern
skill-family-analyze-situations = Lagen untersuchen
skill-family-manage-projects = Projekte führen
skill-family-lead-changes = Wandel leiten
skill-family-other = Anderes
level-none = keine
level-aware = kennt es
level-assisted = mit Hilfe
level-independent = selbständig
level-teaches = lehrt es
evidence-level-reaction = Reaktion
evidence-level-learning = Lernen
evidence-level-behaviour = Verhalten
evidence-level-results = Ergebnisse
playbook-status-draft = Entwurf
playbook-status-in-use = In Gebrauch
playbook-status-needs-review = Zu prüfen
playbook-status-retired = Außer Gebrauch
polarity-went-well = Ging gut
polarity-went-badly = Ging schlecht
polarity-mixed = Gemischt
lesson-status-new = Neu
lesson-status-agreed = Vereinbart
lesson-status-in-progress = In Arbeit
lesson-status-embedded = Verankert
lesson-status-archived = Archiviert
decision-status-proposed = Vorgeschlagen
decision-status-rejected = Abgelehnt
decision-status-accepted = Angenommen
decision-status-deprecated = Überholt
decision-status-superseded = Ersetzt
item-type-risk = Risiko
item-type-assumption = Annahme
item-type-issue = Problem
item-type-dependency = Abhängigkeit
item-type-action = Aufgabe
item-type-follow-on = Folgeaufgabe
item-status-open = Offen
item-status-in-progress = In Arbeit
item-status-blocked = Blockiert
item-status-closed = Geschlossen
item-status-transferred = Übergeben
risk-response-avoid = Vermeiden
risk-response-mitigate = Mindern
risk-response-transfer = Übertragen
risk-response-accept = Hinnehmen
leave-behind-form-playbook = Leitfaden
leave-behind-form-template = Vorlage
leave-behind-form-tool = Werkzeug
leave-behind-form-system = System
leave-behind-form-document = Dokument
leave-behind-form-dataset = Datenbestand
leave-behind-form-skill = Fähigkeit
leave-behind-form-role = Rolle
leave-behind-form-routine = Gewohnheit
leave-behind-form-relationship = Beziehung
leave-behind-form-memento = Andenken
criterion-status-met = Erfüllt
criterion-status-partially-met = Teilweise erfüllt
criterion-status-not-met = Nicht erfüllt
criterion-status-not-yet-measurable = Noch nicht messbar
handover-area-people = Menschen
handover-area-knowledge = Wissen
handover-area-assets-access = Mittel und Zugänge
handover-area-open-items = Offene Punkte
handover-area-contracts = Verträge
handover-area-finance = Finanzen
handover-area-support = Unterstützung
handover-area-acceptance = Abnahme
handover-area-none = Ohne Bereich
coverage-gap = Lücke
coverage-single-holder = Eine Person
coverage-thin = Dünn
coverage-covered = Abgedeckt
obstacle-not-done = nicht erledigt
obstacle-unowned = hat keinen Verantwortlichen
obstacle-owner-leaves = wer verantwortlich ist, geht
obstacle-nobody-holds = niemand, der bleibt, kann es

## Pictures
picture-not-recorded = nicht erfasst
picture-nothing = In diesem Bild gibt es noch nichts zu zeigen.
picture-person = Person
picture-skill = Fähigkeit
picture-when = Wann
picture-before = vorher
picture-after = nachher
picture-project = Projekt
picture-projects = Projekte
picture-all = Alle
picture-month = Monat
picture-year = Jahr
picture-theme = Thema
picture-area = Bereich
picture-step = Stufe
picture-left-behind = Zurückgelassen
picture-evidence = Belege
picture-number = Nr.
picture-risk = Risiko
picture-probability = Wahrscheinlichkeit
picture-impact = Auswirkung
picture-score = Wert
picture-owner-after = Danach verantwortlich
picture-and-more = und { $count } weitere
picture-stays = bleibt
picture-leaves = geht
picture-done = erledigt
picture-to-do = zu tun
picture-done-of = { $done } von { $of }
picture-ready = bereit
picture-blockers = { $count ->
    [one] { $count } Hindernis
   *[other] { $count } Hindernisse
}
picture-blocked-by = Im Weg
picture-no-area = Kein Bereich

picture-skills-matrix-title = Fähigkeitenmatrix
picture-skills-matrix-description = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
  } und { $skills ->
    [one] { $skills } Fähigkeit
   *[other] { $skills } Fähigkeiten
  }, mit der Stufe vorher und nachher.
picture-skills-matrix-caption = Der schmale Teil jedes Feldes ist die Stufe vorher, der breite die Stufe nachher.
picture-level-sums-title = Stufen der Fähigkeiten
picture-level-sums-description = Für { $skills ->
    [one] { $skills } Fähigkeit
   *[other] { $skills } Fähigkeiten
  }, wie viele Personen vorher und nachher auf jeder Stufe stehen.
picture-level-sums-caption = Personen auf jeder Stufe, oben vorher und unten nachher.

picture-coverage-title = Abdeckung nach dem Abschied
picture-coverage-description = { $covered } von { $skills } Fähigkeiten haben so viele bleibende Träger wie gewünscht.
picture-coverage-caption = Jeder Block ist eine Person, die es kann; gestrichelte gehen mit den Beratern.
picture-coverage-wanted = verlangt: { $holders }
picture-coverage-required = verlangt
picture-coverage-after-exit = Abdeckung nach dem Abschied
picture-coverage-with-consultants = Mit den Beratern

picture-timeline-title = Sitzungen im Lauf der Zeit
picture-timeline-description = { $sessions ->
    [one] { $sessions } Sitzung
   *[other] { $sessions } Sitzungen
  } von { $first } bis { $last }, nach ihrem Zweck.
picture-timeline-caption = Sitzungen nach Monat und Zweck.
picture-timeline-caption-years = Sitzungen nach Jahr und Zweck.

picture-schedule-title = Geplante und tatsächliche Termine
picture-schedule-description = Für { $projects ->
    [one] { $projects } Projekt
   *[other] { $projects } Projekte
  }, der Plan über dem, was daraus wurde.
picture-schedule-caption = Termine: oben der Plan, unten was daraus wurde.
picture-planned = Geplant
picture-approved = Genehmigt
picture-actual = Tatsächlich
picture-verdict = Ergebnis
picture-first-plan = erster Plan, vor Änderungen
picture-plan = Plan
picture-actual-within = tatsächlich, in der Toleranz
picture-actual-beyond = tatsächlich, darüber hinaus
picture-actual-open = bisher, oder nicht bekannt
picture-cancelled = abgebrochen
picture-unfinished = nicht abgeschlossen
picture-forecast-late = Prognose: { $days ->
    [one] { $days } Tag zu spät
   *[other] { $days } Tage zu spät
}
picture-forecast-on-time = Prognose: pünktlich
picture-on-the-day = auf den Tag genau
picture-days-early = { $days ->
    [one] { $days } Tag früher
   *[other] { $days } Tage früher
}
picture-days-late = { $days ->
    [one] { $days } Tag zu spät
   *[other] { $days } Tage zu spät
}
picture-days-late-within = { $days ->
    [one] { $days } Tag zu spät, in der Toleranz
   *[other] { $days } Tage zu spät, in der Toleranz
}

picture-budget-title = Budget und Kosten
picture-budget-description = Für { $projects ->
    [one] { $projects } Projekt
   *[other] { $projects } Projekte
  }, das Budget über den Kosten.
picture-budget-caption = Oben das Budget, unten die Kosten.
picture-currency = Währung
picture-no-currency = Währung nicht erfasst
picture-cost = Kosten
picture-budget-amount = Budget { $sum }
picture-budget-amount-missing = Budget nicht erfasst
picture-cost-amount = Kosten { $sum }
picture-cost-amount-missing = Kosten nicht erfasst
picture-spent = { $percent } % ausgegeben
picture-on-budget = im Budget
picture-percent-under = { $percent } % darunter
picture-percent-over = { $percent } % darüber
picture-percent-over-within = { $percent } % darüber, in der Toleranz

picture-staircase-title = Treppe des Werts
picture-staircase-description = { $count ->
    [one] { $count } Ding bleibt
   *[other] { $count } Dinge bleiben
  }. { $steps }.
picture-staircase-caption = Was bleibt, nach Stufen des wirtschaftlichen Werts.
picture-step-count = { $step }: { $count }
picture-client-before = vorher
picture-client-after = jetzt

picture-risk-grid-title = Risikofeld
picture-risk-grid-description = { $count ->
    [one] { $count } offenes Risiko
   *[other] { $count } offene Risiken
  } nach Wahrscheinlichkeit und Auswirkung, jeweils von eins bis fünf.
picture-risk-grid-caption = Offene Risiken, nummeriert vom größten an.

picture-lessons-title = Lehren nach Themen
picture-lessons-description = { $lessons ->
    [one] { $lessons } Lehre
   *[other] { $lessons } Lehren
  } zu { $themes ->
    [one] { $themes } Thema
   *[other] { $themes } Themen
  }, danach, ob es gut oder schlecht ging.
picture-lessons-caption = Lehren nach Themen und danach, wie sie zustande kamen.
picture-lessons-recurs = in { $projects } Projekten
picture-lessons-no-theme = ohne Thema

picture-readiness-title = Übergabereife nach Bereichen
picture-readiness-description = In { $ready } von { $areas } Bereichen der Übergabe steht nichts im Weg.
picture-readiness-caption = Die Übergabeliste nach Bereichen.
picture-today = heute

## Pages
coverage-only = { $state }: { $person }
kind-role = Rolle
of-all = von { $all }
done-of = { $part } von { $all } erledigt
register-parts = In Teilen
register-rest = Übrige
field-level = Stufe
field-teaches = Fragen zu
field-last-changed = Zuletzt geändert
field-meaning = Bedeutung
field-sole-holder = Kann als Einzige
section-all-skills = Fähigkeit für Fähigkeit
section-all-themes = Themen
section-attended = Besuchte Sitzungen
section-learn-it-by = So lernt man es
section-location = Wo es ist
section-not-acted-on = Noch nicht umgesetzt
section-organisations = Organisationen
section-outcome-of-all = Was daraus wurde
section-role-lessons = Lehren, um die Sie sich kümmern
section-role-playbooks = Leitfäden für Sie
section-unfounded-claims = Stufen, hinter denen keine Sitzung steht
section-role-skills = Fähigkeiten und wer sie jetzt lehren kann
section-sole-holders = Auf wem mehrere Fähigkeiten ruhen
section-sums = Summen der abgeschlossenen Projekte
section-takes-along = Fähigkeiten, vorher und jetzt
section-weak-skills = Fähigkeiten, um die man sich kümmern sollte
section-without-teacher = Niemand, der bleibt, kann lehren
feed-title = Neueste Sitzungen, Lehren und Entscheidungen

## The book
contents = Inhalt
figures = Abbildungen
figure = Abbildung
page-number = Seite { $number }
volume = Band { $number } von { $count }: { $chapters }
in-volume = Band { $number }
in-volume-page = Band { $number }, Seite { $page }
chapter-letter = Willkommen
chapter-summary = Auf einer Seite
chapter-story = Die Geschichte
chapter-portfolio = Ergebnisse des Portfolios
chapter-what-we-leave-behind = Was bleibt
chapter-skills = Was Sie jetzt können
chapter-playbooks = Leitfäden
chapter-lessons = Was wir gelernt haben
chapter-decisions = Entscheidungen und ihre Gründe
chapter-open-items = Offene Punkte und wer sie übernimmt
chapter-after-we-leave = Wenn wir gegangen sind
chapter-success = Woran Sie merken, dass es hält
chapter-sign-off = Checkliste und Abnahme
chapter-sessions = Verzeichnis der Termine
chapter-glossary = Glossar
chapter-index = Register
what-you-take = Was Sie mitnehmen
support-until = Wir antworten noch bis
ownership = Wem was gehört
review-calendar = Kalender der Überprüfungen
sign-title = Unterschriften
sign-sentence = Mit diesen Unterschriften bestätigen beide Seiten, dass die in diesem Buch beschriebene Übergabe stattgefunden hat.
sign-signature = Unterschrift
book-accessibility = Der ganze Text kann vorgelesen werden: Überschriften, Listen und Tabellen sind als solche ausgezeichnet, und jedes Bild ist in Worten beschrieben.
