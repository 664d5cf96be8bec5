# Die eigene Lektüre eines Servers.

reading-form = Lektüre hinzufügen
reading-form-file = Der Text
reading-form-file-about = .txt, .md, .html, .epub oder .pdf mit Text. Füge nur hinzu, was du teilen darfst.
reading-form-title = Titel
reading-form-title-about = Bleibt das Feld leer, suche ich Titel, Namen und Jahr in der Datei.
reading-form-author = Wer den Text geschrieben hat
reading-form-year = Jahr
reading-form-year-about = Wann er zuerst erschienen ist.

reading-found-title = Gefunden: { $title }
reading-found-author = von **{ $author }**
reading-found-counts =
    { $paragraphs ->
        [one] { $paragraphs } Absatz
       *[other] { $paragraphs } Absätze
    }, { $quotes ->
        [one] { $quotes } Zitat
       *[other] { $quotes } Zitate
    } und { $questions ->
        [one] { $questions } Frage, die im Text selbst steht.
       *[other] { $questions } Fragen, die im Text selbst stehen.
    }
reading-found-sections = Abschnitte
reading-found-section = { $title } (¶{ $first }–{ $last })
reading-found-doubts = Bitte sieh dir das an
reading-found-footer = Nur dieser Server sieht es. Wenn du es nicht hinzufügst, wird es nach einem Tag gelöscht. Füge nur Texte hinzu, die du teilen darfst.
reading-found-add = Hinzufügen
reading-found-discard = Nicht hinzufügen

reading-added = _{ $title }_ steht jetzt im Buch dieses Servers: Zitate und Fragen daraus kommen mit den anderen.
reading-added-quote = Ein Zitat daraus
reading-name = r{ $reading }: { $title }, von { $author }
reading-remove-title = { $title } entfernen?
reading-remove-ask =
    { $quotes ->
        [one] { $quotes } Zitat
       *[other] { $quotes } Zitate
    } und { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    } verschwinden aus dem Buch dieses Servers. Was ihr geantwortet habt, bleibt im Protokoll. Um die Lektüre zurückzuholen, füge die Datei wieder hinzu.
reading-remove-button = Entfernen
reading-removed = _{ $title }_ ist entfernt. Was ihr auf Fragen daraus geantwortet habt, bleibt im Protokoll.

reading-list-title = Die eigene Lektüre dieses Servers
reading-list-none = Noch keine. `/reading add` fügt einen Text hinzu.
reading-listed = **{ $author }**, _{ $title }_ · { $quotes ->
        [one] { $quotes } Zitat
       *[other] { $quotes } Zitate
    } · `{ names-reading-remove.reading }:r{ $reading }`
reading-list-footer = { $count } von { $most }

reading-gone = Diese Lektüre gibt es hier nicht mehr. `/reading list` zeigt, was da ist.
reading-too-many = Dieser Server hat { $most } eigene Texte; mehr sind nicht möglich. `/reading remove` schafft Platz.
reading-too-large = Diese Datei ist größer als { $megabytes } MB. Füge nur den Teil hinzu, den die Gruppe liest.
reading-not-an-attachment = Diese Datei wurde nicht auf Discord hochgeladen.
reading-not-downloaded = Ich konnte diese Datei nicht von Discord holen. Bitte versuch es noch einmal.
reading-unreadable-file = { $file } lässt sich nicht lesen: { $reason }.
reading-not-imported = Ich konnte diese Datei nicht lesen. Versuch es mit .txt oder .html.
reading-refused =
    { $reason ->
        [empty] Diese Datei ist leer.
        [no-words] In dieser Datei stehen keine Wörter.
        [too-long] Dieser Text ist mir zu lang. Füge ihn in Teilen hinzu.
        [no-text] Diese Datei enthält keinen Text. Ich lese .txt, .md, .html, .epub und .pdf.
        [other-format] Diese Art von Datei lese ich nicht. Speichere sie als PDF, HTML oder reinen Text, und füge das hinzu.
        [archive] Das ist ein Archiv mit mehreren Dateien. Entpacke es, und füge den Text darin hinzu.
        [clippings] Das sind markierte Stellen aus mehreren Büchern. Füge den Text eines Buches hinzu.
        [no-letters] Die Buchstaben in diesem PDF kann ich nicht lesen: Es sind Bilder. Lass zuerst eine Texterkennung (OCR) darüberlaufen.
        [locked] Diese Datei ist mit einem Passwort gesperrt. Speichere eine Kopie ohne Passwort, und füge die hinzu.
       *[damaged] Ich kann diese Datei nicht lesen: Vielleicht ist sie beschädigt. Speichere sie neu, oder versuch ein anderes Format.
    }

reading-doubt-no-title = Ich habe keinen Titel gefunden und den Namen der Datei genommen. Mit `{ names-reading-add.title }:` kannst du einen angeben.
reading-doubt-no-author = Ich habe nicht gefunden, wer den Text geschrieben hat. Gib es mit `{ names-reading-add.author }:` an.
reading-doubt-no-year = Ich habe kein Jahr gefunden. Gib es mit `{ names-reading-add.year }:` an.
reading-doubt-guessed-year = Ich habe kein Jahr gefunden. { $year } ist das späteste Jahr im Text. Wenn das falsch ist, gib mit `{ names-reading-add.year }:` das richtige an.
reading-doubt-edition-year = Das Jahr kann das einer neueren Ausgabe sein. Wenn ja, gib mit `{ names-reading-add.year }:` das der ersten an.
reading-doubt-notes =
    { $count ->
        [one] Zu { $count } Anmerkung fehlt im Text das Zeichen.
       *[other] Zu { $count } Anmerkungen fehlt im Text das Zeichen.
    }
reading-doubt-no-body = Ich konnte nicht erkennen, wo der eigentliche Text anfängt und aufhört.
reading-doubt-introduction =
    { $count ->
        [one] Den ersten Absatz habe ich für eine Einleitung der Redaktion gehalten.
       *[other] Die ersten { $count } Absätze habe ich für eine Einleitung der Redaktion gehalten.
    }
reading-doubt-wrong-bytes = Manche Buchstaben lassen sich nicht lesen. Sie erscheinen als �.
reading-doubt-too-many-pages = Dieses PDF ist zu lang. Die letzten Seiten habe ich nicht gelesen.
reading-doubt-fonts = Manche Buchstaben in diesem PDF kann ich nicht lesen, deshalb fehlen Wörter.
reading-doubt-empty-pages =
    { $count ->
        [one] { $count } Seite hat keine Wörter: Sie ist leer oder ein Bild.
       *[other] { $count } Seiten haben keine Wörter: Sie sind leer oder Bilder.
    }
reading-doubt-page-order =
    { $moved ->
        [true] Ich habe die Seiten umgestellt. Prüfe, ob jede dort weitergeht, wo die vorige endet.
       *[false] Die Seiten sind vielleicht in der falschen Reihenfolge. Prüfe, ob jede dort weitergeht, wo die vorige endet.
    }
reading-doubt-foreign = Der Text ist nicht auf Englisch, und ich erkenne die Themen nur auf Englisch. Ich habe keine Zitate oder Fragen daraus ausgewählt.
reading-doubt-missing-pages =
    { $count ->
        [one] { $count } Seite des Buches fehlt in der Datei.
       *[other] { $count } Seiten des Buches fehlen in der Datei.
    }
reading-doubt-joined =
    { $count ->
        [one] { $count } Absatz geht über einen Seitenwechsel. Vielleicht sind es zwei.
       *[other] { $count } Absätze gehen über einen Seitenwechsel. Vielleicht sind es jeweils zwei.
    }
reading-doubt-mended =
    { $count ->
        [one] Ich habe { $count } Druckfehler berichtigt; das kann falsch sein.
       *[other] Ich habe { $count } Druckfehler berichtigt; das kann falsch sein.
    }
