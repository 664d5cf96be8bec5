# Lo que no se pudo hacer y qué hacer entonces. Cada texto nombra la opción como se escribe.

errors-no-command =
    No existe el comando `{ $given }`.{ $near ->
        [none] {""}
       *[other] {" "}¿Querías decir `/{ $near }`?
    }
errors-needs-subcommand = A `/{ $command }` le falta una palabra. Mira `/help command:{ $command }`.
errors-stray-word = No entiendo «{ $given }». Una opción se escribe así: `{ names-quote.theme }:power`.
errors-twice-given = `{ $option }:` está dos veces.
errors-open-quotation = Hay unas comillas que se abren y no se cierran.
errors-no-option =
    `/{ $command }` no tiene la opción `{ $given }:`.{ $near ->
        [none] {""}
       *[other] {" "}¿Querías decir `{ $near }`?
    }
errors-missing = Falta `{ $option }:`. Añade esa opción.
errors-bad-value = `{ $option }:` admite { $wanted }; «{ $given }» no vale.
errors-wanted =
    { $wanted ->
        [yes-or-no] `yes` (sí) o `no`
        [whole-number] un número entero
        [channel] un canal
        [role] un rol
        [member] un miembro de este servidor
        [message] el número del mensaje de un miembro
        [file] un archivo
        [time] una hora como `9:00`, `9am`, `21h30` o `noon` (mediodía)
        [days] `daily` (todos los días), `weekdays` (de lunes a viernes), `weekends` (fines de semana) o días como `mon,wed,fri`
        [date] una fecha con año, mes y día, como `2026-12-24`
        [format] `plain` (sencillo) o `debate`
        [level] `easy` (fácil), `middle` (media) o `text` (con texto)
        [file-format] `html`, `md`, `csv` o `json`
        [reason] `attack` (ataque), `private` (privado), `advertising` (publicidad), `unrelated` (no viene al caso) o `rules` (normas)
        [daily-kind] `quote` (cita) o `pair` (pareja)
        [moment] una fecha y una hora como `jueves 19:00`, `mañana 19:30` o `2026-12-03 19:00`
        [opening] `asks` (preguntar) o `itself` (solo)
        [on-or-off] `on` (sí) u `off` (no)
        [language] `en`, `fr`, `es` o `de`
        [setting] `facilitators` (facilitación), `timezone` (zona horaria), `channel` (canal) o `language` (idioma)
       *[reveal] `sealed` (ocultas) o `live` (al momento)
    }
errors-wanted-between = un número del { $least } al { $most }
errors-unknown =
    No hay { $what ->
        [theme] ningún tema
        [work] ninguna obra
        [author] nadie con el nombre
        [quote] ninguna cita
        [question] ninguna pregunta
        [reading] ninguna lectura
        [gloss] en el cuaderno ninguna persona ni palabra
        [plan] ningún plan de sesión
        [seminar] ningún seminario
       *[time-zone] ninguna zona horaria
    } «{ $given }».{ $near ->
        [none] {""}
       *[other] {" "}¿Querías decir `{ $near }`?
    }
errors-ambiguous =
    Hay varias { $what ->
        [author] personas
        [reading] lecturas
       *[work] obras
    } con el nombre «{ $given }»: { $names }. Di cuál.
errors-no-place = «{ $given }» no dice dónde, y el cambio de hora depende del lugar. Elige una ciudad: { $cities }.
errors-stale-press = Este botón es de un mensaje anterior y ya no hace nada.
errors-stale-form = Este formulario ha cambiado desde que lo abriste, así que no se ha hecho nada. Ábrelo otra vez.
errors-only-in-servers = Eso necesita un servidor que me tenga. Aquí tienes `/quote`, `/kept`, `/privacy` y `/help`.
errors-hidden-channel = No puedes ver ese canal, así que no publico nada allí por ti.
errors-sight-unknown = En este momento Discord no me dice qué canales puedes ver. Inténtalo otra vez dentro de un minuto.
errors-too-long =
    Tu { $what ->
        [answer] respuesta
        [question] pregunta
        [reason] motivo
        [search] búsqueda
        [speaker] nombre
        [statement] conclusión
       *[title] título
    } supera los { $most } caracteres. Acorta el texto y envíalo otra vez; no ha cambiado nada.
errors-empty =
    No hay texto en tu { $what ->
        [answer] respuesta
        [question] pregunta
        [reason] motivo
        [search] búsqueda
        [speaker] nombre
        [statement] conclusión
       *[title] título
    }. Escribe al menos una palabra; no ha cambiado nada.
errors-is-bot = { $name } es un bot; en `{ $option }:` va una persona.
errors-your-text = Tu texto, para copiarlo
errors-failure = Algo falló aquí y no ha cambiado nada. Si vuelve a ocurrir, da este número a quien mantiene el bot: { $reference }.
