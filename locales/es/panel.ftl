# El panel: un mensaje cuyos botones hacen lo que los comandos, para quien no tiene comandos de barra.

panel-title = Lo que puedes hacer aquí
panel-about = Todos los comandos están detrás de estos botones. Lo que abren solo lo ves tú, salvo lo que es para todo el grupo.
panel-posted =
    { $pins ->
        [true] El panel está en camino y lo voy a fijar. Si había otro en este canal, se va.
       *[false] El panel está en camino. Si había otro en este canal, se va. Aquí no puedo fijar mensajes.
    }

panel-answer = Responder
panel-answers = Mis respuestas
panel-ask = Plantear una pregunta
panel-quote = Una cita
panel-privacy = Qué se guarda sobre mí
panel-help = Ayuda

panel-open-book = El cuaderno
panel-open-record = El acta
panel-open-group = Seminario y conclusión
panel-open-seminar = Facilitar un seminario
panel-open-facilitators = Facilitar este servidor

panel-find-quote = Buscar una cita
panel-kept = Mis citas
panel-themes = Temas
panel-who = Buscar persona o palabra
panel-timeline = Cronología
panel-readings = Lecturas
panel-copy-out = Copiar un pasaje

panel-record = Abrir el acta
panel-search-record = Buscar en el acta
panel-export = El acta en un archivo
panel-privacy-copy = Copia de lo que se guarda sobre mí
panel-privacy-erase = Borrarlo…
panel-taken-down = Lo que se ha eliminado
panel-appeal = Apelar

panel-join = Unirme al seminario
panel-status = Cómo va
panel-side = Mi bando
panel-revisit = Qué se retoma
panel-queue-join = Pedir la palabra
panel-queue-leave = Dejar la lista
panel-queue = Turno de palabra
panel-statement = La conclusión
panel-propose = Proponer conclusión
panel-close = Cerrar una pregunta
panel-facilitation = Quién facilita
panel-recall = Que facilite otra persona

panel-seminar-open = Preparar un seminario
panel-agenda = Orden del día
panel-start = Empezar
panel-next = Pregunta siguiente
panel-reveal = Mostrar respuestas
panel-queue-next = Siguiente turno
panel-seminar-close = Cerrar el seminario

panel-dailies = Citas diarias
panel-daily-add = Crear una cita diaria
panel-daily-preview = Próximas fechas
panel-daily-now = Publicar ahora
panel-daily-pause = Pausar
panel-daily-resume = Reanudar
panel-daily-skip = Saltar días
panel-daily-remove = Quitar una cita diaria
panel-take-down = Eliminar una respuesta
panel-review = Revisar una apelación
panel-reading-add = Añadir una lectura
panel-reading-remove = Quitar una lectura
panel-settings = Ajustes

panel-form = /{ $command }

panel-error-channel = Un panel necesita un canal o un hilo.
panel-error-missing = En este canal me faltan permisos: { $permissions }. Dámelos en los ajustes del canal e inténtalo otra vez.
panel-error-nothing-to-fill = `/{ $command }` no tiene aquí nada que rellenar. Puedes escribirlo.
