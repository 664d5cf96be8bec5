# Was nicht ging, und was zu tun ist.

errors-no-command =
    Den Befehl `{ $given }` gibt es nicht.{ $near ->
        [none] {""}
       *[other] {" "}Meintest du `/{ $near }`?
    }
errors-needs-subcommand = `/{ $command }` braucht noch ein Wort. Siehe `/help command:{ $command }`.
errors-stray-word = „{ $given }“ verstehe ich nicht. Eine Option sieht so aus: `{ names-quote.theme }:power`.
errors-twice-given = `{ $option }:` steht zweimal da.
errors-open-quotation = Ein Anführungszeichen wird geöffnet und nicht geschlossen.
errors-no-option =
    `/{ $command }` hat keine Option `{ $given }:`.{ $near ->
        [none] {""}
       *[other] {" "}Meintest du `{ $near }`?
    }
errors-missing = Bitte gib auch `{ $option }:` an.
errors-bad-value = `{ $option }:` braucht { $wanted }; „{ $given }“ passt nicht.
# Im Akkusativ, nach „braucht“.
errors-wanted =
    { $wanted ->
        [yes-or-no] `yes` oder `no`
        [whole-number] eine ganze Zahl
        [channel] einen Kanal
        [role] eine Rolle
        [member] ein Mitglied dieses Servers
        [message] die Nummer der Nachricht eines Mitglieds
        [file] eine Datei
        [time] eine Uhrzeit wie `9:00`, `9am`, `21h30` oder `noon`
        [days] `daily`, `weekdays`, `weekends` oder Tage wie `mon,wed,fri`
        [date] ein Datum mit Jahr, Monat und Tag wie `2026-12-24`
        [format] `plain` oder `debate`
        [level] `easy`, `middle` oder `text`
        [file-format] `html`, `md`, `csv` oder `json`
        [reason] `attack`, `private`, `advertising`, `unrelated` oder `rules`
        [daily-kind] `quote` oder `pair`
        [moment] einen Tag und eine Uhrzeit wie `Donnerstag 19:00`, `morgen 19 Uhr` oder `2026-12-03 19:00`
        [opening] `asks` oder `itself`
        [on-or-off] `on` oder `off`
        [language] `en`, `fr`, `es` oder `de`
        [setting] `facilitators`, `timezone`, `channel` oder `language`
       *[reveal] `sealed` oder `live`
    }
errors-wanted-between = eine Zahl von { $least } bis { $most }
errors-unknown =
    { $what ->
        [theme] Ein Thema
        [work] Ein Werk
        [author] Zitate von
        [quote] Ein Zitat
        [question] Eine Frage
        [reading] Eine Lektüre
        [gloss] Einen Eintrag zu
        [plan] Einen Seminarplan
        [seminar] Ein Seminar
       *[time-zone] Eine Zeitzone
    } „{ $given }“ gibt es hier nicht.{ $near ->
        [none] {""}
       *[other] {" "}Meintest du `{ $near }`?
    }
errors-ambiguous =
    „{ $given }“ kann { $what ->
        [author] mehrere Personen
        [reading] mehrere Lektüren
       *[work] mehrere Werke
    } meinen: { $names }. Sag genauer, was du meinst.
errors-no-place = „{ $given }“ nennt keinen Ort, und die Zeitumstellung hängt vom Ort ab. Wähle eine Stadt: { $cities }.
errors-stale-press = Dieser Button gehört zu einer älteren Nachricht und tut nichts mehr.
errors-only-in-servers = Das geht nur auf einem Server, auf dem ich bin. Hier habe ich `/quote`, `/kept`, `/privacy` und `/help` für dich.
errors-stale-form = Dieses Formular hat sich geändert, seit du es geöffnet hast; deshalb ist nichts geschehen. Bitte öffne es noch einmal.
errors-hidden-channel = Diesen Kanal kannst du nicht sehen, deshalb poste ich dort nicht für dich.
errors-sight-unknown = Discord sagt mir gerade nicht, welche Kanäle du sehen kannst. Bitte versuch es in einer Minute noch einmal.
errors-too-long =
    { $what ->
        [answer] Deine Antwort
        [question] Deine Frage
        [reason] Deine Begründung
        [search] Deine Suche
        [speaker] Der Name
        [statement] Dein Fazit
       *[title] Dein Titel
    } ist länger als { $most } Zeichen. Bitte kürzen und noch einmal senden; nichts wurde geändert.
errors-empty =
    { $what ->
        [answer] Deine Antwort
        [question] Deine Frage
        [reason] Deine Begründung
        [search] Deine Suche
        [speaker] Der Name
        [statement] Dein Fazit
       *[title] Dein Titel
    } ist leer. Schreib mindestens ein Wort; nichts wurde geändert.
errors-is-bot = { $name } ist ein Bot; `{ $option }:` braucht einen Menschen.
errors-your-text = Dein Text, zum Kopieren
errors-failure = Hier ging etwas schief, und nichts wurde geändert. Wenn es wieder passiert, gib denen, die diesen Bot betreiben, die Nummer { $reference }.
