# Das Fazit der Gruppe zu einer Frage. Stimmen werden gezählt; wer wie stimmt, sieht niemand.

statement-title =
    { $state ->
        [proposed] Vorgeschlagenes Fazit
        [adopted] Das Fazit der Gruppe
        [dissent] Das Fazit der Gruppe, mit Einwänden
       *[without] Fazit nicht angenommen
    }
statement-by =
    { $version ->
        [none] Vorschlag von { $name }
       *[other] Fassung { $version }, von { $name }
    }
statement-by-group = Die Gruppe
statement-footer =
    Runde { $round } · Fassung { $version }{ $open ->
        [true] {" "}· die Abstimmung ist geheim
       *[false] {""}
    }
statement-round-footer = Runde { $round }
statement-private-footer = Runde { $round } · nur du siehst das

statement-counts =
    { $agree ->
        [one] { $agree } stimmt zu
       *[other] { $agree } stimmen zu
    } · { $object ->
        [one] { $object } Einwand
       *[other] { $object } Einwände
    } · { $aside ->
        [one] { $aside } steht beiseite
       *[other] { $aside } stehen beiseite
    }
statement-counts-of-all = { $counts } · { $silent } ohne Stimme
statement-status = **{ $status }** { $counts }
statement-too-few =
    { $voted ->
        [0] Noch hat niemand abgestimmt; { $quorum } Stimmen sind nötig.
        [one] { $voted } von { $quorum } nötigen Stimmen ist da.
       *[other] { $voted } von { $quorum } nötigen Stimmen sind da.
    }
statement-nobody-agrees = Genug haben abgestimmt, aber noch stimmt niemand zu.
statement-blocked =
    { $count ->
        [one] Genug haben abgestimmt, aber es gibt { $count } Einwand.
       *[other] Genug haben abgestimmt, aber es gibt { $count } Einwände.
    }
statement-agreed = Es ist angenommen, wenn die Runde geschlossen wird und bis dahin kein Einwand kommt.
statement-adopted = Angenommen.
statement-dissent =
    { $count ->
        [one] Angenommen, mit { $count } Einwand.
       *[other] Angenommen, mit { $count } Einwänden.
    }
statement-without = Nicht angenommen.

statement-of-group = Das Fazit der Gruppe ({ $counts })
statement-in-record =
    { $count ->
        [one] _{ $count } Einwand steht Wort für Wort in `/record`._
       *[other] _{ $count } Einwände stehen Wort für Wort in `/record`._
    }
statement-not-adopted = **Das vorgeschlagene Fazit wurde nicht angenommen.**

statement-objection =
    { $name ->
        [none] Einwand, anonym
       *[other] Einwand von { $name }
    }{ $version ->
        [none] {""}
       *[other] _, zu Fassung { $version }_
    }
statement-objection-erased = _Jemand hatte einen Einwand; die Begründung ist zurückgezogen._
statement-objections = Einwände
statement-more-objections =
    { $count ->
        [one] _{ $count } weiterer Einwand_
       *[other] _{ $count } weitere Einwände_
    }_: { $open ->
        [true] drücke „Alle Einwände“
       *[false] siehe `/record`
    }._

statement-changed = Was sich seit Fassung { $version } geändert hat
statement-changed-much = _Viel. „Änderungen zeigen“ zeigt alles._
statement-version = Fassung { $version } von { $newest }
statement-version-by = Von { $name }
statement-version-before = ‹ Fassung { $version }
statement-version-after = Fassung { $version } ›

statement-agree = Zustimmen
statement-aside = Beiseitestehen
statement-object = Einwand
statement-edit = Bearbeiten
statement-take-back = Zurücknehmen
statement-show-changes = Änderungen zeigen
statement-all-objections = Alle Einwände
statement-show = Fazit zeigen
statement-undo = Stimme zurücknehmen

# Titel und Beschriftungen höchstens 45 Zeichen, Beschreibungen höchstens 100.
statement-form-propose = Das Fazit der Gruppe
statement-form-edit = Fazit bearbeiten
statement-form-new-text = Der neue Text
statement-form-new-text-about = Alle sehen, was sich geändert hat, und stimmen neu ab. Einwände bleiben bis zur Rücknahme.
statement-form-text = Was die Gruppe antwortet
statement-form-text-about = Ein Text, mit dem alle leben können. Er lässt sich ändern, bis die Runde geschlossen wird.
statement-form-object =
    { $again ->
        [true] Deinen Einwand ändern
       *[false] Was ist dein Einwand?
    }
statement-form-reason = Deine Begründung
statement-form-reason-about = Sag auch, was helfen würde. Alle lesen es.

statement-proposed = **Dein Fazit ist vorgeschlagen.** Alle hier können zustimmen, beiseitestehen oder einen Einwand erheben.
statement-proposed-hint = Du zählst als Zustimmung. Bis die Runde geschlossen wird, kannst du es bearbeiten oder zurücknehmen, hier oder mit `/statement show`.
statement-own-there = Du hast schon ein Fazit vorgeschlagen. Bearbeite es, wenn du andere Worte willst.
statement-other-there = Es gibt schon einen Vorschlag von { $by }, und mehr als einen gibt es nicht zugleich. Wenn du andere Worte willst, erhebe einen Einwand und sag, welche.
statement-vote =
    { $vote ->
        [agree] **Du stimmst zu.** Niemand sieht, dass du es bist.
        [aside] **Du stehst beiseite:** Du stimmst nicht zu, hältst das Fazit aber nicht auf. Niemand sieht, dass du es bist.
        [object-named] **Du erhebst einen Einwand.** Deine Begründung steht mit deinem Namen da, bis du deine Stimme zurücknimmst oder änderst.
       *[object-anonymous] **Du erhebst einen Einwand.** Deine Begründung steht ohne deinen Namen da, bis du deine Stimme zurücknimmst oder änderst.
    }
statement-unlinked =
    { $count ->
        [one] _Eine Stimme hier stammt aus einer Sicherungskopie: Niemand kann sie mehr ändern. Wenn sie von dir ist, nimm diese hier zurück; sonst zählen beide._
       *[other] _{ $count } Stimmen hier stammen aus einer Sicherungskopie: Niemand kann sie mehr ändern. Wenn eine von dir ist, nimm diese hier zurück; sonst zählen beide._
    }
statement-vote-same = **So hast du schon gestimmt; es zählt.**
statement-vote-removed = **Deine Stimme ist zurückgenommen.**
statement-vote-none = **Du hattest nicht abgestimmt.**
statement-vote-hint = _Du kannst deine Stimme ändern, bis die Runde geschlossen wird._
statement-outdated = **Der Text hat sich geändert, deshalb wurde deine Stimme nicht gezählt.** Lies den neuen Text und stimm dann ab.
statement-edited =
    { $version ->
        [1] **Das ist Fassung { $version }.**
       *[other] **Das ist jetzt Fassung { $version }.** Alle sehen, was sich geändert hat, und werden neu gefragt: Wer zugestimmt hat oder beiseitestand, tat das beim alten Text. Einwände bleiben, bis sie zurückgenommen werden.
    }
statement-edit-conflict = Während du geschrieben hast, hat jemand anderes das Fazit geändert. Lies zuerst den neuen Text und bearbeite ihn dann.
statement-take-back-title = Dieses Fazit zurücknehmen?
statement-take-back-text = Alle Fassungen und alle Stimmen werden gelöscht: { $counts }.
statement-deleted = Das Fazit ist gelöscht. Alle können ein neues vorschlagen.
statement-again = _Bitte stimmt neu ab: Wer Fassung { $before } zugestimmt hat oder beiseitestand, tat das beim alten Text._
statement-replaced-title = Fassung { $version }, ersetzt
statement-replaced = Es gibt einen neuen Text: { $newer }.
statement-newer = Fassung { $version }
statement-taken-back-title = Fazit zurückgenommen
statement-taken-back = Das Fazit, das hier vorgeschlagen war, wurde zurückgenommen. Alle können ein neues vorschlagen.

statement-error-not-found = Ein Fazit { $id } gibt es auf diesem Server nicht.
statement-error-taken-back = Dieses Fazit wurde zurückgenommen. Alle können ein neues vorschlagen.
statement-error-final = Diese Runde ist geschlossen, und ihr Fazit steht fest. `/record` zeigt es.
statement-error-round-closed = Diese Runde ist geschlossen. `/record` zeigt, was die Gruppe geantwortet hat.
statement-error-not-revealed = Die Antworten sind noch verdeckt. Wenn alle sie gelesen haben, kannst du ein Fazit vorschlagen.
statement-error-none = Es ist noch kein Fazit vorgeschlagen. `/statement propose` schlägt eines vor.
statement-error-only-proposer =
    Dieses Fazit kann nur { $action ->
        [edit] bearbeiten
       *[take-back] zurücknehmen
    }, wer es vorgeschlagen hat ({ $by }){ $seminar ->
        [true] {" "}oder moderiert
       *[false] , wer die Frage gestellt hat oder wer moderiert
    }. Wenn du andere Worte willst, erhebe einen Einwand und sag, welche.
