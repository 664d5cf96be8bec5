# Lo que responden los miembros: el formulario, los avisos y cómo se ve una respuesta.

answer-count =
    { $count ->
        [one] 1 respuesta
       *[other] { $count } respuestas
    }

answer-form-title =
    { $kind ->
        [change] Cambia tu respuesta
        [argue] Defiende tu bando
       *[answer] Responde a la pregunta
    }
answer-form-text = Tu respuesta
answer-form-until = Puedes cambiarla hasta que se cierre la ronda.
answer-form-name = Tu nombre
answer-form-named = Con mi nombre
answer-form-unnamed = Sin mi nombre
answer-form-signs = Tu respuesta no lleva nombre hasta ahora. Esto lo añade, a la vista de todo el grupo.
answer-form-unnamed-warning =
    { $seen ->
        [true] Ya se vio con tu nombre: si dejas las mismas palabras, se sabrá que es tuya.
       *[false] Si casi todo el mundo da su nombre, quizá se adivine quién eres.
    }
answer-form-rest = _El resto está arriba, en el canal._
answer-form-rest-of-side = _Hay más sobre tu bando: pulsa «Ver mi bando»._
answer-which = Aquí hay varias preguntas abiertas. ¿Cuál quieres responder?
answer-which-hint = Elige una pregunta

answer-unsign-title = ¿Quitar tu nombre?
answer-unsign-text = Todo el mundo ha podido leer tu respuesta con tu nombre. Desaparecerá a la vista de todo el grupo y, si dejas las mismas palabras, se sabrá que son tuyas.
answer-unsign-sure = Quitarlo de todos modos

answer-receipt =
    { $change ->
        [same] **Tu respuesta queda como estaba.**
        [named] **Tu respuesta queda guardada.**
        [posted] **Tu respuesta queda guardada y se muestra aquí con tu nombre.**
        [anonymous] **Tu respuesta queda guardada sin tu nombre.**
        [signed] **Tu respuesta lleva ahora tu nombre.**
        [signed-posted] **Tu respuesta se muestra ahora aquí con tu nombre.**
        [unsigned] **Tu respuesta ya no lleva tu nombre; la que lo llevaba se ha borrado.**
       *[changed] **Tu respuesta ha cambiado.**
    }{ $shown ->
        [hidden] {" "}Nadie la verá hasta que se muestren todas.
        [hidden-anonymous] {" "}Nadie la verá hasta que se muestren todas. Puedes cambiarla hasta que se cierre la ronda; después, nada la relacionará contigo.
        [at-reveal] {" "}Se mostrará cuando quien facilita muestre las respuestas. Puedes cambiarla hasta que se cierre la ronda; después, nada la relacionará contigo.
        [at-close] {" "}Se mostrará al cerrar la ronda. Hasta entonces puedes cambiarla; después, nada la relacionará contigo.
        [now] {" "}Ya puede leerla todo el mundo. Cuando se cierre la ronda, nada la relacionará contigo.
       *[named] {""}
    }
answer-unlinked =
    { $count ->
        [one] _Una respuesta anónima de esta ronda se recuperó de una copia: ya nadie puede cambiarla ni retirarla. Si es tuya, no respondas otra vez; contarían las dos._
       *[other] _{ $count } respuestas anónimas de esta ronda se recuperaron de una copia: ya nadie puede cambiarlas ni retirarlas. Si una es tuya, no respondas otra vez; contarían las dos._
    }
answer-change = Cambiar
answer-withdraw = Retirar
answer-withdrawn =
    { $answered ->
        [true] Retirada: tu respuesta se ha borrado.
       *[false] No tienes ninguna respuesta en esta ronda.
    }
answer-again = Responder otra vez

answer-anonymous = _Respuesta anónima_
answer-from-message = { $by } · { $message }
answer-message = mensaje
# $current es el nombre de una corriente en el libro, que no se traduce: "Libertarians".
answer-argued = { $by }_, desde el bando «{ $current }»_
answer-own-view = { $by }_, opinión propia_

answer-page =
    { $kind ->
        [argued] Los argumentos
        [anonymous] Las respuestas anónimas
       *[all] Las respuestas
    }
answer-page-footer =
    Ronda { $round } · en orden aleatorio{ $last ->
        [1] {""}
       *[other] {" "}· página { $page } de { $last }
    }

answer-error-closed = Esta ronda está cerrada, así que tu respuesta no se ha guardado. En `/record` puedes leer las respuestas.
answer-error-withdraw-closed = Esta ronda está cerrada: sus respuestas ya no se pueden cambiar.
answer-error-names-only = Este servidor no admite respuestas anónimas, así que la tuya no se ha guardado. Puedes responder con tu nombre.
answer-error-draft-gone = Tu respuesta se conservó 15 minutos y ya no existe; no se ha guardado. Envíala otra vez.
