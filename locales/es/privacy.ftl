# Lo que se guarda sobre un miembro y cómo puede borrarlo.

privacy-title = Lo que se guarda sobre ti aquí
privacy-footer = Solo lo ves tú
privacy-nothing = En este servidor no se guarda nada sobre ti.

privacy-line =
    { $kind ->
        [answers] **Respuestas: { $count }** · tus palabras, para el acta del grupo
        [ratings] **Valoraciones: { $count }** · de las respuestas de otras personas; nadie ve de quién son
        [statements] **Conclusiones que propusiste: { $count }** · para que el grupo las vote
        [wordings] **Redacciones que diste a conclusiones: { $count }** · con tu nombre
        [votes] **Votos y objeciones: { $count }** · en lo que decide el grupo
        [questions] **Preguntas que planteaste: { $count }** · para que puedas cambiarlas y cerrarlas
        [seminars] **Seminarios que abriste o facilitas: { $count }** · para que puedas llevarlos
        [roster] **Seminarios a los que te uniste: { $count }** · para que el grupo sepa a quién espera
        [meetings] **Encuentros a los que dijiste que irías: { $count }** · para avisarte, hasta que pasen
        [turns] **Turnos de palabra: { $count }** · para saber a quién le toca hablar
        [sides] **Bandos que te tocaron: { $count }** · hasta que se cierre la pregunta
        [recalls] **Peticiones de relevo: { $count }** · de quien facilita, hasta que se cierre el seminario
        [take-downs] **Textos eliminados: { $count }** · por ti, para el registro; de tus respuestas, hasta que se cierre la pregunta
        [second-thoughts] **Respuestas a una pregunta retomada: { $count }** · para el recuento; nadie las lee
        [consents] **Mensajes que esperan un sí: { $count }** · tuyos, o por los que preguntaste; una semana como máximo
        [kept] **Citas que guardaste: { $count }** · solo para ti
        [dailies] **Citas diarias que creaste: { $count }** · para avisarte si una falla
        [readings] **Lecturas que añadiste: { $count }** · quién las añadió y cuándo
        [drafts] **Respuestas que esperan su pregunta: { $count }** · durante 15 minutos
        [outgoing] **Mensajes en camino: { $count }** · que llevan tu nombre
       *[told] **Que ya se te informó de esto** · para informarte una sola vez
    }
privacy-line-short =
    { $kind ->
        [answers] Respuestas: { $count }
        [ratings] Valoraciones: { $count }
        [statements] Conclusiones que propusiste: { $count }
        [wordings] Redacciones que diste a conclusiones: { $count }
        [votes] Votos y objeciones: { $count }
        [questions] Preguntas que planteaste: { $count }
        [seminars] Seminarios que abriste o facilitas: { $count }
        [roster] Seminarios a los que te uniste: { $count }
        [meetings] Encuentros a los que dijiste que irías: { $count }
        [turns] Turnos de palabra: { $count }
        [sides] Bandos que te tocaron: { $count }
        [recalls] Peticiones de relevo: { $count }
        [take-downs] Textos eliminados: { $count }
        [second-thoughts] Respuestas a una pregunta retomada: { $count }
        [consents] Mensajes que esperan un sí: { $count }
        [kept] Citas que guardaste: { $count }
        [dailies] Citas diarias que creaste: { $count }
        [readings] Lecturas que añadiste: { $count }
        [drafts] Respuestas que esperan su pregunta: { $count }
        [outgoing] Mensajes en camino: { $count }
       *[told] Que ya se te informó de lo que se guarda
    }

privacy-who-title = Quién lo ve
privacy-who = Las respuestas, las conclusiones y las objeciones con su motivo: quien pueda ver el canal. Las valoraciones y los votos: nadie. Las citas que guardaste: tú. Quien mantiene este bot puede leer su base de datos.
privacy-how-long-title = Cuánto tiempo
privacy-how-long = Hasta que lo borres. Si el bot sale de este servidor, todos los datos del servidor se borran unas semanas después.
privacy-unnamed-title = Sin tu nombre
privacy-unnamed = Mientras una pregunta está abierta, puedes ver y borrar tu respuesta anónima. Cuando se cierra, nada la relaciona contigo: nadie puede encontrarla, ni siquiera tú.
privacy-operator = ¿Tienes preguntas? Dirígete a quien mantiene este bot.
privacy-policy = Política de privacidad
privacy-terms = Condiciones de uso
privacy-export = Dame una copia
privacy-erase = Borrar…
privacy-show = ¿Qué se guarda?

privacy-copy-title = Una copia de lo que se guarda sobre ti
privacy-copy = Está todo, en JSON, que se abre con cualquier editor de texto. Lo que respondiste sin tu nombre aparece mientras su pregunta sigue abierta: no compartas el archivo.

privacy-ask-title =
    { $everywhere ->
        [true] ¿Borrar todo lo que hay sobre ti, en todas partes?
       *[false] ¿Borrar todo lo que hay sobre ti aquí?
    }
privacy-ask-everywhere =
    { $count ->
        [one] Se trata de un servidor.
       *[other] Se trata de los { $count } servidores en los que se guarda algo sobre ti.
    }
privacy-nothing-to-erase =
    { $everywhere ->
        [true] En ningún servidor se guarda nada sobre ti.
       *[false] En este servidor no se guarda nada sobre ti.
    }
privacy-goes = **Esto se va para siempre:**
privacy-stays = **Esto se queda para el grupo, sin tu nombre:**
privacy-marks = Donde otras personas podían leer tu respuesta, leerán que se retiró una. Las respuestas anónimas a preguntas cerradas se quedan: nadie puede saber cuáles son tuyas. Lo que otras personas hayan copiado lo conservan ellas.
privacy-may-link = _Una respuesta anónima se va junto con todo lo demás. Quien la haya leído, o tenga copias antiguas de la base de datos, podría adivinar que era tuya. Para evitarlo, retírala primero y borra el resto otro día._
privacy-erase-sure = Borrar para siempre
privacy-erased =
    { $servers ->
        [none] Se ha borrado todo lo que había sobre ti en este servidor
        [one] Se ha borrado todo lo que había sobre ti, en un servidor
       *[other] Se ha borrado todo lo que había sobre ti, en { $servers } servidores
    }{ $answers ->
        [0] .
        [one] , incluida una respuesta. Los mensajes que la mostraban cambiarán en menos de un minuto.
       *[other] , incluidas { $answers } respuestas. Los mensajes que las mostraban cambiarán en menos de un minuto.
    }

privacy-nobody = alguien que ya no está

privacy-words-withdrawn = (retirado)

privacy-first =
    { $anonymous ->
        [true] _De esta respuesta se guardan tus palabras, sin tu nombre y sin la hora._
       *[false] _A partir de ahora, el bot guarda lo que respondas aquí, con tu nombre, para quien pueda ver este canal. Puedes hacer que se borre en cualquier momento._
    }

privacy-too-often =
    { $server ->
        [true] Este servidor ha enviado demasiadas { $what ->
            [answers] respuestas
            [questions] preguntas
            [imports] lecturas
            [copies] búsquedas de pasajes
           *[exports] peticiones de archivos
        } en la última hora.
       *[false] Has enviado demasiadas { $what ->
            [answers] respuestas
            [questions] preguntas
            [imports] lecturas
            [copies] búsquedas de pasajes
           *[exports] peticiones de archivos
        } en la última hora.
    } Inténtalo otra vez { $again }.
