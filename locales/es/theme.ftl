# La página de un tema y la lista de temas.

theme-list-title = Los temas del cuaderno
theme-listed = **{ $name }** · { $quotes ->
        [one] { $quotes } cita
       *[other] { $quotes } citas
    } · `{ names-quote.theme }:{ $id }`
theme-open = Abrir un tema
theme-holds =
    El cuaderno tiene sobre ello { $quotes ->
        [one] { $quotes } cita
       *[other] { $quotes } citas
    } y { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }.
theme-asked =
    { $count ->
        [0] **En tu grupo todavía no se ha preguntado sobre ello.**
        [one] **En tu grupo se ha preguntado una vez:**
       *[other] **En tu grupo se ha preguntado { $count } veces. Lo último:**
    }
theme-question =
    { $question } _({ $open ->
        [true] abierta, { $answers ->
            [one] { $answers } respuesta
           *[other] { $answers } respuestas
        }
       *[false] { $answers ->
            [one] { $answers } respuesta
           *[other] { $answers } respuestas
        }
    }, { $asked })_
theme-footer = { names-quote.theme }:{ $id }
theme-quote = Una cita
theme-ask = Plantear una pregunta
theme-record = Acta
