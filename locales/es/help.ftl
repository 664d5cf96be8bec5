# Lo que muestra /help. $about es la descripción de un comando o de una opción, de commands.ftl.

help-title = Un cuaderno de citas para este grupo
help-purpose = Citas de las lecturas del grupo, preguntas sobre ellas y lo que se respondió, tema por tema.
help-anywhere-title = Un cuaderno de citas para ti
help-anywhere = Citas del cuaderno que comparten todos los servidores. Lo que guardes aquí solo lo ves tú.
help-anywhere-server = _En un servidor que me tenga, cada grupo tiene su propio cuaderno, sus preguntas y su acta._
help-command = `/{ $name }` · { $about }
help-on-message = En el menú de un mensaje, en Aplicaciones: **{ $name }** · { $about }
help-start = Empieza con `/quote` o `/question`. Para saber más de un comando: `/help command:daily`.

help-command-title = /{ $name }
help-option =
    `{ $name }:`{ $required ->
        [true] {" "}(obligatoria)
       *[false] {""}
    } { $about }
help-more = _Todo sobre uno de ellos: `/help command:"{ $example }"`._
help-where-menu = En el teléfono, mantén pulsado el mensaje; con ratón, haz clic derecho. Después elige Aplicaciones.

help-seminar =
    1. `/seminar open` empieza un borrador que solo ves tú. Cámbialo y pulsa _Empezar_.
    2. `/seminar next` plantea una pregunta. Las respuestas quedan ocultas hasta que se muestran todas.
    3. El grupo valora las respuestas y alguien propone una conclusión. El resto la acepta, se hace a un lado u objeta.
    4. `/seminar close` publica el resumen. `/record` lo conserva todo.
