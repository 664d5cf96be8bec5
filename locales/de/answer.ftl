# Was Mitglieder antworten.

answer-count =
    { $count ->
        [one] 1 Antwort
       *[other] { $count } Antworten
    }

answer-form-title =
    { $kind ->
        [change] Deine Antwort ändern
        [argue] Für deine Seite argumentieren
       *[answer] Die Frage beantworten
    }
answer-form-text = Deine Antwort
answer-form-until = Du kannst sie ändern, bis die Runde geschlossen wird.
answer-form-name = Dein Name
answer-form-named = Mit meinem Namen
answer-form-unnamed = Ohne meinen Namen
answer-form-signs = Bisher steht deine Antwort ohne Namen da. Damit sehen alle deinen Namen.
answer-form-unnamed-warning =
    { $seen ->
        [true] Alle kennen deine Antwort mit Namen: Dieselben Worte würden dich weiter verraten.
       *[false] Wenn fast alle anderen ihren Namen nennen, lässt sich erraten, wer du bist.
    }
answer-form-rest = _Der Rest steht weiter oben im Kanal._
answer-form-rest-of-side = _Zu deiner Seite gibt es noch mehr: Drücke „Meine Seite“._
answer-which = Hier sind mehrere Fragen offen. Welche beantwortest du?
answer-which-hint = Wähle eine Frage

answer-unsign-title = Deinen Namen wegnehmen?
answer-unsign-text = Alle konnten deine Antwort mit deinem Namen lesen. Sie verschwindet vor aller Augen, und dieselben Worte ohne deinen Namen würden immer noch verraten, dass sie von dir sind.
answer-unsign-sure = Trotzdem wegnehmen

answer-receipt =
    { $change ->
        [same] **Deine Antwort ist unverändert.**
        [named] **Deine Antwort ist gespeichert.**
        [posted] **Deine Antwort ist gespeichert und steht hier unter deinem Namen.**
        [anonymous] **Deine Antwort ist ohne deinen Namen gespeichert.**
        [signed] **Deine Antwort trägt jetzt deinen Namen.**
        [signed-posted] **Deine Antwort steht jetzt hier unter deinem Namen.**
        [unsigned] **Deine Antwort ist jetzt ohne deinen Namen; die mit Namen ist gelöscht.**
       *[changed] **Deine Antwort ist geändert.**
    }{ $shown ->
        [hidden] {" "}Niemand sieht sie, bevor alle Antworten aufgedeckt werden.
        [hidden-anonymous] {" "}Niemand sieht sie, bevor alle Antworten aufgedeckt werden. Du kannst sie ändern, bis die Runde geschlossen wird; danach lässt sie sich dir nicht mehr zuordnen.
        [at-reveal] {" "}Sie wird sichtbar, wenn die Moderation die Antworten aufdeckt. Du kannst sie ändern, bis die Runde geschlossen wird; danach lässt sie sich dir nicht mehr zuordnen.
        [at-close] {" "}Sie wird sichtbar, wenn die Runde geschlossen wird. Bis dahin kannst du sie ändern; danach lässt sie sich dir nicht mehr zuordnen.
        [now] {" "}Alle können sie jetzt lesen. Sobald die Runde geschlossen ist, lässt sie sich dir nicht mehr zuordnen.
       *[named] {""}
    }
answer-unlinked =
    { $count ->
        [one] _Eine anonyme Antwort hier stammt aus einer Sicherungskopie: Niemand kann sie mehr ändern oder zurückziehen. Wenn sie von dir ist, antworte nicht noch einmal; sonst zählen beide._
       *[other] _{ $count } anonyme Antworten hier stammen aus einer Sicherungskopie: Niemand kann sie mehr ändern oder zurückziehen. Wenn eine von dir ist, antworte nicht noch einmal; sonst zählen beide._
    }
answer-change = Ändern
answer-withdraw = Zurückziehen
answer-withdrawn =
    { $answered ->
        [true] Zurückgezogen: Deine Antwort ist gelöscht.
       *[false] Du hast in dieser Runde keine Antwort.
    }
answer-again = Neu antworten

answer-anonymous = _Anonym_
answer-from-message = { $by } · { $message }
answer-message = Nachricht
answer-argued = { $by }_, für die Seite „{ $current }“_
answer-own-view = { $by }_, eigene Meinung_

answer-page =
    { $kind ->
        [argued] Die Argumente
        [anonymous] Anonyme Antworten
       *[all] Die Antworten
    }
answer-page-footer =
    Runde { $round } · in zufälliger Reihenfolge{ $last ->
        [1] {""}
       *[other] {" "}· Seite { $page } von { $last }
    }

answer-error-closed = Diese Runde ist geschlossen, deshalb wurde deine Antwort nicht gespeichert. `/record` zeigt die Antworten.
answer-error-withdraw-closed = Diese Runde ist geschlossen: Ihre Antworten lassen sich nicht mehr ändern.
answer-error-names-only = Dieser Server nimmt keine anonymen Antworten an, deshalb wurde diese nicht gespeichert. Du kannst mit deinem Namen antworten.
answer-error-draft-gone = Deine Antwort wurde 15 Minuten aufbewahrt und ist jetzt weg; sie wurde nicht gespeichert. Bitte schick sie noch einmal.
