# Los seminarios: un encuentro con un orden del día de preguntas, del borrador al resumen.

seminar-title = Seminario: { $title }
seminar-footer = Seminario { $seminar }
seminar-private-footer = Seminario { $seminar } · solo lo ves tú
seminar-subject =
    { $count ->
        [one] **{ $count } pregunta{ $about ->
            [none] {""}
           *[other] {" "}sobre { $about }
        }**
       *[other] **{ $count } preguntas{ $about ->
            [none] {""}
           *[other] {" "}sobre { $about }
        }**
    }{ $length ->
        [none] {""}
       *[other] {" "}· { $length } minutos
    }
seminar-course =
    { $format ->
        [debate] En cada ronda te toca un bando. Primero lo defiendes y después respondes en tu propio nombre.{" "}
       *[plain] {""}
    }{ $reveal ->
        [live] Las respuestas se muestran según llegan; las anónimas, al final.
       *[sealed] Las respuestas están ocultas hasta que se muestran todas a la vez, para que cada cual piense por su cuenta.
    }{ $minutes ->
        [none] {""}
        [one] {" "}Se muestran, como muy tarde, al cabo de { $minutes } minuto.
       *[other] {" "}Se muestran, como muy tarde, al cabo de { $minutes } minutos.
    }
seminar-facilitator =
    { $name ->
        [none] Ahora no facilita nadie
       *[other] Facilita { $name }
    }{ $lot ->
        [true] ; en cada pregunta se sortea quién facilita.
       *[false] .
    }
seminar-roster =
    { $count ->
        [0] Todavía no se ha unido nadie. Si respondes, ya participas.
        [one] **Participa { $count }:** { $who }.
       *[other] **Participan { $count }:** { $who }.
    }
# Al final de una lista de nombres: "Ana, Luis y 3 más".
seminar-more-names = { $count } más
seminar-unnamed = { $count } sin dar su nombre
seminar-unnamed-perhaps = quizá { $count } más sin dar su nombre
seminar-closed = Este seminario está cerrado.

seminar-join = Unirme
seminar-status = Cómo va
seminar-show-facilitator = Facilitación
seminar-who-speaks = Turno de palabra
seminar-start = Empezar
seminar-first-question = Primera pregunta
seminar-agenda = Orden del día
seminar-reveal = Mostrar respuestas
seminar-close = Cerrar el seminario
seminar-add-question = Añadir mi pregunta

seminar-status-draft = Es un borrador: todavía no ha empezado.
seminar-status-closed = Está cerrado.
seminar-status-unposed = Todavía no se ha planteado ninguna pregunta.
seminar-question-of = Pregunta { $number } de { $count }
seminar-status-round =
    { $count ->
        [0] **Sin respuestas.**
        [one] **{ $count } respuesta.**
       *[other] **{ $count } respuestas.**
    } { $state ->
        [arguing] Cada persona defiende su bando.
        [open] Está abierta.
        [revealed] Las respuestas ya se muestran.
       *[closed] Está cerrada.
    }
seminar-status-awaited =
    { $left ->
        [one] Falta por responder { $left } persona de { $size }.
       *[other] Faltan por responder { $left } personas de { $size }.
    }
seminar-reveals-at = Las respuestas se muestran { $when }.

seminar-agenda-title =
    { $draft ->
        [true] Borrador: { $title }
       *[false] Orden del día: { $title }
    }
seminar-agenda-line = **{ $number }.** { $question } _· { $about }_
seminar-agenda-about =
    { $theme ->
        [none] {""}
       *[other] { $theme },{" "}
    }{ $kind ->
        [close] lectura atenta
        [comparison] comparar
        [application] llevarlo a nuestro caso
        [author] pregunta de la obra
        [opener] para empezar
        [closer] para terminar
        [debate] debate
       *[own] pregunta propia
    }{ $minutes ->
        [none] {""}
       *[other] , { $minutes } min
    }
seminar-reading = **Para leer antes:**
seminar-reading-work = _{ $title }_: { $parts }
seminar-reading-part =
    { $sections ->
        [none] ¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        }
       *[other] { $sections } (¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        })
    }
seminar-agenda-empty = No tiene preguntas. Añade una con tus propias palabras.
seminar-agenda-menu = Cambiar una pregunta
seminar-change-question = Cambiar
seminar-agenda-entry = { $number }. { $question }
seminar-new-questions = Otras preguntas
seminar-new-questions-title = ¿Elegir otras preguntas?
seminar-new-questions-text =
    { $count ->
        [one] La pregunta de este orden del día se va, aunque sea tuya, y llega otra.
       *[other] Las { $count } preguntas de este orden del día se van, también las tuyas, y llegan otras.
    }
seminar-move-up = Subir
seminar-move-down = Bajar
seminar-replace = Sustituir
seminar-remove = Quitar
seminar-back-to-agenda = Volver al orden del día
seminar-own-question = Una pregunta tuya
seminar-own-question-label = La pregunta
seminar-own-question-about = Que se pueda responder en un párrafo, y no con sí o no.
seminar-untitled = Una velada con el cuaderno
seminar-tags-to-make = Crearé estas etiquetas en el foro: { $tags }.
seminar-tag-nearest = El foro no tiene la etiqueta «{ $theme }»; usaré «{ $tag }».
seminar-tag-none = El foro no tiene la etiqueta «{ $theme }», así que esta publicación irá sin ella.

seminar-started = **Ha empezado.** Ya puede unirse todo el mundo en { $place }. Cuando haya gente, plantea la primera pregunta.
seminar-joined =
    { $new ->
        [true] **Ya participas.**
       *[false] **Ya estabas participando.**
    } { $open ->
        [true] Hay una pregunta abierta: responde cuando quieras.
       *[false] La primera pregunta llegará pronto.
    }{ $side ->
        [true] {" "}Te ha tocado un bando.
       *[false] {""}
    }
seminar-show-side = Ver mi bando
# $current es el nombre de una corriente en el libro, que no se traduce: "Libertarians".
seminar-side-title = Tu bando: { $current }
seminar-side-for = **Tu bando dice:**
seminar-side-against = **El otro bando dice:**
seminar-side-hint = Defiende este bando lo mejor que puedas, pienses lo que pienses. Tu propia respuesta vendrá después.
seminar-side-footer = Solo lo ves tú.
seminar-side-first = En este debate defiendes el bando que te toca. Mira antes cuál es el tuyo.
seminar-posed = **Llega la pregunta { $number } de { $count }.**{ $facilitator ->
        [none] {""}
       *[other] {" "}Facilita esta ronda { $facilitator }.
    }
seminar-round-footer = Ronda { $round }
seminar-notes-title = Mis notas para esta ronda
seminar-no-notes = El cuaderno no tiene más preguntas para esta.
seminar-notes-hint = Todo el mundo ve las respuestas cuando las muestras; `/seminar next` plantea la pregunta siguiente.
seminar-follow-ups = Si la conversación se para, podrías preguntar:
seminar-hidden =
    { $part ->
        [side] Los argumentos siguen ocultos. Muéstralos primero; después cada cual responde en su propio nombre.
       *[own] Las respuestas siguen ocultas. Muéstralas primero, para que nadie haya respondido en vano.
    }
seminar-no-more = Era la última pregunta del orden del día. Cierra el seminario o añade una pregunta.
seminar-revealed =
    { $channel ->
        [none] Hecho. Ese canal ya no existe o no puedo verlo, así que no puedo mostrar allí las respuestas; están en `/record`.
       *[other] Hecho: las respuestas llegan ahora a { $channel }.
    }{ $part ->
        [side] {" "}Después cada cual responde en su propio nombre; cuando lo hayan hecho, muéstralas otra vez.
       *[own] {""}
    }
seminar-close-title =
    { $draft ->
        [true] ¿Descartar «{ $title }»?
       *[false] ¿Cerrar «{ $title }»?
    }
seminar-close-draft = Nadie ha visto este borrador. Se borra, con su orden del día.
seminar-discard = Descartar
seminar-discard-sure = Descartarlo
seminar-close-unposed =
    { $count ->
        [one] Queda { $count } pregunta del orden del día sin plantear.
       *[other] Quedan { $count } preguntas del orden del día sin plantear.
    }
seminar-close-hidden =
    { $count ->
        [one] Se mostrará { $count } respuesta oculta.
       *[other] Se mostrarán { $count } respuestas ocultas.
    }
seminar-close-text = Ya nadie podrá responder, y nada relacionará las respuestas anónimas con quien las escribió. Se publica un resumen.
seminar-close-sure = Cerrarlo
seminar-draft-deleted = El borrador se ha borrado.
seminar-closed-receipt = Cerrado. El resumen está en el canal; todo está en `/record`.

seminar-summary-title =
    { $continued ->
        [true] Resumen: { $title } (continuación)
       *[false] Resumen: { $title }
    }
seminar-summary-footer = Seminario { $seminar } · todo está en /record
seminar-summary-question = _{ $number }. { $question }_
seminar-summary-answers =
    { $count ->
        [0] No respondió nadie.
        [one] { $count } respuesta.
       *[other] { $count } respuestas.
    }
seminar-summary-not-adopted = { $answers } La conclusión propuesta no se aprobó.
seminar-summary-unposed = Sin plantear
seminar-summary-who = Quién participó
seminar-summary-roster =
    { $who ->
        [none] Nadie.
       *[other] { $who }.
    }{ $facilitator ->
        [none] {""}
       *[other] {" "}Facilitó { $facilitator }.
    }

seminar-facilitator-title = Quién facilita
seminar-volunteers =
    { $who ->
        [none] Todavía no se ha ofrecido nadie.
       *[other] Se han ofrecido: { $who }.
    }
seminar-hand-over-hint = Puedes pasar la facilitación a alguien que participe: `/seminar facilitator member:`.
seminar-recall-hint = Si lo pide más de la mitad de quienes participan, se sortea quién facilita. Nadie sabrá quién lo pidió.
seminar-take-up = Facilito yo
seminar-take-over = Tomo el relevo
seminar-my-notes = Mis notas para esta ronda
seminar-volunteer = Me ofrezco
seminar-not-me = Yo no
seminar-draw-lot = Sortear en cada ronda
seminar-stay = Sigo facilitando yo
seminar-recall = Que facilite otra persona
seminar-undo = Deshacer
seminar-new-facilitator =
    { $how ->
        [lot] { $name } facilita esta ronda, por sorteo.
        [taken-up] { $name } facilita desde ahora. ¡Gracias!
        [handed-over] La facilitación pasa a { $name }.
        [appointed] { $name } facilita desde ahora.
        [taken-over] { $name } toma el relevo y facilita desde ahora.
       *[recalled] El grupo pidió que facilitara otra persona{ $over ->
            [none] {""}
           *[other] , por la entrada { $over } de `/moderate log`
        }. El sorteo ha elegido a { $name }.
    }
seminar-nobody-facilitates = Ahora no facilita nadie. Quien facilita plantea la pregunta siguiente, muestra las respuestas y cierra el seminario. ¿Quién se anima?
seminar-nobody-will-you = Ahora no facilita nadie. ¿Quieres hacerlo tú?
seminar-facilitates-already =
    { $own ->
        [true] Ya facilitas tú.
       *[false] Esa persona ya facilita.
    }
seminar-handed-over = Ahora facilita { $name }. ¡Gracias por tu parte!
seminar-other-facilitates = Ahora facilita otra persona.
seminar-recall-count = Han pedido que facilite otra persona en lugar de { $name }: { $said } de { $size }. Si lo piden { $needed }, se sortea quién facilita.
seminar-recall-noted = **Anotado. Nadie sabrá que lo pediste tú.** { $count }
seminar-recall-undone = **Tu petición queda anulada.** { $count }
seminar-recalled =
    Más de la mitad ha pedido que facilite otra persona. { $name ->
        [none] No hay nadie más para el sorteo: facilitará la primera persona que se ofrezca.
       *[other] El sorteo ha elegido a { $name }.
    }

seminar-error-not-found = Aquí no hay ningún seminario { $id } que puedas ver.
seminar-error-draft = Todavía no hay ningún seminario { $id }.
seminar-error-none = Aquí no hay ningún seminario. Empieza un borrador con `/seminar open`.
seminar-error-several = Hay varios seminarios y ninguno se reúne aquí. Di cuál con `{ names-seminar-next.seminar }:`.
seminar-error-not-started = Este seminario todavía no ha empezado. Ábrelo a todo el grupo con `/seminar start`.
seminar-error-started = Este seminario ya ha empezado. Plantea la pregunta siguiente con `/seminar next`.
seminar-error-no-draft =
    { $open ->
        [true] Aquí hay abierto otro seminario, y no tienes ningún borrador.
       *[false] No tienes ningún borrador.
    } Empieza uno con `/seminar open`.
seminar-error-several-drafts = Tienes varios borradores y ninguno es para este canal. Di cuál con `{ names-seminar-next.seminar }:`.
seminar-error-closed = Este seminario está cerrado. Lo que respondió el grupo está en `/record`.
seminar-error-not-eligible = En este servidor solo abren y facilitan seminarios los miembros con el rol de facilitación. Para plantear una sola pregunta: `/question`.
seminar-error-not-facilitator =
    { $facilitator ->
        [none] Ahora no facilita nadie este seminario, así que nadie puede { seminar-action }. Si quieres hacerlo tú, usa `/seminar facilitator`.
       *[other] { $facilitator } facilita este seminario, y solo esa persona puede { seminar-action }.{ $takes ->
            [true] {" "}Puedes tomar el relevo.
           *[false] {""}
        }
    }
seminar-anyway =
    { $facilitator ->
        [none] Ahora no facilita nadie este seminario.
       *[other] { $facilitator } facilita este seminario.
    } Como gestionas este servidor, puedes { $action ->
        [close] cerrarlo
       *[reveal] mostrar las respuestas
    } de todos modos.
seminar-close-anyway = Cerrarlo de todos modos
seminar-reveal-anyway = Mostrarlas de todos modos
seminar-action =
    { $action ->
        [change-agenda] cambiar su orden del día
        [start] empezarlo
        [pose] plantear la pregunta siguiente
        [reveal] mostrar las respuestas
        [close] cerrarlo
        [decide] decidir eso
        [hand-over] pasar la facilitación
        [read-notes] leer sus notas
        [take-over] hacer eso
        [edit-question] editar la pregunta
        [close-round] cerrar la ronda
        [set-date] ponerle fecha
       *[show-queue] mostrar la lista a todo el grupo
    }
seminar-error-empty-agenda = Su orden del día está vacío. Añade antes una pregunta: `/seminar agenda`.
seminar-error-another-open = Allí hay abierto otro seminario. Ciérralo antes con `/seminar close`, o abre el tuyo en otro sitio con `{ names-seminar-open.channel }:`.
seminar-error-sealed-debate = En un debate las respuestas siempre empiezan ocultas: los argumentos y las respuestas propias se muestran todos a la vez. Prueba sin `{ names-seminar-open.reveal }:`.
seminar-error-plan-is-whole = Un plan trae sus propias preguntas y su propio tiempo. Prueba sin `{ names-seminar-open.plan }:`, o sin `{ names-seminar-open.themes }:`, `{ names-seminar-open.work }:`, `{ names-seminar-open.format }:`, `{ names-seminar-open.questions }:` y `{ names-seminar-open.length }:`.
seminar-error-no-questions = El cuaderno no tiene preguntas sobre eso. Prueba sin `{ names-seminar-open.work }:` o elige otros temas.
seminar-error-item-posed = Esa pregunta ya no está pendiente. Las pendientes están en `/seminar agenda`.
seminar-error-no-other-question = El cuaderno no tiene más preguntas sobre este tema.
seminar-error-not-a-debate = Este seminario no es un debate: cada cual responde por sí y no hay bandos.
seminar-error-no-side = Ahora no tienes bando. Te tocará uno en la próxima pregunta del debate.
seminar-error-posed-meanwhile = Alguien se adelantó: esa pregunta ya está planteada, o el seminario está cerrado.
seminar-error-none-posed = Todavía no se ha planteado ninguna pregunta. Plantea la primera con `/seminar next`.
seminar-error-newer-round = Esa ronda terminó: hay abierta una pregunta más reciente.
seminar-error-round-closed = Esta ronda está cerrada. Plantea la pregunta siguiente con `/seminar next`.
seminar-error-revealed = Las respuestas ya se muestran.
seminar-error-unanswered = Todavía no ha respondido nadie. Espera un poco o sigue adelante con `/seminar next`.

seminar-error-one-decision = Una cosa cada vez: usa `{ names-seminar-facilitator.lot }:`, `{ names-seminar-facilitator.volunteer }:` o `{ names-seminar-facilitator.member }:`.
seminar-error-volunteer-role = En este servidor solo facilitan seminarios los miembros con el rol de facilitación.
seminar-error-recalled = El grupo pidió que facilitara otra persona, así que no puedes ofrecerte otra vez. Quien facilita sí puede pasarte la facilitación.
seminar-error-taken-up = Alguien se adelantó y ya facilita. ¡Gracias!
seminar-error-heir-absent =
    { $name ->
        [none] Esa persona
       *[other] { $name }
    } todavía no participa con su nombre. Cuando haya pulsado **Unirme**, podrás pasarle la facilitación.
seminar-error-heir-not-eligible = Que yo sepa, { $name } no puede facilitar: este servidor lo reserva a un rol. Si lo tiene, que pulse **Unirme** otra vez.
seminar-error-own-recall = Ya facilitas tú. Lo que puedes hacer es pasar la facilitación: `/seminar facilitator member:`.
seminar-error-recall-absent = Solo quienes participan pueden pedir que facilite otra persona. Pulsa antes **Unirme**.

seminar-error-unseen-channel = No puedo ver ese canal. Dame allí los permisos Ver canal y Enviar mensajes, o elige otro con `{ names-seminar-open.channel }:`.
seminar-error-wrong-channel = Un seminario se reúne en un canal de texto, un hilo o un foro; elige uno con `{ names-seminar-open.channel }:`.
seminar-error-permissions = Allí me faltan permisos: { $permissions }. Sin ellos el seminario no podría seguir. Dámelos en los ajustes del canal e inténtalo otra vez.
seminar-error-tag-required =
    Ese foro no admite publicaciones sin etiqueta, y no puedo crear ninguna. Añádele una, por ejemplo «{ $example ->
        [none] Seminario
       *[other] { $example }
    }», o dame allí el permiso Gestionar canales.
