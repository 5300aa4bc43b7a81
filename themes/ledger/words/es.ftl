# The site's own words in Spanish.

## Dates and numbers
date = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
date-short = { $day } { $month } { $year }
date-range = { $start } – { $end }
date-from = desde el { $start }
date-until = hasta el { $end }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
list-comma = {", "}
labelled = { $label }: { $value }
with-more = { $text } ({ $more })
list-and = { $sound ->
    [i] { $first } e { $last }
   *[other] { $first } y { $last }
}
hours = { $count ->
    [one] { $number } hora
   *[other] { $number } horas
}
days-late = { $count ->
    [one] { $count } día de retraso
   *[other] { $count } días de retraso
}
days-early = { $count ->
    [one] { $count } día de adelanto
   *[other] { $count } días de adelanto
}
on-the-day = en el día
percent = { $number } %
percent-over = { $number } % por encima
percent-under = { $number } % por debajo
of-many = { $part } de { $all }
of-money = { $part } de { $all }

## The frame
skip = Ir al contenido
menu = Menú
close = Cerrar
search = Buscar
dark-colours = Colores oscuros
site-navigation = Sitio
also-here = También aquí
breadcrumb = Ruta
previous-and-next = Anterior y siguiente
previous = Anterior
next = Siguiente
on-this-page = En esta página
about-this-page = Sobre esta página
at-a-glance = De un vistazo
as-of = A fecha de { $date }
made-with = Hecho con Leavebehind
data = Datos
the-same-as-data = Lo mismo, como datos:
with-consultancy = Con { $consultancy }
home = Inicio
cover = Portada
link-to = Enlace a: { $title }
not-recorded = no consta
yes = Sí
no = No
draft = Borrador
draft-note = Un borrador: no está en ninguna otra edición.
remarks = Observaciones internas
other-fields = Otros campos
last-changed = Último cambio
opens-elsewhere = (otro sitio)
figures-as-table = Las cifras en una tabla
untitled = Sin título
more = Más

## Groups of the navigation
group-start = Empezar
group-stays = Lo que dejamos
group-how = Cómo se hace
group-past = Qué pasó
group-who = Quién

## Pages that are always there
start-here = Empiece aquí
by-role = Por función
sponsor-page = Una página para patrocinadores
staircase = La escalera
skills-matrix = Matriz de competencias
coverage = Cobertura tras la salida
the-book = El libro
timeline = Cronología
portfolio = Cartera
contacts = Contactos
readiness = Preparación de la entrega
tags = Etiquetas
tag = Etiqueta
themes = Temas de las lecciones
theme = Tema
not-found = Esta página no está aquí
not-found-lede = Quizá antes tenía otro nombre. Pruebe a buscarla, o empiece por el principio.
moved = Esta página se ha trasladado
moved-to = Ahora está aquí:
data-lede = Registros para hojas de cálculo y programas.

## Kinds
kind-page = Página
kind-playbook = Guía práctica
kind-lesson = Lección
kind-decision = Decisión
kind-session = Sesión
kind-organisation = Organización
kind-person = Persona
kind-project = Proyecto
kind-skill = Competencia
kind-open-item = Asunto abierto
kind-leave-behind = Legado
kind-success-criterion = Criterio de éxito
kind-handover-item = Punto de entrega
kind-term = Término
kinds-page = Páginas
kinds-playbook = Guías prácticas
kinds-lesson = Lecciones
kinds-decision = Decisiones
kinds-session = Sesiones
kinds-organisation = Organizaciones
kinds-person = Personas
kinds-project = Proyectos
kinds-skill = Competencias
kinds-open-item = Asuntos abiertos
kinds-leave-behind = Lo que dejamos
kinds-success-criterion = Criterios de éxito
kinds-handover-item = Lista de entrega
kinds-term = Glosario

lede-playbook = Cómo hacerlo sin nosotros: cada guía dice cuándo usarla, cómo, y a quién preguntar.
lede-lesson = Qué salió bien, qué no, y qué hacer la próxima vez.
lede-decision = Qué se decidió, quién lo decidió y por qué.
lede-session = Cada vez que nos sentamos juntos. Lo que se dice que alguien sabe hacer se apoya en una de estas sesiones.
lede-organisation = Quiénes trabajaron juntos.
lede-person = Quién participó, y quién se queda.
lede-project = Lo previsto y lo real, proyecto a proyecto.
lede-skill = Lo que cada cual aprendió a hacer, y quién lo domina ahora.
lede-open-item = Lo que no está terminado, y de quién es tras la salida.
lede-leave-behind = Un bien se lo lleva uno a casa. Un servicio da un resultado. Una experiencia deja un recuerdo o una competencia nueva. Una transformación deja una organización distinta.
lede-success-criterion = En qué notarán que ha durado.
lede-handover-item = Lo que hay que entregar, y cómo va.
lede-term = Qué significan aquí las palabras.
lede-matrix = Quién sabía hacer qué cuando llegamos, y quién lo sabe ahora.
lede-coverage = Cuán asentada está cada competencia, contando solo a quienes se quedan.
lede-timeline = De la primera sesión a la última.
lede-portfolio = Lo que se previó, en qué quedó y cuánto costó.
lede-contacts = A quién preguntar ahora.
lede-readiness = Cómo va la entrega, y qué la impide.
lede-sponsor = Si valió la pena, qué puede fallar ahora y qué se queda.
lede-tags = Todo, por etiquetas.
lede-themes = Las lecciones, según de qué tratan.
lede-roles = Lo que atañe a cada cual.

## Fields
field-owner = Responsable
field-owner-after = Responsable después
field-new-owner = Responsable tras la salida
field-status = Estado
field-skills = Competencias
field-roles = Para
field-review-by = Revisar antes del
field-date = Fecha
field-time = Hora
field-type = Tipo
field-method = Método
field-project = Proyecto
field-projects = Proyectos
field-session = Sesión
field-sessions = Sesiones
field-facilitator = Conducción
field-invited = Convocados
field-participants = Presentes
field-absent = Ausentes
field-duration = Duración
field-feedback = Valoración
feedback-of = { $count ->
    [one] { $score }, de una respuesta
   *[other] { $score }, de { $count } respuestas
}
field-people = Personas
field-person = Persona
field-hours = Horas
field-organisation = Organización
field-role = Función
field-job-title = Cargo
field-contact = Contacto
field-stays = Se queda
field-after-exit = Tras la salida
field-title = Título
field-name = Nombre
field-theme = Tema
field-polarity = Cómo fue
field-priority = Prioridad
field-scope = Alcance
field-decision-makers = Decidido por
field-supersedes = Sustituye a
field-superseded-by = Sustituida por
field-lead = Dirección
field-sponsor = Patrocinio
field-vendors = Proveedores
field-planned = Previsto
field-approved = Aprobado
field-actual = Real
field-start = Inicio
field-end = Fin
field-budget = Presupuesto
field-cost = Coste
field-schedule = Calendario
field-finish = Término
field-family = Familia
field-required-level = Nivel exigido
field-required-holders = Titulares deseados
field-critical = Crítica
field-holders = Titulares
field-holders-staying = Titulares que se quedan
field-teachers = Pueden enseñarla
field-coverage = Cobertura tras la salida
field-coverage-with = Con los consultores
field-due = Vence
field-raised = Abierto el
field-probability = Probabilidad
field-impact = Impacto
field-score = Valor
field-response = Respuesta
field-next-action = Próxima acción
field-step = Escalón
field-form = Forma
field-location = Dónde
field-recipients = Para
field-accepted = Aceptado
accepted-by-on = { $person }, { $date }
field-measure = Medida
field-baseline = Antes
field-takeaway = Para llevar
field-target = Meta
field-result = Resultado
field-measure-when = Cuándo medir
field-measured-on = Medido el
field-area = Área
field-done = Hecho
field-signed-off = Firmado
field-evidence = Prueba
field-before = Antes
field-after = Ahora
field-skill = Competencia
field-item = Asunto
field-tags = Etiquetas
field-aliases = También llamado
field-kind = Clase
field-currency = Moneda
field-playbooks = Guías prácticas
field-lessons = Lecciones
field-purpose = Propósito
field-outcome = Qué resultó

## Sections of a record
section-purpose = Propósito
section-when-to-use = Cuándo usarla
section-inputs = Qué hace falta
section-outputs = Qué se obtiene
section-pitfalls = Escollos
section-how-to-extend = Cómo hacerla suya
section-responsibilities = Quién hace qué
responsible = Ejecuta
accountable = Responde
consulted = Consultado
informed = Informado
section-lessons = Lecciones en que se basa
section-event = Qué pasó
section-effect = Qué resultó
section-causes = Por qué
section-recommendation = Qué hacer la próxima vez
section-playbooks-changed = Guías que cambió
section-context = Contexto
section-options = Opciones
section-outcome = Decisión
section-rationale = Por qué
section-consequences = Qué se sigue de ello
section-summary = En breve
section-notes = Notas
section-decisions = Decidido
section-actions = Por hacer
section-lessons-learned = Qué aprendimos
section-playbooks = Guías usadas o cambiadas
section-skill-changes = Quién sabe hacer qué desde entonces
section-retrospective = Retrospectiva
section-after-action = Revisión posterior
aar-expected = Qué se esperaba
aar-actual = Qué pasó
aar-why = Por qué
aar-sustain = Qué conservar
aar-improve = Qué cambiar
section-moments = Momentos
section-quotes = En sus palabras
section-rests-on-this = Lo que se apoya en esto
section-evidence = Pruebas
evidence-lede = Las sesiones en que se apoya.
section-mentioned-in = Se menciona en
section-objectives = Objetivos
section-phases = Fases
section-recognition = Agradecimientos
section-description = Qué es
section-open-on-project = Aún abierto
section-project-sessions = Sesiones
section-project-lessons = Qué aprendimos
section-project-decisions = Decisiones
section-maintenance = Qué cuidados necesita
section-takes-with = Lo que { $person } se lleva
section-what-you-take = Lo que le queda a esta persona
more-on-site = y { $count } más en el sitio
section-where-they-were = Sesiones a las que asistió
section-owns = Responsable de
section-sole-holder = Única persona que domina
section-read-next = Qué leer después
section-teach-next = Quién puede enseñar el siguiente paso
nobody-teaches = Nadie de quienes se quedan puede enseñarla todavía
section-holders = Quién la domina
section-training = Formación impartida
section-trained-in = Sesiones que la ejercitaron
section-all-levels = Todos los niveles
section-about = Acerca de
section-month-by-month = Mes a mes
section-projects = Proyectos
section-first = Leer primero
section-ask = A quién preguntar
section-people = Personas
section-open = Abierto
section-by-step = Por escalones
section-risks = Mayores riesgos
section-results = Resultados
section-coverage = Quién puede hacerlo sin nosotros
section-stays = Lo que se queda
section-criteria = En qué lo notarán
section-all-tags = Todas las etiquetas
section-blockers = Qué lo impide
section-subpages = En esta carpeta

## Sentences
not-one = Ninguno.
register-of = Todas las entradas
sessions-count = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}
people-count = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
records-count = { $count ->
    [one] Una entrada lleva esta etiqueta.
   *[other] { $count } entradas llevan esta etiqueta.
}
lessons-count = { $count ->
    [one] { $count } lección
   *[other] { $count } lecciones
}
stays-after = Se queda
leaves-after = Se va
leaves-with-us = se va: { $person }
nobody = nadie
not-named-here = no se nombra aquí
on-time = a tiempo
late = con retraso
within-budget = dentro del presupuesto
over-budget = por encima del presupuesto
unfinished = sin terminar
forecast-late = previsión: { $days }
overdue = vencido
teaches-now = enseña { $skill }
level-change = { $before } → { $after }
all-years = Todos
year-pages = Por años
letter-pages = Por letras
attended = { $sessions }, { $hours }
recurring = en varios proyectos
not-acted-on = aún sin aplicar
tolerance = Tolerancia { $percent } %
training-sum = { $sessions }, { $hours } de formación y trabajo en común

## Home
where-to-go = Por dónde empezar
way-new-joiner = Acaba de llegar
way-new-joiner-lede = Qué pasó aquí, qué leer primero, a quién preguntar.
way-business-analyst = Analistas de negocio
way-business-analyst-lede = Cómo desmenuzar una situación, y quién puede enseñar el siguiente paso.
way-project-lead = Jefes de proyecto
way-project-lead-lede = Cómo planificamos y dirigimos, qué salió mal, qué es suyo ahora.
way-executive-sponsor = Patrocinadores
way-executive-sponsor-lede = Si compensó, qué puede fallar ahora, qué se queda.
way-vendor = Proveedores
way-vendor-lede = Qué se espera de ustedes, y cómo lo acordamos.
way-pmo = PMO
way-pmo-lede = Registros para ordenar, filtrar y llevarse.
your-page = Su página
key-figures = En cifras
figure-covered = { $all ->
    [one] competencia está cubierta por personas que se quedan
   *[other] competencias están cubiertas por personas que se quedan
}
figure-on-time = { $all ->
    [one] proyecto terminado acabó a tiempo
   *[other] proyectos terminados acabaron a tiempo
}
figure-on-budget = { $all ->
    [one] proyecto terminado cumplió su presupuesto
   *[other] proyectos terminados cumplieron su presupuesto
}
figure-cancelled = { $count ->
    [one] proyecto detenido a propósito
   *[other] proyectos detenidos a propósito
}
figure-sessions = { $count ->
    [one] sesión juntos
   *[other] sesiones juntos
}
figure-playbooks = { $count ->
    [one] guía práctica
   *[other] guías prácticas
}
figure-leave-behinds = { $count ->
    [one] cosa que se queda
   *[other] cosas que se quedan
}
figure-owned = { $all ->
    [one] asunto abierto tiene un responsable que se queda
   *[other] asuntos abiertos tienen un responsable que se queda
}
what-stays = Lo que se queda, escalón a escalón
read-as-book = Leerlo como libro

## The search
search-hint = Palabras, nombres, competencias…
search-loading = Cargando el índice…
search-failed = No se pudo cargar el índice.
search-empty = Escriba unas palabras. Las flechas mueven, Intro abre.
search-kinds = Clases
search-without-script = La búsqueda necesita JavaScript. Sin él, los registros y las etiquetas llevan a todas partes.
search-results = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}

## Tables and code
filter-table = Filtrar la tabla
filter-words = Palabras
filter-all = Todos
filter-clear = Borrar
filter-rows = { $count ->
    [one] { $count } fila de { $of }
   *[other] { $count } filas de { $of }
}
copy = Copiar
copied = Copiado
print-part = Imprimir esta parte
code = Código
table = Tabla
footnotes = Notas
footnote = Nota { $number }
back-to-text = Volver al texto
task-done = Hecho
task-open = Sin hacer

## Callouts
callout-note = Nota
callout-tip = Consejo
callout-important = Importante
callout-warning = Advertencia
callout-caution = Cuidado
callout-example = Ejemplo
callout-quote = Cita
callout-internal = Interno

## Words of the fields
step-commodity = Materia prima
step-good = Bien
step-service = Servicio
step-experience = Experiencia
step-transformation = Transformación
step-plural-commodity = Materias primas
step-plural-good = Bienes
step-plural-service = Servicios
step-plural-experience = Experiencias
step-plural-transformation = Transformaciones
step-lede-commodity = Lo que cualquiera habría podido entregar.
step-lede-good = Para llevarse: plantillas, herramientas, sistemas.
step-lede-service = Un resultado: lo que se hace para ustedes, y sigue.
step-lede-experience = Lo que se recuerda, y lo que cada cual sabe hacer desde entonces.
step-lede-transformation = En qué es distinta ahora la organización.
step-unplaced = Sin escalón
organisation-kind-client = Cliente
organisation-kind-consultancy = Consultora
organisation-kind-vendor = Proveedor
organisation-kind-partner = Socio
role-executive-sponsor = Patrocinador ejecutivo
role-project-lead = Jefe de proyecto
role-business-analyst = Analista de negocio
role-vendor = Proveedor
role-pmo = PMO
role-subject-matter-expert = Experto en la materia
role-consultant = Consultor
role-team-member = Miembro del equipo
role-new-joiner = Recién llegado
project-status-proposed = Propuesto
project-status-active = En marcha
project-status-on-hold = En pausa
project-status-completed = Terminado
project-status-transferred = Traspasado
project-status-cancelled = Cancelado
session-type-training = Formación
session-type-coaching = Acompañamiento
session-type-workshop = Taller
session-type-pairing = Trabajo en pareja
session-type-shadowing = Observación
session-type-reverse-shadowing = Observación inversa
session-type-meeting = Reunión
session-type-steering = Comité de dirección
session-type-gate = Punto de decisión
session-type-retrospective = Retrospectiva
session-type-after-action-review = Revisión posterior
session-type-demo = Demostración
session-type-handover = Entrega
session-purpose-learning = Aprender
session-purpose-working = Trabajar
session-purpose-steering = Dirigir
session-purpose-looking-back = Mirar atrás
session-purpose-other = Otros
method-i-do = Yo lo hago
method-we-do = Lo hacemos
method-you-do = Ustedes lo hacen
method-you-teach = Ustedes lo enseñan
session-status-planned = Prevista
session-status-held = Celebrada
session-status-cancelled = Cancelada
retrospective-format-start-stop-continue = Empezar, dejar, seguir
retrospective-format-four-ls = Cuatro L
retrospective-format-sailboat = Velero
retrospective-format-mad-sad-glad = Enfadado, triste, contento
retrospective-format-went-well-improve = Salió bien, mejorar
skill-family-analyze-situations = Analizar situaciones
skill-family-manage-projects = Gestionar proyectos
skill-family-lead-changes = Conducir cambios
skill-family-other = Otras
level-none = ninguno
level-aware = lo conoce
level-assisted = con ayuda
level-independent = por su cuenta
level-teaches = lo enseña
evidence-level-reaction = Reacción
evidence-level-learning = Aprendizaje
evidence-level-behaviour = Conducta
evidence-level-results = Resultados
playbook-status-draft = Borrador
playbook-status-in-use = En uso
playbook-status-needs-review = Por revisar
playbook-status-retired = Retirada
polarity-went-well = Salió bien
polarity-went-badly = Salió mal
polarity-mixed = Desigual
lesson-status-new = Nueva
lesson-status-agreed = Acordada
lesson-status-in-progress = En curso
lesson-status-embedded = Arraigada
lesson-status-archived = Archivada
decision-status-proposed = Propuesta
decision-status-rejected = Rechazada
decision-status-accepted = Aceptada
decision-status-deprecated = Desaconsejada
decision-status-superseded = Sustituida
item-type-risk = Riesgo
item-type-assumption = Supuesto
item-type-issue = Problema
item-type-dependency = Dependencia
item-type-action = Acción
item-type-follow-on = Continuación
item-status-open = Abierto
item-status-in-progress = En curso
item-status-blocked = Bloqueado
item-status-closed = Cerrado
item-status-transferred = Traspasado
risk-response-avoid = Evitar
risk-response-mitigate = Mitigar
risk-response-transfer = Transferir
risk-response-accept = Aceptar
leave-behind-form-playbook = Guía práctica
leave-behind-form-template = Plantilla
leave-behind-form-tool = Herramienta
leave-behind-form-system = Sistema
leave-behind-form-document = Documento
leave-behind-form-dataset = Conjunto de datos
leave-behind-form-skill = Competencia
leave-behind-form-role = Función
leave-behind-form-routine = Rutina
leave-behind-form-relationship = Relación
leave-behind-form-memento = Recuerdo
criterion-status-met = Cumplido
criterion-status-partially-met = Cumplido en parte
criterion-status-not-met = No cumplido
criterion-status-not-yet-measurable = Aún no se puede medir
handover-area-people = Personas
handover-area-knowledge = Conocimiento
handover-area-assets-access = Medios y accesos
handover-area-open-items = Asuntos abiertos
handover-area-contracts = Contratos
handover-area-finance = Finanzas
handover-area-support = Soporte
handover-area-acceptance = Aceptación
handover-area-none = Sin área
coverage-gap = Hueco
coverage-single-holder = Una sola persona
coverage-thin = Escasa
coverage-covered = Cubierta
obstacle-not-done = sin hacer
obstacle-unowned = no tiene responsable
obstacle-owner-leaves = su responsable se va
obstacle-nobody-holds = nadie de quienes se quedan la domina

## Pictures
picture-not-recorded = no consta
picture-nothing = Todavía no hay nada que mostrar en esta imagen.
picture-person = Persona
picture-skill = Competencia
picture-when = Cuándo
picture-before = antes
picture-after = después
picture-project = Proyecto
picture-projects = Proyectos
picture-all = Todos
picture-month = Mes
picture-year = Año
picture-theme = Tema
picture-area = Área
picture-step = Escalón
picture-left-behind = Lo que se deja
picture-evidence = Pruebas
picture-number = N.º
picture-risk = Riesgo
picture-probability = Probabilidad
picture-impact = Impacto
picture-score = Valor
picture-owner-after = Responsable después
picture-and-more = y { $count } más
picture-stays = se queda
picture-leaves = se va
picture-done = hecho
picture-to-do = por hacer
picture-done-of = { $done } de { $of }
picture-ready = listo
picture-blockers = { $count ->
    [one] { $count } obstáculo
   *[other] { $count } obstáculos
}
picture-blocked-by = Obstáculos
picture-no-area = Sin área

picture-skills-matrix-title = Matriz de competencias
picture-skills-matrix-description = { $people ->
    [one] { $people } persona
   *[other] { $people } personas
  } y { $skills ->
    [one] { $skills } competencia
   *[other] { $skills } competencias
  }, con el nivel de antes y el de después.
picture-skills-matrix-caption = La parte estrecha de cada casilla es el nivel de antes; la ancha, el de después.
picture-level-sums-title = Niveles de competencia
picture-level-sums-description = Para { $skills ->
    [one] { $skills } competencia
   *[other] { $skills } competencias
  }, cuántas personas están en cada nivel antes y después.
picture-level-sums-caption = Personas en cada nivel: antes arriba, después abajo.

picture-coverage-title = Cobertura tras la salida
picture-coverage-description = { $covered } de { $skills } competencias tienen tantos titulares que se quedan como se desea.
picture-coverage-caption = Cada bloque es una persona que domina la competencia; los de trazos se van con los consultores.
picture-coverage-wanted = exigido: { $holders }
picture-coverage-required = exigido
picture-coverage-after-exit = Cobertura tras la salida
picture-coverage-with-consultants = Con los consultores

picture-timeline-title = Sesiones en el tiempo
picture-timeline-description = { $sessions ->
    [one] { $sessions } sesión
   *[other] { $sessions } sesiones
  } desde { $first } hasta { $last }, según para qué fueron.
picture-timeline-caption = Sesiones por mes y finalidad.
picture-timeline-caption-years = Sesiones por año y finalidad.

picture-schedule-title = Calendario previsto y real
picture-schedule-description = Para { $projects ->
    [one] { $projects } proyecto
   *[other] { $projects } proyectos
  }, lo previsto encima de lo que resultó.
picture-schedule-caption = Calendario: lo previsto arriba, lo que resultó abajo.
picture-planned = Previsto
picture-approved = Aprobado
picture-actual = Real
picture-verdict = Resultado
picture-first-plan = primer plan, antes de los cambios
picture-plan = plan
picture-actual-within = real, dentro de la tolerancia
picture-actual-beyond = real, fuera de ella
picture-actual-open = hasta ahora, o no se sabe
picture-cancelled = cancelado
picture-unfinished = sin terminar
picture-forecast-late = previsión: { $days ->
    [one] { $days } día de retraso
   *[other] { $days } días de retraso
}
picture-forecast-on-time = previsión: a tiempo
picture-on-the-day = en el día
picture-days-early = { $days ->
    [one] { $days } día de adelanto
   *[other] { $days } días de adelanto
}
picture-days-late = { $days ->
    [one] { $days } día de retraso
   *[other] { $days } días de retraso
}
picture-days-late-within = { $days ->
    [one] { $days } día de retraso, dentro de la tolerancia
   *[other] { $days } días de retraso, dentro de la tolerancia
}

picture-budget-title = Presupuesto y coste
picture-budget-description = Para { $projects ->
    [one] { $projects } proyecto
   *[other] { $projects } proyectos
  }, el presupuesto encima del coste.
picture-budget-caption = El presupuesto arriba, el coste abajo.
picture-currency = Moneda
picture-no-currency = la moneda no consta
picture-cost = Coste
picture-budget-amount = presupuesto { $sum }
picture-budget-amount-missing = el presupuesto no consta
picture-cost-amount = coste { $sum }
picture-cost-amount-missing = el coste no consta
picture-spent = { $percent } % gastado
picture-on-budget = en presupuesto
picture-percent-under = { $percent } % por debajo
picture-percent-over = { $percent } % por encima
picture-percent-over-within = { $percent } % por encima, dentro de la tolerancia

picture-staircase-title = Escalera del valor
picture-staircase-description = { $count ->
    [one] Se queda { $count } cosa
   *[other] Se quedan { $count } cosas
  }. { $steps }.
picture-staircase-caption = Lo que se queda, por escalón de valor económico.
picture-step-count = { $step }: { $count }
picture-client-before = antes
picture-client-after = ahora

picture-risk-grid-title = Cuadrícula de riesgos
picture-risk-grid-description = { $count ->
    [one] { $count } riesgo abierto
   *[other] { $count } riesgos abiertos
  } según probabilidad e impacto, cada uno del uno al cinco.
picture-risk-grid-caption = Riesgos abiertos, numerados desde el mayor.

picture-lessons-title = Lecciones por tema
picture-lessons-description = { $lessons ->
    [one] { $lessons } lección
   *[other] { $lessons } lecciones
  } en { $themes ->
    [one] { $themes } tema
   *[other] { $themes } temas
  }, según si las cosas fueron bien o mal.
picture-lessons-caption = Lecciones por tema, y cómo surgieron.
picture-lessons-recurs = en { $projects } proyectos
picture-lessons-no-theme = sin tema

picture-readiness-title = Preparación por áreas
picture-readiness-description = En { $ready } de { $areas } áreas de la entrega nada la impide.
picture-readiness-caption = La lista de entrega por áreas.
picture-today = hoy

## Pages
coverage-only = { $state }: { $person }
kind-role = Función
of-all = de { $all }
done-of = { $part } de { $all } hechos
register-parts = Por partes
register-rest = Otros
field-level = Nivel
field-teaches = Preguntar sobre
field-last-changed = Último cambio
field-meaning = Significado
field-sole-holder = Única persona que domina
section-all-skills = Competencia a competencia
section-all-themes = Temas
section-attended = Sesiones a las que asistió
section-learn-it-by = Cómo aprenderla
section-location = Dónde está
section-not-acted-on = Aún sin aplicar
section-organisations = Organizaciones
section-outcome-of-all = Qué resultó
section-role-lessons = Lecciones que atender
section-role-playbooks = Guías para usted
section-unfounded-claims = Niveles sin sesión que los respalde
section-role-skills = Competencias, y quién puede enseñarlas ahora
section-sole-holders = En quién se apoyan varias competencias
section-sums = Sumas de los proyectos terminados
section-takes-along = Competencias, antes y ahora
section-weak-skills = Competencias que cuidar
section-without-teacher = Nadie de quienes se quedan puede enseñar
feed-title = Últimas sesiones, lecciones y decisiones

## The book
contents = Contenido
figures = Figuras
figure = Figura
page-number = página { $number }
volume = volumen { $number } de { $count }: { $chapters }
in-volume = volumen { $number }
in-volume-page = volumen { $number }, página { $page }
chapter-letter = Bienvenida
chapter-summary = En una página
chapter-story = La historia
chapter-portfolio = Resultados de la cartera
chapter-what-we-leave-behind = Lo que dejamos
chapter-skills = Lo que ahora saben hacer
chapter-playbooks = Guías
chapter-lessons = Lo que hemos aprendido
chapter-decisions = Decisiones y motivos
chapter-open-items = Puntos abiertos y responsables
chapter-after-we-leave = Después de nuestra marcha
chapter-success = Cómo sabrán que perdura
chapter-sign-off = Lista de control y firma
chapter-sessions = Registro de sesiones
chapter-glossary = Glosario
chapter-index = Índice
what-you-take = Lo que se lleva
support-until = Seguimos respondiendo hasta
ownership = Quién es responsable de qué
review-calendar = Calendario de revisiones
sign-title = Firmas
sign-sentence = Con estas firmas, ambas partes confirman que el traspaso descrito en este libro ha tenido lugar.
sign-signature = Firma
book-accessibility = Todo el texto se puede leer en voz alta: títulos, listas y tablas están marcados como tales, y cada imagen se describe con palabras.
