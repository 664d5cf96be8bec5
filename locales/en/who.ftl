# People, words and dates of the readings.

# A person with years: "Mikhail Bakunin (1814–1876)".
who-name = { $name }{ $years ->
        [none] {""}
       *[other] {" "}({ $years })
    }
who-also = _Also: { $names }_
who-of-quote-title = Who is who
who-of-quote-none = The book explains no name or word of this quote.
who-dates-title = A timeline
who-dates-none = The book has no dates.
# $until is the last year of several.
who-date = **{ $year }{ $until ->
        [none] {""}
       *[other] –{ $until }
    }** { $about }
who-hint = _`/who name:` explains a person or a word._
who-quote = In these quotes: { $ids }
who-count =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
