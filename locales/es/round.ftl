# Una ronda: una pregunta planteada, en su tarjeta, y cómo se cierra.

round-title = Una pregunta
round-opener = Para empezar
round-closer = Para terminar
round-title-of = Pregunta { $position } de { $total } · { $about }
round-asked-by =
    { $speaker ->
        [none] _Lo pregunta { $author } en_
       *[other] _Lo pregunta { $speaker }, en cita de { $author }, en_
    } _{ $title }, ¶{ $paragraph }_
round-about = Sobre { $message }
round-about-message = este mensaje
round-footer =
    Ronda { $round }{ $level ->
        [easy] {" "}· fácil
        [middle] {" "}· dificultad media
        [text] {" "}· hace falta el texto
       *[none] {""}
    }{ $own ->
        [true] {" "}· pregunta de un miembro
       *[false] {""}
    }
round-number = Ronda { $round }
round-post = { $position }. { $question }

round-count =
    { $count ->
        [0] { $closed ->
            [true] **Sin respuestas.**
           *[false] **Todavía no hay respuestas.**
        }
        [one] { $anonymous ->
            [0] **1 respuesta.**
           *[other] **1 respuesta, anónima.**
        }
       *[other] { $anonymous ->
            [0] **{ $count } respuestas.**
            [one] **{ $count } respuestas, { $anonymous } de ellas anónima.**
           *[other] **{ $count } respuestas, { $anonymous } de ellas anónimas.**
        }
    }
round-answers =
    { $state ->
        [closed] Esta ronda está cerrada.
        [unanswered] Se acabó el tiempo. Todavía puedes responder: una respuesta con tu nombre se muestra al momento.
        [revealed] Se muestran más abajo. Todavía puedes responder; una respuesta anónima tardía aparecerá al cerrar la ronda.
        [sealed] Las respuestas están ocultas hasta que responda cada participante o quien facilita las muestre{ $at ->
            [none] {""}
           *[other] ; como muy tarde, { $at }
        }.
        [live-in-seminar] Las respuestas anónimas están ocultas hasta que quien facilita las muestre{ $at ->
            [none] {""}
           *[other] ; como muy tarde, { $at }
        }.
       *[live] Las respuestas anónimas se muestran al cerrar la ronda.
    }
round-not-awaited = _Alguien participa sin dar su nombre. Quien se una ahora podría ser la misma persona, así que no se espera su respuesta para pasar a la pregunta siguiente._
round-debate =
    { $part ->
        [dealt] Primero defiende el bando que te tocó.
       *[own] Ahora di lo que piensas tú.
    }

round-withdrawn =
    { $count ->
        [one] Se retiró 1 respuesta.
       *[other] Se retiraron { $count } respuestas.
    }

round-answer = Responder
round-argue = Defender mi bando
round-reveal = Mostrar respuestas
round-edit = Editar
round-close = Cerrar

round-outcome-title = ¿Y ahora?
round-outcome-count =
    { $count ->
        [0] **Todavía no ha respondido nadie.**
        [one] **1 respuesta.**
       *[other] **{ $count } respuestas.**
    }
round-outcome-closed = Esta ronda está cerrada.
round-outcome-own = **Ahora, en tu propio nombre:** { $question }
round-outcome-own-hint = Defendiste el bando que te tocó. ¿Qué piensas tú?
round-next =
    { $rate ->
        [true] Valora las respuestas una por una: nadie ve tus valoraciones.{" "}
       *[false] {""}
    }Coméntalas aquí. { $proposer ->
        [none] Cualquiera puede proponer una conclusión de todo el grupo.
       *[other] { $proposer } ha propuesto una conclusión de todo el grupo: está en su propio mensaje, aquí.
    }
round-then = Después, quien facilita pasa a lo siguiente.
round-rate = Valorar respuestas
round-results = Resultados
round-propose = Proponer conclusión
round-next-question = Pregunta siguiente
round-close-seminar = Cerrar el seminario
round-most-agree = **Acuerdo mayoritario**
round-opinions-differ = **Opiniones divididas**
round-more = _y { $count } más_

round-closing = ¿Cerrar esta ronda?
round-closing-hint =
    { $count ->
        [0] Todavía no tiene respuestas, y nadie podrá responder cuando se cierre.
        [one] Tiene 1 respuesta.
       *[other] Tiene { $count } respuestas.
    }{ $count ->
        [0] {""}
       *[other] {" "}Al cerrarla se muestran aquí las respuestas anónimas. Después nadie puede cambiar ni retirar una respuesta, y nada relaciona una anónima con quien la escribió.
    }
round-closing-sure = Cerrarla
round-closing-statement = Hay una conclusión propuesta. { $state }.
round-closing-open = Hay una conclusión propuesta. { $state }. Si cierras la ronda ahora, el grupo se queda sin conclusión.
round-closing-blocked = Hay una conclusión propuesta. { $state }. Para aprobarla hacen falta más personas de acuerdo que objeciones. Si cierras la ronda ahora, el grupo se queda sin conclusión.
round-closing-outweighs = Hay una conclusión propuesta. { $state }. Puedes aprobarla: las objeciones constan en el acta, palabra por palabra. O cierra la ronda sin conclusión.
round-close-without = Cerrar sin conclusión
round-close-over = Aprobar con objeciones
round-closed =
    { $count ->
        [0] Cerrada sin respuestas.
        [one] Cerrada con 1 respuesta.
       *[other] Cerrada con { $count } respuestas.
    } Todo está en `/record`.

round-error-unknown = Aquí no hay ninguna ronda { $round } que puedas ver.
round-error-none-open = Aquí no hay ninguna pregunta abierta. Plantea una con `/question`.
round-error-several = Aquí hay varias preguntas abiertas. Di cuál con `{ names-answer.round }:`, o pulsa _Cerrar_ debajo de ella.
round-error-closed = Esta ronda ya está cerrada.
round-error-asker =
    Solo quien planteó esta pregunta, o la facilitación, puede { $action ->
        [edit] editarla
       *[close] cerrarla
    }.
