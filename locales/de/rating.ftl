# Die Antworten der anderen bewerten.

rating-title = Antwort { $position } von { $total }
rating-said =
    { $opinion ->
        [agree] Du stimmst zu. Das kannst du ändern.
        [pass] Du enthältst dich. Das kannst du ändern.
       *[disagree] Du stimmst nicht zu. Das kannst du ändern.
    }
rating-opinion =
    { $opinion ->
        [agree] Stimme zu
        [pass] Enthalte mich
       *[disagree] Stimme nicht zu
    }
rating-back = ‹ Zurück
rating-skip = Überspringen ›
rating-progress =
    { $rated } von { $total } bewertet{ $without_own ->
        [true] , ohne deine eigene
       *[false] {""}
    } · nur du siehst das
rating-missed = **Diese Antwort wurde inzwischen geändert oder zurückgezogen; nichts wurde gezählt.**

rating-none = Hier gibt es keine Antwort von anderen zu bewerten.
rating-done =
    { $count ->
        [one] **Das war die einzige. Danke!**
       *[other] **Du hast alle { $count } bewertet. Danke!**
    }
rating-done-hint = Niemand sieht deine Bewertungen. Du kannst sie ändern, bis die Runde geschlossen wird. Das Ergebnis einer Antwort erscheint, sobald drei Personen sie bewertet haben.
rating-again = Noch einmal ansehen

rating-results = Zwischenstand
rating-results-none = Noch keine Antworten zu bewerten.
rating-answer = „{ $text }“ – { $by }
rating-line = { $answer } · { $agree } dafür · { $disagree } dagegen
rating-line-passed =
    { $answer } · { $agree } dafür · { $disagree } dagegen · { $pass ->
        [one] { $pass } Enthaltung
       *[other] { $pass } Enthaltungen
    }
rating-line-few = { $answer }_ · noch zu wenige Bewertungen_

rating-error-hidden = Die Antworten sind noch verdeckt. Du kannst sie bewerten, sobald alle sie lesen können.
rating-error-closed = Diese Runde ist geschlossen, ihre Antworten lassen sich nicht mehr bewerten. `/record` zeigt, was die Gruppe denkt.
