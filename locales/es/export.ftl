# El acta como documento fuera de Discord.

export-title = El acta
export-empty = Todavía no se ha planteado ninguna pregunta.
export-asked = Planteada el { $asked }, { $open ->
        [true] sigue abierta
       *[false] cerrada
    }{ $seminar ->
        [none] {""}
       *[other] {" "}· seminario: { $seminar }
    }
export-skip = Ir al acta
export-contents = Índice
export-reading = Siguiendo la lectura
export-reading-about = Las citas en el orden de las obras; junto a cada una, lo que se preguntó sobre ella en el grupo y lo que el grupo sacó de ahí.
export-themes = Por temas
export-seminars = Seminarios
export-pictures = En imágenes
export-asked-here = Preguntas sobre este pasaje
export-answers =
    { $count ->
        [one] { $count } respuesta
       *[other] { $count } respuestas
    }
export-participants =
    { $count ->
        [one] { $count } participante
       *[other] { $count } participantes
    }
export-hidden =
    { $count ->
        [one] { $count } más está oculta hasta que se cierre la ronda
       *[other] { $count } más están ocultas hasta que se cierre la ronda
    }
export-seminar-open = sigue abierto
export-made = Hecho con Commonplace. Contiene lo que los miembros podían leer en Discord, y nada más.

export-as-table = Las cifras
export-over-time = Respuestas y participantes a lo largo del tiempo
export-over-time-about = Cada barra son las respuestas a las preguntas de un día; la línea que lleva encima indica cuántas personas participaron.
export-agreement = Acuerdo por pregunta
export-agreement-about = Cuántos votos hubo a favor y en contra de cada conclusión del grupo.
export-coverage = Lo que se leyó
export-coverage-about = Cada marca es un párrafo de la obra. Una marca llena: se discutió; media marca: se leyó; un punto: no se tocó.
export-column-day = Día
export-column-answers = Respuestas
export-column-participants = Participantes
export-column-question = Pregunta
export-column-agree = De acuerdo
export-column-aside = A un lado
export-column-object = Objeciones
export-column-section = Sección
export-column-paragraphs = Párrafos
export-column-read = Solo leídos
export-column-argued = Discutidos
export-column-untouched = Sin tocar

export-file =
    { $format ->
        [html] Se abre en cualquier navegador, sin conexión. Contiene lo que puedes ver aquí.
        [md] Markdown para tus apuntes. Contiene lo que puedes ver aquí.
        [csv] Un zip con tablas para una hoja de cálculo. Contiene lo que puedes ver aquí.
       *[json] Todo lo que puedes ver aquí, para programas.
    }
export-packed =
    { $format ->
        [json] Todo lo que puedes ver aquí, para programas. En un solo archivo es demasiado grande para Discord: va en este zip.
       *[other] Lo que puedes ver aquí. En un solo archivo es demasiado grande para Discord: este zip tiene un archivo por tema.
    }
export-too-large = Sería un archivo de { $size } MB, y Discord admite aquí { $most } MB. Elige una parte con `{ names-export.theme }:` o `{ names-export.seminar }:`, o pídeselo a quien mantiene el bot: `commonplace export` lo escribe todo.
