# Das Protokoll: was die Gruppe gefragt wurde und geantwortet hat.

record-title = Das Protokoll
record-empty = Noch nichts. `/question` stellt die erste Frage; was ihr antwortet, steht dann hier nach Themen.
record-without-theme = Ohne Thema
record-open =
    { $seminars ->
        [true] Thema oder Seminar öffnen
       *[false] Thema öffnen
    }
record-seminars = **Seminare**
record-seminar-line = **{ $title }** · { $day } · { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }{ $open ->
        [true] , noch offen
       *[false] {""}
    }
record-seminar-entry = Seminar { $seminar }
record-theme-line = **{ $theme }** · { $count }
record-theme-empty = Noch nichts. Stell mit `/question theme:{ $theme }` eine Frage dazu.
record-no-theme-empty = Noch nichts. Stell mit `/question` eine Frage.
record-seminar-title = Seminar: { $title }
record-seminar-empty = In diesem Seminar wurde keine Frage gestellt.
record-question = **{ $number }. { $question }** _· gestellt am { $asked }, { $open ->
        [true] noch offen
       *[false] geschlossen
    }_
record-continued = **{ $number }. { $question }** _(Fortsetzung)_
record-nobody =
    { $open ->
        [true] _Noch keine Antworten._
       *[false] _Keine Antworten._
    }
record-hidden =
    { $count ->
        [one] _{ $count } verdeckte Antwort; sie wird sichtbar, wenn die Runde geschlossen wird._
       *[other] _{ $count } verdeckte Antworten; sie werden sichtbar, wenn die Runde geschlossen wird._
    }
record-statement =
    { $state ->
        [adopted] Das Fazit der Gruppe
        [dissent] Das Fazit der Gruppe, mit Einwänden
        [without] Vorgeschlagen, nicht angenommen
       *[proposed] Vorgeschlagen, noch nicht entschieden
    }{ $version ->
        [none] {""}
       *[other] {" "}· Fassung { $version }
    }{ $day ->
        [none] {""}
       *[other] {" "}· { $day }
    }
record-votes = _{ $counts }_

record-theme-and-seminar = Gib entweder `{ names-record.theme }:` oder `{ names-record.seminar }:` an, nicht beides.

record-stated = **Fazits der Gruppe**
record-answered = **Ohne Fazit geschlossen**
record-still-open = **Noch offen**
record-contents-stated = { $number }. { $question }
record-contents-statement = { $statement } _· { $day ->
        [none] {""}
       *[other] { $day } ·{" "}
    }{ $counts }_
record-contents-line = **{ $number }.** { $question } _· { $day } · { $about }_
record-contents-choice = { $number }. { $question }
record-contents-about =
    { $answers ->
        [0] keine Antwort
        [one] { $answers } Antwort
       *[other] { $answers } Antworten
    }{ $met ->
        [0] {""}
       *[other] {" "}· { $met } mit breiter Zustimmung
    }{ $parted ->
        [0] {""}
       *[other] {" "}· { $parted } umstritten
    }
record-open-question = Frage öffnen

record-search-hint = Mit `/record search:` findest du Wörter darin.
record-found = Im Protokoll: { $searched }
record-found-nothing = Nichts, was du hier lesen kannst, enthält diese Wörter. Versuch es mit weniger Wörtern oder mit einem Wortanfang: `council*`.
record-found-in-part = _Nichts enthält alle diese Wörter. Hier stehen einige davon._
record-hit =
    { $kind ->
        [question] Die Frage
        [statement] Das Fazit der Gruppe
        [objection] { $name ->
            [none] Einwand, anonym
           *[other] Einwand von { $name }
        }
       *[answer] { $name ->
            [none] Anonym
           *[other] { $name }
        }
    }
record-hit-text = { $excerpt }{ $question ->
        [none] {""}
       *[other] {" "}_· zu: { $question }_
    } _· { $day }_
record-open-found = Ganz lesen
record-hits =
    { $count ->
        [one] { $count } Stelle
       *[other] { $count } Stellen
    }
