# El mapa de un tema o de un seminario: una imagen, lo mismo en palabras y la lista de obras que va debajo.

map-count =
    { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    } · { $answers ->
        [one] { $answers } respuesta
       *[other] { $answers } respuestas
    }
map-drawn =
    { $drawn ->
        [none] { $count }
       *[other] { $count } · dibujadas las { $drawn } primeras
    }
map-met = acuerdo mayoritario
map-parted = opiniones divididas
map-other = otras respuestas
map-argued = discutidos
map-read = leídos
map-untouched = sin tocar
map-standing =
    { $standing ->
        [agreed] aprobada
        [dissent] aprobada con objeciones
        [answered] sin conclusión
        [unanswered] sin respuestas
       *[open] sigue abierta
    }
map-work = { $author }, { $title }

map-alt-title = Mapa de { $title }: { $count }.
map-alt-question =
    Pregunta { $number }: { $answers ->
        [one] { $answers } respuesta
       *[other] { $answers } respuestas
    }{ $met ->
        [0] {""}
       *[other] , acuerdo mayoritario en { $met }
    }{ $parted ->
        [0] {""}
       *[other] , opiniones divididas en { $parted }
    }; { $standing ->
        [agreed] se aprobó una conclusión.
        [dissent] se aprobó una conclusión con objeciones.
        [answered] no se aprobó ninguna conclusión.
        [unanswered] está cerrada.
       *[open] sigue abierta.
    }
map-alt-work =
    Pasajes de { $author }, { $title } — discutidos: { $argued }, leídos: { $read }, sin tocar: { $untouched }.

map-passages = **Pasajes de las lecturas**
map-passages-line = **{ $letter }** { $author }, _{ $title }_ — discutidos: { $argued }, leídos: { $read }, sin tocar: { $untouched }
