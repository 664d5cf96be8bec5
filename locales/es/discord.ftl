# Lo que solo se lee en Discord.

discord-unknown-request = Todavía no entiendo este tipo de petición; no ha cambiado nada. Prueba de otra manera.
discord-restarted = Me estaba reiniciando cuando llegó esto; no ha cambiado nada. Inténtalo de nuevo, por favor.
discord-carried-out = Ya está hecho. Acabo de reiniciarme y mi respuesta se ha perdido.
discord-elsewhere = Desde aquí no llego a tu propio libro; no ha cambiado nada. Usa el comando en un mensaje directo conmigo.
discord-filtered = No puedo mostrar eso aquí. { $why }
discord-cut = Esto es demasiado largo para un mensaje. El archivo adjunto lo tiene todo.
discord-whole-file = completo.txt

discord-member =
    { $name ->
        [none] @alguien
       *[other] @{ $name }
    }
discord-role =
    { $name ->
        [none] @un rol
       *[other] @{ $name }
    }
discord-channel =
    { $name ->
        [none] #un canal
       *[other] #{ $name }
    }
discord-guide =
    { $page ->
        [browse] Explorar canales
        [customize] Canales y roles
        [guide] Guía del servidor
       *[linked-roles] Roles vinculados
    }
