# Retomar una pregunta de un seminario cerrado, semanas después, para saber si alguien ha cambiado de
# opinión. Nadie ve lo que dice cada persona; al final se muestran cifras, a partir de cinco respuestas.

revisit-title = ¿Has cambiado de opinión?
revisit-round-footer = Ronda { $round }
revisit-private-footer = Ronda { $round } · solo lo ves tú

revisit-offer = **Se retoma una pregunta,** el { $day }, con quienes participaron. Cada persona dice en privado si ha cambiado de opinión:
revisit-offer-few =
    { $count ->
        [one] Con menos de cinco respuestas no se muestra nada, y ha participado { $count } persona.
       *[other] Con menos de cinco respuestas no se muestra nada, y han participado { $count } personas.
    }
revisit-choose = Retomar otra pregunta
revisit-entry-about =
    { $answers ->
        [one] Ronda { $round } · { $answers } respuesta
       *[other] Ronda { $round } · { $answers } respuestas
    }
revisit-planned = **El { $day } se retoma esta pregunta** con quienes participaron: { $question }
revisit-call-off = Cancelar

revisit-invitation = De esto se habló en _{ $title }_, el { $day }. Si respondiste entonces, con tu nombre o sin él, di qué piensas ahora.
revisit-promise = Nadie ve lo que dices. Termina el { $until }; entonces se muestran cifras, y solo si han respondido cinco personas o más.
revisit-look-again = Volver a pensarlo
revisit-letter = De esto se habló en _{ $title }_, el { $day }. Di qué piensas ahora: pulsa _Volver a pensarlo_ debajo de { $link } en { $channel }.
revisit-link = este mensaje

revisit-your-answer = Tu respuesta de entonces
revisit-answer-unknown = No encuentro ninguna respuesta con tu nombre. Lo que se respondió está en `/record`.
revisit-ask = **¿Qué piensas ahora?** Nadie más ve lo que dices.
revisit-mind =
    { $mind ->
        [same] Pienso lo mismo
        [somewhat] Pienso algo distinto
       *[changed] He cambiado de opinión
    }
revisit-said =
    { $mind ->
        [same] **Has dicho que piensas lo mismo.**
        [somewhat] **Has dicho que piensas algo distinto.**
       *[changed] **Has dicho que cambiaste de opinión.**
    } Nadie más lo ve. Puedes cambiarlo hasta el { $until }.
revisit-passage-menu = ¿Qué pasaje te hizo cambiar?
revisit-no-passage = Ninguno de estos
revisit-passage = El pasaje que indicaste como motivo: { $passage }
revisit-reason = Lo que te hizo cambiar; solo lo lees tú y se borra cuando esto termine
revisit-write =
    { $again ->
        [true] Cambiar lo que escribí
       *[false] Escribir qué me hizo cambiar
    }
revisit-take-back = Anular
revisit-taken-back = **Anulado.** No se conserva nada.
revisit-form-label = ¿Qué te hizo cambiar de opinión?
revisit-form-about = Solo lo lees tú. Se borra cuando esto termine.
revisit-form-rest = _El resto está en el mensaje de arriba._

revisit-over = **Esto ha terminado.** El resultado está más abajo y en `/record`.
revisit-over-few = **Esto ha terminado.** Respondieron muy pocas personas, así que no se muestra nada.
revisit-called-off = **Esto se canceló.** No se conserva nada de lo que se dijo.
revisit-summary-title = Cómo han cambiado las opiniones
revisit-moved = **Cómo han cambiado las opiniones:** se retomó el { $day } y { $answers ->
        [one] respondió { $answers } persona
       *[other] respondieron { $answers } personas
    }. { $changed ->
        [one] { $changed } ha cambiado de opinión
       *[other] { $changed } han cambiado de opinión
    } · { $somewhat ->
        [one] { $somewhat } piensa algo distinto
       *[other] { $somewhat } piensan algo distinto
    } · { $same ->
        [one] { $same } piensa lo mismo
       *[other] { $same } piensan lo mismo
    }
revisit-moved-few = _Se retomó el { $day }; respondieron muy pocas personas para mostrar cómo han cambiado las opiniones._
revisit-reasons = **Pasajes indicados como motivo:**
revisit-reason-line = { $passage } · { $times ->
        [none] una o dos personas
       *[other] { $times } personas
    }

revisit-status-title = Se retoma: { $title }
revisit-status-planned = Se retoma el { $day }.
revisit-status-open = Se está retomando ahora, hasta el { $day }.

revisit-error-unreadable = No sé cuándo es «{ $given }». Da semanas o días, por ejemplo `{ names-seminar-close.revisit }:4w` (4 semanas) o `{ names-seminar-close.revisit }:10d` (10 días).
revisit-error-too-soon = «{ $given }» es menos de un día. Da semanas o días, por ejemplo `{ names-seminar-close.revisit }:4w` (4 semanas) o `{ names-seminar-close.revisit }:10d` (10 días).
revisit-error-too-far = «{ $given }» es más de un año. Da semanas o días, por ejemplo `{ names-seminar-close.revisit }:4w` (4 semanas) o `{ names-seminar-close.revisit }:10d` (10 días).
revisit-error-unanswered = Ninguna pregunta de este seminario tiene respuestas, así que no hay nada que retomar. Ciérralo sin `{ names-seminar-close.revisit }:`.
revisit-error-none = Aquí no se retoma ninguna pregunta de un seminario. Con `/seminar close revisit:4w` se retoma cuatro semanas después del final.
revisit-error-several = Se retoman preguntas de varios seminarios. Di cuál con `{ names-seminar-close.seminar }:`.
revisit-error-not-open = Ahora no se está retomando esta pregunta.
revisit-error-over = Esto ha terminado y ya no se puede responder. En `/record` se ve cómo han cambiado las opiniones, si respondieron cinco personas o más.
revisit-error-not-facilitator = Solo puede cancelarlo quien facilitó el seminario o facilita en este servidor.
