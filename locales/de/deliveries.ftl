# Was die Moderation erfährt, wenn sich etwas nicht posten ließ.

deliveries-title = Etwas ließ sich nicht posten
deliveries-blocked = Ich kann in { $channel } nichts posten. { $why }
deliveries-blocked-hint = _Wenn das innerhalb von sechs Stunden behoben ist, mache ich von selbst weiter. Keine Antwort geht verloren: `/record` zeigt sie._
deliveries-gone = Ich kann in { $channel } nichts posten: Es gibt den Kanal nicht mehr.
deliveries-gone-hint = _Keine Antwort geht verloren: `/record` zeigt sie._
deliveries-refused =
    In { $channel } konnte ich { $title ->
        [none] eine Nachricht
       *[other] „{ $title }“
    } nicht posten. { $why }
deliveries-withheld-title =
    { $count ->
        [one] Eine Antwort wird
       *[other] { $count } Antworten werden
    } in { $channel }{ $title ->
        [none] {""}
       *[other] {" "}(„{ $title }“)
    } nicht gezeigt.
deliveries-withheld = _Diese Antwort wird hier nicht gezeigt: Discord blockiert sie. Sie steht in `/record`._
deliveries-follows = _Diese Antwort folgt gleich._
deliveries-unconfirmed =
    Bitte sieh in { $channel } nach: Ich kann nicht erkennen, ob { $title ->
        [none] meine letzte Nachricht
       *[other] „{ $title }“
    } dort steht. { $why } Ich poste sie nicht zweimal.
deliveries-no-thread = Unter { $message } konnte ich keinen Thread öffnen. { $why }
# Im Dativ.
deliveries-no-thread-message = dieser Nachricht

deliveries-unpinned = Das Panel steht in { $channel }, aber ich konnte es nicht anpinnen. { $why }
deliveries-pin-by-hand = Das kann tun, wer Nachrichten anpinnen darf: am Handy das Panel gedrückt halten, am Computer mit rechts anklicken. Dann _Nachricht anpinnen_ wählen.

deliveries-too-many-threads = Dieser Server hat so viele aktive Threads, wie Discord erlaubt. Schließe einige davon.
deliveries-too-many-pins = Im Kanal sind so viele Nachrichten angepinnt, wie Discord erlaubt. Löse einige davon.
deliveries-filtered =
    { $filter ->
        [automod] Eine AutoMod-Regel dieses Servers blockiert es. Ändere die Regel oder die Worte.
       *[links] Discord blockiert einen Link darin.
    }
deliveries-thread-locked = Dieser Thread ist gesperrt. Entsperre ihn, oder gib mir dort „Threads verwalten“.
deliveries-tag-required =
    Dieses Forum nimmt keinen Post ohne Tag. { $tags ->
        [none] Füge ein Tag hinzu, das alle benutzen dürfen.
       *[other] Füge eines dieser Tags hinzu: { $tags }.
    }
deliveries-forbidden = Das darf ich dort nicht. Sieh dir die Berechtigungen des Kanals an.
deliveries-missing-permissions = Gib mir dort { $permissions }.
deliveries-not-found = Diesen Kanal gibt es nicht mehr, oder ich kann ihn nicht sehen. Gib mir dort „Kanal ansehen“, oder lösche dieses Tageszitat.
deliveries-unreachable = Discord war nicht rechtzeitig erreichbar.
deliveries-cannot-look = Ich kann nicht nachsehen. { $why }
deliveries-too-much-to-search = Es gibt zu viele neuere Nachrichten, um alle durchzusehen.
deliveries-never-posted = Die Nachricht wurde nie gepostet.
deliveries-malformed = Hier ging etwas schief. Mehr steht im Log des Bots.

deliveries-untitled = Eine Seite aus dem Buch

deliveries-no-event-title = Ein Termin ohne Event
deliveries-no-event = Ich konnte das Event eines Termins nicht erstellen oder ändern: { $why } Alles andere geht auch ohne: Wer kommt, drückt _Ich komme_ unter der Ankündigung.
deliveries-too-many-events = Dieser Server hat { $most } anstehende Events; mehr erlaubt Discord nicht.
