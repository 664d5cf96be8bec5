# El turno de palabra en un seminario: una lista que ve todo el mundo y lo que ve de ella cada persona.

queue-title = Turno de palabra
queue-footer = Seminario { $seminar } · primero, quien menos ha hablado; después, quien antes lo pidió
queue-speaking =
    { $speaker ->
        [none] **Nadie tiene la palabra.** Pulsa «Pedir la palabra».
       *[other] { $speaker } tiene la palabra.
    }
queue-position =
    { $position ->
        [1] Te toca después.
       *[other] Estás en el puesto { $position }.
    }
queue-your-turn = **Tienes la palabra.**
queue-next = Después
queue-waiting =
    { $position }. { $name }{ $spoken ->
        [0] {""}
        [one] {" "}_· ha hablado una vez_
       *[other] {" "}_· ha hablado { $spoken } veces_
    }
queue-more = y { $count } más

queue-ask = Pedir la palabra
queue-leave = Dejar la lista
queue-end-turn = Siguiente
queue-done = He terminado
queue-show-all =
    { $shown ->
        [true] Traer aquí la lista de turnos
       *[false] Mostrar la lista a todo el grupo
    }

queue-joined =
    { $already ->
        [true] **Ya estás en la lista.**
       *[false] **Estás en la lista.**
    } { $speaking } { $position }
queue-turn =
    { $already ->
        [true] **Ya tienes la palabra.**
       *[false] **Tienes la palabra.**
    } Pulsa el botón cuando termines.
queue-turn-over = **Tu turno ha terminado.** { $now }
queue-left = **Has dejado la lista.** Puedes pedir la palabra otra vez cuando quieras.
queue-not-in = No estás en la lista.
queue-now =
    { $speaker ->
        [none] No espera nadie más.
       *[other] Ahora tiene la palabra { $speaker }.
    }
queue-late = Ese turno ya había terminado. { $now }
queue-shown = Todo el mundo ve ahora la lista de turnos.

queue-error-nobody = Nadie tiene la palabra y nadie espera. Pide la palabra con `/queue join`.
queue-error-not-yours =
    { $facilitator ->
        [none] { $speaker } tiene la palabra, y solo esa persona puede terminar su turno.
       *[other] { $speaker } tiene la palabra. Solo esa persona o { $facilitator }, que facilita, puede terminar el turno.
    }
