# Los ajustes de un servidor.

settings-title = Los ajustes de este servidor
settings-changed = Cambiado
settings-facilitators-title = Facilitación
settings-facilitators =
    { $role ->
        [none] Quienes tienen Gestionar servidor
       *[other] { $role } y quienes tienen Gestionar servidor
    }
settings-facilitators-gone = El rol se eliminó, así que solo facilitan los miembros con Gestionar servidor. Elige otro con `{ names-settings.facilitators }:`, o ninguno con `{ names-settings.clear }:facilitators`.
settings-timezone-title = Zona horaria
settings-dailies-title = Citas diarias en otra zona horaria
settings-dailies = Las nuevas citas diarias usan { $zone }. Estas siguen donde se crearon:
settings-daily = Cita diaria { $schedule } · { $time } { $zone }
settings-move-dailies =
    { $count ->
        [one] Pasarla a { $zone }
       *[other] Pasarlas a { $zone }
    }
settings-channel-title = Canal para problemas
settings-channel =
    { $channel ->
        [none] ninguno
       *[other] { $channel }
    }
settings-anonymous-title = Respuestas anónimas
settings-anonymous =
    { $on ->
        [true] Se puede responder sin dar el nombre
       *[false] No: todas las respuestas llevan nombre; las que ya se dieron sin él se quedan así
    }
settings-language-title = Idioma
settings-language =
    { $chosen ->
        [true] { $language } para todo el grupo; lo que solo ve una persona va en el suyo
       *[false] { $language }, como dice Discord de este servidor; lo que solo ve una persona va en el suyo
    }
settings-managers-only = Solo los miembros con Gestionar servidor pueden ver y cambiar los ajustes.
settings-unknown-role = Este servidor no tiene ese rol.
settings-everybodys-role = Ese rol lo tiene todo el mundo. Sin rol, cualquiera puede hacer seminarios, y los miembros con Gestionar servidor hacen lo demás: `/settings clear:facilitators`.

settings-venues-title = Dónde publico
settings-venues =
    { $count ->
        [0] No falta nada.
        [one] En { $count } canal falta algo:
       *[other] En { $count } canales falta algo:
    }
settings-venue =
    { $trouble ->
        [none] { $channel } · { $uses } · todo bien
       *[other] { $channel } · { $uses } · ⚠ { $trouble }
    }
settings-venue-also = { $before } { $trouble }
settings-venues-more =
    { $count ->
        [one] y { $count } canal más
       *[other] y { $count } canales más
    }
settings-use-daily = cita diaria { $schedule }
settings-use-seminar = seminario { $seminar }
settings-use-problems = avisos de problemas
