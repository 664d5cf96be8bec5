# Die Karte eines Themas oder eines Seminars.

map-count =
    { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    } · { $answers ->
        [one] { $answers } Antwort
       *[other] { $answers } Antworten
    }
map-drawn =
    { $drawn ->
        [none] { $count }
       *[other] { $count } · die ersten { $drawn } im Bild
    }
map-met = breite Zustimmung
map-parted = umstritten
map-other = andere Antworten
map-argued = diskutiert
map-read = gelesen
map-untouched = nicht berührt
map-standing =
    { $standing ->
        [agreed] angenommen
        [dissent] mit Einwänden angenommen
        [answered] kein Fazit
        [unanswered] keine Antwort
       *[open] noch offen
    }
map-work = { $author }, { $title }

map-alt-title = Karte zu { $title }: { $count }.
map-alt-question =
    Frage { $number }: { $answers ->
        [one] { $answers } Antwort
       *[other] { $answers } Antworten
    }{ $met ->
        [0] {""}
       *[other] , { $met } mit breiter Zustimmung
    }{ $parted ->
        [0] {""}
       *[other] , { $parted } umstritten
    }; { $standing ->
        [agreed] ein Fazit wurde angenommen.
        [dissent] ein Fazit wurde trotz Einwänden angenommen.
        [answered] kein Fazit wurde angenommen.
        [unanswered] sie ist geschlossen.
       *[open] sie ist noch offen.
    }
map-alt-work =
    Stellen aus { $author }, { $title }: { $argued } diskutiert, { $read } gelesen, { $untouched } nicht berührt.

map-passages = **Stellen aus der Lektüre**
map-passages-line = **{ $letter }** { $author }, _{ $title }_: { $argued } diskutiert, { $read } gelesen, { $untouched } nicht berührt
