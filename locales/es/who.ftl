# Personas, palabras y fechas de las lecturas.

who-name = { $name }{ $years ->
        [none] {""}
       *[other] {" "}({ $years })
    }
who-also = _También: { $names }_
who-of-quote-title = Quién es quién
who-of-quote-none = El cuaderno no explica ningún nombre ni palabra de esta cita.
who-dates-title = Cronología
who-dates-none = El cuaderno no tiene fechas.
who-date = **{ $year }{ $until ->
        [none] {""}
       *[other] –{ $until }
    }** { $about }
who-hint = _`/who name:` explica una persona o una palabra._
who-quote = En estas citas: { $ids }
who-count =
    { $count ->
        [one] { $count } fecha
       *[other] { $count } fechas
    }
