# Seminare: vom Entwurf der Tagesordnung bis zur Zusammenfassung.

seminar-title = Seminar: { $title }
seminar-footer = Seminar { $seminar }
seminar-private-footer = Seminar { $seminar } · nur du siehst das
seminar-subject =
    { $count ->
        [one] **{ $count } Frage{ $about ->
            [none] {""}
           *[other] {" "}zu { $about }
        }**
       *[other] **{ $count } Fragen{ $about ->
            [none] {""}
           *[other] {" "}zu { $about }
        }**
    }{ $length ->
        [none] {""}
       *[other] {" "}· { $length } Minuten
    }
seminar-course =
    { $format ->
        [debate] In jeder Runde bekommst du eine Seite zugeteilt. Erst argumentierst du für sie, dann antwortest du im eigenen Namen.{" "}
       *[plain] {""}
    }{ $reveal ->
        [live] Antworten erscheinen sofort, anonyme am Ende.
       *[sealed] Antworten bleiben verdeckt, bis alle zusammen aufgedeckt werden. So können erst einmal alle selbst nachdenken.
    }{ $minutes ->
        [none] {""}
        [one] {" "}Spätestens nach { $minutes } Minute werden sie aufgedeckt.
       *[other] {" "}Spätestens nach { $minutes } Minuten werden sie aufgedeckt.
    }
seminar-facilitator =
    { $name ->
        [none] Zurzeit moderiert niemand
       *[other] Moderation: { $name }
    }{ $lot ->
        [true] ; für jede Frage wird neu ausgelost.
       *[false] .
    }
seminar-roster =
    { $count ->
        [0] Noch nimmt niemand teil. Wer antwortet, nimmt teil.
        [one] **{ $count } Person nimmt teil:** { $who }.
       *[other] **{ $count } nehmen teil:** { $who }.
    }
seminar-more-names = { $count } weitere
seminar-unnamed = { $count } ohne Namen
seminar-unnamed-perhaps = vielleicht noch { $count } ohne Namen
seminar-closed = Dieses Seminar ist geschlossen.

seminar-join = Mitmachen
seminar-status = Status
seminar-show-facilitator = Moderation
seminar-who-speaks = Redeliste
seminar-start = Starten
seminar-first-question = Erste Frage
seminar-agenda = Tagesordnung
seminar-reveal = Aufdecken
seminar-close = Seminar schließen
seminar-add-question = Eigene Frage hinzufügen

seminar-status-draft = Es ist ein Entwurf: Es hat noch nicht angefangen.
seminar-status-closed = Es ist geschlossen.
seminar-status-unposed = Es wurde noch keine Frage gestellt.
seminar-question-of = Frage { $number } von { $count }
seminar-status-round =
    { $count ->
        [0] **Keine Antworten.**
        [one] **{ $count } Antwort.**
       *[other] **{ $count } Antworten.**
    } { $state ->
        [arguing] Alle argumentieren für ihre Seite.
        [open] Die Runde ist offen.
        [revealed] Die Antworten sind aufgedeckt.
       *[closed] Die Runde ist geschlossen.
    }
seminar-status-awaited = Wir warten noch auf { $left } von { $size }.
seminar-reveals-at = Die Antworten werden { $when } aufgedeckt.

seminar-agenda-title =
    { $draft ->
        [true] Entwurf: { $title }
       *[false] Tagesordnung: { $title }
    }
seminar-agenda-line = **{ $number }.** { $question } _· { $about }_
seminar-agenda-about =
    { $theme ->
        [none] {""}
       *[other] { $theme },{" "}
    }{ $kind ->
        [close] genau lesen
        [comparison] vergleichen
        [application] auf uns anwenden
        [author] Frage aus dem Text
        [opener] Einstieg
        [closer] Abschluss
        [debate] Debatte
       *[own] eigene Worte
    }{ $minutes ->
        [none] {""}
       *[other] , { $minutes } min
    }
seminar-reading = **Vorher lesen:**
seminar-reading-work = _{ $title }_: { $parts }
seminar-reading-part =
    { $sections ->
        [none] ¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        }
       *[other] { $sections } (¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        })
    }
seminar-agenda-empty = Hier steht noch keine Frage. Füge eine in deinen eigenen Worten hinzu.
seminar-agenda-menu = Eine Frage ändern
seminar-change-question = Ändern
seminar-agenda-entry = { $number }. { $question }
seminar-new-questions = Neue Fragen
seminar-new-questions-title = Neue Fragen ziehen?
seminar-new-questions-text =
    { $count ->
        [one] Die Frage auf dieser Tagesordnung verschwindet, auch wenn sie von dir ist, und eine neue kommt.
       *[other] Die { $count } Fragen auf dieser Tagesordnung verschwinden, auch deine eigenen, und neue kommen.
    }
seminar-move-up = Nach oben
seminar-move-down = Nach unten
seminar-replace = Ersetzen
seminar-remove = Entfernen
seminar-back-to-agenda = Zur Tagesordnung
# Titel und Beschriftungen höchstens 45 Zeichen, der Hinweis 100.
seminar-own-question = Eine eigene Frage
seminar-own-question-label = Die Frage
seminar-own-question-about = Ein Absatz reicht für die Antwort, und Ja oder Nein genügt nicht.
seminar-untitled = Ein Abend mit dem Buch
seminar-tags-to-make = Diese Tags lege ich im Forum an: { $tags }.
seminar-tag-nearest = Das Forum hat kein Tag „{ $theme }“; ich nehme „{ $tag }“.
seminar-tag-none = Das Forum hat kein Tag „{ $theme }“, deshalb bekommt dieser Post keines.

seminar-started = **Es geht los.** In { $place } können jetzt alle mitmachen. Wenn genug Leute da sind, stell die erste Frage.
seminar-joined =
    { $new ->
        [true] **Du bist dabei.**
       *[false] **Du bist schon dabei.**
    } { $open ->
        [true] Eine Frage ist offen: Antworte, wenn du so weit bist.
       *[false] Die erste Frage kommt bald.
    }{ $side ->
        [true] {" "}Dir ist eine Seite zugeteilt.
       *[false] {""}
    }
seminar-show-side = Meine Seite
seminar-side-title = Deine Seite: { $current }
seminar-side-for = **Deine Seite sagt:**
seminar-side-against = **Die Gegenseite sagt:**
seminar-side-hint = Argumentiere so gut für diese Seite, wie du kannst, egal was du selbst denkst. Deine eigene Antwort kommt danach.
seminar-side-first = In dieser Debatte argumentierst du für eine Seite, die dir zugeteilt wird. Sieh dir deine zuerst an.
seminar-side-footer = Nur du siehst das.
seminar-posed = **Jetzt kommt Frage { $number } von { $count }.**{ $facilitator ->
        [none] {""}
       *[other] {" "}Diese Runde moderiert { $facilitator }.
    }
seminar-round-footer = Runde { $round }
seminar-notes-title = Meine Notizen für diese Runde
seminar-no-notes = Im Buch stehen zu dieser Frage keine weiteren.
seminar-notes-hint = Wenn du aufdeckst, sehen alle die Antworten; `/seminar next` stellt die nächste Frage.
seminar-follow-ups = Wenn das Gespräch stockt, könntest du fragen:
seminar-hidden =
    { $part ->
        [side] Die Argumente sind noch verdeckt. Decke sie zuerst auf; dann antworten alle im eigenen Namen.
       *[own] Die Antworten sind noch verdeckt. Decke sie zuerst auf, damit niemand umsonst geantwortet hat.
    }
seminar-no-more = Das war die letzte Frage der Tagesordnung. Schließe das Seminar, oder füge eine Frage hinzu.
seminar-revealed =
    { $channel ->
        [none] Aufgedeckt. Den Kanal gibt es nicht mehr, oder ich kann ihn nicht sehen; deshalb kann ich die Antworten dort nicht zeigen. Sie stehen in `/record`.
       *[other] Aufgedeckt: Die Antworten kommen jetzt in { $channel }.
    }{ $part ->
        [side] {" "}Danach antworten alle im eigenen Namen; decke dann noch einmal auf.
       *[own] {""}
    }
seminar-close-title =
    { $draft ->
        [true] „{ $title }“ verwerfen?
       *[false] „{ $title }“ schließen?
    }
seminar-close-draft = Diesen Entwurf hat niemand gesehen. Er wird gelöscht, mit seiner Tagesordnung.
seminar-discard = Verwerfen
seminar-discard-sure = Verwerfen
seminar-close-unposed =
    { $count ->
        [one] { $count } Frage der Tagesordnung wurde nicht gestellt.
       *[other] { $count } Fragen der Tagesordnung wurden nicht gestellt.
    }
seminar-close-hidden =
    { $count ->
        [one] { $count } verdeckte Antwort wird aufgedeckt.
       *[other] { $count } verdeckte Antworten werden aufgedeckt.
    }
seminar-close-text = Danach kann niemand mehr antworten, und anonyme Antworten lassen sich niemandem mehr zuordnen. Eine Zusammenfassung wird gepostet.
seminar-close-sure = Schließen
seminar-draft-deleted = Der Entwurf ist gelöscht.
seminar-closed-receipt = Geschlossen. Die Zusammenfassung steht im Kanal, alles andere in `/record`.

seminar-summary-title =
    { $continued ->
        [true] Zusammenfassung: { $title } (Fortsetzung)
       *[false] Zusammenfassung: { $title }
    }
seminar-summary-footer = Seminar { $seminar } · alles steht im Protokoll
seminar-summary-question = _{ $number }. { $question }_
seminar-summary-answers =
    { $count ->
        [0] Keine Antworten.
        [one] { $count } Antwort.
       *[other] { $count } Antworten.
    }
seminar-summary-not-adopted = { $answers } Das vorgeschlagene Fazit wurde nicht angenommen.
seminar-summary-unposed = Nicht gestellt
seminar-summary-who = Wer teilgenommen hat
seminar-summary-roster =
    { $who ->
        [none] Niemand.
       *[other] { $who }.
    }{ $facilitator ->
        [none] {""}
       *[other] {" "}Moderation: { $facilitator }.
    }

seminar-facilitator-title = Moderation
seminar-volunteers =
    { $who ->
        [none] Noch hat sich niemand dafür gemeldet.
       *[other] Bereit dazu: { $who }.
    }
seminar-hand-over-hint = Du kannst an eine Person übergeben, die teilnimmt: `/seminar facilitator member:`.
seminar-recall-hint = Wenn mehr als die Hälfte der Teilnehmenden um eine andere Moderation bittet, wird sie ausgelost. Niemand erfährt, wer darum gebeten hat.
seminar-take-up = Ich mache es
seminar-take-over = Ich übernehme
seminar-my-notes = Meine Notizen
seminar-volunteer = Ich wäre bereit
seminar-not-me = Ich nicht
seminar-draw-lot = Jede Runde auslosen
seminar-stay = Ich moderiere weiter
seminar-recall = Bitte jemand anderes
seminar-undo = Rückgängig
seminar-new-facilitator =
    { $how ->
        [lot] Diese Runde moderiert { $name }, per Los.
        [taken-up] Ab jetzt moderiert { $name }. Danke!
        [handed-over] Die Moderation geht an { $name }.
        [appointed] Ab jetzt moderiert { $name }.
        [taken-over] { $name } übernimmt und moderiert ab jetzt.
       *[recalled] Die Gruppe hat um eine neue Moderation gebeten{ $over ->
            [none] {""}
           *[other] , wegen Eintrag { $over } in `/moderate log`
        }. Das Los fiel auf { $name }.
    }
seminar-nobody-facilitates = Zurzeit moderiert niemand. Die Moderation stellt die nächste Frage, deckt die Antworten auf und schließt das Seminar. Wer macht es?
seminar-nobody-will-you = Zurzeit moderiert niemand. Machst du es?
seminar-facilitates-already =
    { $own ->
        [true] Du moderierst schon.
       *[false] Diese Person moderiert schon.
    }
seminar-handed-over = Jetzt moderiert { $name }. Danke, dass du moderiert hast!
seminar-other-facilitates = Inzwischen moderiert jemand anderes.
seminar-recall-count =
    { $said ->
        [one] { $said } von { $size } hat
       *[other] { $said } von { $size } haben
    } um eine andere Moderation statt { $name } gebeten; ab { $needed } Bitten wird neu ausgelost.
seminar-recall-noted = **Vermerkt. Niemand erfährt, dass du es warst.** { $count }
seminar-recall-undone = **Du hast es zurückgenommen.** { $count }
seminar-recalled =
    Mehr als die Hälfte von euch hat um eine neue Moderation gebeten. { $name ->
        [none] Sonst ist niemand da, um auszulosen: Wer sich zuerst meldet, macht es.
       *[other] Das Los fiel auf { $name }.
    }

seminar-error-not-found = Ein Seminar { $id } gibt es hier nicht, oder du kannst es nicht sehen.
seminar-error-draft = Ein Seminar { $id } gibt es noch nicht.
seminar-error-none = Hier gibt es kein Seminar. `/seminar open` beginnt einen Entwurf.
seminar-error-several = Es gibt mehrere Seminare, und keines davon findet hier statt. Sag mit `{ names-seminar-next.seminar }:`, welches du meinst.
seminar-error-not-started = Dieses Seminar hat noch nicht angefangen. `/seminar start` lädt alle dazu ein.
seminar-error-started = Dieses Seminar hat schon angefangen. `/seminar next` stellt die nächste Frage.
seminar-error-no-draft =
    { $open ->
        [true] Hier ist ein anderes Seminar offen, und du hast keinen Entwurf.
       *[false] Du hast keinen Entwurf.
    } `/seminar open` beginnt einen.
seminar-error-several-drafts = Du hast mehrere Entwürfe, und keiner davon ist für diesen Kanal. Sag mit `{ names-seminar-next.seminar }:`, welchen du meinst.
seminar-error-closed = Dieses Seminar ist geschlossen. `/record` zeigt, was die Gruppe geantwortet hat.
seminar-error-not-eligible = Auf diesem Server planen und moderieren nur Mitglieder mit der Rolle der Moderation Seminare. `/question` stellt eine einzelne Frage.
seminar-error-not-facilitator =
    { $facilitator ->
        [none] Dieses Seminar moderiert zurzeit niemand; deshalb kann niemand { seminar-action }. Wenn du es machen willst: `/seminar facilitator`.
       *[other] { $facilitator } moderiert dieses Seminar, und nur die Moderation kann { seminar-action }.{ $takes ->
            [true] {" "}Du kannst übernehmen.
           *[false] {""}
        }
    }
seminar-anyway =
    { $facilitator ->
        [none] Dieses Seminar moderiert zurzeit niemand.
       *[other] { $facilitator } moderiert dieses Seminar.
    } Weil du diesen Server verwaltest, kannst du trotzdem { $action ->
        [close] das Seminar schließen
       *[reveal] die Antworten aufdecken
    }.
seminar-close-anyway = Trotzdem schließen
seminar-reveal-anyway = Trotzdem aufdecken
# Nach „kann“.
seminar-action =
    { $action ->
        [change-agenda] die Tagesordnung ändern
        [start] es starten
        [pose] die nächste Frage stellen
        [reveal] die Antworten aufdecken
        [close] es schließen
        [decide] das entscheiden
        [hand-over] die Moderation übergeben
        [read-notes] die Notizen lesen
        [take-over] das tun
        [edit-question] die Frage bearbeiten
        [close-round] die Runde schließen
        [set-date] den Termin festlegen
       *[show-queue] die Redeliste allen zeigen
    }
seminar-error-empty-agenda = Die Tagesordnung ist leer. Füge zuerst eine Frage hinzu: `/seminar agenda`.
seminar-error-another-open = Dort ist ein anderes Seminar offen. Schließe es zuerst mit `/seminar close`, oder wähle für deines mit `{ names-seminar-open.channel }:` einen anderen Ort.
seminar-error-sealed-debate = In einer Debatte sind die Antworten zuerst immer verdeckt: Argument und eigene Antwort werden von allen zusammen aufgedeckt. Lass `{ names-seminar-open.reveal }:` weg.
seminar-error-plan-is-whole = Ein Plan bringt seine eigenen Fragen und seine eigene Dauer mit. Lass `{ names-seminar-open.plan }:` weg, oder lass `{ names-seminar-open.themes }:`, `{ names-seminar-open.work }:`, `{ names-seminar-open.format }:`, `{ names-seminar-open.questions }:` und `{ names-seminar-open.length }:` weg.
seminar-error-no-questions = Dazu hat das Buch keine Frage. Lass `{ names-seminar-open.work }:` weg, oder wähle andere Themen.
seminar-error-item-posed = Diese Frage wartet nicht mehr. `/seminar agenda` zeigt, welche noch kommen.
seminar-error-no-other-question = Zu diesem Thema hat das Buch keine andere Frage.
seminar-error-not-a-debate = Dieses Seminar ist keine Debatte: Alle antworten für sich selbst, und es gibt keine Seiten.
seminar-error-no-side = Du hast gerade keine Seite. Die nächste Frage der Debatte teilt dir eine zu.
seminar-error-posed-meanwhile = Jemand war schneller: Diese Frage ist schon gestellt, oder das Seminar ist geschlossen.
seminar-error-none-posed = Es wurde noch keine Frage gestellt. `/seminar next` stellt die erste.
seminar-error-newer-round = Diese Runde ist vorbei: Eine neuere Frage ist offen.
seminar-error-round-closed = Diese Runde ist geschlossen. `/seminar next` stellt die nächste Frage.
seminar-error-revealed = Die Antworten sind schon aufgedeckt.
seminar-error-unanswered = Noch hat niemand geantwortet. Warte ein wenig, oder mach mit `/seminar next` weiter.

seminar-error-one-decision = Eins nach dem anderen: Gib `{ names-seminar-facilitator.lot }:`, `{ names-seminar-facilitator.volunteer }:` oder `{ names-seminar-facilitator.member }:` an.
seminar-error-volunteer-role = Auf diesem Server moderieren nur Mitglieder mit der Rolle der Moderation Seminare.
seminar-error-recalled = Die Gruppe hat um eine andere Moderation gebeten, deshalb kannst du dich nicht wieder dafür melden. Wer moderiert, kann an dich übergeben.
seminar-error-taken-up = Jemand anderes war schneller und moderiert jetzt. Danke!
seminar-error-heir-absent =
    { $name ->
        [none] Dieses Mitglied
       *[other] { $name }
    } nimmt noch nicht mit Namen teil. Nach einem Druck auf **Mitmachen** kannst du übergeben.
seminar-error-heir-not-eligible = Soviel ich weiß, darf { $name } nicht moderieren: Auf diesem Server ist dafür eine Rolle nötig. Wer die Rolle hat, drückt noch einmal **Mitmachen**.
seminar-error-own-recall = Du moderierst selbst. Du kannst stattdessen übergeben: `/seminar facilitator member:`.
seminar-error-recall-absent = Nur wer teilnimmt, kann um eine andere Moderation bitten. Drücke zuerst **Mitmachen**.

seminar-error-unseen-channel = Ich kann diesen Kanal nicht sehen. Gib mir dort „Kanal ansehen“ und „Nachrichten senden“, oder wähle mit `{ names-seminar-open.channel }:` einen anderen.
seminar-error-wrong-channel = Ein Seminar findet in einem Textkanal, einem Thread oder einem Forum statt; wähle mit `{ names-seminar-open.channel }:` so einen Ort.
seminar-error-permissions = Mir fehlt dort { $permissions }, deshalb könnte das Seminar nicht weitergehen. Erlaube es in den Einstellungen des Kanals und versuch es noch einmal.
seminar-error-tag-required =
    Dieses Forum nimmt keinen Post ohne Tag, und ich darf keines anlegen. Füge dort ein Tag hinzu, zum Beispiel „{ $example ->
        [none] Seminar
       *[other] { $example }
    }“, oder gib mir dort „Kanäle verwalten“.
