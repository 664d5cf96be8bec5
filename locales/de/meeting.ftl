# Der Termin eines Seminars: seine Ankündigung, sein Event und die Erinnerung.

meeting-title = Termin: { $title }
# $when und $relative sind ein Zeitpunkt: „Donnerstag, 3. Dezember 2026 19:00“, „in 7 Tagen“.
meeting-when =
    { $when } ({ $relative }) · { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }
# Der Termin nach den Uhren des Ortes, an dem die Gruppe ist.
meeting-agreed-on = Vereinbart: { $time }
# Was dann geschieht.
meeting-opening =
    { $opening ->
        [itself] Das Seminar startet dann von selbst.
       *[asks] Die Moderation startet es dann.
    }
meeting-coming =
    { $count ->
        [0] Kommst du? Wer zusagt, bekommt eine Stunde vorher eine Erinnerung.
        [one] **{ $count } Person hat hier zugesagt.** Wer zusagt, bekommt eine Stunde vorher eine Erinnerung.
       *[other] **{ $count } Personen haben hier zugesagt.** Wer zusagt, bekommt eine Stunde vorher eine Erinnerung.
    }
meeting-begun = Das Seminar hat begonnen.
meeting-over = Dieser Termin ist vorbei.
meeting-cancelled = **Dieser Termin ist abgesagt.** Steht er in deinem Kalender, nimmt die Datei ihn heraus.

# Buttons.
meeting-come = Ich komme
meeting-not-come = Ich kann nicht
meeting-file = Kalenderdatei
meeting-set-date = Termin festlegen
meeting-move = Verschieben

# Der Entwurf, für die Moderation.
meeting-draft-opening =
    { $opening ->
        [itself] Es startet dann von selbst, wenn es eine Moderation gibt und nichts im Weg ist; sonst frage ich dich.
       *[asks] Ich bitte dich dann, es zu starten.
    }
meeting-clocks-skipped = Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden: Es gilt der erste Moment danach.
meeting-clocks-twice = Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhren zurückgestellt werden: Es gilt das erste Mal.
meeting-dated = Der Termin steht und ist in { $place } angekündigt.
meeting-no-events = Mir fehlt auf diesem Server „Events erstellen“, also gibt es kein Event in der Liste von Discord. Alles andere geht: Wer kommt, drückt „Ich komme“ unter der Ankündigung.

# Das Formular für einen Termin.
meeting-form-title = Wann trefft ihr euch?
meeting-form-label = Datum und Uhrzeit
meeting-form-hint = Donnerstag 19:00, morgen 19 Uhr, 2026-12-03 19:00 ({ $timezone })
# Wie ein Termin verstanden wurde, während er getippt wird.
meeting-choice = { $when } · { $relative }

# Für jemanden, der zugesagt hat.
meeting-expected = Du hast für „{ $title }“ zugesagt. Ich erinnere dich eine Stunde vorher.
meeting-not-expected = Du wirst nicht erwartet, und ich erinnere dich nicht.
meeting-file-about =
    { $cancelled ->
        [true] Öffne diese Datei: Dein Kalender nimmt den Termin heraus.
       *[false] Öffne diese Datei: Dein Kalender nimmt den Termin auf. Wird er verschoben, verschiebt ihn eine neue Datei.
    }

# Für die, die kommen.
meeting-reminder = **{ $title }** beginnt { $relative }. { $count ->
        [one] { $count } Person hat zugesagt.
       *[other] { $count } Personen haben zugesagt.
    }
# Es kommen mehr, als eine Nachricht rufen kann.
meeting-crowd = Es kommen mehr als { $most }, deshalb pinge ich niemanden.
meeting-moved = **{ $title }** ist verschoben auf { $when }.
meeting-called-off = **{ $title }** am { $when } ist abgesagt.

# Für die Moderation, wenn es so weit ist.
meeting-ask =
    Es ist Zeit für **{ $title }**. { $why ->
        [no-facilitator] Wer es moderieren sollte, ist nicht hier: Die Serververwaltung kann es übernehmen und starten.
        [no-agenda] Es startet nicht von selbst, weil die Tagesordnung leer ist. Füge eine Frage hinzu und starte es.
        [another-open] Es startet nicht von selbst, weil hier ein anderes Seminar offen ist. Schließe zuerst das andere.
        [event-deleted] Es startet nicht von selbst, weil sein Event gelöscht wurde. Starte es, wenn ihr euch trefft.
        [channel] Es startet nicht von selbst, weil mir hier Berechtigungen fehlen. Starte es, dann sage ich dir, welche.
       *[none] Starte es, wenn alle da sind.
    }
meeting-answered =
    { $how ->
        [cancelled] **{ $title }** wurde abgesagt.
        [moved] **{ $title }** hat einen anderen Termin.
       *[started] **{ $title }** hat begonnen.
    }

# Ablehnungen.
meeting-error-past = { $when } ist vorbei. Wähle eine Zeit, die noch kommt.
meeting-error-too-far = Das ist mehr als zwei Jahre hin. Wähle einen früheren Termin.
meeting-error-no-date = Dieses Seminar hat keinen Termin. Die Moderation legt einen mit `/seminar move` fest.
meeting-error-not-ahead = Dieser Termin ist vorbei, hat begonnen oder ist abgesagt.
meeting-error-needs-date = Es fehlt ein Termin: `{ names-seminar-open.timezone }:` und `{ names-seminar-open.start }:` gehören zu `{ names-seminar-open.at }:`.
