# Die Einstellungen eines Servers.

settings-title = Die Einstellungen dieses Servers
settings-changed = Geändert
settings-facilitators-title = Moderation
settings-facilitators =
    { $role ->
        [none] Alle mit „Server verwalten“
       *[other] { $role } und alle mit „Server verwalten“
    }
settings-facilitators-gone = Die Rolle ist gelöscht, deshalb moderieren nur Mitglieder mit „Server verwalten“. Wähle mit `{ names-settings.facilitators }:` eine andere oder mit `{ names-settings.clear }:facilitators` keine.
settings-timezone-title = Zeitzone
settings-dailies-title = Tageszitate in einer anderen Zeitzone
settings-dailies = Neue Tageszitate richten sich nach { $zone }. Diese bleiben, wie sie eingerichtet wurden:
settings-daily = Tageszitat { $schedule } · { $time } Uhr ({ $zone })
settings-move-dailies =
    { $count ->
        [one] Auf { $zone } umstellen
       *[other] Alle auf { $zone } umstellen
    }
settings-channel-title = Kanal für Probleme
settings-channel =
    { $channel ->
        [none] keiner
       *[other] { $channel }
    }
settings-anonymous-title = Anonyme Antworten
settings-anonymous =
    { $on ->
        [true] Mitglieder können ohne ihren Namen antworten
       *[false] Aus: Jede Antwort hat einen Namen; anonyme von früher bleiben anonym
    }
settings-language-title = Sprache
settings-language =
    { $chosen ->
        [true] { $language } für alle; was nur ein Mitglied sieht, kommt in dessen Sprache
       *[false] { $language }, wie auf Discord für diesen Server eingestellt; was nur ein Mitglied sieht, kommt in dessen Sprache
    }
settings-managers-only = Nur Mitglieder mit „Server verwalten“ können die Einstellungen sehen und ändern.
settings-unknown-role = Diese Rolle gibt es auf diesem Server nicht.
settings-everybodys-role = Diese Rolle haben alle. Ohne Rolle können alle Seminare halten, und Mitglieder mit „Server verwalten“ machen den Rest: `/settings clear:facilitators`.

settings-venues-title = Wo ich poste
settings-venues =
    { $count ->
        [0] Nichts fehlt.
        [one] In { $count } Kanal fehlt etwas:
       *[other] In { $count } Kanälen fehlt etwas:
    }
settings-venue =
    { $trouble ->
        [none] { $channel } · { $uses } · alles in Ordnung
       *[other] { $channel } · { $uses } · ⚠ { $trouble }
    }
settings-venue-also = { $before } { $trouble }
settings-venues-more =
    { $count ->
        [one] und { $count } weiterer Kanal
       *[other] und { $count } weitere Kanäle
    }
settings-use-daily = Tageszitat { $schedule }
settings-use-seminar = Seminar { $seminar }
settings-use-problems = Nachrichten über Probleme
