# Was die Konsole von sich selbst sagt.

console-welcome-title = Ein Zitatenbuch für deine Lesegruppe, hier im Terminal
console-welcome = Tippe `/quote` für eine Textstelle, `/question theme:power`, um die Gruppe etwas zu fragen, und eine Zahl in `[Klammern]`, um diesen Button zu drücken. Mit `@ana` bist du ein anderes Mitglied; `?` sagt mehr, Tab ergänzt, Strg-D beendet.
console-welcome-back = `?` sagt, wie es hier geht, `/help`, was der Bot kann.

console-guide-title = Die Konsole
console-guide = Wer, wo und was passen in eine Zeile: `@ana #general /answer`. Du bist das erste Mitglied, `@you`, und verwaltest den Server.
console-guide-help = was der Bot kann; alle Befehle gehen hier wie auf Discord
console-guide-member = von hier an bist du ana, ein gewöhnliches Mitglied
console-guide-channel = geh dorthin; ein Kanalname hat höchstens { $longest } Zeichen
console-guide-forum = ein Forum, weil der Name so endet; jeder Post ist ein Kanal
console-guide-words = steht dann im Kanal, mit einer Nummer: `message 1`
console-guide-number = drückt den Button mit dieser Nummer
console-guide-press = drückt den neuesten Button mit dieser Aufschrift
console-guide-manager = du darfst den Server verwalten, wer du auch bist; mit `-manager` nicht mehr
console-guide-role = du hast diese Rolle; `/settings facilitators:@teachers` gibt ihr eine Bedeutung
console-guide-wait = stellt die Uhr der Konsole so weit vor
console-guide-remark = wird nicht beachtet
console-guide-quit = beendet, ebenso wie Strg-D
console-guide-scripts-title = Skripte
console-guide-scripts = Ohne Terminal kommen die Zeilen aus der Standardeingabe: `commonplace console < seminar.txt`. Was in ein Formular gehört, steht in den nächsten Zeilen, jede mit zwei Leerzeichen davor; ein einzelner `.` beendet ein Feld, wenn noch eines folgt. Das Programm endet mit einem Fehler, wenn eine Zeile scheiterte. Mit `sure:yes` am Ende tun `/close`, `/seminar close`, `/daily remove` und `/reading remove` es ohne Rückfrage.

console-form-close = Strg-C schließt das Formular.
console-form-closed = Das Formular ist geschlossen; nichts wurde gesendet.
console-form-needs-lines = „{ $title }“ ist ein Formular. Schreib den Inhalt in die nächsten Zeilen, jede mit zwei Leerzeichen davor.
console-form-hint = – { $hint }
console-form-optional = (darf leer bleiben)
console-form-lines = (eine leere Zeile beendet es)
console-form-number = (tippe eine Zahl)
console-form-yes-or-no = (y oder n)
console-form-path = (der Pfad einer Datei)
console-form-full = Das Formular ist voll; „{ $line }“ bleibt übrig.
console-field-empty = Bitte fülle „{ $label }“ aus.
console-field-short = „{ $label }“ braucht mindestens { $least } Zeichen; hier sind es { $count }.
console-field-long = „{ $label }“ nimmt höchstens { $most } Zeichen; hier sind es { $count }.
console-field-choice = „{ $label }“ nimmt eine Zahl von 1 bis { $count }.
console-field-yes-or-no = „{ $label }“ nimmt y oder n.
console-no-form = Vor dieser Zeile stehen Leerzeichen, aber es ist kein Formular dafür offen.

console-leave = Strg-D beendet, ein weiteres Strg-C auch.
console-posted-word = Als Nachricht gepostet. Meintest du `/{ $command }`?
console-time = Es ist { $time }.
console-press-what = Was willst du drücken? Die Nummer eines Buttons oder seine Aufschrift: `press Merken`.
console-member-name = Der Name eines Mitglieds ist ein Wort mit höchstens 32 Buchstaben: `@ana`.
console-channel-name = Ein Kanalname besteht aus höchstens { $longest } Zeichen aus a–z, 0–9 und `-`: `#reading-room`.
console-role-name = Ein Rollenname besteht aus höchstens { $longest } Zeichen aus a–z, 0–9 und `-`: `+teachers`.
console-wait-how-long = Wie lange warten? `wait 90s`, `wait 10m`, `wait 3h` oder `wait 2d`.
console-in-forum = #{ $forum } ist ein Forum. Es enthält Posts; geh in einen davon.
console-archived-channel = #{ $channel } ist archiviert. Du kannst dort lesen, sonst nichts.

console-press-not-yours = Dieser Button gehört zu einer Nachricht, die nur { $member } sieht.
console-press-somebody = jemand anderes
console-press-gone = Diesen Button gibt es nicht mehr. Seine Nachricht wurde geändert oder entfernt.
console-press-no-number = Kein Button hat die Nummer { $number }.
console-press-no-label = Hier gibt es keinen Button „{ $label }“.

console-note-changed = geändert
console-note-still-open = noch offen
console-note-elsewhere = in #{ $channel }
console-note-archived = archiviert
console-note-only =
    { $you ->
        [true] nur du siehst das
       *[false] nur { $member } sieht das
    }
console-note-somebody = ein Mitglied
console-message-number = Nachricht { $number }
console-picture = [Bild { $file }: { $alt }]
console-pings = pingt { $who }
console-removed-message = In #{ $channel } wurde eine Nachricht entfernt.
console-removed-titled = „{ $title }“ in #{ $channel } wurde entfernt.
console-pinned =
    { $title ->
        [none] In #{ $channel } wurde eine Nachricht angepinnt.
       *[other] „{ $title }“ in #{ $channel } wurde angepinnt.
    }
console-thread-opened = Ein Thread wurde geöffnet: { $title }. Mit `#{ $channel }` kommst du dorthin.
console-post-opened =
    In #{ $forum } wurde ein Post geöffnet: { $title }{ $tags ->
        [none] {""}
       *[other] {" "}[{ $tags }]
    }. Mit `#{ $channel }` kommst du dorthin.
console-post-untitled = Eine Seite aus dem Buch
console-channel-archived = #{ $channel } wurde archiviert.
console-new-tags = #{ $forum } hat neue Tags: { $tags }.
console-file-saved = Die Datei liegt hier: { $file }.
console-file-not-saved = { $file } konnte nicht geschrieben werden: { $reason }.

console-event =
    Event „{ $name }“, { $when }: { $status ->
        [scheduled] angekündigt
        [active] läuft
        [completed] vorbei
       *[canceled] abgesagt
    }
console-form-name =
    { $role ->
        [true] (der Name einer Rolle)
       *[false] (der Name eines Kanals)
    }
console-field-name = „{ $label }“ erwartet einen Namen.
