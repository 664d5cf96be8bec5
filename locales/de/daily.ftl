# Das Tageszitat, und was die Moderation darüber erfährt. $schedule ist seine Nummer.

daily-title = Zitat des Tages
daily-late =
    { $footer ->
        [none] heute verspätet
       *[other] { $footer } · heute verspätet
    }

daily-suspended-title = Tageszitat { $schedule } wartet
daily-suspended = Ich kann in { $channel } nichts posten. { $why }
daily-suspended-hint = _Danach geht es von selbst weiter. Kein Zitat geht verloren._

daily-refused-title = Tageszitat { $schedule } wurde nicht gepostet
daily-refused = Das letzte Zitat konnte ich in { $channel } nicht posten. { $why }
daily-refused-hint = _Das nächste kommt zu seiner Zeit._

daily-step-title =
    { $step ->
        [thread] Tageszitat { $schedule } hat keinen Thread
       *[announce] Tageszitat { $schedule } wurde nicht weitergegeben
    }
daily-step =
    { $step ->
        [thread] Ich kann unter dem letzten Zitat in { $channel } keinen Thread öffnen. { $why }
       *[announce] Ich kann das letzte Zitat in { $channel } nicht an die Server weitergeben, die dem Kanal folgen. { $why }
    }
daily-step-hint = _Wenn das innerhalb von sechs Stunden behoben ist, mache ich von selbst weiter._

daily-unconfirmed-title = Wurde Tageszitat { $schedule } gepostet?
daily-unconfirmed = Bitte sieh in { $channel } nach: Ich kann nicht erkennen, ob das letzte Zitat dort steht. { $why } Ich poste es nicht zweimal.
daily-unconfirmed-hint = _Diese Buttons stehen auch in `/daily list`._
daily-post-now =
    { $schedule ->
        [none] Jetzt posten
       *[other] Jetzt posten (Tageszitat { $schedule })
    }
daily-was-posted =
    { $schedule ->
        [none] Es steht dort
       *[other] Es steht dort (Tageszitat { $schedule })
    }

daily-moment-there = { $date }, { $time } Uhr ({ $zone }) _({ $distance })_
daily-moment = { $at } _({ $distance })_

daily-occurrence = **{ $date }, { $time } Uhr** · { $utc_time } UTC{ $utc_date ->
        [none] {""}
       *[other] {" "}am { $utc_date }
    }{ $clocks ->
        [skipped] {" "}· diese Uhrzeit fällt wegen der Zeitumstellung aus: Es kommt um { $other_day ->
            [none] { $instead } Uhr
           *[other] { $instead } Uhr am { $other_day }
        }
        [twice] {" "}· diese Uhrzeit gibt es zweimal: Es kommt beim ersten Mal
        [changed] {" "}· Zeit umgestellt: von { $before } auf { $after }
       *[same] {""}
    }

# täglich in #zitate, zu Macht, mit Thread, pingt @lesekreis
daily-described =
    { $days } in { $channel }{ $kind ->
        [pair] , zwei Zitate, die sich widersprechen
       *[quote] {""}
    }{ $theme ->
        [none] {""}
       *[other] , zu { $theme }
    }{ $author ->
        [none] {""}
       *[other] , von { $author }
    }{ $work ->
        [none] {""}
       *[other] , aus { $work }
    }{ $thread ->
        [true] , mit Thread
       *[false] {""}
    }{ $role ->
        [none] {""}
       *[other] , pingt { $role }
    }
daily-time = { $time } Uhr ({ $zone })

daily-added-title = Tageszitat { $schedule } ist eingerichtet
daily-added = **{ $time }**, { $described }
daily-next-times = Die nächsten drei:
daily-untagged = _Das Forum hat keine Tags für { $themes }. Zitate dazu kommen ohne Tag._
daily-paused-title = Tageszitat { $schedule } ist angehalten
daily-paused-hint = Mit `/daily resume` geht es weiter, und zwar mit den Zitaten, die noch übrig sind.
daily-resumed-title = Tageszitat { $schedule } geht weiter
daily-unskipped-title = Tageszitat { $schedule } lässt keine Tage mehr aus
daily-skipped-title = Tageszitat { $schedule } lässt aus: { $dates }
daily-skipped-hint = _`/daily resume` nimmt alle ausgelassenen Tage zurück._
daily-remove-title = Tageszitat { $schedule } löschen?
daily-remove-hint = Was gepostet wurde, bleibt stehen. `/daily pause` hält es nur eine Weile an.
daily-remove-button = Löschen
daily-removed-title = Tageszitat { $schedule } ist gelöscht
daily-removed-hint = _Was gepostet wurde, bleibt stehen._
daily-moved-title =
    { $count ->
        [one] { $count } Tageszitat ist jetzt in { $zone }
       *[other] { $count } Tageszitate sind jetzt in { $zone }
    }
daily-moved = Tageszitat { $schedule }: das nächste { $next }
daily-on-its-way = Unterwegs nach { $channel }.
daily-confirmed = Gut: Ich habe vermerkt, dass es gepostet ist.

daily-preview-title = Tageszitat { $schedule } · { $time }
daily-preview-paused = Es ist angehalten. `/daily resume` setzt es fort.
daily-preview-waits = Es wartet. { $why }

daily-list-title = Die Tageszitate dieses Servers
daily-list-none = Noch keine. `/daily add time:9:00` richtet eines ein.
daily-pause = Anhalten
daily-resume = Fortsetzen
daily-list-heading = Tageszitat { $schedule } · { $time }
daily-count =
    { $count ->
        [one] { $count } Tageszitat
       *[other] { $count } Tageszitate
    }
daily-next = Das nächste: { $moment }
daily-waits = **Wartet** seit { $since }: Ich kann in { $channel } nichts posten. { $why } Danach geht es von selbst weiter.
daily-is-paused = **Angehalten** seit { $since }. `/daily resume` setzt es fort.
daily-last =
    Das letzte: { $moment }{ $link ->
        [none] {""}
       *[other] , { $link }
    }{ $late ->
        [none] {""}
       *[other] . { $late }
    }
daily-late-by =
    Es kam verspätet ({ $time }): { $cause ->
        [rate-limit] Discord ließ mich warten
        [unavailable] Discord war nicht erreichbar
        [unknown] Discord sagte nicht, ob es gepostet wurde
        [forbidden] Ich durfte nichts posten
        [not-found] Ich konnte den Kanal nicht sehen
        [invalid] Hier ging etwas schief
       *[none] Ich lief nicht oder war mit anderen Posts beschäftigt
    }{ $attempts ->
        [one] {""}
       *[other] {" "}({ $attempts } Versuche)
    }.
daily-see = ansehen
daily-progress =
    { $kind ->
        [pair] Paare
       *[quote] Zitate
    }: bisher { $come } von { $all }
daily-skips = Lässt aus: { $dates }
daily-unclear = **Unklar**, ob das Zitat vom { $due } gepostet wurde. { $why }
daily-due =
    Unterwegs: das Zitat vom { $due }{ $cause ->
        [rate-limit] . Discord lässt mich noch warten
        [unavailable] . Discord ist gerade nicht erreichbar; ich versuche es weiter
        [unknown] . Discord sagte nicht, ob es gepostet wurde; ich sehe weiter nach
        [forbidden] . Ich darf noch nichts posten
       *[none] {""}
    }
daily-failed-no-match = Kein Zitat im Buch passt mehr dazu.
daily-failed-unreadable = Nach einem Update des Bots war es nicht mehr lesbar.
daily-failed = **Nicht gepostet:** das Zitat vom { $due }. { $why }
daily-missed = **Ausgefallen** an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }, zuletzt am { $due }: Der Bot oder Discord war zu lange weg
daily-undone =
    { $step ->
        [thread] **Kein Thread** unter dem letzten. { $why }
        [announce] **Nicht weitergegeben** wurde das letzte. { $why }
       *[other] **Etwas nach dem letzten** hat nicht geklappt. { $why }
    }

daily-several = Hier gibt es mehrere Tageszitate. Sag mit `{ names-daily-pause.schedule }:`, welches du meinst. `/daily list` zeigt sie.
daily-none = Hier gibt es noch kein Tageszitat. `/daily add time:9:00` richtet eines ein.
daily-gone = Ein Tageszitat { $schedule } gibt es hier nicht, oder du kannst es nicht sehen. `/daily list` zeigt alle.
daily-never = Diese Zeit kommt nie.
daily-no-match = Kein Zitat im Buch passt zu all dem. Lass eine Option weg.
daily-no-pair = Kein Zitatpaar im Buch passt zu all dem. Lass eine Option weg.
daily-matches-no-more = Kein Zitat im Buch passt mehr zu diesem Tageszitat. Lösche es und richte ein anderes ein.
daily-not-paused = Dieses Tageszitat ist nicht angehalten und lässt keine Tage aus.
daily-too-many-skips =
    Dieses Tageszitat lässt schon { $most } Termine aus. `/daily resume` nimmt sie zurück; gib dann einen Zeitraum an.
daily-range-turned = { $until } liegt vor { $from }. Vertausche `{ names-daily-skip.from }:` und `{ names-daily-skip.until }:`.
daily-range-over = Schon vorbei: { $dates }.
daily-range-too-long = Das ist mehr als ein Jahr. `/daily pause` hält ein Tageszitat an, so lange du willst.
daily-decided = Das hat schon jemand entschieden. `/daily list` zeigt den Stand.
daily-unseen-channel = Ich kann diesen Kanal nicht sehen. Gib mir dort „Kanal ansehen“ und „Nachrichten senden“, oder wähle einen anderen.
daily-no-messages = Wähle einen Kanal oder einen Thread: Ein Forum selbst hat keine Nachrichten.
daily-wrong-channel = Ein Tageszitat braucht einen Textkanal, einen Ankündigungskanal, einen Thread oder ein Forum. Wähle etwas anderes.
daily-missing-permissions = Ich brauche in diesem Kanal { $permissions }. Erlaube das in den Einstellungen des Kanals und versuch es noch einmal.
daily-thread-in-thread = Das ist schon ein Thread; unter seinen Nachrichten gibt es keine weiteren. Lass `{ names-daily-add.thread }:` weg.
daily-thread-in-voice = In einem Sprachkanal gibt es unter den Nachrichten keine Threads. Lass `{ names-daily-add.thread }:` weg.
daily-unknown-role = Diese Rolle gibt es auf diesem Server nicht.
daily-pings-everyone = Ein Tageszitat pingt nicht alle. Erstelle eine Rolle für die, die es möchten, und wähle diese.
daily-unpingable-role = Ich darf die Rolle „{ $role }“ nicht pingen. Erlaube in den Einstellungen der Rolle, dass alle sie erwähnen, oder gib mir in diesem Kanal „@everyone, @here und alle Rollen erwähnen“; oder lass `{ names-daily-add.role }:` weg.
daily-tag-required = Dieses Forum nimmt keinen Post ohne Tag und hat keines für { $themes }. Füge dort diese Tags hinzu, oder wähle ein Thema, für das es eines hat.
