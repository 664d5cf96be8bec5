# Lo que se avisa a la facilitación cuando algo no se pudo publicar.

deliveries-title = Algo no se pudo publicar
deliveries-blocked = No puedo publicar en { $channel }. { $why }
deliveries-blocked-hint = _Si se arregla en menos de seis horas, sigo por mi cuenta. No se pierde ninguna respuesta: están en `/record`._
deliveries-gone = No puedo publicar en { $channel }: ya no existe.
deliveries-gone-hint = _No se pierde ninguna respuesta: están en `/record`._
deliveries-refused =
    No pude publicar { $title ->
        [none] un mensaje
       *[other] «{ $title }»
    } en { $channel }. { $why }
deliveries-withheld-title =
    { $count ->
        [one] Una respuesta no se muestra
       *[other] { $count } respuestas no se muestran
    } en { $channel }{ $title ->
        [none] {""}
       *[other] {" "}(«{ $title }»)
    }.
deliveries-withheld = _Esta respuesta no se muestra aquí: Discord la bloquea. Está en `/record`._
deliveries-follows = _Esta respuesta llegará enseguida._
deliveries-unconfirmed =
    Mira en { $channel }, por favor: no sé si { $title ->
        [none] mi último mensaje
       *[other] «{ $title }»
    } está ahí. { $why } No lo publico dos veces.
deliveries-no-thread = No pude abrir el hilo de { $message }. { $why }
deliveries-no-thread-message = este mensaje

deliveries-unpinned = El panel está en { $channel }, pero no pude fijarlo. { $why }
deliveries-pin-by-hand = Puede hacerlo cualquiera que pueda fijar mensajes: en el teléfono, mantén pulsado el panel; con ratón, haz clic derecho. Después elige _Fijar mensaje_.

deliveries-too-many-threads = Este servidor ya tiene todos los hilos activos que permite Discord. Cierra algunos.
deliveries-too-many-pins = El canal ya tiene todos los mensajes fijados que permite Discord. Desfija algunos.
deliveries-filtered =
    { $filter ->
        [automod] Lo bloquea una regla de AutoMod de este servidor. Cambia la regla o las palabras.
       *[links] Discord bloquea un enlace que contiene.
    }
deliveries-thread-locked = Ese hilo está bloqueado. Desbloquéalo o dame allí el permiso Gestionar hilos.
deliveries-tag-required =
    Ese foro no admite publicaciones sin etiqueta. { $tags ->
        [none] Añade una etiqueta que cualquiera pueda usar.
       *[other] Añade una de estas etiquetas: { $tags }.
    }
deliveries-forbidden = Allí no puedo hacerlo. Revisa los permisos del canal.
deliveries-missing-permissions = Dame allí los permisos que faltan: { $permissions }.
deliveries-not-found = Ese canal ya no existe o no puedo verlo. Dame allí el permiso Ver canal o termina esta cita diaria con /daily remove.
deliveries-unreachable = No se pudo llegar a Discord a tiempo.
deliveries-cannot-look = No puedo mirar. { $why }
deliveries-too-much-to-search = Hay demasiados mensajes más recientes para revisarlos.
deliveries-never-posted = El mensaje nunca se publicó.
deliveries-malformed = Algo falló aquí. El registro técnico del bot dice más.

deliveries-untitled = Una página del cuaderno

deliveries-no-event-title = Un encuentro sin evento
deliveries-no-event = No pude crear o cambiar el evento de un encuentro: { $why } Todo lo demás funciona sin él: quien venga pulsa _Voy_ en el anuncio.
deliveries-too-many-events = Este servidor tiene { $most } eventos por venir, y Discord no permite más.
