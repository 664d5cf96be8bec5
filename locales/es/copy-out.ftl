# Copiar un pasaje de una lectura propia de este servidor, como cita.

copy-out-found = Está ahí, palabra por palabra
copy-out-propose-hint = La facilitación puede añadirlo al cuaderno de este servidor. Si lo propones, lo verá todo el mundo.
copy-out-propose = Proponerlo
copy-out-proposed = Propuesto como cita
copy-out-proposed-hint = _Está en la lectura palabra por palabra. La facilitación puede añadirlo al cuaderno._
copy-out-add = Añadirlo al cuaderno
copy-out-within-marks = Quizá el texto cita aquí a otra persona. Quien lo añada dirá de quién son estas palabras.
copy-out-added = Ya está en el cuaderno de este servidor
copy-out-show = Verlo

copy-out-form = Añadir esta cita
copy-out-speaker = De quién son, si no de quien firma
copy-out-speaker-hint = Déjalo vacío si lo dice { $author }.

copy-out-ask = Copiar un pasaje
copy-out-ask-field = El pasaje, palabra por palabra
copy-out-ask-hint = Lo busco en las lecturas propias de este servidor.

copy-out-near = No es palabra por palabra
copy-out-differs = La lectura lo dice así. En qué difiere:
copy-out-other = «{ $quoted }» es allí «{ $written }»
copy-out-put-in = «{ $quoted }» no está allí
copy-out-left-out = falta «{ $written }»
copy-out-more =
    { $count ->
        [one] … y en { $count } sitio más.
       *[other] … y en { $count } sitios más.
    }
copy-out-near-hint = _Una cita se copia palabra por palabra. Para guardar este pasaje, cítalo como lo dice la lectura._

copy-out-error-bot = Eso lo escribió un bot. Úsalo en un mensaje en el que un miembro cita una lectura.
copy-out-error-no-words = Para encontrar un pasaje necesito al menos { $least } palabras seguidas.
copy-out-error-nowhere =
    { $texts ->
        [true] Ninguna lectura de este servidor tiene esas palabras seguidas.
       *[false] Este servidor no tiene lecturas propias. Añade una con `/reading add`.
    }{ $works ->
        [none] {""}
       *[other] {" "}De { $works } tengo las citas, pero no el texto.
    }
copy-out-error-common = Eso está en _{ $title }_, ¶{ $paragraph }. Es del cuaderno que comparten todos los servidores: sus citas las elige quien mantiene este bot.
copy-out-error-not-the-authors = Eso está en una introducción o en una nota, que no se citan: quizá no sean palabras de la obra.
copy-out-error-too-long = Una cita tiene { $most } caracteres como máximo. Elige la parte que importa.
copy-out-error-known = Eso ya es una cita: `{ $id }`.
copy-out-error-full = Esta lectura tiene { $most } citas, el máximo posible.
copy-out-error-gone = Esa lectura ya no está aquí o ha cambiado. Prueba otra vez con _Copiar pasaje_.
