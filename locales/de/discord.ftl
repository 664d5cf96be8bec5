# Was nur Mitglieder auf Discord lesen.

discord-unknown-request = So eine Anfrage kann ich noch nicht lesen; nichts wurde geändert. Versuch es auf einem anderen Weg.
discord-restarted = Ich startete gerade neu, als das hier kam; nichts wurde geändert. Bitte versuch es noch einmal.
discord-carried-out = Es ist erledigt. Ich wurde gerade neu gestartet, und meine Antwort an dich ging verloren.
discord-elsewhere = Von hier aus komme ich nicht an dein eigenes Buch; nichts wurde geändert. Gib den Befehl in einer Direktnachricht an mich ein.
discord-filtered = Das kann ich hier nicht zeigen. { $why }
discord-cut = Das ist zu lang für eine Nachricht. In der angehängten Datei steht alles.
discord-whole-file = vollstaendig.txt

discord-member =
    { $name ->
        [none] @jemand
       *[other] @{ $name }
    }
discord-role =
    { $name ->
        [none] @eine Rolle
       *[other] @{ $name }
    }
discord-channel =
    { $name ->
        [none] #ein Kanal
       *[other] #{ $name }
    }
discord-guide =
    { $page ->
        [browse] Kanäle durchsuchen
        [customize] Kanäle & Rollen
        [guide] Server-Guide
       *[linked-roles] Verknüpfte Rollen
    }
