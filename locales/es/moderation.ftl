# Eliminar algo, el registro de ello y las apelaciones. Nunca se dice de quién era.

# Va después de dos puntos.
moderation-reason =
    { $reason ->
        [attack] un ataque personal
        [private] un asunto privado de alguien
        [advertising] publicidad
        [unrelated] nada que ver con la pregunta
       *[rules] contra las normas de Discord
    }
moderation-appeal =
    { $appeal ->
        [asked] Hay una apelación, todavía sin decidir.
        [upheld] Hubo una apelación y la decisión se mantiene.
        [mistake] Fue un error.
       *[recalled] Por eso el grupo pidió que facilitara otra persona.
    }

moderation-stub = _La facilitación eliminó una respuesta: { $reason }.{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }_
moderation-objection = _La facilitación eliminó sus palabras: { $reason }. La objeción cuenta igualmente._
moderation-count =
    { $count ->
        [one] _La facilitación eliminó { $count } respuesta._
       *[other] _La facilitación eliminó { $count } respuestas._
    }

moderation-entry =
    { $by ->
        [none] La facilitación
       *[other] { $by }
    } eliminó { $kind ->
        [answer] una respuesta
       *[objection] las palabras de una objeción
    } el { $day }: { $reason }.{ $muted ->
        [true] {" "}Quien la escribió ya no pudo responder en esa ronda.
       *[false] {""}
    }{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }
moderation-log-line = **{ $entry }** · Ronda { $round } · { $what }
moderation-log-title = Lo que se ha eliminado
moderation-log-about = Todo el mundo puede leer esto. Cualquiera puede apelar: `/moderate appeal`.
moderation-log-empty = No se ha eliminado nada en los canales que puedes ver.
moderation-log-count =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
moderation-suggestion = { $entry }: ronda { $round }, { $reason }

moderation-button = Eliminar
moderation-which-title = ¿Qué quieres eliminar?
moderation-which-hint = Elige una respuesta o una objeción
moderation-which-anonymous = anónima
moderation-which-objection = Objeción
moderation-which-count =
    { $count ->
        [one] 1 texto
       *[other] { $count } textos
    }
moderation-why-title = ¿Por qué eliminarlo?
moderation-why-reason = El motivo
moderation-why-text = Que alguien no esté de acuerdo, o que no lo estés tú, no es ninguno.
moderation-why-mute = Sin más respuestas suyas en esta ronda
moderation-why-mute-about = Si no dio su nombre, nadie sabrá quién es.
moderation-why =
    { $reason ->
        [attack] Un ataque personal
        [private] Un asunto privado de alguien
        [advertising] Publicidad
        [unrelated] Nada que ver con la pregunta
       *[rules] Contra las normas de Discord
    }
moderation-why-about =
    { $reason ->
        [attack] Ataca a una persona, no lo que dice
        [private] Cuenta algo que solo incumbe a una persona
        [advertising] Vende o anuncia algo
        [unrelated] Spam o palabras sin sentido; una opinión poco común no es eso
       *[rules] Amenazas, odio, contenido sexual y lo demás que prohíben
    }
moderation-sure-title = ¿Eliminar esto?
moderation-sure-text =
    El motivo sería: **{ $reason }**. { $kind ->
        [answer] El texto se borra en todas partes y no se puede recuperar. Queda una línea con el motivo, y en el registro quedan tu nombre y el motivo, a la vista de todo el mundo. Se avisa a quien escribió la respuesta{ $open ->
            [true] , que puede responder otra vez, salvo que lo impidas. Si no dio su nombre, nadie sabrá quién es.
           *[false] , si dio su nombre.
        }
       *[objection] Sus palabras se borran en todas partes y no se pueden recuperar. La objeción se mantiene y cuenta. En el registro quedan tu nombre y el motivo, a la vista de todo el mundo.
    }
moderation-sure = Eliminar
moderation-sure-mute = … y sin más respuestas en esta ronda
moderation-done = **Eliminado.** Es la entrada { $entry } de `/moderate log`. { $told ->
        [direct] Quien lo escribió recibe un mensaje directo.
        [next] Quien lo escribió recibirá el aviso la próxima vez que haga algo en esta ronda.
        [place] Quien lo escribió lo leerá donde estaban sus palabras.
       *[never] Nadie puede saber quién lo escribió, así que no se le avisa.
    }{ $muted ->
        [true] {" "}Ya no podrá responder en esta ronda.
       *[false] {""}
    }

moderation-notice-title = Tu respuesta se eliminó
moderation-notice =
    La facilitación la eliminó{ $place ->
        [none] {""}
       *[other] {" "}en { $place }, ronda { $round }
    }: **{ $reason }**. El texto se ha borrado.
moderation-notice-muted = Ya no puedes responder en esta ronda. Nadie sabrá que esto se refiere a ti.
moderation-notice-again = Puedes responder otra vez.
moderation-notice-wrong = { $appeal } Puedes responder otra vez.
moderation-notice-more =
    { $count ->
        [one] Antes se eliminó { $count } más; está en `/moderate log`.
       *[other] Antes se eliminaron { $count } más; están en `/moderate log`.
    }
moderation-by-recall = Si te parece mal, pide que facilite otra persona: `/seminar recall over:{ $entry }`. Nadie sabrá que lo pediste tú.
moderation-by-appeal = Si te parece mal, pide a quien gestiona el servidor que lo revise: `/moderate appeal entry:{ $entry }`. Nadie sabrá que lo pediste tú.
moderation-recall-button = Que facilite otra persona
moderation-appeal-button = Apelar

moderation-appealed = **Anotado. Nadie sabrá que lo pediste tú.** { $channel ->
        [none] Quien gestiona el servidor lo verá en `/moderate log` y decidirá con `/moderate review`.
       *[other] Se avisa en { $channel } a quien gestiona el servidor.
    }
moderation-second-look = **Alguien pide que se revise esto.** { $what }
moderation-second-look-hint = Decide quien gestiona el servidor: `/moderate review entry:{ $entry }`. El texto se ha borrado; pregunta al grupo qué decía.
moderation-review-button = Decidir
moderation-review-title = Entrada { $entry } del registro
moderation-review-hint = Si fue un error, el registro lo dirá y quien escribió el texto podrá responder otra vez. El texto no se puede recuperar.
moderation-mistake = Fue un error
moderation-upheld = Se mantiene
moderation-decided =
    { $appeal ->
        [mistake] **El registro dice ahora que fue un error.** Quien escribió el texto puede responder otra vez mientras la ronda esté abierta.
       *[upheld] **El registro dice ahora que la decisión se mantiene.**
    }

moderation-error-facilitators =
    { $seminar ->
        [true] En este seminario solo pueden eliminar algo quien lo facilita y quien gestiona el servidor.
       *[false] Solo la facilitación de este servidor puede eliminar algo.
    } Cualquiera puede avisarles: basta pulsar un botón.
moderation-error-gone = Eso ya no está aquí, o todavía nadie puede leerlo, así que no se ha eliminado nada.
moderation-error-nothing = En esta ronda no hay nada que se pueda eliminar: nadie ha respondido, o todavía nadie puede leer las respuestas.
moderation-error-no-round = Aquí no hay ninguna pregunta abierta. Di qué ronda con `{ names-moderate-take-down.round }:`; su número está debajo de cada pregunta.
moderation-error-no-answer = Este mensaje no muestra ninguna respuesta. Úsalo en una respuesta o elígela: `/moderate take-down`.
moderation-error-muted = Se eliminó una respuesta tuya en esta ronda ({ $reason }) y ya no puedes responder en ella. Nadie sabrá que esto se refiere a ti. Si te parece mal: `/moderate appeal entry:{ $entry }`.
moderation-error-no-entry = En el registro que puedes ver no hay ninguna entrada { $entry }.
moderation-error-appealed = Ya hay una apelación sobre eso. En `/moderate log` se ve en qué quedó.
moderation-error-decided = Eso ya está decidido. En `/moderate log` se ve cómo.
moderation-error-managers = Solo quien gestiona el servidor decide sobre una apelación.
moderation-error-over = Solo se puede pedir otra persona por algo que eliminó quien facilita este seminario. La entrada { $entry } es otra cosa.
