# The site's own words in French.

## Dates and numbers
date = { $first ->
    [yes] 1er { $month } { $year }
   *[no] { $day } { $month } { $year }
}
date-month = { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-short = { $first ->
    [yes] 1er { $month } { $year }
   *[no] { $day } { $month } { $year }
}
date-range = { $start } – { $end }
date-from = à partir du { $start }
date-until = jusqu’au { $end }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
list-comma = {", "}
list-and = { $first } et { $last }
labelled = { $label } : { $value }
with-more = { $text } ({ $more })
hours = { $count ->
    [one] { $number } heure
   *[other] { $number } heures
}
days-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
days-early = { $count ->
    [one] { $count } jour d’avance
   *[other] { $count } jours d’avance
}
on-the-day = le jour même
percent = { $number } %
percent-over = { $number } % au-dessus
percent-under = { $number } % au-dessous
of-many = { $part } sur { $all }
of-money = { $part } sur { $all }

## The frame
skip = Aller au contenu
menu = Menu
close = Fermer
search = Recherche
dark-colours = Couleurs sombres
site-navigation = Site
also-here = Également ici
breadcrumb = Fil d’Ariane
previous-and-next = Précédent et suivant
previous = Précédent
next = Suivant
on-this-page = Sur cette page
about-this-page = À propos de cette page
at-a-glance = En un coup d’œil
as-of = État au { $date }
made-with = Réalisé avec Leavebehind
data = Données
the-same-as-data = Les mêmes données :
with-consultancy = Avec { $consultancy }
home = Accueil
cover = Couverture
link-to = Lien vers : { $title }
not-recorded = non renseigné
yes = Oui
no = Non
draft = Brouillon
draft-note = Un brouillon : il ne figure dans aucune autre édition.
remarks = Remarques internes
other-fields = Autres champs
last-changed = Dernière modification
opens-elsewhere = (autre site)
figures-as-table = Les chiffres en tableau
untitled = Sans titre
more = Plus

## Groups of the navigation
group-start = Commencer
group-stays = Ce que nous laissons
group-how = Comment faire
group-past = Ce qui s’est passé
group-who = Qui

## Pages that are always there
start-here = Commencez ici
by-role = Par rôle
sponsor-page = Une page pour les commanditaires
staircase = L’escalier
skills-matrix = Matrice des compétences
coverage = Couverture après le départ
the-book = Le livre
timeline = Chronologie
portfolio = Portefeuille
contacts = Contacts
readiness = Avancement du transfert
tags = Mots-clés
tag = Mot-clé
themes = Thèmes des leçons
theme = Thème
not-found = Cette page n’est pas ici
not-found-lede = Elle portait peut-être un autre nom. Essayez la recherche, ou reprenez au début.
moved = Cette page a changé de place
moved-to = Elle se trouve maintenant ici :
data-lede = Des registres pour les tableurs et les programmes.

## Kinds
kind-page = Page
kind-playbook = Guide pratique
kind-lesson = Leçon
kind-decision = Décision
kind-session = Séance
kind-organisation = Organisation
kind-person = Personne
kind-project = Projet
kind-skill = Compétence
kind-open-item = Point ouvert
kind-leave-behind = Legs
kind-success-criterion = Critère de réussite
kind-handover-item = Point de transfert
kind-term = Terme
kinds-page = Pages
kinds-playbook = Guides pratiques
kinds-lesson = Leçons
kinds-decision = Décisions
kinds-session = Séances
kinds-organisation = Organisations
kinds-person = Personnes
kinds-project = Projets
kinds-skill = Compétences
kinds-open-item = Points ouverts
kinds-leave-behind = Ce que nous laissons
kinds-success-criterion = Critères de réussite
kinds-handover-item = Liste de transfert
kinds-term = Glossaire

lede-playbook = Comment faire sans nous : chaque guide dit quand s’en servir, comment procéder et à qui s’adresser.
lede-lesson = Ce qui a bien marché, ce qui n’a pas marché, et que faire la prochaine fois.
lede-decision = Ce qui a été décidé, par qui et pourquoi.
lede-session = Chaque fois que nous nous sommes réunis. Ce que quelqu’un est dit savoir faire repose sur l’une de ces séances.
lede-organisation = Qui a travaillé ensemble.
lede-person = Qui a participé, et qui reste.
lede-project = Le prévu et le réel, projet par projet.
lede-skill = Ce que chacun a appris à faire, et qui le maîtrise maintenant.
lede-open-item = Ce qui n’est pas terminé, et à qui cela revient après notre départ.
lede-leave-behind = Un bien s’emporte chez soi. Un service donne un résultat. Une expérience laisse un souvenir ou une compétence nouvelle. Une transformation laisse une organisation différente.
lede-success-criterion = À quoi vous saurez que cela a tenu.
lede-handover-item = Ce qui doit être transféré, et où cela en est.
lede-term = Ce que les mots veulent dire ici.
lede-matrix = Qui savait faire quoi à notre arrivée, et qui le sait maintenant.
lede-coverage = À quel point chaque compétence est tenue, en ne comptant que ceux qui restent.
lede-timeline = De la première séance à la dernière.
lede-portfolio = Ce qui était prévu, ce que c’est devenu, et ce que cela a coûté.
lede-contacts = À qui s’adresser maintenant.
lede-readiness = Où en est le transfert, et ce qui y fait obstacle.
lede-sponsor = Cela en valait-il la peine, que peut-il encore arriver, et qu’est-ce qui reste.
lede-tags = Tout, par mots-clés.
lede-themes = Les leçons, selon ce dont elles parlent.
lede-roles = Ce qui concerne chacun.

## Fields
field-owner = Responsable
field-owner-after = Responsable ensuite
field-new-owner = Responsable après le départ
field-status = État
field-skills = Compétences
field-roles = Pour
field-review-by = À revoir avant le
field-date = Date
field-time = Heure
field-type = Type
field-method = Méthode
field-project = Projet
field-projects = Projets
field-session = Séance
field-sessions = Séances
field-facilitator = Animation
field-invited = Invités
field-participants = Présents
field-absent = Absents
field-duration = Durée
field-feedback = Retours
feedback-of = { $count ->
    [one] { $score }, d’après une réponse
   *[other] { $score }, d’après { $count } réponses
}
field-people = Personnes
field-person = Personne
field-hours = Heures
field-organisation = Organisation
field-role = Rôle
field-job-title = Fonction
field-contact = Contact
field-stays = Reste
field-after-exit = Après le départ
field-title = Titre
field-name = Nom
field-theme = Thème
field-polarity = Comment cela s’est passé
field-priority = Priorité
field-scope = Portée
field-decision-makers = Décidé par
field-supersedes = Remplace
field-superseded-by = Remplacée par
field-lead = Chef de projet
field-sponsor = Commanditaire
field-vendors = Fournisseurs
field-planned = Prévu
field-approved = Approuvé
field-actual = Réel
field-start = Début
field-end = Fin
field-budget = Budget
field-cost = Coût
field-schedule = Calendrier
field-finish = Achèvement
field-family = Famille
field-required-level = Niveau demandé
field-required-holders = Détenteurs souhaités
field-critical = Critique
field-holders = Détenteurs
field-holders-staying = Détenteurs qui restent
field-teachers = Peuvent l’enseigner
field-coverage = Couverture après le départ
field-coverage-with = Avec les consultants
field-due = Échéance
field-raised = Ouvert le
field-probability = Probabilité
field-impact = Impact
field-score = Note
field-response = Réponse
field-next-action = Prochaine action
field-step = Marche
field-form = Forme
field-location = Où
field-recipients = Pour
field-accepted = Repris
accepted-by-on = { $person }, { $date }
field-measure = Mesure
field-baseline = Avant
field-takeaway = À emporter
field-target = Cible
field-result = Résultat
field-measure-when = Quand mesurer
field-measured-on = Mesuré le
field-area = Domaine
field-done = Fait
field-signed-off = Signé
field-evidence = Preuve
field-before = Avant
field-after = Maintenant
field-skill = Compétence
field-item = Point
field-tags = Mots-clés
field-aliases = Aussi appelé
field-kind = Genre
field-currency = Monnaie
field-playbooks = Guides pratiques
field-lessons = Leçons
field-purpose = But
field-outcome = Ce qu’il en est sorti

## Sections of a record
section-purpose = But
section-when-to-use = Quand s’en servir
section-inputs = Ce qu’il vous faut
section-outputs = Ce que vous obtenez
section-pitfalls = Pièges
section-how-to-extend = Comment se l’approprier
section-responsibilities = Qui fait quoi
responsible = Réalise
accountable = Répond
consulted = Consulté
informed = Informé
section-lessons = Les leçons qui le fondent
section-event = Ce qui s’est passé
section-effect = Ce qui en est résulté
section-causes = Pourquoi
section-recommendation = Que faire la prochaine fois
section-playbooks-changed = Les guides qu’elle a changés
section-context = Contexte
section-options = Options
section-outcome = Décision
section-rationale = Pourquoi
section-consequences = Ce qui s’ensuit
section-summary = En bref
section-notes = Notes
section-decisions = Décidé
section-actions = À faire
section-lessons-learned = Ce que nous avons appris
section-playbooks = Guides utilisés ou modifiés
section-skill-changes = Qui sait faire quoi depuis
section-retrospective = Rétrospective
section-after-action = Retour d’expérience
aar-expected = Ce qui était attendu
aar-actual = Ce qui s’est passé
aar-why = Pourquoi
aar-sustain = Ce qu’il faut garder
aar-improve = Ce qu’il faut changer
section-moments = Moments
section-quotes = Dans leurs mots
section-rests-on-this = Ce qui repose là-dessus
section-evidence = Preuves
evidence-lede = Les séances sur lesquelles cela repose.
section-mentioned-in = Mentionné dans
section-objectives = Objectifs
section-phases = Phases
section-recognition = Remerciements
section-description = Ce que c’est
section-open-on-project = Encore ouvert
section-project-sessions = Séances
section-project-lessons = Ce que nous avons appris
section-project-decisions = Décisions
section-maintenance = Ce que cela demande
section-takes-with = Ce que { $person } emporte
section-what-you-take = Ce qui reste à cette personne
more-on-site = et { $count } de plus sur le site
section-where-they-were = Séances suivies
section-owns = Responsable de
section-sole-holder = Seule personne à détenir
section-read-next = Que lire ensuite
section-teach-next = Qui peut enseigner l’étape suivante
nobody-teaches = Personne parmi ceux qui restent ne peut encore l’enseigner
section-holders = Qui la détient
section-training = Formations données
section-trained-in = Séances qui l’ont exercée
section-all-levels = Tous les niveaux
section-about = À propos
section-month-by-month = Mois par mois
section-projects = Projets
section-first = À lire d’abord
section-ask = À qui s’adresser
section-people = Personnes
section-open = Ouvert
section-by-step = Par marche
section-risks = Principaux risques
section-results = Résultats
section-coverage = Qui sait le faire sans nous
section-stays = Ce qui reste
section-criteria = À quoi vous le saurez
section-all-tags = Tous les mots-clés
section-blockers = Ce qui fait obstacle
section-subpages = Dans ce dossier

## Sentences
not-one = Aucun.
register-of = Toutes les entrées
sessions-count = { $count ->
    [one] { $count } séance
   *[other] { $count } séances
}
people-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
records-count = { $count ->
    [one] Une entrée porte ce mot-clé.
   *[other] { $count } entrées portent ce mot-clé.
}
lessons-count = { $count ->
    [one] { $count } leçon
   *[other] { $count } leçons
}
stays-after = Reste
leaves-after = Part
leaves-with-us = part : { $person }
nobody = personne
not-named-here = non nommé ici
on-time = dans les délais
late = en retard
within-budget = dans le budget
over-budget = au-delà du budget
unfinished = non terminé
forecast-late = prévision : { $days }
overdue = en retard
teaches-now = enseigne { $skill }
level-change = { $before } → { $after }
all-years = Toutes
year-pages = Par année
letter-pages = Par lettre
attended = { $sessions }, { $hours }
recurring = dans plusieurs projets
not-acted-on = pas encore suivie d’effet
tolerance = Tolérance { $percent } %
training-sum = { $sessions }, { $hours } de formation et de travail en commun

## Home
where-to-go = Par où commencer
way-new-joiner = Vous venez d’arriver
way-new-joiner-lede = Ce qui s’est passé ici, que lire d’abord, à qui s’adresser.
way-business-analyst = Analystes métier
way-business-analyst-lede = Comment démêler une situation, et qui peut enseigner l’étape suivante.
way-project-lead = Chefs de projet
way-project-lead-lede = Comment nous avons planifié et piloté, ce qui a mal tourné, ce qui est à vous maintenant.
way-executive-sponsor = Commanditaires
way-executive-sponsor-lede = Cela a-t-il payé, que peut-il encore échouer, qu’est-ce qui reste.
way-vendor = Fournisseurs
way-vendor-lede = Ce qui est attendu de vous, et comment nous en convenons.
way-pmo = PMO
way-pmo-lede = Des registres à trier, à filtrer et à emporter.
your-page = Votre page
key-figures = En chiffres
figure-covered = { $all ->
    [one] compétence est tenue par des personnes qui restent
   *[other] compétences sont tenues par des personnes qui restent
}
figure-on-time = { $all ->
    [one] projet terminé l’a été dans les délais
   *[other] projets terminés l’ont été dans les délais
}
figure-on-budget = { $all ->
    [one] projet terminé a tenu son budget
   *[other] projets terminés ont tenu leur budget
}
figure-cancelled = { $count ->
    [one] projet arrêté à dessein
   *[other] projets arrêtés à dessein
}
figure-sessions = { $count ->
    [one] séance ensemble
   *[other] séances ensemble
}
figure-playbooks = { $count ->
    [one] guide pratique
   *[other] guides pratiques
}
figure-leave-behinds = { $count ->
    [one] chose qui reste
   *[other] choses qui restent
}
figure-owned = { $all ->
    [one] point ouvert a un responsable qui reste
   *[other] points ouverts ont un responsable qui reste
}
what-stays = Ce qui reste, marche par marche
read-as-book = Lire comme un livre

## The search
search-hint = Mots, noms, compétences…
search-loading = Chargement de l’index…
search-failed = L’index n’a pas pu être chargé.
search-empty = Tapez quelques mots. Les flèches déplacent, Entrée ouvre.
search-kinds = Genres
search-without-script = La recherche demande JavaScript. Sans lui, les registres et les mots-clés mènent partout.
search-results = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}

## Tables and code
filter-table = Filtrer le tableau
filter-words = Mots
filter-all = Tous
filter-clear = Effacer
filter-rows = { $count ->
    [one] { $count } ligne sur { $of }
   *[other] { $count } lignes sur { $of }
}
copy = Copier
copied = Copié
print-part = Imprimer cette partie
code = Code
table = Tableau
footnotes = Notes
footnote = Note { $number }
back-to-text = Retour au texte
task-done = Fait
task-open = À faire

## Callouts
callout-note = Note
callout-tip = Conseil
callout-important = Important
callout-warning = Avertissement
callout-caution = Attention
callout-example = Exemple
callout-quote = Citation
callout-internal = Interne

## Words of the fields
step-commodity = Matière première
step-good = Bien
step-service = Service
step-experience = Expérience
step-transformation = Transformation
step-plural-commodity = Matières premières
step-plural-good = Biens
step-plural-service = Services
step-plural-experience = Expériences
step-plural-transformation = Transformations
step-lede-commodity = Ce que n’importe qui aurait pu livrer.
step-lede-good = À emporter : modèles, outils, systèmes.
step-lede-service = Un résultat : ce qui est fait pour vous, et continue.
step-lede-experience = Ce dont on se souvient, et ce que chacun sait faire depuis.
step-lede-transformation = En quoi l’organisation est différente maintenant.
step-unplaced = Sans marche
organisation-kind-client = Client
organisation-kind-consultancy = Cabinet de conseil
organisation-kind-vendor = Fournisseur
organisation-kind-partner = Partenaire
role-executive-sponsor = Commanditaire
role-project-lead = Chef de projet
role-business-analyst = Analyste métier
role-vendor = Fournisseur
role-pmo = PMO
role-subject-matter-expert = Expert du domaine
role-consultant = Consultant
role-team-member = Membre de l’équipe
role-new-joiner = Nouvel arrivant
project-status-proposed = Proposé
project-status-active = En cours
project-status-on-hold = Suspendu
project-status-completed = Terminé
project-status-transferred = Transféré
project-status-cancelled = Annulé
session-type-training = Formation
session-type-coaching = Accompagnement
session-type-workshop = Atelier
session-type-pairing = Travail en binôme
session-type-shadowing = Observation
session-type-reverse-shadowing = Observation inversée
session-type-meeting = Réunion
session-type-steering = Comité de pilotage
session-type-gate = Jalon
session-type-retrospective = Rétrospective
session-type-after-action-review = Retour d’expérience
session-type-demo = Démonstration
session-type-handover = Transfert
session-purpose-learning = Apprendre
session-purpose-working = Travailler
session-purpose-steering = Piloter
session-purpose-looking-back = Revenir sur le passé
session-purpose-other = Autre
method-i-do = Je fais
method-we-do = Nous faisons
method-you-do = Vous faites
method-you-teach = Vous enseignez
session-status-planned = Prévue
session-status-held = Tenue
session-status-cancelled = Annulée
retrospective-format-start-stop-continue = Commencer, arrêter, continuer
retrospective-format-four-ls = Quatre L
retrospective-format-sailboat = Voilier
retrospective-format-mad-sad-glad = Fâché, triste, content
retrospective-format-went-well-improve = Bien marché, à améliorer
skill-family-analyze-situations = Analyser des situations
skill-family-manage-projects = Gérer des projets
skill-family-lead-changes = Conduire le changement
skill-family-other = Autre
level-none = aucun
level-aware = connaît
level-assisted = avec aide
level-independent = en autonomie
level-teaches = enseigne
evidence-level-reaction = Réaction
evidence-level-learning = Apprentissage
evidence-level-behaviour = Comportement
evidence-level-results = Résultats
playbook-status-draft = Brouillon
playbook-status-in-use = En usage
playbook-status-needs-review = À revoir
playbook-status-retired = Retiré
polarity-went-well = A bien marché
polarity-went-badly = A mal marché
polarity-mixed = Mitigé
lesson-status-new = Nouvelle
lesson-status-agreed = Convenue
lesson-status-in-progress = En cours
lesson-status-embedded = Intégrée
lesson-status-archived = Archivée
decision-status-proposed = Proposée
decision-status-rejected = Rejetée
decision-status-accepted = Acceptée
decision-status-deprecated = Déconseillée
decision-status-superseded = Remplacée
item-type-risk = Risque
item-type-assumption = Hypothèse
item-type-issue = Problème
item-type-dependency = Dépendance
item-type-action = Action
item-type-follow-on = Suite
item-status-open = Ouvert
item-status-in-progress = En cours
item-status-blocked = Bloqué
item-status-closed = Clos
item-status-transferred = Transféré
risk-response-avoid = Éviter
risk-response-mitigate = Atténuer
risk-response-transfer = Transférer
risk-response-accept = Accepter
leave-behind-form-playbook = Guide pratique
leave-behind-form-template = Modèle
leave-behind-form-tool = Outil
leave-behind-form-system = Système
leave-behind-form-document = Document
leave-behind-form-dataset = Jeu de données
leave-behind-form-skill = Compétence
leave-behind-form-role = Rôle
leave-behind-form-routine = Habitude
leave-behind-form-relationship = Relation
leave-behind-form-memento = Souvenir
criterion-status-met = Atteint
criterion-status-partially-met = Partiellement atteint
criterion-status-not-met = Non atteint
criterion-status-not-yet-measurable = Trop tôt pour le dire
handover-area-people = Personnes
handover-area-knowledge = Savoirs
handover-area-assets-access = Moyens et accès
handover-area-open-items = Points ouverts
handover-area-contracts = Contrats
handover-area-finance = Finances
handover-area-support = Assistance
handover-area-acceptance = Recette
handover-area-none = Sans domaine
coverage-gap = Lacune
coverage-single-holder = Une seule personne
coverage-thin = Mince
coverage-covered = Couverte
obstacle-not-done = pas fait
obstacle-unowned = n’a pas de responsable
obstacle-owner-leaves = son responsable part
obstacle-nobody-holds = personne parmi ceux qui restent ne la détient

## Pictures
picture-not-recorded = non renseigné
picture-nothing = Il n’y a encore rien à montrer dans cette image.
picture-person = Personne
picture-skill = Compétence
picture-when = Quand
picture-before = avant
picture-after = après
picture-project = Projet
picture-projects = Projets
picture-all = Tous
picture-month = Mois
picture-year = Année
picture-theme = Thème
picture-area = Domaine
picture-step = Marche
picture-left-behind = Laissé
picture-evidence = Preuves
picture-number = N°
picture-risk = Risque
picture-probability = Probabilité
picture-impact = Impact
picture-score = Note
picture-owner-after = Responsable ensuite
picture-and-more = et { $count } de plus
picture-stays = reste
picture-leaves = part
picture-done = fait
picture-to-do = à faire
picture-done-of = { $done } sur { $of }
picture-ready = prêt
picture-blockers = { $count ->
    [one] { $count } obstacle
   *[other] { $count } obstacles
}
picture-blocked-by = Obstacles
picture-no-area = Sans domaine

picture-skills-matrix-title = Matrice des compétences
picture-skills-matrix-description = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
  } et { $skills ->
    [one] { $skills } compétence
   *[other] { $skills } compétences
  }, avec le niveau avant et après.
picture-skills-matrix-caption = La partie étroite de chaque case est le niveau avant, la partie large le niveau après.
picture-level-sums-title = Niveaux de compétence
picture-level-sums-description = Pour { $skills ->
    [one] { $skills } compétence
   *[other] { $skills } compétences
  }, combien de personnes se trouvent à chaque niveau avant et après.
picture-level-sums-caption = Personnes à chaque niveau, avant en haut et après en bas.

picture-coverage-title = Couverture après le départ
picture-coverage-description = { $covered } compétences sur { $skills } sont tenues par autant de personnes qui restent que souhaité.
picture-coverage-caption = Chaque bloc est une personne qui détient la compétence ; les blocs en tirets partent avec les consultants.
picture-coverage-wanted = demandé : { $holders }
picture-coverage-required = demandé
picture-coverage-after-exit = Couverture après le départ
picture-coverage-with-consultants = Avec les consultants

picture-timeline-title = Séances au fil du temps
picture-timeline-description = { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
  } du { $first } au { $last }, selon leur objet.
picture-timeline-caption = Séances par mois et par objet.
picture-timeline-caption-years = Séances par année et par objet.

picture-schedule-title = Calendrier prévu et réel
picture-schedule-description = Pour { $projects ->
    [one] { $projects } projet
   *[other] { $projects } projets
  }, le prévu au-dessus de ce qu’il est devenu.
picture-schedule-caption = Calendrier : le prévu en haut, le réel en bas.
picture-planned = Prévu
picture-approved = Approuvé
picture-actual = Réel
picture-verdict = Résultat
picture-first-plan = premier plan, avant modifications
picture-plan = plan
picture-actual-within = réel, dans la tolérance
picture-actual-beyond = réel, au-delà
picture-actual-open = à ce jour, ou inconnu
picture-cancelled = annulé
picture-unfinished = non terminé
picture-forecast-late = prévision : { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
picture-forecast-on-time = prévision : dans les délais
picture-on-the-day = le jour même
picture-days-early = { $days ->
    [one] { $days } jour d’avance
   *[other] { $days } jours d’avance
}
picture-days-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
picture-days-late-within = { $days ->
    [one] { $days } jour de retard, dans la tolérance
   *[other] { $days } jours de retard, dans la tolérance
}

picture-budget-title = Budget et coût
picture-budget-description = Pour { $projects ->
    [one] { $projects } projet
   *[other] { $projects } projets
  }, le budget au-dessus du coût.
picture-budget-caption = Le budget en haut, le coût en bas.
picture-currency = Monnaie
picture-no-currency = monnaie non renseignée
picture-cost = Coût
picture-budget-amount = budget { $sum }
picture-budget-amount-missing = budget non renseigné
picture-cost-amount = coût { $sum }
picture-cost-amount-missing = coût non renseigné
picture-spent = { $percent } % dépensés
picture-on-budget = budget tenu
picture-percent-under = { $percent } % au-dessous
picture-percent-over = { $percent } % au-dessus
picture-percent-over-within = { $percent } % au-dessus, dans la tolérance

picture-staircase-title = Escalier de la valeur
picture-staircase-description = { $count ->
    [one] { $count } chose reste
   *[other] { $count } choses restent
  }. { $steps }.
picture-staircase-caption = Ce qui reste, par marche de valeur économique.
picture-step-count = { $step } : { $count }
picture-client-before = avant
picture-client-after = maintenant

picture-risk-grid-title = Grille des risques
picture-risk-grid-description = { $count ->
    [one] { $count } risque ouvert
   *[other] { $count } risques ouverts
  } selon la probabilité et l’impact, de un à cinq.
picture-risk-grid-caption = Risques ouverts, numérotés à partir du plus grand.

picture-lessons-title = Leçons par thème
picture-lessons-description = { $lessons ->
    [one] { $lessons } leçon
   *[other] { $lessons } leçons
  } sous { $themes ->
    [one] { $themes } thème
   *[other] { $themes } thèmes
  }, selon que cela s’est bien ou mal passé.
picture-lessons-caption = Leçons par thème, et comment elles sont nées.
picture-lessons-recurs = dans { $projects } projets
picture-lessons-no-theme = sans thème

picture-readiness-title = Avancement par domaine
picture-readiness-description = Dans { $ready } domaines du transfert sur { $areas }, rien ne fait obstacle.
picture-readiness-caption = La liste de transfert par domaine.
picture-today = aujourd’hui

## Pages
coverage-only = { $state } : { $person }
kind-role = Rôle
of-all = sur { $all }
done-of = { $part } sur { $all } fait
register-parts = En parties
register-rest = Autres
field-level = Niveau
field-teaches = À interroger sur
field-last-changed = Dernière modification
field-meaning = Signification
field-sole-holder = Seule personne à détenir
section-all-skills = Compétence par compétence
section-all-themes = Thèmes
section-attended = Séances suivies
section-learn-it-by = Pour l’apprendre
section-location = Où c’est
section-not-acted-on = Pas encore suivies d’effet
section-organisations = Organisations
section-outcome-of-all = Ce qu’il en est sorti
section-role-lessons = Leçons à suivre
section-role-playbooks = Guides pour vous
section-unfounded-claims = Niveaux sans séance à l’appui
section-role-skills = Compétences, et qui peut les enseigner maintenant
section-sole-holders = Sur qui reposent plusieurs compétences
section-sums = Totaux des projets terminés
section-takes-along = Compétences, avant et maintenant
section-weak-skills = Compétences à surveiller
section-without-teacher = Personne parmi ceux qui restent ne peut enseigner
feed-title = Dernières séances, leçons et décisions

## The book
contents = Sommaire
figures = Figures
figure = Figure
page-number = page { $number }
volume = volume { $number } sur { $count } : { $chapters }
in-volume = volume { $number }
in-volume-page = volume { $number }, page { $page }
chapter-letter = Bienvenue
chapter-summary = En une page
chapter-story = L’histoire
chapter-portfolio = Résultats du portefeuille
chapter-what-we-leave-behind = Ce que nous laissons
chapter-skills = Ce que vous savez faire désormais
chapter-playbooks = Guides
chapter-lessons = Ce que nous avons appris
chapter-decisions = Décisions et motifs
chapter-open-items = Points ouverts et responsables
chapter-after-we-leave = Après notre départ
chapter-success = À quoi vous verrez que cela dure
chapter-sign-off = Liste de contrôle et signature
chapter-sessions = Registre des séances
chapter-glossary = Glossaire
chapter-index = Index
what-you-take = Ce que vous emportez
support-until = Nous répondons encore jusqu’au
ownership = Qui est responsable de quoi
review-calendar = Calendrier des révisions
sign-title = Signatures
sign-sentence = Par ces signatures, les deux parties confirment que la passation décrite dans ce livre a eu lieu.
sign-signature = Signature
book-accessibility = Tout le texte peut être lu à voix haute : titres, listes et tableaux sont balisés comme tels, et chaque image est décrite par des mots.
