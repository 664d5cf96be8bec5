# Lo que la consola dice de sí misma; todo lo demás es como en Discord.

console-welcome-title = Un cuaderno de citas para tu grupo de lectura, aquí en la terminal
console-welcome = Escribe `/quote` para leer un pasaje, `/question theme:power` para preguntar algo al grupo, y un número entre `[corchetes]` para pulsar ese botón. Con `@ana` eres otra persona; `?` explica más, Tab completa y Ctrl-D sale.
console-welcome-back = `?` explica cómo funciona esto; `/help`, qué sabe hacer el bot.

console-guide-title = La consola
console-guide = Quién, dónde y qué caben en una línea: `@ana #general /answer`. Tú eres la primera persona, `@you`, y gestionas el servidor.
console-guide-help = qué sabe hacer el bot; aquí funcionan todos los comandos de Discord
console-guide-member = desde aquí eres ana, que no gestiona nada
console-guide-channel = va a ese canal; su nombre tiene { $longest } letras como máximo
console-guide-forum = un foro, como indica el final del nombre; cada publicación es un canal
console-guide-words = se publica en el canal, con un número: `message 1`
console-guide-number = pulsa el botón con ese número
console-guide-press = pulsa el botón más reciente con ese texto
console-guide-manager = puedes gestionar el servidor, seas quien seas; con `-manager`, ya no
console-guide-role = tienes ese rol; `/settings facilitators:@teachers` le da sentido
console-guide-wait = adelanta el reloj de la consola ese tiempo
console-guide-remark = no se tiene en cuenta
console-guide-quit = sale, igual que Ctrl-D
console-guide-scripts-title = Guiones
console-guide-scripts = Sin terminal, las líneas se leen de la entrada estándar: `commonplace console < seminar.txt`. Lo que va en un formulario se escribe en las líneas siguientes, con dos espacios delante de cada una; un `.` solo termina un campo si le sigue otro. El programa acaba con un error si falló alguna línea. Con `sure:yes` al final, `/close`, `/seminar close`, `/daily remove` y `/reading remove` no preguntan antes.

console-form-close = Ctrl-C cierra el formulario.
console-form-closed = El formulario se ha cerrado; no se envió nada.
console-form-needs-lines = «{ $title }» es un formulario. Escribe su contenido en las líneas siguientes, con dos espacios delante de cada una.
console-form-hint = — { $hint }
console-form-optional = (puede quedar vacío)
console-form-lines = (termina con una línea vacía)
console-form-number = (escribe un número)
console-form-yes-or-no = (y o n)
console-form-path = (la ruta de un archivo)
console-form-full = El formulario está lleno; sobra «{ $line }».
console-field-empty = Rellena «{ $label }».
console-field-short = «{ $label }» necesita { $least } caracteres como mínimo; aquí hay { $count }.
console-field-long = «{ $label }» admite { $most } caracteres como máximo; aquí hay { $count }.
console-field-choice = «{ $label }» admite un número del 1 al { $count }.
console-field-yes-or-no = «{ $label }» admite y (sí) o n (no).
console-no-form = Esa línea lleva espacios delante, pero no hay ningún formulario abierto.

console-leave = Para salir, pulsa Ctrl-D o, de nuevo, Ctrl-C.
console-posted-word = Publicado como mensaje. ¿Querías decir `/{ $command }`?
console-time = Fecha y hora: { $time }.
console-press-what = ¿Pulsar qué? El número de un botón o su texto: `press Keep`.
console-member-name = Un nombre es una sola palabra de 32 letras como máximo: `@ana`.
console-channel-name = El nombre de un canal tiene como máximo { $longest } caracteres: a–z, 0–9 y `-`. Por ejemplo, `#reading-room`.
console-role-name = El nombre de un rol tiene como máximo { $longest } caracteres: a–z, 0–9 y `-`. Por ejemplo, `+teachers`.
console-wait-how-long = ¿Cuánto hay que esperar? `wait 90s`, `wait 10m`, `wait 3h` o `wait 2d`.
console-in-forum = #{ $forum } es un foro y solo contiene publicaciones; ve a una de ellas.
console-archived-channel = #{ $channel } está archivado. Puedes leerlo, pero no hacer nada en él.

console-press-not-yours = Ese botón está en un mensaje que solo puede ver { $member }.
console-press-somebody = otra persona
console-press-gone = Ese botón ya no está. Su mensaje cambió o se quitó.
console-press-no-number = No hay ningún botón con el número { $number }.
console-press-no-label = Aquí no hay ningún botón «{ $label }».

console-note-changed = cambió
console-note-still-open = sigue abierta
console-note-elsewhere = en #{ $channel }
console-note-archived = archivado
console-note-only =
    { $you ->
        [true] esto solo lo ves tú ({ $member })
       *[false] esto solo lo ve { $member }
    }
console-note-somebody = una persona
console-message-number = mensaje { $number }
console-picture = [Imagen { $file }: { $alt }]
console-pings = avisa a { $who }
console-removed-message = Se quitó un mensaje de #{ $channel }.
console-removed-titled = Se quitó «{ $title }» de #{ $channel }.
console-pinned =
    { $title ->
        [none] Se fijó un mensaje en #{ $channel }.
       *[other] Se fijó «{ $title }» en #{ $channel }.
    }
console-thread-opened = Se abrió un hilo: { $title }. Escribe `#{ $channel }` para ir allí.
console-post-opened =
    Se abrió una publicación en #{ $forum }: { $title }{ $tags ->
        [none] {""}
       *[other] {" "}[{ $tags }]
    }. Escribe `#{ $channel }` para ir allí.
console-post-untitled = Una página del cuaderno
console-channel-archived = Se archivó #{ $channel }.
console-new-tags = #{ $forum } tiene etiquetas nuevas: { $tags }.
console-file-saved = El archivo está aquí con el nombre { $file }.
console-file-not-saved = No se pudo escribir { $file }: { $reason }.

console-event =
    Evento «{ $name }», { $when }: { $status ->
        [scheduled] anunciado
        [active] en curso
        [completed] terminado
       *[canceled] cancelado
    }
console-form-name =
    { $role ->
        [true] (el nombre de un rol)
       *[false] (el nombre de un canal)
    }
console-field-name = «{ $label }» espera un nombre.
