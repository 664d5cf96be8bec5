# Die Seite eines Themas und die Liste der Themen.

theme-list-title = Die Themen des Buches
theme-listed = **{ $name }** · { $quotes ->
        [one] { $quotes } Zitat
       *[other] { $quotes } Zitate
    } · `{ names-quote.theme }:{ $id }`
theme-open = Thema öffnen
theme-holds =
    Im Buch stehen dazu { $quotes ->
        [one] { $quotes } Zitat
       *[other] { $quotes } Zitate
    } und { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }.
theme-asked =
    { $count ->
        [0] **Deine Gruppe wurde dazu noch nicht gefragt.**
        [one] **Deine Gruppe wurde einmal dazu gefragt:**
       *[other] **Deine Gruppe wurde { $count }-mal dazu gefragt. Zuletzt:**
    }
theme-question =
    { $question } _({ $open ->
        [true] offen, { $answers ->
            [one] { $answers } Antwort
           *[other] { $answers } Antworten
        }
       *[false] { $answers ->
            [one] { $answers } Antwort
           *[other] { $answers } Antworten
        }
    }, { $asked })_
theme-footer = { names-quote.theme }:{ $id }
theme-quote = Ein Zitat
theme-ask = Frage stellen
theme-record = Protokoll
