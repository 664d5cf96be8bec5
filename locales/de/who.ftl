# Personen, Wörter und Daten aus den Texten.

who-name = { $name }{ $years ->
        [none] {""}
       *[other] {" "}({ $years })
    }
who-also = _Auch: { $names }_
who-of-quote-title = Wer ist wer
who-of-quote-none = Das Buch erklärt keinen Namen und kein Wort aus diesem Zitat.
who-dates-title = Zeittafel
who-dates-none = Im Buch stehen keine Daten.
who-date = **{ $year }{ $until ->
        [none] {""}
       *[other] –{ $until }
    }** { $about }
who-hint = _`/who name:` erklärt eine Person oder ein Wort._
who-quote = In diesen Zitaten: { $ids }
who-count =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
