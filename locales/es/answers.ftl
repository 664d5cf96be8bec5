# Las respuestas de una persona; solo las ve ella.

answers-title = Tus respuestas aquí
answers-none = Todavía no has respondido nada aquí. Con _Responder_, debajo de una pregunta, se abre un formulario.
answers-by =
    Ronda { $round } · { $argued ->
        [true] desde el bando que te tocó ·{" "}
       *[false] {""}
    }{ $anonymous ->
        [true] sin tu nombre
       *[false] con tu nombre
    } · { $open ->
        [true] { $shown ->
            [true] ya se muestra
           *[false] todavía oculta
        }
       *[false] cerrada
    }
answers-button = { $label } { $round }
answers-count = { $counted } · sin contar las anónimas que diste a preguntas cerradas: nadie puede saber de quién son
