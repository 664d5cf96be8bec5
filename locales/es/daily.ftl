# La cita diaria y lo que se avisa de ella a quienes llevan el servidor. $schedule es su número.

daily-title = La cita del día
daily-late =
    { $footer ->
        [none] hoy, con retraso
       *[other] { $footer } · hoy, con retraso
    }

daily-suspended-title = La cita diaria { $schedule } está en espera
daily-suspended = No puedo publicar en { $channel }. { $why }
daily-suspended-hint = _Después seguirá sola. No se pierde ninguna cita._

daily-refused-title = La cita diaria { $schedule } no se publicó
daily-refused = No pude publicar la última cita en { $channel }. { $why }
daily-refused-hint = _La siguiente llegará a su hora._

daily-step-title =
    { $step ->
        [thread] La cita diaria { $schedule } no tiene hilo
       *[announce] La cita diaria { $schedule } no llegó a quienes siguen el canal
    }
daily-step =
    { $step ->
        [thread] No puedo abrir el hilo de la última cita en { $channel }. { $why }
       *[announce] No puedo hacer llegar la última cita de { $channel } a quienes siguen el canal. { $why }
    }
daily-step-hint = _Si se arregla en menos de seis horas, sigo por mi cuenta._

daily-unconfirmed-title = ¿Se publicó la cita diaria { $schedule }?
daily-unconfirmed = Mira en { $channel }, por favor: no sé si la última cita está ahí. { $why } No la publico dos veces.
daily-unconfirmed-hint = _Estos botones también están en `/daily list`._
daily-post-now =
    { $schedule ->
        [none] Publicarla ahora
       *[other] Publicarla ahora (cita diaria { $schedule })
    }
daily-was-posted =
    { $schedule ->
        [none] Está publicada
       *[other] Está publicada (cita diaria { $schedule })
    }

daily-moment-there = { $date }, { $time } { $zone } _({ $distance })_
daily-moment = { $at } _({ $distance })_

daily-occurrence = **{ $date }, { $time }** · { $utc_time } UTC{ $utc_date ->
        [none] {""}
       *[other] {" "}del { $utc_date }
    }{ $clocks ->
        [skipped] {" "}· el cambio de hora salta esa hora: sale a las { $other_day ->
            [none] { $instead }
           *[other] { $instead } del { $other_day }
        }
        [twice] {" "}· esa hora se repite: vale la primera
        [changed] {" "}· ha cambiado la hora: de { $before } a { $after }
       *[same] {""}
    }

daily-described =
    { $days } en { $channel }{ $kind ->
        [pair] , dos citas que discrepan
       *[quote] {""}
    }{ $theme ->
        [none] {""}
       *[other] , sobre { $theme }
    }{ $author ->
        [none] {""}
       *[other] , de { $author }
    }{ $work ->
        [none] {""}
       *[other] , de la obra { $work }
    }{ $thread ->
        [true] , con hilo
       *[false] {""}
    }{ $role ->
        [none] {""}
       *[other] , avisa a { $role }
    }
daily-time = { $time } { $zone }

daily-added-title = La cita diaria { $schedule } está lista
daily-added = **{ $time }**, { $described }
daily-next-times = Las tres próximas:
daily-untagged = _El foro no tiene etiqueta para { $themes }. Las citas sobre ello saldrán sin etiqueta._
daily-paused-title = La cita diaria { $schedule } está en pausa
daily-paused-hint = Con `/daily resume` se reanuda. Seguirá con las citas que quedan.
daily-resumed-title = La cita diaria { $schedule } se reanuda
daily-unskipped-title = La cita diaria { $schedule } ya no salta ninguna fecha
daily-skipped-title = La cita diaria { $schedule } salta: { $dates }
daily-skipped-hint = _Con `/daily resume` se recuperan todas las fechas saltadas._
daily-remove-title = ¿Quitar la cita diaria { $schedule }?
daily-remove-hint = Lo que ya publicó se queda. Con `/daily pause` se detiene un tiempo.
daily-remove-button = Quitarla
daily-removed-title = Cita diaria { $schedule } quitada
daily-removed-hint = _Lo que ya publicó se queda._
daily-moved-title =
    { $count ->
        [one] { $count } cita diaria usa ahora { $zone }
       *[other] { $count } citas diarias usan ahora { $zone }
    }
daily-moved = Cita diaria { $schedule }: próxima, { $next }
daily-on-its-way = En camino a { $channel }.
daily-confirmed = Bien: queda anotada como publicada.

daily-preview-title = Cita diaria { $schedule } · { $time }
daily-preview-paused = Está en pausa. Con `/daily resume` se reanuda.
daily-preview-waits = Está en espera. { $why }

daily-list-title = Las citas diarias de este servidor
daily-list-none = Todavía no hay ninguna. Crea una con `/daily add time:9:00`.
daily-pause = Pausar
daily-resume = Reanudar
daily-list-heading = Cita diaria { $schedule } · { $time }
daily-count =
    { $count ->
        [one] { $count } cita diaria
       *[other] { $count } citas diarias
    }
daily-next = Próxima: { $moment }
daily-waits = **En espera** desde el { $since }: no puedo publicar en { $channel }. { $why } Después seguirá sola.
daily-is-paused = **En pausa** desde el { $since }. Con `/daily resume` se reanuda.
daily-last =
    Última: { $moment }{ $link ->
        [none] {""}
       *[other] , { $link }
    }{ $late ->
        [none] {""}
       *[other] . { $late }
    }
daily-late-by =
    Llegó con { $time } de retraso: { $cause ->
        [rate-limit] Discord me pidió esperar
        [unavailable] no se podía llegar a Discord
        [unknown] Discord no dijo si se había publicado
        [forbidden] no tenía permiso para publicar
        [not-found] no podía ver el canal
        [invalid] algo falló aquí
       *[none] no estaba en marcha o tenía otras publicaciones pendientes
    }{ $attempts ->
        [one] {""}
       *[other] {" "}({ $attempts } intentos)
    }.
daily-see = verla
daily-progress =
    { $kind ->
        [pair] Parejas
       *[quote] Citas
    }: van { $come } de { $all }
daily-skips = Salta: { $dates }
daily-unclear = **No está claro** si la cita del { $due } se publicó. { $why }
daily-due =
    En camino: la cita del { $due }{ $cause ->
        [rate-limit] . Discord me pide esperar
        [unavailable] . Ahora no se puede llegar a Discord; sigo intentándolo
        [unknown] . Discord no dijo si se publicó; sigo buscándola
        [forbidden] . Todavía no tengo permiso para publicar
       *[none] {""}
    }
daily-failed-no-match = Ya no hay en el cuaderno ninguna cita que encaje.
daily-failed-unreadable = No se pudo leer después de una actualización del bot.
daily-failed = **No publicada:** la cita del { $due }. { $why }
daily-missed = **Sin salir** { $days ->
        [one] { $days } día
       *[other] { $days } días
    }; el último, el { $due }: el bot o Discord estuvo ausente demasiado tiempo
daily-undone =
    { $step ->
        [thread] **Sin hilo** en la última. { $why }
        [announce] **No llegó la última** a quienes siguen el canal. { $why }
       *[other] **Algo falló después de la última.** { $why }
    }

daily-several = Aquí hay varias citas diarias. Di cuál con `{ names-daily-skip.schedule }:`. Las verás en `/daily list`.
daily-none = Aquí todavía no hay ninguna cita diaria. Crea una con `/daily add time:9:00`.
daily-gone = Aquí no hay ninguna cita diaria { $schedule } que puedas ver. Las verás en `/daily list`.
daily-never = Ese momento no llega nunca.
daily-no-match = Ninguna cita del cuaderno encaja con todo eso. Prueba con una opción menos.
daily-no-pair = Ninguna pareja de citas del cuaderno encaja con todo eso. Prueba con una opción menos.
daily-matches-no-more = Ya no hay en el cuaderno ninguna cita para esta cita diaria. Quítala y crea otra.
daily-not-paused = Esta cita diaria no está en pausa ni salta ninguna fecha.
daily-too-many-skips =
    Esta cita diaria ya salta { $most } fechas. Recupéralas con `/daily resume` y salta después un periodo.
daily-range-turned = { $until } es anterior a { $from }. Intercambia `{ names-daily-skip.from }:` y `{ names-daily-skip.until }:`.
daily-range-over = Eso ya pasó: { $dates }.
daily-range-too-long = Eso es más de un año. Con `/daily pause` puedes parar una cita diaria el tiempo que quieras.
daily-decided = Alguien ya lo decidió. Mira cómo está en `/daily list`.
daily-unseen-channel = No puedo ver ese canal. Dame allí los permisos Ver canal y Enviar mensajes, o elige otro.
daily-no-messages = Elige un canal o un hilo: un foro no tiene mensajes propios.
daily-wrong-channel = Una cita diaria necesita un canal de texto, un canal de anuncios, un hilo o un foro. Elige otro.
daily-missing-permissions = En ese canal me faltan permisos: { $permissions }. Dámelos en los ajustes del canal e inténtalo otra vez.
daily-thread-in-thread = Eso ya es un hilo, y sus mensajes no pueden tener hilos. Prueba sin `{ names-daily-add.thread }:`.
daily-thread-in-voice = Los mensajes de un canal de voz no pueden tener hilos. Prueba sin `{ names-daily-add.thread }:`.
daily-unknown-role = En este servidor no existe ese rol.
daily-pings-everyone = Una cita diaria no avisa a todo el servidor. Crea un rol para quienes la quieran y elige ese.
daily-unpingable-role = No puedo avisar al rol «{ $role }». En los ajustes del rol, permite que cualquiera lo mencione; o dame en ese canal el permiso Mencionar @everyone; o prueba sin `{ names-daily-add.role }:`.
daily-tag-required = Ese foro no admite publicaciones sin etiqueta y no tiene ninguna para { $themes }. Añádele esas etiquetas o elige un tema que sí tenga.
