# Las lecturas propias de un servidor.

reading-form = Añadir una lectura
reading-form-file = El texto
reading-form-file-about = .txt, .md, .html, .epub o un .pdf que contenga texto. Añade solo lo que puedas compartir.
reading-form-title = Título
reading-form-title-about = Si queda vacío, busco título, autoría y año en el archivo.
reading-form-author = Autoría
reading-form-year = Año
reading-form-year-about = Cuándo se publicó por primera vez.

reading-found-title = Encontrado: { $title }
reading-found-author = de **{ $author }**
reading-found-counts =
    { $paragraphs ->
        [one] { $paragraphs } párrafo
       *[other] { $paragraphs } párrafos
    }, { $quotes ->
        [one] { $quotes } cita
       *[other] { $quotes } citas
    } y { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    } del propio texto.
reading-found-sections = Secciones
reading-found-section = { $title } (¶{ $first }–{ $last })
reading-found-doubts = Revisa esto, por favor
reading-found-footer = Solo lo ve este servidor. Si no lo añades, se borra al cabo de un día. Añade solo textos que puedas compartir.
reading-found-add = Añadir
reading-found-discard = No añadir

reading-added = _{ $title }_ está ahora en el cuaderno de este servidor: sus citas y preguntas salen con las demás.
reading-added-quote = Una cita del texto
reading-name = r{ $reading }: { $title }, de { $author }
reading-remove-title = ¿Quitar { $title }?
reading-remove-ask =
    Salen del cuaderno de este servidor: { $quotes ->
        [one] { $quotes } cita
       *[other] { $quotes } citas
    } y { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }. Lo que se respondió se queda en el acta. Para recuperarla, añade otra vez el archivo.
reading-remove-button = Quitarla
reading-removed = _{ $title }_ ya no está en el cuaderno. Lo que se respondió a sus preguntas se queda en el acta.

reading-list-title = Las lecturas propias de este servidor
reading-list-none = Todavía ninguna. Añade una con `/reading add`.
reading-listed = **{ $author }**, _{ $title }_ · { $quotes ->
        [one] { $quotes } cita
       *[other] { $quotes } citas
    } · `{ names-reading-remove.reading }:r{ $reading }`
reading-list-footer = { $count } de { $most }

reading-gone = Esta lectura ya no está aquí. Mira cuáles hay en `/reading list`.
reading-too-many = Este servidor tiene { $most } lecturas propias, el máximo posible. Deja sitio con `/reading remove`.
reading-too-large = Ese archivo supera los { $megabytes } MB. Añade solo la parte que lee el grupo.
reading-not-an-attachment = Ese archivo no se subió a Discord.
reading-not-downloaded = No pude obtener ese archivo de Discord. Inténtalo otra vez.
reading-unreadable-file = No se puede leer { $file }: { $reason }.
reading-not-imported = No pude leer ese archivo. Prueba con .txt o .html.
reading-refused =
    { $reason ->
        [empty] Ese archivo está vacío.
        [no-words] En ese archivo no hay palabras.
        [too-long] Ese texto es demasiado largo para mí. Añádelo por partes.
        [no-text] Ese archivo no contiene texto. Leo archivos .txt, .md, .html, .epub y .pdf.
        [other-format] No leo ese tipo de archivo. Guárdalo como PDF, HTML o texto simple y añádelo así.
        [archive] Es un archivo comprimido con varios archivos. Descomprímelo y añade el texto que contiene.
        [clippings] Son pasajes marcados en varios libros. Añade el texto de un solo libro.
        [no-letters] No puedo leer las letras de ese PDF: son imágenes. Pásale antes un reconocimiento de texto (OCR).
        [locked] Ese archivo está protegido con contraseña. Guarda una copia sin ella y añádela.
       *[damaged] No puedo leer ese archivo: quizá esté dañado. Guárdalo otra vez o prueba otro formato.
    }

reading-doubt-no-title = No encontré el título y tomé el nombre del archivo. Puedes dar uno con `{ names-reading-add.title }:`.
reading-doubt-no-author = No encontré quién lo escribió. Dilo con `{ names-reading-add.author }:`.
reading-doubt-no-year = No encontré el año. Añádelo con `{ names-reading-add.year }:`.
reading-doubt-guessed-year = No encontré el año. { $year } es el más reciente que aparece en el texto. Si no es correcto, da el bueno con `{ names-reading-add.year }:`.
reading-doubt-edition-year = El año quizá sea el de una edición posterior. Si es así, da el primero con `{ names-reading-add.year }:`.
reading-doubt-notes =
    { $count ->
        [one] { $count } nota no tiene llamada en el texto.
       *[other] { $count } notas no tienen llamada en el texto.
    }
reading-doubt-no-body = No pude distinguir qué parte es el texto de la obra.
reading-doubt-introduction =
    { $count ->
        [one] Tomé el primer párrafo por una introducción de la edición.
       *[other] Tomé los { $count } primeros párrafos por una introducción de la edición.
    }
reading-doubt-wrong-bytes = Algunas letras no se pueden leer. Se ven como �.
reading-doubt-too-many-pages = Ese PDF es demasiado largo. No leí sus últimas páginas.
reading-doubt-fonts = No puedo leer algunas letras de ese PDF, así que faltan palabras.
reading-doubt-empty-pages =
    { $count ->
        [one] { $count } página no tiene palabras: está vacía o es una imagen.
       *[other] { $count } páginas no tienen palabras: están vacías o son imágenes.
    }
reading-doubt-page-order =
    { $moved ->
        [true] Cambié el orden de las páginas. Comprueba que cada una sigue donde acaba la anterior.
       *[false] Quizá las páginas estén desordenadas. Comprueba que cada una sigue donde acaba la anterior.
    }
reading-doubt-foreign = El texto no está en inglés, y solo conozco los temas en inglés. No elegí citas ni preguntas de él.
reading-doubt-missing-pages =
    { $count ->
        [one] { $count } página del libro no está en el archivo.
       *[other] { $count } páginas del libro no están en el archivo.
    }
reading-doubt-joined =
    { $count ->
        [one] { $count } párrafo continúa en la página siguiente. Quizá sean dos.
       *[other] { $count } párrafos continúan en la página siguiente. Quizá cada uno sean dos.
    }
reading-doubt-mended =
    { $count ->
        [one] Corregí { $count } errata, quizá sin acertar.
       *[other] Corregí { $count } erratas, quizá sin acertar.
    }
