# Das Panel: eine Nachricht, deren Buttons tun, was Befehle tun.

panel-title = Was du hier tun kannst
panel-about = Hinter diesen Buttons ist jeder Befehl zu finden. Was sie öffnen, siehst nur du, außer es ist für alle bestimmt.
panel-posted =
    { $pins ->
        [true] Das Panel ist unterwegs, und ich pinne es an. Ein älteres in diesem Kanal verschwindet.
       *[false] Das Panel ist unterwegs. Ein älteres in diesem Kanal verschwindet. Nachrichten anpinnen darf ich hier nicht.
    }

panel-answer = Antworten
panel-answers = Meine Antworten
panel-ask = Frage stellen
panel-quote = Ein Zitat
panel-privacy = Was über mich gespeichert ist
panel-help = Hilfe

panel-open-book = Das Buch
panel-open-record = Das Protokoll
panel-open-group = Seminar und Fazit
panel-open-seminar = Seminar moderieren
panel-open-facilitators = Server moderieren

panel-find-quote = Zitat finden
panel-kept = Meine Zitate
panel-themes = Themen
panel-who = Person oder Wort nachschlagen
panel-timeline = Zeittafel
panel-readings = Lektüre
panel-reading-add = Lektüre hinzufügen
panel-copy-out = Stelle herausschreiben

panel-record = Protokoll öffnen
panel-search-record = Darin suchen
panel-export = Als Datei
panel-privacy-copy = Kopie davon
panel-privacy-erase = Löschen …
panel-taken-down = Was entfernt wurde
panel-appeal = Einspruch einlegen

panel-join = Beim Seminar mitmachen
panel-status = Stand
panel-side = Meine Seite
panel-revisit = Nachfrage
panel-queue-join = Ich melde mich
panel-queue-leave = Von der Redeliste nehmen
panel-queue = Redeliste
panel-statement = Das Fazit
panel-propose = Fazit vorschlagen
panel-close = Frage schließen
panel-facilitation = Wer moderiert
panel-recall = Andere Moderation

panel-seminar-open = Seminar planen
panel-agenda = Tagesordnung
panel-start = Starten
panel-next = Nächste Frage
panel-reveal = Antworten aufdecken
panel-queue-next = Nächster Redebeitrag
panel-seminar-close = Seminar schließen

panel-dailies = Tageszitate
panel-daily-add = Tageszitat einrichten
panel-daily-preview = Vorschau
panel-daily-now = Jetzt posten
panel-daily-pause = Anhalten
panel-daily-resume = Fortsetzen
panel-daily-skip = Tage auslassen
panel-daily-remove = Tageszitat löschen
panel-take-down = Antwort entfernen
panel-review = Einspruch prüfen
panel-reading-remove = Lektüre entfernen
panel-settings = Einstellungen

panel-form = /{ $command }

panel-error-channel = Ein Panel braucht einen Kanal oder einen Thread.
panel-error-missing = Ich brauche in diesem Kanal { $permissions }. Erlaube das in den Einstellungen des Kanals und versuch es noch einmal.
panel-error-nothing-to-fill = Bei `/{ $command }` gibt es hier nichts auszufüllen. Du kannst den Befehl tippen.
