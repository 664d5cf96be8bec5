# Eine Runde: eine gestellte Frage, ihre Karte und wie sie geschlossen wird.

round-title = Eine Frage
round-opener = Zum Einstieg
round-closer = Zum Abschluss
round-title-of = Frage { $position } von { $total } · { $about }
round-asked-by =
    { $speaker ->
        [none] _Das fragt { $author } in_
       *[other] _Das fragt { $speaker }, zitiert von { $author }, in_
    } _{ $title }, ¶{ $paragraph }_
round-about = Zu { $message }
# Im Dativ.
round-about-message = dieser Nachricht
round-footer =
    Runde { $round }{ $level ->
        [easy] {" "}· leicht
        [middle] {" "}· mittel
        [text] {" "}· braucht den Text
       *[none] {""}
    }{ $own ->
        [true] {" "}· in eigenen Worten
       *[false] {""}
    }
round-number = Runde { $round }
round-post = { $position }. { $question }

round-count =
    { $count ->
        [0] { $closed ->
            [true] **Keine Antworten.**
           *[false] **Noch keine Antworten.**
        }
        [one] { $anonymous ->
            [0] **1 Antwort.**
           *[other] **1 Antwort, anonym.**
        }
       *[other] { $anonymous ->
            [0] **{ $count } Antworten.**
           *[other] **{ $count } Antworten, davon { $anonymous } anonym.**
        }
    }
round-answers =
    { $state ->
        [closed] Diese Runde ist geschlossen.
        [unanswered] Die Zeit ist um. Du kannst noch antworten: Eine Antwort mit deinem Namen erscheint sofort.
        [revealed] Weiter unten steht alles. Du kannst noch antworten; eine späte anonyme Antwort erscheint, wenn die Runde geschlossen wird.
        [sealed] Die Antworten bleiben verdeckt, bis alle Teilnehmenden geantwortet haben oder die Moderation sie aufdeckt{ $at ->
            [none] {""}
           *[other] , spätestens { $at }
        }.
        [live-in-seminar] Anonyme Antworten bleiben verdeckt, bis die Moderation sie aufdeckt{ $at ->
            [none] {""}
           *[other] , spätestens { $at }
        }.
       *[live] Anonyme Antworten erscheinen, wenn die Runde geschlossen wird.
    }
round-not-awaited = _Jemand nimmt ohne Namen teil. Wer jetzt dazukommt, könnte dieselbe Person sein; deshalb wird auf diese Antwort erst ab der nächsten Frage gewartet._
round-debate =
    { $part ->
        [dealt] Argumentiere zuerst für die Seite, die dir zugeteilt wurde.
       *[own] Sag jetzt, was du selbst denkst.
    }

round-withdrawn =
    { $count ->
        [one] 1 Antwort wurde zurückgezogen.
       *[other] { $count } Antworten wurden zurückgezogen.
    }

round-answer = Antworten
round-argue = Argumentieren
round-reveal = Aufdecken
round-edit = Bearbeiten
round-close = Schließen

round-outcome-title = Wie weiter?
round-outcome-count =
    { $count ->
        [0] **Noch keine Antworten.**
        [one] **1 Antwort.**
       *[other] **{ $count } Antworten.**
    }
round-outcome-closed = Diese Runde ist geschlossen.
round-outcome-own = **Jetzt im eigenen Namen:** { $question }
round-outcome-own-hint = Du hast für die Seite argumentiert, die dir zugeteilt wurde. Was denkst du selbst?
round-next =
    { $rate ->
        [true] Bewertet die Antworten, eine nach der anderen: Niemand sieht, wer wie bewertet.{" "}
       *[false] {""}
    }Redet hier darüber. { $proposer ->
        [none] Alle können ein Fazit für die ganze Gruppe vorschlagen.
       *[other] { $proposer } hat ein Fazit für die ganze Gruppe vorgeschlagen: Es steht hier in einer eigenen Nachricht.
    }
round-then = Dann macht die Moderation weiter.
round-rate = Antworten bewerten
round-results = Zwischenstand
round-propose = Fazit vorschlagen
round-next-question = Nächste Frage
round-close-seminar = Seminar schließen
round-most-agree = **Breite Zustimmung**
round-opinions-differ = **Umstritten**
round-more = _und { $count } weitere_

round-closing = Diese Runde schließen?
round-closing-hint =
    { $count ->
        [0] Sie hat noch keine Antworten, und wenn sie geschlossen ist, kann niemand mehr antworten.
        [one] Sie hat 1 Antwort.
       *[other] Sie hat { $count } Antworten.
    }{ $count ->
        [0] {""}
       *[other] {" "}Beim Schließen erscheinen hier die anonymen Antworten. Danach kann niemand mehr eine Antwort ändern oder zurückziehen, und eine anonyme lässt sich niemandem mehr zuordnen.
    }
round-closing-sure = Schließen
round-closing-statement = Ein Fazit ist vorgeschlagen. { $state }.
round-closing-open = Ein Fazit ist vorgeschlagen. { $state }. Wenn du die Runde jetzt schließt, zieht die Gruppe kein Fazit.
round-closing-blocked = Ein Fazit ist vorgeschlagen. { $state }. Es kann erst angenommen werden, wenn mehr zustimmen, als Einwände da sind. Wenn du die Runde jetzt schließt, zieht die Gruppe kein Fazit.
round-closing-outweighs = Ein Fazit ist vorgeschlagen. { $state }. Du kannst es annehmen: Die Einwände bleiben Wort für Wort im Protokoll. Oder schließ die Runde ohne Fazit.
round-close-without = Ohne Fazit schließen
round-close-over = Annehmen, Einwände behalten
round-closed =
    { $count ->
        [0] Ohne Antwort geschlossen.
        [one] Mit 1 Antwort geschlossen.
       *[other] Mit { $count } Antworten geschlossen.
    } Alles steht in `/record`.

round-error-unknown = Eine Runde { $round } gibt es hier nicht, oder du kannst sie nicht sehen.
round-error-none-open = Hier ist keine Frage offen. `/question` stellt eine.
round-error-several = Hier sind mehrere Fragen offen. Sag mit `{ names-close.round }:`, welche du meinst, oder drücke _Schließen_ darunter.
round-error-closed = Diese Runde ist schon geschlossen.
round-error-asker =
    Diese Frage kann nur { $action ->
        [edit] bearbeiten
       *[close] schließen
    }, wer sie gestellt hat oder moderiert.
