# El acta: lo que se preguntó al grupo y lo que respondió, por tema o por seminario.

record-title = El acta
record-empty = Todavía nada. Plantea la primera pregunta con `/question`; lo que se responda se conserva aquí, por temas.
record-without-theme = Sin tema
record-open =
    { $seminars ->
        [true] Abrir un tema o un seminario
       *[false] Abrir un tema
    }
record-seminars = **Seminarios**
record-seminar-line = **{ $title }** · { $day } · { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }{ $open ->
        [true] , sigue abierto
       *[false] {""}
    }
record-seminar-entry = Seminario { $seminar }
record-theme-line = **{ $theme }** · { $count }
record-theme-empty = Todavía nada. Plantea una pregunta sobre ello con `/question theme:{ $theme }`.
record-no-theme-empty = Todavía nada. Plantea una pregunta con `/question`.
record-seminar-title = Seminario: { $title }
record-seminar-empty = En este seminario no se ha planteado ninguna pregunta.
record-question = **{ $number }. { $question }** _· planteada el { $asked }, { $open ->
        [true] sigue abierta
       *[false] cerrada
    }_
record-continued = **{ $number }. { $question }** _(continuación)_
record-nobody =
    { $open ->
        [true] _Todavía no ha respondido nadie._
       *[false] _No respondió nadie._
    }
record-hidden =
    { $count ->
        [one] _{ $count } respuesta oculta, que se mostrará al cerrar la ronda._
       *[other] _{ $count } respuestas ocultas, que se mostrarán al cerrar la ronda._
    }
record-statement =
    { $state ->
        [adopted] La conclusión del grupo
        [dissent] La conclusión del grupo, con objeciones
        [without] Propuesta, no aprobada
       *[proposed] Propuesta, todavía sin decidir
    }{ $version ->
        [none] {""}
       *[other] {" "}· versión { $version }
    }{ $day ->
        [none] {""}
       *[other] {" "}· { $day }
    }
record-votes = _{ $counts }_

record-theme-and-seminar = Usa `{ names-record.theme }:` o `{ names-record.seminar }:`, no las dos.

record-stated = **Las conclusiones del grupo**
record-answered = **Cerradas sin conclusión**
record-still-open = **Siguen abiertas**
record-contents-stated = { $number }. { $question }
record-contents-statement = { $statement } _· { $day ->
        [none] {""}
       *[other] { $day } ·{" "}
    }{ $counts }_
record-contents-line = **{ $number }.** { $question } _· { $day } · { $about }_
record-contents-choice = { $number }. { $question }
record-contents-about =
    { $answers ->
        [0] sin respuestas
        [one] { $answers } respuesta
       *[other] { $answers } respuestas
    }{ $met ->
        [0] {""}
       *[other] {" "}· acuerdo mayoritario en { $met }
    }{ $parted ->
        [0] {""}
       *[other] {" "}· opiniones divididas en { $parted }
    }
record-open-question = Abrir una pregunta

record-search-hint = Busca palabras en el acta con `/record search:`.
record-found = En el acta: { $searched }
record-found-nothing = Nada de lo que puedes leer aquí contiene esas palabras. Prueba con menos, o con el comienzo de una: `council*`.
record-found-in-part = _Nada contiene todas esas palabras. Esto contiene algunas._
record-hit =
    { $kind ->
        [question] La pregunta
        [statement] La conclusión del grupo
        [objection] { $name ->
            [none] Una objeción
           *[other] Una objeción de { $name }
        }
       *[answer] { $name ->
            [none] Respuesta anónima
           *[other] { $name }
        }
    }
record-hit-text = { $excerpt }{ $question ->
        [none] {""}
       *[other] {" "}_· sobre: { $question }_
    } _· { $day }_
record-open-found = Leer uno entero
record-hits =
    { $count ->
        [one] { $count } resultado
       *[other] { $count } resultados
    }
