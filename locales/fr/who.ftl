who-name = { $name }{ $years ->
        [none] {""}
       *[other] {" "}({ $years })
    }
who-also = _Aussi : { $names }_
who-of-quote-title = Qui est qui
who-of-quote-none = Le recueil n’explique aucun nom ni aucun mot de cette citation.
who-dates-title = Chronologie
who-dates-none = Le recueil n’a pas de dates.
who-date = **{ $year }{ $until ->
        [none] {""}
       *[other] –{ $until }
    }** { $about }
who-hint = _`/who name:` explique une personne ou un mot._
who-quote = Dans ces citations : { $ids }
who-count =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
