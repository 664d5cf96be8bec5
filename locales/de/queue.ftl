# Die Redeliste eines Seminars.

queue-title = Redeliste
queue-footer = Seminar { $seminar } · wer am seltensten dran war, kommt zuerst, dann zählt, wer sich zuerst gemeldet hat
queue-speaking =
    { $speaker ->
        [none] **Gerade redet niemand.** Drücke „Ich melde mich“.
       *[other] { $speaker } redet.
    }
queue-position =
    { $position ->
        [1] Du bist als Nächstes dran.
       *[other] Du bist auf Platz { $position }.
    }
queue-your-turn = **Du bist dran.**
queue-next = Als Nächstes
queue-waiting =
    { $position }. { $name }{ $spoken ->
        [0] {""}
        [one] {" "}_· war einmal dran_
       *[other] {" "}_· war { $spoken }-mal dran_
    }
queue-more = und { $count } weitere

queue-ask = Ich melde mich
queue-leave = Von der Liste nehmen
queue-end-turn = Weiter
queue-done = Ich bin fertig
queue-show-all =
    { $shown ->
        [true] Redeliste hierher holen
       *[false] Redeliste allen zeigen
    }

queue-joined =
    { $already ->
        [true] **Du stehst schon auf der Redeliste.**
       *[false] **Du stehst auf der Redeliste.**
    } { $speaking } { $position }
queue-turn =
    { $already ->
        [true] **Du bist schon dran.**
       *[false] **Du bist dran.**
    } Drücke den Button, wenn du fertig bist.
queue-turn-over = **Dein Beitrag ist zu Ende.** { $now }
queue-left = **Du stehst nicht mehr auf der Redeliste.** Du kannst dich jederzeit wieder melden.
queue-not-in = Du stehst nicht auf der Redeliste.
queue-now =
    { $speaker ->
        [none] Sonst wartet niemand.
       *[other] Jetzt redet { $speaker }.
    }
queue-late = Dieser Beitrag ist schon zu Ende. { $now }
queue-shown = Die Redeliste sehen jetzt alle.

queue-error-nobody = Niemand redet, und niemand wartet. `/queue join` setzt dich auf die Redeliste.
queue-error-not-yours =
    { $facilitator ->
        [none] { $speaker } redet und kann den Beitrag nur selbst beenden.
       *[other] { $speaker } redet. Den Beitrag beenden können nur { $speaker } selbst und { $facilitator } als Moderation.
    }
