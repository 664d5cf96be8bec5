# Guardar el mensaje de alguien como su respuesta, si acepta. $message es un enlace al mensaje.

consent-ask = { $author }, ¿puedo guardar { $message } como respuesta tuya?
consent-this-message = este mensaje
consent-asker = Lo pide { $asker }, y solo { $author } puede contestar. Si dices que no, o no dices nada en 7 días, no se guarda nada.
consent-files =
    { $count ->
        [one] _Solo se guardan las palabras, no { $files }._
       *[other] _Solo se guardan las palabras, no los archivos { $files }._
    }
consent-yes = Sí
consent-no = No

consent-asked-before = Ya se preguntó a { $author } por ese mensaje: { $message }.
consent-asked-just-now = Acaban de preguntar a { $author } por ese mensaje.
consent-asked-by-caller = Ya preguntaste a { $author } por otro mensaje: { $message }. Espera su contestación antes de preguntar otra vez.
consent-asked-by-caller-just-now = Acabas de preguntar a { $author } por otro mensaje. Espera su contestación antes de preguntar otra vez.
consent-asked-often = Ya se preguntó a { $author } por varios mensajes. Espera sus contestaciones.
consent-see-here = míralo aquí

consent-replace-title = Ya respondiste a esta pregunta
consent-your-answer =
    { $anonymous ->
        [true] Tu respuesta anónima
       *[false] Tu respuesta
    }
consent-replace-hint =
    ¿Poner el mensaje en su lugar?{ $anonymous ->
        [true] {" "}En ese caso se borra tu respuesta anónima, y el mensaje lleva tu nombre.
       *[false] {""}
    }
consent-replace = Sustituir mi respuesta

consent-receipt =
    { $change ->
        [same] Tu mensaje ya es tu respuesta: «**{ $question }**».
        [new] Tu mensaje queda guardado como respuesta tuya a «**{ $question }**».
       *[replaced] Tu mensaje sustituye a la respuesta que diste a «**{ $question }**».
    }

consent-recorded = { $author } dijo que sí: { $message } es su respuesta a «**{ $question }**».
consent-declined = { $message } no se guarda como respuesta a «**{ $question }**».
consent-the-message = El mensaje
consent-too-late = La ronda se cerró entretanto, así que { $message } no se guarda como respuesta a «**{ $question }**».
consent-gone =
    { $reason ->
        [expired] Nadie contestó en 7 días, así que el mensaje ya no se conserva y no se guardó nada para «**{ $question }**».
        [closed] Esto quedó contestado antes de que se cerrara la ronda: «**{ $question }**».
       *[answered] Esto ya está contestado: «**{ $question }**».
    }

consent-error-bot = Eso lo escribió un bot. Solo puede ser una respuesta lo que escribe una persona.
consent-error-no-words = Ese mensaje no tiene palabras que guardar; las imágenes y los archivos no se guardan.
consent-error-too-long =
    { $own ->
        [true] Tu mensaje
       *[false] Ese mensaje
    } supera los { $most } caracteres que puede tener una respuesta.
consent-error-none-open = Aquí no hay ninguna pregunta abierta, así que este mensaje no responde a nada.
consent-error-debate = Esto es un debate: primero cada persona defiende el bando que le tocó. Se podrá guardar un mensaje cuando cada cual diga lo que piensa.
consent-error-recorded = Ese mensaje ya es la respuesta de { $author }.
consent-error-closed = La ronda se cerró entretanto, así que no se ha guardado nada.
consent-error-not-author = Solo puede contestar la persona que escribió ese mensaje.
