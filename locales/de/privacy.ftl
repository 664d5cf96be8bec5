# Was über ein Mitglied gespeichert ist, und wie es gelöscht wird.

privacy-title = Was hier über dich gespeichert ist
privacy-footer = Nur du siehst das
privacy-nothing = Auf diesem Server ist nichts über dich gespeichert.

privacy-line =
    { $kind ->
        [answers] **Antworten: { $count }** · deine Worte, für das Protokoll der Gruppe
        [ratings] **Bewertungen: { $count }** · von Antworten anderer; niemand sieht, von wem sie sind
        [statements] **Von dir vorgeschlagene Fazits: { $count }** · damit die Gruppe abstimmen kann
        [wordings] **Fassungen von Fazits, die du geschrieben hast: { $count }** · mit deinem Namen
        [votes] **Stimmen und Einwände: { $count }** · zu dem, was die Gruppe entscheidet
        [questions] **Von dir gestellte Fragen: { $count }** · damit du sie ändern und schließen kannst
        [seminars] **Seminare, die du geplant hast oder moderierst: { $count }** · damit du sie leiten kannst
        [roster] **Seminare, an denen du teilnimmst: { $count }** · damit die Gruppe weiß, auf wen sie wartet
        [meetings] **Termine, für die du zugesagt hast: { $count }** · um dich zu erinnern, bis sie vorbei sind
        [turns] **Plätze auf einer Redeliste: { $count }** · dafür, wer mit dem Reden dran ist
        [sides] **Dir zugeteilte Seiten: { $count }** · bis die Frage geschlossen wird
        [recalls] **Abberufungen: { $count }** · deine Bitten um eine andere Moderation, bis das Seminar geschlossen wird
        [take-downs] **Entferntes: { $count }** · von dir entfernt: für das Log; deine Antworten: bis die Frage geschlossen wird
        [second-thoughts] **Antworten auf Nachfragen: { $count }** · für die Zahlen; niemand liest sie
        [consents] **Nachrichten, die auf ein Ja warten: { $count }** · deine, oder solche, nach denen du gefragt hast; höchstens eine Woche
        [kept] **Gemerkte Zitate: { $count }** · nur für dich
        [dailies] **Von dir eingerichtete Tageszitate: { $count }** · damit du erfährst, wenn eines nicht klappt
        [readings] **Von dir hinzugefügte Lektüre: { $count }** · wer sie hinzugefügt hat, und wann
        [drafts] **Antworten, die auf ihre Frage warten: { $count }** · für 15 Minuten
        [outgoing] **Nachrichten, die noch unterwegs sind: { $count }** · die dich nennen
       *[told] **Dass du davon erfahren hast** · damit du es nur einmal erfährst
    }
privacy-line-short =
    { $kind ->
        [answers] Antworten: { $count }
        [ratings] Bewertungen: { $count }
        [statements] Von dir vorgeschlagene Fazits: { $count }
        [wordings] Fassungen von Fazits, die du geschrieben hast: { $count }
        [votes] Stimmen und Einwände: { $count }
        [questions] Von dir gestellte Fragen: { $count }
        [seminars] Seminare, die du geplant hast oder moderierst: { $count }
        [roster] Plätze in Seminaren: { $count }
        [meetings] Termine, für die du zugesagt hast: { $count }
        [turns] Plätze auf einer Redeliste: { $count }
        [sides] Dir zugeteilte Seiten: { $count }
        [recalls] Abberufungen: { $count }
        [take-downs] Entferntes: { $count }
        [second-thoughts] Antworten auf Nachfragen: { $count }
        [consents] Nachrichten, die auf ein Ja warten: { $count }
        [kept] Gemerkte Zitate: { $count }
        [dailies] Von dir eingerichtete Tageszitate: { $count }
        [readings] Von dir hinzugefügte Lektüre: { $count }
        [drafts] Antworten, die auf ihre Frage warten: { $count }
        [outgoing] Nachrichten, die noch unterwegs sind: { $count }
       *[told] Dass du erfahren hast, was gespeichert wird
    }

privacy-who-title = Wer es sieht
privacy-who = Antworten, Fazits und Einwände mit Begründung: alle, die den Kanal sehen können. Bewertungen und Stimmen: niemand. Gemerkte Zitate: du. Wer diesen Bot betreibt, kann seine Datenbank lesen.
privacy-how-long-title = Wie lange
privacy-how-long = Bis du es löschst. Wenn der Bot diesen Server verlässt, werden alle Daten des Servers einige Wochen später gelöscht.
privacy-unnamed-title = Ohne deinen Namen
privacy-unnamed = Solange eine Frage offen ist, kannst du deine anonyme Antwort bekommen und löschen. Ist sie geschlossen, lässt sich die Antwort dir nicht mehr zuordnen: Niemand kann sie finden, auch du nicht.
privacy-operator = Fragen? Wende dich an die, die diesen Bot betreiben.
privacy-policy = Datenschutz
privacy-terms = Nutzungsbedingungen
privacy-export = Kopie anfordern
privacy-erase = Löschen …
privacy-show = Was ist gespeichert?

privacy-copy-title = Eine Kopie von allem, was über dich gespeichert ist
privacy-copy = Alles, als JSON; jeder Texteditor zeigt es an. Was du anonym geantwortet hast, steht darin, solange die Frage offen ist: Behalte die Datei für dich.

privacy-ask-title =
    { $everywhere ->
        [true] Alles über dich löschen, überall?
       *[false] Alles über dich auf diesem Server löschen?
    }
privacy-ask-everywhere =
    { $count ->
        [one] Es geht um einen Server.
       *[other] Es geht um alle { $count } Server, auf denen etwas über dich gespeichert ist.
    }
privacy-nothing-to-erase =
    { $everywhere ->
        [true] Auf keinem Server ist etwas über dich gespeichert.
       *[false] Auf diesem Server ist nichts über dich gespeichert.
    }
privacy-goes = **Das verschwindet endgültig:**
privacy-stays = **Das bleibt für die Gruppe, ohne deinen Namen:**
privacy-marks = Wo andere deine Antwort lesen konnten, steht dann, dass eine zurückgezogen wurde. Anonyme Antworten auf geschlossene Fragen bleiben: Niemand kann sehen, welche von dir sind. Was andere kopiert haben, bleibt bei ihnen.
privacy-may-link = _Eine anonyme Antwort verschwindet zugleich mit allem anderen. Wer sie gelesen hat oder ältere Kopien der Datenbank besitzt, könnte erraten, dass sie von dir war. Wenn du das nicht willst, zieh sie zuerst zurück und lösche den Rest an einem anderen Tag._
privacy-erase-sure = Endgültig löschen
privacy-erased =
    { $servers ->
        [none] Alles über dich auf diesem Server ist gelöscht
        [one] Alles über dich ist gelöscht, auf einem Server
       *[other] Alles über dich ist gelöscht, auf { $servers } Servern
    }{ $answers ->
        [0] .
        [one] {" "}– auch eine Antwort. Nachrichten, die sie zeigten, ändern sich innerhalb einer Minute.
       *[other] {" "}– auch { $answers } Antworten. Nachrichten, die sie zeigten, ändern sich innerhalb einer Minute.
    }

# Anstelle eines Namens, auch nach „von“.
privacy-nobody = (Name gelöscht)

privacy-words-withdrawn = (zurückgezogen)

privacy-first =
    { $anonymous ->
        [true] _Von dieser Antwort wird gespeichert: deine Worte, ohne deinen Namen und ohne Uhrzeit._
       *[false] _Ab jetzt speichert der Bot, was du hier antwortest, mit deinem Namen, für alle, die diesen Kanal sehen können. Du kannst es jederzeit löschen lassen._
    }

privacy-too-often =
    { $server ->
        [true] Von diesem Server kamen in der letzten Stunde zu viele { $what ->
            [answers] Antworten
            [questions] Fragen
            [imports] Texte
            [copies] Stellen zum Herausschreiben
           *[exports] Anfragen nach Dateien
        }.
       *[false] Von dir kamen in der letzten Stunde zu viele { $what ->
            [answers] Antworten
            [questions] Fragen
            [imports] Texte
            [copies] Stellen zum Herausschreiben
           *[exports] Anfragen nach Dateien
        }.
    } Bitte versuch es { $again } noch einmal.
