# Plantear una pregunta y cambiar sus palabras.

question-edit = Editar la pregunta
question-field = La pregunta
question-field-about = Todo el mundo ve las palabras nuevas. Las respuestas que ya hay no cambian.
question-about = Preguntar sobre este mensaje
question-about-field = Tu pregunta
question-about-hint = La ve todo el mundo, con un enlace al mensaje.
question-edited = Cambiada: todo el mundo ve las palabras nuevas.

question-error-channel = Una pregunta necesita un canal o un hilo.
question-error-id-and-text = Usa `{ names-question.id }:` o `{ names-question.text }:`, no las dos: una pregunta del cuaderno o una tuya.
question-error-no-match = El cuaderno no tiene ninguna pregunta así. Prueba sin `{ names-question.work }:`, o pregunta con tus propias palabras usando `{ names-question.text }:`.
question-error-of-book = Las palabras de una pregunta del cuaderno no se cambian.
question-error-missing = En este canal me faltan permisos: { $permissions }. Sin ellos nadie vería las respuestas. Dámelos en los ajustes del canal e inténtalo otra vez.
question-error-closed = Esta ronda terminó; su pregunta ya no se cambia.
question-error-about-bot = Eso lo escribió un bot. Para preguntar sobre una cita, usa `/question`.
question-error-about-nothing = En ese mensaje no hay nada sobre lo que preguntar.
