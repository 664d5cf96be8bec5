# Una cita: $voice es quien habla en ella; $speaker, alguien a quien cita la obra.

quote-another = Otra
quote-discuss = Comentar
quote-show = Mostrar al grupo
quote-keep = Guardar
quote-context = Contexto
quote-who = Quién es quién

quote-source =
    { $speaker ->
        [none] **{ $author }**
       *[other] **{ $speaker }**, en cita de { $author }
    }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    }, _{ $title }_{ $date ->
        [none] {""}
       *[other] {" "}({ $date })
    }, { $section ->
        [none] ¶{ $paragraph }
       *[other] { $section }, ¶{ $paragraph }
    }
quote-footer = { $themes } · { $id }
quote-partial-match = _Ninguna cita tiene todas esas palabras. Esta tiene algunas._
quote-thread = { $voice }: { $text }

quote-thread-opens = Se abre un hilo debajo de la cita.

quote-context-title = Contexto
quote-paraphrase = En palabras sencillas
quote-paragraph = El párrafo entero

quote-empty-search = No hay ninguna palabra en esa búsqueda. Prueba `{ names-quote.search }:freedom` o `{ names-quote.search }:plan*`.
quote-no-match = Ninguna cita del cuaderno encaja con `{ $given }`. Prueba con una opción menos o con otras palabras.
quote-no-context = El cuaderno no dice nada más sobre esta cita.
quote-discuss-nowhere = Pulsa _Comentar_ debajo de una cita: allí se abre el hilo.
quote-discuss-in-voice = En un canal de voz no hay hilos. Puedes comentar la cita aquí mismo.
quote-discuss-in-thread = Esto ya es un hilo. Puedes comentar la cita aquí mismo.

quote-reference = { $voice }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    } ¶{ $paragraph } ({ $id })
