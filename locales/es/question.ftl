# Plantear una pregunta y cambiar sus palabras.

question-edit = Editar la pregunta
question-field = La pregunta
question-edited = Cambiada: todo el mundo ve las palabras nuevas.

question-error-channel = Una pregunta necesita un canal o un hilo.
question-error-id-and-text = Usa `id:` o `text:`, no las dos: una pregunta del cuaderno o una tuya.
question-error-no-match = El cuaderno no tiene ninguna pregunta así. Prueba sin `work:`, o pregunta con tus propias palabras usando `text:`.
question-error-of-book = Las palabras de una pregunta del cuaderno no se cambian.
question-error-missing = En este canal me faltan permisos: { $permissions }. Sin ellos nadie vería las respuestas. Dámelos en los ajustes del canal e inténtalo otra vez.
question-error-closed = Esta ronda terminó; su pregunta ya no se cambia.
