# Los permisos, como los llama Discord en sus ajustes en español.

permissions-name =
    { $permission ->
        [view-channel] Ver canal
        [send-messages] Enviar mensajes
        [send-messages-in-threads] Enviar mensajes en hilos
        [embed-links] Insertar enlaces
        [attach-files] Adjuntar archivos
        [create-public-threads] Crear hilos públicos
        [read-message-history] Leer el historial de mensajes
        [manage-threads] Gestionar hilos
        [connect] Conectar
        [pin-messages] Fijar mensajes
        [create-events] Crear eventos
       *[manage-channels] Gestionar canales
    }
permissions-facilitators-only =
    Solo la facilitación puede { $task ->
        [add-daily] crear una cita diaria
        [change-dailies] cambiar las citas diarias
        [repost-daily] volver a publicarla
        [confirm-daily] decir que se publicó
        [post-panel] publicar el panel
       *[change-readings] cambiar las lecturas de este servidor
    }. Son los miembros con Gestionar servidor o con el rol que fija `/settings facilitators:`.
