# Das Protokoll als Dokument außerhalb von Discord.

export-title = Das Protokoll
export-empty = Es wurde noch keine Frage gestellt.
export-asked = Gestellt am { $asked }, { $open ->
        [true] noch offen
       *[false] geschlossen
    }{ $seminar ->
        [none] {""}
       *[other] {" "}· Seminar: { $seminar }
    }
export-skip = Direkt zum Protokoll
export-contents = Inhalt
export-reading = Entlang der Texte
export-reading-about = Die Zitate in der Reihenfolge der Werke; daneben, was die Gruppe dort gefragt wurde und was sie daraus gemacht hat.
export-themes = Nach Themen
export-seminars = Seminare
export-pictures = In Bildern
export-asked-here = Hier gefragt
export-answers =
    { $count ->
        [one] { $count } Antwort
       *[other] { $count } Antworten
    }
export-participants =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
export-hidden =
    { $count ->
        [one] { $count } weitere bleibt verdeckt, bis die Runde geschlossen wird
       *[other] { $count } weitere bleiben verdeckt, bis die Runde geschlossen wird
    }
export-seminar-open = noch offen
export-made = Erstellt mit Commonplace. Hier steht, was Mitglieder auf Discord lesen konnten, und nichts sonst.

export-as-table = Die Zahlen
export-over-time = Antworten und Teilnehmende im Lauf der Zeit
export-over-time-about = Jeder Balken zeigt die Antworten auf die Fragen eines Tages; die Linie darauf, wie viele teilgenommen haben.
export-agreement = Zustimmung nach Fragen
export-agreement-about = Wie viele jedem Fazit der Gruppe zugestimmt oder einen Einwand dagegen erhoben haben.
export-coverage = Was gelesen wurde
export-coverage-about = Jede Marke ist ein Absatz des Werks. Eine volle Marke heißt: darüber wurde diskutiert, eine halbe: vorgelesen, ein Punkt: nicht berührt.
export-column-day = Tag
export-column-answers = Antworten
export-column-participants = Teilnehmende
export-column-question = Frage
export-column-agree = Zustimmung
export-column-aside = Beiseite
export-column-object = Einwand
export-column-section = Abschnitt
export-column-paragraphs = Absätze
export-column-read = Nur vorgelesen
export-column-argued = Diskutiert
export-column-untouched = Nicht berührt

export-file =
    { $format ->
        [html] Öffne die Datei in einem beliebigen Browser; sie braucht kein Netz. Sie enthält, was du hier sehen kannst.
        [md] Markdown für deine Notizen, mit dem, was du hier sehen kannst.
        [csv] Ein Zip mit Tabellen für eine Tabellenkalkulation, mit dem, was du hier sehen kannst.
       *[json] Alles, was du hier sehen kannst, für Programme.
    }
export-packed =
    { $format ->
        [json] Alles, was du hier sehen kannst, für Programme. Als eine Datei ist es zu groß für Discord: Sie liegt in diesem Zip.
       *[other] Was du hier sehen kannst. Als eine Datei ist es zu groß für Discord: In diesem Zip liegt für jedes Thema eine.
    }
export-too-large = Die Datei wäre { $size } MB groß, und Discord nimmt hier { $most } MB. Wähle mit `{ names-export.theme }:` oder `{ names-export.seminar }:` einen Teil aus, oder bitte die, die den Bot betreiben: `commonplace export` schreibt alles.
