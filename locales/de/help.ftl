# Was /help zeigt.

help-title = Ein Zitatenbuch für diese Gruppe
help-purpose = Zitate aus eurer Lektüre, Fragen dazu und was ihr geantwortet habt, nach Themen.
help-command = `/{ $name }` · { $about }
help-on-message = Im Menü einer Nachricht, unter „Apps“: **{ $name }** · { $about }
help-start = Fang mit `/quote` oder `/question` an. Mehr zu einem Befehl: `/help command:daily`.

help-anywhere-title = Ein Zitatenbuch für dich
help-anywhere = Zitate aus dem Buch, das alle Server teilen. Was du dir hier merkst, siehst nur du.
help-anywhere-server = _Auf einem Server, auf dem ich bin, hat eine Gruppe ihr eigenes Buch, ihre Fragen und ihr Protokoll._

help-command-title = /{ $name }
help-option =
    `{ $name }:`{ $required ->
        [true] {" "}(nötig)
       *[false] {""}
    } { $about }
help-more = _Alles zu einem davon: `/help command:"{ $example }"`._
help-where-menu = Am Handy die Nachricht gedrückt halten, am Computer mit rechts anklicken. Dann „Apps“ wählen.

help-seminar =
    1. `/seminar open` beginnt einen Entwurf. Nur du siehst ihn. Passe ihn an und drücke dann _Starten_.
    2. `/seminar next` stellt eine Frage. Die Antworten bleiben verdeckt, bis alle aufgedeckt werden.
    3. Die Mitglieder bewerten die Antworten, und jemand schlägt ein Fazit der Gruppe vor. Die anderen stimmen zu, stehen beiseite oder erheben einen Einwand.
    4. `/seminar close` postet die Zusammenfassung. In `/record` bleibt alles erhalten.
