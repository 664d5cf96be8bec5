# La fecha de un seminario: su anuncio, su evento y el recordatorio.

meeting-title = Encuentro: { $title }
# $when y $relative son un instante: «jueves, 3 de diciembre de 2026 19:00», «en 7 días».
meeting-when =
    { $when } ({ $relative }) · { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }
# La fecha según los relojes del lugar donde está el grupo.
meeting-agreed-on = Hora acordada: { $time }
# Qué pasa a esa hora.
meeting-opening =
    { $opening ->
        [itself] A esa hora el seminario empieza solo.
       *[asks] A esa hora lo empieza quien facilita.
    }
meeting-coming =
    { $count ->
        [0] ¿Vas a venir? Aviso una hora antes a quienes digan que sí.
        [one] **{ $count } persona ha dicho aquí que vendrá.** Aviso una hora antes a quienes digan que sí.
       *[other] **{ $count } personas han dicho aquí que vendrán.** Aviso una hora antes a quienes digan que sí.
    }
meeting-begun = El seminario ha empezado.
meeting-over = Este encuentro ya pasó.
meeting-cancelled = **Este encuentro está cancelado.** Si está en tu calendario, el archivo lo quita.

# Botones.
meeting-come = Voy
meeting-not-come = No puedo ir
meeting-file = Archivo de calendario
meeting-set-date = Poner fecha
meeting-move = Cambiar la fecha

# El borrador, para quien facilita.
meeting-draft-opening =
    { $opening ->
        [itself] A esa hora empieza solo, si alguien lo facilita y nada lo impide; si no, te pregunto.
       *[asks] A esa hora te pido que lo empieces.
    }
meeting-clocks-skipped = Esa hora no existe, porque el reloj se adelanta: será el primer momento después.
meeting-clocks-twice = Esa hora se repite, porque el reloj se atrasa: será la primera de las dos.
meeting-dated = La fecha está puesta y anunciada en { $place }.
meeting-no-events = Me falta el permiso Crear eventos en este servidor, así que no hay evento en la lista de Discord. Todo lo demás funciona: quien venga pulsa «Voy» en el anuncio.

# El formulario para una fecha.
meeting-form-title = ¿Cuándo es el encuentro?
meeting-form-label = Fecha y hora
meeting-form-hint = jueves 19:00, mañana 19:30, 2026-12-03 19:00 ({ $timezone })
# Cómo se entendió una fecha, mientras se escribe.
meeting-choice = { $when } · { $relative }

# A quien dijo que vendrá.
meeting-expected = Se te espera en «{ $title }». Te aviso una hora antes.
meeting-not-expected = No se te espera, y no te aviso.
meeting-file-about =
    { $cancelled ->
        [true] Abre este archivo: tu calendario quita el encuentro.
       *[false] Abre este archivo: tu calendario apunta el encuentro. Si cambia la fecha, un archivo nuevo la cambia.
    }

# Para quienes vienen.
meeting-reminder = **{ $title }** empieza { $relative }. { $count ->
        [one] { $count } persona ha dicho que vendrá.
       *[other] { $count } personas han dicho que vendrán.
    }
# Vienen más de las que un mensaje puede avisar.
meeting-crowd = Vienen más de { $most } personas, así que no aviso a nadie por su nombre.
meeting-moved = **{ $title }** pasa a otra fecha: { $when }.
meeting-called-off = **{ $title }** ({ $when }) se ha cancelado.

# A quien facilita, cuando es la hora.
meeting-ask =
    Es la hora de **{ $title }**. { $why ->
        [no-facilitator] Nadie que esté aquí lo facilita: quien gestiona el servidor puede tomar el relevo y empezarlo.
        [no-agenda] No empieza solo, porque su orden del día está vacío. Añade una pregunta y empiézalo.
        [another-open] No empieza solo, porque aquí hay otro seminario abierto. Cierra antes el otro.
        [event-deleted] No empieza solo, porque se eliminó su evento. Empiézalo si hay encuentro.
        [channel] No empieza solo, porque me faltan permisos aquí. Empiézalo, y te digo cuáles.
       *[none] Empiézalo cuando esté todo el mundo.
    }
meeting-answered =
    { $how ->
        [cancelled] **{ $title }** se canceló.
        [moved] **{ $title }** tiene otra fecha.
       *[started] **{ $title }** ha empezado.
    }

# Rechazos.
meeting-error-past = { $when } ya pasó. Elige una hora que esté por venir.
meeting-error-too-far = Faltan más de dos años. Elige una fecha más cercana.
meeting-error-no-date = Este seminario no tiene fecha. Quien lo facilita la pone con `/seminar move`.
meeting-error-not-ahead = Este encuentro ya pasó, ha empezado o está cancelado.
meeting-error-needs-date = Falta una fecha: `{ names-seminar-open.timezone }:` y `{ names-seminar-open.start }:` van con `{ names-seminar-open.at }:`.
