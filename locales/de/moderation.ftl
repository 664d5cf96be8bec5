# Etwas entfernen, das Log dazu und Einsprüche. Von wem es war, erfährt niemand.

# Nach „Grund:“.
moderation-reason =
    { $reason ->
        [attack] persönlicher Angriff
        [private] Privates über eine Person
        [advertising] Werbung
        [unrelated] kein Bezug zur Frage
       *[rules] Verstoß gegen die Regeln von Discord
    }
moderation-appeal =
    { $appeal ->
        [asked] Einspruch eingelegt, noch nicht entschieden.
        [upheld] Nach Einspruch bestätigt.
        [mistake] Das war ein Fehler.
       *[recalled] Die Gruppe hat deshalb um eine andere Moderation gebeten.
    }

moderation-stub = _Die Moderation hat eine Antwort entfernt. Grund: { $reason }.{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }_
moderation-objection = _Die Moderation hat den Text entfernt. Grund: { $reason }. Der Einwand zählt trotzdem._
moderation-count =
    { $count ->
        [one] _{ $count } Antwort hat die Moderation entfernt._
       *[other] _{ $count } Antworten hat die Moderation entfernt._
    }

moderation-entry =
    { $kind ->
        [answer] Antwort
       *[objection] Text eines Einwands
    }, entfernt von { $by ->
        [none] der Moderation
       *[other] { $by }
    } am { $day }. Grund: { $reason }.{ $muted ->
        [true] {" "}Die Person durfte in dieser Runde nicht mehr antworten.
       *[false] {""}
    }{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }
moderation-log-line = **{ $entry }** · Runde { $round } · { $what }
moderation-log-title = Was entfernt wurde
moderation-log-about = Das können alle lesen. Alle können Einspruch einlegen: `/moderate appeal`.
moderation-log-empty = In den Kanälen, die du sehen kannst, wurde nichts entfernt.
moderation-log-count =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
moderation-suggestion = { $entry }: Runde { $round }, { $reason }

moderation-button = Entfernen
moderation-which-title = Was willst du entfernen?
moderation-which-hint = Wähle eine Antwort oder einen Einwand
moderation-which-anonymous = ohne Namen
moderation-which-objection = Einwand
moderation-which-count =
    { $count ->
        [one] 1 Text
       *[other] { $count } Texte
    }
moderation-why-title = Warum entfernen?
moderation-why-reason = Der Grund
moderation-why-text = Dass jemand anderer Meinung ist, auch du selbst, ist kein Grund.
moderation-why-mute = Keine Antwort mehr von dieser Person
moderation-why-mute-about = In dieser Runde. War die Antwort anonym, erfährt niemand, wer es ist.
moderation-why =
    { $reason ->
        [attack] Persönlicher Angriff
        [private] Privates über eine Person
        [advertising] Werbung
        [unrelated] Kein Bezug zur Frage
       *[rules] Verstoß gegen die Regeln von Discord
    }
moderation-why-about =
    { $reason ->
        [attack] Greift eine Person an, nicht das, was sie sagt
        [private] Erzählt, was nur diese Person etwas angeht
        [advertising] Verkauft oder bewirbt etwas
        [unrelated] Spam oder Unsinn; eine ungewöhnliche Ansicht gehört nicht dazu
       *[rules] Drohungen, Hass, Sexuelles und was sie sonst verbieten
    }
moderation-sure-title = Das entfernen?
moderation-sure-text =
    Der Grund wäre: **{ $reason }**. { $kind ->
        [answer] Der Text wird überall gelöscht und kommt nicht zurück. Eine Zeile mit dem Grund bleibt stehen. Im Log stehen dein Name und der Grund, für alle lesbar. Wer die Antwort schrieb, erfährt es{ $open ->
            [true] {" "}und kann neu antworten, wenn du das nicht verhinderst. War die Antwort anonym, erfährt niemand, von wem sie ist.
           *[false] , wenn ein Name dabeistand.
        }
       *[objection] Der Text wird überall gelöscht und kommt nicht zurück. Der Einwand selbst bleibt und zählt. Im Log stehen dein Name und der Grund, für alle lesbar.
    }
moderation-sure = Entfernen
moderation-sure-mute = … und keine Antwort mehr in dieser Runde
moderation-done = **Entfernt.** Das ist Eintrag { $entry } in `/moderate log`. { $told ->
        [direct] Die Person bekommt eine Direktnachricht.
        [next] Die Person erfährt es, wenn sie in dieser Runde wieder etwas tut.
        [place] Die Person liest es dort, wo ihr Text stand.
       *[never] Niemand kann sehen, von wem der Text war; deshalb erfährt die Person es nicht.
    }{ $muted ->
        [true] {" "}Sie kann in dieser Runde nicht mehr antworten.
       *[false] {""}
    }

moderation-notice-title = Deine Antwort wurde entfernt
moderation-notice =
    Die Moderation hat sie{ $place ->
        [none] {""}
       *[other] {" "}in { $place }, Runde { $round },
    } entfernt. Grund: **{ $reason }**. Der Text ist gelöscht.
moderation-notice-muted = Du kannst in dieser Runde nicht mehr antworten. Niemand erfährt, dass es um dich geht.
moderation-notice-again = Du kannst neu antworten.
moderation-notice-wrong = { $appeal } Du kannst neu antworten.
moderation-notice-more =
    { $count ->
        [one] Davor wurde { $count } weitere entfernt; sie steht in `/moderate log`.
       *[other] Davor wurden { $count } weitere entfernt; sie stehen in `/moderate log`.
    }
moderation-by-recall = Wenn du das falsch findest, bitte um eine andere Moderation: `/seminar recall over:{ $entry }`. Niemand erfährt, dass du es warst.
moderation-by-appeal = Wenn du das falsch findest, bitte die Serververwaltung, neu zu prüfen: `/moderate appeal entry:{ $entry }`. Niemand erfährt, dass du es warst.
moderation-recall-button = Bitte eine andere Moderation
moderation-appeal-button = Einspruch

moderation-appealed = **Vermerkt. Niemand erfährt, dass du es warst.** { $channel ->
        [none] Die Serververwaltung sieht es in `/moderate log` und entscheidet mit `/moderate review`.
       *[other] Die Serververwaltung erfährt es in { $channel }.
    }
moderation-second-look = **Jemand bittet, neu zu prüfen.** { $what }
moderation-second-look-hint = Die Serververwaltung entscheidet: `/moderate review entry:{ $entry }`. Der Text ist gelöscht; frag also in der Gruppe, was es war.
moderation-review-button = Entscheiden
moderation-review-title = Eintrag { $entry } im Log
moderation-review-hint = Wenn es ein Fehler war, steht das danach im Log, und die Person kann neu antworten. Der Text kommt nicht zurück.
moderation-mistake = Es war ein Fehler
moderation-upheld = Es bleibt dabei
moderation-decided =
    { $appeal ->
        [mistake] **Im Log steht jetzt, dass es ein Fehler war.** Die Person kann neu antworten, solange die Runde offen ist.
       *[upheld] **Im Log steht jetzt, dass es dabei bleibt.**
    }

moderation-error-facilitators =
    { $seminar ->
        [true] In diesem Seminar können nur die Moderation und die Serververwaltung etwas entfernen.
       *[false] Nur die Moderation dieses Servers kann etwas entfernen.
    } Alle können Bescheid sagen: Mit einem Knopfdruck ist es entfernt.
moderation-error-gone = Das ist nicht mehr da, oder es kann noch niemand lesen. Deshalb wurde nichts entfernt.
moderation-error-nothing = In dieser Runde gibt es nichts zu entfernen: Niemand hat geantwortet, oder die Antworten sind noch verdeckt.
moderation-error-no-round = Hier ist keine Frage offen. Gib mit `{ names-moderate-take-down.round }:` die Runde an; ihre Nummer steht unter jeder Frage.
moderation-error-no-answer = Diese Nachricht zeigt keine Antwort. Nimm eine Nachricht mit einer Antwort, oder wähle eine aus: `/moderate take-down`.
moderation-error-muted = Eine Antwort von dir in dieser Runde wurde entfernt (Grund: { $reason }), und du kannst hier nicht mehr antworten. Niemand erfährt, dass es um dich geht. Wenn du das falsch findest: `/moderate appeal entry:{ $entry }`.
moderation-error-no-entry = Einen Eintrag { $entry } gibt es im Log nicht, oder du kannst ihn nicht sehen.
moderation-error-appealed = Dagegen wurde schon Einspruch eingelegt. `/moderate log` zeigt, was daraus wurde.
moderation-error-decided = Das ist schon entschieden. `/moderate log` zeigt, wie.
moderation-error-managers = Über Einsprüche entscheidet nur die Serververwaltung.
moderation-error-over = Eine Abberufung kann sich nur auf etwas beziehen, das die Moderation dieses Seminars darin entfernt hat. Eintrag { $entry } ist etwas anderes.
